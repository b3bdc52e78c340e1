"""The public functions: check a few accounts, load a model."""

from collections.abc import Callable, Sequence
from os import PathLike, fsdecode
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.models.report import Report
    from checker.protocols import Embedder, Inferer


def check(
    paths: "Sequence[str | PathLike[str]]",
    *,
    against: "Sequence[str | PathLike[str]] | None" = None,
    config: "str | PathLike[str] | None" = None,
    progress: Callable[[str], None] | None = None,
    **settings: Any,
) -> "Report":
    """Compare accounts with each other, or drafts with the sources they came from.

    Args:
        paths: files or folders; accounts as equals, or the drafts when ``against`` is given.
        against: the sources a draft is checked against.
        config: a configuration file; left out, the one found from the working folder upward is used.
        progress: called with a short line at each stage.
        **settings: any key of the configuration with underscores: ``select=["NUM"]``, ``min_confidence=0.5``.

    Raises:
        CheckerError: bad input, one clear sentence; see checker.errors.
    """
    from checker.config import load_config
    from checker.pipeline import run_check

    loaded = load_config(
        config, overrides={k.replace("_", "-"): v for k, v in settings.items()}, origin="argument"
    )
    others = None if against is None else _paths(against)
    return run_check(_paths(paths), against=others, config=loaded, progress=progress)


def _paths(given: "Sequence[str | PathLike[str]]") -> list[str]:
    """The paths as text; one path alone would be taken letter by letter."""
    from checker.errors import UsageError

    try:
        if isinstance(given, str | bytes | PathLike):
            raise UsageError(f"Give a list of paths, not {given!r:.60} alone: check([...]).")
        return [str(fsdecode(path)) for path in given]
    except TypeError:
        raise UsageError(f"Give a list of paths, not {given!r:.60}.") from None


def load_embedder(name: str = "", *, device: str = "") -> "Embedder":
    """The bundled sentence embedder, or the sentence-transformers model of that name or path."""
    from checker.pipeline import make_embedder

    return make_embedder(_named(embedder=name, device=device))


def load_inferer(name: str = "", *, device: str = "") -> "Inferer":
    """The bundled inference model, or the CrossEncoder of that name or path."""
    from checker.pipeline import make_inferer

    return make_inferer(_named(inferer=name, device=device))


def _named(**settings: str) -> Any:
    from checker.config import Config

    return Config.of({k: v for k, v in settings.items() if v}, "argument")
