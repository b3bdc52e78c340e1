"""A draft against its source: SummEdits news (balanced accuracy) and BUMP task 2 (ROC AUC).

The score of a summary is the least over its sentences of the best over the source's windows. Windows of one
to three sentences are taken where they share most words with the sentence, as the checker's search does.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from evaluate import logits, session
from news_text import ENDS, TAIL, stems
from pairs import tokenise
from sklearn.metrics import balanced_accuracy_score, roc_auc_score
from tokenizers import Tokenizer

SCORES = ("entailment", "not contradiction", "entailment minus contradiction", "mean of both")


def split(text: str) -> list[str]:
    """Sentences of a text, however short."""
    out, start = [], 0
    for paragraph in text.split("\n"):
        start = 0
        for match in ENDS.finditer(paragraph):
            piece = paragraph[start : match.end()].strip()
            if not TAIL.search(piece):
                out.append(piece)
                start = match.end()
        out.append(paragraph[start:].strip())
    return [s for s in out if len(s.split()) > 2]


def windows(source: list[str], statement: str, most: int) -> list[str]:
    """The places of the source closest to a statement by shared words: alone, and with neighbours."""
    own = stems(statement) or {""}
    near = [len(stems(s) & own) for s in source]
    out: list[str] = []
    for i in sorted(range(len(source)), key=lambda i: (-near[i], i))[:most]:
        spans = (
            source[i : i + 1],
            source[max(0, i - 1) : i + 1],
            source[i : i + 2],
            source[max(0, i - 1) : i + 2],
        )
        out += [" ".join(span) for span in spans]
    best = sorted(sorted(range(len(source)), key=lambda i: (-near[i], i))[:3])
    out.append(" ".join(source[i] for i in best))
    return list(dict.fromkeys(out))


def score(odds: np.ndarray, owners: list[tuple[int, int]], count: int) -> dict[str, np.ndarray]:
    """Each summary's score, several ways, from the odds of its (summary, sentence) pairs."""
    kinds = {
        "entailment": odds[:, 1],
        "not contradiction": 1 - odds[:, 0],
        "entailment minus contradiction": odds[:, 1] - odds[:, 0],
    }
    groups: dict[tuple[int, int], list[int]] = {}
    for n, owner in enumerate(owners):
        groups.setdefault(owner, []).append(n)
    out = {}
    for name, values in kinds.items():
        least = np.full(count, np.inf)
        for (summary, _), rows in groups.items():
            least[summary] = min(least[summary], values[rows].max())
        out[name] = np.where(np.isinf(least), 0, least)
    contradicted = np.zeros(count)
    for (summary, _), rows in groups.items():
        top = rows[int(np.argmax(np.maximum(values_of(odds, rows), 0)))]
        contradicted[summary] = max(contradicted[summary], odds[top, 0])
    out["mean of both"] = (out["entailment"] + 1 - contradicted) / 2
    return out


def values_of(odds: np.ndarray, rows: list[int]) -> np.ndarray:
    """How much a window has to say on a statement: anything but neutral."""
    return 1 - odds[rows, 2]


def run(
    cases: list[tuple[str, str]], model: object, tokenizer: Tokenizer, temperature: float, most: int
) -> dict[str, np.ndarray]:
    """Scores of (source, summary) cases."""
    rows: dict[tuple[str, str, str], int] = {}
    uses, owners = [], []
    for n, (source, summary) in enumerate(cases):
        sentences = split(source)
        for m, statement in enumerate(split(summary)):
            for window in windows(sentences, statement, most):
                uses.append(rows.setdefault((window, statement, "neutral"), len(rows)))
                owners.append((n, m))
    pairs = tokenise(rows, tokenizer, 256)
    values = logits(model, pairs, np.arange(len(pairs))) / temperature
    odds = np.exp(values - values.max(-1, keepdims=True))
    odds = (odds / odds.sum(-1, keepdims=True))[uses]
    print(len(rows), "pairs", flush=True)
    return score(odds, owners, len(cases))


def main() -> None:
    """Print the figures of both sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--windows", type=int, default=3)
    parser.add_argument("--limit", type=int, default=0)
    args = parser.parse_args()
    model, tokenizer = session(args.onnx), Tokenizer.from_file(str(args.tokenizer))
    rows = json.loads((args.bench / "summedits" / "news-dev.json").read_text())[: args.limit or None]
    labels = np.array([int(r["label"]) for r in rows])
    scores = run([(r["doc"], r["summary"]) for r in rows], model, tokenizer, args.temperature, args.windows)
    for name in SCORES:
        at_half = balanced_accuracy_score(labels, scores[name] > (0.5 if "minus" not in name else 0))
        best = max(
            balanced_accuracy_score(labels, scores[name] > t)
            for t in np.quantile(scores[name], np.arange(0, 1, 0.02))
        )
        auc = roc_auc_score(labels, scores[name])
        print(
            f"| SummEdits news-dev | {name} | {at_half:.3f} at 0.5 "
            f"| {best:.3f} at the best | AUC {auc:.3f} |",
            flush=True,
        )
    rows = json.loads((args.bench / "bump" / "task2-dev.json").read_text())[: args.limit or None]
    cases = [(r["article"], r[k]) for r in rows for k in ("reference_summary", "edited_summary")]
    scores = run(cases, model, tokenizer, args.temperature, args.windows)
    truth = np.tile([1, 0], len(rows))
    for name in SCORES:
        good, bad = scores[name][0::2], scores[name][1::2]
        print(
            f"| BUMP task 2 | {name} | AUC {roc_auc_score(truth, scores[name]):.3f} "
            f"| consistency {(good > bad).mean():.3f} |"
        )


if __name__ == "__main__":
    main()
