"""Planted edits in real stories: found among the first findings or not, and what the untouched stories get.

A finding counts as ``planted/score.py`` counts it, whose functions decide here too.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from measures.figures import Figure, noise_of, share

GOALS = {"number": 0.92, "date": 0.92, "name": 0.92, "quote": 0.92, "antonym": 0.80, "negation": 0.80}
FAST_STEP = 3  # the gate takes every third case of a kind


@dataclass
class Outcome:
    """What one case got: ranks of the findings that hit the edit, and the findings like it."""

    kind: str
    event: int
    hits: list[int] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)

    @property
    def fails(self) -> int:
        """Findings with the verdict ``fail``."""
        return sum(f["verdict"] == "fail" for f in self.findings)


def scorer(bench: Path) -> ModuleType:
    """The benchmark's own script as a module."""
    spec = spec_from_file_location("planted_score", bench / "planted" / "score.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(bench: Path, *, fast: bool = False, **settings: Any) -> list[Outcome]:
    """Check every case, or every third of a kind."""
    import checker

    score = scorer(bench)
    lines = (bench / "planted" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in lines:
        case = json.loads(line)
        kinds[case["kind"]].append(case)
    cases = [case for members in kinds.values() for case in members[:: FAST_STEP if fast else 1]]
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            found = score.run(case, lambda paths: checker.check(paths, **settings), folder)
            outcomes.append(_outcome(case, found, score))
    return outcomes


def _outcome(case: dict[str, Any], found: list[dict[str, Any]], score: ModuleType) -> Outcome:
    kind, doc = case["kind"], case.get("doc")
    if kind == "omission":
        pool = [f for f in found if f["category"] == "omission"]
        hits = [
            rank
            for rank, f in enumerate(pool)
            if any(e["doc"] == doc and e["role"] == "absent" for e in score.evidence_of(f))
            and any(
                score.touches(e["exact"], sentence)
                for e in score.evidence_of(f)
                if e["doc"] != doc
                for sentence in case["counterpart"]
            )
        ]
    else:
        pool = [f for f in found if f["category"] in score.CONTRADICTION]
        hits = [
            rank
            for rank, f in enumerate(pool)
            if kind != "control"
            and any(
                e["doc"] == doc and score.touches(e["exact"], case["edited"]) for e in score.evidence_of(f)
            )
            and any(e["doc"] != doc for e in score.evidence_of(f))
        ]
    return Outcome(kind, case["event"], hits, pool)


def figures(outcomes: list[Outcome]) -> list[Figure]:
    """Recall by kind, and how much the untouched stories get."""
    out: list[Figure] = []
    edits = [o for o in outcomes if o.kind not in ("control", "omission")]
    for kind in sorted({o.kind for o in edits}):
        out += _recalls(kind, [o for o in edits if o.kind == kind], 5, GOALS.get(kind))
    out += _recalls("all edits", edits, 5, 0.88)
    out += _recalls("omission", [o for o in outcomes if o.kind == "omission"], 10, 0.80)
    control = [o for o in outcomes if o.kind == "control"]
    for what, count, goal in (
        ("findings a story", lambda o: len(o.findings), None),
        ("fail findings a story", lambda o: o.fails, 0.6),
    ):
        value = _mean(count(o) for o in control)
        noise = noise_of(control, lambda o: o.event, lambda rows, c=count: _mean(c(o) for o in rows))
        out.append(Figure(f"planted control {what}", value, len(control), noise, goal, at_most=True))
    return out


def _recalls(kind: str, rows: list[Outcome], first: int, goal: float | None) -> list[Figure]:
    def within(some: list[Outcome]) -> float:
        return share([any(rank < first for rank in o.hits) for o in some])

    return [
        Figure(
            f"planted {kind} recall@{first}", within(rows), len(rows), noise_of(rows, _event, within), goal
        ),
        Figure(f"planted {kind} recall@all", share([bool(o.hits) for o in rows]), len(rows)),
    ]


def _event(outcome: Outcome) -> int:
    return outcome.event


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else 0.0


def judged(outcomes: list[Outcome]) -> list[tuple[float, bool, int]]:
    """(confidence, whether it is the planted edit, event) of findings which the untouched story does not have.

    What an untouched story gets too may be a real difference: nobody planted it and no label says.
    """
    known = {(o.event, f["code"], f["message"]) for o in outcomes if o.kind == "control" for f in o.findings}
    return [
        (f["confidence"], rank in o.hits, o.event)
        for o in outcomes
        if o.kind not in ("control", "omission")
        for rank, f in enumerate(o.findings)
        if (o.event, f["code"], f["message"]) not in known
    ]
