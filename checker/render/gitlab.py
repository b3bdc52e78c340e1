"""GitLab code quality: a JSON array that a merge request shows beside the changed lines."""

from collections import Counter

from checker.models.report import Report
from checker.render.safe import dump_json, one_line
from checker.render.view import View

_SEVERITY = {
    ("fail", "error"): "critical",
    ("fail", "warning"): "major",
    ("review", "error"): "major",
    ("review", "warning"): "minor",
}


def render(report: Report) -> str:
    """One object a finding: description, check_name, fingerprint (unique), severity, location."""
    view = View(report)
    seen: Counter[str] = Counter()
    out = []
    for item in view.findings:
        finding = item.finding
        account = next(q.account for q in item.quotes if q.index == 0)
        place = account.place(finding.primary.span.start) if account else None
        fingerprint = finding.fingerprint or f"{finding.code}-{item.number}"
        seen[fingerprint] += 1
        # GitLab drops a second entry of the same fingerprint
        unique = fingerprint if seen[fingerprint] == 1 else f"{fingerprint}-{seen[fingerprint]}"
        out.append(
            {
                "description": one_line(finding.message),
                "check_name": one_line(finding.code),
                "fingerprint": one_line(unique),
                "severity": _SEVERITY.get((finding.verdict, finding.severity), "info"),
                "categories": [finding.category],
                "location": {
                    "path": one_line(
                        account.document.uri if account else finding.primary.document
                    ).removeprefix("./"),
                    "lines": {"begin": place[0] if place else 1},
                },
            }
        )
    return dump_json(out)
