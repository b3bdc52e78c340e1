"""How often the checker is right, measured on ``../shared/bench``: one table, one JSON.

usage: python benchmarks/accuracy.py [--bench FOLDER] [--part planted,drafts,...] [--fast] [--gate] [--json FILE]

``--fast`` takes the part that a gate can afford (every third planted case, stories without others, a sample of
the drafts). ``--gate`` compares the fast figures with ``benchmarks/floors.toml`` and exits 1 when one lies below
its floor by more than its noise. Without the data, the cases of ``tests/cases`` are all there is to measure.
Exit codes: 0 measured (and no figure below its floor), 1 a figure below its floor, 2 wrong usage or no data.
"""

import argparse
import json
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "plugins"))

from measures.figures import ROOT, Figure, digest, versions

FLOORS = ROOT / "benchmarks" / "floors.toml"
CORPUS = (
    "planted/dev.jsonl",
    "planted/score.py",
    "summedits/news-dev.json",
    "bump/task2-dev.json",
    "frank/valid.jsonl",
)
Extra = dict[str, Any]
Part = Callable[[Path, bool], tuple[list[Figure], Extra]]


def planted(bench: Path, fast: bool) -> tuple[list[Figure], Extra]:
    """Planted edits and untouched stories, and the calibration on them."""
    from measures import calibration
    from measures import planted as part

    outcomes = part.run(bench, fast=fast)
    rows = part.judged(outcomes)
    table = {"planted reliability": [vars(b) for b in calibration.reliability(rows)]}
    return part.figures(outcomes) + calibration.figures("planted", rows), table


def drafts(bench: Path, fast: bool) -> tuple[list[Figure], Extra]:
    """Drafts against their sources, through ``Report.support``."""
    from measures import drafts as part

    return part.figures(bench, fast=fast)


def stories(bench: Path, fast: bool) -> tuple[list[Figure], Extra]:
    """Articles of many events put together again."""
    from measures import grouping

    return grouping.figures(bench, fast=fast), {}


def quotations(bench: Path, fast: bool) -> tuple[list[Figure], Extra]:
    """Quotations and their speakers against labels of our own."""
    from measures import quotations as part

    return part.figures(bench), {}


def reading(bench: Path, fast: bool) -> tuple[list[Figure], Extra]:
    """Findings on real stories, judged by reading; what ``benchmarks/audit`` holds is counted, not read again."""
    from measures import calibration, readings

    read = readings.rows()
    judged = readings.judged(read)
    extra = {
        "reading by rule": readings.by_rule(read),
        "reading reliability": [vars(b) for b in calibration.reliability(judged)],
    }
    return readings.figures(read) + calibration.figures("reading", judged), extra


def cases(bench: Path, fast: bool) -> tuple[list[Figure], Extra]:
    """Pairs of our own that must or must not be flagged."""
    from measures import cases as part

    return part.figures()


PARTS: dict[str, Part] = {
    "cases": cases,
    "planted": planted,
    "drafts": drafts,
    "stories": stories,
    "quotations": quotations,
    "reading": reading,
}
WITHOUT_DATA = ("cases", "reading")


def table(figures: list[Figure]) -> str:
    """The figures as aligned text: value, noise, number of cases, goal and whether it is reached."""
    lines = [f"{'figure':58} {'value':>7} {'+-':>6} {'n':>6} {'goal':>7}"]
    for f in figures:
        goal = "" if f.goal is None else f"{'<=' if f.at_most else ''}{f.goal:.2f}"
        mark = {None: "", True: "  reached", False: "  missed"}[f.reached]
        noise = f"{f.noise:6.3f}" if f.noise else " " * 6
        lines.append(f"{f.name:58} {f.value:7.3f} {noise} {f.n:6d} {goal:>7}{mark}")
    return "\n".join(lines)


def below_floor(figures: list[Figure], floors: dict[str, Any]) -> list[str]:
    """A line for each floor that its figure does not hold; a floor whose figure was not measured is one too."""
    measured = {f.name: f for f in figures}
    said = []
    for name, floor in floors.items():
        figure = measured.get(name)
        if figure is None:
            said.append(f"{name}: not measured, though floors.toml has a floor for it")
            continue
        limit, noise = float(floor["value"]), float(floor.get("noise", 0.0))
        short = figure.value - limit if figure.at_most else limit - figure.value
        if short > noise + 1e-9:
            said.append(f"{name}: {figure.value:.3f}, the floor is {limit:.3f} with a noise of {noise:.3f}")
    return said


def floors_for(parts: list[str]) -> dict[str, Any]:
    """The floors of the measured parts, by figure."""
    held = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {name: floor for part in parts for name, floor in held.get(part, {}).items()}


def chosen_parts(asked: str, bench: Path) -> list[str]:
    """The parts to measure; exits with 2 when one is unknown or its data is not there."""
    names = [p for p in asked.split(",") if p] or list(PARTS)
    unknown = [p for p in names if p not in PARTS]
    if unknown:
        _usage(f"There is no part {unknown[0]!r}; the parts are {', '.join(PARTS)}.")
    if bench.is_dir():
        return names
    if asked and any(p not in WITHOUT_DATA for p in names):
        _usage(f"No benchmark data in {bench}: name its folder with --bench.")
    print(f"No benchmark data in {bench}: only {' and '.join(WITHOUT_DATA)} are measured.", file=sys.stderr)
    return [p for p in names if p in WITHOUT_DATA]


def _usage(message: str) -> None:
    print(message, file=sys.stderr)
    raise SystemExit(2)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, compare."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    ap.add_argument("--part", default="", help=f"some of {', '.join(PARTS)}, with commas")
    ap.add_argument("--fast", action="store_true")
    ap.add_argument("--gate", action="store_true", help="fast, and compared with floors.toml")
    ap.add_argument("--json", type=Path)
    given = ap.parse_args(arguments)
    fast = given.fast or given.gate
    parts = chosen_parts(given.part, given.bench)
    figures: list[Figure] = []
    extra: Extra = {}
    for name in parts:
        began = time.monotonic()
        found, more = PARTS[name](given.bench, fast)
        figures, extra = figures + found, extra | more
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(table(figures))
    for title, rows in extra.items():
        print(f"\n{title}\n{json.dumps(rows, indent=1)}")
    if given.json:
        corpus = [p for p in (given.bench / name for name in CORPUS) if p.is_file()]
        record = {
            "corpus": digest(corpus) if corpus else None,
            "versions": dict(versions()),
            "fast": fast,
            "figures": [f.as_json() for f in figures],
            **extra,
        }
        given.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    if not given.gate:
        return 0
    said = below_floor(figures, floors_for(parts))
    for line in said:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    raise SystemExit(main())
