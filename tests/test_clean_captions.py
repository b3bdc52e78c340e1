"""Captions of photographs are known for what they are; sentences that only mention one are not taken for them."""

import pytest

from checker.clean import clean
from checker.clean.datelines import dateline_end
from checker.models.raw import RawText

STORY = (
    "The council met on Monday and voted on the harbour plan after a long debate.\n\n{}\n\n"
    "The plan was adopted by 30 votes to 12, the council said in a statement on Monday evening.\n"
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "In this Jan. 30, 2010, file photo, the mayor speaks with his son at a game in Karlsund.",
            "caption",
        ),
        (
            "The mayor speaks to reporters during a tour of the harbour on Wednesday. (Photo: Mira Holt, AP)",
            "caption",
        ),
        ("CLOSE The mayor of Karlsund says that the harbour plan is a good one for the city. AP", "caption"),
        ("Close to 300 people spoke at the hearing on the harbour plan on Monday evening.", "paragraph"),
        ("FILE - The mayor speaks to reporters at the harbour in Karlsund on May 3, 2025.", "caption"),
        (
            "In this image from video, the mayor speaks during the hearing at the town hall in Karlsund, Monday.",
            "caption",
        ),
        ("In this image from the campaign the voters are customers, the party said on Monday.", "paragraph"),
        ("In this image of the town there is no room for the harbour, said the mayor.", "paragraph"),
        (
            "A police officer walks past the cranes of Karlsund before the mayor speaks there./The Lantern via AP)",
            "caption",
        ),
        ("This photograph changed the debate on the harbour, the mayor said in his speech.", "paragraph"),
        ("The file was handed to the prosecutors on Monday, together with a photo of the ship.", "paragraph"),
    ],
)
def test_captions(line: str, kind: str) -> None:
    document = clean(RawText(text=STORY.format(line), uri="a.txt"))
    assert [b.kind for b in document.blocks if b.span.of(document.text).strip() == line] == [kind]


@pytest.mark.parametrize(
    ("opening", "length"),
    [
        ("(CNN) The council met on Monday.", 6),
        ("(Reuters) The council met.", 10),
        ("(In May) the council met.", 0),
    ],
)
def test_an_agency_in_brackets_is_a_dateline(opening: str, length: int) -> None:
    assert dateline_end(opening) == length
