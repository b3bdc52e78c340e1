"""Figures as places of a fact: which can be compared, which agree, and what of them tells that they count one thing."""

import re
from collections.abc import Sequence
from typing import TypeVar

from checker.models.language import DateValue, QuantityValue, Word
from checker.models.quantities import same_thing
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, SentenceView, StatementView
from checker_rules.slots import governors

Quantity = MentionView[QuantityValue]
# what a disaster's figures count: they rise with the hours, so accounts of different hours may both be right
_MOVING = frozenset(
    "dead injured missing arrested displaced evacuated rescued infected detained hospitalised trapped "
    "homeless".split()
)
V = TypeVar("V", QuantityValue, DateValue)

# how far after a figure the noun that another account counts may stand: "544 women who serve as store managers"
_REACH = 8
_NOUN = 3
_FEW = 3
_FORMS = ("money", "percent", "duration", "age", "ordinal")
# figures of this size are hardly met twice by chance
TELLING = 10
_LOWER = frozenset({"at least", "more than"})
# "nearly 90" is no more than this above another "nearly", "more than 480" no more than that below the figure meant
_HAIR, _LOOSE = 1.12, 1.5
_DOWN_FROM = re.compile(
    r"\b(?:up|down|higher|lower|rising|falling)\s+from\s+(?:about\s+|just\s+)?$", re.IGNORECASE
)
_BEFORE = 24  # characters
_OFF = re.compile(r"\s(?:before|after|ago|earlier|later|ahead|prior|from now|away)\b", re.IGNORECASE)
# what is off a plan, and what is off an event
_OFF_PLAN = re.compile(
    r"\s(?:earlier|later|sooner|longer|ahead)\s+(?:than|of (?:schedule|plan))\b", re.IGNORECASE
)
# "three of the previous 24 hours": the hours are those among which it was
_OF_ALL = re.compile(r"\w of (?:the|those|these) (?:(?:previous|past|last|first|next) )?$", re.IGNORECASE)
# between the parts of one measure
_JOINED = re.compile(r",? (?:and )?")
_PRISON = frozenset(
    "prison jail camp cell bar convict inmate prisoner guilty detention parole sentence".split()
)
# what the headline of a list counts
_LISTED = frozenset("thing takeaway lesson reason way question moment tip fact winner loser story".split())


_WRITTEN = re.compile(r"\d[\d.,]*")


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the two are of one form and unit; counts may be of nouns that are not known to be one."""
    if a.value.form != b.value.form or a.value.unit != b.value.unit or measured_otherwise(a, b):
        return False
    return a.value.form == "cardinal" or same_thing(a.value, b.value) > 0


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be true of one thing; equal small counts of other nouns are no agreement."""
    one_thing = same_thing(a.value, b.value) > 0 or (a.value.number == b.value.number >= TELLING)
    return one_thing and not conflict(a, b)


def conflict(a: Quantity, b: Quantity) -> bool:
    """Whether the two can hardly be true of one thing."""
    return not a.value.compatible(b.value) or strained(a, b)


def one_percentage(a: StatementView | SentenceView, b: StatementView | SentenceView) -> bool:
    """Whether both tell by how much with one figure: "in the year to June rose 12 percent", "dropped by 12 percent"."""
    figures = [{n.value.number for n in s.numbers if n.value.form == "percent"} for s in (a, b)]
    return bool(figures[0] & figures[1])


def strained(a: Quantity, b: Quantity) -> bool:
    """Whether the hedges let both be true, but nobody who means one would say the other."""
    return strained_values(a.value, b.value)


def strained_values(a: QuantityValue, b: QuantityValue) -> bool:
    """The same of the values alone: "nearly 72" and "nearly 90", "more than 480,000" and "800,000".

    A bound that tells of a limit ("at most", "less than") and an order of size ("hundreds") leave more room.
    """
    one, other = (a, b) if a.number < b.number else (b, a)
    if one.unit != other.unit or one.parts or other.parts or _vague(one) or _vague(other) or one.number <= 0:
        return False
    times = other.number / one.number
    if one.hedge == other.hedge and one.hedge in (*_LOWER, "almost"):
        return times > _HAIR and one.number >= TELLING
    return one.hedge in _LOWER and other.hedge not in _LOWER and times > _LOOSE and one.number >= TELLING


def moving(a: Quantity, b: Quantity) -> bool:
    """Whether the two count one thing that rises with the hours: the dead, the displaced."""
    return bool(_MOVING & {*a.value.of, *b.value.of}) and same_thing(a.value, b.value) > 0


def given(document: DocumentView, figure: Quantity, besides: Quantity | None = None) -> bool:
    """Whether the account gives that very figure of the same thing, in another place than ``besides``."""
    return any(
        q != besides and same_figure(q.value, figure.value) and same_thing(q.value, figure.value) > 0
        for q in document.numbers
    )


def same_figure(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether the two are one figure; sums of money without a hedge also when one is a rounding of the other."""
    if a.unit != b.unit or a.form != b.form:
        return False
    return a.number == b.number or (a.form == "money" and not a.hedge and not b.hedge and a.compatible(b))


def other_unit(a: Quantity, b: Quantity) -> bool:
    """Whether one number stands before two units, as when nobody converts it: 400 metres and 400 feet."""
    one, other = (_WRITTEN.match(q.text) for q in (a, b))
    alike = one is not None and other is not None and one[0] == other[0]
    return alike and a.value.form == b.value.form == "measure" and a.value.number != b.value.number


def inside(words: Sequence[Word], figure: Quantity) -> tuple[Sequence[Span], frozenset[str]]:
    """The spans of a figure and of what it counts, and the lemmas of the latter."""
    counted = phrase(words, figure)
    return [figure.span, *(w.span for w in counted)], frozenset(spelling(w.lemma) for w in counted)


def evidence(pair: SentencePair, a: Quantity, b: Quantity) -> dict[str, float]:
    """What of two figures tells whether they count one thing, by name."""
    one, other = a.value, b.value
    kind = float(same_thing(one, other))
    counting = bool(one.counted) + bool(other.counted)
    restrictions = ({*one.of}, {*other.of})
    return {
        "same thing": kind,
        "same thing wholly": float(kind >= 0.99),
        "noun near": near(pair, a, b),
        "nothing counted": float(counting == 0),
        "one counted": float(counting == 1),
        "other noun": float(counting == 2 and kind == 0),
        "noun there": (_there(pair.right_words, one) + _there(pair.left_words, other)) / 2,
        "restrictions": float(bool(restrictions[0] & restrictions[1])),
        "other restrictions": float(min(2, len(restrictions[0] ^ restrictions[1]))),
        **{form: float(one.form == form) for form in _FORMS},
        "alone": float(alone(pair, a, b)),
        "hedge": float(one.hedge == other.hedge != ""),
        "few": float(one.form == "cardinal" and min(one.number, other.number) <= _FEW),
        "vague": float(_vague(one) or _vague(other)),
    }


def near(pair: SentencePair, a: Quantity, b: Quantity) -> float:
    """Whether what one figure counts is named right after the other: "544 women who serve as store managers"."""
    if a.value.form != "cardinal" or not (a.value.counted and b.value.counted):
        return 0.0
    if same_thing(a.value.model_copy(update={"counted": b.value.counted, "of": b.value.of}), b.value) < 1:
        return 0.0
    for words, figure, noun in (
        (pair.left_words, a, b.value.counted),
        (pair.right_words, b, a.value.counted),
    ):
        after = [w for w in words if w.span.start >= figure.span.end][:_REACH]
        if any(spelling(w.lemma) == spelling(noun) for w in after):
            return 0.5
    return 0.0


def phrase(words: Sequence[Word], figure: Quantity) -> Sequence[Word]:
    """What the figure counts, as it stands in the sentence: the words up to the first noun after it."""
    after = [w for w in words if w.span.start >= figure.span.end][:_NOUN]
    noun = next((n for n, w in enumerate(after) if w.pos == "NOUN"), -1)
    return [w for w in after[: noun + 1] if w.pos in ("NOUN", "ADJ")]


def alone(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether each sentence has a single figure of the kind."""
    # "nobody was hurt" is no second count
    return all(
        sum(
            n.value.form == figure.value.form
            and n.value.unit == figure.value.unit
            and (n.value.number != 0 or n == figure)
            for n in sentence.numbers
        )
        == 1
        for sentence, figure in ((pair.left, a), (pair.right, b))
    )


def _distance(figure: Quantity) -> bool:
    """Whether a length of time only says how far off something was: "two months before the vote", "a week ago"."""
    return figure.value.form == "duration" and _OFF.match(figure.document.text, figure.span.end) is not None


def _frame(figure: Quantity) -> bool:
    """Whether a length of time is the whole of which a part is told: "slept for three of the previous 24 hours"."""
    text = figure.document.text
    before = text[max(0, figure.span.start - _BEFORE) : figure.span.start]
    return figure.value.form == "duration" and _OF_ALL.search(before) is not None


def measured_otherwise(a: Quantity, b: Quantity) -> bool:
    """Whether two measures are no like: one goes on from another, or only says how far off something was.

    "Five hours, 50 minutes" and "six hours, 20 minutes"; "for five months" and "two months before the vote"; "six days
    later than planned" and "two days after the test".
    """
    if _distance(a) != _distance(b) or _frame(a) != _frame(b):
        return True
    off_plan = [_OFF_PLAN.match(q.document.text, q.span.end) is not None for q in (a, b)]
    if off_plan[0] != off_plan[1]:
        return True
    before = [{(n.value.number, n.value.unit) for n in _joined(q, after=False)} for q in (a, b)]
    return before[0] != before[1] or any(_joined(q, after=True) for q in (a, b))


def _joined(figure: Quantity, *, after: bool) -> list[Quantity]:
    """The measure that goes on from another, or the one from which it goes on."""
    form, text = figure.value.form, figure.document.text
    if form not in ("duration", "measure"):
        return []
    found = []
    for n in figure.sentence.numbers:
        first, last = (figure, n) if after else (n, figure)
        joined = first.span.end <= last.span.start and _JOINED.fullmatch(
            text, first.span.end, last.span.start
        )
        if joined and n.value.form == form:
            found.append(n)
    return found


def numbered_apart(pair: SentencePair, *besides: Quantity) -> bool:
    """Whether ordinals tell the two sentences apart: "in the first quarter" and "in the second quarter"."""
    left, right = (
        [n.value for n in s.numbers if n.value.form == "ordinal" and n not in besides]
        for s in (pair.left, pair.right)
    )
    same_noun = [(x, y) for x in left for y in right if x.counted == y.counted != ""]
    return bool(same_noun) and all(x.number != y.number for x, y in same_noun)


def another_one(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether two ordinals number two things: more is told otherwise than the ordinal alone.

    "The first draft was vetoed" and "the second draft was adopted", a first hearing in May and a second in June.
    """
    if a.value.form != "ordinal" or b.value.form != "ordinal" or ranked(a, b):
        return False
    nouns = {spelling(a.value.counted), spelling(b.value.counted)}
    one, other = (
        next((w for w in governors(words, m.span) if w not in nouns), "")
        for words, m in ((pair.left_words, a), (pair.right_words, b))
    )
    if one and other and one != other:
        return True
    figures = _parted(
        [n for n in pair.left.numbers if n != a and n.value.form != "ordinal"],
        [n for n in pair.right.numbers if n != b and n.value.form != "ordinal"],
    )
    return figures or _parted(pair.left.dates, pair.right.dates)


def of_two_states(a: Quantity, b: Quantity) -> bool:
    """Whether one is what a thing was before, the other what it is: "51 percent, down from 55"."""
    return _former(a) != _former(b)


def _former(figure: Quantity) -> bool:
    text = figure.document.text
    return _DOWN_FROM.search(text[max(0, figure.span.start - _BEFORE) : figure.span.start]) is not None


def listed(a: Quantity, b: Quantity) -> bool:
    """Whether both number what an article goes through: 7 things to watch, 5 things to watch."""
    counted = {spelling(n.value.counted) for n in (a, b)}
    return counted <= _LISTED and any(n.sentence.kind in ("headline", "heading") for n in (a, b))


def of_office(a: Quantity, b: Quantity) -> bool:
    """Whether one is a sentence to prison and the other a term of which nothing says that it is one."""
    for term, other in ((a, b), (b, a)):
        if term.value.counted == "term" and other.value.counted in ("sentence", "imprisonment"):
            return not _PRISON & {spelling(w.lemma) for w in sentence_words(term.sentence)}
    return False


def ranked(a: Quantity, b: Quantity) -> bool:
    """Whether both are ranks by number, "the No. 2 job": whoever holds it, the job has one number."""
    return a.text.isdigit() and b.text.isdigit()


def _parted(left: Sequence[MentionView[V]], right: Sequence[MentionView[V]]) -> bool:
    """Whether both sides have values of one kind, and none in common."""
    one = [m.value for m in left]
    other = [m.value for m in right]
    return bool(one and other) and not any(x.compatible(y) for x in one for y in other)


def _there(words: Sequence[Word], value: QuantityValue) -> bool:
    return bool(value.counted) and any(spelling(w.lemma) == spelling(value.counted) for w in words)


def _vague(value: QuantityValue) -> bool:
    """Whether the words give an order of size only: dozens, a few, millions."""
    return value.step >= 0.5 * max(1.0, value.number)
