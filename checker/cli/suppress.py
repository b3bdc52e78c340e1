"""``checker suppress``: put a finding aside, with a reason that others can read."""

from pathlib import Path

import click

from checker.cli import inputs
from checker.cli.options import config_options, make_config
from checker.cli.output import Output, check_writable, write_atomically
from checker.cli.reports import load_report
from checker.cli.terminal import plain
from checker.errors import UsageError
from checker.findings.suppress import read_suppressions, with_entry
from checker.models.findings import Finding

LEAST = 6


@click.command("suppress")
@click.argument("fingerprint")
@click.option("--reason", required=True, metavar="TEXT", help="Why it is no mistake; shown in every report.")
@click.option(
    "--report",
    "report",
    metavar="REPORT.json",
    help="The report it stands in; lets FINGERPRINT be cut short.",
)
@config_options
def command(
    fingerprint: str, reason: str, report: str | None, config: str | None, plugins: tuple[str, ...]
) -> int:
    """Put the finding with this FINGERPRINT aside: later checks show it apart and do not count it."""
    if not reason.strip():
        raise UsageError("A reason is needed: say why the finding is no mistake.")
    file = Path(make_config(config, plugins).suppressions)
    outputs = [Output("text", file)]
    read = [(report, "the report that is read")] if report else []
    inputs.spare_inputs(outputs, (*read, *inputs.configuration(config)))
    code, message, whole = _found(fingerprint.lower(), report)
    known = read_suppressions(file)
    if whole in known:
        raise UsageError(f"The finding {whole[:12]} is already put aside: {known[whole]}.")
    check_writable(outputs)
    text = file.read_text("utf-8") if file.exists() else ""
    write_atomically(file, with_entry(text, whole, code=code, message=message, reason=reason.strip()))
    click.echo(plain(f"{whole[:12]} put aside in {file}"))
    return 0


def _found(fingerprint: str, report: str | None) -> tuple[str, str, str]:
    """Code, message and whole fingerprint; code and message are empty without a report to look in."""
    if any(c not in "0123456789abcdef" for c in fingerprint) or not LEAST <= len(fingerprint) <= 64:
        raise UsageError(f"{fingerprint!r} is not a fingerprint: {LEAST} to 64 digits of 0-9 and a-f.")
    if report is None:
        if len(fingerprint) < 64:
            raise UsageError(
                "Give all 64 digits of the fingerprint, or --report with the report it stands in."
            )
        return "", "", fingerprint
    near: list[Finding] = [f for f in load_report(report).findings if f.fingerprint.startswith(fingerprint)]
    if len({f.fingerprint for f in near}) != 1:
        count = "No finding" if not near else "More than one finding"
        raise UsageError(f"{count} of {report} has a fingerprint that begins with {fingerprint}.")
    return near[0].code, near[0].message, near[0].fingerprint
