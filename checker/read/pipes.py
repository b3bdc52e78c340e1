"""Named pipes, as shells make them for ``<(command)``: read without waiting for ever for a writer."""

import os
import select

PATIENCE = 5.0


class NoWriterError(OSError):
    """Nobody opened the pipe for writing in time."""


def read_pipe(path: str, most: int, patience: float = PATIENCE) -> bytes:
    """What is written to the pipe until its writers close it, at most ``most`` bytes.

    A writer may be slow; only one that does not come within ``patience`` seconds is given up.

    Raises:
        NoWriterError: nobody writes.
        OSError: the pipe cannot be opened.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not select.select([handle], [], [], patience)[0]:
            try:
                begun = os.read(handle, 1)
            except BlockingIOError:  # somebody has it open and is busy
                begun = None
            if begun == b"":
                raise NoWriterError
        else:
            begun = None
        os.set_blocking(handle, True)
        return (begun or b"") + file.read(most)
