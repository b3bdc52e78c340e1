"""VOTE: who voted how on what, and how it ended."""

from collections.abc import Iterator

from checker import Flag, flag, rule
from checker.rules.vocabulary import StoryView, marked
from checker_rules.circumstances import rounds_apart
from checker_rules.margins import margins
from checker_rules.stance_words import AGAINST, APART, TEXTS
from checker_rules.stances import Stance, stances

_SURE = 0.7


@rule(
    "VOTE",
    severity="error",
    messages={
        "vote": "{left_outlet} says that {actor} {left}; {right_outlet} says {right}.",
        "outcome": "{left_outlet} reports “{left}”; {right_outlet} reports “{right}”.",
        "contest": "{left_outlet} reports that {actor} {left}, {right_outlet} that {actor} {right}.",
    },
)
def vote(story: StoryView) -> Iterator[Flag]:
    """Accounts disagree on who voted how on what, or on how it ended.

    Flags one voter with two stances (for, against, abstained) on one object, and one thing with two outcomes: passed
    and failed, won and lost, convicted and acquitted, upheld and overturned, granted and denied.

    Why: how somebody voted, and how a trial or an election ended, is a matter of record.

    Example: "China abstained in the vote" against "China voted against the resolution".

    Not flagged: two texts that were voted on the same day (whoever voted against one and abstained on another did
    both), two chambers, several charges, groups whose members may be divided, plans and predictions.
    """
    told = {d.id: tuple(stances(d)) for d in story.documents}
    matched = {(m.left, m.right): m.score for m in story.matches}
    several = any(len(_votes(s)) > 1 for s in told.values())
    seen: set[tuple[str, str, str, str, str]] = set()
    documents = story.documents
    for n, one in enumerate(documents):
        for other in documents[n + 1 :]:
            found = [
                (sure, a, b)
                for a in told[one.id]
                for b in told[other.id]
                if _opposed(a, b)
                and not _both_told(a, told[one.id], b)
                and not _both_told(b, told[other.id], a)
                and (sure := _sure(a, b, matched.get((a.statement, b.statement), 0.0), several=several)) > 0
            ]
            for sure, a, b in sorted(found, key=lambda f: (-f[0], f[1].place.start, f[2].place.start)):
                key = (one.id, other.id, a.row, a.party and min(a.party, a.rival or a.party), a.about)
                if key not in seen:
                    seen.add(key)
                    yield _flag(a, b, sure)
    yield from margins(story)


def _opposed(a: Stance, b: Stance) -> bool:
    return a.row == b.row and a.party == b.party and frozenset((a.stance, b.stance)) in AGAINST


def _votes(told: tuple[Stance, ...]) -> set[frozenset[str]]:
    """The objects of votes that an account tells apart."""
    apart = {s.marks & APART for s in told if s.row in ("vote", "passage")}
    both = {
        s.party
        for s in told
        for t in told
        if s.row == t.row == "vote" and s.party == t.party and s.stance != t.stance
    }
    return apart | {frozenset({party, ""}) for party in both}


def _both_told(a: Stance, told: tuple[Stance, ...], b: Stance) -> bool:
    """Whether the account of ``a`` tells of ``b``'s stance as well: then there are two objects, charges or chambers."""
    return any(
        s.row == b.row and s.party == b.party and s.stance == b.stance and (s.about == b.about or not s.about)
        for s in told
    )


def _of_the_vote(a: Stance, b: Stance) -> bool:
    """Whether both name no text: each speaks of the one vote that its account tells of."""
    return a.row == "vote" and a.named and b.named and not a.about and not b.about


def _the_one(stance: Stance) -> bool:
    """Whether somebody with a name is for or against "the bill", as if its account told of no other."""
    text, end = stance.statement.document.text, stance.place.end
    return stance.named and bool(stance.about) and not stance.marks and text.startswith(" the ", end)


def _sure(a: Stance, b: Stance, score: float, *, several: bool) -> float:
    """How surely both speak of one vote, trial or contest, 0-1; 0: they do not, or nothing shows it."""
    if (a.marks & APART) != (b.marks & APART):
        return 0.0
    if rounds_apart(a.statement.sentence, b.statement.sentence):
        return 0.0
    days = [[d.value for d in s.statement.dates] for s in (a, b)]
    if all(days) and not any(x.compatible(y) for x in days[0] for y in days[1]):
        return 0.0
    sure = 0.5 + 0.25 * score
    if a.about and b.about:
        if a.about != b.about and not (a.row in ("vote", "passage") and {a.about, b.about} <= TEXTS):
            return 0.0
        sure += 0.1 if a.about == b.about else 0.0
    elif several or (a.row in ("vote", "passage") and score < 0.3 and not _of_the_vote(a, b)):
        return 0.0
    marks = a.marks & b.marks
    if a.marks and b.marks and not marks:
        # a housing bill and a farm bill; that both name one text in other words would have to be shown
        return 0.0
    sure += 0.06 * min(2, len(marks))
    if not several and a.row == "vote" and all(_the_one(s) for s in (a, b)):
        sure += 0.12
    if a.row in ("passage", "ruling"):
        # two chambers, a lower and a higher court: each decides for itself
        if a.body and b.body and a.body != b.body:
            return 0.0
        if not (a.body or b.body or marks) and score < 0.4:
            return 0.0
        sure -= 0.0 if a.body and a.body == b.body else 0.06
    if a.row == "contest":
        if a.rival and b.rival and a.rival != b.rival:
            return 0.0
        if not (a.rival and a.rival == b.rival) and not (a.about and a.about == b.about):
            return 0.0
        # teams meet again: a series needs more than the two names
        figures = [
            {n.text for n in s.statement.numbers} | {d.text for d in s.statement.dates} for s in (a, b)
        ]
        if all(figures) and not figures[0] & figures[1]:
            sure -= 0.15
    return min(0.95, sure)


def _flag(a: Stance, b: Stance, sure: float) -> Flag:
    texts = [s.statement.document.text for s in (a, b)]
    told = [_told(s) if s.row == "vote" else s.place.of(texts[n]) for n, s in enumerate((a, b))]
    # "Lund defeated Reed", "Reed defeated Lund": the verb alone tells nothing
    turned = a.row == "contest" and told[0].lower() == told[1].lower()
    left, right = (a.stance, b.stance) if turned else told
    return flag(
        "vote" if a.row == "vote" else "contest" if turned else "outcome",
        at=marked(a.statement, a.place),
        against=[marked(b.statement, b.place)],
        confidence=round(sure, 4),
        verdict="fail" if sure >= _SURE else "review",
        data={"kind": "vote"},
        actor=_actor(a),
        left=left,
        right=right,
        left_outlet=a.statement.document.name,
        right_outlet=b.statement.document.name,
    )


def _told(stance: Stance) -> str:
    words = stance.place.of(stance.statement.document.text).lower()
    if words.split()[0].endswith("ed"):
        return words
    return "abstained" if stance.stance == "abstained" else f"voted {stance.stance}"


def _actor(stance: Stance) -> str:
    named = stance.statement.document.named(stance.party)
    return named[0].value.full or named[0].text if named else f"the {stance.party}"
