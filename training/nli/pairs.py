"""Tokenised pairs in flat arrays, and batches of one length cut from them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

LABELS = ("contradiction", "entailment", "neutral")
LONGEST = 224  # tokens of a pair that trains
Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor | None, torch.Tensor]


@dataclass(frozen=True)
class Pairs:
    """Token ids of many pairs end to end; ``split`` is where a pair's second segment begins.

    ``soft``, where a teacher has read the pairs, holds its probabilities [n, 3] in the order of ``LABELS``.
    """

    ids: np.ndarray
    starts: np.ndarray
    split: np.ndarray
    labels: np.ndarray
    soft: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def lengths(self) -> np.ndarray:
        """Tokens of each pair."""
        return np.diff(self.starts)

    def save(self, path: Path) -> None:
        """Write to ``path`` (npz)."""
        path.parent.mkdir(parents=True, exist_ok=True)
        arrays = {"ids": self.ids, "starts": self.starts, "split": self.split, "labels": self.labels}
        np.savez(path, **arrays, **({} if self.soft is None else {"soft": self.soft}))

    @classmethod
    def load(cls, path: Path) -> Pairs:
        """Read what ``save`` wrote."""
        with np.load(path) as data:
            soft = data.get("soft")
            return cls(data["ids"], data["starts"], data["split"], data["labels"], soft)

    @classmethod
    def join(cls, parts: list[Pairs]) -> Pairs:
        """Several sets as one."""
        starts = np.concatenate([[0], np.cumsum(np.concatenate([p.lengths for p in parts]))]).astype(np.int64)
        return cls(
            np.concatenate([p.ids for p in parts]),
            starts,
            np.concatenate([p.split for p in parts]),
            np.concatenate([p.labels for p in parts]),
            np.concatenate([p.targets() for p in parts]) if any(p.soft is not None for p in parts) else None,
        )

    def targets(self) -> np.ndarray:
        """What to learn [n, 3]: a teacher's probabilities, else the label itself."""
        return np.eye(len(LABELS), dtype=np.float32)[self.labels] if self.soft is None else self.soft

    def take(self, rows: np.ndarray) -> Pairs:
        """Some of the pairs, in the order of ``rows``."""
        lengths = self.lengths[rows]
        ids = np.concatenate([self.ids[self.starts[r] : self.starts[r + 1]] for r in rows])
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        soft = None if self.soft is None else self.soft[rows]
        return Pairs(ids, starts, self.split[rows], self.labels[rows], soft)

    def batch(self, rows: np.ndarray) -> Batch:
        """Ids, types, mask (None where all have one length) and labels, or targets, of some rows."""
        lengths = self.lengths[rows]
        width = int(lengths.max())
        ids = np.zeros((len(rows), width), np.int64)
        types = np.zeros((len(rows), width), np.int64)
        for i, row in enumerate(rows):
            ids[i, : lengths[i]] = self.ids[self.starts[row] : self.starts[row + 1]]
            types[i, self.split[row] : lengths[i]] = 1
        even = bool((lengths == width).all())
        mask = None if even else torch.from_numpy((np.arange(width) < lengths[:, None]).astype(np.int64))
        if self.soft is None:
            labels = torch.from_numpy(self.labels[rows].astype(np.int64))
        else:
            labels = torch.from_numpy(self.soft[rows].astype(np.float32))
        return torch.from_numpy(ids), torch.from_numpy(types), mask, labels


def tokenise(rows: Iterable[tuple[str, str, str]], tokenizer: Tokenizer, longest: int) -> Pairs:
    """Encode (premise, hypothesis, label) rows; the premise is cut to fit ``longest`` tokens."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest, strategy="only_first")
    ids: list[np.ndarray] = []
    split: list[int] = []
    labels: list[int] = []
    for chunk in _chunks(rows, 4096):
        texts = [(p, " ".join(h.split()[:120])) for p, h, _ in chunk]
        for encoding, (_, _, label) in zip(tokenizer.encode_batch(texts), chunk, strict=True):
            types = encoding.type_ids
            ids.append(np.array(encoding.ids, np.uint16))
            split.append(types.index(1))
            labels.append(LABELS.index(label))
    starts = np.concatenate([[0], np.cumsum([len(i) for i in ids])]).astype(np.int64)
    return Pairs(np.concatenate(ids), starts, np.array(split, np.uint16), np.array(labels, np.uint8))


def _chunks(rows: Iterable[tuple[str, str, str]], size: int) -> Iterator[list[tuple[str, str, str]]]:
    chunk: list[tuple[str, str, str]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def save_set(
    name: str,
    train: Sequence[tuple[str, str, str]],
    held: Sequence[tuple[str, str, str]],
    tokenizer: Path,
    out: Path,
) -> None:
    """Write a set's training pairs, tokenised, as npz and the held ones as JSON lines; print how many."""
    (out / "news").mkdir(parents=True, exist_ok=True)
    with (out / "news" / f"{name}-dev.jsonl").open("w", encoding="utf-8") as file:
        for premise, hypothesis, label in held:
            file.write(json.dumps({"premise": premise, "hypothesis": hypothesis, "label": label}) + "\n")
    tokenise(train, Tokenizer.from_file(str(tokenizer)), LONGEST).save(out / "train" / f"{name}.npz")
    print(name, len(train), len(held), Counter(label for *_, label in train))


def plan(lengths: np.ndarray, budget: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Rows in shuffled batches of at most ``budget`` tokens: one length a batch, the rest padded."""
    order = rng.permutation(len(lengths))
    order = order[np.argsort(lengths[order], kind="stable")]
    batches: list[np.ndarray] = []
    rest: list[np.ndarray] = []
    bounds = np.flatnonzero(np.diff(lengths[order])) + 1
    for group in np.split(order, bounds):
        size = max(1, budget // int(lengths[group[0]]))
        full = len(group) // size * size
        batches += list(group[:full].reshape(-1, size))
        rest.append(group[full:])
    left = np.concatenate(rest)
    while len(left):
        size = max(1, budget // int(lengths[left[-1]]))
        batches.append(left[-size:])
        left = left[:-size]
    return [batches[i] for i in rng.permutation(len(batches))]
