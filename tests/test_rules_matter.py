"""How much a thing that is told matters to its story, as editors would rate it."""

import json
from importlib.resources import files
from typing import Any

import pytest
from checker_rules.matter import Matter
from checker_rules.worth import Told, Worth

from checker.embed import load_embedder
from checker.rules.services import Embed
from checker.rules.vocabulary import StoryView
from checker.testing.story import story_of

NEWS = (
    "Eleven people were killed when a ferry sank off Karlsund on Monday, the coast guard said. "
    "Police arrested the captain on Tuesday and prosecutors charged him with manslaughter. "
    "The company said it would suspend all crossings until Friday. "
    "The harbour of Karlsund was built by merchants in the eighteenth century. "
    "Many people like to visit the town in summer."
)
OTHER = "A ferry sank off Karlsund on Monday. Rescuers searched the bay all night."


class Renamed:
    """The bundled embedder under another name."""

    name, sha256 = "another-model", "0" * 64

    def __init__(self) -> None:
        self._inner = load_embedder(cache=False)

    def encode(self, texts: list[str]) -> Any:
        return self._inner.encode(texts)


class Shortened(Renamed):
    """A model of the right name and other vectors."""

    name = "models/all-MiniLM-L6-v2"

    def encode(self, texts: list[str]) -> Any:
        return super().encode(texts)[:, :100]


@pytest.fixture(scope="module")
def embed() -> Embed:
    return Embed(load_embedder(cache=False))


def ratings(story: StoryView, embed: Embed) -> list[float]:
    document = story.document("a")
    worth = Worth(story, embed)
    out = []
    for sentence in document.sentences:
        statement = sentence.statements[0]
        told = Told("addition", statement.text, (sentence,), statement, (story.document("b"),), 0.8)
        out.append(worth.signs(told)["matters"])
    return out


def test_deaths_and_what_follows_matter_more_than_history_and_visitors(embed: Embed) -> None:
    deaths, charge, stop, history, visitors = ratings(story_of({"a": NEWS, "b": OTHER}), embed)
    assert deaths > 2 and min(deaths, charge, stop) > max(history, visitors)


def test_ratings_do_not_hang_on_the_order_of_the_accounts(embed: Embed) -> None:
    one = ratings(story_of({"a": NEWS, "b": OTHER}), embed)
    assert one == ratings(story_of({"b": OTHER, "a": NEWS}), embed)


@pytest.mark.parametrize("model", [Renamed, Shortened])
def test_vectors_of_another_model_are_not_weighed(model: type[Renamed]) -> None:
    weights = json.loads(files("checker_rules").joinpath("matter_weights.json").read_text("utf-8"))
    assert set(ratings(story_of({"a": NEWS, "b": OTHER}), Embed(model()))) == {weights["unrated"]}


def test_every_weight_is_of_a_sign_and_vectors_are_as_long_as_the_models(embed: Embed) -> None:
    story = story_of({"a": NEWS, "b": OTHER})
    sentence = story.document("a").sentences[0]
    told = Told("addition", sentence.text, (sentence,), None, (story.document("b"),), 0.8)
    weights = json.loads(files("checker_rules").joinpath("matter_weights.json").read_text("utf-8"))
    signs = {*Worth(story, embed).signs(told)} - {"matters", "matters alone"}
    # a sign that came after the ratings were fitted may have no weight there
    assert set(weights["signs"]) - {"near the leads", "sentence near the leads"} == signs - {"few words"}
    assert len(weights["words"]) == len(weights["sentence"]) == embed.encode(["a"]).shape[1]
    with pytest.raises(KeyError):
        Matter(story, embed).rating(told.words, sentence, {})
