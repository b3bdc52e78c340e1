"""What accounts tell in ways too different to be matched is one thing to miss; likeness alone is not."""

import pytest
from checker_rules.joined import Joined, joined, tied

from checker.embed import load_embedder
from checker.rules.services import Embed
from checker.testing.story import story_of

ANNOUNCED = "Deputy inspector Lena Falk announced the charges against the two engineers on Friday."
FURIOUS = (
    "City Hall was furious that the charges against the two engineers were announced on Friday by "
    "deputy inspector Lena Falk, a day before the bridge opened."
)
REST = "The bridge in Karlsund was reopened on Saturday. Cyclists now have a lane of their own on the bridge."


@pytest.fixture(scope="module")
def embed() -> Embed:
    return Embed(load_embedder(cache=False))


def of(embed: Embed, *texts: str) -> list[Joined]:
    return list(joined(story_of(dict(zip("abcd", texts, strict=False))), embed))


def test_one_thing_told_in_two_ways_is_one_thing_that_the_third_lacks(embed: Embed) -> None:
    found = of(embed, f"{ANNOUNCED} {REST}", f"{FURIOUS} {REST}", REST)
    (one,) = [j for j in found if any("charges" in s.text for s in j.says)]
    assert [s.document.id for s in one.says] == ["a", "b"]
    assert one.lacking == ("c",)
    assert 0.66 <= one.cosine < 1


def test_whoever_tells_it_in_a_third_way_lacks_nothing(embed: Embed) -> None:
    third = f"On Friday the charges against two engineers were made public by Lena Falk. {REST}"
    found = of(embed, f"{ANNOUNCED} {REST}", f"{FURIOUS} {REST}", third)
    assert not [j for j in found if j.lacking]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Senator Lena Falk voted for the harbour plan on Friday.",
            "Senator Mira Holt voted for the harbour plan on Friday.",
        ),
        (
            "The mayor of Karlsund praised the builders for their patience.",
            "A ferry collided with the north pier and a sailor was injured.",
        ),
    ],
)
def test_likeness_without_the_same_thing_joins_nothing(embed: Embed, one: str, other: str) -> None:
    assert of(embed, f"{one} {REST}", f"{other} {REST}", REST) == []


def test_two_accounts_leave_nobody_to_lack_it(embed: Embed) -> None:
    assert of(embed, f"{ANNOUNCED} {REST}", f"{FURIOUS} {REST}") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The gift was cleared by his lawyers.", "An inquiry cleared the mayor of wrongdoing in May.", False),
        (
            "A worker was killed by stones from the north arch.",
            "More than twenty visitors ran when stones fell on the market.",
            False,
        ),
        (
            "The repairs cost 18 million euros, paid by the city.",
            "The city paid 18 million euros for the repairs.",
            True,
        ),
    ],
)
def test_who_is_said_to_report_a_thing_reports_it(embed: Embed, one: str, other: str, same: bool) -> None:
    story = story_of({"a": one, "b": other})
    says = tuple(d.statements[0] for d in story.documents)
    assert bool(tied(story, says, embed)) is same
