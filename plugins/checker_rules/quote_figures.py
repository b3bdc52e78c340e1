"""Figures of a quotation as they are spoken: "five thousand" is 5000, "$5m" is five million dollars."""

from collections.abc import Iterable

# the key of a word, where it begins and ends, and whether it is a mark
Part = tuple[str, int, int, bool]

CURRENCIES = {"$": "dollars", "us$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_SCALES = {"hundred": 100, "thousand": 1000}
_LARGE = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
# letters after a sum of money: "$5m", "£20bn"; after anything else they may be metres
_LETTERS = {"k": "thousand", "m": "million", "bn": "billion", "tn": "trillion"}
# what stands between the two figures of a range, and how many words its unit has: "million miles per hour"
_BETWEEN = frozenset({"to", "and", "or", "through"})
_UNIT = 4


def as_spoken(parts: Iterable[Part]) -> list[Part]:
    """The words of a text in order, each figure in one form, and a sum's currency after it as a word.

    The unit of a range is said once: "5 percent to 10 percent" is "5 to 10 percent".
    """
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
    return _once(said)


def _once(said: list[Part]) -> list[Part]:
    """The words without the unit of a range's first figure where the second one has it again."""
    kept: list[Part] = []
    at = 0
    while at < len(said):
        kept.append(said[at])
        at += 1
        if _figure(said[at - 1]) and (unit := _unit(said, at)):
            joint = at + len(unit)
            ends = said[joint : joint + 2]
            if len(ends) == 2 and ends[0][0] in _BETWEEN and _figure(ends[1]):
                again = _unit(said, joint + 2, len(unit) + 1)
                if unit in (again[: len(unit)], again[-len(unit) :]):
                    at = joint
    return kept


def _figure(part: Part) -> bool:
    return not part[3] and (part[0][0].isdigit() or part[0] == "one")


def _unit(said: list[Part], at: int, most: int = _UNIT) -> list[str]:
    """The words of a unit from there on, in the singular: up to a mark, a figure or what joins it to the next."""
    words: list[str] = []
    for part in said[at : at + most]:
        if part[3] or _figure(part) or part[0] in _BETWEEN:
            break
        words.append(part[0].removesuffix("s"))
    return words


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
