"""Verbs that are figures: one account says that rents doubled, the other that they tripled."""

from collections.abc import Iterator

from checker import Flag, flag
from checker.rules.vocabulary import StatementView, StoryView, marked
from checker_rules.circumstances import days_apart, disputed

_TIMES = {"halve": 0.5, "double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "quintuple": 5.0}
# from which score on two statements tell of one thing
_ONE = 0.5


def factors(story: StoryView) -> Iterator[Flag]:
    """Flag two statements of one thing that grew or fell by two factors."""
    for match in story.matches:
        a, b = match.left, match.right
        one, other = _factor(a), _factor(b)
        if not one or not other or one == other or match.score < _ONE:
            continue
        subjects = {s.head for s in (a.argument("subject"), b.argument("subject")) if s is not None}
        if len(subjects) != 1 or days_apart(a, b) or disputed(a, b):
            continue
        left, right = (s.predicate_span.of(s.document.text) for s in (a, b) if s.predicate_span is not None)
        yield flag(
            "differs",
            at=marked(a.sentence, a.predicate_span),
            against=[marked(b.sentence, b.predicate_span)],
            verdict="review",
            confidence=round(0.5 + 0.45 * match.score, 4),
            data={"kind": "quantity", "sole": True, "sides": {a.document.name: left, b.document.name: right}},
            left=left,
            right=right,
            left_outlet=a.document.name,
            right_outlet=b.document.name,
        )


def _factor(statement: StatementView) -> float:
    """By what it says that a thing was multiplied; 0 where it says nothing of the kind, or not as a fact."""
    told = statement.modality == "" and not statement.negated and not statement.hedged
    return _TIMES.get(statement.predicate, 0.0) if told and statement.predicate_span is not None else 0.0
