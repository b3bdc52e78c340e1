"""The claims x sources picture: a row a claim, a column an account, what it stands on a click away."""

from collections.abc import Sequence
from typing import Any

from checker.models.findings import Evidence
from checker.models.report import Claim
from checker.models.text import Span
from checker.render.quote import cut
from checker.render.safe import one_line
from checker.render.view import STANDINGS, FindingView, StoryView

# a longer group starts closed, so that the picture can be taken in at a glance
_OPEN_ROWS = 25
_GROUPS = (
    ("disputed", "In dispute", "At least one account says something else."),
    ("partial", "In some accounts", "Two or more accounts have it, others do not."),
    ("single", "In one account only", "No other account clearly has it."),
    ("shared", "In every account", "Nobody lacks it, nobody differs."),
)


def claim_groups(number: int, story: StoryView, findings: Sequence[FindingView]) -> list[dict[str, Any]]:
    """The story's claims: those in dispute, in some accounts, in one, in all; empty groups left out."""
    assert story.story is not None
    rows: dict[str, list[dict[str, Any]]] = {key: [] for key, _, _ in _GROUPS}
    for n, claim in enumerate(story.story.claims, 1):
        states = [_state(claim, a.id) for a in story.accounts]
        rows[_group(states)].append(_row(f"c{number}-{n}", claim, states, story, findings))
    return [
        {
            "key": key,
            "label": label,
            "hint": hint,
            "rows": rows[key],
            "open": 0 < len(rows[key]) <= _OPEN_ROWS and key != "shared",
        }
        for key, label, hint in _GROUPS
        if rows[key]
    ]


def _state(claim: Claim, document: str) -> str:
    made = any(e.document == document for e in claim.statements)
    return claim.standing.get(document) or ("states" if made else "unclear")


def _group(states: Sequence[str]) -> str:
    if "differs" in states:
        return "disputed"
    made = states.count("states")
    if made == len(states):
        return "shared"
    return "partial" if made > 1 else "single"


def _row(
    id: str, claim: Claim, states: Sequence[str], story: StoryView, findings: Sequence[FindingView]
) -> dict[str, Any]:
    by_id = {a.id: a for a in story.accounts}
    return {
        "id": id,
        "text": one_line(claim.text),
        "cells": [
            {
                "account": a,
                "state": state,
                "symbol": STANDINGS[state][0],
                "word": STANDINGS[state][1],
                "teaser": not a.document.complete,
            }
            for a, state in zip(story.accounts, states, strict=True)
        ],
        "independent": claim.independent,
        "support": int(claim.support * 100 + 0.5),
        "findings": [f for f in findings if _meets(f, claim.statements)],
        "quotes": [
            {
                "account": by_id[e.document],
                "pieces": cut(
                    e.exact,
                    [
                        Span(start=max(0, m.start - e.span.start), end=max(0, m.end - e.span.start))
                        for m in e.marks
                    ],
                ),
                "place": claim_place(id, k),
                "state": _state(claim, e.document),
            }
            for k, e in enumerate(claim.statements)
            if e.document in by_id
        ],
    }


def claim_place(row: str, index: int) -> str:
    """The address in the full text of one statement of a claim."""
    return f"{row}-{index}"


def _meets(view: FindingView, statements: Sequence[Evidence]) -> bool:
    """Whether the finding quotes words of the claim."""
    return any(
        s.document == e.document and s.span.overlaps(e.span)
        for e in view.finding.evidence
        for s in statements
    )
