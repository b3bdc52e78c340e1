"""The claims x sources table: what the accounts of a story say, and who states, differs or lacks it."""

from collections.abc import Sequence
from typing import Literal

from checker.models.findings import Evidence, Finding
from checker.models.report import Claim
from checker.rules.places import evidence
from checker.rules.statement_views import StatementView
from checker.rules.story_views import ClaimView, StoryView

_DIFFER = ("contradiction", "quotation", "attribution")
_FEWEST_WORDS = 4


def claims_of(story: StoryView, findings: Sequence[Finding]) -> tuple[Claim, ...]:
    """The claims of a story, in the order of the texts; fragments of fewer than four words are left out.

    A claim is told in the words of the first account that makes it. An account ``differs`` on it when a
    finding of a contradiction, quotation or attribution sets its words against those.
    """
    disputes = [f for f in findings if f.category in _DIFFER and f.story == story.id]
    gaps = {(g.statement, g.other.id): g for g in story.gaps}
    found: list[Claim] = []
    for view in story.claims:
        if len(view.text.split()) < _FEWEST_WORDS:
            continue
        differing = _differing(view, disputes)
        standing: dict[str, Literal["states", "differs", "absent"]] = {}
        makers = {s.document.id for s in view.statements}
        for document in story.documents:
            if document.id in differing:
                standing[document.id] = "differs"
            elif document.id in makers:
                standing[document.id] = "states"
            elif document.complete and all((s, document.id) in gaps for s in view.statements):
                standing[document.id] = "absent"
        found.append(
            Claim(
                id=f"{story.id}-claim-{len(found) + 1}",
                text=_sentence(view.text),
                statements=tuple(evidence(s, "support") for s in view.statements),
                standing=standing,
                independent=view.independent,
                support=_support(story, view),
            )
        )
    return tuple(found)


def _sentence(text: str) -> str:
    """A claim stands alone, so it begins as a sentence does; names with a small first letter are left."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.islower() else text


def _differing(view: ClaimView, disputes: Sequence[Finding]) -> set[str]:
    """Documents that a finding sets against what the claim's first account says, by id."""
    names = {d.id: d.name for d in view.story.documents}
    made = {s.document.id: s for s in view.statements}
    first = view.statements[0].document.id
    against: set[str] = set()
    for finding in disputes:
        # who stands on which side, and with which figure or name
        sides: dict[str, tuple[bool, str]] = {}
        for e in finding.evidence:
            if e.role in ("primary", "counter") and (e.document not in made or _touches(e, made[e.document])):
                words = finding.data.get("sides", {}).get(names.get(e.document), "")
                sides[e.document] = (e.role == "primary", words)
        if first in sides:
            against |= {d for d, side in sides.items() if side != sides[first]}
        elif sum(d in made for d in sides) > 1:
            # a dispute of others on the claim: neither clearly says what the first account says
            against |= {d for d in sides if d in made}
    return against


def _touches(place: Evidence, statement: StatementView) -> bool:
    start, end = statement.span.start, statement.span.end
    return any(m.start < end and start < m.end for m in place.marks or (place.span,))


def _support(story: StoryView, view: ClaimView) -> float:
    """How strongly the accounts bear each other out on the claim: the best match of its weakest statement."""
    scores = []
    for statement in view.statements:
        matches = story.matches_of(statement)
        nearest = max((g.similarity for g in story.gaps_of(statement)), default=0.0)
        scores.append(matches[0].score if matches else 0.5 * max(0.0, nearest))
    return round(min(1.0, max(0.0, min(scores))), 4)
