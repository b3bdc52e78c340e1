"""Two figures that both accounts give, each of its own thing: "160 questions on letters, 270 on business"."""

from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import SentenceView
from checker_rules.figures import Quantity, same_figure

_OPEN = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def both_told(a: Quantity, b: Quantity) -> bool:
    """Whether each account also gives the other's figure, in a sentence more like the one where the other has it."""
    here = _likeness(a.sentence, b.sentence)
    return _told(a, b, here) and _told(b, a, here)


def _told(figure: Quantity, other: Quantity, least: float) -> bool:
    """Whether the figure stands in the other's account, in a sentence more like its own than the other's is."""
    return any(
        q.sentence != other.sentence
        and same_figure(q.value, figure.value)
        and _likeness(figure.sentence, q.sentence) > least
        for q in other.document.numbers
    )


def _likeness(one: SentenceView, other: SentenceView) -> float:
    """The share of the open words of two sentences that both have, 0-1."""
    first, second = ({spelling(w.lemma) for w in sentence_words(s) if w.pos in _OPEN} for s in (one, other))
    return len(first & second) / max(1, len(first | second))
