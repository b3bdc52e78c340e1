"""Indirect speech: the clause a reporting verb governs, and what stands beside 'according to'."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.annotate.negation import is_negated, modality_of
from checker.annotate.reporting import reporting_verb
from checker.annotate.speakers import Cue, Speakers
from checker.models.language import Mention, QuoteValue
from checker.models.text import Document, Span
from checker.parse import ParsedSentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_SPEECH = frozenset(
    {"think", "believe", "feel", "know", "hope", "fear", "expect", "find", "discover", "learn", "begin"}
)


def reported_clauses(
    document: Document, parse: ParsedSentence, speakers: Speakers, position: int, quoted: Sequence[Span]
) -> Iterator[Mention]:
    """Mentions (``direct=False``) of one sentence; clauses that mostly stand within marks are left out."""
    base = parse.sentence.span.start
    used: list[Span] = []
    for token in parse.doc:
        cue, clause = _reported(token, speakers, position)
        if cue is None or clause is None:
            continue
        span = _trim(document.text, base + clause[0], base + clause[1])
        if len(span) < 3 or _mostly_quoted(span, quoted) or span in used:
            continue
        used.append(span)
        yield _mention(document, parse, cue, span)


def _reported(token: "Token", speakers: Speakers, position: int) -> tuple[Cue | None, tuple[int, int] | None]:
    if token.lower_ == "according":
        clause = _beside_according(token)
        return (speakers.according_at(token, position), clause) if clause else (None, None)
    verb = reporting_verb(token)
    if verb is None or verb.lemma in _NO_SPEECH:
        return None, None
    if is_negated(token) or modality_of(token) in {"possible", "conditional", "asked", "necessary"}:
        # "did not say whether", "may reveal": nothing was said
        return None, None
    complement = next((c for c in token.children if c.dep_ == "ccomp" and _is_clause(c)), None)
    if complement is None and verb.stance in {"deny", "confirm"}:
        complement = next((c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
    if complement is None:
        return None, None
    return speakers.cue_of(token, position), _bounds(complement, token)


def _is_clause(token: "Token") -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in token.children)


def _bounds(clause: "Token", governor: "Token") -> tuple[int, int]:
    """The clause's first and last code point in the sentence, without 'that' and the governor's words."""
    doc = clause.doc
    own = [t for t in clause.subtree if not t.is_space]
    left, right = own[0].i, own[-1].i
    if left < governor.i < right:
        # the parser put the cue into the clause: keep the side the clause's head is on
        left, right = (left, governor.left_edge.i - 1) if clause.i < governor.i else (governor.i + 1, right)
    while (
        left < right
        and (doc[left].is_punct or (doc[left].lower_ == "that" and doc[left].dep_ == "mark"))
        and doc[left].text not in {"“", '"', "‘"}
    ):
        left += 1
    source = next(
        (t.i for t in doc[left : right + 1] if t.lower_ == "according" and t.i > clause.i), right + 1
    )
    right = min(right, source - 1)
    while right > left and doc[right].is_punct and doc[right].text not in {"”", '"', "’", "%", "?"}:
        right -= 1
    return doc[left].idx, doc[right].idx + len(doc[right].text)


def _beside_according(token: "Token") -> tuple[int, int] | None:
    """The words of the sentence beside 'according to X'.

    Before it, or behind its comma when it comes first.
    """
    doc = token.doc
    if token.i == 0:
        comma = next((t.i for t in doc[2:] if t.text == "," and t.i > 2 and t.head.i != 1), None)
        if comma is None or comma + 1 >= len(doc):
            return None
        return doc[comma + 1].idx, len(doc.text.rstrip(' .”"'))
    governor = token.head
    left = governor.left_edge.i if governor.i < token.i else token.sent.start
    left += doc[left].dep_ == "mark" and doc[left].lower_ == "that"
    end = token.i - 1
    while end > left and doc[end].is_punct:
        end -= 1
    return (doc[left].idx, doc[end].idx + len(doc[end].text)) if end > left else None


def _mostly_quoted(span: Span, quoted: Sequence[Span]) -> bool:
    inside = sum(max(0, min(span.end, q.end) - max(span.start, q.start)) for q in quoted)
    return inside > 0.7 * len(span)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def _mention(document: Document, parse: ParsedSentence, cue: Cue, span: Span) -> Mention:
    text = span.of(document.text)
    value = QuoteValue(
        exact=text,
        direct=False,
        speaker=cue.speaker.entity,
        speaker_text=cue.speaker.text,
        speaker_span=cue.speaker.span,
        cue=cue.lemma,
        stance=cue.stance,
    )
    return Mention(kind="quote", span=span, text=text, value=value, sentence=parse.sentence.index)
