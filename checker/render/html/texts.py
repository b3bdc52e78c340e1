"""The accounts' full texts: blocks in order, the places of findings marked, furniture folded away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from checker.models.findings import Evidence
from checker.models.text import Block, Document, Span
from checker.render.highlight import Mark, stretches
from checker.render.html.claims import claim_place
from checker.render.quote import LACKING, quotation
from checker.render.view import AccountView, FindingView, StoryView


def full_text(
    account: AccountView, number: int, story: StoryView, findings: Sequence[FindingView]
) -> dict[str, Any]:
    """One account for the template: ``parts``, each a list of blocks, furniture apart from the rest."""
    document = account.document
    blocks = _whole(document)
    marks = _placed([*_of_findings(account, findings), *_of_claims(account, number, story)], blocks)
    parts = []
    for furniture, group in groupby(enumerate(blocks), key=lambda item: item[1].kind == "furniture"):
        pieces = [
            {
                "kind": block.kind,
                "dotted": block.kind == "bullet" and document.text[block.span.start :][:1].isalnum(),
                "stretches": stretches(document.text, block.span, marks[n]),
            }
            for n, block in group
        ]
        parts.append({"furniture": furniture, "blocks": pieces})
    return {"account": account, "parts": parts, "language": account.language}


def _of_findings(account: AccountView, findings: Iterable[FindingView]) -> list[Mark]:
    marks = []
    for view in findings:
        for quote in view.quotes:
            evidence, span = quote.evidence, quote.evidence.span
            if quote.account != account or span.end > len(account.document.text):
                continue
            lacking = view.finding.category in LACKING
            kind = "absent" if not evidence.exact else "had" if lacking else view.finding.verdict
            marks.append(Mark(span, f"t{view.number}-{quote.index}", view.number, kind))
            if not lacking:
                marks += _differing(view, evidence)
    return marks


def _differing(view: FindingView, evidence: Evidence) -> list[Mark]:
    """The words of one side that differ from the other's."""
    if len(evidence.exact) != len(evidence.span):
        return []
    marks = []
    at = evidence.span.start
    for piece in quotation(view.finding, evidence):
        if piece.marked:
            marks.append(Mark(Span(start=at, end=at + len(piece.text)), "", quiet=True))
        at += len(piece.text)
    return marks


def _of_claims(account: AccountView, number: int, story: StoryView) -> list[Mark]:
    if story.story is None:
        return []
    return [
        Mark(e.span, claim_place(f"c{number}-{n}", k), quiet=True)
        for n, claim in enumerate(story.story.claims, 1)
        for k, e in enumerate(claim.statements)
        if e.document == account.id and e.span.end <= len(account.document.text)
    ]


def _whole(document: Document) -> list[Block]:
    """The document's blocks, made to cover every word once: gaps become paragraphs, overlaps are cut."""
    out: list[Block] = []
    at = 0
    for block in sorted(document.blocks, key=lambda b: (b.span.start, b.span.end)):
        out += _paragraphs(document.text, at, block.span.start)
        start = max(at, block.span.start)
        if start < block.span.end:
            out.append(block.model_copy(update={"span": Span(start=start, end=block.span.end)}))
            at = block.span.end
    return [*out, *_paragraphs(document.text, at, len(document.text))]


def _paragraphs(text: str, start: int, end: int) -> list[Block]:
    out = []
    for line in text[start:end].splitlines(keepends=True) if start < end else ():
        if line.strip():
            out.append(Block(kind="paragraph", span=Span(start=start, end=start + len(line.rstrip("\n")))))
        start += len(line)
    return out


def _placed(marks: Iterable[Mark], blocks: Sequence[Block]) -> list[list[Mark]]:
    """The marks of each block. A place outside every block goes to the end of the compared one before it."""
    out: list[list[Mark]] = [[] for _ in blocks]
    for mark in marks:
        span = mark.span
        if span.start < span.end:
            for n, block in enumerate(blocks):
                if span.overlaps(block.span):
                    out[n].append(mark)
            continue
        home = [n for n, b in enumerate(blocks) if b.span.start <= span.start <= b.span.end and b.compared]
        before = [n for n, b in enumerate(blocks) if b.span.end <= span.start and b.compared]
        if home:
            out[home[0]].append(mark)
        elif before or blocks:
            n = before[-1] if before else 0
            at = blocks[n].span.end if before else blocks[n].span.start
            out[n].append(replace(mark, span=Span(start=at, end=at)))
    return out
