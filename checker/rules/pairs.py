"""Which mentions of two statements are of the same thing."""

from collections.abc import Callable
from typing import Any

from checker.models.language import DateValue, NameValue, QuantityValue, QuoteValue
from checker.models.quantities import same_thing
from checker.rules.statement_views import MentionView, StatementView

Score = tuple[int, ...]
# as same_thing gives it when one side does not say what it counts
_SAME = 0.4


def pair_mentions(
    left: StatementView, right: StatementView, kind: str, *, unit: str | None, about: frozenset[str]
) -> tuple[tuple[MentionView[Any], MentionView[Any]], ...]:
    """One-to-one pairs of mentions of ``kind`` that are of the same thing, in the order of the left text.

    The best pairs are taken first: equal values, then the same thing counted, then the same order in the
    text.
    """
    scorer = _SCORERS.get(kind, _other)
    ranked: list[tuple[Any, ...]] = []
    for i, a in enumerate(left.of_kind(kind)):
        for j, b in enumerate(right.of_kind(kind)):
            if unit is not None and not (_has_unit(a.value, unit) and _has_unit(b.value, unit)):
                continue
            if about and not (_about(left, a.value) & about and _about(right, b.value) & about):
                continue
            if (score := scorer(a.value, b.value)) is not None:
                ranked.append((*(-s for s in score), abs(i - j), i, j, a, b))
    ranked.sort(key=lambda row: row[:-2])
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs = []
    for row in ranked:
        i, j, a, b = row[-4:]
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append((i, a, b))
    return tuple((a, b) for _, a, b in sorted(pairs, key=lambda row: row[0]))


def _quantity(a: QuantityValue, b: QuantityValue) -> Score | None:
    same = same_thing(a, b)
    if same < _SAME or a.form != b.form:
        return None
    return int(a.compatible(b)), round(100 * same)


def _date(a: DateValue, b: DateValue) -> Score | None:
    return (int(a.compatible(b)),) if a.grain == b.grain else None


def _name(a: NameValue, b: NameValue) -> Score | None:
    return (int(a.full == b.full),) if a.entity == b.entity else None


def _quote(a: QuoteValue, b: QuoteValue) -> Score | None:
    if a.direct != b.direct or (a.speaker and b.speaker and a.speaker != b.speaker):
        return None
    return int(a.exact == b.exact), int(bool(a.speaker) and a.speaker == b.speaker)


def _other(a: object, b: object) -> Score | None:
    return (int(a == b),)


def _has_unit(value: object, unit: str) -> bool:
    if not isinstance(value, QuantityValue):
        return True
    known = {value.unit, value.counted, *value.of}
    return unit in known or _stem(unit) in {_stem(word) for word in known if word}


def _stem(word: str) -> str:
    """The word without the ending of a noun, plural or participle: death meets dead, injury injured."""
    ending = next(
        (e for e in ("ies", "ed", "th", "s", "y", "d") if len(word) > len(e) + 2 and word.endswith(e)), ""
    )
    return word.removesuffix(ending)


def _about(statement: StatementView, value: object) -> frozenset[str]:
    counted = (value.counted, *value.of) if isinstance(value, QuantityValue) else ()
    return frozenset((statement.predicate, statement.subject, *counted))


_SCORERS: dict[str, Callable[[Any, Any], Score | None]] = {
    "quantity": _quantity,
    "date": _date,
    "name": _name,
    "quote": _quote,
}
