"""STYLE103: a sum in a foreign currency that is not converted."""

from collections import Counter
from collections.abc import Iterator

from checker import DocumentView, Flag, MentionView, QuantityValue, StoryView, flag, marked, rule
from pydantic import BaseModel, Field

Sum = MentionView[QuantityValue]


class Options(BaseModel):
    """What a desk can set."""

    home: str = Field(
        default="",
        pattern="^([A-Z]{3})?$",
        description="the desk's own currency (USD, EUR, ...); empty: the one that most accounts of a story use",
    )
    least: float = Field(
        default=0, ge=0, description="sums below this, in their own currency, are passed over"
    )


@rule(
    "STYLE103",
    severity="info",
    category="wording",
    messages={
        "alone": "{who} gives {sum} and no sum in {home}",
        "other": "{who} gives {sum} and no sum in {home}; {other} has {converted}",
    },
    options=Options,
)
def sum_not_converted(story: StoryView, options: Options) -> Iterator[Flag]:
    """A sum in a foreign currency is given without what it is worth at home.

    Flags the first sum of a foreign currency in an account that never puts a sum of the own currency beside it:
    every such sum where the desk has set its currency, else the sums that another account converts.

    Why: readers cannot weigh a sum in a currency that they do not use.

    Example: "The tunnel costs 4 billion kroner." against "The tunnel costs 4 billion kroner ($380 million)."

    Not flagged: an account that converts one sum of that currency, for then readers have the rate.
    """
    home = options.home or _most_used(story)
    if not home:
        return
    for document in story.documents:
        told: set[str] = set()
        for foreign in document.numbers:
            unit = foreign.value.unit
            if foreign.value.form != "money" or unit in (home, *told) or len(unit) != 3:
                continue
            if foreign.value.number < options.least or _converts(document, unit, home):
                continue
            pair = _converted(story, foreign, home)
            if pair is None and not options.home:
                continue
            told.add(unit)
            yield flag(
                "other" if pair else "alone",
                at=foreign,
                support=[marked(pair[0], *pair)] if pair else [],
                confidence=0.8 if pair else 0.7,
                who=document.name,
                sum=foreign.text,
                home=home,
                other=pair[0].document.name if pair else "",
                converted=pair[1].text if pair else "",
            )


def _most_used(story: StoryView) -> str:
    """The currency in most of the accounts, of those in most places; empty when two share that rank."""
    accounts = Counter(unit for d in story.documents for unit in {s.value.unit for s in _sums(d)})
    places = Counter(s.value.unit for d in story.documents for s in _sums(d))
    ranked = sorted(((n, places[unit], unit) for unit, n in accounts.items()), reverse=True)
    shared = len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]
    return "" if shared or not ranked else ranked[0][2]


def _sums(document: DocumentView) -> list[Sum]:
    return [n for n in document.numbers if n.value.form == "money" and len(n.value.unit) == 3]


def _converts(document: DocumentView, unit: str, home: str) -> bool:
    """Whether a sentence of the account has sums of both currencies."""
    return any({unit, home} <= {n.value.unit for n in s.numbers} for s in document.sentences)


def _converted(story: StoryView, foreign: Sum, home: str) -> tuple[Sum, Sum] | None:
    """The same sum in another account, and what it is worth there, the nearest sum in the own currency."""
    for document in story.documents:
        if document == foreign.document:
            continue
        for same in _sums(document):
            if same.value.unit != foreign.value.unit or not same.value.compatible(foreign.value):
                continue
            near = [n for n in same.sentence.numbers if n.value.unit == home and n.value.form == "money"]
            if near:
                return same, min(near, key=lambda n: (abs(n.span.start - same.span.end), n.span.start))
    return None
