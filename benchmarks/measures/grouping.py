"""Stories: 150 articles of 50 events mixed together, alone and among 500 others of the same weeks."""

import json
import lzma
import re
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from measures.figures import Figure

OTHERS = 500
NEAR_DAYS = 21
SHARED_TITLE_WORDS = 2


def b_cubed(groups: list[list[str]], gold: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over the documents that have an event.

    Others (not in ``gold``) count against the precision of a group they are in. Bagga and Baldwin 1998.
    """
    members = defaultdict(set)
    for name, event in gold.items():
        members[event].add(name)
    precision, recall = [], []
    for group in groups:
        for name in set(group) & set(gold):
            right = len(set(group) & members[gold[name]])
            precision.append(right / len(group))
            recall.append(right / len(members[gold[name]]))
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return p, r, 2 * p * r / (p + r)


def basil(bench: Path) -> dict[str, dict[str, Any]]:
    """Name -> text, date and event of the 150 articles."""
    out = {}
    for path in sorted((bench / "basil" / "articles").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join([article["title"], *article["paragraphs"]])
        out[path.stem] = {
            "text": text,
            "title": article["title"],
            "date": article["date"],
            "event": article["event"],
        }
    return out


def others(bench: Path, known: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """500 articles of the archive from the same weeks, in a fixed order, none that tells one of the events.

    An article of nearly the same day whose title shares two long words with an event's title may tell that event,
    and no label says: such are left out.
    """
    days = [_day(a["date"]) for a in known.values()]
    titles = [(_day(a["date"]), _title_words(a["title"])) for a in known.values()]
    found = []
    with lzma.open(bench / "archive" / "articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            a = json.loads(line)
            day = _day(a["date"])
            if day is None or len(a["content_original"]) < 800:
                continue
            if not any(d and abs((d - day).days) <= NEAR_DAYS for d in days):
                continue
            words = _title_words(a["title"])
            if any(
                d and abs((d - day).days) <= NEAR_DAYS and len(words & w) >= SHARED_TITLE_WORDS
                for d, w in titles
            ):
                continue
            found.append(a)
    found.sort(key=lambda a: a["ID"])
    step = max(1, len(found) // OTHERS)
    return {
        f"other-{a['ID']}": {
            "text": a["title"] + "\n\n" + a["content_original"],
            "title": a["title"],
            "date": a["date"],
            "event": "",
        }
        for a in found[::step][:OTHERS]
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _title_words(title: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-z]+", title.lower()) if len(w) > 4)


def analysed(articles: dict[str, dict[str, Any]]) -> tuple[list[Any], dict[str, Any], dict[str, str]]:
    """Accounts with the date given (none where it is empty), vectors of their statements and names, by document id."""
    from checker.embed import load_embedder
    from checker.pipeline.account_cache import AccountCache
    from checker.pipeline.analyse import analyse
    from checker.pipeline.collect import collect
    from checker.rowcache import cache_folder

    with tempfile.TemporaryDirectory() as scratch:
        for name, a in articles.items():
            (Path(scratch) / f"{name}.txt").write_text(a["text"], encoding="utf-8")
        documents = collect([scratch], None).documents
    where = cache_folder()
    cache = AccountCache(where) if where else None
    embedder = load_embedder()
    accounts, vectors, names = [], {}, {}
    for document in documents:
        name = Path(document.uri).stem
        account = analyse(document.model_copy(update={"published": ""}), cache=cache)
        dated = document.model_copy(update={"published": articles[name]["date"]})
        accounts.append(account.model_copy(update={"document": dated}))
        vectors[document.id] = embedder.encode([s.text for s in account.statements])
        names[document.id] = name
    return accounts, vectors, names


def grouped(articles: dict[str, dict[str, Any]]) -> tuple[list[list[str]], dict[str, str]]:
    """The groups the checker makes of them, by name, and the events of those that have one."""
    from checker.stories import group_stories

    accounts, vectors, names = analysed(articles)
    groups = [[names[i] for i in group] for group in group_stories(accounts, vectors)]
    return groups, {name: a["event"] for name, a in articles.items() if a["event"]}


def figures(bench: Path, *, fast: bool = False) -> list[Figure]:
    """B-cubed of the 150 alone, and among the 500 others; only of a third of the events when ``fast``."""
    known = basil(bench)
    if fast:
        some = sorted({a["event"] for a in known.values()})[::3]
        return _three("stories", {n: a for n, a in known.items() if a["event"] in some}, 0.95)
    out = _three("stories", known, 0.95)
    return out + _three(f"stories among {OTHERS} others", {**known, **others(bench, known)}, 0.90)


def _three(name: str, articles: dict[str, dict[str, Any]], goal: float) -> list[Figure]:
    groups, gold = grouped(articles)
    p, r, f = b_cubed(groups, gold)
    return [
        Figure(f"{name} B-cubed precision", p, len(gold)),
        Figure(f"{name} B-cubed recall", r, len(gold)),
        Figure(f"{name} B-cubed F1", f, len(gold), goal=goal),
    ]
