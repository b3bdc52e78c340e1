"""Who the one person of an event is: "the gunman, X" in one account, "police identified the gunman as Y" in another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.annotate.persons import same_entity
from checker.models.language import NameValue, Word
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import DocumentView, MentionView, StoryView
from checker_rules.events import elsewhere
from checker_rules.spellings import one_name, placeholder
from checker_rules.story_slots import Told, root, root_of

Name = MentionView[NameValue]

# what an event has one of, where an account tells of no more; one word stands for all of a row
_ROLES = {
    word: row
    for row, words in (
        ("gunman", "gunman shooter attacker assailant killer bomber murderer suspect"),
        ("hijacker", "hijacker"),
        ("kidnapper", "kidnapper abductor"),
        ("arsonist", "arsonist"),
        ("driver", "driver"),
        ("pilot", "pilot"),
        ("whistleblower", "whistleblower leaker"),
    )
    for word in words.split()
}
_ROLE_ROOTS = frozenset(root(word) for word in _ROLES)
_IDENTIFY = frozenset({"identify", "name"})
# who else is meant, or only one of several
_ANOTHER = frozenset("another other first second third fourth fellow former co one latest".split())
_NAMED = frozenset({"appos", "compound", "nmod"})
# content words that the sentences with those beside them share, names and roles aside
_LEAST = 3


@dataclass(frozen=True)
class Identity:
    """That an account says who somebody is: the name, what the person is called, and where."""

    person: Name
    role: str
    told: Told
    kinds: frozenset[str]


def identities(document: DocumentView) -> list[Identity]:
    """Who is said to be what: beside a noun such as "gunman", or "identified as" with any noun for a person."""
    found = []
    for sentence in document.sentences:
        if not any(n.value.kind == "person" and not n.value.pronoun for n in sentence.names):
            continue
        told = Told(sentence)
        for name in sentence.names:
            if name.value.kind != "person" or name.value.pronoun or placeholder(name):
                continue
            inside = [i for i, w in enumerate(told.words) if name.span.overlaps(w.span)]
            for noun, said in _called(told, inside):
                role = _ROLES.get(told.words[noun].lemma.lower(), root_of(told.words[noun]) if said else "")
                below = [told.words[k] for k in told.children[noun] if k not in inside]
                if role and not _several(told.words[noun], [w.lemma.lower() for w in below]):
                    kinds = frozenset(w.lemma.lower() for w in below if w.dep in ("compound", "nmod"))
                    found.append(Identity(name, role, told, kinds - {"police", "suspect"}))
    return found


def _called(told: Told, inside: Sequence[int]) -> Iterator[tuple[int, bool]]:
    """The nouns that a name stands for, and whether somebody is said to have identified the person."""
    words, heads = told.words, told.heads
    tops = [i for i in inside if heads[i] not in inside]
    if not tops:
        return
    top = tops[0]
    above = heads[top]
    # "the gunman, Karl Berg", "gunman Karl Berg", "Karl Berg, the gunman"
    if words[top].dep in _NAMED and words[above].pos == "NOUN":
        yield above, False
    for i in told.children[top]:
        if i not in inside and words[i].dep in _NAMED and words[i].pos == "NOUN":
            yield i, False
    verb = -1
    if words[top].dep == "pobj" and words[above].lemma == "as":
        verb = heads[above]
        if words[verb].pos == "NOUN" and words[heads[verb]].lemma.lower() in _IDENTIFY:
            # "identified the dead man as X": the parser may hang "as" on either
            verb = heads[verb]
    elif words[top].dep in ("oprd", "attr"):
        verb = above
    if verb >= 0 and words[verb].lemma.lower() in _IDENTIFY:
        yield from ((i, True) for i in _identified(told, verb))


def _identified(told: Told, verb: int) -> Iterator[int]:
    """The noun for the person whom "identified" is said of."""
    words = told.words
    own = [i for i in told.children[verb] if words[i].dep in ("dobj", "nsubjpass")]
    nouns = [i for i in own if words[i].pos == "NOUN"]
    if nouns:
        yield from nouns
    elif words[verb].dep in ("acl", "relcl") and words[told.heads[verb]].pos == "NOUN":
        yield told.heads[verb]
    elif not own and verb > 1 and words[verb - 1].text == "," and words[verb - 2].pos == "NOUN":
        # "shot the gunman, identified as X"
        yield verb - 2


def _several(noun: Word, beside: Sequence[str]) -> bool:
    return noun.text.lower() != noun.lemma.lower() or bool(_ANOTHER & {*beside})


@dataclass(frozen=True)
class OtherIdentity:
    """Two names that two accounts give one person.

    ``sure``: 0-1; ``alone``: whether neither account tells of the other's man as well, somewhere else.
    """

    left: Name
    right: Name
    sure: float
    alone: bool


def other_identities(story: StoryView) -> Iterator[OtherIdentity]:
    """Yield the names that stand for one person, where each account gives the role to one only."""
    given: dict[str, dict[str, list[Identity]]] = {}
    for document in story.documents:
        rows: dict[str, list[Identity]] = defaultdict(list)
        for told in identities(document):
            rows[told.role].append(told)
        given[document.id] = {
            role: row for role, row in rows.items() if all(one_name(row[0].person, t.person) for t in row)
        }
    for one, other in combinations(story.documents, 2):
        for role in sorted(given[one.id].keys() & given[other.id].keys()):
            best = max(
                ((_alike(a, b), a, b) for a in given[one.id][role] for b in given[other.id][role]),
                key=lambda f: (f[0], -(f[1].person.span.start + f[2].person.span.start)),
            )
            if best[0]:
                a, b = best[1].person, best[2].person
                known = sum(_known(*sides) for sides in ((a, b), (b, a)))
                yield OtherIdentity(a, b, 0.55 - 0.2 * known + 0.25 * best[0], not known)


def _alike(a: Identity, b: Identity) -> float:
    """How much the places have in common, 0-1; 0 where it is too little, or they are of two events or of one man.

    The bus driver and the truck driver are two.
    """
    pair = SentencePair(a.person.sentence, b.person.sentence, 0.0, False, ())
    if one_name(a.person, b.person) or elsewhere(pair) or (a.kinds and b.kinds and not a.kinds & b.kinds):
        return 0.0
    names = a.told.own[a.person] | b.told.own[b.person] | _ROLE_ROOTS
    one, other = _around(a.told) - names, _around(b.told) - names
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= _LEAST else 0.0


def _around(told: Told) -> frozenset[str]:
    beside = [s for s in (told.sentence.previous, told.sentence.next) if s is not None]
    return told.roots.union(*(Told(s).roots for s in beside))


def _known(name: Name, other: Name) -> bool:
    """Whether the account of the other name tells of this one as well, somewhere."""
    return any(same_entity(name.value, n.value) for n in other.document.names)
