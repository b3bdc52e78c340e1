"""In short accounts of one vote: how a named voter voted, how it ended, and how many hands there were for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from checker import Flag, flag
from checker.models.text import Span
from checker.rules.vocabulary import DocumentView, SentenceView, StoryView, marked
from checker_rules.bodies import one_body
from checker_rules.circumstances import rounds_apart, statement_at
from checker_rules.hands import Hands, hands_of, of_a_vote
from checker_rules.nearest import LONGEST
from checker_rules.one_decision import decided, kinds_apart, named_apart, one_day, to_be_done
from checker_rules.short_stances import ENDED, LONE, Told, told_votes
from checker_rules.stance_words import PASSING, STRIKING
from checker_rules.tallies import bodies_around, tallies

_SURE = 0.6
# of two texts that were voted on
_RIVAL = re.compile(
    r"\b(?:rival|another|second|two|both|competing|alternative|own|amended|separate|other)\s+(?:[\w-]+\s+){0,2}"
    r"(?:resolution|text|draft|bill|motion|proposal|measure|amendment)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Clash:
    """What one account and the other say, and where."""

    left: SentenceView
    right: SentenceView
    places: tuple[Span, Span]
    sure: float
    counts: bool = False


def short_votes(story: StoryView) -> Iterator[Clash]:
    """Find another stance of one voter, another end, another lone dissenter or other figures of the one vote told."""
    short = [d for d in story.documents if len(d.sentences) <= LONGEST]
    voting = {d.id for d in short if of_a_vote(d)}
    if not voting:
        return
    read = [_Read(d, tuple(told_votes(d)), hands_of(d, tuple(tallies(d)))) for d in short]
    for one, other in combinations(read, 2):
        if voting & {one.document.id, other.document.id}:
            yield from (*_stances(one, other), *_counts(one, other))


@dataclass(frozen=True)
class _Read:
    """A short account with what it tells of the vote, read once for all the others it is set against."""

    document: DocumentView
    told: Sequence[Told]
    hands: Sequence[Hands]


def _stances(one: _Read, other: _Read) -> Iterator[Clash]:
    """Where each account gives one value only of a voter, of the end, or of who stood alone."""
    several = _several(one) or _several(other)
    for key in dict.fromkeys(t.key for t in one.told):
        if several and key[0] != LONE:
            continue
        mine, theirs = ([t for t in side.told if t.key == key] for side in (one, other))
        values = {t.value for t in mine}, {t.value for t in theirs}
        if any(len(v) != 1 for v in values) or values[0] == values[1]:
            continue
        found = next(((a, b) for a in mine for b in theirs if _one_vote(a, b)), None)
        if found is not None:
            a, b = found
            yield Clash(a.sentence, b.sentence, (a.place, b.place), _SURE)


def _several(account: _Read) -> bool:
    """Whether an account tells of two votes: a rival text, or one that was carried and one that was lost."""
    if _RIVAL.search(account.document.text):
        return True
    ends = {t.value for t in account.told if t.key[0] == ENDED} | {h.outcome for h in account.hands}
    return {"passed", "failed"} <= ends


def _one_vote(a: Told, b: Told) -> bool:
    one, other = a.sentence, b.sentence
    if kinds_apart(one, other, panels=False) or rounds_apart(one, other) or one_day(one, other) < 0.25:
        return False
    if a.year != b.year:
        # "failed in 2017": the news is of a day
        return False
    if a.marks and b.marks and not a.marks & b.marks:
        # a housing bill and a farm bill
        return False
    return a.key[0] != ENDED or _bodies_meet(bodies_around(one), bodies_around(other))


def _bodies_meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both may be of one body: nothing says that they are two."""
    return not (left and right) or any(one_body(x, y) for x in left for y in right)


def _counts(one: _Read, other: _Read) -> Iterator[Clash]:
    """Where each account counts the hands of one vote only, and they cannot be the same."""
    if _several_counted(one) or _several_counted(other):
        return
    for a, b in product(one.hands, other.hands):
        if not a.comparable(b) or a.values == b.values:
            continue
        if any(a.within(t) for t in other.hands) or any(b.within(t) for t in one.hands):
            continue
        if a.outcome and b.outcome and a.outcome != b.outcome:
            continue
        if kinds_apart(a.sentence, b.sentence, panels=False) or rounds_apart(a.sentence, b.sentence):
            continue
        if not one_day(a.sentence, b.sentence) or not _bodies_meet(a.bodies, b.bodies):
            continue
        if not _decisions_apart(a, b):
            yield Clash(a.sentence, b.sentence, (a.place, b.place), _SURE, counts=True)
            return


def _decisions_apart(a: Hands, b: Hands) -> bool:
    """Whether each says itself what was decided, and it is not one thing: to close a mill, to sell one."""
    one, other = statement_at(a.sentence, a.place), statement_at(b.sentence, b.place)
    if one is None or other is None:
        return False
    deeds = [deed for s in (one, other) if (deed := to_be_done(s)) and deed not in PASSING | STRIKING]
    if len(deeds) == 2 and deeds[0] != deeds[1]:
        return True
    return named_apart(decided(one), decided(other))


def _several_counted(account: _Read) -> bool:
    """Whether an account counts the hands of several votes: it has two figures for one side."""
    counts = {(h.side, h.values) for h in account.hands}
    return len(counts) > len({side for side, _ in counts})


def flag_clash(found: Clash) -> Flag:
    """The finding for what one account and the other say."""
    documents = found.left.document, found.right.document
    left, right = (p.of(d.text) for p, d in zip(found.places, documents, strict=True))
    return flag(
        "outcome",
        at=marked(found.left, found.places[0]),
        against=[marked(found.right, found.places[1])],
        confidence=found.sure,
        verdict="review",
        data={"kind": "vote", "sole": True},
        left=left,
        right=right,
        left_outlet=documents[0].name,
        right_outlet=documents[1].name,
    )
