"""The numbers of the matcher, chosen on data by benchmarks/matching.py, for each embedding model.

``WEIGHTS`` are of a logistic model over the evidence in scoring.py. A model that was not measured is brought to
the measured one's scale by the mean and spread of the cosines that the story itself shows.
"""

from dataclasses import dataclass

EVIDENCE = ("cosine", "sentence", "dice", "contained", "names", "predicate", "wording")


@dataclass(frozen=True)
class Thresholds:
    """What is a match, what is absent, and how evidence is weighed for one embedding model."""

    weights: tuple[float, ...]
    bias: float
    match: float = 0.5
    absent: float = 0.8
    covered: float = 0.6
    # mean and standard deviation of the cosines between unrelated statements of one story
    background: tuple[float, float] = (0.21, 0.16)
    measured: bool = True


MINILM = Thresholds(weights=(6.0, 2.0, 2.0, 2.0, 1.0, 0.7, 3.0), bias=-6.0)

BY_MODEL = {"all-minilm-l6-v2": MINILM}


def thresholds_for(name: str) -> Thresholds:
    """The thresholds of the embedder ``name``: ``bundled:X``, a hub name or a path all end in the model's name."""
    last = name.replace("\\", "/").rstrip("/").split("/")[-1].split(":")[-1].lower()
    if last in BY_MODEL:
        return BY_MODEL[last]
    return Thresholds(weights=MINILM.weights, bias=MINILM.bias, match=MINILM.match, measured=False)
