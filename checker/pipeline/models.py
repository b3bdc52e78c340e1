"""Which models a run uses: the configured ones, a plugin's, or the bundled ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.config import Config
from checker.models.text import Document

if TYPE_CHECKING:
    from checker.plugin_manager import Plugins
    from checker.protocols import Embedder, Inferer

OFF = "off"


def make_embedder(config: Config, plugins: "Plugins | None" = None) -> "Embedder":
    """The embedder of the run, cached on disk unless the cache is off.

    Raises:
        ModelError: weights are missing or altered, or sentence-transformers is not installed.
    """
    from checker.embed import load_embedder

    made = plugins.make_embedder(config) if plugins else None
    return made or load_embedder(config.embedder, device=config.device or None, cache=config.cache_folder)


def make_inferer(config: Config, plugins: "Plugins | None" = None) -> "Inferer":
    """The inference model of the run.

    Raises:
        ModelError: weights are missing or altered, or the model has not the three known labels.
    """
    from checker.infer import load_inferer

    made = plugins.make_inferer(config) if plugins else None
    return made or load_inferer(config.inferer, device=config.device or None, cache=config.cache_folder)


def inferer_for(
    config: Config, plugins: "Plugins", documents: Sequence[Document]
) -> "tuple[Inferer | None, str]":
    """The inference model for these documents; or None and, as part of a sentence, why there is none.

    There is none when it is switched off, and when it says which languages it reads (``languages``) and a
    document is in another: an opinion of what it cannot read would be none.

    Raises:
        ModelError: as ``make_inferer``.
    """
    if config.inferer == OFF:
        return None, "the inference model is switched off"
    inferer = make_inferer(config, plugins)
    reads = tuple(getattr(inferer, "languages", ()))
    foreign = (
        sorted({d.language for d in documents if d.language and d.language not in reads}) if reads else []
    )
    if foreign:
        return None, f"the inference model reads {', '.join(reads)}, not {', '.join(foreign)}"
    return inferer, ""
