"""Keeps words out that look like numbers and count nothing: "one of the", "second half", "(2)", bare
years."""

from checker.annotate import people
from checker.annotate.counted import count_of
from checker.annotate.lexer import word_set
from checker.annotate.number_words import Words
from checker.annotate.numerals import Numeral
from checker.annotate.units import SECONDS, unit_after

_DETERMINERS = word_set("no any every each this that the which some day another it only and or -")
_OTHER_HALF = word_set("first second other better final opening last latter - and")
_STATES = frozenset(people.NOUNS.values()) | frozenset(people.ADJECTIVES.values()) | {"dead"}


def counts(words: Words, numeral: Numeral, money: bool) -> bool:
    """Whether a numeral is one that counts or measures, as far as its own words and its neighbours tell."""
    first, end = numeral.first, numeral.end
    if not money and words.glued(first) and _part_of_word(words, numeral):
        return False
    if words.low(first) in ("one", "zero") and end == first + 1:
        return _one(words, first, end)
    if words.low(first) == "half" and numeral.kind == "fraction":
        return _half(words, first, end)
    if numeral.kind == "fraction" and words.low(first) == "a" and words.low(first - 1) == "and":
        return False
    if numeral.kind == "vague" and words.low(end) in ("times", "ways"):
        return False
    return not _list_mark(words, numeral) and not _one_of_letters(words, numeral)


def is_year(words: Words, numeral: Numeral) -> bool:
    """Whether bare digits are a year that no date took: four of them, and no noun that they count."""
    lexeme = words.lex[numeral.first]
    return (
        numeral.end == numeral.first + 1
        and len(lexeme.text) == 4
        and lexeme.text.isdecimal()
        and 1500 <= numeral.value <= 2100
        and words.token(numeral.first).dep_ != "nummod"
    )


def _part_of_word(words: Words, numeral: Numeral) -> bool:
    """Whether the figure is glued to a word or figure before it: a version, a ratio, a name with a dash."""
    before = words.lex[numeral.first - 1]
    if before.low in (".", ":", "/", "_", "#", "@", "'", "’") or (before.text == "," and numeral.figures):
        return True
    if before.text == "-" and words.glued(numeral.first - 1):
        return numeral.figures or words.low(numeral.first - 2) in ("twenty", "no", "one")
    return False


def _list_mark(words: Words, numeral: Numeral) -> bool:
    """ "1) ... 2) ...", "(3)": figures that number the points of a list."""
    if not numeral.figures or numeral.value > 30 or words.low(numeral.end) != ")":
        return False
    return words.low(numeral.first - 1) in ("(", "", ",", ";", "and", ".", ":")


def _one_of_letters(words: Words, numeral: Numeral) -> bool:
    """ "The A, L and 1 lines": a figure in a row of letters is a name as they are."""
    if not numeral.figures or numeral.value >= 100:
        return False
    at, letters = numeral.first - 1, 0
    while at > 0 and (words.low(at) in ("and", "or", ",", "&") or _letter(words, at)):
        letters += _letter(words, at)
        at -= 1
    return letters > 1


def _letter(words: Words, at: int) -> bool:
    return len(words.lex[at].text) == 1 and words.lex[at].text.isupper()


def _one(words: Words, first: int, end: int) -> bool:
    """Whether "one" is a number and not a pronoun ("one of the", "no one", "one day", "one official said").

    It is taken for one before a unit, or where it is said what befell the one or how it voted.
    """
    if words.low(first - 1) in _DETERMINERS or words.low(end) == "of":
        return False
    if unit_after(words.lex, end) is not None and words.low(end) not in ("day", "night", "second", "minute"):
        return True
    start, stop = words.tokens(first, end)
    counted = count_of(words.doc, start, stop)
    return counted.noun == "vote" or bool(set(counted.of) & _STATES)


def _half(words: Words, first: int, end: int) -> bool:
    """Whether "half" is a share ("half of voters") and not half-time, a half-brother or "half past"."""
    before, after = words.low(first - 1), words.low(end)
    if before == "a":
        return after in ("hour", "mile") or (after == "-" and words.low(end + 1) in SECONDS)
    return (
        before not in _OTHER_HALF
        and before != "in"
        and after not in ("-", "past", "time", "brother", "sister")
    )
