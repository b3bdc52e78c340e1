"""A limit on how long a rule may take, also inside a loop of its own that never comes back."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TimeLimitError(BaseException):
    """The time is over; not an Exception, so that a rule's own ``except Exception`` does not swallow it."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TimeLimitError inside the block after ``seconds``.

    By SIGALRM, where the system has it and in the main thread; elsewhere nothing is done and the caller's own
    look at the clock between two results must do. A timer that was set before is set again afterwards.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeLimitError

    before = signal.signal(signal.SIGALRM, ring)
    left, interval = signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, left, interval)
        signal.signal(signal.SIGALRM, before)
