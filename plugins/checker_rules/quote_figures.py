"""Figures of a quotation as they are spoken: "five thousand" is 5000, "$5m" is five million dollars."""

from collections.abc import Iterable

# the key of a word, where it begins and ends, and whether it is a mark
Part = tuple[str, int, int, bool]

CURRENCIES = {"$": "dollars", "us$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_SCALES = {"hundred": 100, "thousand": 1000}
_LARGE = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
# letters after a sum of money: "$5m", "£20bn"; after anything else they may be metres
_LETTERS = {"k": "thousand", "m": "million", "bn": "billion", "tn": "trillion"}


def as_spoken(parts: Iterable[Part]) -> list[Part]:
    """The words of a text in order, each figure in one form, and a sum's currency after it as a word."""
    said: list[Part] = []
    currency: tuple[str, int] | None = None
    first = 0  # where the sum begins in what is said
    for key, start, end, mark in parts:
        if not mark and key in CURRENCIES:
            currency, first = (CURRENCIES[key], start), len(said)
            continue
        if currency is not None and len(said) > first:
            if not mark and key in _LETTERS and said[-1][2] == start:
                key = _LETTERS[key]
            if mark or key not in _LARGE:
                said.append(_named(currency, said[first:]))
                currency = None
        said.append((key, start, end, mark))
        _fold(said)
    if currency is not None and len(said) > first:
        said.append(_named(currency, said[first:]))
    return said


def _named(currency: tuple[str, int], amount: list[Part]) -> Part:
    """The currency as the word after an amount; it is marked with the whole sum."""
    name, start = currency
    word = name.removesuffix("s") if [p[0] for p in amount] == ["one"] else name
    return word, start, amount[-1][2], False


def _fold(said: list[Part]) -> None:
    """Make one figure of what stands at the end: "five thousand", "a hundred"."""
    if len(said) < 2 or said[-1][3] or said[-2][3]:
        return
    (count, start, *_), (key, _, end, _) = said[-2:]
    if key in _SCALES and (number := _whole(count)):
        said[-2:] = [(str(number * _SCALES[key]), start, end, False)]


def _whole(key: str) -> int:
    """The number that a word before "hundred" or "thousand" stands for, 0 where it is none."""
    if key in ("a", "one"):
        return 1
    return int(key) if key.isdecimal() and len(key) < 4 else 0
