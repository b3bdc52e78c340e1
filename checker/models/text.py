"""What a text is made of: spans, sources, documents, blocks, sentences.

One coordinate system holds everywhere: code points of ``Document.text``.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from pydantic import Field, model_validator

from checker.models.base import Frozen

SourceKind = Literal["draft", "wire", "web", "archive"]
BlockKind = Literal[
    "headline", "heading", "paragraph", "bullet", "caption", "byline", "dateline", "furniture"
]
COMPARED: frozenset[str] = frozenset({"headline", "heading", "paragraph", "bullet", "caption"})


class Span(Frozen):
    """A half-open range of code points of ``Document.text``; ``start == end`` marks a place.

    Raises:
        ValueError: the end lies before the start, or the start before 0.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> "Span":
        if self.end < self.start:
            raise ValueError(f"span ends at {self.end}, before its start {self.start}")
        return self

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span in ``text``."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Source(Frozen):
    """Who published an account: an outlet, a wire, a desk's draft."""

    id: str
    name: str
    kind: SourceKind = "web"
    uri: str = ""


class Block(Frozen):
    """A stretch of a document of one kind; furniture is kept, but never compared."""

    kind: BlockKind
    span: Span
    reason: str = ""

    @property
    def compared(self) -> bool:
        """Whether sentences of the block take part in comparisons."""
        return self.kind in COMPARED


class Document(Frozen):
    """One account as read: its text (line ends and Unicode normalised), where it came from, what its blocks are.

    ``complete`` is false for a headline or a teaser alone: nothing is said to be missing from it.
    ``published`` is an ISO 8601 date (``2025-02-24``) or empty when it is not known, ``published_time`` the time of day
    that stands beside it (``18:05``).
    """

    id: str
    source: str
    uri: str
    title: str = ""
    text: str
    language: str = ""
    published: str = ""
    published_time: str = ""
    complete: bool = True
    blocks: tuple[Block, ...] = ()
    raw_sha256: str = ""


class Sentence(Frozen):
    """One sentence with its exact place; quotations stay whole inside it."""

    index: int
    span: Span
    text: str
    block: int = Field(description="index into Document.blocks")
    kind: BlockKind = "paragraph"


def spans_in_order(spans: Sequence[Span]) -> bool:
    """Whether the spans are sorted and do not overlap."""
    return all(a.end <= b.start for a, b in pairwise(spans))
