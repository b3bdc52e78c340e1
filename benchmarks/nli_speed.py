"""Pairs a second of an inference model, and of PyTorch with the float32 weights it was made of, turn by turn."""

import os
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.protocols import Inferer

TOKENS = 64
PAIRS = 64
CORES = 2


class SpeedError(Exception):
    """What is missing, in one sentence."""


def of_length(pairs: Sequence[tuple[str, str]], tokens: int, count: int) -> list[tuple[str, str]]:
    """The first pairs that have nearly so many tokens (by the bundled vocabulary; at most 7 fewer)."""
    from checker.weights import open_tokenizer, verified

    tokenizer = open_tokenizer(verified("tokenizer.json"), 512, pairs=True)
    found: list[tuple[str, str]] = []
    for pair in pairs:
        # about four characters a token: the others are not worth cutting into tokens
        if 2 * tokens < len(pair[0]) + len(pair[1]) < 8 * tokens:
            length = len(tokenizer.encode(*pair).ids)
            if tokens - 8 < length <= tokens:
                found.append(pair)
        if len(found) == count:
            return found
    raise SpeedError(f"The development pairs hold only {len(found)} of {tokens} tokens; {count} are needed.")


def check_weights(folder: Path) -> None:
    """Raises SpeedError where a folder holds no CrossEncoder."""
    if not (folder / "config.json").is_file():
        raise SpeedError(f"There are no weights in {folder}: --pytorch needs the folder of a CrossEncoder.")


def speed(
    inferer: Inferer, pairs: Sequence[tuple[str, str]], pytorch: Path | None, turns: int
) -> dict[str, Any]:
    """Best and median pairs a second on two cores; with the weights of PyTorch also the ratio and agreement."""
    some = of_length(pairs, TOKENS, PAIRS)
    models = [inferer]
    if pytorch is not None:
        from checker.infer.cross_encoder import CrossEncoderInferer

        models.append(CrossEncoderInferer(str(pytorch.resolve()), "cpu"))
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:CORES])
    try:
        _threads()
        answers = [model.probabilities(some) for model in models]
        rates: list[list[float]] = [[] for _ in models]
        for _ in range(turns):
            for model, times in zip(models, rates, strict=True):
                began = time.perf_counter()
                model.probabilities(some)
                times.append(len(some) / (time.perf_counter() - began))
    finally:
        os.sched_setaffinity(0, before)
    names = [inferer.name, "float32 PyTorch"]
    rows = [
        {"name": n, "best": round(max(r), 1), "median": round(statistics.median(r), 1)}
        for n, r in zip(names, rates, strict=False)
    ]
    found: dict[str, Any] = {
        "tokens": TOKENS, "pairs": len(some), "turns": turns, "cores": min(CORES, len(before)),
        "load": round(os.getloadavg()[0], 2), "rows": rows,
    }  # fmt: skip
    if len(rows) == 2:
        found["ratio_best"] = round(rows[0]["best"] / rows[1]["best"], 2)
        found["ratio_median"] = round(rows[0]["median"] / rows[1]["median"], 2)
        found["agree"] = round(float((answers[0].argmax(1) == answers[1].argmax(1)).mean()), 4)
    return found


def _threads() -> None:
    """PyTorch, where it is loaded, computes with as many threads as there are cores."""
    import sys

    if "torch" in sys.modules:
        sys.modules["torch"].set_num_threads(CORES)
