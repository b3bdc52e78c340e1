"""Two facts told side by side, each in one of the accounts: no rule may set them against each other."""

from pathlib import Path

import pytest
from written import findings_in

ABOUT = {
    "election": "Voters in Ostra elected a governor on Sunday. Mayor Anna Lund, a Green, ran against Tom Reed.",
    "final": "Karlby FC played Velm United in the final of the Norland Cup on Saturday in front of 31,000 spectators.",
    "storm": "Storm Ada hit the coast of Norland on Monday night with winds of 140 kilometers per hour.",
    "deal": "Norsk Fisk said on Monday that it was in talks to buy its rival Velmfish. The two employ 2,000 people.",
    "flu": "The health ministry of Norland reported the first cases of bird flu in people on Monday.",
    "vote": "The parliament of Norland debated the harbour bill of Finance Minister Anna Lund for hours on Tuesday.",
    "shots": "A gunman opened fire in a shopping centre in Karlby on Friday afternoon, the police of Norland said.",
}
DIFFER = "NAME,NUM,DATE,NEG,VOTE"


@pytest.mark.parametrize(
    ("about", "one", "other"),
    [
        ("election", "Lund won in 12 of the 20 districts.", "Reed won in eight of the 20 districts."),
        ("election", "Reed spent 3 million crowns on his campaign.", "Lund spent 1 million crowns."),
        (
            "election",
            "Lund said she would build 500 flats a year.",
            "Reed said he would build 800 flats a year.",
        ),
        ("election", "Lund thanked Reed for a fair campaign.", "Reed thanked Lund for a fair campaign."),
        ("shots", "Two patients left hospital on Saturday.", "Four patients left hospital on Sunday."),
        ("election", "Lund got 61 percent in Karlby.", "Lund got 54 percent in the province."),
        ("final", "Berg scored in the 12th minute.", "Holm scored in the 88th minute."),
        ("storm", "Some 4,000 homes in Karlby lost power.", "Some 900 homes in Ostra lost power."),
        (
            "deal",
            "Norsk Fisk had sales of 900 million crowns last year.",
            "Norsk Fisk made a profit of 40 million crowns last year.",
        ),
        ("flu", "Three workers of a farm fell ill in May.", "A fourth worker of the farm fell ill in June."),
        (
            "vote",
            "Nine Conservatives voted for the bill.",
            "Most Conservatives voted against the bill.",
        ),
        (
            "shots",
            "Prime Minister Anna Holm spoke of a black day.",
            "Mayor Jon Moe spoke of a black day for the town.",
        ),
    ],
)
def test_nothing_is_set_against_its_neighbour(tmp_path: Path, about: str, one: str, other: str) -> None:
    texts = [f"{ABOUT[about]} {end}" for end in (one, other)]
    for code in DIFFER.split(","):
        assert [f.message for f in findings_in(tmp_path, code, *texts)] == []


@pytest.mark.parametrize(
    ("about", "code", "one", "other"),
    [
        ("election", "NAME", "Lund won in 12 of the 20 districts.", "Reed won in 12 of the 20 districts."),
        ("final", "NAME", "Berg scored in the 12th minute.", "Holm scored in the 12th minute."),
        (
            "deal",
            "NUM",
            "Norsk Fisk made a profit of 90 million crowns last year.",
            "Norsk Fisk made a profit of 40 million crowns last year.",
        ),
        (
            "flu",
            "DATE",
            "Three workers of a farm fell ill in May.",
            "Three workers of a farm fell ill in June.",
        ),
        ("flu", "NUM", "In Velm the virus killed 4,000 birds.", "In Velm the virus has killed 9,000 birds."),
        (
            "vote",
            "VOTE",
            "The Greens voted for the bill.",
            "The Greens voted against the bill.",
        ),
    ],
)
def test_one_fact_told_otherwise(tmp_path: Path, about: str, code: str, one: str, other: str) -> None:
    texts = [f"{ABOUT[about]} {end}" for end in (one, other)]
    assert len(findings_in(tmp_path, code, *texts)) == 1


INQUIRY = "The harbour inquiry of Ostra sat on Thursday and heard the mayor, Anna Berg."
LETTERS = "“Members asked more than 160 questions on Mr. Stone's letters {}less than 20 questions about the crane{},”"
TRADE = (
    "“Members asked more than 270 questions about Mr. Stone's alleged business in Norland, but no questions about the "
    "guards of the harbour.”"
)


def test_two_figures_that_both_accounts_give_are_of_two_things(tmp_path: Path) -> None:
    calm = f"Karl Moe, one of the councillors, complained late in the evening. {TRADE} Then he sat down."
    one = (
        f"{INQUIRY} {calm} The mayor was calm. {LETTERS.format('to the Bergs, but ', '')} he had said before."
    )
    more = LETTERS.format("and talks with the Bergs but ", " that fell")
    other = f"{INQUIRY} {more} Karl Moe said, and went on. {TRADE}"
    assert findings_in(tmp_path, "NUM", one, other) == ()
    # who gives the second figure of the first thing has it from nowhere
    assert findings_in(tmp_path, "NUM", one, f"{INQUIRY} {TRADE.replace('270', '240')} Karl Moe said.")


def test_two_figures_in_each_other_s_place_are_told_otherwise(tmp_path: Path) -> None:
    both = "Members asked {} questions about Stone's letters. They asked {} questions about his business in Norland."
    found = findings_in(tmp_path, "NUM", *(f"{INQUIRY} {both.format(*n)}" for n in ((270, 160), (160, 270))))
    assert [f.verdict for f in found] == ["fail", "fail"]
