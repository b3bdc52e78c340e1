"""From paths to a report: what is refused, what is kept, what is told of the run."""

from pathlib import Path
from typing import Any

import pytest

from checker import check
from checker.errors import NothingToCompareError, PluginError, UsageError
from checker.models.language import Account
from checker.models.report import Report
from checker.models.text import Document
from checker.pipeline.analyse import analyse

ONE = """Bridge reopens after repair

KARLSUND, 3 May 2025 - The old bridge in Karlsund reopened on Saturday after a repair that cost 18 million euros.
Mayor Anton Brekke cut the ribbon at noon. "This bridge belongs to everyone who walks across it," he said.
About 2,000 people watched. The bridge had been closed since April 2023, when inspectors found cracks in two arches.
"""
OTHER = """Karlsund bridge open again

3 May 2025

The old bridge in Karlsund was reopened on Saturday following a repair that cost 24 million euros.
Mayor Anton Brekke cut the ribbon at noon and said: "This bridge belongs to everyone who walks across it."
Some 2,000 people came. Inspectors had found cracks in two arches in April 2023, and the bridge was closed then.
"""
ELSEWHERE = """Striker joins new club

Lena Ravn will play for Northport from next season, the football club said on Tuesday.
The striker scored 21 goals last year. She signed a contract for three years.
"I have always wanted to play here," Ravn said at a press conference in the stadium.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("one", ONE), ("other", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, *names: str, cache: str = "off", **settings: object) -> Report:
    return check([folder / f"{n}.txt" for n in names or ("one", "other")], cache=cache, **settings)


def test_a_wrong_figure_is_found_and_nothing_else_is_sure(folder: Path) -> None:
    report = run(folder)
    sure = [f for f in report.findings if f.verdict == "fail"]
    assert [f.code for f in sure] == ["NUM"]
    assert {
        e.exact[m.start - e.span.start : m.end - e.span.start] for e in sure[0].evidence for m in e.marks
    } == {
        "18 million euros",
        "24 million euros",
    }
    assert not report.run.incomplete


def test_evidence_quotes_exactly(folder: Path) -> None:
    report = run(folder)
    texts = {d.id: d.text for d in report.documents}
    assert report.findings
    for finding in report.findings:
        for e in finding.evidence:
            assert e.span.of(texts[e.document]) == e.exact
            assert all(e.span.contains(m) for m in e.marks)


def test_the_order_of_the_accounts_changes_no_finding(folder: Path) -> None:
    assert run(folder, "one", "other").findings == run(folder, "other", "one").findings


def test_a_second_check_analyses_and_embeds_nothing(folder: Path, tmp_path: Path) -> None:
    first = run(folder, cache=str(tmp_path / "cache"))
    second = run(folder, cache=str(tmp_path / "cache"))
    assert first.run.counts["accounts_from_cache"] == 0
    assert first.run.counts["texts_embedded"] > 0
    assert second.run.counts["accounts_from_cache"] == 2
    assert second.run.counts["texts_embedded"] == 0
    assert first.findings == second.findings


def test_a_damaged_cache_is_made_again(folder: Path, tmp_path: Path) -> None:
    first = run(folder, cache=str(tmp_path / "cache"))
    for file in (tmp_path / "cache" / "accounts").glob("*.json"):
        file.write_text("{", encoding="utf-8")
    again = run(folder, cache=str(tmp_path / "cache"))
    assert again.run.counts["accounts_from_cache"] == 0
    assert again.findings == first.findings


def test_one_account_is_nothing_to_compare(folder: Path) -> None:
    with pytest.raises(NothingToCompareError, match="only account"):
        run(folder, "one")


def test_the_same_file_twice_is_one_account(folder: Path) -> None:
    with pytest.raises(NothingToCompareError, match="given more than once is one account"):
        run(folder, "one", "one")


def test_accounts_of_different_events_are_not_compared(folder: Path) -> None:
    (folder / "third.txt").write_text(ELSEWHERE, encoding="utf-8")
    with pytest.raises(NothingToCompareError, match="no common event"):
        run(folder, "one", "third")
    report = run(folder, "one", "other", "third")
    (story,) = report.stories
    assert set(story.documents) == {"one", "other"}


def test_a_draft_in_other_words_is_compared_with_the_one_source_it_is_said_to_be_of(folder: Path) -> None:
    draft = folder / "draft.txt"
    draft.write_text("People can walk over the river again in Karlsund.", encoding="utf-8")
    report = check([draft], against=[folder / "one.txt"], cache="off")
    assert [set(s.documents) for s in report.stories] == [{"draft", "one"}]
    for unrelated in (
        "A football striker has signed a contract.",
        "A bank was robbed on Monday, police said.",
    ):
        draft.write_text(unrelated, encoding="utf-8")
        with pytest.raises(NothingToCompareError, match="No source says anything"):
            check([draft], against=[folder / "one.txt"], cache="off")


def test_a_draft_against_its_sources_is_the_primary_side(folder: Path) -> None:
    report = check([folder / "other.txt"], against=[folder / "one.txt"], cache="off")
    sure = [f for f in report.findings if f.verdict == "fail"]
    assert [f.primary.document for f in sure] == ["other"]
    assert {s.id: s.kind for s in report.sources} == {"other": "draft", "one": "wire"}
    assert 0 <= report.support("other.txt") <= 1


def test_a_file_is_not_its_own_source(folder: Path) -> None:
    with pytest.raises(UsageError, match="both as a draft and as a source"):
        check([folder / "one.txt"], against=[folder / "one.txt", folder / "other.txt"])


def test_claims_tell_who_states_and_who_differs(folder: Path) -> None:
    (story,) = run(folder).stories
    standings = [c.standing for c in story.claims]
    # the claim is told in the words of the first account, from which the other differs
    assert {"one": "states", "other": "differs"} in standings
    assert {"one": "states", "other": "states"} in standings
    assert all(0 <= c.support <= 1 for c in story.claims)


def test_two_files_of_one_name_are_told_apart(folder: Path) -> None:
    for name, text in (("ap", ONE), ("reuters", OTHER)):
        (folder / name).mkdir()
        (folder / name / "story.txt").write_text(text, encoding="utf-8")
    paths = [folder / "ap" / "story.txt", folder / "reuters" / "story.txt"]
    report = check(paths, cache="off", select=["NUM"])
    assert [d.id for d in report.documents] == [s.id for s in report.sources] == ["ap-story", "reuters-story"]
    (found,) = report.findings
    assert "Story (ap)" in found.message and "Story (reuters)" in found.message
    (again,) = check(paths[::-1], cache="off", select=["NUM"]).findings
    assert again.fingerprint == found.fingerprint


def test_a_made_up_name_is_never_that_of_another_account(folder: Path) -> None:
    for name, text in (("wire.md", ONE), ("wire.txt", ONE), ("wire-2.txt", OTHER)):
        (folder / "w").mkdir(exist_ok=True)
        (folder / "w" / name).write_text(text, encoding="utf-8")
    report = check([folder / "w"], cache="off", select=["NUM"])
    assert {d.id for d in report.documents} == {"wire-md", "wire-txt", "wire-2"}
    assert [f.code for f in report.findings] == ["NUM"]


def _crash_on(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """As if the analysis could not take the accounts of these names."""

    def crashing(document: Document, **given: Any) -> Account:
        if document.id in names:
            raise IndexError("a hole")
        return analyse(document, **given)

    monkeypatch.setattr("checker.pipeline.accounts.analyse", crashing)


def test_an_account_on_which_the_analysis_crashes_is_named_and_the_others_are_compared(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "third.txt").write_text(ONE, encoding="utf-8")
    _crash_on(monkeypatch, "third")
    report = run(folder, "one", "other", "third")
    assert {d.id for d in report.documents} == {s.id for s in report.sources} == {"one", "other"}
    assert report.run.incomplete and "NUM" in {f.code for f in report.findings}
    (failure,) = report.failures
    assert failure.target == "third" and "third.txt could not be analysed" in failure.error
    assert "IndexError: a hole" in failure.error


def test_where_the_analysis_leaves_nothing_to_compare_it_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "third.txt").write_text(ONE, encoding="utf-8")
    _crash_on(monkeypatch, "other")
    for paths, against in (
        (["one", "other"], None),
        (["other"], ["one", "third"]),
        (["one", "third"], ["other"]),
    ):
        with pytest.raises(
            PluginError, match=r"other\.txt could not be analysed.*nothing to compare\."
        ) as raised:
            check(
                [folder / f"{n}.txt" for n in paths],
                against=against and [folder / f"{n}.txt" for n in against],
                cache="off",
            )
        assert raised.value.exit_code == 3
    # whoever wants to see where it came from does
    monkeypatch.setenv("CHECKER_TRACEBACK", "1")
    with pytest.raises(IndexError):
        run(folder, "one", "other", "third")


def test_a_source_of_another_event_adds_no_omissions_to_a_draft(folder: Path) -> None:
    (folder / "elsewhere.txt").write_text(ELSEWHERE, encoding="utf-8")
    sources = [folder / "one.txt", folder / "elsewhere.txt"]
    report = check([folder / "other.txt"], against=sources, cache="off")
    (story,) = report.stories
    assert set(story.documents) == {"other", "one"}
    assert not any("striker" in f.message.lower() or "Ravn" in f.message for f in report.findings)


BRIEF = (
    "Tallgrass Outdoor is to close shops. The chain, based in Denver, has lost customers to rivals on the internet. "
    "Its head, Robert Lindgren, called the decision painful."
)
OTHER_WORDS = (
    "The camping trade is in trouble. In a video message staff learned that branches will go by December. "
    "Many people in Colorado will lose their jobs, and investors liked the news."
)


def test_whoever_says_that_it_is_one_story_is_believed(tmp_path: Path) -> None:
    for name, text in (("a", BRIEF), ("b", OTHER_WORDS)):
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    paths = [str(tmp_path / f"{name}.txt") for name in "ab"]
    with pytest.raises(NothingToCompareError, match="--one-story"):
        check(paths, cache="off")
    (story,) = check(paths, cache="off", one_story=True).stories
    assert story.documents == ("a", "b")
    with pytest.raises(NothingToCompareError, match="--one-story"):
        check(paths[:1], against=paths[1:], cache="off")
    (story,) = check(paths[:1], against=paths[1:], cache="off", one_story=True).stories
    assert story.documents == ("a", "b")


LORD = (
    "David Pell, the former trade secretary, was fined 5,000 pounds on Tuesday for driving at 110 miles an hour. "
    "Pell, who has sat in the House of Lords since 2015, told magistrates in York that he had been late for a "
    "funeral. He was banned from driving. It was his second conviction. Pell apologised to the court.\n"
)
PEER = (
    "{} by magistrates in York on Tuesday for speeding. The peer, a trade secretary in the 2000s, was late for a "
    "funeral. Ashcombe may not drive for half a year. He said that he was sorry. He had been convicted once before.\n"
)


@pytest.mark.parametrize(
    ("sum_told", "told"), [("Lord Ashcombe was fined 5,000 pounds", True), ("Lord Ashcombe was fined", False)]
)
def test_two_accounts_in_other_words_are_one_story_where_they_share_a_figure(
    tmp_path: Path, sum_told: str, told: bool
) -> None:
    (tmp_path / "a.txt").write_text(LORD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PEER.format(sum_told), encoding="utf-8")
    if told:
        assert len(run(tmp_path, "a", "b").stories) == 1
    else:
        with pytest.raises(NothingToCompareError, match="no common event"):
            run(tmp_path, "a", "b")
