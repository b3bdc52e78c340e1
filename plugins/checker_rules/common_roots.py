"""How many words two sentences have in common: vectors alone bring together what is only of one story."""

from checker.models.language import Value
from checker.rules.vocabulary import MentionView, SentenceView
from checker_rules.story_slots import Told, root_of

# how many roots two sentences share, and what share (0-1) of the shorter one's, to be told of one thing: of eight
# states in real leads that share less none clashed, of twelve in invented wires ten share more
_SHARED, _SHARE = 3, 0.3


def told_alike(left: SentenceView, right: SentenceView, *hidden: MentionView[Value]) -> bool:
    """Whether two sentences share roots enough, those of the ``hidden`` mentions left out, to be of one thing."""
    shared, share = roots_in_common(left, right, *hidden)
    return shared >= _SHARED and share >= _SHARE


def roots_in_common(
    left: SentenceView, right: SentenceView, *hidden: MentionView[Value]
) -> tuple[int, float]:
    """How many roots two sentences share besides the ``hidden`` mentions, and what share (0-1) of the shorter one's."""
    told = [Told(s) for s in (left, right)]
    out = {
        root_of(w)
        for t in told
        for m in hidden
        for w in t.words
        if m.span.overlaps(w.span) and m.sentence == t.sentence
    }
    one, other = (t.roots - out for t in told)
    return len(one & other), len(one & other) / max(1, min(len(one), len(other)))
