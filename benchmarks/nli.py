"""How often the inference model is right, on public pairs and on news, how sure it is, and how fast.

usage: python benchmarks/nli.py [--folder FOLDER | --model NAME] [--sample N] [--news FILE]... [--pytorch FOLDER]

Measured is the inferer that a check uses: the bundled model (``--folder``: another folder with nli.onnx and
nli.json), or any CrossEncoder. ``--sample 0`` takes every pair of each set. ``--news`` is a file of held-out
news pairs: news/dev.jsonl of training/nli/data.py, news/drafts-dev.jsonl of draft_pairs.py. ``--pytorch`` is
the folder of the float32 weights that the ONNX file was made of: its speed is measured in the same run, turn by
turn. ``--json`` writes all of it.
"""

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from nli_sets import NEWS, OWN, SETS, reference_votes
from nli_speed import SpeedError, check_weights, speed
from tables import table

from checker.errors import CheckerError
from checker.infer.labels import LABELS, UNREAD
from checker.protocols import Inferer

Pair = tuple[str, str, str]
SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "nli" / "dev.jsonl.gz"


class BenchError(Exception):
    """What is missing or wrong, in one sentence."""


def read_sets(path: Path) -> list[tuple[str, Pair]]:
    """(source, pair) of each line; doubled quotation marks are what tables left."""
    if not path.is_file():
        raise BenchError(f"There is no file {path}: name the development pairs with --data (dev.jsonl.gz).")
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        return [
            (r["source"], (_text(r["premise"]), _text(r["hypothesis"]), LABELS[LABELS.index(r["label"])]))
            for r in rows
        ]
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise BenchError(
            f"{path} cannot be read as inference pairs in gzipped JSON lines: {error!r}."
        ) from None


def _text(value: str) -> str:
    return value.replace('""', '"').strip()


def read_news(paths: Sequence[Path]) -> dict[str, list[Pair]]:
    """The held-out news pairs of some files by kind."""
    kinds: dict[str, list[Pair]] = defaultdict(list)
    for path in paths:
        if not path.is_file():
            raise BenchError(
                f"There is no file {path}: make the news pairs with training/nli/data.py (news/dev.jsonl)."
            )
        try:
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                kinds[row["kind"]].append((row["premise"], row["hypothesis"], row["label"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BenchError(f"{path} cannot be read as news pairs in JSON lines: {error!r}.") from None
    return kinds


def chosen(pairs: Sequence[Pair], sample: int) -> list[Pair]:
    """All pairs, or so many of them by lot, always the same ones."""
    if not sample or sample >= len(pairs):
        return list(pairs)
    return random.Random(1).sample(list(pairs), sample)


def calibration_error(odds: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error of the likeliest label, ten bins: odds [n, 3], right [n] booleans."""
    top = odds.max(axis=1)
    bins = np.minimum((top * 10).astype(int), 9)
    errors = [
        abs(top[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)
    ]
    return float(sum(errors))


class Bench:
    """A model and what it answered; each pair is judged once."""

    def __init__(self, inferer: Inferer, note: Callable[[str], None]) -> None:
        self.inferer, self.note = inferer, note
        self.known: dict[tuple[str, str], np.ndarray] = {}

    def odds(self, pairs: Sequence[Pair]) -> np.ndarray:
        """float [n, 3]: contradiction, entailment, neutral."""
        todo = sorted({(p, h) for p, h, _ in pairs} - set(self.known), key=lambda pair: sum(map(len, pair)))
        for at in range(0, len(todo), 512):
            part = todo[at : at + 512]
            self.known.update(zip(part, self.inferer.probabilities(part), strict=True))
            self.note(f"{min(at + 512, len(todo))} of {len(todo)} pairs")
        return np.array([self.known[p, h] for p, h, _ in pairs]).reshape(-1, 3)

    def measured(self, pairs: Sequence[Pair]) -> dict[str, Any]:
        """Pairs, share right, expected calibration error, pairs on which the model has no opinion."""
        odds = self.odds(pairs)
        right = odds.argmax(axis=1) == np.array([LABELS.index(label) for *_, label in pairs])
        return {
            "pairs": len(pairs),
            "accuracy": round(float(right.mean()), 4),
            "calibration_error": round(calibration_error(odds, right), 4),
            "unread": int((odds == np.array(UNREAD, dtype=odds.dtype)).all(axis=1).sum()),
        }

    def sets(self, rows: Sequence[tuple[str, Pair]], sample: int) -> list[dict[str, Any]]:
        """One row a set."""
        found = []
        for one in SETS:
            mine = [pair for source, pair in rows if one.holds(source)]
            if mine:
                self.note(one.name)
                goals = {"reference": one.reference, "goal": one.goal, "goal_gpu": one.goal_gpu}
                found.append({"set": one.name, **self.measured(chosen(mine, sample)), **goals})
        if not found:
            raise BenchError("The file of development pairs holds none of the known sets.")
        return found

    def news(self, kinds: dict[str, list[Pair]], sample: int) -> list[dict[str, Any]]:
        """One row a group of kinds: share called what is counted, and the share at odds of .9 or more."""
        found = []
        for one in NEWS:
            pairs = [pair for kind in one.kinds for pair in kinds.get(kind, []) if pair[2] == one.label]
            if not pairs:
                continue
            self.note(one.name)
            odds = self.odds(chosen(pairs, sample))
            column = LABELS.index(one.counted)
            said = odds.argmax(axis=1) == column
            found.append(
                {
                    "group": one.name,
                    "pairs": len(odds),
                    "counted": one.counted,
                    "share": round(float(said.mean()), 4),
                    "share_sure": round(float((said & (odds[:, column] >= 0.9)).mean()), 4),
                    "goal": one.goal,
                    "ceiling": one.ceiling,
                }
            )
        if not found:
            raise BenchError("The file of news pairs holds none of the known kinds.")
        return found

    def news_calibration(self, kinds: dict[str, list[Pair]], sample: int) -> dict[str, Any]:
        """The figures of all kinds together."""
        return self.measured(chosen([p for k in sorted(kinds) for p in kinds[k]], sample))

    def singly(self, pairs: Sequence[Pair]) -> list[dict[str, Any]]:
        """Single pairs, one by one."""
        odds = self.odds(pairs)
        return [
            {
                "premise": p,
                "hypothesis": h,
                "wanted": label,
                "said": LABELS[row.argmax()],
                "odds": _rounded(row),
            }
            for (p, h, label), row in zip(pairs, odds, strict=True)
        ]


def _rounded(row: Iterable[float]) -> list[float]:
    return [round(float(value), 3) for value in row]


def share(value: float | None) -> str:
    """.741; nothing where there is no figure."""
    return "" if value is None else f"{value:.3f}".removeprefix("0")


def verdict(value: float, goal: float | None, ceiling: bool = False) -> str:
    """Whether a goal is met."""
    if goal is None:
        return ""
    return "met" if (value <= goal if ceiling else value >= goal) else "MISSED"


def show(found: dict[str, Any]) -> None:
    """Print every table."""
    rows = [
        [r["set"], str(r["pairs"]), share(r["accuracy"]), share(r["reference"]), share(r["goal"]),
         share(r["goal_gpu"]), verdict(r["accuracy"], r["goal"]), share(r["calibration_error"]), str(r["unread"])]
        for r in found["sets"]
    ]  # fmt: skip
    head = ("", "pairs", "accuracy", "reference", "goal", "with GPU", "", "ECE", "no opinion")
    table(f"{found['model']}: public pairs", head, rows)
    if "news" in found:
        rows = [
            [r["group"], str(r["pairs"]), r["counted"], f"{r['share']:.1%}", f"{r['share_sure']:.1%}",
             "" if r["goal"] is None else f"{'at most' if r['ceiling'] else 'at least'} {r['goal']:.0%}",
             verdict(r["share"], r["goal"], r["ceiling"])]
            for r in found["news"]
        ]  # fmt: skip
        table(
            "News of stories that training did not see",
            ("", "pairs", "called", "share", "at .9", "goal", ""),
            rows,
        )
        every = found["news_calibration"]
        print(f"  all kinds: accuracy {share(every['accuracy'])}, ECE {share(every['calibration_error'])}\n")
    for title, which in (("Our own sentences", "own"), ("The two votes of the reference table", "votes")):
        rows = [
            [f"{r['premise'][:52]} / {r['hypothesis'][:44]}", r["wanted"], r["said"], " ".join(map(share, r["odds"])),
             "" if r["wanted"] == r["said"] else "WRONG"]
            for r in found[which]
        ]  # fmt: skip
        if rows:
            table(title, ("", "wanted", "said", "con / ent / neu", ""), rows)
    if "speed" in found:
        fast = found["speed"]
        rows = [[r["name"], f"{r['best']:.0f}", f"{r['median']:.0f}"] for r in fast["rows"]]
        table(
            f"Pairs a second, {fast['tokens']} tokens, {fast['cores']} cores, load {fast['load']:.1f}, goal 120: "
            f"{verdict(fast['rows'][0]['best'], 120)}",
            ("", "best", "median"),
            rows,
        )
        if "ratio_best" in fast:
            print(
                f"  {fast['ratio_best']:.1f} times as fast at best, {fast['ratio_median']:.1f} in the middle; "
                f"the same label on {fast['agree']:.1%} of the pairs\n"
            )


def inferer_of(asked: argparse.Namespace) -> Inferer:
    """The model that was asked for; no cache: each pair is judged."""
    from checker.infer import load_inferer
    from checker.infer.bundled import BundledInferer

    if asked.model:
        return load_inferer(asked.model, cache=False)
    if asked.folder and not asked.folder.is_dir():
        raise BenchError(f"There is no folder {asked.folder}.")
    return BundledInferer(asked.folder.resolve()) if asked.folder else BundledInferer()


def measure(asked: argparse.Namespace, note: Callable[[str], None]) -> dict[str, Any]:
    """Every figure that was asked for."""
    if asked.pytorch:
        check_weights(asked.pytorch)
    rows = read_sets(asked.data)
    kinds = read_news(asked.news)
    bench = Bench(inferer_of(asked), note)
    found: dict[str, Any] = {
        "model": asked.model or bench.inferer.name,
        "sha256": bench.inferer.sha256,
        "sample": asked.sample,
        "labels": dict(sorted(Counter(label for _, (*_, label) in rows).items())),
        "own": bench.singly(OWN),
        "votes": bench.singly(reference_votes(SHARED / "seeds")),
        "sets": bench.sets(rows, asked.sample),
    }
    if kinds:
        found["news"] = bench.news(kinds, asked.sample)
        found["news_calibration"] = bench.news_calibration(kinds, asked.sample)
    if not asked.no_speed:
        note("speed")
        found["speed"] = speed(bench.inferer, [(p, h) for _, (p, h, _) in rows], asked.pytorch, asked.turns)
    return found


def progress(text: str) -> None:
    """One line on a terminal, written over by the next."""
    print(f"\r  {text}", end="\x1b[K\r", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; 2 when something is missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA, help="dev.jsonl.gz of the public pairs")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--folder", type=Path, help="of nli.onnx and nli.json, instead of the wheel's")
    which.add_argument("--model", default="", help="a CrossEncoder, by name or path")
    parser.add_argument("--sample", type=int, default=1000, help="pairs of each set; 0: all (default 1000)")
    parser.add_argument(
        "--news", type=Path, action="append", default=[], help="held-out news pairs, JSON lines"
    )
    parser.add_argument("--pytorch", type=Path, help="float32 weights of the same model, for the ratio")
    parser.add_argument("--turns", type=int, default=9, help="of the speed measurement (default 9)")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    asked = parser.parse_args(arguments)
    if asked.sample < 0 or asked.turns < 1:
        parser.error("--sample is 0 or more, --turns 1 or more")
    try:
        found = measure(asked, progress if sys.stderr.isatty() else lambda text: None)
        show(found)
        if asked.json:
            asked.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    except (BenchError, SpeedError, CheckerError, OSError) as error:
        print(f"nli: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
