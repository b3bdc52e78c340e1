"""Headlines of other stories that a page sets amid its own: they speak of something else."""

import re
from collections.abc import Sequence

from checker.clean.echo import Echo, stems
from checker.clean.lines import Line
from checker.clean.tails import POST

_ECHOES = 0.25
_FEWEST_STEMS = 4
_MOST_WORDS = 20
_SHOUTED = 4
_FEWEST_PROSE = 4
_FIGURE = re.compile(r"[$€£]\s?\d|\d\s?%")


def label_strangers(story: Sequence[Line]) -> None:
    """Set aside headings within the story that hardly share a word with it, or stand in capitals throughout.

    A subheading takes up words of its section; in a story of fewer than four sentences that tells nothing.
    """
    prose = [line for line in story if line.kind in ("paragraph", "bullet") and line.ends_sentence]
    if len(prose) < _FEWEST_PROSE:
        return
    echo = Echo(prose)
    for line in story:
        if line.reason == POST or not _title_like(line):
            continue
        if line.text.isupper() and len(line.words) >= _SHOUTED:
            line.label("furniture", "headline in capitals amid the story")
        elif len(stems(line.text)) >= _FEWEST_STEMS and echo.share(line) <= _ECHOES:
            line.label("furniture", "headline of another story: it shares no words with this one")


def _title_like(line: Line) -> bool:
    """A heading, or a paragraph of a page that does not end as a sentence does; no figures of a list."""
    if _FIGURE.search(line.text) or line.words[:1] in (["but"], ["and"], ["so"]):
        return False
    bare = line.kind == "paragraph" and not line.ends_sentence and not line.quoted
    title = line.kind == "heading" or bare
    return title and len(line.words) <= _MOST_WORDS and not line.text.endswith(("?", ","))
