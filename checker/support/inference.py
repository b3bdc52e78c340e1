"""What the inference model says of statements and the passages nearest to them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.models.pairing import Judgement
from checker.rules.services import Nli
from checker.rules.statement_views import StatementView

# so that one sure answer does not outweigh everything: log odds stay within 4.6
_FLOOR = 0.01


@dataclass(frozen=True)
class Question:
    """What a statement is held against: passages of the sources, and its sentence with one wording set back."""

    passages: Sequence[str]
    set_back: Sequence[str] = ()


def inferred(nli: Nli, questions: Mapping[StatementView, Question]) -> dict[StatementView, dict[str, float]]:
    """The signs of the inference model for each statement, all pairs judged in one batch.

    A statement that has no passages, because nobody else tells anything, is neither entailed nor contradicted.
    """
    pairs: set[tuple[str, str]] = set()
    for statement, question in questions.items():
        pairs |= {(back, statement.sentence.text) for back in question.set_back}
        for passage in question.passages:
            pairs |= {(passage, statement.sentence.text), (passage, statement.text)}
    asked = sorted(pairs)
    known = dict(zip(asked, nli.judge_many(asked), strict=True))
    return {s: _signs(s, q, known) for s, q in questions.items()}


def _signs(
    statement: StatementView, question: Question, known: Mapping[tuple[str, str], Judgement]
) -> dict[str, float]:
    told = statement.sentence.text
    changed = max((known[back, told].contradiction for back in question.set_back), default=0.0)
    if not question.passages:
        none = dict.fromkeys(("entailed", "entailed_alone", "contradicted"), 0.0)
        return none | {"changed": changed}
    sentence = [known[passage, told] for passage in question.passages]
    alone = [known[passage, statement.text] for passage in question.passages]
    return {
        "entailed": _mean([_odds(j) for j in sentence]),
        "entailed_alone": _mean([_odds(j) for j in alone]),
        "contradicted": max(j.contradiction for j in sentence),
        "changed": changed,
    }


def _odds(judgement: Judgement) -> float:
    return math.log((judgement.entailment + _FLOOR) / (judgement.contradiction + _FLOOR))


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
