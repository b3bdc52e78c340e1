"""Reads the pieces of a date and puts a date's pieces together into one value."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from checker.annotate import calendar_days as days
from checker.annotate.calendar_days import Days, Tense
from checker.annotate.date_grammar import MONTHS, SEASONS, WEEKDAYS
from checker.annotate.numerals import TENS, UNITS
from checker.models.language import DateValue

_GRAINS = {"minute": "minute", "hour": "minute", "day": "day", "week": "week", "month": "month",
    "year": "year",
           "decade": "decade", "century": "century", "centurie": "century"}  # fmt: skip
_PARTS_OF_TODAY = {"this morning": "morning", "this afternoon": "afternoon", "this evening": "evening",
                   "tonight": "evening", "last night": "night"}  # fmt: skip
_TODAY = {
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_ZONE_NAMES = {
    "eastern": "ET",
    "central": "CT",
    "pacific": "PT",
    "mountain": "MT",
    "moscow": "MSK",
    "local": "LOCAL",
}


@dataclass(frozen=True)
class Piece:
    """One piece of a date: what pattern it fits, its place in the sentence, what its words say."""

    name: str
    start: int
    end: int
    says: dict[str, Any] = field(default_factory=dict)


def read_piece(name: str, match: "re.Match[str]") -> Piece | None:
    """What the words of a match say, in numbers; None when they are no date after all (31 February)."""
    groups = {k: v for k, v in match.groupdict().items() if v is not None}
    says: dict[str, Any] = {}
    for key in ("year", "day", "until"):
        if key in groups and groups[key].isdigit():
            says[key] = int(groups[key])
    if "month" in groups:
        says["month"] = (
            int(groups["month"]) if groups["month"].isdigit() else MONTHS[groups["month"].lower().rstrip(".")]
        )
    if "which" in groups:
        words = groups["which"].lower().split()
        says["which"] = next(
            (w for w in ("last", "next", "past", "coming", "following", "previous", "this") if w in words), ""
        )
    if "weekday" in groups:
        says["weekday"] = WEEKDAYS[groups["weekday"].lower()]
    for key in ("season", "today", "unit", "part", "century", "count", "edge"):
        if key in groups:
            says[key] = re.sub(r"\s+", " ", groups[key].lower())
    if name == "slashes":
        one, two = int(groups["one"]), int(groups["two"])
        if not (0 < one <= 31 and 0 < two <= 31) or min(one, two) > 12:
            return None
        if one > 12 or two > 12 or one == two:
            says["day"], says["month"] = max(one, two), min(one, two)
    if name == "decade":
        year = int(groups["year"].lstrip("'’"))
        says["year"] = year if year > 99 else 1900 + year if year > 20 else 2000 + year
    if name == "years":
        last = int(groups["until"])
        says["until"] = last if last > 99 else says["year"] // 100 * 100 + last
        if not says["year"] < says["until"] <= says["year"] + 60:
            return None
    if name == "clock" and not _clock(groups, says):
        return None
    if (
        "day" in says
        and "month" in says
        and days.day(says.get("year", 2024), says["month"], says["day"]) is None
    ):
        return None
    return Piece(name, match.start(), match.end(), says)


def _clock(groups: dict[str, str], says: dict[str, Any]) -> bool:
    minute = int(groups.get("minute", 0))
    says["slack"] = 20 if "about" in groups else 10 if "minute" not in groups else 3 if minute % 5 == 0 else 0
    if "named" in groups:
        says["minutes"] = 0 if groups["named"].lower() == "midnight" else 720
    else:
        hour = int(groups["hour"])
        if "half" in groups:
            hour = hour % 12 + 12 * (groups["half"][0].lower() == "p")
        elif "zone" not in groups and hour < 13 and not (len(groups["hour"]) == 2 and hour < 10):
            return True  # morning or evening: the words do not say
        says["minutes"] = hour * 60 + minute
    if "zone" in groups:
        zone = groups["zone"].split()[0]
        says["zone"] = _ZONE_NAMES.get(zone.lower(), zone.upper())
    return True


def value_of(group: list[Piece], published: date | None, tense: Tense, edge: str, relation: str) -> DateValue:
    """The value of a date's pieces, seen from the account's date; ``edge``: early, late, mid, ..."""
    says: dict[str, Any] = {}
    for piece in group:
        says = {**piece.says, **says}
    names = {p.name for p in group}
    found: Days | None = None
    anchored = False
    value: dict[str, Any] = {"relation": relation, "grain": "day"}
    if names & {"day", "iso", "slashes"}:
        found, anchored = _of_day(says, published, tense, value)
        if "weekday" in says:
            value["weekday"] = says["weekday"]
    elif "weekday" in names:
        value["weekday"] = says["weekday"]
        if published is not None:
            found, anchored = _of_weekday(names, says, published, tense), True
    elif "today" in names:
        if published is not None:
            one = published + timedelta(days=_TODAY.get(says["today"], 0))
            found, anchored = (one, one), True
        if says["today"] in _PARTS_OF_TODAY:
            value["part"] = _PARTS_OF_TODAY[says["today"]]
    else:
        found, anchored = _of_longer(names, says, published, tense, value)
    _time(says, value, edge, names)
    if found and edge and value["grain"] in ("month", "year", "season", "decade", "century", "week"):
        found = days.share(found, _edge(edge))
    if found and value.get("minutes") == 0:
        found = (found[0], min(found[1], date.max - timedelta(days=1)) + timedelta(days=1))
    if found:
        value |= {"first": found[0].isoformat(), "last": found[1].isoformat(), "anchored": anchored}
    return DateValue.model_validate(value)


def _of_day(
    says: dict[str, Any], published: date | None, tense: Tense, value: dict[str, Any]
) -> tuple[Days | None, bool]:
    if "day" not in says:
        return days.year_days(says["year"]), False
    month, number = says["month"], says["day"]
    last = says.get("until", number)
    if last <= number:
        last = number
    else:
        value["grain"] = "other"
    if "year" in says:
        one, two = days.day(says["year"], month, number), days.day(says["year"], month, last)
        if one is not None and last == number:
            value["month_day"] = f"{month:02d}-{number:02d}"
        return ((one, two or one) if one else None), False
    if last == number:
        value["month_day"] = f"{month:02d}-{number:02d}"
    one = days.year_of(published, month, number, tense) if published is not None else None
    if one is None:
        return None, False
    return (one, days.day(one.year, month, last) or one), True


def _of_weekday(names: set[str], says: dict[str, Any], published: date, tense: Tense) -> Days | None:
    if "week" in names and says.get("unit") == "week":
        shift = {"last": -7, "next": 7, "coming": 7}.get(says.get("which", ""), 0)
        monday = published - timedelta(days=published.weekday()) + timedelta(days=shift + says["weekday"])
        return monday, monday
    if "ago" in names:
        return None
    which = says.get("which", "")
    if which in ("previous", "following"):
        return None
    return days.weekday_near(published, says["weekday"], "past" if which == "past" else tense, which)


def _of_longer(
    names: set[str], says: dict[str, Any], published: date | None, tense: Tense, value: dict[str, Any]
) -> tuple[Days | None, bool]:
    which = says.get("which", "")
    if "month" in names:
        value["grain"] = "month"
        if "year" in says:
            return days.month_days(says["year"], says["month"]), False
        value["month"] = says["month"]
        first = days.year_of(published, says["month"], 1, tense, which) if published else None
        return (days.month_days(first.year, first.month) if first else None), first is not None
    if "years" in names:
        value["grain"] = "other"
        return days.year_days(says["year"], says["until"]), False
    if "year" in names:
        value["grain"] = "year"
        return days.year_days(says["year"]), False
    if "decade" in names:
        value["grain"] = "decade"
        return days.year_days(
            says["year"], says["year"] + (99 if says["year"] % 100 == 0 and says["year"] < 2000 else 9)
        ), False
    if "century" in names:
        value["grain"] = "century"
        number = int(says["century"])
        return days.year_days(max(1, number * 100 - 100), number * 100), False
    if "season" in names:
        value["grain"] = "season"
        return _of_season(says, published, which)
    if names & {"week", "weekend", "ago"} and published is not None:
        return _of_relative(names, says, published, tense, value, which), True
    if "ago" in names or "week" in names:
        value["grain"] = _GRAINS[says["unit"]]
    elif "weekend" in names:
        value["grain"] = "other"
    else:
        value["grain"] = "minute"
    return None, False


def _of_season(says: dict[str, Any], published: date | None, which: str) -> tuple[Days | None, bool]:
    year = says.get("year")
    if year is None:
        if published is None:
            return None, False
        year = published.year
        back, on = (2, 0) if which == "last" else (0, 2) if which == "next" else (1, 1)
        return (
            days.shift_month(date(year, 1, 1), -6 * back),
            days.shift_month(date(year, 12, 31), 6 * on),
        ), True
    first, last = SEASONS[says["season"]]
    # seasons begin at other dates by the calendar and by the weather, and lie elsewhere south of the
    # equator: a month's play
    start = days.shift_month(date(year, first, 1), -1 if first < 12 else -12)
    end = days.month_days(year + (last < first), last)[1]
    return (start, days.shift_month(end, 1)), False


def _of_relative(
    names: set[str], says: dict[str, Any], published: date, tense: Tense, value: dict[str, Any], which: str
) -> Days | None:
    if "ago" in names:
        unit = says["unit"].replace("centurie", "century")
        value["grain"] = _GRAINS[unit]
        if unit in ("hour", "minute"):
            return published - timedelta(days=1), published
        count = _count(says["count"])
        return days.ago(published, count, unit) if count else None
    if "weekend" in names:
        value["grain"] = "other"
        saturday = published - timedelta(days=(published.weekday() - 5) % 7)
        options = {"past": [saturday], "future": [saturday + timedelta(days=7)]}.get(
            tense, [saturday, saturday + timedelta(days=7)]
        )
        if which in ("last", "next"):
            options = (
                [saturday - timedelta(days=7), saturday]
                if which == "last"
                else [saturday + timedelta(days=7), saturday + timedelta(days=14)]
            )
        elif tense == "future" and published.weekday() >= 5:
            options = [saturday, saturday + timedelta(days=7)]
        return options[0] - timedelta(days=1), options[-1] + timedelta(days=1)
    unit = says["unit"]
    value["grain"] = _GRAINS[unit]
    shift = {"last": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "week":
        found = days.week_days(published + timedelta(days=7 * shift))
    elif unit == "month":
        moved = days.shift_month(published.replace(day=1), shift)
        found = days.month_days(moved.year, moved.month)
    elif unit == "year":
        found = days.year_days(published.year + shift)
    else:
        length = 10 if unit == "decade" else 100
        start = published.year // length * length + shift * length
        # "last decade" is also the ten years up to now
        found = days.year_days(
            start - (length if shift else 0) * (shift < 0), start + length - 1 + (length if shift < 0 else 0)
        )
    edge = says.get("edge", "")
    if edge in ("earlier", "later") and shift == 0:
        found = (found[0], published) if edge == "earlier" else (published, found[1])
    elif edge:
        found = days.share(found, _edge(edge))
    return found


def _count(word: str) -> float:
    if word.isdigit():
        return float(word) if len(word) < 5 else 0.0
    if word in ("a", "an"):
        return 1.0
    return float(UNITS.get(word) or TENS.get(word) or 0)


def _edge(edge: str) -> tuple[float, float]:
    if "mid" in edge:
        return days.MIDDLE
    return (
        days.EARLY if any(w in edge for w in ("early", "earlier", "begin", "start", "first")) else days.LATE
    )


def _time(says: dict[str, Any], value: dict[str, Any], edge: str, names: set[str]) -> None:
    if "minutes" in says:
        value |= {
            "minutes": says["minutes"],
            "slack": says["slack"],
            "zone": says.get("zone", ""),
            "grain": "minute",
        }
    elif "part" in says:
        value |= {"part": says["part"], "grain": "part"}
    elif edge in ("early", "late") and names & {"weekday", "day", "today"}:
        value |= {"part": edge, "grain": "part"}
