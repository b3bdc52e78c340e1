"""Which words are spelt as English words are."""

import pytest

from checker.rules.lexicon import is_word


@pytest.mark.parametrize("word", ["exist", "Exists", "supporting", "resigns", "carried", "making", "harbour"])
def test_words_and_their_forms(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["exsist", "supoort", "goverment", "recieve", "teh"])
def test_slips_are_no_words(word: str) -> None:
    assert not is_word(word)
