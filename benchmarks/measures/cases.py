"""Pairs of our own in ``tests/cases``: those that must be flagged, and those that must not.

A file holds ``[[must_flag]]`` or ``[[must_not_flag]]`` tables with ``id``, ``rule`` (the code of the rule it is
meant for), ``topic`` (what makes it hard) and the accounts ``a``, ``b`` (and ``c``); ``[[ ]]`` marks the words that
disagree. All rules run together, with the real
matcher. A case that must be flagged is when one finding of a contradiction, a quotation or an attribution touches
marked words of two accounts; one that must not is when there is no such finding.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from measures.figures import ROOT, Figure, noise_of, share

FOLDER = ROOT / "tests" / "cases"
FLAGGED = ("contradiction", "quotation", "attribution")
GOALS = {"must_flag": 0.95, "must_not_flag": 0.97}
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Pair:
    """One case: account name -> text, and the marked words' places in it."""

    id: str
    kind: str
    rule: str
    topic: str
    texts: dict[str, str]
    marks: dict[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True)
class Answer:
    """What the checker said of a pair; ``found`` is one line a finding."""

    pair: Pair
    right: bool
    found: tuple[str, ...]


def pairs(folder: Path = FOLDER) -> list[Pair]:
    """All cases, in order of the files.

    Raises:
        ValueError: an id twice, marks missing or where none belong, an account missing.
    """
    out: list[Pair] = []
    for path in sorted(folder.glob("*.toml")):
        for kind, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
            out += [_pair(kind, row) for row in rows]
    twice = [name for name, n in Counter(p.id for p in out).items() if n > 1]
    if twice:
        raise ValueError(f"The case {twice[0]!r} is there twice.")
    return out


def _pair(kind: str, row: dict[str, Any]) -> Pair:
    texts, marks = {}, {}
    for name in ("a", "b", "c"):
        if name in row:
            texts[name], marks[name] = _read(row[name])
    if kind not in GOALS or len(texts) < 2 or (kind == "must_flag") != (sum(map(bool, marks.values())) >= 2):
        raise ValueError(
            f"The case {row.get('id')!r} of {kind!r} needs two accounts, and [[ ]] if it differs."
        )
    return Pair(row["id"], kind, row.get("rule", ""), row["topic"], texts, marks)


def _read(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, places, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        places.append((len(text), len(text) + len(found[1])))
        text += found[1]
        at = found.end()
    return text + marked[at:], tuple(places)


@cache
def _tools() -> tuple[Any, Any, Any]:
    from checker.config import Config
    from checker.pipeline.judge import selected_rules
    from checker.pipeline.models import make_embedder
    from checker.plugin_manager import load_plugins

    config = Config.of({"cache": "off"}, "argument")
    plugins = load_plugins(config)
    return selected_rules(config, plugins), make_embedder(config, plugins), plugins


def answer(pair: Pair) -> Answer:
    """Run every rule on the pair as one story."""
    from checker.findings.merge import merge, without_explained
    from checker.match import match_accounts
    from checker.pipeline.compare import embed_accounts
    from checker.pipeline.link import link_names
    from checker.pipeline.stages import account_of_text
    from checker.rules.engine import run_rules
    from checker.rules.services import Embed, Services
    from checker.rules.story_views import StoryView

    rules, embedder, plugins = _tools()
    accounts = link_names(
        [account_of_text(text, id=name, annotators=plugins.annotators) for name, text in pair.texts.items()]
    )
    vectors = embed_accounts(accounts, embedder)
    matches, gaps = match_accounts(accounts, vectors, embedder_name=embedder.name)
    found, failures = run_rules([StoryView(accounts, matches, gaps)], rules, Services(embed=Embed(embedder)))
    if failures:
        raise RuntimeError(f"{pair.id}: {failures[0].error}")
    like = [f for f in without_explained(merge(found)) if f.category in FLAGGED]
    right = any(_touches(f, pair) for f in like) if pair.kind == "must_flag" else not like
    return Answer(pair, right, tuple(f"{f.code} {f.verdict} {f.message}" for f in like))


def _touches(finding: Any, pair: Pair) -> bool:
    hit = {
        e.document
        for e in finding.evidence
        if any(e.span.start < end and start < e.span.end for start, end in pair.marks.get(e.document, ()))
    }
    return len(hit) >= 2


def figures(folder: Path = FOLDER) -> tuple[list[Figure], dict[str, Any]]:
    """The shares of right answers, and the cases answered wrongly."""
    answers = [answer(pair) for pair in pairs(folder)]
    out = []
    for kind, goal in GOALS.items():
        mine = [a for a in answers if a.pair.kind == kind]
        noise = noise_of(mine, lambda a: a.pair.id, _right)
        out.append(Figure(f"cases {kind.replace('_', ' ')}", _right(mine), len(mine), noise, goal))
    wrong = {a.pair.id: [a.pair.topic, *a.found] for a in answers if not a.right}
    return out, {"cases by rule, right of all": _by_rule(answers), "cases answered wrongly": wrong}


def _by_rule(answers: Sequence[Answer]) -> dict[str, str]:
    """``NUM must_flag`` -> ``30/37``: where the wrong answers lie."""
    counts: dict[str, list[bool]] = {}
    for a in answers:
        counts.setdefault(f"{a.pair.rule} {a.pair.kind}", []).append(a.right)
    return {name: f"{sum(right)}/{len(right)}" for name, right in sorted(counts.items())}


def _right(answers: Sequence[Answer]) -> float:
    return share([a.right for a in answers])
