"""Reads scores and tallies: "93-18", "93 to 18", "5-4", "93-18-65"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.annotate.lexer import Lexeme
from checker.annotate.tallies import is_contest, is_vote
from checker.models.language import QuantityValue

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DASHES = ("-", "–", "—", "‑")


def read_score(lex: Sequence[Lexeme], i: int, doc: "Doc") -> tuple[int, QuantityValue] | None:
    """The score that starts at lexeme ``i`` and the place after it, or None.

    Two figures with a dash are a score when the first is the greater one or the sentence tells of a contest;
    "10-15" is a range otherwise. With "to" between them they are one only in a contest.
    """
    if not lex[i].figure or "." in lex[i].text:
        return None
    parts, at = [lex[i]], i + 1
    while at + 1 < len(lex) and lex[at + 1].figure and "." not in lex[at + 1].text and len(parts) < 4:
        tight = (
            lex[at].text in _DASHES and lex[at].start == lex[at - 1].end and lex[at + 1].start == lex[at].end
        )
        if not tight and not (lex[at].low == "to" and len(parts) == 1):
            break
        parts.append(lex[at + 1])
        at += 2
    if not 2 <= len(parts) <= 3:
        return None
    numbers = tuple(float(p.text.replace(",", "")) for p in parts)
    if any(len(p.text) == 4 and p.text[:2] in ("19", "20") for p in parts) or max(numbers) > 2000:
        return None
    contest = is_contest(doc)
    spoken = lex[i + 1].low == "to"
    after = lex[at] if at < len(lex) else None
    before = lex[i - 1].low if i else ""
    if before in ("from", "between", "$", "£", "€", "age", "ages", "aged") or (
        after is not None and after.text in ("%", "°", "$")
    ):
        return None
    if numbers[0] <= numbers[1] and (not contest or _unit_like(after)):
        return None
    if spoken and (not contest or _unit_like(after) or numbers[0] <= numbers[1]):
        return None
    if numbers[0] > numbers[1] and not contest and _unit_like(after):
        return None
    return at, QuantityValue(
        number=numbers[0],
        low=numbers[0],
        high=numbers[0],
        form="score",
        counted="vote" if is_vote(doc) else "",
        parts=numbers,
    )


def _unit_like(after: Lexeme | None) -> bool:
    """Whether what follows is counted or measured by a range: "10-15 people", "3-4 percent"."""
    if after is None or not after.word:
        return after is not None and after.text == "-"
    return after.low in (
        "percent", "per", "people", "years", "year", "days", "hours", "minutes", "weeks", "months", "miles",
        "km",
        "million", "billion", "thousand", "trillion", "dollars", "euros", "degrees", "inches", "feet",
        "pounds",
    )  # fmt: skip
