"""What an editor wants to read of the lacks: reports rather than columns, what most tell, by the fitted weights."""

from dataclasses import replace

import pytest
from checker_rules.newsworth import substance, voters
from checker_rules.worth import UNVOTED, Told, Worth
from checker_rules.worth_weights import SURE, WORTH

from checker.embed import load_embedder
from checker.findings.lesser import LEAST
from checker.rules.services import Embed
from checker.rules.vocabulary import StoryView
from checker.testing.story import story_of

REPORT = (
    "The harbour of Karlsund will be closed to ferries from Monday, the port said. "
    "“We have no choice,” director Mira Holt told reporters. "
    "Bus company Norrline said that it would run twelve more buses a day."
)
COLUMN = (
    "I have never liked the harbour of Karlsund, and you know why. "
    "We pay for our ferries and wait for them in the rain. "
    "My neighbour says that we should all learn to swim."
)


@pytest.fixture(scope="module")
def embed() -> Embed:
    return Embed(load_embedder(cache=False))


def told(story: StoryView, account: str, number: int = 0, likely: float = 0.8) -> Told:
    document = story.document(account)
    statement = document.sentences[number].statements[0]
    others = tuple(d for d in story.documents if d.id != account)
    return Told("addition", statement.text, (statement.sentence,), statement, others, likely)


def test_every_sign_has_a_weight_and_every_weight_a_sign(embed: Embed) -> None:
    story = story_of({"a": REPORT, "b": COLUMN})
    signs = Worth(story, embed).signs(told(story, "a"))
    assert set(signs) == set(SURE.weights) == set(WORTH.weights)


def test_chances_are_chances_and_nothing_false_is_worth_reading(embed: Embed) -> None:
    story = story_of({"a": REPORT, "b": COLUMN})
    for account in "ab":
        for number in range(3):
            odds = Worth(story, embed).of(told(story, account, number))
            assert 0 < odds.worth <= odds.sure < 1


def test_a_report_says_more_than_a_column(embed: Embed) -> None:
    story = story_of(
        {"a": REPORT, "b": COLUMN, "c": "The harbour of Karlsund is closed. Ferries stay in port."}
    )
    worth = Worth(story, embed)
    assert worth.of(told(story, "a")).worth > worth.of(told(story, "b")).worth
    signs = worth.signs(told(story, "b"))
    assert signs["tellers opine"] == 1.0 and signs["writer"] == 1.0


def test_words_of_somebody_else_are_not_the_writers(embed: Embed) -> None:
    story = story_of({"a": REPORT, "b": COLUMN})
    assert Worth(story, embed).signs(told(story, "a", 1))["tellers opine"] == 0.0


def test_what_more_accounts_tell_and_what_is_surely_lacking_is_worth_more(embed: Embed) -> None:
    story = story_of({"a": REPORT, "b": REPORT.replace("twelve", "a dozen"), "c": COLUMN})
    worth = Worth(story, embed)
    one = replace(told(story, "a"), kind="omission", lacking=(story.document("c"),))
    both = replace(one, sentences=(one.sentences[0], story.document("b").sentences[0]))
    assert worth.of(both).worth > worth.of(one).worth
    assert worth.of(replace(one, likely=0.9)).sure > worth.of(replace(one, likely=0.3)).sure


def test_who_voted_how_is_worth_reading_however_shortly_it_is_told(embed: Embed) -> None:
    story = story_of(
        {"a": f"Norland abstained in the vote on the harbour. {REPORT}", "b": REPORT, "c": COLUMN}
    )
    vote, other = told(story, "a", 0, 0.95), told(story, "b", 0, 0.95)
    shown = Worth(story, embed).of(vote).worth
    # the same signs without the vote
    assert shown == 0.5 > Worth(story, embed).of(replace(vote, statement=other.statement)).worth


def test_a_vote_is_surely_lacking_where_its_voter_votes_nowhere(embed: Embed) -> None:
    vote = f"Norland abstained in the vote on the harbour. {REPORT}"
    lacks = story_of({"a": vote, "b": REPORT, "c": COLUMN})
    tells = story_of(
        {"a": vote, "b": REPORT, "c": f"{COLUMN} In the end Norland had abstained on that harbour."}
    )
    sure, other = (Worth(story, embed).of(told(story, "a", 0, 0.4)).sure for story in (lacks, tells))
    assert sure == UNVOTED > other


def test_a_vote_says_something_in_three_words_and_little_else_does() -> None:
    story = story_of(
        {"a": "Norland abstained in the vote. Sudland also abstained. Sudland also smiled.", "b": REPORT}
    )
    vote, other = (story.document("a").sentences[n].statements[0] for n in (1, 2))
    assert voters(vote) and not voters(other)
    assert substance(vote) > 0 == substance(other)


def test_a_lack_that_is_surely_a_vote_is_read_among_the_first() -> None:
    assert max(sure for _, sure in LEAST.values()) <= UNVOTED


@pytest.mark.parametrize(
    ("words", "points", "dangles"),
    [
        ("It ruled that the harbour must close", 1.0, 0.0),
        ("This year the harbour will close", 0.0, 0.0),
        ("Closing the harbour would cost millions", 0.0, 1.0),
        ("By closing the harbour the council saved money", 0.0, 1.0),
        ("Boeing and the port closed the harbour", 0.0, 0.0),
        ("After the vote the council closed the harbour", 0.0, 0.0),
    ],
)
def test_what_points_back_and_what_hangs_on_something(
    embed: Embed, words: str, points: float, dangles: float
) -> None:
    story = story_of({"a": REPORT, "b": COLUMN})
    signs = Worth(story, embed).signs(replace(told(story, "a"), words=words))
    assert (signs["points"], signs["dangles"]) == (points, dangles)


def test_an_account_of_another_event_leaves_little_out(embed: Embed) -> None:
    fair = "The cheese fair of Alder opened. Farmers brought goats. A choir sang until midnight."
    near = "Ferries cannot enter the harbour of Karlsund from Monday, the port said. Norrline runs twelve more buses."
    story = story_of({"a": REPORT, "b": REPORT, "c": fair, "d": near})
    worth = Worth(story, embed)
    everything = told(story, "a", 2)
    of = {
        name: worth.of(replace(everything, kind="omission", lacking=(story.document(name),))) for name in "cd"
    }
    signs = {
        name: worth.signs(replace(everything, kind="omission", lacking=(story.document(name),)))
        for name in "cd"
    }
    assert of["c"].sure == pytest.approx(SURE.chance(signs["c"]) / 2)
    assert of["d"].sure == pytest.approx(SURE.chance(signs["d"]))
    # what one account adds is news for all, also where one of them tells of another event
    added = replace(everything, lacking=(story.document("c"), story.document("b")))
    assert worth.of(added).sure == pytest.approx(SURE.chance(worth.signs(added)))


def test_additions_of_an_account_that_shares_nothing_sure_with_the_other_are_set_apart(embed: Embed) -> None:
    lead = "Karl Moe, the mayor of Ostra, resigned on Monday after the vote."
    stranger = "The council of Ostra met for nine hours on Tuesday. Its members spoke of schools."
    chances = []
    for other in (lead + " He leaves in May.", stranger):
        story = story_of({"a": REPORT + " " + lead, "b": other})
        worth = Worth(story, embed)
        chances.append(worth.of(told(story, "a")).sure)
    assert chances[1] <= 0.5 < chances[0]


@pytest.mark.parametrize(
    "words", ["The officials weren't authorized to speak about it", "She spoke on condition of anonymity"]
)
def test_how_little_a_source_may_say_is_no_news(embed: Embed, words: str) -> None:
    story = story_of({"a": REPORT, "b": COLUMN})
    assert Worth(story, embed).signs(replace(told(story, "a"), words=words))["no comment"] == 1.0
