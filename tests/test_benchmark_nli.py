import gzip
import json
import shutil

import nli
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nli_speed import SpeedError, of_length, speed

from checker.infer.bundled import BundledInferer
from checker.infer.labels import UNREAD
from checker.weights import FOLDER

ROWS = [
    ("MNLI-dev", "The bridge was closed for repairs.", "The bridge was open.", "contradiction"),
    ("MNLI-dev", "The bridge was closed for repairs.", "The bridge was closed.", "entailment"),
    (
        "NewProtocols-base",
        "Anna Berg sang in Oslo in 1998.",
        "Anna Berg sang in Oslo in 1997.",
        "contradiction",
    ),
    ("NewProtocols-edit_other", "Anna Berg sang in Oslo.", "Anna Berg has two brothers.", "neutral"),
    ("FEVER", 'The ship ""Sea Star"" sank.', 'The ship "Sea Star" sank.', "entailment"),
]
NEWS = [
    ("neighbour", "The council met on Monday.", "A baker in the old town won a prize.", "neutral"),
    (
        "outlets-number",
        "The fire killed 12 people on the farm.",
        "The fire killed 40 people.",
        "contradiction",
    ),
    ("outlets", "The fire killed 12 people on the farm.", "The fire killed 12 people.", "entailment"),
]


@pytest.fixture
def pairs(tmp_path):
    path = tmp_path / "dev.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for source, premise, hypothesis, label in ROWS:
            row = {"source": source, "premise": premise, "hypothesis": hypothesis, "label": label}
            file.write(json.dumps(row) + "\n")
    return path


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    rows = [dict(zip(("kind", "premise", "hypothesis", "label"), row, strict=True)) for row in NEWS]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


class Steady:
    """Knows the right answer for what it was given, and has no opinion on the rest."""

    name, sha256 = "steady", "0" * 64

    def __init__(self, odds):
        self.known = odds
        self.asked = []

    def probabilities(self, some):
        self.asked += some
        return np.array([self.known.get(pair, UNREAD) for pair in some], dtype=np.float32)


def test_a_set_counts_what_is_right_and_what_has_no_opinion(pairs):
    odds = {
        (ROWS[0][1], ROWS[0][2]): (0.9, 0.05, 0.05),
        (ROWS[1][1], ROWS[1][2]): (0.6, 0.3, 0.1),
        (ROWS[2][1], ROWS[2][2]): (0.7, 0.2, 0.1),
    }
    model = Steady(odds)
    bench = nli.Bench(model, lambda text: None)
    found = {row["set"]: row for row in bench.sets(nli.read_sets(pairs), 0)}
    assert list(found) == ["MNLI-dev", "New Protocols", "- edit_other", "FEVER"]
    assert found["MNLI-dev"]["accuracy"] == 0.5
    assert found["MNLI-dev"]["calibration_error"] == pytest.approx(0.35)
    assert found["New Protocols"] | {"calibration_error": 0} == {
        "set": "New Protocols", "pairs": 2, "accuracy": 1.0, "calibration_error": 0, "unread": 1,
        "reference": None, "goal": 0.76, "goal_gpu": 0.80,
    }  # fmt: skip
    assert found["FEVER"]["accuracy"] == 0.0
    assert len(model.asked) == len(set(model.asked)) == 5
    assert ('The ship "Sea Star" sank.',) * 2 in model.asked


def test_news_counts_what_is_called_a_contradiction(news):
    sure, unsure = (0.95, 0.03, 0.02), (0.5, 0.3, 0.2)
    odds = {
        (NEWS[0][1], NEWS[0][2]): unsure,
        (NEWS[1][1], NEWS[1][2]): sure,
        (NEWS[2][1], NEWS[2][2]): (0, 1, 0),
    }
    bench = nli.Bench(Steady(odds), lambda text: None)
    found = {r["group"]: (r["share"], r["share_sure"]) for r in bench.news(nli.read_news([news]), 0)}
    assert found == {
        "two sentences of one article": (1.0, 0.0),
        "two outlets, one thing changed": (1.0, 1.0),
        "- number": (1.0, 1.0),
        "two outlets that agree": (1.0, 1.0),
        "- called contradiction": (0.0, 0.0),
    }


def test_goals_are_floors_and_ceilings():
    assert nli.verdict(0.74, 0.74) == "met"
    assert nli.verdict(0.7399, 0.74) == "MISSED"
    assert nli.verdict(0.01, 0.01, ceiling=True) == "met"
    assert nli.verdict(0.011, 0.01, ceiling=True) == "MISSED"
    assert nli.verdict(0.9, None) == ""
    assert nli.share(0.7414) == ".741"
    assert nli.share(1.0) == "1.000"


@given(st.lists(st.tuples(st.integers(34, 100), st.booleans()), min_size=1, max_size=60))
def test_calibration_error_is_a_share_and_nought_for_who_is_always_right_and_sure(rows):
    top = np.array([n / 100 for n, _ in rows])
    odds = np.stack([top, (1 - top) / 2, (1 - top) / 2], axis=1)
    right = np.array([r for _, r in rows])
    assert 0 <= nli.calibration_error(odds, right) <= 1
    assert nli.calibration_error(np.eye(3), np.array([True] * 3)) == 0


def test_the_bundled_model_from_the_command_line(pairs, news, tmp_path, capsys):
    written = tmp_path / "figures.json"
    asked = ["--data", str(pairs), "--news", str(news), "--no-speed", "--json", str(written)]
    assert nli.main(asked) == 0
    shown = capsys.readouterr().out
    found = json.loads(written.read_text())
    assert found["sha256"] == BundledInferer().sha256
    assert [row["pairs"] for row in found["sets"]] == [2, 2, 1, 1]
    assert len(found["own"]) == len(nli.OWN)
    assert all(sum(row["odds"]) == pytest.approx(1, abs=0.003) for row in found["own"])
    for words in (
        "bundled:nli: public pairs",
        "New Protocols",
        "two outlets, one thing changed",
        "at most 1%",
    ):
        assert words in shown


def test_another_folder_of_the_same_weights_answers_the_same(pairs, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    for name in ("nli.onnx", "nli.json"):
        shutil.copy(FOLDER / name, folder / name)
    bundled, own = (nli.Bench(m, lambda t: None) for m in (BundledInferer(), BundledInferer(folder)))
    assert bundled.singly(nli.OWN) == own.singly(nli.OWN)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--data", "nowhere.jsonl.gz"], "There is no file nowhere.jsonl.gz"),
        (["--data", __file__], "cannot be read as inference pairs"),
        (["--news", "nowhere.jsonl"], "There is no file nowhere.jsonl"),
        (["--pytorch", "nowhere"], "There are no weights in nowhere"),
        (["--folder", "nowhere"], "There is no folder nowhere"),
        (["--model", "./nowhere"], "There is no inference model at ./nowhere"),
    ],
)
def test_what_is_missing_is_told_in_one_sentence(pairs, capsys, more, said):
    assert nli.main(["--data", str(pairs), "--no-speed", *more]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


def test_a_folder_without_weights_is_told_of(pairs, tmp_path, capsys):
    assert nli.main(["--data", str(pairs), "--no-speed", "--folder", str(tmp_path)]) == 2
    assert "nli.json" in capsys.readouterr().err


def test_speed_needs_pairs_of_the_length(pairs):
    some = [(p, h) for _, (p, h, _) in nli.read_sets(pairs)]
    with pytest.raises(SpeedError, match="hold only 0 of 64 tokens"):
        of_length(some, 64, 1)


def test_speed_counts_pairs_of_that_length(pairs):
    long = "The ferry left the small harbour with forty passengers and a crew of six on a calm and sunny morning. "
    some = [(f"On day {n} this was seen. {long * 2}", "It sank that day.") for n in range(70)]
    found = speed(BundledInferer(), some, None, 1)
    assert found["pairs"] == 64
    assert [row["name"] for row in found["rows"]] == ["bundled:nli"]
    assert found["rows"][0]["best"] > 0
    assert "ratio_best" not in found
