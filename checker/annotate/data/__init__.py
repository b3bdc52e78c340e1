"""General knowledge of language as data: names of states and bodies, titles, given names, reporting verbs,
units of measure."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=16)
def table(name: str) -> dict[str, Any]:
    """The table ``name`` of this folder, read once; treat it as read-only."""
    return tomllib.loads(_text(f"{name}.toml"))


def lines(name: str) -> list[str]:
    """The lines of the text file ``name`` of this folder."""
    return _text(f"{name}.txt").splitlines()


def _text(name: str) -> str:
    return files(__package__ or __name__).joinpath(name).read_text(encoding="utf-8")


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())
