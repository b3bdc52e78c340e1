"""What the page's template is given: plain values, every address (id) made here."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from checker.models.findings import Category, Evidence
from checker.models.report import Report
from checker.render.html.claims import claim_groups
from checker.render.html.texts import full_text
from checker.render.quote import LACKING, around, quotation
from checker.render.safe import one_line, visible
from checker.render.view import AccountView, FindingView, StoryView, View, counted

_BLANK = re.compile(r"\n[ \t]*\n")
_SPACE = re.compile(r"\s+")
# so many findings that are only to be reviewed start open; sure ones do up to the second figure
OPEN_REVIEWS, OPEN_FAILS = 6, 40
MANY_ACCOUNTS = 5
CATEGORIES: tuple[Category, ...] = (
    "contradiction",
    "quotation",
    "attribution",
    "omission",
    "addition",
    "wording",
)


def page(report: Report) -> dict[str, Any]:
    """The template's values for ``report``."""
    view = View(report)
    listed = [*view.findings, *view.aside]
    opened = _opened(view.findings)
    stories = [_story(n, s, view, opened) for n, s in enumerate(view.stories, 1)]
    return {
        "verdict": view.verdict,
        "tone": "fail" if view.fails else "review" if view.findings or view.incomplete else "clear",
        "compared": view.compared,
        "stories": stories,
        "story_count": len(report.stories),
        # a long table would stand between the verdict and the findings: it opens on a click
        "many": len(view.accounts) > MANY_ACCOUNTS,
        "accounts": [_account(a, view.findings) for a in view.accounts],
        "findings": listed,
        "filters": _filters(view) if len(view.findings) > 1 else [],
        "total": len(view.findings),
        "aside": [_finding(f, False) for f in view.aside],
        "failures": report.failures,
        "incomplete": view.incomplete,
        "run": _run(report),
    }


def _opened(findings: Iterable[FindingView]) -> set[int]:
    fails = [f.number for f in findings if f.finding.verdict == "fail"][:OPEN_FAILS]
    reviews = [f.number for f in findings if f.finding.verdict != "fail" and not f.lesser][:OPEN_REVIEWS]
    return {*fails, *reviews}


def _story(number: int, story: StoryView, view: View, opened: set[int]) -> dict[str, Any]:
    listed = [*view.findings, *view.aside]
    return {
        "id": f"s{number}",
        "number": number,
        "title": story.title,
        "known": story.story is not None,
        "accounts": [_account(a, view.findings) for a in story.accounts],
        "findings": [_finding(f, f.number in opened) for f in story.findings],
        "groups": claim_groups(number, story, listed) if story.story else [],
        "texts": [full_text(a, number, story, listed) for a in story.accounts],
    }


def _account(account: AccountView, findings: Iterable[FindingView]) -> dict[str, Any]:
    document = account.document
    return {
        "letter": account.letter,
        "name": account.name,
        "title": one_line(document.title),
        "published": one_line(document.published),
        "words": f"{account.words:,}",
        "kind": account.source.kind if account.source else "",
        "uri": one_line(document.uri),
        "link": account.link,
        "complete": document.complete,
        "found": sum(any(q.account == account for q in f.quotes) for f in findings),
    }


def _finding(view: FindingView, opened: bool) -> dict[str, Any]:
    finding = view.finding
    letters = [q.account.letter for q in view.quotes if q.account]
    return {
        "number": view.number,
        "finding": finding,
        "open": opened,
        "lesser": view.lesser,
        "percent": view.percent,
        "rule": view.rule,
        # what an omission marks does not differ: it is what is missing elsewhere
        "mark": "clause" if finding.category in LACKING else "diff",
        "explained": _paragraphs(view.rule.explanation) if view.rule else [],
        "rule_link": view.rule.url if view.rule and view.rule.url.startswith(("https://", "http://")) else "",
        "stances": view.stances,
        "letters": " ".join(dict.fromkeys(letters)),
        "quotes": [
            {
                "id": f"q{view.number}-{q.index}",
                "place": f"t{view.number}-{q.index}" if q.account else "",
                "letter": q.account.letter if q.account else "?",
                "name": q.name,
                "caption": q.caption,
                "role": q.evidence.role,
                "note": one_line(q.evidence.note),
                "language": q.account.language if q.account else "",
                "pieces": quotation(finding, q.evidence),
                "around": _around(q.evidence, q.account),
            }
            for q in view.quotes
        ],
    }


def _paragraphs(text: str) -> list[str]:
    """Paragraphs of a docstring, its line breaks taken out."""
    return [one_line(p) for p in _BLANK.split(text) if p.strip()]


def _around(evidence: Evidence, account: AccountView | None) -> tuple[str, str]:
    before, after = around(evidence, account.document if account else None)
    return _SPACE.sub(" ", visible(before)).lstrip(), _SPACE.sub(" ", visible(after)).rstrip()


def _filters(view: View) -> list[dict[str, Any]]:
    """Groups of switches with how many findings each concerns; a group of one choice is left out."""
    findings = view.findings
    categories = Counter(f.finding.category for f in findings)
    severities = Counter(f.finding.severity for f in findings)
    verdicts = Counter(f.finding.verdict for f in findings)
    accounts = Counter(a for f in findings for a in {q.account.letter for q in f.quotes if q.account})
    groups = [
        {
            "key": "verdict",
            "label": "Verdict",
            "choices": [(v, v, verdicts[v]) for v in ("fail", "review") if verdicts[v]],
        },
        {
            "key": "category",
            "label": "Category",
            "choices": [(c, c, categories[c]) for c in CATEGORIES if categories[c]],
        },
        {
            "key": "severity",
            "label": "Severity",
            "choices": [(s, s, severities[s]) for s in ("error", "warning", "info") if severities[s]],
        },
        {
            "key": "account",
            "label": "Account",
            "choices": [(a.letter, a.name, accounts[a.letter]) for a in view.accounts if accounts[a.letter]],
        },
    ]
    return [g for g in groups if len(g["choices"]) > 1]


def _run(report: Report) -> list[tuple[str, str]]:
    """What is known of the run, as label and value."""
    run = report.run
    out = [(name, one_line(version)) for name, version in sorted(run.versions.items())]
    for stage, model in sorted(run.models.items()):
        name = model.get("name", "")
        digest = model.get("sha256", "")
        out.append((stage, f"{name} (sha256 {digest[:12]}…)" if digest else name))
    out += [(f"{name} counted", f"{number:,}") for name, number in sorted(run.counts.items())]
    out += [(f"{code} not run", one_line(why)) for code, why in sorted(run.skipped.items())]
    if run.seconds:
        out.append(("time", f"{sum(run.seconds.values()):.1f} s in {counted(len(run.seconds), 'stage')}"))
    return out
