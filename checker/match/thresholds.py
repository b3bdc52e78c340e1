"""The numbers of the matcher, chosen on data by benchmarks/matching.py, for each embedding model.

The weights are of a logistic model over EVIDENCE (see scoring.py), fitted with none below zero on planted
edits in 47 news events. Shared names, the share of the shorter statement's words and the longest common run
of words were tried as well and got no weight beside these four: names are in the vectors, wording in the
words. A model that was not measured is brought to the measured one's scale by the mean and spread of the
cosines that the story itself shows.
"""

from dataclasses import dataclass, replace

EVIDENCE = ("cosine", "sentence", "words", "predicate")


@dataclass(frozen=True)
class Thresholds:
    """What is a match, what is absent, and how evidence is weighed for one embedding model.

    ``match``: the least score of a match. ``covered``: the least strength (``gaps.Answer``) of what the other
    account has near by for a statement not to be lacking. ``background``: mean and standard deviation of all
    cosines between the statements of two accounts.
    """

    weights: tuple[float, ...]
    bias: float
    match: float = 0.35
    covered: float = 2.5
    background: tuple[float, float] = (0.22, 0.17)
    measured: bool = True


# covered: benchmarks/matching.py --sweep on 66 planted cases: at 2.25, 2.5, 2.75 of 40 planted omissions 29, 29, 30
# are found, and of 75 counterparts that are there 9, 11, 11 are said to be absent
# cross-validated over events, sentence pairs: average precision .77 (cosine alone .70), the planted
# counterpart ranked first in 81 % (69 %); at 0.35 recall .76, precision at least .60 (many negatives are
# true counterparts)
MINILM = Thresholds(weights=(4.64, 6.96, 2.76, 0.74), bias=-9.18)

BY_MODEL = {"all-minilm-l6-v2": MINILM}


def thresholds_for(name: str) -> Thresholds:
    """The thresholds of the embedder ``name``; ``bundled:X``, hub names and paths end in the model's name."""
    last = name.replace("\\", "/").rstrip("/").split("/")[-1].split(":")[-1].lower()
    if last in BY_MODEL:
        return BY_MODEL[last]
    return replace(MINILM, measured=False)
