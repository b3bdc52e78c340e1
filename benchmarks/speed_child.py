"""What one process of benchmarks/speed.py measures of itself; prints one JSON object.

usage: speed_child.py warm RUNS PATH... | embed RUNS MODEL | neighbours RUNS | pairs RUNS PATH...
    | imports PATH...
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any


def timed(action: Callable[[], object], runs: int) -> dict[str, float]:
    """Medians: wall seconds, and seconds of CPU in all threads."""
    wall, cpu = [], []
    for _ in range(runs):
        began, used = time.perf_counter(), time.process_time()
        action()
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - used)
    return {"wall": statistics.median(wall), "cpu": statistics.median(cpu)}


def peak() -> float:
    """The most memory that this process held, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def warm(runs: int, paths: Sequence[str]) -> dict[str, Any]:
    """Checks in a process that has checked before; the environment says whether anything is kept on disk."""
    from checker import check

    check(paths)
    stages: list[dict[str, float]] = []
    spent = timed(lambda: stages.append(check(paths).run.seconds), runs)
    return {**spent, "mb": peak(), "stages": medians(stages)}


def medians(stages: Sequence[dict[str, float]]) -> dict[str, float]:
    """The median of each stage, in the order in which they ran."""
    return {name: statistics.median(s[name] for s in stages) for name in stages[0]}


def sentences() -> list[str]:
    """Different sentences of about the lengths of news: those of the seeds, numbered apart."""
    from speed_texts import SEEDS

    lines = [
        line.strip() for p in sorted(SEEDS.glob("*/*.txt")) for line in p.read_text("utf-8").splitlines()
    ]
    parts = [s.strip() for line in lines for s in line.split(". ") if len(s.split()) > 4]
    return [f"{s} ({n})." for n in range(2) for s in dict.fromkeys(parts)]


def embed(runs: int, model: str) -> dict[str, Any]:
    """The bundled embedder, or with ``model`` that SentenceTransformer on the CPU, over our sentences."""
    texts = sentences()
    began, used = time.perf_counter(), time.process_time()
    encode: Callable[[Sequence[str]], Any]
    if model:
        from sentence_transformers import SentenceTransformer

        original: Any = SentenceTransformer(model, device="cpu")
        encode = partial(original.encode, batch_size=32, normalize_embeddings=True, show_progress_bar=False)
    else:
        from checker import load_embedder

        encode = load_embedder().encode
    load = {"wall": time.perf_counter() - began, "cpu": time.process_time() - used}
    encode(texts)
    spent = timed(lambda: encode(texts), runs)
    return {**spent, "mb": peak(), "load": load, "sentences": len(texts), "rate": len(texts) / spent["wall"]}


def neighbours(runs: int) -> dict[str, Any]:
    """faiss against all pairs in numpy, the nearest both ways, for two accounts of n statements."""
    import numpy as np

    from checker.match.neighbours import NEAREST, nearest

    random = np.random.default_rng(0)
    found: dict[str, Any] = {}
    for size in (60, 600, 6000):
        a, b = (random.standard_normal((size, 384), dtype=np.float32) for _ in range(2))
        a, b = (m / np.linalg.norm(m, axis=1, keepdims=True) for m in (a, b))

        def all_pairs(a: Any = a, b: Any = b) -> set[tuple[int, int]]:
            scores = a @ b.T
            rows = np.argpartition(-scores, NEAREST, axis=1)[:, :NEAREST]
            columns = np.argpartition(-scores, NEAREST, axis=0)[:NEAREST]
            pairs = {(i, int(j)) for i, row in enumerate(rows) for j in row}
            return pairs | {(int(i), j) for j, column in enumerate(columns.T) for i in column}

        def search(a: Any = a, b: Any = b) -> set[tuple[int, int]]:
            there = set(nearest(a, b, NEAREST))
            return there | {(i, j) for j, i in nearest(b, a, NEAREST)}

        one, other = search(), all_pairs()
        found[str(size)] = {
            "faiss": timed(search, runs),
            "all_pairs": timed(all_pairs, runs),
            "agree": len(one & other) / len(other),
            "candidates": len(one),
        }
    return found


def pairs(runs: int, paths: Sequence[str]) -> dict[str, Any]:
    """Scoring the candidates of the neighbour search against scoring every pair of two accounts."""
    from checker import load_embedder
    from checker.match.features import Rarity, features_of
    from checker.match.neighbours import candidates
    from checker.match.scoring import PairScorer
    from checker.match.thresholds import thresholds_for
    from checker.pipeline.analyse import analyse
    from checker.pipeline.collect import collect

    left, right = (analyse(d) for d in collect(paths[:2], None).documents)
    embedder = load_embedder()
    a, b = (embedder.encode([s.text for s in account.statements]) for account in (left, right))
    f, g = features_of(left), features_of(right)
    scorer = PairScorer(f, g, a, b, Rarity([*f, *g]), thresholds_for(embedder.name))
    few, every = candidates(a, b, f, g), [(i, j) for i in range(len(f)) for j in range(len(g))]
    return {
        "candidates": timed(lambda: [scorer(i, j) for i, j in candidates(a, b, f, g)], runs),
        "all_pairs": timed(lambda: [scorer(i, j) for i, j in every], runs),
        "pairs": {"candidates": len(few), "all_pairs": len(every)},
    }


def imports(paths: Sequence[str]) -> dict[str, Any]:
    """Which libraries a check has imported when it is done, from the caches or not."""
    from checker import check

    report = check(paths)
    known = set(sys.stdlib_module_names)
    names = {name.partition(".")[0] for name, module in sys.modules.items() if module is not None}
    return {
        "counts": report.run.counts,
        "imported": sorted(n for n in names - known if not n.startswith("_")),
    }


def main(arguments: Sequence[str]) -> None:
    sys.path.insert(0, str(Path(__file__).parent))
    verb, *rest = arguments
    if verb == "imports":
        done = imports(rest)
    elif verb == "embed":
        done = embed(int(rest[0]), rest[1] if len(rest) > 1 else "")
    elif verb == "neighbours":
        done = neighbours(int(rest[0]))
    elif verb == "pairs":
        done = pairs(int(rest[0]), rest[1:])
    else:
        done = warm(int(rest[0]), rest[1:])
    print(json.dumps(done))


if __name__ == "__main__":
    main(sys.argv[1:])
