"""GitHub Actions: a workflow command a finding, which GitHub shows beside the line."""

from checker.models.report import Report
from checker.render.safe import one_line, unobeyed
from checker.render.view import FindingView, View

_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """Annotations at the primary place of every finding; review-only findings are never errors."""
    view = View(report)
    lines = [_annotation(f) for f in view.findings]
    for failure in report.failures:
        named = one_line(f"{failure.code} {failure.plugin} {failure.target}") or "stage"
        lines.append(f"::error title={_property(f'{named} did not run')}::{_data(one_line(failure.error))}")
    lines.append(f"{view.verdict}: compared {view.compared}.")
    return "\n".join(lines) + "\n"


def _annotation(view: FindingView) -> str:
    finding = view.finding
    command = _COMMAND[finding.severity]
    if finding.verdict == "review" and command == "error":
        command = "warning"
    title = f"{one_line(finding.code)} {finding.category}, {finding.verdict}, confidence {view.percent} %"
    properties = {"title": title}
    account = next(q.account for q in view.quotes if q.index == 0)
    if account and not account.link:
        properties["file"] = account.document.uri
        start, end = account.place(finding.primary.span.start), account.place(finding.primary.span.end)
        if start and end:
            properties |= {"line": str(start[0]), "endLine": str(end[0])}
            if start[0] == end[0]:
                properties |= {"col": str(start[1]), "endColumn": str(end[1])}
    sides = [
        f"{q.name} {q.caption}{f': {one_line(q.evidence.exact)}' if q.evidence.exact else '.'}"
        for q in view.quotes
    ]
    message = "\n".join([one_line(finding.message), *sides])
    written = ",".join(f"{k}={_property(one_line(v))}" for k, v in sorted(properties.items()))
    return f"::{command} {written}::{_data(message)}"


def _data(text: str) -> str:
    # one runner's command, and nothing in it another's
    return unobeyed(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
