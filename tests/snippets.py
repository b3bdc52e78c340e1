"""Runs a page of the documentation from top to bottom, as a reader follows it: files are written, commands run.

A block with a title is a file. A ``console`` block holds commands (``$ ...``) and what they print; ``...`` stands for
any words, and alone on a line for any lines.
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from checker.cli import main

ROOT = Path(__file__).parent.parent
OPENING = re.compile(r'^```(?P<language>\w*)(?: title="(?P<title>[^"]+)")?$')


@dataclass(frozen=True)
class Snippet:
    """A fenced block: its language, its file name if it has one, its text, and the line it begins on."""

    language: str
    title: str
    text: str
    line: int


def snippets(page: Path) -> Iterator[Snippet]:
    """The fenced blocks of a page, in order."""
    opened: tuple[str, str, int] | None = None
    lines: list[str] = []
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        if opened is None:
            if line.startswith("```"):
                found = OPENING.match(line)
                assert found, f"{page.name}:{number}: a block that is opened in no way known here: {line}"
                opened, lines = (found["language"], found["title"] or "", number), []
        elif line == "```":
            yield Snippet(opened[0], opened[1], "\n".join(lines) + "\n", opened[2])
            opened = None
        else:
            lines.append(line)
    assert opened is None, f"{page.name}: a block is not closed"


@dataclass
class Desk:
    """A folder in which a page is followed; the caller has made it the working folder."""

    folder: Path
    site: Path
    code: int = 0
    ran: list[str] = field(default_factory=list)

    def follow(self, snippet: Snippet) -> str:
        """Do what the block says; what is wrong with it, or nothing."""
        if snippet.title:
            file = self.folder / snippet.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(snippet.text, "utf-8")
            return ""
        if snippet.language != "console":
            return ""
        for command, expected in _commands(snippet.text):
            printed = self._run(command)
            if not matches(expected, printed):
                return f"$ {command}\n--- the page has\n{expected}\n--- it prints\n{printed}"
        return ""

    def _run(self, command: str) -> str:
        self.ran.append(command)
        words = shlex.split(command)
        changed = {}
        while "=" in words[0]:
            name, _, value = words.pop(0).partition("=")
            changed[name] = value
        if command == "echo $?":
            return f"{self.code}\n"
        if words[0] == "checker":
            return self._checker(words[1:], changed)
        if words[0] == "pytest":
            return self._process("-m", "pytest", "-p", "no:cacheprovider", *words[1:])
        if words[:2] == ["pip", "install"]:
            offline = (
                "--no-deps",
                "--no-build-isolation",
                "--disable-pip-version-check",
                "--quiet",
                "--target",
                str(self.site),
            )
            return self._process("-m", "pip", "install", *offline, *words[2:])
        raise AssertionError(f"a command that no test runs: {command}")

    def _checker(self, words: list[str], environment: dict[str, str]) -> str:
        printed = io.StringIO()
        before = {name: os.environ.get(name) for name in environment}
        os.environ.update(environment)
        try:
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                self.code = main(words)
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})
        return printed.getvalue()

    def _process(self, *words: str) -> str:
        paths = os.pathsep.join(map(str, (ROOT, ROOT / "plugins", self.site)))
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env={**_at_a_desk(), "PYTHONPATH": paths, "COLUMNS": "80"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.code = done.returncode
        return done.stdout


def _commands(text: str) -> Iterator[tuple[str, str]]:
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)
    assert not parts[0].strip(), f"output without a command: {parts[0]}"
    for part in parts[1:]:
        command, _, expected = part.partition("\n")
        yield command.strip(), expected


def matches(expected: str, printed: str) -> bool:
    """Whether the output is what the page has; blank lines at the edges and spaces at line ends do not count."""
    pattern = ""
    for line in _lines(expected):
        if line == "...":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += r"[^\n]*?".join(re.escape(part) for part in line.split("...")) + r"\n"
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _lines(printed))) is not None


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def _at_a_desk() -> dict[str, str]:
    """The environment without what makes pytest print more where it runs in a pipeline."""
    return {name: value for name, value in os.environ.items() if name not in ("CI", "BUILD_NUMBER")}
