"""Markdown: takes the markup off, keeps headings and lists, and reads simple front matter."""

import re
from typing import TYPE_CHECKING

from checker.models.raw import RawText
from checker.models.text import BlockKind
from checker.read.assemble import assemble
from checker.read.encoding import decode
from checker.read.paths import shown

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z][\w -]*?)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class MarkdownReader:
    """Reads Markdown (CommonMark with tables) to plain words with block kinds."""

    media_types: tuple[str, ...] = ("text/markdown",)
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, raw: bytes, uri: str) -> RawText:
        """The text without markup; title, date, outlet, language from front matter or first heading."""
        source, encoding = decode(raw, shown(uri))
        front: dict[str, str] = {}
        if found := _FRONT.match(source):
            front = {key.strip().lower(): value.strip("\"'") for key, value in _PAIR.findall(found.group(1))}
            source = source[found.end() :]
        parts = list(_parts(source))
        title = front.get("title") or next((words for kind, words in parts if kind == "headline"), "")
        if title and not any(kind == "headline" for kind, _ in parts):
            parts.insert(0, ("headline", title))
        text, blocks = assemble(parts)
        date = _ISO.search(front.get("date") or front.get("published") or "")
        return RawText(
            text=text,
            title=title,
            published=date.group() if date else "",
            language=(front.get("lang") or front.get("language") or "").lower()[:2],
            outlet=front.get("outlet") or front.get("source") or "",
            uri=uri,
            media_type="text/markdown",
            encoding=encoding,
            blocks=blocks,
        )


def _parts(source: str) -> list[tuple[BlockKind, str]]:
    from markdown_it import MarkdownIt

    # nesting is bounded: a page of ten thousand ">" is read as far as it makes sense
    tokens = MarkdownIt("commonmark", {"maxNesting": 40, "html": True}).enable("table").parse(source)
    parts: list[tuple[BlockKind, str]] = []
    kind: BlockKind = "paragraph"
    titled = False
    lists = 0
    for token in tokens:
        if token.type == "heading_open":
            first = token.tag == "h1" and not titled
            kind, titled = ("headline" if first else "heading"), titled or first
        elif token.type in ("list_item_open", "list_item_close"):
            lists += token.nesting
            kind = "bullet" if lists else "paragraph"
        elif token.type in ("heading_close", "paragraph_close"):
            kind = "bullet" if lists else "paragraph"
        elif token.type == "inline":
            parts += ((kind, line) for line in _words(token).split("\n") if line.strip())
    return parts


def _words(token: "Token") -> str:
    """The words of an inline token: no address, image or tag; a hard break starts a line."""
    out: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            out.append(child.content)
        elif child.type == "softbreak":
            out.append(" ")
        elif child.type == "hardbreak" or (
            child.type == "html_inline" and child.content.lower().startswith("<br")
        ):
            out.append("\n")
    return "".join(out)
