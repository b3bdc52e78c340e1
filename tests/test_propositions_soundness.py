"""What is left of a sentence reads as a sentence, or is told in the sentence's own words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.models.language import Statement
from checker.models.text import Document, Sentence, Span
from checker.parse import parse
from checker.propositions import propositions


def statements(text: str) -> list[Statement]:
    sentence = Sentence(index=0, span=Span(start=0, end=len(text)), text=text, block=0)
    return propositions(Document(id="d", source="s", uri="u", text=text), parse([sentence]))


REPEAL = (
    "Sen. Anna Lund of Karlsund — one of three members who blocked the repeal last year — also pushed back, "
    "warning that it was too late."
)
RULING = (
    "Instead, Chief Justice Carl Berg wrote in the majority ruling, the mandate was constitutionally permissible "
    "under a saving construction."
)
HEARING = (
    "Lund, 59, stepped before the Labour Committee for a rare nighttime hearing, facing a spectrum of questions that "
    "ranged from college and any support she gave for the therapy."
)
SMILES = "We decide that Lund was smiling too much in her interview, earned too much money."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the dashes go with what stood between them
        (REPEAL, "Sen. Anna Lund of Karlsund also pushed back"),
        # half a bracket, half a quotation
        (
            "That honour is held by Sen. Carl Berg of Karlsund, who is younger than Lund (and has been there less).",
            "Sen. Carl Berg of Karlsund is younger than Lund",
        ),
        # no conjunction at the end
        (
            "The workers help to make the airport one of the best, but can't afford to see a doctor.",
            "The workers help to make the airport one of the best",
        ),
        # "that" is no conjunction when it opens no clause
        (
            "But right now that distinction has been taken by Carl Berg.",
            "right now that distinction has been taken by Carl Berg",
        ),
        # a cut that would leave the halves of two clauses together
        (HEARING, HEARING.rstrip(".")),
        (
            "The lights in the room — right as Lund was reiterating her support for the agencies — went out.",
            "The lights in the room — right as Lund was reiterating her support for the agencies — went out",
        ),
        # what is said of the noun before it stays with it
        (
            "The committee blasted out releases questioning whether those members back the decision.",
            "The committee blasted out releases questioning whether those members back the decision",
        ),
        # an inverted "nor" is a denial
        (
            "Nor could Carl Berg convince the public to support the costs of the port.",
            "Carl Berg could not convince the public to support the costs of the port",
        ),
    ],
)
def test_the_text_of_a_statement_is_whole(text: str, expected: str) -> None:
    assert expected in [s.text for s in statements(text)]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            RULING,
            "the mandate was constitutionally permissible under a saving construction",
            "chief justice carl berg",
        ),
        (
            "Most instructors, the captain explained, wanted her out of the course.",
            "Most instructors wanted her out of the course",
            "the captain",
        ),
        (
            "The protests may have slowed the spread of the virus in Karlsund, a new study finds.",
            "The protests may have slowed the spread of the virus in Karlsund",
            "a new study",
        ),
    ],
)
def test_a_verb_of_saying_beside_a_clause_gives_its_source(text: str, said: str, speaker: str) -> None:
    found = [(s.text, s.speaker) for s in statements(text)]
    assert (said, speaker) in found
    assert all(words == said or who == speaker for words, who in found)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ('In recent days, the motto of the campaign has been, "The more the merrier."', "has been"),
        ("The Karlsund Post, which published a report last week, adds that:", "adds that"),
        (SMILES, "are earned"),
        ("“Was that a surprise?” the mayor asked after the judge joined him on the podium.", "asked after"),
        ("The mayor was not dropped but decided not to go of his own accord.", "was not decided"),
        (
            "Ports in Karlsund, Lund and Berg – the last one run by the state – have kept open.",
            "are the last one",
        ),
    ],
)
def test_no_statement_is_half_a_sentence(text: str, never: str) -> None:
    assert all(never not in s.text for s in statements(text))


def test_what_a_nor_denies_is_not_told() -> None:
    text = "He had neither cleared the mayor nor concluded that she had committed a crime."
    assert [s.text for s in statements(text)] == ["He had neither cleared the mayor", text.rstrip(".")]


def test_spaces_in_a_sentence_are_no_cut() -> None:
    text = "Rep. Carl Berg        , the Karlsund member who runs the committee, echoed Lund in a statement."
    assert "Rep. Carl Berg echoed Lund in a statement" in [s.text for s in statements(text)]


def test_a_semicolon_parts_two_events() -> None:
    found = statements("The council told the mayor; the mayor left the room.")
    assert all(not s.speaker for s in found if "left" in s.text)


_PARTS = [
    "The mayor",
    ", who left early,",
    " — one of three —",
    " said",
    " signed the plan",
    " and went home",
    ", the judge wrote,",
    " that",
    " (of Karlsund)",
    " which is new",
    " after the vote",
    " “no”",
    " has been",
    ".",
]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=9).map("".join))
def test_any_sentence_keeps_its_places_and_pairs(text: str) -> None:
    for found in statements(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.text.strip()
        assert not found.text.endswith((" and", " but", " or"))
        assert "— —" not in found.text or "— —" in text
