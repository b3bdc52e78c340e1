"""Cuts a sentence into its frame and the quotations that stand on their own, so that each is parsed alone."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.models.language import Mention, QuoteValue
from checker.models.text import Sentence, Span
from checker.propositions.views import Edit, Piece

# an opening mark stands before a word, a closing one after; apostrophes inside words are neither
_QUOTED = re.compile(
    r"(?:“|(?<![^\s])”(?=\w))(?P<a>[^“”]*)(?:”|$)|(?<![\w\"])\"(?P<b>[^\"]*)(?:\"|$)|«(?P<c>[^«»]*)(?:»|$)"
    r"|(?<![\w’'])'(?P<e>[^\s'](?:[^'\n]{0,120}[^\s'])?)'(?!\w)"
    r"|(?<![\w’'])‘(?P<d>(?:[^‘’]|’(?=\w))*)’(?!\w)"
)
_CLOSES = ",.!?…—–-"


@dataclass(frozen=True)
class Quotation:
    """A quotation: ``outer`` with the marks, ``inner`` without; ``whole`` when it can stand alone."""

    outer: Span
    inner: Span
    whole: bool


def quotations(sentence: Sentence, source: str) -> list[Quotation]:
    """The quotations of a sentence in order, by their marks."""
    start, end = sentence.span.start, sentence.span.end
    found = []
    for match in _QUOTED.finditer(source[start:end]):
        group = match.lastgroup
        if group is None:
            continue
        inner = Span(start=start + match.start(group), end=start + match.end(group))
        outer = Span(start=start + match.start(), end=start + match.end())
        found.append(Quotation(outer, inner, _stands_alone(source, sentence.span, outer, inner)))
    return found


def _stands_alone(source: str, sentence: Span, outer: Span, inner: Span) -> bool:
    words = inner.of(source).strip()
    if not words:
        return False
    before = source[sentence.start : outer.start].rstrip()
    after = source[outer.end : sentence.end].strip()
    opens = (
        not before or before[-1] in ',:;—–-.!?”"' or before.split()[-1].lower() in ("said", "says", "that")
    )
    closes = words[-1] in _CLOSES or after[:1] in (",", "") or not after.strip(".,;:!?")
    if not (opens and closes):
        return False
    count = len(words.split())
    introduced = (
        not before
        or before[-1] in ':”".!?'
        or re.search(
            r"\b(?:sa(?:id|ys|ying)|ask(?:ed|s|ing)|add(?:ed|s|ing)|(?:stat|declar|tweet|writ)\w+),$", before
        )
    )
    if not introduced and (count < 4 or sum(w[:1].isupper() for w in words.split()) > count / 2):
        # a title or a nickname
        return False
    # a phrase that goes on in the middle of somebody else's sentence is part of that sentence
    return (
        words[:1].isupper()
        or words[0] in "…'’"
        or (bool(before) and before[-1] in ",:" and len(words.split()) > 3)
        or (not before and words[-1] in _CLOSES)
    )


def pieces(sentence: Sentence, source: str, quotes: Sequence[Mention]) -> list[Piece]:
    """The frame (with the quotations that stand alone taken out) and those quotations, in text order.

    ``quotes`` are the quote mentions of this sentence; they give the speakers.
    """
    found = quotations(sentence, source)
    alone = [q for q in found if q.whole]
    edits = [e for q in found if not q.whole for e in _unmarked(q)]
    result = []
    groups = _joined(alone, source)
    for group in groups:
        start, end = group[0].inner.start, group[-1].inner.end
        gaps = tuple(Edit(a.inner.end, b.inner.start, " ") for a, b in itertools.pairwise(group))
        value = _speaker(quotes, Span(start=start, end=end))
        result.append(
            Piece(start, end, gaps, value.speaker if value else "", value.cue if value else "", quoted=True)
        )
    if not alone:
        return [Piece(sentence.span.start, sentence.span.end, tuple(edits))]
    for q in alone:
        stop = q.outer.end
        while stop < sentence.span.end and source[stop] in ", ":
            stop += 1
        start = q.outer.start
        if not source[stop : sentence.span.end].strip(" .,;:!?"):
            while start > sentence.span.start and source[start - 1] in " ,:":
                start -= 1
        edits.append(Edit(start, stop, " "))
    frame = Piece(sentence.span.start, sentence.span.end, tuple(edits), frame=True)
    if any(ch.isalnum() for ch in frame.rewrite(source)[0]):
        result.append(frame)
    return result


def _unmarked(quotation: Quotation) -> list[Edit]:
    edits = [Edit(quotation.outer.start, quotation.inner.start)]
    if quotation.inner.end < quotation.outer.end:
        edits.append(Edit(quotation.inner.end, quotation.outer.end))
    return edits


def _joined(alone: Sequence[Quotation], source: str) -> list[list[Quotation]]:
    """Quotations that a "he said" only interrupts belong together: the second goes on in lower case."""
    groups: list[list[Quotation]] = []
    for q in alone:
        words = q.inner.of(source).strip()
        before = groups[-1][-1].inner.of(source).rstrip() if groups else ""
        if groups and words[:1].islower() and before.endswith((",", "—", "–")):
            groups[-1].append(q)
        else:
            groups.append([q])
    return groups


def _speaker(quotes: Sequence[Mention], span: Span) -> QuoteValue | None:
    for mention in quotes:
        if isinstance(mention.value, QuoteValue) and mention.value.direct and mention.span.overlaps(span):
            return mention.value
    return None
