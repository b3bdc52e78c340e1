"""Who or what a verb tells of, by every word that its account has for it: a name, the noun beside it, a pronoun."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.models.language import NameValue, Word
from checker.rules.alignment import spelling
from checker.rules.vocabulary import DocumentView, MentionView
from checker_rules.antonyms import antonyms
from checker_rules.circumstances import FIRMS
from checker_rules.stance_words import BESIDE
from checker_rules.story_slots import Told

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# a verb without a subject of its own has that of the verb above; of a participle its noun is it
_HANDED = frozenset({"conj", "xcomp", "advcl", "ccomp", "dep"})
_OF_NOUN = frozenset({"acl", "relcl"})
# who decides is not whom it befalls, and words that may stand for anybody
_NOBODY = frozenset(
    "judge court jury police official authority officer prosecutor minister government people person one two three "
    "somebody someone nobody number group other another day night week month year hour time tuesday place way none "
    "half some most all many several few percent statement spokesman spokeswoman ministry agency".split()
)
_SET_APART = frozenset("of to from on for between above below behind near in at".split())
# words that say how many of a kind: two of the four, one suspect of three
_SOME = frozenset(
    "one two three four five six seven eight nine ten some several many few another other".split()
)
_CLASSES = (
    "boy child kid toddler baby infant youngster youth teenager teen schoolboy pupil son",
    "girl child kid toddler baby infant youngster youth teenager teen schoolgirl pupil daughter",
    "gunman shooter attacker assailant suspect killer perpetrator fugitive man driver",
    "ship vessel boat ferry trawler tanker freighter yacht cargo_ship liner",
    "plane aircraft jet airliner airplane",
    "building house block tower",
    "prisoner inmate convict detainee fugitive",
    "airport terminal", "road highway motorway", "school college", "match game fixture", "concert show festival gig",
    " ".join(sorted(FIRMS)),
    "whale animal", "rocket launcher satellite probe spacecraft", "shot vaccine jab",
    "drug medicine treatment pill therapy", "strike walkout stoppage",
)  # fmt: skip
_CLASS: dict[str, frozenset[int]] = {
    word: frozenset(n for n, row in enumerate(_CLASSES) if word in row.split())
    for row in _CLASSES
    for word in row.split()
}


@dataclass(frozen=True)
class Holder:
    """One candidate for who or what it is told of."""

    noun: str
    entities: frozenset[str]
    nouns: frozenset[str]
    apart: frozenset[str]
    counted: bool = field(default=False)


class Holders:
    """The candidates of an account's verbs."""

    def __init__(self, document: DocumentView) -> None:
        self.document = document
        self.told = [Told(s) for s in document.sentences]
        self._nouns: dict[str, set[str]] = defaultdict(set)
        for told in self.told:
            for name in told.sentence.names:
                if not name.value.pronoun:
                    self._nouns[name.value.entity] |= _beside(told, name)

    def subjects(self, told: Told, at: int) -> list[int]:
        """The subjects of a verb, or of the verb above that it shares one with."""
        seen: set[int] = set()
        while at not in seen and 0 <= at < len(told.words):
            seen.add(at)
            own = [i for i in told.children[at] if told.words[i].dep in _SUBJECTS]
            if own:
                return own
            above = told.heads[at]
            if told.words[at].dep in _OF_NOUN and 0 <= above < len(told.words):
                return [above]
            if told.words[at].dep not in _HANDED and told.words[at].pos not in ("ADJ", "ADV", "ADP", "PART"):
                break
            at = above
        # the parser takes a verb for a participle of its noun: "a court ordered that"
        first = next(
            (
                i
                for i, w in enumerate(told.words)
                if w.pos in _NOUNS | {"PRON"} and w.dep in ("ROOT", *_SUBJECTS)
            ),
            -1,
        )
        return [first] if 0 <= first < at else []

    def undergoers(self, told: Told, at: int) -> list[int]:
        """Whom a verb befalls: the object, or the subject of the passive; "granted bail to the editor"."""
        words = told.words
        passive = any(words[i].dep in ("auxpass", "nsubjpass") for i in told.children[at]) or any(
            w.lemma in ("be", "get") and w.dep in ("auxpass", "aux") for w in words[max(0, at - 3) : at]
        )
        if passive:
            return self.subjects(told, at)
        below = [
            i
            for i in range(at + 1, min(len(words), at + 9))
            # "found him dead"; who says it after the comma is not whom it befell
            if words[i].dep in ("dobj", "dative") or (words[i].dep == "nsubj" and told.under(i, at))
        ]
        below += [
            i
            for i in range(at + 1, min(len(words), at + 9))
            if words[i].dep == "pobj" and words[told.heads[i]].lemma in ("to", "of", "for")
        ]
        if words[at].dep in _OF_NOUN and 0 <= told.heads[at] < len(words):
            below.append(told.heads[at])
        return [i for i in below if words[i].pos in _NOUNS | {"PRON"}]

    def read(self, told: Told, at: int) -> Iterator[Holder]:
        """The candidate that a word stands for; whoever was spoken of before for a pronoun."""
        for i in (at, *(n for n in told.children[at] if told.words[n].dep == "conj")):
            if (one := self._read(told, i)) is not None:
                yield one

    def _read(self, told: Told, at: int) -> Holder | None:
        word = told.words[at]
        below = [at, *(i for i in told.children[at] if told.words[i].dep in ("appos", "compound", "nmod"))]
        below += [
            j for i in below[1:] for j in told.children[i] if told.words[j].dep in ("compound", "appos")
        ]
        names = [n for n in told.sentence.names if any(n.span.overlaps(told.words[i].span) for i in below)]
        # Velm may be a club, and the "Velm" of "the Velm school" is none
        persons = [n for n in names if n.value.kind != "place" or n.span.overlaps(word.span)]
        if word.pos == "PRON" and not persons:
            return (
                self._before(told, at)
                if word.lemma.lower() in ("he", "she", "it", "who", "that", "which", "him", "her")
                else None
            )
        own = [n for n in persons if n.span.overlaps(word.span)]
        # of "Norvia shares" Norvia is no other word for the shares
        beside = {
            n.value.entity
            for n in persons
            if any(n.span.overlaps(told.words[i].span) and told.words[i].dep == "appos" for i in below)
        }
        entities = frozenset({n.value.entity for n in own} | beside)
        noun = spelling(word.lemma.lower())
        nouns = {noun} if word.pos == "NOUN" else set()
        nouns |= {
            spelling(told.words[i].lemma.lower())
            for i in below[1:]
            if told.words[i].pos == "NOUN" and (own or told.words[i].dep == "appos")
        }
        for e in entities:
            nouns |= self._nouns[e]
        nouns -= _NOBODY
        if not (nouns or entities):
            return None
        return Holder(noun, entities, frozenset(nouns), self._apart(told, at), _counted(told, at))

    def _before(self, told: Told, at: int) -> Holder | None:
        """The subject of what was said before."""
        here = self.told.index(told) if told in self.told else 0
        for sentence, last in (
            (told, at),
            *((t, len(t.words)) for t in reversed(self.told[max(0, here - 1) : here])),
        ):
            subjects = [
                i for i, w in enumerate(sentence.words[:last]) if w.dep in _SUBJECTS and w.pos in _NOUNS
            ]
            for i in subjects[:1]:
                return self._read(sentence, i)
        return None

    @staticmethod
    def _apart(told: Told, at: int) -> frozenset[str]:
        """What says which of its kind it is: the captain of the trawler, the bus driver, the road to Sorn."""
        found = set()
        for i in told.children[at]:
            word = told.words[i]
            if (word.dep in ("compound", "poss", "nmod") and word.pos in _NOUNS) or (
                word.dep == "amod" and (word.pos == "ADJ" or word.lemma.lower() in BESIDE)
            ):
                found.add(spelling(word.lemma.lower()))
            elif word.dep == "prep" and word.lemma.lower() in _SET_APART:
                found |= {
                    spelling(told.words[j].lemma.lower())
                    for j in told.children[i]
                    if told.words[j].dep == "pobj"
                }
        return frozenset(found)


def one_holder(a: Holder, b: Holder) -> bool:
    """Whether two candidates are one: a name in common, or a noun that nothing sets apart."""
    if a.entities and b.entities:
        return bool(a.entities & b.entities)
    if a.counted or b.counted or any(antonyms(x, y) for x in a.apart for y in b.apart):
        return False
    if a.apart & BESIDE != b.apart & BESIDE:
        # the bill, and an alternative bill
        return False
    return bool(a.nouns & b.nouns or _alike(a.noun, b.noun)) and not _two(a, b)


def _two(a: Holder, b: Holder) -> bool:
    left, right = a.apart - b.nouns - b.entities, b.apart - a.nouns - a.entities
    return bool(left and right) and not left & right and not a.entities and not b.entities


def _alike(one: str, other: str) -> bool:
    empty: frozenset[int] = frozenset()
    return bool(_CLASS.get(one, empty) & _CLASS.get(other, empty))


def _counted(told: Told, at: int) -> bool:
    """Whether it is some of several: two climbers, one of the suspects, another suspect."""
    below = [told.words[i] for i in told.children[at]]
    return (
        any(w.dep == "nummod" or w.lemma.lower() in _SOME for w in below)
        or told.words[at].lemma.lower() in _SOME
    )


def _beside(told: Told, name: MentionView[NameValue]) -> set[str]:
    """The nouns beside a name: trawler captain Jens Holm; Jens Holm, the captain; the boy, Tim Lund."""
    at = [i for i, w in enumerate(told.words) if name.span.overlaps(w.span)]
    found: set[str] = set()
    for i in at:
        below = [
            j for j in told.children[i] if told.words[j].dep in ("compound", "appos", "nmod") and j not in at
        ]
        above = told.heads[i]
        if told.words[i].dep in ("appos", "compound") and 0 <= above < len(told.words) and above not in at:
            below.append(above)
        found |= {_noun(told.words[j]) for j in below if told.words[j].pos in _NOUNS}
        if told.words[i].dep in _SUBJECTS and told.words[above].lemma == "be":
            found |= {_noun(told.words[j]) for j in told.children[above] if told.words[j].dep == "attr"}
    first = min(at, default=0)
    if first and told.words[first - 1].pos in _NOUNS:
        found.add(_noun(told.words[first - 1]))
    return found - _NOBODY


def _noun(word: Word) -> str:
    return spelling(word.lemma.lower())
