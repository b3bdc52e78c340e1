"""ATTR: told as done by one account, as a suspicion by another."""

from pathlib import Path

import pytest
from written import findings_in

LEAD = "Two cases of stamps were stolen from the post office of Ostra on Monday."
SUSPICION = "Prosecutors suspect Carl Lind of passing the timetable to the thieves."


def told(folder: Path, one: str, other: str) -> list[str]:
    found = findings_in(folder, "ATTR", f"{LEAD} {one}", f"{LEAD} {other}")
    return [f.message for f in found if "suspicion" in f.message]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Carl Lind, a clerk, passed the timetable to the thieves.", SUSPICION),
        ("Among those held is Carl Lind, who passed the timetable to the thieves.", SUSPICION),
        (
            "Carl Lind passed the timetable to the thieves.",
            "Investigators suspect that the clerk, Carl Lind, passed the timetable to the thieves, a judge said.",
        ),
    ],
)
def test_a_suspicion_told_as_fact_is_told(tmp_path: Path, one: str, other: str) -> None:
    assert len(told(tmp_path, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Carl Lind may have passed the timetable to the thieves.", SUSPICION),
        ("Police suspect that Carl Lind passed the timetable to the thieves.", SUSPICION),
        ("Carl Lind passed the timetable to the thieves, the court found.", SUSPICION),
        ("Anna Berg passed the timetable to the thieves.", SUSPICION),
        ("Carl Lind passed a postman on his way to the thieves.", SUSPICION),
        # the other account tells it as done as well
        (
            "Carl Lind passed the timetable to the thieves.",
            f"{SUSPICION} Carl Lind passed the timetable to the thieves in May.",
        ),
    ],
)
def test_what_is_guarded_proved_or_of_somebody_else_is_silent(tmp_path: Path, one: str, other: str) -> None:
    assert told(tmp_path, one, other) == []
