"""Run the checker on the leads of real articles, as short as wires, and write down what it would tell first.

usage: python benchmarks/audit/leads.py --groups 0:300 --into FOLDER     one JSON a group, to be read

What was written for short accounts looks at accounts of at most 15 or 20 sentences; whole articles are longer. A lead
is an article's first paragraphs, up to 1,500 characters. Groups come in the order of the hash of their articles' IDs,
so that a number always means the same group. Only contradictions, quotations and attributions that are not folded away
are kept. FOLDER lies outside of the project, where no article's text goes.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "plugins"))

from collect import BENCH, ROOT, articles

_LENGTH, _LONGEST = 1500, 2600  # characters
_ACCOUNTS = (2, 5)
_KINDS = ("contradiction", "quotation", "attribution")


def main() -> None:
    """Parse the command line and run."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--groups", default="0:100")
    ap.add_argument("--into", type=Path, required=True)
    a = ap.parse_args()
    if ROOT in [a.into.resolve(), *a.into.resolve().parents]:
        sys.exit("Name a folder outside of the project with --into: the articles' texts stay out of it.")
    a.into.mkdir(parents=True, exist_ok=True)
    first, last = map(int, a.groups.split(":"))
    chosen = list(enumerate(groups()))[first:last]
    known = articles({i for _, ids in chosen for i in ids})
    compared = found = 0
    for number, ids in chosen:
        rows = to_read(ids, known)
        if rows is None:
            continue
        compared, found = compared + 1, found + len(rows)
        data = {"articles": ids, "findings": rows}
        (a.into / f"group-{number:04d}.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
    print(f"{len(chosen)} groups, {compared} compared, {found} findings to read in {a.into}")


def groups() -> list[list[str]]:
    """Article IDs, a list a group of two to five, four articles at most, in the order of their hash."""
    found = []
    with (BENCH / "archive" / "story_groups.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            ids = [a if isinstance(a, str) else a["ID"] for a in json.loads(line)["articles"]]
            if _ACCOUNTS[0] <= len(ids) <= _ACCOUNTS[1]:
                found.append(ids)
    found.sort(key=lambda ids: hashlib.sha256(("z" + "".join(ids)).encode()).hexdigest())
    return [ids[:4] for ids in found]


def lead(text: str) -> str:
    """The first paragraphs of an article."""
    out = ""
    for paragraph in text.split("\n"):
        if out and len(out) + len(paragraph) > _LENGTH:
            break
        out += f"{paragraph}\n"
    return out[:_LONGEST]


def to_read(ids: list[str], known: dict[str, dict[str, Any]]) -> list[dict[str, Any]] | None:
    """What stands among the first findings of one group; None where the leads tell no common event."""
    from checker import check
    from checker.errors import NothingToCompareError

    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for i in ids:
            a = known[i]
            paths.append(Path(scratch) / f"{i.lower()}.txt")
            paths[-1].write_text(
                f"{a['title']}\n\n{a['date']}\n\n{lead(a['content_original'])}", encoding="utf-8"
            )
        try:
            report = check(paths)
        except NothingToCompareError:
            return None
    return [
        {
            "fingerprint": f.fingerprint,
            "code": f.code,
            "verdict": f.verdict,
            "message": f.message,
            "places": [e.exact for e in f.evidence],
            "reading": "",
            "reason": "",
        }
        for f in report.findings
        if f.category in _KINDS and not f.data.get("lesser")
    ]


if __name__ == "__main__":
    main()
