"""What stands above the story: menus, section label, headline, names, a standfirst."""

import re
from collections.abc import Sequence, Set

from checker.clean.echo import Echo
from checker.clean.lines import Line
from checker.clean.marks import TRADE, inside, is_bullet

_ECHOES = 0.3
_LONGEST_HEADLINE = 30
_SHORTEST_HEADLINE = 3
_LONGEST_MENU = 8


def label_top(lines: Sequence[Line], title: str, echo: Echo) -> None:
    """Give a kind to every line above the story that has none yet."""
    free = [line for line in lines if line.kind is None]
    keys = {line.key for line in free}
    for line in free:
        if _breadcrumb(line, keys):
            line.label("furniture", "breadcrumb: a menu before the headline")
    free = [line for line in free if line.kind is None]
    above_date = free[0] if free and not title and titled(lines, lines.index(free[0])) else None
    headline = above_date or _headline(free, title, echo)
    sure = headline is not None and echo.share(headline) >= _ECHOES
    passed = headline is None
    for line in free:
        if line is headline:
            line.label("headline")
            passed = True
        elif line.hint in ("heading", "bullet") and passed:
            line.label(line.hint)
        elif is_bullet(line) and passed and (line.has_verb or line.ends_sentence):
            line.label("bullet")
        elif line.ends_sentence and len(line.words) >= 4:
            line.label("paragraph")
        elif len(line.words) <= 7 and TRADE.search(line.text) and not line.has_verb:
            line.label("byline", "name with a role")
        elif not passed and (len(line.words) <= 4 or (sure and echo.share(line) < 2 * _ECHOES)):
            line.label("furniture", "above the headline")
        elif passed and len(line.words) <= 5 and line.capitals == 1.0 and not line.has_verb:
            line.label("byline", "names under the headline")
        elif passed and not line.ends_sentence and echo.share(line) < _ECHOES and len(line.words) <= 12:
            line.label("furniture", "under the headline, without words of the story")
        else:
            line.label(inside(line))


def titled(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first of a page that is left, and stands right above its date: the headline."""
    line = lines[at]
    return (
        at + 1 < len(lines)
        and lines[at + 1].kind == "dateline"
        and _SHORTEST_HEADLINE <= len(line.words) <= _LONGEST_HEADLINE
        and not is_bullet(line)
        and all(earlier.kind is not None for earlier in lines[:at])
    )


def _breadcrumb(line: Line, keys: Set[str]) -> bool:
    """Whether the line is another line with a few words of a menu before it."""
    most = min(_LONGEST_MENU, len(line.words) - 3)
    return not line.ends_sentence and any(" ".join(line.words[n:]) in keys for n in range(1, most + 1))


def _headline(free: Sequence[Line], title: str, echo: Echo) -> Line | None:
    """The page's title, else the first line above the story that is about the same as the story."""
    marked = [line for line in free if line.hint == "headline"]
    if marked:
        return marked[0]
    wanted = " ".join(re.findall(r"\w+", title.lower()))
    for line in free:
        have = " ".join(re.findall(r"\w+", line.text.lower()))
        if wanted and have and (have == wanted or (len(line.words) > 3 and wanted.startswith(have))):
            return line
    likely: list[Line] = []
    for line in free:
        if line.ends_sentence and not line.text.endswith(("?", "!")):
            break  # the story has begun
        role = TRADE.search(line.text) and len(line.words) <= 7 and not line.has_verb
        if (
            len(line.words) <= _LONGEST_HEADLINE
            and not line.text.endswith((",", ";"))
            and not is_bullet(line)
            and not role
        ):
            likely.append(line)
    long = [line for line in likely if len(line.words) >= 4] or likely[-1:]
    best = max((echo.share(line) for line in long), default=0.0)
    return next((line for line in long if echo.share(line) >= 0.75 * best), None)
