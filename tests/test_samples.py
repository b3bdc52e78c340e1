"""The committed sample reports are what the checker says of ``seeds/un-vote`` today."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from checker.models.report import Report
from checker.render import FORMATS, render

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "reports"
STALE = "run 'make samples' and look at what changed"
_spec = importlib.util.spec_from_file_location("samples", ROOT / "benchmarks" / "samples.py")
assert _spec and _spec.loader
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)


def alike(a: Any, b: Any, path: str = "report") -> list[str]:
    """Where two JSON values differ; figures that a processor may round otherwise are equal within 0.02."""
    if isinstance(a, dict) and isinstance(b, dict):
        if set(a) != set(b):
            return [f"{path}: keys {sorted(set(a) ^ set(b))}"]
        return [d for key in a for d in alike(a[key], b[key], f"{path}.{key}")]
    if isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            return [f"{path}: {len(a)} against {len(b)} entries"]
        return [d for n, (x, y) in enumerate(zip(a, b, strict=True)) for d in alike(x, y, f"{path}[{n}]")]
    if isinstance(a, float) and isinstance(b, float):
        return [] if abs(a - b) <= 0.02 else [f"{path}: {a} against {b}"]
    return [] if a == b else [f"{path}: {str(a)[:80]!r} against {str(b)[:80]!r}"]


def committed() -> Report:
    return Report.model_validate_json((REPORTS / "sample.json").read_text("utf-8"))


def test_the_comparison_sees_a_difference() -> None:
    assert alike({"a": [1, 0.5]}, {"a": [1, 0.51]}) == []
    assert alike({"a": [1, 0.5]}, {"a": [1, 0.6]}) and alike({"a": 1}, {"b": 1})
    assert alike(["x"], ["x", "y"]) and alike("x", "y") and alike(1, 2)


def test_the_findings_are_those_of_today() -> None:
    today = json.loads(render(samples.sample_report(), "json"))
    assert alike(json.loads((REPORTS / "sample.json").read_text("utf-8")), today)[:5] == [], STALE


@pytest.mark.parametrize(("name", "format_"), samples.SAMPLES.items())
def test_every_format_is_written_from_the_report(name: str, format_: str) -> None:
    assert (REPORTS / name).read_text("utf-8") == render(committed(), format_), STALE


def test_there_is_a_sample_of_every_format() -> None:
    assert sorted(samples.SAMPLES.values()) == sorted(FORMATS)
    assert {p.name for p in REPORTS.glob("sample.*")} == set(samples.SAMPLES)


def test_the_sample_knows_no_clock_and_no_machine() -> None:
    report = committed()
    assert not report.run.seconds and not report.run.versions and not report.run.config
    assert all(d.uri.startswith("seeds/un-vote/") for d in report.documents)
    assert str(ROOT) not in (REPORTS / "sample.html").read_text("utf-8")


def test_the_sample_shows_something() -> None:
    found = committed().findings
    assert {f.category for f in found} >= {"contradiction", "quotation", "omission", "addition"}
