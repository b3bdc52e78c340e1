"""Tells the story from the page around it: blocks of news, and blocks that are set aside with a reason."""

import re
from collections.abc import Sequence

from checker.clean.datelines import dateline_end, entry_end
from checker.clean.dates import any_date, any_time, date_line
from checker.clean.join import join_broken
from checker.clean.language import language_of
from checker.clean.lines import Line, lines_of
from checker.clean.link_cards import without_link_cards
from checker.clean.page import label_lines
from checker.clean.spared import spare
from checker.clean.tails import parted
from checker.models.raw import RawText
from checker.models.text import COMPARED, Block, Document, Span

__all__ = ["clean"]

_TEASER = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|\b(?:read|continue|see) (?:more|reading|the full story))\W*\Z",
    re.IGNORECASE,
)
_FEWEST_WORDS = 60
_FEWEST_SENTENCES = 3


def clean(raw: RawText, *, source: str = "account") -> Document:
    """The document of a text that was read: news told from furniture, title, date and language.

    ``Document.text`` has the length of ``raw.text`` (line ends inside wrapped paragraphs and cards of links that
    ran into a sentence become spaces), so that ``raw.pieces`` maps it back to the file. The blocks are in order,
    do not overlap and hold every visible character.
    """
    raw = raw.model_copy(update={"text": without_link_cards(raw.text)})
    text, broken = join_broken(*lines_of(raw))
    lines = parted(broken)
    label_lines(lines, raw.title)
    lines = spare(lines)
    blocks = _blocks(lines)
    story = [b for b in blocks if b.kind in COMPARED and b.kind not in ("headline", "heading")]
    words = " ".join(b.span.of(text) for b in story)
    headline = next((line.text for line in lines if line.kind == "headline"), "")
    published = raw.published or _published(lines)
    return Document(
        id=source,
        source=source,
        uri=raw.uri,
        title=headline or raw.title,
        text=text,
        language=language_of(words) or raw.language,
        published=published,
        published_time=raw.published_time or _published_time(lines, published),
        complete=_complete(words, lines),
        blocks=tuple(blocks),
        raw_sha256=raw.raw_sha256,
    )


def _blocks(lines: Sequence[Line]) -> list[Block]:
    blocks: list[Block] = []
    paragraphs = 0
    for line in lines:
        start = line.start
        if line.kind == "paragraph":
            paragraphs += 1
            length = entry_end(line.text)
            length += dateline_end(line.text[length:]) if paragraphs <= 3 else 0
            if length:
                end = start + len(line.text[:length].rstrip())
                blocks.append(Block(kind="dateline", span=Span(start=start, end=end), reason="dateline"))
                start += length
        blocks.append(
            Block(kind=line.kind or "paragraph", span=Span(start=start, end=line.end), reason=line.reason)
        )
    return blocks


def _published(lines: Sequence[Line]) -> str:
    """The date the page itself gives: a labelled date line, else one beside the headline, byline or dateline.

    A date at the very top amid menus says when the page was fetched, and a repeated one too: neither counts.
    """
    plain: list[str] = []
    changed = ""
    story = next((i for i, line in enumerate(lines) if line.kind in ("headline", "paragraph")), len(lines))
    furnished = any(line.kind == "furniture" for line in lines[:story])
    for index, line in enumerate(lines):
        found = date_line(line.text) if line.kind == "dateline" else None
        if found is not None and found[1] == "published" and found[0]:
            return found[0]
        if found is not None and found[1] == "updated":
            changed = changed or found[0]
        elif found is not None and found[0] and not (index < story and furnished):
            plain.append(found[0])
        elif line.kind == "byline" and (day := any_date(line.text)):
            plain.append(day)
    opening = [line.text for line in lines if line.kind == "paragraph"][:3]
    plain += [day for text in opening if (day := any_date(text[: dateline_end(text)]))]
    return plain[0] if plain else changed


def _published_time(lines: Sequence[Line], published: str) -> str:
    """The time of day on the line that gives the date of publication; empty when there is none."""
    dated = (
        line.text
        for line in lines
        if line.kind in ("dateline", "byline") and published and any_date(line.text) == published
    )
    return next((time for text in dated if (time := any_time(text))), "")


def _complete(words: str, lines: Sequence[Line]) -> bool:
    """Whether the text is a story of its own rather than a headline or a teaser."""
    sentences = len(re.findall(r"[.!?…][\"”’')\]]*(?=\s|\Z)", words))
    count = len(words.split())
    if count < _FEWEST_WORDS or sentences < _FEWEST_SENTENCES:
        return False
    told = [i for i, line in enumerate(lines) if line.kind in COMPARED and line.kind != "heading"]
    after = lines[told[-1] + 1] if told and told[-1] + 1 < len(lines) else None
    cut = bool(_TEASER.search(words)) or (
        after is not None and after.key in ("continue reading", "read more", "read the full story")
    )
    return not (cut and count < 4 * _FEWEST_WORDS)
