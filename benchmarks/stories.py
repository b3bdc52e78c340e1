"""Choose and measure the grouping of documents into stories on same-event news articles.

usage: python benchmarks/stories.py ../shared/bench/basil/articles [--fit] [--no-dates]

Articles are JSON files with event, title, date and paragraphs. All are mixed and grouped; B-cubed precision,
recall and F1 are against the events. ``--fit`` fits the pair weights, cross-validated over events.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from measures.grouping import analysed, b_cubed, basil

from checker import stories


def load(folder: Path, dates: bool) -> tuple[list[Any], dict[str, Any], dict[str, str]]:
    """Accounts, vectors of their statements and events, by document id."""
    known = basil(folder.parents[1])
    if not dates:
        known = {name: {**a, "date": ""} for name, a in known.items()}
    accounts, vectors, names = analysed(known)
    return accounts, vectors, {i: known[name]["event"] for i, name in names.items()}


def fit(accounts: list[Any], vectors: dict[str, Any], gold: dict[str, str]) -> None:
    from sklearn.linear_model import LogisticRegression

    pairs = stories.pair_evidence(accounts, vectors)
    events = [gold[a.document.id] for a in accounts]
    x = np.array(list(pairs.values()))
    y = np.array([events[i] == events[j] for i, j in pairs])
    names = sorted(set(events))
    fold = {e: i % 5 for i, e in enumerate(names)}
    out = []
    for k in range(5):
        learn = np.array([fold[events[i]] != k and fold[events[j]] != k for i, j in pairs])
        model = LogisticRegression(C=10, max_iter=5000).fit(x[learn], y[learn])
        held = [n for n, e in enumerate(events) if fold[e] == k]
        likely = np.eye(len(accounts))
        for (i, j), p in zip(pairs, model.predict_proba(x)[:, 1], strict=True):
            likely[i, j] = likely[j, i] = p
        groups = stories._average_link(likely[np.ix_(held, held)], stories.TOGETHER)
        ids = [[accounts[held[n]].document.id for n in g] for g in groups]
        out.append(b_cubed(ids, {accounts[n].document.id: events[n] for n in held}))
    print("cross-validated", np.mean(out, axis=0).round(3))
    model = LogisticRegression(C=10, max_iter=5000).fit(x, y)
    print(dict(zip(stories.EVIDENCE, model.coef_[0].round(2), strict=True)), model.intercept_.round(2))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--fit", action="store_true")
    ap.add_argument("--no-dates", action="store_true")
    a = ap.parse_args()
    accounts, vectors, gold = load(a.folder, not a.no_dates)
    groups = stories.group_stories(accounts, vectors)
    p, r, f = b_cubed(groups, gold)
    print(
        f"{len(accounts)} articles, {len(groups)} groups; B-cubed precision {p:.3f} recall {r:.3f} F1 {f:.3f}"
    )
    if a.fit:
        fit(accounts, vectors, gold)
        by_id = {x.document.id: x.document for x in accounts}
        for g in groups:
            if len({gold[i] for i in g}) > 1:
                print("MIXED", [by_id[i].title[:50] for i in g])


if __name__ == "__main__":
    main()
