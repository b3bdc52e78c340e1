"""The inference model's second opinion of what an account is said to lack, by the bundled model itself."""

import pytest
from checker_rules.told_in_words import ALONE, UNASKED_BORNE, UNASKED_OTHERWISE, UNASKED_TOLD, ToldInWords

from checker.embed import load_embedder
from checker.infer import load_inferer
from checker.rules.services import Embed, Nli
from checker.testing.story import story_of

TOLD = "The port of Karlsund closed on Monday after a storm tore a crane from its rails. Nobody was hurt."
REWORDED = "A crane was torn off its rails in a storm, so the port of Karlsund has been shut since Monday."
OTHER = "Norrline bought four buses last year. Its chairman likes to sail. The town has a new library."


@pytest.fixture(scope="module")
def embed() -> Embed:
    return Embed(load_embedder(cache=False))


@pytest.fixture(scope="module")
def nli() -> Nli:
    return Nli(load_inferer(cache=False))


def test_who_tells_it_in_other_words_is_told_from_who_does_not(embed: Embed, nli: Nli) -> None:
    story = story_of({"a": TOLD, "b": REWORDED, "c": OTHER})
    shown = story.document("a").sentences[0]
    asked = ToldInWords(embed, nli)
    words = "The port of Karlsund closed on Monday after a storm."
    told = asked.signs(words, shown, (shown,), (story.document("b"),))["told"]
    lacked = asked.signs(words, shown, (shown,), (story.document("c"),))["told"]
    assert told > 0 > lacked
    both = asked.signs(words, shown, (shown,), (story.document("c"), story.document("b")))
    assert both["told"] == told, "the likeliest to tell it decides"


def test_who_is_said_to_tell_it_is_asked_as_well(embed: Embed, nli: Nli) -> None:
    story = story_of({"a": TOLD, "b": REWORDED, "c": OTHER})
    shown, also, other = (story.document(d).sentences[0] for d in "abc")
    asked = ToldInWords(embed, nli)
    words = "The port of Karlsund closed on Monday after a storm."
    right = asked.signs(words, shown, (shown, also), ())["borne out"]
    wrong = asked.signs(words, shown, (shown, also, other), ())["borne out"]
    assert right > 0 > wrong


def test_who_tells_it_otherwise_speaks_of_it(embed: Embed, nli: Nli) -> None:
    story = story_of({"a": TOLD, "b": TOLD.replace("closed", "stayed open"), "c": OTHER})
    shown = story.document("a").sentences[0]
    asked = ToldInWords(embed, nli)
    words = "The port of Karlsund closed on Monday after a storm."
    otherwise = asked.signs(words, shown, (shown,), (story.document("b"),))["otherwise"]
    assert otherwise > 0 > asked.signs(words, shown, (shown,), (story.document("c"),))["otherwise"]


def test_without_a_model_it_is_as_on_the_mean(embed: Embed) -> None:
    story = story_of({"a": TOLD, "b": OTHER, "c": REWORDED})
    (shown, also), lacking = (story.document(d).sentences[0] for d in "ac"), (story.document("b"),)
    unasked = ToldInWords(embed, None)
    alone = unasked.signs("It closed.", shown, (shown,), lacking)
    assert alone == {"told": UNASKED_TOLD, "otherwise": UNASKED_OTHERWISE, "borne out": ALONE}
    assert unasked.signs("It closed.", shown, (shown, also), lacking)["borne out"] == UNASKED_BORNE


def test_the_nearest_texts_come_first_and_ties_in_order(embed: Embed) -> None:
    texts = [
        "The ferry sank at noon.",
        "A mill burned at night.",
        "A mill burned at night.",
        "A band played.",
    ]
    assert embed.nearest("At night a mill caught fire.", texts, 2) == [1, 2]
    assert embed.nearest("A mill.", [], 3) == []
    assert sorted(embed.nearest("A mill.", texts, 9)) == [0, 1, 2, 3]
