"""Finds quantities in parsed sentences: counts, money, percent, measures, durations, ages, ordinals,
scores."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.annotate.amounts import owner_of
from checker.annotate.counted import Counted, count_of, noun_phrase
from checker.annotate.hedges import Hedge, bounds, hedge_after, hedge_before
from checker.annotate.identifiers import only_numbers
from checker.annotate.number_forms import read_age, read_none, read_one_unit, read_ordinal, read_rank
from checker.annotate.number_guards import counts, is_year
from checker.annotate.number_words import Reading, Words
from checker.annotate.numerals import Numeral, read_numeral
from checker.annotate.scores import read_score
from checker.annotate.units import Unit, currency_before, unit_after
from checker.models.language import Mention, QuantityValue
from checker.models.text import Document, Span

if TYPE_CHECKING:
    from checker.parse import ParsedSentence


def annotate_numbers(
    document: Document, parsed: "Sequence[ParsedSentence]", found: Sequence[Mention] = ()
) -> list[Mention]:
    """Every quantity of the sentences, in order; words that a date of ``found`` covers are left to it."""
    dates: dict[int, list[Span]] = {}
    for mention in found:
        if mention.kind == "date":
            dates.setdefault(mention.sentence, []).append(mention.span)
    mentions: list[Mention] = []
    for one in parsed:
        sentence, offset = one.sentence, one.sentence.span.start
        closed = [(s.start - offset, s.end - offset) for s in dates.get(sentence.index, ())]
        words = Words(one.doc, sentence.text, closed)
        for reading in _readings(words):
            start, end = words.lex[reading.first].start, words.lex[reading.end - 1].end
            mentions.append(
                Mention(
                    kind="quantity",
                    span=Span(start=offset + start, end=offset + end),
                    text=sentence.text[start:end],
                    value=reading.value,
                    sentence=sentence.index,
                )
            )
    return mentions


def _readings(words: Words) -> Iterator[Reading]:
    i = done = 0
    while i < len(words.lex):
        reading = None if words.shut[i] else _read(words, i, done)
        if reading is None:
            i += 1
            continue
        yield reading
        i = done = reading.end


def _read(words: Words, i: int, done: int) -> Reading | None:
    """The quantity whose figure or currency starts at lexeme ``i``; a hedge may reach back to ``done``."""
    none = read_none(words, i)
    if none is not None:
        return none
    score = read_score(words.lex, i, words.doc)
    if score is not None and words.free(i, score[0]):
        return Reading(i, score[0], score[1])
    money = currency_before(words.lex, i)
    at = money[1] if money else i
    numeral = read_numeral(words.lex, at, letters=money is not None or _millions(words, at))
    if numeral is None and money is None:
        numeral = read_one_unit(words, at)
    if numeral is None or not words.free(at, numeral.end) or not counts(words, numeral, money is not None):
        return None
    if money is None and (special := read_age(words, numeral) or read_rank(words, numeral)) is not None:
        return special
    if numeral.kind == "ordinal":
        return read_ordinal(words, numeral)
    return _amount(words, i, numeral, money[0] if money else "", done)


def _millions(words: Words, at: int) -> bool:
    """ "40m people": a plural after the letter says that it stands for millions and not for metres."""
    if words.low(at + 1) not in ("m", "k") or at + 2 >= len(words.lex):
        return False
    return bool(words.token(at + 2).tag_ == "NNS")


def _amount(words: Words, i: int, one: Numeral, currency: str, done: int) -> Reading | None:
    two, end, currency = _range(words, i, one, currency, done)
    last = two or one
    unit = None if currency else _part_unit(words, one) if one.kind == "fraction" else _unit(words, last)
    scale = 0.01 if one.kind == "fraction" and unit is not None else 1.0
    figures_end = end
    if unit is not None:
        end = unit.end
        if (
            not one.figures
            and one.value == 1.5
            and [words.low(k) for k in range(end, end + 3)] == ["and", "a", "half"]
        ):
            end += 3
    first, hedge, narrow = _hedged(words, i, done, two is not None)
    after = hedge_after(words.lex, end)
    if after is None and unit is not None:
        after = hedge_after(words.lex, figures_end)
    elif after is not None and words.free(end, end + after.size):
        end += after.size
    if after is not None:
        hedge = after.hedge
    start, stop = words.tokens(i, end)
    form, name = _form(one, unit, currency)
    if form == "cardinal" and one.figures and two is None:
        follows = noun_phrase(words.doc, stop).head is not None
        plain = hedge == "" and not one.magnitude
        if (plain and only_numbers(words.doc, start, stop, follows)) or (first == i and is_year(words, one)):
            return None
    before = words.tokens(first, end)[0]
    if form == "cardinal":
        counted = count_of(words.doc, before, stop)
        if not counted.noun and one.step < 1:
            # nobody counts in tenths: "a magnitude of 6.7" is a reading on a scale
            counted = owner_of(words.doc, before, start, stop, form)
    else:
        counted = owner_of(words.doc, before, start, stop, form)
    return Reading(first, end, _value(one, two, unit, scale, form, name, hedge, narrow, counted))


def _part_unit(words: Words, numeral: Numeral) -> Unit | None:
    """The unit of a part: "half an hour", "three-quarters of a mile", "a quarter of a percentage point"."""
    at = numeral.end
    of = words.low(at) == "of"
    article = words.low(at + of) in ("a", "an")
    if not article and words.low(at) not in ("hour", "mile", "-"):
        return None
    unit = unit_after(words.lex, at + of + article + (words.low(at) == "-"))
    parted = unit is not None and (unit.form in ("duration", "measure") or unit.name == "percentage point")
    return unit if parted else None


def _unit(words: Words, numeral: Numeral) -> Unit | None:
    """The unit after a figure, with a hyphen or a word between them: "two-hour", "12 more months"."""
    at = numeral.end
    if words.low(at) == "-" and words.glued(at) and words.glued(at + 1):
        unit = unit_after(words.lex, at + 1, numeral.magnitude)
        if unit is not None:
            return unit
    if numeral.kind == "vague" and words.low(at) == "of":
        at += 1
    if words.low(at) in ("+", "plus"):
        at += 1
    elif (words.low(at), words.low(at + 1)) in (("or", "so"), ("or", "more")):
        at += 2
    if words.low(at) in (
        "full",
        "more",
        "consecutive",
        "whole",
        "straight",
        "further",
        "additional",
        "long",
        "other",
    ):
        at += 1
    unit = unit_after(words.lex, at, numeral.magnitude or numeral.kind == "vague")
    return unit if unit is None or words.free(numeral.end, unit.end) else None


def _range(words: Words, i: int, one: Numeral, currency: str, done: int) -> tuple[Numeral | None, int, str]:
    """The second figure of "10 to 15", "10-15", "between 10 and 15", "$10 to $15 billion"; "from 10 to 15"
    has none."""
    nothing = (None, one.end, currency)
    word = words.low(one.end)
    dash = word in ("-", "–", "—")
    if one.kind != "cardinal" or (dash and not words.glued(one.end) and not currency):
        return nothing
    if not (dash or word in ("to", "or") or (word == "and" and words.low(i - 1) == "between" and i > done)):
        return nothing
    if word == "to" and words.low(i - 1) in ("from", "by"):
        return nothing
    money = currency_before(words.lex, one.end + 1)
    at = money[1] if money else one.end + 1
    two = read_numeral(words.lex, at, letters=bool(currency or money) or _millions(words, at))
    if two is None or two.kind != "cardinal" or not words.free(one.end, two.end):
        return nothing
    if (money and not currency) or (word == "or" and two.value > one.value * 2 + 2):
        return nothing
    if _lifted(one, two).value >= two.value:
        return nothing
    return two, two.end, currency


def _lifted(one: Numeral, two: Numeral) -> Numeral:
    """The first figure of a range with the second one's magnitude, where it has none: "10 to 15 million"."""
    if not two.magnitude or one.magnitude:
        return one
    size = 1.0
    while one.value > 0 and one.value * size * 1000 <= two.value:
        size *= 1000
    return replace(one, value=one.value * size, step=one.step * size)


def _hedged(words: Words, i: int, done: int, ranged: bool) -> tuple[int, Hedge, bool]:
    """Where the quantity begins with its hedge, the hedge, and whether it is "just over"."""
    plain: Hedge = "range" if ranged else ""
    if ranged and words.low(i - 1) in ("between", "from") and i - 1 >= done:
        return i - 1, "range", False
    at = i
    if words.low(at - 1) in ("the", "another", "a", "an", "its", "his", "their") and hedge_before(
        words.lex, at - 1
    ):
        at -= 1
    found = hedge_before(words.lex, at)
    if found is None or at - found.size < done or not words.free(at - found.size, i):
        return i, plain, False
    start = at - found.size
    if (
        words.low(start) == "about"
        and words.token(start).dep_ == "prep"
        and words.token(start).head.lemma_ in _TOPICS
    ):
        return i, plain, False
    return start, found.hedge, found.narrow


_TOPICS = ("talk", "question", "ask", "speak", "concern", "worry", "know", "hear", "complain")


def _form(numeral: Numeral, unit: Unit | None, currency: str) -> tuple[str, str]:
    if currency:
        return "money", currency
    if unit is not None:
        return unit.form, unit.name
    return ("fraction", "percent") if numeral.kind == "fraction" else ("cardinal", "")


def _value(
    one: Numeral,
    two: Numeral | None,
    unit: Unit | None,
    scale: float,
    form: str,
    name: str,
    hedge: Hedge,
    narrow: bool,
    counted: Counted,
) -> QuantityValue:
    factor, offset = (unit.factor, unit.offset) if unit is not None else (1.0, 0.0)

    def canonical(x: float | None) -> float | None:
        return None if x is None else round(x * scale * factor + offset, 6)

    low: float | None
    high: float | None
    if two is not None:
        one = _lifted(one, two)
        low, high, hedge = one.value, two.value, "range"
    elif one.low is not None or one.high is not None:
        low = None if hedge in ("at most", "less than") else one.low
        high = None if hedge in ("at least", "more than") else one.high
        hedge = hedge or ("about" if one.kind == "vague" else "")
    else:
        low, high = bounds(one.value, hedge, narrow, count=form == "cardinal")
    if name == "gram" and unit is not None and 9e5 < unit.factor < 9.5e5 and high is not None:
        high *= 1.12  # a "ton" is 907, 1,000 or 1,016 kg: the account does not say which
    return QuantityValue.model_validate(
        {
            "number": canonical(one.value),
            "low": canonical(low),
            "high": canonical(high),
            "step": round(abs(min(one.step, two.step if two else one.step) * scale * factor), 9) or 1.0,
            "unit": name,
            "form": form,
            "counted": counted.noun,
            "of": counted.of,
            "hedge": hedge,
        }
    )
