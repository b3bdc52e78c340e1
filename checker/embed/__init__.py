"""Sentences into unit vectors: the bundled model, or any of sentence-transformers, with a cache on disk."""

from pathlib import Path
from typing import TYPE_CHECKING

from checker.rowcache import cache_folder

if TYPE_CHECKING:
    from checker.protocols import Embedder

CACHE_FILE = "vectors.sqlite3"


def load_embedder(name: str = "", device: str | None = None, cache: Path | bool | None = True) -> "Embedder":
    """The embedder ``name``: the bundled one when empty, else a sentence-transformers model by name or path.

    ``device`` is for sentence-transformers ("cpu", "cuda", ...; None: it chooses). Vectors are kept on disk
    by model and text in the folder ``cache`` (True: the user's cache folder; False or None: not at all);
    CHECKER_CACHE_DIR names another folder and CHECKER_NO_CACHE=1 turns the cache off, whatever is said
    here.

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
    folder = cache_folder(cache)
    if folder is None:
        return embedder
    from checker.embed.cache import CachedEmbedder

    return CachedEmbedder(embedder, folder / CACHE_FILE)
