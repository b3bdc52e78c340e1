"""In short accounts a deed told the other way round, whatever its words: a verb, its converse, or a noun of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checker.models.language import Word
from checker.models.text import Span
from checker.rules.alignment import CONTENT, spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import DocumentView, SentenceView
from checker.synonyms import canonical
from checker_rules.circumstances import days_apart, disputed, statement_at
from checker_rules.deed_words import (
    BOTH_WAYS,
    CONVERSE,
    LIGHT_VERBS,
    NOUN_BY,
    NOUN_TO,
    NOUNS,
    ONE_WAY,
    PARTICLES,
    VERBS,
)
from checker_rules.nearest import LONGEST
from checker_rules.slots import LIGHT, head_index
from checker_rules.story_slots import root_of

# of deeds that two may do to each other so much else must be told alike
_ALIKE = 2
_UNDONE = frozenset("never refuse deny decline".split())
_OPEN = frozenset("would could might may should".split())
_BEFORE = frozenset({"had", "earlier", "previously", "ago", "last"})


@dataclass(frozen=True)
class Turn:
    """Who did something to whom, with the words for it; the places of both."""

    sentence: SentenceView
    deed: str
    who: str
    whom: str
    who_at: Span
    whom_at: Span
    said: frozenset[str]
    before: bool


def turned_deeds(one: DocumentView, other: DocumentView) -> Iterator[tuple[Turn, Turn]]:
    """Deeds of two short accounts of which each has the other as doer, where neither account tells both ways."""
    if max(len(one.sentences), len(other.sentences)) > LONGEST:
        return
    calls = _calls(one, other)
    left, right = ([*_told(d, calls)] for d in (one, other))
    for a, b in product(left, right):
        if a.deed != b.deed or not _turned(a, b) or a.before != b.before:
            continue
        # where an account tells it both ways there are two deeds
        if any(t.deed == a.deed and _turned(a, t) for t in left):
            continue
        if any(t.deed == b.deed and _turned(b, t) for t in right):
            continue
        if a.deed in BOTH_WAYS and len(a.said & b.said) < (1 if a.deed in ONE_WAY else _ALIKE):
            continue
        if not days_apart(a.sentence, b.sentence) and not _two_tell(a, b):
            yield a, b


def _two_tell(a: Turn, b: Turn) -> bool:
    """Whether each is told by somebody else: that they disagree is the story."""
    one, other = statement_at(a.sentence, a.who_at), statement_at(b.sentence, b.who_at)
    return one is not None and other is not None and disputed(one, other)


def _turned(a: Turn, b: Turn) -> bool:
    return _one(a.who, b.whom) and _one(a.whom, b.who)


def _one(a: str, b: str) -> bool:
    """Whether two keys are of one: a name that was not seen to be a person's is the surname alone."""
    return a == b or (1 in (len(a.split()), len(b.split())) and a.split()[-1] == b.split()[-1])


def _calls(one: DocumentView, other: DocumentView) -> dict[str, str]:
    """The nouns that either account calls one person or company by, and nobody else."""
    found: dict[str, set[str]] = {}
    for document in (one, other):
        for name in document.names:
            if name.value.pronoun or name.value.kind not in ("person", "organisation", "other"):
                continue
            words = sentence_words(name.sentence)
            inside = [n for n, w in enumerate(words) if name.span.overlaps(w.span)]
            for n in inside:
                around = [i for i, w in enumerate(words) if i not in inside and _beside(words, i, n)]
                for i in around:
                    found.setdefault(spelling(words[i].lemma), set()).add(name.value.entity)
            for title in name.value.titles:
                found.setdefault(spelling(title.split()[-1]), set()).add(name.value.entity)
    return {noun: next(iter(who)) for noun, who in found.items() if len(who) == 1}


def _beside(words: tuple[Word, ...], i: int, n: int) -> bool:
    """Whether a noun stands beside a name for the same: "deputy Moe", "Moe, a deputy", "the deputy, Moe"."""
    if words[i].pos not in ("NOUN", "PROPN"):
        return False
    before = words[i].dep in ("compound", "nmod") and head_index(words, i) == n and i == n - 1
    before = before or (words[i].dep == "compound" and head_index(words, i) == n)
    return (
        before
        or (words[i].dep == "appos" and head_index(words, i) == n)
        or (words[n].dep == "appos" and head_index(words, n) == i)
    )


def _told(document: DocumentView, calls: dict[str, str]) -> Iterator[Turn]:
    for sentence in document.sentences:
        words = sentence_words(sentence)
        for at, word in enumerate(words):
            if any(q.value.direct and q.span.contains(word.span) for q in sentence.quotes):
                continue
            if word.pos == "VERB":
                found = _of_verb(words, at)
            elif word.pos == "NOUN":
                found = _of_noun(words, at)
            else:
                continue
            for deed, who, whom in found:
                names = [_entity(sentence, words, n, calls) for n in (who, whom)]
                if all(names) and names[0] != names[1]:
                    if deed in CONVERSE:
                        deed, who, whom, names = CONVERSE[deed], whom, who, names[::-1]
                    yield Turn(
                        sentence, deed, names[0], names[1], _place(sentence, words, who), _place(sentence, words, whom),
                        _said(words, {at, who, whom}), _before(words, at),
                    )  # fmt: skip


def _children(words: tuple[Word, ...], n: int, *deps: str) -> list[int]:
    return [
        i for i, w in enumerate(words) if i != n and head_index(words, i) == n and (not deps or w.dep in deps)
    ]


def _of_verb(words: tuple[Word, ...], at: int) -> Iterator[tuple[str, int, int]]:
    below = _children(words, at)
    if any(words[i].dep == "neg" or words[i].lemma.lower() in _OPEN | _UNDONE for i in below):
        return
    if words[head_index(words, at)].lemma.lower() in _UNDONE | {
        "want",
        "try",
        "fail",
        "hope",
        "seek",
        "attempt",
    }:
        return
    passive = bool(_children(words, at, "nsubjpass", "auxpass"))
    agents = [p for i in below if words[i].lemma.lower() == "by" and words[i].dep in ("agent", "prep")
              for p in _children(words, i, "pobj")]  # fmt: skip
    preps = [(words[i].lemma.lower(), p) for i in below if words[i].dep in ("prep", "prt", "dative", "advmod")
             for p in _children(words, i, "pobj")]  # fmt: skip
    subjects = _subjects(words, at)
    objects = _children(words, at, "dobj", "dative") if not passive else subjects
    preps += [(words[i].lemma.lower(), p) for o in objects for i in _children(words, o, "prep")
              for p in _children(words, i, "pobj")] if not passive else []  # fmt: skip
    owners = [(o, p) for o in objects for p in _children(words, o, "poss")]
    owners += [(o, p) for o in objects for i in _children(words, o, "prep") if words[i].lemma.lower() == "of"
               for p in _children(words, i, "pobj")]  # fmt: skip
    doers = agents if passive else subjects
    # the parser takes the "over" of "is taking over Astra" for a preposition
    objects += [p for prep, p in preps if prep == _particle(words, below)] if not passive else []
    verb = words[at].lemma.lower()
    particle = _particle(words, below)
    keys = [verb, *([f"{verb}_{particle}"] if particle else [])]
    keys += [f"{verb}_{words[o].lemma.lower()}" for o in objects] if verb in LIGHT_VERBS else []
    keys += [f"{verb}_{words[p].lemma.lower()}" for _, p in preps] if verb in LIGHT_VERBS else []
    for who in doers:
        for key in reversed(keys):
            for whom in objects:
                if deed := VERBS.get(key) or (_plain(key) if key == verb and not particle else ""):
                    yield deed, who, whom
            for prep, whom in preps:
                if deed := VERBS.get(f"{key}:{prep}"):
                    yield deed, who, whom
            if deed := VERBS.get(f"{key}:'s"):
                for _, whom in owners:
                    yield deed, who, whom
    return


def _particle(words: tuple[Word, ...], below: list[int]) -> str:
    little = (words[i] for i in below if words[i].dep in ("prt", "advmod", "prep"))
    return next((w.text.lower() for w in little if w.text.lower() in PARTICLES), "")


def _plain(verb: str) -> str:
    """The key of a verb that no row has: its synonyms' first, or itself."""
    return "" if verb in LIGHT_VERBS else canonical(verb)


def _subjects(words: tuple[Word, ...], at: int) -> list[int]:
    for _ in range(4):
        found = _children(words, at, "nsubj", "nsubjpass")
        if found:
            above = head_index(words, at)
            relative = words[found[0]].lemma.lower() in ("who", "which", "that")
            return [above] if relative and words[at].dep == "relcl" else found
        if words[at].dep not in ("conj", "xcomp", "advcl", "ccomp"):
            return []
        at = head_index(words, at)
    return []


def _of_noun(words: tuple[Word, ...], at: int) -> Iterator[tuple[str, int, int]]:
    """Of "Reed's attack on Cole", "the takeover of Astra by Norvik"."""
    deed = NOUNS.get(words[at].lemma.lower(), "")
    if not deed:
        return
    who = _children(words, at, "poss")
    whom: list[int] = []
    todo = [*_children(words, at, "prep", "agent")]
    for i in todo:
        nouns = _children(words, i, "pobj")
        todo += [j for n in nouns for j in _children(words, n, "prep", "agent")]
        if words[i].lemma.lower() in NOUN_BY:
            who += nouns
        elif words[i].lemma.lower() in NOUN_TO:
            whom += nouns
    yield from ((deed, a, b) for a in who[:1] for b in whom[:1])


def _entity(sentence: SentenceView, words: tuple[Word, ...], n: int, calls: dict[str, str]) -> str:
    """Who a noun is: its name, the name beside it, the pronoun's, or whom it alone is called by."""
    span = words[n].span
    names = [m for m in sentence.names if m.span.contains(span) and not m.value.adjective]
    if names:
        return names[0].value.entity
    for i in _children(words, n, "appos"):
        beside = next((m for m in sentence.names if m.span.contains(words[i].span)), None)
        if beside is not None:
            return beside.value.entity
    plural = words[n].text.lower() != words[n].lemma.lower()
    bare = words[n].pos == "PROPN" or not (plural or _children(words, n, "det", "poss"))
    if bare and words[n].text[:1].isupper():
        # a name that the annotators did not see
        return words[n].text.lower()
    if words[n].pos == "NOUN" and not plural and _definite(words, n):
        return calls.get(spelling(words[n].lemma), "")
    of = [
        p for i in _children(words, n, "prep") if words[i].lemma == "of" for p in _children(words, i, "pobj")
    ]
    owned = [*_children(words, n, "poss", "compound", "amod"), *of]
    if (
        plural
        or words[n].pos == "NUM"
        or words[n].lemma.lower() in ("ambassador", "envoy", "diplomat", "consul")
    ):
        # two diplomats of Velm, two of Karland's
        return next(
            (m.value.entity for i in owned for m in sentence.names if m.span.contains(words[i].span)), ""
        )
    return ""


def _place(sentence: SentenceView, words: tuple[Word, ...], n: int) -> Span:
    """Where it is: the name that the word is part of, or that stands beside it."""
    for i in (n, *_children(words, n, "appos")):
        name = next((m for m in sentence.names if m.span.contains(words[i].span)), None)
        if name is not None:
            return name.span
    return words[n].span


def _definite(words: tuple[Word, ...], n: int) -> bool:
    return any(words[i].text.lower() in ("the", "this", "that") for i in _children(words, n, "det"))


def _said(words: tuple[Word, ...], but: set[int]) -> frozenset[str]:
    return frozenset(
        root_of(w) for i, w in enumerate(words)
        if i not in but and w.pos in CONTENT and w.pos != "PROPN" and spelling(w.lemma) not in LIGHT
    )  # fmt: skip


def _before(words: tuple[Word, ...], at: int) -> bool:
    below = {words[i].text.lower() for i in _children(words, at)}
    return bool(below & _BEFORE)
