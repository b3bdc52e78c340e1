"""What is told behind the rest: differences that are more often of no weight, or none, than worth an editor's time.

Nothing is hidden: every format lists them, after the others; a page and a terminal show them folded.
"""

from collections.abc import Collection, Sequence

from checker.findings.sureness import says_little_else
from checker.models.findings import Finding

# to be read among the first: the least chance to be worth it, and not to be false. In the stories of benchmarks/audit
# (held out) readers wanted half of the omissions and additions from there on, of all a quarter, and one in eight was
# false, of all a third. What one account alone tells must be surer: what matters is seldom told by one alone. Of
# quotations that somebody lacks they wanted three in ten, however likely it seemed.
LEAST = {"omission": (0.35, 0.7), "addition": (0.35, 0.8), "quotation": (0.5, 0.8)}


def set_apart(findings: Sequence[Finding], codes: Collection[str]) -> list[Finding]:
    """The findings; those of the rules ``codes`` that are lesser say so in ``data["lesser"]``."""
    return [
        f.model_copy(update={"data": {**f.data, "lesser": True}}) if f.code in codes and lesser(f) else f
        for f in findings
    ]


def lesser(finding: Finding) -> bool:
    """Whether it is for review and was seldom true, and worth reading, in the stories that readers have judged.

    Omissions and additions by their chances, to be worth reading (``data["worth"]``) and not to be false;
    contradictions between sentences with much else to tell; quotations and attributions that are not sure;
    wording.
    """
    if finding.verdict == "fail":
        return False
    worth = finding.data.get("worth")
    if isinstance(worth, int | float):
        kind = "quotation" if finding.data.get("kind") == "quotation" else finding.category
        least, sure = LEAST.get(kind, LEAST["omission"])
        return worth < least or finding.confidence < sure
    if finding.category == "contradiction":
        # where each account has one figure of a thing, its other words do not matter
        return not (finding.data.get("sole") or says_little_else(finding))
    return finding.category in ("quotation", "attribution", "wording")
