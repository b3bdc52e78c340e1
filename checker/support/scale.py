"""From signs to a chance between 0 and 1: a logistic model whose weights stand in ``weights.toml``."""

import math
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The weights of the two models, ``with_inference`` and ``without_inference``: sign -> weight, and a bias."""
    text = resources.files("checker.support").joinpath("weights.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {name: dict(table[name]) for name in ("with_inference", "without_inference")}


def chance(signs: Mapping[str, float], name: str) -> float:
    """How strongly the signs say that a statement is borne out, 0-1, rounded to four places."""
    scale = weights()[name]
    total = scale["bias"] + math.fsum(scale[sign] * signs[sign] for sign in sorted(scale) if sign != "bias")
    return round(1 / (1 + math.exp(-max(-20.0, min(20.0, total)))), 4)
