"""How grave a difference between two quotations is."""

import pytest
from checker_rules.quote_alignment import QuoteAlignment, tokens
from checker_rules.quote_gravity import Gravity, gravity

SAID = "We {} open the harbour again before the winter comes"


def of(left: str, right: str) -> list[Gravity]:
    alignment = QuoteAlignment(tokens(left, 0), tokens(right, 0))
    return [gravity(change, alignment) for change in alignment.changes]


@pytest.mark.parametrize(
    ("left", "right", "grave"),
    [
        ("can", "could", Gravity.MILD),
        ("will", "would", Gravity.MILD),
        ("will not", "will never", Gravity.MILD),
        ("can", "will not", Gravity.GRAVE),
        ("will", "must", Gravity.GRAVE),
        ("will, when asked,", "will, while asked,", Gravity.MILD),
        ("will, while asked,", "will, whilst asked,", Gravity.WORDING),
        ("will, with luck,", "will, without luck,", Gravity.GRAVE),
        ("will, over time,", "will, about time,", Gravity.GRAVE),
        ("will, and soon,", "will, but soon,", Gravity.MILD),
        ("know if we", "know when we", Gravity.GRAVE),
        ("will, I think,", "will", Gravity.MILD),
        ("will here", "will", Gravity.WORDING),
        ("know if we", "know whether we", Gravity.MILD),
        # little words that are heard or missed, and ways between which the ear chooses
        ("will start up and", "will start and", Gravity.MILD),
        ("will walk through every town and", "will walk over every town and", Gravity.MILD),
        ("will", "were", Gravity.MILD),
        ("will for over 20 days", "will for through 20 days", Gravity.GRAVE),
        ("will walk over a mile and", "will walk across a mile and", Gravity.GRAVE),
        ("will for up to 20 days", "will for 20 days", Gravity.GRAVE),
        ("will walk out and", "will walk in and", Gravity.GRAVE),
    ],
)
def test_what_the_ear_exchanges_is_mild(left: str, right: str, grave: Gravity) -> None:
    assert max(of(SAID.format(left), SAID.format(right))) == grave


def test_an_oath_that_one_paper_masks_is_the_same_oath() -> None:
    assert of("That damned bridge will never open", "That d***** bridge will never open") == [Gravity.WORDING]
    assert (
        max(of("That divided bridge will never open", "That d****** bridge will never open")) == Gravity.GRAVE
    )
    assert max(of("That fine bridge will never open", "That d***** bridge will never open")) == Gravity.GRAVE


@pytest.mark.parametrize(
    ("left", "right", "grave"),
    [
        ("exist", "exsist", Gravity.WORDING),
        ("support", "supoort", Gravity.WORDING),
        ("casual", "causal", Gravity.GRAVE),
        ("county", "country", Gravity.GRAVE),
        ("reigns", "resigns", Gravity.GRAVE),
        ("process", "progress", Gravity.GRAVE),
        ("exist", "exits", Gravity.GRAVE),
        ("recused", "refused", Gravity.GRAVE),
        ("repealed", "repelled", Gravity.GRAVE),
        ("immoral", "immortal", Gravity.GRAVE),
    ],
)
def test_a_slip_of_the_keyboard_is_no_other_word(left: str, right: str, grave: Gravity) -> None:
    said = "They say that the {} will not be enough for the town"
    assert max(of(said.format(left), said.format(right))) == grave
