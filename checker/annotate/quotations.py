"""Pairs quotation marks, whatever their kind and direction, and gives the words between them.

Double marks (straight, curly the right or the wrong way round, low, doubled single ones), guillemets and
single marks are read. A mark opens or closes by what stands around it, and by its shape only where that
does not decide. A quotation that is not closed in its paragraph goes on when the next paragraph opens
with a mark again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from checker.models.text import Sentence, Span

_MARK = re.compile(r"``|''|[\"“”„‟«»]|(?<![\w])['‘‚‹](?=[\w“\"‘…\[(£$€])|[‘’'›](?!\w)")
_OPENERS = "“„‟«‘‚‹"
_CLOSERS = "”»’›"
_SINGLE = "'‘’‚‹›"
# elisions that begin with an apostrophe: 'tis, '90s, 'em
_ELIDED = re.compile(r"['‘’](?:tis|twas|em|til|cause|round|bout|n|\d\ds?)\b", re.IGNORECASE)
_BEFORE_OPENER = re.compile(r"[\s(\[{—–\-/“‘\"'«‹:…]")
# quotations within quotations: more marks than this that wait for their closing one are stray
_DEEPEST = 20
_AFTER_CLOSER = re.compile(r"[\s)\]}—–\-/.,;:!?…”’\"'»›]")


@dataclass(frozen=True)
class Quotation:
    """Words between marks.

    ``span`` without the marks, ``outer`` with them; ``continues``: the one before ran on.
    """

    span: Span
    outer: Span
    continues: bool = False


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    single: bool
    side: str  # "open", "close", "either"


def quoted_spans(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """Every stretch of ``text`` between quotation marks, in order."""
    return [q.span for q in find_quotations(text, sentences)]


def find_quotations(text: str, sentences: Sequence[Sentence]) -> list[Quotation]:
    """Outermost quotations of the sentences' blocks, in order and not overlapping."""
    found: list[Quotation] = []
    carried = False
    for _, group in groupby(sentences, key=lambda s: s.block):
        row = list(group)
        start, end = row[0].span.start, row[-1].span.end
        pairs, unclosed = _pair(text, start, end)
        if carried and not (pairs and text[start : pairs[0].outer.start].strip() == "") and unclosed is None:
            carried = False
        for number, pair in enumerate(pairs):
            runs_on = carried and number == 0 and text[start : pair.outer.start].strip() == ""
            found.append(Quotation(pair.span, pair.outer, runs_on))
        if unclosed is not None and _runs_on(text, end, sentences, row[-1]):
            runs_on = carried and text[start : unclosed.start].strip() == ""
            found.append(
                Quotation(_trim(text, unclosed.end, end), Span(start=unclosed.start, end=end), runs_on)
            )
            carried = True
        else:
            carried = False
    return [q for q in found if len(q.span)]


class Places:
    """Answers quickly whether a place lies within one of many spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((s.start, s.end) for s in spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, place: int) -> bool:
        before = bisect_right(self._starts, place)
        return before > 0 and place < self._reach[before - 1]


def _runs_on(text: str, end: int, sentences: Sequence[Sentence], last: Sentence) -> bool:
    """Whether the paragraph after ``last`` opens with a mark, as the next of a quotation does."""
    following = next((s for s in sentences if s.span.start >= end and s.block != last.block), None)
    return following is not None and bool(
        re.match(r"\s*(?:``|[\"“”„«])", text[following.span.start : following.span.start + 4])
    )


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    doubles = 0
    for match in _MARK.finditer(text, start, end):
        mark, at, stop = match.group(), match.start(), match.end()
        single = mark in _SINGLE
        if single and _ELIDED.match(text, at):
            continue
        if (
            mark == '"'
            and at > start
            and text[at - 1].isdigit()
            and not (stop < end and text[stop].isalnum())
            and doubles % 2 == 0
        ):
            continue  # inches: no quotation is open before it
        doubles += not single
        marks.append(_Mark(at, stop, single, _side(text, at, stop, start, end, mark)))
    return marks


def _side(text: str, at: int, stop: int, start: int, end: int, mark: str) -> str:
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    opens = bool(_BEFORE_OPENER.match(before)) and not after.isspace()
    closes = bool(_AFTER_CLOSER.match(after)) and not before.isspace()
    if opens != closes:
        return "open" if opens else "close"
    if mark in _OPENERS or mark == "``":
        return "open"
    if mark in _CLOSERS or mark == "''":
        return "close"
    return "either"


def _pair(text: str, start: int, end: int) -> tuple[list[Quotation], _Mark | None]:
    """Quotations of one paragraph, and the double mark that opened without being closed."""
    stack: list[_Mark] = []
    pairs: list[Quotation] = []
    for mark in _marks(text, start, end):
        same = [m for m in stack if m.single == mark.single]
        side = mark.side
        if side == "either":
            side = "close" if same else "open"
        if side == "open":
            if mark.single and same:
                stack = [m for m in stack if not m.single]
            stack = [*stack, mark][-_DEEPEST:]
            continue
        if not same:
            continue
        opener = same[-1]
        if mark.single and _apostrophe(text, mark, end):
            continue
        stack = stack[: stack.index(opener)]
        span = _trim(text, opener.end, mark.start)
        pairs.append(Quotation(span, Span(start=opener.start, end=mark.end)))
    doubles = [m for m in stack if not m.single]
    outermost: list[Quotation] = []
    for pair in sorted(pairs, key=lambda p: (p.outer.start, -p.outer.end)):
        if not outermost or pair.outer.end > outermost[-1].outer.end:
            outermost.append(pair)
    last = doubles[-1] if doubles else None
    if last is not None and any(p.outer.start > last.start for p in outermost):
        # something was quoted after it: the mark is a stray one
        last = None
    return outermost, last


def _apostrophe(text: str, mark: _Mark, end: int) -> bool:
    """Whether a mark after an s is a possessive ('the states' right') and a closing one follows."""
    if text[mark.start - 1 : mark.start].lower() != "s" or not re.match(r"\s+[a-z]", text[mark.end : end]):
        return False
    return re.search(r"[\w.,!?]['’](?!\w)", text[mark.end : end]) is not None


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
