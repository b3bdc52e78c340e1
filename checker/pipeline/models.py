"""Which models a run uses: the configured ones, a plugin's, or the bundled ones."""

from typing import TYPE_CHECKING

from checker.config import Config

if TYPE_CHECKING:
    from checker.plugin_manager import Plugins
    from checker.protocols import Embedder, Inferer


def make_embedder(config: Config, plugins: "Plugins | None" = None) -> "Embedder":
    """The embedder of the run, cached on disk unless the cache is off.

    Raises:
        ModelError: weights are missing or altered, or sentence-transformers is not installed.
    """
    from checker.embed import load_embedder

    made = plugins.make_embedder(config) if plugins and not config.embedder else None
    return made or load_embedder(config.embedder, device=config.device or None, cache=config.cache_folder)


def make_inferer(config: Config, plugins: "Plugins | None" = None) -> "Inferer":
    """The inference model of the run.

    Raises:
        ModelError: weights are missing or altered, or the model has not the three known labels.
    """
    from checker.infer import load_inferer

    made = plugins.make_inferer(config) if plugins and not config.inferer else None
    return made or load_inferer(config.inferer, device=config.device or None, cache=config.cache_folder)


def optional_inferer(config: Config, plugins: "Plugins | None" = None) -> "Inferer | None":
    """The inference model, or None when it is switched off, or none is bundled and none was asked for."""
    from checker.infer import bundled_available

    if config.inferer == "off":
        return None
    made = plugins.make_inferer(config) if plugins and not config.inferer else None
    if made is None and not config.inferer and not bundled_available():
        return None
    return made or make_inferer(config)
