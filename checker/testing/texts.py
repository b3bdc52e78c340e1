"""A whole check of texts in memory, for tests of a plugin as it works together with the rest."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.models.report import Report


def check_texts(
    texts: Mapping[str, str], *, against: Mapping[str, str] | None = None, **settings: Any
) -> "Report":
    """The report on these accounts, as ``checker check`` makes it with the real models.

    Args:
        texts: account name -> text; the name becomes the document's id, with a suffix its format
        (``a.html``). against: the sources, when ``texts`` are drafts.
        **settings: keys of the configuration with underscores; a configuration file is not read.

    Raises:
        CheckerError: as for ``checker.check``.
    """
    from checker.config import Config
    from checker.pipeline import run_check

    given = {"cache": "off", "suppressions": "", **{k.replace("_", "-"): v for k, v in settings.items()}}
    given = {k.replace("_", "-"): v for k, v in given.items()}
    config = Config.of(given, "argument")
    with TemporaryDirectory() as folder:
        paths = _written(Path(folder) / "accounts", texts)
        others = None if against is None else _written(Path(folder) / "sources", against)
        return run_check(paths, against=others, config=config)


def _written(folder: Path, texts: Mapping[str, str]) -> list[str]:
    folder.mkdir()
    paths = []
    for name, text in texts.items():
        file = folder / (name if Path(name).suffix else f"{name}.txt")
        file.write_text(text, "utf-8")
        paths.append(str(file))
    return paths
