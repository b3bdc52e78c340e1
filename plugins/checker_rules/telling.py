"""Whether an account tells a thing in whatever words, or a sentence reports it: words in common and vectors.

The inference model answers strictly: a thing told over three sentences, in a headline or as somebody's quotation is
seldom entailed. What speaks for telling here is how near the account comes to the thing and how much of what it is made
of (roots of words, names, figures, rare ones most) stands in the sentences nearest to it. The weights are those of a
logistic fit on 885 pairs of a thing and an account said to lack it, and 209 of a thing and an account said to report
it, read in 95 real stories; area under the curve, stories held out, .86 and .68.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.models.text import Span
from checker.rules.vocabulary import DocumentView, SentenceView, StatementView, StoryView
from checker_rules.quote_words import keys_of, tokens
from checker_rules.surroundings import Surroundings

if TYPE_CHECKING:
    from checker.protocols import Floats
    from checker.rules.services import Embed

# chances from which on an account tells a thing, and below which a sentence does not report it: of what an editor
# wanted to know in those stories 5 % were lost, of what was told elsewhere 40 % went
TOLD = 0.32
REPORTED = 0.58
# the same for what accounts are said to tell in their own ways only
TOUCHED = 0.45
# and from which they need nobody's word that it is one thing
OWN_WAYS = 0.7
UNNAMED = 0.3  # of the chance that an account tells what somebody did whom it never names
UNSAID = 0.6  # of the same where it has nowhere the verb that all who report it share
NEAREST = 3  # sentences over which a thing may be told
# so many words in a row of what is shown, and such a share of it, that the account has too are told there: nobody
# reads on to see which half of a quotation is lacking
_RUN, _RUN_SHARE = 10, 0.3
_SHARE = 0.3  # how much the words in common count beside the cosine when the nearest sentences are sought
# log odds that it is told: of nothing alike; by the cosine of the thing, of its whole sentence, by the share of what it
# is made of in the nearest sentences together, and in any one sentence
_TOLD_BASE, _THING, _SENTENCE, _TOGETHER, _ONE = -8.09, 5.32, 3.59, 2.87, 3.35
# log odds that a sentence reports it
_REPORTED_BASE, _NEAR, _PART = -1.02, 0.74, 3.66


@dataclass(frozen=True)
class Thing:
    """What is said: in words that can stand alone, in its sentence, and where in it.

    ``doer``: who did it, an entity key or ""; ``deed``: the root of the verb that whoever reports it has, or "".
    """

    text: str
    sentence: SentenceView
    span: Span
    doer: str = ""
    deed: str = ""

    @classmethod
    def of(cls, statement: StatementView) -> "Thing":
        """A statement as a thing said."""
        doers = [a.head for a in statement.arguments if a.role in ("subject", "agent")]
        doer = next((d for d in doers if d in statement.entities), "")
        return cls(statement.text, statement.sentence, statement.span, doer)


class Telling:
    """The sentences of a story's accounts, to be asked whether they tell a thing."""

    def __init__(self, story: StoryView, embed: "Embed") -> None:
        self._around = Surroundings(story)
        self._embed = embed
        self._vectors: dict[str, Floats] = {}
        self._known: dict[tuple[Thing, str], float] = {}
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}

    def told(self, thing: Thing, document: DocumentView) -> float:
        """The chance, 0-1, that the account tells it, in one place or spread over some sentences."""
        key = (thing, document.id)
        if key not in self._known and self.has(thing.text, document):
            self._known[key] = 1.0
        if key not in self._known:
            # "China abstained" is not told by who has the same of others and never names China
            unnamed = thing.doer and thing.doer not in document.entities
            # nor by who has the same of it, but nowhere the one word that everybody else has for what happened
            unsaid = thing.deed in self._keys(thing) and not any(
                thing.deed in self._around.of(s) for s in document.sentences
            )
            chance = self._told(thing, document)
            self._known[key] = (UNNAMED if unnamed else 1.0) * (UNSAID if unsaid else 1.0) * chance
        return self._known[key]

    def has(self, text: str, document: DocumentView) -> bool:
        """Whether the account has the text, or a large part of it, in the very words."""
        if document.id not in self._runs:
            self._runs[document.id] = frozenset(_runs(keys_of(tokens(document.text, 0)), _RUN))
        words = keys_of(tokens(text, 0))
        length = max(_RUN, math.ceil(_RUN_SHARE * len(words)))
        shared = [run in self._runs[document.id] for run in _runs(words, _RUN)]
        # so many runs of ten in a row are one longer run, but for words that happen to be repeated
        return any(all(shared[n : n + length - _RUN + 1]) for n in range(len(words) - length + 1))

    def reported(self, thing: Thing, sentence: SentenceView) -> float:
        """The chance, 0-1, that this sentence of another account, which is like it, reports the thing itself."""
        said, whole = self._rows(thing)
        (row,) = self._embed.encode([sentence])
        near = float(said @ row) + float(whole @ row)
        part = self._part(self._keys(thing), self._around.of(sentence))
        return _chance(_REPORTED_BASE + _NEAR * near + _PART * part)

    def _told(self, thing: Thing, document: DocumentView) -> float:
        sentences = document.sentences
        if not sentences:
            return 0.0
        if document.id not in self._vectors:
            self._vectors[document.id] = self._embed.encode(sentences)
        said, whole = ((self._vectors[document.id] @ row).tolist() for row in self._rows(thing))
        own = self._keys(thing)
        keys = [self._around.of(s) for s in sentences]
        parts = [self._part(own, k) for k in keys]
        near = [round(max(a, b) + _SHARE * p, 6) for a, b, p in zip(said, whole, parts, strict=True)]
        nearest = sorted(range(len(near)), key=lambda n: (-near[n], n))[:NEAREST]
        together = self._part(own, frozenset().union(*(keys[n] for n in nearest)))
        return _chance(
            _TOLD_BASE
            + _THING * max(said)
            + _SENTENCE * max(whole)
            + _TOGETHER * together
            + _ONE * max(parts)
        )

    def _rows(self, thing: Thing) -> "Floats":
        return self._embed.encode([thing.text, thing.sentence.text])

    def _keys(self, thing: Thing) -> frozenset[str]:
        return self._around.within(thing.sentence, thing.span)

    def _part(self, own: frozenset[str], other: frozenset[str]) -> float:
        """The share of what a thing is made of, by weight, that stands in the other place."""
        weight = self._around.weight(own)
        return self._around.weight(own & other) / weight if weight > 0 else 0.0


def _runs(words: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """Every so many words in a row."""
    return [tuple(words[n : n + length]) for n in range(len(words) - length + 1)]


def _chance(odds: float) -> float:
    """A probability from log odds; rounded, so that the last digits of a processor's arithmetic decide nothing."""
    return round(1 / (1 + math.exp(-odds)), 4)
