"""Runs a guest's rule in a process of its own, so that nothing it does can reach the others.

Such a rule can be ended whatever it does: a loop in C code, an ``except BaseException`` without end, an
``os._exit``, a crash of the interpreter. What it finds comes back as JSON.
"""

import contextlib
import os
import selectors
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable
from functools import partial

from pydantic import ValidationError

from checker.models.base import Frozen
from checker.models.findings import Finding, RuleFailure

# how long a rule that is asked to end may take for it
_GRACE = 2.0
_CHUNK = 1 << 16
# from linux/prctl.h
_PR_SET_PDEATHSIG = 1


class Outcome(Frozen):
    """What a rule found and what went wrong, as it comes out of the process."""

    findings: tuple[Finding, ...] = ()
    failures: tuple[RuleFailure, ...] = ()


class ProcessEndedError(Exception):
    """The process ended without an outcome, or had to be ended; the message says how."""


def possible() -> bool:
    """Whether a process can be split off here: on Linux, where no other thread could hold a lock in it."""
    return sys.platform == "linux" and threading.active_count() == 1


def run_apart(work: Callable[[], Outcome], seconds: float) -> Outcome:
    """What ``work`` gives, done in a copy of this process that is ended after ``seconds`` and a little.

    Raises:
        ProcessEndedError: it ended itself, crashed, took too long, or there is no process to be had.
    """
    parent, end_with_parent = os.getpid(), _end_with_parent()
    reading, writing = os.pipe()
    interrupted: list[int] = []
    handler = signal.getsignal(signal.SIGINT)
    if callable(handler):
        # an interruption that came in the hooks of a fork would be dropped there, so it is kept until after
        signal.signal(signal.SIGINT, lambda number, _: interrupted.append(number))
    with warnings.catch_warnings():
        # numeric libraries have threads of their own, which a rule without a model does not need
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            child = os.fork()
        except OSError as error:
            os.close(reading)
            os.close(writing)
            if callable(handler):
                signal.signal(signal.SIGINT, handler)
            raise ProcessEndedError(
                f"could not get a process of its own ({error}); it says nothing"
            ) from None
    if child == 0:
        os.close(reading)
        end_with_parent()
        if os.getppid() != parent:
            # it had ended before it could be said that this one ends with it
            os._exit(0)
        _work_and_leave(work, writing)
    os.close(writing)
    try:
        if callable(handler):
            signal.signal(signal.SIGINT, handler)
            if interrupted:
                handler(interrupted[0], None)
        written, in_time = _all_of(reading, time.monotonic() + seconds + _GRACE)
        if not in_time:
            raise ProcessEndedError(
                f"took longer than {seconds:g} s and could only be stopped by ending its process; it says nothing"
            )
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        return Outcome.model_validate_json(written)
    except ValidationError:
        raise ProcessEndedError(f"ended its process ({_told(status)}); it says nothing") from None


def _end_with_parent() -> Callable[[], object]:
    """What a child calls so that it is killed when its parent ends, whatever ends that (SIGTERM, SIGKILL).

    A child that outlived its parent would hold the pipes that a caller of the command waits for. Where the system
    has no such thing, the function does nothing.
    """
    try:
        import ctypes

        # looked up before the fork: in the child, a lock of the loader may be held by a thread that is not there
        prctl = ctypes.CDLL(None).prctl
    except (ImportError, OSError, AttributeError):
        return lambda: None
    return partial(prctl, _PR_SET_PDEATHSIG, signal.SIGKILL.value)


def _work_and_leave(work: Callable[[], Outcome], writing: int) -> None:
    """The child's whole life; it never returns, so that nothing of the parent is done twice."""
    try:
        # the parent alone answers to an interruption
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        data = work().model_dump_json().encode()
        while data:
            data = data[os.write(writing, data) :]
    finally:
        os._exit(0)


def _all_of(reading: int, deadline: float) -> tuple[bytes, bool]:
    """Everything written until the pipe is closed, and whether that was before ``deadline``."""
    written = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(reading, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                return bytes(written), False
            chunk = os.read(reading, _CHUNK)
            if not chunk:
                return bytes(written), True
            written += chunk


def _told(status: int) -> str:
    if status >= 0:
        return f"exit code {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
