"""What is counted in parts: three men and a woman are four people."""

from collections.abc import Sequence

from checker.models.language import Word
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import SentenceView
from checker_rules.figures import Quantity
from checker_rules.slots import head_index

_ONE = frozenset({"a", "an", "another"})


def add_up(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether one count is what the other makes together with the counts joined to it by "and"."""
    if not a.value.form == b.value.form == "cardinal":
        return False
    sides = ((pair.left, pair.left_words, a, b), (pair.right, pair.right_words, b, a))
    return any(
        together(sentence, words, one) == other.value.number != one.value.number
        for sentence, words, one, other in sides
    )


def together(sentence: SentenceView, words: Sequence[Word], figure: Quantity) -> float | None:
    """A count and those joined to it, added up; none where it stands alone or something joined is not counted."""
    at = next((i for i, w in enumerate(words) if figure.span.overlaps(w.span) and w.dep == "nummod"), -1)
    if at < 0:
        return None
    first = _topmost(words, head_index(words, at))
    joined = [i for i, w in enumerate(words) if w.dep == "conj" and _topmost(words, i) == first]
    counts = [_count(sentence, words, noun) for noun in (first, *joined)]
    known = [count for count in counts if count is not None]
    return sum(known) if joined and len(known) == len(counts) else None


def _topmost(words: Sequence[Word], noun: int) -> int:
    """The first of the nouns that a noun is joined to."""
    while words[noun].dep == "conj" and 0 <= head_index(words, noun) < len(words):
        noun = head_index(words, noun)
    return noun


def _count(sentence: SentenceView, words: Sequence[Word], noun: int) -> float | None:
    below = [w for i, w in enumerate(words) if i != noun and head_index(words, i) == noun]
    for number in sentence.numbers:
        if any(w.dep == "nummod" and number.span.overlaps(w.span) for w in below):
            return number.value.number
    return 1.0 if any(w.dep == "det" and w.text.lower() in _ONE for w in below) else None
