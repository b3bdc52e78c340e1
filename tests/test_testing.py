"""The rule tester: it must fail on every kind of wrong answer, and show where."""

import sys
import types
from pathlib import Path

import pytest

from checker import flag, rule
from checker.errors import RuleDefinitionError
from checker.testing import agree, check_texts, differ, omits, plugin_problems, rule_cases
from checker.testing.case import parse_marks
from checker.testing.runner import problem_of


@rule("DESK101", severity="error", messages={"differs": "{a} against {b}"})
def death_toll_differs(match):  # type: ignore[no-untyped-def]
    """Two accounts give different death tolls for the same event."""
    for a, b in match.same("quantity", unit="death"):
        if not a.value.compatible(b.value):
            yield flag("differs", at=a, against=[b], a=a.text, b=b.text)


test_death_toll = rule_cases(
    death_toll_differs,
    agree("At least 12 died.", "15 people died.", note="a lower bound does not conflict"),
    differ("The blast killed [[12]] people.", "[[15]] people were killed in the blast.", "12 against 15"),
    differ("The blast killed [[9]] people.", "The blast hurt [[8]].", todo="hurt is not killed"),
)


@rule("DESK102", category="omission")
def leaves_out(gap):  # type: ignore[no-untyped-def]
    """An account lacks a statement."""
    yield flag("missing", at=gap.statement, absent=[gap.place])


test_leaves_out = rule_cases(
    leaves_out,
    agree("Seven people died.", "Seven people were dead."),
    omits("Seven people died. [[Two bridges collapsed.]]", "Seven people died."),
    omits(
        "Seven people died. [[Two bridges collapsed.]] It rained.",
        "Seven people died.[[]] It rained.",
        note="with its place",
    ),
)


@rule("DESK103", category="wording")
def exclaims(document):  # type: ignore[no-untyped-def]
    """An account shouts."""
    for sentence in document.sentences:
        if sentence.text.endswith("!"):
            yield flag("loud", at=sentence)


test_exclaims = rule_cases(exclaims, agree("It rained."), differ("[[It rained!]] So it was.", "loud"))


@rule("DESK104")
def one_of_three(story):  # type: ignore[no-untyped-def]
    """One account of three or more stands alone with a figure."""
    figures = {d.id: d.numbers[0] for d in story.documents if d.numbers}
    values = [n.value.number for n in figures.values()]
    for mention in figures.values():
        if values.count(mention.value.number) == 1 and len(values) > 2:
            yield flag("alone", at=mention)


test_three_accounts = rule_cases(
    one_of_three,
    agree({"a": "It cost 3 dollars.", "b": "It cost 3 dollars.", "c": "It cost 3 dollars."}),
    differ({"a": "There were 3 dogs.", "b": "There were 3 dogs.", "c": "There were [[4]] dogs."}, "alone"),
)


def problem(made, case, **how):  # type: ignore[no-untyped-def]
    return problem_of(made, case.read(made.info.scope), **how)


def test_other_places_are_shown_underlined() -> None:
    said = problem(death_toll_differs, differ("The [[blast]] killed 12 people.", "It killed [[15]] people."))
    assert "found other places" in said
    lines = said.splitlines()
    at = lines.index("  left: The blast killed 12 people.")
    assert lines[at + 1].rstrip() == "            ^^^^^  expected"
    assert lines[at + 2].rstrip() == "                         ~~  found"


def test_silence_and_noise_are_failures() -> None:
    assert "found nothing" in problem(death_toll_differs, differ("[[12]] died.", "12 died."))
    assert "found what is not there" in problem(
        death_toll_differs, agree("12 people died.", "15 people died.")
    )


def test_the_message_is_held_to() -> None:
    said = problem(death_toll_differs, differ("[[12]] people died.", "[[15]] people died.", "15 against 12"))
    assert "does not say '15 against 12'" in said and "says: 12 against 15" in said


def test_a_crash_is_told() -> None:
    @rule("BAD1")
    def bad(match):  # type: ignore[no-untyped-def]
        """S."""
        raise ValueError("oh")

    assert "ValueError: oh" in problem(bad, agree("A dog ran.", "A cat ran."))


def test_another_answer_the_second_time() -> None:
    calls = []

    @rule("BAD2")
    def moody(story):  # type: ignore[no-untyped-def]
        """S."""
        calls.append(1)
        first, second = (d.sentences[0] for d in story.documents)
        yield flag(f"call {len(calls)}", at=first, against=[second])

    assert "another answer the second time" in problem(moody, differ("[[A dog ran.]]", "[[A cat ran.]]"))


def test_another_answer_with_sides_swapped() -> None:
    @rule("BAD3")
    def first_only(match):  # type: ignore[no-untyped-def]
        """S."""
        if "dog" in match.left.text:
            yield flag("dog", at=match.left.sentence)

    case = differ("[[A dog ran.]]", "A cat ran.")
    assert "sides swapped" in problem(first_only, case)
    assert problem(first_only, case, directed=True) == ""


def test_an_omission_must_say_where() -> None:
    @rule("BAD4", category="omission")
    def vague(gap):  # type: ignore[no-untyped-def]
        """S."""
        yield flag("missing", at=gap.statement)

    said = problem(vague, omits("Seven people died. [[Two bridges collapsed.]]", "Seven people died."))
    assert "absent=[gap.place]" in said


@pytest.mark.parametrize(
    ("cases", "words"),
    [
        ([agree("a b", "c d")], "at least one differ"),
        ([differ("[[a]] b", "c")], "at least one agree"),
        ([agree("a", "b"), differ("[[a]]", "b"), agree("a", "b")], "twice"),
        ([agree("a", "b"), differ("[[a]]", "b")], "twice"),
        ([agree("a", "b"), differ("a", "c")], r"in \[\[ \]\]"),
        ([agree("a", "[[b]]"), differ("[[a]]", "c")], "expects nothing"),
        ([agree("a", "b"), differ("[[a", "c")], "not closed"),
        ([agree("a", "b"), differ("[[a]] {name}", "c")], "placeholder {name}"),
        ([agree("a"), differ("[[a]]", "c")], "takes 2 texts"),
        ([agree("a", "b"), differ("[[a]]", "c", "d", "e")], "as a mapping"),
    ],
)
def test_badly_written_cases_are_refused(cases, words) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(RuleDefinitionError, match=words):
        rule_cases(death_toll_differs, *cases)


def test_a_function_without_decorator_is_refused() -> None:
    with pytest.raises(RuleDefinitionError, match="@rule"):
        rule_cases(len, agree("a", "b"), differ("[[a]]", "c"))  # type: ignore[arg-type]


def test_marks() -> None:
    text, spans = parse_marks("a [[b]] c[[]] [[d\ne]]")
    assert text == "a b c d\ne"
    assert [s.of(text) for s in spans] == ["b", "", "d\ne"]


def test_check_texts_is_a_whole_check() -> None:
    report = check_texts(
        {
            "coast": "A fire at a fish market in Porto Verde killed 12 people on Monday, the mayor said.",
            "harbour": "A fire at a fish market in Porto Verde killed 15 people on Monday, the mayor said.",
        },
        inferer="off",
        select="NUM",
    )
    assert {d.id for d in report.documents} == {"coast", "harbour"}
    assert [f.code for f in report.findings] == ["NUM"]
    assert report.findings[0].fingerprint and report.failures == ()


def test_a_plugin_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "poor_desk.py").write_text(
        "from pydantic import BaseModel\nfrom checker import rule\n"
        "class Limits(BaseModel):\n    least: int = 3\n"
        "@rule('POOR1', options=Limits)\ndef poor(match, options):\n"
        "    '''Something.\n\n    Why: so.\n    '''\n"
        "@rule('NUM')\ndef taken(match):\n    '''Something.\n\n    Why: so.\n\n    Example: this.\n    '''\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    problems = plugin_problems("poor_desk")
    assert any("NUM" in p and "taken" in p for p in problems)
    assert any("no part 'Example:'" in p and "POOR1" in p for p in problems)
    assert any("'least' has no description" in p for p in problems)
    assert len(problems) == 3
    sys.modules["empty_desk"] = types.ModuleType("empty_desk")
    try:
        assert any("no rule" in p for p in plugin_problems("empty_desk"))
    finally:
        del sys.modules["empty_desk"]
