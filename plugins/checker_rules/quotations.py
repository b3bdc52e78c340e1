"""QUOT: the same speaker's words differ between accounts."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker import Flag, flag, rule
from checker.models.language import QuoteValue
from checker.models.text import Span
from checker.rules.services import Embed
from checker.rules.vocabulary import DocumentView, MentionView, Place, StoryView
from checker_rules.quote_alignment import QuoteAlignment, Token, stands_in, tokens
from checker_rules.speakers import same_speaker, speaker_name

Quote = MentionView[QuoteValue]


@dataclass(frozen=True)
class Candidate:
    """Two quotations that may be of the same words."""

    left: Quote
    right: Quote
    alignment: QuoteAlignment
    sure: float
    kind: str


@rule(
    "QUOT",
    category="quotation",
    severity="error",
    messages={
        "altered": "{speaker} is quoted as saying “{left}” by {left_outlet}, “{right}” by {right_outlet}.",
        "added": "{speaker}'s words differ: “{left}” stands in {left_outlet} and not in {right_outlet}.",
        "cut": "{speaker}'s words are cut so that the sense may change: “{left}” is left out in one account.",
        "reworded": "{speaker} is quoted in other words by {left_outlet} and {right_outlet}.",
    },
)
def quot(story: StoryView, embed: Embed) -> Iterator[Flag]:
    """The same speaker's words differ between accounts.

    Flags words between quotation marks that were altered, spliced, cut so that the sense may change, or paraphrased,
    with the differing words marked. Short quoted phrases count too.

    Why: what stands between quotation marks is a promise that these words were said.

    Example: “very good talks” against “very constructive discussions”.

    Not flagged: typography, punctuation, contractions, British or American spelling, an editor's brackets, an ellipsis
    where words are left out, and a shortening at the edges that keeps the sense.
    """
    documents = story.documents
    for n, one in enumerate(documents):
        for other in documents[n + 1 :]:
            for candidate in _candidates(story, one, other, embed):
                yield _flag(candidate)


def _candidates(story: StoryView, one: DocumentView, other: DocumentView, embed: Embed) -> Iterator[Candidate]:
    """The best differing counterpart of each quotation that has no equal one."""
    keys = {d.id: [t.key for t in tokens(d.text, 0) if not t.mark] for d in (one, other)}
    left = [(q, tokens(q.text, q.span.start)) for q in one.quotes if q.value.direct]
    right = [(q, tokens(q.text, q.span.start)) for q in other.quotes if q.value.direct]
    matched = {(p.left, p.right): p.score for p in story.sentence_pairs}
    matched |= {(p.right, p.left): p.score for p in story.sentence_pairs}
    found: list[Candidate] = []
    for a, a_words in left:
        for b, b_words in right:
            alignment = QuoteAlignment(a_words, b_words)
            if not all(alignment.words):
                continue
            if alignment.contained:
                # the words that turn the sense may stand outside of the quotation marks in the shorter account
                if alignment.cut and same_speaker(a, b):
                    found.append(Candidate(a, b, alignment, 0.45, "cut"))
                continue
            if all(c.ellipsis and not c.turns for c in alignment.changes) and alignment.coverage >= 0.9:
                continue
            if stands_in(a_words, keys[other.id]) or stands_in(b_words, keys[one.id]):
                continue
            score = matched.get((a.sentence, b.sentence), 0.0)
            candidate = _judge(a, b, alignment, score, embed)
            if candidate is not None:
                found.append(candidate)
    used: set[Quote] = set()
    for candidate in sorted(found, key=lambda c: (-c.sure, c.left.span.start, c.right.span.start)):
        if candidate.left not in used and candidate.right not in used:
            used |= {candidate.left, candidate.right}
            yield candidate


def _judge(a: Quote, b: Quote, alignment: QuoteAlignment, score: float, embed: Embed) -> Candidate | None:
    """Whether two unequal quotations are of one utterance, and how surely."""
    sizes = [len(side) for side in alignment.words]
    together = same_speaker(a, b)
    if together is False and (alignment.coverage < 0.8 or min(sizes) < 6):
        return None
    if min(sizes) >= 5:
        if alignment.coverage >= 0.6 and alignment.shared_weight >= 2:
            # many equal words in order are hardly chance, whoever the accounts think is speaking
            sure = min(0.97, 0.45 + 0.5 * alignment.coverage + 0.01 * min(10, alignment.shared_weight) - (0 if together else 0.15))
            return Candidate(a, b, alignment, sure, "altered")
        if together and alignment.coverage >= 0.25 and max(sizes) <= 2.5 * min(sizes):
            likeness = embed.similarity(a.value.exact, b.value.exact)
            if likeness >= 0.6 and (score >= 0.5 or likeness >= 0.72 or alignment.coverage >= 0.45):
                return Candidate(a, b, alignment, min(0.85, 0.25 + 0.45 * likeness + 0.3 * alignment.coverage), "reworded")
        return None
    if max(sizes) <= 6 and together and score >= 0.45 and alignment._pairs:
        likeness = embed.similarity(a.value.exact, b.value.exact)
        if likeness >= 0.4 or (alignment.coverage >= 0.33 and score >= 0.7):
            return Candidate(a, b, alignment, min(0.75, 0.3 + 0.3 * likeness + 0.2 * score + 0.1 * alignment.coverage), "altered")
    return None


def _flag(candidate: Candidate) -> Flag:
    a, b, alignment, kind = candidate.left, candidate.right, candidate.alignment, candidate.kind
    left, right, message = _differing(candidate)
    changes = alignment.changes
    weighty = kind == "reworded" or any((c.weighty or c.turns) and not c.respelled for c in changes)
    sure = candidate.sure * (1.0 if weighty else 0.6)
    whole = kind == "altered" and weighty and candidate.sure >= 0.7
    first, second = (a, b) if left or message != "added" else (b, a)
    shown, against = (left, right) if first is a else (right, left)
    return flag(
        message,
        at=_place(first, shown),
        against=[_place(second, against)],
        verdict="fail" if whole and sure >= 0.7 else "review",
        confidence=min(0.97, sure),
        severity="error" if weighty else "warning",
        data={"kind": kind, "speaker": a.value.speaker or b.value.speaker},
        speaker=speaker_name(a, b),
        left=_words(first, shown),
        right=_words(second, against),
        left_outlet=first.document.name,
        right_outlet=second.document.name,
    )


def _differing(candidate: Candidate) -> tuple[list[Token], list[Token], str]:
    alignment = candidate.alignment
    if candidate.kind == "cut":
        cut = list(alignment.cut)
        ours = cut[0].span.overlaps(candidate.left.span) and cut[0] in alignment.left
        return (cut, [], "cut") if ours else ([], cut, "cut")
    left = [t for c in alignment.changes for t in c.left]
    right = [t for c in alignment.changes for t in c.right]
    if candidate.kind == "reworded" or len(alignment.changes) > 1:
        return left, right, "reworded"
    return left, right, "altered" if left and right else "added"


def _place(quote: Quote, words: list[Token]) -> Place:
    around = quote.document.enclosing(quote.span)
    marks = tuple(dict.fromkeys(_joined(words))) or (quote.span,)
    return Place(quote.document, around.start, around.end, marks)


def _joined(words: list[Token]) -> Iterator[Span]:
    """Neighbouring words as one mark."""
    start = end = None
    for token in sorted(words, key=lambda t: (t.span.start, t.span.end)):
        if end is not None and token.span.start <= end + 1:
            end = max(end, token.span.end)
            continue
        if start is not None and end is not None:
            yield Span(start=start, end=end)
        start, end = token.span.start, token.span.end
    if start is not None and end is not None:
        yield Span(start=start, end=end)


def _words(quote: Quote, words: list[Token]) -> str:
    text = quote.document.text
    return " … ".join(s.of(text) for s in _joined(words)) or quote.value.exact
