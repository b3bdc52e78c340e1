"""Titles and offices before names: 'former Defence Secretary', 'Rep.'."""

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.annotate.data import table
from checker.annotate.persons import canonical_title

if TYPE_CHECKING:
    from spacy.tokens import Doc


@lru_cache(maxsize=1)
def _titles() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    names = table("titles")
    offices = frozenset(names["office"]) | frozenset(names["male"]) | frozenset(names["female"])
    return offices, frozenset(names["modifiers"]), frozenset(w for o in offices for w in o.split())


def title_at(doc: "Doc", at: int, end: int) -> tuple[int, str]:
    """The longest title that begins at token ``at``.

    Its end token and its canonical form, or ``(at, "")``.
    """
    offices, modifiers, _ = _titles()
    start, former = at, ""
    while start < end and doc[start].lower_ in modifiers and start + 1 < end:
        if any(
            " ".join(t.lower_ for t in doc[start:stop]) in offices
            for stop in range(start + 2, min(end, start + 5) + 1)
        ):
            break
        if doc[start].lower_ in {"former", "ex", "acting", "deputy", "then", "late"}:
            former = (
                "former "
                if doc[start].lower_ in {"former", "ex", "then", "late"}
                else doc[start].lower_ + " "
            )
        start += 1
        if doc[start].text == "-" and start + 1 < end:
            start += 1
    for stop in range(min(end, start + 5), start, -1):
        phrase = doc[start:stop].text.lower().replace(" - ", "-")
        if phrase in offices:
            return stop, former + canonical_title(phrase)
    if start == at + 1 < end and doc[at].lower_ in offices:
        # "Chief Paul Williams": what else stands before an office is one here
        return start, canonical_title(doc[at].lower_)
    return at, ""


def is_office(word: str) -> bool:
    """Whether the lower-case word is a whole office or title: president, not the "state" of "secretary of state"."""
    return word in _titles()[0]


def is_title_word(word: str) -> bool:
    """Whether the lower-case word is part of a title."""
    return word in _titles()[2]
