# ruff: noqa: E501 - a pattern is read more easily in one line
"""The words of dates: patterns for the smallest pieces (a weekday, a day of a month, a time, "last week")."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
        "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June|Jun\.?|July|Jul\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[0-9]|20)\d\d"
_ZONE = r"(?P<zone>GMT|UTC|BST|IST|CES?T|EES?T|MSK|[ECMP][SD]?T|JST|KST|AE[SD]T|(?i:local(?:\s+time)?)|(?:Eastern|Central|Pacific|Mountain|Moscow|Kyiv|London)(?:\s+(?:Standard|Daylight))?(?:\s+[Tt]ime)?)"
_ABOUT = r"(?:(?P<about>(?i:shortly|just|soon|a\s+little)\s+(?i:after|before)|(?i:around|about|roughly|approximately|nearly|almost))\s+)?"
_COUNT = r"(?<![\w-])(?P<count>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|(?:a\s+)?few|several|a\s+couple\s+of)"

# in this order: the first that fits at a place and is longest wins
PIECES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("iso", rf"(?<![\d-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?!\d)"),
        ("slashes", rf"(?<![\d/])(?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.](?P<year>{_YEAR})(?![\d/])"),
        (
            "day",
            rf"\b(?:(?P<day>{_DAY})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*(?P<until>{_DAY})(?:st|nd|rd|th)?)?"
            rf"(?:\s+of)?\s+(?P<month>{_MONTH}))(?![a-z])(?:,?\s+(?P<year>{_YEAR})(?!\d|,\d))?",
        ),
        (
            "day",
            rf"\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
            rf"(?:\s*(?:-|–|to|and)\s*(?P<until>{_DAY})(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|\s+{_MONTH}))?(?:,?\s+(?P<year>{_YEAR})(?!\d|,\d))?",
        ),
        ("month", rf"\b(?P<month>{_MONTH})(?:,|\s+of)?\s+(?P<year>{_YEAR})(?!\d|,\d)"),
        ("month", rf"\b(?:(?P<which>(?i:last|next|this|the\s+coming|coming))\s+)?(?P<month>{_FULL_MONTH})\b(?!['’]s\b)"),
        ("years", rf"\b(?P<year>{_YEAR})(?:-|–|/)(?P<until>\d\d|{_YEAR})(?![\d-])"),
        ("decade", r"(?<![\w.])(?:the\s+)?(?P<year>(?:1[0-9]|20)\d0|['’]?[1-9]0)['’]?s\b"),
        ("century", r"\b(?:the\s+)?(?P<century>1\d|20|21|2)(?:st|th|nd)[\s-]century\b"),
        ("season", r"\b(?:(?P<which>(?i:last|next|this))\s+)?(?P<season>(?i:spring|summer|autumn|fall|winter))(?:\s+of)?\s+(?P<year>(?:1[0-9]|20)\d\d)(?!\d|,\d)"),
        ("season", r"\b(?P<which>(?i:last|next|this))\s+(?P<season>spring|summer|autumn|fall|winter)\b"),
        ("year", rf"(?:(?<=mid-)|(?<![\w$€£#.,/:+-]))(?P<year>{_YEAR})(?![\w%/:]|[.,]\d|-\w|\s*(?:%|per\s?cent))"),
        ("weekday", r"\b(?:(?P<which>(?i:last|next|this|this\s+past|this\s+coming|the\s+following|the\s+previous|past|the\s+coming))\s+)?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"),
        ("weekday", rf"\b(?P<weekday>Mon|Tues?|Wed|Weds|Thurs?|Thu|Fri|Sat|Sun)\b\.?(?=,?\s+(?:{_DAY}\s+)?{_MONTH})"),
        ("today", r"\b(?P<today>(?i:yesterday|today|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)|the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow))\b(?!['’]s\b)"),
        ("week", r"\b(?:(?P<edge>(?i:earlier|later|early|late))\s+)?(?P<which>(?i:last|next|this|this\s+coming|the\s+coming))\s+(?P<unit>week|month|year|decade|century)(?!['’]s\s+(?:time|end)\b)(?!-)\b"),
        ("weekend", r"\b(?:(?P<which>(?i:last|next|this|this\s+past|the\s+past|over\s+the|at\s+the|the|this\s+coming))\s+)(?P<weekend>weekend)\b"),
        ("ago", rf"\b(?:(?P<about>(?i:about|around|nearly|almost|roughly|more\s+than|over|at\s+least|less\s+than|just|some|just\s+over))\s+)?{_COUNT}\s+(?P<unit>hour|minute|day|week|month|year|decade|century|centurie)s?\s+ago\b".replace("(?P<count>", "(?P<count>(?i:").replace("couple\\s+of)", "couple\\s+of))")),
        ("clock", rf"{_ABOUT}(?<![\d:.])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[AaPp]\.[Mm]\b\.?|[AaPp][Mm]\b)(?:\s+\(?{_ZONE}\b)?"),
        ("clock", rf"{_ABOUT}(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\s+\(?{_ZONE}\b"),
        ("clock", rf"{_ABOUT}(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])"),
        ("clock", rf"{_ABOUT}(?<![\d:.])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s+(?:hours\s+)?{_ZONE}\b"),
        ("clock", rf"{_ABOUT}\b(?P<named>(?i:noon|midday|midnight))(?:\s+{_ZONE}\b)?"),
        ("part", r"\b(?:(?i:early|late|mid-?)\s+)?(?P<part>(?i:morning|afternoon|evening|night))\b(?!['’]s\b)"),
    )
)  # fmt: skip
EDGE = re.compile(
    r"(?i:\b(?P<edge>early|earlier|late|later|mid|the\s+(?:beginning|start|end|middle|first\s+half|second\s+half)\s+of"
    r"|(?:beginning|start|end|middle)\s+of))(?:\s+|-|\s+(?:in|on)\s+)(?:the\s+)?$"
)
RELATION = re.compile(
    r"(?i:\b(since|until|till|before|after|by|prior\s+to|ahead\s+of|from|through|following))\s+(?:the\s+)?$"
)
RELATIONS = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "by": "until",
    "prior to": "before", "ahead of": "before", "following": "after", "through": "until",
}  # fmt: skip
# what may stand between two pieces of one date
LINK = re.compile(r"^(?:,?\s+|\s*,\s+(?:on\s+|at\s+)?|,?\s+(?:on|at|of|in\s+the)\s+(?:the\s+)?|\s+\(?)$")
