"""Weights of the signs in ``genre``, in log odds: written by ``benchmarks/audit/genres.py``, which says how."""

from checker_rules.logistic import Logistic

REPORTS = Logistic(
    bias=0.435,
    weights={
        "writer": -2.268,
        "reader": -2.721,
        "question": -8.553,
        "demand": 0.611,
        "said": 2.216,
        "argues": -2.148,
        "day": 3.370,
        "turn": -4.629,
        "exclamation": 9.284,
        "spoken": -3.102,
        "present": -1.362,
        "past": -0.121,
        "stress": -5.838,
        "aside": -2.754,
        "quotes": 1.846,
        "short": -2.924,
        "words": 1.042,
        "length": -1.268,
        "title asks": -1.332,
        "title explains": -1.504,
        "title speaks": 0.199,
        "title of two parts": -0.228,
        "section": -0.251,
        "lead": 0.673,
    },
)
