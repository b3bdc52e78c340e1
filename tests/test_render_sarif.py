# ruff: noqa: E501 -- a schema reads best a property a line
"""SARIF: the parts of the 2.1.0 schema that code-scanning services insist on."""

import json
from typing import Any

import jsonschema
import pytest
from factories_report import REPORTS, hostile, two_stories, un_vote

from checker.render import FORMATS, render
from checker.render.sarif import artifact_uri
from checker.render.view import View

MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": MESSAGE,
        "physicalLocation": {
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {"required": ["uri"], "properties": {"uri": {"type": "string", "pattern": r"^[!-~]+$"}}},
                "region": {
                    "required": ["startLine"],
                    "properties": {k: {"type": "integer", "minimum": 1} for k in ("startLine", "startColumn", "endLine", "endColumn")},
                },
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}  # fmt: skip
SARIF = {
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "items": {
                            "required": ["message", "ruleId", "locations"],
                            "properties": {
                                "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "rank": {"type": "number", "minimum": 0, "maximum": 100},
                                "message": MESSAGE,
                                "locations": {"type": "array", "minItems": 1, "items": LOCATION},
                                "relatedLocations": {"type": "array", "items": LOCATION, "uniqueItems": True},
                            },
                        }
                    },
                },
            },
        },
    },
}  # fmt: skip


def run_of(name: str) -> dict[str, Any]:
    log = json.loads(render(REPORTS[name](), "sarif"))
    jsonschema.validate(log, SARIF)
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("name", REPORTS)
def test_the_log_has_the_required_shape(name: str) -> None:
    run = run_of(name)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert (result["kind"] == "fail") or result["level"] == "none"


def test_the_region_is_where_the_words_are() -> None:
    report = un_vote()
    for found, result in zip(report.findings[:2], run_of("un-vote")["results"], strict=False):
        region = result["locations"][0]["physicalLocation"]["region"]
        line = report.documents[0].text.splitlines()[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == found.primary.exact


def test_what_was_put_aside_is_suppressed_and_a_crash_is_notified() -> None:
    assert run_of("un-vote")["results"][4]["suppressions"][0]["justification"].startswith("The desk runs")
    invocation = run_of("two-stories")["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert "DESK101" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert len(two_stories().failures) == len(invocation["toolExecutionNotifications"])


def test_addresses_are_valid_references() -> None:
    accounts = View(un_vote()).accounts
    assert [artifact_uri(a) for a in accounts][2:] == [
        "wires/courier.md",
        "https://teaser.example/kyiv?a=1&b=2",
    ]
    assert "%3Cscript%3E" in artifact_uri(View(hostile()).accounts[0])


def test_a_file_name_that_is_not_utf_8_keeps_its_bytes() -> None:
    report = un_vote()
    first = report.documents[0].model_copy(update={"uri": "wires/caf\udce9 \ud800.txt"})
    report = report.model_copy(update={"documents": (first, *report.documents[1:])})
    assert artifact_uri(View(report).accounts[0]) == "wires/caf%E9%20%EF%BF%BD.txt"
    assert all(render(report, format).encode("utf-8") for format in FORMATS)
