"""Drafts against their sources through ``Report.support``: SummEdits, BUMP, FRANK and QAGS."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measures.draft_sets import SETS, Draft, drafts_of
from measures.figures import Figure, noise_of, share

# from here on a draft counts as borne out
LEAST = 0.5
FAST_STEP = 10  # the gate takes every tenth draft of a set, every tenth pair of BUMP
GOALS = {
    "summedits balanced accuracy at 0.5": 0.80,
    "bump AUC": 0.76,
    "bump consistency": 0.90,
}


@dataclass(frozen=True)
class Scored:
    """A draft and how far its source bears it out; ``why`` says why nothing could be compared, and support is 0."""

    draft: Draft
    support: float
    why: str = ""


def scored(draft: Draft, folder: Path, **settings: Any) -> Scored:
    """Check one draft against its source, as files in ``folder``."""
    import checker
    from checker.errors import NothingToCompareError, ReadError

    paths = folder / "draft.txt", folder / "source.txt"
    for path, text in zip(paths, (draft.text, draft.source), strict=True):
        path.write_text(text, encoding="utf-8")
    try:
        report = checker.check([paths[0]], against=[paths[1]], **settings)
    except (NothingToCompareError, ReadError) as error:
        return Scored(draft, 0.0, type(error).__name__)
    return Scored(draft, report.support("draft.txt"))


def each(bench: Path, name: str, *, step: int = 1, **settings: Any) -> Iterator[Scored]:
    """Every ``step``-th draft of a set, or of the pairs in a set of pairs, one after the other."""
    drafts = drafts_of(bench, name)
    several = 2 if drafts[0].pair else 1
    groups = [drafts[n : n + several] for n in range(0, len(drafts), several)]
    with tempfile.TemporaryDirectory() as folder:
        for group in groups[::step]:
            for draft in group:
                yield scored(draft, Path(folder), **settings)


def figures(bench: Path, *, fast: bool = False, **settings: Any) -> tuple[list[Figure], dict[str, Any]]:
    """The figures of all sets, and tables by kind of error."""
    step = FAST_STEP if fast else 1
    rows = [row for name in SETS for row in each(bench, name, step=step, **settings)]
    return summary(rows), {"drafts by error": by_error(rows), "drafts not compared": not_compared(rows)}


def summary(rows: Sequence[Scored]) -> list[Figure]:
    """AUC of every set, balanced accuracy at .5, and consistency where there are pairs."""
    out = []
    for name in sorted({r.draft.set for r in rows}):
        own = [r for r in rows if r.draft.set == name]
        out.append(_figure(f"{name} AUC", own, auc))
        out.append(_figure(f"{name} balanced accuracy at 0.5", own, balanced_accuracy))
        if own[0].draft.pair:
            out.append(_figure(f"{name} consistency", own, consistency))
    return out


def _figure(name: str, rows: list[Scored], measure: Any) -> Figure:
    noise = noise_of(rows, lambda r: r.draft.event, measure)
    return Figure(name, measure(rows), len(rows), noise, GOALS.get(name))


def auc(rows: Sequence[Scored]) -> float:
    """The chance that a faithful draft scores above an unfaithful one; a tie is half."""
    good = [r.support for r in rows if r.draft.faithful]
    bad = [r.support for r in rows if not r.draft.faithful]
    if not good or not bad:
        return 0.5
    return sum((g > b) + (g == b) / 2 for g in good for b in bad) / (len(good) * len(bad))


def balanced_accuracy(rows: Sequence[Scored]) -> float:
    """The mean of the shares of faithful and of unfaithful drafts that are called so."""
    good = [r.support >= LEAST for r in rows if r.draft.faithful]
    bad = [r.support < LEAST for r in rows if not r.draft.faithful]
    return (share(good) + share(bad)) / 2


def consistency(rows: Sequence[Scored]) -> float:
    """The share of pairs whose faithful draft scores strictly above its edit."""
    pairs: dict[str, dict[bool, float]] = {}
    for r in rows:
        pairs.setdefault(r.draft.pair, {})[r.draft.faithful] = r.support
    return share([p[True] > p[False] for p in pairs.values() if len(p) == 2])


def by_error(rows: Sequence[Scored]) -> dict[str, dict[str, float]]:
    """Set and kind of error -> AUC of the drafts with it against the set's faithful ones, and how many there are."""
    out = {}
    for name in sorted({r.draft.set for r in rows}):
        own = [r for r in rows if r.draft.set == name]
        good = [r for r in own if r.draft.faithful]
        for kind in sorted({k for r in own for k in r.draft.kinds}):
            bad = [r for r in own if kind in r.draft.kinds and not r.draft.faithful]
            if bad and good:
                pairs = {r.draft.pair for r in bad}
                both = [r for r in own if r.draft.pair in pairs] if own[0].draft.pair else []
                out[f"{name}: {kind}"] = {
                    "n": len(bad),
                    "auc": round(auc(good + bad), 3),
                    **({"consistency": round(consistency(both), 3)} if both else {}),
                }
    return out


def not_compared(rows: Sequence[Scored]) -> dict[str, int]:
    """Set and reason -> how many drafts could not be compared; they count as not borne out."""
    out: dict[str, int] = {}
    for r in rows:
        if r.why:
            out[f"{r.draft.set}: {r.why}"] = out.get(f"{r.draft.set}: {r.why}", 0) + 1
    return dict(sorted(out.items()))
