"""The rules' pages are made from their docstrings and fresh."""

from pathlib import Path

import pytest

from checker.config import Config
from checker.models.findings import RuleInfo
from checker.plugin_manager import load_plugins
from checker.rules.pages import page

DOCS = Path(__file__).parent.parent / "docs" / "rules"
INFOS = [i for i in load_plugins(Config()).rules.infos if i.plugin.startswith("checker_rules")]


@pytest.mark.parametrize("info", INFOS, ids=lambda i: i.code)
def test_page_is_fresh(info: RuleInfo) -> None:
    assert (DOCS / f"{info.code}.md").read_text("utf-8") == page(info), "run 'make docs'"


@pytest.mark.parametrize("info", INFOS, ids=lambda i: i.code)
def test_docstring_says_what_why_and_when_not(info: RuleInfo) -> None:
    for heading in ("Flags ", "Why:", "Example:", "Not flagged:"):
        assert heading in info.explanation


def test_no_page_without_a_rule() -> None:
    assert {p.stem for p in DOCS.glob("*.md")} == {i.code for i in INFOS}
