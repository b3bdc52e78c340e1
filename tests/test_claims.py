"""The claims x sources table: who states, differs or lacks a claim."""

import pytest

from checker.models.report import Report
from checker.testing import check_texts

ACCOUNTS = {
    "first": "A ferry caught fire off Sull on Monday. The ferry was carrying 212 passengers and 18 crew. "
    "The operator said an inquiry was under way.",
    "second": "A ferry caught fire off Sull on Monday. The ferry was carrying 212 passengers and 18 crew. "
    "Two tugs towed the ship to the harbour.",
    "third": "A ferry caught fire off Sull on Monday. The ferry was carrying 221 passengers and 18 crew. "
    "The operator said an inquiry was under way.",
}


@pytest.fixture(scope="module")
def report() -> Report:
    return check_texts(ACCOUNTS)


def test_whoever_has_another_figure_differs_from_the_claim(report: Report) -> None:
    (claim,) = (c for c in report.stories[0].claims if "212" in c.text)
    assert claim.standing == {"first": "states", "second": "states", "third": "differs"}


def test_a_claim_that_nobody_disputes(report: Report) -> None:
    (claim,) = (c for c in report.stories[0].claims if "fire" in c.text)
    assert set(claim.standing.values()) == {"states"} and claim.independent >= 1


def test_nothing_is_said_to_lack_in_a_teaser(report: Report) -> None:
    (claim,) = (c for c in report.stories[0].claims if "tugs" in c.text)
    assert not any(d.complete for d in report.documents)
    assert claim.standing == {"second": "states"}


def test_a_claim_begins_as_a_sentence_does(report: Report) -> None:
    texts = [c.text for s in report.stories for c in s.claims]
    assert texts and all(t[0].isupper() or t[0].isdigit() for t in texts)
