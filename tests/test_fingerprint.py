"""Fingerprints, suppressions, baselines and the gate: pure functions over findings."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import ConfigError
from checker.findings.baseline import mark_known, read_baseline, write_baseline
from checker.findings.fingerprint import fingerprint, with_fingerprints
from checker.findings.gate import confident, stops, without_ignored_sources
from checker.findings.suppress import read_suppressions, suppress, with_entry
from checker.models.findings import Evidence, Finding
from checker.models.text import Document, Span

SOURCES = {"a": "coast", "b": "harbour", "c": "hill"}


def evidence(document: str, exact: str, role: str, start: int = 0, marks: tuple[str, ...] = ()) -> Evidence:
    spans = tuple(Span(start=start + exact.index(m), end=start + exact.index(m) + len(m)) for m in marks)
    span = Span(start=start, end=start + len(exact))
    return Evidence(document=document, span=span, exact=exact, role=role, marks=spans)  # type: ignore[arg-type]


def finding(primary: Evidence, *related: Evidence, code: str = "NUM", **more: Any) -> Finding:
    given = {"verdict": "fail", "severity": "error", "confidence": 0.9, **more}
    return Finding(
        code=code,
        rule="num",
        category="contradiction",
        message="M",
        primary=primary,
        related=related,
        **given,
    )


A = evidence("a", "12 died in the fire.", "primary", marks=("12",))
B = evidence("b", "15 died in the fire.", "counter", marks=("15",))

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


@given(words, words, st.integers(0, 5000), st.integers(0, 5000))
def test_place_rank_order_and_score_do_not_count(one: str, two: str, here: int, there: int) -> None:
    before = finding(evidence("a", one, "primary"), evidence("b", two, "counter"))
    after = finding(
        evidence("b", two, "primary", here),
        evidence("a", one, "counter", there),
        confidence=0.1,
        verdict="review",
        severity="info",
    )
    assert fingerprint(before, SOURCES) == fingerprint(after, SOURCES)
    assert len(fingerprint(before, SOURCES)) == 64


@given(st.text("abc ", min_size=1, max_size=12), st.text("abc ", min_size=1, max_size=12))
def test_other_words_are_another_finding(one: str, two: str) -> None:
    same = one.split() == two.split()
    first, second = (fingerprint(finding(evidence("a", text, "primary"), B), SOURCES) for text in (one, two))
    assert (first == second) is same


def test_typography_does_not_count() -> None:
    plain = finding(evidence("a", 'He said "no problem" - twice', "primary"), B)
    curly = finding(evidence("a", "He said “no\u00a0problem” — Twice.", "primary"), B)
    assert fingerprint(plain, SOURCES) == fingerprint(curly, SOURCES)


def test_code_source_and_marks_count() -> None:
    base = fingerprint(finding(A, B), SOURCES)
    assert fingerprint(finding(A, B, code="DATE"), SOURCES) != base
    assert fingerprint(finding(A, B), {**SOURCES, "b": "valley"}) != base
    assert fingerprint(finding(A.model_copy(update={"marks": ()}), B), SOURCES) != base


def test_a_further_account_that_says_the_same_leaves_it_as_it_is() -> None:
    support = evidence("c", "15 people were dead.", "support")
    assert fingerprint(finding(A, B, support), SOURCES) == fingerprint(finding(A, B), SOURCES)


def test_an_absence_is_named_by_what_is_absent() -> None:
    place = evidence("a", "", "absent", 30)
    one = finding(place, evidence("b", "Rain fell.", "support"))
    two = finding(place, evidence("b", "Snow fell.", "support"))
    assert fingerprint(one, SOURCES) != fingerprint(two, SOURCES)


def test_sources_come_from_the_documents() -> None:
    documents = [Document(id=i, source=s, uri="", text="") for i, s in SOURCES.items()]
    (made,) = with_fingerprints([finding(A, B)], documents)
    assert made.fingerprint == fingerprint(finding(A, B), SOURCES)


def test_suppressions_keep_what_people_wrote(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    assert read_suppressions(file) == {}
    text = with_entry("# ours\n", "f" * 64, code="NUM", message='He said "x"\n\x7f', reason="two hospitals")
    text = with_entry(text, "e" * 64, code="", message="", reason="ok \\ fine")
    file.write_text(text, "utf-8")
    assert text.startswith("# ours\n")
    assert read_suppressions(file) == {"f" * 64: "two hospitals", "e" * 64: "ok \\ fine"}
    assert tomllib.loads(text)["suppress"][0]["message"] == 'He said "x"\n\x7f'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[suppress]]\nfingerprint = 'a'\n", "entry 1"),
        ("[[suppress]]\nreason = 'a'\n", "entry 1"),
        ("x = \n", "not valid TOML"),
        (
            "# ours\n[suppress]\nfingerprint = 'a'\nreason = 'b'\n",
            r":2: begin each entry with \[\[suppress\]\]",
        ),
        ("suppress = 3\n", ":1: begin each entry"),
        ("suppress = ['a']\n", ":1: begin each entry"),
        ("[[supress]]\nfingerprint = 'a'\nreason = 'b'\n", ":1: .*did you mean 'suppress'"),
        ("fingerprint = 'a'\n", ":1: unknown key 'fingerprint'"),
    ],
)
def test_a_broken_suppressions_file_is_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "s.toml"
    file.write_text(text)
    with pytest.raises(ConfigError, match=r"s\.toml.*" + words):
        read_suppressions(file)


def test_a_reason_that_is_no_text_leaves_a_file_that_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    reason = os.fsdecode(b"wire \xff corrected")
    file.write_text(with_entry("", "f" * 64, code="", message="", reason=reason), "utf-8")
    assert read_suppressions(file) == {"f" * 64: "wire ? corrected"}


def test_suppressed_findings_stay_with_their_reason() -> None:
    one, two = finding(A, B, fingerprint="1"), finding(B, A, fingerprint="2")
    kept = suppress([one, two], {"2": "known"})
    assert kept == [one, two.model_copy(update={"suppressed": "known"})]


def test_a_baseline_marks_what_it_knows(tmp_path: Path) -> None:
    one, two = finding(A, B, fingerprint="1"), finding(B, A, fingerprint="2")
    file = tmp_path / "b.json"
    file.write_text(write_baseline([one]), "utf-8")
    assert read_baseline(file) == {"1"}
    kept = mark_known([one, two], read_baseline(file))
    assert [bool(f.suppressed) for f in kept] == [True, False]


def test_a_baseline_made_anew_keeps_what_is_still_there(tmp_path: Path) -> None:
    still, new = finding(A, B, fingerprint="1"), finding(B, A, fingerprint="2")
    aside = finding(B, A, fingerprint="3", suppressed="two hospitals")
    file = tmp_path / "b.json"
    file.write_text(write_baseline(mark_known([still, new, aside], {"1", "gone"})), "utf-8")
    assert read_baseline(file) == {"1", "2"}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 9, "known": {}}', "\x00"])
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text)
    with pytest.raises(ConfigError, match="baseline"):
        read_baseline(file)
    with pytest.raises(ConfigError, match="Cannot read"):
        read_baseline(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("severity", "verdict", "suppressed", "fail_on", "expected"),
    [
        ("error", "fail", "", "error", True),
        ("error", "review", "", "error", False),
        ("warning", "fail", "", "error", False),
        ("warning", "review", "", "warning", True),
        ("error", "review", "", "warning", True),
        ("info", "fail", "", "warning", False),
        ("error", "fail", "", "never", False),
        ("error", "fail", "known", "error", False),
    ],
)
def test_what_stops_a_publication(severity, verdict, suppressed, fail_on, expected) -> None:  # type: ignore[no-untyped-def]
    assert (
        stops(finding(A, B, severity=severity, verdict=verdict, suppressed=suppressed), fail_on) is expected
    )


def test_confidence_and_sources() -> None:
    low, high = finding(A, B, confidence=0.2), finding(B, A, confidence=0.8)
    assert confident([low, high], 0.5) == [high]
    documents = [Document(id="a", source="coast", uri="wires/a.txt", text="")]
    assert without_ignored_sources([low, high], documents, {"wires/*": ["NU"]}) == [high]
    assert without_ignored_sources([low, high], documents, {"coast": ["ALL"]}) == [high]
    assert without_ignored_sources([low, high], documents, {"wires/*": ["DATE"]}) == [low, high]
