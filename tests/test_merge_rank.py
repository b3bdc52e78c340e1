"""One discrepancy, one finding; the surest and gravest first."""

import pytest

from checker.findings.lesser import LEAST, lesser, set_apart
from checker.findings.merge import merge, without_explained
from checker.findings.rank import rank, value
from checker.findings.sureness import sure_enough
from checker.models.findings import Category, Evidence, Finding, Verdict
from checker.models.text import Span


def place(document: str, start: int, role: str = "counter") -> Evidence:
    return Evidence(
        document=document,
        span=Span(start=0, end=100),
        exact="x" * 100,
        role=role,
        marks=(Span(start=start, end=start + 5),),
    )


def finding(
    *places: Evidence,
    code: str = "NUM",
    category: Category = "contradiction",
    verdict: Verdict = "fail",
    confidence: float = 0.8,
    **data: object,
) -> Finding:
    first, *others = places
    return Finding(
        code=code,
        rule=code.lower(),
        category=category,
        verdict=verdict,
        severity="error",
        confidence=confidence,
        message=code,
        data=data,
        primary=first.model_copy(update={"role": "primary"}),
        related=tuple(others),
        story="story-1",
    )


def test_one_figure_against_two_accounts_is_one_finding_with_the_outlier_first() -> None:
    (merged,) = merge([finding(place("a", 10), place("c", 30)), finding(place("b", 20), place("c", 30))])
    assert merged.primary.document == "c"
    assert merged.primary.role == "primary"
    assert [(e.document, e.role) for e in merged.related] == [("a", "counter"), ("b", "counter")]


def test_the_message_of_joined_findings_names_every_side_the_lone_one_first() -> None:
    verb = ["says", "say"]
    (merged,) = merge(
        [
            finding(place("a", 10), place("c", 30), sides={"A": "12", "C": "15"}, verb=verb),
            finding(place("b", 20), place("c", 30), sides={"B": "12", "C": "15"}, verb=verb),
        ]
    )
    assert merged.message == "C says 15; A and B say 12."


def test_two_accounts_against_one_are_surer_than_one() -> None:
    (merged,) = merge(
        [
            finding(place("a", 10), place("c", 30), verdict="review", confidence=0.6),
            finding(place("b", 20), place("c", 30), verdict="review", confidence=0.58),
        ]
    )
    assert merged.confidence > 0.7
    assert merged.verdict == "fail"
    (kept,) = merge(
        [
            finding(place("a", 10), place("c", 30), verdict="review", confidence=0.6, uncertain=True),
            finding(place("b", 20), place("c", 30), verdict="review", confidence=0.58, uncertain=True),
        ]
    )
    assert kept.verdict == "review"


def test_two_figures_of_one_sentence_stay_two_findings() -> None:
    assert len(merge([finding(place("a", 10), place("b", 10)), finding(place("a", 40), place("b", 40))])) == 2


def test_two_rules_that_see_the_same_words_are_one_finding_and_a_surer_one() -> None:
    (merged,) = merge(
        [
            finding(place("a", 10), place("b", 10), code="NEG"),
            finding(place("a", 10), place("b", 10), code="QUOT", category="quotation"),
        ]
    )
    assert merged.code == "QUOT"
    assert merged.data["also"] == ["NEG"]
    assert merged.confidence > 0.8


def test_a_quotation_s_altered_word_and_the_verb_beside_it_are_one_finding() -> None:
    altered = finding(place("a", 10), place("b", 10), code="QUOT", category="quotation")
    denied = finding(place("a", 20), place("b", 22), code="NEG")
    (merged,) = merge([denied, altered])
    assert (merged.code, merged.data["also"]) == ("QUOT", ["NEG"])
    assert len(merge([finding(place("a", 60), place("b", 60), code="NEG"), altered])) == 2
    assert len(merge([denied, finding(place("a", 10), place("b", 10), code="NUM")])) == 2


def test_an_unlikely_difference_does_not_stand_for_what_a_third_account_leaves_out() -> None:
    lacks = finding(
        place("c", 0, "absent"),
        place("a", 10, "support"),
        place("b", 10, "support"),
        code="OMIT",
        category="omission",
    )
    lacks = lacks.model_copy(update={"primary": place("c", 0, "absent")})
    for confidence, kept in ((0.49, 2), (0.8, 1)):
        differs = finding(place("a", 10), place("b", 10), verdict="review", confidence=confidence)
        assert len(without_explained([differs, lacks])) == kept
    reworded = finding(place("a", 10), place("b", 10), code="QUOT", category="quotation")
    assert len(without_explained([reworded, lacks])) == 2


def test_an_omission_is_never_joined_with_a_contradiction() -> None:
    assert (
        len(
            merge(
                [
                    finding(place("a", 10), place("b", 10)),
                    finding(place("a", 10), place("b", 10), code="OMIT", category="omission"),
                ]
            )
        )
        == 2
    )


def test_findings_of_two_stories_stay_apart() -> None:
    other = finding(place("a", 10), place("b", 10)).model_copy(update={"story": "story-2"})
    assert len(merge([finding(place("a", 10), place("b", 10)), other])) == 2


def test_sure_findings_come_first_then_what_matters_most() -> None:
    sure = finding(place("a", 1), place("b", 1), confidence=0.6)
    doubtful = finding(place("a", 20), place("b", 20), verdict="review", confidence=0.99)
    lacking = finding(
        place("a", 40), place("b", 40), code="OMIT", category="omission", verdict="review", confidence=0.99
    )
    assert rank([lacking, doubtful, sure]) == [sure, doubtful, lacking]


def test_a_doubtful_contradiction_between_sentences_with_much_else_to_tell_stands_behind_an_omission() -> (
    None
):
    lacking = finding(
        place("a", 40), place("b", 40), code="OMIT", category="omission", verdict="review", confidence=0.6
    )
    poll = said("In Norland the mayor leads the bishop by 21 points.", "21", "a", "primary")
    men = said(
        "Among men the mayor leads by nine points, while women in Norland prefer the bishop.", "nine", "b"
    )
    (doubtful,) = sure_enough([contradiction(poll, men)], {"NUM"})
    # what a guest's rule finds is never lesser, whatever its sentences tell besides
    assert rank([doubtful, lacking]) == [doubtful, lacking]
    apart = lacking.model_copy(update={"data": {"lesser": True}})
    told = rank([*set_apart([doubtful], {"NUM"}), apart])
    assert [f.code for f in told] == ["OMIT", "NUM"]


def test_a_rules_own_weight_orders_its_findings() -> None:
    light, heavy = (finding(place("a", n), place("b", n), weight=w) for n, w in ((1, 0.1), (20, 0.9)))
    assert value(heavy) > value(light)
    assert rank([light, heavy]) == rank([heavy, light]) == [heavy, light]


def lacking(*carriers: Evidence, absent: str = "z", category: Category = "omission") -> Finding:
    place_of = Evidence(document=absent, span=Span(start=9, end=9), exact="", role="absent")
    return Finding(
        code="OMIT",
        rule="omit",
        category=category,
        verdict="review",
        severity="warning",
        confidence=0.8,
        message="OMIT",
        primary=place_of,
        related=tuple(e.model_copy(update={"role": "support"}) for e in carriers),
        story="story-1",
    )


def test_what_the_carriers_disagree_on_is_their_finding_and_no_omission() -> None:
    dispute = finding(place("a", 10), place("b", 10))
    assert without_explained([dispute, lacking(place("a", 10), place("b", 10))]) == [dispute]
    other = lacking(place("a", 40), place("b", 40))
    assert without_explained([dispute, other]) == [dispute, other]


def test_what_the_account_has_in_other_words_is_not_lacking() -> None:
    dispute = finding(place("a", 10), place("z", 10))
    assert without_explained([dispute, lacking(place("a", 10), place("b", 10))]) == [dispute]


def said(exact: str, marked: str, document: str, role: str = "counter") -> Evidence:
    start = exact.index(marked)
    return Evidence(
        document=document,
        span=Span(start=0, end=len(exact)),
        exact=exact,
        role=role,
        marks=(Span(start=start, end=start + len(marked)),),
    )


def contradiction(one: Evidence, *others: Evidence, confidence: float = 0.9) -> Finding:
    return finding(one, *others, code="NUM", confidence=confidence)


def test_a_contradiction_stops_only_when_the_sentences_say_little_else() -> None:
    primary = said("In Norland the mayor leads the bishop by 21 points.", "21", "a", "primary")
    same = said("The mayor leads the bishop by nine points in Norland.", "nine", "b")
    men = said(
        "Among men the mayor leads by nine points, while women in Norland prefer the bishop.", "nine", "b"
    )
    (kept,) = sure_enough([contradiction(primary, same)], {"NUM"})
    (other,) = sure_enough([contradiction(primary, men)], {"NUM"})
    (unsure,) = sure_enough([contradiction(primary, same, confidence=0.6)], {"NUM"})
    (guest,) = sure_enough([contradiction(primary, men)], set())
    assert [f.verdict for f in (kept, other, unsure, guest)] == ["fail", "review", "review", "fail"]


def test_what_is_seldom_worth_reading_stands_behind_the_rest_and_says_so() -> None:
    sides = (place("a", 10), place("b", 20))
    weighty = finding(*sides, code="OMIT", category="omission", verdict="review", worth=LEAST["omission"][0])
    slight = finding(
        *sides, code="OMIT", category="omission", verdict="review", worth=LEAST["omission"][0] - 0.01
    )
    doubtful = finding(*sides, code="QUOT", category="quotation", verdict="review", confidence=0.9)
    sure = finding(*sides, code="QUOT", category="quotation", confidence=0.7)
    told = rank(set_apart([doubtful, slight, weighty, sure], {"OMIT", "QUOT"}))
    assert [f.data.get("lesser") for f in told] == [None, None, True, True]
    assert told[0].verdict == "fail" and told[1].data["worth"] == LEAST["omission"][0]


def test_words_that_are_left_out_must_be_worth_more_than_a_statement() -> None:
    sides = (place("a", 10), place("b", 20))
    omission = finding(*sides, code="OMIT", category="omission", verdict="review", worth=LEAST["omission"][0])
    quoted = omission.model_copy(update={"data": {**omission.data, "kind": "quotation"}})
    more = quoted.model_copy(update={"data": {**quoted.data, "worth": LEAST["quotation"][0]}})
    assert [f.data.get("lesser") for f in set_apart([omission, quoted, more], {"OMIT"})] == [None, True, None]


def test_a_finding_of_somebody_elses_rule_is_never_set_apart() -> None:
    guest = finding(place("a", 10), place("b", 20), code="DESK1", category="quotation", verdict="review")
    assert set_apart([guest], {"OMIT", "QUOT"}) == [guest]


@pytest.mark.parametrize(("kind", "least", "sure"), [(k, *v) for k, v in LEAST.items()])
def test_what_stands_among_the_first_is_worth_it_and_sure(kind: str, least: float, sure: float) -> None:
    category = "addition" if kind == "addition" else "omission"

    def folded(worth: float, confidence: float) -> bool:
        one = finding(
            place("a", 10),
            place("b", 20),
            code="OMIT",
            category=category,
            verdict="review",
            confidence=confidence,
        )
        data = {**one.data, "worth": worth, "kind": kind}
        return lesser(one.model_copy(update={"data": data}))

    assert [folded(least, sure), folded(least - 0.01, 1.0), folded(1.0, sure - 0.01)] == [False, True, True]


def test_two_accounts_only_figures_of_a_thing_are_no_lesser_difference() -> None:
    other = place("b", 20).model_copy(update={"exact": "y" * 100})
    one = finding(place("a", 10), other, verdict="review")
    assert lesser(one)
    assert not lesser(one.model_copy(update={"data": {**one.data, "sole": True}}))


@pytest.mark.parametrize(
    ("kind", "sure", "folded"), [("date", 0.97, 0), ("date", 0.96, 1), ("quantity", 0.98, 1)]
)
def test_a_day_that_is_nearly_certain_is_no_lesser_difference(kind: str, sure: float, folded: bool) -> None:
    other = place("b", 20).model_copy(update={"exact": "y" * 100})
    one = finding(place("a", 10), other, verdict="review", confidence=sure)
    assert lesser(one.model_copy(update={"data": {**one.data, "kind": kind}})) == folded


def told(text: str, *marked: str) -> Evidence:
    """A sentence with these words of it marked."""
    marks = tuple(Span(start=text.index(w), end=text.index(w) + len(w)) for w in marked)
    return Evidence(
        document=text[:5], span=Span(start=0, end=len(text)), exact=text, role="counter", marks=marks
    )


SOURCE = told(
    "Four people, three of them from one family, died in Ostra when a wall of the mill fell on a house beside it.",
    "Ostra",
)


@pytest.mark.parametrize(
    ("draft", "kind", "folded"),
    [
        ("Four people died in Karlby when a wall of the mill fell on a house.", "name", False),
        # most of it is not in the source
        ("Four swimmers of Karlby drowned off the northern pier after a storm.", "name", True),
        # of figures and days a source has several
        ("Four people of Karlby died when a wall of the mill fell on Sunday.", "date", True),
        ("Four people died when a wall of the mill fell in Karlby.", "date", False),
    ],
)
def test_what_a_draft_says_in_fewer_words_is_no_lesser_difference(
    draft: str, kind: str, folded: bool
) -> None:
    one = finding(told(draft, "Karlby"), SOURCE, verdict="review").model_copy(update={"data": {"kind": kind}})
    assert lesser(one)
    assert lesser(one, draft=True) is folded
    (apart,) = set_apart([one], {"NUM"}, drafts={"story-1"})
    assert bool(apart.data.get("lesser")) is folded
    # an opinion of the model stays behind the rest
    (opinion,) = set_apart([one], {"NUM"}, drafts={"story-1"}, opinions={"NUM"})
    assert opinion.data["lesser"]


@pytest.mark.parametrize(
    ("category", "data", "folded"),
    [
        ("quotation", {}, False),
        ("attribution", {"sole": True}, False),
        ("attribution", {}, True),
        ("wording", {}, True),
    ],
)
def test_an_altered_quotation_of_a_draft_is_no_lesser_difference(
    category: Category, data: dict[str, object], folded: bool
) -> None:
    one = finding(place("a", 10), place("b", 20), category=category, verdict="review", **data)
    assert lesser(one)
    assert lesser(one, draft=True) is folded
