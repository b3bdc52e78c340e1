"""Fit how much a thing that is told matters to its story, on things that readers have rated.

usage: python benchmarks/audit/rated.py --signs FILE [--stories 0:100]    run the checker; the file holds words: keep
                                                                         it out of the project
       python benchmarks/audit/rated.py --fit FILE ... [--write]          figures; --write: the weights

``ratings.jsonl.gz`` holds what was rated, a line a story: its articles, and of each thing who tells it where (article,
start of the sentence), of which kind it is, the first eight digits of the sha256 of its words, and the rating: 0 no
news of this event, 1 nobody misses it, 2 an editor would want to know before publishing without it, 3 what the story
is about or changes how it is understood. Readers (language models) saw the accounts' first sentences and about twenty
things of a story, never the program's scores. Validated over stories.
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from weighed import Rows, command, weighed

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(HERE)]
SHRINK = 200.0  # L2 penalty, from 100 to 400 the same
VECTORS = 8.0  # a unit vector's 384 numbers are small beside signs of spread 1
FOLDS, SEEDS = 6, 3
NEAR = ("near the leads", "sentence near the leads")


def digest(words: str) -> str:
    """How a thing is named without its words."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def stories() -> list[dict[str, Any]]:
    """What was rated."""
    with gzip.open(HERE / "ratings.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def collect(first: int, last: int) -> Iterator[dict[str, Any]]:
    """The signs of the rated things of these stories, with their words."""
    import collect as reading
    from checker_rules.matter import LEAD

    from checker import CheckerError

    chosen = stories()[first:last]
    texts = reading.articles({i for s in chosen for i in s["articles"]})
    seen: Rows = []

    def see(worth: Any, told: Any) -> None:
        leads = [s.text for d in worth.story.documents for s in d.sentences[:LEAD]]
        row = {"kind": told.kind, "words": told.words, "sentence": told.shown.text, "leads": leads}
        places = [[s.document.id, s.span.start] for s in told.sentences]
        seen.append(row | {"places": places, "signs": worth.signs(told)})

    for story in chosen:
        seen.clear()
        try:
            ids = weighed([texts[i] for i in story["articles"]], see)
        except CheckerError as error:
            print(f"{story['articles'][0]}: {error}", file=sys.stderr)
            continue
        ratings = {(r["kind"], str(r["told"]), r["words"]): r["rating"] for r in story["rated"]}
        for row in seen:
            told = str(sorted([ids[d], start] for d, start in row.pop("places")))
            rating = ratings.get((row["kind"], told, digest(row["words"])))
            if rating is not None:
                yield row | {"story": story["articles"][0], "rating": rating}
        print(f"{story['articles'][0]}: {len(seen)} things", flush=True)


def matrix(rows: Rows) -> tuple[list[str], Any]:
    """The names of the signs, and all that the model looks at, a row a thing: signs, then both vectors."""
    from checker.embed.bundled import BundledEmbedder

    texts = sorted({t for r in rows for t in (r["words"], r["sentence"], *r["leads"])})
    vector = dict(zip(texts, BundledEmbedder().encode(texts), strict=True))
    signs = sorted(set(rows[0]["signs"]) - {"matters", "matters alone"})
    out = []
    for row in rows:
        words, sentence = vector[row["words"]], vector[row["sentence"]]
        lead = np.mean([vector[t] for t in row["leads"]], axis=0)
        lead /= max(float(np.linalg.norm(lead)), 1e-9)
        plain = [row["signs"][n] for n in signs]
        out.append([*plain, float(lead @ words), float(lead @ sentence), *words, *sentence])
    return [*signs, *NEAR], np.array(out)


def fit(x: Any, y: Any, signs: int) -> tuple[float, Any]:
    """Bias and weights of the raw columns; the first ``signs`` of them are standardised."""
    from sklearn.linear_model import Ridge

    mean, spread = x.mean(0), x.std(0) + 1e-3
    mean[signs:], spread[signs:] = 0.0, 1 / VECTORS
    model = Ridge(SHRINK).fit((x - mean) / spread, y)
    weights = model.coef_ / spread
    return float(model.intercept_ - weights @ mean), weights


def validated(x: Any, y: Any, groups: Any, signs: int) -> Any:
    """The rating of each row by models that saw other stories only, mean over seeds."""
    from sklearn.model_selection import GroupKFold

    total = np.zeros(len(y))
    for seed in range(SEEDS):
        for train, test in GroupKFold(FOLDS, shuffle=True, random_state=seed).split(x, y, groups):
            bias, weights = fit(x[train], y[train], signs)
            total[test] += bias + x[test] @ weights
    return total / SEEDS


def fitted(rows: Rows, write: bool) -> None:
    """How well the ratings of stories that a model did not see are told; the weights where they are to be written."""
    from sklearn.metrics import roc_auc_score

    names, x = matrix(rows)
    y = np.array([float(r["rating"]) for r in rows])
    rated = validated(x, y, np.array([r["story"] for r in rows]), len(names))
    print(f"{len(rows)} rated things of {len({r['story'] for r in rows})} stories; mean {y.mean():.2f}")
    print(", ".join(f"AUC of {n} and more {roc_auc_score(y >= n, rated):.3f}" for n in (1, 2, 3)))
    if write:
        bias, weights = fit(x, y, len(names))
        half = len(names) + (len(weights) - len(names)) // 2
        model = {
            "bias": round(bias, 4),
            "unrated": round(float(y.mean()), 3),
            "signs": {n: round(float(w), 4) for n, w in zip(names, weights, strict=False)},
            "words": [round(float(w), 3) for w in weights[len(names) : half]],
            "sentence": [round(float(w), 3) for w in weights[half:]],
        }
        target = ROOT / "plugins" / "checker_rules" / "matter_weights.json"
        lines = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in model.items()]
        target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
        print(f"wrote {target.relative_to(ROOT)}")


if __name__ == "__main__":
    command(__doc__, "0:2000", collect, fitted)
