"""Calls a plugin's code so that whatever it does is told of the plugin and nothing else suffers."""

from collections.abc import Callable
from typing import TypeVar

from checker.errors import CheckerError
from checker.rules.printed import kept_from_output
from checker.rules.time_limit import TimeLimitError, limited

T = TypeVar("T")
TIME_LIMIT = 60.0


class GuestError(Exception):
    """A plugin's code failed; the message says how, on one line, as part of a sentence."""


class Guard:
    """Calls code of one plugin.

    Args:
        plugin: whose code it is.
        failed: told of what went wrong, as part of a sentence, where the call still has a result.
        seconds: how long one call may take.
    """

    def __init__(self, plugin: str, failed: Callable[[str], None], seconds: float = TIME_LIMIT) -> None:
        self.plugin = plugin
        self.failed = failed
        self.seconds = seconds
        self._told: set[str] = set()

    def call(self, what: str, function: Callable[[], T]) -> T:
        """What ``function`` gives; what it prints goes nowhere, and is told once.

        Raises:
            GuestError: it raised something (also SystemExit), or took too long.
            CheckerError: its own, on purpose.
        """
        try:
            with kept_from_output() as printed:
                return self._in_time(function)
        finally:
            if printed.words:
                self.once(f"{what} printed to standard output: {printed.words!r}")

    def once(self, error: str) -> None:
        """Tell of an error that may come back with every account."""
        if error not in self._told:
            self._told.add(error)
            self.failed(error)

    def _in_time(self, function: Callable[[], T]) -> T:
        try:
            with limited(self.seconds):
                return function()
        except TimeLimitError:
            raise GuestError(f"took longer than {self.seconds:g} s and was stopped") from None
        except (CheckerError, KeyboardInterrupt):
            raise
        except BaseException as error:
            raise GuestError(said(error)) from None


def said(error: BaseException) -> str:
    """An error on one line, with its kind unless it is one of ours."""
    text = " ".join(str(error).split())[:300].rstrip(".")
    if isinstance(error, CheckerError | GuestError):
        return text
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
