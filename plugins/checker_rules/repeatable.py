"""Deeds that many do, each in turn: to visit, to vote, to question somebody."""

from collections.abc import Sequence

from checker.models.language import Word
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair
from checker_rules.events import shared_roots
from checker_rules.slots import governors

_MANY = frozenset(
    "question interview criticise criticize praise visit fly travel vote abstain back support endorse meet call "
    "thank urge join drop quit concede testify appear attend accuse blame donate congratulate "
    "condemn welcome oppose".split()
)
# sentences that share more than these words tell of one occasion
_LITTLE = 5


def done_by_many(pair: SentencePair, left: Span, right: Span) -> bool:
    """Whether the verb above the two places is one that many do, and little else says that it is one occasion."""
    sides = (
        next(iter(governors(words, span)), "")
        for words, span in ((pair.left_words, left), (pair.right_words, right))
    )
    if all(_led_up_to(words, span) for words, span in ((pair.left_words, left), (pair.right_words, right))):
        return False
    if not all(spelling(verb) in _MANY for verb in sides):
        return False
    return shared_roots(pair) <= _LITTLE


def _led_up_to(words: Sequence[Word], span: Span) -> bool:
    """Whether a preposition stands right before a place: where one plane flew to is one place."""
    before = [w for w in words if w.span.end <= span.start and w.pos != "DET"]
    return bool(before) and before[-1].pos == "ADP"
