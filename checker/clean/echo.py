"""How much of a line's vocabulary the story shares: what is about something else is not the story."""

import re
from collections.abc import Iterable

from checker.clean.lines import Line

_WORD = re.compile(r"[^\W_]{4,}|\d+")
_COMMON_WORDS = (
    "that this with from have been were will would their they them there about after more than when which "
    "your what into over also some other only said says just first last most such these those here"
)
_COMMON = frozenset(word[:6] for word in _COMMON_WORDS.split())


def stems(text: str) -> set[str]:
    """The beginnings of the words that carry meaning, lower case."""
    return {word[:6].casefold() for word in _WORD.findall(text)} - _COMMON


class Echo:
    """The vocabulary of a story."""

    def __init__(self, story: Iterable[Line]) -> None:
        self._stems: set[str] = set()
        for line in story:
            self._stems |= stems(line.text)

    def share(self, line: Line) -> float:
        """The share (0-1) of the line's own words that the story has too; 0 for a line without such words."""
        own = stems(line.text)
        return len(own & self._stems) / len(own) if own else 0.0
