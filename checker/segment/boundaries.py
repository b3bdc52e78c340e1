"""Finds where sentences end within one paragraph."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from checker.segment.quotes import Stretch, brackets, quotations
from checker.segment.words import BEFORE_NUMBER, MAYBE, OPENERS, SAYING, TITLES

_CLOSERS = "\"”’'»)]}"
# terminal marks with the closing quotes and brackets that belong to them, then white space
_END = re.compile(r"(?:[.!?…]+|[。！？]+)(?P<closers>[\"”’'»)\]}]*)(?:\[\d{1,3}\])*(?P<space>\s+)")
# "ended.The next": the space was lost when the page was copied
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?](?P<closers>[\"”’]{0,2})(?=[“\"‘]?[A-Z][a-z]+[ ,’'])")
_GLUED_QUOTE = re.compile(r"[.!?][”’](?=[A-Z“])|[.!?]\"(?=[A-Z][a-z]+ )")
_LAST_TOKEN = re.compile(r"[^\s\"“”‘(\[«—–/]+$")
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+(?:[.’'-][^\W_]+)*)")
_ATTRIBUTION = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|he|she|they|it|we|i|the|a|an|one|his|her|their|another|of|and|former|"
    r"[a-z]+)\s+){1,5}?"
    r"(?P<verb>[a-z]+)\b(?P<rest>.{0,24})"
)
_BARE_ATTRIBUTION = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,3}(?P<verb>[a-z]+)\.(?:\s|$)")
_LONGEST_QUOTATION = 8
_GROUP = 4
_WINDOW = 200  # characters looked at on either side of a place


def boundaries(text: str, open_end: bool = False) -> list[int]:
    """Places in ``text`` where a new sentence begins, in order, 0 left out.

    No boundary lies inside a quotation (unless it runs over more than eight sentences) or inside brackets.

    Args:
        text: one paragraph.
        open_end: the quotation that this paragraph leaves open goes on in the next one.
    """
    quoted = quotations(text)
    ends = _candidates(text)
    held: list[Stretch] = []
    for stretch in quoted:
        if not stretch.closed and not (open_end and stretch.end == len(text)):
            continue  # a mark that was never closed holds nothing together
        held += _bounded(stretch, ends)
    held += brackets(text)
    closed = {stretch.end for stretch in quoted}
    return [at for at in _outside(ends, held) if _breaks(text, at, closed)]


def _outside(ends: Sequence[int], held: Sequence[Stretch]) -> Iterator[int]:
    """The places that lie within no stretch; one walk, so that a text of any length is quick."""
    stretches = sorted(held, key=lambda s: s.start)
    upto, reach = 0, -1
    for at in ends:
        while upto < len(stretches) and stretches[upto].start < at:
            reach = max(reach, stretches[upto].end)
            upto += 1
        if at >= reach:
            yield at


def _bounded(stretch: Stretch, ends: Sequence[int]) -> list[Stretch]:
    """The quotation itself, or pieces of a few sentences each when it is very long."""
    inside = ends[bisect_right(ends, stretch.start) : bisect_left(ends, stretch.end)]
    if len(inside) < _LONGEST_QUOTATION:
        return [stretch]
    cuts = [stretch.start, *inside[_GROUP - 1 :: _GROUP], stretch.end]
    return [Stretch(a, b) for a, b in pairwise(cuts)]


def _candidates(text: str) -> list[int]:
    places = {
        found.end() for found in _END.finditer(text) if found.end() < len(text) and _ends_here(text, found)
    }
    places |= {found.end() for found in _GLUED.finditer(text) if not _address(text, found.start())}
    places |= {found.end() for found in _GLUED_QUOTE.finditer(text)}
    return sorted(places)


def _address(text: str, at: int) -> bool:
    """Whether the period at ``at`` stands in a web address or a file name."""
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    last = text[start : text.find(" ", at) if text.find(" ", at) >= 0 else len(text)]
    return any(sign in last for sign in ("//", "www.", "@", "_")) or last.count(".") > 2


def _ends_here(text: str, found: re.Match[str]) -> bool:
    """Whether the mark ends a sentence, by the word before it and the word after it."""
    mark = found.group()[0]
    follows = text[found.end() : found.end() + _WINDOW]
    first = next((c for c in follows if c.isalnum()), "")
    opens = follows[:1] in "“\"‘«([„'"
    if first.islower() and not (opens and found["closers"] == "" and follows[:1] in '“"'):
        return _lower_start(found, follows)
    if mark != "." or found.group().startswith(".."):
        return True
    if found["closers"]:
        return True
    return _period_ends(text[max(0, found.start() - _WINDOW) : found.start()], follows)


def _lower_start(found: re.Match[str], follows: str) -> bool:
    """A lower-case word rarely opens a sentence: names as iPhone, or a text that does not capitalise."""
    word = _FIRST_WORD.match(follows)
    return bool(word and any(c.isupper() for c in word.group(1)[1:3]) and not found["closers"])


def _period_ends(before: str, follows: str) -> bool:
    last_found = _LAST_TOKEN.search(before)
    last = (last_found.group() if last_found else "").rstrip(",").lower().strip("'’")
    last = last.rpartition("-")[2] if last.rpartition("-")[2] in TITLES else last  # then-Rep.
    word = _FIRST_WORD.match(follows)
    following = word.group(1) if word else ""
    if last in BEFORE_NUMBER and following[:1].isdigit():
        return False
    if last in TITLES:
        return last in ("al", "est", "st", "ex", "min", "det", "del", "v") and following.lower() in OPENERS
    if len(last) == 1 and last.isalpha():  # an initial; "I" and a lone letter at the end are rare
        return last == "i" and following.lower() in OPENERS
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", last) or last in MAYBE:
        if last in ("etc",) or (last in MAYBE and last.isalpha() and not _capitalised(before)):
            return True
        if follows[:1] in "-—–" or _begins_here(before):
            return False
        return following.lower() in OPENERS or (follows[:1] in '“"‘' and last not in ("u.s", "u.k", "u.n"))
    return True


def _begins_here(before: str) -> bool:
    """Whether the last word opens its sentence: an abbreviation is no sentence by itself ("U.S. Officials met")."""
    found = _LAST_TOKEN.search(before)
    lead = before[: found.start()].rstrip() if found else before
    return not lead or lead[-1] in ".!?:”"


def _capitalised(before: str) -> bool:
    """Whether the last word begins with a capital: ``Inc`` is an abbreviation, ``in`` is not."""
    found = _LAST_TOKEN.search(before)
    return bool(
        found and (found.group()[:1].isupper() or found.group().lower() in ("am", "pm", "lbs", "oz", "mph"))
    )


def _breaks(text: str, at: int, closed: Set[int]) -> bool:
    """Whether no attribution follows the quotation that ends just before ``at`` (“Why?” he asked)."""
    before = text[max(0, at - _WINDOW) : at].rstrip()
    follows = text[at : at + _WINDOW]
    if at - min(at, _WINDOW) + len(before) not in closed:
        return True
    if not before.rstrip(_CLOSERS).endswith(("?", "!", "…", "...")):
        # after a period only a bare "Durbin said." belongs to the quotation
        short = _BARE_ATTRIBUTION.match(follows)
        return short is None or short["verb"] not in SAYING
    found = _ATTRIBUTION.match(follows)
    if found is None:
        return True
    words = found.group()[: found.start("rest") - found.start()].split()
    if found["verb"] not in SAYING:
        later = re.match(
            r"(?:[A-Z][\w.’'-]*\s+){1,3}(?:said|asked|added|wrote|told|tweeted)\b(?P<rest>.{0,24})", follows
        )
        if later is None:
            return True
        return not _closes(later["rest"])
    return len(words) > 6 or not _closes(found["rest"])


def _closes(rest: str) -> bool:
    """Whether nothing new is told after the verb of saying: only to whom, when and where."""
    return not rest.strip() or bool(
        re.match(
            r"\s*(?:[.,;:—–]|(?:in|on|at|to|as|during|when|after|before|while|of|with|from|via|"
            r"reporters|him|her|them|me|"
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+ly)\b)",
            rest,
            re.IGNORECASE,
        )
    )
