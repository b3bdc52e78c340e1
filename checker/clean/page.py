"""Where the story begins and ends on a page, and what each line is there."""

import re
from collections import Counter
from collections.abc import Sequence

from checker.clean.lines import Line
from checker.clean.marks import about_outlet, is_bullet, mark_of
from checker.clean.vocabulary import END_MARK
from checker.models.text import BlockKind

_BIO = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?:,[^,]{2,60},)? (?:is|was|covers|writes|"
    r"reports|serves|has been)\b"
)
_TRADE = re.compile(
    r"\b(?:reporter|editor|correspondent|journalist|columnist|writer|author|contributor|host|fellow|"
    r"professor|producer|"
    r"blogger|covers|writes|freelance|commentator|publisher)\b",
    re.IGNORECASE,
)


def label_lines(lines: Sequence[Line], title: str = "") -> None:
    """Give every line its kind and, for what is set aside, the reason."""
    top = True
    for line in lines:
        if found := mark_of(line, first=top):
            _set(line, *found)
        top = top and line.kind is not None
    _repetitions(lines)
    first, last = _story(lines)
    _before(lines[:first], title)
    for line in lines[first : last + 1]:
        if line.kind is None:
            _set(line, _inside(line))
    _after(lines, last)
    for line in lines:
        if line.kind is None:
            _set(line, _inside(line))


def _set(line: Line, kind: BlockKind, reason: str = "") -> None:
    line.kind, line.reason = kind, reason


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
            _set(line, "furniture", "repeated date: when the page was seen, not when it was published")
        elif line.kind is None and line.hint != "headline" and line.key in seen and len(line.words) <= 60:
            _set(line, "furniture", "repeated line")
        seen.add(line.key)


def _before(lines: Sequence[Line], title: str) -> None:
    """The lines above the story: breadcrumbs, section label, headline, names, a standfirst."""
    free = [line for line in lines if line.kind is None]
    for line in list(free):
        if (
            any(
                other is not line and len(other.words) >= 3 and line.key.endswith(" " + other.key)
                for other in free
            )
            and not line.ends_sentence
        ):
            _set(line, "furniture", "breadcrumb: a menu before the headline")
            free.remove(line)
    headline = _headline(free, title)
    passed = headline is None
    for line in free:
        if line is headline:
            _set(line, "headline")
            passed = True
        elif line.hint == "heading" and passed:
            _set(line, "heading")
        elif is_bullet(line) and line.hint == "bullet" and passed:
            _set(line, "bullet")
        elif line.ends_sentence and len(line.words) >= 4:
            _set(line, "paragraph")
        elif len(line.words) <= 7 and _TRADE.search(line.text) and not line.has_verb:
            _set(line, "byline", "name with a role")
        elif not passed and len(line.words) <= 4:
            _set(line, "furniture", "section label above the headline")
        elif passed and len(line.words) <= 5 and line.capitals == 1.0 and not line.has_verb:
            _set(line, "byline", "names under the headline")
        elif passed and len(line.words) <= 3 and not line.has_verb:
            _set(line, "furniture", "label under the headline")
        else:
            _set(line, _inside(line))


def _headline(free: Sequence[Line], title: str) -> Line | None:
    """The line that is the page's title, else the first above the story that is long enough for one."""
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
        if len(line.words) <= 30 and not line.text.endswith((",", ";")) and not is_bullet(line):
            likely.append(line)
    likely = [
        line
        for line in likely
        if not (_TRADE.search(line.text) and len(line.words) <= 7 and not line.has_verb)
    ]
    return next((line for line in likely if len(line.words) >= 4), likely[-1] if likely else None)


def _inside(line: Line) -> BlockKind:
    if line.hint == "headline":
        return "headline"
    if is_bullet(line):
        return "bullet"
    if line.hint == "heading":
        return "heading"
    if (
        line.hint is None
        and not line.ends_sentence
        and len(line.words) <= 20
        and not line.text.endswith((",", ";"))
        and line.text[:1] not in "“\"‘'"
    ):
        return "heading"
    return "paragraph"


def _after(lines: Sequence[Line], last: int) -> None:
    """The lines below the story, and the ones at its end that speak of the outlet or the author."""
    shelf = _shelf(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.kind in ("furniture", "byline", "dateline", "caption"):
            continue
        if index > shelf and (not line.ends_sentence or (line.addresses_reader and not line.quoted)):
            _set(line, "furniture", "below the end of the story")
        elif index > 2 and about_outlet(line):
            _set(line, "furniture", "the outlet about itself")
        elif index > 4 and _biography(line, lines[:index]):
            _set(line, "furniture", "about the author")
        elif (
            index > last
            and not line.ends_sentence
            and not line.quoted
            and (len(line.words) <= 3 or not line.has_verb)
        ):
            _set(line, "furniture", "below the end of the story")
        elif index <= max(last, 0) and line.kind is not None:
            break  # the story's own last words


def _shelf(lines: Sequence[Line]) -> int:
    """Index of the heading under which a page shows other stories; past the end when there is none.

    It counts only when hardly anything that reads as news follows: related links also stand amid a story.
    """
    for index, line in enumerate(lines):
        if line.kind == "furniture" and index > 0 and END_MARK.fullmatch(line.key):
            rest = [other for other in lines[index + 1 :] if other.kind != "furniture"]
            before = sum(other.prose for other in lines[:index])
            if before >= 2 and sum(other.prose for other in rest) <= max(1, before // 10):
                return index
    return len(lines)


def _biography(line: Line, before: Sequence[Line]) -> bool:
    """A closing line about somebody of the trade whom the story itself does not name."""
    found = _BIO.match(line.text)
    if found is None or line.quoted or not _TRADE.search(line.text) or len(line.words) > 60:
        return False
    surname = found["name"].split()[-1]
    return not any(
        surname in other.text
        for other in before
        if other.kind in ("paragraph", "bullet", "headline", "heading")
    )
