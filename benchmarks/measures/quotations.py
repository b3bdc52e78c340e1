"""Quotations and their speakers, against labels of our own on articles of the archive.

``benchmarks/quotations/labels.json`` holds, an article: its ``id`` in the archive, the ``sha256`` of its
``content_original``, and its ``quotations``: ``start`` and ``end`` (code points of that text) of the words between
the marks, and ``speaker``: the place of a name of who said them, or null where the text names nobody (then
``described`` holds the places of what it calls them: "two officials"). Words in quotation marks that nobody is said
to have said (titles, nicknames, words set apart) are not labelled; those in ``unclear`` count neither way.
``README.md`` beside it says how the labels were made.

A quotation is found when the checker holds that somebody said it: words in marks to which it gives no speaker and no
words for one are, to it, a title or words set apart.
"""

import hashlib
import json
import lzma
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measures.figures import ROOT, Figure, noise_of

LABELS = ROOT / "benchmarks" / "quotations" / "labels.json"
OVERLAP = 0.8  # of the longer of two spans (their words may differ by a comma before the mark)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Outcome:
    """One article: quotations labelled, found, rightly found, and rightly found with the right speaker."""

    article: str
    labelled: int
    named: int
    found: int
    right: int
    right_with_speaker: int
    right_with_name: int
    claimed_speakers: int


@dataclass(frozen=True)
class Found:
    """A quotation of the checker: its place, its speaker's key and words, whether the speaker is resolved."""

    start: int
    end: int
    speaker: str
    claimed: bool


def labels() -> list[dict[str, Any]]:
    """The labelled articles; empty when there are none."""
    return json.loads(LABELS.read_text(encoding="utf-8"))["articles"] if LABELS.is_file() else []


def texts(bench: Path, wanted: set[str]) -> dict[str, str]:
    """The articles' texts, by id."""
    out = {}
    with lzma.open(bench / "archive" / "articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["ID"] in wanted:
                out[article["ID"]] = article["content_original"]
    return out


def outcome(label: dict[str, Any], text: str) -> Outcome:
    """Compare what the checker finds in the text with its labels.

    Raises:
        ValueError: the text is not the one that was labelled.
    """
    from checker.pipeline.stages import account_of_text

    if hashlib.sha256(text.encode()).hexdigest() != label["sha256"]:
        raise ValueError(f"{label['id']} is not the text that was labelled.")
    found = [
        f
        for f in joined(account_of_text(text, id=label["id"]).mentions, text)
        if not any(_same(f.start, f.end, *place) for place in label["unclear"])
    ]
    gold = list(label["quotations"])
    right = with_speaker = with_name = 0
    taken: set[int] = set()
    for one in found:
        hit = next(
            (
                i
                for i, g in enumerate(gold)
                if i not in taken and _same(one.start, one.end, g["start"], g["end"])
            ),
            None,
        )
        if hit is None:
            continue
        taken.add(hit)
        right += 1
        if names_speaker(gold[hit], one.speaker, text):
            with_speaker += 1
            with_name += gold[hit]["speaker"] is not None
    return Outcome(
        label["id"],
        len(gold),
        sum(g["speaker"] is not None for g in gold),
        len(found),
        right,
        with_speaker,
        with_name,
        sum(one.claimed for one in found),
    )


def joined(mentions: Any, text: str) -> list[Found]:
    """The quotations that are said by somebody, each whole: the checker gives a mention a sentence."""
    rows: list[Found] = []
    for m in mentions:
        if m.value.type != "quote" or not m.value.direct:
            continue
        value = m.value
        new = Found(
            m.span.start, m.span.end, f"{value.speaker} {value.speaker_text}".strip(), bool(value.speaker)
        )
        if rows and m.span.start >= rows[-1].end and not text[rows[-1].end : m.span.start].strip():
            last = rows.pop()
            new = Found(last.start, new.end, last.speaker or new.speaker, last.claimed or new.claimed)
        rows.append(new)
    return [r for r in rows if r.speaker]


def _same(a: int, b: int, c: int, d: int) -> bool:
    shared = max(0, min(b, d) - max(a, c))
    return shared >= OVERLAP * max(b - a, d - c)


def names_speaker(label: dict[str, Any], speaker: str, text: str) -> bool:
    """Whether ``speaker`` has the last word of the labelled name, or of a description where there is no name."""
    said = set(_WORD.findall(speaker.casefold()))
    places = [label["speaker"]] if label["speaker"] else label.get("described", [])
    words = [_WORD.findall(text[start:end].casefold()) for start, end in places]
    return any(w[-1] in said for w in words if w)


def figures(bench: Path) -> list[Figure]:
    """Precision and recall of the quotations, and of quotations with their speakers."""
    known = labels()
    by_id = texts(bench, {a["id"] for a in known})
    rows = [outcome(a, by_id[a["id"]]) for a in known]
    if not rows:
        return []
    out = []
    for name, over, under in (
        ("quotations precision", "right", "found"),
        ("quotations recall", "right", "labelled"),
        ("quotations with speaker precision", "right_with_speaker", "claimed_speakers"),
        ("quotations with speaker recall", "right_with_name", "named"),
    ):

        def ratio(some: list[Outcome], over: str = over, under: str = under) -> float:
            total = sum(getattr(r, under) for r in some)
            return sum(getattr(r, over) for r in some) / total if total else 0.0

        n = sum(getattr(r, under) for r in rows)
        out.append(Figure(name, ratio(rows), n, noise_of(rows, lambda r: r.article, ratio)))
    return out
