"""``checker render``: a JSON report in another format, without checking again."""

import click

from checker.cli import complete
from checker.cli.options import config_options, make_config, output_options
from checker.cli.output import FORMATS, check_writable, pair, rendered, write
from checker.cli.reports import load_report


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
    more = {}
    if not set(formats) <= set(FORMATS):
        from checker.plugin_manager import load_plugins

        more = load_plugins(make_config(config, plugins)).renderers
    outputs = pair(formats, files, more)
    check_writable(outputs)
    loaded = load_report(report)
    write(outputs, lambda output: rendered(loaded, output, more))
    return 0
