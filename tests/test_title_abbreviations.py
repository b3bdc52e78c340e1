"""Short forms of titles, whose dot the language pipeline takes for the end of a sentence."""

import pytest

from checker.testing.story import story_of


@pytest.mark.parametrize(
    ("told", "entity", "title"),
    [
        (
            "On Thursday, Berg sent Treasury Sec. Emil Franke to the council to speak.",
            "emil franke",
            "treasury secretary",
        ),
        (
            "Berg met Education Sec. Lena Hoff and her deputy at the council on Monday.",
            "lena hoff",
            "secretary",
        ),
        ("Reporters asked Police Capt. Lena Hoff about the fire on Monday.", "lena hoff", "captain"),
    ],
)
def test_a_short_title_ends_no_sentence_and_is_no_part_of_the_name(
    told: str, entity: str, title: str
) -> None:
    (sentence,) = story_of({"a": told, "b": "The council met."}).document("a").sentences
    assert [s.text for s in sentence.statements] == [told.removesuffix(".")]
    (name,) = [n for n in sentence.names if n.value.entity == entity]
    assert title in name.value.titles
