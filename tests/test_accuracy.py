"""The measuring itself: what a figure, a floor, a reading and a case come to."""

from pathlib import Path

import pytest
from accuracy import below_floor, chosen_parts, main, table
from measures import calibration, readings
from measures.cases import answer, pairs
from measures.figures import Figure, noise_of, share
from measures.grouping import b_cubed
from measures.planted import Outcome, figures, judged


def test_b_cubed_counts_strangers_in_a_group_against_its_precision() -> None:
    gold = {"a": "x", "b": "x", "c": "y"}
    assert b_cubed([["a", "b"], ["c"]], gold) == (1.0, 1.0, 1.0)
    precision, recall, _ = b_cubed([["a"], ["b"], ["c"]], gold)
    assert (precision, recall) == (1.0, pytest.approx(2 / 3))
    precision, recall, _ = b_cubed([["a", "b", "other"], ["c"]], gold)
    assert (precision, recall) == (pytest.approx((2 / 3 + 2 / 3 + 1) / 3), 1.0)


def test_noise_is_none_where_all_events_agree_and_some_where_they_do_not() -> None:
    even = [(event, True) for event in range(8)]
    mixed = [(event, event % 2 == 0) for event in range(8)]

    def value(rows: list[tuple[int, bool]]) -> float:
        return share([right for _, right in rows])

    assert noise_of(even, lambda r: r[0], value) == 0
    # the standard error of eight coins
    assert noise_of(mixed, lambda r: r[0], value) == pytest.approx(0.177, abs=0.03)
    assert noise_of(mixed, lambda r: r[0], value) == noise_of(mixed, lambda r: r[0], value)


def test_a_floor_holds_within_its_noise_and_not_below() -> None:
    floors = {"recall": {"value": 0.8, "noise": 0.02}, "fails": {"value": 0.5, "noise": 0.0}}
    fine = [Figure("recall", 0.79, 10), Figure("fails", 0.5, 10, at_most=True)]
    assert below_floor(fine, floors) == []
    low = [Figure("recall", 0.77, 10), Figure("fails", 0.6, 10, at_most=True)]
    assert [line.split(":")[0] for line in below_floor(low, floors)] == ["recall", "fails"]


def test_a_floor_without_its_figure_is_below_it() -> None:
    (said,) = below_floor([], {"recall": {"value": 0.8}})
    assert "not measured" in said


def test_planted_outcomes_become_recalls_and_counts() -> None:
    fail = {"verdict": "fail", "confidence": 0.9, "code": "NUM", "message": "a"}
    review = {"verdict": "review", "confidence": 0.4, "code": "NUM", "message": "b"}
    outcomes = [
        Outcome("number", 1, hits=[0], findings=[fail]),
        Outcome("number", 2, hits=[6], findings=[review] * 7),
        Outcome("omission", 1, hits=[8]),
        Outcome("control", 2, findings=[review, fail]),
    ]
    measured = {f.name: f.value for f in figures(outcomes)}
    assert measured["planted number recall@5"] == 0.5
    assert measured["planted number recall@all"] == 1.0
    assert measured["planted omission recall@10"] == 1.0
    assert measured["planted control findings a story"] == 2
    assert measured["planted control fail findings a story"] == 1
    # what the untouched story of event 2 gets too is nobody's planted edit
    assert judged(outcomes) == [(0.9, True, 1)]


def test_expected_calibration_error() -> None:
    perfect = [(0.75, n % 4 != 0, n) for n in range(40)]
    assert calibration.expected_error(perfect) == pytest.approx(0.0)
    assert calibration.expected_error([(0.95, False, n) for n in range(5)]) == pytest.approx(0.95)
    (one,) = calibration.reliability(perfect)
    assert (one.mean_confidence, one.true_share, one.n) == (0.75, 0.75, 40)


def test_readings_count_the_first_five_and_the_fails(tmp_path: Path) -> None:
    row = {"story": "s", "code": "NUM", "verdict": "fail", "confidence": 0.9}
    read = [
        {**row, "fingerprint": "1", "rank": 1, "reading": "true"},
        {**row, "fingerprint": "2", "rank": 2, "reading": "trivial"},
        {**row, "fingerprint": "3", "rank": 7, "reading": "false"},
    ]
    (tmp_path / "second.json").write_text('{"readings": {"1": "true", "2": "false"}}')
    measured = {f.name: f.value for f in readings.figures(read, tmp_path)}
    assert measured["reading first five true and worth her time"] == 0.5
    assert measured["reading first five not false"] == 1.0
    assert measured["reading fail findings true"] == pytest.approx(2 / 3)
    assert measured["reading two readers agree"] == 0.5
    assert readings.by_rule(read) == {"NUM": {"false": 1, "trivial": 1, "true": 1}}


CASES = """
[[must_flag]]
id = "rescued"
topic = "a figure"
a = "Firefighters rescued [[14]] people from the roof of the burning mill, the brigade said."
b = "The brigade said that [[17]] people had been rescued from the burning mill's roof."

[[must_not_flag]]
id = "passengers"
topic = "rounding"
a = "The ship carried 1,982 passengers."
b = "The ship carried nearly 2,000 passengers."
"""


def test_cases_are_answered_by_all_rules_together(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(CASES)
    answers = [answer(pair) for pair in pairs(tmp_path)]
    assert [a.right for a in answers] == [True, True]
    assert answers[0].found and not answers[1].found


@pytest.mark.parametrize(
    "wrong",
    [
        CASES.replace("[[14]]", "14").replace("[[17]]", "17"),
        CASES.replace('"passengers"', '"rescued"'),
        CASES.replace("1,982", "[[1,982]]").replace("nearly 2,000", "[[nearly 2,000]]"),
    ],
    ids=["no marks", "an id twice", "marks where nothing is to be found"],
)
def test_cases_written_wrongly_are_refused(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "some.toml").write_text(wrong)
    with pytest.raises(ValueError, match="The case"):
        pairs(tmp_path)


def test_without_data_only_what_needs_none_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert chosen_parts("", tmp_path / "none") == ["cases", "reading"]
    assert "No benchmark data" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--part", "plantd"], "There is no part 'plantd'"),
        (["--part", "planted", "--bench", "nowhere"], "--bench"),
    ],
)
def test_wrong_usage_is_one_sentence_and_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert words in capsys.readouterr().err


def test_the_table_tells_which_goals_are_reached() -> None:
    lines = table(
        [Figure("one", 0.9, 5, 0.01, 0.8), Figure("two", 0.7, 5, goal=0.6, at_most=True)]
    ).splitlines()
    assert lines[1].endswith("reached")
    assert lines[2].endswith("missed")
