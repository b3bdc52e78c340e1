"""The command line: a module a verb, imported when the verb is used."""

import contextlib
import errno
import os
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from checker import __version__
from checker.errors import CheckerError

VERBS = {
    "baseline": "Write the findings of a report as known ones.",
    "check": "Compare accounts, or a draft with its sources.",
    "completion": "Print a completion script for a shell.",
    "diff": "Say what is new and what is gone between two reports.",
    "doctor": "Look whether everything is in order here.",
    "explain": "Explain a rule.",
    "new-plugin": "Write a plugin package to begin with.",
    "plugins": "List the plugins and what each brings.",
    "render": "Turn a JSON report into another format.",
    "rules": "List the rules.",
    "show": "Show what a stage makes of a file.",
    "suppress": "Put a finding aside, with a reason.",
}
COMPLETE = "_CHECKER_COMPLETE"
INTERRUPTED = 130
CRASHED = 3


class _Verbs(click.Group):
    """Imports a verb's module only when that verb is asked for, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"checker.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from checker.hints import did_you_mean

            hint = did_you_mean(args[0], VERBS) or f" (one of {', '.join(sorted(VERBS))})"
            raise click.UsageError(f"There is no command {args[0]!r}{hint}.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(VERBS.items()))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version=__version__, message="checker %(version)s")
def command() -> None:
    """Find where accounts of one event cannot both be true, quote differently or leave something out.

    Exit codes: 0 nothing found at or above --fail-on, 1 something, 2 usage or configuration, 3 a rule or
    stage crashed (the report is still written), 5 nothing to compare, 130 interrupted.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing but the result goes to standard output.

    Called without ``arguments``, as the command ``checker`` is, it may end the process.
    """
    code = _main(arguments)
    try:
        sys.stderr.flush()
    except OSError:
        # a full disk under standard error: Python would try again at its end and leave with a code of its own
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if arguments is None and any(
        t is not threading.main_thread() and not t.daemon for t in threading.enumerate()
    ):
        # a plugin's thread that goes on for ever would keep a pipeline waiting though all is written
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError):
                stream.flush()
        os._exit(code)
    return code


def _main(arguments: Sequence[str] | None) -> int:
    # started with a closed stream, Python has None in its place; the exit code still says what was found
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    # quotations hold any character; a terminal that cannot show one gets an escape, not a traceback
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
        return code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _say("interrupted", INTERRUPTED)
    except BrokenPipeError:
        return _closed()
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename is not None:
            return _unexpected(error)
        _closed()
        return _say("Cannot write to standard output: no space is left on the device.", 2)
    except click.ClickException as error:
        return _say(error.format_message(), 2)
    except CheckerError as error:
        return _say(str(error), error.exit_code)
    except Exception as error:
        return _unexpected(error)


def _unexpected(error: Exception) -> int:
    if os.environ.get("CHECKER_TRACEBACK"):
        raise error
    what = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    return _say(f"something that should not happen: {what} (CHECKER_TRACEBACK=1 shows where)", CRASHED)


def _run(arguments: list[str]) -> int:
    if COMPLETE in os.environ:
        command.main(args=arguments, prog_name="checker", complete_var=COMPLETE)
    # not click's own main(): it leaves with 1 on a closed pipe, which would say that something was found
    from checker.rules.time_limit import end_process_if_unstoppable

    end_process_if_unstoppable(_give_up)
    try:
        with command.make_context("checker", arguments or ["--help"]) as context:
            result = command.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return result if isinstance(result, int) else 0


def _give_up() -> None:
    """End the process: a plugin swallows every error that should stop it, and a pipeline must not wait for ever."""
    text = "checker: error: a plugin took too long and could not be stopped; no report (-p no:NAME leaves it out)"
    os.write(2, f"{text}\n".encode())
    os._exit(CRASHED)


def _closed() -> int:
    """Whoever read has enough; keep Python from complaining when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0


def _say(sentence: str, code: int) -> int:
    from checker.cli.terminal import plain

    with contextlib.suppress(OSError):  # nobody can be told, but the exit code stays what it is
        click.echo(f"checker: error: {plain(sentence)}", err=True)
    return code
