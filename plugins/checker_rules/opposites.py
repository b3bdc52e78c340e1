"""Two opposite words in one slot of sentences worded otherwise: my first priority, his last priority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.models.language import Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair
from checker_rules.antonyms import antonyms
from checker_rules.slots import head_index

_OPEN = frozenset({"VERB", "NOUN", "ADJ", "ADV", "PROPN"})
_TIES = frozenset({"ADP", "SCONJ"})
_SAME = 0.85
_ROOT = 5
# adjectives that say of which kind a thing is
_KINDS = frozenset(
    "constitutional legal natural official regular conventional medical political moral".split()
)
_HYPHENS = frozenset("-‐-–")
_GENERAL = frozenset(
    "be have do say year day time people percent man woman thing one way part number person".split()
)


@dataclass(frozen=True)
class Opposites:
    """Two opposite words, and how surely they stand in one slot (0-1)."""

    left: Word
    right: Word
    sure: float


def opposites(pair: SentencePair) -> Iterator[Opposites]:
    """Opposites whose neighbours in the grammar are the same on both sides."""
    left, right = pair.left_words, pair.right_words
    said = [{spelling(w.lemma) for w in side} | {spelling(w.text) for w in side} for side in (left, right)]
    for a in left:
        # opposite deeds by their subjects and objects are another matter: who sends and who receives do not conflict
        if a.pos == "VERB" and pair.score < _SAME:
            continue
        if a.pos not in _OPEN | _TIES or spelling(a.lemma) in said[1] or spelling(a.text) in said[1]:
            continue
        for b in right:
            if a.pos != b.pos and not {a.pos, b.pos} <= _TIES:
                continue
            if spelling(b.lemma) in said[0] or spelling(b.text) in said[0] or not antonyms(a.lemma, b.lemma):
                continue
            if a.pos in _TIES and not one_governor(left, a, right, b):
                continue
            if _compound(left, a) or _compound(right, b) or _of_a_kind(a) != _of_a_kind(b):
                continue
            near = _near(left, a) & _near(right, b)
            needed = 1 if a.pos in ("ADJ", "ADV") and pair.score >= 0.6 else 2
            if a.pos in _TIES and pair.score >= _SAME and pair.best:
                needed = 1
            if len(near) >= needed:
                sure = 0.22 + 0.12 * min(3, len(near)) + 0.25 * pair.score + 0.25 * pair.alignment.overlap
                yield Opposites(a, b, min(0.75, sure))


def one_governor(left: Sequence[Word], a: Word, right: Sequence[Word], b: Word) -> bool:
    """Whether two words hang on one: "left before dawn", "left after dawn"; not "left before", "arrived after"."""
    above = [words[head_index(words, _place(words, word))] for words, word in ((left, a), (right, b))]
    return spelling(above[0].lemma)[:_ROOT] == spelling(above[1].lemma)[:_ROOT]


def _place(words: Sequence[Word], word: Word) -> int:
    return next(n for n, w in enumerate(words) if w is word)


def _of_a_kind(word: Word) -> bool:
    """Whether an adjective before its noun says of which kind that is: a constitutional ban may be unconstitutional."""
    return word.dep == "amod" and spelling(word.lemma) in _KINDS


def _compound(words: Sequence[Word], word: Word) -> bool:
    """Whether a word is a part of another one: the "old" of "ten-year-old"."""
    at = _place(words, word)
    beside = [words[n] for n in (at - 1, at + 1) if 0 <= n < len(words)]
    return any(
        w.text in _HYPHENS and (w.span.end == word.span.start or w.span.start == word.span.end)
        for w in beside
    )


def _near(words: Sequence[Word], word: Word) -> set[str]:
    """Content lemmas that govern the word or hang on it, prepositions seen through."""
    if not words:
        return set()
    root = next((n for n, w in enumerate(words) if w.dep == "ROOT"), 0)
    base = words[root].head - root
    index = {id(w): n for n, w in enumerate(words)}
    at = index[id(word)]
    near: set[int] = set()
    head = words[at].head - base
    while 0 <= head < len(words) and head != at and words[head].pos in _TIES | {"PART", "DET"}:
        head, at = words[head].head - base, head
    near.add(head)
    inner = [index[id(word)]]
    while inner:
        top = inner.pop()
        for n, w in enumerate(words):
            if w.head - base == top and n != top:
                if w.pos in _TIES | {"PART", "DET"}:
                    inner.append(n)
                else:
                    near.add(n)
    return {
        spelling(words[n].lemma)
        for n in near
        if 0 <= n < len(words) and words[n].pos in _OPEN and spelling(words[n].lemma) not in _GENERAL
    }
