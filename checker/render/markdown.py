"""The report as Markdown, for a merge request, a ticket or a mail."""

import re

from checker.models.report import Report
from checker.render.quote import around, quotation
from checker.render.safe import one_line, unobeyed
from checker.render.view import FindingView, Quote, View

_QUOTED = re.compile('["“”„«»]')
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-!|~>$])")


def render(report: Report) -> str:
    """Accounts as a table, then each finding with the words of every side, differing words in bold."""
    view = View(report)
    out = [f"# {view.verdict}", "", f"Compared {view.compared}.", ""]
    out += ["| | account | title | published | words |", "|---|---|---|---|---:|"]
    for a in view.accounts:
        doc = a.document
        teaser = "" if doc.complete else " (headline or teaser only)"
        cells = (a.letter, escape(a.name), escape(doc.title) + teaser, escape(doc.published), str(a.words))
        out.append(f"| {' | '.join(cells)} |")
    out.append("")
    if view.incomplete:
        out += ["**The check is incomplete: what follows did not run, so findings may be missing.**", ""]
        out += [
            f"- {escape(' '.join((f.code, f.plugin, f.target)))}: {escape(f.error)}" for f in report.failures
        ]
        out.append("")
    for story in view.stories:
        if story.story is None and not story.findings:
            continue
        out += [f"## {escape(story.title)}", ""]
        if not story.findings:
            out += ["Nothing was found here.", ""]
        for finding in story.findings:
            if not finding.lesser:
                out += _finding(finding)
        lesser = [f for f in story.findings if f.lesser]
        if lesser:
            out += ["### Lesser differences, seldom worth a line", ""]
            out += [
                f"{f.number}. {escape(f.finding.message)} ({f.finding.verdict}, {escape(f.finding.code)})"
                for f in lesser
            ]
            out.append("")
    if view.aside:
        out += ["## Put aside", ""]
        out += [f"- {escape(f.finding.message)} ({escape(f.finding.suppressed)})" for f in view.aside]
    return unobeyed("\n".join(out).rstrip("\n") + "\n")


def _finding(view: FindingView) -> list[str]:
    finding = view.finding
    out = [f"### {view.number}. {escape(finding.message)}", ""]
    out += [
        f"**{finding.verdict}**, {finding.severity}, {finding.category}, {escape(finding.code)}, "
        f"confidence {view.percent} %",
        "",
    ]
    for quote in view.quotes:
        out += [
            f"> **{escape(quote.name)}** {quote.caption}{_note(quote)}:  ",
            f"> {_words(view, quote)}",
            "",
        ]
    out += [f"Suggestion: {escape(s)}\n" for s in finding.suggestions]
    return out


def _note(quote: Quote) -> str:
    return f" ({escape(quote.evidence.note)})" if quote.evidence.note else ""


def _words(view: FindingView, quote: Quote) -> str:
    if not quote.evidence.exact:
        before, after = around(quote.evidence, quote.account.document if quote.account else None)
        return f"… {escape(before)} **‸ missing here** {escape(after)} …"
    out = ""
    for piece in quotation(view.finding, quote.evidence):
        words = escape(piece.text)
        left = " " if out and piece.text[:1].isspace() else ""
        right = " " if piece.text[-1:].isspace() else ""
        out += f"{left}**{words}**{right}" if piece.marked and words else f"{left}{words}{right}"
    return out.strip() if _QUOTED.search(quote.evidence.exact) else f"“{out.strip()}”"


def escape(text: str) -> str:
    """``text`` on one line so that Markdown and HTML see only letters; an @name notifies nobody."""
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", plain).replace("@", "@\u200b").replace("://", ":\u200b//")
