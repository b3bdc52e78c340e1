"""``checker new-plugin``: what it refuses, and that what it writes is whole, passes and is found by the checker."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from fresh_environment import FreshEnvironment

from checker.cli import main
from checker.config import Config
from checker.errors import OutputError
from checker.new_plugin import names_of, write
from checker.plugin_manager import load_plugins

ROOT = Path(__file__).parent.parent
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command in an empty folder; exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(["new-plugin", *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_it_writes_a_whole_package(run: Run, tmp_path: Path) -> None:
    code, out, err = run("harbour-desk")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].startswith("harbour-desk: the rule HARBOUR101")
    assert "  cd harbour-desk" in out.splitlines()
    assert files(tmp_path) == [
        "harbour-desk/.github/workflows/test.yml",
        "harbour-desk/.gitignore",
        "harbour-desk/README.md",
        "harbour-desk/pyproject.toml",
        "harbour-desk/src/harbour_desk/__init__.py",
        "harbour-desk/src/harbour_desk/py.typed",
        "harbour-desk/src/harbour_desk/rules.py",
        "harbour-desk/tests/test_rules.py",
    ]
    project = tomllib.loads((tmp_path / "harbour-desk" / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == "harbour-desk"
    assert project["entry-points"]["checker"] == {"harbour_desk": "harbour_desk"}
    for file in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert not re.search(r"{{|}}|{%|\bMODULE\b", file.read_text("utf-8")), file


def test_where_and_with_which_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "our plugins").mkdir()
    code, out, _ = run("checker-weather", "--into", "our plugins", "--code", "WX")
    assert code == 0 and "  cd 'our plugins/checker-weather'" in out.splitlines()
    assert '"WX101"' in (tmp_path / "our plugins/checker-weather/src/checker_weather/rules.py").read_text(
        "utf-8"
    )
    # a plugin's own name, not what every plugin is called
    assert run("checker-tides-rules")[1].startswith("checker-tides-rules: the rule TIDES101")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a/b"], "no name for a package"),
        (["--", "-desk"], "no name for a package"),
        (["desk-"], "no name for a package"),
        (["désk"], "no name for a package"),
        (["a" * 60], "at most 50"),
        (["3d-desk"], "Python cannot import"),
        (["class"], "Python cannot import"),
        (["json"], "installed here already"),
        (["pytest"], "installed here already"),
        (["checker"], "installed here already"),
        (["fact.consistency_checker", "--code", "FCC"], "installed here already"),
        (["numbers-desk", "--code", "NUM"], "taken by NUM of checker_rules"),
        (["num-desk"], "taken by NUM of checker_rules; give another with --code"),
        (["numeral-desk"], "too near to NUM of checker_rules: --select NUM would take both"),
        (["desk", "--code", "N"], "--select N would take both"),
        (["desk", "--code", "desk"], "capital letters"),
        (["desk", "--code", "DESK101"], "capital letters"),
        (["desk", "--code", "D" * 11], "at most 10"),
        (["omissions", "--code", "OMITS"], "too near to OMIT"),
        (["x1-2", "--into", "nowhere", "--code", "XX"], "nowhere is not a folder"),
        ([], "Missing argument"),
    ],
)
def test_what_it_refuses(run: Run, tmp_path: Path, arguments: list[str], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("checker: error: ") and err.count("\n") == 1 and words in err
    assert list(tmp_path.iterdir()) == []


def test_it_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tide-desk").mkdir()
    (tmp_path / "wind-desk").write_text("notes", "utf-8")
    (tmp_path / "rain-desk").symlink_to(tmp_path / "gone")
    before = sorted(tmp_path.iterdir())
    for name in ("tide-desk", "wind-desk", "rain-desk"):
        code, _, err = run(name)
        assert code == 2 and f"{name} is there already" in err
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "wind-desk").read_text("utf-8") == "notes" and files(tmp_path / "tide-desk") == []


def test_nothing_is_left_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = names_of("tide-desk", None, load_plugins(Config()).rules.infos)
    whole = list(write.files(names))

    def interrupted(_: object) -> object:
        yield from whole[:4]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "files", interrupted)
    with pytest.raises(OutputError, match=r"tide-desk cannot be written: No space left on device"):
        write.write_plugin(names, tmp_path)
    assert list(tmp_path.iterdir()) == []


def tool(*arguments: str, cwd: Path) -> str:
    """What a tool complains of; empty when it has nothing to say."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Z0", "Z"),
        ("tide-desk", "TIDE"),
        ("a-very-long.name_for-a-plugin-of-all-harbour-desks", "HARBOURDES"),
    ],
)
def test_what_it_writes_is_clean(run: Run, tmp_path: Path, name: str, code: str) -> None:
    assert run(name, "--code", code)[0] == 0
    assert tool("ruff", "check", "--no-cache", ".", cwd=tmp_path / name) == ""
    assert tool("ruff", "format", "--no-cache", "--check", ".", cwd=tmp_path / name) == ""


def test_what_it_writes_is_typed_installs_passes_and_finds(run: Run, tmp_path: Path) -> None:
    """The way of an author: generate, install into a fresh environment, test, check."""
    assert run("tide-desk")[0] == 0
    package = tmp_path / "tide-desk"
    settings = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]
    assert settings == {"strict": True, "files": ["src", "tests"]}
    # as strict by our own settings, from our own folder: what they import has been looked at already
    assert tool("mypy", str(package / "src"), str(package / "tests"), cwd=ROOT) == ""

    environment = FreshEnvironment(tmp_path / "environment")
    environment.install(package)
    tested = environment.run("-m", "pytest", "-p", "no:cacheprovider", cwd=package)
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert re.search(r"\b7 passed\b", tested.stdout)

    text = "Rents in Porto Verde rose by 3 {} in May, the council said on Monday."
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "coast.txt").write_text(text.format("percent"), "utf-8")
    (desk / "harbour.txt").write_text(text.format("percentage points"), "utf-8")
    checked = environment.run("-m", "checker", "check", ".", "--output-format", "json", cwd=desk)
    assert checked.stderr == ""
    (finding,) = (f for f in json.loads(checked.stdout)["findings"] if f["code"] == "TIDE101")
    assert finding["message"] == "3 percent in one account, 3 percentage points in the other"
    listed = environment.run("-m", "checker", "plugins", cwd=desk).stdout
    assert "tide_desk  entry point tide-desk 0.1.0" in listed
