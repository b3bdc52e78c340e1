"""Same input, same bytes: neither hashing nor threads, caches or a second time change a report."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
STORIES = sorted(p.parent.name for p in ROOT.glob("seeds/*/story.toml"))
# arguments: how many processors to use, then the stories; each is checked twice
CHILD = """
import json, os, sys
from pathlib import Path

if hasattr(os, "sched_setaffinity"):
    # the model libraries start as many threads as they may use processors
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:int(sys.argv[1])])

from checker.testing.seeds import check_seed, load_seed

done = {}
for story in sys.argv[2:]:
    reports = [check_seed(load_seed(Path("seeds") / story)) for _ in range(2)]
    done[story] = [{"report": r.model_dump_json(exclude={"run"}), "counts": r.run.counts} for r in reports]
print(json.dumps(done))
"""


def start(stories: list[str], processors: int, **environment: str) -> "subprocess.Popen[str]":
    """A fresh process that checks each story twice."""
    threads = {"OMP_NUM_THREADS": str(processors), "OPENBLAS_NUM_THREADS": str(processors)}
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("CHECKER_")}
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(processors), *stories],
        cwd=ROOT,
        env={**inherited, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", **threads, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


Runs = dict[str, dict[str, list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Story by story: a process with caches, empty at first, and one without that differs in all else."""
    folder = tmp_path_factory.mktemp("cache")
    started = {
        "cached": start(STORIES, 1, PYTHONHASHSEED="0", CHECKER_CACHE_DIR=str(folder)),
        "uncached": start(STORIES[::-1], 2, PYTHONHASHSEED="1", CHECKER_NO_CACHE="1"),
    }
    found = {}
    for name, process in started.items():
        out, err = process.communicate()
        assert process.returncode == 0, err
        found[name] = json.loads(out)
    return found


@pytest.mark.parametrize("story", STORIES)
def test_the_report_is_the_same_to_the_byte(runs: Runs, story: str) -> None:
    first, *others = (one["report"] for name in ("cached", "uncached") for one in runs[name][story])
    assert len(others) == 3
    for other in others:
        assert other == first


def test_there_is_something_that_could_differ(runs: Runs) -> None:
    found = [json.loads(runs["cached"][story][0]["report"])["findings"] for story in STORIES]
    assert sum(map(len, found)) >= len(STORIES)


@pytest.mark.parametrize("story", STORIES)
def test_what_was_checked_before_is_neither_analysed_nor_embedded(runs: Runs, story: str) -> None:
    first, second = (one["counts"] for one in runs["cached"][story])
    assert first["accounts_from_cache"] == 0 and first["texts_embedded"] > 0
    assert second["accounts_from_cache"] == second["documents"] == first["documents"]
    assert second["texts_embedded"] == 0


@pytest.mark.parametrize("story", STORIES)
def test_without_caches_everything_is_done_again(runs: Runs, story: str) -> None:
    for one in runs["uncached"][story]:
        assert one["counts"]["accounts_from_cache"] == 0 and one["counts"]["texts_embedded"] > 0


def test_the_order_of_hashing_would_show() -> None:
    """The guard is real: a set of words comes in another order in the two processes."""
    code = "print(list({'draft', 'wire', 'account', 'quotation', 'figure', 'name', 'date', 'place'}))"
    orders = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(orders) == 2
