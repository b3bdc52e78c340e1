"""Pairs that readers wrote for premises of the public sets: two that follow, two that may be, two that cannot be.

``general.jsonl.gz`` holds six hypotheses, or fewer, in words of our own for a premise, which is named by the hash of
its text (``key_of``); the premises stand in the public training file. Language models wrote them, reading each premise;
no program or template made one. What repeats eight words of its premise is not kept here.

Run: ``python general.py --nli NLI --tokenizer FILE --out DATA``
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from collections.abc import Iterable
from pathlib import Path

from pairs import save_set

HERE = Path(__file__).resolve().parent
LABELS = {"e": "entailment", "n": "neutral", "c": "contradiction"}
HELD = 12  # one premise in so many is kept for measuring
Row = tuple[str, str, str]


def key_of(premise: str) -> str:
    """The name of a premise: 16 hex digits of the SHA-256 of its text."""
    return hashlib.sha256(premise.encode()).hexdigest()[:16]


def hypotheses(file: Path = HERE / "general.jsonl.gz") -> list[dict[str, str]]:
    """What was written, a premise a row."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def rows_of(written: Iterable[dict[str, str]], premises: dict[str, str]) -> tuple[list[Row], list[Row]]:
    """Training and held rows; ``premises``: key -> text. A premise that is not there raises ``KeyError``."""
    train: list[Row] = []
    held: list[Row] = []
    for number, told in enumerate(written):
        premise = premises[told["premise"]]
        rows = [(premise, told[k], LABELS[k[0]]) for k in sorted(told) if k != "premise"]
        (train if number % HELD else held).extend(rows)
    return train, held


def main() -> None:
    """Write the training pairs as npz and the held ones as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("nli", "tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    with gzip.open(args.nli / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        premises = {key_of(p): p for p in (json.loads(line)["premise"] for line in lines)}
    train, held = rows_of(hypotheses(), premises)
    random.Random(3).shuffle(train)
    save_set("general", train, held, args.tokenizer, args.out)


if __name__ == "__main__":
    main()
