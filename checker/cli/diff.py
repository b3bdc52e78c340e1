"""``checker diff``: what is new and what is gone between two reports."""

import json
from collections.abc import Mapping

import click

from checker.cli import complete
from checker.cli.reports import load_report
from checker.cli.terminal import plain, warn
from checker.findings.gate import stops
from checker.models.findings import Finding
from checker.models.report import Report
from checker.render.safe import harmless_json


@click.command("diff")
@click.argument("old", metavar="OLD.json", shell_complete=complete.files)
@click.argument("new", metavar="NEW.json", shell_complete=complete.files)
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    help="What makes the exit code 1.",
)
def command(old: str, new: str, form: str, fail_on: str) -> int:
    """Compare two reports by their findings' fingerprints. Exit code 1 when a new finding would stop.

    3 when a report is of an incomplete check: what is not in it may not be gone.
    """
    before, after = load_report(old), load_report(new)
    added, gone = only_in(after, before), only_in(before, after)
    same = len(after.findings) - len(added)
    if form == "json":
        as_json = {
            name: [f.model_dump(mode="json") for f in fs] for name, fs in (("new", added), ("gone", gone))
        }
        click.echo(harmless_json(json.dumps({**as_json, "same": same}, indent=2, ensure_ascii=False)))
    else:
        for sign, findings in (("+", added), ("-", gone)):
            for finding in findings:
                click.echo(f"{sign} {plain(f'{finding.code} {finding.fingerprint[:12]} {finding.message}')}")
        click.echo(f"{len(added)} new, {len(gone)} gone, {same} the same")
    if not comparable({old: before, new: after}):
        return 3
    return int(
        any(
            stops(finding, "warning" if fail_on == "warning" else "never" if fail_on == "never" else "error")
            for finding in added
        )
    )


def only_in(report: Report, other: Report) -> list[Finding]:
    """The findings of a report that the other does not have, in their order."""
    known = {f.fingerprint for f in other.findings}
    return [f for f in report.findings if f.fingerprint not in known]


def comparable(reports: Mapping[str, Report]) -> bool:
    """Whether all reports, by their names, are of complete checks; what makes them unlike is told."""
    broken = [name for name, r in reports.items() if r.run.incomplete or r.failures]
    for name in broken:
        warn(f"the check of {name} is incomplete, so that what is new or gone may only not have been found")
    ran = [{rule.code for rule in r.rules} for r in reports.values()]
    if uneven := ran[0].union(*ran) - ran[0].intersection(*ran):
        codes = ", ".join(sorted(uneven))
        warn(
            f"{' and '.join(reports)} are of other rules ({codes}), whose findings are new or gone for that alone"
        )
    return not broken
