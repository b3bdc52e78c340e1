"""Stories to learn from: untouched stories of the planted bench and groups of the archive, none of them reserved."""

import json
import lzma
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# accounts of a story from the archive, one an outlet, and how much of each is read (characters)
LEAST, MOST = 3, 4
LENGTH = 9000
SEED = 77


@dataclass(frozen=True)
class News:
    """A story: its id and the text of each account by name."""

    id: str
    accounts: dict[str, str]


def reserved_ids(files: Iterable[Path]) -> set[str]:
    """The IDs of articles that are kept for readings: every string in the lists of these JSON files.

    Raises:
        SystemExit: a file names no article.
    """
    found: set[str] = set()
    for path in files:
        ids = set(_strings(json.loads(path.read_text(encoding="utf-8"))))
        if not ids:
            raise SystemExit(f"{path} names no article; give a JSON file of lists of article IDs.")
        found |= ids
    return found


def controls(bench: Path, every: int) -> Iterator[News]:
    """Every so-many-th story of the planted bench in which nothing was changed."""
    lines = (bench / "planted" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if case["kind"] == "control"]
    for case in cases[::every]:
        yield News(case["id"], dict(sorted(case["docs"].items())))


def groups(bench: Path, count: int, reserved: set[str]) -> Iterator[News]:
    """A fixed draw of the archive's groups with three outlets or more; a group with a reserved article is left out."""
    drawn = draw(bench, count, reserved)
    wanted = {article["ID"] for group in drawn for article in group["articles"]}
    texts: dict[str, str] = {}
    if wanted:
        with lzma.open(bench / "archive" / "articles.jsonl.xz", "rt", encoding="utf-8") as lines:
            for article in map(json.loads, lines):
                if article["ID"] in wanted:
                    texts[article["ID"]] = f"{article['title']}\n\n{article['content_original'][:LENGTH]}"
    for number, group in enumerate(drawn):
        accounts: dict[str, str] = {}
        for article in group["articles"]:
            name = re.sub(r"\W+", "-", article["source"].lower())
            if name not in accounts and len(accounts) < MOST:
                accounts[name] = texts[article["ID"]]
        yield News(f"archive-{number:03}", accounts)


def draw(bench: Path, count: int, reserved: set[str]) -> list[dict[str, Any]]:
    """The groups that ``groups`` reads: always the same ones for the same reserved articles."""
    lines = (bench / "archive" / "story_groups.jsonl").read_text(encoding="utf-8").splitlines()
    fit = [
        group
        for group in map(json.loads, lines)
        if len({article["source"] for article in group["articles"]}) >= LEAST
        and reserved.isdisjoint(article["ID"] for article in group["articles"])
    ]
    return random.Random(SEED).sample(fit, min(count, len(fit)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
