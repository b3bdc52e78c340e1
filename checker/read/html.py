"""HTML: the main text of a page with its headings and lists, its title, date, outlet and language."""

import codecs
import logging
import re
from collections.abc import Iterator, Set
from contextlib import contextmanager
from typing import Any

from checker.errors import ReadError
from checker.models.raw import RawText
from checker.models.text import BlockKind
from checker.read.assemble import assemble
from checker.read.encoding import decode
from checker.read.metadata import linked_titles, plain_words, time_of
from checker.read.paths import shown
from checker.read.tags import visible_parts

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2})", re.IGNORECASE)
_TAG = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
# no search in the whole text: a date in a sentence is not the page's date; a far end keeps today's
# clock out of it
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}
_WORDS = re.compile(r"\w+")


def looks_like_html(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return bool(_TAG.match(text[:4096]))


class HtmlReader:
    """Reads the main text of an HTML page with trafilatura; menus, comments and footers stay out."""

    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, raw: bytes, uri: str) -> RawText:
        """The page's main text with block kinds; raises ReadError when there is none."""
        source, encoding = _decode(raw, shown(uri))
        source = source.replace("\x00", "")
        with _quiet():
            page = _extract(source)
        parts = list(_parts(page.body)) if page is not None and page.body is not None else []
        links = linked_titles(source)
        parts = [("furniture" if _is_link(kind, words, links) else kind, words) for kind, words in parts]
        if not parts:  # too deep or too short for the extractor: whatever a reader would see
            parts = visible_parts(source)
        if not any(words.strip() for _, words in parts):
            raise ReadError(
                f"{shown(uri)} holds no readable text: the page has no words outside its scripts."
            )
        title = " ".join((page.title or "").split()) if page is not None else ""
        if title and not _has_title(parts, title):
            parts.insert(0, ("headline", title))
        text, blocks = assemble(parts)
        date = _ISO.search(page.date or "") if page is not None else None
        language = _LANGUAGE.search(source[:20000])
        return RawText(
            text=text,
            title=title,
            published=date.group() if date else "",
            published_time=time_of(source, date.group()) if date else "",
            language=language.group(1).lower() if language else "",
            outlet=(page.sitename or "") if page is not None else "",
            uri=uri,
            media_type="text/html",
            encoding=encoding,
            blocks=blocks,
        )


def _decode(raw: bytes, name: str) -> tuple[str, str]:
    declared = _CHARSET.search(raw[:4096])
    if declared and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            encoding = codecs.lookup(declared.group(1).decode("ascii")).name
            # what calls itself Latin-1 is Windows-1252 in practice (WHATWG Encoding Standard, section 4.2)
            encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
            return raw.decode(encoding), encoding
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(raw, name)


def _extract(source: str) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            source,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params=dict(_DATES),
        )
    except (RecursionError, ValueError, AttributeError, TypeError, KeyError):
        return None  # a page the extractor stumbles over is still read, by its visible words


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the extractor's and lxml's log lines off the terminal."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _is_link(kind: BlockKind, words: str, links: Set[str]) -> bool:
    ended = words.rstrip('"”’)').endswith((".", "!", "…")) and kind != "heading"
    return kind in ("heading", "paragraph") and not ended and plain_words(words) in links


def _has_title(parts: list[tuple[BlockKind, str]], title: str) -> bool:
    """Whether the title stands among the first parts (a site's name may be added to the title)."""
    wanted = [word.casefold() for word in _WORDS.findall(title)]
    for index, (kind, words) in enumerate(parts[:4]):
        have = [word.casefold() for word in _WORDS.findall(words)]
        if have and (have == wanted or (len(have) > 3 and wanted[: len(have)] == have)):
            if kind == "heading":
                parts[index] = ("headline", words)
            return True
    return False


def _parts(body: Any) -> Iterator[tuple[BlockKind, str]]:
    """The blocks of the extractor's tree, in order."""
    headlines = 0
    for node in body.iter("head", "p", "item", "quote", "row", "code"):
        above = node.getparent()
        inside = {a.tag for a in node.iterancestors()}
        if node.tag in ("p", "quote") and inside & {"item", "row", "code"}:
            continue  # its words are taken with the item's or the row's
        if node.tag == "quote" and node.find(".//p") is not None:
            continue
        words = _words(node)
        if node.tag == "head":
            first = node.get("rend") == "h1" and not headlines
            headlines += first
            yield ("headline" if first else "heading"), words
        elif node.tag == "item":
            yield from (("bullet", line) for line in words.split("\n"))
        elif node.tag == "row":
            titles = len(node) > 0 and all(cell.get("role") == "head" for cell in node)
            yield (
                "heading" if titles else "bullet",
                " | ".join(" ".join(_words(cell).split()) for cell in node),
            )
        else:
            yield from (("paragraph", line) for line in words.split("\n"))
        if above is not None and (node.tail or "").strip():
            yield "paragraph", node.tail or ""


def _words(node: Any) -> str:
    """The words of a node; a line break starts a line, lists inside are left to their own items."""
    out: list[str] = [node.text or ""]
    for child in node:
        if child.tag == "lb":
            out.append("\n")
        elif child.tag == "p":
            out += ("\n", _words(child), "\n")
        elif isinstance(child.tag, str) and child.tag not in ("list", "table", "graphic"):
            out.append(_words(child))
        out.append(child.tail or "")
    return "".join(out)
