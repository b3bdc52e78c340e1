"""Captions and galleries that run over whole paragraphs: they tell of a photograph, not of the story's day."""

import re
from typing import Literal

from checker.clean.lines import Line

Mark = tuple[Literal["caption", "furniture"], str]

_AGENCY = (
    r"(?:AP|AFP|EPA|UPI|REUTERS|Reuters|Getty(?: Images)?|Bloomberg|POLITICO|NurPhoto|Xinhua|Redux|Alamy)"
)
_PERSON = r"(?:[A-ZÀ-Þ][\w.'’-]*\s){1,3}?[A-ZÀ-Þ][\w'’-]+"
_GALLERY = re.compile(r"\bHide Caption\s+\d+ of \d+\b")
_ALBUM = re.compile(r"(?:Photos: )+(?P<title>.{5,120}?) (?:Photos: )+(?P=title)(?!\w)")
_EMBEDDED = re.compile(r"Embed\b.*\bCopy this code to your website\b|.*\bautoplay autoplay\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:FILE PHOTO|File photo|PHOTO|Photo|Top Photo|Cover Photo|Image|Cover image)\s*:\s*\S"
    r"|(?:Media playback is (?:un|not )supported on (?:your|this) device\s+)?Media caption\b"
    r"|Media playback is (?:un|not )supported on (?:your|this) device\b"
    r"|In this (?:\w+ ){0,2}(?:image|photo|photograph|frame grab) "
    r"(?:from (?:\w+ )?(?:video|television|TV|footage)|taken|made|provided|released)\b"
    r"|Buy Photo\s+[A-Z]|Open this photo in gallery\b|Click to expand Image\b"
)
_ENDS = re.compile(
    r".*[\w.!?\"”’)]\s*(?:"
    # "... in May 2018. REUTERS/Jane Roe/File Photo - RC1E974F0B70", "... in Houston. Jane Roe/AP, FILE"
    rf"REUTERS\s?/\s?[A-ZÀ-Þ][\w .'’/-]{{2,60}}|{_PERSON}\s?/\s?{_AGENCY}(?:,? (?:FILE|File))?"
    # "... on Monday. (Photo: Jane Roe, The Lantern)", "... on Monday. (Jane Roe/The Lantern)"
    rf"|[(\[](?:Photo|Image|AP Photo|Screenshot)\s?[:/][^()\[\]]{{2,80}}[)\]]?"
    # "... in Texas./The Monitor via AP)"
    rf"|[(/]\s?(?:[^()]{{0,60}}/)?[A-ZÀ-Þ][\w .'’-]{{2,40}} via {_AGENCY}\)?"
    rf"|\({_PERSON}\s?/\s?[A-ZÀ-Þ][\w.&'’-]*(?: [\w.&'’-]+){{0,4}}\)"
    r")\s*\.?"
)
# a page that puts the caption, its credit, the headline and the summary on one line
_TOP = re.compile(
    rf".{{0,300}}\|\s*(?:[^|]{{0,40}}/)?{_AGENCY}(?: Photos?| Images)?\s+[A-ZÀ-Þ\"“‘]"
    rf"|(?:AP Photos?|Getty Images|POLITICO illustration\S*|{_PERSON}/(?:POLITICO|AP|Getty))\s+[A-ZÀ-Þ\"“‘]"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATED = re.compile(
    # "... at the harbour on Sunday, June 1.", "... at the harbour, April 17, 2017.", "..., 2019, in Karlsund."
    rf".*(?:(?:\bon )?{_WEEKDAY}, {_MONTH} \d{{1,2}}|(?<!\bon)(?<!\buntil),? {_MONTH} \d{{1,2}}, (?:19|20)\d\d"
    rf"|, {_MONTH} \d{{1,2}})(?:, (?:19|20)\d\d)?(?:,? in [A-ZÀ-Þ][\w.'’-]*(?:,? [A-ZÀ-Þ][\w.'’-]*){{0,3}})?\s*\.?"
)
# what people in photographs do; a caption tells it in the present
_SHOWN = re.compile(
    r"\b(?:speaks?|waves?|walks?|arrives?|takes?|looks? (?:on|at|out)|listens?|attends?|address(?:es)?|"
    r"stands?|gathers?|"
    r"march(?:es)?|protests?|rall(?:y|ies)|holds?|shakes?|poses?|greets?|leaves?|sits?|talks?|smiles?|gestures?|reacts?|"
    r"embraces?|waits?|carr(?:y|ies)|watch(?:es)?|rides?|prepares?|applauds?|testif(?:y|ies)|celebrates?|participates?|"
    r"delivers?|answers?|kiss(?:es)?|hugs?|prays?|lights?|flash(?:es)?|"
    r"(?:is|are) (?:seen|shown|pictured|escorted|led))\b"
)
_TOLD = re.compile(
    r"\b(?:said|told|will|would|had|was|were|has|have|is expected|are expected|plans?|set to)\b"
)
_LONGEST_DATED = 45
_LONGEST = 120  # words; what is longer is no caption
_LONGEST_OF_GALLERY = 1200  # characters of one caption; a line with fewer captions holds other things


def caption_of(line: Line, top: bool) -> Mark | None:
    """The kind of a line that is a caption or a gallery, with the reason.

    Args:
        line: the line.
        top: it is one of the first of the page, where a caption may be followed by the headline.
    """
    captions = len(_GALLERY.findall(line.text))
    if captions * _LONGEST_OF_GALLERY >= len(line.text) or (captions and _ALBUM.match(line.text)):
        return "furniture", "a gallery of photographs"
    if len(line.words) > _LONGEST:
        return None
    if _EMBEDDED.match(line.text):
        return "furniture", "a video player"
    if _BEGINS.match(line.text) and len(line.words) > 3:
        return "caption", "begins as a caption"
    if _ENDS.fullmatch(line.text) and len(line.words) > 6:
        return "caption", "ends in a picture credit"
    if (
        6 < len(line.words) <= _LONGEST_DATED
        and not line.quoted
        and _DATED.fullmatch(line.text)
        and _SHOWN.search(line.text)
        and not _TOLD.search(line.text)
    ):
        return "caption", "tells in the present what a photograph of a past day shows"
    if top and _TOP.match(line.text):
        return "caption", "a picture credit amid headline and summary"
    return None
