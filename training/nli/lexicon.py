"""Words for the news pairs: antonyms, synonyms, numbers and calendars."""

from __future__ import annotations

import tomllib
from pathlib import Path

with (Path(__file__).parent / "words.toml").open("rb") as _file:
    WORDS = tomllib.load(_file)


def _table(text: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for entry in text.split(";"):
        words = entry.split()
        if words:
            out.setdefault(words[0], []).append(" ".join(words[1:]))
    return out


ANTONYMS = _table(WORDS["antonyms"])
for _word, _others in list(ANTONYMS.items()):
    for _other in _others:
        ANTONYMS.setdefault(_other, [_word])
SYNONYMS = _table(WORDS["synonyms"])

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NUMBERS = {
    w: n
    for n, w in enumerate(
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
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBER_WORDS = {n: w for w, n in NUMBERS.items()}
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
SCALES = {"hundred", "thousand", "million", "billion", "trillion"}
HEDGES = {
    "than",
    "least",
    "about",
    "nearly",
    "almost",
    "over",
    "some",
    "around",
    "roughly",
    "approximately",
    "many",
    "under",
    "most",
    "to",
    "estimated",
    "between",
    "several",
    "below",
    "above",
}
