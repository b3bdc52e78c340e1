"""Where a statement says that something is so: in one town, or "where" after the name of one."""

from checker.models.language import NameValue
from checker.rules.vocabulary import MentionView, StatementView
from checker_rules.story_slots import Told

_IN = frozenset({"in", "on", "at", "near"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def places_told(told: Told, statement: StatementView) -> frozenset[str]:
    """The entities of the places at which a statement of this sentence says that it is so."""
    names = [n for n in told.sentence.names if n.value.kind != "person" and not n.value.pronoun]
    first = statement.exact.split(maxsplit=1)[0].lower() if statement.exact else ""
    there = any(
        w.text.lower() == "there" and w.dep == "advmod" and statement.span.contains(w.span)
        for w in told.words
    )
    if first == "where" or there:
        # "on Ostra, where the school is shut", "in Ostra, and the school there is shut"
        before = [n for n in names if n.span.end <= statement.span.start]
        return frozenset({before[-1].value.entity} if before else ())
    inside = [n for n in names if statement.span.contains(n.span) and _is_where(told, n)]
    return frozenset(n.value.entity for n in inside)


def places_apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether each is told of a place and none is of both."""
    return bool(a and b) and not a & b


def _is_where(told: Told, name: MentionView[NameValue]) -> bool:
    """Whether a name says where: "in Ostra", "in the town of Ostra"; not "the mayor of Ostra"."""
    words, heads = told.words, told.heads
    at = next((i for i, w in enumerate(words) if name.span.overlaps(w.span) and w.dep == "pobj"), -1)
    while at >= 0 and words[at].dep == "pobj":
        lemma, above = words[heads[at]].lemma.lower(), heads[heads[at]]
        if lemma in _IN:
            return True
        if lemma != "of" or not 0 <= above < len(words) or words[above].pos not in _NOUNS:
            return False
        at = above
    return False
