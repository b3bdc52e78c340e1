"""Weights of the signs in ``genre``, in log odds: written by ``benchmarks/audit/genres.py``, which says how."""

from checker_rules.logistic import Logistic

REPORTS = Logistic(
    bias=0.442,
    weights={
        "writer": -2.266,
        "reader": -2.716,
        "question": -8.542,
        "demand": 0.605,
        "said": 2.213,
        "argues": -2.160,
        "day": 3.370,
        "turn": -4.629,
        "exclamation": 9.299,
        "spoken": -3.102,
        "present": -1.361,
        "past": -0.122,
        "stress": -5.832,
        "aside": -2.755,
        "quotes": 1.846,
        "short": -2.972,
        "words": 1.036,
        "length": -1.267,
        "title asks": -1.333,
        "title explains": -1.504,
        "title speaks": 0.199,
        "title of two parts": -0.228,
        "section": -0.251,
        "lead": 0.673,
    },
)
