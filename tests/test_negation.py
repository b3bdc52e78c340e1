"""Negation, modality and hedging of single clauses, on real parses."""

import pytest

from checker.annotate.negation import is_hedged, is_negated, modality_of
from checker.parse import load_pipeline


def head(text, word):
    doc = load_pipeline()(text)
    return next(t for t in doc if t.text == word)


NEGATED = [
    ("The committee did not back the plan.", "back"),
    ("She has never met the minister.", "met"),
    ("No witness saw the driver.", "saw"),
    ("Nobody was hurt in the fire.", "hurt"),
    ("None of the passengers survived.", "survived"),
    ("Neither side won the match.", "won"),
    ("He failed to appear in court.", "appear"),
    ("The company refused to pay the fine.", "pay"),
    ("He denied having taken the money.", "taken"),
    ("They left without paying the bill.", "paying"),
    ("She is no longer the chair.", "is"),
    ("She hardly spoke.", "spoke"),
    ("He does not want to go.", "go"),
    ("There is no evidence of a crime.", "is"),
    ("It is not true that he resigned.", "resigned"),
    ("I do not think he will resign.", "resign"),
    ("He neither called nor wrote.", "called"),
    ("He neither called nor wrote.", "wrote"),
    ("They have yet to agree.", "agree"),
    ("The police prevented him from leaving.", "leaving"),
    ("The tenant has not paid, nor has he left the flat, and we therefore order his removal.", "left"),
]
PLAIN = [
    ("Training will focus on skills, not social issues.", "focus"),
    ("She will beat him by a landslide, not by a hair.", "beat"),
    ("He was cheered by none other than the mayor.", "cheered"),
    ("Oslo, not Bergen, is the host.", "is"),
    ("The committee backed the plan.", "backed"),
    ("He said it was not true.", "said"),
    ("He refused to pay the fine.", "refused"),
    ("The plan is not only bold but also cheap.", "is"),
    ("He did not deny that he took the money.", "took"),
    ("The suspect, who was not armed, fled.", "fled"),
    ("He did not fail to notice the change.", "notice"),
    ("The tenant has not paid, nor has he left the flat, and we therefore order his removal.", "order"),
]


@pytest.mark.parametrize(("text", "word"), NEGATED)
def test_negated_clause(text, word):
    assert is_negated(head(text, word))


@pytest.mark.parametrize(("text", "word"), PLAIN)
def test_clause_that_is_not_negated(text, word):
    assert not is_negated(head(text, word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The river rose by a metre.", "rose", ""),
        ("The river may rise by a metre.", "rise", "possible"),
        ("The bridge could close this week.", "close", "possible"),
        ("The firm must repay the loan.", "repay", "necessary"),
        ("He has to leave.", "leave", "necessary"),
        ("The minister will travel to Oslo.", "travel", "future"),
        ("The court is expected to rule on Monday.", "rule", "future"),
        ("The town plans to build a school.", "build", "intended"),
        ("They agreed to share the cost.", "share", "intended"),
        ("If the dam breaks, the valley floods.", "breaks", "conditional"),
        ("Did the dam break?", "break", "asked"),
        ("They asked whether the dam had broken.", "broken", "asked"),
    ],
)
def test_modality(text, word, expected):
    assert modality_of(head(text, word)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He reportedly took a bribe.", "took", True),
        ("He is said to have fled the country.", "fled", True),
        ("The ship may have sunk.", "sunk", True),
        ("The storm is likely to pass.", "pass", True),
        ("The ship sank.", "sank", False),
        ("He said the ship sank.", "sank", False),
    ],
)
def test_hedging(text, word, expected):
    assert is_hedged(head(text, word)) is expected
