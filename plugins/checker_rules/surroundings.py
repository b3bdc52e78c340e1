"""What surrounds a place in a sentence: content words, names, figures and dates around it, rare ones most."""

import math
from collections import Counter
from collections.abc import Collection, Iterable

from checker.models.language import DateValue, QuantityValue, Value
from checker.models.text import Span
from checker.rules.alignment import CONTENT, spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import MentionView, SentenceView, StoryView
from checker_rules.slots import LIGHT

# two words of one root: release and released, endorse and endorsement
_ROOT = 5
_EMPTY = LIGHT | frozenset("add write state call mr mrs ms".split())
# how many words before and after a place stand near it
_REACH = 6
# sentences that are thought to stand beside the story's, so that in a short one every word is about as rare
_BESIDE = 20

Place = tuple[int, Span]


class Surroundings:
    """The sentences of a story as sets of keys: roots of content words, entities (``@``), figures and dates (``#``)."""

    def __init__(self, story: StoryView) -> None:
        self._keys: dict[SentenceView, dict[str, list[Place]]] = {}
        holders: Counter[str] = Counter()
        for document in story.documents:
            for sentence in document.sentences:
                keys = _keys_of(sentence)
                self._keys[sentence] = keys
                holders.update(keys.keys())
        whole = len(self._keys) + _BESIDE
        self._rarity = {key: math.log(whole / (n + 1)) for key, n in holders.items()}

    def weight(self, keys: Iterable[str]) -> float:
        """How much the keys tell: the sum of their inverse document frequencies over the story's sentences."""
        return math.fsum(self._rarity[key] for key in keys)

    def of(self, sentence: SentenceView, besides: Collection[Span] = ()) -> frozenset[str]:
        """The keys of a sentence, words inside the spans of ``besides`` left out."""
        return frozenset(
            key
            for key, places in self._keys[sentence].items()
            if any(_outside(span, besides) for _, span in places)
        )

    def near(self, mention: MentionView[Value], besides: Collection[Span] = ()) -> frozenset[str]:
        """The keys that stand a few words before or after a mention."""
        words = sentence_words(mention.sentence)
        inside = [n for n, w in enumerate(words) if w.span.overlaps(mention.span)]
        if not inside:
            return frozenset()
        first, last = inside[0] - _REACH, inside[-1] + _REACH
        return frozenset(
            key
            for key, places in self._keys[mention.sentence].items()
            if any(first <= n <= last and _outside(span, besides) for n, span in places)
        )

    def within(self, sentence: SentenceView, span: Span, besides: Collection[Span] = ()) -> frozenset[str]:
        """The keys that stand within a span of a sentence."""
        return frozenset(
            key
            for key, places in self._keys[sentence].items()
            if any(span.contains(place) and _outside(place, besides) for _, place in places)
        )

    def share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of the lighter side's weight that the other has too, 0-1."""
        least = min(self.weight(one), self.weight(other))
        return self.weight(one & other) / least if least > 0 else 0.0

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of all their weight that both have, 0-1 (Jaccard, weighted)."""
        both = self.weight(one | other)
        return self.weight(one & other) / both if both > 0 else 0.0


def root(lemma: str) -> str:
    """The beginning of a word, which words of one root share."""
    return spelling(lemma)[:_ROOT]


def _keys_of(sentence: SentenceView) -> dict[str, list[Place]]:
    words = sentence_words(sentence)
    names = [(n.span, n.value.entity) for n in sentence.names]
    values = [(m.span, _value_key(m.value)) for m in sentence.numbers]
    values += [(m.span, _value_key(m.value)) for m in sentence.dates]
    taken = [span for span, _ in (*names, *values)]
    keys: dict[str, list[Place]] = {}
    for n, word in enumerate(words):
        if word.pos not in CONTENT or word.pos == "NUM" or spelling(word.lemma) in _EMPTY:
            continue
        # a name counts as whoever bears it, a date as its day
        if any(c.isalpha() for c in word.text) and _outside(word.span, taken):
            keys.setdefault(root(word.lemma), []).append((n, word.span))
    for span, key in (*((span, f"@{entity}") for span, entity in names), *values):
        first = next((n for n, w in enumerate(words) if span.overlaps(w.span)), None)
        if first is not None:
            keys.setdefault(key, []).append((first, words[first].span))
    return keys


def _value_key(value: QuantityValue | DateValue) -> str:
    if isinstance(value, QuantityValue):
        return f"#{value.form} {value.unit} {value.number:g}"
    if value.weekday is not None:
        return f"#day {value.weekday}"
    return f"#{value.grain} {value.first or value.month_day or value.month} {value.minutes}"


def _outside(span: Span, besides: Collection[Span]) -> bool:
    return not any(other.overlaps(span) for other in besides)
