"""Candidates: the nearest statements in both directions, and those that share a stretch of wording."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from checker.match.features import Features

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

NEAREST = 5
SHINGLE = 5  # words in a row that two statements must share to be candidates by wording
COMMON = 6  # a stretch that more statements have says nothing


def candidates(
    left: "NDArray[numpy.float32]",
    right: "NDArray[numpy.float32]",
    left_features: Sequence[Features],
    right_features: Sequence[Features],
) -> list[tuple[int, int]]:
    """Pairs (left statement, right statement) worth scoring, sorted."""
    pairs = {(m, n) for m, n in nearest(left, right, NEAREST)}
    pairs |= {(m, n) for n, m in nearest(right, left, NEAREST)}
    pairs |= _same_wording(left_features, right_features)
    return sorted(pairs)


def nearest(
    queries: "NDArray[numpy.float32]", stored: "NDArray[numpy.float32]", count: int
) -> list[tuple[int, int]]:
    """(query, stored) index pairs of the ``count`` highest inner products of each query (faiss, exact)."""
    import faiss
    import numpy

    index: Any = faiss.IndexFlatIP(stored.shape[1])
    index.add(numpy.ascontiguousarray(stored, dtype=numpy.float32))
    # one thread: the last digit of a product depends on how threads share the work, and a few hundred
    # statements are found before others have started
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        _, found = index.search(
            numpy.ascontiguousarray(queries, dtype=numpy.float32), min(count, len(stored))
        )
    finally:
        faiss.omp_set_num_threads(threads)
    return [(query, int(other)) for query, row in enumerate(found) for other in row if other >= 0]


def _same_wording(left: Sequence[Features], right: Sequence[Features]) -> set[tuple[int, int]]:
    where: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, features in enumerate(right):
        for shingle in shingles(features.tokens):
            where[shingle].add(n)
    return {
        (m, n)
        for m, features in enumerate(left)
        for shingle in shingles(features.tokens)
        if len(where.get(shingle, ())) <= COMMON
        for n in where.get(shingle, ())
    }


def shingles(tokens: Sequence[str], size: int = SHINGLE) -> set[tuple[str, ...]]:
    """Every run of ``size`` words."""
    return {tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}
