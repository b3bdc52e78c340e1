"""Where a statement says that something is so: in one town, or "where" after the name of one."""

from checker.models.language import NameValue
from checker.rules.vocabulary import MentionView, StatementView
from checker_rules.story_slots import Told

# one kind of place by another preposition: a street is on it, a hall at it, and both are in a town
_ROWS = {"in": "in", "to": "in", "into": "in", "from": "in", "on": "on", "at": "at", "near": "near"}
_STAYS = frozenset({"in", "on", "at", "near"})
_NOUNS = frozenset({"NOUN", "PROPN"})
# the kind of place, by its preposition, and the entity
Where = frozenset[tuple[str, str]]


def places_told(told: Told, statement: StatementView) -> Where:
    """The places at which a statement of this sentence says that it is so."""
    names = [n for n in told.sentence.names if n.value.kind != "person" and not n.value.pronoun]
    there = any(
        w.text.lower() == "there" and w.dep == "advmod" and statement.span.contains(w.span)
        for w in told.words
    )
    if there or statement.exact.lower().startswith("where "):
        # "on Ostra, where the school is shut", "in Ostra, and the school there is shut"
        names = [n for n in names if n.span.end <= statement.span.start][-1:]
        among = frozenset(_ROWS)
    else:
        names = [n for n in names if statement.span.contains(n.span)]
        among = _STAYS
    found = ((_preposition(told, n), n.value.entity) for n in names)
    return frozenset((_ROWS[lemma], entity) for lemma, entity in found if lemma in among)


def places_apart(a: Where, b: Where) -> bool:
    """Whether each is told of a place of one kind and none is of both: in two towns, on two islands."""
    left, right = ({entity for _, entity in side} for side in (a, b))
    return bool({kind for kind, _ in a} & {kind for kind, _ in b}) and not left & right


def _preposition(told: Told, name: MentionView[NameValue]) -> str:
    """The "in" of "in Ostra" and of "in the town of Ostra"; empty for "the mayor of Ostra"."""
    words, heads = told.words, told.heads
    at = next((i for i, w in enumerate(words) if name.span.overlaps(w.span) and w.dep == "pobj"), -1)
    while at >= 0 and words[at].dep == "pobj":
        lemma, above = words[heads[at]].lemma.lower(), heads[heads[at]]
        if lemma != "of" or not 0 <= above < len(words) or words[above].pos not in _NOUNS:
            return lemma
        at = above
    return ""
