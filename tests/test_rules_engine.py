"""The engine: each rule on its own; what one does wrong is named and the rest completes."""

import sys
import threading
import time

import pytest
from pydantic import BaseModel

from checker import flag, rule
from checker.models.text import Span
from checker.rules import time_limit
from checker.rules.engine import run_rules
from checker.rules.services import Services
from checker.rules.vocabulary import marked, place
from checker.testing import story_of

TEXTS = {"a": "The fire killed 12 people. Rain fell.", "b": "The fire killed 15 people. Rain fell."}


@pytest.fixture(scope="module")
def story():  # type: ignore[no-untyped-def]
    return story_of(TEXTS)


@rule("GOOD1", messages={"differs": "{a} against {b}"})
def good(match):  # type: ignore[no-untyped-def]
    """Figures differ."""
    for a, b in match.same("quantity"):
        if not a.value.compatible(b.value):
            yield flag("differs", at=a, against=[b], a=a.text, b=b.text)


def both(bad, story, **how):  # type: ignore[no-untyped-def]
    """Run a bad rule beside the good one; the good one's finding must be there."""
    findings, failures = run_rules([story], [bad, good], **how)
    assert [f.code for f in findings].count("GOOD1") == 1
    return [f for f in findings if f.code != "GOOD1"], failures


def test_a_finding_quotes_the_whole_sentence_and_marks_the_words(story) -> None:  # type: ignore[no-untyped-def]
    (finding,), failures = run_rules([story], [good])
    assert failures == []
    assert finding.message == "12 against 15" and finding.story == story.id
    for evidence, text, words in zip(finding.evidence, TEXTS.values(), ("12", "15"), strict=True):
        assert evidence.exact == evidence.span.of(text) == text.split(" Rain")[0]
        assert [m.of(text) for m in evidence.marks] == [words]
        assert evidence.prefix == "" and evidence.suffix == " Rain fell."
    assert [e.role for e in finding.evidence] == ["primary", "counter"]


def test_a_plain_assert_is_a_finding_on_the_pair(story) -> None:  # type: ignore[no-untyped-def]
    @rule("ASSERT1", severity="warning")
    def numbers_agree(match):  # type: ignore[no-untyped-def]
        """Figures agree."""
        left = [n.text for n in match.left.numbers]
        right = [n.text for n in match.right.numbers]
        assert left == right, f"{left} is not {right}"

    (finding,), failures = both(numbers_agree, story)
    assert failures == []
    assert finding.message == "['12'] is not ['15']"
    assert [e.document for e in finding.evidence] == ["a", "b"]


def test_an_assert_without_words_tells_the_compared_values(story) -> None:  # type: ignore[no-untyped-def]
    # compiled apart: in this file pytest itself rewrites asserts
    scope: dict[str, object] = {"rule": rule, "__name__": "desk"}
    source = (
        '@rule("ASSERT2")\ndef agree(match):\n    """Figures agree."""\n'
        "    for a, b in match.same('quantity'):\n        assert a.value.number == b.value.number\n"
    )
    import linecache

    linecache.cache["desk_rules.py"] = (len(source), None, source.splitlines(keepends=True), "desk_rules.py")
    exec(compile(source, "desk_rules.py", "exec"), scope)
    (finding,), failures = both(scope["agree"], story)
    assert failures == [] and finding.message == "12 against 15"


def test_an_assert_of_a_library_is_a_failure_not_a_finding(story) -> None:  # type: ignore[no-untyped-def]
    @rule("LIB1")
    def uses_library(match):  # type: ignore[no-untyped-def]
        """S."""
        exec(compile("assert False, 'inner bug'", "library.py", "exec"))

    findings, (failure,) = both(uses_library, story)
    assert findings == [] and "inner bug" in failure.error


def raises(match):  # type: ignore[no-untyped-def]
    """S."""
    yield flag("m", at=match.left)
    raise ValueError("no such\nthing")


def exits(match):  # type: ignore[no-untyped-def]
    """S."""
    sys.exit(4)


def yields_text(match):  # type: ignore[no-untyped-def]
    """S."""
    yield "a finding"


def returns_number(match):  # type: ignore[no-untyped-def]
    """S."""
    return 3


def outside(match):  # type: ignore[no-untyped-def]
    """S."""
    yield flag("m", at=place(match.left.document, 5, 5000))


def marks_outside(match):  # type: ignore[no-untyped-def]
    """S."""
    yield flag("m", at=marked(match.left, Span(start=4000, end=5000)))


def elsewhere(match):  # type: ignore[no-untyped-def]
    """S."""
    other = story_of({"x": "Snow fell.", "y": "Snow fell."})
    yield flag("m", at=other.documents[0].sentences[0])


def changes(match):  # type: ignore[no-untyped-def]
    """S."""
    match.left.document = None


def changes_model(match):  # type: ignore[no-untyped-def]
    """S."""
    match.left.model.text = "other"


def too_sure(match):  # type: ignore[no-untyped-def]
    """S."""
    yield flag("m", at=match.left, confidence=7)


def nowhere(match):  # type: ignore[no-untyped-def]
    """S."""
    yield flag("m", at="the left one")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (raises, "ValueError: no such thing"),
        (exits, "SystemExit: 4"),
        (yields_text, "yields flag(...), not str"),
        (returns_number, "not int"),
        (outside, "5-5000 lies outside"),
        (marks_outside, "4000-5000 lies outside"),
        (elsewhere, "not an account of the story"),
        (changes, "cannot assign to field"),
        (changes_model, "frozen"),
        (too_sure, "confidence"),
        (nowhere, "place must be"),
    ],
)
def test_a_bad_rule_is_named_and_the_rest_completes(story, function, words) -> None:  # type: ignore[no-untyped-def]
    _, (failure,) = both(rule("BAD1")(function).of_plugin("desk"), story)
    assert (failure.code, failure.plugin) == ("BAD1", "desk")
    assert words in failure.error and "\n" not in failure.error
    assert "and on 1 more" in failure.error
    assert "match" in failure.target


def test_what_was_found_before_an_exception_stays(story) -> None:  # type: ignore[no-untyped-def]
    findings, _ = both(rule("BAD1")(raises), story)
    assert len(findings) == 2


def test_printing_is_caught_and_named(story, capsys) -> None:  # type: ignore[no-untyped-def]
    @rule("PRINT1")
    def prints(match):  # type: ignore[no-untyped-def]
        """S."""
        print("hello there")
        yield flag("m", at=match.left)

    findings, (failure,) = both(prints, story)
    assert len(findings) == 2 and "hello there" in failure.error
    assert capsys.readouterr().out == ""


@rule("SLOW1")
def endless(match):  # type: ignore[no-untyped-def]
    """S."""
    yield flag("m", at=match.left)
    while True:
        try:
            time.sleep(0.01)
        except Exception:
            continue


@rule("SLOW2")
def endless_findings(match):  # type: ignore[no-untyped-def]
    """S."""
    while True:
        yield flag("m", at=match.left)


def test_a_rule_without_end_is_stopped_and_says_nothing(story) -> None:  # type: ignore[no-untyped-def]
    findings, (failure,) = both(endless, story, time_limit=0.2)
    assert findings == [] and failure.code == "SLOW1" and "longer than 0.2 s" in failure.error


def test_endless_findings_are_stopped_in_any_thread(story) -> None:  # type: ignore[no-untyped-def]
    answers = []
    thread = threading.Thread(target=lambda: answers.append(both(endless_findings, story, time_limit=0.1)))
    thread.start()
    thread.join(20)
    findings, (failure,) = answers[0]
    assert findings == [] and failure.code == "SLOW2"


def test_messages_are_checked_when_they_are_made(story) -> None:  # type: ignore[no-untyped-def]
    @rule("MSG1", messages={"one": "{a}"})
    def unknown(match):  # type: ignore[no-untyped-def]
        """S."""
        yield flag("two", at=match.left)

    @rule("MSG2", messages={"one": "{a}"})
    def unfilled(match):  # type: ignore[no-untyped-def]
        """S."""
        yield flag("one", at=match.left)

    _, failures = run_rules([story], [unfilled, unknown])
    assert "no message 'two'; the rule has one" in failures[0].error
    assert "needs 'a'" in failures[1].error


def test_data_is_json_and_one_place_need_not_be_a_list(story) -> None:  # type: ignore[no-untyped-def]
    @rule("DATA1")
    def good_data(match):  # type: ignore[no-untyped-def]
        """S."""
        yield flag("a {b\n c", at=match.left, against=match.right, suggestions="Ask.", data={"a": (1, 2)})

    @rule("DATA2")
    def bad_data(match):  # type: ignore[no-untyped-def]
        """S."""
        yield flag("m", at=match.left, data={"a": match})

    @rule("DATA3")
    def not_a_number(match):  # type: ignore[no-untyped-def]
        """S."""
        yield flag("m", at=match.left, data={"a": float("nan")})

    findings, failures = run_rules([story], [good_data, bad_data, not_a_number])
    assert {f.code for f in findings} == {"DATA1"}
    assert findings[0].message == "a {b c" and findings[0].data == {"a": [1, 2]}
    assert [e.document for e in findings[0].related] == ["b"] and findings[0].suggestions == ("Ask.",)
    assert [f.code for f in failures] == ["DATA2", "DATA3"] and "JSON" in failures[0].error


def test_every_scope_is_called_on_its_targets(story) -> None:  # type: ignore[no-untyped-def]
    seen: dict[str, int] = {}

    def counter(scope):  # type: ignore[no-untyped-def]
        namespace: dict[str, object] = {"seen": seen}
        exec(f"def f({scope}):\n    'S.'\n    seen['{scope}'] = seen.get('{scope}', 0) + 1", namespace)
        return namespace["f"]

    scopes = ("match", "gap", "claim", "story", "document")
    rules = [rule(f"S{n}")(counter(scope)) for n, scope in enumerate(scopes)]
    _, failures = run_rules([story], rules)
    assert failures == []
    assert seen == {"match": 2, "claim": 2, "story": 1, "document": 2}


def test_services_come_by_name_and_a_rule_without_its_service_does_not_run(story) -> None:  # type: ignore[no-untyped-def]
    class Least(BaseModel):
        least: int = 3

    seen = []

    @rule("OPT1", options=Least)
    def with_options(story, options, annotate):  # type: ignore[no-untyped-def]
        """S."""
        seen.append((options.least, annotate))

    def as_text(text):  # type: ignore[no-untyped-def]
        return text

    run_rules([story], [with_options])
    assert seen == []
    run_rules([story], [with_options], Services(annotate=as_text))
    run_rules([story], [with_options], Services(annotate=as_text, options={"OPT1": Least(least=5)}))
    assert seen == [(3, as_text), (5, as_text)]


def test_a_rule_runs_without_a_service_that_it_can_do_without(story) -> None:  # type: ignore[no-untyped-def]
    given = []

    @rule("MAYBE1")
    def maybe(story, nli=None, annotate=None):  # type: ignore[no-untyped-def]
        """May ask."""
        given.append((nli, annotate))

    @rule("NEEDS1")
    def needs(story, nli, annotate=None):  # type: ignore[no-untyped-def]
        """Must ask."""
        given.append(("needs", nli))

    assert run_rules([story], [maybe, needs], Services(annotate=len)) == ([], [])
    assert given == [(None, len)]


def test_configured_severity_goes_before_the_rule_and_the_flag(story) -> None:  # type: ignore[no-untyped-def]
    (finding,), _ = run_rules([story], [good], severities={"GOOD1": "info"})
    assert finding.severity == "info"


def test_marks_are_cut_to_what_is_shown(story) -> None:  # type: ignore[no-untyped-def]
    @rule("MARK1")
    def marks(story):  # type: ignore[no-untyped-def]
        """S."""
        first, second = story.documents[0].sentences
        wide = Span(start=first.span.end - 7, end=second.span.end)
        yield flag("m", at=first, marks=[wide, Span(start=0, end=3), second.span, Span(start=4, end=4)])

    (finding,), _ = run_rules([story], [marks])
    assert [m.of(TEXTS["a"]) for m in finding.primary.marks] == ["The", "people."]


def test_an_empty_place_is_an_absence(story) -> None:  # type: ignore[no-untyped-def]
    @rule("ABS1", category="omission")
    def lacks(story):  # type: ignore[no-untyped-def]
        """S."""
        first, second = story.documents
        yield flag("m", at=place(second, 27), support=[first.sentences[0]])

    (finding,), _ = run_rules([story], [lacks])
    assert finding.primary.role == "absent" and finding.primary.exact == ""
    assert finding.primary.suffix == "Rain fell." and finding.related[0].role == "support"


@rule("SPOIL1")
def spoils(match):  # type: ignore[no-untyped-def]
    """S."""
    match.left.document.account.__dict__["mentions"] = ()
    yield flag("m", at=match.left)


@rule("SPOIL2")
def spoils_with_a_service(match, annotate):  # type: ignore[no-untyped-def]
    """S."""
    match.left.document.account.__dict__["mentions"] = ()
    object.__setattr__(match.left, "document", None)


def test_a_guest_that_changes_its_input_says_nothing_and_reaches_nobody(story) -> None:  # type: ignore[no-untyped-def]
    with_service = Services(annotate=lambda text: story.documents[0])
    for bad in (spoils, spoils_with_a_service):
        # the bad rule's code comes last and first: neither order matters
        for code in ("A1", "Z1"):
            one = rule(code)(bad.function)
            findings, failures = run_rules([story], [one, good], with_service, guests={code, "GOOD1"})
            assert [f.code for f in findings] == ["GOOD1"]
            assert [f.error for f in failures] == ["changed the accounts that it was given; it says nothing"]
    assert story.document("a").numbers


def test_guests_find_the_same_as_others(story) -> None:  # type: ignore[no-untyped-def]
    alone = run_rules([story], [good])
    assert run_rules([story], [good], guests={"GOOD1"}) == alone
    answers = []
    # in a second thread no process is split off
    thread = threading.Thread(target=lambda: answers.append(run_rules([story], [good], guests={"GOOD1"})))
    thread.start()
    thread.join(60)
    assert answers == [alone]


def test_what_nobody_can_stop_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []
    monkeypatch.setattr(time_limit, "_PATIENCE", 0.3)
    monkeypatch.setattr(time_limit, "_last_resort", [lambda: ended.append("the process")])

    def swallows() -> None:
        while not ended:
            try:
                time.sleep(0.05)
            except BaseException:
                continue

    with pytest.raises(time_limit.TimeLimitError), time_limit.limited(0.1):
        exec(compile("swallows()\nwhile True: pass", "guest.py", "exec"), {"swallows": swallows})
    assert ended


def test_our_own_tidying_up_is_never_broken() -> None:
    """Rung while none of a guest's code runs, the end of the time is left to the next look at the clock."""
    home = sys._getframe()
    ours = compile("frame = __import__('sys')._getframe()", time_limit.__file__, "exec")
    names: dict[str, object] = {}
    exec(ours, names)
    assert not time_limit._is_in_foreign_code(names["frame"], home)  # type: ignore[arg-type]
    exec(compile("frame = __import__('sys')._getframe()", "guest.py", "exec"), names)
    assert time_limit._is_in_foreign_code(names["frame"], home)  # type: ignore[arg-type]
