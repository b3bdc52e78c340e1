"""Which words stand for one another and which for the opposite, from WordNet: ``data/thesaurus.txt.gz``.

Written by ``training/support/thesaurus.py``; the licence stands at the head of the file.
"""

import gzip
from functools import lru_cache
from importlib import resources

_NONE = (frozenset[str](), frozenset[str]())


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    packed = resources.files("checker.support").joinpath("data/thesaurus.txt.gz").read_bytes()
    told: dict[str, str] = {}
    for line in gzip.decompress(packed).decode().splitlines():
        if not line.startswith("#"):
            word, _, others = line.partition("\t")
            told[word] = others
    return told


@lru_cache(maxsize=1 << 13)
def _of(word: str) -> tuple[frozenset[str], frozenset[str]]:
    others = _lines().get(word)
    if others is None:
        return _NONE
    near, _, opposed = others.partition("\t")
    return frozenset(near.split()), frozenset(opposed.split())


def synonyms(lemma: str) -> frozenset[str]:
    """The words that stand for a lemma in one of its common senses; derived words too."""
    return _of(lemma.lower())[0]


def opposites(lemma: str) -> frozenset[str]:
    """The words for the opposite of a lemma; of an adjective also what is like them."""
    return _of(lemma.lower())[1]
