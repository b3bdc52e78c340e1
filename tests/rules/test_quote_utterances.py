"""QUOT: two utterances that share a part of their words are not one that somebody altered."""

from pathlib import Path

import pytest
from checker_rules.quote_alignment import QuoteAlignment, tokens
from checker_rules.quote_twice import two_sentences
from written import findings_in

from checker import Finding

CAPTAINS = "Our friends among the captains must stand with us against the mayor's {} plan for the harbour"
EVERYONE = (
    "Anybody who bought fish at this market should stand with us against the mayor's {} plan for the harbour"
)


def found(folder: Path, one: str, other: str, *more: str) -> list[Finding]:
    said = (
        f"The ferry line stood still on Monday. “{one},” said Anna Berg, the harbour master.",
        f"No boat left Ostra on Monday. “{other},” Anna Berg told reporters.",
        *(f"The quays of Ostra were empty on Monday. “{third},” Anna Berg said." for third in more),
    )
    return [f for f in findings_in(folder, "QUOT", *said) if f.category in ("quotation", "wording")]


def both(one: str, other: str) -> QuoteAlignment:
    return QuoteAlignment(tokens(one, 0), tokens(other, 0))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CAPTAINS.format("greedy"), EVERYONE.format("foolish")),
        (f"The town has slept for long enough. {CAPTAINS.format('greedy')}", EVERYONE.format("foolish")),
        (
            "We will mend the pier before the summer because the town of Ostra lives on ferries and their guests",
            "We will mend the pier before the winter, as we promised last year and the year before, with our money",
        ),
        (
            "Whoever owns a house in Ostra has to pay his share of the bridge",
            "Ministers from the capital with their fine words have to pay their share of the bridge",
        ),
    ],
)
def test_sentences_with_words_of_their_own_are_two(one: str, other: str) -> None:
    assert two_sentences(both(one, other))
    assert two_sentences(both(other, one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one word of one sentence
        (CAPTAINS.format("greedy"), CAPTAINS.format("foolish")),
        # only one of the two has words before, or after, what they share
        (CAPTAINS.format("greedy"), "must stand with us against the mayor's foolish plan for the harbour"),
        (CAPTAINS.format("greedy"), "Our friends among the captains should stand with us"),
        # what differs before belongs to other sentences
        (
            f"The town has slept for long enough. {CAPTAINS.format('greedy')}",
            f"Nobody asked a single fisherman about it. {CAPTAINS.format('foolish')}",
        ),
        # the words before are left out, and the account says so
        (
            CAPTAINS.format("greedy"),
            f"Anybody who bought a fish at this market … {CAPTAINS.format('foolish')[15:]}",
        ),
    ],
)
def test_one_sentence_is_one_however_much_is_quoted(one: str, other: str) -> None:
    assert not two_sentences(both(one, other))
    assert not two_sentences(both(other, one))


def test_two_sentences_are_told_last(tmp_path: Path) -> None:
    (one,) = found(tmp_path, CAPTAINS.format("greedy"), EVERYONE.format("foolish"))
    assert (one.verdict, one.data.get("lesser")) == ("review", True)


def test_a_word_of_one_sentence_stops(tmp_path: Path) -> None:
    (one,) = found(tmp_path, EVERYONE.format("greedy"), EVERYONE.format("foolish"))
    assert (one.verdict, one.data.get("lesser")) == ("fail", None)


THREE = (
    "If the fishermen want to unite and win, the fishermen need a new leader to do that",
    "If the fishermen want to win, the fishermen need to be united",
    "If the fishermen want to win, they must be fully united",
)


def test_three_versions_of_a_thought_do_not_make_one_of_them_wrong(tmp_path: Path) -> None:
    alone = [f for f in found(tmp_path, *THREE) if f.data["kind"] == "reworded"]
    assert alone
    assert all(f.verdict == "review" for f in alone)


def test_what_two_accounts_have_word_for_word_the_third_reworded(tmp_path: Path) -> None:
    told = [f for f in found(tmp_path, *THREE[:2], THREE[1]) if f.data["kind"] == "reworded"]
    assert [(f.verdict, f.data.get("lesser")) for f in told] == [("fail", None)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There ain't no hurry to mend that pier", "There's no hurry to mend that pier"),
        ("It isn't no joke to sail in such a wind", "It's no joke to sail in such a wind"),
        ("We ain't no fools, we know that harbour well", "We are no fools, we know that harbour well"),
    ],
)
def test_a_denial_said_twice_is_one(tmp_path: Path, one: str, other: str) -> None:
    assert {(f.verdict, f.category) for f in found(tmp_path, one, other)} <= {("review", "wording")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There isn't a hurry to mend that pier", "There is a hurry to mend that pier"),
        ("My answer to the mayor isn't no today", "My answer to the mayor is no today"),
        ("It is not no small thing to sail in such a wind", "It is no small thing to sail in such a wind"),
        ("It isn't nothing that the harbour lost", "It is nothing that the harbour lost"),
    ],
)
def test_a_denial_more_or_less_stops(tmp_path: Path, one: str, other: str) -> None:
    assert [f.verdict for f in found(tmp_path, one, other)] == ["fail"]


RAFTS = (
    "They are bringing nets, they are bringing rope, and I speak to the crews of all the boats in the harbour"
)


@pytest.mark.parametrize(
    ("before", "verdicts"),
    [
        # of two sentences of one speech, before an ellipsis: "they are" and "sending" are all that is the same
        ("When Norland sends its boats, they are not sending their best … ", []),
        ("They are not sending people that have lots of trouble … ", ["fail"]),
    ],
)
def test_two_sentences_before_an_ellipsis_are_not_one_altered(
    tmp_path: Path, before: str, verdicts: list[str]
) -> None:
    other = f"They are sending people that have lots of trouble and they bring it along. {RAFTS}"
    assert [f.verdict for f in found(tmp_path, before + RAFTS, other) if f.verdict == "fail"] == verdicts
