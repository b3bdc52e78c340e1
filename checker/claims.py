"""The claims x sources table: what the accounts of a story say, and who states, differs or lacks it."""

from collections.abc import Sequence
from typing import Literal

from checker.models.findings import Evidence, Finding
from checker.models.report import Claim
from checker.rules.places import evidence
from checker.rules.story_views import ClaimView, StoryView

_DIFFER = ("contradiction", "quotation", "attribution")
_FEWEST_WORDS = 4


def claims_of(story: StoryView, findings: Sequence[Finding]) -> tuple[Claim, ...]:
    """The claims of a story, in the order of the texts; fragments of fewer than four words are left out.

    An account ``differs`` on a claim when a finding of a contradiction, quotation or attribution has its primary
    place in the account's statement, or stands against one there.
    """
    differing = [
        e for f in findings if f.category in _DIFFER and f.story == story.id for e in f.evidence if e.role in ("primary", "counter")
    ]
    gaps = {(g.statement, g.other.id): g for g in story.gaps}
    found: list[Claim] = []
    for view in story.claims:
        if len(view.text.split()) < _FEWEST_WORDS:
            continue
        touched = {s.document.id for s in view.statements if any(_touches(e, s.document.id, s.span.start, s.span.end) for e in differing)}
        standing: dict[str, Literal["states", "differs", "absent"]] = {}
        makers = {s.document.id for s in view.statements}
        for document in story.documents:
            if document.id in makers:
                standing[document.id] = "differs" if document.id in touched and len(makers) > 1 else "states"
            elif document.complete and all((s, document.id) in gaps for s in view.statements):
                standing[document.id] = "absent"
        found.append(
            Claim(
                id=f"{story.id}-claim-{len(found) + 1}",
                text=view.text,
                statements=tuple(evidence(s, "support") for s in view.statements),
                standing=standing,
                independent=view.independent,
                support=_support(story, view),
            )
        )
    return tuple(found)


def _touches(place: Evidence, document: str, start: int, end: int) -> bool:
    marks = place.marks or (place.span,)
    return place.document == document and any(m.start < end and start < m.end for m in marks)


def _support(story: StoryView, view: ClaimView) -> float:
    """How strongly the accounts bear each other out on the claim: the best match of its weakest statement."""
    scores = []
    for statement in view.statements:
        matches = story.matches_of(statement)
        nearest = max((g.similarity for g in story.gaps_of(statement)), default=0.0)
        scores.append(matches[0].score if matches else 0.5 * max(0.0, nearest))
    return round(min(1.0, max(0.0, min(scores))), 4)
