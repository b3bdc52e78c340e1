"""How sure it is that two statements are about the same thing: vectors, predicates and words together.

Other values of figures and dates do not speak against a pair: a counterpart with another figure is what the checker
looks for. That a figure counts the same thing, or is the very same amount, speaks for it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.match.features import Features, Rarity
from checker.match.thresholds import Thresholds
from checker.models.language import QuantityValue
from checker.models.quantities import same_thing

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

NEAR_WORDING = 0.95  # the least score of statements that share a long stretch of words
LONG_RUN = 7
# log odds for a figure on each side that counts the same: the dead, the votes in favour
SAME_COUNT = 1.5
# log odds for each telling figure that is the same on both sides, two at most: $34 a share, 28 percent
SAME_FIGURE, MOST_FIGURES = 0.8, 2
TELLING = 13  # a bare count below it is the same by chance
SHORT_RUN = 4  # suffices when it is most of the shorter statement


@dataclass(frozen=True)
class Scored:
    """A pair of statements with its cosine, its score and the evidence (in the order of EVIDENCE)."""

    left: int
    right: int
    similarity: float
    score: float
    evidence: tuple[float, ...] = ()

    def flipped(self) -> "Scored":
        """The same pair seen from the other account."""
        return replace(self, left=self.right, right=self.left)


class PairScorer:
    """Scores pairs of statements of two accounts."""

    def __init__(
        self,
        left: Sequence[Features],
        right: Sequence[Features],
        left_vectors: "NDArray[numpy.float32]",
        right_vectors: "NDArray[numpy.float32]",
        rarity: Rarity,
        scale: Thresholds,
    ) -> None:
        import numpy

        self._left, self._right, self._rarity, self._scale = left, right, rarity, scale
        self._cosines = left_vectors.astype(numpy.float64) @ right_vectors.astype(numpy.float64).T
        self._sentences = _sentence_cosines(left, right, left_vectors, right_vectors)
        self._shift, self._stretch = 0.0, 1.0
        if not scale.measured and self._cosines.size > 1:
            mean, spread = scale.background
            self._stretch = spread / max(float(self._cosines.std()), 1e-6)
            self._shift = mean - float(self._cosines.mean()) * self._stretch

    def __call__(self, m: int, n: int) -> Scored:
        """The pair of the ``m``-th left and the ``n``-th right statement."""
        a, b = self._left[m], self._right[n]
        raw = float(self._cosines[m, n])
        between = float(self._sentences[a.sentence, b.sentence])
        run = longest_run(a.tokens, b.tokens)
        shorter = max(1, min(len(a.tokens), len(b.tokens)))
        evidence = (
            self._on_scale(raw),
            self._on_scale(between),
            self._words(a.content, b.content),
            float(bool(a.predicate) and a.predicate == b.predicate),
        )
        total = self._scale.bias + math.fsum(
            w * x for w, x in zip(self._scale.weights, evidence, strict=True)
        )
        total += SAME_COUNT * self._same_count(a, b) + SAME_FIGURE * self._same_figures(a, b)
        score = 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))
        if run >= LONG_RUN or (run >= SHORT_RUN and run >= 0.6 * shorter):
            score = max(score, NEAR_WORDING)
        return Scored(m, n, round(max(-1.0, min(1.0, raw)), 6), round(score, 6), evidence)

    @staticmethod
    def _same_count(a: Features, b: Features) -> float:
        """Whether a figure of each counts the same thing, whatever the figures: 1, or 0.5 when only the noun is one."""
        best = 0.0
        for x in a.figures:
            for y in b.figures:
                if isinstance(x, QuantityValue) and isinstance(y, QuantityValue) and x.counted and y.counted:
                    same = same_thing(x, y)
                    best = max(best, same if x.of or y.of else 0.5 * same)
        return best

    @staticmethod
    def _same_figures(a: Features, b: Features) -> int:
        """How many figures that tell something by themselves are the same, ``MOST_FIGURES`` at most."""
        return min(MOST_FIGURES, len(_telling(a) & _telling(b)))

    def _on_scale(self, cosine: float) -> float:
        return self._shift + self._stretch * cosine

    def _words(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Shared content words by weight (Dice)."""
        both = self._rarity.sum(a) + self._rarity.sum(b)
        return 2 * self._rarity.sum(a & b) / both if both else 0.0


def _telling(f: Features) -> set[tuple[str, float]]:
    """Unit and number of the amounts, shares and larger counts."""
    return {
        (x.unit, x.number)
        for x in f.figures
        if isinstance(x, QuantityValue)
        and x.form not in ("ordinal", "year", "age")
        and (x.form in ("money", "percent") or abs(x.number) >= TELLING)
    }


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words in a row two texts have in common at most."""
    best, previous = 0, [0] * (len(b) + 1)
    for word in a:
        current = [0] * (len(b) + 1)
        for n, other in enumerate(b):
            if word == other:
                current[n + 1] = previous[n] + 1
                best = max(best, current[n + 1])
        previous = current
    return best


def _sentence_cosines(
    left: Sequence[Features],
    right: Sequence[Features],
    left_vectors: "NDArray[numpy.float32]",
    right_vectors: "NDArray[numpy.float32]",
) -> "NDArray[numpy.float64]":
    """Cosines between sentences, each the sum of its statements; [left, right] by sentence number."""
    import numpy

    def summed(features: Sequence[Features], vectors: "NDArray[numpy.float32]") -> "NDArray[numpy.float64]":
        sums = numpy.zeros((1 + max(f.sentence for f in features), vectors.shape[1]))
        for f, vector in zip(features, vectors, strict=True):
            sums[f.sentence] += vector
        norms = numpy.linalg.norm(sums, axis=1, keepdims=True)
        unit: NDArray[numpy.float64] = sums / numpy.maximum(norms, 1e-12)
        return unit

    cosines: NDArray[numpy.float64] = summed(left, left_vectors) @ summed(right, right_vectors).T
    return cosines
