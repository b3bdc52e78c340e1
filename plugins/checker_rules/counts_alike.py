"""How surely two figures count one thing, by more than their nouns: by their sentences and the figures beside them."""

from collections.abc import Sequence

from checker.models.language import QuantityValue, Word
from checker.models.quantities import SIDES, STATES, same_thing
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair
from checker_rules.events import shared_words, statement_match
from checker_rules.figures import Quantity, alone, near
from checker_rules.slots import slot

# what a sum of money or a length is of is told in many ways; statements so near to each other have one
_TOLD, _COMMON = 0.7, 0.5
_ONE = 0.6
_PLACE = 0.6
_NAMES = 2
_MOST = 3
_MARKS = STATES | SIDES | {"change", "before", "among"}


def alike(pair: SentencePair, a: Quantity, b: Quantity) -> float:
    """How likely the two figures count the same thing, 0-1."""
    kind = max(same_thing(a.value, b.value), near(pair, a, b))
    kind = max(kind, same_thing(_unsaid(a, pair.right_words), _unsaid(b, pair.left_words)))
    if kind < _ONE and (only_figures(pair, a, b) or left_over(pair, a, b)):
        kind = max(kind, same_thing(_bare(a.value), _bare(b.value)))
        kind = _ONE if kind > 0 and not a.value.parts else kind
    return kind


def only_figures(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether statements that are surely one have a single figure of the kind each: "fined $4m", "a fine of $4m"."""
    if (
        not a.value.unit
        or a.value.form not in ("money", "percent", "measure", "duration")
        or not alone(pair, a, b)
    ):
        return False
    return statement_match(pair, a.span, b.span) >= _TOLD and shared_words(pair, frozenset()) >= _COMMON


def left_over(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether all other figures of the kind in two sentences about the same people, or in one place, find their like.

    "Lee leads with 21 percent, Berg and Hall have 17 each" and "Berg and Hall at 10 percent, Lee at 21".
    """
    left, right = (
        [n for n in s.numbers if n.value.form == f.value.form and n.value.unit == f.value.unit]
        for s, f in ((pair.left, a), (pair.right, b))
    )
    if a.value.form == "cardinal" or len(left) != len(right) or not 1 < len(left) <= _MOST:
        return False
    others = [n.value.number for n in left if n != a], [n.value.number for n in right if n != b]
    if sorted(others[0]) != sorted(others[1]):
        return False
    if len(pair.left.entities & pair.right.entities) >= _NAMES:
        return True
    # "340 metres down, behind 25 metres of rock": in one place of two sentences with little else
    alike = slot(pair, a.span, b.span) >= _PLACE and shared_words(pair, frozenset()) >= _COMMON
    return a.value.form == "measure" and alike


def _unsaid(figure: Quantity, others: Sequence[Word]) -> QuantityValue:
    """The value without restrictions that the other sentence has as words: "26 wagons of grain", "16 grain wagons"."""
    words = {spelling(w.lemma) for w in others}
    kept = tuple(
        x for x in figure.value.of if x in _MARKS or x.startswith("per:") or spelling(x) not in words
    )
    return figure.value.model_copy(update={"of": kept})


def _bare(value: QuantityValue) -> QuantityValue:
    """The value with nothing counted but what makes it another kind of figure: a change, a rate."""
    kept = tuple(x for x in value.of if x in _MARKS or x.startswith("per:"))
    return value.model_copy(update={"of": kept, "counted": ""})
