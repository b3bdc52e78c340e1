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
from checker.rules.services import Nli, Services
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
