"""What may be written to a terminal, and progress on it."""

import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def plain(text: str) -> str:
    """The text on one line, without anything that a terminal would obey: control and direction characters.

    A path, a message or a setting can carry what a source put there.
    """
    return "".join(
        " " if c in "\t\r\n" else c for c in text if c in "\t\r\n" or unicodedata.category(c)[0] != "C"
    )


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
