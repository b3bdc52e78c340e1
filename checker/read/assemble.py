"""Puts the marked parts of a page (headings, paragraphs, bullets) into one text with block spans."""

from collections.abc import Iterable

from checker.models.text import Block, BlockKind, Span


def assemble(parts: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """One text with a blank line between parts, and each part's block; white space inside is folded."""
    text: list[str] = []
    blocks: list[Block] = []
    length = 0
    for kind, words in parts:
        folded = " ".join(words.split())
        if not folded:
            continue
        gap = (
            "\n" if kind == "bullet" and blocks and blocks[-1].kind == "bullet" else "\n\n" if blocks else ""
        )
        start = length + len(gap)
        text += (gap, folded)
        length = start + len(folded)
        blocks.append(Block(kind=kind, span=Span(start=start, end=length)))
    return "".join(text), tuple(blocks)
