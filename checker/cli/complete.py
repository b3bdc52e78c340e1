"""What a shell offers for the values of arguments and options: files, formats, levels, codes of rules."""

import click
from click.shell_completion import CompletionItem

LEVELS = ("error", "warning", "never")


def files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shell's own completion of files and folders."""
    return [CompletionItem(incomplete, type="file")]


def formats(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The output formats."""
    from checker.cli.output import FORMATS

    return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete)]


def levels(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What ``--fail-on`` takes."""
    return [CompletionItem(name) for name in LEVELS if name.startswith(incomplete)]


def presets(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The presets of the plugins that are there; none when the configuration is broken."""
    from checker.cli.options import make_config
    from checker.errors import CheckerError
    from checker.plugin_manager import load_plugins

    try:
        known = load_plugins(make_config(None, ())).presets
    except CheckerError:
        return []
    return [
        CompletionItem(n, help=p.description) for n, p in sorted(known.items()) if n.startswith(incomplete)
    ]


def codes(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes of the rules that are there, after the last comma; none when the configuration is broken."""
    from checker.cli.options import make_config
    from checker.errors import CheckerError
    from checker.plugin_manager import load_plugins

    before, comma, last = incomplete.rpartition(",")
    try:
        known = load_plugins(make_config(None, ())).rules.codes
    except CheckerError:
        return []
    return [CompletionItem(f"{before}{comma}{code}") for code in known if code.startswith(last.upper())]
