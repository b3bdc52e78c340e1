"""Cuts a document's compared blocks into sentences with exact spans; quotations stay whole."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from checker.models.text import Block, Document, Sentence, Span
from checker.segment.boundaries import boundaries
from checker.segment.length import bounded
from checker.segment.quotes import quotations

__all__ = ["segment"]

_BULLET = re.compile(
    "(?:[\\s•·●▪◦‣⁃■□▫◆◇►▶▸➤➔→✓✔✅✗★☆*+–—-]|"
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff]\ufe0f?)+(?=\\s)"
    "|\\s*\\(?\\d{1,2}[.)](?=\\s+\\S)"
)


def segment(document: Document) -> list[Sentence]:
    """The sentences of the blocks that are compared, in order.

    Spans slice ``Document.text`` exactly, never overlap, and together hold every visible character of
    those blocks except the marks of bullets. A headline or heading is one sentence. What is longer than any
    sentence (250 words) is given in pieces.
    """
    sentences: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if not block.compared:
            continue
        whole = _sentences(document, index, block)
        for span in chain.from_iterable(bounded(document.text, one) for one in whole):
            sentences.append(
                Sentence(
                    index=len(sentences),
                    span=span,
                    text=span.of(document.text),
                    block=index,
                    kind=block.kind,
                )
            )
    return sentences


def _sentences(document: Document, index: int, block: Block) -> list[Span]:
    text = block.span.of(document.text)
    first = _bullet_end(text) if block.kind == "bullet" else 0
    if block.kind in ("headline", "heading"):
        cuts: list[int] = []
    else:
        cuts = boundaries(text[first:], open_end=_goes_on(document, index, text[first:]))
    edges = [first, *(first + cut for cut in cuts), len(text)]
    spans: list[Span] = []
    for start, end in pairwise(edges):
        piece = text[start:end]
        inner = piece.strip()
        if not inner:
            continue
        begin = block.span.start + start + len(piece) - len(piece.lstrip())
        if spans and not any(c.isalnum() for c in inner):
            # stray marks belong to the sentence before them
            spans[-1] = Span(start=spans[-1].start, end=begin + len(inner))
        else:
            spans.append(Span(start=begin, end=begin + len(inner)))
    return spans


def _bullet_end(text: str) -> int:
    found = _BULLET.match(text)
    return found.end() if found and text[found.end() :].strip() else 0


def _goes_on(document: Document, index: int, text: str) -> bool:
    """Whether a quotation that the paragraph leaves open is taken up by the next compared block."""
    open_quotation = [q for q in quotations(text) if not q.closed]
    if not open_quotation:
        return False
    following: Sequence[Block] = [b for b in document.blocks[index + 1 : index + 4] if b.compared]
    return bool(following) and following[0].span.of(document.text).lstrip()[:1] in ("“", '"', "”", "«")
