"""How much a thing that is told matters to its story, as editors would rate it: 0 no news of it, 3 what it is about.

A linear model over the other signs of ``worth`` and over sentence vectors, of the words and of the sentence they are
of: what is told (a charge, a vote, a death toll; a scene, a career) lies in the vectors and in no sign. Fitted on
things told in real stories that readers had rated (``benchmarks/audit/rated.py``).
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from checker.rules.services import Embed
from checker.rules.vocabulary import SentenceView, StoryView

if TYPE_CHECKING:
    from checker.protocols import Floats

FITTED_WITH = "all-MiniLM-L6-v2"  # vectors of another embedder mean something else
LEAD = 4  # sentences of an account that tell what it is about


@dataclass(frozen=True)
class _Weights:
    """``unrated`` is the mean rating; ``words`` and ``sentence`` weigh the numbers of a vector."""

    bias: float
    unrated: float
    signs: Mapping[str, float]
    words: Sequence[float]
    sentence: Sequence[float]


@cache
def _weights() -> _Weights:
    return _Weights(**json.loads(files(__package__).joinpath("matter_weights.json").read_text("utf-8")))


class Matter:
    """Rates the things of one story."""

    def __init__(self, story: StoryView, embed: Embed) -> None:
        self._story = story
        self._embed = embed
        self._fitted = re.split(r"[/:\\]", embed.embedder.name.rstrip("/"))[-1] == FITTED_WITH

    def rating(self, words: str, shown: SentenceView, signs: Mapping[str, float]) -> float:
        """About 0-3; the mean of all ratings with an embedder for which it was not fitted.

        ``shown``: the sentence that the words are of; ``signs``: what else is known of them.
        """
        weights = _weights()
        if not self._fitted:
            return weights.unrated
        of_words, of_sentence = self._embed.encode([words, shown.text])
        if len(of_words) != len(weights.words):
            return weights.unrated
        near = {"near the leads": self._near(of_words), "sentence near the leads": self._near(of_sentence)}
        known = {**signs, **near}
        rated = weights.bias + sum(weight * known[name] for name, weight in weights.signs.items())
        return round(rated + _product(weights.words, of_words) + _product(weights.sentence, of_sentence), 3)

    @cached_property
    def _leads(self) -> "Floats":
        """The mean direction of what the accounts begin with."""
        texts = [s.text for d in self._story.documents for s in d.sentences[:LEAD]]
        mean = self._embed.encode(texts).mean(axis=0)
        direction: Floats = mean / max(float(mean @ mean) ** 0.5, 1e-9)
        return direction

    def _near(self, row: "Floats") -> float:
        return float(self._leads @ row)


def _product(weights: Sequence[float], row: "Floats") -> float:
    return sum(weight * value for weight, value in zip(weights, row.tolist(), strict=True))
