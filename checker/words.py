"""The parse of a document as plain words, so that rules can look at grammar without spaCy at hand."""

from collections.abc import Sequence

from checker.models.language import Word
from checker.models.text import Span
from checker.parse import ParsedSentence


def words_of(parsed: Sequence[ParsedSentence]) -> tuple[Word, ...]:
    """Every token of every sentence in order, with document spans; ``head`` counts from the first word of all."""
    words: list[Word] = []
    for sentence in parsed:
        base, offset = len(words), sentence.sentence.span.start
        kept = [t for t in sentence.doc if not t.is_space]
        place = {t.i: base + n for n, t in enumerate(kept)}
        words += (
            Word.model_construct(
                span=Span.model_construct(start=offset + t.idx, end=offset + t.idx + len(t.text)),
                text=t.text,
                lemma=t.lemma_.lower(),
                pos=t.pos_,
                dep=t.dep_,
                head=place.get(t.head.i, place[t.i]),
                sentence=sentence.sentence.index,
            )
            for t in kept
        )
    return tuple(words)
