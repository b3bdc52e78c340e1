"""Where plugins come from besides packages: a desk's folder of rule files; and which must be there."""

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from checker.errors import ConfigError, PluginError

if TYPE_CHECKING:
    from checker.plugin_manager import PluginInfo


def desk_files(folder: str) -> list[Path]:
    """A desk's rule files: ``checker_rules.py`` and ``rule_*.py``, sorted.

    Raises:
        ConfigError: there is no such folder.
    """
    path = Path(folder)
    if not path.is_dir():
        raise ConfigError(f"The rules folder {folder} is not there.")
    return sorted({*path.glob("checker_rules.py"), *path.glob("rule_*.py")})


def import_file(file: Path) -> ModuleType:
    """Import a rule file under a name of its own, so that it cannot hide an installed module."""
    name = f"checker_desk.{file.stem}"
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise PluginError(f"{file} is not a Python file.")
    module = module_from_spec(spec)
    sys.modules[name] = module
    # last on the path: a rule file may import what lies beside it, and hides no installed module
    beside = str(file.absolute().parent)
    sys.path.append(beside)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    finally:
        sys.path.remove(beside)
    return module


def import_named(name: str) -> ModuleType:
    """Import what ``-p`` names: an installed module, or a file of rules by its path (``./rule_tolls.py``).

    Raises:
        PluginError: there is no such file, or no such module; a file of that name beside us is told.
    """
    if name.endswith(".py"):
        if not Path(name).is_file():
            raise PluginError(f"there is no file {name}")
        return import_file(Path(name))
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        file = Path(f"{name.replace('.', '/')}.py")
        if error.name == name and file.is_file():
            raise PluginError(
                f"there is no module {name}; for the file beside you give -p ./{file}"
            ) from None
        raise


def named(plugins: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    """What ``-p`` and the setting ``plugins`` ask for, and what they leave out; of two that disagree the last counts.

    So ``-p NAME`` brings back what the configuration leaves out with ``no:NAME``.
    """
    wanted: dict[str, bool] = {}
    for name in plugins:
        plain = name.removeprefix("no:")
        wanted.pop(plain, None)
        wanted[plain] = plain == name
    return [n for n, yes in wanted.items() if yes], frozenset(n for n, yes in wanted.items() if not yes)


def require(required: Sequence[str], loaded: "Iterable[PluginInfo]") -> None:
    """Refuse to go on without a required plugin: a plugin's or distribution's name, or with a version
    (``x>=1.2``).

    Raises:
        ConfigError: it is missing, broken, or of another version.
    """
    if not required:
        return
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.utils import canonicalize_name

    by_name = {canonicalize_name(n): i for i in loaded for n in (i.name, i.distribution) if n}
    for text in required:
        try:
            wanted = Requirement(text)
        except InvalidRequirement:
            raise ConfigError(
                f"The required plugin {text!r} is not a name or a name with a version."
            ) from None
        info = by_name.get(canonicalize_name(wanted.name))
        if info is None or (info.error and not info.rules):
            why = f": {info.error}" if info else "; install it or load it with -p"
            raise ConfigError(f"The required plugin {wanted.name} is missing{why}.")
        if wanted.specifier and not wanted.specifier.contains(info.version or "0", prereleases=True):
            raise ConfigError(f"The required plugin {text} has version {info.version or 'unknown'}.")
