"""Which names fill the places where two sentences part."""

from collections.abc import Sequence

from checker.annotate.persons import same_entity
from checker.models.language import Argument, NameValue, Word
from checker.rules.alignment import Swap, spelling
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import MentionView
from checker_rules.slots import governors
from checker_rules.spellings import addressed, heads_words, one_name, placeholder
from checker_rules.story_slots import Told

Name = MentionView[NameValue]
# words that may stand around a name in its slot without making it another slot
_AROUND = frozenset({"DET", "ADP", "PUNCT", "PART", "SYM"})


def names_in_place(swap: Swap, pair: SentencePair) -> tuple[Name, Name] | None:
    """The two names that stand for one another at a place where the sentences part."""
    pairs = [(only_name(swap.left, pair.left.names), only_name(swap.right, pair.right.names))]
    # one sentence may go on where the other ends: the names next to the equal words are the slot
    if swap.before >= 3:
        pairs.append((_edge(swap.left, pair.left.names, 0), _edge(swap.right, pair.right.names, 0)))
    if swap.after >= 3:
        pairs.append((_edge(swap.left, pair.left.names, -1), _edge(swap.right, pair.right.names, -1)))
    for n, (a, b) in enumerate(pairs):
        if a is None or b is None or not different(a, b):
            continue
        if n and (_stands_in(a, swap.right, pair.right.names) or _stands_in(b, swap.left, pair.left.names)):
            # "Lund said" and "Lund, a Republican, said"
            continue
        sides = ((a, swap.left, pair.left_words), (b, swap.right, pair.right_words))
        hangs = [_hangs_on(*side, "NOUN") for side in sides]
        if n and all(hangs) and hangs[0] != hangs[1]:
            # "the former head of Lang" and "the richest man in Oslo": what the names belong to parts as well
            continue
        verbs = [bool(_hangs_on(*side, "VERB")) for side in sides]
        if n and verbs[0] != verbs[1]:
            # "to Oslo as envoy", "to replace Lund as envoy": where to is not whom
            continue
        return a, b
    return None


def _stands_in(name: Name, place: Sequence[Word], names: Sequence[Name]) -> bool:
    """Whether one of the names of a place is of the same one."""
    return any(
        same_entity(name.value, other.value) and any(other.span.overlaps(w.span) for w in place)
        for other in names
    )


def _hangs_on(name: Name, place: Sequence[Word], words: Sequence[Word], kind: str) -> str:
    """The noun or verb of a place that the name is a complement of, empty when it is of none."""
    above = next(iter(governors(words, name.span)), "")
    return next((above for w in place if w.pos == kind and spelling(w.lemma) == above), "")


def _edge(words: Sequence[Word], names: Sequence[Name], end: int) -> Name | None:
    """The name that the first (0) or last (-1) word of a place belongs to."""
    return next((n for n in names if not n.value.pronoun and n.span.overlaps(words[end].span)), None)


def subject_name(arguments: Sequence[Argument], names: Sequence[Name]) -> Name | None:
    """The named subject of a statement."""
    subject = next((x for x in arguments if x.role == "subject"), None)
    if subject is None:
        return None
    return next(
        (
            n
            for n in names
            if n.value.entity == subject.head and n.span.overlaps(subject.span) and not n.value.pronoun
        ),
        None,
    )


def only_name(words: Sequence[Word], names: Sequence[Name]) -> Name | None:
    """The one name that fills the slot: every word of the slot is part of it or only stands around it."""
    inside = [n for n in names if not n.value.pronoun and any(n.span.overlaps(w.span) for w in words)]
    if len(inside) != 1:
        return None
    found = inside[0]
    rest = [w for w in words if not found.span.overlaps(w.span) and w.pos not in _AROUND]
    # a title before the name belongs to it
    return found if all(w.lemma.strip(".") in found.value.titles for w in rest) else None


def one_slot(a: Name, b: Name) -> bool:
    """Whether one preposition of one word leads up to two single words, which the tagger cannot sort: "sank in the"."""
    if " " in a.text or " " in b.text:
        return False
    slots = [Told(n.sentence).slots.get(n, frozenset()) for n in (a, b)]
    return any(role not in ("subject", "object") for role, _ in slots[0] & slots[1])


def different(a: Name, b: Name) -> bool:
    """Whether two names are of two, and neither stands for another: no placeholder, no one addressed."""
    return not one_name(a, b) and not any(placeholder(n) or addressed(n) or heads_words(n) for n in (a, b))
