"""A quotation cut into pieces: what both sides share and what differs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from checker.models.findings import Evidence, Finding
from checker.models.text import Document, Span

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*|[%$€£]")
# below this two sentences are too unlike for a word-by-word comparison to say anything
_ALIKE = 0.4
_COMPARED = {"contradiction", "quotation"}
# where a mark says what is missing elsewhere; over nearly all of a sentence it says nothing more
LACKING = {"omission", "addition"}
_WHOLE = 0.85
CONTEXT = 60


@dataclass(frozen=True)
class Piece:
    """A stretch of a quotation; ``marked`` when its words differ from the other side's."""

    text: str
    marked: bool = False


def cut(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """Cut ``text`` at ``spans`` (places in ``text``, in any order, overlaps allowed)."""
    pieces: list[Piece] = []
    at = 0
    for start, end in _joined(text, spans):
        if at < start:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], marked=True))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return tuple(pieces)


def _joined(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The spans sorted, clipped to the text; those that touch or have only spaces between them made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((max(0, s.start), min(len(text), s.end)) for s in spans):
        if start >= end:
            continue
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def quotation(finding: Finding, evidence: Evidence) -> tuple[Piece, ...]:
    """The exact words of one side, the differing ones marked.

    The rule's own marks come first. When it gave none on any side and the two sides are alike, the words are
    compared here, the primary side against the first one that counters it.
    """
    if any(e.marks for e in finding.evidence):
        marked = sum(len(m) for m in evidence.marks)
        whole = finding.category in LACKING and marked > _WHOLE * len(evidence.exact)
        if whole or len(evidence.exact) != len(evidence.span):
            return (Piece(evidence.exact),)
        start = evidence.span.start
        inside = [m for m in evidence.marks if evidence.span.overlaps(m)]
        return cut(evidence.exact, [Span(start=max(0, m.start - start), end=m.end - start) for m in inside])
    counters = [e for e in finding.related if e.role == "counter"]
    if finding.category not in _COMPARED or not counters:
        return (Piece(evidence.exact),)
    if evidence.role == "counter":
        return cut(evidence.exact, differing(evidence.exact, finding.primary.exact))
    if evidence is finding.primary:
        return cut(evidence.exact, differing(evidence.exact, counters[0].exact))
    return (Piece(evidence.exact),)


def differing(text: str, other: str) -> list[Span]:
    """Where the words of ``text`` are not those of ``other``, or nothing when the two are too unlike."""
    mine = list(_WORD.finditer(text))
    theirs = [m.group().casefold() for m in _WORD.finditer(other)]
    matcher = SequenceMatcher(None, [m.group().casefold() for m in mine], theirs, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return []
    return [
        Span(start=mine[low].start(), end=mine[high - 1].end())
        for tag, low, high, _, _ in matcher.get_opcodes()
        if tag in ("replace", "delete")
    ]


def around(evidence: Evidence, document: Document | None) -> tuple[str, str]:
    """Whole words before and after, of the same paragraph; the evidence's own without the document.

    A place gets the end of the compared paragraph before it and the beginning of the one after it, never
    page furniture. A long quotation stands on its own.
    """
    start, end = evidence.span.start, evidence.span.end
    if document is None or end > len(document.text):
        return evidence.prefix, evidence.suffix
    before, after = document.text[:start], document.text[end:]
    if evidence.exact:
        if len(evidence.exact) > CONTEXT:
            return "", ""
        return _tail(before.rpartition("\n")[2]), _head(after.partition("\n")[0])
    if blocks := [b.span for b in document.blocks if b.compared]:
        earlier = [s for s in blocks if s.start < start]
        later = [s for s in blocks if s.end > end]
        before = document.text[earlier[-1].start : min(start, earlier[-1].end)] if earlier else ""
        after = document.text[max(end, later[0].start) : later[0].end] if later else ""
    return _tail(before.rstrip().rpartition("\n")[2]), _head(after.lstrip().partition("\n")[0])


def _tail(text: str) -> str:
    return text if len(text) <= CONTEXT else text[-CONTEXT:].partition(" ")[2] or text[-CONTEXT:]


def _head(text: str) -> str:
    return text if len(text) <= CONTEXT else text[:CONTEXT].rpartition(" ")[0] or text[:CONTEXT]
