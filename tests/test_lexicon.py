"""Which words are spelt as English words are."""

import pytest

from checker.rules.lexicon import is_spelt


@pytest.mark.parametrize(
    "word",
    [
        "exist",
        "Exists",
        "supporting",
        "resigns",
        "carried",
        "making",
        "harbour",
        "recused",
        "repelled",
        "sipped",
        "used",
    ],
)
def test_words_and_their_forms(word: str) -> None:
    assert is_spelt(word)


@pytest.mark.parametrize("word", ["exsist", "supoort", "goverment", "recieve", "teh", "wantd"])
def test_slips_are_no_words(word: str) -> None:
    assert not is_spelt(word)
