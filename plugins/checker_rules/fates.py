"""Two states of one person, animal, ship, building or undertaking: died, survived; freed, kept in jail; sank, towed."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.vocabulary import SentenceView, StatementView, StoryView
from checker_rules.asserted import MODALS, UNDONE, WANTED, asks
from checker_rules.circumstances import NOT, at_first, days_apart, disputed, statement_at
from checker_rules.fate_words import (
    ALONE,
    LASTING,
    NO_TURN,
    OF_TALKS,
    ONE_PERSON,
    PLACED,
    STATES,
    TALKS,
    UNHELD,
    WHILE,
)
from checker_rules.holders import Holder, Holders, one_holder
from checker_rules.nearest import short
from checker_rules.shown import verb_start
from checker_rules.story_slots import Told
from checker_rules.told_places import Where, places_apart, places_told

# what is wanted, feared or only possible is no state of anything
_OPEN = WANTED | {"help", "hear", "claim"}
_IFS = frozenset({"if", "whether", "unless", "until", "once", "before", "after", "when", "while"})
# whatever is below these is told of nobody: "whether or not it is a bid to save the mill"
# what is never undone
_FOR_GOOD = frozenset("die perish drown kill murder execute succumb sink".split())
_OPEN_MARKS = frozenset({"if", "whether", "unless"})
# what hangs on these is under the "not" of the word above
_UNDER = frozenset({"xcomp", "ccomp", "pcomp", "prep"})
_CHARGE = re.compile(r"\bof (?:the |a |an )?(\w+)")
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|last|final)\b")
_LATER = frozenset({"second", "third", "fourth", "fifth"})
_FOR_A_WHILE = frozenset({"for", "until", "till"})
_BACK = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months|weeks|decades?) (?:ago|earlier|before)\b|\blast (?:year|month)\b"
)
_LATER_ON = re.compile(r"\b(?:later|subsequently|eventually)\b", re.IGNORECASE)
# what goes on behind closed doors goes on
_RESUMED = re.compile(r"\bresum\w+", re.IGNORECASE)
# so many named people leave open who is meant without a name
_SEVERAL = 3
_TO_PEOPLE = re.compile(
    r"\s+to (?:the )?(?:public|press|media|reporters|journalists|spectators)\b", re.IGNORECASE
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
    # the nouns that say which of its kind a thing without a holder is: the sales target
    which: frozenset[str]
    # where it is told to be so
    where: Where
    # whether somebody else did it to the holder
    befell: bool


def fates_apart(story: StoryView) -> Iterator[tuple[Fate, Fate]]:
    """Two states of one thing in two short accounts, none of which tells both; in longer ones, of somebody named."""
    told: dict[str, dict[str, list[Fate]]] = defaultdict(dict)
    brief = {document.id for document in story.documents if short(document)}
    for document in story.documents:
        holders = Holders(document)
        for sentence in holders.told:
            for fate in _read(holders, sentence):
                told[fate.scale].setdefault(document.id, []).append(fate)
    for scale in sorted(told):
        for left, right in combinations(sorted(told[scale]), 2):
            named = not {left, right} <= brief
            if named and scale not in LASTING:
                continue
            found = _between(told[scale][left], told[scale][right], named=named)
            if found is not None:
                yield found


def _between(one: list[Fate], other: list[Fate], *, named: bool) -> tuple[Fate, Fate] | None:
    """The first two fates of two accounts, on one scale, that cannot both be so; of somebody ``named`` alone."""
    # where several are told of, only a name says which of them is meant
    several = any(len({x.pole for x in s}) > 1 for s in (one, other))
    for a, b in product(one, other):
        if a.pole == b.pole or not _same(a, b) or days_apart(a.statement, b.statement):
            continue
        if disputed(a.statement, b.statement) or (named and not _named(a, b)):
            continue
        # who is told of both ways was first so and then otherwise
        mine = any(x.pole != a.pole and (_may_be_one(x, a) or _same(x, b)) for x in one)
        theirs = any(x.pole != b.pole and (_may_be_one(x, b) or _same(x, a)) for x in other)
        mixed = several and a.scale not in UNHELD and not _named(a, b)
        if not (mine or theirs or mixed or _ordinals_apart(a, b) or _charges_apart(a, b) or _both_so(a, b)):
            return a, b
    return None


def _same(a: Fate, b: Fate) -> bool:
    """Whether two fates of one scale may be of one person or thing."""
    if a.scale in UNHELD:
        # the sales target and the profit target
        two = a.which and b.which and not a.which & b.which
        return not two and not any(h.counted for h in (*a.holders, *b.holders))
    return any(one_holder(x, y) for x in a.holders for y in b.holders)


def _named(a: Fate, b: Fate) -> bool:
    return any(x.entities & y.entities for x in a.holders for y in b.holders)


def _ordinals_apart(a: Fate, b: Fate) -> bool:
    """Whether each is of another one in a row: the first leg, the second leg; a suspect and a second suspect."""
    left, right = ({*_ORDINAL.findall(f.statement.text.lower())} for f in (a, b))
    later = [_LATER & {word for h in f.holders for word in h.apart} for f in (a, b)]
    # a third defendant whom both name is one
    return (later[0] != later[1] and not _named(a, b)) or (bool(left and right) and not left & right)


def _both_so(a: Fate, b: Fate) -> bool:
    """Whether one may be so beside the other: at two places, a death after a rescue, a trial behind closed doors."""
    if places_apart(a.where, b.where) and not _named(a, b):
        return True
    for one, other in ((a, b), (b, a)):
        texts = [f.statement.document.text for f in (one, other)]
        if one.scale == "life" and one.pole and one.befell and _LATER_ON.search(other.statement.text):
            return True
        if _RESUMED.search(one.place.of(texts[0])) and _TO_PEOPLE.match(texts[1], other.place.end):
            return True
    return False


def _charges_apart(a: Fate, b: Fate) -> bool:
    """Whether each verdict is on another charge: guilty of fraud, not guilty of bribery."""
    if a.scale != "verdict":
        return False
    left, right = _charges(a), _charges(b)
    return bool(left and right) and not left & right


def _charges(fate: Fate) -> set[str]:
    """What stands under an "of" after a verdict; the mayor of Ostra is not on trial for Ostra."""
    sentence = fate.statement.sentence
    start = sentence.span.start
    return {
        m[1].lower()
        for m in _CHARGE.finditer(sentence.text, fate.place.end - start)
        if not any(
            n.span.overlaps(Span(start=start + m.start(1), end=start + m.end(1))) for n in sentence.names
        )
    }


def _may_be_one(a: Fate, b: Fate) -> bool:
    """Whether an account may mean one by two candidates: the militia leader is the man named before."""
    if _same(a, b):
        return True
    named = [any(h.entities for h in f.holders) for f in (a, b)]
    nouns = [frozenset().union(*(h.nouns for h in f.holders)) for f in (a, b)]
    people = {
        n.value.entity for n in a.statement.document.names if n.value.kind == "person" and not n.value.pronoun
    }
    # where several are named, the accountant Prempeh is not the former head
    others = len(people) >= _SEVERAL and nouns[0] and nouns[1] and not nouns[0] & nouns[1]
    return named[0] != named[1] and not others and a.scale in ONE_PERSON


def others_fates(a: SentenceView, b: SentenceView) -> bool:
    """Whether two sentences tell two states of two: the driver died, a passenger survived."""
    left, right = (_of_sentence(s) for s in (a, b))
    apart = [(x, y) for x in left for y in right if x.scale == y.scale and x.pole != y.pole]
    return bool(apart) and not any(_same(x, y) for x, y in apart)


def _of_sentence(sentence: SentenceView) -> list[Fate]:
    holders = Holders(sentence.document)
    return [f for told in holders.told if told.sentence == sentence for f in _read(holders, told)]


def _read(holders: Holders, told: Told) -> Iterator[Fate]:
    """The fates that a sentence tells."""
    if asks(told.sentence) or _BACK.search(told.sentence.text):
        return
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
    """The fate that words ``first`` to ``last`` of a sentence tell; None for what is no fact or of nobody known."""
    scale, pole, role = what
    words = told.words
    lemma = words[first].lemma.lower()
    span = Span(start=words[first].span.start, end=words[last].span.end)
    statement = statement_at(told.sentence, span) or next(
        (s for s in told.sentence.statements if s.span.overlaps(span)), None
    )
    if statement is not None and at_first(statement):
        return None
    # of nouns only the body of somebody tells his fate
    if (
        statement is None
        or asks(told.sentence, span)
        or (words[first].pos not in ("VERB", "AUX", "ADP", "SCONJ")) != (role == "o")
    ):
        return None
    # in "is not closed" both hang on the participle
    passive = words[first].dep in ("aux", "auxpass") and first <= told.heads[first] <= last
    verb = told.heads[first] if passive else first
    turned = _turned(told, verb)
    if turned is None or _over(told, what, statement, first, last) or _otherwise_meant(told, lemma, first):
        return None
    if role == "o":
        lacking = [i for i in told.children[first] if words[i].lemma.lower() in ("no", "any")]
        # no trace of her shows that she is missing, and no body of his does not show that he lives
        if (scale == "found") != bool(lacking):
            return None
        at = [
            j
            for i in told.children[first]
            if words[i].dep == "prep"
            for j in told.children[i]
            if words[j].dep == "pobj"
        ]
        turned, start = False, min((first, *lacking))
    else:
        start = verb_start(words, first)
        at = holders.undergoers(told, first) if role == "u" else holders.subjects(told, verb)
        if any(words[j].dep == "det" and words[j].lemma.lower() in NOT for i in at for j in told.children[i]):
            # "no passengers were killed"
            turned = not turned
    if turned and (scale, pole) in NO_TURN:
        return None
    found = tuple(h for i in at for h in holders.read(told, i))
    if not found and scale not in UNHELD:
        return None
    if scale == "pact" and lemma in OF_TALKS and not any(h.nouns & TALKS for h in found):
        return None
    which = {
        spelling(words[i].lemma.lower())
        for i in told.children[last]
        if scale in UNHELD and words[i].dep == "compound"
    }
    place = Span(start=words[start].span.start, end=words[last].span.end)
    where = places_told(told, statement) if scale in PLACED else frozenset()
    so = pole if not turned else 1 - pole
    return Fate(statement, scale, so, found, place, frozenset(which), where, role == "u")


def _over(told: Told, what: tuple[str, int, str], statement: StatementView, first: int, last: int) -> bool:
    """Whether a state that lasts for a while had come to its end: "was on the run for three weeks"."""
    if what[:2] not in WHILE or statement.tense != "past":
        return False
    words = told.words
    below = {words[i].lemma.lower() for at in range(first, last + 1) for i in told.children[at]}
    # an airport that was closed is open again in the next wire
    bare = what[0] == "open" and words[first].lemma == "be" and "still" not in below
    return bare or not below.isdisjoint(_FOR_A_WHILE)


def _otherwise_meant(told: Told, lemma: str, first: int) -> bool:
    """Whether what hangs on a verb makes it another one: "held a service", "failed to appear"."""
    deps = {told.words[i].dep for i in told.children[first]}
    return (lemma in ALONE and "dobj" in deps) or (lemma == "fail" and "xcomp" in deps)


def _turned(told: Told, state: int) -> bool | None:
    """Whether a "not" or a verb above turns the state round; None for what is no fact.

    From the verb of the state it goes up, as long as what it comes to stands under the "not" of the verb above.
    """
    words, turned = told.words, False
    for at in _upward(told, state):
        below = [words[i] for i in told.children[at]]
        lemmas = {w.lemma.lower() for w in below if w.dep in ("aux", "mark", "advmod")}
        modals = lemmas & MODALS
        # "said that he would stay" is told as a fact
        reported = at == state and words[at].dep == "ccomp" and modals == {"would"}
        if (modals and not reported) or (at == state and lemmas & _IFS) or lemmas & _OPEN_MARKS:
            return None
        to = _infinitive(told, at)
        if to and words[at].dep in ("acl", "advcl", "relcl"):
            # a request to free him, a bid to stay
            return None
        turned ^= _denied(told, at)
        above = words[told.heads[at]].lemma.lower() if _is_under(told, at) else ""
        if above in _OPEN or _had(told, at, lasting=at == state) or (above and _had(told, told.heads[at])):
            return None
        turned ^= above in UNDONE
    return turned


def _upward(told: Told, state: int) -> Iterator[int]:
    """The verb of a state and the words that it stands under, from below; what is said ends at who says it."""
    at, seen = state, {-1}
    while at not in seen:
        seen.add(at)
        yield at
        if not _is_under(told, at):
            return
        at = told.heads[at]
        # "get him to resign" goes on to what is said of the getting
        if (
            told.words[state].dep == "ccomp"
            and told.words[at].pos in ("VERB", "AUX")
            and not _infinitive(told, state)
        ):
            return


def _infinitive(told: Told, at: int) -> bool:
    return any(told.words[i].dep == "aux" and told.words[i].text.lower() == "to" for i in told.children[at])


def _had(told: Told, at: int, *, lasting: bool = False) -> bool:
    """Whether a verb tells what was before what is told: "had eluded capture", "had said that he would remain".

    Who had died by then is dead; ``lasting`` is whether the verb is that of the state.
    """
    had = any(
        told.words[i].dep in ("aux", "auxpass") and told.words[i].text.lower() in ("had", "'d", "’d")
        for i in told.children[at]
    )
    return had and not (lasting and told.words[at].lemma.lower() in _FOR_GOOD)


def _is_under(told: Told, at: int) -> bool:
    above = told.heads[at]
    return told.words[at].dep in _UNDER and above != at and 0 <= above < len(told.words)


def _denied(told: Told, at: int) -> bool:
    """Whether a "not" of its own stands at a word: "did not die", "is no longer at large"."""
    words = told.words
    return any(
        words[i].dep == "neg"
        or (words[i].lemma.lower() in NOT and words[i].dep in ("det", "advmod"))
        # "have yet to reach a deal"
        or (words[i].text.lower() == "yet" and words[i + 1 : i + 2] and words[i + 1].text.lower() == "to")
        or (words[i].text.lower() == "longer" and i > 0 and words[i - 1].text.lower() == "no")
        for i in told.children[at]
    )
