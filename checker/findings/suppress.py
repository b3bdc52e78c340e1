"""Findings that an editor has put aside, with her reason: a small TOML file for people to read."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from checker.errors import ConfigError
from checker.hints import did_you_mean
from checker.models.findings import Finding
from checker.toml_lines import line_of, quoted, read_toml

HEADER = "# Findings that were looked at and put aside. Written by 'checker suppress'; edit it freely.\n"
_TABLE = "suppress"


def read_suppressions(file: Path) -> dict[str, str]:
    """Fingerprint -> reason; empty when there is no such file.

    Raises:
        ConfigError: the file is not TOML, holds something else than ``[[suppress]]``, or an entry lacks its
            fingerprint or reason.
    """
    if not file.exists():
        return {}
    text, data = read_toml(file)
    for key in data:
        if key != _TABLE:
            # a misspelt table would put nothing aside, and nobody would be told
            hint = did_you_mean(key, [_TABLE])
            raise ConfigError(
                f"{_at(file, text, key)}: unknown key {key!r}{hint}; entries begin with [[{_TABLE}]]."
            )
    entries = data.get(_TABLE, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ConfigError(
            f"{_at(file, text, _TABLE)}: begin each entry with [[{_TABLE}]], in two pairs of brackets."
        )
    found = {}
    for number, entry in enumerate(entries, 1):
        fingerprint, reason = (entry.get(key) for key in ("fingerprint", "reason"))
        if not (isinstance(fingerprint, str) and fingerprint and isinstance(reason, str) and reason.strip()):
            raise ConfigError(f"{file}: entry {number} needs a fingerprint and a reason.")
        found[fingerprint] = reason
    return found


def _at(file: Path, text: str, key: str) -> str:
    line = line_of(text, (key,))
    return f"{file}:{line}" if line else str(file)


def suppress(findings: Iterable[Finding], reasons: Mapping[str, str]) -> list[Finding]:
    """The findings, those that were put aside with their reason in ``suppressed``; none is left out."""
    return [
        f.model_copy(update={"suppressed": reasons[f.fingerprint]}) if f.fingerprint in reasons else f
        for f in findings
    ]


def with_entry(text: str, fingerprint: str, *, code: str, message: str, reason: str) -> str:
    """The text of a suppressions file with one more entry; what stood there, comments too, stays.

    Args:
        text: the file as it is; empty when there is none.
        fingerprint: which finding, 64 hex digits.
        code: its rule, for people who read the file; may be empty.
        message: what it says, likewise.
        reason: why it is no mistake.
    """
    lines = [("fingerprint", fingerprint), ("code", code), ("message", message), ("reason", reason)]
    entry = "\n".join(f"{key} = {quoted(value)}" for key, value in lines if value)
    return f"{(text if text.strip() else HEADER).rstrip()}\n\n[[suppress]]\n{entry}\n"
