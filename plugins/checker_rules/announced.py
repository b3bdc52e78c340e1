"""Two who announce what somebody else does: a minister and the president, for one government."""

from checker.models.language import NameValue
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import MentionView
from checker_rules.slots import head_index

_ANNOUNCING = frozenset({"announce", "confirm", "declare", "reveal", "disclose"})


def announced(a: MentionView[NameValue], b: MentionView[NameValue]) -> bool:
    """Whether each is the subject of an announcement, and one of these is not about the announcer's own deed."""
    others = [_of_another(name) for name in (a, b)]
    return None not in others and any(others)


def _of_another(name: MentionView[NameValue]) -> bool | None:
    """Whether somebody else does what the name's bearer announces; None where nothing is announced."""
    words = sentence_words(name.sentence)
    heads = [head_index(words, i) for i in range(len(words))]
    verb = next(
        (heads[i] for i, w in enumerate(words) if w.dep == "nsubj" and name.span.overlaps(w.span)), -1
    )
    if not 0 <= verb < len(words) or words[verb].lemma not in _ANNOUNCING:
        return None
    told = next((i for i, w in enumerate(words) if w.dep == "ccomp" and heads[i] == verb), -1)
    doer = next(
        (w for i, w in enumerate(words) if w.dep in ("nsubj", "nsubjpass") and heads[i] == told), None
    )
    if told < 0 or doer is None:
        return None
    own = [n for n in name.sentence.names if n.value.entity == name.value.entity]
    return not any(n.span.overlaps(doer.span) for n in own)
