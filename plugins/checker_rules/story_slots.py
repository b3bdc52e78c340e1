"""Names of two people in one slot of two sentences worded otherwise: who is told to have done, had or been it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from checker.models.language import NameValue, Word
from checker.models.text import Span
from checker.rules.alignment import CONTENT, spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import MentionView, SentenceView, StatementView, StoryView
from checker.synonyms import canonical
from checker_rules.slots import LIGHT, head_index

Name = MentionView[NameValue]
Slot = tuple[str, str]

# letters that two words of one root share: announce and announced, elect and election
_ROOT = 5


def root(lemma: str) -> str:
    """The first letters of a lemma, or of what stands for its synonyms, which words of one root share."""
    return canonical(spelling(lemma))[:_ROOT]


# verbs whose subject many share: who says, thinks and wants what is another rule's business or nobody's
_COMMON = frozenset(
    root(w)
    for w in (
        "say tell add write tweet post ask call think want know believe feel make take give go come be have "
        "do get see let seem appear try need like use put keep work look show leave include become"
    ).split()
)
# sentences; in a shorter story every word would pass for common
_LEAST = 60
# whom somebody told something, in the same interview
_TOLD: Slot = ("object", "tell")
# a subject is handed down to the verbs that have none of their own: "he resigned, citing his health"
_HANDED = frozenset({"conj", "xcomp", "advcl"})
_LINKS = frozenset({"conj", "compound", "nmod"})
_LINKED = _LINKS | {"appos"}
_INNER = frozenset({"amod", "compound", "nmod", "poss"})
_VERBS = frozenset({"VERB", "AUX"})
_WHO = frozenset({"who", "which", "that"})
# "accused her of lying", "thanked her for staying", "kept her from leaving", "talked her into leaving"
_OBJECTS_OWN = frozenset({"of", "for", "from", "into"})


# chosen on 50 three-outlet news events: no pair of other people of the events as published reaches both
_WEIGHT, _LIKENESS = 9.0, 0.28
# a small clause cannot weigh as much; it has to be nearly the same words
_SMALL_WEIGHT, _SMALL_LIKENESS = 5.5, 0.5


@dataclass(frozen=True)
class Shared:
    """Two names in one slot, and how much else their sentences or clauses share.

    ``weight`` is the sum of the inverse sentence frequencies (natural logarithm) of the roots both have, ``likeness``
    the cosine (0-1) of the two sets of roots so weighted.
    """

    left: Name
    right: Name
    weight: float
    likeness: float


def shared_slots(story: StoryView) -> Iterator[Shared]:
    """Names of two people in one slot of two sentences of two accounts that share their rarer words."""
    told = [Told(s) for d in story.documents for s in d.sentences]
    weights = weights_of(told)
    by_slot: dict[Slot, list[tuple[Told, Name]]] = defaultdict(list)
    for t in told:
        for name, slots in t.slots.items():
            # what one body did another may well have done too
            if name.value.kind == "person" and t.shown(name) is not None:
                for slot in sorted(slots):
                    by_slot[slot].append((t, name))
    seen: set[tuple[Name, Name]] = set()
    for slot, tellers in sorted(by_slot.items()):
        if slot[1] in _COMMON and slot != _TOLD:
            continue
        for n, (one, a) in enumerate(tellers):
            for other, b in tellers[n + 1 :]:
                if a.document.id == b.document.id or a.value.entity == b.value.entity or (a, b) in seen:
                    continue
                seen.add((a, b))
                if (found := _weigh(one, a, other, b, weights)) is not None:
                    yield found


def weights_of(told: Sequence["Told"]) -> dict[str, float]:
    """Root -> its inverse sentence frequency (natural logarithm), as if no story had fewer than 60 sentences."""
    counts = Counter(root for t in told for root in t.roots)
    size = max(_LEAST, len(told)) + 1
    return {root: log(size / (n + 0.5)) for root, n in counts.items()}


def _weigh(one: "Told", a: Name, other: "Told", b: Name, weights: Mapping[str, float]) -> Shared | None:
    """The pair with what its sentences share, or its clauses where that is more; None when it is too little."""
    names = one.own[a] | other.own[b]
    best: Shared | None = None
    for left, right in ((one.roots, other.roots), (one.clauses[a], other.clauses[b])):
        left, right = left - names, right - names
        shared = left & right
        if len(shared) < 3:
            continue
        sizes = [sum(weights[r] for r in side) for side in (left, right)]
        weight = sum(weights[r] for r in shared)
        likeness = weight / sqrt(max(1e-9, sizes[0] * sizes[1]))
        wide = weight >= _WEIGHT and likeness >= _LIKENESS
        if not wide and not (weight >= _SMALL_WEIGHT and likeness >= _SMALL_LIKENESS):
            continue
        if best is None or weight * likeness > best.weight * best.likeness:
            best = Shared(one.shown(a) or a, other.shown(b) or b, weight, likeness)
    return best


class Told:
    """One sentence with its grammar, its roots and the slots of its names."""

    def __init__(self, sentence: SentenceView) -> None:
        self.sentence = sentence
        self.key = (sentence.document.id, sentence.index)
        self.words = sentence_words(sentence)
        self.heads = [head_index(self.words, i) for i in range(len(self.words))]
        self.children: dict[int, list[int]] = defaultdict(list)
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        self.roots = self.roots_of(range(len(self.words)))
        self.slots: dict[Name, frozenset[Slot]] = {}
        self.clauses: dict[Name, frozenset[str]] = {}
        self.own: dict[Name, frozenset[str]] = {}
        for name in sentence.names:
            inside = [i for i, w in enumerate(self.words) if name.span.overlaps(w.span)]
            if inside and not name.value.adjective:
                self.slots[name] = frozenset(_Slots(self, inside).read())
                self.clauses[name] = self.roots_of(self.clause(inside[0]))
                # the title before a name is part of the name: each chamber has its majority leader
                titles = [k for i in inside for k in self.children[i] if self.words[k].dep in _LINKS]
                self.own[name] = frozenset(root_of(self.words[i]) for i in (*inside, *titles))

    def shown(self, name: Name) -> Name | None:
        """The name itself, or what a pronoun stands for: the subject of its sentence or the only person named there."""
        if not name.value.pronoun:
            return name
        people = [n for n in self.sentence.names if n.value.kind == "person" and not n.value.pronoun]
        for other in self.sentence.names:
            if other.value.entity == name.value.entity and not other.value.pronoun:
                deps = {w.dep for w in self.words if w.span.overlaps(other.span)}
                return other if deps & {"nsubj", "nsubjpass"} or people == [other] else None
        return None

    def roots_of(self, places: Sequence[int] | range) -> frozenset[str]:
        """The roots of the content words at these places."""
        return _roots_of(self.words[i] for i in places)

    def under(self, at: int, top: int) -> bool:
        """Whether a word is another one or hangs on it, through whatever stands between."""
        seen: set[int] = set()
        while at not in seen and 0 <= at < len(self.words):
            if at == top:
                return True
            seen.add(at)
            at = self.heads[at]
        return False

    def clause(self, at: int) -> list[int]:
        """The places of the clause around a place: the nearest verb above it with all that hangs on that verb."""
        seen: set[int] = set()
        while at not in seen and self.words[at].pos not in _VERBS:
            seen.add(at)
            at = self.heads[at] if 0 <= self.heads[at] < len(self.words) else at
        found, noun = [at], -1
        if self.words[at].dep == "relcl" and 0 <= self.heads[at] < len(self.words):
            # "the caucus, in which she won": what the clause is told of belongs to it
            noun = self.heads[at]
            found += [noun, *(i for i in self.children[noun] if self.words[i].dep in _INNER)]
        for n in found:
            below = () if n == noun else self.children[n]
            found += [i for i in below if not (self.words[i].dep == "conj" and self.words[i].pos in _VERBS)]
        return found


class _Slots:
    """Reads the slots of one name: subject or object of a verb, owner of a noun, under a preposition of a word."""

    def __init__(self, told: Told, inside: list[int]) -> None:
        self.words, self.heads, self.children = told.words, told.heads, told.children
        tops = [i for i in inside if self.heads[i] not in inside or self.heads[i] == i]
        self.top = tops[0] if tops else inside[0]
        self.found: set[Slot] = set()

    def read(self) -> set[Slot]:
        """Role and root of the governing word, one for every verb that the subject is handed down to."""
        at, seen = self.top, {-1}
        # "a man of 44, Henrik Vass, was arrested": he has the role of what he is called
        while (
            self.words[at].dep in _LINKED and self.heads[at] not in seen | {at} and self._is(self.heads[at])
        ):
            seen.add(at)
            at = self.heads[at]
        for place in {self.top, at}:
            self._relative(place)
        above, dep = self.heads[at], self.words[at].dep
        if not self._is(above) or above == at:
            return self.found
        if dep in ("nsubj", "nsubjpass"):
            self._does(above, "subject" if dep == "nsubj" else "object")
        elif dep in ("dobj", "dative"):
            self._add("object", above)
            for i in self.children[above]:
                if self.words[i].dep == "xcomp" and self._of_whom(above, i):
                    self._does(i, "subject", 1)
        elif dep == "poss":
            self._add("owner", above)
        elif dep == "pobj":
            self._under(above)
        return self.found

    def _is(self, i: int) -> bool:
        return 0 <= i < len(self.words)

    def _add(self, role: str, i: int) -> None:
        self.found.add((role, root_of(self.words[i])))

    def _under(self, preposition: int) -> None:
        above = self.heads[preposition]
        if not self._is(above):
            return
        if self.words[preposition].dep == "agent":
            self._does(above, "subject")
            return
        lemma = self.words[preposition].lemma.lower()
        self._add("owner" if lemma == "of" and self.words[above].pos == "NOUN" else lemma, above)

    def _relative(self, at: int) -> None:
        for verb in (i for i in self.children[at] if self.words[i].dep == "relcl"):
            for i in self.children[verb]:
                if self.words[i].dep in ("nsubj", "nsubjpass") and self.words[i].lemma.lower() in _WHO:
                    self._does(verb, "subject" if self.words[i].dep == "nsubj" else "object")

    def _does(self, verb: int, role: str, depth: int = 0) -> None:
        if self.words[verb].lemma == "be":
            for i in self.children[verb]:
                if self.words[i].dep in ("attr", "acomp"):
                    self._add(role, i)
        else:
            self._add(role, verb)
        if role != "subject" or depth > 2:
            return
        for i in self.children[verb]:
            if self._of_whom(verb, i):
                continue
            if self.words[i].dep == "prep":
                for below in self.children[i]:
                    if self.words[below].dep == "pcomp":
                        self._does(below, role, depth + 1)
            own = any(self.words[k].dep in ("nsubj", "nsubjpass") for k in self.children[i])
            if self.words[i].dep in _HANDED and self.words[i].pos == "VERB" and not own:
                self._does(i, role, depth + 1)

    def _of_whom(self, verb: int, below: int) -> bool:
        """Whether what hangs on a verb is told of its object: "urged him to resign", "accused him of lying"."""
        if not any(self.words[k].dep == "dobj" for k in self.children[verb]):
            return False
        word = self.words[below]
        if word.dep == "prep":
            return word.lemma.lower() in _OBJECTS_OWN
        return word.dep == "xcomp" and self.words[verb].lemma != "promise"


def root_of(word: Word) -> str:
    """The root of a word."""
    return root(word.lemma)


def roots_in(statement: StatementView, span: Span) -> frozenset[str]:
    """The roots of the content words of a statement's sentence that lie within a span."""
    return _roots_of(w for w in sentence_words(statement.sentence) if span.contains(w.span))


def _roots_of(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(root_of(w) for w in words if w.pos in CONTENT and spelling(w.lemma) not in LIGHT)
