"""TOML files with the line of each key, which the standard library's reader does not tell."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from checker.errors import ConfigError

_HEADER = re.compile(r"^\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")


def read_toml(file: Path) -> tuple[str, dict[str, Any]]:
    """The text and the values of a TOML file.

    Raises:
        ConfigError: missing, not UTF-8, or not TOML; with the line the parser names.
    """
    try:
        text = file.read_text("utf-8-sig")
        return text, tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"Cannot read {file}: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise ConfigError(f"Cannot read {file}: it is not UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} is not valid TOML: {error}.") from None


def line_of(text: str, path: tuple[str, ...]) -> int:
    """The line, from 1, on which the key ``path`` is set or its table begins; 0 when it is not seen."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            if table[: len(path)] == path:
                return number
        elif (key := _KEY.match(line)) and (*table, *_parts(key[1]))[: len(path)] == path:
            return number
    return 0


def quoted(text: str) -> str:
    """A TOML basic string; what is no character, half of one for instance, becomes ``?``."""
    # bytes of a command line that are not UTF-8 come as lone surrogates, which no file can hold
    sound = text.encode("utf-8", "replace").decode("utf-8")
    # JSON's escapes are a subset of TOML's once DEL is escaped too
    return json.dumps(sound, ensure_ascii=False).replace("\x7f", "\\u007f")


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
