"""The example plugin, installed as its own distribution beside a broken one: lists, explanations, a check.

Its own tests are run by ``make plugin``.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fresh_environment import FreshEnvironment

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "plugins" / "example-plugin"
BROKEN = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "broken-desk"
version = "2.1"

[project.entry-points.checker]
broken_desk = "broken_desk"
"""
ENOUGH = " The harbour was closed for the rest of the day. Work is to begin again on Tuesday."
TEXTS = {
    "coast": "A fire on a ferry off Porto Verde killed 12 people on Monday." + ENOUGH,
    "harbour": "A fire on a ferry off Porto Verde killed 12 people on Monday, the coroner said." + ENOUGH,
}
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The command of a fresh environment that has both plugins, in a folder with two accounts."""
    folder = tmp_path_factory.mktemp("plugins")
    broken = folder / "broken-desk"
    broken.mkdir()
    (broken / "pyproject.toml").write_text(BROKEN, "utf-8")
    (broken / "broken_desk.py").write_text("import nowhere_at_all\n", "utf-8")
    environment = FreshEnvironment(folder / "environment")
    environment.install(EXAMPLE)
    environment.install(broken)
    stories = folder / "stories"
    stories.mkdir()
    for name, text in TEXTS.items():
        (stories / f"{name}.txt").write_text(text, "utf-8")
    return lambda *arguments: environment.run("-m", "checker", *arguments, cwd=folder)


def test_plugins_are_listed_with_origin_version_and_error(run: Run) -> None:
    done = run("plugins")
    assert done.returncode == 3
    lines = done.stdout.splitlines()
    assert lines[0].startswith("checker_rules  built-in fact-consistency-checker ")
    at = next(n for n, line in enumerate(lines) if line.startswith("broken_desk"))
    assert lines[at].rstrip() == "broken_desk  entry point broken-desk 2.1"
    assert lines[at + 1] == "  BROKEN: ModuleNotFoundError: No module named 'nowhere_at_all'"
    at = next(n for n, line in enumerate(lines) if line.startswith("checker_desk_style"))
    assert lines[at].startswith("checker_desk_style  entry point checker-desk-style 0.1.0  ")
    assert lines[at + 1] == "  rules: STYLE101 STYLE102 STYLE103" and lines[at + 2].startswith(
        "  preset desk-style: "
    )

    rows = {row["name"]: row for row in json.loads(run("plugins", "--format", "json").stdout)}
    assert list(rows) == ["checker_rules", "broken_desk", "checker_desk_style"]
    assert rows["broken_desk"]["error"] == "ModuleNotFoundError: No module named 'nowhere_at_all'"
    assert (rows["checker_desk_style"]["version"], rows["checker_desk_style"]["error"]) == ("0.1.0", "")
    assert Path(rows["checker_desk_style"]["file"]).is_file()


def test_rules_are_listed_and_filtered(run: Run) -> None:
    done = run("rules")
    listed = [line.split()[0] for line in done.stdout.splitlines()]
    assert {"NUM", "STYLE101", "STYLE102", "STYLE103"} <= set(listed) and listed == sorted(listed)
    assert done.returncode == 3 and "plugin broken_desk: cannot be loaded" in done.stderr
    rows = json.loads(run("rules", "--select", "STYLE", "-k", "not title", "--format", "json").stdout)
    assert [row["code"] for row in rows] == ["STYLE101", "STYLE103"]
    assert {row["plugin"] for row in rows} == {"checker_desk_style"}
    none = run("rules", "-k", "nothing-of-that-name", "-p", "no:broken_desk")
    assert (none.returncode, none.stdout) == (0, "") and "no rule is left" in none.stderr


def test_a_rule_of_a_plugin_is_explained_whole(run: Run) -> None:
    told = run("explain", "style103").stdout
    parts = ["STYLE103 sum-not-converted", "Flags ", "Why: ", "Example: ", "Not flagged: "]
    parts += ["Messages", "Options", "References"]
    at = [told.index(f"\n{part}" if n else part) for n, part in enumerate(parts)]
    assert at == sorted(at)
    assert re.search(r'^  home = ""   ?the desk\'s own currency', told, re.MULTILINE)
    assert "(at least 0)" in told and "[options.STYLE103]" in told
    assert "plugin checker_desk_style (checker-desk-style 0.1.0)" in told
    assert re.search(r"currency\.py:\d+$", told)
    assert json.loads(run("explain", "STYLE103", "--format", "json").stdout)["options"]["properties"]["home"]


def test_a_code_of_a_broken_plugin_names_the_plugin(run: Run) -> None:
    done = run("explain", "BROKEN1")
    assert done.returncode == 2 and done.stdout == ""
    warning, error = done.stderr.splitlines()
    assert (
        "plugin broken_desk: cannot be loaded" in warning and "No loaded rule has the code 'BROKEN1'" in error
    )


def test_a_check_has_its_findings_and_names_the_broken_one(run: Run) -> None:
    done = run("check", "stories", "--preset", "desk-style", "--output-format", "json")
    report = json.loads(done.stdout)
    assert [(f["code"], f["severity"]) for f in report["findings"]] == [("STYLE101", "warning")]
    assert [f["plugin"] for f in report["failures"]] == ["broken_desk"]
    assert done.returncode == 3
    clean = run(
        "check", "stories", "--preset", "desk-style", "-p", "no:broken_desk", "--output-format", "json"
    )
    assert clean.returncode == 0 and json.loads(clean.stdout)["failures"] == []
    stopped = run(
        "check", "stories", "--preset", "desk-style", "-p", "no:broken_desk", "--fail-on", "warning"
    )
    assert stopped.returncode == 1


def test_it_is_typed_and_clean() -> None:
    for tool in (
        ("mypy", str(EXAMPLE / "src"), str(EXAMPLE / "tests")),
        ("ruff", "check", "--no-cache", str(EXAMPLE)),
        ("ruff", "format", "--no-cache", "--check", str(EXAMPLE)),
    ):
        done = subprocess.run(
            [sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
