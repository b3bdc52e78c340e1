"""Two tallies of one vote that cannot both be right."""

from collections.abc import Iterator, Sequence

from checker import Flag, flag
from checker.rules.vocabulary import StoryView, marked
from checker_rules.bodies import one_body
from checker_rules.circumstances import rounds_apart
from checker_rules.one_decision import decided, kinds_apart, named_apart, one_day, shared_terms
from checker_rules.tallies import Tally, tallies

# words for what was decided that two accounts have to share: where the day is known, and where it is not
_WITH_DAY, _WITHOUT = 2, 3


def tally_clashes(story: StoryView) -> Iterator[Flag]:
    """Flag two counts of hands of one body on one thing, where each account has one of that vote only."""
    told = [tuple(tallies(d)) for d in story.documents]
    for n, mine in enumerate(told):
        for theirs in told[n + 1 :]:
            for a in mine:
                for b in theirs:
                    if a.fits(b) or any(a.fits(t) for t in theirs) or any(b.fits(t) for t in mine):
                        continue
                    sure = _sure(a, b)
                    if sure and _only(a, mine, b) and _only(b, theirs, a):
                        yield _flag(a, b, sure)


def _only(a: Tally, mine: Sequence[Tally], b: Tally) -> bool:
    """Whether no other tally of the account can be of the other's vote."""
    return all(t is a or t.sides == a.sides or not _sure(t, b) for t in mine)


def _sure(a: Tally, b: Tally) -> float:
    """How surely both are of one vote, 0-1; 0: they are not, or nothing shows it."""
    one, other = a.sentence, b.sentence
    if a.outcome and b.outcome and a.outcome != b.outcome:
        return 0.0
    if rounds_apart(one, other) or kinds_apart(one, other):
        return 0.0
    day = one_day(one, other)
    if not day or ((a.before or b.before) and day < 1.0) or a.before != b.before:
        return 0.0
    if not a.bodies or not b.bodies or not any(one_body(x, y) for x in a.bodies for y in b.bodies):
        return 0.0
    if a.deed and b.deed and a.deed != b.deed:
        return 0.0
    told = [decided(t.statement) for t in (a, b) if t.statement is not None]
    if len(told) == 2 and named_apart(*told):
        return 0.0
    terms = len(shared_terms(one, other, a.by | b.by))
    if terms < (_WITH_DAY if day == 1.0 else _WITHOUT):
        return 0.0
    return min(0.9, 0.55 + 0.15 * (day == 1.0) + 0.05 * min(4, terms))


def _flag(a: Tally, b: Tally, sure: float) -> Flag:
    left, right = (t.place.of(t.sentence.document.text) for t in (a, b))
    return flag(
        "outcome",
        at=marked(a.sentence, a.place),
        against=[marked(b.sentence, b.place)],
        confidence=round(sure, 4),
        verdict="fail" if sure >= 0.7 else "review",
        data={"kind": "vote", "sole": True},
        left=left,
        right=right,
        left_outlet=a.sentence.document.name,
        right_outlet=b.sentence.document.name,
    )
