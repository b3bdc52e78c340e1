"""Dates that stand alone for their grain in two short accounts: an hour, a day of a month, a year."""

import re
from collections.abc import Iterator

from checker import Embed
from checker.models.language import DateValue
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import StoryView
from checker_rules import moments
from checker_rules.common_roots import roots_in_common
from checker_rules.facts import Differing
from checker_rules.moments import When
from checker_rules.two_deeds import planned
from checker_rules.unanswered import Sort, two_things, unanswered

# how alike two sentences must be without their dates (cosine, -1 to 1), and how surely these are of one fact then
_NEAR, _OTHER_WORDS, _ALONE, _NEARER = 0.4, 0.55, 0.5, 0.35
# how many roots the sentences of two nights have in common, of which every story has several
_SHARED = 3
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# an hour of another place is another hour
_ZONE = re.compile(
    r"\s*(?:local time\b|\(?\d|GMT\b|UTC\b|[CEMPW]E?[SD]?T\b|[A-Z]\w+ (?:mean |standard )?time\b)",
    re.IGNORECASE,
)
_AFTER = 30  # characters
_BACKGROUND = frozenset({"before", "after", "since"})


def lone_dates(story: StoryView, embed: Embed) -> Iterator[Differing[DateValue]]:
    """Two dates of one grain that find no like in the other account, in sentences nearest to each other."""
    for one in unanswered(story, embed, _SORT):
        a, b = one.left, one.right
        pair = SentencePair(a.sentence, b.sentence, 0.0, False, ())
        if _told_alike(a, b) and _one_fact(a, b) and not two_things(pair, a, b):
            sure = _ALONE + _NEARER * one.likeness
            yield Differing(sure, pair, a, b, doubtful=True, alone=True)


def _told_alike(a: When, b: When) -> bool:
    """Whether the sentences have words in common, without which they are near since both tell an hour or a night."""
    return roots_in_common(a.sentence, b.sentence, a, b)[0] >= (_SHARED if _grain(a) == "part" else 1)


def telling(a: When, b: When) -> bool:
    """Whether two dates differ in one part only, as slips leave them: a day, a month, a year, the weekday."""
    one, other = a.value.month_day, b.value.month_day
    if one and other:
        return one[:2] == other[:2] or one[3:] == other[3:]
    grain = _grain(a)
    if grain == "year":
        # "September 2023" and "September 2024"; bare years are each of something else: built, renovated
        return _without_year(a) == _without_year(b) != ""
    if grain == "hour":
        return a.value.minutes == b.value.minutes
    return grain == "part"


def _one_fact(a: When, b: When) -> bool:
    return telling(a, b) or (planned(a) and planned(b) if _grain(a) == "year" else planned(a) == planned(b))


def _grain(when: When) -> str:
    """What of a date is compared here: hour, day of a month, year, part of a weekday; empty for any other date."""
    value = when.value
    if value.minutes is not None:
        return "" if _ZONE.match(when.document.text[when.span.end : when.span.end + _AFTER]) else "hour"
    if value.month_day:
        return "day"
    if value.grain == "year" or _YEAR.search(when.text):
        return "year"
    return "part" if value.part and value.weekday is not None else ""


def _without_year(when: When) -> str:
    return _YEAR.sub("", when.text.casefold()).strip(" ,")


def _agree(a: When, b: When) -> bool:
    if a.text.casefold() == b.text.casefold():
        return True
    # "Monday" and "Monday, July 14" may be two Mondays
    return _grain(a) == _grain(b) and not moments.conflict(a, b)


def _kindred(a: When, b: When) -> bool:
    if _grain(a) != _grain(b) or not _grain(a):
        return False
    relations = {a.value.relation, b.value.relation}
    if len(relations) > 1 and (relations & _BACKGROUND or _grain(a) == "hour"):
        return False
    if _grain(a) == "year":
        return True
    if _grain(a) == "part":
        return a.value.part == b.value.part
    return moments.comparable(a, b) and (
        _grain(a) != "hour" or _one_day(a, b) or a.value.minutes == b.value.minutes
    )


def _one_day(a: When, b: When) -> bool:
    """Whether two hours can be of one day."""
    loose = {"minutes": None, "part": "", "slack": 0}
    return a.value.model_copy(update=loose).compatible(b.value.model_copy(update=loose))


def _least(a: When, b: When) -> float:
    return _NEAR if telling(a, b) or _grain(a) != "year" else _OTHER_WORDS


_SORT = Sort(
    mentions=lambda document: document.dates, agree=_agree, kindred=_kindred, least=_least, telling=telling
)
