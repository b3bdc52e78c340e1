"""``checker check``: compare accounts, write the report, say by the exit code what was found."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli import complete, inputs
from checker.cli.options import config_options, make_config, output_options, selection_options
from checker.cli.output import Output, check_writable, pair, write
from checker.cli.terminal import plain, progress, warn
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.config import Config
    from checker.models.report import Report


class _Check(click.Command):
    """Lets ``--against`` take several paths, as shells expand them: ``check draft.md --against wires/*``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, spread(args, self._valued()))

    def _valued(self) -> frozenset[str]:
        return frozenset(
            name for p in self.params if isinstance(p, click.Option) and not p.is_flag for name in p.opts
        )


def spread(args: list[str], valued: frozenset[str]) -> list[str]:
    """Repeat ``--against`` before each of the paths that follow it, if a path to be checked stands before it.

    Without one before it, only the first path is the option's: ``check --against wires draft.md``.
    """
    spread_out: list[str] = []
    several = paths = False
    rest = iter(args)
    for word in rest:
        if word == "--":
            return [*spread_out, word, *rest]
        if word.startswith("-") and word != "-":
            spread_out.append(word)
            several = word == "--against" and paths
            if word in valued and (value := next(rest, None)) is not None:
                spread_out.append(value)
        elif several:
            spread_out += ["--against", word]
        else:
            paths = True
            spread_out.append(word)
    return spread_out


@click.command("check", cls=_Check)
@click.argument("paths", nargs=-1, metavar="PATH...", shell_complete=complete.files)
@click.option(
    "--against",
    multiple=True,
    metavar="PATH...",
    shell_complete=complete.files,
    help="The sources to check PATH against, as drafts.",
)
@output_options
@selection_options
@config_options
@click.option(
    "--fail-on",
    metavar="LEVEL",
    shell_complete=complete.levels,
    help="error (default), warning or never: what makes the exit code 1.",
)
@click.option(
    "--one-story",
    is_flag=True,
    default=None,
    help="All accounts tell one event, however little they have in common.",
)
@click.option(
    "--min-confidence", type=float, metavar="X", help="Leave out findings below X, between 0 and 1."
)
@click.option(
    "--baseline",
    metavar="FILE",
    shell_complete=complete.files,
    help="Findings of this file are known and do not count.",
)
@click.option(
    "--collect-only", is_flag=True, help="Only say what would be compared and which rules would run."
)
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache of vectors and judgements.")
@click.option(
    "--nli",
    "inferer",
    metavar="MODEL",
    help="Inference model: bundled (default), off, or the name or path of a CrossEncoder.",
)
@click.option("--device", metavar="DEVICE", help="cpu, cuda, cuda:1 for models of your own.")
def command(
    paths: tuple[str, ...],
    against: tuple[str, ...],
    formats: tuple[str, ...],
    files: tuple[str, ...],
    config: str | None,
    plugins: tuple[str, ...],
    collect_only: bool,
    no_cache: bool,
    **given: Any,
) -> int:
    """Compare the accounts in PATH... (files or folders) with each other, or with --against.

    \b
    checker check a.txt b.txt c.txt                  accounts as equals
    checker check draft.md --against wires/          a draft against its sources
    checker check a.txt b.txt --output-format html --output-file report.html
    """
    if not paths:
        raise UsageError("No accounts given: name at least two files, or a draft and --against its sources.")
    settings = make_config(config, plugins, cache="off" if no_cache else None, **given)
    outputs = _outputs(formats, files, settings)
    check_writable(outputs)
    accounts = inputs.accounts((*paths, *against), outputs, settings)
    inputs.spare_inputs(outputs, chain(accounts, inputs.settings(settings, config)))
    _refuse_early(settings)
    if collect_only:
        return _collect(paths, against, settings)
    from checker.pipeline import run_check

    with progress() as show:
        report = run_check(paths, against=against or None, config=settings, progress=show)
    report = _write(report, outputs, settings)
    for failure in report.failures:
        what = f"rule {failure.code}" if failure.code else "a plugin or stage"
        of = f" of {failure.plugin}" if failure.plugin else ""
        warn(f"{what}{of} failed{f' on {failure.target}' if failure.target else ''}: {failure.error}")
    return exit_code(report, settings)


def exit_code(report: "Report", config: "Config") -> int:
    """3 when something crashed, 1 when something stops the publication, else 0."""
    from checker.findings.gate import stops

    if report.failures or report.run.incomplete:
        return 3
    return int(any(stops(finding, config.fail_on) for finding in report.findings))


def _refuse_early(config: "Config") -> None:
    """Read the small files that are needed last, so that a mistake in them costs no time."""
    from checker.findings.baseline import read_baseline
    from checker.findings.suppress import read_suppressions

    if config.baseline:
        read_baseline(Path(config.baseline))
    if config.suppressions:
        read_suppressions(Path(config.suppressions))


def _outputs(formats: tuple[str, ...], files: tuple[str, ...], config: "Config") -> list[Output]:
    from checker.cli.output import FORMATS

    if set(formats) <= set(FORMATS):
        return pair(formats, files)
    # only then are plugins asked, which takes time
    from checker.plugin_manager import load_plugins

    return pair(formats, files, load_plugins(config).renderers)


def _write(report: "Report", outputs: list[Output], config: "Config") -> "Report":
    """Write every output; a format that fails is a failure of the report, and the others are written."""
    from checker.cli.output import FORMATS
    from checker.cli.results import render_complete

    loaded = None
    if any(output.format not in FORMATS for output in outputs):
        from checker.plugin_manager import load_plugins

        loaded = load_plugins(config)
    more = loaded.renderers if loaded else {}
    report, texts = render_complete(report, outputs, more, lambda: loaded.failures if loaded else ())
    write([o for o in outputs if o in texts], texts.__getitem__)
    return report


def _collect(paths: tuple[str, ...], against: tuple[str, ...], config: "Config") -> int:
    from checker.pipeline.collect import collect
    from checker.plugin_manager import load_plugins

    plugins = load_plugins(config)
    selection = plugins.selection(config)
    collected = collect(paths, against or None, readers=plugins.readers, pipeline=config.pipeline)
    for document in collected.documents:
        kind = "draft" if document.id in collected.drafts else "account"
        click.echo(plain(f"{kind} {document.id}  {document.uri}  {document.title}").rstrip())
    for rule in selection.of(plugins.rules):
        click.echo(plain(f"rule {rule.code}  {rule.info.name}"))
    failures = (*collected.failures, *plugins.failures)
    for failure in failures:
        warn(f"{failure.plugin}: {failure.error}")
    return 3 if failures else 0
