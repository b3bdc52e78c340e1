"""Fit the weights of the support score on labelled drafts, and write ``checker/support/weights.toml``.

usage: python benchmarks/drafts.py --sets summedits,bump,readers --signs /tmp/signs.jsonl
       python training/support/fit.py /tmp/signs.jsonl [--l2 30] [--dry]

A logistic model over the signs of statements. No sign may speak against its own direction (``SIGNS``), so a
weight is zero where the data say otherwise. A draft's log odds are four parts of its lowest statement's and one
part of their mean, as in ``Report.support``. Faithful and unfaithful drafts of a set weigh the same; sets of true
texts with one thing changed, which is what a desk fears, weigh more than summaries made by models. Every set has a
bias of its own while fitting; the one of SummEdits, whose cut at .5 is balanced, is kept. Cross-validated over
sources, and from set to set.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from checker.support.signs import INFERRED, SIGNS  # noqa: E402

KEPT = "summedits"
EDITED, GENERATED = 1.0, 0.15  # how much a set weighs
EDITED_SETS = ("summedits", "bump", "readers")  # true texts with one thing changed
SHARPNESS = 4.0  # of the smooth minimum, which can be differentiated
LOWEST, MEAN = 0.8, 0.2
FOLDS, SEEDS = 6, 5
# the least that a sign counts, so that of two drafts the one with a word more that nobody has is always below
LEAST = {"unheld": 0.3}
HEADER = "# Written by training/support/fit.py: sign -> weight in log odds; checker/support/signs.py has the signs."
# beside the model these are enough: all the others cost as much on sources not seen as they gain on those seen
WITH_MODEL = (
    "disputed strange_names strange_figures turned polarity opposed unheld entailed entailed_alone contradicted changed"
).split()
Rows = list[dict[str, Any]]


def read(path: Path) -> Rows:
    """Drafts that were compared, with the matrix of their statements' signs."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [r for r in rows if r["statements"]]


def matrix(row: dict[str, Any], names: Sequence[str]) -> Any:
    """Signs turned so that more of each speaks for the statement, float64 [n_statements, n_signs]."""
    return np.array([[SIGNS[n] * s.get(n, 0.0) for n in names] for s in row["statements"]], dtype=float)


def fit(rows: Rows, names: Sequence[str], l2: float) -> tuple[Any, dict[str, float]]:
    """Weights of the turned signs, and the bias of each set."""
    parts = [matrix(r, names) for r in rows]
    x = np.concatenate(parts)
    spread = x.std(0) + 1e-3
    x = x / spread
    sizes = np.array([len(p) for p in parts])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    owner = np.repeat(np.arange(len(rows)), sizes)
    y = np.array([float(r["faithful"]) for r in rows])
    sets = sorted({r["set"] for r in rows})
    of_set = np.array([sets.index(r["set"]) for r in rows])
    weight = np.zeros(len(rows))
    for s in range(len(sets)):
        for label in (0.0, 1.0):
            group = (of_set == s) & (y == label)
            weight[group] = (EDITED if sets[s] in EDITED_SETS else GENERATED) / max(1, group.sum())
    weight *= len(rows) / weight.sum()
    width = len(names)

    def loss(p: Any) -> tuple[float, Any]:
        odds = x @ p[:width]
        small = np.exp(-SHARPNESS * np.clip(odds, -30, 30))
        total = np.add.reduceat(small, starts)
        lowest = -np.log(total) / SHARPNESS
        mean = np.add.reduceat(odds, starts) / sizes
        z = LOWEST * lowest + MEAN * mean + p[width:][of_set]
        value = float((weight * (np.logaddexp(0, z) - y * z)).sum() + l2 * (p[:width] ** 2).sum())
        outer = weight * (1 / (1 + np.exp(-z)) - y)
        inner = outer[owner] * (LOWEST * small / total[owner] + MEAN / sizes[owner])
        return value, np.r_[x.T @ inner + 2 * l2 * p[:width], np.bincount(of_set, outer, len(sets))]

    bounds: list[Any] = [(LEAST.get(n, 0.0) * s, None) for n, s in zip(names, spread, strict=True)]
    bounds += [(None, None)] * len(sets)
    found = minimize(loss, np.zeros(width + len(sets)), jac=True, method="L-BFGS-B", bounds=bounds)
    return found.x[:width] / spread, dict(zip(sets, found.x[width:], strict=True))


def predict(rows: Rows, names: Sequence[str], weights: Any, bias: float) -> Any:
    """The support of every draft."""
    z = []
    for row in rows:
        odds = matrix(row, names) @ weights
        z.append(LOWEST * odds.min() + MEAN * odds.mean() + bias)
    return 1 / (1 + np.exp(-np.array(z)))


def auc(y: Any, p: Any) -> float:
    """The chance that a faithful draft scores above an unfaithful one."""
    good, bad = p[y == 1], p[y == 0]
    return float(((good[:, None] > bad) + (good[:, None] == bad) / 2).mean())


def balanced(y: Any, p: Any) -> float:
    """Balanced accuracy at .5."""
    return float(((p[y == 1] >= 0.5).mean() + (p[y == 0] < 0.5).mean()) / 2)


def tell(title: str, rows: Rows, p: Any) -> None:
    """One line a set."""
    y = np.array([int(r["faithful"]) for r in rows])
    for name in sorted({r["set"] for r in rows}):
        own = np.array([r["set"] == name for r in rows])
        if len(set(y[own])) < 2:
            continue
        line = f"{title:34} {name:12} AUC {auc(y[own], p[own]):.3f}  at .5 {balanced(y[own], p[own]):.3f}"
        pairs: dict[str, dict[bool, float]] = {}
        for row, value in zip(rows, p, strict=True):
            if row["set"] == name and row["pair"]:
                pairs.setdefault(row["pair"], {})[row["faithful"]] = value
        if both := [q for q in pairs.values() if len(q) == 2]:
            line += f"  consistency {np.mean([q[True] > q[False] for q in both]):.3f}"
        print(line, flush=True)


def cross_validate(rows: Rows, names: Sequence[str], l2: float, title: str) -> None:
    """Mean over several draws of folds; all drafts of one source are in one fold."""
    sums = np.zeros(len(rows))
    spread = []
    for seed in range(SEEDS):
        draw = np.random.default_rng(seed)
        fold: dict[str, int] = {}
        for name in sorted({r["set"] for r in rows}):
            events = sorted({r["event"] for r in rows if r["set"] == name})
            draw.shuffle(events)
            for n, event in enumerate(events):
                fold.setdefault(event, n % FOLDS)
        p = np.zeros(len(rows))
        for k in range(FOLDS):
            train = [r for r in rows if fold[r["event"]] != k]
            held = [n for n, r in enumerate(rows) if fold[r["event"]] == k]
            weights, bias = fit(train, names, l2)
            p[held] = predict([rows[n] for n in held], names, weights, bias[KEPT])
        sums += p
        own = np.array([r["set"] == KEPT for r in rows])
        spread.append(balanced(np.array([int(r["faithful"]) for r in rows])[own], p[own]))
    tell(title, rows, sums / SEEDS)
    print(f"  {KEPT} at .5 over {SEEDS} draws: {np.mean(spread):.3f} +- {np.std(spread):.3f}")


def transfer(rows: Rows, names: Sequence[str], l2: float) -> None:
    """Fitted on all sets but one, told on that one; the bias is the mean of those that were fitted."""
    kinds = sorted({r["set"].split()[0] for r in rows})
    for kind in kinds:
        train = [r for r in rows if r["set"].split()[0] != kind]
        held = [r for r in rows if r["set"].split()[0] == kind]
        if train and held:
            weights, bias = fit(train, names, l2)
            kept = bias.get(KEPT, float(np.mean(list(bias.values()))))
            tell(f"fitted on the others, told on {kind}", held, predict(held, names, weights, kept))


def main() -> None:
    """Print the figures and write the weights."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("signs", type=Path)
    ap.add_argument("--l2", type=float, default=30.0)
    ap.add_argument("--dry", action="store_true", help="write nothing")
    given = ap.parse_args()
    rows = read(given.signs)
    words = [n for n in SIGNS if n not in INFERRED]
    tables = [HEADER]
    for title, names in (("with_inference", WITH_MODEL), ("without_inference", words)):
        cross_validate(rows, names, given.l2, title)
        transfer(rows, names, given.l2)
        weights, bias = fit(rows, names, given.l2)
        lines = [f"[{title}]", f"bias = {bias[KEPT]:.3f}"]
        lines += [f"{n} = {SIGNS[n] * w:.3f}" for n, w in zip(names, weights, strict=True) if w >= 0.0005]
        tables.append("\n".join(lines))
    text = "\n\n".join(tables) + "\n"
    print(text)
    if not given.dry:
        (ROOT / "checker" / "support" / "weights.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
