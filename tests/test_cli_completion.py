"""What a shell offers: verbs, formats, levels, codes of rules, and files; and what -p takes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
source <("$PYTHON" -m checker completion bash)
COMP_WORDS=(%s)
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_checker_completion "$PYTHON_CHECKER"
echo "${COMPREPLY[@]}"
"""


def complete(words: str, folder: Path) -> str:
    """The line that bash offers for ``words``, with our script sourced."""
    program = folder / "checker-here"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        ["bash", "--norc", "-c", SCRIPT % words],
        env={**os.environ, "PYTHON": sys.executable, "PYTHON_CHECKER": str(program)},
        capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("checker ex", "explain"),
        ("checker check --output-format j", "json junit"),
        ('checker check --fail-on ""', "error warning never"),
        ("checker explain qu", "QUOT"),
        ("checker check --select NUM,Q", "NUM,QUOT"),
        ('checker show ""', "blocks sentences statements mentions matches"),
    ],
)
def test_bash_completes(words: str, offered: str, tmp_path: Path) -> None:
    assert complete(words, tmp_path) == offered


@pytest.mark.parametrize(
    "words", ["checker check", "checker check --against", "checker render", "checker show blocks"]
)
def test_files_are_left_to_the_shell(words: str, tmp_path: Path) -> None:
    how = {**os.environ, "_CHECKER_COMPLETE": "bash_complete", "COMP_WORDS": f"{words} a",
           "COMP_CWORD": str(len(words.split()))}  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "checker"], env=how, capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.stdout == "file,a\n"


def test_a_broken_configuration_offers_no_codes(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text("nonsense = 1\n", encoding="utf-8")
    assert complete("checker explain Q", tmp_path) == ""


RULE = '''
from checker import flag, rule


@rule("DESK101", severity="error", messages={"differs": "{a} against {b}"})
def tolls_differ(match):
    """Two accounts give different tolls."""
    for a, b in match.same("quantity"):
        yield flag("differs", at=a, against=[b], a=a.text, b=b.text)
'''


def test_p_takes_the_path_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "tolls.py").write_text(RULE, encoding="utf-8")

    def rules(plugin: str) -> str:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "checker", "plugins", "-p", plugin],
            capture_output=True, text=True, check=False, cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, (".", "plugins")))},
        )  # fmt: skip
        return done.stdout

    assert "DESK101" in rules("./tolls.py") and "DESK101" in rules("tolls.py")
    assert "for the file beside you give -p ./tolls.py" in rules("tolls")
    assert "there is no file gone.py" in rules("gone.py")
