"""Whether an account says a statement in other words, by the inference model's second opinion."""

from collections.abc import Sequence

from checker.rules.services import Nli
from checker.rules.vocabulary import GapView, StatementView

MOST_SENTENCES = 3


def borne_out(asked: Sequence[tuple[StatementView, GapView]], nli: Nli | None) -> list[float]:
    """For each statement and gap: the probability, 0-1, that the other account entails it; 0 without a model.

    The premise is what comes closest to the statement in that account: the sentence nearest to it, those that were
    matched with it, at most three, each alone and all of them together.
    """
    if nli is None:
        return [0.0] * len(asked)
    pairs = [[(premise, statement) for premise in _premises(statement, gap)] for statement, gap in asked]
    judgements = iter(nli.judge_many([pair for of_one in pairs for pair in of_one]))
    return [max((next(judgements).entailment for _ in of_one), default=0.0) for of_one in pairs]


def _premises(statement: StatementView, gap: GapView) -> list[str]:
    near = [] if gap.nearest is None else [gap.nearest.sentence]
    near += [m.right.sentence for m in gap.story.matches_of(statement) if m.right.document == gap.other]
    sentences = list(dict.fromkeys(near))[:MOST_SENTENCES]
    texts = [s.text for s in sentences]
    if len(texts) > 1:
        texts.append(" ".join(s.text for s in sorted(sentences, key=lambda s: s.index)))
    return texts
