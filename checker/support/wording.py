"""The words of a sentence as they are compared here: content words by stem, and small words that turn a statement."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from checker.match.features import CONTENT, stem
from checker.models.language import Word
from checker.models.text import Span
from checker.rules.sentence_pairs import sentence_words
from checker.rules.statement_views import StatementView
from checker.rules.text_views import SentenceView
from checker.synonyms import canonical

_COMPARED = CONTENT | {"ADV", "NUM"}
# they say little by themselves, so that one more or less of them is no news
_EMPTY = frozenset(
    "be have do say tell add also just as such own same many several various thing way time one year day".split()
)
# one of them more makes another statement of the same words
TURNING = frozenset(
    "not no never none nobody nothing neither nor without despite only least less fewer most more all every always "
    "before after over under above below up down against instead unless until almost barely hardly".split()
)
_STEPS = 5
_SEEN_THROUGH = frozenset({"ADP", "PART", "DET", "AUX", "SCONJ", "CCONJ", "PRON", "PUNCT"})


class Placed(Protocol):
    """Whatever has a place in a text."""

    @property
    def span(self) -> Span:
        """Its place."""
        ...


T = TypeVar("T", bound=Placed)


def key(word: Word) -> str:
    """The stem that stands for a word and its synonyms."""
    return stem(canonical(word.lemma))


def content(word: Word) -> bool:
    """Whether a word tells something by itself."""
    return word.pos in _COMPARED and word.lemma not in _EMPTY


def stems_of(sentence: SentenceView) -> Iterator[str]:
    """The stems of a sentence's content words."""
    return (key(w) for w in sentence_words(sentence) if w.pos in _COMPARED)


def told_in(statement: StatementView, parts: Sequence[T]) -> list[T]:
    """The words or mentions of its sentence that lie in a statement; what lies in none goes to the first one."""
    siblings = statement.sentence.statements
    first = siblings[0] == statement
    return [
        part
        for part in parts
        if statement.span.contains(part.span)
        or (first and not any(s.span.contains(part.span) for s in siblings))
    ]


def ties(sentence: SentenceView) -> Iterator[tuple[str, str, Word]]:
    """Pairs of content words of which one governs the other, small words between them seen through.

    Each with the governed word itself, so that one knows to which statement the pair belongs.
    """
    words = sentence_words(sentence)
    root = next((n for n, w in enumerate(words) if w.dep == "ROOT"), None)
    if root is None:
        return
    base = words[root].head - root
    for index, word in enumerate(words):
        if word.pos not in _COMPARED:
            continue
        place, head = index, word.head - base
        for _ in range(_STEPS):
            if head == place or not 0 <= head < len(words) or words[head].pos not in _SEEN_THROUGH:
                break
            place, head = head, words[head].head - base
        if 0 <= head < len(words) and head != index and words[head].pos in _COMPARED:
            yield key(words[head]), key(word), word
