"""Sentences that stand in another account word for word: what they say is agreed, whatever else resembles them."""

from collections import defaultdict

from checker.rules.alignment import is_word, spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import SentenceView, StoryView

# shorter sentences are alike by chance
_LEAST = 6


class Twins:
    """Finds the sentences of a story that two accounts have in the same words."""

    def __init__(self, story: StoryView) -> None:
        self._keys: dict[tuple[str, int], tuple[str, ...]] = {}
        self._held: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for document in story.documents:
            for sentence in document.sentences:
                key = tuple(spelling(w.text) for w in sentence_words(sentence) if is_word(w))
                if len(key) >= _LEAST:
                    self._keys[document.id, sentence.index] = key
                    self._held[key].add(document.id)

    def elsewhere(self, left: SentenceView, right: SentenceView) -> bool:
        """Whether one of two sentences that are not the same stands in the other's account too."""
        one, other = (self._keys.get((s.document.id, s.index)) for s in (left, right))
        if one == other:
            return False
        return bool(
            (one and right.document.id in self._held[one])
            or (other and left.document.id in self._held[other])
        )
