"""Names that everybody writes in several ways: states with demonyms and capitals, bodies with their acronyms.

The tables are data (``checker/annotate/data``); this module finds their entries in a text and decides whether
a capital stands for its government.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from checker.annotate.data import table, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Kind = Literal["person", "place", "organisation", "group", "other"]


@dataclass(frozen=True)
class Alias:
    """One written form of a known name; ``government`` is the state a capital may stand for."""

    text: str
    entity: str
    kind: Kind
    adjective: bool = False
    government: str = ""


@dataclass(frozen=True)
class AliasHit:
    """An alias at a place of a text, in code points of that text."""

    start: int
    end: int
    alias: Alias


# acronyms that are English words once a whole line is set in capitals
_WORDS_IN_CAPITALS = words("WHO US ICE CAR AP SEC ROK")
# what a town does, as against a government
_TOWN_VERBS = words(
    "lie host sit become stage see grow wake experience suffer hold house celebrate mourn be hit bomb "
    "rock shake flood  damage destroy besiege locate situate sleep freeze burn"
)
# what a town has, as against a government
_TOWN_NOUNS = words(
    "street airport mayor subway metro resident population suburb square centre center weather university "
    "museum stadium  river neighbourhood neighborhood district skyline people police hotel hospital "
    "school court road cathedral port  station theatre theater restaurant bar park outskirt traffic "
    "bridge zoo opera council"
)
_PLACE_PREPOSITIONS = words("in at near outside inside around across from into through via throughout within")
_FACING = words("with against between toward towards among than")
_RELATION_NOUNS = words(
    "talk tie relation pressure sanction deal war agreement negotiation message warning threat aid "
    "meeting consultation summit "
    "dialogue ally  relationship alliance support criticism demand concession return rift tension"
)
_MOVING = words("go live travel walk drive")
# what is done to a town, as against a government
_TOWN_OBJECT_VERBS = words(
    "visit leave reach enter flee tour hit shell bomb strike rock shake storm capture seize take retake "
    "surround  besiege evacuate near approach include cross flood love miss destroy name call"
)
_READY = words(
    "ready willing prepared unwilling reluctant eager keen determined able unable open opposed committed"
)


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Alias, ...]]:
    """Aliases by their first word, longest first."""
    found: dict[str, dict[str, Alias]] = {}

    def add(alias: Alias) -> None:
        found.setdefault(_first(alias.text), {}).setdefault(alias.text, alias)
        capitals = alias.text.upper()
        if len(alias.text) >= 5 and capitals != alias.text:
            variant = Alias(capitals, alias.entity, alias.kind, alias.adjective, alias.government)
            found.setdefault(_first(capitals), {}).setdefault(capitals, variant)

    bodies = table("organisations")
    for key, names in bodies.items():
        if isinstance(names, list):
            for name in names:
                add(Alias(name, key, "organisation"))
    for key, names in bodies["groups"].items():
        for name in names:
            add(Alias(name, key, "group", adjective=name.lower() != key))
    for key, entry in table("countries").items():
        for name in (_title(key), *entry.get("n", ())):
            add(Alias(name, key, "place"))
        for name in entry.get("d", ()):
            add(Alias(name, key, "group", adjective=True))
        for name in entry.get("c", ()):
            add(Alias(name, entry["c"][0].lower() if key != "ukraine" else "kyiv", "place", government=key))
    add(Alias("Brussels", "brussels", "place", government="european union"))
    for key, names in bodies["places"].items():
        for name in names:
            add(Alias(name, key, "place"))
    return {w: tuple(sorted(by.values(), key=lambda a: (-len(a.text), a.text))) for w, by in found.items()}


def _title(key: str) -> str:
    small = {"and", "of", "the"}
    spaced = " ".join(w if w in small else w[:1].upper() + w[1:] for w in key.split())
    return "-".join(p[:1].upper() + p[1:] for p in spaced.split("-")) if "-" in spaced else spaced


def _first(text: str) -> str:
    end = 0
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[: max(end, 1)]


def find_aliases(text: str) -> Iterator[AliasHit]:
    """Every known name in ``text``, longest first at each place, none overlapping."""
    index = _index()
    shouting = is_capitals(text)
    at = 0
    while at < len(text):
        if not text[at].isalnum() or (at and text[at - 1].isalnum()):
            at += 1
            continue
        hit = next((a for a in index.get(_first(text[at:]), ()) if _matches(text, at, a, shouting)), None)
        if hit is None:
            at += 1
            continue
        yield AliasHit(at, at + len(hit.text), hit)
        at += len(hit.text)


def _matches(text: str, at: int, alias: Alias, shouting: bool) -> bool:
    end = at + len(alias.text)
    if not text.startswith(alias.text, at) or (end < len(text) and text[end].isalnum()):
        return False
    if shouting and alias.text in _WORDS_IN_CAPITALS:
        return False
    if (
        alias.text.endswith(".")
        and alias.kind == "place"
        and alias.text.count(".") == 1
        and len(alias.text) <= 6
    ):
        # "Miss." and "Mass." are states only after a city or a party: "Biloxi, Miss.", "D-Mass."
        return text[:at].rstrip().endswith((",", "-", "–"))
    return True


def is_capitals(text: str) -> bool:
    """Whether the text as a whole is set in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def known_entity(name: str) -> Alias | None:
    """The alias written exactly like ``name``, a leading article aside."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return next((a for a in _index().get(_first(bare), ()) if a.text == bare), None)


def is_country(entity: str) -> bool:
    """Whether the key is that of a state or land of the table."""
    return entity in table("countries")


def stands_for_government(doc: "Doc", start: int, end: int) -> bool:
    """Whether a capital at tokens ``start:end`` acts as its government: 'talks with Moscow'."""
    root: Token = doc[start:end].root
    head = root.head
    before = doc[start - 1] if start else None
    if end < len(doc) and doc[end].text == "," and end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN":
        return False
    if start <= 3 and end < len(doc) and doc[end].text in {"—", "–", "-", "--", "―", "("}:
        # a dateline
        return False
    if root.dep_ == "conj" and head.i != root.i:
        # "between Kyiv and Moscow", "Washington and its allies": like the first one
        first = head
        while first.dep_ == "conj" and first.head.i != first.i:
            first = first.head
        return first.i != root.i and first.pos_ == "PROPN" and _acts(first, before=None)
    return _acts(root, before)


def _acts(root: "Token", before: "Token | None") -> bool:
    head = root.head
    if root.dep_ in {"nsubj", "nsubjpass"}:
        if head.lemma_ == "be":
            return any(c.dep_ == "acomp" and c.lower_ in _READY for c in head.children)
        # a town holds a festival, a government holds talks
        dealing = any(c.dep_ == "dobj" and c.lemma_.lower() in _RELATION_NOUNS for c in head.children)
        return dealing or head.lemma_.lower() not in _TOWN_VERBS
    if root.dep_ == "poss":
        return head.lemma_.lower() not in _TOWN_NOUNS
    if root.dep_ in {"dobj", "dative"}:
        return head.pos_ == "VERB" and head.lemma_.lower() not in _TOWN_OBJECT_VERBS
    if root.dep_ == "pobj":
        preposition, governor = head.lower_, head.head.lemma_.lower()
        if preposition in _PLACE_PREPOSITIONS:
            return False
        if preposition in _FACING or head.dep_ == "agent":
            return governor not in _MOVING
        return preposition in {"on", "to", "for", "of"} and governor in _RELATION_NOUNS
    return before is not None and before.lower_ in {"against", "by"} and root.dep_ != "compound"
