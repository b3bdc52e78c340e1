"""A look over a plugin as a whole: what would keep it from being a good one."""

import re
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType

from checker.config import Config
from checker.models.findings import RuleInfo
from checker.plugin_manager import load_plugins
from checker.rules.authoring import Rule

HEADINGS = ("Why", "Example")


def plugin_problems(plugin: str | ModuleType) -> list[str]:
    """Everything that is wrong with a plugin, a sentence each; empty when nothing is.

    It loads, beside all plugins that are installed; its codes are its own, also by their beginnings, which
    ``--select`` takes; each rule that was written is registered; each rule's docstring has the headings ``Why:``
    and ``Example:``; each option has a description.

    Args:
        plugin: the module, or its name; it must be importable by that name.
    """
    name = plugin if isinstance(plugin, str) else plugin.__name__
    loaded = load_plugins(Config(plugins=(name,)))
    file = getattr(sys.modules.get(name), "__file__", None)
    # installed, it is loaded under the name of its entry point
    mine = {name, *(info.name for info in loaded.infos if file and info.file == file)}
    problems = [failure.error for failure in loaded.failures if failure.plugin in mine]
    infos = [info for info in loaded.rules.infos if info.plugin in mine]
    others = [info for info in loaded.rules.infos if info.plugin not in mine]
    for info in infos:
        problems += _code_problems(info, others)
        problems += _told_problems(info)
    if not problems:
        problems += _forgotten(name, {info.code for info in infos})
    return problems


def _code_problems(info: RuleInfo, others: Iterable[RuleInfo]) -> Iterator[str]:
    letters = info.code.rstrip("0123456789")
    for other in others:
        if letters == other.code.rstrip("0123456789") or info.code.startswith(other.code):
            yield (
                f"{info.code}: the code begins as {other.code} of {other.plugin}, so that --select takes both; "
                "give it letters of its own."
            )
            return


def _told_problems(info: RuleInfo) -> Iterator[str]:
    for heading in HEADINGS:
        if not re.search(rf"^\s*{heading}\b.*:", info.explanation, re.MULTILINE):
            yield f"{info.code}: the docstring has no part '{heading}:'."
    for name, option in info.options.get("properties", {}).items():
        if not option.get("description"):
            yield f"{info.code}: the option {name!r} has no description."


def _forgotten(name: str, codes: set[str]) -> Iterator[str]:
    """Rules in the modules of the plugin that its hook does not give."""
    for module in [m for n, m in sorted(sys.modules.items()) if n == name or n.startswith(f"{name}.")]:
        for value in vars(module).values():
            if (
                isinstance(value, Rule)
                and value.function.__module__ == module.__name__
                and value.code not in codes
            ):
                yield f"{value.code}: the rule is written but not registered; give it in checker_register_rules()."
