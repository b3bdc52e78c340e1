"""Finds the quotations and brackets of a paragraph, balanced or not."""

import re
from dataclasses import dataclass

_OPENING = "“«„"
_CLOSING = "”»"
_STRAIGHT = '"'
_BEFORE_OPENING = " \t\n([{—–-/‘'…"
_LONGEST_BRACKET = 400
_INNER_END = re.compile(r"[a-z][.!?]\s+[A-Z]")


@dataclass(frozen=True)
class Stretch:
    """A half-open range that holds together: a quotation with its marks, or a bracket.

    ``closed`` is false when the paragraph ends before the closing mark.
    """

    start: int
    end: int
    closed: bool = True


def quotations(text: str) -> list[Stretch]:
    """The outermost quotations of a paragraph in order.

    A mark's side is told by what stands around it before its shape: pages hold ``”`` at the beginning
    of quotations.
    """
    found: list[Stretch] = []
    opened = -1
    for at, mark in enumerate(text):
        if mark not in _OPENING and mark not in _CLOSING and mark != _STRAIGHT:
            continue
        side = _side(text, at)
        if opened < 0:
            if side == "open":
                opened = at
        elif side == "close":
            found.append(Stretch(opened, at + 1))
            opened = -1
        elif _same_mark(mark, text[opened]) and side == "open" and _sentence_ended(text, opened, at):
            # a second opening: the first one was never closed
            found.append(Stretch(opened, at, closed=False))
            opened = at
    if opened >= 0:
        found.append(Stretch(opened, len(text), closed=False))
    return _merge(found + _single(text, found))


def _side(text: str, at: int) -> str:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    mark = text[at]
    if before.isdigit() and mark == _STRAIGHT and not after.isalpha():
        # 6'2" is a height; but a quotation may end in a digit, so an open one is closed by it
        return "close"
    starts = before in _BEFORE_OPENING and not after.isspace()
    ends = not before.isspace() and (after.isspace() or after in ".,;:!?)]}—–-/'’…”\"" or at + 1 == len(text))
    if starts and not ends:
        return "open"
    if ends and not starts:
        return "close"
    if mark in _OPENING:
        return "open"
    if mark in _CLOSING:
        return "close"
    return "open" if starts else "close" if ends else ""


def _same_mark(mark: str, opening: str) -> bool:
    return mark in "“„" if opening in "“„" else mark == opening == _STRAIGHT


def _sentence_ended(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip().endswith((".", "!", "?", "…", ",", ":"))


def _single(text: str, doubles: list[Stretch]) -> list[Stretch]:
    """Quotations in single marks outside the double ones; an apostrophe is not a mark."""
    found: list[Stretch] = []
    at = 0
    while (at := _next(text, at)) >= 0:
        inside = any(d.start <= at < d.end for d in doubles)
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if (
            inside
            or before not in " \t\n([—–"
            or not (after.isupper() or (text[at] == "‘" and after.isalpha()))
        ):
            at += 1
            continue
        end = _single_end(text, at)
        if end < 0:
            at += 1
            continue
        found.append(Stretch(at, end))
        at = end
    return found


def _next(text: str, at: int) -> int:
    places = [place for place in (text.find("‘", at), text.find("'", at)) if place >= 0]
    return min(places) if places else -1


def _single_end(text: str, start: int) -> int:
    closing = "’" if text[start] == "‘" else "'"
    fallback = -1
    at = start + 1
    for _ in range(200):
        at = text.find(closing, at)
        if at < 0 or at - start > 2000:
            break
        after = text[at + 1] if at + 1 < len(text) else " "
        if not after.isalnum():
            if text[at - 1] in ".,!?…":
                return at + 1
            if fallback < 0 and closing == "’":
                fallback = at + 1
        at += 1
    # an apostrophe some sentences later closes nothing
    return -1 if len(_INNER_END.findall(text, start, max(start, fallback))) > 1 else fallback


def brackets(text: str) -> list[Stretch]:
    """Round and square brackets that are closed within a reasonable distance, outermost first."""
    found: list[Stretch] = []
    stack: list[tuple[str, int]] = []
    pairs = {")": "(", "]": "["}
    for at, mark in enumerate(text):
        if mark in "([":
            stack.append((mark, at))
        elif mark in pairs and stack and stack[-1][0] == pairs[mark]:
            _, start = stack.pop()
            if at - start <= _LONGEST_BRACKET:
                found.append(Stretch(start, at + 1))
    return _merge(found)


def _merge(stretches: list[Stretch]) -> list[Stretch]:
    """In order, those inside another one left out."""
    out: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: (s.start, -s.end)):
        if out and stretch.end <= out[-1].end:
            continue
        out.append(stretch)
    return out
