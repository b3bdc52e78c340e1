"""News articles as clean sentences, story by story, and tight or loose pairs of two outlets' sentences."""

from __future__ import annotations

import json
import lzma
import random
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from lexicon import WORDS
from sklearn.feature_extraction.text import TfidfVectorizer

ABBREVIATIONS = WORDS["abbreviations"].split()
ENDS = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
TAIL = re.compile(r"(?:^|[\s(.\"“])(?:" + "|".join(re.escape(a) for a in ABBREVIATIONS) + r")\.$")
JUNK = re.compile(
    r"(?i)click here|sign up|subscribe|newsletter|follow us|all rights reserved|copyright|read more|getty|"
    r"photo|advertisement|cookies|facebook|http|www\.|@|\||©|this transcript|"
    r"contributed to this report|associated press"
)
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’\-]*")


@dataclass(frozen=True)
class Article:
    """One outlet's account."""

    id: str
    story: str
    outlet: str
    title: str
    sentences: tuple[str, ...]


def sentences_of(text: str) -> list[str]:
    """Split running text; paragraphs never run together."""
    out: list[str] = []
    for paragraph in re.split(r"\n+", text):
        paragraph = " ".join(paragraph.split())
        start = 0
        for match in ENDS.finditer(paragraph):
            piece = paragraph[start : match.end()].strip()
            if TAIL.search(piece):
                continue
            out.append(piece)
            start = match.end()
        out.append(paragraph[start:].strip())
    return [s for s in out if _good(s)]


def _good(sentence: str) -> bool:
    words = sentence.split()
    quotes = sentence.count('"') % 2 == 0 and sentence.count("“") == sentence.count("”")
    return (
        7 <= len(words) <= 60
        and sentence[-1] in ".!?\"”'’"
        and sentence[0] in "\"“'‘" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        and quotes
        and not JUNK.search(sentence)
        and sum(c.isupper() for c in sentence) < 0.3 * len(sentence)
    )


def load(archive: Path, loose: int, seed: int) -> list[Article]:
    """All articles that share a story with another outlet's, and ``loose`` others."""
    groups = [json.loads(line) for line in (archive / "story_groups.jsonl").read_text().splitlines()]
    story = {a["ID"]: f"s{n}" for n, g in enumerate(groups) for a in g["articles"]}
    grouped, others = [], []
    with lzma.open(archive / "articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            (grouped if row["ID"] in story else others).append(row)
    random.Random(seed).shuffle(others)
    articles, seen = [], set()
    for row in grouped + others[:loose]:
        sentences = tuple(sentences_of(row["content_original"])[:45])
        if row["ID"] in seen or len(sentences) < 4:
            continue
        seen.add(row["ID"])
        title = " ".join(row["title"].split())
        articles.append(
            Article(row["ID"], story.get(row["ID"], "x" + row["ID"]), row["source"], title, sentences)
        )
    return articles


def is_dev(story: str) -> bool:
    """Whether a story is kept apart from training (about one in ten)."""
    return zlib.crc32(story.encode()) % 10 == 0


def stems(text: str) -> set[str]:
    """Content words, roughly stemmed."""
    out = set()
    for word in WORD.findall(text.lower().replace("’", "'")):
        word = word.removesuffix("'s")
        if word in STOP:
            continue
        out.add(re.sub(r"(ing|ed|es|s|ly)$", "", word) if len(word) > 4 else word)
    return out


STOP = set(WORDS["stop"].split())


def aligned(articles: list[Article]) -> list[tuple[float, float, float, str, str, str]]:
    """Sentences a, b of two outlets on one story: (cosine, share of b in a, of a in b, a, b, story)."""
    stories: dict[str, list[Article]] = {}
    for article in articles:
        stories.setdefault(article.story, []).append(article)
    texts = [s for a in articles for s in a.sentences]
    vectors = TfidfVectorizer(
        stop_words=sorted(STOP), sublinear_tf=True, min_df=2, token_pattern=r"[A-Za-z0-9][\w'\-]*"
    )
    vectors.fit(texts[::2])
    words = vectors.vocabulary_
    weights = vectors.idf_

    def weigh(items: set[str]) -> float:
        return float(sum(weights[words[i]] if i in words else 7.0 for i in items)) or 1.0

    out = []
    for story, group in stories.items():
        if len(group) < 2:
            continue
        group = group[:5]
        flat = [(n, s) for n, a in enumerate(group) for s in a.sentences]
        owner = np.array([n for n, _ in flat])
        matrix = vectors.transform([s for _, s in flat])
        near = (matrix @ matrix.T).toarray()
        rows, columns = np.nonzero((near > 0.18) & (near < 0.97) & (owner[:, None] < owner[None, :]))
        for i, j in zip(rows, columns, strict=True):
            a, b = flat[i][1], flat[j][1]
            left, right = stems(a), stems(b)
            both = weigh(left & right)
            out.append((float(near[i, j]), both / weigh(right), both / weigh(left), a, b, story))
    return out
