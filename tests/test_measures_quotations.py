"""The quotation measure: whole quotations, their speakers, and the labels it reads."""

import hashlib
from itertools import pairwise

from measures import quotations

TEXT = "“The bridge is safe. It was tested,” said Anna Berg. The show “Night Train” opened. Two clerks said “no.”"


def place(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def label(words, **speaker):
    start, end = place(words)
    return {"start": start, "end": end, **speaker}


def outcome(*labels, unclear=()):
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return quotations.outcome(
        {"id": "a", "sha256": sha256, "quotations": list(labels), "unclear": list(unclear)}, TEXT
    )


def test_a_quotation_of_two_sentences_is_one_and_a_title_is_none():
    safe = label("The bridge is safe. It was tested,", speaker=place("Anna Berg"))
    no = label("no.", speaker=None, described=[place("Two clerks")])
    got = outcome(safe, no)
    assert (got.labelled, got.named, got.found, got.right) == (2, 1, 2, 2)
    assert (got.right_with_speaker, got.right_with_name) == (2, 1)


def test_a_wrong_speaker_and_an_unlabelled_quotation_count():
    got = outcome(label("The bridge is safe. It was tested,", speaker=place("Night Train")))
    assert (got.found, got.right, got.right_with_speaker) == (2, 1, 0)
    assert outcome(unclear=[place("no.")]).found == 1


def test_the_labels_are_well_formed():
    articles = quotations.labels()
    assert len({a["id"] for a in articles}) == len(articles)
    assert sum(len(a["quotations"]) for a in articles) >= 150
    for article in articles:
        rows = article["quotations"]
        assert all(q["start"] < q["end"] for q in rows)
        assert all(a["end"] < b["start"] for a, b in pairwise(rows))
        assert all((q["speaker"] is None) == ("described" in q) for q in rows)
