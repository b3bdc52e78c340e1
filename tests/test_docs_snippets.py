"""The pages for rule authors, followed from top to bottom as a reader would: every file, every command."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.config import load_config
from tests.snippets import ROOT, Desk, matches, snippets

PAGES = (
    ROOT / "docs" / "writing-a-rule.md",
    ROOT / "docs" / "hooks.md",
    ROOT / "docs" / "testing-rules.md",
    ROOT / "plugins" / "README.md",
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    folder, site = tmp_path / "desk", tmp_path / "site"
    folder.mkdir()
    site.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "100")
    before = set(sys.modules)
    yield Desk(folder, site)
    for name in set(sys.modules) - before:
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_page_holds_when_it_is_followed(page: Path, desk: Desk) -> None:
    for snippet in snippets(page):
        if problem := desk.follow(snippet):
            pytest.fail(f"{page.name}:{snippet.line}\n{problem}", pytrace=False)
    assert desk.ran


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_block_is_a_file_or_is_run_or_is_a_setting(page: Path, tmp_path: Path) -> None:
    for snippet in snippets(page):
        where = f"{page.name}:{snippet.line}"
        if snippet.title or snippet.language == "console":
            continue
        # settings and the lines of a package: read, and known
        assert snippet.language == "toml", where
        values = tomllib.loads(snippet.text)
        if "project" not in values:
            file = tmp_path / "checker.toml"
            file.write_text(snippet.text, "utf-8")
            load_config(file)


def test_a_page_that_lies_is_seen(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ checker --version\nchecker 0.0.0\n```\n", "utf-8")
    assert [bool(desk.follow(snippet)) for snippet in snippets(page)] == [True]
    page.write_text("```console\n$ checkre --version\n```\n", "utf-8")
    with pytest.raises(AssertionError, match="no test runs"):
        [desk.follow(snippet) for snippet in snippets(page)]


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a", "a\nb", False),
        ("a\n...", "a\nb\nc", True),
        ("...\nc", "a\nb\nc", True),
        ("x ... z", "x y z", True),
        ("x ... z", "x y\nz", False),
        ("", "a", False),
        ("...", "", True),
    ],
)
def test_output_is_compared(expected: str, printed: str, same: bool) -> None:
    assert matches(expected, printed) is same
