"""The claims x sources table: what the accounts of a story say, and who states, differs or lacks it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.models.findings import Evidence, Finding
from checker.models.report import Claim
from checker.rules.places import evidence
from checker.rules.story_views import ClaimView, StoryView
from checker.rules.vocabulary import StatementView

_DIFFER = ("contradiction", "quotation", "attribution")
_FEWEST_WORDS = 4


def claims_of(
    story: StoryView, findings: Sequence[Finding], support: Mapping[StatementView, float]
) -> tuple[Claim, ...]:
    """The claims of a story, in the order of the texts; fragments of fewer than four words are left out.

    ``support`` says of every statement how strongly the other accounts bear it out: a claim is borne out as its
    weakest statement is, and one that a draft makes as the draft's own statement is.

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
                support=min(support[s] for s in _own(story, view)),
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
        sides: dict[str, _Side] = {}
        for e in finding.evidence:
            if e.role not in ("primary", "counter"):
                continue
            statement = made.get(e.document)
            if statement is None or _touches(e, statement) or _repeats(e, statement, finding):
                words = finding.data.get("sides", {}).get(names.get(e.document), "")
                sides[e.document] = _Side(e.role == "primary", words.casefold(), _marked(e))
        if first in sides:
            against |= {d for d, side in sides.items() if not side.with_(sides[first])}
        elif sum(d in made for d in sides) > 1:
            # a dispute of others on the claim: neither clearly says what the first account says
            against |= {d for d in sides if d in made}
    return against


@dataclass(frozen=True)
class _Side:
    """Where an account stands in a finding: against the others or not, with which words, which of them marked."""

    alone: bool
    words: str
    marked: str

    def with_(self, other: "_Side") -> bool:
        """Whether the two say the same: "Nine dock workers" and "nine workers" both mark nine."""
        same = self.words == other.words or (self.marked != "" and self.marked == other.marked)
        return self.alone == other.alone and same


def _marked(place: Evidence) -> str:
    start = place.span.start
    return " ".join(place.exact[m.start - start : m.end - start] for m in place.marks).casefold()


def _repeats(place: Evidence, statement: StatementView, finding: Finding) -> bool:
    """Whether the account says the disputed figure or name again in the statement, as headlines do."""
    marked = _marked(place).split()
    return (
        finding.category == "contradiction"
        and bool(marked)
        and set(marked) <= set(statement.text.casefold().split())
    )


def _touches(place: Evidence, statement: StatementView) -> bool:
    start, end = statement.span.start, statement.span.end
    return any(m.start < end and start < m.end for m in place.marks or (place.span,))


def _own(story: StoryView, view: ClaimView) -> Sequence[StatementView]:
    """The draft's statement of the claim where it has one, else every account's."""
    return [s for s in view.statements if s.document.id == story.draft] or view.statements
