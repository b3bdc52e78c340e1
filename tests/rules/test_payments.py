"""NAME: who pays a sum and who gets it."""

from pathlib import Path

import pytest
from written import findings_in

LEAD = "The quarrel over the organ of Ostra church came to an end on Monday."
PAIRS = [
    ("The parish paid the builder 40,000 euros.", "The builder had to pay the parish 40,000 euros."),
    (
        "Carl Lind was awarded 40,000 euros by a court.",
        "A court ordered Carl Lind to pay the parish 40,000 euros.",
    ),
    (
        "The parish owes eight lenders 40 million shillings.",
        "The parish is owed 40 million shillings by eight lenders.",
    ),
]


def told(folder: Path, one: str, other: str) -> list[str]:
    found = findings_in(folder, "NAME", f"{LEAD} {one}", f"{LEAD} {other}")
    return [f.message for f in found if "who pays" in f.message]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_sum_that_goes_the_other_way_is_told_once(tmp_path: Path, one: str, other: str) -> None:
    (message,) = told(tmp_path, one, other)
    assert "40" in message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one way, in other words
        ("The parish paid the builder 40,000 euros.", "The builder received 40,000 euros from the parish."),
        ("The builder was paid 40,000 euros.", "The parish was ordered to pay the builder 40,000 euros."),
        # another sum
        ("The parish paid the builder 40,000 euros.", "The builder paid the parish 4,000 euros."),
        # both ways in one account
        (
            "The parish paid the builder 40,000 euros. The builder repaid the parish 40,000 euros.",
            "The builder paid the parish 40,000 euros.",
        ),
        # denied
        ("The parish paid the builder 40,000 euros.", "The builder did not pay the parish 40,000 euros."),
    ],
)
def test_a_sum_that_goes_one_way_is_silent(tmp_path: Path, one: str, other: str) -> None:
    assert told(tmp_path, one, other) == []
