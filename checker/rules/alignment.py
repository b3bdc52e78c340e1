"""Where two sentences run alike and where they part: a word alignment with the places that were swapped.

Rules use it to compare like with like: two figures that stand in the same slot of two nearly equal sentences are
about the same thing, whatever they count. The alignment is the least number of word insertions, deletions and
replacements (Levenshtein 1966) over normalised words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from checker.models.language import Word
from checker.models.text import Span

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "ADV", "NUM"})
# endings that British and American spelling share out differently; both sides are reduced to one
_SPELLING = (
    (re.compile(r"(?<=[a-z]{3})isation"), "ization"),
    (re.compile(r"(?<=[a-z]{3})is(?=e|ed|es|ing$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})yse"), "yze"),
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able$|ite$|al$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})ence$"), "ense"),
    (re.compile(r"(?<=[a-z]{3})tre$"), "ter"),
    (re.compile(r"(?<=[a-z]{2})ll(?=ed$|ing$|er$|ers$)"), "l"),
    (re.compile(r"(?<=[a-z]{2})ogue$"), "og"),
    (re.compile(r"ae(?=[a-z]{3})"), "e"),
)


@lru_cache(maxsize=1 << 14)
def spelling(word: str) -> str:
    """A key that British and American spellings, and typographic apostrophes, share."""
    word = word.lower().translate(_APOSTROPHES)
    for pattern, with_ in _SPELLING:
        word = pattern.sub(with_, word)
    return word


def is_word(word: Word) -> bool:
    """Whether it is more than a mark of punctuation or space."""
    return any(c.isalnum() for c in word.text) or word.text in "%$€£"


@dataclass(frozen=True)
class Swap:
    """A place where the sentences part: ``left`` stands where the other has ``right``; one may be empty.

    ``before`` and ``after`` count the equal words that adjoin the place on each side (up to four): how firmly the
    two stand in the same slot.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    before: int
    after: int

    @property
    def firm(self) -> bool:
        """Whether equal words hold the place on both sides, or firmly on one."""
        return (self.before >= 1 and self.after >= 1) or max(self.before, self.after) >= 3


@dataclass(frozen=True)
class Alignment:
    """Two word sequences, the pairs of equal words, and the swaps between them."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    equal: tuple[tuple[int, int], ...]
    swaps: tuple[Swap, ...]

    @cached_property
    def overlap(self) -> float:
        """Share of the shorter side's content words that stand aligned in the other, 0-1."""
        sizes = [sum(w.pos in CONTENT for w in side) for side in (self.left, self.right)]
        common = sum(self.left[i].pos in CONTENT for i, _ in self.equal)
        return min(1.0, common / max(1, min(sizes)))

    @cached_property
    def likeness(self) -> float:
        """Share of all words of both sides that stand aligned, 0-1 (Dice)."""
        return 2 * len(self.equal) / max(1, len(self.left) + len(self.right))

    def swap_of(self, left: Span, right: Span) -> Swap | None:
        """The swap in which both spans lie, if there is one."""
        for swap in self.swaps:
            if _touches(swap.left, left) and _touches(swap.right, right):
                return swap
        return None


def _touches(words: Sequence[Word], span: Span) -> bool:
    return any(w.span.overlaps(span) for w in words)


def align(left: Sequence[Word], right: Sequence[Word]) -> Alignment:
    """Align two sentences word by word; marks of punctuation are left out."""
    from rapidfuzz.distance import Levenshtein

    a, b = [w for w in left if is_word(w)], [w for w in right if is_word(w)]
    keys_a, keys_b = [_key(w) for w in a], [_key(w) for w in b]
    equal: list[tuple[int, int]] = []
    blocks: list[tuple[int, int, int, int]] = []
    for op in Levenshtein.opcodes(keys_a, keys_b):
        if op.tag == "equal":
            equal += zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)
        elif blocks and blocks[-1][1] == op.src_start and blocks[-1][3] == op.dest_start:
            blocks[-1] = (blocks[-1][0], op.src_end, blocks[-1][2], op.dest_end)
        else:
            blocks.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
    pairs = set(equal)
    swaps = tuple(
        Swap(tuple(a[i1:i2]), tuple(b[j1:j2]), _run(pairs, i1 - 1, j1 - 1, -1), _run(pairs, i2, j2, 1))
        for i1, i2, j1, j2 in blocks
    )
    return Alignment(tuple(a), tuple(b), tuple(equal), swaps)


def _key(word: Word) -> str:
    return spelling(word.lemma if word.pos in ("VERB", "AUX", "NOUN") else word.text)


def _run(pairs: set[tuple[int, int]], i: int, j: int, step: int) -> int:
    length = 0
    while length < 4 and (i, j) in pairs:
        i, j, length = i + step, j + step, length + 1
    return length
