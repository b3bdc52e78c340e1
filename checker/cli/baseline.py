"""``checker baseline``: take the findings of a report as known."""

from itertools import chain
from pathlib import Path

import click

from checker.cli import complete, inputs
from checker.cli.output import Output, check_writable, write
from checker.cli.reports import load_report
from checker.findings.baseline import write_baseline
from checker.render.safe import harmless_json


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
    loaded = load_report(report)
    # an older baseline is no input: this is how it is renewed
    inputs.spare_inputs(outputs, chain(inputs.read_before(report, loaded), inputs.configuration()))
    text = harmless_json(write_baseline(loaded.findings))
    write(outputs, lambda output: text)
    return 0
