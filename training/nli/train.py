"""Train the inference model on CPU: workers of one thread each, one AdamW step over all their gradients.

Run: ``python train.py --config config.toml --base BACKBONE --data DATA --out OUT`` with ``--deadline HH:MM``
or ``--steps N``; again with the same ``--out`` to resume. With ``--deadline`` the learning rate follows the
clock and reaches zero at that time (UTC); with ``--steps`` it follows the count of steps. ``--after`` goes on
from another run's checkpoint: its weights and moments, with a schedule and a mixture of its own; ``--weights``
begins with a model, such as the mean of several runs (with ``--after``: and the moments of that checkpoint).
"""

from __future__ import annotations

import argparse
import os
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "16384")

import numpy as np
import torch
import torch.multiprocessing as mp
import torch.nn.functional as F
from backbones import BACKBONES, Backbone
from lean import Dropout, Lean
from pairs import Pairs, plan
from teacher import Teacher
from weights import Shared, base_state, save_model

PROGRESS, NORMS, LOSSES, COUNTS, TALLY = 0, 4, 8, 12, 20


@dataclass(frozen=True)
class Clock:
    """How far the run is, 0 to 1, by time or by steps."""

    begun: float
    deadline: float
    steps: int
    first: int = 0

    def progress(self, step: int) -> float:
        """Share of the run that is done."""
        if self.steps:
            return min(1.0, (step - self.first) / self.steps)
        return min(1.0, (time.time() - self.begun) / (self.deadline - self.begun))


def rate_at(progress: float, settings: dict[str, float]) -> float:
    """Linear warm-up, a plateau, then a fall to zero."""
    warm, fall = settings["warmup"], settings["decay_from"]
    if progress < warm:
        return settings["rate"] * progress / warm
    if progress < fall:
        return settings["rate"]
    return settings["rate"] * (1 - progress) / (1 - fall)


def mixture(config: dict, progress: float) -> dict[str, float]:
    """Shares of the sources in force at this point of the run."""
    for phase in config["phases"]:
        if progress < phase["until"]:
            return phase["shares"]
    return config["phases"][-1]["shares"]


def take_round(data: Path, shares: dict[str, float], number: int, size: int, seed: int) -> Pairs:
    """The pairs of one round: each source goes on where its last round ended, shuffled anew every pass.

    A source named ``soft/NAME`` is what the teacher answered (``answers.py``).
    """
    total, parts = sum(shares.values()), []
    for name, share in sorted(shares.items()):
        path = data / (f"{name}.npz" if "/" in name else f"train/{name}.npz")
        if not path.is_file() or not share:
            continue
        source = Pairs.load(path)
        want = int(size * share / total)
        places = np.arange(number * want, (number + 1) * want)
        rows = np.empty(want, np.int64)
        for turn in np.unique(places // len(source)):
            order = np.random.default_rng([seed, int(turn), len(source)]).permutation(len(source))
            here = places // len(source) == turn
            rows[here] = order[places[here] % len(source)]
        parts.append(source.take(rows))
    return Pairs.join(parts)


@torch.no_grad()
def quick_dev(
    model: Lean | Teacher, backbone: Backbone, data: Path, worker: int, workers: int, sample: int
) -> dict[str, tuple[int, int]]:
    """Right answers and pairs by set, this worker's share of a fixed sample."""
    out = {}
    for path in sorted((data / "dev").glob("*.npz")):
        dev = backbone.converted(Pairs.load(path))
        rows = np.random.default_rng(0).permutation(len(dev))[:sample]
        rows = rows[np.argsort(dev.lengths[rows], kind="stable")][worker::workers]
        right = 0
        for at in range(0, len(rows), 24):
            ids, types, mask, labels = dev.batch(rows[at : at + 24])
            right += int((model.forward(ids, types, mask).argmax(-1) == labels).sum())
        out[path.stem] = (right, len(rows))
    return out


def claimed(claims: Any, batches: list[np.ndarray]) -> Iterator[np.ndarray]:
    """The batches that this worker gets: whoever is free takes the next, so a busy core holds nobody up."""
    while True:
        with claims.get_lock():
            mine = claims.value
            claims.value = mine + 1
        if mine >= len(batches):
            return
        yield batches[mine]


def work(
    worker: int,
    shared: Shared,
    barrier: Barrier,
    claims: Any,
    config: dict,
    args: argparse.Namespace,
    clock: Clock,
    at: dict,
) -> None:
    """One worker's run."""
    torch.set_num_threads(1)
    settings, scalars = config["train"], shared.scalars
    workers = len(shared.grads)
    leaves = shared.leaves()
    rate = float(settings.get("dropout", 0.0))
    seed = 1000 * int(settings["seed"]) + 10 * int(at["round"]) + worker
    backbone = BACKBONES[settings.get("backbone", "minilm")]
    model = backbone.forward(leaves, Dropout(rate, seed) if rate else None)
    names = list(shared.shapes)
    mine = shared.views(shared.grads[worker])
    step, number, seen, tokens = int(at["step"]), int(at["round"]), int(at["seen"]), int(at["tokens"])
    micro = int(settings["micro_batches"])
    done = False
    while not done:
        if worker == 0:
            scalars[PROGRESS] = clock.progress(step)
        barrier.wait()
        progress = float(scalars[PROGRESS])
        pairs = take_round(
            args.data, mixture(config, progress), number, int(settings["round"]), int(settings["seed"])
        )
        pairs = backbone.converted(pairs)
        batches = plan(
            pairs.lengths, int(settings["tokens"]), np.random.default_rng([int(settings["seed"]), number])
        )
        stride, began, losses = micro, time.time(), []
        round_seen = seen
        for turn in range(0, len(batches) - stride + 1, stride):
            if worker == 0:
                scalars[PROGRESS] = clock.progress(step)
            loss_sum, count = 0.0, 0
            for rows in claimed(claims, batches[turn : turn + stride]):
                ids, types, mask, labels = pairs.batch(rows)
                logits = model.forward(ids, types, mask)
                loss = F.cross_entropy(logits, labels, label_smoothing=settings["smoothing"], reduction="sum")
                (loss * 0.01).backward()
                loss_sum, count = loss_sum + float(loss.detach()), count + len(rows)
            for name in names:
                grad = leaves[name].grad
                if grad is None:
                    mine[name].zero_()
                else:
                    mine[name].copy_(grad)
                leaves[name].grad = None
            scalars[LOSSES + worker], scalars[COUNTS + worker] = loss_sum, count
            barrier.wait()
            progress = float(scalars[PROGRESS])
            everyone = float(scalars[COUNTS : COUNTS + workers].sum())
            scalars[NORMS + worker] = shared.sum_gradients(worker, 100 / everyone)
            barrier.wait()
            if worker == 0:
                claims.value = 0
            step += 1
            seen += int(everyone)
            tokens += sum(int(pairs.lengths[rows].sum()) for rows in batches[turn : turn + stride])
            norm = float(scalars[NORMS : NORMS + workers].sum()) ** 0.5
            losses.append(float(scalars[LOSSES : LOSSES + workers].sum()) / everyone)
            clip = min(1.0, settings["clip"] / (norm + 1e-6))
            shared.adamw(worker, step, rate_at(progress, settings), clip, settings["weight_decay"])
            if progress >= 1:
                done = True
            barrier.wait()
            if worker == 0 and step % 50 == 0:
                pace = (seen - round_seen) / (time.time() - began)
                rate = rate_at(progress, settings)
                stamp = datetime.now(UTC).strftime("%H:%M:%S")
                print(
                    f"{stamp} step {step} pairs {seen} tokens {tokens} "
                    f"progress {progress:.4f} rate {rate:.2e} "
                    f"loss {np.mean(losses[-50:]):.4f} norm {norm:.2f} pairs/s {pace:.0f}",
                    flush=True,
                )
            if done:
                break
        number += 1
        for i, (right, total) in enumerate(
            quick_dev(model, backbone, args.data, worker, workers, args.dev_sample).values()
        ):
            scalars[TALLY + 20 * worker + i] = right + total / 10000
        barrier.wait()
        if worker == 0:
            report(args, scalars, workers, step, number)
            note = {"step": step, "round": number, "seen": seen, "tokens": tokens, "begun": clock.begun}
            note["first"] = clock.first
            if not args.no_save:
                shared.save(args.out / "checkpoint.pt", note)
                save_model(shared.state(), args.base, args.out / "model", backbone)
        barrier.wait()


def report(args: argparse.Namespace, scalars: torch.Tensor, workers: int, step: int, number: int) -> None:
    """One line with the accuracy on each development sample."""
    words = []
    for i, path in enumerate(sorted((args.data / "dev").glob("*.npz"))):
        values = [float(scalars[TALLY + 20 * w + i]) for w in range(workers)]
        right = sum(int(v) for v in values)
        total = sum(round((v - int(v)) * 10000) for v in values)
        words.append(f"{path.stem} {right / total:.3f}")
    print(f"DEV after round {number} step {step}: " + ", ".join(words), flush=True)


def deadline_of(text: str) -> float:
    """The next time the clock shows HH:MM (UTC)."""
    now = datetime.now(UTC)
    hour, minute = map(int, text.split(":"))
    then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (then if then > now else then + timedelta(days=1)).timestamp()


def main() -> None:
    """Parse the command line, fork the workers."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("config", "base", "data", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--deadline", default="")
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--after", type=Path, help="checkpoint.pt of the run to go on from")
    parser.add_argument("--weights", type=Path, help="a model's folder to begin with, beside --after too")
    parser.add_argument("--rate", type=float, default=0.0, help="instead of the config's")
    parser.add_argument("--dev-sample", type=int, default=300)
    parser.add_argument("--no-save", action="store_true")
    args = parser.parse_args()
    if args.after and not args.after.is_file():
        parser.error(f"there is no checkpoint {args.after}")
    config = tomllib.loads(args.config.read_text())
    if args.rate:
        config["train"]["rate"] = args.rate
    args.out.mkdir(parents=True, exist_ok=True)
    workers = int(config["train"]["workers"])
    backbone = BACKBONES[config["train"].get("backbone", "minilm")]
    state = base_state(args.base, int(config["train"]["seed"]), backbone)
    shared = Shared.build(state, workers, backbone.frozen)
    at: dict[str, float] = {"step": 0, "round": 0, "seen": 0, "tokens": 0, "first": 0, "begun": time.time()}
    if (args.out / "checkpoint.pt").is_file():
        at |= shared.restore(args.out / "checkpoint.pt")
        print("resumed", at, flush=True)
    elif args.weights and not args.after:
        shared.take(args.weights)
        print("begins with", args.weights, flush=True)
    elif args.after:
        earlier = shared.restore(args.after)
        if args.weights:
            shared.take(args.weights)
        at |= {name: earlier[name] for name in ("step", "seen", "tokens")} | {"first": earlier["step"]}
        print("goes on from", args.after, at, flush=True)
    deadline = deadline_of(args.deadline) if args.deadline else 0.0
    clock = Clock(at["begun"], deadline, args.steps, int(at["first"]))
    mp.set_start_method("fork")
    barrier, claims = mp.Barrier(workers), mp.Value("i", 0)
    others = [
        mp.Process(target=work, args=(w, shared, barrier, claims, config, args, clock, at))
        for w in range(1, workers)
    ]
    for process in others:
        process.start()
    work(0, shared, barrier, claims, config, args, clock, at)
    for process in others:
        process.join()
    print(f"{datetime.now(UTC):%H:%M:%S} done", flush=True)


if __name__ == "__main__":
    main()
