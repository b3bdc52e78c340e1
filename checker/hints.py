"""Hints in error messages: which known word was meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint such as `` (did you mean 'match'?)``, or nothing when no known word is near."""
    near = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""
