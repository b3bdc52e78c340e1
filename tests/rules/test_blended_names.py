"""NAME: the given name of one person with the surname of another."""

from dataclasses import replace

from checker_rules.blended_names import blended_names

from checker.testing import story_of

PLAY = "Norma Alder, 71, played the widow in the old theatre of Ostra."


def found(one: str, other: str) -> list[tuple[str, str]]:
    story = story_of({"a": one, "b": other})
    return [(a.value.full, b.value.full) for a, b in blended_names(story)]


def test_a_name_made_of_two_is_found_with_the_one_who_was_meant() -> None:
    one = f"{PLAY} Clara Alder, who built the house anew, bowed."
    other = f"{PLAY} Clara Moss, who built the house anew, bowed."
    assert found(one, other) == [("Clara Alder", "Clara Moss")]


def test_a_nickname_and_a_third_person_are_silent() -> None:
    # nobody of that surname is in both
    assert found("Clara Alder built the house anew.", "Clara Moss built it. Claire Alder bowed.") == []
    # the first account has both
    both = f"{PLAY} Clara Alder bowed, and so did Clara Moss."
    assert found(both, f"{PLAY} Clara Moss bowed.") == []
    # the same name in both
    assert found(f"{PLAY} Clara Alder bowed.", f"{PLAY} Clara Alder and Clara Moss bowed.") == []


def test_a_possessive_and_long_accounts_are_silent() -> None:
    # an article's headline has the surname with the apostrophe in it
    one = f"{PLAY} Clara Alder bowed."
    assert found(one, f"{PLAY} Questions await Clara Alder’s theatre.") == []
    assert found(f"{PLAY} Clara Alder bowed.", f"{PLAY} Clara Moss bowed. " + "It rained. " * 30) == []
    assert found(f"{PLAY} Clara Alder bowed.", f"{PLAY} Clara Moss bowed. " + "It rained. " * 3) != []


def test_a_draft_is_held_against_long_sources_too() -> None:
    source = f"{PLAY} Clara Moss bowed. " + "It rained. " * 30
    story = story_of({"draft": f"{PLAY} Clara Alder bowed.", "wire": source})
    assert not list(blended_names(story))
    (found,) = blended_names(replace(story, draft="draft"))
    assert [name.value.full for name in found] == ["Clara Alder", "Clara Moss"]
