"""How sure a contradiction must be to stop a publication: sure in figures, and told in nearly the same words.

A reading of 40 real stories (``benchmarks/audit``) found that of typed contradictions that stop a publication, those
between sentences with much else to tell were nearly all two facts set against each other: a poll of men against
a poll of everybody, a first round against a runoff. Only where the sentences say little else can the difference be one.
"""

import re
from collections.abc import Collection, Sequence

from checker.models.findings import Evidence, Finding

SUREST_ONLY = 0.7
# the share of a sentence's words that the other may lack, on either side
OTHERWISE = 0.4
# the same where two accounts or more stand together against one
OTHERWISE_AGAINST_ONE = 0.6
# the share of the shorter sentence's words that the longer one may lack to tell what it tells
WITHIN, CLOSELY = 0.45, 0.1
ENOUGH = 2  # words in common, below which that says nothing
_WORD = re.compile(r"[^\W\d_]{3,}")
# say nothing of what a sentence is about
_LIGHT = frozenset(
    "the and that this with for from was were has had have his her its their they said says she him not but are "
    "who which when after before into than been also will would about there".split()
)


def sure_enough(findings: Sequence[Finding], codes: Collection[str]) -> list[Finding]:
    """The findings, with contradictions of the rules ``codes`` for review where they are not sure enough to stop."""
    return [
        f.model_copy(update={"verdict": "review"})
        if f.verdict == "fail"
        and f.category == "contradiction"
        and f.code in codes
        and (f.confidence < SUREST_ONLY or not says_little_else(f))
        else f
        for f in findings
    ]


def says_little_else(finding: Finding) -> bool:
    """Whether a sentence that stands against the first one says little else than that one does."""
    against = [e for e in finding.related if e.role == "counter"]
    alone = len({e.document for e in against}) < 2
    return any(_apart(finding.primary, e) <= (OTHERWISE if alone else OTHERWISE_AGAINST_ONE) for e in against)


def stands_within(finding: Finding, most: float) -> bool:
    """Whether one of the two sentences says little that the other does not, however much that one says besides.

    Args:
        finding: a contradiction.
        most: the share of its words (0-1) that the other may lack.
    """
    against = [e for e in finding.related if e.role == "counter"]
    return any(
        min(_lacking(finding.primary, e)) <= most and len(_words(finding.primary) & _words(e)) >= ENOUGH
        for e in against
    )


def _apart(one: Evidence, other: Evidence) -> float:
    return max(_lacking(one, other))


def _lacking(one: Evidence, other: Evidence) -> tuple[float, float]:
    """The share of each sentence's words that the other lacks, 0-1; the differing words do not count."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return 1.0, 1.0
    shared = len(a & b)
    return 1 - shared / len(a), 1 - shared / len(b)


def _words(place: Evidence) -> set[str]:
    """The sentence's words by their first five letters, without the marked ones."""
    text, start = place.exact, place.span.start
    for mark in sorted(place.marks, key=lambda m: -m.start):
        text = text[: max(0, mark.start - start)] + " " + text[max(0, mark.end - start) :]
    return {w[:5] for w in _WORD.findall(text.casefold()) if w not in _LIGHT}
