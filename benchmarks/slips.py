"""How many slips in a draft are found against the wires it was written from, and how often a clean draft is doubted.

usage: python benchmarks/slips.py [--sets first,second,third,fourth,fifth] [--misses]

A slip counts as found when a contradiction, quotation or attribution shows the wrong words of the draft; ``five``
counts those among the first five findings of the report, omissions and additions included, ``first`` those that are not
folded away. On the clean draft of the same event every such finding that is not folded away is an alarm.
"""

import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "plugins"))

from tables import asked_sets, table

FOLDER = Path(__file__).resolve().parent / "slips"
SETS = ("first", "second", "third", "fourth", "fifth")
_LACKING = ("omission", "addition")
_TOP = 5
_DRAFT = "draft"


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    names, misses = asked_sets(__doc__ or "", SETS, arguments)
    for name in names:
        _measure(name, misses=misses)
    return 0


def _measure(name: str, *, misses: bool) -> None:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    alarms = events = 0
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        ranked = list(enumerate(_findings(event, "slip")))
        hits = [(n, f) for n, f in ranked if f.category not in _LACKING and _shows(f, event)]
        here = Counter(
            slips=1,
            found=bool(hits),
            five=any(n < _TOP for n, _ in hits),
            first=any(not f.data.get("lesser") for _, f in hits),
        )
        found[event["kind"]] += here
        found["all"] += here
        if misses and not hits:
            print(f"missed {event['id']} {event['kind']}: {event['wrong']} | {event['right']}")
        doubts = [
            f for f in _findings(event, "clean") if f.category not in _LACKING and not f.data.get("lesser")
        ]
        events, alarms = events + 1, alarms + len(doubts)
        for finding in doubts if misses else ():
            print(f"alarm {event['id']} {finding.code}: {finding.message}")
    columns = ("slips", "found", "five", "first")
    rows = [[kind, *(str(counts[c]) for c in columns)] for kind, counts in sorted(found.items())]
    table(f"{name}: slips in drafts; {alarms} alarms on {events} clean drafts", ["kind", *columns], rows)


def _findings(event: dict[str, str], draft: str) -> list[Any]:
    """What the checker tells of one of the event's two drafts."""
    from checker import check

    with tempfile.TemporaryDirectory() as folder:
        paths = {name: Path(folder) / f"{name}.txt" for name in (_DRAFT, "wire1", "wire2")}
        for name, path in paths.items():
            path.write_text(event[draft if name == _DRAFT else name], encoding="utf-8")
        draft_path, *wires = paths.values()
        return list(check([draft_path], against=wires).findings)


def _shows(finding: Any, event: dict[str, str]) -> bool:
    """Whether a finding marks some of the wrong words."""
    start = event["slip"].find(event["wrong"])
    end = start + len(event["wrong"])
    return any(
        m.start < end and m.end > start
        for e in finding.evidence
        if e.document == _DRAFT
        for m in e.marks or (e.span,)
    )


if __name__ == "__main__":
    raise SystemExit(main())
