"""VOTE: who voted how on what, and how it ended."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker import Flag, flag, rule
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import StatementView, StoryView, marked

# stance of a voter, by predicate and particle
_STANCE_VERBS = {"abstain": "abstained", "oppose": "against", "veto": "against"}
_STANCE_PREPOSITIONS = {"for": "for", "against": "against", "in": "for"}
# outcomes: words of one row cannot be true together of one thing
_OUTCOMES: tuple[tuple[tuple[str, str], ...], ...] = (
    (("adopt", "passed"), ("pass", "passed"), ("approve", "passed"), ("carry", "passed"), ("ratify", "passed"), ("reject", "failed"), ("defeat", "failed"), ("fail", "failed"), ("vote_down", "failed"), ("veto", "failed")),
    (("convict", "convicted"), ("guilty", "convicted"), ("acquit", "acquitted"), ("clear", "acquitted"), ("innocent", "acquitted")),
    (("win", "won"), ("lose", "lost")),
    (("uphold", "upheld"), ("overturn", "overturned"), ("strike_down", "overturned"), ("quash", "overturned"), ("reverse", "overturned")),
    (("elect", "elected"), ("re-elect", "elected"), ("reelect", "elected"), ("oust", "ousted"), ("unseat", "ousted")),
)
_ROW_OF = {word: (n, stance) for n, row in enumerate(_OUTCOMES) for word, stance in row}
_THING = frozenset({"resolution", "text", "bill", "motion", "measure", "amendment", "law", "treaty", "proposal", "plan", "deal", "draft", "budget", "referendum", "legislation", "nomination", "agreement", "act"})
# what sets one text apart from another of the same day
_APART = frozenset({"own", "rival", "competing", "second", "other", "another", "separate", "earlier", "previous", "first", "original", "alternative"})


@dataclass(frozen=True)
class Stance:
    """An actor's vote, or the outcome of a thing."""

    statement: StatementView
    actor: str
    stance: str
    row: int
    place: Span
    object: frozenset[str]


@rule(
    "VOTE",
    severity="error",
    messages={
        "vote": "{left_outlet} says that {actor} {left}; {right_outlet} says {right}.",
        "outcome": "{left_outlet} reports “{left}”; {right_outlet} reports “{right}”.",
    },
)
def vote(story: StoryView) -> Iterator[Flag]:
    """Accounts disagree on who voted how on what, or on how it ended.

    Flags one voter with two stances (for, against, abstained) on one object, and one thing with two outcomes (passed
    and failed, won and lost, convicted and acquitted).

    Why: how somebody voted is a matter of record.

    Example: "China abstained in the vote" against "China voted against the resolution".

    Not flagged: two texts that were voted on the same day; whoever voted against one and abstained on another did both.
    """
    stances = [s for d in story.documents for st in d.statements if (s := _stance(st)) is not None]
    known = {(s.statement.document.id, s.actor, s.row, s.stance) for s in stances}
    matched = {(m.left, m.right): m.score for m in story.matches}
    seen: set[tuple[str, str, str, str]] = set()
    for n, a in enumerate(stances):
        for b in stances[n + 1 :]:
            one, other = a.statement.document.id, b.statement.document.id
            if one == other or a.actor != b.actor or a.row != b.row or a.stance == b.stance:
                continue
            # an account that knows both stances tells of two objects
            if (one, a.actor, a.row, b.stance) in known or (other, a.actor, a.row, a.stance) in known:
                continue
            if not _one_object(a, b, matched.get((a.statement, b.statement), 0.0)):
                continue
            key = (one, other, a.actor, a.stance)
            if key in seen:
                continue
            seen.add(key)
            yield flag(
                "vote" if a.row < 0 else "outcome",
                at=marked(a.statement, a.place),
                against=[marked(b.statement, b.place)],
                confidence=0.85,
                data={"kind": "vote"},
                actor=_actor(a),
                left=a.stance if a.row < 0 else a.place.of(a.statement.document.text),
                right=b.stance if b.row < 0 else b.place.of(b.statement.document.text),
                left_outlet=a.statement.document.name,
                right_outlet=b.statement.document.name,
            )


def _stance(statement: StatementView) -> Stance | None:
    place = statement.predicate_span
    if place is None or statement.modality or statement.quoted or not statement.subject:
        return None
    predicate = statement.predicate.removeprefix("be_")
    row, stance = -1, ""
    if predicate in _STANCE_VERBS and (predicate == "abstain" or _votes_on(statement)):
        stance = _STANCE_VERBS[predicate]
    elif predicate in ("vote", "cast"):
        stance = next((v for p, v in _STANCE_PREPOSITIONS.items() if statement.argument(f"prep:{p}")), "")
    elif predicate in _ROW_OF:
        row, stance = _ROW_OF[predicate]
    if not stance or statement.negated:
        return None
    actor = statement.subject
    # an outcome belongs to the thing decided: the object of who passed it, the subject of what was passed
    if row >= 0 and (thing := statement.argument("object")) is not None and not statement.passive:
        actor = thing.head
    if row >= 0 and predicate in ("pass", "fail", "carry", "clear", "lose", "win", "defeat", "reverse") and not _votes_on(statement):
        return None
    return Stance(statement, spelling(actor), stance, row, place, _object(statement))


def _votes_on(statement: StatementView) -> bool:
    heads = {a.head for a in statement.arguments} | {statement.subject}
    return bool(heads & _THING) or statement.predicate in ("win", "lose") and bool(heads & {"election", "vote", "seat", "race", "case", "appeal"})


def _object(statement: StatementView) -> frozenset[str]:
    """What was voted on: the content words of the statement besides voter and stance."""
    words = words_in(statement.document, statement.span)
    return frozenset(spelling(w.lemma) for w in words if w.pos in ("NOUN", "PROPN", "ADJ") and w.lemma != statement.subject)


def _one_object(a: Stance, b: Stance, score: float) -> bool:
    """Whether both speak of one vote: nothing sets the objects apart, and the statements are alike."""
    if (a.object & _APART) != (b.object & _APART):
        return False
    union = a.object | b.object
    likeness = len(a.object & b.object) / max(1, len(union))
    return score >= 0.45 or likeness >= 0.4


def _actor(stance: Stance) -> str:
    named = next((n.text for n in stance.statement.names if spelling(n.value.entity) == stance.actor), "")
    return named or stance.actor
