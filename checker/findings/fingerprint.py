"""A name for a finding that stays the same when it moves: what was found in whose words, not where."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from checker.models.findings import Evidence, Finding
from checker.models.text import Document

_WORDS = re.compile(r"[^\W_]+")


def fingerprint(finding: Finding, sources: Mapping[str, str]) -> str:
    """sha256 (64 hex digits) of the code, the source ids and the normalised quoted words, sorted.

    No offset, score, path, model or rank goes in, and the sides can be exchanged: an account that is moved,
    edited elsewhere or given in another order leaves it as it is. Words that only support or explain a
    finding do not count, unless nothing else is quoted: a further account that says the same does not make
    another finding.

    Args:
        finding: what was found.
        sources: document id -> source id; an id that is missing stands for itself.
    """
    sides = [e for e in finding.evidence if e.role in ("primary", "counter", "absent")]
    if not any(e.exact.strip() for e in sides):
        sides += [e for e in finding.evidence if e.role == "support"]
    parts = sorted([sources.get(e.document, e.document), _words(e.exact), *_marked(e)] for e in sides)
    packed = json.dumps([finding.code, parts], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode("ascii")).hexdigest()


def with_fingerprints(findings: Iterable[Finding], documents: Sequence[Document]) -> list[Finding]:
    """The findings, each with its fingerprint, in their order."""
    sources = {d.id: d.source for d in documents}
    return [f.model_copy(update={"fingerprint": fingerprint(f, sources)}) for f in findings]


def _words(text: str) -> str:
    """Only the words count: not case, spacing, typography or accents' encoding."""
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))


def _marked(evidence: Evidence) -> list[str]:
    """The words marked inside: two discrepancies of one pair of sentences are two findings."""
    start = evidence.span.start
    return sorted(
        _words(evidence.exact[max(0, m.start - start) : max(0, m.end - start)]) for m in evidence.marks
    )
