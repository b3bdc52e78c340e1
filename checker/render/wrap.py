"""Lines for a terminal: words that fit the width, each line a list of runs of one style."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.render.quote import Piece
from checker.render.safe import visible


@dataclass(frozen=True)
class Run:
    """Words of one line that are marked alike."""

    text: str
    marked: bool


def wrap(pieces: Iterable[Piece], width: int, opening: str = "", closing: str = "") -> list[list[Run]]:
    """The pieces' words in lines of at most ``width`` columns; a longer word has a line of its own.

    White space and line breaks of the pieces become single spaces. ``opening`` and ``closing`` are set
    around the words of a marked piece.
    """
    lines: list[list[Run]] = [[]]
    used = 0
    for group in _groups(_words(pieces, opening, closing)):
        size = sum(cells(r.text) for r in group)
        gap = 1 if lines[-1] else 0
        if gap and used + gap + size > width:
            lines.append([])
            used = gap = 0
        if gap:
            # the space between two marked words is marked too, so that a line under them does not break
            _add(lines[-1], Run(" ", lines[-1][-1].marked and group[0].marked))
        for run in group:
            _add(lines[-1], run)
        used += gap + size
    return lines


def _words(pieces: Iterable[Piece], opening: str, closing: str) -> Iterator[tuple[bool, Run]]:
    """Words, and for each whether a space stands before it."""
    space = True
    for piece in pieces:
        text = visible(piece.text)
        found = text.split()
        space = space or text[:1].isspace()
        for n, word in enumerate(found):
            before = opening if piece.marked and n == 0 else ""
            after = closing if piece.marked and n == len(found) - 1 else ""
            yield space or n > 0, Run(before + word + after, piece.marked)
            space = False
        space = space or text[-1:].isspace()


def _groups(words: Iterable[tuple[bool, Run]]) -> Iterator[list[Run]]:
    """Words that stand together without a space: a marked word and the comma after it."""
    group: list[Run] = []
    for spaced, run in words:
        if spaced and group:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _add(line: list[Run], run: Run) -> None:
    if line and line[-1].marked == run.marked:
        line[-1] = Run(line[-1].text + run.text, run.marked)
    else:
        line.append(run)


def cells(text: str) -> int:
    """Columns of a terminal that ``text`` takes: none for a combining accent, two for a wide letter."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
