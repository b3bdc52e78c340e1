"""Two quotations word by word: what is an alteration and what is not."""

from itertools import pairwise

import pytest
from checker_rules.quote_alignment import QuoteAlignment, tokens
from hypothesis import example, given
from hypothesis import strategies as st

LONG = "We have every available vessel out there, and we will not stop before morning"


def aligned(left: str, right: str) -> QuoteAlignment:
    return QuoteAlignment(tokens(left, 0), tokens(right, 0))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We've got every boat", "We have got every boat"),
        ("It's the defence of the centre", "It is the defense of the center"),
        ("every available vessel", LONG),
        ("He said [the mayor] it would hold", "He said it would hold"),
        ("We\N{RIGHT SINGLE QUOTATION MARK}re ready", "We are ready"),
        ("three boats", "3 boats"),
        ("on September 11th for the 2nd time", "on Sept. 11 for the second time"),
        ("Ready. Now", "ready, now"),
    ],
)
def test_no_alteration(left: str, right: str) -> None:
    assert aligned(left, right).contained


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (LONG, LONG.replace("available", "single"), ["available"]),
        (LONG, LONG.replace("will not", "will"), ["not"]),
        ("He has no problem with it", "He has no issue with it", ["problem"]),
    ],
)
def test_the_differing_words_are_marked(left: str, right: str, words: list[str]) -> None:
    alignment = aligned(left, right)
    assert not alignment.contained
    assert [left[t.span.start : t.span.end] for c in alignment.changes for t in c.left] == words


def test_an_ellipsis_owns_up_to_the_words_left_out() -> None:
    alignment = aligned(
        "We have every vessel … and we will not stop", "We have every vessel out there and we will not stop"
    )
    assert [c.ellipsis for c in alignment.changes] == [True]
    assert [
        c.ellipsis
        for c in aligned(
            "We have every vessel and we will not stop", "We have every vessel out there and we will not stop"
        ).changes
    ] == [False]


def test_half_a_contraction_left_out_has_no_ellipsis_between() -> None:
    alignment = aligned("I don't think they would ever allow that", "I do think they would ever… allow that")
    assert [c.ellipsis for c in alignment.changes] == [False]


def test_initials_with_and_without_points_are_one_word() -> None:
    assert aligned("a decorated F.B.I. special agent", "a decorated FBI special agent").contained


def test_a_name_in_another_transliteration_is_no_other_word() -> None:
    (change,) = aligned(
        "it looks like Gadhafi is going to win", "it looks like al-Qaddafi is going to win"
    ).changes
    assert change.respelled


def test_a_cut_that_drops_the_denial_turns_the_sense() -> None:
    assert [
        t.key for t in aligned("they are right about this", "I do not think they are right about this").cut
    ]
    assert not aligned("they are right about this", "I know that they are right about this").cut
    assert not aligned("they are right about this", "No. I say they are right about this").cut


@given(st.text(max_size=80), st.integers(0, 1000))
@example("£0", 0)
def test_tokens_lie_inside_the_text_in_order(text: str, start: int) -> None:
    found = tokens(text, start)
    assert all(start <= t.span.start < t.span.end <= start + len(text) for t in found)
    # a currency is said after its sum, and marked with all of it
    assert all(a.span.end <= b.span.end for a, b in pairwise(found))


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_quotation_equals_itself_and_sides_can_be_swapped(left: str, right: str) -> None:
    assert aligned(left, left).contained or not aligned(left, left).words[0]
    assert aligned(left, right).contained == aligned(right, left).contained


def test_little_words_after_an_ellipsis_may_be_of_what_it_stands_for() -> None:
    long = "My words were hurtful. Therefore, I want to apologize to all the families in town and pledge to learn."
    marked = QuoteAlignment(tokens(long, 0), tokens("My words were hurtful. ... I pledge to learn.", 0))
    assert [c.fair for c in marked.changes] == [True, True]
    bare = QuoteAlignment(tokens(long, 0), tokens("My words were hurtful. I pledge to learn.", 0))
    assert not all(c.fair for c in bare.changes)
