"""Quotations that several accounts carry and another one lacks: words are either there or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.models.language import QuoteValue
from checker.rules.vocabulary import DocumentView, MentionView, Place, StoryView
from checker_rules.quote_alignment import QuoteAlignment, Token, stands_in, tokens
from checker_rules.quote_words import ELLIPSIS
from checker_rules.speakers import same_speaker

Quote = MentionView[QuoteValue]
FEWEST_WORDS = 5
LEAST_RUN, SURELY_SAME = 3, 0.75  # words in a row, or else so much of the shorter quotation
_LONG = 4  # letters; shorter words are written small in titles
_WORD = re.compile(r"[^\W\d_]+")
FEWEST_SHARED = 3  # words of weight
_STREWN = 1.6  # times as many words from the first equal one to the last
SAME = 0.6  # of the shorter quotation's words in order: the same words, altered perhaps


@dataclass(frozen=True)
class QuotedLack:
    """A quotation, one an account that carries it, and where each of the others would have it.

    ``also``: other quotations of the same statement that the same accounts lack; ``sure``: the chance, 0-1, that none
    of these tells it in words of its own.
    """

    quotes: tuple[Quote, ...]
    places: tuple[Place, ...]
    also: tuple[Quote, ...] = ()
    sure: float = 1.0


def quoted_lacks(story: StoryView) -> Iterator[QuotedLack]:
    """Quotations of at least five words that at least two independent accounts carry and another lacks."""
    words = {q: tokens(q.text, q.span.start) for d in story.documents for q in d.quotes if q.value.direct}
    texts = {d.id: [t.key for t in tokens(d.text, 0) if not t.mark] for d in story.documents}
    seen: set[Quote] = set()
    for quote, said in words.items():
        # an account may quote the same words twice
        if quote in seen or sum(not t.mark for t in said) < FEWEST_WORDS or _is_title(quote):
            continue
        carriers: dict[str, Quote] = {quote.document.id: quote}
        touching: set[str] = set()
        for document in story.documents:
            if document.id in carriers:
                continue
            same, partly = _counterparts(quote, said, document, words)
            seen |= set(same)
            found = same[0] if same else None
            if found is not None:
                carriers[document.id] = found
            elif partly or stands_in(said, texts[document.id]) or _in_other_words(story, quote, document):
                touching.add(document.id)
        seen |= {quote, *_counterparts(quote, said, quote.document, words)[0]}
        lacking = [d for d in story.documents if d.id not in carriers and d.id not in touching and d.complete]
        if lacking and _enough(story, carriers):
            quotes = tuple(carriers.values())
            yield QuotedLack(quotes, tuple(_place(story, quotes, d) for d in lacking))


def _is_title(quote: Quote) -> bool:
    """Whether the quoted words are the name of a book, a film or a report: "The Long Way to Sudmark and Back"."""
    words = [w for w in _WORD.findall(quote.value.exact) if len(w) >= _LONG]
    # who shouts writes capitals all through
    return len(words) > 1 and all(w[0].isupper() and not w.isupper() for w in words)


def _counterparts(
    quote: Quote, said: tuple[Token, ...], document: DocumentView, words: dict[Quote, tuple[Token, ...]]
) -> tuple[list[Quote], bool]:
    """The account's quotations of the same words, the nearest first; and whether it quotes a phrase of them."""
    found: list[tuple[float, int, Quote]] = []
    partly = False
    for other in document.quotes:
        if other not in words:
            continue
        alignment = QuoteAlignment(said, words[other])
        fewest = min(len(side) for side in alignment.words)
        if alignment.contained and fewest >= 2:
            partly = True
        same = alignment.contained or (
            alignment.common / max(1, fewest) >= SAME  # a quick bound of the coverage
            and alignment.coverage >= SAME
            # in few words likeness is chance: "quiet will be met with quiet", "the will of the people"
            and alignment.shared_weight >= FEWEST_SHARED
            and (alignment.run >= LEAST_RUN or alignment.coverage >= SURELY_SAME)
            and _side_by_side(alignment)
            and same_speaker(quote, other) is not False
        )
        if same and fewest >= FEWEST_WORDS:
            found.append((-alignment.coverage, other.span.start, other))
    return [other for *_, other in sorted(found, key=lambda x: x[:2])], partly


def _side_by_side(alignment: QuoteAlignment) -> bool:
    """Whether the equal words stand about as close in both, an ellipsis apart: else they are strewn over a longer one.

    "Lund's men took the harbour, ... and later said why" holds most words of "Lund's men said why".
    """
    if any(t.mark and t.key == ELLIPSIS for t in (*alignment.left, *alignment.right)):
        return True
    short, long = sorted(len(side) for side in alignment.along)
    return long <= _STREWN * short


def _in_other_words(story: StoryView, quote: Quote, document: DocumentView) -> bool:
    """Whether the account says all that the quotation states, without quoting it.

    That nothing is lacking is not enough: "We will do it again" has too few words for anyone to lack it.
    """
    inside = [s for s in quote.sentence.statements if quote.span.overlaps(s.span)]
    if any(g.other.id == document.id for s in inside for g in story.gaps_of(s)):
        return False
    return any(m.right.document.id == document.id for s in inside for m in story.matches_of(s))


def _enough(story: StoryView, carriers: dict[str, Quote]) -> bool:
    if story.draft:
        return story.draft not in carriers
    return story.independent(story.document(i) for i in carriers) >= 2


def _place(story: StoryView, quotes: tuple[Quote, ...], document: DocumentView) -> Place:
    """After what stands before the quotation in an account that has it, as far as the other account has that too."""
    for quote in quotes:
        sentence = quote.sentence.previous
        while sentence is not None:
            for statement in reversed(sentence.statements):
                for match in story.matches_of(statement):
                    if match.right.document.id == document.id:
                        end = match.right.sentence.span.end
                        return Place(document, end, end)
            sentence = sentence.previous
    end = document.sentences[-1].span.end if document.sentences else len(document.text)
    return Place(document, end, end)
