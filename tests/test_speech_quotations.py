"""Pairing of quotation marks of all kinds."""

from itertools import pairwise

import pytest
from account_texts import document_of
from hypothesis import given
from hypothesis import strategies as st

from checker.annotate.quotations import find_quotations
from checker.segment import segment


def quoted(text):
    document = document_of(text)
    return [q.span.of(text) for q in find_quotations(text, segment(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and left.", ["yes"]),
        ('He said "yes" and left.', ["yes"]),
        ("He said ``yes'' and left.", ["yes"]),
        ("He said «yes» and left.", ["yes"]),
        ("He said „yes“ and left.", ["yes"]),
        ("He said ”yes” and left.", ["yes"]),
        ("He said ‘yes’ and left.", ["yes"]),
        ("He said 'yes, sir' and left.", ["yes, sir"]),
        ("It's the states' right, isn't it?", []),
        ("In the '90s the Joneses' house was sold.", []),
        ("It’s the states’ right, isn’t it?", []),
        ("‘The states’ vote is over,’ he said.", ["The states’ vote is over,"]),
        ("“He told me ‘go now’ and left,” she said.", ["He told me ‘go now’ and left,"]),
        ("‘He told me “go now” and left,’ she said.", ["He told me “go now” and left,"]),
        ('The plank was 5" wide and 9" long.', []),
        ("“A,” he said, “B.”", ["A,", "B."]),
        ("“Stray mark that never ends, he said.", []),
        ("“One paragraph ends here.\n“And goes on here.”", ["One paragraph ends here.", "And goes on here."]),
    ],
)
def test_pairs(text, expected):
    assert quoted(text) == expected


@given(st.text(alphabet="ab ,.'\"“”‘’\n", max_size=60))
def test_spans_lie_in_order_inside_the_text(text):
    document = document_of(text)
    found = find_quotations(text, segment(document))
    for quotation in found:
        assert quotation.outer.contains(quotation.span)
        assert quotation.outer.end <= len(text)
    starts = [q.outer.start for q in found]
    assert starts == sorted(starts)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
