"""GitLab code quality: a JSON array that a merge request shows beside the changed lines."""

from collections import Counter
from hashlib import sha256

from checker.models.findings import RuleFailure
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
    """One object a finding or crash: description, check_name, fingerprint (unique), severity, location."""
    view = View(report)
    seen: Counter[str] = Counter()
    out = [_crash(failure, view) for failure in view.crashes]
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


def _crash(failure: RuleFailure, view: View) -> dict[str, object]:
    """An issue for what did not run: an empty list would tell a merge request that all is well."""
    # GitLab takes no issue without a place: the account it failed on, or else the first
    uris = {a.id: a.document.uri for a in reversed(view.accounts)}
    path = uris.get(failure.target) or next((a.document.uri for a in view.accounts), ".")
    named = one_line(f"{failure.code} {failure.plugin} {failure.target}") or "stage"
    told = f"{named} did not run, so findings may be missing: {one_line(failure.error)}"
    return {
        "description": told,
        "check_name": one_line(failure.code) or "incomplete",
        "fingerprint": sha256(told.encode()).hexdigest(),
        "severity": "critical",
        "categories": ["incomplete"],
        "location": {"path": one_line(path).removeprefix("./"), "lines": {"begin": 1}},
    }
