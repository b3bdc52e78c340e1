"""A whole check of texts in memory, for tests of a plugin as it works together with the rest."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.config import Config
    from checker.models.report import Report


def check_texts(
    texts: Mapping[str, str], *, against: Mapping[str, str] | None = None, **settings: Any
) -> "Report":
    """The report on these accounts, as ``checker check`` makes it with the real models.

    The inference model is loaded only when a selected rule asks for it (``nli``).

    Args:
        texts: account name -> text; the name becomes the document's id, with a suffix its format
            (``a.html``).
        against: the sources, when ``texts`` are drafts.
        **settings: keys of the configuration with underscores (``select="DESK"``, ``plugins=["desk_rules"]``);
            a configuration file is not read.

    Raises:
        CheckerError: as for ``checker.check``.
    """
    from checker.config import Config
    from checker.pipeline import run_check

    given = {"cache": "off", "suppressions": "", **{k.replace("_", "-"): v for k, v in settings.items()}}
    config = Config.of(given, "argument")
    if not config.inferer and not _asks_inference(config):
        config = config.model_copy(update={"inferer": "off"})
    with TemporaryDirectory() as folder:
        paths = _written(Path(folder) / "accounts", texts)
        others = None if against is None else _written(Path(folder) / "sources", against)
        return run_check(paths, against=others, config=config)


def _asks_inference(config: "Config") -> bool:
    """Whether a rule that would run asks for the inference model."""
    from checker.pipeline.judge import selected_rules
    from checker.plugin_manager import load_plugins

    return any("nli" in rule.services for rule in selected_rules(config, load_plugins(config)))


def _written(folder: Path, texts: Mapping[str, str]) -> list[str]:
    folder.mkdir()
    paths = []
    for name, text in texts.items():
        file = folder / (name if Path(name).suffix else f"{name}.txt")
        file.write_text(text, "utf-8")
        paths.append(str(file))
    return paths
