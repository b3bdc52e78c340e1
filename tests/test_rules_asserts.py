"""What a failing assert in a rule says: readable words, the same in every run."""

import subprocess
import sys
from pathlib import Path

import pytest

from checker.plugin_sources import import_file
from checker.rules.asserts import said
from checker.rules.engine import run_rules
from checker.testing import story_of

ROOT = Path(__file__).parent.parent
TEXTS = {
    "coast": "Mayor Ana Silva said on Monday that the fire killed 12 people and injured 30.",
    "harbour": "Mayor Bo Berg said on Tuesday that the fire killed 15 people and injured 30.",
}


def message(tmp_path: Path, body: str) -> str:
    """The first finding's message, or what failed, of a rule in a file of its own."""
    file = tmp_path / "rule_it.py"
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    file.write_text(f"from checker import rule\n@rule('X1')\ndef it(match):\n    'S.'\n{lines}\n", "utf-8")
    findings, failures = run_rules([story_of(TEXTS)], [import_file(file).it])
    return next((f.message for f in findings), "") or failures[0].error


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("left, right = match\nassert left.numbers == right.numbers", "12 against 15"),
        ("assert match.left.sentence.numbers == match.right.sentence.numbers", "12, 30 against 15, 30"),
        ("assert match.left.sentence.names == match.right.sentence.names", "Ana Silva against Bo Berg"),
        ("for a, b in match.same('quantity'):\n    assert a.value == b.value", "12 against 15"),
        ("for a, b in match.same('quantity'):\n    assert a.value.number == b.value.number", "12 against 15"),
        ("for a, b in match.same('quantity'):\n    assert a.value.compatible(b.value)", "12 against 15"),
        (
            "for a, b in match.same('quantity'):\n    assert a.value.compatible(b.value), f'{a} not {b}'",
            "12 not 15",
        ),
        (
            "for a, b in match.same('quantity'):\n    x, y = a.value, b.value\n    assert x == y",
            "12 dead person against 15 dead person",
        ),
        ("assert match.left.sentence.entities == match.right.sentence.entities", "ana silva against bo berg"),
        (
            "assert match.left.passive == (not match.right.passive)",
            "match.left.passive is False against not match.right.passive is True",
        ),
        ("assert not match.left.numbers", "not so: not match.left.numbers"),
        ("assert False", "not so: False"),
        ("assert match.left.speaker == match.right.speaker, ('who', 1)", "('who', 1)"),
        ("for a, b in match.same('quantity'):\n    assert a == b", "TypeError: 'a == b' compares places"),
        ("assert match.left == match.right", "compares places"),
        ("assert list(match.left.numbers) == list(match.right.numbers)", "compares places"),
        ("import json\nassert json.loads('[') == 1", "JSONDecodeError"),
    ],
)
def test_messages(tmp_path: Path, body: str, words: str) -> None:
    assert words in message(tmp_path, body)


def test_equal_figures_are_no_finding(tmp_path: Path) -> None:
    body = "left, right = (s.sentence for s in match)\nassert left.numbers[1:] == right.numbers[1:]"
    file = tmp_path / "rule_fine.py"
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    file.write_text(f"from checker import rule\n@rule('X1')\ndef it(match):\n    'S.'\n{lines}\n", "utf-8")
    assert run_rules([story_of(TEXTS)], [import_file(file).it]) == ([], [])


def test_said() -> None:
    assert said({"b", "a"}) == "a, b" and said([]) == "nothing" and said(1234567.0) == "1,234,567"
    assert said(0.25) == "0.25" and said({"k": [1, 2]}) == "k: 1, 2" and said("") == "nothing"
    assert said(object()) == "object"


def test_the_same_words_in_every_process() -> None:
    code = "from checker.rules.asserts import said; print(said({'a','b','c','d','e'}), said(frozenset({'x','y'})))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert told == {"a, b, c, d, e x, y\n"}
