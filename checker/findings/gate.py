"""What stops a publication: which findings count, and which are not even shown."""

from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatch
from typing import Literal

from checker.models.findings import SEVERITIES, Finding
from checker.models.text import Document

FailOn = Literal["error", "warning", "never"]


def stops(finding: Finding, fail_on: FailOn) -> bool:
    """Whether the finding makes the check fail.

    ``error``: it is sure (verdict ``fail``) and its severity is error. ``warning``: its severity is warning
    or error, sure or not. What was put aside or is in the baseline never does.
    """
    if finding.suppressed or fail_on == "never":
        return False
    grave = SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)
    return grave and (finding.verdict == "fail" or fail_on == "warning")


def confident(findings: Iterable[Finding], least: float) -> list[Finding]:
    """The findings with at least that confidence."""
    return [f for f in findings if f.confidence >= least]


def without_ignored_sources(
    findings: Iterable[Finding], documents: Sequence[Document], table: Mapping[str, Sequence[str]]
) -> list[Finding]:
    """Leave out findings about an account for which a desk ignores their code.

    Args:
        findings: what was found.
        documents: the accounts.
        table: pattern of path or source id (``wires/*``) -> beginnings of codes.
    """
    if not table:
        return list(findings)
    ignored = {d.id: _ignored(d, table) for d in documents}
    return [f for f in findings if not f.code.startswith(ignored.get(f.primary.document, ()))]


def _ignored(document: Document, table: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(
        "" if code == "ALL" else code
        for pattern, codes in table.items()
        if any(fnmatch(name, pattern) for name in (document.uri, document.source, document.id))
        for code in codes
    )
