"""``checker render``: a JSON report in another format, without checking again."""

from itertools import chain

import click

from checker.cli import complete, inputs
from checker.cli.options import config_options, make_config, output_options
from checker.cli.output import FORMATS, check_writable, pair, write
from checker.cli.reports import load_report
from checker.cli.results import render_each
from checker.cli.terminal import warn


@click.command("render")
@click.argument("report", metavar="REPORT.json", shell_complete=complete.files)
@output_options
@config_options
def command(
    report: str,
    formats: tuple[str, ...],
    files: tuple[str, ...],
    config: str | None,
    plugins: tuple[str, ...],
) -> int:
    """Turn REPORT.json (or - for standard input) into another format; text when none is given."""
    loaded = None
    # without need plugins are not loaded, which takes time; one that is named and is not there is a mistake
    if plugins or not set(formats) <= set(FORMATS):
        from checker.plugin_manager import load_plugins

        loaded = load_plugins(make_config(config, plugins))
    more = loaded.renderers if loaded else {}
    outputs = pair(formats, files, more)
    check_writable(outputs)
    read = load_report(report)
    inputs.spare_inputs(outputs, chain(inputs.read_before(report, read), inputs.configuration(config)))
    texts, failed = render_each(read, outputs, more)
    write([o for o in outputs if o in texts], texts.__getitem__)
    for failure in loaded.failures if loaded else ():
        warn(f"plugin {failure.plugin}: {failure.error}")
    for failure in failed:
        warn(failure.error)
    return 3 if failed or (loaded and loaded.failures) else 0
