"""Keys of persons, and when two names are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.annotate.persons import link_entities, person_key, same_entity
from checker.models.language import NameValue


def person(full, **more):
    return NameValue(entity=person_key(full), kind="person", full=full, **more)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Donald J. Trump", "donald trump"),
        ("Hillary Rodham Clinton", "hillary clinton"),
        ("Jesse L. Jackson Jr.", "jesse jackson jr"),
        ("Kim Jong-un", "kim jong un"),
        ("Bill de Blasio", "bill de blasio"),
        ("José García", "jose garcia"),
    ],
)
def test_key_leaves_out_what_accounts_write_or_not(name, key):
    assert person_key(name) == key


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jesse Jackson Jr.", "Jesse L. Jackson Jr."),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Muammar Gaddafi", "Moammar Kadafi"),
        ("Joe Biden", "Joseph R. Biden"),
        ("Trump", "Donald Trump"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Peña Nieto", "Enrique Peña Nieto"),
    ],
)
def test_one_person(a, b):
    assert same_entity(person(a), person(b))
    assert same_entity(person(b), person(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jesse Jackson", "Sandi Jackson"),
        ("Jesse Jackson", "Jesse Jackson Jr."),
        ("George Bush", "Jeb Bush"),
        ("Boris Johnson", "Ron Johnson"),
        ("Peter Brown", "Peter Braun"),
        ("Kim Jong Un", "Kim Jong Il"),
    ],
)
def test_two_people(a, b):
    assert not same_entity(person(a), person(b))
    assert not same_entity(person(b), person(a))


def test_gender_and_office_part_bare_surnames():
    assert not same_entity(person("Clinton", gender="female"), person("Bill Clinton", gender="male"))
    assert not same_entity(person("Ryan", titles=("governor",)), person("Paul Ryan", titles=("senator",)))


def test_bodies_are_the_same_only_by_key():
    assert not same_entity(
        NameValue(entity="un", kind="organisation"), NameValue(entity="eu", kind="organisation")
    )


@given(st.lists(st.sampled_from(["Anna", "Bo", "Berg", "van", "Lund", "X.", "Jr."]), min_size=1, max_size=5))
def test_everybody_is_the_same_as_himself(words):
    value = person(" ".join(words))
    assert same_entity(value, value)


def test_link_joins_a_surname_to_the_only_full_name_of_the_story():
    names = [person("Donald Trump"), person("Trump"), person("Zelensky"), person("Volodymyr Zelenskyy")]
    assert link_entities(names)["trump"] == "donald trump"
    both = [person("Jesse Jackson"), person("Sandi Jackson"), person("Jackson")]
    assert "jackson" not in link_entities(both)


def test_a_given_name_alone_is_the_one_person_who_has_it():
    people = [person("Margaret Hill"), person("Karl Hill"), person("Margaret")]
    assert link_entities(people) == {"margaret": "margaret hill"}


def test_a_given_name_that_two_people_have_stays_open():
    people = [person("Margaret Hill"), person("Margaret Cole"), person("Margaret")]
    assert "margaret" not in link_entities(people)
