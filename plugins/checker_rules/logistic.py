"""A logistic model over named signs, as fitted weights are kept."""

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Logistic:
    """Log odds are the bias and each sign times its weight."""

    bias: float
    weights: Mapping[str, float]

    def chance(self, signs: Mapping[str, float]) -> float:
        """The probability, 0-1; a sign without a weight says nothing."""
        odds = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in signs.items())
        return 1 / (1 + math.exp(-odds))
