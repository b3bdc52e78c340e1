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
# what a CI runner obeys wherever it stands in a line: GitHub's "##[add-path]", Azure's "##vso[task.setvariable ...]"
_ANYWHERE = re.compile(r"#(?=#\w*\[)")
# what it obeys at the start of one: GitHub's "::add-mask::"
_AT_START = re.compile(r"(?m)^([^\S\n]*):(?=:)")


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


def unobeyed(text: str) -> str:
    """``text`` in which no CI runner finds a command: a space without width stands inside what would be one."""
    return _ANYWHERE.sub("#\u200b", _AT_START.sub("\\1\u200b:", text))


def unobeyed_markup(written: str) -> str:
    """HTML or XML that is read as before, in which no CI runner finds a command."""
    return _ANYWHERE.sub("&#35;", _AT_START.sub(r"\1&#58;", written))


def harmless_json(written: str) -> str:
    r"""JSON of the same values, with hidden characters and the beginnings of a runner's commands as ``\uXXXX``."""
    # both can only stand inside a string here: the rest of JSON is plain ASCII without a number sign, and newlines
    return _ANYWHERE.sub(r"\\u0023", _HIDDEN.sub(_escape, written))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def dump_json(value: Any) -> str:
    r"""JSON with sorted keys, readable letters and a newline at the end; what is not harmless as ``\uXXXX``."""
    return (
        harmless_json(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)) + "\n"
    )
