"""SARIF 2.1.0, the exchange format of analysis tools (OASIS standard, 27 March 2020)."""

import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from checker.models.findings import Evidence, RuleInfo
from checker.models.report import Report
from checker.render.safe import dump_json, one_line, visible
from checker.render.view import AccountView, FindingView, View

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# halves of surrogate pairs that stand for no byte of a file name (PEP 383)
_LOST = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """One run; each finding a result, the other sides as related locations."""
    view = View(report)
    rules = {f.finding.code: f.rule for f in (*view.findings, *view.aside)} | dict(view.rules)
    order = {code: n for n, code in enumerate(sorted(rules))}
    driver = {
        "name": "fact-consistency-checker",
        "version": report.run.versions.get("checker", ""),
        "rules": [_rule(code, rules[code]) for code in order],
    }
    run = {
        "tool": {"driver": {k: v for k, v in driver.items() if v != ""}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": artifact_uri(a)}, "description": {"text": a.name}} for a in view.accounts
        ],
        "results": [_result(f, order) for f in (*view.findings, *view.aside)],
        "invocations": [
            {
                "executionSuccessful": not view.incomplete,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {
                            "text": _unlinked(
                                one_line(f"{failure.code} {failure.plugin} {failure.target}: {failure.error}")
                            )
                        },
                    }
                    for failure in report.failures
                ],
            }
        ],
    }
    return dump_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _unlinked(text: str) -> str:
    """The words as they are: in a SARIF message ``[text](address)`` is a link (section 3.11.6)."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def percent(text: str, safe: str = "/") -> str:
    """``text`` as a part of an address; a byte of a file name that is not UTF-8 as itself, ``%E9``."""
    return quote(_LOST.sub("\ufffd", text).encode("utf-8", "surrogateescape"), safe=safe)


def _rule(code: str, info: RuleInfo | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": one_line(code)}
    if info:
        rule["name"] = one_line(info.name)
        rule["shortDescription"] = {"text": one_line(info.summary) or one_line(code)}
        if info.explanation:
            rule["fullDescription"] = {"text": visible(info.explanation)}
        if info.url.startswith(("http://", "https://")):
            rule["helpUri"] = percent(info.url, safe="/:?=&%")
        rule["defaultConfiguration"] = {"level": _LEVEL[info.severity]}
    return rule


def _result(view: FindingView, order: dict[str, int]) -> dict[str, Any]:
    finding = view.finding
    accounts = {q.index: q.account for q in view.quotes}
    result: dict[str, Any] = {
        "ruleId": one_line(finding.code),
        "ruleIndex": order[finding.code],
        "level": _LEVEL[finding.severity],
        "kind": "fail" if finding.verdict == "fail" else "review",
        "rank": round(finding.confidence * 100, 2),
        "message": {"text": _unlinked(one_line(finding.message))},
        "locations": [_location(finding.primary, accounts[0])],
        "relatedLocations": [
            {
                "id": n,
                "message": {"text": _unlinked(side.caption)},
                **_location(side.evidence, side.account),
            }
            for n, side in enumerate(q for q in view.quotes if q.index)
        ],
        "properties": {
            "category": finding.category,
            "verdict": finding.verdict,
            "confidence": finding.confidence,
        },
    }
    if result["kind"] == "review":
        # the standard allows a level other than "none" only beside the kind "fail"
        result["level"] = "none"
        result["properties"]["severity"] = finding.severity
    if finding.fingerprint:
        result["partialFingerprints"] = {"checker/v1": one_line(finding.fingerprint)}
    if finding.suppressed:
        result["suppressions"] = [{"kind": "external", "justification": one_line(finding.suppressed)}]
    return result


def _location(evidence: Evidence, account: AccountView | None) -> dict[str, Any]:
    uri = artifact_uri(account) if account else percent(evidence.document)
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    start = account.place(evidence.span.start) if account else None
    end = account.place(evidence.span.end) if account else None
    if start and end:
        physical["region"] = {
            "startLine": start[0],
            "startColumn": start[1],
            "endLine": end[0],
            "endColumn": end[1],
        }
        if evidence.exact:
            physical["region"]["snippet"] = {"text": visible(evidence.exact)}
    return {"physicalLocation": physical}


def artifact_uri(account: AccountView) -> str:
    """A valid URI reference: web addresses as they are, absolute paths as file URIs, the rest relative."""
    if account.link:
        return percent(account.link, safe="/:?=&%#+,;@")
    path = PurePath(account.document.uri)
    if path.is_absolute():
        return "file://" + percent(path.as_posix())
    return percent(path.as_posix() or account.id)
