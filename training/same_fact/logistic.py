"""Logistic models of named signs: fitted with expected directions, cross-validated over stories. Needs numpy only."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

FOLDS = 10
_STEPS, _ENOUGH = 100, 1e-9
# odds beyond these are certain; exp would overflow
_FAR = 30.0


@dataclass(frozen=True)
class Model:
    """Weights in log odds by sign, and the bias; a sign without a weight does not count."""

    weights: Mapping[str, float]
    bias: float

    def odds(self, signs: Mapping[str, float]) -> float:
        """The log odds of one row."""
        return self.bias + sum(weight * signs[name] for name, weight in self.weights.items())


def fit(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    *,
    directions: Mapping[str, int],
    penalty: float,
    scaled: bool = True,
) -> Model:
    """The model of these rows; no weight has the sign opposite to its direction (1, -1, or 0 for either).

    A sign that the rows turn the wrong way is dropped, the one that does so most strongly first, and the rest is
    fitted again. ``scaled``: the penalty is on weights of signs of one spread.

    Raises:
        SystemExit: the rows are all of one label.
    """
    y = np.array(labels, dtype=float)
    if len(set(labels)) < 2:
        raise SystemExit("All rows have one label; collect rows of more stories.")
    names = list(directions)
    while True:
        x = np.array([[row[name] for name in names] for row in rows], dtype=float).reshape(len(rows), -1)
        spread = x.std(0) if scaled else np.ones(x.shape[1])
        spread[spread == 0] = 1.0
        middle = x.mean(0) if scaled else np.zeros(x.shape[1])
        weights, bias = _solve((x - middle) / spread, y, penalty)
        wrong = [(abs(w), name) for w, name in zip(weights, names, strict=True) if w * directions[name] < 0]
        if not wrong:
            raw = weights / spread
            return Model(dict(zip(names, raw.tolist(), strict=True)), float(bias - raw @ middle))
        names.remove(max(wrong)[1])


def folds(groups: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows to fit on and rows held out; the rows of a group are in one fold, folds are of about one size.

    Raises:
        SystemExit: there is one group only.
    """
    sizes = dict.fromkeys(sorted(set(groups)), 0)
    if len(sizes) < 2:
        raise SystemExit("All rows are of one story; collect rows of more stories.")
    for group in groups:
        sizes[group] += 1
    load = [0] * min(FOLDS, len(sizes))
    fold: dict[str, int] = {}
    for group in sorted(sizes, key=lambda g: -sizes[g]):
        fold[group] = load.index(min(load))
        load[fold[group]] += sizes[group]
    for number in range(len(load)):
        held = [n for n, group in enumerate(groups) if fold[group] == number]
        yield [n for n, group in enumerate(groups) if fold[group] != number], held


def held_out_odds(
    rows: Sequence[Mapping[str, float]], groups: Sequence[str], fit_on: Callable[[list[int]], Model]
) -> list[float]:
    """The log odds of every row by a model that was fitted without its group."""
    odds = [0.0] * len(rows)
    for known, held in folds(groups):
        model = fit_on(known)
        for n in held:
            odds[n] = model.odds(rows[n])
    return odds


def chance(odds: float) -> float:
    """Log odds as a probability."""
    return float(1 / (1 + np.exp(-np.clip(odds, -_FAR, _FAR))))


def average_precision(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """The mean of the precision at every true row, highest scores first; equal scores count as one place."""
    order = sorted(range(len(scores)), key=lambda n: -scores[n])
    total, true, before = 0.0, 0, 0
    for place, n in enumerate(order, 1):
        true += labels[n]
        if place == len(order) or scores[order[place]] != scores[n]:
            total += (true - before) * true / place
            before = true
    return total / max(1, true)


def _solve(x: Any, y: Any, penalty: float) -> tuple[Any, float]:
    """Least loss by Newton's method: sum of log losses and half the penalty times the squared weights."""
    design = np.hstack([x, np.ones((len(x), 1))])
    ridge = np.r_[np.full(x.shape[1], penalty), 0.0]

    def loss(p: Any) -> float:
        odds = design @ p
        return float((np.logaddexp(0, odds) - y * odds).sum() + (ridge * p**2).sum() / 2)

    point = np.zeros(design.shape[1])
    now = loss(point)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(design @ point, -_FAR, _FAR)))
        slope = design.T @ (likely - y) + ridge * point
        curve = (design * (likely * (1 - likely) + 1e-12)[:, None]).T @ design + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        size = 1.0
        while (after := loss(point - size * step)) > now and size > _ENOUGH:
            size /= 2
        if now - after <= _ENOUGH:
            break
        point, now = point - size * step, after
    return point[:-1], float(point[-1])
