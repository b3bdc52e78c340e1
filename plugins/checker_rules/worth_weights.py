"""Weights of the signs in ``worth``, in log odds: written by ``benchmarks/audit/weigh.py``, which says how."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Model:
    """A logistic model: log odds are the bias and each sign times its weight."""

    bias: float
    weights: Mapping[str, float]


SURE = Model(
    bias=-3.644,
    weights={
        "quotation": 0.300,
        "addition": 0.019,
        "told by": 0.712,
        "lacked by": -0.485,
        "words": 0.551,
        "figure": 0.679,
        "names": -0.070,
        "leans": -0.101,
        "place": -0.048,
        "reported": -0.141,
        "subordinate": -0.057,
        "future": 0.253,
        "modal": 0.131,
        "negated": -0.450,
        "no comment": 1.401,
        "writer": -0.246,
        "recent": 0.023,
        "long ago": -0.175,
        "tellers report": 0.286,
        "tellers date": 1.284,
        "tellers opine": 0.891,
        "lacking report": 0.408,
        "lacking date": -0.108,
        "lacking opine": -0.155,
        "lacking length": 0.069,
        "near their lead": -0.093,
        "near a lead": -1.475,
        "likely": 3.806,
        "agree": 0.531,
        "tellers near": 0.685,
    },
)
WORTH = Model(
    bias=-3.467,
    weights={
        "quotation": -0.018,
        "addition": -0.355,
        "told by": 1.227,
        "lacked by": -0.804,
        "words": 0.677,
        "figure": 0.433,
        "names": 0.277,
        "leans": 0.040,
        "place": -0.172,
        "reported": 0.396,
        "subordinate": 0.115,
        "future": 0.304,
        "modal": 0.577,
        "negated": -0.258,
        "no comment": -0.863,
        "writer": -0.299,
        "recent": 0.274,
        "long ago": -0.271,
        "tellers report": 1.434,
        "tellers date": 2.289,
        "tellers opine": -1.106,
        "lacking report": 0.548,
        "lacking date": -0.318,
        "lacking opine": 0.579,
        "lacking length": -0.818,
        "near their lead": 0.791,
        "near a lead": -0.653,
        "likely": 1.436,
        "agree": -0.078,
        "tellers near": -0.196,
    },
)
