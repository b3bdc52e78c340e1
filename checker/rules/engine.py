"""Runs rules over stories, each rule on its own: what one does wrong is named, and the rest completes."""

import inspect
import json
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from checker.errors import CheckerError
from checker.hints import did_you_mean
from checker.models.findings import Evidence, Finding, Role, RuleFailure, Severity
from checker.rules import apart
from checker.rules.apart import Outcome
from checker.rules.asserts import told
from checker.rules.authoring import Flag, Rule, flag
from checker.rules.originals import Originals
from checker.rules.places import evidence
from checker.rules.printed import kept_from_output
from checker.rules.services import Services
from checker.rules.time_limit import TimeLimitError, limited
from checker.rules.vocabulary import ClaimView, DocumentView, GapView, MatchView, StoryView, place

Target = MatchView | GapView | ClaimView | StoryView | DocumentView
TIME_LIMIT = 60.0
# a rule that says more is broken, and would fill the memory before its time is over
MOST_FINDINGS = 10_000


def run_rules(
    stories: Sequence[StoryView],
    rules: Iterable[Rule],
    services: Services | None = None,
    *,
    time_limit: float = TIME_LIMIT,
    severities: Mapping[str, Severity] | None = None,
    guests: Collection[str] = (),
) -> tuple[list[Finding], list[RuleFailure]]:
    """Run every rule on every target of its scope; rules in the order of their codes, targets in that of the
    texts.

    A rule that needs a service which is not there is not run. A rule that fails on a target is named once, with the
    first target and how many more; it goes on with the others. A rule that takes longer than ``time_limit``
    seconds in all is stopped and its findings are left out: which of them were made in time would depend on
    the machine.

    Args:
        stories: what to look at.
        rules: what to run.
        services: what rules may ask for.
        time_limit: seconds a rule may take over all stories.
        severities: code -> severity that the user configured.
        guests: codes of rules that are not ours: each runs in a process of its own where that can be done, else on
            copies, and one that changed what it was given says nothing.
    """
    services = services or Services()
    findings: list[Finding] = []
    failures: list[RuleFailure] = []
    originals = Originals(stories)
    for rule in sorted(rules, key=lambda r: r.code):
        if services.lacks(rule.needs):
            continue
        run = _Run(rule, services, time_limit, (severities or {}).get(rule.code))
        outcome = run.as_guest(originals) if rule.code in guests else run.over(stories)
        findings += outcome.findings
        failures += outcome.failures
    return findings, failures


class _Run:
    """One rule's run over all stories."""

    def __init__(self, rule: Rule, services: Services, time_limit: float, severity: Severity | None) -> None:
        self.rule = rule
        self.time_limit = time_limit
        self.severity = severity
        code = getattr(inspect.unwrap(rule.function), "__code__", None)
        self.file = code.co_filename if code else ""
        options = services.options.get(rule.code) or rule.make_options()
        self.services = {n: options if n == "options" else getattr(services, n) for n in rule.services}
        self.findings: list[Finding] = []
        self.errors: list[tuple[str, str]] = []

    def as_guest(self, originals: Originals) -> Outcome:
        """Run so that nothing the rule does can reach other rules or the report."""
        if set(self.rule.services) - {"options"} or not apart.possible():
            # a model's threads are not there in a second process
            return self._watched(originals, originals.copies())
        originals.remember()
        try:
            return apart.run_apart(lambda: self._watched(originals, originals.stories), self.time_limit)
        except apart.ProcessEndedError as error:
            return Outcome(failures=(self._failure("", str(error)),))

    def _watched(self, originals: Originals, stories: Sequence[StoryView]) -> Outcome:
        outcome = self.over(stories)
        if not originals.changed(stories):
            return outcome
        changed = self._failure("", "changed the accounts that it was given; it says nothing")
        return Outcome(failures=(*outcome.failures, changed))

    def over(self, stories: Sequence[StoryView]) -> Outcome:
        """Run on every target; the findings in order, and at most two failures (one for printing)."""
        deadline = time.monotonic() + self.time_limit
        where = ""
        with kept_from_output() as printed:
            try:
                with limited(self.time_limit):
                    for story in stories:
                        for target in targets(story, self.rule.info.scope):
                            where = repr(target)
                            if time.monotonic() > deadline:
                                raise TimeLimitError
                            self._on(story, target, deadline)
            except TimeLimitError:
                self._stopped(
                    where, f"took longer than {self.time_limit:g} s and was stopped; it says nothing"
                )
            except _TooManyError:
                self._stopped(
                    where, f"gave more than {MOST_FINDINGS:,} findings and was stopped; it says nothing"
                )
        failures = []
        if self.errors:
            where, what = self.errors[0]
            more = f" (and on {len(self.errors) - 1} more)" if len(self.errors) > 1 else ""
            failures.append(self._failure(where, what + more))
        if printed.words:
            failures.append(self._failure("", f"printed to standard output: {printed.words!r}"))
        return Outcome(findings=tuple(self.findings), failures=tuple(failures))

    def _stopped(self, where: str, why: str) -> None:
        self.findings.clear()
        self.errors = [(where, why)]

    def _failure(self, target: str, error: str) -> RuleFailure:
        return RuleFailure(
            code=self.rule.code, plugin=self.rule.info.plugin, target=target[:200], error=error
        )

    def _on(self, story: StoryView, target: Target, deadline: float) -> None:
        try:
            for flagged in self._flags(target, deadline):
                self.findings.append(self._finding(flagged, story))
                if len(self.findings) > MOST_FINDINGS:
                    raise _TooManyError
        except AssertionError as error:
            try:
                message = told(error, self.file)
                if message is not None:
                    self.findings.append(self._finding(_asserted(target, message), story, literal=True))
                    return
            except Exception as wrong:
                self.errors.append((repr(target), _one_line(wrong)))
                return
            self.errors.append((repr(target), f"AssertionError: {error}"))
        except (TimeLimitError, _TooManyError, KeyboardInterrupt):
            raise
        except BaseException as error:
            # also SystemExit and what pytest raises
            self.errors.append((repr(target), _one_line(error)))

    def _flags(self, target: Target, deadline: float) -> Iterator[Flag]:
        made = self.rule.function(target, **self.services)
        if made is None:
            return
        if isinstance(made, Flag):
            made = (made,)
        elif isinstance(made, str) or not isinstance(made, Iterable):
            raise TypeError(f"a rule yields flag(...) or nothing, not {type(made).__name__}")
        for item in made:
            if time.monotonic() > deadline:
                raise TimeLimitError
            if not isinstance(item, Flag):
                raise TypeError(f"a rule yields flag(...), not {type(item).__name__}: {item!r:.60}")
            yield item

    def _finding(self, flagged: Flag, story: StoryView, *, literal: bool = False) -> Finding:
        primary = evidence(flagged.at, "primary", flagged.marks)
        if len(primary.span) == 0:
            primary = primary.model_copy(update={"role": "absent"})
        roles: tuple[tuple[Role, tuple[Any, ...]], ...] = (
            ("counter", flagged.against),
            ("support", flagged.support),
            ("absent", flagged.absent),
            ("context", flagged.context),
        )
        related = tuple(evidence(shown, role) for role, all_shown in roles for shown in all_shown)
        for part in (primary, *related):
            _inside(part, story)
        info = self.rule.info
        verdict = flagged.verdict or self.rule.verdict
        return Finding(
            code=info.code,
            rule=info.name,
            category=flagged.category or info.category,
            verdict=verdict,
            severity=self.severity or flagged.severity or info.severity,
            confidence=self.rule.confidence if flagged.confidence is None else flagged.confidence,
            message=_writable(flagged.message) if literal else self._message(flagged),
            data=_plain_data(flagged.data),
            primary=primary,
            related=related,
            story=story.id,
            suggestions=flagged.suggestions,
        )

    def _message(self, flagged: Flag) -> str:
        known = self.rule.info.messages
        text = known.get(flagged.message)
        if text is None:
            if known:
                raise KeyError(f"no message {flagged.message!r}; the rule has {', '.join(sorted(known))}")
            text = flagged.message
            if not flagged.arguments:
                return _writable(text)
        try:
            return _writable(text.format(**flagged.arguments))
        except KeyError as missing:
            raise KeyError(f"the message {flagged.message!r} needs {missing}: pass it to flag()") from None


class _TooManyError(BaseException):
    """A rule gives findings without end; not an Exception, as for TimeLimitError."""


def targets(story: StoryView, scope: str) -> Sequence[Target]:
    """What a rule of that scope is called on, in order."""
    if scope == "match":
        return story.matches
    if scope == "gap":
        return story.gaps
    if scope == "claim":
        return story.claims
    return story.documents if scope == "document" else (story,)


def _asserted(target: Target, message: str) -> Flag:
    """The finding of a failing assert, placed on what the rule was looking at."""
    if isinstance(target, MatchView):
        return flag(message, at=target.left, against=[target.right])
    if isinstance(target, GapView):
        return flag(message, at=target.statement, absent=[target.place])
    if isinstance(target, ClaimView):
        return flag(message, at=target.statements[0], against=target.statements[1:])
    documents = target.documents if isinstance(target, StoryView) else (target,)
    first, *others = (d.sentences[0] if d.sentences else place(d, 0, len(d.text)) for d in documents)
    return flag(message, at=first, against=others)


def _writable(message: str) -> str:
    """The message on one line, with nothing that cannot be written as UTF-8."""
    return " ".join(message.encode("utf-8", "backslashreplace").decode("utf-8").split())


def _plain_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of a flag's data as JSON has it; what is not JSON would spoil the whole report later."""
    try:
        plain: dict[str, Any] = json.loads(json.dumps(dict(data), allow_nan=False))
    except (TypeError, ValueError) as error:
        raise TypeError(f"data must be JSON values: {error}") from None
    return plain


def _inside(part: Evidence, story: StoryView) -> None:
    """Refuse words that do not stand in the text where they are said to."""
    if part.document not in {d.id for d in story.documents}:
        raise ValueError(f"a place in {part.document!r}, which is not an account of the story")
    text = story.document(part.document).text
    for span in (part.span, *part.marks):
        if span.end > len(text):
            raise ValueError(
                f"span {span.start}-{span.end} lies outside of {part.document} ({len(text)} code points)"
            )
    if part.span.of(text) != part.exact:
        raise ValueError(
            f"the words at {part.span.start}-{part.span.end} of {part.document} are not those quoted"
        )


def _one_line(error: BaseException) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(p) for p in first['loc'])}: {first['msg']}"
    text = str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)
    text = " ".join(text.split())[:300]
    if isinstance(error, AttributeError) and error.name and error.obj is not None:
        text += did_you_mean(error.name, (name for name in dir(error.obj) if not name.startswith("_")))
    return text if isinstance(error, CheckerError) else f"{type(error).__name__}: {text}"
