"""A limit on how long a rule or hook may take, also inside a loop of its own that never comes back."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

# the first ring may be swallowed by an "except BaseException"; the next comes soon
_AGAIN = 0.1
# after this many seconds of swallowed rings there is no other way than to end the process
_PATIENCE = 10.0
_OURS = (f"{Path(__file__).parent.parent}{os.sep}", contextlib.__file__)
# what ends the process when nothing else stops a plugin; the command line sets it, a library never would
_last_resort: list[Callable[[], None]] = []


class TimeLimitError(BaseException):
    """The time is over; not an Exception, so that a rule's own ``except Exception`` does not swallow it."""


@contextlib.contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TimeLimitError inside the block after ``seconds``, and again while the block swallows it.

    By SIGALRM, where the system has it and in the main thread; elsewhere nothing is done and the caller's own
    look at the clock between two results must do. A timer that was set before is set again afterwards. C code
    that never asks for signals (``sum(range(10**12))``) is not interrupted; regular expressions are.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    # the frame of the with statement: ours, contextlib's, then the caller's
    home = sys._getframe(2)
    rung = 0

    def ring(number: int, frame: FrameType | None) -> None:
        nonlocal rung
        rung += 1
        if rung * _AGAIN > _PATIENCE and _last_resort:
            _last_resort[0]()
        if _is_in_foreign_code(frame, home):
            raise TimeLimitError

    before = signal.signal(signal.SIGALRM, ring)
    left, interval = signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001), _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, left, interval)
        signal.signal(signal.SIGALRM, before)


def end_process_if_unstoppable(end: Callable[[], None]) -> None:
    """Let ``end`` be called when a plugin swallows the end of its time for ten seconds; it must not return."""
    _last_resort[:] = [end]


def _is_in_foreign_code(frame: FrameType | None, home: FrameType) -> bool:
    """Whether code of somebody else runs between ``home`` and ``frame``: our own tidying up is never broken."""
    while frame is not None and frame is not home:
        if not frame.f_code.co_filename.startswith(_OURS):
            return True
        frame = frame.f_back
    return False
