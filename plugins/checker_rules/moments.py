"""Dates as places of a fact: which can be compared, which agree, and what of them tells that they are of one event."""

import re
from collections.abc import Sequence
from datetime import date

from checker.models.language import DateValue, Word
from checker.models.text import Span
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import DocumentView, MentionView

When = MentionView[DateValue]
_DAYS = frozenset({"minute", "part", "day"})
# what leaves a day open, and how far before it (characters)
_GUESS = re.compile(
    r"\b(?:likely|probably|possibly|perhaps|maybe|tentatively|as (?:early|soon|late) as)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_NEAR = 30
# what names an event that was still to come, or was over, with its day: not "after the vote Friday", which dates both,
# nor "before the judges Friday"
_FOLLOWED = re.compile(
    r"\b(?:ahead of|prior to|since|until) (?:the|an?|his|her|their|its|next|this)\b", re.IGNORECASE
)
_WITHIN = frozenset({"ADJ", "ADV", "DET", "NOUN", "PART", "PRON", "PROPN", "PUNCT"})
_STRETCH = re.compile(r"\d+|[a-z]{3,}")
_RANGE = re.compile(r"\d\s*(?:-|–|—|to|through|until)\s*\d", re.IGNORECASE)
_GRAINS = ("year", "month", "minute", "part")


def comparable(a: When, b: When) -> bool:
    """Whether the two are of one grain: a day against a day, a year against a year; "before" is not "on"."""
    return comparable_values(a.value, b.value)


def comparable_values(a: DateValue, b: DateValue) -> bool:
    """The same of the values alone."""
    if a.relation != b.relation and {"before", "after"} & {a.relation, b.relation}:
        return False
    for one, other in ((a, b), (b, a)):
        # a bare weekday is some day near the report; it says nothing about a date of another year
        if one.weekday is not None and not one.first and other.weekday is None and other.first:
            return False
    if (a.minutes is None) != (b.minutes is None):
        return a.grain in _DAYS and b.grain in _DAYS
    return a.grain == b.grain or (a.grain in _DAYS and b.grain in _DAYS)


def agree(a: When, b: When) -> bool:
    """Whether both name one moment; a "today" of which nobody knows the day agrees with nothing."""
    known = any(
        x is not None and y is not None for x, y in zip(_known(a.value), _known(b.value), strict=True)
    )
    return known and comparable(a, b) and not conflict(a, b)


def _known(value: DateValue) -> tuple[object | None, ...]:
    """What of a date can be held against another: its days, weekday, day of the month, month and time."""
    day = value.first and value.first == value.last
    weekday = date.fromisoformat(value.first).weekday() if day and value.weekday is None else value.weekday
    month = value.month or (int(value.first[5:7]) if value.first and value.grain == "month" else None)
    return value.first or None, weekday, value.month_day or None, month, value.minutes


def conflict(a: When, b: When) -> bool:
    """Whether the two cannot name one moment, or one stretch of days: "Aug. 16-20" is not "Aug. 16-28"."""
    return not a.value.compatible(b.value) or ranges_apart(a, b)


def ranges_apart(a: When, b: When) -> bool:
    """Whether both name the first and the last day, or year, of a stretch, and these are two stretches."""
    if (
        a.value.grain != "other"
        or b.value.grain != "other"
        or not (_RANGE.search(a.text) and _RANGE.search(b.text))
    ):
        return False
    # the words, since the year may be unknown or guessed from the account's own date
    one, other = (_STRETCH.findall(n.text.casefold()) for n in (a, b))
    months = [[w[:3] for w in words if not w.isdigit()] for words in (one, other)]
    days = [_full([w for w in words if w.isdigit()]) for words in (one, other)]
    return months[0] == months[1] and len(days[0]) == len(days[1]) and days[0] != days[1]


def _full(numbers: Sequence[str]) -> list[int]:
    """The first and last of a stretch as numbers: 2010-14 ends in 2014."""
    first = next(iter(numbers), "")
    return [int(first[: -len(n)] + n) if len(first) == 4 and len(n) == 2 else int(n) for n in numbers]


def given(document: DocumentView, when: When, besides: When | None = None) -> bool:
    """Whether the account names that very moment, in another place than ``besides``."""
    return any(d != besides and d.value.grain == when.value.grain and agree(d, when) for d in document.dates)


def inside(words: Sequence[Word], when: When) -> tuple[Sequence[Span], frozenset[str]]:
    """The span of a date; nothing else belongs to it."""
    return [when.span], frozenset()


def ahead(when: When) -> bool:
    """Whether the account looks forward to the event: plans change, and that is no slip."""
    told = when.statement
    return told is not None and (told.tense == "future" or told.modality in ("future", "intended"))


def another_day(a: When, b: When) -> bool:
    """Whether two days of a year share neither the month nor the day: a slip of the pen leaves one of them."""
    one, other = a.value.month_day, b.value.month_day
    return bool(one and other) and one[:2] != other[:2] and one[3:] != other[3:]


def pictured(when: When) -> bool:
    """Whether a day stands in the present tense, as captions tell of a photograph and timetables of what is due."""
    return when.statement is not None and when.statement.tense == "present" and when.value.grain in _DAYS


def guessed(when: When) -> bool:
    """Whether the words right before a day leave it open: "likely for Friday", "as early as Monday"."""
    before = when.document.text[max(when.sentence.span.start, when.span.start - _NEAR) : when.span.start]
    return _GUESS.search(before) is not None


def of_what_follows(when: When) -> bool:
    """Whether a day is that of what something came before or after: "ahead of the primary Tuesday"."""
    text = when.document.text
    words = [w for w in sentence_words(when.sentence) if w.span.end <= when.span.start]
    for found in _FOLLOWED.finditer(text, when.sentence.span.start, when.span.start):
        between = [w for w in words if w.span.start >= found.end()]
        if (
            between
            and between[-1].pos in ("NOUN", "PROPN")
            and all(w.pos in _WITHIN and w.text != "," for w in between)
        ):
            return True
    return False


def by_the_speaker(when: When) -> bool:
    """Whether it is "this morning" or "yesterday" in somebody's words: counted from the day of speaking."""
    value = when.value
    if not value.anchored or value.weekday is not None or value.month_day:
        return False
    return any(q.value.direct and q.span.contains(when.span) for q in when.sentence.quotes)


def evidence(pair: SentencePair, a: When, b: When) -> dict[str, float]:
    """What of two dates tells whether they are of one event, by name."""
    grains = {a.value.grain, b.value.grain}
    return {
        "alone": float(len(pair.left.dates) == len(pair.right.dates) == 1),
        "grain": float(len(grains) == 1),
        **{grain: float(grain in grains) for grain in _GRAINS},
        "relation": float(a.value.relation != b.value.relation),
        "ahead": float(ahead(a) != ahead(b)),
    }
