"""What may be written to a terminal, and progress on it."""

import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from checker.render.safe import unobeyed


def plain(text: str) -> str:
    """The text on one line, without anything that a terminal or a CI runner would obey.

    A path, a message or a setting can carry control and direction characters, or a command, that a source put there.
    """
    shown = "".join(
        " " if c in "\t\r\n" else c for c in text if c in "\t\r\n" or unicodedata.category(c)[0] != "C"
    )
    # last: what was taken out may have stood between the signs of a command
    return unobeyed(shown)


def warn(sentence: str) -> None:
    """One line of warning on standard error."""
    print(f"checker: warning: {plain(sentence)}", file=sys.stderr)


@contextmanager
def progress() -> Iterator[Callable[[str], None] | None]:
    """A function that shows the stage on one line of standard error; None when that is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(stage: str) -> None:
        sys.stderr.write(f"\r\x1b[K{plain(stage)[:78]}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
