"""Two states of one person, animal, ship, building or undertaking: died, survived; freed, kept in jail; sank, towed."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checker.models.text import Span
from checker.rules.vocabulary import SentenceView, StatementView, StoryView
from checker_rules.circumstances import NOT, days_apart, disputed, statement_at
from checker_rules.fate_words import NO_TURN, OF_TALKS, ONE_PERSON, STATES, TALKS, UNHELD
from checker_rules.holders import Holder, Holders, one_holder
from checker_rules.nearest import LONGEST
from checker_rules.story_slots import Told

# what is wanted, feared or only possible is no state of anything
_OPEN = frozenset(
    "ask want demand urge seek hope plan expect threaten try fear call request consider hear doubt warn aim intend "
    "attempt propose push press want wish vow promise offer help need prepare invite claim".split()
)
_MODALS = frozenset("may might could would should can must ought".split())
_IFS = frozenset(
    {"if", "whether", "unless", "until", "once", "before", "after", "when", "while", "since", "as"}
)
# a verb that turns round what hangs on it
_TURNING = frozenset({"refuse", "fail", "decline", "deny", "unable", "without"})
_CHARGE = re.compile(r"\bof (?:the |a |an )?(\w+)")
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|last|final)\b")
_BACK = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months|weeks|decades?) (?:ago|earlier|before)\b|\blast (?:year|month)\b"
)
_STATES = tuple(
    (scale, pole, role, re.compile(rf"(?<= )(?:{pattern})(?= )"))
    for scale, *poles in STATES
    for pole, lines in enumerate(poles)
    for role, pattern in lines
)


@dataclass(frozen=True)
class Fate:
    """A state that an account tells, of whom, and the words that show it."""

    statement: StatementView
    scale: str
    pole: int
    holders: tuple[Holder, ...]
    place: Span


def fates_apart(story: StoryView) -> Iterator[tuple[Fate, Fate]]:
    """Two states of one thing in two short accounts, none of which tells both."""
    told: dict[str, dict[str, list[Fate]]] = defaultdict(dict)
    for document in story.documents:
        if len(document.sentences) <= LONGEST:
            for fate in _read(Holders(document)):
                told[fate.scale].setdefault(document.id, []).append(fate)
    for scale in sorted(told):
        accounts = [told[scale][d] for d in sorted(told[scale])]
        for n, one in enumerate(accounts):
            for other in accounts[n + 1 :]:
                yield from _between(one, other)[:1]


def _between(one: list[Fate], other: list[Fate]) -> list[tuple[Fate, Fate]]:
    found = []
    for a, b in product(one, other):
        if a.pole == b.pole or not _same(a, b) or days_apart(a.statement, b.statement):
            continue
        if disputed(a.statement, b.statement):
            continue
        # who is told of both ways was first so and then otherwise
        mine = any(x.pole != a.pole and (_may_be_one(x, a) or _same(x, b)) for x in one)
        theirs = any(x.pole != b.pole and (_may_be_one(x, b) or _same(x, a)) for x in other)
        # where several are told of, only a name says which of them is meant
        mixed = (
            a.scale not in UNHELD
            and not _named(a, b)
            and any(len({x.pole for x in s}) > 1 for s in (one, other))
        )
        if not (mine or theirs or mixed or _ordinals_apart(a, b) or _charges_apart(a, b)):
            found.append((a, b))
    return found


def _same(a: Fate, b: Fate) -> bool:
    if a.scale in UNHELD:
        return not any(h.counted for h in (*a.holders, *b.holders))
    return any(one_holder(x, y) for x in a.holders for y in b.holders)


def _named(a: Fate, b: Fate) -> bool:
    return any(x.entities & y.entities for x in a.holders for y in b.holders)


def _ordinals_apart(a: Fate, b: Fate) -> bool:
    """Whether each is of another one in a row: the first leg, the second leg."""
    left, right = ({*_ORDINAL.findall(f.statement.text.lower())} for f in (a, b))
    return bool(left and right) and not left & right


def _charges_apart(a: Fate, b: Fate) -> bool:
    """Whether each verdict is on another charge: guilty of fraud, not guilty of bribery."""
    left, right = ({*_CHARGE.findall(f.statement.text.lower())} for f in (a, b))
    return a.scale == "verdict" and bool(left and right) and not left & right


def _may_be_one(a: Fate, b: Fate) -> bool:
    """Whether an account may mean one by two candidates: the militia leader is the man named before."""
    named = [any(h.entities for h in f.holders) for f in (a, b)]
    return _same(a, b) or (named[0] != named[1] and a.scale in ONE_PERSON)


def others_fates(a: SentenceView, b: SentenceView) -> bool:
    """Whether two sentences tell two states of two: the driver died, a passenger survived."""
    left, right = (_of_sentence(s) for s in (a, b))
    apart = [(x, y) for x in left for y in right if x.scale == y.scale and x.pole != y.pole]
    return bool(apart) and not any(_same(x, y) for x, y in apart)


def _of_sentence(sentence: SentenceView) -> list[Fate]:
    return [f for f in _read(Holders(sentence.document)) if f.statement.sentence == sentence]


def _read(holders: Holders) -> Iterator[Fate]:
    for told in holders.told:
        if told.sentence.text.rstrip("”\"'").endswith("?") or _BACK.search(told.sentence.text):
            continue
        starts, line = [], " "
        for word in told.words:
            starts.append(len(line))
            line += f"{word.lemma.lower()} "
        for scale, pole, role, pattern in _STATES:
            for match in pattern.finditer(line):
                first, last = (
                    bisect_right(starts, match.start()) - 1,
                    bisect_right(starts, match.end() - 1) - 1,
                )
                if (fate := _fate(holders, told, (scale, pole, role), first, last)) is not None:
                    yield fate


def _fate(holders: Holders, told: Told, what: tuple[str, int, str], first: int, last: int) -> Fate | None:
    scale, pole, role = what
    words = told.words
    span = Span(start=words[first].span.start, end=words[last].span.end)
    statement = statement_at(told.sentence, span) or next(
        (s for s in told.sentence.statements if s.span.overlaps(span)), None
    )
    # of nouns only the body of somebody tells his fate
    if statement is None or (words[first].pos not in ("VERB", "AUX", "ADP", "SCONJ")) != (role == "o"):
        return None
    turned = _turned(told, first)
    if turned is None:
        return None
    if role == "o":
        if scale == "found" and not any(
            told.words[i].lemma.lower() in ("no", "any") for i in told.children[first]
        ):
            return None
        at = [
            j
            for i in told.children[first]
            if words[i].dep == "prep"
            for j in told.children[i]
            if words[j].dep == "pobj"
        ]
        turned = False
    else:
        at = holders.undergoers(told, first) if role == "u" else holders.subjects(told, first)
    if turned and (scale, pole) in NO_TURN:
        return None
    found = tuple(h for i in at for h in holders.read(told, i))
    if not found and scale not in UNHELD:
        return None
    if scale == "pact" and words[first].lemma.lower() in OF_TALKS and not any(h.nouns & TALKS for h in found):
        return None
    start = first
    while start > 0 and (words[start - 1].dep in ("aux", "auxpass", "neg") or words[start - 1].pos == "AUX"):
        start -= 1
    place = Span(start=words[start].span.start, end=words[last].span.end)
    return Fate(statement, scale, pole if not turned else 1 - pole, found, place)


def _turned(told: Told, at: int) -> bool | None:
    """Whether a "not" or a verb above turns the state round; None for what is no fact."""
    words, seen, turned = told.words, set(), False
    own = at
    while at not in seen and 0 <= at < len(words):
        seen.add(at)
        below = [words[i] for i in told.children[at]]
        lemmas = {w.lemma.lower() for w in below if w.dep in ("aux", "mark", "advmod")}
        reported = at == own and words[at].dep == "ccomp" and lemmas & _MODALS == {"would"}
        if (lemmas & _MODALS and not reported) or (at == own and lemmas & (_IFS - {"as", "since"})):
            return None
        if any(w.dep == "neg" or (w.lemma.lower() in NOT and w.dep in ("det", "advmod")) for w in below):
            turned = not turned
        above = told.heads[at]
        if words[at].dep in ("acl", "advcl") and any(
            w.text.lower() == "to" and w.dep == "aux" for w in below
        ):
            # a request to free him, a bid to stay
            return None
        if words[at].dep not in ("xcomp", "ccomp", "pcomp", "advcl", "prep", "acl") or above == at:
            break
        if words[at].dep in ("advcl", "acl"):
            # a clause beside the main one is not under its "not"
            break
        if 0 <= above < len(words) and words[above].lemma.lower() in _OPEN:
            return None
        if 0 <= above < len(words) and words[above].lemma.lower() in _TURNING:
            turned = not turned
        at = above
        if words[at].pos in ("VERB", "AUX") and words[own].dep == "ccomp":
            # what is said is so whoever did not say it
            break
    return turned
