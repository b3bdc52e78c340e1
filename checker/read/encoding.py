"""From bytes to text: names what is binary, finds the encoding of what is not."""

import codecs

from checker.errors import ReadError

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"%!PS", "a PostScript document"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536


def binary_kind(raw: bytes) -> str:
    """What ``raw`` is when it is not text ("a PDF document"), or empty."""
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            return name
    if raw[:4] == b"RIFF" and b"\x00" in raw[:64]:
        return "a sound, film or image file (RIFF)"
    if raw[4:8] == b"ftyp":
        return "a film or image file (MP4)"
    return ""


def decode(raw: bytes, shown: str) -> tuple[str, str]:
    """The text of ``raw`` and its encoding: a byte order mark wins, then UTF-8, then what is likely.

    Raises:
        ReadError: ``raw`` is binary, or no encoding makes text of it; ``shown`` names the file in the
        message.
    """
    if kind := binary_kind(raw):
        raise ReadError(f"{shown} is {kind}, not text: save it as plain text, Markdown or HTML.")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strict(raw[len(bom) :], encoding, shown), encoding
    if b"\x00" in raw:
        encoding = _wide(raw)
        if not encoding:
            raise ReadError(f"{shown} is binary data, not text (it holds NUL bytes).")
        return _strict(raw, encoding, shown), encoding
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(raw, shown)


def _strict(raw: bytes, encoding: str, shown: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{shown} cannot be read: it begins as {encoding.upper()}, but "
            f"byte {error.start} is not valid in it."
        ) from None
    if "\x00" in text:
        raise ReadError(f"{shown} is binary data, not text (it holds NUL characters).")
    return text


def _wide(raw: bytes) -> str:
    """UTF-16 without a byte order mark: every second byte of Latin text is NUL."""
    sample = raw[:_SAMPLE]
    if len(raw) % 2:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and not odd else ""


def _guess(raw: bytes, shown: str) -> tuple[str, str]:
    # West European text has few bytes above ASCII: detectors mistake it for Chinese or Czech when it is short
    high = sum(byte > 127 for byte in raw[:_SAMPLE])
    if high < 0.12 * min(len(raw), _SAMPLE):
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            if _plausible(text):
                return text, "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE], threshold=0.15).best()
    if best is not None:
        try:
            text = raw.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            text = ""
        if text and _plausible(text):
            return text, best.encoding
    raise ReadError(f"{shown} cannot be read: its encoding is neither UTF-8 nor any other that gives text.")


def _plausible(text: str) -> bool:
    """Whether the text is mostly letters and spaces rather than control characters and symbols."""
    sample = text[:_SAMPLE]
    control = sum(1 for c in sample if (c < " " and c not in "\n\r\t\f") or "\x7f" <= c <= "\x9f")
    letters = sum(c.isalpha() or c.isspace() for c in sample)
    return control <= 0.001 * len(sample) and letters >= 0.6 * len(sample)
