"""The doors: every hook a plugin can implement. A plugin's function of that name is found without any
decorator.

A hook may take fewer arguments than it is offered. Rules are collected here and run by checker.rules.engine,
one by one, so that a plugin that fails is named and the others go on.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from checker.config import Config
    from checker.models.findings import Finding
    from checker.models.report import Report, RunInfo
    from checker.protocols import Annotator, Embedder, Inferer, Reader
    from checker.rules.authoring import Rule

PROJECT = "checker"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def checker_register_rules() -> "Iterable[Rule]":
    """Give the plugin's rules; called once at load. Without it, the module's own rules are taken."""
    return ()


@hookspec
def checker_register_annotators() -> "Iterable[Annotator]":
    """Give annotators; they run after the built-in ones, on every account."""
    return ()


@hookspec
def checker_register_readers() -> "Iterable[Reader]":
    """Give readers of further file formats; a plugin's reader goes before a built-in of its suffix."""
    return ()


@hookspec
def checker_register_renderers() -> "Mapping[str, Callable[[Report], str]]":
    """Give output formats: a name for ``--output-format`` and a function from report to text."""
    return {}


@hookspec
def checker_register_presets() -> "Mapping[str, Mapping[str, Any]]":
    """Give presets: a name for ``--preset`` and what it selects, ignores and sets."""
    return {}


@hookspec(firstresult=True)
def checker_make_embedder(config: "Config") -> "Embedder | None":
    """Give the embedder for this configuration, or None to leave it to others.

    The plugin loaded last is asked first. Where the user names an embedder, only one of that ``name`` is taken.
    """


@hookspec(firstresult=True)
def checker_make_inferer(config: "Config") -> "Inferer | None":
    """Give the inference model for this configuration, or None to leave it to others.

    The plugin loaded last is asked first. Where the user names a model, only one of that ``name`` is taken.
    """


@hookspec
def checker_configure(config: "Config") -> None:
    """Look at the configuration before anything is read; raise ConfigError to refuse it."""


@hookspec
def checker_modify_findings(findings: "Sequence[Finding]", run: "RunInfo") -> "Sequence[Finding] | None":
    """Give other findings in place of these (merged and ranked), or None to leave them as they are."""
