"""What kind of text an account is: a report, or a column, an explainer, a round-up."""

import pytest
from checker_rules.genre import UNKNOWN, genre_signs, reports
from checker_rules.genre_weights import REPORTS

from checker.testing.story import story_of

REPORT = (
    "Karlsund closes its harbour to ferries. "
    "The port of Karlsund said on Monday that no ferry would leave before Friday. "
    "“We have no choice,” director Mira Holt told reporters on Tuesday. "
    "Norrline said that twelve more buses were running. Police announced that two roads had been closed."
)
COLUMN = (
    "Why do we still wait for ferries? "
    "But the truth is that you and I should have known. We must ask who really pays for this. "
    "It’s simply not true that nobody saw it coming; perhaps we never wanted to look. "
    "And so our harbour is what it has always been: a promise that isn’t kept!"
)
EXPLAINER = (
    "What is a harbour authority? "
    "A harbour authority is a body that has the right to close a port. There are four of them. "
    "Is it really independent? In fact, it is not: its members are chosen by ministers. "
    "But there is more to it, and here is what you need to know."
)


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    story = story_of({"a": REPORT, "b": COLUMN})
    assert set(genre_signs(story.document("a"))) == set(REPORTS.weights)


@pytest.mark.parametrize("other", [COLUMN, EXPLAINER])
def test_a_report_is_told_from_what_comments_or_explains(other: str) -> None:
    story = story_of({"a": REPORT, "b": other})
    assert reports(story.document("a")) > 0.5 > reports(story.document("b"))


def test_what_somebody_says_in_quotation_marks_does_not_make_a_column() -> None:
    said = REPORT + " “I must say that we should really ask you why, shouldn’t we?” she said."
    story = story_of({"a": said, "b": COLUMN})
    assert reports(story.document("a")) > 0.5
    assert genre_signs(story.document("a"))["writer"] == 0


def test_of_an_empty_account_nothing_is_known() -> None:
    story = story_of({"a": "Ferries stop.", "b": REPORT})
    assert genre_signs(story.document("a")) == {}
    assert reports(story.document("a")) == UNKNOWN
