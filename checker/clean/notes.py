"""Notes about an article: corrections, who wrote it and whose opinion it is, where else it appeared."""

import re
from collections.abc import Sequence

from checker.clean.lines import Line
from checker.clean.marks import TRADE

_NOTE = re.compile(
    r"[\W_]*(?:(?:editor|publisher)(?:['’]?s|s['’])?\s+note|note (?:to|from) (?:our )?(?:readers|the editors?)"
    r"|corrections?(?: (?:and|&) clarifications?)?|clarifications?)\b(?:\s*\([^()]{0,30}\)|,? [^:.!?]{0,25})?\s*:",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"\b(?:(?:opinions?|views?) (?:and opinions? )?expressed\b.{0,80}\b(?:are|do not|does not)\b"
    r"|view more opinion (?:articles )?(?:on|at)\b)",
    re.IGNORECASE,
)
_BIO = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3})(?:,[^,]{2,60},)? (?:is|was|covers|writes|hosts|teaches|"
    r"serves|has been)\b"
)
_CONTACT = re.compile(
    r"\b(?:follow (?:him|her|them|me)\b|(?:on|via) (?:twitter|x|facebook)\b"
    r"|(?:contacted|reached|emailed?) (?:at|by|via)\b"
    r"|(?:e-?mail|web ?site) (?:address )?is\b)|(?<!\w)@\w{3,}|[\w.+-]+@[\w-]+\.\w+",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"[\W_]*(?:check out|click (?:here|for|on|through|to|the)|tune in|sign up|scroll down|read more"
    r"|for (?:more|the full)\b.{3,80}?,? (?:check out|see|read|visit|click|listen to|go to))\b",
    re.IGNORECASE,
)
_MOST_WORDS = 130
_LONGEST_INVITATION = 30
_OPENING = 30  # characters


def note_of(line: Line) -> bool:
    """Whether a line shows by itself that it is a note about the article."""
    if _NOTE.match(line.text):
        return True
    asks = len(line.words) <= _LONGEST_INVITATION and not line.quoted and not line.reports
    if asks and _INVITES.match(line.text) and line.text.count(".") <= 2:
        return True
    views = None if line.reports or len(line.words) > _MOST_WORDS else _VIEWS.search(line.text)
    return views is not None and (views.start() <= _OPENING or _BIO.match(line.text) is not None)


def may_be_author(line: Line) -> bool:
    """Whether the line begins as what is said of an author does: a name, and what she is."""
    return not line.reports and len(line.words) <= _MOST_WORDS and _BIO.match(line.text) is not None


def about_author(line: Line, before: Sequence[Line], after: Sequence[Line], end: bool) -> bool:
    """Whether a line says who wrote the article or, of a page of several writers, a part of it.

    Args:
        line: the line.
        before: the lines above. A writer stands above her part ("Ana Lind" or "Ana Lind: No more tunnels"), and what
            she is below it; who is told of right under her name is the subject of a profile.
        after: the lines below.
        end: the line is at the head or foot of the article, where it may name somebody whose trade is writing and
            whom nothing else names, or say how to reach her.
    """
    found = _BIO.match(line.text)
    if found is None:
        return False
    name = found["name"]
    if any(other.text == name or other.text.startswith(f"{name}: ") for other in before[:-1]):
        return True
    if not end or not TRADE.search(line.text):
        return False
    surname = name.split()[-1]
    return bool(_CONTACT.search(line.text)) or not any(
        surname in other.text for other in (*before, *after) if other.text != name
    )
