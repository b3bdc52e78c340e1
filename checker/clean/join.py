"""Joins paragraphs that a page broke in the middle of a sentence."""

from collections.abc import Sequence

from checker.clean.lines import Line
from checker.clean.marks import is_bullet, mark_of


def join_broken(text: str, lines: Sequence[Line]) -> tuple[str, list[Line]]:
    """The text with the line ends inside such sentences made spaces (same length), and the joined lines.

    A line goes on in the next one when it ends in a lower-case word or a comma and the next begins in
    lower case.
    """
    out: list[Line] = []
    for line in lines:
        before = (
            out[-1] if len(out) > 1 else None
        )  # the first line may be a headline: nothing is joined to it
        if before is not None and _goes_on(before, line):
            text = text[: before.end] + " " * (line.start - before.end) + text[line.start :]
            out[-1] = Line(before.start, line.end, text[before.start : line.end], gap=before.gap)
        else:
            out.append(line)
    return text, out


def _goes_on(before: Line, line: Line) -> bool:
    last = before.text[-1:]
    return (
        line.hint is None
        and line.text[:1].islower()
        and (last == "," or last.islower())
        and len(before.words) >= 3
        and len(line.words) >= 3
        and not is_bullet(before)
        and mark_of(before) is None
        and mark_of(line) is None
    )
