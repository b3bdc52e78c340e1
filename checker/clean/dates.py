"""Finds the date of publication in date lines, datelines and bylines; never in sentences."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:\s*[,|·•–—@T-]*\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\.?)?"
    r"(?:\s*(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2}|\([A-Z]{2,5}\))){0,2})?"
)
_DAY = (
    rf"{_WEEKDAY}(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\s+(?:of\s+)?{_MONTH.format('m1')},?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y4>(?:19|20)\d\d))"
)
_LABEL = (
    r"(?P<label>(?:first\s+)?(?:published|posted|publication\s+date|date|released?|issued|created|written)"
    r"(?:\s+(?:on|at|date))?\s*:?\s*)"
)
_CHANGED = r"(?P<changed>(?:last\s+)?(?:updated?|modified|edited|revised)(?:\s+(?:on|at))?\s*:?\s*)"
_BEFORE = rf"(?:{_LABEL}|{_CHANGED})?"
_TIME_FIRST = r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{1,5})?,?\s+(?:on\s+)?)?"
_LINE = re.compile(
    rf"[\s|·•(]*{_BEFORE}{_TIME_FIRST}{_DAY}{_TIME}[\s.,;|"
    rf"·•)]*(?P<rest>(?:{_CHANGED.replace('changed', 'again')}.*)?)",
    re.IGNORECASE,
)
_ANY = re.compile(_DAY, re.IGNORECASE)


def _value(found: re.Match[str]) -> str:
    """The ISO date of a match, empty when there is no such day or when day and month cannot be told apart."""
    groups = found.groupdict()
    if groups["a"]:
        first, second = int(groups["a"]), int(groups["b"])
        if first <= 12 and second <= 12 and first != second:
            return ""
        day, month = (first, second) if first > 12 or second <= 12 else (second, first)
        year = int(groups["y4"])
    elif groups["y3"]:
        year, month, day = int(groups["y3"]), int(groups["m3"]), int(groups["d3"])
    else:
        which = "1" if groups["y1"] else "2"
        year, day = int(groups["y" + which]), int(groups["d" + which])
        month = _MONTHS[groups["m" + which].lower()]
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


_TIME_ALONE = re.compile(rf"\s*(?:{_LABEL}|{_CHANGED}){_TIME}[\s.,;|·•)]*", re.IGNORECASE)


def date_line(line: str) -> tuple[str, str] | None:
    """For a line that is only a date: its ISO date (or empty) and ``published``, ``updated`` or nothing."""
    if len(line) > 160 or not any(c.isdigit() for c in line):
        return None
    found = _LINE.fullmatch(line)
    if found is None:
        timed = _TIME_ALONE.fullmatch(line)
        return None if timed is None else ("", "published" if timed["label"] else "updated")
    role = "published" if found["label"] else "updated" if found["changed"] else ""
    return _value(found), role


def any_date(words: str) -> str:
    """The first full date within a dateline or byline, as ISO; empty when there is none."""
    found = _ANY.search(words)
    return _value(found) if found else ""


_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})(?:\s*([ap])\.?m\b)?", re.IGNORECASE)


def any_time(words: str) -> str:
    """The first time of day in a date line, as ``HH:MM``; empty when there is none."""
    for found in _CLOCK.finditer(words):
        hour, minute = int(found[1]), int(found[2])
        if found[3]:
            hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
        if hour < 24 and minute < 60:
            return f"{hour:02}:{minute:02}"
    return ""
