"""Report.support: the least supported statement of an account."""

import pytest
from factories_report import un_vote

from checker.models.report import Report


def test_support_is_that_of_the_least_supported_statement() -> None:
    report = un_vote()
    assert report.support("harbour") == 0.62
    assert report.support("ledger") == 0.1, "China's abstention stands there alone"
    assert report.support("courier") == 0.05


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
