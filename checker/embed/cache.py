"""An embedder that remembers: vectors are kept by model and text, and each text is embedded once."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.protocols import Embedder
from checker.rowcache import RowCache

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


class CachedEmbedder:
    """An embedder behind a cache; ``hits`` counts texts found there, ``embedded`` texts computed."""

    def __init__(self, inner: Embedder, path: Path) -> None:
        self.inner = inner
        self.name = inner.name
        self.sha256 = inner.sha256
        self.hits = 0
        self.embedded = 0
        self._cache = RowCache(path, inner.sha256)

    def encode(self, texts: Sequence[str]) -> "NDArray[numpy.float32]":
        """float32 [n, d], unit length, one row a text, in order."""
        import numpy

        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        rows = self._cache.get(keys)
        unknown = {key: text for key, text in zip(keys, texts, strict=True) if key not in rows}
        self.hits += sum(key in rows for key in keys)
        self.embedded += len(unknown)
        if unknown or not texts:
            computed = self.inner.encode(list(unknown.values()))
            if not texts:
                return computed
            fresh = dict(zip(unknown, computed, strict=True))
            self._cache.put(fresh)
            rows.update(fresh)
        return numpy.stack([rows[key] for key in keys]).astype(numpy.float32)
