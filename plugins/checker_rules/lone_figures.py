"""Figures that stand alone for their kind in two short accounts: a loan of $2.4 billion, $4.2 billion lent."""

import re
from collections.abc import Iterator

from checker import Embed
from checker.models.language import QuantityValue
from checker.models.quantities import SIDES, STATES, canonical, same_thing
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import StoryView
from checker_rules import figures
from checker_rules.facts import Differing
from checker_rules.figures import Quantity, same_figure
from checker_rules.same_fact import verbs_above
from checker_rules.unanswered import Sort, two_things, unanswered

# how alike two sentences must be without their figures (cosine, -1 to 1): where digits have changed places, where
# nothing else is known, and where what is counted has two names or stands under two verbs
_SWAPPED, _NEAR, _OTHER_NAMES, _OTHER_VERB = 0.35, 0.5, 0.6, 0.75
# how surely the two are of one fact then
_ALONE, _NEARER = 0.5, 0.35
_NOUN = 0.6
# ages are held against each other by whose they are; ordinals number several things
_OTHERWISE_HELD = frozenset({"age", "ordinal"})
_DECISIVE = STATES | SIDES | {"change", "before", "among"}
# a mark that is to be reached is not what was reached
_MARK = re.compile(r"[^.,;]{0,20}\b(?:that would|needed|required|threshold|mark|barrier|majority|limit)\b")
_AFTER = 40  # characters


def lone_figures(story: StoryView, embed: Embed) -> Iterator[Differing[QuantityValue]]:
    """Two figures of one kind that find no like in the other account, in sentences nearest to each other."""
    for one in unanswered(story, embed, _SORT):
        a, b = one.left, one.right
        pair = SentencePair(a.sentence, b.sentence, 0.0, False, ())
        if figures.conflict(a, b) and not (
            two_things(pair, a, b) or _marked(a) or _marked(b) or rest_of(a, b)
        ):
            yield Differing(_ALONE + _NEARER * one.likeness, pair, a, b, doubtful=True, alone=True)


def swapped(a: Quantity, b: Quantity) -> bool:
    """Whether two figures have the same digits in another order, as slips of the fingers leave them: 14.2 and 12.4."""
    one, other = (_digits(q) for q in (a, b))
    return len(one) > 1 and one != other and sorted(one) == sorted(other)


def _digits(figure: Quantity) -> str:
    return f"{figure.value.number:f}".replace(".", "").strip("0")


def _kindred(a: Quantity, b: Quantity) -> bool:
    """Whether two figures could be of one fact, by what they count."""
    one, other = a.value, b.value
    if (
        one.form != other.form
        or one.unit != other.unit
        or one.form in _OTHERWISE_HELD
        or one.parts
        or other.parts
    ):
        return False
    if figures.measured_otherwise(a, b) or _decided(a) != _decided(b):
        return False
    if one.form == "cardinal":
        # "17 studio albums" leave room for "20 albums"
        return same_thing(one, other) >= _NOUN and bool(one.of) == bool(other.of)
    return one.form != "duration" or _span_of(a) == _span_of(b)


def _decided(figure: Quantity) -> set[str]:
    return {x for x in figure.value.of if x in _DECISIVE or x.startswith("per:")}


def _span_of(figure: Quantity) -> str:
    """The word for its length: years, hours."""
    return re.split(r"[ -]", figure.text.casefold())[-1].rstrip("s")


def _least(a: Quantity, b: Quantity) -> float:
    if swapped(a, b):
        return _SWAPPED
    if a.value.form == "cardinal":
        # 200 drivers wanted and 120 hired: what is done with them says whether they are the same
        verbs = [{*verbs_above(sentence_words(q.sentence), q.span)[:1]} for q in (a, b)]
        return _NEAR if verbs[0] & verbs[1] else _OTHER_VERB
    one, other = (canonical(q.value.counted) for q in (a, b))
    return _OTHER_NAMES if one != other and one and other else _NEAR


def _marked(figure: Quantity) -> bool:
    text = figure.document.text
    return _MARK.match(text[figure.span.end : figure.span.end + _AFTER]) is not None


def rest_of(a: Quantity, b: Quantity) -> bool:
    """Whether one is what is left of the other, and the rest is told as well: nine judges to two, 11 judges."""
    rest = abs(a.value.number - b.value.number)
    return a.value.form == "cardinal" and any(
        n.value.number == rest and n not in (a, b) and _part_of(n, q)
        for q in (a, b)
        for n in q.document.numbers
        if abs(n.sentence.index - q.sentence.index) <= 1
    )


def _part_of(part: Quantity, whole: Quantity) -> bool:
    """Whether what is counted is the same, or not said: "by seven judges to two", not four dead among the injured."""
    nouns = {canonical(q.value.counted) for q in (part, whole)}
    states = ({*q.value.of} & STATES for q in (part, whole))
    return (len(nouns) == 1 or "" in nouns) and next(states) == next(states)


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be one figure: "a rate of just under 3 percent" answers "prices rose 2.9 percent"."""
    if figures.agree(a, b) or same_figure(a.value, b.value):
        return True
    one, other = a.value, b.value
    return bool(one.unit) and one.unit == other.unit and one.form == other.form and one.compatible(other)


_SORT = Sort(
    mentions=lambda document: document.numbers, agree=_agree, kindred=_kindred, least=_least, telling=swapped
)
