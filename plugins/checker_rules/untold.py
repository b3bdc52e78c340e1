"""Verbs of that-clauses that no statement is made of: "word came that he opposed the bill"."""

from collections.abc import Iterator, Sequence

from checker.models.language import Word
from checker.rules.vocabulary import StatementView
from checker_rules.slots import head_index

# news that comes, breaks or emerges is told as a fact
_COMES = frozenset({"come", "emerge", "break", "arrive", "surface", "spread", "transpire"})
_NEWS = frozenset({"word", "news", "it", "there"})
# a modal verb before it: it may or will be done
_NOT_DONE = frozenset("will would can could may might must shall should 'll 'd wo ca".split())
_MARKS = frozenset({"that"})


def untold(statement: StatementView, words: Sequence[Word], at: int) -> Iterator[int]:
    """Places of the verbs in a statement's that-clauses about which the statement itself says only that news came."""
    if words[at].lemma.lower() not in _COMES:
        return
    subjects = [w for i, w in enumerate(words) if w.dep == "nsubj" and head_index(words, i) == at]
    if not any(w.lemma.lower() in _NEWS for w in subjects):
        return
    told = [s.predicate_span for s in statement.sentence.statements]
    for i, word in enumerate(words):
        if word.dep != "ccomp" or word.pos != "VERB" or head_index(words, i) != at:
            continue
        below = [w for n, w in enumerate(words) if head_index(words, n) == i and n != i]
        undone = any(
            w.dep == "neg" or w.lemma.lower() in _NOT_DONE or w.text.lower() in _NOT_DONE for w in below
        )
        asked = any(w.dep == "mark" and w.lemma.lower() not in _MARKS for w in below)
        if (
            not undone
            and not asked
            and not any(span is not None and span.overlaps(word.span) for span in told)
        ):
            yield i
