"""The teacher reads pairs; its probabilities become what the small model learns (Hinton et al. 2015).

Run: ``python answers.py --teacher OUT/model --data DATA --set asked/beside --set train/lingnli=40000 ...``

``NAME=COUNT`` reads a random part. Each set is written to ``DATA/soft/`` under its own name, one at a time, so that a
run that was cut off goes on with the sets that are missing. Where a set has labels, half of what is learned is
the label and half the answer: a label is sometimes wrong, and so is the teacher.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "1024")

import numpy as np
import torch
import torch.multiprocessing as mp
from pairs import LABELS, Pairs
from safetensors.torch import load_file
from teacher import Teacher, converted

TOKENS, SEED = 2048, 71
LABEL_SHARE = 0.5


def read(pairs: Pairs, live: dict[str, torch.Tensor], out: torch.Tensor, batches: list[np.ndarray]) -> None:
    """Fill in the probabilities of some batches."""
    torch.set_num_threads(1)
    model = Teacher(live)
    with torch.no_grad():
        for rows in batches:
            ids, types, mask, _ = pairs.batch(rows)
            out[torch.from_numpy(rows)] = torch.softmax(model.forward(ids, types, mask), -1)


def answers(pairs: Pairs, live: dict[str, torch.Tensor], workers: int) -> np.ndarray:
    """The teacher's probabilities [n, 3]."""
    theirs = converted(pairs)
    order = np.argsort(theirs.lengths, kind="stable")
    batches, at = [], 0
    while at < len(order):
        size = max(1, TOKENS // int(theirs.lengths[order[min(len(order) - 1, at + 40)]]))
        batches.append(order[at : at + size])
        at += size
    out = torch.full((len(pairs), len(LABELS)), float("nan")).share_memory_()
    others = [
        mp.Process(target=read, args=(theirs, live, out, batches[w::workers])) for w in range(1, workers)
    ]
    for process in others:
        process.start()
    read(theirs, live, out, batches[::workers])
    for process in others:
        process.join()
    if torch.isnan(out).any():
        raise SystemExit("a worker ended before its pairs were read")
    return out.numpy()


def main() -> None:
    """Read set after set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", action="append", required=True)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    mp.set_start_method("fork")
    torch.set_num_threads(1)
    live = {n: t.to(torch.bfloat16) for n, t in load_file(args.teacher / "model.safetensors").items()}
    for tensor in live.values():
        tensor.share_memory_()
    for wanted in args.set:
        place, _, count = wanted.partition("=")
        folder, _, name = place.partition("/")
        target = args.data / "soft" / f"{name}.npz"
        if target.is_file():
            continue
        pairs = Pairs.load(args.data / folder / f"{name}.npz")
        rows = np.random.default_rng(SEED).permutation(len(pairs))[: int(count or len(pairs))]
        pairs, began = pairs.take(np.sort(rows)), time.time()
        soft = answers(pairs, live, args.workers)
        agree = float((soft.argmax(-1) == pairs.labels).mean())
        if folder == "train":
            soft = (
                LABEL_SHARE * np.eye(len(LABELS), dtype=np.float32)[pairs.labels] + (1 - LABEL_SHARE) * soft
            )
        Pairs(pairs.ids, pairs.starts, pairs.split, pairs.labels, soft.astype(np.float16)).save(target)
        share = np.round(soft.mean(0), 3)
        pace = len(pairs) / (time.time() - began)
        print(
            f"{name} {len(pairs)} pairs, {pace:.0f} a second, mean {share}, as labelled {agree:.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
