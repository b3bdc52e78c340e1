"""What a verb reads, so that it never writes its result over that."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.output import Output
from checker.errors import OutputError, ReadError

if TYPE_CHECKING:
    from checker.config import Config
    from checker.models.report import Report
    from checker.protocols import Reader

# a file, and what it is to the verb that reads it
Input = tuple[str, str]
_ACCOUNT, _PLUGIN, _REPORT = "one of the accounts", "a plugin", "the report that is read"


def spare_inputs(outputs: Sequence[Output], inputs: Iterable[Input]) -> None:
    """Refuse to write a result over what is read.

    Raises:
        OutputError: an output is one of the inputs, by whatever path or link.
    """
    files = [output.file for output in outputs if output.file is not None]
    if not files:
        # folders are gone through only where something could be lost
        return
    known = {same: what for path, what in inputs if (same := _identity(path))}
    for file in files:
        if what := known.get(_identity(str(file))):
            raise OutputError(f"Cannot write {file}: it is {what}.")


def accounts(arguments: Sequence[str], outputs: Sequence[Output], config: "Config") -> Iterator[Input]:
    """The files that ``arguments`` name, those in folders too."""
    from checker.read import find_paths

    for argument in arguments:
        if not os.path.isdir(argument):  # noqa: PTH112 -- what cannot be a path is for the reader to refuse
            yield argument, _ACCOUNT
            continue
        try:
            found = find_paths([argument], readers=_readers(argument, outputs, config))
        except ReadError:
            # the reader says it better
            continue
        yield from ((path, _ACCOUNT) for path in found)


def settings(config: "Config", file: str | None) -> Iterator[Input]:
    """The configuration and the files that it, or an option, names.

    Args:
        config: what is configured.
        file: the value of ``--config``.
    """
    yield from configuration(file)
    yield config.baseline, "the baseline"
    yield config.suppressions, "the file of findings put aside"
    yield from ((name, _PLUGIN) for name in config.plugins if name.endswith(".py"))
    if config.rules_folder:
        yield from ((str(path), _PLUGIN) for path in Path(config.rules_folder).glob("*.py"))


def configuration(file: str | None = None) -> Iterator[Input]:
    """The configuration file: the one named, or the one found from here upward."""
    from checker.config import find_config

    found = file or find_config(Path.cwd())
    if found:
        yield str(found), "the configuration"


def read_before(path: str, report: "Report") -> Iterator[Input]:
    """A report, and the accounts that it is about where they are still there."""
    yield path, _REPORT
    yield from ((d.uri, _ACCOUNT) for d in report.documents)


def _readers(folder: str, outputs: Sequence[Output], config: "Config") -> "Sequence[Reader]":
    """The readers of plugins, which take time to load: only where a file of theirs could be lost."""
    home = Path(os.path.realpath(folder))
    places = [Path(os.path.realpath(o.file)) for o in outputs if o.file is not None]
    if not any(place.exists() and place.is_relative_to(home) for place in places):
        return ()
    from checker.plugin_manager import load_plugins

    return load_plugins(config).readers


def _identity(path: str) -> object:
    """What two paths to one file have in common; nothing for what is not replaced (devices, pipes, folders)."""
    if not path:
        return None
    try:
        # standard input may be a file too: checker check - b.txt < a.txt
        found = os.stat(0 if path == "-" else path)  # noqa: PTH116
    except FileNotFoundError:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
