"""NAME: offices, ranks, parties and homes that two accounts give one person."""

from pathlib import Path

import pytest
from checker_rules.homes import homes
from written import findings_in

from checker.testing import story_of

LEAD = "The ferry line to Ostra stood still on Monday after a crack was found in the pier."


def told(folder: Path, one: str, other: str) -> list[str]:
    return [f.message for f in findings_in(folder, "NAME", f"{LEAD} {one}", f"{LEAD} {other}")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finance Minister Anna Berg left the talks.", "Economy Minister Anna Berg walked out of the talks."),
        ("Anna Berg of Britain's Labour Party left.", "Anna Berg of the Labour Party walked out."),
        ("Anna Berg, 46, of the UK Labour Party left.", "Anna Berg, 46, of the Labour Party walked out."),
        ("Anna Berg of the Civic Movement left.", "Anna Berg, who sits for the Civic Bloc, walked out."),
        ("Health Minister Anna Berg left the talks.", "Anna Berg, the health minister, walked out."),
        ("Health Minister Anna Berg left the talks.", "Anna Berg, a former interior minister, walked out."),
        (
            "Vice-President Anna Berg, Carl Lind and others left the talks.",
            "Vice President Anna Berg walked out.",
        ),
        ("The treasurer, Anna Berg, left the talks.", "Anna Berg, a treasurer, walked out."),
        ("Anna Berg, a doctor who served as health minister, left.", "Anna Berg was minister of health."),
    ],
)
def test_one_office_and_one_party_in_other_words_are_silent(tmp_path: Path, one: str, other: str) -> None:
    assert told(tmp_path, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finance Minister Anna Berg left the talks.", "Foreign Minister Anna Berg walked out of the talks."),
        ("Anna Berg of Britain's Labour Party left.", "Anna Berg, who sits for the Green Party, walked out."),
        ("Health Minister Anna Berg left the talks.", "Anna Berg, the interior minister, walked out."),
        ("Health Minister Anna Berg left the talks.", "Deputy Health Minister Anna Berg walked out."),
        ("Anna Berg, a doctor who served as deputy health minister, left.", "Anna Berg was health minister."),
        ("They met the vice-president, Anna Berg.", "They met the treasurer, Anna Berg."),
        (
            "Anna Berg, a member of the Liberal Party, left.",
            "Anna Berg has represented Velm for the opposition Country Party.",
        ),
    ],
)
def test_another_office_or_party_is_told(tmp_path: Path, one: str, other: str) -> None:
    assert len(told(tmp_path, one, other)) == 1


def test_two_people_of_one_pair_of_ranks_are_both_told(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "Major Anna Berg closed the pier. Major Carl Lind left the town.",
        "Colonel Anna Berg shut the pier. Colonel Carl Lind left the town.",
    )
    assert sorted(m.split("calls ")[1].split(" “")[0] for m in found) == ["Anna Berg", "Carl Lind"]


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("Rep. Emil Stone of Kansas City left.", []),
        ("Rep. Emil Stone of La Crosse left.", []),
        ("Rep. Emil Stone of Penn State left.", []),
        ("Rep. Emil Stone of Kansas left.", ["kansas"]),
        ("Rep. Emil Stone, R-La., left.", ["louisiana"]),
        ("Rep. Emil Stone (D-N.Y.) left.", ["new york"]),
    ],
)
def test_a_town_that_begins_with_a_state_is_no_state(said: str, home: list[str]) -> None:
    document = story_of({"a": said, "b": "Nothing else was said."}).documents[0]
    assert [h.value for h in homes(document) if h.fact == "home"] == home
