"""Run the checker on the stories of the reading, hand readers the places, and keep their verdicts.

usage: python benchmarks/audit/collect.py --into FOLDER [--stories 0:10]     one JSON a story, to be read
       python benchmarks/audit/collect.py --sample 60 --read FIRST --into FOLDER   without verdicts, to read again
       python benchmarks/audit/collect.py --take FOLDER [--second]           keep fingerprints and verdicts
"""

import argparse
import hashlib
import json
import lzma
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BENCH = ROOT.parent / "shared" / "bench"
READINGS = ("true", "trivial", "false")
FIRST = 5


def stories() -> list[list[str]]:
    """Article IDs, a list a story."""
    return [s["articles"] for s in json.loads((HERE / "stories.json").read_text(encoding="utf-8"))["stories"]]


def articles(wanted: set[str]) -> dict[str, dict[str, Any]]:
    """The archive's articles with these IDs."""
    found = {}
    with lzma.open(BENCH / "archive" / "articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["ID"] in wanted:
                found[article["ID"]] = article
    return found


def to_read(number: int, ids: list[str], known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The findings of one story that are to be judged, with the words of every side."""
    from checker import check
    from checker.errors import NothingToCompareError

    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for i in ids:
            a = known[i]
            path = Path(scratch) / f"{re.sub(r'[^a-z0-9]+', '-', a['source'].lower())}-{i[:4]}.txt"
            path.write_text(f"{a['title']}\n\n{a['date']}\n\n{a['content_original']}", encoding="utf-8")
            paths.append(path)
        try:
            report = check(paths)
        except NothingToCompareError:
            # articles on one topic of one day that tell no common event
            return {"findings": [], "texts": {}, "failures": []}
    rows = []
    for rank, finding in enumerate(report.findings, 1):
        if rank > FIRST and finding.verdict != "fail":
            continue
        rows.append(
            {
                "story": f"story-{number:02d}",
                "fingerprint": finding.fingerprint,
                "code": finding.code,
                "verdict": finding.verdict,
                "rank": rank,
                "confidence": finding.confidence,
                "lesser": bool(finding.data.get("lesser")),
                "message": finding.message,
                "places": [
                    {
                        "role": e.role,
                        "document": e.document,
                        "marks": [e.exact[m.start - e.span.start : m.end - e.span.start] for m in e.marks],
                        "words": f"{e.prefix}>>{e.exact}<<{e.suffix}",
                    }
                    for e in finding.evidence
                ],
                "reading": "",
                "reason": "",
            }
        )
    texts = {d.id: d.text for d in report.documents}
    return {"findings": rows, "texts": texts, "failures": [f.error for f in report.failures]}


def take(folder: Path, second: bool) -> None:
    """Keep what readers wrote.

    Raises:
        SystemExit: a finding without a reading, or a false one without a reason.
    """
    rows = []
    for path in sorted(folder.glob("*.json")):
        rows += json.loads(path.read_text(encoding="utf-8"))["findings"]
    for row in rows:
        if row["reading"] not in READINGS:
            raise SystemExit(f"{row['story']} finding {row['rank']} has no reading of {', '.join(READINGS)}.")
        if row["reading"] == "false" and not row["reason"]:
            raise SystemExit(f"{row['story']} finding {row['rank']} is false without a reason.")
    if second:
        data: dict[str, Any] = {"readings": {r["fingerprint"]: r["reading"] for r in rows}}
        (HERE / "second.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        return
    kept = ("story", "fingerprint", "code", "verdict", "rank", "confidence", "lesser", "reading", "reason")
    data = {"findings": [{k: r[k] for k in kept} for r in rows]}
    (HERE / "verdicts.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def sample(count: int, into: Path, source: Path) -> None:
    """A sample of the findings that were read, without their readings, to be read again."""
    rows = []
    texts = {}
    for path in sorted(source.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        rows += [(r, path.stem) for r in data["findings"]]
        texts[path.stem] = data["texts"]
    rows.sort(key=lambda r: hashlib.sha256(r[0]["fingerprint"].encode()).hexdigest())
    for row, name in rows[:count]:
        blank = {**row, "reading": "", "reason": ""}
        out = {"findings": [blank], "texts": texts[name]}
        (into / f"{row['fingerprint'][:16]}.json").write_text(json.dumps(out, indent=1), encoding="utf-8")


def main() -> None:
    """Parse the command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--into", type=Path)
    ap.add_argument("--stories", default="0:40")
    ap.add_argument("--sample", type=int)
    ap.add_argument("--read", type=Path, help="with --sample: the folder of the first reading")
    ap.add_argument("--take", type=Path)
    ap.add_argument("--second", action="store_true")
    a = ap.parse_args()
    if a.take:
        take(a.take, a.second)
        return
    if a.into is None or ROOT in [a.into.resolve(), *a.into.resolve().parents]:
        sys.exit("Name a folder outside of the project with --into: the articles' texts stay out of it.")
    a.into.mkdir(parents=True, exist_ok=True)
    if a.sample:
        sample(a.sample, a.into, a.read)
        return
    first, last = map(int, a.stories.split(":"))
    chosen = list(enumerate(stories()))[first:last]
    known = articles({i for _, ids in chosen for i in ids})
    for number, ids in chosen:
        data = to_read(number, ids, known)
        (a.into / f"story-{number:02d}.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
        print(f"story-{number:02d}: {len(data['findings'])} findings to read", flush=True)


if __name__ == "__main__":
    main()
