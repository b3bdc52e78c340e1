"""The figures of ``benchmarks/drafts.py`` on scores made up here."""

import gzip
import json
from pathlib import Path

from measures.draft_sets import WRITTEN, Draft, drafts_of
from measures.drafts import Scored, auc, balanced_accuracy, consistency, not_compared, summary


def row(support: float, faithful: bool, pair: str = "", why: str = "") -> Scored:
    """A scored draft."""
    return Scored(
        Draft("pairs", "d", pair or "e", "source", "draft", faithful, ("name",), pair), support, why
    )


def test_auc_counts_ties_half() -> None:
    assert auc([row(0.9, True), row(0.1, False)]) == 1.0
    assert auc([row(0.5, True), row(0.5, False)]) == 0.5
    assert auc([row(0.1, True), row(0.9, False)]) == 0.0


def test_balanced_accuracy_does_not_reward_the_larger_class() -> None:
    assert balanced_accuracy([row(0.9, True), *[row(0.9, False)] * 9]) == 0.5
    assert balanced_accuracy([row(0.5, True), row(0.49, False)]) == 1.0


def test_consistency_wants_the_faithful_draft_strictly_above() -> None:
    tie = [row(0.4, True, "1"), row(0.4, False, "1")]
    above = [row(0.6, True, "2"), row(0.4, False, "2")]
    assert consistency([*tie, *above]) == 0.5


def test_what_could_not_be_compared_is_counted_and_not_borne_out() -> None:
    rows = [row(0.0, True, "1", "ReadError"), row(0.4, False, "1")]
    assert not_compared(rows) == {"pairs: ReadError": 1}
    assert {f.name: f.value for f in summary(rows)}["pairs AUC"] == 0.0


def test_both_ways_in_which_the_parts_of_qags_are_written_are_read(tmp_path: Path) -> None:
    votes = [{"response": "yes"}, {"response": "yes"}, {"response": "no"}]
    told = [{"sentence": "The ferry sank.", "responses": votes}]
    (tmp_path / "qags").mkdir()
    for part, summary_sentences in (("cnndm", told), ("xsum", repr(told))):
        row = {"article": "A ferry sank off Sull.", "summary_sentences": summary_sentences}
        (tmp_path / "qags" / f"mturk_{part}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    found = drafts_of(tmp_path, "qags")
    assert [(d.set, d.text, d.faithful) for d in found] == [
        ("qags cnndm", "The ferry sank.", True),
        ("qags xsum", "The ferry sank.", True),
    ]


def test_what_readers_wrote_names_its_errors_and_keeps_no_article() -> None:
    with gzip.open(WRITTEN, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    assert len({row["article"] for row in rows}) == len(rows) > 250
    for row in rows:
        assert row.keys() <= {"article", "f1", "f2", "f3", "b1", "b2", "b3", "kinds"}
        assert len(row["kinds"]) == 3 and set(row["kinds"]) <= set("abcdef")
        assert any(f"b{n}" in row for n in (1, 2, 3)) and any(f"f{n}" in row for n in (1, 2, 3))
