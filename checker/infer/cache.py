"""An inference model that remembers: judgements are kept by model, premise and hypothesis."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.protocols import Inferer
from checker.rowcache import RowCache

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


class CachedInferer:
    """An inferer behind a cache; ``hits`` counts pairs found there, ``inferred`` pairs that were computed."""

    def __init__(self, inner: Inferer, path: Path) -> None:
        self.inner = inner
        self.name = inner.name
        self.sha256 = inner.sha256
        self.hits = 0
        self.inferred = 0
        self.languages: tuple[str, ...] = getattr(inner, "languages", ())
        # the same weights may answer otherwise: another temperature, another limit
        self._cache = RowCache(path, getattr(inner, "answers", inner.sha256))

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> "NDArray[numpy.float32]":
        """float32 [n, 3], rows sum to 1, columns contradiction, entailment, neutral."""
        import numpy

        keys = [_key(*pair) for pair in pairs]
        rows = self._cache.get(keys, width=3)
        unknown = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in rows}
        self.hits += sum(key in rows for key in keys)
        self.inferred += len(unknown)
        if unknown:
            computed = self.inner.probabilities(list(unknown.values()))
            fresh = dict(zip(unknown, computed, strict=True))
            self._cache.put(fresh)
            rows.update(fresh)
        if not keys:
            return numpy.zeros((0, 3), dtype=numpy.float32)
        return numpy.stack([rows[key] for key in keys]).astype(numpy.float32)


def _key(premise: str, hypothesis: str) -> bytes:
    """A digest in which ("ab", "c") and ("a", "bc") differ."""
    first = premise.encode("utf-8", "surrogatepass")
    second = hypothesis.encode("utf-8", "surrogatepass")
    return hashlib.sha256(len(first).to_bytes(8, "big") + first + second).digest()
