"""What a statement says in words that its nearest sentences do not have, and what stands there instead."""

import math
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from checker.models.language import Word
from checker.rules.sentence_pairs import sentence_words
from checker.rules.statement_views import StatementView
from checker.rules.text_views import SentenceView
from checker.support.passages import Nearest, Passages
from checker.support.thesaurus import opposites, synonyms
from checker.support.wording import content, key, told_in

# a change is a few words against a few; longer parts are told otherwise as a whole
LONGEST, LONGEST_BACK = 5, 6
MOST_CHANGES = 4
# the next sentence is only taken when it runs alike by so much more
NEXT = 0.05


class Rewording:
    """A sentence of one account beside the sentences of others that come nearest to it."""

    def __init__(self, sentence: SentenceView, nearest: Nearest, passages: Passages) -> None:
        self._sentence = sentence
        self._nearest = nearest
        self._passages = passages

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return sentence_words(self._sentence)

    @cached_property
    def _there(self) -> frozenset[str]:
        """The words and lemmas of the nearest sentences, in small letters."""
        near = [w for s in self._nearest.sentences for w in sentence_words(s)]
        return frozenset(w.text.lower() for w in near) | frozenset(w.lemma.lower() for w in near)

    @cached_property
    def _instead(self) -> frozenset[str]:
        """The lemmas of content words there that the sentence does not have."""
        own = {key(w) for w in self._words}
        return frozenset(
            w.lemma.lower()
            for s in self._nearest.sentences
            for w in sentence_words(s)
            if content(w) and key(w) not in own
        )

    def _strange(self, word: Word) -> bool:
        return content(word) and key(word) not in self._nearest.stems and word.text.lower() not in self._there

    def _reworded(self, word: Word) -> bool:
        return not synonyms(word.lemma).isdisjoint(self._there)

    def signs_of(self, statement: StatementView) -> dict[str, float]:
        """``opposed`` and ``unheld`` of one statement of the sentence."""
        own = [w for w in told_in(statement, self._words) if content(w)]
        strange = [w for w in own if self._strange(w) and not self._reworded(w)]
        total = math.fsum(self._passages.rarity(key(w)) for w in own)
        return {
            "opposed": float(sum(not opposites(w.lemma).isdisjoint(self._instead) for w in strange)),
            "unheld": math.fsum(self._passages.rarity(key(w)) for w in strange) / total if total else 0.0,
        }

    def set_back(self) -> tuple[str, ...]:
        """The sentence with its own strange words, verbs aside, set back to what a source has in their place.

        Each change by itself, so that the text says what the source does there and the sentence's own words
        elsewhere: whatever speaks against the sentence then is that one change.
        """
        best = max(
            ((m.ratio() - NEXT * n, m, place) for n, (m, place) in enumerate(self._alignments())),
            key=lambda found: found[0],
            default=None,
        )
        if best is None:
            return ()
        _, matcher, place = best
        theirs = sentence_words(place)
        made = []
        for kind, start, end, first, last in matcher.get_opcodes():
            if kind not in ("replace", "delete") or end - start > LONGEST or last - first > LONGEST_BACK:
                continue
            if any(w.pos != "VERB" and self._strange(w) for w in self._words[start:end]):
                there = _text(place, theirs[first:last])
                made.append(self._with(self._words[start:end], there))
        return tuple(dict.fromkeys(m for m in made if m))[:MOST_CHANGES]

    def _alignments(self) -> Iterator[tuple[SequenceMatcher[str], SentenceView]]:
        own = [_compared(w) for w in self._words]
        for place in self._nearest.sentences[:2]:
            theirs = [_compared(w) for w in sentence_words(place)]
            yield SequenceMatcher(None, own, theirs, autojunk=False), place

    def _with(self, out: Sequence[Word], there: str) -> str:
        text, at = self._sentence.text, self._sentence.span.start
        joined = f"{text[: out[0].span.start - at]} {there} {text[out[-1].span.end - at :]}"
        return " ".join(joined.split())


def _text(sentence: SentenceView, words: Sequence[Word]) -> str:
    if not words:
        return ""
    at = sentence.span.start
    return sentence.text[words[0].span.start - at : words[-1].span.end - at]


def _compared(word: Word) -> str:
    return key(word) if content(word) else word.lemma.lower()
