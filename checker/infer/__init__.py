"""Entailment, contradiction or neutral: the bundled cross-encoder, or any other CrossEncoder, cached."""

from pathlib import Path
from typing import TYPE_CHECKING

from checker.rowcache import cache_folder

if TYPE_CHECKING:
    from checker.protocols import Inferer

CACHE_FILE = "judgements.sqlite3"
BUNDLED = "bundled"


def load_inferer(name: str = "", device: str | None = None, cache: Path | bool | None = True) -> "Inferer":
    """The inference model ``name``: the bundled one when empty or "bundled", else a CrossEncoder by name or path.

    ``device`` is for sentence-transformers ("cpu", "cuda", ...; None: it chooses). ``cache`` is as for
    embedders: a folder, True for the user's own, False or None for no cache.

    Raises:
        ModelError: the model, or the library it needs, is missing, altered, or has not the three labels.
    """
    inferer: Inferer
    if name and name != BUNDLED:
        from checker.infer.cross_encoder import CrossEncoderInferer

        inferer = CrossEncoderInferer(name, device)
    else:
        from checker.infer.bundled import BundledInferer

        inferer = BundledInferer()
    folder = cache_folder(cache)
    if folder is None:
        return inferer
    from checker.infer.cache import CachedInferer

    return CachedInferer(inferer, folder / CACHE_FILE)
