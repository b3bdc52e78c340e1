"""Who stood how in a vote, a contest or a trial: read from statements, with what it was about."""

from collections.abc import Iterator

from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import DocumentView
from checker_rules.ballots import Ballots
from checker_rules.outcomes import Outcomes
from checker_rules.stance import Stance
from checker_rules.untold import untold

__all__ = ["Stance", "stances"]

# a stance of these statements is no fact: plans, questions, what would be
_OPEN_VERBS = frozenset({"claim", "allege", "expect", "predict", "hope", "boast", "insist", "urge", "demand"})


def stances(document: DocumentView) -> Iterator[Stance]:
    """Every stance and outcome that an account tells as done."""
    for statement in document.statements:
        if statement.predicate_span is None or statement.quoted or statement.modality or statement.hedged:
            continue
        if statement.cue in _OPEN_VERBS:
            continue
        words = words_in(document, statement.sentence.span)
        at = next((n for n, w in enumerate(words) if w.span.overlaps(statement.predicate_span)), None)
        if at is None or any(w.pos == "PUNCT" and w.text == "?" for w in words[at:]):
            continue
        for verb in (at, *untold(statement, words, at)):
            yield from Ballots(statement, words, verb).read()
        yield from Ballots(statement, words, at).among()
        yield from Outcomes(statement, words, at).read()
