"""Reads one numeral in digits or words: "12,500", "1.2 million", "one hundred and five", "two-thirds",
"dozens"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checker.annotate.lexer import Lexeme

UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    w: 10 * n
    for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
MAGNITUDES: dict[str, float] = {
    "thousand": 1e3, "lakh": 1e5, "million": 1e6, "mn": 1e6, "mln": 1e6, "crore": 1e7, "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
# one letter stands for a magnitude only next to a currency or before what is counted: the caller decides
LETTERS: dict[str, float] = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
# no sum and no measure in the news is greater: more digits are a key or noise, and soon no number to a computer
_MOST = 1e60
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + plural: number
    for word, number in ORDINALS.items()
    if number in (3, 5, 6, 7, 8, 9, 10, 100)
    for plural in ("", "s")
}
# "two in five games" is how often, "two in five adults" a share
_TIMES = frozenset("seconds minutes hours days weeks months years seasons games matches races".split())
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
# what people mean by a vague number: the bounds are wide on purpose, a vague word must not conflict by a hair
VAGUE: dict[str, tuple[float, float | None]] = {
    "dozens": (18, 300), "scores": (30, 500), "hundreds": (120, 5e3), "thousands": (1200, 5e5),
    "millions": (1.2e6, None), "billions": (1.2e9, None), "trillions": (1.2e12, None),
}  # fmt: skip
FEW: dict[str, tuple[float, float]] = {
    "few": (2, 9),
    "several": (2, 15),
    "couple": (2, 3),
    "handful": (2, 12),
}


@dataclass(frozen=True)
class Numeral:
    """A numeral's value and bounds; ``first`` and ``end`` are places in the list of lexemes."""

    value: float
    step: float
    first: int
    end: int
    kind: Literal["cardinal", "ordinal", "fraction", "vague"] = "cardinal"
    low: float | None = None
    high: float | None = None
    figures: bool = False
    magnitude: bool = False


def step_of(value: float) -> float:
    """The size of a whole number's last significant digit; figures below 100 are taken to be exact."""
    whole = round(value)
    if whole < 100:
        return 1.0
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    return float(step)


def read_numeral(lex: Sequence[Lexeme], i: int, letters: bool = False) -> Numeral | None:
    """The longest numeral that starts at lexeme ``i``; ``letters``: "40m" means millions.

    Ordinals in words are read with the rest ("twenty-first"); whether "second" is one is for the caller to
    say.
    """
    if i >= len(lex):
        return None
    if lex[i].figure:
        return _figures(lex, i, letters)
    return _vague(lex, i) or _parts(lex, i) or _words(lex, i)


def _low(lex: Sequence[Lexeme], i: int) -> str:
    return lex[i].low if i < len(lex) else ""


def _joined(lex: Sequence[Lexeme], i: int) -> bool:
    """Whether lexeme ``i`` follows the one before it without white space."""
    return 0 < i < len(lex) and lex[i].start == lex[i - 1].end


def _hyphen(lex: Sequence[Lexeme], i: int) -> bool:
    return _low(lex, i) in ("-", "‑") and _joined(lex, i) and _joined(lex, i + 1)


def _figures(lex: Sequence[Lexeme], i: int, letters: bool) -> Numeral | None:
    text = lex[i].text.replace(",", "")
    value = float(text)
    if value > _MOST:
        return None
    places = len(text.partition(".")[2])
    step = 10.0**-places if places else step_of(value)
    end = i + 1
    if _joined(lex, end) and _low(lex, end) in ("st", "nd", "rd", "th") and not places:
        return Numeral(value, 1.0, i, end + 1, "ordinal", figures=True)
    if _joined(lex, end) and _low(lex, end) in _SIGNS and not places:
        value, step, end, places = value + _SIGNS[_low(lex, end)], 0.5, end + 1, 1
    if (
        not places
        and value < 100
        and [x.text for x in lex[end : end + 3]] in (["1", "/", "2"], ["1", "/", "4"], ["3", "/", "4"])
    ):
        value, step, end, places = value + int(lex[end].text) / int(lex[end + 2].text), 0.5, end + 3, 1
    if _low(lex, end) == "/" and _joined(lex, end) and _joined(lex, end + 1) and lex[end + 1].figure:
        over = float(lex[end + 1].text.replace(",", ""))
        if 0 < value < over <= 10:
            return Numeral(100 * value / over, 5.0, i, end + 2, "fraction", figures=True)
    whole = step if places else 1.0
    magnitude = False
    while True:
        at = end + 1 if _hyphen(lex, end) else end
        word = _low(lex, at)
        size = MAGNITUDES.get(word)
        if size is None and word == "hundred":
            size = 100.0
        if size is None and letters and at == end and _joined(lex, end):
            size = LETTERS.get(word)
        if size is None:
            break
        value, whole, step, magnitude, end = value * size, whole * size, whole * size, True, at + 1
    if value > _MOST:
        return None
    if _low(lex, end) == "dozen":
        return Numeral(value * 12, 6.0, i, end + 1, low=value * 10.5, high=value * 14, figures=True)
    return Numeral(round(value, 6), step, i, end, figures=True, magnitude=magnitude)


def _vague(lex: Sequence[Lexeme], i: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "a few hundred", "several"."""
    start = i
    word = _low(lex, i)
    if (
        word == "tens"
        and _low(lex, i + 1) == "of"
        and _low(lex, i + 2) in ("thousands", "millions", "billions")
    ):
        size = MAGNITUDES[_low(lex, i + 2)[:-1]]
        return Numeral(20 * size, 10 * size, start, i + 3, "vague", 12 * size, 200 * size)
    if word in VAGUE and word not in ("scores",):
        more = _low(lex, i + 1) == "of" and _low(lex, i + 2) in ("thousands", "millions", "billions")
        if more and word in ("hundreds", "thousands"):
            size = MAGNITUDES[_low(lex, i + 2)[:-1]] * (100 if word == "hundreds" else 1000)
            return Numeral(2 * size, size, start, i + 3, "vague", 1.2 * size, 10 * size)
        low, high = VAGUE[word]
        return Numeral(low, low, start, i + 1, "vague", low, high)
    if word == "scores" and _low(lex, i + 1) == "of":
        return Numeral(40, 20, start, i + 1, "vague", *VAGUE["scores"])
    if word == "a" and _low(lex, i + 1) in ("few", "couple", "handful"):
        i += 1
        word = _low(lex, i)
    elif word != "several":
        return None
    low, high = FEW[word]
    i += 1
    after = i + 1 if word in ("couple", "handful") and _low(lex, i) == "of" else i
    size = 100.0 if _low(lex, after) == "hundred" else 12.0 if _low(lex, after) == "dozen" else 0.0
    size = size or MAGNITUDES.get(_low(lex, after), 0.0)
    if size:
        return Numeral(low * size, size, start, after + 1, "vague", low * size, high * size)
    return Numeral(low + 1 if word != "couple" else low, 1.0, start, i, "vague", low, high)


def _parts(lex: Sequence[Lexeme], i: int) -> Numeral | None:
    """ "half", "two-thirds", "a quarter", "one in five", "nine out of ten"."""
    word = _low(lex, i)
    if word == "half":
        at = i + 1 + (_low(lex, i + 1) in ("a", "an"))
        size = {"dozen": 12.0, "hundred": 100.0, **MAGNITUDES}.get(_low(lex, at))
        if size and at > i + 1:
            return Numeral(size / 2, size / 10, i, at + 1)
        return Numeral(50, 10, i, i + 1, "fraction")
    above = 1 if word in ("a", "an", "one") else UNITS.get(word, 0)
    if not 0 < above < 10:
        return None
    at = i + 2 if _hyphen(lex, i + 1) else i + 1
    below = PARTS.get(_low(lex, at), 0)
    # "three second", "a third man": a part of something goes on with "of" or ends in s
    if below and (above > 1) == _low(lex, at).endswith("s") and above < below:
        if above == 1 and word != "one" and _low(lex, at + 1) != "of" and below != 2:
            return None
        return Numeral(100 * above / below, 5.0, i, at + 1, "fraction")
    if (
        above >= 1
        and word not in ("a", "an")
        and (_low(lex, i + 1) == "in" or (_low(lex, i + 1) == "out" and _low(lex, i + 2) == "of"))
    ):
        at = i + (2 if _low(lex, i + 1) == "in" else 3)
        of = UNITS.get(_low(lex, at), 0)
        if above < of <= 10 and _low(lex, at + 1) not in _TIMES:
            return Numeral(100 * above / of, 5.0, i, at + 1, "fraction")
    return None


def _words(lex: Sequence[Lexeme], i: int) -> Numeral | None:
    total, current, end, at = 0.0, None, i, i
    ceiling = float("inf")
    magnitude = dozen = ordinal = False
    if _low(lex, i) in ("a", "an") and _low(lex, i + 1) in (
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
    ):
        current, at = 1.0, i + 1
    while at < len(lex) and not (dozen or ordinal):
        word = _low(lex, at)
        if word in UNITS or word in TENS or (word in ORDINALS and ORDINALS[word] < 100):
            number = UNITS.get(word, TENS.get(word, ORDINALS.get(word, 0)))
            room = 100 if number >= 10 else 10
            blocked = current is not None and (
                current % room != 0 or (room == 10 and current % 100 == 10) or current == 0
            )
            if blocked:
                break
            current, ordinal = (current or 0.0) + number, word in ORDINALS
        elif word in ("hundred", "hundredth") and current and current < 100:
            current, magnitude, ordinal = current * 100, True, word == "hundredth"
        elif word in MAGNITUDES and current and MAGNITUDES[word] < ceiling:
            ceiling = MAGNITUDES[word]
            total, current, magnitude = total + current * ceiling, None, True
        elif word in ("thousandth", "millionth") and current:
            total, current, ordinal = total + current * ORDINALS[word], None, True
        elif word == "dozen" and current and not total:
            current, dozen = current * 12, True
        else:
            break
        at += 1
        end = at
        if _hyphen(lex, at) or (
            _low(lex, at) == "and"
            and magnitude
            and (current is None or current % 100 == 0)
            and _and_goes_on(lex, at)
        ):
            at += 1
    if end == i:
        return None
    value = total + (current or 0.0)
    if dozen:
        return Numeral(value, 6.0, i, end, low=round(value * 0.875, 3), high=round(value * 1.17, 3))
    found = Numeral(value, step_of(value), i, end, "ordinal" if ordinal else "cardinal", magnitude=magnitude)
    return found if ordinal else _and_a_half(lex, found)


def _and_goes_on(lex: Sequence[Lexeme], at: int) -> bool:
    word = _low(lex, at + 1)
    if word not in UNITS and word not in TENS and word not in ORDINALS:
        return False
    after = at + 2
    while _hyphen(lex, after) or _low(lex, after) in UNITS:
        after += 1
    # "two hundred and three thousand" goes on, "a hundred and two hundred" does not
    return _low(lex, after) != "hundred"


def _and_a_half(lex: Sequence[Lexeme], found: Numeral) -> Numeral:
    """ "two and a half", "two-and-a-half", "one and a half million"."""
    at = found.end
    words: list[str] = []
    while at < len(lex) and len(words) < 3:
        if not _hyphen(lex, at):
            words.append(_low(lex, at))
        at += 1
    if words != ["and", "a", "half"] or found.value >= 1000:
        return found
    size = MAGNITUDES.get(_low(lex, at), 1.0)
    end = at + (size > 1)
    return replace(found, value=(found.value + 0.5) * size, step=0.5 * size, end=end, magnitude=size > 1)
