"""From sentences to statements: choose the readings, parse those that were edited, collect."""

import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from checker.models.language import Mention, NameValue, QuoteValue, Statement
from checker.models.text import Document, Span
from checker.parse import ParsedSentence, load_pipeline
from checker.propositions.clauses import Clause, clauses
from checker.propositions.grammar import lemma, subject_of
from checker.propositions.lexicon import QUOTING
from checker.propositions.parentheses import without_parentheses
from checker.propositions.quotations import pieces, quotations
from checker.propositions.repairs import casing, repaired
from checker.propositions.statements import Names, head_of, statement
from checker.propositions.views import Piece, View, view
from checker.propositions.wording import join, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def extract(
    document: Document, parsed: Sequence[ParsedSentence], mentions: Sequence[Mention], pipeline: str
) -> Iterator[Statement]:
    """The statements of every sentence, in order; indexes are not yet given."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    case = casing(p.sentence for p in parsed)
    read: list[tuple[ParsedSentence, list[Piece]]] = []
    for p in parsed:
        quotes = [m for m in by_sentence.get(p.sentence.index, ()) if isinstance(m.value, QuoteValue)]
        cut = pieces(p.sentence, document.text, quotes)
        read.append((p, [repaired(c, p.sentence, document, case, p.doc) for c in cut]))
    docs = _parse_edited(read, document.text, pipeline)
    for p, cut in read:
        found = by_sentence.get(p.sentence.index, ())
        views = [w for c in cut for w in without_parentheses(_view(p, c, docs, document.text), pipeline)]
        yield from _statements(p, views, _names(found), document.text)


def _needs_parse(p: ParsedSentence, piece: Piece) -> bool:
    return bool(piece.edits) or Span(start=piece.start, end=piece.end) != p.sentence.span


def _parse_edited(
    read: Sequence[tuple[ParsedSentence, list[Piece]]], source: str, pipeline: str
) -> dict[Piece, "Doc"]:
    """Parses of the pieces whose words are not those of the whole sentence, all in one batch."""
    todo = list(dict.fromkeys(c for p, cut in read for c in cut if _needs_parse(p, c)))
    if not todo:
        return {}
    nlp: Any = load_pipeline(pipeline)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return dict(zip(todo, nlp.pipe((c.rewrite(source)[0] for c in todo), batch_size=64), strict=True))


def _view(p: ParsedSentence, piece: Piece, docs: dict[Piece, "Doc"], source: str) -> View:
    if not _needs_parse(p, piece):
        return view(piece, p.doc, range(p.sentence.span.start, p.sentence.span.end), source)
    return view(piece, docs[piece], piece.rewrite(source)[1], source)


def _names(mentions: Sequence[Mention]) -> Names:
    return Names(
        [
            (m.span, m.value.entity, m.value.full, m.value.pronoun, m.value.adjective)
            for m in mentions
            if isinstance(m.value, NameValue)
        ]
    )


def _statements(p: ParsedSentence, views: Sequence[View], names: Names, source: str) -> list[Statement]:
    speaker, cue = _frame_speaker(views, names)
    inner = [q.inner for q in quotations(p.sentence, source)]
    found: list[Statement] = []
    for v in views:
        for clause in clauses(v.doc, v.piece.frame):
            if v.only is not None and not (clause.restored and v.only.contains(v.span(clause.tokens))):
                continue
            made = _made(clause, v, names, p.sentence.index)
            if made is None:
                continue
            update: dict[str, Any] = {}
            if v.piece.quoted and not made.speaker:
                update = {"speaker": speaker, "cue": made.cue or cue}
            elif any(q.contains(made.span) for q in inner):
                update = {"quoted": True}
            found.append(made.model_copy(update=update) if update else made)
    if not found:
        return _whole(p, source)
    return sorted(found, key=lambda s: (s.span.start, s.span.end))


def _made(clause: Clause, v: View, names: Names, sentence: int) -> Statement | None:
    tokens = list(clause.tokens)
    while tokens and (tokens[0].is_punct or tokens[0].is_space or tokens[0].dep_ in ("cc", "punct")):
        tokens.pop(0)
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space or tokens[-1].dep_ == "cc"):
        tokens.pop()
    if not any(ch.isalnum() for t in tokens for ch in t.text):
        return None
    made = statement(clause, v, names, sentence, v.span(tokens), lambda t: names.full(v, t))
    return made if made.text else None


def _frame_speaker(views: Sequence[View], names: Names) -> tuple[str, str]:
    """Who speaks in the quotations, read from the sentence's frame: subject and lemma of its reporting verb."""
    for v in views:
        if not v.piece.frame:
            continue
        for token in v.doc:
            if lemma(token) in QUOTING and token.pos_ == "VERB":
                subject = subject_of(token) or _inverted(token)
                if subject:
                    name = names.entity(v, head_of(subject)) or trimmed(join(subject, v)).lower()
                    return name, lemma(token)
    return "", ""


def _inverted(verb: "Token") -> list["Token"]:
    """ "said the minister": parsed as an object when the quotation before it is gone."""
    from checker.propositions.grammar import noun_phrase

    return next((noun_phrase(c) for c in verb.children if c.dep_ in ("dobj", "attr") and c.i > verb.i), [])


def _whole(p: ParsedSentence, source: str) -> list[Statement]:
    """A sentence without any clause of its own gives its whole text as a fragment."""
    words = p.sentence.span.of(source)
    text = words.strip()
    if not any(ch.isalnum() for ch in text):
        return []
    start = p.sentence.span.start + len(words) - len(words.lstrip())
    span = Span(start=start, end=start + len(text))
    return [Statement(index=0, sentence=p.sentence.index, span=span, text=trimmed(text), form="fragment")]
