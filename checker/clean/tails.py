"""What is glued to a paragraph's head or tail: the signature of a post, a credit, a label of the page."""

import re
from collections.abc import Iterable, Iterator

from checker.clean.lines import Line
from checker.clean.notes import may_be_author
from checker.models.text import BlockKind

POST = "words of a post"  # such a paragraph often ends without a full stop, and is no heading for that
_FEWEST_WORDS = 6
_LINK = r"(?:https?://(?:t\.co|bit\.ly)/\S+|pic\.twitter\.com/\w+)"
_POST = re.compile(
    rf"(?:\s*{_LINK})*\s*[—–]+\s*[^—–\n]{{1,60}}?\(@\w{{1,20}}\)(?:\s+[A-Z][a-z]+ \d{{1,2}}, (?:19|20)\d\d)?\s*\Z"
)
_LINKS = re.compile(rf"(?:\s*{_LINK})+\s*\Z")
_BY = r"(?:(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslation)\b[^()]{0,20}\bby)\b"
_CREDIT = re.compile(rf"(?<=[.!?\"”’])\s*(?:\({_BY}[^()]{{3,400}}\)?|{_BY} [A-ZÀ-Þ][^.!?]{{3,200}}\.?)\s*\Z")
_VIEWS = re.compile(
    r"(?<=[.!?\"”’])\s+The (?:opinions?|views?) expressed\b[^.!?]{3,150}[.!?]"
    r"(?:\s*View more opinions?\b[^.!?]{0,40}\.?)?\s*\Z"
)
_HIGHLIGHTS = re.compile(r"Story [Hh]ighlights\s+(?=\S)")


def parted(lines: Iterable[Line]) -> list[Line]:
    """The lines, those with such a head or tail cut in two, the strange part labelled."""
    return [part for line in lines for part in _parts(line)]


def _parts(line: Line) -> Iterator[Line]:
    if line.hint in ("headline", "furniture"):
        yield line
        return
    if found := _HIGHLIGHTS.match(line.text):
        yield _cut(line, 0, found.end(), "furniture", "label of the page")
        line = _cut(line, found.end(), len(line.text))
    tail: tuple[int, BlockKind, str] | None = None
    # only the last words are looked at: a pattern tried at every place of a long line takes long
    first = max(0, len(line.text) - 500)
    if found := _POST.search(line.text, first):
        tail = (found.start(), "furniture", "signature of a post")
    elif (found := _LINKS.search(line.text, first)) and _ended(line.text[: found.start()]):
        tail = (found.start(), "furniture", "address")
    elif found := _CREDIT.search(line.text, first):
        tail = (found.start(), "byline", "credit")
    elif not may_be_author(line) and (found := _VIEWS.search(line.text, first)):
        tail = (found.start(), "furniture", "note about the article")
    if tail is None or not any(c.isalnum() for c in line.text[: tail[0]]):
        yield line
        return
    news = _cut(line, 0, tail[0])
    if line.hint is None and len(news.words) >= 4 and tail[2] == "signature of a post":
        news.label("paragraph", POST)
    yield news
    yield _cut(line, tail[0], len(line.text), tail[1], tail[2])


def _ended(words: str) -> bool:
    """Whether the words before a link stand alone: "For the full list: <link>" is nothing without it."""
    return len(words.split()) >= _FEWEST_WORDS and not words.rstrip().endswith((":", ","))


def _cut(line: Line, start: int, end: int, kind: BlockKind | None = None, reason: str = "") -> Line:
    words = line.text[start:end]
    begin = line.start + start + len(words) - len(words.lstrip())
    part = Line(begin, begin + len(words.strip()), words.strip(), hint=line.hint, gap=line.gap and start == 0)
    if kind is not None:
        part.label(kind, reason)
    return part
