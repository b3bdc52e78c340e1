"""Whether a word is spelt as English words are, by the word lists that come with the models."""

import json
from functools import cache

# "d" and "r" only lengthen what ends in "e": "use", "used", "user"
_ENDINGS = ("", "s", "es", "ed", "ing", "ly", "er")
_ENDED = (("ed", "e"), ("er", "e"), ("ing", "e"), ("ies", "y"), ("ied", "y"), ("ier", "y"), ("ily", "y"))
_DOUBLED = ("ed", "ing", "er")


def is_spelt(word: str) -> bool:
    """Whether the word, or what it is a form of, is in WordNet's index or the tokenizer's vocabulary.

    Some 100,000 words; names and the newest words are not all among them.
    """
    key = word.casefold()
    known = _words()
    if any(key.endswith(end) and key[: len(key) - len(end)] in known for end in _ENDINGS):
        return True
    if any(key.endswith(end) and key[: -len(end)] + stem in known for end, stem in _ENDED):
        return True
    stems = (key[: -len(end)] for end in _DOUBLED if key.endswith(end))
    return any(len(s) > 2 and s[-1] == s[-2] and s[:-1] in known for s in stems)


@cache
def _words() -> frozenset[str]:
    """The lemmatizer's index of the pinned pipeline, and whole words of the pinned WordPiece vocabulary."""
    from spacy.lookups import Lookups

    from checker.parse import bundled_folder
    from checker.weights import verified

    pieces = json.loads(verified("tokenizer.json").read_bytes())["model"]["vocab"]
    words = {piece for piece in pieces if piece.isalpha() and piece.isascii()}
    lookups = Lookups().from_disk(bundled_folder() / "lemmatizer" / "lookups")
    for words_of_part in lookups.get_table("lemma_index").values():
        words.update(words_of_part)
    return frozenset(words)
