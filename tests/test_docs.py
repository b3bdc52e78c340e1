"""The documentation is true: commands run, snippets work, links lead somewhere, tables are complete."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli import COMPLETE, VERBS, main
from checker.config import load_config

ROOT = Path(__file__).parent.parent
# followed from top to bottom by test_docs_snippets.py
FOLLOWED = [
    ROOT / "plugins" / "README.md",
    *(ROOT / "docs" / f"{name}.md" for name in ("writing-a-rule", "hooks", "testing-rules")),
]
PAGES = [ROOT / "README.md", ROOT / "plugins" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
SEEDS = ROOT / "seeds"


@dataclass(frozen=True)
class Block:
    page: Path
    language: str
    text: str

    @property
    def id(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.text.strip().splitlines()[0][:40]}"


def blocks() -> Iterator[Block]:
    for page in (p for p in PAGES if p not in FOLLOWED):
        for language, text in FENCE.findall(page.read_text("utf-8")):
            yield Block(page, language, text)


BLOCKS = list(blocks())
COMMANDS = [b for b in BLOCKS if b.language in ("", "bash", "sh", "console")]
PYTHON = [b for b in BLOCKS if b.language == "python"]
TOML = [b for b in BLOCKS if b.language == "toml"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the documentation speaks of."""
    folder = tmp_path_factory.mktemp("desk")
    ferry = sorted((SEEDS / "ferry-fire").glob("*.txt"))
    for name, account in zip(("a.txt", "b.txt", "c.txt"), ferry, strict=True):
        shutil.copy(account, folder / name)
    for name in ("stories", "wires"):
        (folder / name).mkdir()
    for account in ferry:
        shutil.copy(account, folder / "stories")
    for wire in (SEEDS / "chipmaker-results").glob("wire-*.txt"):
        shutil.copy(wire, folder / "wires")
    shutil.copy(SEEDS / "chipmaker-results" / "draft.md", folder)
    shutil.copy(ROOT / "reports" / "sample.json", folder / "old.json")
    shutil.copy(ROOT / "reports" / "sample.json", folder / "report.json")
    rule = 'from checker import rule\n\n\n@rule("DESK101")\ndef toll(match):\n    "Tolls differ."\n'
    (folder / "desk_rules.py").write_text(rule, "utf-8")
    return folder


@pytest.fixture
def at_the_desk(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(desk)
    monkeypatch.syspath_prepend(str(desk))
    monkeypatch.delenv(COMPLETE, raising=False)
    return desk


def first_finding(report: Path) -> str:
    found = re.search(r'"fingerprint": "([0-9a-f]{64})"', report.read_text("utf-8"))
    assert found
    return found.group(1)


def run_checker(words: list[str], desk: Path) -> None:
    if "FINGERPRINT" in words:
        words = [first_finding(desk / "report.json") if w == "FINGERPRINT" else w for w in words]
    assert main(words) in (0, 1), words


def run_line(line: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run one line of a block; a command of a kind that is not known here fails."""
    words = shlex.split(line, comments=True)
    if not words:
        return
    if words[0] == "checker":
        run_checker(words[1:], desk)
    elif words[0] == "cat" and words[2:4] == ["|", "checker"]:
        command = [sys.executable, "-m", "checker", *words[4:]]
        with (desk / words[1]).open("rb") as piped:
            done = subprocess.run(command, stdin=piped, capture_output=True, check=False, cwd=desk)
        assert done.returncode in (0, 1), done.stderr
    elif words[0] == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert set(words[1:]) <= set(targets)
    elif words[:2] == ["pip", "install"]:
        # what an install gives is held by test_packaging.py
        extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
            "optional-dependencies"
        ]
        wanted = re.fullmatch(r"\.(?:\[(\w+)\])?", words[-1])
        assert wanted and (wanted.group(1) is None or wanted.group(1) in extras)
    else:
        pytest.fail(f"a command that no test runs: {line}")


@pytest.mark.parametrize("block", COMMANDS, ids=lambda b: b.id)
def test_commands_run(block: Block, at_the_desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for line in block.text.splitlines():
        run_line(line, at_the_desk, monkeypatch)
    (at_the_desk / ".checker-suppressions.toml").unlink(missing_ok=True)


def test_a_command_that_is_not_there_is_seen(at_the_desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for line in ("checker chekc a.txt", "checker check a.txt b.txt --no-such-option", "make nothing"):
        with pytest.raises(AssertionError):
            run_line(line, at_the_desk, monkeypatch)
    with pytest.raises(pytest.fail.Exception, match="no test runs"):
        run_line("chekcer check a.txt", at_the_desk, monkeypatch)


@pytest.mark.parametrize("block", PYTHON, ids=lambda b: b.id)
def test_snippets_work(block: Block, at_the_desk: Path) -> None:
    names: dict[str, object] = {"__name__": "snippet"}
    exec(compile(block.text, block.id, "exec"), names)
    tests = {name: value for name, value in names.items() if name.startswith("test_")}
    for function in tests.values():
        run_cases(function)


def run_cases(function: object) -> None:
    """A rule's test as pytest runs it: once a case."""
    assert callable(function)
    marks = [m for m in getattr(function, "pytestmark", []) if m.name == "parametrize"]
    assert marks, "rule_cases gives a parametrized test"
    for value in marks[0].args[1]:
        function(*getattr(value, "values", (value,)))


@pytest.mark.parametrize("block", TOML, ids=lambda b: b.id)
def test_settings_are_settings(block: Block, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text(block.text, "utf-8")
    config = load_config(tmp_path / "checker.toml")
    assert {k for k, of in config.described().items() if of["origin"] != "default"} == set(
        tomllib.loads(block.text)
    )


def test_the_first_screen_has_exactly_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert FENCE.findall("\n".join(text.splitlines()[:40])) == [("", "make demo\nmake test\n")]


@pytest.mark.parametrize(
    "page", [*PAGES, *sorted((ROOT / "docs" / "rules").glob("*.md"))], ids=lambda p: p.name
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "#")):
            assert (page.parent / target.partition("#")[0]).exists(), target


def test_every_verb_and_every_setting_of_the_environment_is_told() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert set(VERBS) == set(
        re.findall(r"`([a-z-]+)`", "\n".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)))
    )
    told = set(re.findall(r"^\| `(CHECKER_\w+)`", page, re.MULTILINE))
    code = "\n".join(p.read_text("utf-8") for p in (ROOT / "checker").rglob("*.py"))
    assert told == set(re.findall(r"\bCHECKER_[A-Z_]+\b", code)) - {COMPLETE}


def test_every_file_that_the_documentation_names_is_there() -> None:
    """Names in backticks with an ending are files: of the project or of the reader's desk."""
    known = {
        p.name
        for part in ("checker", "plugins", "benchmarks", "training", "tests", "docs", "reports")
        for p in (ROOT / part).rglob("*.*")
    }
    known |= {p.name for p in ROOT.iterdir()} | {
        "checker.toml",
        "desk_rules.py",
        "rule_tolls.py",
        "checker_rules.py",
        "demo.html",
        "demo.json",
        "NOTICE",
    }
    for page in (p for p in PAGES if p not in FOLLOWED):
        for name in re.findall(r"`([\w/.-]+\.(?:py|toml|md|json|txt|html|npz))`", page.read_text("utf-8")):
            assert name.rpartition("/")[2] in known, f"{page.name}: {name}"
            if "/" in name and name not in ("reports/demo.html", "reports/demo.json"):
                assert any((root / name).exists() for root in (ROOT, ROOT / "checker", page.parent)), (
                    f"{page.name}: {name}"
                )
