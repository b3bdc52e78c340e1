"""The lines of a text with the features that tell news from page furniture."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from checker.clean.vocabulary import (
    ADDRESS,
    AUXILIARIES,
    PAST,
    PRESENT,
    REPORTING,
    SITE_WORDS,
    STRONG_SITE_WORDS,
)
from checker.models.raw import RawText
from checker.models.text import BlockKind

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LINK = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.+-]+@[\w-]+\.\w+|\b[\w-]+\.(?:com|org|net|co\.uk|io)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|(?<!\w)@\w{3,}", re.IGNORECASE)
_NOTE = re.compile(r"(?:\s*\[(?:\d{1,3}|[a-z ]{1,20})\])+[\s.]*$")  # marks of footnotes
_INNER_END = re.compile(r"[a-z][.!?][\"”’)]?\s+[\"“‘(]?[A-Z]")
_CLOSERS = "\"”’')]»›* "
_QUOTES = re.compile('["“”«»]')
BULLET = re.compile(
    "^\\s*(?:[•·●▪◦‣⁃■□▫◆◇►▶▸➤➔→✓✔✅✗★☆*+–—-]|"
    "[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff]\ufe0f?|\\(?\\d{1,2}[.)](?=\\s+\\S))+\\s+"
)


@dataclass
class Line:
    """One line (or one paragraph that was wrapped over several), with its features.

    ``start`` and ``end`` are code points of the text; ``hint`` is the kind the format gives, if it does.
    """

    start: int
    end: int
    text: str
    hint: BlockKind | None = None
    gap: bool = True
    kind: BlockKind | None = field(default=None, compare=False)
    reason: str = ""

    def label(self, kind: BlockKind, reason: str = "") -> None:
        """Say what the line is and, for what is set aside, why."""
        self.kind, self.reason = kind, reason

    @cached_property
    def words(self) -> list[str]:
        """The words, lower case, with straight apostrophes."""
        return [w.lower().replace("’", "'") for w in _WORD.findall(self.text)]

    @cached_property
    def key(self) -> str:
        """The words alone, for comparison with other lines."""
        return " ".join(self.words)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the line ends as a sentence does: final punctuation, closing quotes aside."""
        bare = _NOTE.sub("", self.text[-200:]).rstrip(_CLOSERS)
        return bare.endswith((".", "!", "?", "…", ":")) or self.text.endswith(("—", "–"))

    @cached_property
    def has_verb(self) -> bool:
        """Whether a finite verb is likely: a closed-class form, or a word in -ed after the first word."""
        return any(
            w in AUXILIARIES or w in PAST or w in PRESENT or (i > 0 and len(w) > 4 and w.endswith("ed"))
            for i, w in enumerate(self.words)
        )

    @cached_property
    def quoted(self) -> bool:
        """Whether quotation marks stand in the line."""
        return bool(_QUOTES.search(self.text))

    @cached_property
    def prose(self) -> bool:
        """A sentence of news, as far as form tells: long enough, with an end and a verb."""
        ends = self.ends_sentence or (len(self.words) >= 25 and bool(_INNER_END.search(self.text)))
        return len(self.words) >= 8 and ends and self.has_verb

    @cached_property
    def site(self) -> int:
        """How many different words a page uses of itself stand outside quotation marks."""
        return len(SITE_WORDS & set(self._unquoted))

    @cached_property
    def strong(self) -> int:
        """How many of them are seldom heard in news."""
        return len(STRONG_SITE_WORDS & set(self._unquoted))

    @cached_property
    def addresses_reader(self) -> bool:
        """Whether the page speaks to the reader, or of itself as we, outside quotation marks."""
        return bool(ADDRESS & set(self._unquoted))

    @cached_property
    def reports(self) -> bool:
        """Whether a verb of saying stands in the line."""
        return bool(REPORTING & set(self.words))

    @cached_property
    def links(self) -> int:
        """Addresses written out."""
        return len(_LINK.findall(self.text))

    @cached_property
    def addresses(self) -> int:
        """Web and mail addresses, and account names; a bare site name in a sentence is none."""
        return len(_ADDRESS.findall(self.text))

    @cached_property
    def capitals(self) -> float:
        """The share of words that begin with a capital letter."""
        found = _WORD.findall(self.text)
        return sum(w[0].isupper() or w[0].isdigit() for w in found) / len(found) if found else 0.0

    @cached_property
    def _unquoted(self) -> list[str]:
        bare = re.sub(r"[“\"][^”\"]*[”\"]", " ", self.text)
        return [w.lower().replace("’", "'") for w in _WORD.findall(bare)]


def lines_of(raw: RawText) -> tuple[str, list[Line]]:
    """The text with wrapped paragraphs put on one line (same length), and its lines."""
    if raw.blocks:
        return raw.text, [
            Line(b.span.start, b.span.end, b.span.of(raw.text), hint=b.kind)
            for b in raw.blocks
            if b.span.of(raw.text).strip()
        ]
    text = unwrap(raw.text)
    lines: list[Line] = []
    gap = True
    for found in re.finditer(r"[^\n]*\n?", text):
        words = found.group().strip()
        if not words:
            gap = True
            continue
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        lines.append(Line(start, start + len(words), words, gap=gap))
        gap = False
    return text, lines


def unwrap(text: str) -> str:
    """Replace the line ends inside paragraphs that were wrapped at a fixed width by spaces; the length stays.

    A paragraph is wrapped when at each of its line ends the next word would not have fitted into the width.
    """
    paragraphs = list(re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text))
    widths = [w for p in paragraphs if (w := _width(p.group())) and p.group().count("\n") >= 2]
    if not widths:
        return text
    width = max(widths)
    out = list(text)
    for paragraph in paragraphs:
        if "\n" in paragraph.group() and _fills(paragraph.group().split("\n"), width):
            for at in range(paragraph.start(), paragraph.end()):
                if out[at] == "\n":
                    out[at] = " "
    return "".join(out)


def _width(paragraph: str) -> int:
    lines = paragraph.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    return width if 40 <= width <= 120 and _fills(lines, width) else 0


def _fills(lines: list[str], width: int) -> bool:
    """Whether every line but the last is as full as the width allows, and none is a bullet."""
    return not any(BULLET.match(line) for line in lines[1:]) and all(
        width * 0.6 <= len(line.rstrip()) <= width + 2
        and len(line.rstrip()) + 1 + len((following.split() or [""])[0]) > width - 2
        for line, following in pairwise(lines)
    )
