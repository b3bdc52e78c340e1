"""Mentions that nothing in the other account answers, in sentences that come nearest to each other.

Two accounts of one event agree on most of what both tell. What one account gives of a kind, and the other does not
give anywhere, stands alone; where each has one such thing, in the two sentences that are nearest to each other, these
two are likely told of one fact, in whatever words. In long accounts so much stands alone that it says nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from checker import Embed
from checker.models.language import NameValue, Value
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, SentenceView, StoryView
from checker_rules.circumstances import at_first
from checker_rules.events import doer
from checker_rules.same_fact import verbs_above

V = TypeVar("V", bound=Value)
# what stands for the value itself where two sentences are compared without it
_HIDDEN = "X"
# sentences; among fewer it says nothing that two are nearest
_FEWEST = 3
# among more sentences much stands alone, and something else always comes near
_MOST = 20
# what is asked for is not what is granted
_ASKED = frozenset("ask seek demand request".split())
_LEADING = re.compile(r"(?:in|at|across|throughout|near) (?:the )?", re.IGNORECASE)
_YEARS_AGO = re.compile(r"\byears? (?:ago|earlier|before)\b", re.IGNORECASE)
# a count of another hour: "by then eleven ships were waiting"
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:by then|by that time|at that (?:point|time)|until then)\b", re.IGNORECASE
)
_OPEN = frozenset({"", "he", "she", "it", "they", "we", "i", "you", "who"})


@dataclass(frozen=True)
class Sort(Generic[V]):
    """How mentions of one kind are held against each other.

    ``agree``: whether two can be of one fact as they stand; ``kindred``: whether they could be values of one at all;
    ``telling``: whether values are so much alike that one sentence's being nearest to the other is enough;
    ``least``: the least cosine (-1 to 1) of the two sentences with the values hidden.
    """

    mentions: Callable[[DocumentView], Sequence[MentionView[V]]]
    agree: Callable[[MentionView[V], MentionView[V]], bool]
    kindred: Callable[[MentionView[V], MentionView[V]], bool]
    least: Callable[[MentionView[V], MentionView[V]], float]
    telling: Callable[[MentionView[V], MentionView[V]], bool] = lambda a, b: False


@dataclass(frozen=True)
class Unanswered(Generic[V]):
    """Two mentions that stand alone in nearest sentences; ``likeness`` is the cosine of these without the values."""

    left: MentionView[V]
    right: MentionView[V]
    likeness: float


def unanswered(story: StoryView, embed: Embed, sort: Sort[V]) -> Iterator[Unanswered[V]]:
    """Pairs of mentions of two accounts that stand alone for their kind and whose sentences answer each other best."""
    short = [d for d in story.documents if _FEWEST <= len(d.sentences) <= _MOST]
    for one, other in combinations(short, 2):
        left, right = sort.mentions(one), sort.mentions(other)
        # a photograph may have been taken on another day, at another place
        mine = [a for a in left if not (_pictured(a) or any(sort.agree(a, b) for b in right))]
        theirs = [b for b in right if not (_pictured(b) or any(sort.agree(a, b) for a in left))]
        alone = [
            (a, b)
            for a in mine
            for b in theirs
            if sort.kindred(a, b)
            and _same(a, [x for x in mine if sort.kindred(x, b)])
            and _same(b, [x for x in theirs if sort.kindred(a, x)])
        ]
        if not alone:
            continue
        near = Nearness(one, other, embed)
        for a, b in alone:
            if near.nearest(a.sentence, b.sentence, both=not sort.telling(a, b)):
                likeness = near.without(a, b)
                if likeness >= sort.least(a, b):
                    yield Unanswered(a, b, likeness)


def _pictured(mention: MentionView[V]) -> bool:
    return mention.sentence.kind == "caption"


def two_things(
    pair: SentencePair, a: MentionView[Value], b: MentionView[Value], *, named: bool = True
) -> bool:
    """Whether sentences that run alike tell two things: other names, another time, another doer, asked and granted.

    ``named``: whether other names count, which say nothing where names are held against each other.
    """
    if named and others_named(pair.left, pair.right):
        return True
    if years_apart(pair) or at_another_time(pair) or asked_apart(pair):
        return True
    one, other = doer(a), doer(b)
    verbs = [verbs_above(words, m.span)[:1] for words, m in ((pair.left_words, a), (pair.right_words, b))]
    return one != other and not {one, other} & _OPEN and verbs[0] == verbs[1] != []


def others_named(left: SentenceView, right: SentenceView) -> bool:
    """Whether both name people, or both places and bodies, and none in common."""
    for people in (True, False):
        one, other = (
            {
                n.value.entity
                for n in s.names
                if not n.value.adjective and (n.value.kind == "person") == people
            }
            for s in (left, right)
        )
        if one and other and not (one | other) & left.entities & right.entities:
            return True
    return False


def years_apart(pair: SentencePair, *, anywhere: bool = False) -> bool:
    """Whether one sentence alone begins with a year, or tells of years ago: "in 2011 nine people were killed".

    ``anywhere``: the year may stand where it likes, "they had first met in 2007".
    """
    sides = ((pair.left, pair.right), (pair.right, pair.left))
    return any(_of_a_year(one, other, anywhere=anywhere) for one, other in sides)


def at_another_time(pair: SentencePair) -> bool:
    """Whether one sentence alone says that it is of an earlier hour than it was written."""
    one, other = (bool(_AT_ANOTHER_TIME.search(s.text)) or at_first(s) for s in (pair.left, pair.right))
    return one != other


def _of_a_year(one: SentenceView, other: SentenceView, *, anywhere: bool) -> bool:
    if _YEARS_AGO.search(one.text) and not _YEARS_AGO.search(other.text):
        return True
    known = [d.value for d in other.dates if d.value.first or d.value.grain == "year"]
    return any(
        d.value.grain == "year"
        and (anywhere or _first(one, d))
        and not any(d.value.compatible(x) for x in known)
        for d in one.dates
    )


def set_apart(pair: SentencePair) -> bool:
    """Whether one sentence begins with a place that the other does not name: "In Ostra the company has 300"."""
    return any(
        n.value.kind == "place"
        and not n.value.pronoun
        and n.value.entity not in other.entities
        and _first(one, n)
        for one, other in ((pair.left, pair.right), (pair.right, pair.left))
        for n in one.names
    )


def _first(sentence: SentenceView, mention: MentionView[Value]) -> bool:
    """Whether a sentence begins with "in" and a mention."""
    return _LEADING.fullmatch(sentence.text[: mention.span.start - sentence.span.start]) is not None


def asked_apart(pair: SentencePair) -> bool:
    """Whether one sentence alone tells what somebody asked for: prosecutors asked for 15 years, a court gave nine."""
    one, other = (
        any(w.pos == "VERB" and w.lemma in _ASKED for w in sentence_words(s)) for s in (pair.left, pair.right)
    )
    return one != other


def _same(mention: MentionView[V], rivals: Sequence[MentionView[V]]) -> bool:
    """Whether a mention has no rival but itself told again, be it by a part of its name."""
    return all(
        r.text.casefold() == mention.text.casefold() or _one_entity(r.value, mention.value) for r in rivals
    )


def _one_entity(a: Value, b: Value) -> bool:
    return isinstance(a, NameValue) and isinstance(b, NameValue) and a.entity == b.entity


class Nearness:
    """Which sentences of two accounts are nearest to each other, by vectors."""

    def __init__(self, one: DocumentView, other: DocumentView, embed: Embed) -> None:
        self._embed = embed
        sides = [d.sentences for d in (one, other)]
        self._rows = {s: n for n, s in enumerate(sides[0])}
        self._columns = {s: n for n, s in enumerate(sides[1])}
        # rounded, so that the last digits of a processor's arithmetic decide nothing
        self._cosines = (embed.encode(sides[0]) @ embed.encode(sides[1]).T).round(4)

    def nearest(self, left: SentenceView, right: SentenceView, *, both: bool) -> bool:
        """Whether no sentence of the other account is nearer to one of the two, or to each of them."""
        row, column = self._rows[left], self._columns[right]
        best = [
            self._cosines[row, column] >= around.max()
            for around in (self._cosines[row], self._cosines[:, column])
        ]
        return all(best) if both else any(best)

    def without(self, a: MentionView[Value], b: MentionView[Value]) -> float:
        """The cosine of the sentences of two mentions with these hidden."""
        return round(self._embed.similarity(_hidden(a), _hidden(b)), 4)


def _hidden(mention: MentionView[Value]) -> str:
    """The sentence with a mark in the mention's place."""
    text, at = mention.sentence.text, mention.sentence.span.start
    return text[: mention.span.start - at] + _HIDDEN + text[mention.span.end - at :]
