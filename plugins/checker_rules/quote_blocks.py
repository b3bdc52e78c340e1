"""The equal stretches by which two quotations hang together, without the words that meet in both by chance."""

from collections.abc import Sequence

from checker_rules.quote_words import SMALL

# where a stretch begins on either side, and how many words it has
Block = tuple[int, int, int]
# a lone word with so many others around it on both sides ties nothing
_AMID = 3
# nor does one that stands so many words further on in one of the quotations
_FAR = 6


def held(blocks: Sequence[Block], keys: Sequence[str], ends: tuple[int, int]) -> list[Block]:
    """The stretches that are no chance; ``keys`` are the left side's words, ``ends`` how many each side has."""
    kept = list(blocks)
    while len(fewer := _steady(kept, keys, ends)) < len(kept):
        # beside a little word that is gone another one may stand alone
        kept = fewer
    while len(kept) > 1 and _alone(kept[0], (0, 0), kept[1][:2], keys, first=True):
        del kept[0]
    while len(kept) > 1 and _alone(kept[-1], _end(kept[-2]), ends, keys, first=False):
        del kept[-1]
    return kept


def _steady(blocks: Sequence[Block], keys: Sequence[str], ends: tuple[int, int]) -> list[Block]:
    """The stretches without little words amid words that differ."""
    kept: list[Block] = []
    for at, (i, j, size) in enumerate(blocks):
        before = _end(kept[-1]) if kept else (0, 0)
        after = blocks[at + 1][:2] if at + 1 < len(blocks) else ends
        lost = min(i - before[0], j - before[1]), min(after[0] - i - size, after[1] - j - size)
        if size <= 2 and all(k in SMALL for k in keys[i : i + size]) and min(lost) >= 1 and sum(lost) >= 3:
            continue
        kept.append((i, j, size))
    return kept


def _alone(
    block: Block, before: tuple[int, int], after: tuple[int, int], keys: Sequence[str], *, first: bool
) -> bool:
    """Whether the first or last stretch is a word that two sentences have by chance, far from all the rest.

    "By so doing they hurt us. They put themselves first" against "What they are doing is wrong, but they put themselves
    first": what stands between the two words was not replaced.
    """
    i, j, size = block
    if size > 1:
        return False
    sides = (i - before[0], j - before[1]), (after[0] - i - size, after[1] - j - size)
    inner, outer = sides[::-1] if first else sides
    far = max(inner) >= _FAR
    if keys[i] in SMALL and far and max(outer):
        return True
    return (min(inner) >= _AMID and max(outer) >= _AMID) or (far and min(outer) >= _AMID)


def _end(block: Block) -> tuple[int, int]:
    i, j, size = block
    return i + size, j + size
