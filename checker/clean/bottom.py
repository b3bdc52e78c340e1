"""What stands below the story: other stories, comments, the outlet about itself, the author."""

import re
from collections.abc import Sequence

from checker.clean.echo import Echo
from checker.clean.lines import Line
from checker.clean.marks import TRADE, about_outlet
from checker.clean.vocabulary import END_MARK

_BIO = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?:,[^,]{2,60},)? (?:is|was|covers|writes|"
    r"reports|serves|has been)\b"
)
_ECHOES = 0.3
_MOST_MARKS = 50  # a page of nothing but such headings must not take for ever


def label_bottom(lines: Sequence[Line], last: int) -> None:
    """Set aside what stands below line ``last``, and lines before it about the outlet or the author."""
    shelf = _shelf(lines)
    echo = _echo(lines[:shelf])
    kept = False
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.kind in ("furniture", "byline", "dateline", "caption"):
            continue
        if index > shelf and (
            not line.ends_sentence
            or (line.addresses_reader and not line.quoted)
            or echo.share(line) < _ECHOES
        ):
            line.label("furniture", "below the end of the story")
        elif line.text.endswith(":") and index > 2 and not kept and not line.reports:
            line.label("furniture", "introduces nothing of the story")
        elif index > 2 and about_outlet(line):
            line.label("furniture", "the outlet about itself")
        elif index > 4 and _biography(line, lines[:index]):
            line.label("furniture", "about the author")
        elif index > last and not line.ends_sentence and not line.quoted and _stray(line):
            line.label("furniture", "below the end of the story")
        elif index <= max(last, 0) and line.kind is not None:
            break  # the story's own last words
        else:
            kept = True


def _stray(line: Line) -> bool:
    return len(line.words) <= 3 or (len(line.words) <= 20 and not line.has_verb)


def _echo(lines: Sequence[Line]) -> Echo:
    return Echo(line for line in lines if line.kind in ("paragraph", "bullet", "headline"))


def _shelf(lines: Sequence[Line]) -> int:
    """Index of the heading under which a page shows other things; past the end when there is none.

    It counts only when hardly anything of the same story follows: links to others also stand amid a story.
    """
    marks = [i for i, line in enumerate(lines) if line.kind == "furniture" and END_MARK.fullmatch(line.key)]
    for index in marks[:_MOST_MARKS]:
        before = sum(other.prose for other in lines[:index])
        echo = _echo(lines[:index])
        rest = [other for other in lines[index + 1 :] if other.kind != "furniture" and other.prose]
        if before >= 2 and sum(echo.share(other) >= _ECHOES for other in rest) <= before // 10:
            return index
    return len(lines)


def _biography(line: Line, before: Sequence[Line]) -> bool:
    """A closing line about somebody of the trade whom the story itself does not name."""
    found = _BIO.match(line.text)
    if found is None or line.quoted or not TRADE.search(line.text) or len(line.words) > 60:
        return False
    surname = found["name"].split()[-1]
    return not any(
        surname in other.text
        for other in before
        if other.kind in ("paragraph", "bullet", "headline", "heading")
    )
