"""Marks that may touch, nest and cross: the text cut into stretches that each know what covers them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.models.text import Span


@dataclass(frozen=True)
class Mark:
    """A span to be marked; ``key`` names it.

    ``quiet`` marks are not seen: they give an address, or, without a key, say that the words in them differ.
    """

    span: Span
    key: str
    finding: int = 0
    kind: str = ""
    quiet: bool = False


@dataclass(frozen=True)
class Stretch:
    """A piece of text covered by the same marks from its first to its last letter.

    ``opening``: marks that begin here (places included); ``closing``: marks that end with this stretch.
    ``covering``: the seen marks over it, the shortest first. ``strong``: they differ from the other side's.
    A stretch without text holds only places.
    """

    text: str
    covering: tuple[Mark, ...] = ()
    opening: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()
    strong: bool = False


def stretches(text: str, within: Span, marks: Iterable[Mark]) -> list[Stretch]:
    """Cut ``text[within]`` at every border of a mark; joined, the stretches are that text again.

    A mark that reaches out of ``within`` is clipped; one that only touches its edge from outside is left out.
    A place (empty span) at the end of ``within`` belongs to it.
    """
    inside = [m for m in marks if _concerns(m.span, within)]
    places: dict[int, list[Mark]] = defaultdict(list)
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    covering: dict[int, list[Mark]] = defaultdict(list)
    ending: dict[int, list[Mark]] = defaultdict(list)
    borders = {within.start, within.end}
    for mark in inside:
        start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
        borders |= {start, end}
        if start == end:
            places[start].append(mark)
        else:
            covering[start].append(mark)
            ending[end].append(mark)
            # a mark that goes on in the next block begins once and ends once
            if mark.key and mark.span.start >= within.start:
                opening[start].append(mark)
            if mark.span.end <= within.end:
                closing[end].append(mark)
    out: list[Stretch] = []
    cuts = sorted(borders)
    active: list[Mark] = []
    for start, end in zip(cuts, [*cuts[1:], within.end], strict=True):
        if places[start]:
            out.append(Stretch("", opening=tuple(places[start])))
        if start == end:
            continue
        active = [m for m in active if m not in ending[start]] + covering[start]
        seen = sorted((m for m in active if not m.quiet), key=lambda m: (len(m.span), m.finding, m.key))
        strong = any(not m.key for m in active)
        begun, ended = tuple(opening[start]), tuple(_seen(closing[end]))
        out.append(Stretch(text[start:end], tuple(seen), begun, ended, strong))
    return out


def _concerns(span: Span, within: Span) -> bool:
    if span.start == span.end:
        return within.start <= span.start <= within.end
    return max(span.start, within.start) < min(span.end, within.end)


def _seen(marks: Sequence[Mark]) -> list[Mark]:
    return sorted((m for m in marks if not m.quiet), key=lambda m: (m.finding, m.key))
