"""What every renderer needs of a report: accounts with short names, findings numbered, who stands where."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from checker.models.findings import Evidence, Finding, RuleFailure, RuleInfo
from checker.models.report import Report, Story
from checker.models.text import Document, Source
from checker.render.safe import one_line

# suffixes whose lines are the lines of Document.text, so that a line number means something to an editor
_PLAIN = {"", ".txt", ".text"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
STANDINGS = {
    "states": ("●", "states"),
    "differs": ("≠", "differs"),
    "absent": ("○", "lacks"),
    "silent": ("–", "not quoted"),
    "unclear": ("·", "not clear"),
}
_STANDING_OF_ROLE = {"primary": "states", "support": "states", "counter": "differs", "absent": "absent"}
_CAPTION = {
    "primary": "says",
    "support": "says so too",
    "counter": "differs",
    "absent": "lacks it",
    "context": "for context",
}


@dataclass(frozen=True)
class AccountView:
    """One account as it is named throughout a report: a letter, a name that no other account has."""

    id: str
    letter: str
    name: str
    document: Document
    source: Source | None

    @property
    def words(self) -> int:
        """How many words of it take part in the comparison."""
        blocks = self.document.blocks
        if not blocks:
            return len(self.document.text.split())
        return sum(len(b.span.of(self.document.text).split()) for b in blocks if b.compared)

    @property
    def language(self) -> str:
        """A language tag fit for an attribute, or empty."""
        return self.document.language if _LANGUAGE.match(self.document.language) else ""

    @property
    def link(self) -> str:
        """Its web address, or empty: only http and https are ever made a link."""
        for uri in (self.document.uri, self.source.uri if self.source else ""):
            if uri.lower().startswith(("http://", "https://")):
                return uri
        return ""

    def place(self, offset: int) -> tuple[int, int] | None:
        """Line and column (from 1) of a code point, or nothing when the file's lines are not the text's."""
        if self.link or PurePosixPath(self.document.uri).suffix.lower() not in _PLAIN:
            return None
        before = self.document.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True)
class Quote:
    """One side of a finding: the evidence, its index in the finding, its account (if the report has it)."""

    index: int
    evidence: Evidence
    account: AccountView | None
    caption: str

    @property
    def name(self) -> str:
        """The account's name, or the document's id when the report does not hold the document."""
        return self.account.name if self.account else one_line(self.evidence.document)


@dataclass(frozen=True)
class Stance:
    """Where an account stands on a finding."""

    account: AccountView
    state: str

    @property
    def symbol(self) -> str:
        """A sign that needs no colour."""
        return STANDINGS[self.state][0]

    @property
    def word(self) -> str:
        """The standing in a word."""
        return STANDINGS[self.state][1]


@dataclass(frozen=True)
class FindingView:
    """A finding with its number in the report, its sides in reading order and where the accounts stand."""

    number: int
    finding: Finding
    quotes: tuple[Quote, ...]
    stances: tuple[Stance, ...]
    rule: RuleInfo | None

    @property
    def lesser(self) -> bool:
        """Whether it is told behind the rest: more often of no weight than worth an editor's time."""
        return bool(self.finding.data.get("lesser"))

    @property
    def percent(self) -> int:
        """The confidence in percent; only certainty itself is shown as 100."""
        return min(int(self.finding.confidence * 100 + 0.5), 100 if self.finding.confidence == 1 else 99)


@dataclass(frozen=True)
class StoryView:
    """A story with its accounts and its findings; ``story`` is nothing for what belongs to none."""

    story: Story | None
    title: str
    accounts: tuple[AccountView, ...]
    findings: tuple[FindingView, ...]


class View:
    """A report prepared for reading; cheap, and the same for every renderer."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.accounts = _accounts(report)
        self.by_id = {a.id: a for a in self.accounts}
        self.rules = {r.code: r for r in report.rules}
        stories = {s.id: s for s in report.stories}
        self.findings: list[FindingView] = []
        self.aside: list[FindingView] = []
        ordered = [f for f in report.findings if not f.suppressed] + [
            f for f in report.findings if f.suppressed
        ]
        for number, finding in enumerate(ordered, 1):
            view = self._finding(number, finding, stories.get(finding.story))
            (self.aside if finding.suppressed else self.findings).append(view)
        self.stories = self._stories(stories)
        self.fails = sum(f.finding.verdict == "fail" for f in self.findings)
        self.reviews = len(self.findings) - self.fails

    def _finding(self, number: int, finding: Finding, story: Story | None) -> FindingView:
        quotes = [
            Quote(k, e, self.by_id.get(e.document), _CAPTION[e.role]) for k, e in enumerate(finding.evidence)
        ]
        if finding.primary.role == "absent":
            quotes = [replace(q, caption="has it") if q.evidence.role == "support" else q for q in quotes]
        # what is missing reads best after what the others say
        quotes.sort(key=lambda q: q.evidence.role in ("absent", "context"))
        states: dict[str, str] = {}
        for evidence in finding.evidence:
            state = _STANDING_OF_ROLE.get(evidence.role)
            if state and _WEIGHT[state] > _WEIGHT[states.get(evidence.document, "silent")]:
                states[evidence.document] = state
        named = [*(story.documents if story else ()), *(e.document for e in finding.evidence)]
        stances = [
            Stance(self.by_id[d], states.get(d, "silent")) for d in dict.fromkeys(named) if d in self.by_id
        ]
        stances.sort(key=lambda s: self.accounts.index(s.account))
        return FindingView(number, finding, tuple(quotes), tuple(stances), self.rules.get(finding.code))

    def _stories(self, stories: dict[str, Story]) -> list[StoryView]:
        views = []
        for story in _in_reading_order(self.report):
            accounts = tuple(self.by_id[d] for d in story.documents if d in self.by_id)
            found = tuple(f for f in self.findings if f.finding.story == story.id)
            titles = (one_line(t) for t in (story.title, *(a.document.title for a in accounts)))
            views.append(StoryView(story, next(filter(None, titles), "Untitled story"), accounts, found))
        rest = tuple(f for f in self.findings if f.finding.story not in stories)
        told = {d for s in self.report.stories for d in s.documents}
        alone = tuple(a for a in self.accounts if a.id not in told)
        if rest or alone:
            title = "Not told by any other account" if self.report.stories else "The accounts"
            views.append(StoryView(None, title, alone, rest))
        return views

    @property
    def compared(self) -> str:
        """What was compared, in half a sentence: ``41 statements of 4 accounts in 1 story``."""
        counts = self.report.run.counts
        accounts = counted(len(self.accounts), "account")
        what = (
            f"{counted(counts['statements'], 'statement')} of {accounts}"
            if counts.get("statements")
            else accounts
        )
        stories = len(self.report.stories)
        return f"{what} in {counted(stories, 'story', 'stories')}" if stories else what

    @property
    def verdict(self) -> str:
        """The report in one line."""
        if self.fails and self.reviews:
            line = (
                f"{counted(self.fails, 'discrepancy', 'discrepancies')} to settle, {self.reviews} to review"
            )
        elif self.fails:
            line = f"{counted(self.fails, 'discrepancy', 'discrepancies')} to settle"
        elif self.reviews:
            line = f"Nothing sure, {counted(self.reviews, 'place')} to review"
        else:
            line = "Nothing was found but what was put aside" if self.aside else "No discrepancy was found"
        return f"{line}; the check is incomplete" if self.incomplete else line

    @property
    def incomplete(self) -> bool:
        """Whether something did not run, so that findings may be missing."""
        return self.report.run.incomplete or bool(self.report.failures)

    @property
    def crashes(self) -> tuple[RuleFailure, ...]:
        """What did not run, at least one for a check that is incomplete."""
        if self.report.failures or not self.incomplete:
            return self.report.failures
        return (RuleFailure(error="The check is incomplete; the report does not say why."),)


_WEIGHT = {"silent": 0, "absent": 1, "states": 2, "differs": 3}


def counted(number: int, one: str, many: str = "") -> str:
    """``1 account``, ``2 accounts``, ``1,204 statements``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def letters(index: int) -> str:
    """A, B, ... Z, AA, AB, ...: the short name of the account at ``index``."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(65 + rest) + out
    return out


def _in_reading_order(report: Report) -> list[Story]:
    """The story with the gravest finding first; those in which nothing was found last."""
    found = [f.story for f in report.findings if not f.suppressed]
    return sorted(report.stories, key=lambda s: found.index(s.id) if s.id in found else len(found))


def _accounts(report: Report) -> list[AccountView]:
    """Accounts in the order of their stories, the rest after them; every name once."""
    sources = {s.id: s for s in report.sources}
    told = [d for s in _in_reading_order(report) for d in s.documents]
    rank = {d: n for n, d in reversed(list(enumerate(told)))}
    documents = sorted(report.documents, key=lambda d: rank.get(d.id, len(told)))
    names = _unique([_name(d, sources.get(d.source)) for d in documents], documents)
    return [
        AccountView(d.id, letters(n), name, d, sources.get(d.source))
        for n, (d, name) in enumerate(zip(documents, names, strict=True))
    ]


def _name(document: Document, source: Source | None) -> str:
    if source and source.name.strip():
        return one_line(source.name)
    return one_line(PurePosixPath(document.uri).name or document.id)


def _unique(names: Sequence[str], documents: Sequence[Document]) -> list[str]:
    shared = Counter(names)
    fuller = [
        f"{name} ({one_line(PurePosixPath(d.uri).name or d.id)})" if shared[name] > 1 else name
        for name, d in zip(names, documents, strict=True)
    ]
    shared = Counter(fuller)
    seen: Counter[str] = Counter()
    out = []
    for name in fuller:
        seen[name] += 1
        out.append(f"{name} #{seen[name]}" if shared[name] > 1 else name)
    return out
