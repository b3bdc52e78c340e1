"""DATE: dates, weekdays, times and durations that cannot both be right."""

from collections.abc import Iterator, Sequence

from checker import Flag, flag, rule
from checker.models.language import DateValue
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import DocumentView, MentionView, StoryView, marked
from checker_rules.slots import governors, slot

When = MentionView[DateValue]
_DAYS = frozenset({"minute", "part", "day"})


@rule(
    "DATE",
    severity="error",
    messages={"differs": "{left_outlet} dates it {left}; {right_outlet} dates it {right}."},
)
def date(story: StoryView) -> Iterator[Flag]:
    """Two accounts date the same event differently.

    Flags two dates, weekdays or times of day of one event that cannot name the same moment, each read against the
    date of its own account where that is known.

    Why: "on Friday" is easily carried over from another day's report.

    Example: "was indicted on Tuesday" against "was indicted on Thursday".

    Not flagged: a weekday and the date it fell on, a month and a day in it, the day of an event and the day on which
    somebody spoke of it.
    """
    for pair in story.sentence_pairs:
        for sure, a, b in _differences(pair):
            given = _given_elsewhere(b.document, a) + _given_elsewhere(a.document, b)
            # a day that the other account never names speaks for a slip, one that it names for another event
            sure *= (1.0, 0.72, 0.5)[given]
            if sure < 0.4:
                continue
            yield flag(
                "differs",
                at=marked(a.sentence, a),
                against=[marked(b.sentence, b)],
                verdict="fail" if sure >= 0.68 else "review",
                confidence=min(0.95, sure),
                data={"kind": "date", "verb": ["dates it", "date it"], "sides": {a.document.name: a.text, b.document.name: b.text}},
                left=a.text,
                right=b.text,
                left_outlet=a.document.name,
                right_outlet=b.document.name,
            )


def _differences(pair: SentencePair) -> Iterator[tuple[float, When, When]]:
    left, right = pair.left.dates, pair.right.dates
    for a in left:
        for b in right:
            if not _comparable(a.value, b.value) or a.value.compatible(b.value):
                continue
            if any(_comparable(a.value, o.value) and a.value.compatible(o.value) for o in right):
                continue
            if any(_comparable(o.value, b.value) and o.value.compatible(b.value) for o in left):
                continue
            event_a, event_b = next(governors(pair.left_words, a.span), ""), next(governors(pair.right_words, b.span), "")
            # the day that something was said and the day that it happened stand under different verbs
            apart = 0.75 if event_a and event_b and event_a != event_b else 1.0
            yield max(apart * slot(pair, a.span, b.span), _only_ones(pair, left, right)), a, b


def _only_ones(pair: SentencePair, left: Sequence[When], right: Sequence[When]) -> float:
    """How surely the sentences date one event when each has a single date of its grain and both tell much the same."""
    if len(left) > 1 or len(right) > 1 or not pair.best:
        return 0.0
    return 0.2 + 0.35 * pair.score + 0.2 * pair.alignment.overlap


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


def _given_elsewhere(document: DocumentView, when: When) -> bool:
    """Whether the account names that very moment too, of something else or of the same."""
    return any(
        _comparable(d.value, when.value) and d.value.grain == when.value.grain and d.value.compatible(when.value)
        for d in document.dates
    )
