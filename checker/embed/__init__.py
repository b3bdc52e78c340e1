"""Sentences into unit vectors: the bundled model, or any sentence-transformers model, with a cache on disk."""

from typing import TYPE_CHECKING

from checker.rowcache import cache_folder

if TYPE_CHECKING:
    from checker.embed.cache import CachedEmbedder
    from checker.protocols import Embedder

CACHE_FILE = "vectors.sqlite3"


def load_embedder(name: str = "", device: str | None = None, cache: bool = True) -> "Embedder":
    """The embedder ``name``: the bundled one when empty, else a sentence-transformers model by name or path.

    ``device`` is for sentence-transformers ("cpu", "cuda", ...; None: it chooses). With ``cache`` vectors are
    kept on disk by model and text, unless the environment turns the cache off.

    Raises:
        ModelError: the model, or the library it needs, is missing or altered.
    """
    embedder: Embedder
    if name:
        from checker.embed.sentence_transformers_ import SentenceTransformerEmbedder

        embedder = SentenceTransformerEmbedder(name, device)
    else:
        from checker.embed.bundled import BundledEmbedder

        embedder = BundledEmbedder()
    return with_cache(embedder) if cache else embedder


def with_cache(embedder: "Embedder") -> "Embedder":
    """The embedder with the cache on disk before it, or itself when caching is turned off."""
    folder = cache_folder()
    if folder is None:
        return embedder
    from checker.embed.cache import CachedEmbedder

    cached: CachedEmbedder = CachedEmbedder(embedder, folder / CACHE_FILE)
    return cached
