"""Keeps words that only look like dates out: May the verb, June the person, "2014 people", Black Friday."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.annotate.date_pieces import Piece
from checker.annotate.lexer import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_MONTH = word_set(
    "in since until till by last next this early late mid of from to before after during through for between "
    "and or "
    "throughout around about every each"
)
_BEFORE_YEAR = word_set(
    "in since until till by of from to before after during through between and or early late mid the around "
    "about "
    "circa summer autumn spring winter year ( a an – - — , for its his her their on throughout that this"
)
_AMOUNT = word_set("than over nearly almost some least most fewer more approximately roughly only all")
_NAMED_DAYS = word_set("black good easter super bloody ash palm fat cyber shrove holy maundy")
_LABELS = word_set(
    "resolution article flight no number bill act room highway route order law rule regulation section "
    "chapter code model "
    "euro expo formula windows office cup directive"
)

# a title between quotation marks: capitals, from the mark to the day
_TITLE = re.compile(r"[“\"‘']([A-Z][\w'’.&-]* ){1,4}[A-Z]\w*$")
_ENDS = re.compile(r"[,.]?[”\"’']")
_LONGEST_TITLE = 40

_OPENS, _CLOSES = tuple("“\"‘'"), tuple("”\"’'")


def is_date(piece: Piece, text: str, tokens: Mapping[int, "Token"]) -> bool:
    """Whether a piece that fits a pattern is used as a date here."""
    token = tokens.get(piece.start)
    if token is None:
        return True
    if text[piece.start - 1 : piece.start] in _OPENS and text[piece.end : piece.end + 1] in _CLOSES:
        return False  # the “Today” show: alone between quotation marks it is a name
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.pos_ == "PROPN" and _titled(piece, text):
        return False  # told “Fox News Sunday”
    if token.text == "TODAY" and before is not None and before.text == "USA":
        return False  # the paper
    last = tokens.get(piece.end - 1, token)
    after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    if piece.name == "month" and "year" not in piece.says:
        return _month(piece, token, last, before, after)
    if piece.name == "year":
        return _year(piece, token, before, after)
    if piece.name == "weekday":
        if before is not None and before.lower_ in ("a", "each", "every", "any"):
            return False  # "it was a Monday", "every Friday": no day in particular
        name = before is not None and before.lower_ in _NAMED_DAYS and before.text[0].isupper()
        paper = (
            after is not None
            and after.pos_ == "PROPN"
            and after.ent_type_ == token.ent_type_
            and token.ent_type_ in ("ORG", "WORK_OF_ART")
        )
        return not name and not paper
    if piece.name == "years":
        return not (after is not None and after.tag_ in ("NNS",) and after.lower_ not in ("seasons", "years"))
    if piece.name == "clock" and "minutes" not in piece.says:
        return before is not None and before.lower_ in (
            "at",
            "by",
            "around",
            "until",
            "from",
            "before",
            "after",
            "about",
        )
    return True


def _titled(piece: Piece, text: str) -> bool:
    """Whether a day is the last word of a title between quotation marks."""
    title = text[max(0, piece.start - _LONGEST_TITLE) : piece.end]
    return bool(_TITLE.search(title) and _ENDS.match(text, piece.end))


def _month(
    piece: Piece, token: "Token", last: "Token", before: "Token | None", after: "Token | None"
) -> bool:
    month = last
    if month.tag_ in ("MD", "VB", "VBP", "VBZ", "VBD") and month.lower_ in ("may", "march"):
        return False
    if (
        after is not None
        and after.pos_ == "PROPN"
        and after.ent_type_ in ("PERSON", "ORG", "PRODUCT")
        and month.ent_type_ == after.ent_type_
    ):
        return False
    if before is not None and before.pos_ == "PROPN" and month.ent_type_ in ("PERSON", "ORG", "GPE"):
        return False
    if "which" in piece.says:
        return True
    if before is not None and before.text in ("-", "–") and token.i > 1:
        return True
    if before is None:
        return (
            after is not None
            and month.lower_ not in ("may", "march")
            and after.lower_ in ("'s", "’s", "was", "saw", "and", "to", "is")
        )
    return before.lower_ in _BEFORE_MONTH and month.ent_type_ not in ("PERSON", "ORG")


def _year(piece: Piece, token: "Token", before: "Token | None", after: "Token | None") -> bool:
    year = piece.says["year"]
    word = before.lower_.rstrip(".") if before is not None else ""
    if (
        word in _AMOUNT
        or word in _LABELS
        or (before is not None and before.text in ("$", "€", "£", "#", "№"))
    ):
        return False
    if year < 1500 and word not in ("in", "since", "of", "by"):
        return False
    if (
        after is not None
        and after.tag_ == "NNS"
        and token.ent_type_ != "DATE"
        and after.lower_ not in ("elections", "games", "olympics", "protests")
    ):
        return False
    if after is not None and after.lower_ in (
        "people",
        "miles",
        "km",
        "metres",
        "meters",
        "feet",
        "gmt",
        "hours",
        "acres",
    ):
        return False
    if token.ent_type_ == "DATE" or word in _BEFORE_YEAR or before is None:
        return True
    return before is not None and (
        before.tag_ in ("DT", "PRP$", "POS") or before.pos_ in ("PROPN", "NOUN", "PUNCT")
    )
