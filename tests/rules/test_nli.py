"""NLI: the inference model's opinion is a review at most, and only of statements about the same thing.

The opinions come from an inferer of the test's own, written to the protocol; which model gives them in a
newsroom is not the rule's business.
"""

from collections.abc import Sequence

import numpy
import pytest
from checker_rules.inference import nli_contradiction

from checker.models.findings import Finding
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


def findings(left: str, right: str, inferer: Opposes) -> list[Finding]:
    found, failures = run_rules(
        [story_of({"a": left, "b": right})], [nli_contradiction], Services(nli=Nli(inferer))
    )
    assert not failures
    return found


LEFT = "The council of Karlsund kept the old bridge closed for repairs in May."
RIGHT = "The council of Karlsund kept the old bridge open during the repairs in May."


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


def test_without_a_model_the_rule_does_not_run() -> None:
    story = story_of({"a": LEFT, "b": RIGHT})
    assert run_rules([story], [nli_contradiction], Services()) == ([], [])
