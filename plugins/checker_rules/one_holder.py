"""Another name in a slot that holds one only: who did a deed that one alone does, and where a thing happened."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from checker.annotate.persons import same_entity
from checker.models.language import NameValue
from checker.rules.vocabulary import MentionView, StoryView
from checker_rules.circumstances import days_apart
from checker_rules.spellings import one_name, placeholder, respelled
from checker_rules.story_slots import Slot, Told, root, root_of, weights_of

Name = MentionView[NameValue]

# what one person or body did and no other did as well: slot -> the deed, so that a synonym has the same one
_DEEDS = {
    (role, root(word)): deed
    for deed, role, words in (
        ("leave", "subject", "resign step quit"),
        ("get", "subject", "buy acquire purchase take"),
        ("lead", "subject", "lead head chair command run captain manage edit conduct"),
        ("become", "subject", "succeed replace"),
        ("rule", "subject", "veto"),
        ("make", "subject", "write author compose design invent build direct publish draw paint compile"),
        ("find", "subject", "discover find"),
        ("win", "subject", "win winner"),
        ("score", "subject", "score"),
        ("end", "subject", "sign"),
        ("own", "subject", "own"),
        ("own", "to", "belong"),
        ("become", "subject", "become"),
        ("become", "to", "pass"),
        ("become", "object", "appoint name choose elect hire pick select crown"),
        ("drive", "subject", "drive pilot steer"),
        ("play", "for", "play"),
        ("work", "for", "work"),
    )
    for word in words.split()
}
_UNIQUE = frozenset(_DEEDS.values())
# prepositions that place a thing; within a row one may stand for another
PLACES = {
    word: row
    for row, words in enumerate(("in at on near outside", "to into toward towards", "from", "through across"))
    for word in words.split()
}
# what says of which kind a noun is
_KIND = frozenset({"compound", "poss", "nmod"})
# the least that two sentences share besides the names, and the least likeness (cosine, 0-1) and share of the
# shorter one (0-1), when the word above the name is one and when it is not
_LEAST = 3
_SAME, _OTHER = (0.5, 0.6), (0.6, 0.65)
# the same for sentences with those around them: how many roots, likeness, share
_AROUND = (5, 0.4, 0.5)


@dataclass(frozen=True)
class Holder:
    """Two names for one slot, and how alike the sentences are without them, 0-1."""

    left: Name
    right: Name
    likeness: float


def other_holders(story: StoryView) -> Iterator[Holder]:
    """Yield the names that stand for one another in sentences that tell of one deed or one place."""
    told = [Told(s) for d in story.documents for s in d.sentences]
    weights = weights_of(told)
    tied = {(p.left, p.right) for p in story.sentence_pairs if p.best}
    near = _neighbourhoods(told)
    by_key: dict[str, list[tuple[Told, Name]]] = defaultdict(list)
    for t in told:
        for name, slots in t.slots.items():
            if not name.value.pronoun:
                for key in sorted({_key(slot) for slot in slots} - {""}):
                    by_key[key].append((t, name))
    seen: set[tuple[Name, Name]] = set()
    for key, tellers in sorted(by_key.items()):
        doers = {(name.document.id, name.value.entity) for _, name in tellers}
        for n, (one, a) in enumerate(tellers):
            for other, b in tellers[n + 1 :]:
                if a.document.id == b.document.id or (a, b) in seen:
                    continue
                # who did it in both accounts is one of several
                if (b.document.id, a.value.entity) in doers or (a.document.id, b.value.entity) in doers:
                    continue
                placed = key not in _UNIQUE
                if placed and ((one.sentence, other.sentence) not in tied or not _places(a, b)):
                    continue
                like = _alike(one, a, other, b, weights, same=not placed or _one_root(one, a, other, b))
                if like is None and not placed and one.slots[a] & other.slots[b]:
                    like = _around(near[one.key], a, near[other.key], b, one, other, weights)
                if like is not None and _apart(a, b) and not other_thing(one, other):
                    seen.add((a, b))
                    yield Holder(a, b, like)


def _key(slot: Slot) -> str:
    """The deed or the kind of place that a slot belongs to, empty for any other."""
    deed = _DEEDS.get(slot)
    return deed or (f"place {PLACES[slot[0]]}" if slot[0] in PLACES else "")


def _places(a: Name, b: Name) -> bool:
    return a.value.kind == b.value.kind == "place"


def _one_root(one: Told, a: Name, other: Told, b: Name) -> bool:
    """Whether the names stand under prepositions of one row and under one word."""
    left, right = (
        {(PLACES[role], root) for role, root in t.slots[n] if role in PLACES}
        for t, n in ((one, a), (other, b))
    )
    return bool(left & right)


def _apart(a: Name, b: Name) -> bool:
    """Whether the names are two, and neither account has the other's in or near the place."""
    if one_name(a, b) or placeholder(a) or placeholder(b) or days_apart(a.sentence, b.sentence):
        return False
    for name, other in ((a, b), (b, a)):
        if any(_one(name, n) for n in other.sentence.names) or _told_too(name, other):
            return False
    return True


def _alike(
    left: Told, a: Name, right: Told, b: Name, weights: Mapping[str, float], *, same: bool
) -> float | None:
    """How much the sentences share without the two names, None when it is too little."""
    names = left.own[a] | right.own[b]
    one, other = left.roots - names, right.roots - names
    shared = one & other
    if len(shared) < _LEAST:
        return None
    sizes = [sum(weights[r] for r in side) for side in (one, other)]
    weight = sum(weights[r] for r in shared)
    likeness = weight / sqrt(max(1e-9, sizes[0] * sizes[1]))
    least, share = _SAME if same else _OTHER
    return likeness if likeness >= least and weight >= share * min(sizes) else None


def _neighbourhoods(told: Sequence[Told]) -> dict[tuple[str, int], frozenset[str]]:
    """Sentence -> its roots with those of the sentences before and after it, which say what "it" is."""
    roots = {t.key: t.roots for t in told}
    empty: frozenset[str] = frozenset()
    return {
        (d, i): roots[d, i] | roots.get((d, i - 1), empty) | roots.get((d, i + 1), empty) for d, i in roots
    }


def _around(
    left: frozenset[str],
    a: Name,
    right: frozenset[str],
    b: Name,
    one: Told,
    other: Told,
    weights: Mapping[str, float],
) -> float | None:
    """How much two sentences share with those around them, None when it is too little to be of one deed."""
    names = one.own[a] | other.own[b]
    left, right = left - names, right - names
    shared = left & right
    sizes = [sum(weights[r] for r in side) for side in (left, right)]
    weight = sum(weights[r] for r in shared)
    likeness = weight / sqrt(max(1e-9, sizes[0] * sizes[1]))
    enough = len(shared) >= _AROUND[0] and likeness >= _AROUND[1]
    # who is told of next to it did it too, or is told of for another reason
    return likeness if enough and weight >= _AROUND[2] * min(sizes) else None


def other_thing(one: Told, other: Told) -> bool:
    """Whether a noun of both has other words before it in each: the men's race and the women's race are two."""
    left, right = _kinds(one), _kinds(other)
    return any(
        left[root] and right[root] and not left[root] & right[root] for root in left.keys() & right.keys()
    )


def _kinds(told: Told) -> dict[str, frozenset[str]]:
    """The roots of a sentence's nouns with those of the nouns before them that say which they are."""
    found: dict[str, frozenset[str]] = {}
    for i, word in enumerate(told.words):
        if word.pos == "NOUN":
            below = (told.words[k] for k in told.children[i])
            kinds = {root_of(w) for w in below if w.dep in _KIND and w.pos == "NOUN"}
            noun = root_of(word)
            found[noun] = found.get(noun, frozenset()) | kinds
    return found


def _told_too(name: Name, other: Name) -> bool:
    """Whether the other account names this one as well, close to where it names its own."""
    at = other.sentence.index
    return any(abs(n.sentence.index - at) <= 2 for n in other.document.named(name.value.entity))


def _one(a: Name, b: Name) -> bool:
    """Whether two names are one by who is meant, not by the words: a family's firm has the name of both its heirs."""
    return same_entity(a.value, b.value) or same_entity(b.value, a.value) or respelled(a.value, b.value)
