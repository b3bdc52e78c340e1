"""Loads plugins one by one and asks them for what they bring; a broken one is named and the rest go on.

Order: the rules we ship, installed packages (entry points of the group ``checker``, by name), modules of
``-p`` and of the setting ``plugins``, a desk's own folder when the configuration names it.
"""

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from inspect import isroutine
from typing import TYPE_CHECKING, Any

import pluggy

from checker import hookspecs
from checker.config import Config
from checker.errors import ConfigError, PluginError
from checker.hints import did_you_mean
from checker.models.findings import RuleFailure
from checker.plugin_parts import GuardedAnnotator, GuardedEmbedder, GuardedReader, guarded_renderer, said
from checker.rules.authoring import Rule
from checker.rules.registry import RuleTable

if TYPE_CHECKING:
    from checker.models.findings import Finding
    from checker.models.report import Report, RunInfo
    from checker.protocols import Annotator, Embedder, Inferer, Reader

BUILT_IN = "checker_rules"
NO_AUTOLOAD = "CHECKER_DISABLE_PLUGIN_AUTOLOAD"


@dataclass(frozen=True)
class PluginInfo:
    """A plugin that was loaded, or that could not be (``error``); ``origin`` says how it was found."""

    name: str
    origin: str
    distribution: str = ""
    version: str = ""
    file: str = ""
    rules: tuple[str, ...] = ()
    error: str = ""


class _Manager(pluggy.PluginManager):
    """Takes every function named ``checker_...`` for a hook, with or without the marker."""

    def parse_hookimpl_opts(self, plugin: object, name: str) -> Any:
        found = super().parse_hookimpl_opts(plugin, name)
        if found is None and name.startswith("checker_") and isroutine(getattr(plugin, name, None)):
            return {}
        return found


class Plugins:
    """The loaded plugins: their rules, annotators, readers, renderers and models, and what went wrong."""

    def __init__(self) -> None:
        self.rules = RuleTable()
        self.infos: list[PluginInfo] = []
        self.failures: list[RuleFailure] = []
        self._manager = _Manager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)

    def load(
        self, name: str, origin: str, importer: Callable[[], object], point: EntryPoint | None = None
    ) -> None:
        """Import one plugin, register its hooks and take its rules; a failure is noted, not raised."""
        dist = point.dist if point is not None else None
        info = PluginInfo(name, origin, dist.name if dist else "", dist.version if dist else "")
        if self._manager.has_plugin(name):
            return
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            self._load(info, importer)
        # standard output belongs to the report
        if words := " ".join(printed.getvalue().split()):
            self._failed(name, f"printed to standard output while it was loaded: {words[:80]!r}")

    def _load(self, info: PluginInfo, importer: Callable[[], object]) -> None:
        name = info.name
        try:
            module = importer()
            info = replace(info, file=str(getattr(module, "__file__", "") or ""))
            self._register(module, name)
        except (Exception, SystemExit) as error:
            if (half := self._manager.get_plugin(name)) is not None:
                self._manager.unregister(half, name)
            self.infos.append(replace(info, error=said(error)))
            self._failed(name, f"cannot be loaded: {said(error)}")
            return
        codes, errors = self._take_rules(module, name)
        self.infos.append(replace(info, rules=codes, error="; ".join(errors)))

    def _register(self, module: object, name: str) -> None:
        known = [n for n in dir(hookspecs) if n.startswith("checker_")]
        for attribute in dir(module):
            is_hook = attribute.startswith("checker_") and isroutine(getattr(module, attribute, None))
            if is_hook and attribute not in known:
                raise PluginError(f"there is no hook {attribute!r}{did_you_mean(attribute, known)}")
        self._manager.register(module, name)

    def _take_rules(self, module: object, name: str) -> tuple[tuple[str, ...], list[str]]:
        codes: list[str] = []
        errors: list[str] = []
        try:
            register = getattr(module, "checker_register_rules", None)
            if register is not None:
                rules: Iterable[object] = list(register())
            else:
                rules = [v for v in vars(module).values() if isinstance(v, Rule) and _is_own(v, module)]
        except (Exception, SystemExit) as error:
            errors.append(f"checker_register_rules failed: {said(error)}")
            self._failed(name, errors[-1])
            rules = ()
        for rule in rules:
            try:
                codes.append(self.rules.add(rule, name).code)
            except PluginError as error:
                errors.append(str(error))
                self._failed(name, str(error), getattr(getattr(rule, "info", None), "code", ""))
        return tuple(sorted(codes)), errors

    def _failed(self, plugin: str, error: str, code: str = "") -> None:
        self.failures.append(RuleFailure(code=code, plugin=plugin, target="", error=error))

    def _each(self, hook: str, **offered: object) -> list[tuple[str, Any]]:
        """What each plugin answers, in load order; one that raises is noted (a ConfigError goes up)."""
        answers = []
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            arguments = [offered[name] for name in implementation.argnames]
            try:
                with contextlib.redirect_stdout(sys.stderr):
                    answers.append((implementation.plugin_name, implementation.function(*arguments)))
            except ConfigError:
                raise
            except (Exception, SystemExit) as error:
                self._failed(implementation.plugin_name, f"{hook} failed: {said(error)}")
        return answers

    def _parts(self, hook: str, guard: "Callable[[str, Any, Callable[[str], None]], Any]") -> Iterator[Any]:
        """The parts that plugins answer a hook with, in load order; one of the wrong kind is noted."""
        for name, many in self._each(hook):
            if not isinstance(many, Iterable | None):
                self._failed(name, f"{hook} must return a list, not {type(many).__name__}")
                continue
            for part in many or ():
                try:
                    yield guard(name, part, partial(self._failed, name))
                except PluginError as error:
                    self._failed(name, str(error))

    @cached_property
    def annotators(self) -> "tuple[Annotator, ...]":
        """Annotators of plugins, in load order."""
        return tuple(self._parts("checker_register_annotators", GuardedAnnotator))

    @cached_property
    def readers(self) -> "tuple[Reader, ...]":
        """Readers of plugins, the last loaded first."""
        return tuple(reversed([*self._parts("checker_register_readers", GuardedReader)]))

    @cached_property
    def renderers(self) -> "dict[str, Callable[[Report], str]]":
        """Output formats of plugins by name."""
        found: dict[str, Callable[[Report], str]] = {}
        for plugin, many in self._each("checker_register_renderers"):
            try:
                if not isinstance(many, Mapping | None):
                    raise PluginError(
                        f"checker_register_renderers must return a dict, not {type(many).__name__}"
                    )
                found |= {name: guarded_renderer(plugin, name, made) for name, made in (many or {}).items()}
            except PluginError as error:
                self._failed(plugin, str(error))
        return found

    def make_embedder(self, config: Config) -> "Embedder | None":
        """The embedder a plugin makes for this configuration, the last loaded plugin first.

        Raises:
            PluginError: what a plugin made is no embedder.
        """
        for plugin, made in reversed(self._each("checker_make_embedder", config=config)):
            if made is not None:
                return GuardedEmbedder(plugin, made)
        return None

    def make_inferer(self, config: Config) -> "Inferer | None":
        """The inference model a plugin makes for this configuration, the last loaded plugin first.

        Raises:
            PluginError: what a plugin made is no inference model.
        """
        for plugin, made in reversed(self._each("checker_make_inferer", config=config)):
            if made is not None:
                if not callable(getattr(made, "probabilities", None)):
                    raise PluginError(
                        f"checker_make_inferer of {plugin} must give an inference model, not {made!r:.60}."
                    )
                inferer: Inferer = made
                return inferer
        return None

    def configure(self, config: Config) -> None:
        """Show every plugin the configuration; ConfigError when one refuses it."""
        self._each("checker_configure", config=config)

    def modify_findings(self, findings: "Sequence[Finding]", run: "RunInfo") -> "list[Finding]":
        """The findings as plugins leave them, each seeing what the one before left."""
        from checker.models.findings import Finding

        current = list(findings)
        for implementation in self._manager.hook.checker_modify_findings.get_hookimpls():
            offered: dict[str, object] = {"findings": tuple(current), "run": run}
            try:
                with contextlib.redirect_stdout(sys.stderr):
                    answer: Any = implementation.function(
                        *(offered[name] for name in implementation.argnames)
                    )
                if answer is not None:
                    answer = list(answer)
                    if not all(isinstance(f, Finding) for f in answer):
                        raise TypeError("it must return findings")
                    current = answer
            except (Exception, SystemExit) as error:
                self._failed(implementation.plugin_name, f"checker_modify_findings failed: {said(error)}")
        return current


def load_plugins(config: Config) -> Plugins:
    """Load every plugin the configuration asks for and let each look at the configuration.

    Raises:
        ConfigError: a required plugin is not there, or a plugin refuses the configuration.
    """
    from checker.plugin_sources import desk_files, import_file, import_named, require

    plugins = Plugins()
    blocked = {name.removeprefix("no:") for name in config.plugins if name.startswith("no:")}
    found = sorted(entry_points(group=hookspecs.PROJECT), key=lambda p: (p.name != BUILT_IN, p.name))
    if not any(point.name == BUILT_IN for point in found) and BUILT_IN not in blocked:
        # a source tree that is not installed has no entry points
        plugins.load(BUILT_IN, "built-in", partial(import_module, BUILT_IN))
    for point in found:
        built_in = point.name == BUILT_IN
        if blocked & {point.name, point.value} or (os.environ.get(NO_AUTOLOAD) and not built_in):
            continue
        plugins.load(point.name, "built-in" if built_in else "entry point", point.load, point)
    for name in config.plugins:
        if not name.startswith("no:") and name not in blocked:
            plugins.load(name, "-p or setting 'plugins'", partial(import_named, name))
    if config.rules_folder:
        for file in desk_files(config.rules_folder):
            if not blocked & {file.stem, file.name}:
                # the folder in the name: a desk's checker_rules.py is not the plugin of that name
                plugins.load(f"{file.parent.name}/{file.name}", "rules folder", partial(import_file, file))
    require(config.required_plugins, plugins.infos)
    plugins.configure(config)
    return plugins


def _is_own(rule: Rule, module: object) -> bool:
    """Whether a rule was written in the module or below it, not imported from somebody else's."""
    home, name = rule.function.__module__ or "", getattr(module, "__name__", "")
    return not home or home == name or home.startswith(f"{name}.")


def rule_options(rules: Iterable[Rule], table: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Code -> options of each rule that has any, with what the configuration sets.

    Options of a rule that is not among ``rules``, because it is not selected, are passed over; that a code
    belongs to no loaded rule at all is for ``Selection.check_known`` to say.

    Raises:
        ConfigError: an unknown option, a wrong value, or options for a rule that has none.
    """
    made = {rule.code: rule.make_options(table.get(rule.code)) for rule in rules}
    return {code: options for code, options in made.items() if options is not None}
