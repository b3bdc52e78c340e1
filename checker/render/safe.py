"""Text of strangers made harmless: control, bidirectional and other hidden characters become visible signs.

"Trojan Source" (CVE-2021-42574) and terminal escapes both live on characters that are obeyed and not shown.
"""

import json
import re
from typing import Any

# C0 but tab and newline, DEL and C1, line separators, bidirectional marks, embeddings and isolates,
# interlinear annotation, halves of surrogate pairs, tags, non-characters
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if 0x2028 <= code <= 0x2029:
        return "\n"
    return f"\u2039U+{code:04X}\u203a"


def visible(text: str) -> str:
    """``text`` with hidden characters as signs (U+241B for ESC, ``‹U+202E›``); tab and newline stay."""
    return _HIDDEN.sub(_sign, text)


def one_line(text: str) -> str:
    """``text`` visible and on one line, single spaces."""
    return " ".join(visible(text).split())


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def dump_json(value: Any) -> str:
    r"""JSON with sorted keys, readable letters and a newline at the end; hidden characters as ``\uXXXX``."""
    written = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    # what is hidden can only stand inside a string here: the rest of JSON is plain ASCII and newlines
    return _HIDDEN.sub(_escape, written) + "\n"
