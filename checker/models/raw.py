"""What reading a file gives, before page furniture is told from news."""

from pydantic import Field

from checker.models.base import Frozen
from checker.models.text import Block


class RawText(Frozen):
    """The text of one file or page as its format gives it, with what the format itself says of it.

    ``text`` is harmless: line ends are ``\\n``, Unicode is NFC, and control, bidirectional and
    zero-width characters
    and terminal escapes are gone. ``pieces`` maps it back: each ``(offset in text, offset in the
    decoded file)`` holds
    until the next one; it is empty where the format's markup was taken off. ``blocks`` are the kinds
    the format
    knows (headings, bullets), in code points of ``text``; empty for plain text.
    """

    text: str
    title: str = ""
    published: str = ""
    published_time: str = Field(default="", description="the time of day beside it, as 18:05")
    language: str = ""
    outlet: str = Field(default="", description="the publisher's name, when the format says it")
    uri: str = ""
    media_type: str = "text/plain"
    encoding: str = ""
    raw_sha256: str = ""
    blocks: tuple[Block, ...] = ()
    pieces: tuple[tuple[int, int], ...] = ()
