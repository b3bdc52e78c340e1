"""Options that several verbs share, and how they become a configuration."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from checker.cli import complete
from checker.config import Config, load_config
from checker.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])
# of verbs that list something: for a reader, or for a program
FORM = click.option(
    "--output-format",
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="text or json.",
)


def config_options(function: F) -> F:
    """``--config`` and ``-p``: which configuration and plugins."""
    for option in (
        click.option(
            "-p",
            "plugins",
            multiple=True,
            metavar="PLUGIN",
            shell_complete=complete.files,
            help="Load a module, or a file FILE.py, as plugin; no:NAME leaves one out. May be repeated.",
        ),
        click.option(
            "--config",
            metavar="FILE",
            shell_complete=complete.files,
            help="Read this file, not the one found from here upward.",
        ),
    ):
        function = option(function)
    return function


def selection_options(function: F) -> F:
    """``--select``, ``--ignore``, their extensions, ``--preset`` and ``-k``: which rules."""
    function = click.option(
        "-k", "keyword", metavar="EXPR", help="Only rules for which EXPR holds: 'quote and not name'."
    )(function)
    function = click.option(
        "--preset",
        "presets",
        multiple=True,
        metavar="NAME",
        shell_complete=complete.presets,
        help="Settings that a plugin ships, such as 'gate'; one's own settings win.",
    )(function)
    for name, text in (
        ("--extend-ignore", "Codes not to run, besides those configured."),
        ("--extend-select", "Codes to run, besides those configured."),
        ("--ignore", "Codes or their beginnings not to run, with commas."),
        ("--select", "Codes or their beginnings to run, with commas; ALL for all."),
    ):
        function = click.option(
            name, multiple=True, metavar="CODES", shell_complete=complete.codes, help=text
        )(function)
    return function


def output_options(function: F) -> F:
    """``--output-format`` and ``--output-file``, in pairs."""
    from checker.cli.output import FORMATS

    for option in (
        click.option(
            "--output-file",
            "files",
            multiple=True,
            metavar="FILE",
            shell_complete=complete.files,
            help="Where it goes; - is standard output.",
        ),
        click.option(
            "--output-format",
            "formats",
            multiple=True,
            metavar="FORMAT",
            shell_complete=complete.formats,
            help=f"One of {', '.join(FORMATS)}.",
        ),
    ):
        function = option(function)
    return function


def make_config(config: str | None, plugins: tuple[str, ...], **given: Any) -> Config:
    """The configuration with what was given on the command line on top; None and () mean not given.

    Codes may stand in one option with commas or in several. ``-p`` adds to the configured plugins.
    """
    overrides: dict[str, Any] = {}
    for name, value in given.items():
        if value is None or value == ():
            continue
        if isinstance(value, tuple):
            value = tuple(part.strip() for one in value for part in one.split(",") if part.strip())
            if not value:  # an empty list would mean all
                option, what = ("preset", "preset") if name == "presets" else (name.replace("_", "-"), "code")
                raise UsageError(f"--{option} names no {what}; leave it out, or name some.")
        overrides[name.replace("_", "-")] = value
    loaded = load_config(config, overrides=overrides)
    if not plugins:
        return loaded
    origins = {**loaded.origins, "plugins": "command line"}
    return loaded.model_copy(update={"plugins": (*loaded.plugins, *plugins), "origins": origins})
