"""A vote that was unanimous in one account and divided in another."""

import re
from collections.abc import Iterator

from checker import Flag, flag
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.vocabulary import MatchView, StatementView, StoryView, marked
from checker_rules.circumstances import days_apart, rounds_apart

_UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bwithout (?:a single )?(?:dissent|opposition)\b", re.IGNORECASE
)
_FIGURE = r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_DIVIDED = re.compile(
    rf"\b{_FIGURE}(?: votes?)?(?: ?[-‐-―] ?| to ){_FIGURE}\b(?! percent|,\d)", re.IGNORECASE
)
_VOTED = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bballot\b|\bunanimous", re.IGNORECASE)
# statements this likely to be of one fact
_SCORE = 0.6


def margins(story: StoryView) -> Iterator[Flag]:
    """Flag one decision that was unanimous in one account and had votes against it in the other."""
    for match in story.matches:
        for told in (match, match.swapped):
            if (found := _divided(told)) is not None:
                yield found


def _divided(match: MatchView) -> Flag | None:
    one, other = match.left, match.right
    if match.score < _SCORE or spelling(one.predicate) != spelling(other.predicate):
        return None
    if one.negated != other.negated or one.modality or other.modality:
        return None
    if days_apart(one.sentence, other.sentence) or rounds_apart(one.sentence, other.sentence):
        return None
    whole, parts = _place(_UNANIMOUS, one), _place(_DIVIDED, other)
    if whole is None or parts is None or not _VOTED.search(other.sentence.text):
        return None
    if _place(_UNANIMOUS, other) is not None or _place(_DIVIDED, one) is not None:
        return None
    if not _one_doer(one, other):
        return None
    left, right = (s.of(x.document.text) for s, x in ((whole, one), (parts, other)))
    return flag(
        "outcome",
        at=marked(one, whole),
        against=[marked(other, parts)],
        verdict="review",
        confidence=min(0.75, 0.3 + 0.45 * match.score),
        data={"kind": "vote"},
        left=left,
        right=right,
        left_outlet=one.document.name,
        right_outlet=other.document.name,
    )


def _place(pattern: re.Pattern[str], statement: StatementView) -> Span | None:
    found = pattern.search(statement.text)
    if found is None:
        return None
    start = statement.sentence.document.text.find(found[0], statement.span.start, statement.span.end)
    return Span(start=start, end=start + len(found[0])) if start >= 0 else None


def _one_doer(one: StatementView, other: StatementView) -> bool:
    """Whether who decides is one, as far as both say."""
    a, b = one.argument("subject"), other.argument("subject")
    return a is not None and b is not None and spelling(a.head) == spelling(b.head)
