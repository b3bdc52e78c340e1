# ruff: noqa: E501 - a pattern is read more easily in one line
"""Tells figures that only name or number things: Boeing 737, COVID-19, Article 5, 24/7, phone numbers,
addresses."""

import re
from typing import TYPE_CHECKING

from checker.annotate.lexer import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS = word_set("number no nos num chapter page pages pp article section room channel flight route highway freeway motorway level stage "
    "phase type category tier grade version line gate platform part paragraph volume point rule unit model "
    "class series "
    "lot apartment suite act scene verse psalm bus district ward precinct zone sector camp resolution "
    "proposition "
    "amendment title clause schedule appendix annex figure table exhibit count interstate formula area "
    "apollo sol "
    "super bowl size group block square pier terminal studio theatre screen regulation protocol convention "
    "law bill "
    "decree order case file docket form item step episode season bowl operation expedition mission unit ep "
    "vol ch "
    "sec art fig ref id isbn code extension ext tel phone fax room floor track lane exit junction mile "
    "marker league "
    "division heat pool generation gen mark mk")  # fmt: skip
_PATTERNS = re.compile(
    r"""
      (?:https?://|www\.)\S+ | \S+@\S+\.\w+ | [@\#]\w+                                # addresses on the web,
      tags
    | \+?\(?\b\d{1,4}\)?[-.\s]\(?\d{2,4}\)?[-.\s]\d{3,4}[-.\s]?\d{0,4}\b(?!,\d)(?=\D|$)(?<![\d]\s\d{3}) #
    phones
    | \b\d{3}-\d{4}\b | \[\d+\]
    | \b(?:24/7|9/11|7/7|50/50|20/20)\b
    | \b\d+/\d+/\d+\b | \b(?:\d{2,}/\d+|\d+/\d{2,})\b                                # case numbers, ratios
    of signs
    | \b[A-Za-z]+-\d[\w.-]*                                                          # COVID-19, F-16, MH-17
    | \b[A-Za-z]+\d[\w.-]*                                                           # G7, A320, mp3
    | \b\d+(?!(?:st|nd|rd|th|km|kg|cm|mm|ft|lb|lbs|mph|kph|kwh|mw|gw|mwh|gwh|twh|bn|mn|tn|trn|mln|bln|min|mins|hrs?|yrs?|pct|oz|sq|in|yd|m|k|b|t|c|f|g|s|p|d|h|x|am|pm|plus|odd|ish)s?\b)[A-Za-z]{1,}\d*\b  # 4K, 3D
    | \b\d+(?:\.\d+){2,}\b | \b\d+(?::\d+)+\b                                        # versions, clock times,
    verses
    | \b\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:[A-Z][\w.'’]*\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Way|Parkway|Highway)\b
    | \b10\s+Downing\b
    """,
    re.X,
)  # fmt: skip
_AMOUNT_BEFORE = re.compile(r"(?:[$€£¥₹]|US\$)\s*$")


def identifier_places(text: str) -> list[tuple[int, int]]:
    """Places of a sentence whose figures are names or numbers of things, not quantities."""
    return [m.span() for m in _PATTERNS.finditer(text) if not _AMOUNT_BEFORE.search(text[: m.start()])]


def only_numbers(doc: "Doc", first: int, end: int, heads_noun: bool) -> bool:
    """Whether bare digits in tokens ``first`` to ``end`` number a thing ("Chapter 7", "Boeing 737").

    ``heads_noun``: a noun follows that the figure can count; then a name before it is another phrase's end.
    """
    if first == 0:
        return False
    before = doc[first - 1]
    low = before.lower_.rstrip(".")
    if before.text in (".", "#", "№") and first > 1:
        return before.text != "." or doc[first - 2].lower_ in ("no", "nos", "vol", "art", "sec", "fig", "ch")
    if before.text == "#":
        return True
    if (
        low in _LABELS
        and before.pos_ != "VERB"
        and before.tag_ != "DT"
        and (before.text.lower() != "no" or before.text[0] == "N")
    ):
        return not (
            low in ("count", "order", "point", "mile", "line", "number", "form")
            and before.pos_ not in ("NOUN", "PROPN")
        )
    token = doc[first]
    if before.pos_ == "PROPN" and not heads_noun:
        return (
            token.head.i <= before.i and token.dep_ in ("nummod", "appos", "npadvmod", "flat", "nmod")
        ) or (before.ent_type_ != "" and before.ent_type_ == token.ent_type_)
    return bool(
        before.pos_ == "PROPN"
        and token.ent_type_ == before.ent_type_
        and token.ent_type_ in ("PRODUCT", "ORG", "LAW", "WORK_OF_ART", "EVENT", "FAC")
    )
