"""In short accounts a deed told the other way round, whatever its words: a verb, its converse, or a noun of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checker.models.language import NameValue, Word
from checker.models.text import Span
from checker.rules.alignment import CONTENT, spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, SentenceView
from checker.synonyms import canonical
from checker_rules.circumstances import days_apart, disputed, statement_at
from checker_rules.deed_words import (
    BOTH_WAYS,
    CONVERSE,
    ENVOYS,
    LIGHT_VERBS,
    NOUN_BY,
    NOUN_TO,
    NOUNS,
    OF_WAR,
    ONE_WAY,
    PARTICLES,
    POLLED,
    VERBS,
)
from checker_rules.nearest import LONGEST
from checker_rules.slots import LIGHT
from checker_rules.story_slots import root_of

# of deeds that two may do to each other so much else must be told alike
_ALIKE = 2
_UNDONE = frozenset("never refuse deny decline".split())
_TRIED = frozenset("want try fail hope seek attempt".split())
_OPEN = frozenset("would could might may should".split())
_BEFORE = frozenset({"had", "earlier", "previously", "ago", "last"})


@dataclass(frozen=True)
class Turn:
    """Who did something to whom, with the words for it; the places of both.

    ``said`` are the roots of what else the sentence says, ``before`` that it was before what is told, ``sides`` that
    one of the two is no single one: a state, a people, somebody's soldiers.
    """

    sentence: SentenceView
    deed: str
    who: str
    whom: str
    who_at: Span
    whom_at: Span
    said: frozenset[str]
    before: bool
    sides: bool


class _Grammar:
    """The words of a sentence with what each hangs on and what hangs on it, read once."""

    def __init__(self, sentence: SentenceView) -> None:
        self.sentence = sentence
        self.words: tuple[Word, ...] = sentence_words(sentence)
        root = next((n for n, w in enumerate(self.words) if w.dep == "ROOT"), 0)
        base = self.words[root].head - root if self.words else 0
        self._above = [w.head - base for w in self.words]
        self._below: dict[int, list[int]] = {}
        for i, above in enumerate(self._above):
            if i != above:
                self._below.setdefault(above, []).append(i)

    def above(self, n: int) -> int:
        """The index of a word's governor; itself for a root, and where the governor is of another sentence."""
        return self._above[n] if 0 <= self._above[n] < len(self.words) else n

    def children(self, n: int, *deps: str) -> list[int]:
        """The words that hang on a word, of these dependencies or of any."""
        return [i for i in self._below.get(n, ()) if not deps or self.words[i].dep in deps]

    def lemma(self, n: int) -> str:
        """The lemma of a word in small letters."""
        return self.words[n].lemma.lower()

    def under(self, n: int, name: str, *deps: str) -> list[int]:
        """The nouns under a preposition that hangs on a word by one of these dependencies."""
        return [p for i in self.children(n, *deps) if self.lemma(i) == name for p in self.children(i, "pobj")]

    def name(self, n: int) -> MentionView[NameValue] | None:
        """The first name that a word is part of."""
        return next((m for m in self.sentence.names if m.span.contains(self.words[n].span)), None)


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
        if a.deed in POLLED and a.sentence.entities != b.sentence.entities:
            continue
        if a.deed in OF_WAR and (a.sides or b.sides):
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
            g = _Grammar(name.sentence)
            inside = [n for n, w in enumerate(g.words) if name.span.overlaps(w.span)]
            for n in inside:
                for i in (i for i in range(len(g.words)) if i not in inside and _beside(g, i, n)):
                    found.setdefault(spelling(g.words[i].lemma), set()).add(name.value.entity)
            for title in name.value.titles:
                found.setdefault(spelling(title.split()[-1]), set()).add(name.value.entity)
    return {noun: next(iter(who)) for noun, who in found.items() if len(who) == 1}


def _beside(g: _Grammar, i: int, n: int) -> bool:
    """Whether a noun stands beside a name for the same: "deputy Moe", "Moe, a deputy", "the deputy, Moe"."""
    if g.words[i].pos not in ("NOUN", "PROPN"):
        return False
    dep = g.words[i].dep
    if g.above(i) == n and (dep in ("compound", "appos") or (dep == "nmod" and i == n - 1)):
        return True
    return g.words[n].dep == "appos" and g.above(n) == i


def _told(document: DocumentView, calls: dict[str, str]) -> Iterator[Turn]:
    for sentence in document.sentences:
        g = _Grammar(sentence)
        for at, word in enumerate(g.words):
            if any(q.value.direct and q.span.contains(word.span) for q in sentence.quotes):
                continue
            if word.pos == "VERB":
                found = _of_verb(g, at)
            elif word.pos == "NOUN":
                found = _of_noun(g, at)
            else:
                continue
            for deed, who, whom in found:
                if deed in CONVERSE:
                    deed, who, whom = CONVERSE[deed], whom, who
                doer, done_to = (_entity(g, n, calls) for n in (who, whom))
                if doer and done_to and doer != done_to:
                    yield Turn(
                        sentence, deed, doer, done_to, _place(g, who), _place(g, whom), _said(g, {at, who, whom}),
                        _before(g, at), any(_is_side(g, n) for n in (who, whom)),
                    )  # fmt: skip


def _of_verb(g: _Grammar, at: int) -> Iterator[tuple[str, int, int]]:
    below = g.children(at)
    if any(g.words[i].dep == "neg" or g.lemma(i) in _OPEN | _UNDONE for i in below):
        return
    if g.lemma(g.above(at)) in _UNDONE | _TRIED:
        return
    passive = bool(g.children(at, "nsubjpass", "auxpass"))
    preps = _under_preps(g, g.children(at, "prep", "prt", "dative", "advmod"))
    subjects = _subjects(g, at)
    objects = g.children(at, "dobj", "dative") if not passive else subjects
    if not passive:
        preps += [found for o in objects for found in _under_preps(g, g.children(o, "prep"))]
    owners = [p for o in objects for p in g.children(o, "poss")]
    owners += [p for o in objects for p in g.under(o, "of", "prep")]
    doers = g.under(at, "by", "agent", "prep") if passive else subjects
    verb, particle = g.lemma(at), _particle(g, below)
    if not passive:
        # the parser takes the "over" of "is taking over Astra" for a preposition
        objects += [p for prep, p in preps if prep == particle]
    keys = [verb, *([f"{verb}_{particle}"] if particle else [])]
    if verb in LIGHT_VERBS:
        keys += [f"{verb}_{g.lemma(n)}" for n in (*objects, *(p for _, p in preps))]
    for who in doers:
        for key in reversed(keys):
            for whom in objects:
                if deed := VERBS.get(key) or (_plain(key) if key == verb and not particle else ""):
                    yield deed, who, whom
            for prep, whom in preps:
                if deed := VERBS.get(f"{key}:{prep}", ""):
                    yield deed, who, whom
            if deed := VERBS.get(f"{key}:'s", ""):
                for whom in owners:
                    yield deed, who, whom


def _under_preps(g: _Grammar, preps: list[int]) -> list[tuple[str, int]]:
    """Each preposition with the nouns under it."""
    return [(g.lemma(i), p) for i in preps for p in g.children(i, "pobj")]


def _particle(g: _Grammar, below: list[int]) -> str:
    little = (g.words[i] for i in below if g.words[i].dep in ("prt", "advmod", "prep"))
    return next((w.text.lower() for w in little if w.text.lower() in PARTICLES), "")


def _plain(verb: str) -> str:
    """The key of a verb that no row has: its synonyms' first, or itself."""
    return "" if verb in LIGHT_VERBS else canonical(verb)


def _subjects(g: _Grammar, at: int) -> list[int]:
    for _ in range(4):
        found = g.children(at, "nsubj", "nsubjpass")
        if found:
            above = g.above(at)
            relative = g.lemma(found[0]) in ("who", "which", "that")
            return [above] if relative and g.words[at].dep == "relcl" else found
        if g.words[at].dep not in ("conj", "xcomp", "advcl", "ccomp"):
            return []
        at = g.above(at)
    return []


def _of_noun(g: _Grammar, at: int) -> Iterator[tuple[str, int, int]]:
    """Of "Reed's attack on Cole", "the takeover of Astra by Norvik"."""
    deed = NOUNS.get(g.lemma(at), "")
    if not deed:
        return
    who = g.children(at, "poss")
    whom: list[int] = []
    todo = [*g.children(at, "prep", "agent")]
    for i in todo:
        nouns = g.children(i, "pobj")
        todo += [j for n in nouns for j in g.children(n, "prep", "agent")]
        if g.lemma(i) in NOUN_BY:
            who += nouns
        elif g.lemma(i) in NOUN_TO:
            whom += nouns
    yield from ((deed, a, b) for a in who[:1] for b in whom[:1])


def _entity(g: _Grammar, n: int, calls: dict[str, str]) -> str:
    """Who a noun is: its name, the name beside it, the pronoun's, or whom it alone is called by."""
    own = _own_name(g, n)
    if own is not None:
        return own.value.entity
    beside = next((name for i in g.children(n, "appos") if (name := g.name(i)) is not None), None)
    if beside is not None:
        return beside.value.entity
    word = g.words[n]
    plural = word.text.lower() != g.lemma(n)
    bare = word.pos == "PROPN" or not (plural or g.children(n, "det", "poss"))
    if bare and word.text[:1].isupper():
        # a name that the annotators did not see
        return word.text.lower()
    if word.pos == "NOUN" and not plural and _definite(g, n):
        return calls.get(spelling(word.lemma), "")
    whose = _of_whom(g, n) if plural or word.pos == "NUM" or g.lemma(n) in ENVOYS else None
    return whose.value.entity if whose is not None else ""


def _own_name(g: _Grammar, n: int) -> MentionView[NameValue] | None:
    """The name that a noun is part of, an adjective ("Danish") not counted."""
    span = g.words[n].span
    return next((m for m in g.sentence.names if m.span.contains(span) and not m.value.adjective), None)


def _of_whom(g: _Grammar, n: int) -> MentionView[NameValue] | None:
    """Whose people they are: two diplomats of Velm, two of Karland's."""
    owners = (*g.children(n, "poss", "compound", "amod"), *g.under(n, "of", "prep"))
    return next((name for i in owners if (name := g.name(i)) is not None), None)


def _is_side(g: _Grammar, n: int) -> bool:
    """Whether a noun is no single one: the name of a place or a people, or what names them only by whose they are."""
    name = _own_name(g, n)
    if name is not None:
        return name.value.kind in ("place", "group")
    return g.words[n].text.lower() != g.lemma(n) and _of_whom(g, n) is not None


def _place(g: _Grammar, n: int) -> Span:
    """Where it is: the name that the word is part of, or that stands beside it."""
    names = (g.name(i) for i in (n, *g.children(n, "appos")))
    return next((name.span for name in names if name is not None), g.words[n].span)


def _definite(g: _Grammar, n: int) -> bool:
    return any(g.words[i].text.lower() in ("the", "this", "that") for i in g.children(n, "det"))


def _said(g: _Grammar, but: set[int]) -> frozenset[str]:
    return frozenset(
        root_of(w) for i, w in enumerate(g.words)
        if i not in but and w.pos in CONTENT and w.pos != "PROPN" and spelling(w.lemma) not in LIGHT
    )  # fmt: skip


def _before(g: _Grammar, at: int) -> bool:
    return any(g.words[i].text.lower() in _BEFORE for i in g.children(at))
