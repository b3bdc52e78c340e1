"""Whether two statements stand in quotations of the same words: how these differ is the business of QUOT."""

from checker.models.language import QuoteValue
from checker.rules.vocabulary import MentionView, SentenceView, StatementView
from checker_rules.quote_alignment import QuoteAlignment, tokens
from checker_rules.speakers import same_speaker

Said = SentenceView | StatementView
# as much of the shorter quotation in order, so many words in a row and so many that carry meaning are one utterance
_SAME, _RUN, _WEIGHT = 0.6, 3, 2
# where more than this share of the words differ they may be two
_ALTERED = 0.3


def one_utterance(a: Said, b: Said) -> bool:
    """Whether both are told in quotations that run along each other, given to nobody else."""
    return any(_aligned(p, q) for p in _around(a) for q in _around(b))


def _around(said: Said) -> list[MentionView[QuoteValue]]:
    """The quotations in which all that is said stands, or most of a sentence."""
    sentence = said.sentence if isinstance(said, StatementView) else said
    quotes = [q for q in sentence.quotes if q.value.direct]
    if isinstance(said, StatementView):
        return [q for q in quotes if q.span.overlaps(said.span) and said.quoted]
    return [q for q in quotes if 2 * len(q.span) >= len(sentence.span)]


def _aligned(one: MentionView[QuoteValue], other: MentionView[QuoteValue]) -> bool:
    alignment = QuoteAlignment(tokens(one.text, one.span.start), tokens(other.text, other.span.start))
    if not all(alignment.words) or same_speaker(one, other) is False:
        return False
    enough = alignment.run >= _RUN and alignment.shared_weight >= _WEIGHT
    return enough and alignment.coverage >= _SAME and alignment.altered <= _ALTERED
