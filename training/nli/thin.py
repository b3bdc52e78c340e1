"""Thin the news pairs for training: fewer long ones, common kinds capped, scarce entailments repeated.

Run after ``data.py``: ``python thin.py --tokenizer TOKENIZER --out OUT``; writes ``OUT/train/news.npz`` anew.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from pairs import tokenise
from tokenizers import Tokenizer

CAPS = {
    "neighbour": 13000,
    "loose": 12000,
    "elsewhere": 8000,
    "within-name": 3000,
    "within-polarity": 3500,
    "within-antonym": 3500,
}
REPEATS = {("entailment", "outlets"): 3, ("entailment", "title"): 2}
LONG, KEPT = 85, 0.3


def thinned(rows: list[dict[str, str]], rng: random.Random) -> list[tuple[str, str, str]]:
    """The rows to train on, shuffled."""
    rng.shuffle(rows)
    taken: Counter[str] = Counter()
    out: list[tuple[str, str, str]] = []
    for row in rows:
        words = len(row["premise"].split()) + len(row["hypothesis"].split())
        if words > LONG and rng.random() > KEPT:
            continue
        taken[row["kind"]] += 1
        if taken[row["kind"]] <= CAPS.get(row["kind"], 10**6):
            times = REPEATS.get((row["label"], row["kind"]), 1)
            out += [(row["premise"], row["hypothesis"], row["label"])] * times
    rng.shuffle(out)
    return out


def main() -> None:
    """Read ``OUT/news/train.jsonl``, write the tokenised pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=5)
    args = parser.parse_args()
    lines = (args.out / "news" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    rows = thinned([json.loads(line) for line in lines], random.Random(args.seed))
    pairs = tokenise(rows, Tokenizer.from_file(str(args.tokenizer)), 192)
    pairs.save(args.out / "train" / "news.npz")
    print(len(pairs), round(float(pairs.lengths.mean()), 1), Counter(label for *_, label in rows))


if __name__ == "__main__":
    main()
