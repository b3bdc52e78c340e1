"""Arithmetic of days: what "last Tuesday", "24 February" or "early 2022" is, seen from an account's own
date."""

import calendar
from datetime import date, timedelta
from typing import Literal

Tense = Literal["past", "future", ""]
Days = tuple[date, date]
EARLY, MIDDLE, LATE = (0.0, 0.45), (0.22, 0.78), (0.55, 1.0)


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shift_month(start: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    total = start.year * 12 + start.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return start
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_days(first: int, last: int | None = None) -> Days:
    """First and last day of a year, or of the years from ``first`` to ``last``."""
    return date(first, 1, 1), date(last or first, 12, 31)


def week_days(of: date) -> Days:
    """The week of a day, with the Sunday before its Monday: weeks begin on either."""
    monday = of - timedelta(days=of.weekday())
    return monday - timedelta(days=1), monday + timedelta(days=6)


def share(days: Days, part: tuple[float, float]) -> Days:
    """The early, middle or late part of an interval, widely."""
    length = (days[1] - days[0]).days
    return days[0] + timedelta(days=int(length * part[0])), days[0] + timedelta(days=round(length * part[1]))


def weekday_near(published: date, weekday: int, tense: Tense, word: str = "") -> Days | None:
    """The day that a weekday's name means in an account of ``published``.

    A bare name is the nearest such day up to six days back for what has happened, and up to six days on for
    what
    will; without a tense it is not known. "Last Tuesday" on a Thursday may be of this week or the one before
    it.
    """
    back = (published.weekday() - weekday) % 7
    on = (weekday - published.weekday()) % 7
    if word in ("last", "past"):
        nearest = published - timedelta(days=back or 7)
        return (nearest - timedelta(days=7), nearest) if 0 < back <= 4 else (nearest, nearest)
    if word in ("next", "coming", "following"):
        nearest = published + timedelta(days=on or 7)
        return (nearest, nearest + timedelta(days=7)) if word == "next" else (nearest, nearest)
    if tense == "past":
        found = published - timedelta(days=back)
    elif tense == "future":
        found = published + timedelta(days=on)
    else:
        return None
    return found, found


def year_of(published: date, month: int, number: int, tense: Tense, word: str = "") -> date | None:
    """The day of a month nearest to ``published``, not after it for the past and not before it for the
    future."""
    options = [d for y in (-1, 0, 1, 2) if (d := day(published.year + y, month, number)) is not None]
    # a day's grace: the dateline may be of the evening before, or of another time zone
    grace = timedelta(days=1)
    if word == "last" or (not word and tense == "past"):
        past = max((d for d in options if d <= published + grace), default=None)
        coming = min((d for d in options if d > published + grace), default=None)
        # "the deal for March 3 was announced" in February: a day soon to come is likelier than one of last
        # year
        doubtful = (
            not word and past and coming and (published - past).days > 270 and (coming - published).days < 95
        )
        return None if doubtful else past
    if word in ("next", "coming") or (not word and tense == "future"):
        return min((d for d in options if d >= published - grace), default=None)
    if word == "this":
        return day(published.year, month, number)
    nearest = min(options, key=lambda d: abs((d - published).days), default=None)
    return nearest if nearest is not None and abs((nearest - published).days) <= 120 else None


def ago(published: date, number: float, unit: str, sign: int = -1) -> Days | None:
    """The days meant by "three weeks ago", with half a unit of play for weeks and longer."""
    if unit == "day":
        found = _move(published, sign * round(number))
        return (found, found) if found else None
    days = {"week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}[unit]
    first = _move(published, round(days * (sign * number - 0.5)))
    last = _move(published, round(days * (sign * number + 0.5)))
    return (first, last) if first and last else None


def _move(start: date, days: int) -> date | None:
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None
