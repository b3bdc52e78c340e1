"""How much of what clashes in short reworded wires is found, and how often the checker cries wolf there.

usage: python benchmarks/wires.py [--sets first,second,third,fourth,fifth,sixth,seventh] [--misses]

A clash counts as found when one of the first five contradictions, quotations and attributions of a report has the
words of either side; ``first`` counts those that are not folded away. On agreeing pairs every such finding is an alarm.
"""

import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "plugins"))

from tables import asked_sets, table

FOLDER = Path(__file__).resolve().parent / "wires"
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_CATEGORIES = ("contradiction", "quotation", "attribution")
_TOP = 5


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    names, misses = asked_sets(__doc__ or "", SETS, arguments)
    for name in names:
        _measure(name, misses=misses)
    return 0


def _measure(name: str, *, misses: bool) -> None:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    alarms: Counter[str] = Counter()
    for pair, findings, refused in _checked(FOLDER / f"{name}.jsonl"):
        first = [f for f in findings if not f.data.get("lesser")]
        if pair["label"] == "agree":
            alarms += Counter(pairs=1, alarms=len(findings), first=len(first), refused=refused)
            alarms["fail"] += sum(f.verdict == "fail" for f in findings)
            for finding in first if misses else ():
                print(f"alarm {pair['id']} {finding.code}: {finding.message}")
            continue
        hits = [f for f in findings[:_TOP] if _touches(f, pair)]
        here = Counter(
            pairs=1,
            found=bool(hits),
            first=any(h in first for h in hits),
            fail=any(h.verdict == "fail" for h in hits),
            refused=refused,
        )
        found[pair["kind"]] += here
        found["all"] += here
        if misses and not hits:
            print(f"missed {pair['id']} {pair['kind']}: {pair['at_a']} | {pair['at_b']}")
    columns = ("pairs", "found", "first", "fail", "refused")
    rows = [[kind, *(str(counts[c]) for c in columns)] for kind, counts in sorted(found.items())]
    table(f"{name}: what clashes", ["kind", *columns], rows)
    columns = ("pairs", "alarms", "first", "fail", "refused")
    table(f"{name}: what agrees", columns, [[str(alarms[c]) for c in columns]])


def _checked(path: Path) -> Iterator[tuple[dict[str, str], list[Any], bool]]:
    """Each pair with its findings of the kinds that count, and whether it was refused as no common event."""
    from checker import check
    from checker.errors import NothingToCompareError

    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / f"{side}.txt" for side in "ab"]
            for place, side in zip(paths, "ab", strict=True):
                place.write_text(pair[side], encoding="utf-8")
            try:
                findings = [f for f in check(paths).findings if f.category in _CATEGORIES]
            except NothingToCompareError:
                yield pair, [], True
                continue
        yield pair, findings, False


def _touches(finding: Any, pair: dict[str, str]) -> bool:
    """Whether a finding shows the words of one side's clash."""
    words = [" ".join(pair[at].casefold().split()) for at in ("at_a", "at_b")]
    shown = [" ".join(e.exact.casefold().split()) for e in finding.evidence]
    return any(w in s or s in w for w in words for s in shown)


if __name__ == "__main__":
    raise SystemExit(main())
