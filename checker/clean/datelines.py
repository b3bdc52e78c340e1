"""What stands before the first words: place, agency and date of a wire story, the hour of an entry in a live report."""

import re

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:(?:\d{{1,2}}\s+{_MONTHS}|{_MONTHS}\s+\d{{1,2}})(?:,?\s+(?:19|20)\d\d)?|(?:19|20)\d\d-\d\d-\d\d)"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_PLACE = rf"{_NAME}(?:[ -](?:{_NAME}|de|of|the|la|al|el|and|sur|am))*"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /-](?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+|de|of|the|d['’]))*"
_REGION = rf"(?:,\s*(?!{_MONTHS}\s+\d){_NAME}(?:\s{_NAME})*)?"
_AGENCY = r"(?:\s*[(\[][A-Z][^()\[\]\n]{1,60}[)\]])"
_DASH = r"\s*(?:—|–|--+|-|―)\s*"
_SPACED_DASH = r"\s*(?:—|–|--+|―|(?<=\s)-(?=\s))\s*"
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE}{_REGION},?\s*(?:,\s*{_DATE})?{_AGENCY}(?:\s*,?\s*{_DATE})?{_DASH})"
    rf"|(?:{_PLACE}{_REGION}\s*[,(]?\s*{_DATE}\)?{_SPACED_DASH})"
    rf"|(?:{_CAPITALS}{_REGION}(?:\s*/\s*{_CAPITALS})*{_SPACED_DASH})"
    rf"|(?:{_AGENCY}\s*(?:—|–|--+|(?<=\s)-(?=\s))\s*)"
    rf"|(?:[(\[](?:[A-Z]{{2,6}}|Reuters)[)\]]\s+(?=[A-Z\"“]))"
    rf"|(?:{_PLACE}{_REGION}\s+(?:AP|AFP|UPI|Reuters){_SPACED_DASH}))(?=[\w\"“‘'«(])"
)
_CLOCK = r"(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*(?i:[ap]\.?m\.?))?|(?:1[0-2]|\d)\s*(?i:[ap]\.?m\.?))"
_ZONE = r"(?:,?\s*(?:[ECMP][DS]?T|BST|GMT|UTC|CET|CEST)\b)"
_SAID = r"(?:(?i:updated?|posted)(?:\s+at)?:?\s+)"
# "12:10 a.m. ET: ", "[Updated at 11:05 p.m. ET] ", "Update 3:15 p.m. - "; "9:03 a.m.: " alone may be when it happened
_ENTRY = re.compile(
    rf"(?:\[(?:{_SAID}{_CLOCK}{_ZONE}?|{_CLOCK}{_ZONE})\s*\]"
    rf"|(?:{_SAID}{_CLOCK}{_ZONE}?|{_CLOCK}{_ZONE})(?::|\s*(?:—|–|--+)|\s+-))\s+(?=[A-ZÀ-Þ\"“‘'«])"
)


def entry_end(paragraph: str) -> int:
    """How many characters of the paragraph's beginning are the hour at which an entry was posted; 0 without one."""
    found = _ENTRY.match(paragraph[:60])
    return found.end() if found is not None else 0


def dateline_end(paragraph: str) -> int:
    """How many characters of the paragraph's beginning are a dateline with its dash; 0 when there is none."""
    found = _DATELINE.match(paragraph[:200])
    if found is None or found.end() >= len(paragraph) or len(found.group().split()) > 14:
        return 0
    return found.end()
