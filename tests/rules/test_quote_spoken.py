"""QUOT: how an outlet writes down what is spoken is no other wording; figures, money, lands and days are."""

from pathlib import Path

import pytest
from written import findings_in


def found(folder: Path, one: str, other: str) -> list[str]:
    said = (
        f"The ferry line stood still on Monday. “{one},” said Anna Berg, the harbour master.",
        f"No boat left Ostra on Monday. “{other},” Anna Berg told reporters.",
    )
    return [f.verdict for f in findings_in(folder, "QUOT", *said) if f.category == "quotation"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "I'd never seen the pier in such a state before",
            "I had never seen the pier in such a state before",
        ),
        ("It's been a hard winter for all the crews", "It has been a hard winter for all the crews"),
        (
            "It will cost us $5 million to mend the pier",
            "It will cost us five million dollars to mend the pier",
        ),
        ("It will cost us $5m to mend the pier again", "It will cost us $5 million to mend the pier again"),
        ("It will cost the crews US$1.5 billion or more", "It will cost the crews $1.5bn or more"),
        ("A $1 fee is all the crews pay at the pier", "A one dollar fee is all the crews pay at the pier"),
        ("We need 5,000 nails to mend the pier", "We need five thousand nails to mend the pier"),
        ("We need 500,000 nails to mend the pier", "We need five hundred thousand nails to mend the pier"),
        ("There were 100 people on the pier", "There were a hundred people on the pier"),
        ("The pier is our number 1 priority", "The pier is our number one priority"),
        ("No. 1 priority is to mend the pier this year", "Number one priority is to mend the pier this year"),
        ("It is alright to walk on the pier again", "It is all right to walk on the pier again"),
        ("We left the pier 'cause the wind was strong", "We left the pier because the wind was strong"),
        ("We told 'em to leave the pier by noon", "We told them to leave the pier by noon"),
        ("I dunno who is going to pay for the pier", "I don't know who is going to pay for the pier"),
        ("Mister Lind has to mend the pier this year", "Mr. Lind has to mend the pier this year"),
        ("The wind blew at 60 mph over the pier", "The wind blew at 60 miles per hour over the pier"),
        # the unit of a range, said once or twice
        ("We lose 3 percent to 4 percent of all the crews", "We lose 3 to 4 percent of all the crews"),
        ("The crews pay us $5 to $10 for every net", "The crews pay us 5 to 10 dollars for every net"),
        ("We owe between 3 million and 4 million crowns", "We owe between 3 and 4 million crowns"),
        ("We need $3 million to $4 million for the pier", "We need $3 to $4 million for the pier"),
        (
            "It takes two years or three years to mend the pier",
            "It takes two or three years to mend the pier",
        ),
        ("It takes one year to two years to mend the pier", "It takes one to two years to mend the pier"),
    ],
)
def test_what_is_only_written_down_otherwise_is_silent(tmp_path: Path, one: str, other: str) -> None:
    assert found(tmp_path, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It will cost us $5 million to mend the pier", "It will cost us €5 million to mend the pier"),
        ("There were two thousand people on the pier", "There were two hundred people on the pier"),
        ("We lose 3 percent to 4 percent of all the crews", "We lose 3 to 5 percent of all the crews"),
        ("We lose 3 percent to 4 percent of all the crews", "We lose 3 points to 4 percent of the crews"),
        ("We need $3 million to $4 million for the pier", "We need $3 to $4 billion for the pier"),
        ("There were no 20 boats at the pier that night", "There were 20 boats at the pier that night"),
        ("The boats at the pier came from Iran in March", "The boats at the pier came from Iraq in March"),
        ("Australian boats took all the fish we had", "Austrian boats took all the fish we had"),
        ("We will open the pier on Tuesday at noon", "We will open the pier on Thursday at noon"),
        ("The storm will reach us from the East soon", "The storm will reach us from the West soon"),
        ("Nobody came to the pier to help us", "Somebody came to the pier to help us"),
        ("None of us saw the crack in the pier before", "One of us saw the crack in the pier before"),
    ],
)
def test_a_figure_a_land_or_a_day_exchanged_stops(tmp_path: Path, one: str, other: str) -> None:
    assert found(tmp_path, one, other) == ["fail"]


def test_a_foreign_name_that_begins_a_sentence_may_be_spelt_otherwise(tmp_path: Path) -> None:
    one, other = (f"{name} is going to pay for the broken pier" for name in ("Gadhafi", "Qaddafi"))
    assert found(tmp_path, one, other) == []
