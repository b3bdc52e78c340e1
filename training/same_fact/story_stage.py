"""The second stage: of two mentions with two values, what the rest of the story tells of a slip.

Real slips are rare, so they are made of agreement: of two mentions with one value one is thought to be wrong. Then
nothing agrees with it, and what agreed with the other is still there. Real pairs with two values are two facts.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from logistic import chance
from rows import Place, Row

# as in ``facts.differing``
SIGNS = (
    "one fact",
    "given by one",
    "given by both",
    "third account",
    "third accounts",
    "answered",
    "both answered",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEED = 5


@dataclass(frozen=True)
class Example:
    """Signs of a pair that differs; ``slip`` when it was made of agreement. ``row`` is the row it comes from."""

    row: int
    slip: bool
    signs: dict[str, float]


class _Partner(NamedTuple):
    row: int
    place: Place
    likely: float


class _Story:
    """What agrees with a mention, by the first stage, and which words each account gives as values."""

    def __init__(self, rows: Sequence[Row], odds: Sequence[float]) -> None:
        self._agreeing: dict[tuple[str, Place], list[_Partner]] = defaultdict(list)
        self.texts: dict[tuple[str, str], set[str]] = defaultdict(set)
        for n, row in enumerate(rows):
            for place, other in ((row.left, row.right), (row.right, row.left)):
                self.texts[row.story, place.account].add(place.text)
                if row.one:
                    self._agreeing[row.story, place].append(_Partner(n, other, chance(odds[n])))

    def agreed(
        self, story: str, place: Place, *, within: str = "", outside: str = "", besides: int = -1
    ) -> float:
        """How likely the surest of its like is of one fact with it: in one account, or in all others but one."""
        return max(
            (
                partner.likely
                for partner in self._agreeing[story, place]
                if partner.row != besides
                and (partner.place.account == within if within else partner.place.account != outside)
            ),
            default=0.0,
        )


def examples(rows: Sequence[Row], odds: Sequence[float], used: Sequence[bool]) -> list[Example]:
    """Two examples of every row used: each of its mentions wrong in turn, or a real pair of two values twice.

    ``odds`` are the first stage's, of models that did not see the row's story.
    """
    story = _Story(rows, odds)
    draw = random.Random(SEED)
    found = []
    for n, row in enumerate(rows):
        if used[n]:
            made = _slips(row, n, odds[n], story, draw) if row.one else [_differing(row, odds[n], story)] * 2
            found += [Example(n, row.one, signs) for signs in made]
    return found


def _slips(
    row: Row, number: int, odds: float, story: _Story, draw: random.Random
) -> Iterator[dict[str, float]]:
    """The signs of a row of one value if the left mention were wrong, and if the right one were."""
    for wrong, right, right_given in (
        (row.left, row.right, row.left_gives),
        (row.right, row.left, row.right_gives),
    ):
        wrong_given = False
        if row.kind == "dates" and wrong.text.split()[0] in WEEKDAYS:
            # a wrong day of the week often stands in the other account too, of something else
            slip = draw.choice([day for day in WEEKDAYS if day not in wrong.text])
            wrong_given = any(slip in text for text in story.texts[row.story, right.account])
        yield _signs(
            odds,
            (right_given, wrong_given),
            (story.agreed(row.story, right, outside=wrong.account), 0.0),
            (story.agreed(row.story, right, within=wrong.account, besides=number), 0.0),
        )


def _differing(row: Row, odds: float, story: _Story) -> dict[str, float]:
    """The signs of a row of two values as it stands."""
    sides = ((row.left, row.right.account), (row.right, row.left.account))
    thirds = [story.agreed(row.story, place, outside=other) for place, other in sides]
    answers = [story.agreed(row.story, place, within=other) for place, other in sides]
    return _signs(odds, (row.left_gives, row.right_gives), thirds, answers)


def _signs(
    odds: float, given: Sequence[bool], thirds: Sequence[float], answers: Sequence[float]
) -> dict[str, float]:
    values = (odds, any(given), all(given), max(thirds), min(thirds), max(answers), min(answers))
    return {name: float(value) for name, value in zip(SIGNS, values, strict=True)}
