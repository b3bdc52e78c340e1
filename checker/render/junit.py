"""JUnit XML: a suite a story, a case a finding, so that a CI server shows findings as failed tests."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from checker.models.report import Report
from checker.render.safe import one_line, unobeyed_markup, visible
from checker.render.view import FindingView, View


def render(report: Report) -> str:
    """``fail`` is a failure, ``review`` a skipped case, a crash an error, a silent rule a passed case."""
    view = View(report)
    root = ET.Element("testsuites", name="fact-consistency-checker")
    for story in view.stories:
        if story.story is None and not story.findings:
            continue
        suite = ET.SubElement(root, "testsuite", name=story.title)
        for finding in story.findings:
            _case(suite, story.title, finding)
        found = {f.finding.code for f in story.findings}
        # a rule that crashed may have found nothing because of that
        for code in sorted(set(view.rules) - found - {f.code for f in view.crashes}):
            ET.SubElement(
                suite, "testcase", classname=story.title, name=f"{code} {one_line(view.rules[code].name)}"
            )
    if view.crashes:
        suite = ET.SubElement(root, "testsuite", name="rules that did not run")
        for failure in view.crashes:
            name = one_line(f"{failure.code} {failure.plugin} {failure.target}") or "stage"
            case = ET.SubElement(suite, "testcase", classname="rules that did not run", name=name)
            ET.SubElement(case, "error", message=one_line(failure.error), type="RuleFailure")
    suites = list(root)
    for suite in suites:
        _count(suite, [suite])
    _count(root, suites)
    ET.indent(root)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        + unobeyed_markup(ET.tostring(root, encoding="unicode"))
        + "\n"
    )


def _count(element: ET.Element, suites: Sequence[ET.Element]) -> None:
    element.set("tests", str(sum(len(s.findall("testcase")) for s in suites)))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(key, str(sum(len(s.findall(f"testcase/{tag}")) for s in suites)))


def _case(suite: ET.Element, story: str, view: FindingView) -> None:
    finding = view.finding
    message = one_line(finding.message)
    case = ET.SubElement(
        suite, "testcase", classname=story, name=f"{view.number}. {one_line(finding.code)} {message}"
    )
    sides = "\n".join(
        f"{q.name} {q.caption}{f': {visible(q.evidence.exact)}' if q.evidence.exact else '.'}"
        for q in view.quotes
    )
    body = f"{sides}\n{finding.category}, {finding.severity}, confidence {view.percent} %"
    if finding.verdict == "fail":
        ET.SubElement(case, "failure", message=message, type=one_line(finding.code)).text = body
    else:
        ET.SubElement(case, "skipped", message=f"to review: {message}")
        ET.SubElement(case, "system-out").text = body
