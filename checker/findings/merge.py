"""One discrepancy, one finding: what several rules or several accounts show of the same words is joined."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from checker.models.findings import Evidence, Finding
from checker.models.text import Span

# which finding speaks for a group whose members come from several rules: the most specific knowledge first
_SPEAKS = ("quotation", "contradiction", "attribution", "omission", "addition", "wording")
_SIDES = ("primary", "counter")
BESIDE = 20  # characters between places of a quotation and of a contradiction that are one discrepancy
LIKELY = 0.6  # so likely a difference must be to stand for what a third account leaves out


def merge(findings: Sequence[Finding]) -> list[Finding]:
    """Join findings that show one discrepancy; the order of the first members is kept.

    Two findings of one rule are one discrepancy when a place of theirs is the same (12 against 15 in one account,
    15 against 12 in another); two findings of different rules when they share places in two accounts.
    """
    parent = list(range(len(findings)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    by_document: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, finding in enumerate(findings):
        for document in {e.document for e in _sides(finding)}:
            by_document[finding.story, document].append(i)
    for members in by_document.values():
        for n, i in enumerate(members):
            for j in members[n + 1 :]:
                if root(i) != root(j) and same(findings[i], findings[j]):
                    parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[Finding]] = defaultdict(list)
    for i, finding in enumerate(findings):
        groups[root(i)].append(finding)
    return [_join(group) for _, group in sorted(groups.items())]


def without_explained(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out omissions and additions whose words another finding sets against words of the account that lacks them.

    What differs is not lacking: a reworded quotation is one finding, not a quotation and an omission.
    """
    differing = [f for f in findings if f.category not in ("omission", "addition")]
    return [
        f
        for f in findings
        if f.category not in ("omission", "addition") or not any(_explains(d, f) for d in differing)
    ]


def _explains(differing: Finding, lacking: Finding) -> bool:
    said = [e for e in lacking.evidence if e.role != "absent"]
    lackers = {e.document for e in lacking.evidence if e.role == "absent"}
    sides = _sides(differing)
    if differing.story != lacking.story:
        return False
    if (
        differing.category == "contradiction"
        and differing.confidence >= LIKELY
        and _disagree(differing, said)
    ):
        # those who are said to carry it likely say different things of it, which is the finding; words quoted in
        # two ways are one thing said all the same
        return True
    has_it_otherwise = {e.document for e in sides} & lackers
    # one account that has it otherwise is enough to say that not only the other one says it
    covered = bool(has_it_otherwise) if lacking.category == "addition" else has_it_otherwise == lackers
    return covered and any(x.document == y.document and _overlap(x, y) for x in said for y in sides)


def _disagree(differing: Finding, said: Sequence[Evidence]) -> bool:
    """Whether the finding sets two of the accounts that carry a statement against each other on it."""
    opposed = {
        x.document for x in said for y in _sides(differing) if x.document == y.document and _overlap(x, y)
    }
    primary = differing.primary.document
    return primary in opposed and len(opposed) > 1


def _sides(finding: Finding) -> list[Evidence]:
    return [e for e in finding.evidence if e.role in _SIDES]


def same(a: Finding, b: Finding) -> bool:
    """Whether two findings of one story show one discrepancy: see ``merge``."""
    # a quotation marks the word that was altered, "never", another rule the verb that it denies
    apart = BESIDE if {a.category, b.category} == {"quotation", "contradiction"} else 0
    shared = {
        x.document for x in _sides(a) for y in _sides(b) if x.document == y.document and _overlap(x, y, apart)
    }
    if a.code == b.code:
        return bool(shared)
    if a.category in ("omission", "addition") or b.category in ("omission", "addition"):
        return False
    return len(shared) >= 2


def _overlap(a: Evidence, b: Evidence, apart: int = 0) -> bool:
    """Whether places of both touch, or lie ``apart`` characters from each other at most."""
    return any(
        x.overlaps(y) or (apart and max(x.start, y.start) - min(x.end, y.end) <= apart)
        for x in _places(a)
        for y in _places(b)
    )


def _places(evidence: Evidence) -> Iterable[Span]:
    return evidence.marks or (evidence.span,)


def _join(group: list[Finding]) -> Finding:
    if len(group) == 1:
        return group[0]
    degree = Counter(e.document for f in group for e in _sides(f))
    top = max(degree.values())
    outliers = {d for d, n in degree.items() if n == top}

    def strength(finding: Finding) -> tuple[object, ...]:
        return (
            finding.verdict != "fail",
            _SPEAKS.index(finding.category),
            finding.primary.document not in outliers,
            -finding.confidence,
            finding.message,
        )

    head, *others = sorted(group, key=strength)
    if len(outliers) == 1:
        head = _led_by(head, next(iter(outliers)))
    related = list(head.related)
    for evidence in (e for f in others for e in f.evidence):
        known = [head.primary, *related]
        if evidence.document not in {e.document for e in known}:
            role = "counter" if evidence.role == "primary" else evidence.role
            related.append(evidence.model_copy(update={"role": role}))
    codes = sorted({f.code for f in group} - {head.code})
    data = {**head.data, "also": codes} if codes else dict(head.data)
    message = head.message
    if "sides" in head.data:
        data["sides"] = sides = _all_sides(head, others)
        message = _told(sides, head.data["verb"]) if len(sides) > 2 else message
    sure = max(f.confidence for f in group if f.verdict == head.verdict)
    # another rule that sees the same words, and several accounts against one, make the finding surer
    alone = len(outliers) == 1 and len(degree) > 2
    confidence = min(0.99, 1 - (1 - sure) * (0.8 if codes else 1.0) * (0.7 if alone else 1.0))
    verdict = "fail" if alone and confidence >= 0.7 and not head.data.get("uncertain") else head.verdict
    return head.model_copy(
        update={
            "related": tuple(related),
            "data": data,
            "message": message,
            "verdict": verdict,
            "confidence": round(confidence, 4),
        }
    )


def _led_by(finding: Finding, document: str) -> Finding:
    """The finding with the account that stands alone as its primary place."""
    lone = next((e for e in finding.related if e.document == document and e.role == "counter"), None)
    if lone is None or finding.primary.role != "primary":
        return finding
    others = [
        finding.primary.model_copy(update={"role": "counter"}),
        *(e for e in finding.related if e is not lone),
    ]
    return finding.model_copy(
        update={"primary": lone.model_copy(update={"role": "primary"}), "related": tuple(others)}
    )


def _all_sides(head: Finding, others: Sequence[Finding]) -> dict[str, str]:
    """Outlet -> its words, of every member that speaks for the same rule; the head's come first."""
    sides = dict(head.data["sides"])
    for finding in others:
        if finding.code == head.code:
            for outlet, words in finding.data.get("sides", {}).items():
                sides.setdefault(outlet, words)
    return sides


def _told(sides: dict[str, str], verb: Sequence[str]) -> str:
    """One sentence on who says what: "A says 221 passengers; B and C say 212 passengers."."""
    groups: dict[str, list[str]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for outlet, words in sides.items():
        groups[words.casefold()].append(outlet)
        spelled.setdefault(words.casefold(), words)
    parts = []
    # whoever stands alone comes first
    for key, outlets in sorted(groups.items(), key=lambda g: len(g[1])):
        names = outlets[0] if len(outlets) == 1 else f"{', '.join(outlets[:-1])} and {outlets[-1]}"
        parts.append(f"{names} {verb[len(outlets) > 1]} {spelled[key]}")
    return "; ".join(parts) + "."
