"""How well ``Report.support`` tells faithful drafts from unfaithful ones: one table, one JSON.

usage: python benchmarks/drafts.py [--bench FOLDER] [--sets summedits,bump,frank,qags,readers] [--step N]
       [--inferer NAME] [--cache FOLDER] [--json FILE] [--signs FILE]

Balanced accuracy at .5, ROC AUC and (for pairs) how often the faithful draft scores above its edit, each with its
standard error over sources. ``--signs`` writes what the score is made of, a draft a line, for training/support/fit.py.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "plugins"))

from measures import drafts
from measures.draft_sets import FILES, READERS, SETS, WRITTEN
from measures.figures import ROOT, digest, versions


@contextmanager
def watched(kept: list[dict[str, float]]) -> Iterator[None]:
    """Put the signs of the draft's statements in ``kept`` as the checker weighs them."""
    import checker.support

    inner = checker.support.signs_of

    def signs_of(story: Any, *others: Any) -> Any:
        found = inner(story, *others)
        told = {s for claim in story.claims if len(claim.text.split()) >= 4 for s in claim.statements}
        kept.extend(v for s, v in found.items() if s.document.id == story.draft and s in told)
        return found

    with patch.object(checker.support, "signs_of", signs_of):
        yield


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    ap.add_argument("--sets", default=",".join(SETS))
    ap.add_argument("--step", type=int, default=1, help="every N-th draft or pair")
    ap.add_argument("--inferer", default="", help="an inference model by name or path, or 'off'")
    ap.add_argument("--cache", default="", help="a folder for accounts, vectors and judgements")
    ap.add_argument("--json", type=Path)
    ap.add_argument("--signs", type=Path)
    given = ap.parse_args(arguments)
    sets = [name for name in given.sets.split(",") if name]
    if unknown := [name for name in sets if name not in (*SETS, READERS)]:
        ap.error(f"there is no set {unknown[0]!r}; the sets are {', '.join((*SETS, READERS))}")
    if not given.bench.is_dir():
        ap.error(f"no benchmark data in {given.bench}: name its folder with --bench")
    settings = {"inferer": given.inferer} if given.inferer else {}
    settings |= {"cache": given.cache} if given.cache else {}
    rows: list[drafts.Scored] = []
    lines: list[str] = []
    for name in sets:
        kept: list[dict[str, float]] = []
        with watched(kept):
            for row in drafts.each(given.bench, name, step=given.step, **settings):
                rows.append(row)
                lines.append(json.dumps(_signs(row, kept)))
                kept.clear()
    found = drafts.summary(rows)
    print(f"{'figure':40} {'value':>7} {'+-':>6} {'n':>5}")
    for f in found:
        print(f"{f.name:40} {f.value:7.3f} {f.noise:6.3f} {f.n:5d}")
    extra = {"drafts by error": drafts.by_error(rows), "drafts not compared": drafts.not_compared(rows)}
    print(json.dumps(extra, indent=1))
    if given.json:
        corpus = digest([*(given.bench / name for name in FILES), *([WRITTEN] if READERS in sets else ())])
        record = {"corpus": corpus, "versions": dict(versions()), "figures": [f.as_json() for f in found]}
        given.json.write_text(json.dumps(record | extra, indent=1) + "\n", encoding="utf-8")
    if given.signs:
        given.signs.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _signs(row: drafts.Scored, kept: list[dict[str, float]]) -> dict[str, Any]:
    d = row.draft
    return {
        "set": d.set,
        "event": d.event,
        "faithful": d.faithful,
        "pair": d.pair,
        "statements": [{k: round(v, 5) for k, v in signs.items()} for signs in kept],
    }


if __name__ == "__main__":
    raise SystemExit(main())
