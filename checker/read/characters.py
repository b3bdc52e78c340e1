"""Makes text harmless and uniform: line ends, NFC, no control, bidirectional or zero-width characters."""

import re
import unicodedata
from bisect import bisect_right

Pieces = tuple[tuple[int, int], ...]

# whole sequences first, so that "ESC[31m" does not leave "[31m" behind (ECMA-48: CSI, OSC,
# two-character escapes)
_ESCAPES = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)|\x1b[@-Z\\-_]"
_LINE_ENDS = "\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]"
_SPACES = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_UNWANTED = (
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff]"
)
_CHANGE = re.compile(
    f"(?P<escape>{_ESCAPES})|(?P<line>{_LINE_ENDS})|(?P<space>{_SPACES})|(?P<gone>{_UNWANTED})"
)
# ASCII never composes with what stands before it, so each stretch can be composed on its own
_COMPOSABLE = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def normalise(text: str) -> tuple[str, Pieces]:
    """The harmless form of ``text`` and its map back: (offset in the result, offset in text) pieces."""
    step, first = _replace(text)
    composed, second = _compose(step)
    return composed, _chain(second, first)


def _replace(text: str) -> tuple[str, Pieces]:
    out: list[str] = []
    pieces = [(0, 0)]
    length = last = 0
    for found in _CHANGE.finditer(text):
        kind = found.lastgroup
        new = "\n" if kind == "line" else " " if kind == "space" else ""
        out += (text[last : found.start()], new)
        length += found.start() - last + len(new)
        last = found.end()
        if len(new) != last - found.start():
            pieces.append((length, last))
    out.append(text[last:])
    return "".join(out), _tidy(pieces)


def _compose(text: str) -> tuple[str, Pieces]:
    if unicodedata.is_normalized("NFC", text):
        return text, ((0, 0),)
    out: list[str] = []
    pieces = [(0, 0)]
    length = last = 0
    for found in _COMPOSABLE.finditer(text):
        new = unicodedata.normalize("NFC", found.group())
        if new == found.group():
            continue
        out += (text[last : found.start()], new)
        length += found.start() - last
        pieces.append((length, found.start()))
        length += len(new)
        last = found.end()
        pieces.append((length, last))
    out.append(text[last:])
    return "".join(out), _tidy(pieces)


def _tidy(pieces: list[tuple[int, int]]) -> Pieces:
    """Keep the last piece of each offset: what was removed at a place has no width in the result."""
    return tuple(dict(pieces).items())


def _chain(outer: Pieces, inner: Pieces) -> Pieces:
    """The map that goes through both: from the result of the outer step to the text before the inner one."""
    if outer == ((0, 0),):
        return inner
    starts = {clean for clean, _ in outer} | {forward(outer, clean) for clean, _ in inner}
    return tuple((start, back(inner, back(outer, start))) for start in sorted(starts))


def back(pieces: Pieces, offset: int) -> int:
    """The place in the original text of ``offset`` in the normalised one."""
    if not pieces:
        return offset
    at = bisect_right(pieces, (offset, 1 << 62)) - 1
    clean, raw = pieces[max(at, 0)]
    return raw + offset - clean


def forward(pieces: Pieces, offset: int) -> int:
    """The place in the normalised text of an original ``offset``; what was removed falls on what follows."""
    if not pieces:
        return offset
    at = max(bisect_right(pieces, offset, key=lambda piece: piece[1]) - 1, 0)
    clean, raw = pieces[at]
    ahead = clean + offset - raw
    return min(ahead, pieces[at + 1][0]) if at + 1 < len(pieces) else ahead
