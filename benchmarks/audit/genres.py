"""Fit what tells a report from a column, an explainer or a round-up, on accounts that readers have sorted.

``weigh.py`` calls it. ``development.json`` holds the kinds by article: report, analysis, opinion, feature, roundup,
interview, teaser (a report's first lines), other_event (really about something else: not fitted on).
"""

from typing import Any

import numpy as np
from shrunk import fit, table, validated

REPORTING = ("report", "teaser")
UNSORTED = ("other_event",)


def fitted(accounts: list[dict[str, Any]], kinds: dict[str, str]) -> tuple[str, dict[str, float]]:
    """The model as Python, and each account's chance of being a report by models that did not see its story."""
    from sklearn.metrics import roc_auc_score

    names = list(accounts[0]["genre"])
    x = np.array([[a["genre"][n] for n in names] for a in accounts])
    kind = [kinds.get(a["article"], "") for a in accounts]
    known = np.array([bool(k) and k not in UNSORTED for k in kind])
    y = np.array([k in REPORTING for k in kind])[known]
    stories = np.array([a["story"] for a in accounts])[known]
    bias, weights = fit(x[known], y)
    chance = 1 / (1 + np.exp(-bias - x @ weights))
    chance[known] = validated(x[known], y, stories)
    auc = roc_auc_score(y, chance[known])
    print(f"REPORTS: {len(y)} sorted accounts, {int(y.sum())} reports; AUC {auc:.3f}")
    return table("REPORTS", names, bias, weights), {
        a["article"]: float(c) for a, c in zip(accounts, chance, strict=True)
    }
