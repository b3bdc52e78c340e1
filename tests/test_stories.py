import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_match import A, B, account

from checker.embed import load_embedder
from checker.stories import _average_link, _with_strays, find_copies, group_stories

FISHING = [A, B]
MINE = [
    account(
        "c",
        [
            "Two miners died when a gallery of the copper mine collapsed.",
            "Rescue teams reached the shaft after nine hours of digging.",
            "Karl Lund, who owns the mine, promised an inquiry.",
        ],
    ),
    account(
        "d",
        [
            "A collapse in the copper mine has killed two workers.",
            "It took the rescuers nine hours to dig their way to the shaft.",
            "There would be an inquiry, said the owner, Karl Lund.",
        ],
    ),
]


@pytest.fixture(scope="module")
def embedder():
    return load_embedder(cache=False)


def group(embedder, accounts):
    vectors = {a.document.id: embedder.encode([s.text for s in a.statements]) for a in accounts}
    return group_stories(accounts, vectors)


def test_two_events_are_two_stories_in_any_order(embedder):
    assert group(embedder, [*FISHING, *MINE]) == [["a", "b"], ["c", "d"]]
    mixed = [MINE[1], FISHING[1], MINE[0], FISHING[0]]
    assert group(embedder, mixed) == [["d", "c"], ["b", "a"]]


def test_one_document_or_none(embedder):
    assert group(embedder, [A]) == [["a"]]
    assert group_stories([], {}) == []


def test_an_account_without_statements_stands_alone(embedder):
    assert group(embedder, [A, account("e", []), B]) == [["a", "b"], ["e"]]


def test_another_kind_of_article_on_the_event_is_left_out_only_when_it_says_nothing_of_it():
    """The likelihoods are given: too small to join, yet not those of two events."""
    likely = np.array([[1, 0.3, 0.02], [0.3, 1, 0.02], [0.02, 0.02, 1]])
    accounts = [account(i, ["Six men were saved from the sinking boat."]) for i in "abc"]
    alike, apart = np.array([[0.8, 0.6]]), np.array([[1.0, 0.0]])
    for third, groups in ((alike, [[0, 1, 2]]), (apart, [[0, 1], [2]])):
        vectors = {"a": alike, "b": alike, "c": third if third is alike else np.array([[0.0, 1.0]])}
        assert _with_strays([[0, 1], [2]], likely, accounts, vectors) == groups
    unlikely = np.where(likely == 0.02, 0.005, likely)
    same = dict.fromkeys("abc", alike)
    assert _with_strays([[0, 1], [2]], unlikely, accounts, same) == [[0, 1], [2]]
    # two that are alone make no story of each other
    assert _with_strays([[0], [1]], np.array([[1, 0.02], [0.02, 1]]), accounts[:2], same) == [[0], [1]]


PARTS = ("mast", "rudder", "pump", "radio", "keel")
WIRE = [f"The {part} was repaired by the crew on the second day." for part in PARTS]


def test_copies_of_one_text_are_found():
    original = account("long", [*WIRE, "The captain thanked everybody in the port for their help."])
    copy = account("copy", [line.replace(".", "!").upper() for line in WIRE])
    other = account("other", [*WIRE[:2], *(s.text for s in A.sentences)])
    assert find_copies([copy, original, other]) == {"copy": "long"}
    assert find_copies([original, other]) == {}


def test_a_copy_of_a_copy_points_to_the_original():
    one, two, three = (account(name, WIRE) for name in "xyz")
    assert find_copies([one, two, three]) == {"y": "x", "z": "x"}


@given(st.integers(1, 8), st.integers(0, 10**6))
def test_groups_hold_each_document_once(count, seed):
    likely = np.random.default_rng(seed).random((count, count))
    groups = _average_link((likely + likely.T) / 2, 0.5)
    assert sorted(i for group in groups for i in group) == list(range(count))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)


def test_a_pair_below_the_mean_is_not_joined():
    likely = np.array([[1, 0.9, 0.1], [0.9, 1, 0.8], [0.1, 0.8, 1]])
    assert _average_link(likely, 0.5) == [[0, 1], [2]]
    assert _average_link(likely, 0.4) == [[0, 1, 2]]


def test_two_close_groups_far_from_each_other_stay_apart():
    far, near = 0.3, 0.999
    likely = np.array([[1, near, far, far], [near, 1, far, far], [far, far, 1, near], [far, far, near, 1]])
    assert _average_link(likely, 0.15) == [[0, 1], [2, 3]]
    # a document alone is joined at the same distance
    assert _average_link(likely[:3, :3], 0.15) == [[0, 1, 2]]
