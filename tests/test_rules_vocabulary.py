"""The views: spans that slice exactly, equality by what is shown, pairs of the same thing."""

import pytest

from checker.models.pairing import Match, StatementRef
from checker.models.text import Span
from checker.rules.vocabulary import StoryView
from checker.testing import story_of

LEFT = "Mayor Ana Silva said the fire killed 12 people. It broke out on Monday.\n\nTwo schools were closed."
RIGHT = "The fire killed 15 people, Silva said. It broke out on Tuesday."


@pytest.fixture(scope="module")
def story() -> StoryView:
    return story_of({"left": LEFT, "right": RIGHT})


def test_everything_slices_the_text_exactly(story: StoryView) -> None:
    for document in story.documents:
        for sentence in document.sentences:
            assert sentence.span.of(document.text) == sentence.text
            for mention in sentence.mentions:
                assert mention.span.of(document.text) == mention.text
                assert sentence.span.contains(mention.span)
                assert mention.sentence == sentence
        for statement in document.statements:
            assert statement.exact == statement.span.of(document.text)
            assert statement in statement.sentence.statements
            assert all(statement.span.contains(m.span) for m in statement.mentions)


def test_mentions_by_kind(story: StoryView) -> None:
    left = story.document("left")
    assert [n.text for n in left.numbers if n.value.counted == "person"] == ["12"]
    assert [d.text for d in left.dates] == ["Monday"]
    assert "ana silva" in " ".join(left.entities)
    assert left.numbers[0].statement is not None and left.numbers[0].statement.document == left


def test_views_are_equal_by_what_they_show(story: StoryView) -> None:
    again = StoryView(story.accounts)
    assert again.document("left").sentences[0] == story.document("left").sentences[0]
    assert len({*again.documents[0].statements, *story.documents[0].statements}) == len(
        again.documents[0].statements
    )
    assert story.document("left").sentences[0] != story.document("right").sentences[0]
    assert story.document("left").sentences[0] != story.document("left").statements[0]


def test_views_cannot_be_changed(story: StoryView) -> None:
    for view in (story, story.documents[0], story.matches[0], story.documents[0].statements[0]):
        with pytest.raises(AttributeError):
            view.model = None  # type: ignore[union-attr]


def test_neighbours(story: StoryView) -> None:
    first, second, third = story.document("left").sentences
    assert (first.previous, first.next, third.next) == (None, second, None)
    assert third.previous == second


def test_enclosing(story: StoryView) -> None:
    document = story.document("left")
    first, second, third = (s.span for s in document.sentences)
    assert document.enclosing(Span(start=3, end=5)) == first
    assert document.enclosing(Span(start=first.end - 2, end=second.start + 1)) == Span(
        start=0, end=second.end
    )
    between = Span(start=second.end + 1, end=second.end + 1)
    assert document.enclosing(between) == between
    assert document.enclosing(Span(start=third.start, end=third.start)) == third


def test_same_pairs_what_is_of_one_thing() -> None:
    story = story_of(
        {
            "left": "The storm killed 12 people and injured 30 people.",
            "right": "The storm injured 33 people and killed 12 people.",
        }
    )
    pairs = {(a.text, b.text) for m in (*story.matches, *_all_pairs(story)) for a, b in m.same("quantity")}
    assert pairs == {("12", "12"), ("30", "33")}


def test_same_takes_a_word_for_the_unit(story: StoryView) -> None:
    pairs = [(a.text, b.text) for m in story.matches for a, b in m.same("quantity", unit="death")]
    assert pairs == [("12", "15")]
    assert not any(m.same("quantity", unit="injury") for m in story.matches)


def test_claims_hold_one_statement_an_account(story: StoryView) -> None:
    for claim in story.claims:
        ids = [s.document.id for s in claim.statements]
        assert len(ids) == len(set(ids))
    shared = [c for c in story.claims if len(c.statements) == 2]
    assert shared and all(set(c.standing.values()) == {"states"} for c in shared)
    alone = next(c for c in story.claims if "schools" in c.text)
    assert dict(alone.standing) == {"left": "states", "right": "absent"}
    assert alone.independent == 1


def test_copies_count_once(story: StoryView) -> None:
    copied = StoryView(story.accounts, copies=[{"left", "right"}])
    assert copied.independent(copied.documents) == 1
    assert story.independent(story.documents) == 2


def test_gaps_say_where_it_would_stand(story: StoryView) -> None:
    gap = next(g for g in story.gaps if "schools" in g.statement.text)
    assert gap.other.id == "right" and gap.place.start == len(RIGHT)
    assert any(w.startswith("schoo") for w in gap.missing)


def test_a_match_of_a_statement_that_is_not_there_is_an_error(story: StoryView) -> None:
    ref = StatementRef(document="nobody", statement=0)
    with pytest.raises(KeyError):
        _ = StoryView(story.accounts, [Match(left=ref, right=ref, similarity=1, score=1)]).matches


def _all_pairs(story: StoryView):  # type: ignore[no-untyped-def]
    left, right = story.accounts
    matches = [
        Match(
            left=StatementRef(document="left", statement=a.index),
            right=StatementRef(document="right", statement=b.index),
            similarity=0.5,
            score=0.5,
        )
        for a in left.statements
        for b in right.statements
    ]
    return StoryView(story.accounts, matches).matches


def test_mentions_compare_what_they_say() -> None:
    def numbers(left: str, right: str) -> bool:
        story = story_of({"left": left, "right": right})
        return story.document("left").numbers == story.document("right").numbers

    assert numbers("The storm killed 12 people and injured 30.", "The storm injured 30 people and killed 12.")
    assert numbers("At least 12 people died.", "15 people died.")
    assert not numbers("12 people died.", "15 people died.")
    assert not numbers("12 people died.", "12 people died and 30 were hurt.")
    # whichever is paired first, a partner is found for each
    assert numbers("About 12 people or 14 people died.", "14 people or 12 people died.")
    story = story_of(
        {"a": "Ana Silva met Bo Berg. Silva left.", "b": "Bo Berg met Ana Silva.", "c": "Bo Berg left."}
    )
    a, b, c = story.documents
    assert a.names == b.names and a.names != c.names
    assert a.numbers == c.numbers and not a.numbers
    with pytest.raises(TypeError, match="unhashable"):
        hash(a.names)


def test_mentions_in_words(story: StoryView) -> None:
    numbers = story.document("left").sentences[0].numbers
    assert str(numbers) == "12" and numbers.texts == ("12",) and numbers.values[0].number == 12
    assert str(story.document("left").sentences[1].numbers) == "nothing"


def test_a_match_comes_apart_into_its_sides(story: StoryView) -> None:
    left, right = story.matches[0]
    assert (left.document.id, right.document.id) == ("left", "right")


def test_what_rules_share_cannot_be_written_to(story: StoryView) -> None:
    with pytest.raises(TypeError):
        story.entity_counts["someone"] = 9  # type: ignore[index]
