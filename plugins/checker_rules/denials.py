"""Two statements of one deed of which one denies it: the same subject, verb and object, or opposite verbs."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import StatementView, StoryView
from checker_rules.antonyms import antonyms, in_turn
from checker_rules.circumstances import at_first, days_apart, denies, disputed, one_reading
from checker_rules.fate_words import ALONE
from checker_rules.kin_verbs import kin, kin_roles, same_deed
from checker_rules.nearest import short
from checker_rules.one_deed import (
    called,
    denied_in_part,
    figures_differ,
    moves_otherwise,
    one_verb,
    two_parts,
    undergone,
)
from checker_rules.qualified import qualified

# verbs that say nothing without the words around them: "no one has done more" denies no deed
_LIGHT = frozenset(
    "do have make get take give go come be say tell see know want need think believe feel try let "
    "put use be_ "
    "seem look find mean ask call keep expect hope like happen allow answer comment respond reply "
    "mention speak "
    "talk show work".split()
)
_PRONOUNS = frozenset(
    {
        "it",
        "they",
        "he",
        "she",
        "we",
        "you",
        "i",
        "that",
        "this",
        "who",
        "which",
        "what",
        "one",
        "those",
        "these",
        "people",
        "anyone",
        "someone",
        "everyone",
    }
)
# heads that only say how many: what they are of is meant
_PARTS = frozenset(
    "none all some most many several few one two three four five six seven eight nine ten amount quantity".split()
)
# of these an event has one, whatever it is called
_SINGLE = {"turnout": "turnout", "participation": "turnout"}
# roles that say when or how and not what
_LOOSE = frozenset(
    {
        "prep:on",
        "prep:after",
        "prep:before",
        "prep:during",
        "prep:since",
        "prep:by",
        "prep:as",
        "prep:despite",
        "complement",
    }
)
_THOUGHTS = frozenset(
    "idea claim belief allegation notion suggestion rumor rumour accusation report assertion denial "
    "myth possibility "
    "theory fear concern hope question doubt suspicion impression pretend imagine assume".split()
)
# "has 15 seats, short of the 17 needed" affirms what "has not the 17 needed" does
_WANTING = re.compile(r"\b(?:short|shy) of\b", re.IGNORECASE)
# a match as good as this is of one sentence in nearly the same words
_CLOSE = 0.85
_STAYING = frozenset({"stay", "remain", "keep"})
_FATES = frozenset({"die", "perish", "survive"})
# so many content words in common tell which one is meant: the driver of the bus
_TELLING = 2
# or statements matched so well
_SAME = 0.7
# modality of the affirmed, of the denied: what cannot both be so; "has not yet" and "will" go together
_CLASH = frozenset(
    {
        ("", ""),
        ("", "future"),
        ("future", "future"),
        ("possible", "possible"),
        ("intended", "intended"),
        ("future", "intended"),
        ("intended", "future"),
        ("necessary", "necessary"),
    }
)


@dataclass(frozen=True)
class Denial:
    """Two statements that cannot both be true, with how surely (0-1)."""

    left: StatementView
    right: StatementView
    sure: float
    opposite: bool = False
    places: tuple[Span, Span] | None = None
    # whether neither account tells anything else that the other's could be held against
    sole: bool = False


def denials(story: StoryView) -> Iterator[Denial]:
    """Denied and affirmed statements of two accounts with the same roles, and opposite predicates."""
    by_predicate: dict[str, list[StatementView]] = defaultdict(list)
    for document in story.documents:
        for statement in document.statements:
            if statement.predicate_span and statement.modality not in ("asked", "conditional"):
                by_predicate[_deed(statement)].append(statement)
    scores = {(m.left, m.right): m.score for m in story.matches}
    scores |= {(b, a): score for (a, b), score in scores.items()}
    for predicate, statements in sorted(by_predicate.items()):
        for other, opposites in sorted(by_predicate.items()):
            same = same_deed(predicate, other)
            if other < predicate or not (same or antonyms(predicate, other)):
                continue
            for n, a in enumerate(statements):
                for b in statements[n + 1 :] if other == predicate else opposites:
                    if a.document.id == b.document.id or (denies(a) == denies(b)) == same:
                        continue
                    if same and one_reading(a, b):
                        continue
                    if (sure := _sure(a, b, scores.get((a, b), 0.0), opposite=not same)) > 0:
                        once = (kin(predicate, other) or _single(a, b)) and short(a.document, b.document)
                        sole = once or (bool(story.draft) and same and _told_once(a, b))
                        yield Denial(a, b, sure, opposite=not same, sole=sole)


def _only_thought(statement: StatementView) -> bool:
    """Whether it is what somebody's idea or claim says: "the idea that he served"."""
    words = words_in(statement.document, statement.sentence.span)
    root = next((n for n, w in enumerate(words) if w.dep == "ROOT"), 0)
    base = words[root].head - root if words else 0
    return any(
        w.dep in ("acl", "relcl", "ccomp")
        and 0 <= w.head - base < len(words)
        and words[w.head - base].lemma.lower() in _THOUGHTS
        for w in words
        if statement.predicate_span and w.span.overlaps(statement.predicate_span)
    )


def _bare(predicate: str) -> str:
    return spelling(predicate.removeprefix("be_"))


def _sure(a: StatementView, b: StatementView, score: float, *, opposite: bool) -> float:
    to_come = a.modality == b.modality == "future"
    if opposite:
        if denies(a) or a.modality != b.modality:
            return 0.0
        if any(s.predicate in ALONE and s.argument("object") is not None for s in (a, b)):
            # to succeed the mayor is no success
            return 0.0
        # what remains open was not closed before
        stays = _STAYING & {a.predicate, b.predicate}
        if in_turn(_deed(a), _deed(b)) and not (to_come or stays):
            return 0.0
    else:
        yes, no = (b, a) if denies(a) else (a, b)
        if denied_in_part(a, b) or qualified(yes, no) or _WANTING.search(yes.text):
            return 0.0
        if (yes.modality, no.modality) not in _CLASH:
            return 0.0
    if any(_only_thought(s) for s in (a, b)) or at_first(a) != at_first(b):
        return 0.0
    if (a.predicate in _LIGHT and score < _CLOSE) or disputed(a, b) or _both_told(a, b) or _over_time(a, b):
        return 0.0
    left, right = roles_of(a), roles_of(b)
    reworded = not opposite and _bare(a.predicate) != _bare(b.predicate)
    if reworded:
        if moves_otherwise(a, b, left, right):
            return 0.0
        left, right = (kin_roles(s, undergone(s, roles)) for s, roles in ((a, left), (b, right)))
    suffered = opposite and ("object" in left) != ("object" in right)
    if opposite and _FATES & {a.predicate, b.predicate}:
        left, right = _fate(a, left), _fate(b, right)
        suffered = True
    elif suffered:
        left, right = _befell(a, left), _befell(b, right)
    same = {role for role in left if role in right and left[role] & right[role]}
    apart = {role for role in left if role in right and not left[role] & right[role]}
    if "subject" in apart or "object" in apart or apart - _LOOSE:
        return 0.0
    shared = _content(a) & _content(b)
    if _subjects_apart(a, b):
        return 0.0
    if figures_differ(a, b) or days_apart(a, b) or two_parts(a, b):
        return 0.0
    unsure = [s for s in (a, b) if s.hedged]
    if a.modality == "possible" and unsure and (opposite or any(denies(s) for s in unsure)):
        # it may, and it may not; what cannot be so may not be so either
        return 0.0
    core = same & {"subject", "object", "indirect"}
    needed = 2 if ("object" in left or "object" in right) and ("subject" in left or "subject" in right) else 1
    close = score >= _CLOSE and len(shared) >= 3
    if not close and (not core or (len(core) < needed and score < 0.6)):
        return 0.0
    named = any(left[r] & right[r] & (a.entities | b.entities) for r in core)
    # the denied statement may be narrower: who did not win in one state may have won in another
    narrower = sum(
        1
        for s, r, o in ((a, left, right), (b, right, left))
        if s.negated
        for k in r
        if k not in o and k not in _LOOSE
    )
    sure = (
        0.2
        + 0.3 * score
        + 0.14 * len(core)
        + 0.08 * named
        + 0.04 * min(4, len(shared))
        - 0.1 * narrower
        - 0.05 * len(apart)
    )
    if a.modality != b.modality:
        sure -= 0.08
    if a.quoted != b.quoted or bool(a.speaker) != bool(b.speaker):
        sure -= 0.06
    if a.hedged or b.hedged:
        sure -= 0.1
    if reworded and kin(a.predicate, b.predicate) and _none_at_all(a, b):
        sure += 0.16
    if a.speaker and b.speaker and {*a.speaker.split()} & {*b.speaker.split()} - {"the", "of"}:
        # what one person said, told by two accounts
        sure += 0.08
    if opposite:
        # what is opposite may only follow: a ban is imposed and lifted, one invitation accepted and one declined
        whole = len(core) >= 2 or (score >= _CLOSE and (_whole(left, right, core) or _by_pronoun(a, b, core)))
        # what befell one thing: "they will close the plant in Ostra" against "the plant in Ostra will stay open"
        whole = whole or (
            suffered and core == {"object"} and (named or len(shared) >= _TELLING or score >= _SAME)
        )
        whole = whole or (to_come and named and _whole(left, right, core))
        if _single(a, b) and _whole(left, right, core):
            return 0.5
        sure = min(sure - 0.08, 0.6) if whole and (score >= 0.5 or len(shared) >= 3) else 0.0
    return sure if sure >= 0.42 else 0.0


def _told_once(a: StatementView, b: StatementView) -> bool:
    """Whether each account tells the deed once, of one who is named: a draft tells nothing of its own."""
    counts = (sum(s.predicate == x.predicate for s in x.document.statements) for x in (a, b))
    return a.predicate == b.predicate and bool(a.entities & b.entities) and all(n == 1 for n in counts)


def _none_at_all(a: StatementView, b: StatementView) -> bool:
    """Whether what is denied is denied of any amount: "no gas escaped" leaves no room for "a little gas"."""
    return any(
        x is not None
        and s.span.contains(x.span)
        and x.span.of(s.document.text).lower().startswith(("no ", "none "))
        for s in (a, b)
        if s.negated
        for x in (s.argument("subject"), s.argument("object"))
    )


def _single(a: StatementView, b: StatementView) -> bool:
    """Whether both are of what an event has one of, told by one body or by none."""
    subjects = [s.argument("subject") for s in (a, b)]
    return all(x is not None and x.head in _SINGLE for x in subjects) and not disputed(a, b)


def _deed(statement: StatementView) -> str:
    """The predicate alone; of "will stay open" what it stays."""
    state = statement.argument("complement") if statement.predicate in _STAYING else None
    return spelling(state.head) if state is not None and state.head else _bare(statement.predicate)


def _befell(statement: StatementView, roles: dict[str, set[str]]) -> dict[str, set[str]]:
    """The roles, with what is closed or stays open as the object."""
    if "object" in roles or not (statement.predicate in _STAYING or statement.predicate.startswith("be_")):
        return undergone(statement, roles)
    return {("object" if role == "subject" else role): heads for role, heads in roles.items()}


def _fate(statement: StatementView, roles: dict[str, set[str]]) -> dict[str, set[str]]:
    """The roles of living or dying: whom it befell, as the object; a crash that somebody survived is none."""
    role = "object" if statement.passive or statement.predicate == "kill" else "subject"
    return {"object": roles[role]} if role in roles else {}


def _whole(left: dict[str, set[str]], right: dict[str, set[str]], core: set[str]) -> bool:
    """Whether neither deed has an object: "the test succeeded" against "the test failed"."""
    return core == {"subject"} and "object" not in left and "object" not in right


def _by_pronoun(a: StatementView, b: StatementView, core: set[str]) -> bool:
    """Whether what was done is done to one thing, by somebody and by a pronoun that stands for nobody else."""
    subjects = [s.argument("subject") for s in (a, b)]
    heads = [s.head if s is not None else "" for s in subjects]
    return core == {"object"} and any(h in _PRONOUNS for h in heads) and all(heads)


def roles_of(statement: StatementView) -> dict[str, set[str]]:
    """Role -> heads; what a passive was done to is the object."""
    roles: dict[str, set[str]] = {}
    for argument in statement.arguments:
        role = argument.role
        if statement.passive:
            role = {"subject": "object", "agent": "subject"}.get(role, role)
        head = _counted(statement, argument.span) if argument.head in _PARTS else argument.head
        head = _SINGLE.get(head, head)
        if head and head not in _PRONOUNS:
            roles.setdefault(role, set()).add(spelling(head))
            roles[role] |= called(statement, argument)
    return roles


def _subjects_apart(a: StatementView, b: StatementView) -> bool:
    """Whether the subjects are two of a kind: the northern lift and the southern lift."""
    sides = []
    for statement in (a, b):
        subject = statement.argument("subject")
        words = words_in(statement.document, subject.span) if subject is not None else ()
        sides.append({spelling(w.lemma) for w in words if w.dep in ("amod", "compound", "nmod", "nummod")})
    return any(antonyms(x, y) for x in sides[0] for y in sides[1])


def _counted(statement: StatementView, span: Span) -> str:
    """What some or none are of: "hostage" for "none of the hostages"."""
    words = words_in(statement.document, span)
    of = next((n for n, w in enumerate(words) if w.lemma == "of"), len(words))
    return next((w.lemma.lower() for w in words[of:] if w.pos in ("NOUN", "PROPN")), "")


def _both_told(a: StatementView, b: StatementView) -> bool:
    """Whether one of the accounts tells both: "The Earth is not the objective. Man is the objective."."""
    return any(
        one_verb(_bare(s.predicate), _bare(other.predicate))
        and s.negated == other.negated
        and _alike(s, other)
        for mine, other in ((a, b), (b, a))
        for s in mine.document.statements
        if s != mine
        and abs(s.model.sentence - mine.model.sentence) <= 1
        and s.sentence.model.block == mine.sentence.model.block
    )


def _over_time(a: StatementView, b: StatementView) -> bool:
    """Whether one account tells both, one of them as of another time: "pleaded not guilty when first charged"."""
    for mine, other in ((a, b), (b, a)):
        if not mine.dates and mine.form != "subordinate":
            continue
        subject = roles_of(mine).get("subject", set())
        for s in mine.document.statements:
            same = s != mine and one_verb(_bare(s.predicate), _bare(other.predicate))
            same = same and denies(s) == denies(other)
            if same and subject and subject & roles_of(s).get("subject", set()):
                return True
    return False


def _alike(a: StatementView, b: StatementView) -> bool:
    left, right = roles_of(a), roles_of(b)
    return any(left[r] & right[r] for r in ("subject", "object") if r in left and r in right)


def _content(statement: StatementView) -> frozenset[str]:
    words = words_in(statement.document, statement.span)
    return frozenset(spelling(w.lemma) for w in words if w.pos in ("NOUN", "PROPN", "ADJ", "NUM"))
