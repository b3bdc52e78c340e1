"""What the inference model says of statements and the passages nearest to them."""

import math
from collections.abc import Mapping, Sequence

from checker.models.pairing import Judgement
from checker.rules.services import Nli
from checker.rules.statement_views import StatementView

# so that one sure answer does not outweigh everything: log odds stay within 4.6
_FLOOR = 0.01


def inferred(
    nli: Nli, passages: Mapping[StatementView, Sequence[str]]
) -> dict[StatementView, dict[str, float]]:
    """The signs of the inference model for each statement, all pairs judged in one batch.

    A statement that has no passages, because no sentence has a word of it, is neither entailed nor contradicted.
    """
    sentences = {(p, s.sentence.text) for s, several in passages.items() for p in several}
    alone = {(p, s.text) for s, several in passages.items() for p in several}
    pairs = sorted(sentences | alone)
    known = dict(zip(pairs, nli.judge_many(pairs), strict=True))
    return {
        statement: _signs(
            [known[p, statement.sentence.text] for p in several], [known[p, statement.text] for p in several]
        )
        for statement, several in passages.items()
    }


def _signs(sentence: Sequence[Judgement], alone: Sequence[Judgement]) -> dict[str, float]:
    if not sentence:
        return {"entailed": 0.0, "entailed_alone": 0.0, "entailment": 0.0, "contradicted": 0.0}
    return {
        "entailed": _mean([_odds(j) for j in sentence]),
        "entailed_alone": _mean([_odds(j) for j in alone]),
        "entailment": _mean([j.entailment for j in sentence]),
        "contradicted": max(j.contradiction for j in sentence),
    }


def _odds(judgement: Judgement) -> float:
    return math.log((judgement.entailment + _FLOOR) / (judgement.contradiction + _FLOOR))


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
