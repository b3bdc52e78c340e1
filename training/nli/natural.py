"""Pairs as they stand in the news: what one outlet says beside what comes nearest in another's account, labelled.

``natural.jsonl.gz`` holds places and labels, no text: the sentence (article, number), the passage (article, numbers of
its sentences), and whether the passage tells the sentence (T), part of it (P), not (N), or otherwise (C). Language
models labelled them, reading both. Real contradictions are rare: one in a hundred.

Run: ``python natural.py --archive ARCHIVE --tokenizer FILE --out DATA``
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from news_text import load
from pairs import save_set

HERE = Path(__file__).resolve().parent
LABELS = {"T": "entailment", "P": "neutral", "N": "neutral", "C": "contradiction"}
HELD = 4  # one story in so many is kept for measuring
RARE = 3  # so often a real contradiction is taken
ALL = 10**6
Row = tuple[str, str, str]


def labelled(file: Path = HERE / "natural.jsonl.gz") -> list[dict[str, Any]]:
    """The places and labels, a pair a row."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def rows_of(
    pairs: Iterable[dict[str, Any]], articles: Mapping[str, tuple[str, ...]]
) -> tuple[list[Row], list[Row]]:
    """Training and held rows; ``articles``: id -> sentences. Stories are held as wholes."""
    train: list[Row] = []
    held: list[Row] = []
    for pair in pairs:
        article, number = pair["statement_of"]
        other, numbers = pair["passage_of"]
        passage = " ".join(articles[other][n] for n in numbers)
        row = (passage, articles[article][number], LABELS[pair["label"]])
        if zlib.crc32(pair["story"].encode()) % HELD == 0:
            held.append(row)
        else:
            train += [row] * (RARE if pair["label"] == "C" else 1)
    return train, held


def main() -> None:
    """Write the training pairs as npz and the held ones as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("archive", "tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    train, held = rows_of(labelled(), {a.id: a.sentences for a in load(args.archive, ALL, 3)})
    save_set("natural", train, held, args.tokenizer, args.out)


if __name__ == "__main__":
    main()
