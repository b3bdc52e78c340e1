"""VOTE: who voted how on what, and how it ended."""

import re
from collections.abc import Iterator

from checker import Flag, flag, rule
from checker.rules.vocabulary import SentenceView, StoryView, marked
from checker_rules.bodies import TRADES, one_body
from checker_rules.circumstances import rounds_apart
from checker_rules.margins import margins
from checker_rules.one_decision import courts_apart, one_day, shared_terms
from checker_rules.short_votes import flag_clash, short_votes
from checker_rules.stance_words import AGAINST, APART, OFFERS, PLEAS, TEXTS
from checker_rules.stances import Stance, stances
from checker_rules.tally_clashes import tally_clashes

_SURE = 0.7
# so many words that two accounts share of what was decided show that it is one thing
_ALIKE = 2
_GUILTY = re.compile(r"\b(?:convicted|guilty)\b(?<!not guilty)", re.IGNORECASE)
_CLEARED = re.compile(r"\b(?:acquitted|cleared|not guilty)\b", re.IGNORECASE)
_THE = re.compile(r" (?:in (?:favou?r|support) of|for|against|on) the ", re.IGNORECASE)
# words that count what is voted on, which the other account need not have done
_NEXT = frozenset({"second", "third", "another", "other"})


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
    and failed, won and lost, convicted and acquitted, upheld and overturned, granted and denied. Also two tallies of
    one vote ("by 36 votes to 29", "34-31"), where each account has one only of that body, of that day, on that.

    Why: how somebody voted, and how a trial or an election ended, is a matter of record.

    Example: "China abstained in the vote" against "China voted against the resolution".

    Not flagged: two texts that were voted on the same day (whoever voted against one and abstained on another did
    both), two chambers, several charges, groups whose members may be divided, plans and predictions.
    """
    told = {d.id: tuple(stances(d)) for d in story.documents}
    matched = {(m.left, m.right): m.score for m in story.matches}
    several = any(len(_votes(s)) > 1 for s in told.values())
    seen: set[tuple[str, str, str, str, str]] = set()
    short = list(short_votes(story))
    alone = {(c.left, c.right) for c in short}
    shown: set[tuple[SentenceView, SentenceView]] = set()
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
                    places = a.statement.sentence, b.statement.sentence
                    shown.add(places)
                    sole = places in alone or _sole(a, told[one.id], b, told[other.id])
                    yield _flag(a, b, sure, sole=sole)
    counted = [*margins(story), *tally_clashes(story)]
    yield from counted
    yield from (flag_clash(c) for c in short if (c.left, c.right) not in shown and not (c.counts and counted))


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
    """Whether neither says which text: each speaks of the one vote that its account tells of."""
    if (
        a.row != "vote"
        or not (a.named and b.named)
        or one_day(a.statement.sentence, b.statement.sentence) < 0.5
    ):
        return False
    return (not a.about and not b.about) or all(_the_text(s) for s in (a, b))


def _the_text(stance: Stance) -> bool:
    """Whether what was voted on is not named, or is "the plan" of which the account has told."""
    return not stance.about or (stance.about in TEXTS and _the_one(stance))


def _one_voter(a: str, b: str) -> bool:
    """Whether two words for who decides are of one: dockers and dockworkers, workers and the union's nurses."""
    return a == b or (bool({a, b} & TRADES) and one_body(a, b))


def _two_offers(a: Stance, b: Stance) -> bool:
    """Whether those who vote among themselves did so on two offers: of other figures, or on another day."""
    if not {a.body, b.body} & TRADES:
        return False
    if any(not s.body and not s.statement.passive for s in (a, b)):
        # what their union's leaders made of it is another thing
        return True
    if a.owners and b.owners and not a.owners & b.owners:
        # at two plants
        return True
    one, other = a.statement.sentence, b.statement.sentence
    return one_day(one, other) < 0.5 or _figures_apart(one, other)


def _figures_apart(a: SentenceView, b: SentenceView) -> bool:
    """Whether there is a kind of figure of which the two have none in common: 6 percent and 4 percent."""
    left, right = ([n.value for n in s.numbers if n.value.form in ("percent", "money")] for s in (a, b))
    units = {x.unit for x in left} & {y.unit for y in right}
    return any(not any(x.compatible(y) for x in left for y in right if x.unit == y.unit == u) for u in units)


def _one_plea(a: Stance, b: Stance) -> bool:
    """Whether an appeal or a request is one although each account says something else of it: whose, against what."""
    if a.about != b.about or a.about not in PLEAS or (a.owners and b.owners and not a.owners & b.owners):
        return False
    against = [s.marks - s.owners for s in (a, b)]
    one, other = a.statement.sentence, b.statement.sentence
    return not all(against) and one_day(one, other) == 1.0 and len(shared_terms(one, other)) >= _ALIKE


def _the_one(stance: Stance) -> bool:
    """Whether somebody with a name is for or against "the bill", as if its account told of no other."""
    text, end = stance.statement.document.text, stance.place.end
    plain = stance.named and bool(stance.about) and not stance.marks
    return plain and bool(text.startswith(" the ", end) or _THE.match(text, end))


def _sure(a: Stance, b: Stance, score: float, *, several: bool) -> float:
    """How surely both speak of one vote, trial or contest, 0-1; 0: they do not, or nothing shows it."""
    alike = a.about == b.about != "" and len(a.content & b.content) >= _ALIKE
    # "a second motion, on the port": the other account may well have told of the first in other words
    which = (a.marks & APART) ^ (b.marks & APART)
    if which and not (alike and a.row == "passage" and which <= _NEXT and not (a.marks & b.marks & APART)):
        return 0.0
    if rounds_apart(a.statement.sentence, b.statement.sentence):
        return 0.0
    days = [[d.value for d in s.statement.dates] for s in (a, b)]
    if all(days) and not any(x.compatible(y) for x in days[0] for y in days[1]):
        return 0.0
    if a.row == "verdict" and any(_in_part(s) for s in (a, b)):
        return 0.0
    sure = 0.5 + 0.25 * score
    if a.about and b.about:
        texts = TEXTS | OFFERS if a.body and b.body else TEXTS
        if a.about != b.about and not (a.row in ("vote", "passage") and {a.about, b.about} <= texts):
            return 0.0
        if a.about != b.about and "amendment" in (a.about, b.about):
            # a bill and what would change it
            return 0.0
        sure += 0.1 if a.about == b.about else 0.0
    elif several or (a.row in ("vote", "passage") and score < 0.3 and not _of_the_vote(a, b)):
        return 0.0
    marks = a.marks & b.marks
    plea = a.row == "ruling" and _one_plea(a, b)
    if a.marks and b.marks and not marks and not alike and not plea:
        # a housing bill and a farm bill; that both name one text in other words would have to be shown
        return 0.0
    sure += 0.12 * plea
    sure += 0.06 * min(2, len(marks)) if not alike else 0.06 * min(3, len(a.content & b.content))
    if not several and a.row == "vote" and all(_the_one(s) for s in (a, b)):
        sure += 0.12
    if a.row in ("passage", "ruling"):
        # two chambers, a lower and a higher court: each decides for itself
        if a.body and b.body and not _one_voter(a.body, b.body):
            return 0.0
        if _two_offers(a, b) or (
            a.row == "ruling" and courts_apart(a.statement.sentence, b.statement.sentence)
        ):
            return 0.0
        if not (a.body or b.body or marks or alike) and score < 0.4:
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


def _sole(a: Stance, told_a: tuple[Stance, ...], b: Stance, told_b: tuple[Stance, ...]) -> bool:
    """Whether each account has one stance only that the other's can be set against, of one day and in shared words."""
    if any(s.stance != a.stance and _rival(s, a) for s in told_a):
        return False
    if any(s.stance != b.stance and _rival(s, b) for s in told_b):
        return False
    one, other = a.statement.sentence, b.statement.sentence
    return one_day(one, other) >= _day(a) and len(shared_terms(one, other)) >= _ALIKE


def _in_part(stance: Stance) -> bool:
    """Whether a sentence tells of a conviction and of an acquittal: of some counts, and not of the others."""
    said = stance.statement.sentence.text
    return bool(_GUILTY.search(said) and _CLEARED.search(said))


def _rival(s: Stance, a: Stance) -> bool:
    return s.row == a.row and s.party == a.party and (s.about == a.about or a.row == "vote")


def _day(stance: Stance) -> float:
    """How surely two accounts must be of one day: what content shows to be one needs no day."""
    return 0.5 if len(stance.content) > _ALIKE else 1.0


def _flag(a: Stance, b: Stance, sure: float, *, sole: bool) -> Flag:
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
        data={"kind": "vote", **({"sole": True} if sole else {})},
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
    document = stance.statement.document
    named = document.named(stance.party)
    if named:
        return named[0].value.full or named[0].text
    written = next((w.text for w in document.account.words if w.text.lower() == stance.party), stance.party)
    return written if stance.named and written != stance.party else f"the {stance.party}"
