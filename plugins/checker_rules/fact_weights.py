"""The numbers by which facts are told apart, fitted on real news stories; see ``facts`` for what they weigh.

A pair of mentions with one value in two accounts of a story is taken to be of one fact, a pair with two values to be
of two, and the values themselves are hidden: what is left is how places of one fact look. Fitted by logistic
regression, no weight against its sense, and validated over stories.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    """Two logistic models: of a pair of mentions by their surroundings, and of a pair that differs by its story."""

    pair_bias: float
    pair: Mapping[str, float]
    story_bias: float
    story: Mapping[str, float]


FIGURES = Weights(
    pair_bias=-4.86,
    pair={
        "words": 0.08,
        "near share": 1.11,
        "near likeness": 2.22,
        "clause share": 0.41,
        "matched": 1.89,
        "score": 0.04,
        "best": 0.49,
        "told": 1.06,
        "other doer": -0.94,
        "doer named": 0.03,
        "names": 0.19,
        "quotation": 0.43,
        "parted": -0.05,
        "aside": -0.70,
        "both open": 1.12,
        "apart": -0.49,
        "other teller": -0.09,
        "role": 0.45,
        "places": -0.67,
        "same thing": 0.29,
        "noun near": 0.65,
        "one counted": -0.34,
        "other noun": -0.88,
        "restrictions": 0.06,
        "money": 0.74,
        "percent": 0.15,
        "duration": 0.85,
        "age": -1.06,
        "ordinal": 3.37,
        "alone": 1.46,
        "hedge": 2.35,
        "few": -0.35,
        "vague": -0.75,
    },
    story_bias=0.12,
    story={
        "one fact": 0.95,
        "given by one": 0.03,
        "given by both": -1.57,
        "third account": 0.45,
        "third accounts": -0.46,
        "answered": -1.25,
        "both answered": -0.46,
    },
)
DATES = Weights(
    pair_bias=-4.84,
    pair={
        "words": 1.05,
        "words share": 3.18,
        "near": 0.34,
        "near share": 0.30,
        "near in all": 0.15,
        "clause share": 1.34,
        "matched": 1.70,
        "best": 0.22,
        "governor": 0.30,
        "other governor": -0.09,
        "doer": 0.62,
        "names": 0.51,
        "quotation": 0.58,
        "parted": -0.24,
        "both open": 0.73,
        "apart": -0.21,
        "modality": -0.01,
        "tense": -0.20,
        "other teller": -0.10,
        "role": 0.33,
        "other preposition": -2.09,
        "places": -0.33,
        "alone": 0.54,
        "grain": 0.58,
        "year": -0.40,
        "month": 0.72,
        "minute": 0.07,
        "part": 0.28,
    },
    story_bias=1.00,
    story={
        "one fact": 1.02,
        "given by one": -0.11,
        "given by both": -2.64,
        "third account": 0.09,
        "third accounts": -1.20,
        "answered": -0.81,
        "both answered": -2.06,
    },
)
