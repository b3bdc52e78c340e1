"""Mentions of one fact all over a story: which two places tell it, by what surrounds them and by what is agreed.

First every pair of places is weighed by its surroundings (``same_fact``), whatever stands there. Then what the
accounts agree on tells where they part: a value that finds its like in the other account belongs to another fact,
one that a third account bears out is likely right, one that the other account gives elsewhere is known to it.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from checker.models.language import Value, Word
from checker.models.text import Span
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, SentenceView, StoryView
from checker_rules.events import parted
from checker_rules.fact_weights import Weights
from checker_rules.same_fact import Setting, one_quotation, setting_of, shared_evidence
from checker_rules.surroundings import Surroundings

V = TypeVar("V", bound=Value)
# sentences that no match ties are compared when they have this much rare wording in common
_LEAST = 4.0
# a difference is told only where so much is shared: in short sentences, which share little, grammar decides alone
_TOLD = 8.0
# two mentions whose like stands nearly as likely a place of the other account are of two facts
_ANSWERED = 0.6
# sentences that run so much alike are of two things where they name two
_ALIKE = 0.55


@dataclass(frozen=True)
class Kind(Generic[V]):
    """How mentions of one kind are compared, and how their evidence is weighed.

    ``sole``: where two mentions are their accounts' only ones of a thing, what that says (log odds) for one fact
    beside what surrounds them; else 0.
    """

    mentions: Callable[[DocumentView], Sequence[MentionView[V]]]
    comparable: Callable[[MentionView[V], MentionView[V]], bool]
    agree: Callable[[MentionView[V], MentionView[V]], bool]
    conflict: Callable[[MentionView[V], MentionView[V]], bool]
    given: Callable[[DocumentView, MentionView[V], MentionView[V] | None], bool]
    inside: Callable[[Sequence[Word], MentionView[V]], tuple[Sequence[Span], frozenset[str]]]
    evidence: Callable[[SentencePair, MentionView[V], MentionView[V]], dict[str, float]]
    weights: Weights
    sole: Callable[[MentionView[V], MentionView[V]], float] = lambda a, b: 0.0


@dataclass(frozen=True)
class Differing(Generic[V]):
    """Two mentions that tell one fact otherwise, and how surely they tell one (0-1).

    ``firm``: sure enough for a ``fail``; ``doubtful``: no number of accounts makes it so; ``alone``: each stands
    alone for its kind in its account.
    """

    sure: float
    pair: SentencePair
    left: MentionView[V]
    right: MentionView[V]
    firm: bool = False
    doubtful: bool = False
    alone: bool = False


@dataclass(frozen=True)
class _Weighed(Generic[V]):
    """Two mentions, their settings, and how likely these are of one fact, whatever the values (0-1)."""

    likely: float
    pair: SentencePair
    a: MentionView[V]
    b: MentionView[V]
    left: Setting
    right: Setting


def differing(story: StoryView, kind: Kind[V]) -> Iterator[Differing[V]]:
    """Pairs of mentions of one fact whose values do not agree, in the order of the texts."""
    around = Surroundings(story)
    weighed = list(weighed_pairs(story, kind, around))
    agreeing: dict[MentionView[V], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for w in weighed:
        if kind.agree(w.a, w.b):
            for one, other in ((w.a, w.b), (w.b, w.a)):
                agreeing[one][other.document.id] = max(agreeing[one][other.document.id], w.likely)
    for w in weighed:
        likely, pair, a, b = w.likely, w.pair, w.a, w.b
        if not kind.conflict(a, b) or not _told_of_one(around, kind, w):
            continue
        given = kind.given(b.document, a, b) + kind.given(a.document, b, a)
        others = [
            max((v for d, v in agreeing[m].items() if d not in (a.document.id, b.document.id)), default=0.0)
            for m in (a, b)
        ]
        answered = (agreeing[a][b.document.id], agreeing[b][a.document.id])
        if min(answered) >= _ANSWERED * likely:
            continue
        evidence = {
            "one fact": math.log(likely / (1 - likely)),
            "given by one": float(given >= 1),
            "given by both": float(given == 2),
            "third account": max(others),
            "third accounts": min(others),
            "answered": max(answered),
            "both answered": min(answered),
        }
        yield Differing(_logistic(evidence, kind.weights.story, kind.weights.story_bias), pair, a, b)


def surest(found: Sequence[Differing[V]]) -> Iterator[Differing[V]]:
    """The surest pairs in which each mention has one partner an account."""
    used: set[tuple[MentionView[V], str]] = set()
    for one in sorted(found, key=lambda d: (not d.firm, -d.sure)):
        sides = {(one.left, one.right.document.id), (one.right, one.left.document.id)}
        if not sides & used:
            used |= sides
            yield one


def _told_of_one(around: Surroundings, kind: Kind[V], w: "_Weighed[V]") -> bool:
    """Whether enough is shared for a difference, and nothing in its place tells of another thing."""
    a, b = w.a, w.b
    if around.weight(w.left.all & w.right.all) < _TOLD and not kind.sole(a, b):
        return False
    if _answered(kind, a, b.sentence) or _answered(kind, b, a.sentence):
        return False
    if one_quotation(a.sentence, b.sentence):
        # the words quoted are of one moment, whatever is told of it besides
        return True
    besides = w.left.nouns | w.right.nouns
    return w.pair.alignment.likeness < _ALIKE or not parted(w.pair, a.span, b.span, besides)


def _answered(kind: Kind[V], mention: MentionView[V], sentence: SentenceView) -> bool:
    """Whether the other sentence has the like of a mention, as often as its own sentence has it.

    "Told a paper on Saturday that he signed the bill on Thursday" against "signed it on Thursday".
    """
    mine, theirs = (
        sum(kind.agree(mention, m) for m in kind.mentions(s.document) if m.sentence == s)
        for s in (mention.sentence, sentence)
    )
    return theirs >= mine


def weighed_pairs(story: StoryView, kind: Kind[V], around: Surroundings) -> Iterator["_Weighed[V]"]:
    """Every pair of mentions of two accounts that can be compared, with how likely it is of one fact."""
    tied = {(p.left, p.right): p for p in story.sentence_pairs}
    placed = [
        [(m, setting_of(around, m, *kind.inside(sentence_words(m.sentence), m))) for m in kind.mentions(d)]
        for d in story.documents
    ]
    for one, other in combinations(placed, 2):
        for a, left in one:
            for b, right in other:
                if not kind.comparable(a, b):
                    continue
                pair = tied.get((a.sentence, b.sentence))
                alone = kind.sole(a, b)
                if pair is None and not alone and around.weight(left.all & right.all) < _LEAST:
                    continue
                pair = pair or SentencePair(a.sentence, b.sentence, 0.0, False, ())
                evidence = shared_evidence(around, pair, a, b, left, right) | kind.evidence(pair, a, b)
                bias = kind.weights.pair_bias + alone
                likely = _logistic(evidence, kind.weights.pair, bias)
                yield _Weighed(likely, pair, a, b, left, right)


def _logistic(evidence: Mapping[str, float], weights: Mapping[str, float], bias: float) -> float:
    total = bias + sum(weights[name] * evidence[name] for name in weights)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
