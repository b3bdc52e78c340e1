"""Where results go: pairs of format and file, refused before the work if need be, written whole."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import OutputError, UsageError
from checker.hints import did_you_mean

if TYPE_CHECKING:
    from checker.models.report import Report

FORMATS = ("text", "json", "html", "sarif", "junit", "markdown", "github", "gitlab")
SUFFIXES = {
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
}


@dataclass(frozen=True)
class Output:
    """One result to write: a format, and a file or None for standard output."""

    format: str
    file: Path | None = None


def pair(formats: Sequence[str], files: Sequence[str], more: Collection[str] = ()) -> list[Output]:
    """The outputs asked for: the first format goes to the first file and so on; without a file, standard
    output.

    A file without a format gets the one its suffix says, or text. ``-`` is standard output.

    Args:
        formats: values of ``--output-format``.
        files: values of ``--output-file``.
        more: formats of plugins.

    Raises:
        UsageError: an unknown format, or two outputs to one place.
    """
    known = (*FORMATS, *more)
    for name in formats:
        if name not in known:
            raise UsageError(
                f"There is no output format {name!r}{did_you_mean(name, known)}: {', '.join(known)}."
            )
    outputs = []
    for number in range(max(len(formats), len(files), 1)):
        name = files[number] if number < len(files) else "-"
        file = None if name == "-" else Path(name)
        by_suffix = SUFFIXES.get(file.suffix.lower(), "text") if file else "text"
        outputs.append(Output(formats[number] if number < len(formats) else by_suffix, file))
    places = [str(o.file.absolute()) if o.file else "standard output" for o in outputs]
    if twice := {p for p in places if places.count(p) > 1}:
        raise UsageError(f"Two outputs go to {min(twice)}: give each --output-format its own --output-file.")
    return outputs


def check_writable(outputs: Sequence[Output]) -> None:
    """Refuse files that cannot be written, before any work is done.

    Raises:
        OutputError: no such folder, a folder in its place, or no permission.
    """
    for output in outputs:
        file = output.file
        if file is None:
            continue
        folder = file.absolute().parent
        try:
            if "\0" in str(file):
                raise ValueError("it holds a NUL")
            is_folder = file.is_dir()
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise OutputError(f"Cannot write {str(file)[:80]!r}: {why}.") from None
        if is_folder:
            raise OutputError(f"Cannot write {file}: it is a folder.")
        if _special(file):
            if not os.access(file, os.W_OK):
                raise OutputError(f"Cannot write {file}: it is write-protected.")
            continue
        if not folder.is_dir():
            raise OutputError(f"Cannot write {file}: there is no folder {folder}.")
        try:
            # only making a file tells on every file system whether one can be made
            handle, name = tempfile.mkstemp(dir=folder, prefix=".checker-")
            os.close(handle)
            Path(name).unlink()
        except OSError as error:
            raise OutputError(f"Cannot write {file}: {error.strerror or error}.") from None
        if file.exists() and not os.access(file, os.W_OK):
            raise OutputError(f"Cannot write {file}: it is write-protected.")


def rendered(
    report: "Report", output: Output, more: "Mapping[str, Callable[[Report], str]] | None" = None
) -> str:
    """The report in the output's format; text for a terminal is as wide as it is, and in colour.

    Args:
        report: what to write.
        output: the format, and whether it goes to a file.
        more: formats of plugins.
    """
    from checker.render import render

    if more and output.format in more:
        return more[output.format](report)
    terminal = output.file is None and sys.stdout.isatty()
    if not terminal:
        return render(report, output.format)
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    # https://no-color.org
    return render(report, output.format, color=not os.environ.get("NO_COLOR"), width=width)


def write(outputs: Sequence[Output], render: Callable[[Output], str]) -> None:
    """Render each output and write it, files first; a file is there whole or, after a failure, as it was before.

    Raises:
        OutputError: the disk is full, or what ``check_writable`` refuses came about meanwhile.
    """
    # all are rendered before the first is written: a format that crashes leaves no half set of files
    texts = [(output, render(output)) for output in outputs]
    # who reads standard output or a pipe may stop at any time, and must not take the files with him
    for output, text in sorted(texts, key=lambda made: _may_close(made[0])):
        if text and not text.endswith("\n"):
            text += "\n"
        if output.file is None:
            sys.stdout.write(text)
        else:
            write_atomically(output.file, text)


def write_atomically(file: Path, text: str) -> None:
    """Write UTF-8 text beside ``file`` and put it in its place in one step.

    Raises:
        OutputError: it cannot be written.
    """
    if _special(file):
        try:
            with file.open("w", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text)
        except OSError as error:
            raise OutputError(f"Cannot write {file}: {error.strerror or error}.") from None
        return
    # through a link to the file it names: the link stays
    target = Path(os.path.realpath(file))
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}-")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(f"Cannot write {file}: {error.strerror or error}.") from None


def _may_close(output: Output) -> int:
    return 2 if output.file is None else int(_special(output.file))


def _special(file: Path) -> bool:
    """Whether it is a device or pipe, which is written to and never replaced (/dev/null, /dev/stdout)."""
    return file.exists() and not file.is_file() and not file.is_dir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
