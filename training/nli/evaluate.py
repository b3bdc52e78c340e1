"""Accuracy of a model on every development set: an exported graph, or float32 through its float export.

Run: ``python evaluate.py --data DATA --onnx EXPORT/nli-int8.onnx [--onnx ...] [--sample N]``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import onnxruntime as ort
from pairs import LABELS, Pairs


def session(path: Path, threads: int = 2) -> ort.InferenceSession:
    """An onnxruntime session on the CPU."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def logits(model: ort.InferenceSession, pairs: Pairs, rows: np.ndarray, size: int = 24) -> np.ndarray:
    """Logits of some rows, in their order; batches by length."""
    out = np.zeros((len(rows), len(LABELS)), np.float32)
    order = np.argsort(pairs.lengths[rows], kind="stable")
    for at in range(0, len(rows), size):
        here = order[at : at + size]
        ids, types, mask, _ = pairs.batch(rows[here])
        ids, types = ids.numpy(), types.numpy()
        full = np.ones_like(ids) if mask is None else mask.numpy()
        out[here] = model.run(None, {"input_ids": ids, "attention_mask": full, "token_type_ids": types})[0]
    return out


def sets(data: Path, sample: int) -> dict[str, tuple[Pairs, np.ndarray]]:
    """Development sets and the rows to use; FEVER's two halves as one set."""
    groups: dict[str, list[Pairs]] = defaultdict(list)
    for path in sorted((data / "dev").glob("*.npz")):
        groups["fever" if path.stem.startswith("fever-") else path.stem].append(Pairs.load(path))
    out = {}
    for name, parts in groups.items():
        pairs = Pairs.join(parts)
        rows = np.random.default_rng(1).permutation(len(pairs))[: sample or None]
        out[name] = (pairs, np.sort(rows))
    return out


def news(model: ort.InferenceSession, data: Path, sample: int) -> dict[str, dict[str, float]]:
    """On unseen news pairs, by kind: how many there are, and the share given each label."""
    pairs = Pairs.load(data / "news-dev.npz")
    rows = np.arange(len(pairs))[: sample or None]
    lines = (data / "news" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    kinds = [json.loads(line)["kind"] for line in lines[: len(rows)]]
    guess = logits(model, pairs, rows).argmax(-1)
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, label, said in zip(kinds, pairs.labels[rows], guess, strict=True):
        group = "contradiction/all outlets" if kind.startswith("outlets-") and label == 0 else ""
        for key in filter(None, (f"{LABELS[label]}/{kind}", group)):
            tally[key][LABELS[said]] += 1
    return {
        k: {"n": sum(c.values())} | {w: round(c[w] / sum(c.values()), 3) for w in LABELS}
        for k, c in sorted(tally.items())
    }


def main() -> None:
    """Print one table row a set, and the table by kind for news."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, action="append", required=True)
    parser.add_argument("--sample", type=int, default=0, help="pairs of each set; 0 for all")
    parser.add_argument("--news-sample", type=int, default=0)
    parser.add_argument("--only", default="", help="sets to use, separated by commas")
    parser.add_argument("--no-news", action="store_true")
    args = parser.parse_args()
    models = [session(path) for path in args.onnx]
    print("| set | pairs |", " | ".join(path.stem for path in args.onnx), "|")
    print("|---|---|" + "---|" * len(models))
    for name, (pairs, rows) in sets(args.data, args.sample).items():
        if args.only and name not in args.only.split(","):
            continue
        cells, began = [], time.time()
        for model in models:
            right = logits(model, pairs, rows).argmax(-1) == pairs.labels[rows]
            cells.append(f"{right.mean():.4f}")
        print(f"| {name} | {len(rows)} |", " | ".join(cells), f"| {time.time() - began:.0f} s", flush=True)
    if not args.no_news:
        for path, model in zip(args.onnx, models, strict=True):
            print(path.stem)
            for kind, row in news(model, args.data, args.news_sample).items():
                print(f"| {kind} | " + " | ".join(str(v) for v in row.values()) + " |", flush=True)


if __name__ == "__main__":
    main()
