"""Pairs that readers wrote for passages of news: what follows, what is wrong in one place, what is not said.

``written.jsonl.gz`` holds, for a passage (article, first sentence, how many), six statements in words of our own:
``e1`` and ``e2`` follow, ``c1`` to ``c3`` are one of these with one subtle change that the passage rules out, ``n1``
adds what the passage does not say. Language models wrote them, reading each passage; no program or template made a
statement. ``told.jsonl.gz`` holds labels of what the checker took for an omission or for another account's report of
it: article and place of passage and statement, told (T), part of it (P), not there (N), otherwise (C), none (X);
the statements' own words are the checker's and not kept.

Run: ``python written.py --archive ARCHIVE --tokenizer FILE --out DATA``
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from news_text import load
from pairs import save_set

HERE = Path(__file__).resolve().parent
LABELS = {"e": "entailment", "c": "contradiction", "n": "neutral"}
DECIDED = ("e1", "e2", "c1", "c2", "c3")
HELD = 10  # one passage in so many is kept for measuring
LONGEST = 150  # words of a wider window
Row = tuple[str, str, str]


def passages() -> list[dict[str, Any]]:
    """What was written, a passage a row."""
    with gzip.open(HERE / "written.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def own(told: dict[str, Any], sentences: tuple[str, ...]) -> list[Row]:
    """The six statements beside their passage."""
    passage = " ".join(sentences[told["at"] : told["at"] + told["count"]])
    return [(passage, told[k], LABELS[k[0]]) for k in (*DECIDED, "n1") if k in told]


def wider(told: dict[str, Any], sentences: tuple[str, ...], rng: random.Random) -> Iterator[Row]:
    """Two of them in a wider window, which decides them as well, and two beside another place, which does not."""
    at, end = told["at"], told["at"] + told["count"]
    decided = [k for k in DECIDED if k in told]
    around = " ".join(sentences[max(0, at - 1) : end + 1])
    for k in rng.sample(decided, min(2, len(decided))):
        if len(around.split()) <= LONGEST:
            yield around, told[k], LABELS[k[0]]
    away = (
        sentences[end + 2 : end + 4]
        if end + 4 <= len(sentences)
        else sentences[max(0, at - 4) : max(0, at - 2)]
    )
    for k in rng.sample(decided, min(2, len(decided))):
        if away:
            yield " ".join(away), told[k], "neutral"


def main() -> None:
    """Write the training pairs as npz and the held ones as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    articles = {a.id: a.sentences for a in load(args.archive, 20000, 3)}
    rng = random.Random(3)
    train: list[Row] = []
    held: list[Row] = []
    for number, told in enumerate(passages()):
        sentences = articles[told["article"]]
        if number % HELD == 0:
            held += own(told, sentences)
        else:
            train += [*own(told, sentences), *wider(told, sentences, rng)]
    rng.shuffle(train)
    save_set("written", train, held, args.tokenizer, args.out)


if __name__ == "__main__":
    main()
