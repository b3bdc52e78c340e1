"""What the rules weigh as lacking in a real story: every lack that ``checker_rules.worth`` is asked about."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]
Rows = list[dict[str, Any]]


def weighed(articles: list[dict[str, Any]], see: Callable[[Any, Any], None]) -> dict[str, str]:
    """Check the archive's articles as one story; ``see`` gets who weighs and each lack. Article IDs by document.

    Raises:
        CheckerError: the articles cannot be compared.
    """
    from checker_rules.worth import Worth

    from checker import check

    plain = Worth.of

    def of(self: Any, told: Any) -> Any:
        see(self, told)
        return plain(self, told)

    with tempfile.TemporaryDirectory() as scratch, patch.object(Worth, "of", of):
        ids = {}
        for a in articles:
            path = Path(scratch) / f"{a['ID'].lower()}.txt"
            path.write_text(f"{a['title']}\n\n{a['date']}\n\n{a['content_original']}", encoding="utf-8")
            ids[path.stem] = a["ID"]
        check(list(Path(scratch).iterdir()))
    return ids


def command(
    usage: str | None,
    stories: str,
    collect: Callable[[int, int], Iterable[dict[str, Any]]],
    fit: Callable[[Rows, bool], None],
) -> None:
    """Parse the command line: ``--signs`` writes what is collected line by line, ``--fit`` reads it again."""
    ap = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = ap.add_mutually_exclusive_group(required=True)
    which.add_argument("--signs", type=Path, help="write here, outside of the project, what the rules see")
    which.add_argument(
        "--fit", type=Path, nargs="+", help="such files: figures of models that are fitted on them"
    )
    ap.add_argument(
        "--stories", default=stories, help=f"FIRST:LAST, which stories to run (default {stories})"
    )
    ap.add_argument("--write", action="store_true", help="with --fit: write the weights")
    a = ap.parse_args()
    if a.fit:
        fit([json.loads(line) for path in a.fit for line in path.read_text("utf-8").splitlines()], a.write)
        return
    if ROOT in a.signs.resolve().parents:
        sys.exit("Name a file outside of the project with --signs: what is of the articles stays out of it.")
    first, last = map(int, a.stories.split(":"))
    # line by line, so that a run that is broken off leaves something to look at, under another name
    part = a.signs.with_name(a.signs.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        for row in collect(first, last):
            file.write(json.dumps(row) + "\n")
            file.flush()
    part.replace(a.signs)
