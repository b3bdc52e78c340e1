"""Is a finding with confidence .8 true in eight of ten cases: reliability table and expected calibration error."""

from collections.abc import Sequence
from dataclasses import dataclass

from measures.figures import Figure, noise_of

BINS = 10
Judged = tuple[float, bool, int | str]  # confidence, true, event


@dataclass(frozen=True)
class Bin:
    """Findings of about one confidence."""

    mean_confidence: float
    true_share: float
    n: int


def reliability(rows: Sequence[Judged]) -> list[Bin]:
    """Ten bins of equal width, without the empty ones."""
    out = []
    for number in range(BINS):
        inside = [r for r in rows if min(BINS - 1, int(r[0] * BINS)) == number]
        if inside:
            mean = sum(r[0] for r in inside) / len(inside)
            out.append(Bin(round(mean, 3), round(sum(r[1] for r in inside) / len(inside), 3), len(inside)))
    return out


def expected_error(rows: Sequence[Judged]) -> float:
    """Expected calibration error: the bins' distance between confidence and truth, weighted by their size.

    Guo et al. 2017, "On Calibration of Modern Neural Networks".
    """
    total = 0.0
    for number in range(BINS):
        inside = [r for r in rows if min(BINS - 1, int(r[0] * BINS)) == number]
        total += abs(sum(r[0] - r[1] for r in inside))
    return total / len(rows) if rows else 0.0


def figures(name: str, rows: Sequence[Judged]) -> list[Figure]:
    """The error on one set of judged findings; nothing for none."""
    if not rows:
        return []
    noise = noise_of(rows, lambda r: r[2], lambda some: expected_error(some))
    return [Figure(f"calibration {name} error", expected_error(rows), len(rows), noise, at_most=True)]
