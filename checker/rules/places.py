"""Places that a rule points at: what a flag takes, and how it becomes a stretch of a document with marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from checker.models.findings import Evidence, Role
from checker.models.text import Span

if TYPE_CHECKING:
    from checker.rules.statement_views import MentionView, StatementView
    from checker.rules.text_views import DocumentView, SentenceView

CONTEXT = 40


@dataclass(frozen=True)
class Place:
    """A stretch of an account, shown as it is (not widened to its sentence); ``start == end`` is a point.

    ``marks`` are the exact differing words inside, ``note`` a few words shown beside the quotation.
    """

    document: "DocumentView"
    start: int
    end: int
    marks: tuple[Span, ...] = ()
    note: str = ""


Shown = Union["MentionView", "StatementView", "SentenceView", Place, Evidence]  # type: ignore[type-arg]
Marked = Union["MentionView", "StatementView", Span]  # type: ignore[type-arg]


def place(document: "DocumentView", start: int, end: int | None = None) -> Place:
    """A place of an account by its code points, for a flag: a point when ``end`` is left out."""
    return Place(document, start, start if end is None else end)


def marked(shown: "MentionView | StatementView | SentenceView", *marks: Marked, note: str = "") -> Place:  # type: ignore[type-arg]
    """The whole sentence of ``shown`` with exactly these words marked (spans of the account, or mentions)."""
    around = shown.document.enclosing(shown.span)
    return Place(shown.document, around.start, around.end, tuple(_span(m) for m in marks), note)


def evidence(shown: Shown, role: Role, extra: Iterable[Marked] = ()) -> Evidence:
    """The Evidence of what a rule points at.

    A mention or statement is shown in its whole sentence with itself marked; ``extra`` marks take the place
    of that. A point or stretch is shown as it is.

    Raises:
        TypeError: ``shown`` is nothing that stands in an account.
        ValueError: the place or a mark lies outside of the text.
    """
    if isinstance(shown, Evidence):
        return shown.model_copy(update={"role": role})
    if isinstance(shown, Place):
        document, span = shown.document, Span(start=shown.start, end=shown.end)
        marks, note = shown.marks, shown.note
    elif hasattr(shown, "document") and hasattr(shown, "span"):
        document, note = shown.document, ""
        span = document.enclosing(shown.span)
        marks = () if shown.span == span else (shown.span,)
    else:
        what = "a mention, a statement, a sentence, place(document, offset) or Evidence"
        raise TypeError(f"a place must be {what}, not {shown!r}")
    if extra := tuple(_span(m) for m in extra):
        marks = extra
    text = document.text
    for part in (span, *marks):
        if part.end > len(text):
            raise ValueError(
                f"span {part.start}-{part.end} lies outside of {document.id} ({len(text)} code points)"
            )
    marks = tuple(sorted({c for m in marks if (c := _clipped(m, span))}, key=lambda m: (m.start, m.end)))
    return Evidence(
        document=document.id,
        span=span,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        role=role,
        marks=marks,
        note=note,
    )


def _clipped(mark: Span, around: Span) -> Span | None:
    """The part of a mark that is shown; None when that is nothing."""
    start, end = max(mark.start, around.start), min(mark.end, around.end)
    return Span(start=start, end=end) if start < end else None


def _span(mark: object) -> Span:
    span = mark if isinstance(mark, Span) else getattr(mark, "span", None)
    if not isinstance(span, Span):
        raise TypeError(f"a mark must be a Span, a mention or a statement, not {mark!r}")
    return span
