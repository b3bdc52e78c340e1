"""The reading: findings on real stories judged by people who read both places, in ``benchmarks/audit/``.

``verdicts.json`` holds a row a finding: story, fingerprint, code, verdict (fail or review), rank (1 is first),
confidence, whether it is a lesser one, reading (``true``, ``trivial``, ``false``) and, for a false one, the reason.
``second.json`` holds second readings of a sample by other eyes: fingerprint -> reading.
"""

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from measures.calibration import Judged
from measures.figures import ROOT, Figure, noise_of, share

AUDIT = ROOT / "benchmarks" / "audit"
FIRST = 5


def rows(folder: Path = AUDIT) -> list[dict[str, Any]]:
    """The judged findings; empty when nothing has been read."""
    path = folder / "verdicts.json"
    return json.loads(path.read_text(encoding="utf-8"))["findings"] if path.is_file() else []


def figures(read: list[dict[str, Any]], folder: Path = AUDIT) -> list[Figure]:
    """How many of the first five are true and worth her time, how many ``fail`` are true; agreement of two readings."""
    if not read:
        return []
    first = [r for r in read if r["rank"] <= FIRST]
    shown = [r for r in first if not r.get("lesser")]
    stops = [r for r in read if r["verdict"] == "fail"]

    def worth(some: list[dict[str, Any]]) -> float:
        return share([r["reading"] == "true" for r in some])

    def right(some: list[dict[str, Any]]) -> float:
        return share([r["reading"] != "false" for r in some])

    def story(row: dict[str, Any]) -> str:
        return str(row["story"])

    out = [
        Figure(
            "reading first five true and worth her time",
            worth(first),
            len(first),
            noise_of(first, story, worth),
            0.80,
        ),
        Figure(
            "reading first five that are not lesser true and worth her time",
            worth(shown),
            len(shown),
            noise_of(shown, story, worth),
            0.80,
        ),
        Figure("reading first five that are not lesser not false", right(shown), len(shown)),
        Figure("reading first five not false", right(first), len(first), noise_of(first, story, right)),
        Figure("reading fail findings true", right(stops), len(stops), noise_of(stops, story, right), 0.90),
    ]
    second = folder / "second.json"
    if second.is_file():
        again = json.loads(second.read_text(encoding="utf-8"))["readings"]
        both = [(r["reading"], again[r["fingerprint"]]) for r in read if r["fingerprint"] in again]
        out.append(Figure("reading two readers agree", share([a == b for a, b in both]), len(both)))
        out.append(Figure("reading two readers' kappa", _kappa(both), len(both)))
    return out


def by_rule(read: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    """Rule -> how many of its findings were read as true, trivial or false."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for row in read:
        table[row["code"]][row["reading"]] += 1
    return {code: dict(sorted(counts.items())) for code, counts in sorted(table.items())}


def judged(read: list[dict[str, Any]]) -> list[Judged]:
    """(confidence, not false, story), for the calibration."""
    return [(r["confidence"], r["reading"] != "false", r["story"]) for r in read]


def _kappa(both: list[tuple[str, str]]) -> float:
    """Cohen's kappa: agreement beyond chance."""
    if not both:
        return 0.0
    seen = share([a == b for a, b in both])
    left, right = Counter(a for a, _ in both), Counter(b for _, b in both)
    chance = sum(left[k] * right[k] for k in left) / len(both) ** 2
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)
