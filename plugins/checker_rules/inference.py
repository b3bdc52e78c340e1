"""NLI: the inference model's opinion that two statements contradict each other."""

from collections.abc import Iterator

from pydantic import BaseModel, Field

from checker import Flag, flag, rule
from checker.rules.alignment import spelling
from checker.rules.services import Nli
from checker.rules.vocabulary import MatchView, StoryView


class Options(BaseModel):
    """What a desk can set."""

    threshold: float = Field(
        default=0.85, ge=0, le=1, description="contradiction probability, in both directions"
    )
    match_score: float = Field(
        default=0.55, ge=0, le=1, description="how surely both are about the same thing"
    )


@rule(
    "NLI",
    severity="warning",
    verdict="review",
    messages={
        "contradicts": "The inference model reads {left_outlet} and {right_outlet} as contradicting each other."
    },
    options=Options,
)
def nli_contradiction(story: StoryView, nli: Nli, options: Options) -> Iterator[Flag]:
    """The inference model finds that two statements about the same thing contradict each other.

    Flags two matched statements that share participants and predicate and that the model calls a contradiction in
    both directions. It is a second opinion, never sure enough to stop a publication.

    Why: it sees what no typed comparison covers.

    Example: "The bridge was closed for repairs" against "Traffic flowed over the bridge as usual".

    Not flagged: statements about different facts, however alike.
    """
    matches = [m for m in story.matches if m.mutual and m.score >= options.match_score and _same_thing(m)]
    forward = nli.judge_many([(m.left, m.right) for m in matches])
    backward = nli.judge_many([(m.right, m.left) for m in matches])
    for match, one, other in zip(matches, forward, backward, strict=True):
        probability = min(one.contradiction, other.contradiction)
        if probability >= options.threshold:
            yield flag(
                "contradicts",
                at=match.left,
                against=[match.right],
                confidence=round(0.5 * probability * match.score, 4),
                data={"contradiction": round(probability, 3)},
                left_outlet=match.left.document.name,
                right_outlet=match.right.document.name,
            )


def _same_thing(match: MatchView) -> bool:
    """Shared participants and predicate: two facts about one person are not one fact."""
    a, b = match.left, match.right
    people = a.entities & b.entities
    heads = [{spelling(x.head) for x in s.arguments if x.head} for s in (a, b)]
    return spelling(a.predicate) == spelling(b.predicate) and bool(people or heads[0] & heads[1])
