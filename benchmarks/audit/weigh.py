"""Fit the weights by which OMIT and ADD know what an editor wants to read, on findings that readers have judged.

usage: python benchmarks/audit/weigh.py --signs FILE [--stories 0:10]    run the checker, write signs, no text
       python benchmarks/audit/weigh.py --fit FILE ... [--write]         figures; --write: the weights

``development.json`` holds what was judged: where it is told (article, start, end), who lacks it, the reading.
A finding of today's rules has that reading when it is told in the same places of the same accounts. Two
logistic models over the signs of ``checker_rules.worth``: that the finding is not false, and that one which is not
false is worth her time; what it is worth to read is their product. The signs are standardised and shrunk; validated
over stories, never over single findings. Before them
``genres`` fits what tells a report from a column; the accounts' chances are taken by models that did not see them.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import genres
import numpy as np
from shrunk import fit, table, validated
from weighed import Rows, command, weighed

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(HERE)]

SIDES = ("told_elsewhere", "support_lacks_it", "")  # causes that lie with an account which may be gone


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


def collect(first: int, last: int) -> Iterator[dict[str, Any]]:
    """The signs of every lack that the rules weigh in the stories, with the reading where there is one."""
    import collect as reading
    from checker_rules.genre import genre_signs

    from checker import CheckerError

    known = development()
    stories = known["stories"][first:last]
    texts = reading.articles({i for s in stories for i in s["articles"]})
    lacks: Rows = []
    accounts: dict[str, dict[str, float]] = {}

    def see(worth: Any, told: Any) -> None:
        places = [(s.document.id, s.span.start) for s in told.sentences]
        lacking = [d.id for d in told.lacking]
        lacks.append({"kind": told.kind, "places": places, "lacking": lacking, "signs": worth.signs(told)})
        for document in worth.story.documents:
            accounts[document.id] = genre_signs(document)

    for story in stories:
        lacks.clear()
        accounts.clear()
        try:
            ids = weighed([texts[i] for i in story["articles"]], see)
        except CheckerError as error:
            print(f"{story['story']}: {error}", file=sys.stderr)
            continue
        judged = [r for r in known["findings"] if r["story"] == story["story"]]
        for one in lacks:
            code = "ADD" if one["kind"] == "addition" else "OMIT"
            places = {(ids[d], start) for d, start in one["places"]}
            lacking = {ids[d] for d in one["lacking"]}
            row = {"story": story["story"], "code": code, "signs": one["signs"], "lacking": sorted(lacking)}
            row["tellers"] = sorted({article for article, _ in places})
            yield row | {"reading": reading_of(judged, code, places, lacking)}
        for document, genre in accounts.items():
            if genre:
                yield {"story": story["story"], "article": ids[document], "genre": genre}
        print(f"{story['story']}: {len(lacks)} weighed", flush=True)


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


def fitted(rows: Rows, write: bool) -> None:
    """How well stories that the models did not see are told; the weights where they are to be written."""
    accounts = [r for r in rows if "genre" in r]
    rows = [r for r in rows if r.get("reading")]
    genre, chances = genres.fitted(accounts, development()["accounts"])
    for row in rows:
        tellers, lacking = ([chances.get(a, 0.5) for a in row[side]] for side in ("tellers", "lacking"))
        row["signs"]["tellers are reports"] = sum(tellers) / len(tellers)
        row["signs"]["lacking are reports"] = max(lacking)
    names = list(rows[0]["signs"])
    x = np.array([[r["signs"][n] for n in names] for r in rows])
    stories = np.array([r["story"] for r in rows])
    right = np.array([r["reading"] != "false" for r in rows])
    wanted = np.array([r["reading"] == "true" for r in rows])
    sure = validated(x, right, stories)
    print("SURE", end=": ")
    described(rows, sure, right)
    print("SURE x WORTH", end=": ")
    described(rows, sure * validated(x, wanted, stories, right), wanted)
    models = [table("SURE", names, *fit(x, right)), table("WORTH", names, *fit(x[right], wanted[right]))]
    if write:
        for name, first, tables in (("worth", "SURE", models), ("genre", "REPORTS", [genre])):
            target = ROOT / "plugins" / "checker_rules" / f"{name}_weights.py"
            head = target.read_text(encoding="utf-8").split(f"\n{first} = ")[0]
            target.write_text(head + "\n" + "".join(tables), encoding="utf-8")
            print(f"wrote {target.relative_to(ROOT)}")


if __name__ == "__main__":
    command(__doc__, "0:200", collect, fitted)
