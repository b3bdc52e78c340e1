"""Pairs as they stand in the news: what one outlet says beside what comes nearest in another's account, labelled.

``natural.jsonl.gz`` holds places and labels, no text: the statement (article and number of the sentence, or article,
start and end of the words in its text), the passage (article, numbers of its sentences), and whether the passage
tells the statement (T), part of it (P), not (N), or otherwise (C). Language models labelled them, reading both. Real
contradictions are rare: one in a hundred. ``mined.jsonl.gz`` holds the like, chosen among 130,000 pairs and 9,000
windows by what a model said of them: called contradictions, or entailed although unlike, or neutral although alike,
or unsure, or with figures that differ. ``edited.jsonl.gz`` holds told ones in whose statement a language model put a
few other words, so that the passage rules it out (``edit``: start, end, words).

Run: ``python natural.py --archive ARCHIVE --tokenizer FILE --out DATA``
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import zlib
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from news_text import load
from pairs import save_set

HERE = Path(__file__).resolve().parent
SETS = ("natural", "mined", "edited")
LABELS = {"T": "entailment", "P": "neutral", "N": "neutral", "C": "contradiction"}
HELD = 4  # one story in so many is kept for measuring
LONGEST_SENTENCE = 400  # characters of a passage's sentence that the checker's own words were labelled with
RARE = 3  # so often a real contradiction is taken
ALL = 10**6
Row = tuple[str, str, str]


def labelled(name: str = "natural") -> list[dict[str, Any]]:
    """The places and labels of a set, a pair a row."""
    with gzip.open(HERE / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def texts_of(archive: Path, wanted: Container[str]) -> dict[str, str]:
    """The texts of some articles: id -> text."""
    with lzma.open(archive / "articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {r["ID"]: r["content_original"] for r in rows if r["ID"] in wanted}


def events_of(pairs: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Article -> the first of all articles that pairs tie to it: stories drawn twice under two names are one event."""
    first: dict[str, str] = {}

    def root(article: str) -> str:
        while first.setdefault(article, article) != article:
            article = first[article]
        return article

    for pair in pairs:
        one, other = sorted((root(pair["statement_of"][0]), root(pair["passage_of"][0])))
        first[other] = one
    return {article: root(article) for article in first}


def rows_of(
    pairs: Iterable[dict[str, Any]],
    event: Mapping[str, str],
    articles: Mapping[str, tuple[str, ...]],
    texts: Mapping[str, str],
) -> tuple[list[Row], list[Row]]:
    """Training and held rows; ``articles``: id -> sentences, ``texts``: id -> text. Events are held as wholes."""
    train: list[Row] = []
    held: list[Row] = []
    for pair in pairs:
        article, *place = pair["statement_of"]
        statement = articles[article][place[0]] if len(place) == 1 else texts[article][slice(*place)]
        if "edit" in pair:
            start, end, words = pair["edit"]
            statement = statement[:start] + words + statement[end:]
        other, numbers = pair["passage_of"]
        most = LONGEST_SENTENCE if len(place) == 2 else None
        passage = " ".join(articles[other][n][:most] for n in numbers)
        row = (passage, statement, LABELS[pair["label"]])
        if zlib.crc32(event[other].encode()) % HELD == 0:
            held.append(row)
        else:
            train += [row] * (RARE if pair["label"] == "C" and "edit" not in pair else 1)
    return train, held


def main() -> None:
    """Write the training pairs of each set as npz and the held ones as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("archive", "tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    articles = {a.id: a.sentences for a in load(args.archive, ALL, 3)}
    sets = {name: labelled(name) for name in SETS}
    every = [pair for pairs in sets.values() for pair in pairs]
    texts = texts_of(args.archive, {p["statement_of"][0] for p in every if len(p["statement_of"]) == 3})
    event = events_of(every)
    for name, pairs in sets.items():
        train, held = rows_of(pairs, event, articles, texts)
        save_set(name, train, held, args.tokenizer, args.out)


if __name__ == "__main__":
    main()
