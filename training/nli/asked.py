"""Pairs without a label for the teacher to read: it is asked what no set says, so that the small model learns more.

From the training pairs (``public.py``, ``general.py``, ``written.py``, ``data.py`` ...) come

- ``turned``: statement and passage change places;
- ``beside``: two statements that were written for one passage;
- ``near``: a statement beside the passage next to its own (fewest differing words);
- ``swapped``: one or two words of a statement replaced by words the small model holds for alike
  (Jiao et al. 2020, TinyBERT, augment so): most change what is said, which only a reader can tell;

and from articles whose stories are not kept for measuring

- ``windows``: a sentence beside the nearest sentences of another outlet's account.

Run: ``python asked.py --archive ARCHIVE --base BACKBONE --out DATA``
"""

from __future__ import annotations

import argparse
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from natural import HELD, events_of, labelled
from news_text import is_dev, load
from pairs import LABELS, LONGEST, Pairs, tokenise
from safetensors.numpy import load_file
from sklearn.feature_extraction.text import TfidfVectorizer
from tokenizers import Tokenizer

CLS, SEP, FIRST_WORD = 101, 102, 1996  # BERT's places; words begin behind characters and punctuation
NEUTRAL = LABELS.index("neutral")
ALIKE = 16  # nearest words to draw a swap from
COUNTS = {"turned": 36_000, "beside": 80_000, "near": 24_000, "swapped": 90_000, "windows": 60_000}
TURNED = ("lingnli", "snli", "wanli", "general", "newprotocols")
BESIDE = ("lingnli", "snli", "general", "written")
NEAR = ("lingnli", "general", "wanli")
SWAPPED = ("lingnli", "wanli", "snli", "general", "newprotocols", "written", "natural", "mined", "drafts")
SEED = 61
Tokens = tuple[np.ndarray, np.ndarray]


def parts(pairs: Pairs, rows: np.ndarray) -> list[Tokens]:
    """Passage and statement of some pairs, without the marks around them."""
    out = []
    for row in rows:
        ids = pairs.ids[pairs.starts[row] : pairs.starts[row + 1]]
        split = int(pairs.split[row])
        out.append((ids[1 : split - 1], ids[split:-1]))
    return out


def joined(items: list[Tokens]) -> Pairs:
    """Passages and statements as pairs; all are called neutral until somebody reads them."""
    fit = [(p, h) for p, h in items if len(p) and len(h) and len(p) + len(h) + 3 <= LONGEST]
    mark = np.array([CLS], np.uint16), np.array([SEP], np.uint16)
    ids = [np.concatenate([mark[0], p, mark[1], h, mark[1]]) for p, h in fit]
    starts = np.concatenate([[0], np.cumsum([len(i) for i in ids])]).astype(np.int64)
    split = np.array([len(p) + 2 for p, _ in fit], np.uint16)
    return Pairs(np.concatenate(ids), starts, split, np.full(len(fit), NEUTRAL, np.uint8))


def by_passage(items: list[Tokens]) -> list[tuple[np.ndarray, list[np.ndarray]]]:
    """Each passage once, with its statements."""
    groups: dict[bytes, tuple[np.ndarray, list[np.ndarray]]] = {}
    for passage, statement in items:
        groups.setdefault(passage.tobytes(), (passage, []))[1].append(statement)
    return list(groups.values())


def beside(items: list[Tokens], count: int, rng: random.Random) -> list[Tokens]:
    """Two statements of one passage, in either order."""
    both = [(a, b) for _, told in by_passage(items) for a in told for b in told if a is not b]
    return rng.sample(both, min(count, len(both)))


def near(items: list[Tokens], count: int, rng: random.Random) -> list[Tokens]:
    """Statements beside the passage most like their own."""
    groups = by_passage(items)
    rng.shuffle(groups)
    groups = groups[:count]
    texts = [" ".join(map(str, passage)) for passage, _ in groups]
    matrix = TfidfVectorizer(token_pattern=r"\S+", sublinear_tf=True, min_df=2, max_df=0.02).fit_transform(
        texts
    )
    out = []
    for at in range(0, len(groups), 500):
        alike = (matrix[at : at + 500] @ matrix.T).toarray()
        alike[np.arange(len(alike)), np.arange(at, at + len(alike))] = -1
        for i, other in enumerate(alike.argmax(1)):
            out.append((groups[other][0], rng.choice(groups[at + i][1])))
    return out


class Swaps:
    """Words for words, by the nearest rows of the backbone's table."""

    def __init__(self, base: Path) -> None:
        table = load_file(base / "model.safetensors")["embeddings.word_embeddings.weight"].astype(np.float32)
        self.table = table / np.linalg.norm(table, axis=1, keepdims=True)
        lines = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.whole = np.array(
            [i >= FIRST_WORD and w.isalpha() and len(w) > 2 for i, w in enumerate(lines[: len(table)])]
        )
        self.inner = np.array([w.startswith("##") for w in lines[: len(table)]])
        self.numbers = [i for i, w in enumerate(lines[: len(table)]) if w.isdigit()]
        self.digits = frozenset(self.numbers)
        self.alike: dict[int, np.ndarray] = {}

    def near(self, word: int) -> np.ndarray:
        """The words most like a word."""
        if word not in self.alike:
            order = np.argsort(-(self.table @ self.table[word]))
            self.alike[word] = order[self.whole[order] & (order != word)][:ALIKE]
        return self.alike[word]

    def swapped(self, statement: np.ndarray, rng: random.Random) -> np.ndarray | None:
        """The statement with one or two other words (or figures); None where it has none to change."""
        ends = np.append(self.inner[statement[1:]], False)
        free = [i for i, t in enumerate(statement) if self.whole[t] and not ends[i]]
        figures = [i for i, t in enumerate(statement) if int(t) in self.digits and not ends[i]]
        if not free:
            return None
        out = statement.copy()
        if figures and rng.random() < 0.25:
            out[rng.choice(figures)] = rng.choice(self.numbers)
            return out
        for i in rng.sample(free, min(len(free), rng.choice((1, 1, 2)))):
            out[i] = rng.choice(self.near(int(out[i])))
        return out


def windows(archive: Path, count: int, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """Sentences beside the nearest passage of another outlet's account of the story."""
    every = [pair for name in ("natural", "mined", "edited") for pair in labelled(name)]
    kept = {article for article, event in events_of(every).items() if zlib.crc32(event.encode()) % HELD == 0}
    stories = defaultdict(list)
    for article in load(archive, 0, 3):
        if not is_dev(article.story) and article.id not in kept:
            stories[article.story].append(article)
    groups = [group for group in stories.values() if len(group) > 1]
    rng.shuffle(groups)
    for group in groups:
        if count <= 0:
            return
        for one, other in ((group[0], group[1]), (group[1], group[0])):
            matrix = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(
                one.sentences + other.sentences
            )
            alike = (matrix[: len(one.sentences)] @ matrix[len(one.sentences) :].T).toarray()
            for i in rng.sample(range(len(one.sentences)), min(12, len(one.sentences))):
                best = np.argsort(-alike[i], kind="stable")[: rng.choice((1, 2, 3))]
                if alike[i, best[0]] < 0.08:
                    continue
                yield " ".join(other.sentences[j] for j in sorted(best)), one.sentences[i], "neutral"
                count -= 1


def main() -> None:
    """Write each set as ``asked/NAME.npz``."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("archive", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    rng = random.Random(SEED)
    sets = {p.stem: Pairs.load(p) for p in sorted((args.out / "train").glob("*.npz"))}

    def drawn(name: str, count: int) -> list[Tokens]:
        rows = np.array(rng.sample(range(len(sets[name])), min(count, len(sets[name]))))
        return parts(sets[name], rows)

    made: dict[str, Pairs] = {}
    share = COUNTS["turned"] // len(TURNED)
    made["turned"] = joined([(h, p) for name in TURNED for p, h in drawn(name, share)])
    share = COUNTS["beside"] // len(BESIDE)
    made["beside"] = joined([t for n in BESIDE for t in beside(drawn(n, len(sets[n])), share, rng)])
    share = COUNTS["near"] // len(NEAR)
    made["near"] = joined([t for n in NEAR for t in near(drawn(n, len(sets[n])), share, rng)])
    swaps, share = Swaps(args.base), COUNTS["swapped"] // len(SWAPPED)
    changed = [(p, swaps.swapped(h, rng)) for name in SWAPPED for p, h in drawn(name, share)]
    made["swapped"] = joined([(p, h) for p, h in changed if h is not None])
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    made["windows"] = tokenise(windows(args.archive, COUNTS["windows"], rng), tokenizer, LONGEST)
    for name, pairs in made.items():
        pairs.save(args.out / "asked" / f"{name}.npz")
        print(name, len(pairs), round(float(pairs.lengths.mean()), 1))


if __name__ == "__main__":
    main()
