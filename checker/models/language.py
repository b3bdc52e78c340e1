"""What the annotators find in a sentence: mentions with typed values, and statements.

A mention is a span with a value; a rule compares values, never strings. Values know when they are compatible.
"""

import math
from typing import Annotated, Any, Literal

from pydantic import Field

from checker.models.base import Frozen
from checker.models.text import Document, Sentence, Span


class QuantityValue(Frozen):
    """A quantity as an interval with a unit and what it counts.

    ``low`` and ``high`` are the bounds the words allow (``None``: open), in the canonical unit, after hedges:
    "at least 12" is [12, None); "about 40" is a band around 40. ``number`` is the figure said, in the canonical
    unit; ``step`` the size of its last significant digit ("3.2 million": 100,000), for fair rounding.
    """

    type: Literal["quantity"] = "quantity"
    number: float
    low: float | None = None
    high: float | None = None
    step: float = 1.0
    unit: str = Field(default="", description="canonical: percent, USD, metre, second, gram, ... or empty for a count")
    form: Literal["cardinal", "ordinal", "percent", "money", "measure", "duration", "fraction", "score", "age", "year"] = "cardinal"
    counted: str = Field(default="", description="lemma of the head noun counted: person, vote, resolution")
    of: tuple[str, ...] = Field(default=(), description="lemmas that restrict what is counted: dead, injured, yes, Ukrainian")
    hedge: Literal["", "at least", "more than", "at most", "less than", "about", "almost", "range"] = ""

    def compatible(self, other: "QuantityValue") -> bool:
        """Whether both can be true of the same thing, hedges and rounding allowed for; units must be equal."""
        if self.unit != other.unit:
            return True
        low = max(_or(self.low, -math.inf), _or(other.low, -math.inf))
        high = min(_or(self.high, math.inf), _or(other.high, math.inf))
        if low <= high + 1e-9 * max(1.0, abs(high) if math.isfinite(high) else 1.0):
            return True
        coarse, fine = (self, other) if self.step >= other.step else (other, self)
        if coarse.step <= fine.step or coarse.hedge in ("range",):
            return False
        # a figure that was rounded to the coarser one's last digit (round half either way, or cut off)
        return abs(fine.number - coarse.number) <= coarse.step / 2 or 0 <= fine.number - coarse.number < coarse.step and fine.step < coarse.step / 9 and coarse.step / max(1.0, abs(coarse.number)) < 0.02


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


class DateValue(Frozen):
    """A date or time as an interval of days, with the time of day apart.

    ``first`` and ``last`` are ISO dates (inclusive) when the words can be resolved, else empty. ``weekday`` is 0-6
    (Monday 0) when the words name one; ``month_day`` is ``02-24`` when the year is not known. ``minutes`` counts
    from midnight. ``anchored`` says that the account's own date was used to resolve it.
    """

    type: Literal["date"] = "date"
    first: str = ""
    last: str = ""
    grain: Literal["minute", "part", "day", "week", "month", "season", "year", "decade", "century", "other"] = "day"
    weekday: int | None = None
    month_day: str = ""
    minutes: int | None = None
    anchored: bool = False
    relation: Literal["", "before", "after", "since", "until"] = ""

    def compatible(self, other: "DateValue") -> bool:
        """Whether both can name the same moment; what is unknown on either side is compatible."""
        if self.first and other.first:
            if self.last < other.first or other.last < self.first:
                return False
        elif self.month_day and other.month_day and self.month_day != other.month_day:
            return False
        elif self.weekday is not None and other.weekday is not None and self.weekday != other.weekday:
            return False
        if self.minutes is not None and other.minutes is not None:
            return self.minutes == other.minutes
        return True


class NameValue(Frozen):
    """A name, resolved within its account: every mention of one person, place or organisation has one ``entity``.

    ``entity`` is a canonical key that aliases of all accounts share where it can be known ("united states" for
    U.S., US, America, Washington in the sense of the government; "donald trump" for Trump, Mr. Trump, the US
    president when the account says so).
    """

    type: Literal["name"] = "name"
    entity: str
    kind: Literal["person", "place", "organisation", "group", "other"] = "other"
    full: str = Field(default="", description="the longest form of the name in this account")
    titles: tuple[str, ...] = ()
    pronoun: bool = Field(default=False, description="a pronoun or a noun phrase (the president) that stands for the name")
    adjective: bool = Field(default=False, description="a demonym used as adjective: the Russian president")


class QuoteValue(Frozen):
    """Words given to a speaker.

    ``exact`` are the words between the quotation marks (direct) or of the reported clause (indirect). ``speaker``
    is the entity key of a name or, failing that, the lower-cased noun phrase; empty when unknown.
    """

    type: Literal["quote"] = "quote"
    exact: str
    direct: bool
    speaker: str = ""
    speaker_text: str = ""
    speaker_span: Span | None = None
    cue: str = Field(default="", description="lemma of the reporting verb: say, deny, claim")
    continues: bool = Field(default=False, description="goes on from the quotation before it, by the same speaker")


class OtherValue(Frozen):
    """The value of a mention that a plugin's own annotator found."""

    type: Literal["other"] = "other"
    data: dict[str, Any] = {}


Value = Annotated[QuantityValue | DateValue | NameValue | QuoteValue | OtherValue, Field(discriminator="type")]


class Mention(Frozen):
    """A span of a document with a typed value; ``kind`` is ``quantity``, ``date``, ``name``, ``quote`` or a plugin's."""

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
    ``span`` is the clause's exact place in the document. ``predicate`` is the lemma of the main verb (or of the
    predicate noun or adjective after a copula), with its particle ("carry_out").
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
    speaker: str = Field(default="", description="entity key or noun phrase of whoever said it; empty: told as fact")
    cue: str = ""
    quoted: bool = Field(default=False, description="lies within quotation marks")
    form: Literal["main", "conjunct", "subordinate", "relative", "participle", "apposition", "reported", "fragment"] = "main"


class Word(Frozen):
    """A word or mark as the parser saw it; ``head`` is the index of its governor in ``Account.words`` (itself: root)."""

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
