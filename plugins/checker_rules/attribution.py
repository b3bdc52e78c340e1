"""ATTR: the same words given to another speaker, or a claim told as fact."""

from collections.abc import Iterator

from checker import Flag, flag, rule
from checker.models.language import QuoteValue
from checker.rules.vocabulary import MatchView, MentionView, Place, StoryView
from checker_rules.quote_alignment import QuoteAlignment, tokens
from checker_rules.speakers import same_speaker

# verbs that keep a distance: what is claimed is not told as so
_CLAIMS = frozenset(
    "claim allege accuse insist suggest suspect speculate boast contend purport assert".split()
)


@rule(
    "ATTR",
    category="attribution",
    severity="error",
    messages={
        "speaker": "{left_outlet} gives these words to {left}, {right_outlet} to {right}.",
        "fact": "{left_outlet} tells as fact what {right_outlet} gives as a claim by {right}.",
    },
)
def attr(story: StoryView) -> Iterator[Flag]:
    """The same words are given to another speaker, or what somebody claimed is told as fact.

    Flags equal quotations whose speakers are two named people, and a plain statement in one account that another
    account only reports as somebody's claim.

    Why: words in the wrong mouth are a correction at best.

    Example: “The families deserve answers,” said the minister, against the same words by the mayor.

    Not flagged: a speaker named in one account and described in the other, a spokesman and whom he speaks for.
    """
    yield from _speakers(story)
    for match in story.matches:
        yield from _told_as_fact(match)
        yield from _told_as_fact(match.swapped)


def _speakers(story: StoryView) -> Iterator[Flag]:
    documents = story.documents
    spoken = {
        d.id: [(q, tokens(q.text, q.span.start)) for q in d.quotes if q.value.direct] for d in documents
    }
    for n, one in enumerate(documents):
        for other in documents[n + 1 :]:
            for a, a_words in spoken[one.id]:
                for b, b_words in spoken[other.id]:
                    if same_speaker(a, b) is not False:
                        continue
                    alignment = QuoteAlignment(a_words, b_words)
                    fewest = min(len(side) for side in alignment.words)
                    # the common words, which are quickly counted, are never fewer than those that coverage counts
                    if fewest < 5 or alignment.common / fewest < 0.85 or alignment.coverage < 0.85:
                        continue
                    if _names_speaker(a, b) or _names_speaker(b, a):
                        # a joint statement: each account shortens the list of those who made it
                        continue
                    yield flag(
                        "speaker",
                        at=_with_speaker(a),
                        against=[_with_speaker(b)],
                        confidence=min(
                            0.95, 0.6 + 0.02 * alignment.shared_weight + 0.2 * (alignment.coverage - 0.5)
                        ),
                        verdict="fail" if alignment.shared_weight >= 4 else "review",
                        data={"kind": "speaker"},
                        left=a.value.speaker_text or a.value.speaker,
                        right=b.value.speaker_text or b.value.speaker,
                        left_outlet=one.name,
                        right_outlet=other.name,
                    )


def _names_speaker(quote: MentionView[QuoteValue], other: MentionView[QuoteValue]) -> bool:
    """Whether the sentence of a quotation, or one beside it, has the other quotation's speaker in it too."""
    near = [s for s in (quote.sentence.previous, quote.sentence, quote.sentence.next) if s is not None]
    surname = other.value.speaker.split()[-1]
    return any(other.value.speaker in s.entities or surname in s.text.lower().split() for s in near)


def _with_speaker(quote: MentionView[QuoteValue]) -> Place:
    document = quote.document
    spans = [quote.span, *([quote.value.speaker_span] if quote.value.speaker_span else [])]
    around = [document.enclosing(s) for s in spans]
    start, end = min(s.start for s in around), max(s.end for s in around)
    if end - start > 800:
        start, end = around[0].start, around[0].end
    marks = (
        (quote.value.speaker_span,)
        if quote.value.speaker_span and start <= quote.value.speaker_span.start < end
        else (quote.span,)
    )
    return Place(document, start, end, marks)


def _told_as_fact(match: MatchView) -> Iterator[Flag]:
    fact, claim = match.left, match.right
    if (
        fact.speaker
        or fact.quoted
        or fact.hedged
        or fact.modality
        or claim.cue not in _CLAIMS
        or claim.quoted
    ):
        return
    if (
        not match.mutual
        or match.score < 0.7
        or fact.predicate != claim.predicate
        or fact.negated != claim.negated
    ):
        return
    if any(q.value.speaker for q in fact.sentence.quotes):
        return
    yield flag(
        "fact",
        at=fact,
        against=[claim],
        verdict="review",
        severity="warning",
        confidence=round(0.25 + 0.35 * match.score, 4),
        data={"kind": "fact"},
        left_outlet=fact.document.name,
        right_outlet=claim.document.name,
        right=claim.speaker or "somebody",
    )
