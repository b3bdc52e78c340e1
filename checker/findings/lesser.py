"""What is told behind the rest: differences that are more often of no weight, or none, than worth an editor's time.

Nothing is hidden: every format lists them, after the others; a page and a terminal show them folded.
"""

from collections.abc import Collection, Sequence

from checker.findings.sureness import says_little_else
from checker.models.findings import Finding

# of lacks from these chances on readers wanted 44 % and found 18 % false; of all 24 % and 32 % (benchmarks/audit)
LESSER, SURE = 0.3, 0.65
# somebody's words that are left out were wanted less often than the chance says: 29 % from .3 on
QUOTED = 0.4


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
        least = QUOTED if finding.data.get("kind") == "quotation" else LESSER
        return worth < least or finding.confidence < SURE
    if finding.category == "contradiction":
        return not says_little_else(finding)
    return finding.category in ("quotation", "attribution", "wording")
