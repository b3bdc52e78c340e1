"""Names that the tagger takes for bodies or places are people's where the account treats them as people's."""

import pytest

from checker.testing import story_of


def kinds(text: str) -> dict[str, str]:
    """Name as it stands -> its kind."""
    document = story_of({"a": text, "b": "Nothing else was said."}).documents[0]
    return {n.text: n.value.kind for n in document.names if not n.value.pronoun}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pianist Nilo Abadze played on Monday and was cheered for an hour.", "Nilo Abadze"),
        ("On Sunday Wanja Mbeko, 46, was chosen to lead the company.", "Wanja Mbeko"),
        ("A prize went to Soraya Barakai, a surgeon, for her work in the valley.", "Soraya Barakai"),
        ("Festu Idahor asked for money on Monday. The crowd cheered when Idahor left.", "Festu Idahor"),
    ],
)
def test_people_are_known_by_what_is_said_of_them(text: str, name: str) -> None:
    assert kinds(text)[name] == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The climbers left Mount Keshtar on Monday. Snow fell on Keshtar.", "Mount Keshtar"),
        ("The ship reached Port Davit on Friday. Davit was once a fishing village.", "Port Davit"),
        ("Velm Rovers have lost twice and meet Ostra Athletic, who are unbeaten.", "Ostra Athletic"),
        ("Kestrel Bank cut 40 jobs on Friday, the mayor said.", "Kestrel Bank"),
    ],
)
def test_places_and_bodies_stay_what_they_are(text: str, name: str) -> None:
    assert kinds(text)[name] != "person"
