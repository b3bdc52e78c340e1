"""Tells accounts of one name apart by something of their own, whatever order they are given in.

The id of a source goes into the fingerprints of findings, so that it must not depend on the order of the arguments.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from checker.models.text import Source

_STANDARD_INPUT = "-"


@dataclass(frozen=True)
class _Place:
    """An account's file, and the folders it lies in below those that all accounts of its name share."""

    folders: tuple[str, ...]
    file: str


# one way of telling accounts of a name apart: from the name and the place to what the account is called then
_Way = Callable[[str, _Place], str]


def told_apart(paths: Sequence[str], sources: Sequence[Source], slug: Callable[[str], str]) -> list[Source]:
    """The sources, each with an id and a name that no other has; one that is the only one of its name stays as it is.

    An id gets the folders that it needs, or the file's ending (``ap-story``, ``wire-md``); a name gets the file's
    name, or the folders (``Story (ap)``). A number is the last resort, in the order of the paths.

    Args:
        paths: where the sources lie, one each.
        sources: what they are called by their addresses alone.
        slug: makes a part of an id from a folder's name or an ending.
    """

    def id_ways(depth: int) -> list[_Way]:
        pairs = [(1, False), (0, True), (1, True)] + [
            (d, e) for d in range(2, depth + 1) for e in (False, True)
        ]
        return [partial(_id, slug, depth=d, ending=e) for d, e in pairs]

    def name_ways(depth: int) -> list[_Way]:
        pairs = [(0, True)] + [(d, e) for d in range(1, depth + 1) for e in (False, True)]
        return [partial(_name, depth=d, file=e) for d, e in pairs]

    ids = _unique(paths, [s.id for s in sources], id_ways)
    names = _unique(paths, [s.name for s in sources], name_ways)
    return [s.model_copy(update={"id": i, "name": n}) for s, i, n in zip(sources, ids, names, strict=True)]


def _id(slug: Callable[[str], str], id_: str, place: _Place, *, depth: int, ending: bool) -> str:
    suffix = Path(place.file).suffix if ending else ""
    folders = place.folders[-depth:] if depth else ()
    return "-".join([*map(slug, folders), id_, *([slug(suffix)] if suffix else [])])


def _name(name: str, place: _Place, *, depth: int, file: bool) -> str:
    # an account that lies above the others would keep the bare name, and be taken for all of them
    parts = [*(place.folders[-depth:] if depth else ()), *([place.file] if file or not place.folders else [])]
    return f"{name} ({'/'.join(part for part in parts if part)})" if any(parts) else name


def _unique(paths: Sequence[str], given: Sequence[str], ways: Callable[[int], list[_Way]]) -> list[str]:
    """What each account is called: as given where no other has that, else in the first way that tells most apart."""
    count = Counter(given)
    made = list(given)
    taken = {name for name in given if count[name] == 1}
    for name in sorted(name for name in count if count[name] > 1):
        members = sorted(
            (i for i, other in enumerate(given) if other == name), key=lambda i: _whole(paths[i])
        )
        places = _places([paths[i] for i in members])
        tried = [[way(name, p) for p in places] for way in ways(max(len(p.folders) for p in places))]
        best = max(tried, key=lambda called: len(set(called) - taken))
        for i, called in zip(members, best, strict=True):
            number, free = 1, called
            while free in taken:
                number += 1
                free = f"{called}-{number}"
            taken.add(free)
            made[i] = free
    return made


def _whole(path: str) -> str:
    """The path from the root, so that it does not count from which folder the files were named."""
    return "" if path == _STANDARD_INPUT else os.path.normpath(Path.cwd() / path)


def _places(paths: Sequence[str]) -> list[_Place]:
    whole = [Path(_whole(path)) for path in paths]
    shared = 0
    for level in zip(*(p.parent.parts for p in whole if p.name), strict=False):
        if len(set(level)) > 1:
            break
        shared += 1
    return [_Place(p.parent.parts[shared:] if p.name else (), p.name) for p in whole]
