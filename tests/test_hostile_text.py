"""Hostile words in texts, titles, file names and plugins' messages are harmless in every output format."""

import json
import re
import unicodedata
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from checker import check
from checker.models.findings import RuleFailure
from checker.models.report import Report
from checker.render import FORMATS, render
from checker.render.json_ import read_report
from checker.render.safe import unobeyed_markup

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script></style></title></textarea><img src=x onerror=alert(1)>",
    "\u202eevil\u2066 \u200b\u2028 \x85",
    "\x1b[31mred\x1b]0;title\x07 \x9b2J",
    "=cmd|' /C calc'!A0",
    "::error file=x::pwned",
    "%0A::warning::x",
    "```\n# head\n\n[x](javascript:alert(1)) ![y](http://tracker.example/p.png)",
    "<!-- ]]> --> <![CDATA[",
    "| a | b |\n|---|---|",
    "&lt;b&gt; &#x3c;i&#x3e; {{ 7*7 }} {% x %} ${7*7}",
    '" onmouseover="alert(1)" x="',
    "w" * 3000,
    "x\x00y\ud800z\ufffe",
    "then ##vso[task.setvariable variable=PATH]/evil and ##[add-path]/tmp/evil ###[group]\n::add-mask::x\n",
)
NAMES = ("<img src=x onerror=alert(1)>.txt", "::error::=cmd ##[add-path]x \x1b[31m\u202e.txt")
HEAD = "A fire at the fish market of Porto Verde killed {} people on Monday, mayor Ana Silva said"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A real report on hostile files, with hostile words put where only a plugin or a page could put them."""
    folder = tmp_path_factory.mktemp("hostile")
    chosen = PAYLOADS[:6] + PAYLOADS[8:9] + PAYLOADS[10:12] + PAYLOADS[-1:]
    words = " ".join(chosen).replace("\x85", " ").replace("\u2028", " ")
    paths = []
    for number, name in zip((12, 15), NAMES, strict=True):
        path = folder / name.replace("/", "")
        path.write_text(
            f"{HEAD.format(number)}, “{words} was heard.”\n\n{HEAD.format(number)}.\n\n"
            f"Police spoke of {words} on Tuesday.\n",
            "utf-8",
        )
        paths.append(path)
    made = check(paths, cache="off", inferer="off")
    assert made.findings, "without a finding the renderers have nothing to show"
    everything = " ".join(PAYLOADS)
    told = tuple(
        f.model_copy(update={"message": f"{payload} {f.message}", "data": {"words": payload}})
        for f in made.findings
        for payload in (*PAYLOADS, everything)
    )
    return made.model_copy(
        update={
            "findings": told,
            "documents": tuple(d.model_copy(update={"title": everything}) for d in made.documents),
            "sources": tuple(s.model_copy(update={"name": everything}) for s in made.sources),
            "stories": tuple(s.model_copy(update={"title": everything}) for s in made.stories),
            "failures": (RuleFailure(code="BAD1", plugin=everything, target=everything, error=everything),),
        }
    )


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_is_obeyed_and_not_shown(report: Report, name: str) -> None:
    written = render(report, name)
    written.encode("utf-8")
    for line in written.split("\n"):
        obeyed = {c for c in line if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c != "\t"}
        assert not obeyed | (
            {*line} & {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"}
        )


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def _parsed(page: str) -> _Tags:
    parser = _Tags()
    parser.feed(page)
    parser.close()
    return parser


def test_a_page_holds_no_tag_of_a_source(report: Report) -> None:
    page = _parsed(render(report, "html"))
    own = _parsed(render(Report(), "html"))
    assert page.tags.count("script") == own.tags.count("script") and page.tags.count(
        "style"
    ) == own.tags.count("style")
    assert not {"img", "iframe", "b", "i", "base", "meta-refresh"} & (set(page.tags) - set(own.tags))
    assert not [n for n, _ in page.attributes if n.startswith("on")]
    links = [v for n, v in page.attributes if n in ("href", "src", "action", "formaction")]
    assert links and not [
        v for v in links if v.strip().lower().startswith(("javascript:", "data:", "http://tracker"))
    ]


def test_json_keeps_the_words_and_reads_back(report: Report) -> None:
    clean = report.model_copy(update={"findings": report.findings[:3], "failures": ()})
    written = render(clean, "json")
    assert PAYLOADS[0] in json.loads(written)["findings"][0]["message"]
    assert read_report(written).findings[0].message == clean.findings[0].message


def test_sarif_and_gitlab_are_json_with_as_many_results(report: Report) -> None:
    results = json.loads(render(report, "sarif"))["runs"][0]["results"]
    assert len(results) == len(report.findings)
    # SARIF 2.1.0, 3.11.6: [text](target) in a message is a link unless the bracket is escaped
    assert not [r for r in results if "[x](javascript" in r["message"]["text"].replace("\\[", "")]
    issues = json.loads(render(report, "gitlab"))
    assert len(issues) == len(report.findings) + len(report.failures) and not [
        i for i in issues if "\n" in i["description"]
    ]


def test_junit_is_xml_with_as_many_cases(report: Report) -> None:
    root = ET.fromstring(render(report, "junit"))
    assert {e.tag for e in root.iter()} <= {
        *("testsuites", "testsuite", "testcase", "failure", "skipped", "error", "properties", "property"),
        *("system-out", "system-err"),
    }
    assert len(root.findall(".//failure") + root.findall(".//skipped")) == len(report.findings)


def test_github_reads_only_our_own_commands(report: Report) -> None:
    lines = [line for line in render(report, "github").split("\n") if line.lstrip().startswith("::")]
    assert len(lines) == len(report.findings) + len(report.failures)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert not [line for line in lines if line.startswith("::error file=x::")]


def test_a_line_of_the_text_is_no_workflow_command(report: Report) -> None:
    assert not [line for line in render(report, "text").split("\n") if line.lstrip().startswith("::")]


@pytest.mark.parametrize("name", FORMATS)
def test_no_runner_finds_a_command_anywhere_in_a_line(report: Report, name: str) -> None:
    written = render(report, name)
    # the runners of GitHub and Azure look for these in the whole line, for "::" at its start
    assert not re.search(r"##(\w+)?\[", written)
    if name != "github":
        assert not re.search(r"(?m)^\s*::", written)


def test_a_broken_command_is_still_the_words(report: Report) -> None:
    words = "##vso[task.setvariable variable=PATH]/evil and ##[add-path]/tmp/evil"
    results = json.loads(render(report, "sarif"))["runs"][0]["results"]
    assert [r for r in results if words in r["message"]["text"]]
    assert words in "".join(ET.fromstring(render(report, "junit")).itertext())
    assert read_report(render(report, "json")).findings == report.findings


def test_what_the_policy_of_the_page_names_is_left_as_it_is() -> None:
    for name in ("report.css", "report.js"):
        text = (files("checker.render.html") / name).read_text("utf-8")
        assert unobeyed_markup(text) == text


def test_markdown_holds_no_html_and_no_link_of_a_source(report: Report) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(render(report, "markdown"))
    flat = [t for token in tokens for t in (token, *(token.children or ()))]
    ours = (
        "<details",
        "</details",
        "<summary",
        "</summary",
        "<mark",
        "</mark",
        "<br",
        "<ins",
        "</ins",
        "<del",
        "</del",
    )
    html = [t.content for t in flat if t.type in ("html_block", "html_inline")]
    assert not [h for h in html if not h.strip().lower().startswith(ours) or "alert(" in h]
    targets = [
        str(t.attrs.get("href") or t.attrs.get("src") or "") for t in flat if t.type in ("link_open", "image")
    ]
    assert not [t for t in targets if t.startswith(("javascript:", "http://tracker"))]
    assert not [t for t in flat if t.type == "image"]


def test_files_on_disk_are_utf_8_whatever_stands_in_them(report: Report, tmp_path: Path) -> None:
    from checker.cli.output import Output, write

    for name in FORMATS:
        file = tmp_path / f"report.{name}"
        write([Output(name, file)], lambda output: render(report, output.format))
        assert file.read_bytes().decode("utf-8").endswith("\n")
