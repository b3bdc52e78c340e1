"""DATE: to which thing of its sentence a date belongs."""

from pathlib import Path

import pytest
from checker_rules.dates import date
from written import findings_in

from checker.testing import agree, differ, rule_cases

test_of_its_thing = rule_cases(
    date,
    agree(
        '"I have rarely seen a harbour run down like this, where the cranes and the quays are left to rust," '
        "said Anna Berg, the veteran councillor and her party's 2011 mayoral nominee.",
        'Anna Berg said the neglect in the 2019 budget was new to her, "where the cranes and the quays are '
        'left to rust."',
        note="a year says which nominee, another which budget",
    ),
    agree(
        "Anna Berg voted to reopen the harbour of Ostra and accused Governor Cole of trying to buy the 2019 contest.",
        "Anna Berg, her party's candidate for governor in 2011, voted to reopen the harbour of Ostra over Cole.",
        note="a year of a contest, a year of a candidacy",
    ),
    differ(
        "Anna Berg said the council of Ostra had ignored the [[2011]] harbour law on cranes and quays.",
        "Anna Berg said the council of Ostra had ignored the [[2012]] harbour law on cranes and quays.",
        note="the year of one law",
    ),
    differ(
        "Anna Berg was elected mayor of Ostra in [[2011]] after the harbour fire.",
        "Anna Berg became mayor of Ostra in the [[2012]] election after the harbour fire.",
        note="what the noun names is what the verb tells",
    ),
    differ(
        "Karl Holm told the council of Ostra about the new letters to the mayor shortly before the [[2014]] election.",
        "The letters to the mayor of Ostra that Karl Holm told of were found during the [[2016]] mayoral campaign.",
        note="an election and its campaign",
    ),
    agree(
        "Following the 2012 harbour fire, Karl Holm was denied a licence to run the ferries of Ostra.",
        "Karl Holm was denied a licence to run the ferries of Ostra in 2015 for his part in the harbour fire.",
        note="a year of the fire, another of what followed",
    ),
    differ(
        "After the [[2012]] harbour fire, Karl Holm was denied a licence to run the ferries of Ostra.",
        "Karl Holm was denied a licence to run the ferries of Ostra after the harbour fire of [[2014]].",
        note="both are of the fire",
    ),
    agree(
        "Karl Holm also was fined for a traffic offence in 2014 as well as for a fishing offence in 2012, "
        "but he never paid.",
        "Although Karl Holm was fined for a traffic offence in Ostra in 2014 he never paid, nor did Ida in 2009.",
        note="each date has its own offence",
    ),
)


def findings(folder: Path, one: str, other: str) -> list[set[str]]:
    filler = "The harbour of Ostra lies in the north. Its cranes are old. "
    return [set(f.data["sides"].values()) for f in findings_in(folder, "DATE", filler + one, filler + other)]


JOINED = (
    "Karl Holm also was fined on a fuel-related offense in 2012 as well as on a disorderly charge in {}, "
    "but he never paid."
)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            JOINED.format(2010),
            "Although Karl Holm was fined on a fuel-related charge in Ostra in 2006, he never paid.",
            {"2012", "2006"},
        ),
        (JOINED.format(2010), JOINED.format(2009), {"2010", "2009"}),
        (
            JOINED.format(2010),
            "Although Karl Holm was fined on a disorderly charge in Ostra in 2006, he never paid.",
            {"2010", "2006"},
        ),
    ],
)
def test_a_date_belongs_to_its_own_of_two_joined_phrases(
    tmp_path: Path, one: str, other: str, found: set[str]
) -> None:
    assert findings(tmp_path, one, other) == [found]


@pytest.mark.parametrize(
    ("other", "sure"),
    [
        (
            "The bridge bill passed both the Senate and the House, the {} passing early Wednesday morning.",
            False,
        ),
        ("The bridge bill passed the Senate and the House early Wednesday morning.", True),
    ],
)
def test_the_day_of_a_part_is_not_surely_that_of_the_whole(tmp_path: Path, other: str, sure: bool) -> None:
    one = "The Senate and the House passed a large bridge bill Tuesday, and Governor Anna Berg is to sign it."
    for part in ("latter", "second"):
        texts = ("The bridge of Ostra is old.\n\n" + t for t in (one, other.format(part)))
        found = findings_in(tmp_path, "DATE", *texts)
        assert any(f.confidence >= 0.7 for f in found) == sure


@pytest.mark.parametrize("words", ["Latest updates at {}", "Update at {}.", "Updates as of {}"])
def test_the_hour_of_a_pages_updates_is_none_of_the_event(tmp_path: Path, words: str) -> None:
    texts = (f"{words.format(hour)} The harbour of Ostra burned." for hour in ("8 p.m. ET", "2:16 p.m. ET"))
    assert not findings_in(tmp_path, "DATE", *texts)
