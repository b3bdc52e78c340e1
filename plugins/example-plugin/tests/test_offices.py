"""The annotator: which words are an office, whose it is, and which are none."""

import pytest
from checker import DocumentView
from checker.testing import story_of

from checker_desk_style.offices import FIELDS, annotate_offices


def offices(text: str) -> list[tuple[str, str, str]]:
    """Words, holder, and degree with fields of every office in the text."""
    document: DocumentView = story_of({"text": text}, (annotate_offices,)).documents[0]
    found = []
    for mention in document.of_kind("office"):
        assert mention.span.of(document.text) == mention.text
        data = mention.model.value.model_dump()["data"]
        found.append((mention.text, data["holder"], " ".join([data["degree"], *data["fields"]]).strip()))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Ana Silva spoke.", ("Foreign Minister", "foreign")),
        ("The foreign minister, Ana Silva, spoke.", ("foreign minister", "foreign")),
        ("Ana Silva, the foreign minister, spoke.", ("foreign minister", "foreign")),
        ("Ana Silva, Portovia’s foreign minister, spoke.", ("foreign minister", "foreign")),
        ("Ana Silva, secretary of state, spoke.", ("secretary of state", "foreign")),
        ("Ana Silva, secretary of state for health, spoke.", ("secretary of state for health", "health")),
        (
            "Ana Silva, minister of state for health, spoke.",
            ("minister of state for health", "junior health"),
        ),
        ("Acting Defense Secretary Ana Silva spoke.", ("Acting Defense Secretary", "acting defence")),
        ("Foreign and Trade Minister Ana Silva spoke.", ("Foreign and Trade Minister", "foreign trade")),
        ("Deputy Prime Minister Ana Silva spoke.", ("Deputy Prime Minister", "deputy prime minister")),
        ("Vice President Ana Silva spoke.", ("Vice President", "vice president")),
        ("Gov. Ana Silva spoke.", ("Gov.", "governor")),
    ],
)
def test_offices_are_found_with_their_holders(text: str, expected: tuple[str, str]) -> None:
    assert offices(text) == [(expected[0], "ana silva", expected[1])]


@pytest.mark.parametrize(
    "text",
    [
        "Former foreign minister Ana Silva spoke.",
        "Ana Silva, the shadow foreign minister, spoke.",
        "Ana Silva spoke to the foreign minister.",
        "Ana Silva, the foreign minister’s aide, spoke.",
        "Press Secretary Ana Silva spoke.",
        "The foreign minister spoke. Ana Silva listened.",
        "Undersecretary of State Ana Silva spoke.",
    ],
)
def test_what_is_no_office_of_that_person(text: str) -> None:
    assert offices(text) == []


def test_an_office_belongs_to_the_name_beside_it() -> None:
    text = "Ana Silva, Foreign Minister Ben Costa and Defence Minister Carla Reis met."
    assert [(words, holder) for words, holder, _ in offices(text)] == [
        ("Foreign Minister", "ben costa"),
        ("Defence Minister", "carla reis"),
    ]


def test_under_a_president_is_no_degree() -> None:
    assert offices("Under President Ana Silva, rents rose.")[0][2] == "president"


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_can_be_found(field: str) -> None:
    assert offices(f"{field.title()} Minister Ana Silva spoke.")[0][2] == field
