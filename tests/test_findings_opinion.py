"""The inference model's second opinion: it moves the confidence of contradictions, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import check
from checker.findings.opinion import with_opinion, without_repeated
from checker.models.findings import Category, Evidence, Finding, Role, Span
from checker.models.pairing import NO_OPINION, Judgement

SAME = Judgement(contradiction=0.01, entailment=0.98, neutral=0.01)
AGAINST = Judgement(contradiction=0.98, entailment=0.01, neutral=0.01)
SILENT = Judgement(contradiction=0.01, entailment=0.01, neutral=0.98)


def evidence(document: str, text: str, role: Role) -> Evidence:
    return Evidence(document=document, span=Span(start=0, end=len(text)), exact=text, role=role)


def finding(
    confidence: float = 0.6, category: Category = "contradiction", code: str = "NUM", **data: object
) -> Finding:
    return Finding(
        code=code,
        rule="rule",
        category=category,
        verdict="fail" if confidence > 0.8 else "review",
        severity="error",
        confidence=confidence,
        message="12 against 15",
        data=data,
        primary=evidence("a", "12 died.", "primary"),
        related=(
            evidence("b", "15 died.", "counter"),
            evidence("c", "15 died.", "counter"),
            evidence("d", "12 died.", "support"),
        ),
        story="story-1",
    )


def always(answer: Judgement, asked: list[tuple[str, str]] | None = None):  # type: ignore[no-untyped-def]
    def judge(pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        if asked is not None:
            asked.extend(pairs)
        return [answer] * len(pairs)

    return judge


@given(st.floats(0, 1))
def test_only_the_confidence_moves_and_in_the_right_direction(confidence: float) -> None:
    one = finding(confidence)
    moved = {}
    for name, answer in (("against", AGAINST), ("silent", SILENT), ("same", SAME)):
        (new,) = with_opinion([one], always(answer))
        assert new.model_copy(update={"confidence": one.confidence, "data": one.data}) == one
        assert 0 <= new.confidence <= 0.99
        assert new.data["opinion"] == {
            "contradiction": round(answer.contradiction, 2),
            "entailment": round(answer.entailment, 2),
        }
        moved[name] = new.confidence
    assert moved["against"] >= moved["silent"] >= moved["same"]
    if 0.05 < confidence < 0.95:
        assert moved["against"] > confidence > moved["silent"] > moved["same"]


def test_each_pair_is_asked_once_in_both_directions() -> None:
    asked: list[tuple[str, str]] = []
    with_opinion([finding()], always(SILENT, asked))
    assert asked == [("12 died.", "15 died."), ("15 died.", "12 died.")]


def test_one_direction_is_enough_to_contradict_and_not_to_bear_out() -> None:
    def judge(pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        return [AGAINST, SAME][: len(pairs)]

    (new,) = with_opinion([finding(0.5)], judge)
    assert new.confidence > 0.7
    assert new.data["opinion"] == {"contradiction": 0.98, "entailment": 0.01}


@pytest.mark.parametrize(
    "one",
    [finding(category="omission"), finding(category="quotation"), finding(code="NLI"), finding(also=["NLI"])],
)
def test_what_is_no_contradiction_or_the_model_s_own_is_left_alone(one: Finding) -> None:
    asked: list[tuple[str, str]] = []
    assert with_opinion([one], always(AGAINST, asked), {"NLI"}) == [one]
    assert asked == []


def test_a_pair_that_cannot_be_read_says_nothing() -> None:
    assert with_opinion([finding()], always(NO_OPINION)) == [finding()]
    assert with_opinion([], always(AGAINST)) == []


def test_the_model_s_own_finding_of_words_that_a_rule_shows_already_is_left_out() -> None:
    known, opinion, elsewhere = finding(), finding(code="NLI"), finding(code="NLI")
    elsewhere = elsewhere.model_copy(update={"story": "story-2"})
    assert without_repeated([known, opinion, elsewhere], {"NLI"}) == [known, elsewhere]
    assert without_repeated([opinion], {"NLI"}) == [opinion]
    assert without_repeated([known, opinion], set()) == [known, opinion]


STORY = "The ferry left Karlsund on {day}. It carried {n} people and eleven cars to the islands, the company said."


def test_in_a_run_the_verdict_stays_and_the_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY.format(day="Monday", n=212), "utf-8")
    (tmp_path / "b.txt").write_text(STORY.format(day="Monday", n=221), "utf-8")
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    (alone,) = check(paths, cache="off", inferer="off", select=["NUM"]).findings
    report = check(paths, cache="off", select=["NUM"])
    (weighed,) = report.findings
    assert "opinion" not in alone.data and weighed.data["opinion"]["contradiction"] > 0.8
    assert weighed.confidence > alone.confidence and weighed.verdict == alone.verdict == "fail"
    assert weighed.fingerprint == alone.fingerprint
    assert report.run.models["inferer"]["name"] == "bundled:nli"
    assert report.run.counts["pairs_judged"] >= 2
