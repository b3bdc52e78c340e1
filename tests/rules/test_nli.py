"""NLI: the inference model's opinion is a review at most, and only of statements about the same thing.

The gate is tried with an inferer of the test's own, written to the protocol, that is sure of everything; then the
bundled model with the gate.
"""

from collections.abc import Sequence

import numpy
import pytest
from checker_rules.inference import nli_contradiction

from checker.infer import load_inferer
from checker.models.findings import Finding
from checker.protocols import Inferer
from checker.rules.engine import run_rules
from checker.rules.services import Embed, Nli, Services
from checker.testing import story_of


class Opposes:
    """Calls two texts a contradiction when exactly one of them has the word "closed", else neutral."""

    name = "test:opposes"
    sha256 = ""

    def __init__(self, sure: float = 0.95) -> None:
        self.sure = sure
        self.asked: list[tuple[str, str]] = []

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> numpy.ndarray:
        self.asked += pairs
        rows = [
            [self.sure, 0.0, 1 - self.sure] if ("closed" in a) != ("closed" in b) else [0.02, 0.03, 0.95]
            for a, b in pairs
        ]
        return numpy.array(rows, dtype=numpy.float32).reshape(-1, 3)


def findings(left: str, right: str, inferer: Inferer) -> list[Finding]:
    found, failures = run_rules(
        [story_of({"a": left, "b": right})], [nli_contradiction], Services(nli=Nli(inferer))
    )
    assert not failures
    return found


LEFT = "The council of Karlsund kept the old bridge closed in May."
RIGHT = "The council of Karlsund kept the old bridge open in May."


def test_a_contradiction_in_both_directions_is_a_review() -> None:
    (found,) = findings(LEFT, RIGHT, Opposes())
    assert (found.verdict, found.code, found.category) == ("review", "NLI", "contradiction")
    assert {e.document for e in found.evidence} == {"a", "b"}
    assert found.confidence <= 0.5


@pytest.mark.parametrize("sure", [0.5, 0.8])
def test_an_unsure_model_says_nothing(sure: float) -> None:
    assert findings(LEFT, RIGHT, Opposes(sure)) == []


def test_two_facts_about_two_things_are_not_even_asked_about() -> None:
    inferer = Opposes()
    assert findings(LEFT, "Norland's football team scored twice in the second half.", inferer) == []
    assert inferer.asked == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # another certainty, a plan and what came of it
        (LEFT, "The council of Karlsund may keep the old bridge open in May."),
        # figures and dates are other rules' business
        (LEFT, "The council of Karlsund kept the old bridge open in June."),
        (
            "The council of Karlsund kept the old bridge closed for 12 days.",
            "The council of Karlsund kept the old bridge open for 15 days.",
        ),
        # the same words, in one sentence among others
        (
            "The council of Karlsund kept the old bridge closed.",
            "After the flood the council of Karlsund kept the old bridge closed to the public.",
        ),
        # the same words again; only who "she" is was read in two ways
        (
            "Charles Lind told Anna Vik of a fire. He said she was at a door and pleaded for help to reach the police.",
            "Charles Lind saw Ana Holt. He said she was at a door and pleaded for help to reach the police.",
        ),
        # few words in common: two facts
        (LEFT, "The port of Karlsund kept its shops open to the public in May."),
    ],
)
def test_what_may_be_another_fact_is_not_asked_about(left: str, right: str) -> None:
    inferer = Opposes()
    assert findings(left, right, inferer) == []
    assert inferer.asked == []


def test_the_bundled_model_knows_what_cannot_both_be_true() -> None:
    inferer = load_inferer(cache=False)
    (found,) = findings(
        "The council of Karlsund found the money for the old bridge in the budget.",
        "The council of Karlsund never found the money for the old bridge in the budget.",
        inferer,
    )
    assert found.code == "NLI" and found.data["contradiction"] >= 0.85
    assert findings(LEFT, "In May the council of Karlsund kept the old bridge closed.", inferer) == []


def test_without_a_model_the_rule_does_not_run() -> None:
    story = story_of({"a": LEFT, "b": RIGHT})
    assert run_rules([story], [nli_contradiction], Services()) == ([], [])


class Embeds:
    """Vectors of the test's own: sentences are as near as the words that they share."""

    name = "test:embeds"
    sha256 = ""

    def encode(self, texts: Sequence[str]) -> numpy.ndarray:
        rows = numpy.zeros((len(texts), 256), dtype=numpy.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().replace(".", "").split():
                row[sum(map(ord, word)) % 256] += 1
        return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


def clashes(left: str, right: str, inferer: Inferer) -> list[Finding]:
    services = Services(nli=Nli(inferer), embed=Embed(Embeds()))
    found, failures = run_rules([story_of({"a": left, "b": right})], [nli_contradiction], services)
    assert not failures
    return found


CLOSED = "In spite of the protests all of the village schools of Velm were closed by the council."
OPEN = "Despite protests the council has left the village schools of Velm as they were, without a change."
MAYOR = "Rosa Berg, the mayor, came to the hall at noon."
BAND = "The works band of Karlby played three marches in the square."


def test_of_short_accounts_the_nearest_sentences_are_asked_about() -> None:
    (found,) = clashes(f"{BAND} {CLOSED}", f"{OPEN} {BAND}", Opposes())
    assert found.verdict == "review" and found.data["sole"]
    assert "left the village schools of Velm" in found.message
    # the model alone, without vectors, has no two sentences to compare
    assert findings(f"{BAND} {CLOSED}", f"{OPEN} {BAND}", Opposes()) == []


def test_of_long_accounts_they_are_not() -> None:
    long = " ".join(f"The choir of district {n} sang hymn {n + 40}." for n in range(16))
    assert clashes(f"{long} {CLOSED}", f"{OPEN} {BAND}", Opposes()) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # neither denies anything
        (CLOSED, "Despite protests the council has left the village schools of Velm as they were."),
        # days are the business of a rule that knows them
        (f"{CLOSED[:-1]} on Monday.", f"{OPEN[:-1]} on Friday."),
        # a rounded figure
        (
            "The council of Velm closed 21 village schools for 1,946 pupils.",
            "The council of Velm left schools for almost 2,000 pupils, 21 in all.",
        ),
        # a quotation that both have
        (
            "“The village schools of Velm stay as they are,” he said in the closed hall.",
            "“The village schools of Velm stay as they are,” he said.",
        ),
        # all but one is one
        (
            "The council of Velm closed none of the village schools but the one in Ostra.",
            "The council of Velm shut a school, the one in Ostra.",
        ),
        # the same words in another order
        (
            "The mayor sent the village schools of Velm a letter.",
            "The village schools of Velm received a closed letter sent by the mayor.",
        ),
        # a plan and what was done
        (
            "The bill would raise the price of the closed village schools of Velm.",
            "The council cut the price of the village schools of Velm.",
        ),
        # a killing and a death
        (
            "A closed stove killed 40 pupils of the village school of Velm.",
            "In winter 40 pupils of the village school of Velm died.",
        ),
        # two people
        (
            "The driver of the school bus of Velm died, closed in by the fire.",
            "A passenger of the school bus of Velm survived the fire.",
        ),
        # of a named person who is not the one that speaks
        (
            f"{MAYOR} But, she added, “Hold me responsible for the closed village schools of Velm.”",
            f"{MAYOR} But, Berg added, “Ana Holt is not responsible for the village schools of Velm.”",
        ),
        # two denials
        (
            "No pupil of the closed village school was hurt.",
            "The pupils of the village school escaped injury.",
        ),
    ],
)
def test_what_the_model_misreads_is_not_asked_about(left: str, right: str) -> None:
    assert not [f for f in clashes(left, right, Opposes()) if "both cannot be so" in f.message]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # the head of the schools may be the one who is named
        (
            f"{MAYOR} But, she added, “The head is responsible for the closed village schools of Velm.”",
            f"{MAYOR} But, Berg added, “Ana Holt is not responsible for the village schools of Velm.”",
        ),
        # nobody is quoted
        (
            "The village schools of Velm were never closed to the pupils of Ostra, Rosa Berg said on the square.",
            "“The village schools of Velm were open to the pupils of Ostra,” Rosa Berg told us.",
        ),
    ],
)
def test_what_may_be_of_one_person_or_was_said_by_none_is(left: str, right: str) -> None:
    assert clashes(left, right, Opposes())


@pytest.mark.parametrize("other", ["never", "hardly ever"])
def test_words_altered_in_one_quotation_are_told_by_another_rule(other: str) -> None:
    said = "“The village schools of Velm were {} to the pupils of Ostra,” Rosa Berg said."
    assert clashes(said.format(f"{other} closed"), said.format("open"), Opposes()) == []


@pytest.mark.parametrize("few", ["only a few", "the little ones"])
def test_who_has_little_denies_nothing(few: str) -> None:
    other = f"Despite protests the council left the village schools of Velm open to {few} of the pupils."
    assert clashes(CLOSED, other, Opposes()) == []


def test_a_second_opinion_is_needed_both_ways() -> None:
    assert clashes(CLOSED, OPEN, Opposes(0.65)) == []
    assert len(clashes(CLOSED, OPEN, Opposes(0.75))) == 1


def test_who_only_says_more_contradicts_nobody() -> None:
    """A word that is added stands in no other word's place."""
    more = "The mayor of Karlsund leads the closed committee of the harbour."
    less = "The mayor of Karlsund leads the committee of the harbour."
    assert findings(more, less, Opposes()) == []
    assert findings(less, more, Opposes()) == []
    # another word in its place, or a denial, may contradict
    assert len(findings(more, less.replace("the committee", "the open committee"), Opposes())) == 1
