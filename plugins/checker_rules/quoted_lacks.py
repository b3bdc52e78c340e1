"""Quotations that several accounts carry and another one lacks: words are either there or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.models.language import QuoteValue
from checker.rules.vocabulary import DocumentView, MentionView, Place, StoryView
from checker_rules.quote_alignment import QuoteAlignment, Token, stands_in, tokens
from checker_rules.speakers import same_speaker

Quote = MentionView[QuoteValue]
FEWEST_WORDS = 5
SAME = 0.6  # of the shorter quotation's words in order: the same words, altered perhaps


@dataclass(frozen=True)
class QuotedLack:
    """A quotation, one an account that carries it, and where each of the others would have it."""

    quotes: tuple[Quote, ...]
    places: tuple[Place, ...]


def quoted_lacks(story: StoryView) -> Iterator[QuotedLack]:
    """Quotations of at least five words that at least two independent accounts carry and another lacks."""
    words = {q: tokens(q.text, q.span.start) for d in story.documents for q in d.quotes if q.value.direct}
    texts = {d.id: [t.key for t in tokens(d.text, 0) if not t.mark] for d in story.documents}
    seen: set[Quote] = set()
    for quote, said in words.items():
        if quote in seen or sum(not t.mark for t in said) < FEWEST_WORDS:
            continue
        carriers: dict[str, Quote] = {quote.document.id: quote}
        for document in story.documents:
            if document.id not in carriers and (found := _counterpart(quote, said, document, words)) is not None:
                carriers[document.id] = found
        seen |= set(carriers.values())
        lacking = [
            d for d in story.documents if d.id not in carriers and d.complete and not stands_in(said, texts[d.id])
        ]
        if lacking and _enough(story, carriers):
            quotes = tuple(carriers.values())
            yield QuotedLack(quotes, tuple(_place(story, quotes, d) for d in lacking))


def _counterpart(quote: Quote, said: tuple[Token, ...], document: DocumentView, words: dict[Quote, tuple[Token, ...]]) -> Quote | None:
    """The account's quotation of the same words, in full, in part or altered."""
    best: tuple[float, Quote] | None = None
    for other in document.quotes:
        if other not in words:
            continue
        alignment = QuoteAlignment(said, words[other])
        if min(len(side) for side in alignment.words) < 3:
            continue
        if alignment.contained or (alignment.coverage >= SAME and same_speaker(quote, other) is not False):
            if best is None or alignment.coverage > best[0]:
                best = (alignment.coverage, other)
    return best[1] if best else None


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
