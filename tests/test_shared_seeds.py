"""Five real articles: what general rules must get right on them, and what they must not say.

The articles belong to their publishers and are not in the project; the test runs where they lie beside it.
"""

from pathlib import Path

import pytest

from checker import check
from checker.models.findings import Evidence, Finding
from checker.models.report import Report

FOLDER = Path(__file__).parent.parent.parent / "shared" / "seeds"
PATHS = sorted(FOLDER.glob("00?_*.txt"))
pytestmark = pytest.mark.skipif(len(PATHS) != 5, reason="the five articles do not lie beside this checkout")
DIFFER = ("contradiction", "quotation", "attribution")
FIRST = 15


@pytest.fixture(scope="module")
def report() -> Report:
    return check(PATHS, cache="off")


def of(finding: Finding, number: str, *roles: str) -> list[Evidence]:
    return [e for e in finding.evidence if e.document.startswith(number) and (not roles or e.role in roles)]


def says(finding: Finding, number: str, words: str) -> bool:
    return any(words in e.exact for e in of(finding, number) if e.role != "absent")


def first(report: Report, **wanted: str) -> list[Finding]:
    return [f for f in report.findings[:FIRST] if all(getattr(f, k) == v for k, v in wanted.items())]


def test_two_stories(report: Report) -> None:
    assert [[d[:3] for d in s.documents] for s in report.stories] == [["000", "001", "002"], ["003", "004"]]
    assert not report.failures


def test_nothing_is_compared_across_stories(report: Report) -> None:
    of_story = {d: s.id for s in report.stories for d in s.documents}
    assert all({of_story[e.document] for e in f.evidence} == {f.story} for f in report.findings)


def test_china_abstained_in_one_account_alone(report: Report) -> None:
    found = [
        f for f in first(report, category="addition") if says(f, "002", "China") and "abstained" in f.message
    ]
    assert len(found) == 1
    assert {e.document[:3] for e in found[0].evidence if e.role == "absent"} == {"000", "001"}


def test_what_is_left_out(report: Report) -> None:
    omissions = first(report, category="omission")
    assert any(of(f, "001", "absent") and says(f, "000", "G7") and says(f, "002", "G7") for f in omissions)
    assert any(
        of(f, "000", "absent") and says(f, "001", "only passed after") and says(f, "002", "only passed after")
        for f in omissions
    )


@pytest.mark.parametrize(
    "words",
    ["lot of progress", "economic development", "issue with it", "to ensure the peace", "very constructive"],
)
def test_reworded_quotations(report: Report, words: str) -> None:
    assert [
        f
        for f in first(report, category="quotation")
        if says(f, "001", words) and (of(f, "000") or of(f, "002"))
    ]


def test_a_vote_against_one_text_and_an_abstention_on_another_do_not_conflict(report: Report) -> None:
    for finding in report.findings:
        if finding.category == "contradiction":
            marked = [e.exact for e in finding.evidence]
            assert not (
                any("abstain" in m for m in marked)
                and any("voted against" in m or "vote against" in m for m in marked)
            )


def test_the_inference_model_calls_those_two_votes_no_contradiction() -> None:
    from checker.infer.bundled import BundledInferer

    lines = [line.strip() for path in PATHS for line in path.read_text(encoding="utf-8").splitlines()]
    against = [line for line in lines if "voted against the resolution" in line]
    abstained = [line for line in lines if "own resolution" in line and "abstain" in line]
    assert against and len(abstained) == 2
    pairs = [(p, h) for one in against for other in abstained for p, h in ((one, other), (other, one))]
    assert BundledInferer().probabilities(pairs)[:, 0].max() < 0.1


def test_nobody_lacks_the_american_abstention(report: Report) -> None:
    for finding in report.findings:
        if finding.category == "omission":
            said = [e.exact for e in finding.evidence if e.role == "support"]
            assert not any("own resolution" in s and "abstain" in s for s in said)


def test_no_sure_contradiction_in_the_second_story(report: Report) -> None:
    second = report.stories[1].id
    assert [f.message for f in report.findings if f.story == second and f.verdict == "fail"] == []


def test_page_furniture_is_never_evidence(report: Report) -> None:
    texts = {d.id: d for d in report.documents}
    for finding in report.findings:
        for e in finding.evidence:
            furniture = [b.span for b in texts[e.document].blocks if not b.compared]
            assert not any(e.span.overlaps(span) for span in furniture)
