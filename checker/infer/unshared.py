"""What a long hypothesis says that its premise does not: two different facts more often than a contradiction.

Of two sentences about one event that share little, the model takes more for contradictions than are any: of those that
it called so in real news one in fifty was one. What contradicts a premise mostly says the same of the same things but
for one. So the log odds of contradiction fall with the words that are not shared and rise with those that are, where
a hypothesis is long enough to tell; the figures were chosen with the public sets and half of the held-out news pairs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any


@dataclass(frozen=True)
class Unshared:
    """What the logit of contradiction loses, by the pieces of the hypothesis that the premise has not, and has.

    ``each`` for a piece that is missing, less for one that is there, beside ``base``; between 0 and ``most``. A
    hypothesis of ``short`` pieces loses nothing, one of ``long`` all of it. Pieces up to the number ``common`` do not
    count: the vocabulary has marks and letters first, then words by how frequent they are.
    """

    each: float = 0.0
    base: float = 0.0
    most: float = 0.0
    short: float = 0.0
    long: float = 1.0
    common: float = 0.0

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Unshared":
        """From a model's metadata; without any, nothing is lost.

        Raises:
            ValueError: they are not these numbers, ``most`` is below 0, or ``long`` is not above ``short``.
        """
        if not isinstance(settings, Mapping):
            raise ValueError("unshared must be an object")
        if unknown := sorted(set(settings) - set(cls.__dataclass_fields__)):
            raise ValueError(f"unshared has no {', '.join(unknown)}")
        found = cls(**{name: float(value) for name, value in settings.items()})
        finite = all(isfinite(getattr(found, name)) for name in cls.__dataclass_fields__)
        if not (finite and found.most >= 0 and found.long > found.short):
            raise ValueError("unshared: most must be 0 or more, and long above short")
        return found

    def lost(self, premise: Sequence[int], hypothesis: Sequence[int]) -> float:
        """Of the logit, before the temperature, 0 or more, for the vocabulary numbers of both texts."""
        there = set(premise)
        telling = [piece for piece in hypothesis if piece > self.common]
        missing = sum(piece not in there for piece in telling)
        lost = min(self.most, max(0.0, self.base + self.each * (2 * missing - len(telling))))
        return lost * min(1.0, max(0.0, (len(telling) - self.short) / (self.long - self.short)))
