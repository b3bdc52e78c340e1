"""Statements that took a wrong name, lost their verb or their time, or kept half of the next clause."""

import pytest
from checker_rules.lacks import Lack
from checker_rules.shown import what
from test_propositions import statements

from checker.rules.vocabulary import StatementView
from checker.testing.story import story_of

SURVEY = "The dam at Ostra is old, and as the water level rises Microsoft says it could break by spring."
BID = (
    "The sudden offer by Lund, who as a mayoral candidate last year vowed to fight for tenants, sailors and "
    "pensioners, came in a row of short letters."
)
HEARING = (
    "Berg, Dahl and Moe were among a few council members who left room for calling experts as city lawyers, who "
    "brought the case, and Lund's legal team each gave two hours of argument."
)
FLOOD = "It was the worst flood in the valley since 1953, when nine people drowned and two bridges fell."


def told(account: str, predicate: str) -> StatementView:
    story = story_of({"a": account, "b": "Norrline bought four buses."})
    return next(s for s in story.document("a").statements if s.predicate == predicate)


def subject(statement: StatementView) -> str:
    return next(a.head for a in statement.arguments if a.role == "subject")


@pytest.mark.parametrize(
    "account",
    [
        SURVEY,
        "After the plant burned down, Microsoft said it could break by spring.",
        "The bridge was closed on Monday, and Microsoft said it could break by spring.",
    ],
)
def test_an_it_that_may_be_another_thing_takes_no_name(account: str) -> None:
    one = told(account, "break")
    assert one.text == "it could break by spring" and subject(one) == "it"
    assert what(one).strip("“”.") == account.rstrip(".")


@pytest.mark.parametrize(
    "account",
    [
        "Microsoft said it would close the plant in May.",
        "As the mayor left the hall, Microsoft said it would close the plant in May.",
        "On Monday, Microsoft said it would close the plant in May.",
    ],
)
def test_an_it_that_only_the_sayer_can_be_takes_the_name(account: str) -> None:
    one = told(account, "close")
    assert one.text == "Microsoft would close the plant in May" and subject(one) == "microsoft"


@pytest.mark.parametrize(
    ("account", "predicate"),
    [
        (FLOOD, "drown"),
        (FLOOD, "fall"),
        ("The deal was the first since March 2019, when the union walked out of the talks.", "walk"),
        (
            "Nobody had struck since last year, when drivers blocked the port and pilots stayed at home.",
            "block",
        ),
    ],
)
def test_what_happened_at_another_time_is_shown_with_it(account: str, predicate: str) -> None:
    assert what(told(account, predicate)).strip("“”.") == account.rstrip(".")


@pytest.mark.parametrize(
    ("account", "predicate", "shown"),
    [
        ("The mayor left the hall when the lights went out.", "go_out", "The lights went out."),
        ("In 1953 nine people drowned and two bridges fell.", "fall", "Two bridges fell."),
    ],
)
def test_what_happened_when_the_rest_did_is_shown_alone(account: str, predicate: str, shown: str) -> None:
    assert what(told(account, predicate)) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        BID,
        HEARING,
        "Both notes were among the boldest words the council, or its lawyers, has written on the harbour.",
    ],
)
def test_a_sentence_that_was_torn_in_two_is_told_whole(sentence: str) -> None:
    assert statements(sentence)[0].text == sentence.rstrip(".")


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        (
            "Lund, who last year vowed to sell the port, wrote a letter and left the hall.",
            {"Lund wrote a letter", "Lund left the hall"},
        ),
        (
            "The crews met the mayor, who resigned, and the union was pleased.",
            {"The crews met the mayor", "the union was pleased"},
        ),
        (
            "The crews met on Monday and were paid in May.",
            {"The crews met on Monday", "The crews were paid in May"},
        ),
        ("Protests are nothing new, nor is violence.", {"Protests are nothing new"}),
        (
            "The gang has battled army troops and, on a number of nights, robbed villages as well.",
            {"The gang has battled army troops", "The gang robbed villages as well"},
        ),
        (
            "Karl Moe, 67, the highest officer of the fleet, joined the protest.",
            {"Karl Moe, 67, joined the protest"},
        ),
    ],
)
def test_a_sentence_of_several_clauses_is_told_in_these(sentence: str, texts: set[str]) -> None:
    assert texts <= {s.text for s in statements(sentence)}


def test_an_age_and_what_is_left_out_after_it_leave_a_whole_statement() -> None:
    account = "Karl Moe, 67, the highest officer of the fleet, joined the protest."
    assert what(told(account, "join")) == "Karl Moe, 67, joined the protest."


def test_of_two_that_say_it_the_one_whose_own_verb_says_it_is_shown() -> None:
    plain = "As a mayoral candidate, Lund last year had vowed to fight for tenants."
    story = story_of({"a": BID, "b": plain})
    says = tuple(next(s for s in d.statements if s.predicate == "fight") for d in story.documents)
    assert what(Lack(says, (), 1.0).best) == plain
    assert what(Lack(says[:1], (), 1.0).best) == BID
