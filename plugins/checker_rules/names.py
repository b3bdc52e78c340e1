"""NAME: another person, place or organisation in the same role."""

from collections.abc import Iterator, Sequence

from checker import Flag, flag, rule
from checker.annotate.persons import same_entity
from checker.models.language import NameValue, Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import MentionView, SentenceView, StoryView, marked
from checker_rules.offices import holders
from checker_rules.slots import governors

Name = MentionView[NameValue]
# words that may stand around a name in its slot without making it another slot
_AROUND = frozenset({"DET", "ADP", "PUNCT", "PART", "SYM"})


@rule(
    "NAME",
    severity="error",
    messages={
        "differs": "Where {left_outlet} names {left}, {right_outlet} names {right}.",
        "office": "{left_outlet} calls {left} “{office}”, {right_outlet} {right}.",
        "swapped": "{left_outlet} and {right_outlet} have {left} and {right} in each other's role.",
    },
)
def name(story: StoryView) -> Iterator[Flag]:
    """Another person, place or organisation stands in the same role.

    Flags two names that are not one entity and stand in the same slot of two sentences that otherwise run alike, and
    two names that have changed places (who did it to whom).

    Why: a wrong name harms a person, and a reader who knows better trusts nothing else.

    Example: "those who have stood by Israel" against "those who have stood by Jordan".

    Not flagged: aliases (the US, Washington), a surname and the full name, a name where the other account has a title
    or a pronoun, a list in another order.
    """
    for pair in story.sentence_pairs:
        yield from _replaced(pair)
        yield from _exchanged(pair)
    yield from holders(story)


def _replaced(pair: SentencePair) -> Iterator[Flag]:
    alignment = pair.alignment
    if alignment.likeness < 0.3 and alignment.overlap < 0.5:
        return
    for swap in alignment.swaps:
        if not (swap.left and swap.right and swap.firm):
            continue
        a, b = _only_name(swap.left, pair.left.names), _only_name(swap.right, pair.right.names)
        if a is None or b is None or not _different(a.value, b.value):
            continue
        if _named(a, pair.right.names) or _named(b, pair.left.names):
            continue
        if _said_of(a, pair.left_words, pair.right) or _said_of(b, pair.right_words, pair.left):
            continue
        around = min(1.0, (swap.before + swap.after) / 5)
        sure = 0.2 + 0.3 * around + 0.5 * max(alignment.likeness, 0.75 * alignment.overlap)
        if a.value.kind != b.value.kind:
            sure *= 0.85
        if sure < 0.45:
            continue
        yield flag(
            "differs",
            at=marked(a.sentence, a),
            against=[marked(b.sentence, b)],
            verdict="fail" if sure >= 0.7 else "review",
            confidence=min(0.95, sure),
            data={"kind": "name", "verb": ["names", "name"], "sides": {a.document.name: a.text, b.document.name: b.text}},
            left=a.text,
            right=b.text,
            left_outlet=a.document.name,
            right_outlet=b.document.name,
        )


def _exchanged(pair: SentencePair) -> Iterator[Flag]:
    """Subject and object changed places: two swaps that mirror each other around the same verb."""
    alignment = pair.alignment
    if alignment.likeness < 0.5:
        return
    slots = [
        (a, b)
        for swap in alignment.swaps
        if swap.left and swap.right
        and (a := _only_name(swap.left, pair.left.names)) is not None
        and (b := _only_name(swap.right, pair.right.names)) is not None
        and _different(a.value, b.value)
    ]
    for n, (a, b) in enumerate(slots):
        for c, d in slots[n + 1 :]:
            if same_entity(a.value, d.value) and same_entity(c.value, b.value):
                yield flag(
                    "swapped",
                    at=marked(a.sentence, a, c),
                    against=[marked(b.sentence, b, d)],
                    confidence=0.85,
                    data={"kind": "name"},
                    left=a.text,
                    right=b.text,
                    left_outlet=a.document.name,
                    right_outlet=b.document.name,
                )


def _only_name(words: Sequence[Word], names: Sequence[Name]) -> Name | None:
    """The one name that fills the slot: every word of the slot is part of it or only stands around it."""
    inside = [n for n in names if not n.value.pronoun and any(n.span.overlaps(w.span) for w in words)]
    if len(inside) != 1:
        return None
    found = inside[0]
    rest = [w for w in words if not found.span.overlaps(w.span) and w.pos not in _AROUND]
    # a title before the name belongs to it
    return found if all(w.lemma.strip(".") in found.value.titles for w in rest) else None


def _different(a: NameValue, b: NameValue) -> bool:
    return not same_entity(a, b) and not same_entity(b, a)


def _said_of(name: Name, words: Sequence[Word], sentence: SentenceView) -> bool:
    """Whether the other account says the same of that name too, elsewhere: then it tells of both."""
    verb = next((g for g in governors(words, name.span)), "")
    for other in sentence.document.named(name.value.entity):
        if other.sentence != sentence and verb and verb in {spelling(w.lemma) for w in sentence_words(other.sentence)}:
            return True
    return False


def _named(name: Name, others: Sequence[Name]) -> bool:
    return any(same_entity(name.value, o.value) for o in others)
