"""Loads plugins one by one and asks them for what they bring; a broken one is named and the rest go on.

Order: the rules we ship, installed packages (entry points of the group ``checker``, by name), modules of
``-p`` and of the setting ``plugins``, a desk's own folder when the configuration names it.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from inspect import isroutine
from typing import Any

from checker import hookspecs
from checker.config import Config
from checker.errors import CheckerError, PluginError, UnknownRuleError
from checker.hints import did_you_mean
from checker.plugin_guard import TIME_LIMIT, GuestError, said
from checker.plugin_hooks import Hooks
from checker.rules.authoring import Rule, home_of, noted
from checker.rules.registry import RuleTable
from checker.rules.selection import Selection

BUILT_IN = "checker_rules"
NO_AUTOLOAD = "CHECKER_DISABLE_PLUGIN_AUTOLOAD"
HOOKS = tuple(name for name in dir(hookspecs) if name.startswith("checker_"))


@dataclass(frozen=True)
class PluginInfo:
    """A plugin that was loaded, or that could not be (``error``); ``origin`` says how it was found."""

    name: str
    origin: str
    distribution: str = ""
    version: str = ""
    file: str = ""
    rules: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    error: str = ""


class Plugins(Hooks):
    """The loaded plugins: their rules, and through ``Hooks`` all else that they bring."""

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        super().__init__(time_limit)
        self.rules = RuleTable()
        self.infos: list[PluginInfo] = []

    def load(
        self, name: str, origin: str, importer: Callable[[], object], point: EntryPoint | None = None
    ) -> None:
        """Import one plugin, register its hooks and take its rules; a failure is noted, not raised."""
        dist = point.dist if point is not None else None
        info = PluginInfo(name, origin, dist.name if dist else "", dist.version if dist else "")
        if self._manager.has_plugin(name):
            return
        guard = self._guard(name)
        try:
            module = guard.call("the module", importer)
            if self._manager.is_registered(module):
                # an installed plugin that is also named by its module
                return
            info = replace(info, file=str(getattr(module, "__file__", "") or ""))
            self._register(module, name)
        except Exception as error:
            # pluggy takes a plugin apart hook by hook, and stops at the first that is wrong
            if (half := self._manager.get_plugin(name)) is not None:
                self._manager.unregister(half, name)
            self.infos.append(replace(info, error=said(error)))
            self._failed(name, f"cannot be loaded: {said(error)}")
            return
        codes, errors = self._take_rules(module, name)
        if not codes and not errors and not any(hasattr(module, hook) for hook in HOOKS):
            errors = ["brings no rule and no hook: put @rule(code) before a function"]
            self._failed(name, errors[0])
        self.infos.append(replace(info, rules=codes, error="; ".join(errors)))

    def _register(self, module: object, name: str) -> None:
        for attribute in dir(module):
            is_hook = attribute.startswith("checker_") and isroutine(getattr(module, attribute, None))
            if is_hook and attribute not in HOOKS:
                raise PluginError(
                    f"there is no hook {attribute!r}{did_you_mean(attribute, HOOKS)}; there are {', '.join(HOOKS)}"
                )
        self._manager.register(module, name)

    def _take_rules(self, module: object, name: str) -> tuple[tuple[str, ...], list[str]]:
        codes: list[str] = []
        errors: list[str] = []
        try:
            register = getattr(module, "checker_register_rules", None)
            if register is not None:
                rules: Iterable[object] = self._guard(name).call(
                    "checker_register_rules", lambda: list(register())
                )
            else:
                rules = [v for v in vars(module).values() if isinstance(v, Rule) and _is_own(v, module)]
        except (CheckerError, GuestError) as error:
            errors.append(f"checker_register_rules failed: {said(error)}")
            self._failed(name, errors[-1])
            rules = ()
        for rule in rules:
            try:
                codes.append(self.rules.add(rule, name).code)
            except PluginError as error:
                errors.append(str(error))
                self._failed(name, str(error), getattr(getattr(rule, "info", None), "code", ""))
        for code, why in _lost(module, [r for r in rules if isinstance(r, Rule)]):
            errors.append(why)
            self._failed(name, why, code)
        return tuple(sorted(codes)), errors

    def selection(self, config: Config) -> Selection:
        """The selection that the configuration asks for among these rules, with its presets below it.

        Raises:
            PluginError: a code that no loaded rule has or an unknown preset, where a plugin failed that may have it.
            UnknownRuleError: a code that no loaded rule has.
            UsageError: an unknown preset, or an expression that cannot be read.
        """
        preset = self.preset(config)
        try:
            return Selection.of_config(config, self.rules.codes, preset)
        except UnknownRuleError as error:
            raise self.explained(error) from None

    @property
    def loaded(self) -> tuple[str, ...]:
        """The names of the plugins, in load order."""
        return tuple(info.name for info in self.infos)

    @property
    def guests(self) -> frozenset[str]:
        """The codes of rules that do not come with the checker."""
        return frozenset(c for info in self.infos if info.origin != "built-in" for c in info.rules)


def load_plugins(config: Config) -> Plugins:
    """Load every plugin the configuration asks for and let each look at the configuration.

    Raises:
        ConfigError: a required plugin is not there, or a plugin refuses the configuration.
    """
    from checker.plugin_sources import desk_files, import_file, import_named, named, require

    plugins = Plugins(config.time_limit)
    wanted, blocked = named(config.plugins)
    found = sorted(entry_points(group=hookspecs.PROJECT), key=lambda p: (p.name != BUILT_IN, p.name))
    points = {point.name: point for point in found}
    if BUILT_IN not in points and BUILT_IN not in blocked:
        # a source tree that is not installed has no entry points
        plugins.load(BUILT_IN, "built-in", partial(import_module, BUILT_IN))
    for point in found:
        built_in = point.name == BUILT_IN
        names = {point.name, point.value, point.dist.name if point.dist else point.name}
        if blocked & names or (os.environ.get(NO_AUTOLOAD) and not built_in):
            continue
        plugins.load(point.name, "built-in" if built_in else "entry point", point.load, point)
    for name in wanted:
        point_named = points.get(name)
        importer = point_named.load if point_named else partial(import_named, name)
        plugins.load(name, "-p or setting 'plugins'", importer, point_named)
    if config.rules_folder:
        for file in desk_files(config.rules_folder):
            if not blocked & {file.stem, file.name}:
                # the folder in the name: a desk's checker_rules.py is not the plugin of that name
                plugins.load(f"{file.parent.name}/{file.name}", "rules folder", partial(import_file, file))
    require(config.required_plugins, plugins.infos)
    plugins.configure(config)
    # asked now, so that a preset that is written wrongly is told whether or not it is used
    of = {name: [p for p in plugins.presets if plugins.preset_plugins[p] == name] for name in plugins.loaded}
    plugins.infos = [replace(i, presets=tuple(sorted(of.get(i.name, ())))) for i in plugins.infos]
    return plugins


def _is_own(rule: Rule, module: object) -> bool:
    """Whether a rule was written in the module or below it, not imported from somebody else's."""
    home, name = rule.function.__module__ or "", getattr(module, "__name__", "")
    return not home or home == name or home.startswith(f"{name}.")


def _lost(module: object, taken: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """Code of each rule whose name something else was given further down in its module, and what is wrong."""
    taken = list(taken)
    homes = [getattr(module, "__dict__", {}), *(home_of(r) for r in taken if _is_own(r, module))]
    for home in {id(home): home for home in homes}.values():
        there = {id(r.function) for r in (*taken, *home.values()) if isinstance(r, Rule)}
        for rule in noted(home):
            name = rule.function.__name__
            if name not in home or id(rule.function) in there:
                continue
            other = home[name]
            what = f"rule {other.code}" if isinstance(other, Rule) else f"a {type(other).__name__}"
            yield (
                rule.code,
                f"The rule {rule.code} is lost: its name {name!r} is given to {what} as well; "
                "each needs a name of its own.",
            )


def rule_options(rules: Iterable[Rule], table: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Code -> options of each rule that has any, with what the configuration sets.

    Options of a rule that is not among ``rules``, because it is not selected, are passed over; that a code
    belongs to no loaded rule at all is for ``Selection.check_known`` to say.

    Raises:
        ConfigError: an unknown option, a wrong value, or options for a rule that has none.
    """
    made = {rule.code: rule.make_options(table.get(rule.code)) for rule in rules}
    return {code: options for code, options in made.items() if options is not None}
