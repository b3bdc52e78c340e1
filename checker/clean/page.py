"""Where the story begins and ends on a page, and what each line is there."""

from collections import Counter
from collections.abc import Sequence

from checker.clean.bottom import label_bottom
from checker.clean.echo import Echo
from checker.clean.lines import Line
from checker.clean.marks import inside, is_bullet, mark_of
from checker.clean.strangers import label_strangers
from checker.clean.top import label_top


def label_lines(lines: Sequence[Line], title: str = "") -> None:
    """Give every line its kind and, for what is set aside, the reason."""
    top = True
    for line in lines:
        if line.hint == "furniture":  # the format told: nothing but a link
            line.label("furniture", "link to another story")
        elif found := mark_of(line, first=top):
            line.label(*found)
        top = top and line.kind is not None
    _repetitions(lines)
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
    if prose and is_bullet(lines[prose[0]]):  # a list of links above the story may look like bullets
        firm = [i for i in prose if lines[i].prose]
        prose = firm or prose
    return (prose[0], prose[-1]) if prose else (len(lines), len(lines) - 1)


def _repetitions(lines: Sequence[Line]) -> None:
    counts = Counter(line.key for line in lines if line.key)
    seen: set[str] = set()
    for line in lines:
        if counts[line.key] > 1 and line.kind == "dateline":
            line.label("furniture", "repeated date: when the page was seen, not when it was published")
        elif line.kind is None and line.hint != "headline" and line.key in seen and len(line.words) <= 60:
            line.label("furniture", "repeated line")
        seen.add(line.key)
