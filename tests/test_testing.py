"""The rule tester: it must fail on every kind of wrong answer, and show where."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import Mention, OtherValue, Span, flag, rule
from checker.errors import RuleDefinitionError
from checker.testing import agree, differ, omits, plugin_problems, rule_cases
from checker.testing import check_texts as checked
from checker.testing.case import parse_marks
from checker.testing.runner import problem_of
from checker.testing.story import guarded

ROOT = Path(__file__).parent.parent


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
    assert said.splitlines() == [
        "DESK101 death-toll-differs found other places than expected",
        "      left | The blast killed 12 people.",
        "  expected |     ^^^^^",
        "     found |                  ~~",
        "     right | It killed 15 people.",
        "  expected |           ^^",
        "     found |           ~~",
        '  it says: 12 against 15  (left "12", right "15")',
    ]


def test_a_case_knows_where_it_is_written_and_is_listed_by_its_texts() -> None:
    case = differ("It was  [[12]].", "It was [[15]].", "12 against 15").read("match")
    line = next(
        n for n, text in enumerate(Path(__file__).read_text("utf-8").splitlines(), 1) if '"It was  [[' in text
    )
    assert case.where.endswith(f"test_testing.py:{line}") and case.id == "differ: It was 12. | It was 15."
    assert differ("[[a]]", "b", note="why so").read("match").id == "differ: why so"


def test_silence_and_noise_are_failures() -> None:
    assert "found nothing" in problem(death_toll_differs, differ("[[12]] died.", "12 died."))
    assert "found what is not there" in problem(
        death_toll_differs, agree("12 people died.", "15 people died.")
    )


def test_the_message_is_held_to() -> None:
    said = problem(death_toll_differs, differ("[[12]] people died.", "[[15]] people died.", "15 against 12"))
    assert "does not say '15 against 12'" in said and "it says: 12 against 15" in said


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
        ([agree("a", "b"), agree("b", "a"), differ("[[a]]", "c")], "twice"),
        (
            [agree("a", "b"), differ("[[a]]", "c", "{a} against")],
            "placeholder {a} is not filled in the message",
        ),
        ([agree("a", " "), differ("[[a]]", "c")], "is empty"),
        ([agree({"a": "b"}), differ("[[a]]", "c")], "at least two accounts"),
    ],
)
def test_badly_written_cases_are_refused(cases, words) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(RuleDefinitionError, match=words):
        rule_cases(death_toll_differs, *cases)


def test_a_function_without_decorator_is_refused() -> None:
    with pytest.raises(RuleDefinitionError, match="@rule"):
        rule_cases(len, agree("a", "b"), differ("[[a]]", "c"))  # type: ignore[arg-type]


def test_what_is_still_to_do_must_fail() -> None:
    (parameters,) = (mark for mark in test_death_toll.pytestmark if mark.name == "parametrize")
    (mark,) = (mark for case in parameters.args[1] for mark in case.marks)
    assert (mark.name, mark.kwargs) == ("xfail", {"strict": True, "reason": "hurt is not killed"})


@given(st.lists(st.tuples(st.text("ab \n.é東"), st.text("ab \né東")), min_size=1, max_size=4))
def test_marks_are_taken_out_and_slice_exactly(parts: list[tuple[str, str]]) -> None:
    text, spans = parse_marks("".join(f"{before}[[{marked}]]" for before, marked in parts))
    assert text == "".join(before + marked for before, marked in parts)
    assert [s.of(text) for s in spans] == [marked for _, marked in parts]


def test_marks() -> None:
    text, spans = parse_marks("a [[b]] c[[]] [[d\ne]]")
    assert text == "a b c d\ne"
    assert [s.of(text) for s in spans] == ["b", "", "d\ne"]


def test_check_texts_is_a_whole_check() -> None:
    report = checked(
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


PLUGINS = {
    "poor_desk": (
        "from pydantic import BaseModel\nfrom checker import rule\n"
        "class Limits(BaseModel):\n    least: int = 3\n"
        "@rule('POOR1', options=Limits)\ndef poor(match, options):\n"
        "    '''Something.\n\n    Why: so.\n    '''\n"
        "@rule('NUM')\ndef taken(match):\n    '''Something.\n\n    Why: so.\n\n    Example: this.\n    '''\n"
        "@rule('DATE7')\ndef near(match):\n    '''Something.\n\n    Why: so.\n\n    Example: this.\n    '''\n",
        [
            "The code NUM of rule 'taken' is taken by 'num' of checker_rules",
            "DATE7: the code begins as DATE of checker_rules",
            "POOR1: the docstring has no part 'Example:'",
            "POOR1: the option 'least' has no description",
        ],
    ),
    "lax_desk": (
        "from checker import rule\n"
        "@rule('LAX1')\ndef lax(match):\n    '''Something.\n\n    Why: so.\n\n    Example: this.\n    '''\n"
        "@rule('LAX2')\ndef lost(match):\n    '''Something.\n\n    Why: so.\n\n    Example: this.\n    '''\n"
        "def checker_register_rules():\n    return [lax]\n",
        ["LAX2: the rule is written but not registered"],
    ),
    "empty_desk": ("", ["brings no rule and no hook"]),
    "broken_desk": ("1 / 0\n", ["cannot be loaded: ZeroDivisionError"]),
    "annotating_desk": ("def checker_register_annotators():\n    return []\n", []),
}


@pytest.mark.parametrize("name", PLUGINS)
def test_a_plugin_as_a_whole(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, expected = PLUGINS[name]
    (tmp_path / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    try:
        problems = plugin_problems(name)
    finally:
        sys.modules.pop(name, None)
    assert len(problems) == len(expected)
    assert all(any(words in problem for problem in problems) for words in expected), problems


def test_a_plugin_that_is_not_there() -> None:
    (problem,) = plugin_problems("no_such_desk")
    assert "cannot be loaded" in problem and "no_such_desk" in problem


@rule("DESK105", category="wording")
def shelves(document):  # type: ignore[no-untyped-def]
    """An account names a shelf."""
    for mention in document.of_kind("shelf"):
        yield flag("shelf", at=mention)


class Shelves:
    """Finds the word, at a place that can be put wrong."""

    name = "shelves"

    def __init__(self, off: int = 0) -> None:
        self.off = off

    def __call__(self, document, parsed, found):  # type: ignore[no-untyped-def]
        at = document.text.find("shelf")
        if at >= 0:
            span = Span(start=at + self.off, end=at + 5 + self.off)
            yield Mention(kind="shelf", span=span, text="shelf", value=OtherValue(), sentence=0)


test_a_rule_with_its_own_annotator = rule_cases(
    shelves, agree("The wall is bare."), differ("The [[shelf]] is full."), annotators=[Shelves()]
)


def test_an_annotator_that_points_elsewhere_fails_its_test() -> None:
    annotators = (guarded(Shelves(off=1)),)
    said = problem(shelves, differ("The [[shelf]] is full."), annotators=annotators)
    assert "annotator shelves" in said and "does not stand where it is said to" in said


test_an_omission_of_one_of_three = rule_cases(
    leaves_out,
    agree({"a": "Seven people died.", "b": "Seven people died.", "c": "Seven people died."}),
    omits(
        {
            "a": "Seven people died. [[Two bridges collapsed.]]",
            "b": "Seven people died.[[]]",
            "c": "Seven people died. [[Two bridges collapsed.]]",
        },
        "missing",
    ),
)


def test_long_and_wide_texts_are_broken_and_underlined_where_they_are() -> None:
    long = (
        "The old harbour wall of Porto Verde stood for ninety years " * 2 + "until [[12]] men\ntook it down."
    )
    said = problem(death_toll_differs, differ(long, "[[15]] men took it down."))
    lines = said.splitlines()
    (first, second) = (n for n, line in enumerate(lines[:4]) if "| " in line and "expected" not in line)
    assert lines[second].startswith("           | ") and len(lines[first]) <= 105
    assert lines[second + 1].startswith("  expected | ")
    assert lines[second].index("12") == lines[second + 1].index("^")
    wide = problem(death_toll_differs, differ("東京: [[12]] men.", "[[15]] men.")).splitlines()
    assert wide[1:3] == ["      left | 東京: 12 men.", "  expected |       ^^"]


def test_a_match_rule_that_is_never_called_is_no_success() -> None:
    assert "was never called" in problem(death_toll_differs, agree("12.", "..."))


MODELS = ("torch", "faiss", "onnxruntime", "tokenizers", "sentence_transformers", "transformers")
BLOCKED = """
import sys

class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise RuntimeError("imported " + name)

sys.meta_path.insert(0, Block())
import pytest
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "test_blocked.py"]))
"""
TEST_BLOCKED = """
from checker import flag, rule
from checker.testing import agree, differ, rule_cases

@rule("DESK201")
def differs(match):
    "Two figures."
    for a, b in match.same("quantity"):
        if a.value != b.value:
            yield flag("differs", at=a, against=[b])

test_differs = rule_cases(
    differs, agree("12 men died.", "12 men were killed."), differ("[[12]] men died.", "[[13]] men died.")
)

CASES = (
    agree({"a": "It rained.", "b": "It rained.", "c": "So."}), differ("[[It rained]].", "It snowed.")
)

@rule("DESK202", severity="warning")
def embeds(match, embed):
    "Asks the embedding model."
    embed.similarity(match.left, match.right)
    yield flag("asked", at=match.left)

test_embeds = rule_cases(embeds, *CASES)

@rule("DESK203", severity="warning")
def infers(match, nli):
    "Asks the inference model."
    nli.judge(match.left, match.right)
    yield flag("asked", at=match.left)

test_infers = rule_cases(infers, *CASES)
"""


def test_a_model_is_loaded_only_for_a_case_that_asks(tmp_path: Path) -> None:
    (tmp_path / "test_blocked.py").write_text(TEST_BLOCKED, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED.format(blocked=MODELS)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    asked = re.findall(r"^FAILED test_blocked.py::(\w+)", done.stdout, re.MULTILINE)
    assert asked == ["test_embeds", "test_embeds", "test_infers", "test_infers"], done.stdout
    assert "4 failed, 2 passed" in done.stdout and "RuntimeError: imported" in done.stdout


def test_check_texts_needs_no_inference_model_for_rules_that_do_not_ask() -> None:
    texts = {
        "coast": "Porto Verde bought 12 buses on Monday.",
        "harbour": "Porto Verde bought 15 buses on Monday.",
    }
    report = checked(texts, select="NUM")
    assert "inferer" not in report.run.models and report.findings[0].code == "NUM"


def test_check_texts_is_a_fixture_too(request: pytest.FixtureRequest) -> None:
    config = request.config
    if not config.pluginmanager.has_plugin("checker.testing.fixtures"):
        config.pluginmanager.import_plugin("checker.testing.fixtures")
    assert request.getfixturevalue("check_texts") is checked
