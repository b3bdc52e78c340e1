"""QUOT: one word of a quotation stands in its contrary in another account."""

from pathlib import Path

import pytest
from checker_rules.quotations import quot
from written import findings_in

from checker.testing import agree, differ, rule_cases

test_quot = rule_cases(
    quot,
    differ(
        "“It was a pity, and it was [[necessary]],” Stone told the council.",
        "“It was a pity, and it was [[unnecessary]],” said Ben Stone, the harbour master.",
        note="one word of weight is enough where all else is equal",
    ),
    differ(
        "“There [[is little]] chance of a frost before May,” Berg said.",
        "“There is [[a]] little chance of a frost before May,” Berg said.",
        note="some chance and hardly any",
    ),
    differ(
        "“[[Few]] growers will get their money back,” Berg said.",
        "“[[A]] few growers will get their money back,” Berg said.",
        note="the article where the quotation begins",
    ),
    agree(
        "Berg saw “little chance” of a frost.",
        "There was a “little chance” of a frost, Berg said.",
        note="the article stands outside of the marks",
    ),
    agree(
        "“Few of the boats came back,” Berg said. “A few of the nets did.”",
        "“A few of the nets did,” Berg said on the quay.",
        note="two sentences of one speaker",
    ),
    differ(
        "“[[We]] are dumping it in the river at night,” the foreman, Carl Lind, said.",
        "“[[They]] are dumping it in the river at night,” said foreman Carl Lind.",
        note="who does it",
    ),
    differ(
        "“The pumps start in [[weeks]] rather than [[months]],” Berg said.",
        "“The pumps start in [[months]] rather than [[weeks]],” Berg said.",
        note="two words change places around what ranks them",
    ),
    agree(
        "“The theatre's roof will be mended by our neighbours,” Berg said.",
        "“The theater's roof will be mended by our neighbors,” Berg said.",
        note="American spelling before an 's",
    ),
    agree(
        "“They spent all that we had saved for the pier. And by so doing, badly hurt the old town. They set "
        "themselves far above the laws of this island,” Berg said.",
        "Berg told the fishermen that the owners “know what they are doing is shameful, but they set themselves "
        "far above the laws of this island.”",
        note="two sentences that end alike, and a word in both by chance",
    ),
    differ(
        "“They spent all that we had saved for the pier. And by so doing, badly hurt the old town. They set "
        "themselves far [[above]] the laws of this island,” Berg said.",
        "Berg told the fishermen that the owners “know what they are doing is shameful, but they set themselves "
        "far [[below]] the laws of this island.”",
        note="the clause that both have",
    ),
    agree(
        "“The charges were rejected by the harbour master and neither the board nor the guard could find anybody "
        "who speaks for any of those charges. ... This inquiry found no trace of smuggling and the same is true of "
        "the six before it,” Berg said.",
        "“The charges were rejected by the harbour master and neither the board nor the guard could find anybody "
        "who speaks for any of the charges. There is also no film of that night,” Berg said.",
        note="after an ellipsis comes another part of the speech",
    ),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tunnel is safe", "The tunnel is unsafe"),
        ("It was a pity, and it was necessary", "It was a pity, and it was unnecessary"),
        ("There is little chance of a frost", "There is a little chance of a frost"),
        ("We are dumping it in the river", "They are dumping it in the river"),
        ("It will take weeks rather than months", "It will take months rather than weeks"),
        ("The tunnel is not safe", "The tunnel is safe"),
        ("It is a harmful rule for our boats", "It is a harmless rule for our boats"),
        ("The owners must pay for this", "The owners may pay for this"),
        ("Everybody has to leave by noon", "Everybody might leave by noon"),
        ("Our men fired at the boat", "Their men fired at the boat"),
        ("I owe the bank nothing", "I owe the bank something"),
        ("The treasurer took all of it", "The treasurer took some of it"),
        ("The ferry hit the rock before the storm", "The ferry hit the rock after the storm"),
        ("This council has no majority", "This council has a majority"),
    ],
)
def test_a_contrary_in_a_short_sentence_stops(tmp_path: Path, one: str, other: str) -> None:
    said = (
        f"Ferries stood still in Ostra on Monday. “{one},” Anna Berg told reporters.",
        f"No boat left Ostra on Monday. “{other},” said Anna Berg, who speaks for the crews.",
    )
    assert [f.verdict for f in findings_in(tmp_path, "QUOT", *said)] == ["fail"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # the reporter fits the words into his own sentence
        (
            "She said she “could not believe what she saw.”",
            "“I could not believe what I saw,” she said.",
            ["review"],
        ),
        # another word, and a phrase that may have been said as well
        ("She called it “an act of courage.”", "She described it as “an act of folly.”", []),
    ],
)
def test_what_is_no_contrary_does_not(tmp_path: Path, one: str, other: str, found: list[str]) -> None:
    said = (f"Anna Berg came to Ostra on Monday. {one}", f"Anna Berg visited Ostra on Monday. {other}")
    assert [f.verdict for f in findings_in(tmp_path, "QUOT", *said)] == found


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("“I am guilty,” Anna Berg told the court.", "“I am innocent,” Anna Berg told the court.", ["fail"]),
        ("“I was glad,” Anna Berg said on the pier.", "“I was sad,” Anna Berg said of the fire.", []),
    ],
)
def test_a_contrary_without_a_word_of_weight_beside_it(
    tmp_path: Path, one: str, other: str, verdicts: list[str]
) -> None:
    lead = "The ferry to Ostra stood still on Monday after a crack was found."
    assert [f.verdict for f in findings_in(tmp_path, "QUOT", f"{lead} {one}", f"{lead} {other}")] == verdicts


def test_a_phrase_and_its_contrary(tmp_path: Path) -> None:
    said = (
        "The dyke at Ostra is “entirely safe,” Anna Berg said on Monday after a crack was found in its wall.",
        "After a crack was found on Monday Anna Berg said that the dyke at Ostra was “entirely unsafe.”",
    )
    assert [f.verdict for f in findings_in(tmp_path, "QUOT", *said)] == ["fail"]


@pytest.mark.parametrize(
    ("one", "other", "stops"),
    [
        (
            "I have never taken a bribe. Not at the port, not ever, and the whole crew knows that well",
            "I have never taken a bribe, at the port or later",
            0,
        ),
        ("We did not sell the pier, not for money", "We did not sell the pier, for money", 0),
        ("We have never lost a race. Not one boat sank", "We have never lost a race. One boat sank", 1),
        ("It is a good pier. Not in winter, of course", "It is a good pier. In winter, of course", 1),
    ],
)
def test_a_not_that_takes_up_a_denial_turns_nothing(tmp_path: Path, one: str, other: str, stops: int) -> None:
    found = findings_in(
        tmp_path, "QUOT", f"“{one},” said Ben Stone, the harbour master.", f"“{other},” Ben Stone said."
    )
    assert [f.verdict for f in found if f.category == "quotation"] == ["fail"] * stops
