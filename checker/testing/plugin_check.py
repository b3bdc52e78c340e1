"""A look over a plugin as a whole: what would keep it from being a good one."""

import re
from importlib import import_module
from types import ModuleType

from checker.config import Config
from checker.plugin_manager import load_plugins

HEADINGS = ("Why", "Example")


def plugin_problems(plugin: str | ModuleType) -> list[str]:
    """Everything that is wrong with a plugin, a sentence each; empty when nothing is.

    Its codes are its own (also beside the rules we ship), each rule's docstring has the headings ``Why:`` and
    ``Example:``, each option has a description.

    Args:
        plugin: the module, or its name; it must be importable by that name.
    """
    module = import_module(plugin) if isinstance(plugin, str) else plugin
    loaded = load_plugins(Config(plugins=(module.__name__,)))
    of_module = {
        info.name for info in loaded.infos if info.file and info.file == getattr(module, "__file__", None)
    }
    problems = [
        failure.error for failure in loaded.failures if failure.plugin in of_module | {module.__name__}
    ]
    infos = [info for info in loaded.rules.infos if info.plugin in of_module]
    if not infos and not problems:
        problems.append(f"{module.__name__} brings no rule.")
    for info in infos:
        problems += [
            f"{info.code}: the docstring has no part '{heading}:'."
            for heading in HEADINGS
            if not re.search(rf"^\s*{heading}\b.*:", info.explanation, re.MULTILINE)
        ]
        for name, option in info.options.get("properties", {}).items():
            if not option.get("description"):
                problems.append(f"{info.code}: the option {name!r} has no description.")
    return problems
