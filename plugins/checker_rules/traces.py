"""What was looked for was found, or was not: "no sign of fire" against "evidence of a fire"."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import StatementView, StoryView
from checker_rules.circumstances import days_apart, denies, disputed
from checker_rules.slots import head_index

# what shows that something is there, and the verbs that say it was met
_TRACES = frozenset("evidence sign trace indication proof hint symptom".split())
_WRITTEN = frozenset(spelling(word) for word in _TRACES)
_MET = frozenset("be find see have detect discover show there".split())
_OPEN = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True)
class Traced:
    """Two statements of which one denies the trace that the other has, with how surely (0-1)."""

    left: StatementView
    right: StatementView
    sure: float
    places: tuple[Span, Span]


@dataclass(frozen=True)
class _Trace:
    """What a trace is of, the words that stand with it, and where the trace is named."""

    thing: str
    around: frozenset[str]
    place: Span


def traced(story: StoryView) -> Iterator[Traced]:
    """Statements of two accounts on the traces of one thing, found and not found."""
    told = [
        (statement, thing)
        for document in story.documents
        for statement in document.statements
        if statement.modality == "" and not statement.hedged and (thing := _traced(statement))
    ]
    scores = {(m.left, m.right): m.score for m in story.matches}
    scores |= {(b, a): score for (a, b), score in scores.items()}
    for n, (a, one) in enumerate(told):
        for b, other in told[n + 1 :]:
            if a.document.id == b.document.id or denies(a) == denies(b) or one.thing != other.thing:
                continue
            score = scores.get((a, b), 0.0)
            # whose trace it is, where both say so, has to be the same: fire in the hold, fire in the wing
            apart = one.around and other.around and not one.around & other.around
            if score < 0.4 or apart or days_apart(a, b) or disputed(a, b):
                continue
            yield Traced(a, b, 0.5 + 0.35 * score, (one.place, other.place))


def _traced(statement: StatementView) -> _Trace | None:
    """The trace that a statement tells of, None when it tells of none."""
    words = words_in(statement.document, statement.sentence.span)
    if statement.predicate_span is None or statement.predicate.split("_")[0] not in _MET:
        return None
    for i, word in enumerate(words):
        if spelling(word.lemma) not in _WRITTEN or not statement.span.contains(word.span):
            continue
        if word.dep not in ("dobj", "attr", "nsubjpass"):
            continue
        for j, of in enumerate(words):
            if of.dep != "prep" or of.lemma != "of" or head_index(words, j) != i:
                continue
            for k, thing in enumerate(words):
                if thing.dep == "pobj" and head_index(words, k) == j and thing.pos in _OPEN:
                    around = {
                        spelling(w.lemma) for n, w in enumerate(words) if head_index(words, n) == k != n
                    }
                    no = i > 0 and words[i - 1].lemma == "no"
                    place = Span(start=words[i - no].span.start, end=word.span.end)
                    return _Trace(spelling(thing.lemma), frozenset(around - {"a", "an", "the", "any"}), place)
    return None
