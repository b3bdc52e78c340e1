"""Choose and measure the matcher's weights and thresholds on planted edits in real same-event news.

usage: python benchmarks/matching.py CASES.jsonl [--limit N] [--embedder NAME] [--fit]

A positive is an edited sentence and the sentence of the other account that it was made to contradict;
negatives are the edited sentence and every other sentence of that account (a few of these are true
counterparts, so precision is a lower bound). A sentence pair scores as its best pair of statements.
``--fit`` also fits the weights and prints them, cross-validated over events. Omissions measure gaps: the
sentences that stand for what was taken out should be gaps of that account, the counterparts of the other
edits should not. ``--sweep`` prints that for several values of ``Thresholds.covered``.
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from checker.embed import load_embedder
from checker.match import match_accounts, thresholds
from checker.match.features import Rarity, features_of
from checker.match.scoring import PairScorer
from checker.match.thresholds import EVIDENCE, thresholds_for
from checker.pipeline.account_cache import AccountCache
from checker.pipeline.analyse import analyse
from checker.pipeline.collect import collect
from checker.rowcache import cache_folder


def plain(text: str) -> str:
    return " ".join(text.split())


class Bench:
    """Accounts and vectors of the cases, each text analysed once."""

    def __init__(self, embedder: str) -> None:
        self.embedder = load_embedder(embedder)
        folder = cache_folder()
        self.cache = AccountCache(folder) if folder else None
        self.known: dict[str, Any] = {}

    def account(self, text: str) -> Any:
        if text not in self.known:
            with tempfile.TemporaryDirectory() as folder:
                # a second account only because one alone is refused
                for name, content in (("a", text), ("b", "Nothing of the kind was said.")):
                    (Path(folder) / f"{name}.txt").write_text(content, encoding="utf-8")
                documents = collect([folder], None).documents
            document = next(d for d in documents if d.uri.endswith("a.txt"))
            account = analyse(document, cache=self.cache)
            self.known[text] = (account, self.embedder.encode([s.text for s in account.statements]))
        return self.known[text]


def sentences_of(account: Any, wanted: str) -> set[int]:
    """The sentences that are part of ``wanted`` or hold it."""
    w = plain(wanted)
    return {s.index for s in account.sentences if plain(s.text) in w or w in plain(s.text)}


def gather(bench: Bench, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for case in cases:
        if case["kind"] in ("control", "omission"):
            continue
        (a, va), (b, vb) = (
            bench.account(case["docs"][case["doc"]]),
            bench.account(case["docs"][case["other"]]),
        )
        edited, counter = sentences_of(a, case["edited"]), sentences_of(b, case["counterpart"])
        if not edited or not counter:
            continue
        fa, fb = features_of(a), features_of(b)
        scorer = PairScorer(fa, fb, va, vb, Rarity([*fa, *fb]), thresholds_for(bench.embedder.name))
        groups: dict[int, list[Any]] = defaultdict(list)
        for f in fa:
            if f.sentence in edited:
                for g in fb:
                    groups[g.sentence].append(scorer(f.index, g.index))
        for sentence, pairs in groups.items():
            rows.append(
                {
                    "case": case["id"],
                    "event": case["event"],
                    "kind": case["kind"],
                    "positive": sentence in counter,
                    "pairs": pairs,
                }
            )
    return rows


def top(rows: list[dict[str, Any]]) -> tuple[Any, Any]:
    best = [max(r["pairs"], key=lambda s: s.score) for r in rows]
    return np.array([b.score for b in best]), np.array([r["positive"] for r in rows])


def table(scores: Any, truth: Any) -> None:
    print("threshold precision recall")
    for t in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        said = scores >= t
        precision = truth[said].mean() if said.any() else 1.0
        print(f"{t:9.2f} {precision:9.3f} {(said & truth).sum() / truth.sum():6.3f}")


def first_rank(rows: list[dict[str, Any]], scores: Any) -> float:
    best: dict[str, tuple[float, bool]] = {}
    for r, s in zip(rows, scores, strict=True):
        if r["case"] not in best or s > best[r["case"]][0]:
            best[r["case"]] = (float(s), r["positive"])
    return float(np.mean([p for _, p in best.values()]))


def fit(rows: list[dict[str, Any]]) -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold

    every = [np.array([s.evidence for s in r["pairs"]]) for r in rows]
    truth = np.array([r["positive"] for r in rows])
    events = np.array([r["event"] for r in rows])

    def train(which: Any) -> Any:
        # which pair of statements stands for a pair of sentences is found by turns
        chosen = np.array([e[e[:, 0].argmax()] for e in every])
        model = None
        for _ in range(4):
            model = LogisticRegression(C=3.0, max_iter=2000, class_weight={True: 3.0, False: 1.0})
            model.fit(chosen[which], truth[which])
            chosen = np.array([e[model.decision_function(e).argmax()] for e in every])
        return model

    out = np.zeros(len(rows))
    for learn, held in GroupKFold(5).split(truth, truth, events):
        model = train(learn)
        out[held] = [model.predict_proba(every[i])[:, 1].max() for i in held]
    print("\ncross-validated over events")
    table(out, truth)
    print(f"counterpart ranked first {first_rank(rows, out):.3f}")
    model = train(np.arange(len(rows)))
    print(
        "weights", [round(float(w), 2) for w in model.coef_[0]], "bias", round(float(model.intercept_[0]), 2)
    )


def gap_rates(bench: Bench, cases: list[dict[str, Any]]) -> None:
    hit = total = false = partly = counted = said = statements = 0
    for case in cases:
        names = sorted(case["docs"])
        both = [bench.account(case["docs"][n]) for n in names]
        accounts = [
            a.model_copy(update={"document": a.document.model_copy(update={"id": n})})
            for n, (a, _) in zip(names, both, strict=True)
        ]
        by_name = dict(zip(names, accounts, strict=True))
        vectors = {n: v for n, (_, v) in zip(names, both, strict=True)}
        _, gaps = match_accounts(accounts, vectors, embedder_name=bench.embedder.name)
        lacking = defaultdict(set)
        whole = defaultdict(set)
        for g in gaps:
            account = by_name[g.statement.document]
            lacking[g.statement.document, g.other].add(account.statements[g.statement.statement].sentence)
        for (here, there), sentences in lacking.items():
            absent = {
                g.statement.statement for g in gaps if g.statement.document == here and g.other == there
            }
            for sentence in sentences:
                told = {s.index for s in by_name[here].statements if s.sentence == sentence}
                if told <= absent:
                    whole[here, there].add(sentence)
        if case["kind"] == "control":
            said += len(gaps)
            statements += sum(len(a.statements) for a in accounts) * 2
        elif case["kind"] == "omission":
            for wanted in case["counterpart"]:
                for n in names:
                    found = sentences_of(by_name[n], wanted) if n != case["doc"] else set()
                    if found:
                        total += 1
                        hit += bool(found & lacking[n, case["doc"]])
        else:
            for here, there, text in (
                (case["doc"], case["other"], case["edited"]),
                (case["other"], case["doc"], case["counterpart"]),
            ):
                for sentence in sentences_of(by_name[here], text):
                    counted += 1
                    false += sentence in whole[here, there]
                    partly += sentence in lacking[here, there]
    print(
        f"\ngaps: planted omissions found {hit}/{total}; counterparts said to be absent "
        f"{false}/{counted}, in part {partly}/{counted}"
    )
    print(f"controls: {said} of {statements} (statement, other account) pairs are gaps")


def sweep(bench: Bench, cases: list[dict[str, Any]]) -> None:
    """Gap rates for several thresholds of what counts as an answer."""
    chosen = thresholds_for(bench.embedder.name)
    for covered in (2.25, 2.5, 2.75, 3.0, 3.25):
        name = bench.embedder.name.split(":")[-1].split("/")[-1].lower()
        thresholds.BY_MODEL[name] = replace(chosen, covered=covered)
        print(f"\ncovered = {covered}", end="")
        gap_rates(bench, cases)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("cases")
    ap.add_argument("--limit", type=int)
    ap.add_argument("--embedder", default="")
    ap.add_argument("--fit", action="store_true")
    ap.add_argument("--sweep", action="store_true", help="only the gaps, for several thresholds")
    a = ap.parse_args()
    with Path(a.cases).open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines][: a.limit]
    bench = Bench(a.embedder)
    if a.sweep:
        sweep(bench, cases)
        return
    rows = gather(bench, cases)
    scores, truth = top(rows)
    print(f"{len(cases)} cases, {truth.sum()} positives, {(~truth).sum()} negatives; evidence {EVIDENCE}")
    table(scores, truth)
    print(f"counterpart ranked first {first_rank(rows, scores):.3f}")
    if a.fit:
        fit(rows)
    gap_rates(bench, cases)


if __name__ == "__main__":
    main()
