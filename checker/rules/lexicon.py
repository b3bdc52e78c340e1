"""Whether a word is spelt as English words are, by the vocabulary of the models that come with the checker."""

import json
from functools import cache

_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly", "er", "r", "n")
_ENDED = (("ies", "y"), ("ied", "y"), ("ing", "e"), ("ier", "y"), ("ily", "y"))


def is_word(word: str) -> bool:
    """Whether the word, or what it is a form of, is among the commonest 20,000 or so of written English."""
    key = word.casefold()
    known = _vocabulary()
    if any(key.endswith(end) and key[: len(key) - len(end)] in known for end in _ENDINGS):
        return True
    return any(key.endswith(end) and key[: -len(end)] + stem in known for end, stem in _ENDED)


@cache
def _vocabulary() -> frozenset[str]:
    """Whole words of the tokenizer's vocabulary (WordPiece, of all-MiniLM-L6-v2)."""
    from checker.weights import verified

    pieces = json.loads(verified("tokenizer.json").read_bytes())["model"]["vocab"]
    return frozenset(piece for piece in pieces if piece.isalpha())
