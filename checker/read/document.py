"""Reads one document: finds its bytes, its format's reader, and makes what comes out harmless."""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.errors import ReadError
from checker.models.raw import RawText
from checker.models.text import Block, Span
from checker.protocols import Reader, ReadText
from checker.read.characters import Pieces, forward, normalise
from checker.read.encoding import binary_kind
from checker.read.html import HtmlReader, looks_like_html
from checker.read.markdown import MarkdownReader
from checker.read.paths import STANDARD_INPUT, read_bytes, shown, too_large
from checker.read.plain import PlainReader

MAX_BYTES = 50_000_000
# six times the longest of 3,156 news articles; a book compared sentence by sentence takes hours, not seconds
MAX_CHARACTERS = 300_000
# typed as Any: a frozen model's fields are read-only, which a protocol with plain attributes does not take
_BUILT_IN: Any = (PlainReader(), MarkdownReader(), HtmlReader())
READERS: tuple[Reader, ...] = _BUILT_IN


def suffixes(readers: Sequence[Reader] = ()) -> tuple[str, ...]:
    """The file name endings that the built-in readers and ``readers`` know, sorted."""
    return tuple(sorted({suffix for reader in (*READERS, *readers) for suffix in reader.suffixes}))


def read_document(
    path: str,
    *,
    stdin: bytes | None = None,
    max_bytes: int = MAX_BYTES,
    readers: Sequence[Reader] = (),
) -> RawText:
    """One document as text, with what its format knows of it.

    Args:
        path: a file, or ``-`` for standard input.
        stdin: the bytes of standard input when they were read already; ``None`` reads them now.
        max_bytes: more than this is refused before it is read.
        readers: further readers, asked before the built-in ones (a later one before an earlier one).

    Raises:
        ReadError: missing, unreadable, empty, binary, wrongly encoded, too large, or of more than 300,000
            characters of text.
    """
    raw = _standard_input(stdin, max_bytes) if path == STANDARD_INPUT else read_bytes(path, max_bytes)
    if not raw.strip():
        raise ReadError(f"{shown(path)} is empty.")
    reader = _reader_for(path, raw, readers)
    found = reader.read(raw, path)
    if len(found.text) > MAX_CHARACTERS:
        raise ReadError(
            f"{shown(path)} is too long for an account: {len(found.text):,} characters of text, and "
            f"{MAX_CHARACTERS:,} are the most; split it."
        )
    text, pieces = normalise(found.text)
    if not text.strip():
        raise ReadError(f"{shown(path)} is empty: it holds no visible text.")
    return _raw_text(found, text, pieces, path, hashlib.sha256(raw).hexdigest(), reader)


def _standard_input(stdin: bytes | None, max_bytes: int) -> bytes:
    if stdin is None and sys.stdin is None:
        raise ReadError("Standard input is closed: give a file, or pipe the account in.")
    try:
        raw = sys.stdin.buffer.read(max_bytes + 1) if stdin is None else stdin
    except OSError as error:
        raise ReadError(f"Standard input cannot be read: {error.strerror or error}.") from None
    if len(raw) > max_bytes:
        raise ReadError(too_large(STANDARD_INPUT, max_bytes))
    return raw


def _reader_for(path: str, raw: bytes, extra: Sequence[Reader]) -> Reader:
    """By file name ending, else by the first bytes: a page is HTML even when its file is called .txt."""
    by_suffix = {suffix: reader for reader in (*READERS, *extra) for suffix in reader.suffixes}
    suffix = Path(path).suffix.lower()
    reader = by_suffix.get(suffix)
    if reader is not None and not isinstance(reader, PlainReader):
        return reader
    if not binary_kind(raw) and looks_like_html(_peek(raw)):
        return by_suffix[".html"]
    return reader or by_suffix[".txt"]


def _peek(raw: bytes) -> str:
    head = raw[:4096]
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return head.decode(encoding, "replace")


def _raw_text(found: ReadText, text: str, pieces: Pieces, uri: str, digest: str, reader: Reader) -> RawText:
    blocks: tuple[Block, ...] = tuple(getattr(found, "blocks", ()))
    if blocks:
        spans = [Span(start=forward(pieces, b.span.start), end=forward(pieces, b.span.end)) for b in blocks]
        blocks = tuple(b.model_copy(update={"span": s}) for b, s in zip(blocks, spans, strict=True) if len(s))
    return RawText(
        text=text,
        title=_line(found.title),
        published=_line(found.published),
        published_time=_line(getattr(found, "published_time", "")),
        language=_line(found.language),
        outlet=_line(getattr(found, "outlet", "")),
        uri=uri,
        media_type=reader.media_types[0] if reader.media_types else "text/plain",
        encoding=str(getattr(found, "encoding", "")),
        raw_sha256=digest,
        blocks=blocks,
        # a format's markup was taken off: there is no simple way back to its file
        pieces=pieces if isinstance(reader, PlainReader) else (),
    )


def _line(words: str) -> str:
    """Harmless, on one line."""
    return " ".join(normalise(words or "")[0].split())
