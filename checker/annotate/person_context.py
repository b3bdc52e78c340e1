"""Which names are people's, by the words of the account around them: the tagger knows few names of the world.

"Pianist Nino Abuladze", "Marek Vass, 34," and a surname that stands alone later show a person, whatever it says.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.annotate.data import words
from checker.annotate.name_kinds import ORGANISATION_WORDS, PLACE_WORDS
from checker.annotate.name_runs import RawName
from checker.annotate.people import PERSONS
from checker.annotate.titles import is_title_word
from checker.parse import ParsedSentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

TRADES = PERSONS | words(
    "pianist violinist cellist guitarist singer soprano tenor novelist writer author poet painter sculptor "
    "composer conductor actor actress filmmaker comedian dancer photographer striker goalkeeper midfielder defender "
    "winger coach trainer athlete runner sprinter jumper boxer wrestler rower swimmer champion laureate winner "
    "economist analyst scientist physicist chemist biologist geologist astronomer epidemiologist virologist "
    "researcher professor historian surgeon engineer architect baker butcher carpenter shepherd captain skipper banker "
    "trader broker founder owner manager director editor publisher lawyer attorney prosecutor detective "
    "inspector sergeant colonel priest bishop imam rabbi monk pastor mountaineer shopkeeper neighbour neighbor widow "
    "astronaut environmentalist campaigner politician governor mayor senator "
)
# what begins the names of places
_OF_PLACES = words(
    "mount mt lake port cape fort san santa sant saint st el la las los le new north south east west upper lower grand "
    "great river isle villa castle camp nova nueva novy stary bad "
)
_AGE = re.compile(r"(?:, | \()\d\d(?:,|\)|\.| and\b)")
# "Velm Rovers, who are third" is a team
_WHO = re.compile(r",? who\b(?! (?:are|were|have|do)\b)")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_REACH = 6


def people_by_context(parsed: Sequence[ParsedSentence], names: Sequence[Sequence[RawName]]) -> None:
    """Make persons of the names that the account treats as persons; known names and titled ones stay."""
    surnames = {n.text for row in names for n in row if " " not in n.text and n.alias is None}
    for row, parse in zip(names, parsed, strict=True):
        for name in row:
            if name.kind != "person" and name.alias is None and _may_be(name):
                alone = name.text.split()[-1] in surnames
                if (
                    alone
                    or _aged(parse.doc, name)
                    or _trade_before(parse.doc, name)
                    or _apposed(parse.doc, name)
                ):
                    name.kind = "person"


def _may_be(name: RawName) -> bool:
    """Whether a name has the form of a person's: two or three words, none of them a body's or a place's."""
    parts = name.text.split()
    if not 2 <= len(parts) <= 3 or not all(_WORD.fullmatch(p) and p[0].isupper() for p in parts):
        return False
    low = [p.lower().strip(".") for p in parts]
    named = {*low} & (ORGANISATION_WORDS | PLACE_WORDS)
    return not named and low[0] not in _OF_PLACES and not name.text.isupper()


def _aged(doc: "Doc", name: RawName) -> bool:
    """Whether an age or "who" follows."""
    after = doc[name.end : name.end + _REACH].text if name.end < len(doc) else ""
    before = doc[name.end - 1].whitespace_
    text = before + after
    return _AGE.match(text) is not None or _WHO.match(text) is not None


def _trade_before(doc: "Doc", name: RawName) -> bool:
    """Whether a trade or a title stands right before: "pianist Nino Abuladze"."""
    if not name.start:
        return False
    token = doc[name.start - 1]
    return token.lemma_.lower() in TRADES or is_title_word(token.lower_)


def _apposed(doc: "Doc", name: RawName) -> bool:
    """Whether what follows after a comma is a trade: "Soraya Barakzai, a surgeon"."""
    if name.end + 2 >= len(doc) or doc[name.end].text != ",":
        return False
    if doc[name.end + 1].lower_ not in ("a", "an", "the", "his", "her", "their", "its"):
        return False
    for token in doc[name.end + 2 : name.end + 2 + _REACH]:
        if token.lower_ in ("of", "in", "at", "for", "who", "which", ",", "."):
            return False
        if token.lemma_.lower() in TRADES:
            following = doc[token.i + 1].text if token.i + 1 < len(doc) else "."
            return following in (",", ".", "who", "of", "in", "at", "from", "for", ";", ")")
    return False
