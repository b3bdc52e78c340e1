"""Runs a rule on its cases: one pytest item a case, exact places, the same answer twice and swapped."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from checker.errors import PluginError, RuleDefinitionError
from checker.models.findings import Evidence, Finding
from checker.rules.authoring import Rule
from checker.rules.engine import run_rules, targets
from checker.rules.services import Embed, Nli, Services
from checker.testing.case import NAMES, Case, Places, ReadCase, trimmed
from checker.testing.display import shown
from checker.testing.story import guarded, story_of

if TYPE_CHECKING:
    from checker.protocols import Annotator

_COMPARED = ("primary", "counter", "absent")


def rule_cases(
    rule: Rule,
    *cases: Case,
    directed: bool = False,
    options: Mapping[str, Any] | None = None,
    annotators: "Iterable[Annotator]" = (),
) -> Callable[..., None]:
    """A pytest test function with one item a case; assign it to a name that begins with ``test_``.

    Args:
        rule: the rule under test.
        *cases: at least one ``agree`` and one ``differ`` or ``omits``.
        directed: the rule may say something else when the sides are swapped.
        options: the rule's options for these cases.
        annotators: annotators of your own that the rule reads from, in their order.

    Raises:
        RuleDefinitionError: a kind of case is missing, two cases are the same, or a case is written wrongly.
    """
    import pytest

    if not isinstance(rule, Rule):
        raise RuleDefinitionError(f"{rule!r:.60} is not a rule: put @rule(code) before the function.")
    kinds = {case.kind for case in cases}
    for needed, name in (({"agree"}, "agree"), ({"differ", "omits"}, "differ")):
        if not kinds & needed:
            raise RuleDefinitionError(f"{rule.code} needs at least one {name}(...) case.")
    read = [case.read(rule.info.scope) for case in cases]
    seen = set()
    for one in read:
        if (key := _key(one, directed)) in seen:
            raise RuleDefinitionError(f"{rule.code} has the case {one.id!r} twice.")
        seen.add(key)
    extra = tuple(guarded(annotator) for annotator in annotators)
    services = _services(rule, options, extra)
    ids = _unique([one.id for one in read])
    params = [
        pytest.param(
            one, id=name, marks=[pytest.mark.xfail(strict=True, reason=case.todo)] if case.todo else []
        )
        for one, case, name in zip(read, cases, ids, strict=True)
    ]

    @pytest.mark.parametrize("case", params)
    def test(case: ReadCase) -> None:
        problem = problem_of(rule, case, services=services(), directed=directed, annotators=extra)
        if problem:
            pytest.fail(f"{problem}\n  {case.where}", pytrace=False)

    test.__doc__ = f"{rule.code} {rule.info.name}."
    return test


def problem_of(
    rule: Rule,
    case: ReadCase,
    *,
    services: Services | None = None,
    directed: bool = False,
    annotators: "tuple[Annotator, ...]" = (),
) -> str:
    """What is wrong with the rule's answer to a case, with the texts underlined; empty when nothing is."""
    services = services or Services()
    who = f"{rule.code} {rule.info.name}"
    try:
        story = story_of(case.texts, annotators)
    except PluginError as error:
        return f"{who} was not run: {error}\n{shown(case, frozenset())}"
    if rule.info.scope in ("match", "claim") and not targets(story, rule.info.scope):
        return f"{who} was never called: the texts make no statements to compare\n{shown(case, frozenset())}"
    found, failed = _run(rule, case.texts, services, annotators)
    if failed:
        return f"{who} failed: {failed}\n{shown(case, frozenset())}"
    places = _places(found, case)
    if places != case.places:
        what = _wrong_places(bool(found), case)
        return f"{who} {what}\n{shown(case, places)}\n{_messages(found)}"
    if case.kind == "omits" and not any(e.role == "absent" for f in found for e in f.evidence):
        what = "does not say where it is missing: pass absent=[gap.place] to flag()"
        return f"{who} {what}\n{shown(case, places)}\n{_messages(found)}"
    messages = [f.message for f in found]
    if case.message and case.message not in messages:
        return f"{who} does not say {case.message!r}\n{shown(case, places)}\n{_messages(found)}"
    again, _ = _run(rule, case.texts, services, annotators)
    if again != found:
        what = f"gives another answer the second time\n{shown(case, _places(again, case))}"
        return f"{who} {what}\n  first\n{_messages(found)}\n  then\n{_messages(again)}"
    if directed or len(case.texts) < 2:
        return ""
    swapped, failed = _run(rule, dict(reversed(case.texts.items())), services, annotators)
    if failed or _places(swapped, case) != case.places or len(swapped) != len(found):
        what = "gives another answer with the sides swapped (directed=True allows it)"
        return f"{who} {what}\n{shown(case, _places(swapped, case))}\n{failed or _messages(swapped)}"
    return ""


def _wrong_places(found: bool, case: ReadCase) -> str:
    if not found:
        return "found nothing"
    return "found other places than expected" if case.places else "found what is not there"


def _key(case: ReadCase, directed: bool) -> object:
    """What makes two cases one: the texts; for two sides also swapped, which are tried anyway."""
    if not directed and tuple(case.texts) == NAMES:
        return frozenset(case.texts.values())
    return tuple(case.texts.items())


def _run(
    rule: Rule, texts: Mapping[str, str], services: Services, annotators: "tuple[Annotator, ...]"
) -> tuple[list[Finding], str]:
    findings, failures = run_rules([story_of(texts, annotators)], [rule], services)
    return findings, "; ".join(f"{f.error} (on {f.target})" if f.target else f.error for f in failures)


def _places(findings: list[Finding], case: ReadCase) -> Places:
    """Where the findings point: their marks, or the whole quotation where nothing is marked.

    A point in an account without any expected place does not count: only ``[[]]`` asks where something is
    missing.
    """
    asked = {name for name, _, _ in case.places}
    return frozenset(
        (e.document, *trimmed(case.texts[e.document], m))
        for f in findings
        for e in f.evidence
        if e.role in _COMPARED and (e.role != "absent" or e.document in asked)
        for m in (e.marks or (e.span,))
    )


def _messages(findings: list[Finding]) -> str:
    """What the rule says, a line a finding, with the words it points at."""
    lines = []
    for finding in findings:
        words = [f'{e.document} "{_words(e)}"' for e in finding.evidence if e.role in _COMPARED and e.exact]
        lines.append(f"  it says: {finding.message}" + (f"  ({', '.join(words)})" if words else ""))
    return "\n".join(lines) or "  it says nothing"


def _words(evidence: Evidence) -> str:
    start = evidence.span.start
    words = [evidence.exact[m.start - start : m.end - start] for m in evidence.marks] or [evidence.exact]
    told = " … ".join(" ".join(w.split()) for w in words)
    return told if len(told) <= 40 else f"{told[:37].rstrip()} …"


def _services(
    rule: Rule, options: Mapping[str, Any] | None, annotators: "tuple[Annotator, ...]"
) -> Callable[[], Services]:
    """The services the rule asks for, made when the first case runs: most rules need no model."""
    chosen = rule.make_options(options)
    made: list[Services] = []

    def make() -> Services:
        if not made:
            from checker.api import load_embedder, load_inferer
            from checker.pipeline.stages import account_of_text
            from checker.rules.text_views import DocumentView

            made.append(
                Services(
                    nli=Nli(load_inferer()) if "nli" in rule.services else None,
                    embed=Embed(load_embedder()) if "embed" in rule.services else None,
                    annotate=lambda text: DocumentView(account_of_text(text, annotators=annotators)),
                    options={rule.code: chosen} if chosen else {},
                )
            )
        return made[0]

    return make


def _unique(ids: list[str]) -> list[str]:
    return [
        name if ids.count(name) == 1 else f"{name} ({ids[: n + 1].count(name)})" for n, name in enumerate(ids)
    ]
