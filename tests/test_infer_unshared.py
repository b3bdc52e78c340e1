"""What a long hypothesis that shares little with its premise takes from a contradiction."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import ModelError
from checker.infer.bundled import BundledInferer, read_metadata
from checker.infer.unshared import Unshared
from checker.weights import FOLDER

SETTINGS = {"each": 0.5, "base": 1.0, "most": 3.0, "short": 2, "long": 4, "common": 100}
PIECES = st.lists(st.integers(90, 120), max_size=12)


def test_what_is_missing_counts_and_what_is_shared_speaks_against_it() -> None:
    unshared = Unshared.of(SETTINGS)
    assert unshared.lost([101, 102], [201, 202, 203, 204]) == 3.0
    assert unshared.lost([], [201, 202, 203]) == 2.5 * 0.5  # between short and long
    assert unshared.lost([], [201, 202]) == 0.0
    assert unshared.lost([201, 202, 203], [201, 202, 203, 204]) == 0.0
    assert unshared.lost([201, 202, 203, 204], [301, 302, 201, 202]) == 1.0
    assert unshared.lost([301, 302, 201], [201, 202, 203, 204]) == 2.0
    # marks and the commonest words say nothing
    assert unshared.lost([], [7, 8, 9, 10, 11, 12]) == 0.0
    assert Unshared.of({}).lost([], list(range(500, 600))) == 0.0


@given(PIECES, PIECES, st.integers(101, 120))
def test_more_in_common_never_takes_more(premise: list[int], hypothesis: list[int], piece: int) -> None:
    unshared = Unshared.of(SETTINGS)
    lost = unshared.lost(premise, hypothesis)
    assert 0.0 <= lost <= SETTINGS["most"]
    assert unshared.lost([*premise, piece], hypothesis) <= lost


@pytest.mark.parametrize(
    "wrong",
    [
        {"each": "much"},
        {"every": 1},
        {"short": 5, "long": 5},
        {"each": None},
        {"most": -3},
        {"each": float("nan")},
        [],
    ],
)
def test_unusable_settings_say_so(tmp_path, wrong) -> None:
    meta = read_metadata(FOLDER) | {"unshared": wrong}
    (tmp_path / "nli.json").write_text(json.dumps(meta))
    with pytest.raises(ModelError, match=r"nli\.json cannot be used"):
        read_metadata(tmp_path)


def test_the_bundled_model_takes_it_from_a_contradiction_only(tmp_path) -> None:
    meta = read_metadata(FOLDER)
    settings = Unshared.of(meta["unshared"])
    (tmp_path / "nli.onnx").write_bytes((FOLDER / "nli.onnx").read_bytes())
    (tmp_path / "nli.json").write_text(json.dumps(meta | {"unshared": {}}))
    with_it, without = BundledInferer(), BundledInferer(tmp_path)
    assert with_it.answers != without.answers
    opened = "The mayor of Karlby opened the bridge over the harbour before a crowd of fishermen, sailors and students."
    apart = (
        opened,
        "Police arrested two drivers after a window of the town library in Lomvik had been broken with a heavy stone.",
    )
    alike = (opened, opened.replace("opened", "closed").replace("bridge", "tunnel"))
    for premise, hypothesis in (apart, apart[::-1], alike):
        pair = without._tokenizer.encode(premise, hypothesis)
        second = pair.type_ids.index(1)
        lost = settings.lost(pair.ids[:second], pair.ids[second:])
        assert (lost > 0) == (hypothesis != alike[1])
        less, more = (m.probabilities([(premise, hypothesis)])[0].astype(float) for m in (with_it, without))
        # what is left of the odds against both other answers; these keep their odds among themselves
        assert np.allclose(
            np.log(more[0] / more[2]) - np.log(less[0] / less[2]), lost / meta["temperature"], atol=0.02
        )
        assert np.allclose(less[1] / less[2], more[1] / more[2], rtol=1e-3)
