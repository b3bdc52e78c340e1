"""Fit the weights by which OMIT and ADD know what an editor wants to read, on findings that readers have judged.

usage: python benchmarks/audit/weigh.py --signs FILE [--stories 0:10]    run the checker, write signs, no text
       python benchmarks/audit/weigh.py --fit FILE ... [--write]         figures; --write: worth_weights.py

``development.json`` holds what was judged: where it is told (article, start, end), who lacks it, the reading.
A finding of today's rules has that reading when it is told in the same places of the same accounts. Two
logistic models over the signs of ``checker_rules.worth``: that the finding is not false, and that it is true and worth
her time. The signs are standardised and shrunk; validated over stories, never over single findings.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(HERE)]

SHRINK = 0.03  # inverse of the L2 penalty, from .003 to .1 much the same
FOLDS, SEEDS = 10, 5
SIDES = ("told_elsewhere", "support_lacks_it", "")  # causes that lie with an account which may be gone
Rows = list[dict[str, Any]]


def reading_of(judged: Rows, code: str, places: set[tuple[str, int]], lacking: set[str]) -> str:
    """What a reader said of the finding that was told in these sentences; empty when nobody has read it.

    Where today's rules name fewer accounts, what was wrong with those that are gone no longer tells anything.
    """
    for row in judged:
        told = {(article, start) for article, start, _ in row["told"]}
        if row["code"] != code or not places or not places <= told or not lacking <= set(row["absent"]):
            continue
        if (places == told and lacking == set(row["absent"])) or row["cause"] not in SIDES:
            return str(row["reading"])
    return ""


def development() -> dict[str, Any]:
    """The stories and what readers said of their findings."""
    return dict(json.loads((HERE / "development.json").read_text(encoding="utf-8")))


def collect(first: int, last: int) -> Rows:
    """The signs of every lack that the rules weigh in the stories, with the reading where there is one."""
    import collect as reading
    from checker_rules import worth

    from checker import CheckerError, check

    known = development()
    stories = known["stories"][first:last]
    texts = reading.articles({i for s in stories for i in s["articles"]})
    weighed: Rows = []
    plain = worth.Worth.of

    def of(self: worth.Worth, told: worth.Told) -> worth.Odds:
        places = [(s.document.id, s.span.start) for s in told.sentences]
        lacking = [d.id for d in told.lacking]
        weighed.append({"kind": told.kind, "places": places, "lacking": lacking, "signs": self.signs(told)})
        return plain(self, told)

    worth.Worth.of = of  # type: ignore[method-assign]
    rows: Rows = []
    for story in stories:
        weighed.clear()
        with tempfile.TemporaryDirectory() as scratch:
            ids = {}
            for article in story["articles"]:
                path = Path(scratch) / f"{article.lower()}.txt"
                a = texts[article]
                path.write_text(f"{a['title']}\n\n{a['date']}\n\n{a['content_original']}", encoding="utf-8")
                ids[article.lower()] = article
            try:
                check(list(Path(scratch).iterdir()))
            except CheckerError as error:
                print(f"{story['story']}: {error}", file=sys.stderr)
                continue
        judged = [r for r in known["findings"] if r["story"] == story["story"]]
        for one in weighed:
            code = "ADD" if one["kind"] == "addition" else "OMIT"
            places = {(ids[d], start) for d, start in one["places"]}
            reading = reading_of(judged, code, places, {ids[d] for d in one["lacking"]})
            rows.append({"story": story["story"], "code": code, "signs": one["signs"], "reading": reading})
        print(f"{story['story']}: {len(weighed)} weighed", flush=True)
    return rows


def fit(x: Any, y: Any) -> tuple[float, Any]:
    """Bias and weights of the raw signs."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = x.mean(0), x.std(0) + 1e-3
    model = LogisticRegression(C=SHRINK, max_iter=3000).fit((x - mean) / spread, y)
    weights = model.coef_[0] / spread
    return float(model.intercept_[0] - weights @ mean), weights


def validated(x: Any, y: Any, stories: Any) -> Any:
    """The chance of each row by models that saw other stories only, mean over seeds."""
    from sklearn.model_selection import GroupKFold

    total = np.zeros(len(y))
    for seed in range(SEEDS):
        for train, test in GroupKFold(FOLDS, shuffle=True, random_state=seed).split(x, y, stories):
            bias, weights = fit(x[train], y[train])
            total[test] += 1 / (1 + np.exp(-bias - x[test] @ weights))
    return total / SEEDS


def described(rows: Rows, chance: Any, y: Any) -> None:
    """AUC, and how many of the first five of each story would be true, by the least chance that is shown."""
    from sklearn.metrics import roc_auc_score

    print(f"{len(rows)} judged findings, {int(y.sum())} true; AUC {roc_auc_score(y, chance):.3f}")
    for least in (0.0, 0.25, 0.3, 0.35, 0.4, 0.45):
        shown, right, all_true = 0, 0, 0
        for story in sorted({r["story"] for r in rows}):
            mine = [i for i, r in enumerate(rows) if r["story"] == story and chance[i] >= least]
            first = sorted(mine, key=lambda i: -chance[i])[:5]
            shown, right, all_true = shown + len(first), right + int(y[first].sum()), all_true + len(mine)
        print(
            f"  from {least:.2f} on: {right / max(1, shown):.2f} of {shown} first findings; {all_true} in all"
        )


def table(name: str, bias: float, names: list[str], weights: Any) -> str:
    """A model as Python."""
    lines = [f'        "{n}": {w:.3f},' for n, w in zip(names, weights, strict=True)]
    return f"{name} = Model(\n    bias={bias:.3f},\n    weights={{\n" + "\n".join(lines) + "\n    },\n)\n"


def main() -> None:
    """Parse the command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--signs", type=Path)
    ap.add_argument("--stories", default="0:200")
    ap.add_argument("--fit", type=Path, nargs="+")
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    if a.signs:
        first, last = map(int, a.stories.split(":"))
        a.signs.write_text("".join(json.dumps(r) + "\n" for r in collect(first, last)), encoding="utf-8")
        return
    rows = [json.loads(line) for path in a.fit for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [r for r in rows if r["reading"]]
    names = list(rows[0]["signs"])
    x = np.array([[r["signs"][n] for n in names] for r in rows])
    stories = np.array([r["story"] for r in rows])
    models = []
    for name, readings in (("SURE", ("true", "trivial")), ("WORTH", ("true",))):
        y = np.array([r["reading"] in readings for r in rows])
        print(name, end=": ")
        described(rows, validated(x, y, stories), y)
        models.append(table(name, *fit(x, y)[:1], names, fit(x, y)[1]))
    if a.write:
        target = ROOT / "plugins" / "checker_rules" / "worth_weights.py"
        head = target.read_text(encoding="utf-8").split("\nSURE = ")[0]
        target.write_text(head + "\n" + "".join(models), encoding="utf-8")
        print(f"wrote {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
