"""What is spared of a text that would otherwise be set aside whole: the news before a closing invitation."""

import re
from collections.abc import Sequence

from checker.clean.lines import Line
from checker.clean.marks import mark_of
from checker.models.text import COMPARED

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+")
_LONGEST = 2000  # characters; what is longer is no furniture


def spare(lines: Sequence[Line]) -> list[Line]:
    """The lines as labelled; where nothing is left to compare, each is cut where its news ends.

    A draft may be one paragraph that ends in "for the rest, click here": its sentences are news although the
    paragraph as a whole speaks to the reader. What speaks to the reader throughout stays set aside.
    """
    if any(line.kind in COMPARED for line in lines):
        return list(lines)
    return [part for line in lines for part in _parted(line)]


def _parted(line: Line) -> list[Line]:
    if line.kind != "furniture" or line.hint == "furniture" or len(line.text) > _LONGEST:
        return [line]
    for end in reversed(list(_SENTENCE_END.finditer(line.text))):
        words = line.text[: end.end()].rstrip()
        news = Line(line.start, line.start + len(words), words, hint=line.hint, gap=line.gap)
        if mark_of(news) is None and news.prose and not news.addresses_reader:
            news.label("paragraph")
            rest = Line(line.start + end.end(), line.end, line.text[end.end() :], gap=False)
            rest.label("furniture", line.reason)
            return [news, rest]
    return [line]
