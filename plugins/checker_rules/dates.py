"""DATE: dates, weekdays, times and durations that cannot both be right."""

import math
from collections.abc import Iterator

from checker import Flag, flag, rule
from checker.models.language import DateValue
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import DocumentView, MentionView, StoryView, marked
from checker_rules.events import (
    aside,
    both_open,
    doer,
    other_doer,
    parted,
    shared_governor,
    shared_roots,
    statement_match,
    unmatched,
)
from checker_rules.slots import slot

When = MentionView[DateValue]
_DAYS = frozenset({"minute", "part", "day"})
_SURE, _LIKELY = 0.72, 0.4


@rule(
    "DATE",
    severity="error",
    messages={"differs": "{left_outlet} dates it {left}; {right_outlet} dates it {right}."},
)
def date(story: StoryView) -> Iterator[Flag]:
    """Two accounts date the same event differently.

    Flags two dates, weekdays or times of day of one event that cannot name the same moment, each read
    against the date of its own account where that is known.

    Why: "on Friday" is easily carried over from another day's report.

    Example: "was indicted on Tuesday" against "was indicted on Thursday".

    Not flagged: a weekday and the date it fell on, a month and a day in it, the day of an event and the
    day on which somebody spoke of it.
    """
    for pair in (*story.sentence_pairs, *unmatched(story, "date")):
        for sure, a, b in _differences(story, pair):
            yield flag(
                "differs",
                at=marked(a.sentence, a),
                against=[marked(b.sentence, b)],
                verdict="fail" if sure >= _SURE else "review",
                confidence=min(0.95, sure),
                data={
                    "kind": "date",
                    "verb": ["dates it", "date it"],
                    "sides": {a.document.name: a.text, b.document.name: b.text},
                },
                left=a.text,
                right=b.text,
                left_outlet=a.document.name,
                right_outlet=b.document.name,
            )


def _differences(story: StoryView, pair: SentencePair) -> Iterator[tuple[float, When, When]]:
    """Pairs of dates of one event that cannot both be right, with how sure it is that they are of one event."""
    left, right = pair.left.dates, pair.right.dates
    found = []
    for a in left:
        for b in right:
            if not _comparable(a.value, b.value) or a.value.compatible(b.value):
                continue
            paired = any(_agree(a, o) for o in right) + any(_agree(o, b) for o in left)
            if paired < 2 and (sure := _one_event(story, pair, a, b, paired)) >= _LIKELY:
                found.append((-sure, a.span.start, b.span.start, a, b))
    used: set[When] = set()
    # "from 2006 to 2012" against "from 2008 to 2012": each date has one partner, the surest
    for negative, _, _, a, b in sorted(found, key=lambda c: c[:3]):
        if a not in used and b not in used:
            used |= {a, b}
            yield -negative, a, b


def _one_event(story: StoryView, pair: SentencePair, a: When, b: When, paired: int) -> float:
    """How surely two dates that differ are told of one event, 0-1.

    A logistic sum of the evidence; the weights were fitted to 240 pairs of differing dates in 50 news
    events told by three outlets each (80 of them planted), then rounded.
    """
    same_verb = shared_governor(pair, a.span, b.span)
    place = slot(pair, a.span, b.span)
    known = _named(b.document, a) + _named(a.document, b)
    total = -1.2
    total += 0.8 * statement_match(pair, a.span, b.span) + 0.6 * pair.score + 0.7 * pair.best
    total += 0.6 * place + (0.8 if same_verb else -0.8 if same_verb is not None and place < 0.3 else 0.0)
    total += 1.2 * both_open(pair) + 0.8 * (len(pair.left.dates) == len(pair.right.dates) == 1)
    total += 0.5 * bool(doer(a) and doer(a) == doer(b)) - 1.3 * other_doer(a, b)
    total += 1.2 * _borne_out(story, a, b)
    total -= (0.0, 0.5, 1.4)[known] + 1.3 * paired
    total -= 0.8 * _same_day(a.value, b.value) + 0.7 * (_ahead(a) != _ahead(b))
    # where the matcher saw nothing in common, only the news itself or one deed of one doer is told twice
    deed = same_verb and doer(a) == doer(b)
    if not (pair.matches or deed or (both_open(pair) and not other_doer(a, b))):
        return 0.0
    total -= 5.0 * parted(pair, a.span, b.span) + 5.0 * aside(pair, a.span, b.span)
    if same_verb is False and place < 0.3 and shared_roots(pair) < 3:
        # little but the date in common, under another verb
        total -= 2.0
    sure = 1 / (1 + math.exp(-total))
    alike = same_verb or place >= 0.5 or statement_match(pair, a.span, b.span) >= 0.5
    # two deeds of one affair ("apologised on Friday", "resigned on Monday") look as alike as one deed told twice
    return sure if alike or doer(a) == doer(b) != "" else min(sure, _SURE - 0.02)


def _agree(a: When, b: When) -> bool:
    return _comparable(a.value, b.value) and a.value.compatible(b.value)


def _same_day(a: DateValue, b: DateValue) -> bool:
    """Whether only the time of day differs, which accounts of different hours tell differently."""
    loose = {"minutes": None, "part": "", "slack": 0}
    return a.model_copy(update=loose).compatible(b.model_copy(update=loose))


def _ahead(when: When) -> bool:
    """Whether the account looks forward to the event: plans change, and that is no slip."""
    told = when.statement
    return told is not None and (told.tense == "future" or told.modality in ("future", "intended"))


def _borne_out(story: StoryView, a: When, b: When) -> float:
    """How firmly a third account dates the same event as one of the two does, 0-1: then the other is alone."""
    best = 0.0
    for one, other in ((a, b), (b, a)):
        for match in story.sentence_pairs:
            for mine, theirs in ((match.left, match.right), (match.right, match.left)):
                if mine != one.sentence or theirs.document in (a.document, b.document):
                    continue
                for when in theirs.dates:
                    if _comparable(when.value, other.value) and when.value.compatible(other.value):
                        first, second = (one.span, when.span) if mine == match.left else (when.span, one.span)
                        told = shared_governor(match, first, second) or doer(when) == doer(one) != ""
                        best = max(best, match.score if told else 0.0)
    return best


def _comparable(a: DateValue, b: DateValue) -> bool:
    """Whether the two are of one grain: a day against a day, a year against a year; "before" is not "on"."""
    if a.relation != b.relation and {"before", "after"} & {a.relation, b.relation}:
        return False
    for one, other in ((a, b), (b, a)):
        # a bare weekday is some day near the report; it says nothing about a date of another year
        if one.weekday is not None and not one.first and other.weekday is None and other.first:
            return False
    if (a.minutes is None) != (b.minutes is None):
        return a.grain in _DAYS and b.grain in _DAYS
    return a.grain == b.grain or (a.grain in _DAYS and b.grain in _DAYS)


def _named(document: DocumentView, when: When) -> bool:
    """Whether the account names that very moment too, of something else or of the same."""
    return any(
        _comparable(d.value, when.value)
        and d.value.grain == when.value.grain
        and d.value.compatible(when.value)
        for d in document.dates
    )
