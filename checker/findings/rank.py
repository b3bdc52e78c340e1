"""The order an editor reads in: most certain and most grave first."""

from collections.abc import Sequence

from checker.models.findings import Category, Finding, Severity

# how much a true finding of the kind matters before publication, relative to a plain contradiction
GRAVITY: dict[Category, float] = {
    "contradiction": 1.0,
    "quotation": 0.95,
    "attribution": 0.85,
    "omission": 0.75,
    "addition": 0.6,
    "wording": 0.3,
}
# lesser contradictions (``lesser.py``) are rarely true in accounts as they are published: in the reading of 40 real
# stories (benchmarks/audit) one in ten, of omissions more than half; so they stand behind the other lesser ones
UNSURE = 0.2
_SEVERITY: dict[Severity, float] = {"error": 1.0, "warning": 0.8, "info": 0.6}


def value(finding: Finding) -> float:
    """What reading the finding is worth: the chance that it is true times what it matters, 0-1.

    A rule may say in ``data["worth"]`` (0-1) how likely it is that an editor wants to read its finding, or in
    ``data["weight"]`` (0-1) how much it matters within its category: how many accounts carry an omitted fact, how
    prominently.
    """
    worth = finding.data.get("worth")
    if isinstance(worth, int | float):
        return min(1.0, max(0.0, float(worth)))
    weight = finding.data.get("weight", 1.0)
    matters = 0.4 + 0.6 * min(1.0, max(0.0, float(weight))) if isinstance(weight, int | float) else 1.0
    unsure = UNSURE if finding.category == "contradiction" and finding.data.get("lesser") else 1.0
    return finding.confidence * GRAVITY[finding.category] * _SEVERITY[finding.severity] * matters * unsure


def rank(findings: Sequence[Finding]) -> list[Finding]:
    """Sure findings (``fail``) first, lesser ones last, then by worth.

    Ties by story, place and code, so that the order never varies.
    """
    return sorted(
        findings,
        key=lambda f: (
            f.verdict != "fail",
            bool(f.data.get("lesser")),
            -round(value(f), 4),
            f.story,
            f.primary.document,
            f.primary.span.start,
            f.primary.span.end,
            f.code,
            f.message,
        ),
    )
