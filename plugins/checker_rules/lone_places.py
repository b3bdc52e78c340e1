"""Two names that could be places of one thing: one preposition places both, loosely both or neither."""

from collections.abc import Sequence

from checker.annotate.aliases import is_country
from checker.models.language import NameValue, Word
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import MentionView
from checker_rules.one_holder import PLACES
from checker_rules.slots import head_index
from checker_rules.spellings import full_name, placeholder
from checker_rules.story_slots import root

Name = MentionView[NameValue]

# "the town of Trnava", "the outskirts of Presov"
_AREAS = frozenset(
    "town city village port capital island district province region county municipality hamlet "
    "river lake valley state harbour harbor resort".split()
)
# what places a thing in or outside a place, nobody knows which: "near Trnava", "on the outskirts of Presov"
_AROUND = frozenset("near outside around suburb outskirt outskirts edge".split())
SITES = frozenset(
    "street avenue airport road boulevard square park bridge tower house palace hall building station stadium base "
    "office room court church cathedral school university hospital hotel museum theatre theater arena centre center "
    "plant factory field garden terminal library mall club lane quarter yard headquarters".split()
)
_STEPS = 6
_WITHIN = frozenset({"in", "at", "on"})


def rival_places(a: Name, b: Name) -> bool:
    """Whether two names are of towns or sites of which a thing is in one only."""
    if any(
        n.value.adjective or n.value.titles or placeholder(n) or full_name(n) or _owned(n) for n in (a, b)
    ):
        return False
    return (
        not land_and_town(a, b) and _preposition(a) == _preposition(b) is not None and not _things_apart(a, b)
    )


def _found(name: Name) -> tuple[Sequence[Word], int]:
    """The words of a name's sentence and where in them it begins, -1 for nowhere."""
    words = sentence_words(name.sentence)
    return words, next((n for n, w in enumerate(words) if name.span.overlaps(w.span)), -1)


def _owned(name: Name) -> bool:
    """Whether a name is said to be somebody's, as no place is: "our Military"."""
    words, at = _found(name)
    return at > 0 and words[at - 1].dep == "poss" and words[at - 1].pos == "PRON"


def land_and_town(a: Name, b: Name) -> bool:
    """Whether one places a thing in a land or a town, the other in a part or a house of it: both may be right."""
    levels = [(is_country(n.value.entity), n.text.casefold().split()[-1] in SITES) for n in (a, b)]
    return levels[0] != levels[1] and None not in (_preposition(a), _preposition(b))


def _preposition(name: Name) -> str | None:
    """The preposition that places a name, or the row of its like; "around" for a loose place, None for no place.

    What happened near one town, or in a suburb of it, may well have happened in another, so that only loose places
    answer loose ones; a road and a state ("on Interstate 9", "in Ohio") are no rivals.
    """
    words, at = _found(name)
    loose, known = False, name.value.kind != "organisation"
    for _ in range(_STEPS):
        if not 0 <= at < len(words):
            return None
        word, lemma = words[at], words[at].lemma.lower()
        loose, known = loose or lemma in _AROUND, known or lemma in _AREAS
        if word.pos == "ADP" and lemma in PLACES:
            # nothing happens in a body as it does in a town: "in Congress"; "on the Deal" is no island
            known = known and (lemma != "on" or name.value.kind == "place" or loose)
            row = "around" if loose else lemma if lemma in _WITHIN else str(PLACES[lemma])
            return row if known else None
        # "near the Slovak town of Trnava", "into the Wierca river"
        if not (name.span.overlaps(word.span) or lemma in _AREAS or lemma in _AROUND or lemma == "of"):
            return None
        at = head_index(words, at)
    return None


def _things_apart(a: Name, b: Name) -> bool:
    """Whether the places are those of two nouns: the bridge to Ostra and the road to Velm, one of two plants."""
    one, other = _thing(a), _thing(b)
    return bool(one and other) and one != other


def _thing(name: Name) -> str:
    """The noun that a place is said to be the place of, empty where it is a verb's."""
    words, at = _found(name)
    for _ in range(_STEPS):
        if not 0 <= at < len(words):
            return ""
        word = words[at]
        if (
            word.pos == "NOUN"
            and word.lemma.lower() not in _AREAS | _AROUND
            and not name.span.overlaps(word.span)
        ):
            return root(word.lemma)
        if word.pos in ("VERB", "AUX"):
            return ""
        at = head_index(words, at)
    return ""
