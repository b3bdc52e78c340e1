"""Sentences: where they end, what holds together, exact spans for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.models.text import Block, Document, Span
from checker.segment import segment


def document(*paragraphs, kind="paragraph"):
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind=kind, span=Span(start=at, end=at + len(paragraph))))
        at += len(paragraph) + 2
    return Document(id="a", source="a", uri="a.txt", text=text, blocks=tuple(blocks))


# each case is one paragraph; "‖" marks where a new sentence begins
CASES = [
    "The bridge closed. ‖It reopened in May.",
    "The U.S. Senate met on Monday. ‖It voted 51 to 49.",
    "He moved to the U.S. ‖The family followed.",
    "U.S. Officials of Norland met him. ‖U.K. Officials did not.",
    "He left the U.S. ‖Officials did not know why.",
    "Mr. Lind met Sen. Ruiz, Dr. J. P. Okoye and Lt. Col. Baum. ‖They talked.",
    "The call, then-Gov. Ruiz said, came at 5 p.m. Eastern time. ‖Nobody answered.",
    "The train left at 9:40 a.m. ‖The bus came later.",
    "It cost 3.5 million euros. ‖That is No. 5 on the list.",
    "On Jan. 6 it rained; on Feb. 7 it snowed. ‖March was dry.",
    "Acme Inc. said profits rose. ‖Beta Corp. ‖The rest fell.",
    "“We are ready. We have been for years,” Lind said. ‖“Nobody asked.”",
    "“We are ready.” ‖The minister left.",
    "She called it “a mistake.” ‖Her party did not.",
    '"We are ready. We have been for years," Lind said. ‖"Nobody asked us."',
    "“Is it safe?” she asked. ‖“Nobody knows!” an engineer shouted. ‖Then it fell.",
    "“Is it safe?” Lind asked reporters. ‖Nobody replied.",
    "“Is it safe?” ‖Lind went home.",
    "Lind said: “It is over. We lost. Go home.” ‖The crowd stayed.",
    "‘We are ready. We wait,’ Lind said. ‖The states’ rights and the workers’ pay don’t change.",
    "”It is over,” Lind said. ‖“And I’m glad.”",
    "The vote (it was the second. The first failed.) passed. ‖All left.",
    "The plan [see page 3. Also page 4.] is dead. ‖So it goes.",
    "He hesitated ... and then he spoke. ‖It was late…and dark. ‖Then... ‖Nothing.",
    "Is it over? ‖Yes! ‖It is.",
    "The text ended.The next began without a space. ‖See www.example.org. ‖Done.".replace(
        "ended.The", "ended.‖The"
    ),
    "The port of St. Mary vs. the city of Ft. Worth: no decision, etc. ‖The case goes on.",
    "I spoke to the mayor, i.e. the boss. ‖She agreed.",
    "The 6'2\" guard left. ‖His 5'11\" colleague stayed.",
    "A temperature of 3.5. ‖A ratio of 2:1.",
    "Russia’s “illegal” war. ‖Ukraine’s answer.",
    "The board approved it.[3] ‖The mayor objected.",
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case):
    parts = [part.strip() for part in case.split("‖")]
    found = segment(document(case.replace("‖", "")))
    assert [s.text for s in found] == parts


def test_a_quotation_that_goes_on_in_the_next_paragraph_stays_whole():
    found = segment(document("Lind said: “It is over. We lost.", "“Go home. Sleep well.” He left."))
    assert [s.text for s in found] == [
        "Lind said: “It is over. We lost.",
        "“Go home. Sleep well.”",
        "He left.",
    ]


def test_a_mark_that_is_never_closed_holds_nothing_together():
    found = segment(document("Lind called it “a mistake. The board met. It voted.", "Nobody else came."))
    assert len(found) == 4


def test_a_very_long_quotation_is_broken():
    inside = " ".join(f"Point {n} is about the river." for n in range(12))
    found = segment(document(f"“{inside}” Lind said."))
    assert 1 < len(found) < 12


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "🔹", "1.", "(2)", "👉🏽", "✅ "])
def test_bullet_marks_are_not_part_of_the_sentence(mark):
    found = segment(document(f"{mark} The council voted. It was late.", kind="bullet"))
    assert [s.text for s in found] == ["The council voted.", "It was late."]


def test_headlines_are_one_sentence_and_furniture_is_none():
    text = "Bridge shut. Mayor: no comment\nShare this. Now."
    blocks = (
        Block(kind="headline", span=Span(start=0, end=30)),
        Block(kind="furniture", span=Span(start=31, end=len(text)), reason="label"),
    )
    found = segment(Document(id="a", source="a", uri="a", text=text, blocks=blocks))
    assert [(s.text, s.kind, s.block) for s in found] == [("Bridge shut. Mayor: no comment", "headline", 0)]


PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    ".",
    "!",
    "?",
    "…",
    "...",
    " ",
    "  ",
    "U.S.",
    "Mr.",
    "said",
    "He",
    "a",
    "A",
    "5",
    "(",
    ")",
    "[",
    "]",
    "•",
    "- ",
    "🔹",
    "\n",
    ",",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60)),
        max_size=5,
    ),
    st.sampled_from(["paragraph", "bullet", "headline", "caption"]),
)
def test_spans_are_exact_for_any_text(paragraphs, kind):
    doc = document(*paragraphs, kind=kind)
    found = segment(doc)
    assert [s.index for s in found] == list(range(len(found)))
    end = 0
    held = set()
    for s in found:
        assert s.span.start >= end and s.text == s.span.of(doc.text) == s.text.strip() != ""
        assert doc.blocks[s.block].span.contains(s.span)
        held |= set(range(s.span.start, s.span.end))
        end = s.span.end
    for block in doc.blocks:
        for at in range(block.span.start, block.span.end):
            if doc.text[at].isalpha() or (kind != "bullet" and not doc.text[at].isspace()):
                assert at in held
