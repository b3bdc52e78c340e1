"""Two opposite words told of one thing in sentences of two accounts that no match ties: won, lost; first, last."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import sqrt

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.vocabulary import SentenceView, StoryView
from checker_rules.antonyms import antonyms, antonyms_among, in_turn
from checker_rules.asserted import asks
from checker_rules.circumstances import at_first, days_apart, denies, disputed, figures_clash, statement_at
from checker_rules.fate_words import ALONE
from checker_rules.one_deed import two_parts
from checker_rules.story_slots import Told, root_of, weights_of

_OPEN = frozenset({"VERB", "ADJ", "NOUN", "ADV"})
_MODIFIERS = frozenset({"amod", "advmod", "nmod", "compound"})
# what tells to what a deed was done, or how: a verb without any has it from the clause before
_COMPLEMENTS = frozenset({"dobj", "nsubjpass", "dative", "ccomp", "xcomp", "prep", "prt", "agent", "pobj"})
# phrases that stand for one preposition: whose side something is on
_SIDES = (("in", "favor", "of"), ("in", "favour", "of"), ("in", "support", "of"))
_FOR, _AGAINST = "in favor of", "against"
_COMMON = frozenset(
    "be have do say tell go get make take give come new old first last good bad many few".split()
)
# what the clauses share beside the two words: the weight of rare roots, and their likeness; chosen on 50 news events
_DEED, _QUALITY, _SIDE = (6.0, 0.25), (7.0, 0.45), (4.0, 0.0)


@dataclass(frozen=True)
class Opposed:
    """Two opposite words in their sentences, and how surely (0-1) they are told of one thing."""

    left: SentenceView
    right: SentenceView
    places: tuple[Span, Span]
    sure: float


@dataclass(frozen=True)
class _Said:
    told: Told
    at: int
    word: str
    span: Span


def story_opposites(story: StoryView) -> list[Opposed]:
    """Opposites of two accounts that share who did it, what they qualify, or whose side it is on; the surest first."""
    return sorted(_opposed(story), key=lambda o: (-o.sure, o.left.key, o.right.key, o.places[0].start))


def _opposed(story: StoryView) -> Iterator[Opposed]:
    told = [Told(s) for d in story.documents for s in d.sentences if not asks(s)]
    weights = weights_of(told)
    said: dict[str, list[_Said]] = defaultdict(list)
    for t in told:
        for one in _read(t):
            said[one.word].append(one)
    for word in sorted(said):
        sides = [_FOR] if word == _AGAINST and _FOR in said else []
        for other in sorted({*antonyms_among(word, said), *sides}):
            if word > other:
                continue
            for a, b in product(said[word], said[other]):
                if (sure := _sure(a, b, weights)) > 0:
                    left, right = a.told.sentence, b.told.sentence
                    yield Opposed(left, right, (a.span, b.span), sure)


def _read(told: Told) -> Iterator[_Said]:
    words = told.words
    for i, word in enumerate(words):
        lemma = spelling(word.lemma)
        if any(tuple(spelling(w.text) for w in words[i : i + 3]) == side for side in _SIDES):
            yield _Said(told, i, _FOR, Span(start=word.span.start, end=words[i + 2].span.end))
        elif lemma in ALONE and any(words[j].dep == "dobj" for j in told.children[i]):
            # to succeed the mayor is no success
            continue
        elif lemma == _AGAINST or word.pos in _OPEN:
            yield _Said(told, i, lemma, word.span)


def _sure(a: _Said, b: _Said, weights: Mapping[str, float]) -> float:
    one, other = a.told.sentence, b.told.sentence
    if one.document.id == other.document.id or _has(a.told, b.word) or _has(b.told, a.word):
        return 0.0
    x, y = a.told.words[a.at], b.told.words[b.at]
    if {a.word, b.word} == {_FOR, _AGAINST}:
        needed, same = _SIDE, _one_side(a, b)
    elif x.pos == y.pos == "VERB":
        needed, same = _DEED, not in_turn(a.word, b.word) and _one_doer(a, b)
    elif x.pos == y.pos and x.dep in _MODIFIERS and y.dep in _MODIFIERS:
        needed, same = _QUALITY, _governor(a) == _governor(b) != ""
    else:
        return 0.0
    if not same:
        return 0.0
    weight, likeness = _shared(a, b, weights)
    if weight < needed[0] or likeness < needed[1] or _apart(a, b) or _two_things(a, b):
        return 0.0
    return min(0.62, 0.42 + 0.2 * likeness + 0.008 * weight)


def _two_things(a: _Said, b: _Said) -> bool:
    """Whether something else in the clauses is opposite too: the northern one is open, the southern one closed."""
    left, right = (
        {spelling(s.told.words[i].lemma) for i in s.told.clause(s.at) if s.told.words[i].pos in _OPEN}
        for s in (a, b)
    )
    return any(antonyms(x, y) for x in left - right - {a.word} for y in right - left - {b.word})


def _has(told: Told, word: str) -> bool:
    """Whether a sentence has the opposite word too: it tells both."""
    return word in {spelling(w.lemma) for w in told.words} or (
        word == _FOR and any(s.word == _FOR for s in _read(told))
    )


def _one_side(a: _Said, b: _Said) -> bool:
    """Whether what is for and against, and whom, is one: "biased against the North"."""
    ends = [{_governor(s), *_objects(s)} - {""} for s in (a, b)]
    return (
        bool(_governor(a))
        and _governor(a) == _governor(b)
        and len(ends[0] & ends[1]) >= 2
        and not _doers_apart(a, b)
    )


def _objects(said: _Said) -> set[str]:
    """Roots of what hangs on the preposition: for "in favor of" on its "of"."""
    words, children = said.told.words, said.told.children
    below = list(children[said.at])
    for n in below:
        if words[n].pos in ("ADP", "NOUN", "PROPN", "ADJ", "PUNCT") and len(below) < 40:
            below += [i for i in children[n] if i not in below]
    return {root_of(words[i]) for i in below if words[i].pos in ("NOUN", "PROPN", "ADJ")} - {"favor"}


def _governor(said: _Said) -> str:
    """Root of the content word above."""
    told, at = said.told, said.at
    for _ in range(3):
        at = told.heads[at]
        if not 0 <= at < len(told.words):
            return ""
        if told.words[at].pos in _OPEN | {"PROPN"}:
            lemma = spelling(told.words[at].lemma)
            return "" if lemma in _COMMON else root_of(told.words[at])
    return ""


def _doers(said: _Said, verb: int) -> set[str]:
    """The entities that a verb has for its subject."""
    slot = ("subject", root_of(said.told.words[verb]))
    return {name.value.entity for name, slots in said.told.slots.items() if slot in slots}


def _one_doer(a: _Said, b: _Said) -> bool:
    return bool(_doers(a, a.at) & _doers(b, b.at))


def _doers_apart(a: _Said, b: _Said) -> bool:
    one, other = (_doers(s, s.told.heads[s.at]) for s in (a, b))
    return bool(one and other) and not one & other


def _shared(a: _Said, b: _Said, weights: Mapping[str, float]) -> tuple[float, float]:
    """What the two clauses share beside the opposites: weight and likeness."""
    own = {root_of(a.told.words[a.at]), root_of(b.told.words[b.at]), "favor"}
    before = [_before(s) for s in (a, b)]
    if any(n is not None for n in before) and not _done_to(a, before[0]) & _done_to(b, before[1]):
        before = [None, None]
    left, right = (
        s.told.roots_of([*s.told.clause(s.at), *(s.told.clause(n) if n is not None else ())]) - own
        for s, n in zip((a, b), before, strict=True)
    )
    total = [sum(weights[r] for r in side) for side in (left, right)]
    weight = sum(weights[r] for r in left & right)
    return weight, weight / sqrt(max(1e-9, total[0] * total[1]))


def _before(said: _Said) -> int | None:
    """The verb of the clause before, where that has the object: "she offered to resign, and the king accepted"."""
    told, at = said.told, said.at
    above = told.heads[at]
    own = any(told.words[i].dep in _COMPLEMENTS for i in told.children[at])
    if own or told.words[at].dep != "conj" or not 0 <= above < len(told.words):
        return None
    # the parser hangs it on the deed or on the verb of saying above: "said she had offered it and he had accepted"
    verbs = [above, *(i for i in told.children[above] if told.words[i].dep == "ccomp" and i < at)]
    return next((n for n in reversed(verbs) if told.words[n].pos == "VERB" and _done_to(said, n)), None)


def _done_to(said: _Said, verb: int | None) -> set[str]:
    """Roots of the object of a verb, or of the word itself."""
    told, at = said.told, said.at if verb is None else verb
    return {root_of(told.words[i]) for i in told.children[at] if told.words[i].dep in ("dobj", "nsubjpass")}


def _apart(a: _Said, b: _Said) -> bool:
    """Whether days, speakers, a "not" or the mood of the verb show that nobody contradicts anybody."""
    one, other = a.told.sentence, b.told.sentence
    if days_apart(one, other) or asks(one, a.span) or asks(other, b.span):
        return True
    left, right = statement_at(one, a.span), statement_at(other, b.span)
    if _negated(a.told, a.at) != _negated(b.told, b.at):
        return True
    if left is None or right is None:
        return False
    if at_first(left) != at_first(right):
        return True
    if left.modality != right.modality and "intended" in (left.modality, right.modality):
        # threatened to veto it, and signed it in the end
        return True
    if two_parts(left, right) or figures_clash(left, right):
        # nine of them for it, most of them against it; a first offer and another one
        return True
    # who denies it, apart from any "not" of its own
    said = [denies(s) != s.negated for s in (left, right)]
    return said[0] != said[1] or disputed(left, right)


def _negated(told: Told, at: int) -> bool:
    return any(told.words[i].dep == "neg" for i in told.clause(at))
