"""Figures in columns, as the benchmarks print them, and the sets that a command line asks for."""

import argparse
from collections.abc import Sequence


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns, the first to the left, the others to the right."""
    widths = [max(len(row[n]) for row in (header, *rows)) for n in range(len(header))]
    print(title)
    for row in (header, *rows):
        cells = [
            c.ljust(w) if n == 0 else c.rjust(w) for n, (c, w) in enumerate(zip(row, widths, strict=True))
        ]
        print("  " + "  ".join(cells).rstrip())
    print()


def asked_sets(
    description: str, sets: Sequence[str], arguments: Sequence[str] | None
) -> tuple[list[str], bool]:
    """Which of a benchmark's sets are to be measured, all by default, and whether its misses are to be printed."""
    ap = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--sets", default=",".join(sets))
    ap.add_argument("--misses", action="store_true", help="print what was missed and what was an alarm")
    given = ap.parse_args(arguments)
    names = [name for name in given.sets.split(",") if name]
    if unknown := [name for name in names if name not in sets]:
        ap.error(f"there is no set {unknown[0]!r}; the sets are {', '.join(sets)}")
    return names, given.misses
