"""STYLE101: a figure of dead or injured that an account tells as a fact."""

import re
from collections.abc import Iterator

from checker import Flag, MentionView, QuantityValue, StoryView, flag, rule
from pydantic import BaseModel, Field

Figure = MentionView[QuantityValue]
BEFALLEN = {"dead": "dead", "injured": "injured"}
HEADS = ("headline", "heading")
# who has a figure, or that somebody gave it: a sentence with one of these is not told as a fact
_SOURCE = re.compile(
    r"\b(?:according|authorit\w+|officials?|police|ministry|minister|mayor|governor|hospitals?|medics?|coroner"
    r"|spokes\w+|prosecutors?|sheriff|doctors?|witness\w*|rescuers|firefighters|agenc\w+|government|army|military"
    r"|reports?|reported\w*|sources?|official\w*|count|tally|data|figures|estimate\w*|believed|feared|suspected"
    r"|say|says|said|saying|told|confirm\w*|announce\w*|claim\w*|put the)\b",
    re.IGNORECASE,
)
# two events seldom have one figure from here on
TELLING = 10
# an event of long ago, whose figure is settled
_LONG_AGO = re.compile(
    r"\b(?:ago|(?:19|20)\d\d|(?:last|previous) (?:year|month|decade)|(?:years?|decades?) earlier)\b",
    re.IGNORECASE,
)
# "dozens", "hundreds": nobody's count
_VAGUE = re.compile(r"(?:dozens|scores|hundreds|thousands|several|many)\b", re.IGNORECASE)
_CUES = frozenset(
    "say tell report announce confirm add according state declare estimate put note write".split()
)
_PRONOUNS = frozenset("he she they it who we i".split())


class Options(BaseModel):
    """What a desk can set."""

    always: bool = Field(
        default=False, description="flag a figure also where no other account names a source"
    )


@rule(
    "STYLE101",
    severity="warning",
    category="attribution",
    messages={
        "named": "{who} gives {figure} without a source; {other} has the figure from {speaker}",
        "other": "{who} gives {figure} without a source; {other} has one",
        "none": "{who} gives {figure} without a source, and no other account has one",
    },
    options=Options,
)
def toll_without_source(story: StoryView, options: Options) -> Iterator[Flag]:
    """A figure of dead or injured is told without a source that another account names.

    Flags the first place of a figure that the account attributes nowhere, when another account gives the same
    figure and says whose it is.

    Why: the first figures of a day come from somebody, and change. Readers must see whose they are.

    Example: "The fire killed 12 people." against "The fire killed 12 people, the coroner said."

    Not flagged: a figure with any source in its sentence or elsewhere in the account; one that no other account
    attributes (the option ``always`` flags it too); a figure that may be so; a small figure of another place; an
    event of long ago; "dozens"; another figure; headlines.
    """
    # a headline has no room for a source
    figures = [n for d in story.documents for n in d.numbers if _befell(n) and n.sentence.kind not in HEADS]
    seen: list[Figure] = []
    for figure in figures:
        same = [n for n in figures if _same(figure, n)]
        here = [n for n in same if n.document == figure.document]
        if any(_sourced(n) or n in seen for n in here) or not _told_as_fact(figure):
            continue
        seen.append(figure)
        others = [n for n in same if n.document != figure.document and _near(figure, n)]
        sourced = [n for n in others if _sourced(n) and _speaker(n) is not None]
        if not sourced and not options.always:
            continue
        first = min(sourced, key=lambda n: not _speaker(n), default=None)
        yield flag(
            "none" if first is None else "named" if _speaker(first) else "other",
            at=figure,
            support=[first] if first else [],
            confidence=0.8 if first else 0.5,
            suggestions=["Say who gives the figure."],
            who=figure.document.name,
            figure=_told(figure),
            other=first.document.name if first else "",
            speaker=_speaker(first) if first else "",
        )


def _befell(figure: Figure) -> str:
    """``dead`` or ``injured`` when persons are counted, else empty."""
    if _VAGUE.search(figure.text) or _LONG_AGO.search(figure.sentence.text):
        return ""
    befell = [state for word, state in BEFALLEN.items() if word in figure.value.of]
    return (
        befell[0] if len(befell) == 1 and figure.value.form == "cardinal" and figure.value.number >= 1 else ""
    )


def _same(a: Figure, b: Figure) -> bool:
    """Whether both give one figure of one thing: the restrictions (children, soldiers) are the same too."""
    one, other = a.value, b.value
    return (
        one.number == other.number
        and one.hedge == other.hedge
        and one.of == other.of
        and one.counted == other.counted
    )


def _near(a: Figure, b: Figure) -> bool:
    """Whether two places of one figure tell of one event: two dead here and two there may be four."""
    telling = a.value.number >= TELLING or a.value.counted not in ("", "person", "people", "body")
    return telling or bool(a.sentence.entities & b.sentence.entities)


def _told_as_fact(figure: Figure) -> bool:
    return figure.statement is None or not figure.statement.modality


def _sourced(figure: Figure) -> bool:
    sentence = figure.sentence
    return (
        any(s.speaker for s in sentence.statements)
        or bool(sentence.quotes)
        or bool(_SOURCE.search(sentence.text))
    )


def _speaker(figure: Figure) -> str | None:
    """Whom the account has the figure from; empty for a pronoun, None when nobody is said to have told it."""
    for quote in figure.sentence.quotes:
        name = quote.value.speaker_text
        if name and quote.span.contains(figure.span) and quote.value.cue in _CUES:
            return "" if name.lower() in _PRONOUNS else name
    statement = figure.statement
    return "" if statement is not None and statement.speaker and statement.cue in _CUES else None


def _told(figure: Figure) -> str:
    return f"{figure.text} {_befell(figure)}"
