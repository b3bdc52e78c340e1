"""The only figure of its thing in each of two accounts: one death toll here, another there, in whatever words.

What surrounds two figures tells little where accounts are short or worded otherwise ("killing 23 people", "32 deaths").
But an account that gives the dead, the arrested, the votes in favour or a share of something once means the event's.
"""

import re
from datetime import date

from checker.models.quantities import SIDES, STATES, canonical, same_thing
from checker.rules.alignment import CONTENT
from checker.rules.sentence_pairs import words_in
from checker_rules.figures import Quantity
from checker_rules.slots import LIGHT
from checker_rules.surroundings import root

_ALIKE = 0.9  # by units, nouns and restrictions
# that much says the only figure, and "nobody": an account that says so speaks of all that happened
_ONLY, _NONE = 2.0, 3.5
_LONG_AGO = 60  # days
# a toll that is so many times the other is another event's: 176 in the plane, 300 in the streets
_FARTHEST = 1.6
# what is waited for, foreseen or only thought of is no figure of the event
_NOT_YET = re.compile(
    r"\b(?:until|till|unless|once|if|will|would|could|may|might|should|expect\w*|forecast\w*|predict\w*|foresee\w*"
    r"|projected|projects|target\w*|aim\w*|goal)\b",
    re.IGNORECASE,
)


def sole(a: Quantity, b: Quantity) -> float:
    """Log odds that both are of one fact, because they count the same and stand alone for it in their accounts; else 0.

    Both have to say what they count.
    """
    if a.value.form != b.value.form or a.value.unit != b.value.unit or not (_labelled(a) and _labelled(b)):
        return 0.0
    if not (_befell(a) or _told_with(a) & _told_with(b)):
        # a share or a sum of something says little by itself: what is done with it has to be the same
        return 0.0
    if any(not _alone(f) or _of_old(f) or _to_come(f) for f in (a, b)):
        return 0.0
    few, many = sorted((a, b), key=lambda f: f.value.number)
    if few.value.number == 0 < many.value.number:
        return _NONE if _nobody(few, many) else 0.0
    near = many.value.number <= _FARTHEST * few.value.number
    return _ONLY if near and same_thing(a.value, b.value) >= _ALIKE else 0.0


def _nobody(none: Quantity, some: Quantity) -> bool:
    """Whether nobody at all was hurt or killed in one account: then nobody of any kind was."""
    said, told = {*none.value.of}, {*some.value.of}
    return bool(said & told & STATES) and said <= told


def _labelled(figure: Quantity) -> bool:
    """Whether the words say enough for the figure to be known again: what befell whom, which side, of what.

    A tally does not: a motion and a bill are voted on in one hour.
    """
    value = figure.value
    if value.counted in ("", "percent") or value.parts:
        return False
    return _befell(figure) or bool(value.unit and value.form in ("percent", "money"))


def _befell(figure: Quantity) -> bool:
    """Whether it says what befell those it counts, or on which side they stand: dead, arrested, in favour."""
    return bool({*figure.value.of} & (STATES | SIDES))


def _told_with(figure: Quantity) -> frozenset[str]:
    """The roots of its statement's words, without what is counted and what that is part of."""
    told = figure.statement
    if told is None:
        return frozenset()
    counted = {root(w) for w in (figure.value.counted, *figure.value.of)}
    words = [w for w in words_in(told.document, told.span) if w.pos in CONTENT - {"NUM"}]
    found = {w.lemma for w in words if not w.span.overlaps(figure.span)} - LIGHT
    return frozenset(root(lemma) for lemma in found) - counted


def _alone(figure: Quantity) -> bool:
    """Whether the account has no other figure of the thing."""
    mine = _key(figure)
    return all(
        other.value.number == figure.value.number for other in figure.document.numbers if _key(other) == mine
    )


def _to_come(figure: Quantity) -> bool:
    """Whether the words before it say that it is not told as a fact: "until unemployment has fallen to 6.5 percent"."""
    before = figure.document.text[figure.sentence.span.start : figure.span.start]
    return _NOT_YET.search(before) is not None


def _of_old(figure: Quantity) -> bool:
    """Whether its sentence names a day or a year long before the account: "killed all 290 aboard in 1988"."""
    try:
        published = date.fromisoformat(figure.document.published[:10])
    except ValueError:
        return False
    lasts = [m.value.last for m in figure.sentence.dates if m.value.last]
    return any((published - date.fromisoformat(last)).days > _LONG_AGO for last in lasts)


def _key(figure: Quantity) -> tuple[object, ...]:
    value = figure.value
    return value.form, value.unit, canonical(value.counted), frozenset(value.of)
