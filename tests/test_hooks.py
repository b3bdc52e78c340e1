"""Every hook, from a plugin's file to the report; and the page that explains them is held to the code."""

import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import hookspecs
from checker.cli import main

ROOT = Path(__file__).parent.parent
PLUGIN = ROOT / "tests" / "data" / "wire_room.py"
PAGE = (ROOT / "docs" / "hooks.md").read_text("utf-8")
HOOKS = {name: value for name, value in vars(hookspecs).items() if name.startswith("checker_")}
COAST = "The flood in Porto Verde killed 12 people on Monday. An amber alert is in force there."
HARBOUR = "The flood in Porto Verde killed 15 people on Monday. A red alert is in force there."


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "coast.txt").write_text(COAST, "utf-8")
    wire = {"slug": "Flood", "sent": "2025-03-11", "body": HARBOUR}
    (tmp_path / "harbour.wire").write_text(json.dumps(wire), "utf-8")
    (tmp_path / "checker.toml").write_text(f"plugins = [{str(PLUGIN)!r}]\nembedder = 'hashing'\n", "utf-8")
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.startswith("checker_desk"):
            del sys.modules[name]


def check(*options: str) -> int:
    return main(["check", "coast.txt", "harbour.wire", *options])


def test_every_hook_works_in_one_check(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    formats = [
        "--output-format",
        "csv",
        "--output-format",
        "json",
        "--output-file",
        "-",
        "--output-file",
        "r.json",
    ]
    assert check("--preset", "wires", "--extend-select", "NLI", *formats) == 1
    report = json.loads((room / "r.json").read_text("utf-8"))
    assert report["failures"] == []
    # reader
    harbour = next(d for d in report["documents"] if d["uri"] == "harbour.wire")
    assert (harbour["title"], harbour["published"]) == ("Flood", "2025-03-11")
    # models
    assert report["run"]["models"]["embedder"]["name"] == "hashing"
    assert report["run"]["models"]["inferer"]["name"] == "numbers"
    # rules and annotator, and the inference model in a rule that we ship
    codes = {code for f in report["findings"] for code in (f["code"], *f["data"].get("also", ()))}
    assert {"WIRE1", "NUM"} <= codes and "WIRE2" not in codes
    assert report["run"]["counts"]["pairs_judged"] > 0
    # findings, and the renderer
    assert all(f["suggestions"] == ["Call the desk: hashing."] for f in report["findings"])
    table = capsys.readouterr().out
    assert '"amber alert in one account, red alert in the other",Call the desk: hashing.' in table


def test_a_plugin_refuses_a_configuration(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--fail-on", "never") == 2
    assert "does not allow fail-on" in capsys.readouterr().err


def test_what_the_user_names_goes_before_the_plugin(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--nli", "off", "--select", "WIRE1", "--output-format", "json") == 1
    assert "inferer" not in json.loads(capsys.readouterr().out)["run"]["models"]
    assert check("--nli", "numbers", "--select", "WIRE1", "--output-format", "json") == 1
    assert json.loads(capsys.readouterr().out)["run"]["models"]["inferer"]["name"] == "numbers"


def test_the_plugin_of_the_tests_uses_every_hook() -> None:
    text = PLUGIN.read_text("utf-8")
    assert {name for name in HOOKS if f"def {name}(" in text} == set(HOOKS)


@pytest.mark.parametrize("name", HOOKS)
def test_the_page_has_each_hook_with_its_arguments_an_example_and_a_plugin(name: str) -> None:
    arguments = ", ".join(inspect.signature(HOOKS[name]).parameters)
    assert f"\n## {name}({arguments}) -> " in PAGE
    section = PAGE.split(f"\n## {name}(")[1].split("\n## ")[0]
    assert f"def {name}(" in section
    assert "```console\n$ checker " in section
    used = re.search(r"^Used by: (.*)$", section, re.MULTILINE)
    assert used
    for place in re.findall(r"`([\w/.-]+)`", used[1]):
        if "/" in place:
            files = [ROOT / place] if (ROOT / place).is_file() else list((ROOT / place).rglob("*.py"))
            assert any(f"def {name}(" in file.read_text("utf-8") for file in files), place
    assert f"| `{name}` |" in PAGE.split("\n## ")[0]


def test_the_page_has_no_other_hook() -> None:
    assert set(re.findall(r"^## (checker_\w+)", PAGE, re.MULTILINE)) == set(HOOKS)
