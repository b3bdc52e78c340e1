"""Logistic models over few signs and few stories: standardised, shrunk, validated over stories, written as Python."""

from typing import Any

import numpy as np

SHRINK = 0.03  # inverse of the L2 penalty, from .003 to .1 much the same
FOLDS, SEEDS = 10, 5


def fit(x: Any, y: Any) -> tuple[float, Any]:
    """Bias and weights of the raw signs."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = x.mean(0), x.std(0) + 1e-3
    model = LogisticRegression(C=SHRINK, max_iter=3000).fit((x - mean) / spread, y)
    weights = model.coef_[0] / spread
    return float(model.intercept_[0] - weights @ mean), weights


def validated(x: Any, y: Any, stories: Any, of: Any = None) -> Any:
    """The chance of each row by models that saw other stories only, mean over seeds; ``of``: rows to learn from."""
    from sklearn.model_selection import GroupKFold

    total = np.zeros(len(y))
    for seed in range(SEEDS):
        for train, test in GroupKFold(FOLDS, shuffle=True, random_state=seed).split(x, y, stories):
            train = train if of is None else train[of[train]]
            bias, weights = fit(x[train], y[train])
            total[test] += 1 / (1 + np.exp(-bias - x[test] @ weights))
    return total / SEEDS


def table(name: str, names: list[str], bias: float, weights: Any) -> str:
    """A model as Python."""
    lines = [f'        "{n}": {w:.3f},' for n, w in zip(names, weights, strict=True)]
    head = f"{name} = Logistic(\n    bias={bias:.3f},\n    weights={{\n"
    return head + "\n".join(lines) + "\n    },\n)\n"
