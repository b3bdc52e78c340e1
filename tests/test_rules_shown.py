"""The words by which a finding tells what is lacking: the statement where it stands alone, its sentence where not."""

from dataclasses import replace

import pytest
from checker_rules.shown import LONGEST, shortened, stands, what
from hypothesis import given
from hypothesis import strategies as st

from checker.rules.vocabulary import StatementView
from checker.testing.story import story_of

SENTENCE = "The port of Karlsund, which was built in 1910, closed on Monday after a storm tore a crane from its rails."


def statement(text: str) -> StatementView:
    """A statement of the sentence, told in these words."""
    story = story_of({"a": SENTENCE, "b": "Norrline bought four buses."})
    found = story.document("a").sentences[0].statements[0]
    return replace(found, model=found.model.model_copy(update={"text": text}))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("closed on Monday after a storm tore a crane from its rails", True),
        ("The port of Karlsund closed on Monday", True),
        ("a storm tore a crane from", False),
        ("The port of Karlsund closed on its rails after a storm", False),
        ("The paper reported", False),
    ],
)
def test_whether_words_stand_alone(text: str, whole: bool) -> None:
    one = statement(text)
    assert one.text == text
    assert stands(one) is whole
    assert what(one) == (f"{text[0].upper()}{text[1:]}." if whole else f"“{SENTENCE.rstrip('.')}”.")


def test_of_a_long_sentence_the_part_that_holds_the_statement_is_shown() -> None:
    names = ", ".join(f"the ferry company number {n} of Karlsund" for n in range(9))
    story = story_of(
        {"a": f"The port fined {names}, and it closed the harbour.", "b": "Norrline bought four buses."}
    )
    sentence = story.document("a").sentences[0]
    late = next(s for s in sentence.statements if s.predicate == "close")
    early = next(s for s in sentence.statements if s.predicate == "fine")
    cut = late.model.model_copy(update={"text": "it closed the"})
    assert (
        what(replace(late, model=cut))
        == f"“… {sentence.text[late.span.start - sentence.span.start :].rstrip('.')}”."
    )
    cut = early.model.model_copy(update={"text": "The port fined the ferry of"})
    shown = what(replace(early, model=cut))
    assert shown.startswith("“The port fined the ferry company number 0") and len(shown) <= LONGEST + 3


def test_what_somebody_does_meanwhile_is_not_cut_off() -> None:
    text = "The Greens won 54 seats in the upper house, with one senator, independent Karl Moe, {}."
    story = story_of({"a": text.format("not saying whom he will join"), "b": "Norrline bought four buses."})
    found = story.document("a").statements[0]
    cut = replace(found, model=found.model.model_copy(update={"text": text.partition(", {}")[0]}))
    assert not stands(cut)
    whole = (
        story_of({"a": text.format("who is 40"), "b": "Norrline bought four buses."})
        .document("a")
        .statements[0]
    )
    assert stands(replace(whole, model=whole.model.model_copy(update={"text": text.partition(", {}")[0]})))


@given(st.text(alphabet="ab ", max_size=900))
def test_what_is_shown_is_never_longer_than_a_sentence_of_news(words: str) -> None:
    assert len(shortened(words)) <= LONGEST
    assert shortened(words) == words or shortened(words).endswith(" …")


def shown_of(account: str, predicate: str) -> str:
    """How the statement with this predicate is shown, of an account in a story of two."""
    story = story_of({"a": account, "b": "Norrline bought four buses."})
    return what(next(s for s in story.document("a").statements if s.predicate == predicate))


@pytest.mark.parametrize(
    ("account", "predicate", "shown"),
    [
        (
            "Harald Lund spoke on Monday. He said the port would close in May.",
            "close",
            "The port would close in May, according to Harald Lund.",
        ),
        (
            "Officials said the port would close in May.",
            "close",
            "“Officials said the port would close in May”.",
        ),
        (
            "The port of Denby would close in May, the port's spokesman Karl Moe said.",
            "close",
            "The port of Denby would close in May, according to Karl Moe.",
        ),
        ("The port closed in May.", "close", "The port closed in May."),
        (
            "The port will open a school in Denby, which will create 40 jobs.",
            "create",
            "“The port will open a school in Denby, which will create 40 jobs”.",
        ),
        (
            "China, one of Norland’s oldest friends since the invasion of Velm in early 2022, abstained in the vote.",
            "abstain",
            "China abstained in the vote.",
        ),
        ("The port of Ostra has closed!", "close", "The port of Ostra has closed!"),
        (
            "Karl Moe spoke on Monday. He said the Moesgaard museum would close in May.",
            "close",
            "The Moesgaard museum would close in May, according to Karl Moe.",
        ),
        (
            "Unless the port closes in May the ships sail.",
            "close",
            "“Unless the port closes in May the ships sail”.",
        ),
        (
            "Navid Sharif closed the port of Ostra in May.",
            "close",
            "Navid Sharif closed the port of Ostra in May.",
        ),
        (
            "“If the mayor wants a vote, why does she wait?” said Harald Lund, a member of the council.",
            "want",
            "“If the mayor wants a vote, why does she wait?” said Harald Lund, a member of the council.",
        ),
    ],
)
def test_whose_words_they_are_is_told_with_them(account: str, predicate: str, shown: str) -> None:
    assert shown_of(account, predicate) == shown


def test_a_verb_that_is_none_of_the_subjects_is_not_shown_as_its_deed() -> None:
    named = "The mayor's own team, Correct the Harbour, answered the council of Karlsund on Sunday."
    story = story_of({"a": named, "b": "Norrline bought four buses."})
    shown = [what(one) for one in story.document("a").statements]
    assert shown and "The mayor's own team, Correct the Harbour." not in shown


def told(text: str, predicate: str) -> str:
    story = story_of({"a": text, "b": "Norrline bought four buses."})
    return what(
        next(s for d in story.document("a").sentences for s in d.statements if s.predicate == predicate)
    )


@pytest.mark.parametrize(
    ("text", "predicate", "shown"),
    [
        (
            "Anna Berg worked at the port. Berg said she also filed a formal complaint with the harbour office.",
            "file",
            "Anna Berg also filed a formal complaint with the harbour office, by Berg’s own account.",
        ),
        (
            "Anna Berg worked at the port. Berg said she would file a formal complaint with the harbour office.",
            "file",
            "Anna Berg would file a formal complaint with the harbour office.",
        ),
        (
            "Anna Berg said the crane fell on Monday.",
            "fall",
            "The crane fell on Monday, according to Anna Berg.",
        ),
    ],
)
def test_a_claim_keeps_whose_it_is(text: str, predicate: str, shown: str) -> None:
    assert told(text, predicate) == shown


def test_one_of_two_things_that_may_come_is_not_told_as_what_will() -> None:
    text = "At worst, the port closes for a week, {} the council will cut the pay of the crews in March."
    assert told(text.format("or"), "cut") == f"“{text.format('or').rstrip('.')}”."
    assert told(text.format("and"), "cut").startswith("The council will cut")
