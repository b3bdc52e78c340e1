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


def test_a_capital_or_a_shorter_name_is_no_other_figure() -> None:
    report = check_texts(
        {
            "first": "A crane fell at the port on Wednesday, injuring nine dock workers. The quay was closed.",
            "second": "A crane fell at the port on Wednesday, injuring seven dock workers. The quay was closed.",
            "third": "Nine dock workers were injured when a crane fell at the port on Wednesday. It rained.",
            "fourth": "A crane fell at the port on Wednesday and injured nine workers. The quay was closed.",
        }
    )
    standings = [c.standing for s in report.stories for c in s.claims if "nine" in c.text.lower()]
    assert any(standing.get("second") == "differs" for standing in standings)
    assert not any(
        standing.get(d) == "differs" for d in ("first", "third", "fourth") for standing in standings
    )


def test_what_another_account_answers_is_borne_out_more_than_what_all_lack() -> None:
    """However weak the match: other words for it are still an answer."""
    report = check_texts(
        {
            "first": "The old bridge in Karlsund was reopened on Saturday after repairs that took two years. "
            "Mayor Anton Brekke cut the ribbon at noon in front of a large crowd. "
            "In the autumn the arches are to be lit at night, as they were before the war, the city said. "
            "Traffic had been sent over the new bridge two kilometres upstream, which was often jammed. "
            "A brass band from Sudmark played on the north bank all afternoon.",
            "second": "After two years of repairs, the old bridge in Karlsund opened again on Saturday. "
            "At noon Anton Brekke, the mayor, cut a ribbon before a big crowd. "
            "In the autumn the arches are to be lit at night, as they were before the war, the city said. "
            "Traffic had been sent over the new bridge two kilometres upstream, which was often jammed. "
            "Lorries of more than 12 tonnes may no longer cross the river here.",
        }
    )
    claims = [c for s in report.stories for c in s.claims]
    lacking = [c for c in claims if "absent" in c.standing.values()]
    answered = [c for c in claims if c not in lacking]
    assert lacking and answered
    assert max(c.support for c in lacking) < 0.5 <= min(c.support for c in answered)
