"""Currencies, units of measure and durations: what the words are, and how much of the canonical unit they
hold."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from checker.annotate.data import lines
from checker.annotate.lexer import Lexeme, word_set

Form = Literal["percent", "money", "measure", "duration"]


class Unit(NamedTuple):
    """A unit as written: its form, the canonical unit, and (factor, offset) that lead there; ``end`` in
    lexemes."""

    form: Form
    name: str
    factor: float
    offset: float
    end: int


SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₴": "UAH",
    "₺": "TRY",
    "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "₿": "BTC", "฿": "THB",
}  # fmt: skip
DOLLARS = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD",
    "s": "SGD", "r": "BRL", "nt": "TWD"}  # fmt: skip
CODES = word_set(
    "USD EUR GBP JPY INR RUB KRW UAH TRY ILS CHF CNY RMB AUD CAD HKD NZD SGD BRL SEK NOK DKK PLN CZK HUF MXN "
    "ZAR AED SAR"
)
NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR",
    "ruble": "RUB", "rouble": "RUB", "peso": "peso", "franc": "CHF", "krona": "SEK", "kronor": "SEK",
    "krone": "NOK",
    "kroner": "NOK", "lira": "TRY", "shekel": "ILS", "rand": "ZAR", "dirham": "AED", "riyal": "SAR",
    "hryvnia": "UAH", "zloty": "PLN", "baht": "THB", "naira": "NGN", "forint": "HUF", "rupiah": "IDR",
    "bitcoin": "BTC", "cedi": "GHS", "ringgit": "MYR", "taka": "BDT", "birr": "ETB", "tenge": "KZT",
    "lari": "GEL", "dong": "VND", "kyat": "MMK", "lev": "BGN", "leva": "BGN", "leu": "leu", "lei": "leu",
    "koruna": "CZK", "reais": "BRL", "rial": "IRR",
    # of several countries
    "shilling": "shilling", "dinar": "dinar", "kwacha": "kwacha", "crown": "crown",
}  # fmt: skip
WHOSE = {
    "us": "USD", "u": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "singapore": "SGD",
    "british": "GBP", "swiss": "CHF", "hong": "HKD",
}  # fmt: skip
MINOR = {"cent": "USD", "pence": "GBP", "penny": "GBP", "kopeck": "RUB"}
SECONDS = {
    "second": 1.0, "sec": 1.0, "minute": 60.0, "min": 60.0, "hour": 3600.0, "hr": 3600.0, "day": 86400.0,
    "night": 86400.0, "week": 604800.0, "fortnight": 1209600.0, "month": 365.25 / 12 * 86400,
    "year": 365.25 * 86400,
    "yr": 365.25 * 86400, "decade": 3652.5 * 86400, "century": 36525.0 * 86400, "centurie": 36525.0 * 86400,
    "millisecond": 0.001,
}  # fmt: skip
# as written (singular) -> what pint calls it; pint itself would read "are", "bar" and "rod" in any text
PINT = {
    "kilometre": "kilometer", "kilometer": "kilometer", "km": "kilometer", "mile": "mile", "metre": "meter",
    "meter": "meter", "centimetre": "centimeter", "centimeter": "centimeter", "cm": "centimeter",
    "mm": "millimeter",
    "millimetre": "millimeter", "millimeter": "millimeter", "inch": "inch", "inche": "inch", "foot": "foot",
    "feet": "foot", "ft": "foot", "yard": "yard", "kilogram": "kilogram", "kilogramme": "kilogram",
    "kilo": "kilogram", "kg": "kilogram", "gram": "gram", "gramme": "gram", "milligram": "milligram",
    "mg": "milligram", "ounce": "ounce", "oz": "ounce", "lb": "pound", "tonne": "metric_ton", "ton": "ton",
    "hectare": "hectare", "acre": "acre", "litre": "liter", "liter": "liter", "gallon": "gallon",
    "kph": "kph",
    "mph": "mph", "knot": "knot", "kilowatt": "kilowatt", "kw": "kilowatt", "megawatt": "megawatt",
    "mw": "megawatt", "gigawatt": "gigawatt", "gw": "gigawatt", "terawatt": "terawatt", "watt": "watt",
    "kwh": "kilowatt_hour", "mwh": "megawatt_hour", "gwh": "gigawatt_hour", "twh": "terawatt_hour",
}  # fmt: skip
# the unit that amounts of each dimension are told in
CANONICAL = (
    "meter", "gram", "meter ** 2", "liter", "meter / second", "degree_Celsius", "watt", "joule",
)  # fmt: skip
SPOKEN = {
    "meter": "metre", "liter": "litre", "meter ** 2": "square metre", "meter / second": "metre per second",
    "degree_Celsius": "degree Celsius",
}  # fmt: skip


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    # pint's own thousand definitions take as long to read as an article to parse
    return pint.UnitRegistry(lines("units"), cache_folder=None)


@lru_cache(maxsize=256)
def convert(unit: str) -> tuple[str, float, float] | None:
    """The canonical unit of a pint unit with the factor and offset that lead there: (name, factor, offset).

    None where there is no such quantity ("square ton").
    """
    registry = _registry()
    measured = registry.Quantity(0.0, unit)
    alike = [t for t in CANONICAL if registry.Unit(t).dimensionality == measured.dimensionality]
    if not alike:
        return None
    target = alike[0]
    offset = float(measured.to(target).magnitude)
    factor = float(registry.Quantity(1.0, unit).to(target).magnitude) - offset
    return SPOKEN.get(target, target), factor, offset


def _singular(word: str) -> str:
    if word in ("us", "s", "gas", "plus"):
        return word
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def currency_before(lex: Sequence[Lexeme], i: int) -> tuple[str, int] | None:
    """A currency that stands before a figure ("$", "US$", "EUR"), with the place after it."""
    if i >= len(lex):
        return None
    here, after = lex[i], lex[i + 1] if i + 1 < len(lex) else None
    if here.low in DOLLARS and after is not None and after.text == "$" and here.end == after.start:
        return DOLLARS[here.low], i + 2
    # "U.S.$40m" and "R$": the sign alone tells enough
    if here.text in SIGNS:
        return SIGNS[here.text], i + 1
    if here.text in CODES and after is not None and after.figure:
        return ("CNY" if here.text == "RMB" else here.text), i + 1
    if here.text in ("Rs", "Rs.") and after is not None:
        return "INR", i + 1 + (after.text == ".")
    return None


def unit_after(lex: Sequence[Lexeme], i: int, magnitude: bool = False) -> Unit | None:
    """The unit that starts at lexeme ``i``, right after a figure; ``magnitude``: it ends in million or the
    like."""
    words = [x.low for x in lex[i : i + 5]] + [""] * 5
    one = _singular(words[0])
    return (
        _percent(words, i)
        or _money(lex, words, one, i, magnitude)
        or _duration(words, one, i)
        or _measure(lex, words, one, i)
    )


def _percent(words: list[str], i: int) -> Unit | None:
    if words[0] in ("%", "percent", "pct", "percentage") or words[:2] == ["per", "cent"]:
        end = i + 1 + (words[0] == "per")
        if (words[end - i] in ("point", "points") and words[0] != "%") or words[end - i] in ("points",):
            return Unit("percent", "percentage point", 1.0, 0.0, end + 1)
        return None if words[0] == "percentage" else Unit("percent", "percent", 1.0, 0.0, end)
    if words[0] == "basis" and words[1].startswith("point"):
        return Unit("percent", "percentage point", 0.01, 0.0, i + 2)
    return None


def _money(lex: Sequence[Lexeme], words: list[str], one: str, i: int, magnitude: bool) -> Unit | None:
    if one in NAMES:
        return Unit("money", NAMES[one], 1.0, 0.0, i + 1)
    if words[0] in WHOSE:
        at = 1
        while words[at] in (".", "s", "kong"):
            at += 1
        if _singular(words[at]) in NAMES or _singular(words[at]) == "pound":
            return Unit("money", WHOSE[words[0]], 1.0, 0.0, i + at + 1)
    if one == "pound":
        # money or weight: only the amount's size or "sterling" tells, and a wrong guess would compare unlike
        # things
        if words[1] == "sterling" or magnitude:
            return Unit("money", "GBP", 1.0, 0.0, i + 1 + (words[1] == "sterling"))
        return Unit("measure", "pound", 1.0, 0.0, i + 1)
    if one in MINOR:
        return Unit("money", MINOR[one], 0.01, 0.0, i + 1)
    if words[0] == "won" and magnitude:
        return Unit("money", "KRW", 1.0, 0.0, i + 1)
    if i < len(lex) and lex[i].text in CODES:
        return Unit("money", lex[i].text, 1.0, 0.0, i + 1)
    return None


def _duration(words: list[str], one: str, i: int) -> Unit | None:
    if one in SECONDS and not (words[0] == "second" and words[1] in ("time", "round", "half")):
        return Unit("duration", "second", SECONDS[one], 0.0, i + 1)
    return None


def _measure(lex: Sequence[Lexeme], words: list[str], one: str, i: int) -> Unit | None:
    if words[0] in ("°", "º", "degree", "degrees"):
        scale = words[1] if words[1] not in ("of",) else ""
        if scale in ("c", "celsius", "centigrade", "f", "fahrenheit"):
            return _converted("degree_Celsius" if scale[0] == "c" else "degree_Fahrenheit", i + 2)
        return Unit("measure", "degree", 1.0, 0.0, i + 1)
    prefix, at = "", 0
    if words[0] in ("square", "sq", "cubic"):
        prefix, at = ("cubic_" if words[0] == "cubic" else "square_"), 1 + (words[1] == ".")
        one = _singular(words[at])
    unit = PINT.get(one, "")
    if not unit and one == "m" and (at or lex[i].text == "m"):
        unit = "meter"
    if not unit or (one == "mw" and lex[i + at].text == "mW"):
        return None
    end = at + 1
    if prefix:
        unit = f"{unit}**{3 if prefix == 'cubic_' else 2}"
    elif words[at + 1] in ("²", "2") and lex[i + at + 1].start == lex[i + at].end:
        unit, end = f"{unit}**2", at + 2
    rate = words[end] in ("per", "an", "a", "/") and words[end + 1] in ("hour", "h", "second", "s")
    if rate and unit in ("kilometer", "mile", "meter", "foot"):
        per = "hour" if words[end + 1][0] == "h" else "second"
        unit, end = f"{unit}/{per}", end + 2
    return _converted(unit, i + end)


def _converted(unit: str, end: int) -> Unit | None:
    if (found := convert(unit)) is None:
        return None
    name, factor, offset = found
    return Unit("measure", name, factor, offset, end)
