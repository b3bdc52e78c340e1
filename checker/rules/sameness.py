"""Whether two sets of values say the same, so that a rule can compare what two accounts hold."""

from collections.abc import Sequence
from typing import Any

from checker.models.language import DateValue, NameValue, QuantityValue, QuoteValue, Value


def say_the_same(left: Sequence[Value], right: Sequence[Value]) -> bool:
    """Whether each value of one side goes with one of the other; symmetric.

    Figures and dates go together when both can be true, entities when they are the same (however often each
    is named), quotations when their words are the same, a plugin's own values when they are equal.
    """
    if all(isinstance(v, NameValue) for v in (*left, *right)):
        return {v.entity for v in left if isinstance(v, NameValue)} == {
            v.entity for v in right if isinstance(v, NameValue)
        }
    if len(left) != len(right):
        return False
    partner: dict[int, int] = {}
    return all(_finds_partner(i, left, right, partner, set()) for i in range(len(left)))


def _finds_partner(
    i: int, left: Sequence[Value], right: Sequence[Value], partner: dict[int, int], tried: set[int]
) -> bool:
    """Find a free one on the right, moving others where that helps: "about 12" must not take away the 12."""
    for j, value in enumerate(right):
        if j not in tried and _goes_with(left[i], value):
            tried.add(j)
            if j not in partner or _finds_partner(partner[j], left, right, partner, tried):
                partner[j] = i
                return True
    return False


def _goes_with(a: Any, b: Any) -> bool:
    if isinstance(a, QuantityValue) and isinstance(b, QuantityValue):
        # another unit cannot be compared, and does not say the same
        return a.unit == b.unit and a.compatible(b)
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return a.compatible(b)
    if isinstance(a, QuoteValue) and isinstance(b, QuoteValue):
        return a.exact.split() == b.exact.split()
    return bool(a == b)
