"""What the annotators find in a sentence: mentions with typed values, and statements.

A mention is a span with a value; a rule compares values, never strings. Values know when they are compatible.
"""

import math
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from checker.models.base import Frozen
from checker.models.text import Document, Sentence, Span


class QuantityValue(Frozen):
    """A quantity as an interval with a unit and what it counts.

    ``low`` and ``high`` are the bounds the words allow (``None``: open), in the canonical unit, after hedges:
    "at least 12" is [12, None); "about 40" is a band around 40. Bounds are inclusive, also those of "more
    than".
    ``number`` is the figure said, in the canonical unit; ``step`` the size of its last significant digit
    ("3.2 million": 100,000), for fair rounding. Fractions are in percent, so that "half" meets "50 percent".
    """

    type: Literal["quantity"] = "quantity"
    number: float
    low: float | None = None
    high: float | None = None
    step: float = 1.0
    unit: str = Field(
        default="", description="canonical: percent, USD, metre, second, gram, ... or empty for a count"
    )
    form: Literal[
        "cardinal", "ordinal", "percent", "money", "measure", "duration", "fraction", "score", "age", "year"
    ] = "cardinal"
    counted: str = Field(default="", description="lemma of the head noun counted: person, seat, hour")
    of: tuple[str, ...] = Field(
        default=(), description="lemmas that restrict what is counted: dead, injured, for, against, ukrainian"
    )
    hedge: Literal["", "at least", "more than", "at most", "less than", "about", "almost", "range"] = ""
    parts: tuple[float, ...] = Field(
        default=(), description="a score's or tally's numbers in the order said: (93, 18)"
    )

    def compatible(self, other: "QuantityValue") -> bool:
        """Whether both can be true of the same thing, hedges and fair rounding allowed for.

        Other units (another currency, percent against percentage points) cannot be compared and so do not
        conflict. A score agrees with a score of the same numbers, whoever is named first, and with a count
        that is
        one of its numbers. Symmetric and reflexive.
        """
        if self == other or self.unit != other.unit:
            return True
        if self.parts or other.parts:
            return self._score_agrees(other)
        if _excludes(self, other) or _excludes(other, self):
            return False
        low = max(_or(self.low, -math.inf), _or(other.low, -math.inf))
        high = min(_or(self.high, math.inf), _or(other.high, math.inf))
        if low <= high + 1e-9 * max(1.0, abs(high) if math.isfinite(high) else 1.0):
            return True
        coarse, fine = (self, other) if self.step > other.step else (other, self)
        return coarse.hedge != "range" and fine.hedge != "range" and _rounds_to(fine, coarse)

    def _score_agrees(self, other: "QuantityValue") -> bool:
        if not (self.parts and other.parts):
            score, count = (self, other) if self.parts else (other, self)
            return count.number in score.parts
        shared = min(len(self.parts), len(other.parts))
        return sorted(self.parts[:shared]) == sorted(other.parts[:shared])


def _excludes(above: QuantityValue, below: QuantityValue) -> bool:
    """Whether one says more than a figure and the other less than the same: the bounds meet where neither can be."""
    bounds = (above.hedge, below.hedge)
    strict = bounds in (("more than", "less than"), ("at least", "less than"), ("more than", "at most"))
    return strict and above.number == below.number


def _rounds_to(fine: QuantityValue, coarse: QuantityValue) -> bool:
    """Whether ``coarse`` is ``fine`` with its last digits fairly rounded off, or cut off where that is tiny.

    A figure of one or two significant digits, of thousands or more, or without the other's decimals may be a
    rounding; "1,250" is not a rounding of 1,246. A figure of one digit stands for no more than a tenth around
    it (a fifth for durations, which are told in whole units): "1 million" is not a rounding of 1.4 million.
    """
    step, size = coarse.step, abs(coarse.number)
    if step <= fine.step * (1 + 1e-9):
        return False
    off = fine.number - coarse.number
    decimals_dropped = step <= 1 and fine.step < step
    if 0 <= off < step and fine.step < step / 9 and step / max(1.0, size) < 0.02:
        return True
    if not -step / 2 - 1e-9 <= off < step / 2:
        return False
    if decimals_dropped:
        return True
    digits = len(str(round(size / step)))
    reach = 0.2 if coarse.form == "duration" else 0.1
    return (digits <= 2 or step >= 1000) and abs(off) <= reach * size


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


class DateValue(Frozen):
    """A date or time as an interval of days, with the time of day apart.

    ``first`` and ``last`` are ISO dates (inclusive) when the words can be resolved, else empty. ``weekday`` is 0-6
    (Monday 0) when the words name one; ``month_day`` is ``02-24`` when the words name a day of a month. ``minutes``
    counts from midnight, ``slack`` is how far the words let it stray, ``zone`` the zone named with it, in capitals
    (LOCAL: "local time"). ``anchored`` says that the account's own date was used to resolve it.
    """

    type: Literal["date"] = "date"
    first: str = ""
    last: str = ""
    grain: Literal[
        "minute", "part", "day", "week", "month", "season", "year", "decade", "century", "other"
    ] = "day"
    weekday: int | None = None
    month_day: str = ""
    minutes: int | None = None
    anchored: bool = False
    relation: Literal["", "before", "after", "since", "until"] = ""
    month: int | None = Field(
        default=None, description="1-12 when the words name a month without a day or year"
    )
    slack: int = Field(default=0, ge=0, description="minutes that the time of day may be off: 'about noon'")
    zone: str = Field(default="", description="GMT, ET, LOCAL, ... or empty")
    part: str = Field(
        default="", description="morning, afternoon, evening, night, or early or late in the day"
    )

    def compatible(self, other: "DateValue") -> bool:
        """Whether both can name the same moment; what is unknown on either side is compatible.

        Days are compared as intervals ("February 2025" holds 24 February). The same weekday in both accounts
        is the
        same day as far as the words go, since the account's own date, which tells which one, may be wrong.
        Symmetric and reflexive.
        """
        return self == other or (self._days_agree(other) and self._times_agree(other))

    def _days_agree(self, other: "DateValue") -> bool:
        if self.weekday is not None and self.weekday == other.weekday and (self.anchored or other.anchored):
            return True
        if self._night_before(other) or other._night_before(self):
            return True
        if (self.anchored or other.anchored) and self._named() == other._named() != "":
            # "in February": which February was guessed from the account's own date; its words leave the year open
            return True
        if self.first and other.first:
            mine, theirs = self._days(other), other._days(self)
            return mine[0] <= theirs[1] and theirs[0] <= mine[1]
        if self.relation != other.relation:
            return True
        for a, b in ((self._known_month_day(), other._known_month_day()), (self._months(), other._months())):
            if a and b and a != b:
                return False
        a_day, b_day = self._known_weekday(), other._known_weekday()
        return a_day is None or b_day is None or a_day == b_day

    def _days(self, other: "DateValue") -> tuple[str, str]:
        """First and last day; open at one end when "since" or "before" stands against a plain date."""
        if self.relation == other.relation:
            return self.first, self.last
        if self.relation in ("before", "until"):
            return "0000", self.last
        if self.relation in ("after", "since"):
            return self.first, "9999-99"
        return self.first, self.last

    def _night_before(self, other: "DateValue") -> bool:
        """Whether this is a night and the other the small hours that follow it, which are one night."""
        late = self.part in ("night", "late", "evening") or (
            self.minutes is not None and self.minutes >= 1200
        )
        small = other.part in ("early", "morning") or (other.minutes is not None and other.minutes < 480)
        if not (late and small):
            return False
        if self.first and other.first:
            return (
                date.fromisoformat(self.last).toordinal() + 1 == date.fromisoformat(other.first).toordinal()
            )
        mine, theirs = self._known_weekday(), other._known_weekday()
        return mine is not None and theirs is not None and (mine + 1) % 7 == theirs

    def _known_month_day(self) -> str:
        return self.month_day or (self.first[5:] if self.first and self.first == self.last else "")

    def _named(self) -> str:
        """The month, or the day of it, that the words name."""
        return self.month_day or (self.first[5:7] if self.grain == "month" else "")

    def _known_weekday(self) -> int | None:
        if self.weekday is None and self.first and self.first == self.last:
            return date.fromisoformat(self.first).weekday()
        return self.weekday

    def _months(self) -> int | None:
        if self.month is not None:
            return self.month
        if self.month_day:
            return int(self.month_day[:2])
        return int(self.first[5:7]) if self.first and self.first[:7] == self.last[:7] else None

    def _times_agree(self, other: "DateValue") -> bool:
        if self.minutes is not None and other.minutes is not None:
            apart = _minutes_apart(self.minutes, self.zone, other.minutes, other.zone)
            return apart is None or apart <= self.slack + other.slack
        if self.zone != other.zone:
            return True
        mine, theirs = self._part_minutes(), other._part_minutes()
        return (
            mine is None
            or theirs is None
            or any(mine[0] < theirs[1] + turn and theirs[0] + turn < mine[1] for turn in (-1440, 0, 1440))
        )

    def _part_minutes(self) -> tuple[int, int] | None:
        """The minutes that the time or the part of the day covers, widely."""
        if self.minutes is not None:
            return self.minutes - self.slack, self.minutes + self.slack
        return PARTS_OF_DAY.get(self.part)


# generous: the words overlap, and an account of the small hours says "night" where another says "morning"
PARTS_OF_DAY: dict[str, tuple[int, int]] = {
    "early": (0, 660),
    "morning": (0, 750),
    "afternoon": (690, 1140),
    "evening": (960, 1440),
    "night": (1020, 1440 + 420),
    "late": (900, 1440 + 180),
}
# minutes ahead of UTC; a name that stands for summer and winter time alike has two
ZONES: dict[str, tuple[int, ...]] = {
    "GMT": (0,), "UTC": (0,), "BST": (60,), "IST": (330, 60, 120), "CET": (60,), "CEST": (120,),
    "EET": (120,),
    "EEST": (180,), "MSK": (180,), "EST": (-300,), "EDT": (-240,), "ET": (-300, -240), "CST": (-360, 480),
    "CDT": (-300,), "CT": (-360, -300), "MST": (-420,), "MDT": (-360,), "MT": (-420, -360), "PST": (-480,),
    "PDT": (-420,), "PT": (-480, -420), "JST": (540,), "KST": (540,), "AEST": (600,), "AEDT": (660,),
}  # fmt: skip


def _minutes_apart(a: int, a_zone: str, b: int, b_zone: str) -> int | None:
    """How far two times of day are apart on the clock's face, in minutes; None when the zones cannot be
    compared."""

    def apart(x: int, y: int) -> int:
        return min((x - y) % 1440, (y - x) % 1440)

    if a_zone == b_zone or {a_zone, b_zone} == {"", "LOCAL"}:
        return apart(a, b)
    if a_zone not in ZONES or b_zone not in ZONES:
        return None
    return min(apart(a - x, b - y) for x in ZONES[a_zone] for y in ZONES[b_zone])


class NameValue(Frozen):
    """A name, resolved within its account: every mention of one person, place or organisation has one
    ``entity``.

    ``entity`` is a canonical key that aliases of all accounts share where it can be known ("united states"
    for
    U.S., US, America, Washington in the sense of the government; "donald trump" for Trump, Mr. Trump, the US
    president when the account says so).
    """

    type: Literal["name"] = "name"
    entity: str
    kind: Literal["person", "place", "organisation", "group", "other"] = "other"
    full: str = Field(default="", description="the longest form of the name in this account")
    titles: tuple[str, ...] = ()
    pronoun: bool = Field(
        default=False, description="a pronoun or a noun phrase (the president) that stands for the name"
    )
    adjective: bool = Field(default=False, description="a demonym used as adjective: the Russian president")
    country: str = Field(
        default="", description="entity key of the state or body a title goes with: US President"
    )
    gender: Literal["", "male", "female"] = Field(
        default="", description="of a person, where titles or given name tell"
    )


class QuoteValue(Frozen):
    """Words given to a speaker.

    ``exact`` are the words between the quotation marks (direct) or of the reported clause (indirect).
    ``speaker``
    is the entity key of a name or, failing that, the lower-cased noun phrase; empty when unknown.
    """

    type: Literal["quote"] = "quote"
    exact: str
    direct: bool
    speaker: str = ""
    speaker_text: str = ""
    speaker_span: Span | None = None
    cue: str = Field(default="", description="lemma of the reporting verb: say, deny, claim")
    stance: Literal["", "neutral", "claim", "deny", "promise", "ask", "warn", "confirm"] = Field(
        default="", description="what the reporting verb makes of the words"
    )
    continues: bool = Field(
        default=False, description="goes on from the quotation before it, by the same speaker"
    )


class OtherValue(Frozen):
    """The value of a mention that a plugin's own annotator found."""

    type: Literal["other"] = "other"
    data: dict[str, Any] = {}


Value = Annotated[
    QuantityValue | DateValue | NameValue | QuoteValue | OtherValue, Field(discriminator="type")
]


class Mention(Frozen):
    """A span of a document with a typed value; ``kind`` is ``quantity``, ``date``, ``name``, ``quote`` or a
    plugin's."""

    kind: str
    span: Span
    text: str
    value: Value
    sentence: int


class Argument(Frozen):
    """A phrase in a role of a statement: what is voted on, where, whom, by whom."""

    role: str = Field(description="subject, object, indirect, agent, complement, or prep:<preposition>")
    text: str
    head: str = Field(description="lemma of the head word, lower case; the entity key when it is a name")
    span: Span


class Statement(Frozen):
    """One statement of a sentence, able to stand alone: subject restored, exact place kept.

    ``text`` is readable English with the subject put back ("the US urged other states to vote against it");
    ``span`` is the clause's exact place in the document. ``predicate`` is the lemma of the main verb with
    its particle ("carry_out"), after a copula ``be_`` and the lemma of the predicate noun or adjective
    ("be_ally", "be_constructive"). A verb that only modifies the infinitive below it gives way to it:
    "refused to
    sign" is "sign", negated; "plans to sign" is "sign", intended; "seems to sign" is "sign", hedged.
    """

    index: int
    sentence: int
    span: Span
    text: str
    subject: str = ""
    predicate: str = ""
    predicate_span: Span | None = None
    arguments: tuple[Argument, ...] = ()
    negated: bool = False
    modality: Literal["", "possible", "necessary", "intended", "future", "conditional", "asked"] = ""
    hedged: bool = False
    tense: Literal["", "past", "present", "future"] = ""
    passive: bool = False
    speaker: str = Field(
        default="", description="entity key or noun phrase of whoever said it; empty: told as fact"
    )
    cue: str = ""
    quoted: bool = Field(default=False, description="lies within quotation marks")
    form: Literal[
        "main", "conjunct", "subordinate", "relative", "participle", "apposition", "reported", "fragment"
    ] = "main"


class Word(Frozen):
    """A word or mark as the parser saw it; ``head`` is the index of its governor in ``Account.words``
    (itself: root)."""

    span: Span
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    sentence: int


class Account(Frozen):
    """A document with all that was found in it; it can be written to JSON and read back whole."""

    document: Document
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    words: tuple[Word, ...] = ()
