"""What is told behind the rest: differences that are more often of no weight, or none, than worth an editor's time.

Nothing is hidden: every format lists them, after the others; a page and a terminal show them folded.
"""

from collections.abc import Collection, Sequence

from checker.findings.sureness import CLOSELY, WITHIN, says_little_else, stands_within
from checker.models.findings import Finding

# to be read among the first: the least chance to be worth it, and not to be false. In the stories of benchmarks/audit
# (held out) readers wanted half of the omissions and additions from there on, of all a quarter, and one in eight was
# false, of all a third. What one account alone tells must be surer: what matters is seldom told by one alone. Of
# quotations that somebody lacks they wanted three in ten, however likely it seemed.
LEAST = {"omission": (0.35, 0.7), "addition": (0.35, 0.8), "quotation": (0.5, 0.8)}

# days that are so surely of one thing are worth a look, whatever else the sentences tell: of the last real ones read,
# three of four as sure as this were true (all in long accounts), of three from .92 up to here none clearly so
_CERTAIN = {"date": 0.97}

# of these a text has many
_SEVERAL = frozenset({"quantity", "date"})


def set_apart(
    findings: Sequence[Finding],
    codes: Collection[str],
    *,
    drafts: Collection[str] = (),
    opinions: Collection[str] = (),
) -> list[Finding]:
    """The findings; those of the rules ``codes`` that are lesser say so in ``data["lesser"]``.

    Args:
        findings: of all stories.
        codes: the rules whose findings are weighed; a guest's never are.
        drafts: the stories that hold a draft against its sources.
        opinions: the rules that only give the inference model's opinion.
    """
    return [
        f.model_copy(update={"data": {**f.data, "lesser": True}})
        if f.code in codes and lesser(f, draft=f.story in drafts and f.code not in opinions)
        else f
        for f in findings
    ]


def lesser(finding: Finding, *, draft: bool = False) -> bool:
    """Whether it is for review and was seldom true, and worth reading, in the stories that readers have judged.

    Omissions and additions by their chances, to be worth reading (``data["worth"]``) and not to be false;
    contradictions between sentences with much else to tell, but for days that are nearly certain apart; quotations
    and attributions that are not sure; wording.

    A ``draft`` was written from its sources and says in fewer words what they say: there a contradiction counts where
    the shorter sentence's words stand in the other, and so does an altered quotation: of such findings in the drafts
    of SummEdits and BUMP that used to be folded away nearly all stood in a draft with an error. Of figures and days a
    source has several, so that more of the sentence has to stand there.
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
        return not (
            finding.data.get("sole")
            or says_little_else(finding)
            or finding.confidence >= _CERTAIN.get(str(finding.data.get("kind")), 2.0)
            or (draft and stands_within(finding, CLOSELY if finding.data.get("kind") in _SEVERAL else WITHIN))
        )
    if finding.category == "attribution":
        return not (draft and finding.data.get("sole"))
    return finding.category == "wording" or (finding.category == "quotation" and not draft)
