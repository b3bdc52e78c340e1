"""Words around a figure that open or widen it: at least, over, about, nearly, up to, "or more", "-odd"."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from checker.annotate.lexer import Lexeme

Hedge = Literal["", "at least", "more than", "at most", "less than", "about", "almost", "range"]

_PHRASES: dict[Hedge, str] = {
    "at least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|"
    "as few as|as little as|or more than|upwards of|upward of|starting at",
    "more than": "more than|over|above|in excess of|exceeding|beyond|well over|well above|greater than|"
    "north of|far more than|much more than|better than|just over|slightly more than|slightly over|"
    "slightly above|a little over|a little more than|just above|just more than|larger than|"
    "longer than|higher than|older than",
    "at most": "up to|at most|as many as|as much as|no more than|not more than|a maximum of|maximum of|"
    "as high as|as long as|at the most|not over|no longer than",
    "less than": "less than|fewer than|under|below|well under|well below|far fewer than|"
    "far less than|shorter than|smaller than|younger than|lower than",
    "about": "about|around|roughly|approximately|approx|approx .|some|an estimated|estimated|circa|~|≈|"
    "in the region of|in the order of|on the order of|or about|perhaps|maybe|close on|give or take|"
    "an average of|average of|or around",
    "almost": "almost|nearly|just under|close to|approaching|not quite|just below|slightly less than|"
    "slightly under|slightly fewer than|a little under|a little less than|just shy of|shy of|just short of|"
    "nearing|virtually|getting on for",
}
BEFORE: dict[tuple[str, ...], Hedge] = {
    tuple(words.split()): hedge for hedge, phrases in _PHRASES.items() for words in phrases.split("|")
}
JUST_ABOVE = frozenset({"just over", "slightly more than", "slightly over", "slightly above", "a little over",
                        "a little more than", "just above", "just more than"})  # fmt: skip
AFTER: dict[tuple[str, ...], Hedge] = {
    ("or", "more"): "at least", ("and", "more"): "at least", ("or", "so"): "about", ("or",
    "fewer"): "at most",
    ("or", "less"): "at most", ("at", "least"): "at least", ("at", "most"): "at most", ("-", "odd"): "about",
    ("odd",): "about", ("+",): "at least", ("-", "plus"): "at least", ("plus",): "at least", ("or",
    "above"): "at least",
    ("and", "above"): "at least", ("and", "over"): "at least", ("or", "older"): "at least", ("or",
    "thereabouts"): "about",
    ("and", "older"): "at least", ("or", "under"): "at most", ("and", "counting"): "at least",
    ("-", "ish"): "about", ("ish",): "about", ("or", "below"): "at most", ("and", "under"): "at most",
}  # fmt: skip
LONGEST = max(len(words) for words in BEFORE)


class Hedged(NamedTuple):
    """A hedge, how many lexemes it takes, and whether it says "just over"."""

    hedge: Hedge
    size: int
    narrow: bool = False


def hedge_before(lex: Sequence[Lexeme], i: int) -> Hedged | None:
    """The longest hedge that ends right before lexeme ``i``; it may stand before "the" or "a" ("over the
    12")."""
    for size in range(min(LONGEST, i), 0, -1):
        words = tuple(x.low for x in lex[i - size : i])
        if words in BEFORE:
            if words == ("some",) and i >= 2 and lex[i - 2].low in ("in", "at", "by"):
                return None
            return Hedged(BEFORE[words], size, " ".join(words) in JUST_ABOVE)
    return None


def hedge_after(lex: Sequence[Lexeme], i: int) -> Hedged | None:
    """A hedge that starts at lexeme ``i``."""
    for size in (2, 1):
        words = tuple(x.low for x in lex[i : i + size])
        if len(words) == size and words in AFTER:
            if lex[i].low in ("+", "-", "odd", "ish") and i and lex[i].start > lex[i - 1].end:
                continue
            return Hedged(AFTER[words], size)
    return None


def bounds(
    number: float, hedge: Hedge, narrow: bool = False, count: bool = True
) -> tuple[float | None, float | None]:
    """The interval that a hedge leaves: a band of 15 percent for "about", 20 percent below for "almost".

    The bands are wide on purpose: two accounts that both hedge must not be told apart by a hair. ``count``:
    whole
    things are counted, so that "about five" reaches from four to six.
    """
    reach = 0.15 * abs(number)
    if count and number >= 4:
        reach = max(reach, 1.0)
    if hedge == "about":
        return number - reach, number + reach
    if hedge == "almost":
        return number - 0.2 * abs(number), number
    if hedge == "more than" and narrow:
        return number, number + 0.2 * abs(number)
    if hedge in ("at least", "more than"):
        return number, None
    if hedge in ("at most", "less than"):
        return None, number
    return number, number
