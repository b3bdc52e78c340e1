"""Every output format: what it says, that it holds its shape, and that hostile text stays text."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from factories_report import (
    HOSTILE,
    REPORTS,
    finding,
    hostile,
    many,
    nothing_found,
    quote,
    two_stories,
    un_vote,
)
from syrupy.assertion import SnapshotAssertion

from checker.errors import UsageError
from checker.models.findings import RuleFailure
from checker.models.report import Report
from checker.render import FORMATS, render, to_html
from checker.render.safe import one_line, visible

WRITTEN = ("text", "sarif", "junit", "github", "gitlab", "markdown")
# everything that a terminal, an editor or a browser obeys without showing it
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")


@pytest.mark.parametrize("format", WRITTEN)
@pytest.mark.parametrize("name", REPORTS)
def test_each_format_is_as_it_was(name: str, format: str, snapshot: SnapshotAssertion) -> None:
    assert render(REPORTS[name](), format) == snapshot


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
def test_same_report_same_bytes(name: str, format: str) -> None:
    again = Report.model_validate_json(REPORTS[name]().model_dump_json())
    first = render(REPORTS[name](), format)
    assert first == render(again, format)
    assert first.endswith("\n") and not first.endswith("\n\n")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_report_can_be_written(format: str) -> None:
    assert render(Report(), format)


def test_unknown_format_is_one_sentence() -> None:
    with pytest.raises(UsageError, match=r"no output format 'pdf': choose one of text, json, html"):
        render(un_vote(), "pdf")


@pytest.mark.parametrize("format", FORMATS)
def test_no_character_that_is_obeyed_gets_through(format: str) -> None:
    assert not OBEYED.search(render(hostile(), format))


def test_colour_adds_only_our_own_escapes() -> None:
    plain = render(hostile(), "text")
    coloured = render(hostile(), "text", color=True)
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b" not in stripped
    assert coloured.count("\x1b[0m") * 2 == coloured.count("\x1b[")
    assert "[[voted]]" in plain and "[[voted]]" not in coloured
    assert "\x1b[1;4mvoted\x1b[0m" in coloured


def test_text_says_who_what_and_how_sure() -> None:
    text = render(un_vote(), "text")
    assert "1. Harbour Post and Morland Courier count 18 votes against, Daily Ledger 16.\n" in text
    assert "fail · error · NUM001 · contradiction · confidence 97 %" in text
    assert "Harbour Post says  wires/harbour.txt:3" in text
    assert "[[18]], with" in text and "[[16]], with" in text
    assert "18. [[missing here]] An American draft" in text
    assert text.endswith(
        "4 findings (2 fail, 2 review), 1 put aside: compared 17 statements of 4 accounts in 1 story.\n"
    )


def test_differing_words_are_found_when_the_rule_marked_none() -> None:
    text = render(un_vote(), "text")
    assert "│ The progress [[we have]] made in [[these]] talks is very [[good]]\n" in text
    assert "│ The progress made in [[those]] talks is very [[constructive]]\n" in text


@pytest.mark.parametrize("width", [40, 72, 120])
def test_text_keeps_to_the_width(width: int) -> None:
    lines = render(un_vote(), "text", width=width).splitlines()
    wide = [line for line in lines if len(line) > width]
    # a name, a path and the facts of a finding are never broken
    assert all(
        " · " in line or "  wires/" in line or "  https://" in line or "OMIT001" in line for line in wide
    )
    assert max(len(line) for line in lines if line.startswith("   │")) <= width


def test_nothing_found_says_what_was_compared() -> None:
    text = render(nothing_found(), "text")
    assert text.endswith("Nothing was found: compared 5 statements of 2 accounts in 1 story.\n")
    assert "Nothing was found here." in render(nothing_found(), "markdown")


@pytest.mark.parametrize("format", ["text", "html", "sarif", "junit", "github", "markdown"])
def test_a_rule_that_crashed_is_named(format: str) -> None:
    written = render(two_stories(), format)
    assert "DESK101" in written and "no unit" in written


def test_incomplete_is_never_called_clean() -> None:
    broken = nothing_found().model_copy(update={"failures": two_stories().failures})
    assert render(broken, "text").endswith("in 1 story. The check is incomplete.\n")
    assert "the check is incomplete" in render(broken, "github")


def test_sides_in_the_same_document_and_unknown_documents_are_shown() -> None:
    report = un_vote()
    a = report.documents[0]
    found = finding(
        "NUM001", "contradiction", "It differs from itself.",
        quote(a, "93 votes to 18", "primary"), quote(a, "The United States voted", "counter"),
    )  # fmt: skip
    lost = found.model_copy(update={"primary": found.primary.model_copy(update={"document": "elsewhere"})})
    report = report.model_copy(update={"findings": (found, lost)})
    for format in FORMATS:
        assert "It differs from itself." in render(report, format)
    assert "elsewhere says\n" in render(report, "text")


def test_junit_counts_and_parses() -> None:
    root = ET.fromstring(render(two_stories(), "junit"))
    suites = root.findall("testsuite")
    assert [s.get("name") for s in suites] == [
        "The vote of 24 February in the General Assembly",
        "Fire on the ferry Alma",
        "rules that did not run",
    ]
    assert (root.get("failures"), root.get("errors"), root.get("skipped")) == ("2", "1", "3")
    assert root.get("tests") == str(len(root.findall(".//testcase")))
    assert visible(HOSTILE) in (ET.fromstring(render(hostile(), "junit"))[0].get("name") or "")


def test_a_crashed_rule_is_not_among_those_that_passed() -> None:
    report = nothing_found()
    code = report.rules[0].code
    failures = (RuleFailure(code=code, plugin="desk", target="match 3", error="ValueError: no"),)
    broken = report.model_copy(update={"failures": failures})
    passed = [
        c.get("name", "") for c in ET.fromstring(render(report, "junit")).iter("testcase") if not len(c)
    ]
    left = [c.get("name", "") for c in ET.fromstring(render(broken, "junit")).iter("testcase") if not len(c)]
    assert set(passed) - set(left) == {f"{code} {report.rules[0].name}"} and len(left) == len(passed) - 1


def test_gitlab_is_told_of_every_crash() -> None:
    report = two_stories()
    crash = next(
        i for i in json.loads(render(report, "gitlab")) if i["check_name"] == report.failures[0].code
    )
    assert "did not run" in crash["description"] and report.failures[0].error in crash["description"]
    assert (
        crash["severity"] == "critical"
        and crash["location"]["path"]
        and crash["location"]["lines"]["begin"] == 1
    )


@pytest.mark.parametrize("format", ["gitlab", "junit"])
def test_incomplete_without_a_reason_is_told_too(format: str) -> None:
    report = nothing_found()
    run = report.run.model_copy(update={"incomplete": True})
    assert "The check is incomplete" in render(report.model_copy(update={"run": run}), format)


def test_github_prints_one_command_a_finding_and_no_other() -> None:
    report = hostile()
    lines = render(report, "github").splitlines()
    assert len(lines) == len(report.findings) + len(report.failures) + 1
    assert [re.match(r"::(\w+) ", line).group(1) for line in lines[:-1]] == [
        "error",
        "warning",
        "warning",
        "error",
    ]
    head, _, message = lines[0].removeprefix("::error ").partition("::")
    assert set(dict(p.split("=", 1) for p in head.split(","))) >= {"file", "line", "title"}
    assert "%250A" in message, "a percent sign of the accounts must not become a line break"


def test_text_starts_no_line_that_a_ci_runner_obeys() -> None:
    report = un_vote()
    doc = report.documents[0]
    long = "word " * 25 + "::add-mask::x " + "##[group]y " * 3
    found = finding("X1", "wording", long, quote(doc, "NEW YORK", "primary"), suggestions=(long,))
    for width in range(40, 140):
        text = render(report.model_copy(update={"findings": (found,)}), "text", width=width)
        assert not re.search(r"(?m)^\s*::|##\[", text)


def test_gitlab_fingerprints_are_unique_and_places_real() -> None:
    report = un_vote()
    twice = report.model_copy(update={"findings": (*report.findings, report.findings[0])})
    issues = json.loads(render(twice, "gitlab"))
    assert len({i["fingerprint"] for i in issues}) == len(issues) == 5
    assert issues[0]["location"] == {"path": "wires/harbour.txt", "lines": {"begin": 3}}
    assert issues[0]["severity"] == "critical" and issues[3]["severity"] == "info"


def test_markdown_of_strangers_stays_words() -> None:
    from markdown_it import MarkdownIt

    for html_allowed in (True, False):
        parser = MarkdownIt("commonmark", {"html": html_allowed}).enable("table")
        page = parser.render(render(hostile(), "markdown"))
        assert not re.search(r"<(script|img|a|style|h[1-6][^>]*>#)", page)
        assert one_line(HOSTILE).split("<")[0] in page
    assert "@team" not in render(hostile(), "markdown")


def test_markdown_marks_differing_words_bold() -> None:
    from markdown_it import MarkdownIt

    page = MarkdownIt().render(render(un_vote(), "markdown"))
    assert "by 93 votes to <strong>16</strong>, with" in page
    assert "<strong>we have</strong> made in <strong>these</strong> talks" in page


def test_hundreds_of_findings_are_all_written() -> None:
    report = many(300)
    assert "300. Sample 299" in render(report, "text")
    assert to_html(report).count('class="finding is-') == 300


def test_rendering_needs_no_model_library() -> None:
    code = (
        "import sys, checker.render as r; from checker.models.report import Report;"
        "[r.render(Report(), f) for f in r.FORMATS];"
        "print([m for m in ('torch', 'faiss', 'spacy', 'onnxruntime', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
