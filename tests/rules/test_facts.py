"""Facts over a whole story: what surrounds a place, which hedged figures cannot be meant, who is whose partner."""

from checker_rules import figures, numbers
from checker_rules.fact_weights import DATES, FIGURES
from checker_rules.facts import Differing, differing, surest
from checker_rules.figures import Quantity
from checker_rules.surroundings import Surroundings
from hypothesis import given
from hypothesis import strategies as st

from checker.models.language import QuantityValue
from checker.rules.story_views import StoryView
from checker.testing.story import story_of

_FIRST = (
    "The harbour board of Lindal re-elected Ada Holm, 61, as chair of the fishing fund on a windy evening. "
    "Members kept Tom Reyes in the No. 2 post of the fund and Maria Voss in the No. 3 post of the fund. "
    "The fund lent 412 boats to young crews along the northern coast last winter."
)
_SECOND = (
    "Ada Holm stays chair of the fishing fund, the harbour board of Lindal decided on a windy evening. "
    "Tom Reyes keeps the No. 2 job of the fund, and Maria Voss stays in the No. 4 job of the fund. "
    "Last winter young crews along the northern coast were lent 421 boats by the fund."
)


def _story() -> StoryView:
    return story_of({"first": _FIRST, "second": _SECOND})


def _figure(text: str) -> Quantity:
    (document,) = story_of({"one": text}).documents
    return document.numbers[0]


def test_a_rank_and_a_count_that_differ_are_found_beside_one_that_agrees() -> None:
    found = [(d.left.value.number, d.right.value.number) for d in differing(_story(), numbers.FIGURE_KIND)]
    assert (412, 421) in found
    assert (3, 4) in found
    assert (2, 4) not in found


def test_each_mention_has_one_partner_an_account_and_the_surest_one() -> None:
    story = _story()
    (a, *_), (b, *_) = (d.numbers for d in story.documents)
    pair = next(p for p in story.sentence_pairs)
    weak, strong = (Differing(sure, pair, a, b) for sure in (0.5, 0.9))
    assert list(surest([weak, strong])) == [strong]


def test_surroundings_leave_out_what_belongs_to_the_mention_and_are_symmetric() -> None:
    story = _story()
    around = Surroundings(story)
    one, other = (d.sentences[2] for d in story.documents)
    figure = one.numbers[0]
    inside, nouns = figures.inside(next(p for p in story.sentence_pairs if p.left == one).left_words, figure)
    assert nouns == {"boat"}
    assert "boat" not in around.of(one, inside) and "boat" in around.of(other)
    left, right = around.of(one), around.of(other)
    assert around.share(left, right) == around.share(right, left)
    assert around.share(left, left) == around.likeness(left, left) == 1.0
    assert around.share(left, frozenset()) == 0.0


def test_every_weight_names_evidence_that_is_there() -> None:
    story = _story()
    assert list(differing(story, numbers.FIGURE_KIND))  # a name without evidence would be a KeyError
    assert {"one fact", "answered"} <= {*FIGURES.story} & {*DATES.story}


def test_hedges_that_strain_belief() -> None:
    far, near = _figure("More than 480,000 clerks worked."), _figure("More than 800,000 clerks worked.")
    plain = _figure("Some 960,000 clerks worked.")
    assert figures.strained(far, plain) and figures.strained(far, near)
    assert not figures.strained(near, plain) and not figures.conflict(near, plain)
    assert figures.strained(_figure("Nearly 72 clerks worked."), _figure("Nearly 90 clerks worked."))
    assert not figures.strained(_figure("At most 40 clerks worked."), _figure("Some 90 clerks worked."))
    assert not figures.strained(
        _figure("More than a dozen clerks worked."), _figure("Dozens of clerks worked.")
    )


_HEDGES = st.sampled_from(["more than", "at least", "nearly", "some", "about", ""])


@given(st.integers(2, 2000), _HEDGES, st.integers(2, 2000), _HEDGES)
def test_conflict_is_symmetric_and_never_of_one_and_the_same(
    m: int, one_hedge: str, n: int, other_hedge: str
) -> None:
    from checker.annotate.hedges import BEFORE, bounds

    def value(number: int, hedge: str) -> QuantityValue:
        kind = BEFORE[tuple(hedge.split())] if hedge else ""
        low, high = bounds(float(number), kind)
        return QuantityValue(number=number, low=low, high=high, counted="clerk", hedge=kind)

    a, b = value(m, one_hedge), value(n, other_hedge)
    assert figures.strained_values(a, b) == figures.strained_values(b, a)
    assert not figures.strained_values(a, a)
