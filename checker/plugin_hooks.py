"""Asks loaded plugins for what they bring besides rules, one by one; what one does wrong is named."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from inspect import isroutine
from typing import TYPE_CHECKING, Any

import pluggy

from checker import hookspecs
from checker.config import Config
from checker.errors import CheckerError, ConfigError, PluginError, UsageError
from checker.models.findings import RuleFailure
from checker.plugin_guard import TIME_LIMIT, Guard, GuestError, said
from checker.plugin_parts import (
    GuardedAnnotator,
    GuardedEmbedder,
    GuardedInferer,
    GuardedReader,
    guarded_renderer,
)
from checker.presets import Preset, chosen, make_preset, with_preset

if TYPE_CHECKING:
    from checker.models.findings import Finding
    from checker.models.report import Report, RunInfo
    from checker.protocols import Annotator, Embedder, Inferer, Reader

# formats that a plugin cannot take over; the names stand in checker.render as well
OWN_FORMATS = ("text", "json", "html", "sarif", "junit", "markdown", "github", "gitlab")


class Manager(pluggy.PluginManager):
    """Takes every function named ``checker_...`` for a hook, with or without the marker."""

    def parse_hookimpl_opts(self, plugin: object, name: str) -> Any:
        """The options of a hook, none for one without the marker; None for what is no hook."""
        found = super().parse_hookimpl_opts(plugin, name)
        if found is None and name.startswith("checker_") and isroutine(getattr(plugin, name, None)):
            return {}
        return found


class Hooks:
    """The hooks of loaded plugins: their annotators, readers, renderers, presets and models, and what went wrong.

    ``time_limit``: seconds that one call of a plugin's code may take.
    """

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self.failures: list[RuleFailure] = []
        self.preset_plugins: dict[str, str] = {}
        self._time_limit = time_limit
        self._guards: dict[str, Guard] = {}
        self._manager = Manager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)

    def _guard(self, name: str) -> Guard:
        if name not in self._guards:
            self._guards[name] = Guard(name, partial(self._failed, name), self._time_limit)
        return self._guards[name]

    def _failed(self, plugin: str, error: str, code: str = "") -> None:
        self.failures.append(RuleFailure(code=code, plugin=plugin, target="", error=error))

    def _each(self, hook: str, **offered: Any) -> list[tuple[str, Any]]:
        """What each plugin answers, in load order; one that raises is noted (a ConfigError goes up)."""
        answers = []
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            name = implementation.plugin_name
            # copies: what one plugin does to its own must not reach the others
            copies = {k: v.model_copy(deep=True) for k, v in offered.items()}
            arguments = [copies[argument] for argument in implementation.argnames]
            try:
                answers.append(
                    (name, self._guard(name).call(hook, partial(implementation.function, *arguments)))
                )
            except ConfigError:
                raise
            except (CheckerError, GuestError) as error:
                self._failed(name, f"{hook} failed: {said(error)}")
            if any(copies[k] != v for k, v in offered.items()):
                self._failed(name, f"{hook} changed the configuration that it was given, which has no effect")
        return answers

    def _parts(self, hook: str, guarded: "Callable[[Guard, Any], Any]") -> Iterator[Any]:
        """The parts that plugins answer a hook with, in load order; one of the wrong kind is noted."""
        for name, many in self._each(hook):
            try:
                if many is not None and (isinstance(many, str) or not isinstance(many, Iterable)):
                    raise PluginError(f"it must return a list, not {type(many).__name__}")
                # a generator runs only now
                parts: list[Any] = self._guard(name).call(hook, partial(list, many or ()))
            except (CheckerError, GuestError) as error:
                self._failed(name, f"{hook} failed: {said(error)}")
                continue
            for part in parts:
                try:
                    yield guarded(self._guard(name), part)
                except PluginError as error:
                    self._failed(name, str(error))

    def _named(self, hook: str) -> Iterator[tuple[str, object, Any]]:
        """Plugin, name and value of what plugins answer a hook with that asks for a dict."""
        for plugin, many in self._each(hook):
            if many is not None and not isinstance(many, Mapping):
                self._failed(plugin, f"{hook} must return a dict, not {type(many).__name__}")
                continue
            for name, made in (many or {}).items():
                yield plugin, name, made

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
        for plugin, name, made in self._named("checker_register_renderers"):
            try:
                renderer = guarded_renderer(self._guard(plugin), name, made)
                if name in OWN_FORMATS or name in found:
                    raise PluginError(f"the output format {name!r} is taken")
                found[str(name)] = renderer
            except PluginError as error:
                self._failed(plugin, str(error))
        return found

    @cached_property
    def presets(self) -> dict[str, Preset]:
        """Presets by name."""
        found: dict[str, Preset] = {}
        for plugin, name, values in self._named("checker_register_presets"):
            try:
                preset = make_preset(name, values)
                if name in found:
                    raise PluginError(f"the preset {name!r} is taken")
                found[str(name)] = preset
                self.preset_plugins[str(name)] = plugin
            except PluginError as error:
                self._failed(plugin, str(error))
        return found

    def preset(self, config: Config) -> Preset:
        """The presets that the configuration asks for, as one.

        Raises:
            PluginError: one that no plugin has, where a plugin failed that may have it.
            UsageError: one that no plugin has.
        """
        known = self.presets
        try:
            return chosen(config.presets, known)
        except UsageError as error:
            raise self.explained(error) from None

    def explained(self, missing: UsageError) -> CheckerError:
        """The error that something is not there, with every failure of a plugin that may be why."""
        if not self.failures:
            return missing
        failed = "; ".join(f"plugin {f.plugin}: {f.error.rstrip('.')}" for f in self.failures)
        return PluginError(f"{str(missing).rstrip('.')}; what failed: {failed}.", self.failures[0].plugin)

    def effective(self, config: Config) -> Config:
        """The configuration with its presets below it.

        Raises:
            PluginError: a preset that no plugin has, where a plugin failed that may have it.
            UsageError: a preset that no plugin has.
        """
        return with_preset(config, self.preset(config))

    def make_embedder(self, config: Config) -> "Embedder | None":
        """The embedder a plugin makes for this configuration, the last loaded plugin first.

        Raises:
            PluginError: what a plugin made is no embedder.
        """
        made: Embedder | None = self._model("checker_make_embedder", GuardedEmbedder, config, config.embedder)
        return made

    def make_inferer(self, config: Config) -> "Inferer | None":
        """The inference model a plugin makes for this configuration, the last loaded plugin first.

        Raises:
            PluginError: what a plugin made is no inference model.
        """
        made: Inferer | None = self._model("checker_make_inferer", GuardedInferer, config, config.inferer)
        return made

    def _model(self, hook: str, guarded: "Callable[[Guard, Any], Any]", config: Config, wanted: str) -> Any:
        for plugin, made in reversed(self._each(hook, config=config)):
            if made is None:
                continue
            model = guarded(self._guard(plugin), made)
            # what the user names goes before what a plugin would rather have
            if wanted in ("", model.name):
                return model
        return None

    def configure(self, config: Config) -> None:
        """Show every plugin the configuration; ConfigError when one refuses it."""
        self._each("checker_configure", config=config)

    def modify_findings(
        self, findings: "Sequence[Finding]", run: "RunInfo", texts: Mapping[str, str]
    ) -> "list[Finding]":
        """The findings as plugins leave them, each seeing what the one before left.

        ``texts``: document id -> its text; a finding whose words do not stand there is refused.
        """
        current = list(findings)
        hook = "checker_modify_findings"
        for implementation in self._manager.hook.checker_modify_findings.get_hookimpls():
            name = implementation.plugin_name
            offered: dict[str, Any] = {
                "findings": tuple(f.model_copy(deep=True) for f in current),
                "run": run.model_copy(deep=True),
            }
            arguments = [offered[argument] for argument in implementation.argnames]
            work = partial(_left, implementation.function, arguments, offered["findings"], current, texts)
            try:
                current = self._guard(name).call(hook, work)
            except (CheckerError, GuestError) as error:
                self._failed(name, f"{hook} failed: {said(error)}")
        return current


def _left(
    function: Callable[..., Any],
    arguments: "Sequence[object]",
    given: "Sequence[Finding]",
    before: "list[Finding]",
    texts: Mapping[str, str],
) -> "list[Finding]":
    """The findings that a hook leaves; to be called under guard, since its objects may do anything when looked at."""
    from checker.plugin_findings import checked

    answer = function(*arguments)
    if answer is not None:
        # a generator runs only now
        return checked(list(answer), texts)
    if tuple(given) != tuple(before):
        raise GuestError("it changed findings in place, which has no effect; return them")
    return before
