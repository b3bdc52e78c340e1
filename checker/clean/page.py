"""Where the story begins and ends on a page, and what each line is there."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.clean.bottom import label_bottom
from checker.clean.captions import caption_of
from checker.clean.echo import Echo
from checker.clean.lines import Line
from checker.clean.marks import inside, is_bullet, mark_of
from checker.clean.notes import about_author, may_be_author, note_of
from checker.clean.strangers import label_strangers
from checker.clean.top import label_top, titled

_TOP_LINES = 4  # date, headline, byline; what a page opens with besides
_CAPTION = 8  # words; a short line may be said twice on purpose
_GALLERY = 3
_ENDS = 3  # free lines at the head and foot of a page where its author may be told of


def label_lines(lines: Sequence[Line], title: str = "") -> None:
    """Give every line its kind and, for what is set aside, the reason."""
    top = True
    for index, line in enumerate(lines):
        if line.kind is not None:
            continue
        if line.hint == "furniture":  # the format told: nothing but a link
            line.label("furniture", "link to another story")
        elif found := mark_of(line, first=top) or caption_of(line, top=index < _TOP_LINES):
            line.label(*found)
        elif index and note_of(line):
            line.label("furniture", "note about the article")
        top = top and line.kind is not None
    _doubled(lines)
    _repetitions(lines)
    _authors(lines)
    first, last = _story(lines)
    label_top(lines[:first], title, Echo(line for line in lines[first : last + 1] if line.kind is None))
    for line in lines[first : last + 1]:
        if line.kind is None:
            line.label(inside(line))
    label_strangers(lines[first : last + 1])
    label_bottom(lines, last)
    for line in lines:
        if line.kind is None:
            line.label(inside(line))


def _story(lines: Sequence[Line]) -> tuple[int, int]:
    """Index of the first and last line that reads as news; the whole page when none does."""
    prose = [
        i
        for i, line in enumerate(lines)
        if line.kind is None and (line.prose or (is_bullet(line) and line.has_verb))
    ]
    if len(prose) > 1 and titled(lines, prose[0]):  # a headline may end as a sentence does
        prose = prose[1:]
    if prose and is_bullet(lines[prose[0]]):  # a list of links above the story may look like bullets
        firm = [i for i in prose if lines[i].prose]
        prose = firm or prose
    return (prose[0], prose[-1]) if prose else (len(lines), len(lines) - 1)


def _doubled(lines: Sequence[Line]) -> None:
    """Paragraphs told twice in a row are captions of a gallery, shown small and large; one alone is a pull quote."""
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if line.kind is None
        and line.key == following.key
        and line.ends_sentence
        and len(line.words) >= _CAPTION
    ]
    for line, following in pairs if len(pairs) >= _GALLERY else ():
        line.label("caption", "told twice in a row, as captions of a gallery are")
        following.label("furniture", "repeated line")


def _authors(lines: Sequence[Line]) -> None:
    free = [line for line in lines if line.kind in (None, "paragraph") and line.hint != "headline"]
    if len(free) < 2 * _ENDS:
        return
    for index, line in enumerate(free):
        if may_be_author(line) and about_author(
            line, free[:index], free[index + 1 :], end=not _ENDS <= index < len(free) - _ENDS
        ):
            line.label("furniture", "about the author")


def _repetitions(lines: Sequence[Line]) -> None:
    counts = Counter(line.key for line in lines if line.key)
    seen: set[str] = set()
    for line in lines:
        if counts[line.key] > 1 and line.kind == "dateline":
            line.label("furniture", "repeated date: when the page was seen, not when it was published")
        elif line.kind is None and line.hint != "headline" and line.key in seen and len(line.words) <= 60:
            line.label("furniture", "repeated line")
        seen.add(line.key)
