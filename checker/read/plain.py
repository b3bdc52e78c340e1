"""Plain text: nothing is marked, so nothing but the text is known."""

from checker.models.raw import RawText
from checker.read.encoding import decode
from checker.read.paths import shown


class PlainReader:
    """Reads plain text in any common encoding."""

    media_types: tuple[str, ...] = ("text/plain",)
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, raw: bytes, uri: str) -> RawText:
        """The decoded text as it is; raises ReadError for binary data."""
        text, encoding = decode(raw, shown(uri))
        return RawText(text=text, uri=uri, media_type="text/plain", encoding=encoding)
