"""The pairs of ``tests/cases``: there are enough of them, of every rule, and none says two things at once."""

import re
from collections import Counter

import pytest
from measures.cases import FOLDER, GOALS, Pair, pairs

RULES = ("ATTR", "DATE", "NAME", "NEG", "NUM", "QUOT", "VOTE")
PAIRS = pairs()


def test_there_are_enough_of_both_kinds() -> None:
    counts = Counter(pair.kind for pair in PAIRS)
    assert set(counts) == set(GOALS)
    assert min(counts.values()) >= 150, counts


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_pairs_on_both_sides(rule: str) -> None:
    counts = Counter(pair.kind for pair in PAIRS if pair.rule == rule)
    assert all(counts[kind] >= 10 for kind in GOALS), counts


def test_the_rules_are_ours() -> None:
    assert {pair.rule for pair in PAIRS} == set(RULES)


def test_a_fourth_give_context_and_some_are_of_three_accounts() -> None:
    long = [p for p in PAIRS if any(len(re.findall(r"[.!?][”’]?(?:\s|$)", t)) > 1 for t in p.texts.values())]
    assert len(long) >= len(PAIRS) / 4
    assert sum(len(pair.texts) > 2 for pair in PAIRS) >= 12


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_a_pair_is_whole(pair: Pair) -> None:
    texts = list(pair.texts.values())
    assert len(set(texts)) == len(texts) or len(texts) > 2, "two accounts in the same words say nothing"
    assert pair.topic
    for text in texts:
        assert "[[" not in text and "]]" not in text, "a mark without its other half"
        assert text[-1] in ".!?”’" and text == " ".join(text.split())
    marked = {text[start:end] for name, text in pair.texts.items() for start, end in pair.marks[name]}
    if pair.kind == "must_flag":
        assert len({words.casefold() for words in marked}) > 1, "the marked words are the same"


def test_no_pair_is_there_twice() -> None:
    texts = Counter(frozenset(pair.texts.values()) for pair in PAIRS)
    assert [sorted(words) for words, n in texts.items() if n > 1] == []


def test_every_file_says_what_it_holds() -> None:
    for path in FOLDER.glob("*.toml"):
        assert path.read_text(encoding="utf-8").startswith("# "), path.name
