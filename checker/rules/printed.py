"""Keeps standard output for the report: what a plugin prints is caught, so that it can be named."""

import contextlib
import io
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator

_SHOWN = 80


class Printed:
    """What was printed; ``words`` is its beginning on one line, empty when nothing was."""

    def __init__(self) -> None:
        self.words = ""


@contextlib.contextmanager
def kept_from_output() -> Iterator[Printed]:
    """Catch what the block writes to standard output; afterwards ``words`` of what is given says it.

    Also what goes past Python (``os.write(1, ...)``, a program that is started), while the process has one
    thread: a second one may write there by right.
    """
    printed = Printed()
    python = io.StringIO()
    with _descriptor() as deep:
        try:
            with contextlib.redirect_stdout(python):
                yield printed
        finally:
            text = python.getvalue() + (deep() if deep else "")
            printed.words = " ".join(text.split())[:_SHOWN]


@contextlib.contextmanager
def _descriptor() -> Iterator[Callable[[], str] | None]:
    """Catch what is written to file descriptor 1; a function that gives it, or None when that cannot be done."""
    if threading.active_count() > 1:
        yield None
        return
    try:
        _flush()
        kept = os.dup(1)
    except OSError:
        # started with a closed standard output
        yield None
        return
    with tempfile.TemporaryFile() as file:

        def written() -> str:
            _flush()
            file.seek(0)
            return file.read(1000).decode("utf-8", "replace")

        os.dup2(file.fileno(), 1)
        try:
            yield written
        finally:
            _flush()
            os.dup2(kept, 1)
            os.close(kept)


def _flush() -> None:
    with contextlib.suppress(OSError, ValueError):
        if sys.__stdout__ is not None:
            sys.__stdout__.flush()
