"""Report.support: how strongly the other accounts bear an account out; its least supported claim decides."""

import pytest
from factories_report import un_vote
from hypothesis import given
from hypothesis import strategies as st

from checker.models.report import Claim, Report, Story


def borne_out(*supports: float) -> float:
    """The support of an account whose claims have these supports."""
    report = un_vote()
    first = report.documents[0].id
    claims = tuple(
        Claim(id=f"c{n}", text="t", standing={first: "states"}, support=s) for n, s in enumerate(supports)
    )
    story = Story(id="story-1", title="t", documents=(first,), claims=claims)
    return report.model_copy(update={"stories": (story,)}).support(first)


def test_the_least_supported_claim_decides() -> None:
    report = un_vote()
    assert report.support("ledger") < 0.5, "China's abstention stands there alone"
    assert report.support("courier") < report.support("ledger") < report.support("harbour")


def test_one_claim_is_the_account() -> None:
    assert borne_out(0.62) == 0.62
    assert borne_out(0.31, 0.31, 0.31) == 0.31


def test_of_two_accounts_with_the_same_weakest_claim_the_sounder_one_is_above() -> None:
    assert borne_out(0.4, 0.9, 0.9) > borne_out(0.4, 0.9, 0.5) > 0.4


def test_many_sound_claims_do_not_hide_a_bad_one() -> None:
    assert borne_out(0.1, *[0.95] * 30) < 0.5


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8), st.integers(0, 7), st.floats(0, 1))
def test_a_claim_that_is_borne_out_less_never_helps(supports: list[float], at: int, lower: float) -> None:
    at %= len(supports)
    worse = [*supports[:at], min(lower, supports[at]), *supports[at + 1 :]]
    assert 0 <= borne_out(*worse) <= borne_out(*supports) <= 1


def test_an_account_is_found_by_id_path_and_file_name() -> None:
    report = un_vote()
    assert report.support("wires/ledger.txt") == report.support("ledger.txt") == report.support("ledger")


def test_an_unknown_account_is_named_with_those_there_are() -> None:
    with pytest.raises(
        LookupError, match=r"called 'nobody\.txt': it has wires/harbour\.txt, wires/ledger\.txt"
    ):
        un_vote().support("nobody.txt")
    with pytest.raises(LookupError, match="it has none"):
        Report().support("a")


def test_an_account_that_was_not_compared_has_no_support() -> None:
    with pytest.raises(LookupError, match="No statement of 'teaser' was compared"):
        un_vote().support("teaser")


def test_one_file_name_in_two_folders_is_ambiguous() -> None:
    report = un_vote()
    twin = report.documents[0].model_copy(update={"id": "other", "uri": "desk/harbour.txt"})
    report = report.model_copy(update={"documents": (*report.documents, twin)})
    with pytest.raises(
        LookupError, match=r"Several accounts are called 'harbour\.txt': use one of harbour, other"
    ):
        report.support("harbour.txt")


def test_to_html_is_the_page() -> None:
    assert un_vote().to_html().startswith("<!doctype html>")
