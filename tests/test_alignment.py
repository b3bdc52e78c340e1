"""Where two sentences run alike and where they part."""

from hypothesis import given
from hypothesis import strategies as st

from checker.models.language import Word
from checker.models.text import Span
from checker.rules.alignment import align, spelling


def words(text: str) -> list[Word]:
    found, at = [], 0
    for n, part in enumerate(text.split()):
        start = text.index(part, at)
        at = start + len(part)
        found.append(
            Word(
                span=Span(start=start, end=at),
                text=part,
                lemma=part.lower(),
                pos="NOUN",
                dep="",
                head=n,
                sentence=0,
            )
        )
    return found


def test_a_changed_word_is_one_swap_held_on_both_sides() -> None:
    alignment = align(
        words("the mayor opened the bridge at noon"), words("the minister opened the bridge at noon")
    )
    (swap,) = alignment.swaps
    assert ([w.text for w in swap.left], [w.text for w in swap.right]) == (["mayor"], ["minister"])
    assert (swap.before, swap.after) == (1, 4)
    assert swap.firm


def test_equal_sentences_have_no_swap() -> None:
    alignment = align(words("a b c"), words("a b c"))
    assert alignment.swaps == ()
    assert alignment.likeness == 1.0


def test_british_and_american_spelling_are_one() -> None:
    for british, american in (
        ("organisation", "organization"),
        ("defence", "defense"),
        ("colour", "color"),
        ("centre", "center"),
        ("signalled", "signaled"),
        ("apologised", "apologized"),
    ):
        assert spelling(british) == spelling(american), (british, american)
    assert spelling("noise") != spelling("nose")


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.sampled_from("abcdef"), max_size=12))
def test_equal_words_and_swaps_account_for_every_word(left: list[str], right: list[str]) -> None:
    alignment = align(words(" ".join(left)), words(" ".join(right)))
    assert len(alignment.equal) + sum(len(s.left) for s in alignment.swaps) == len(left)
    assert len(alignment.equal) + sum(len(s.right) for s in alignment.swaps) == len(right)
    assert 0 <= alignment.overlap <= 1
    assert 0 <= alignment.likeness <= 1
    assert all(alignment.left[i].text == alignment.right[j].text for i, j in alignment.equal)
