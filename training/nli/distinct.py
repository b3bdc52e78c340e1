"""Contrast sets that readers wrote: different things that look alike, and one thing told in quite other words.

``distinct.jsonl.gz`` holds invented news, in words of our own, with hypotheses. Of one half ``d1`` to ``d3`` look
opposed to it and are about another thing (another vote, body, day, person, quantity), ``e1`` follows, ``c1`` and ``c2``
are about the very same thing and cannot be true. Of the other half ``t1`` to ``t3`` are told in other words, ``p1`` and
``p2`` are of the same matter and not told, ``c1`` cannot be true. Language models wrote each item; no program or
template made one.

Run: ``python distinct.py --tokenizer FILE --out DATA``
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import zlib
from collections.abc import Iterable
from pathlib import Path

from pairs import save_set

HERE = Path(__file__).resolve().parent
LABELS = {"d": "neutral", "p": "neutral", "c": "contradiction", "e": "entailment", "t": "entailment"}
HELD = 12  # one premise in so many is kept for measuring
Row = tuple[str, str, str]


def items(file: Path = HERE / "distinct.jsonl.gz") -> list[dict[str, str]]:
    """What was written, a premise with its hypotheses a row."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def rows_of(written: Iterable[dict[str, str]]) -> tuple[list[Row], list[Row]]:
    """Training and held rows; a premise is held as a whole."""
    train: list[Row] = []
    held: list[Row] = []
    for told in written:
        premise = told["premise"]
        rows = [(premise, told[k], LABELS[k[0]]) for k in sorted(told) if k != "premise"]
        (train if zlib.crc32(premise.encode()) % HELD else held).extend(rows)
    return train, held


def main() -> None:
    """Write the training pairs as npz and the held ones as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    train, held = rows_of(items())
    random.Random(3).shuffle(train)
    save_set("distinct", train, held, args.tokenizer, args.out)


if __name__ == "__main__":
    main()
