"""``checker baseline``: take the findings of a report as known."""

from pathlib import Path

import click

from checker.cli import complete
from checker.cli.output import Output, check_writable, write
from checker.cli.reports import load_report
from checker.findings.baseline import write_baseline


@click.command("baseline")
@click.argument("report", metavar="REPORT.json", shell_complete=complete.files)
@click.option(
    "--output-file",
    "file",
    default="-",
    metavar="FILE",
    help="Where it goes; - (default) is standard output.",
)
def command(report: str, file: str) -> int:
    """Write the findings of REPORT.json as a baseline for 'check --baseline FILE': they no longer count."""
    outputs = [Output("baseline", None if file == "-" else Path(file))]
    check_writable(outputs)
    text = write_baseline(load_report(report).findings)
    write(outputs, lambda output: text)
    return 0
