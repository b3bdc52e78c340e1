"""The fitting of what tells facts apart: rows from a story of our own, signs in their direction, what is written."""

import json
import random
import runpy
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training" / "same_fact"))

from checker_rules import dates, numbers
from checker_rules.fact_weights import DATES, FIGURES
from fit import AGAINST, DIRECTIONS, EITHER, FOR, STORY_SIGNS, WEIGHTS, fit_kind, fit_pairs, usable, written
from logistic import average_precision, fit, folds
from news import draw, reserved_ids
from rows import KINDS, Row, read_rows, rows_of
from story_stage import examples

from checker.testing.story import story_of

ROOT = Path(__file__).resolve().parents[1]
FIRST = "The fishing fund lent {0} boats to young crews on {2}. The chair bought 14 nets for the harbour in March."
SECOND = "On {2} young crews were lent {1} boats by the fishing fund. Nobody else was at the harbour."
THIRD = "Crews in the north were lent {0} boats by the fund. The harbour has 14 new nets since March."


def rows(one: int, other: int, day: str = "Monday") -> list[Row]:
    texts = {
        name: text.format(one, other, day)
        for name, text in (("first", FIRST), ("second", SECOND), ("third", THIRD))
    }
    return list(rows_of(story_of(texts), "boats"))


def boats(found: list[Row]) -> Row:
    (row,) = [
        r
        for r in found
        if r.kind == "figures"
        and (r.left.account, r.right.account) == ("first", "second")
        and r.left.text.isdigit()
        and int(r.left.text) > 14
    ]
    return row


def invented(count: int) -> list[Row]:
    """Rows with the signs of real ones: what speaks for one fact is high in rows of one value, and one sign lies."""
    rng = random.Random(3)
    (model,) = [boats(rows(412, 421))]
    found = []
    for n in range(count):
        one = n % 2 == 0
        signs = {
            name: max(0.0, rng.gauss(0.5 + 0.2 * direction * (1 if one else -1), 0.3))
            for name, direction in DIRECTIONS.items()
            if name in model.signs
        }
        signs["near"] = float(not one)
        places = (model.left._replace(start=n), model.right._replace(start=n))
        story = f"story {n // 4}"
        found.append(
            Row(story, "figures", one, *places, left_gives=False, right_gives=n % 8 == 1, signs=signs)
        )
    return found


def test_every_sign_of_the_rules_has_a_direction_and_every_weight_is_a_sign() -> None:
    found = {row.kind: {*row.signs} for row in rows(412, 421)}
    assert found.keys() == KINDS.keys()
    assert set().union(*found.values()) == {*FOR, *AGAINST, *EITHER}
    assert len(DIRECTIONS) == len(FOR) + len(AGAINST) + len(EITHER)
    for kind, weights in (("figures", FIGURES), ("dates", DATES)):
        assert {*weights.pair} <= found[kind]
        assert {*weights.story} == {*STORY_SIGNS}
        assert all(weight * DIRECTIONS[name] >= 0 for name, weight in weights.pair.items())


def test_rows_tell_which_values_are_one() -> None:
    alike, apart = boats(rows(412, 412)), boats(rows(412, 421))
    assert alike.one and not apart.one
    assert (apart.left.text, apart.right.text) == ("412", "421")
    assert not apart.left_gives and not apart.right_gives
    others = [r for r in rows(412, 421) if r.one]
    assert {(r.left.text, r.right.text) for r in others} >= {("412", "412"), ("14", "14"), ("March", "March")}
    # three accounts, two of which have the figure: the third account's pair is a row of its own
    assert any({r.left.account, r.right.account} == {"first", "third"} for r in others)


def test_what_the_value_is_does_not_show_in_the_signs() -> None:
    one, other = boats(rows(412, 412)), boats(rows(577, 577))
    assert one.left.text != other.left.text
    assert one.signs == other.signs
    differing = boats(rows(412, 421)).signs
    # matches are made of the whole sentences, as in a check; all else must not see that the values are one
    by_match = {"score", "told"}
    assert {n: v for n, v in one.signs.items() if n not in by_match} == {
        n: v for n, v in differing.items() if n not in by_match
    }


def test_a_row_comes_back_from_its_file(tmp_path: Path) -> None:
    found = rows(412, 421)
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(asdict(row)) + "\n" for row in found), encoding="utf-8")
    assert read_rows([path]) == found


def test_no_weight_is_against_its_direction() -> None:
    made = invented(80)
    model = fit_pairs(made)
    assert all(weight * DIRECTIONS[name] >= 0 for name, weight in model.weights.items())
    # it speaks for two facts in these rows, although it should speak for one
    assert "near" not in model.weights
    free = fit([r.signs for r in made], [r.one for r in made], directions={"near": 0}, penalty=1.0)
    assert free.weights["near"] < 0
    assert sum((model.odds(r.signs) > 0) == r.one for r in made) > 70


def test_a_strange_sign_is_refused() -> None:
    row = boats(rows(412, 421))
    strange = Row(**{**vars(row), "signs": {**row.signs, "moonlight": 1.0}})
    with pytest.raises(SystemExit, match="moonlight"):
        fit_pairs([strange])


def test_what_is_written_can_be_read_by_the_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weights = fit_kind(invented(80), "figures")
    assert "average precision" in capsys.readouterr().out
    path = tmp_path / "fact_weights.py"
    path.write_text(
        written({"figures": weights, "dates": DATES}, WEIGHTS.read_text("utf-8")), encoding="utf-8"
    )
    read = runpy.run_path(str(path))
    assert {*read["FIGURES"].pair} <= {*boats(rows(412, 421)).signs}
    assert {*read["FIGURES"].story} <= {*STORY_SIGNS}
    assert read["FIGURES"].pair_bias == pytest.approx(weights.pair_bias, abs=0.006)
    assert asdict(read["DATES"]) == asdict(DATES)


def test_the_weights_in_use_are_as_fit_writes_them() -> None:
    now = WEIGHTS.read_text("utf-8")
    assert written({"figures": FIGURES, "dates": DATES}, now) == now


def test_a_slip_made_of_agreement_keeps_only_what_agrees_with_the_right_side() -> None:
    found = rows(412, 412)
    number = found.index(boats(found))
    used = [n == number for n in range(len(found))]
    wrong_left, wrong_right = examples(found, [2.0] * len(found), used)
    assert wrong_left.slip and wrong_right.slip
    # the third account has the figure too, so it bears out whichever side is right; never the wrong one
    assert wrong_left.signs["third account"] == wrong_right.signs["third account"] > 0.8
    assert wrong_left.signs["third accounts"] == wrong_left.signs["answered"] == 0.0


def test_best_partners_only_stand_for_one_fact() -> None:
    found = rows(412, 412)
    assert all(used for used, row in zip(usable(found), found, strict=True) if not row.one)
    row = boats(found)
    weak = Row(**{**vars(row), "signs": {**row.signs, "score": 0.0, "words share": 0.1, "near share": 0.0}})
    assert usable([row, weak]) == [True, False]
    assert usable([weak]) == [False]


def test_a_story_is_never_in_two_folds() -> None:
    groups = [f"story {n % 7}" for n in range(50)]
    seen = []
    for known, held in folds(groups):
        assert {groups[n] for n in known}.isdisjoint(groups[n] for n in held)
        assert sorted(known + held) == list(range(50))
        seen += held
    assert sorted(seen) == list(range(50))
    with pytest.raises(SystemExit, match="one story"):
        list(folds(["one", "one"]))


def test_average_precision() -> None:
    assert average_precision([True, False, True], [0.9, 0.5, 0.4]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([True, False], [0.5, 0.5]) == pytest.approx(0.5)


def test_reserved_articles_are_not_drawn(tmp_path: Path) -> None:
    outlets = ("A", "B", "C")
    lines = [{"articles": [{"ID": f"{n}{o}", "source": o} for o in outlets]} for n in range(20)]
    lines.append({"articles": [{"ID": "two", "source": "A"}, {"ID": "outlets", "source": "A"}]})
    (tmp_path / "archive").mkdir()
    path = tmp_path / "archive" / "story_groups.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    listed, named = tmp_path / "listed.json", tmp_path / "named.json"
    listed.write_text(json.dumps([["3A", "other"], ["5C"]]), encoding="utf-8")
    named.write_text(json.dumps({"stories": [{"articles": ["7B"]}]}), encoding="utf-8")
    reserved = reserved_ids([listed, named])
    drawn = {article["ID"][:-1] for group in draw(tmp_path, 90, reserved) for article in group["articles"]}
    assert drawn == {str(n) for n in range(20)} - {"3", "5", "7"}
    assert draw(tmp_path, 4, reserved) == draw(tmp_path, 4, reserved)
    listed.write_text("[]", encoding="utf-8")
    with pytest.raises(SystemExit, match="names no article"):
        reserved_ids([listed])


def test_rows_are_not_written_into_the_project() -> None:
    command = [
        sys.executable,
        str(ROOT / "training" / "same_fact" / "rows.py"),
        "--into",
        str(ROOT / "reports"),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "lies in the project" in told.stderr and "Traceback" not in told.stderr


def test_the_kinds_are_the_rules_own() -> None:
    for kind, own in (("figures", numbers.FIGURE_KIND), ("dates", dates.MOMENT_KIND)):
        assert KINDS[kind].evidence is own.evidence and KINDS[kind].agree is own.agree
