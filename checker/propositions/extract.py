"""From sentences to statements: choose the readings, parse those that were edited, collect."""

import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from checker.models.language import Mention, NameValue, QuoteValue, Statement
from checker.models.text import Document, Span
from checker.parse import ParsedSentence, load_pipeline
from checker.propositions.clauses import Clause, clauses
from checker.propositions.grammar import inverted_subject, lemma, subject_of
from checker.propositions.lexicon import QUOTING
from checker.propositions.parentheses import without_parentheses
from checker.propositions.quotations import pieces, quotations
from checker.propositions.referents import doubtful
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
        spoken = [
            (m.span, m.value)
            for m in found
            if isinstance(m.value, QuoteValue) and m.value.direct and m.value.speaker
        ]
        yield from _statements(p, views, _names(found, p), spoken, document.text)


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
        # the kinds of names are known from the whole sentence
        texts = [c.rewrite(source)[0] for c in todo]
        docs = nlp.pipe(texts, batch_size=64, disable=["ner"])
        return dict(zip(todo, docs, strict=True))


def _view(p: ParsedSentence, piece: Piece, docs: dict[Piece, "Doc"], source: str) -> View:
    if not _needs_parse(p, piece):
        return view(piece, p.doc, range(p.sentence.span.start, p.sentence.span.end), source)
    edited = view(piece, docs[piece], piece.rewrite(source)[1], source)
    kinds = {t.idx + p.sentence.span.start: t.ent_type_ for t in p.doc if t.ent_type_}
    for token in edited.doc:
        token.ent_type_ = kinds.get(edited.starts[token.i], "")
    return edited


def _names(mentions: Sequence[Mention], p: ParsedSentence) -> Names:
    # of a doubtful "it" nothing is told by name
    unsure = {p.sentence.span.start + t.idx for t in p.doc if t.lower_ == "it" and doubtful(t)}
    return Names(
        [
            (m.span, m.value.entity, m.value.full, m.value.pronoun, m.value.adjective)
            for m in mentions
            if isinstance(m.value, NameValue) and not (m.value.pronoun and m.span.start in unsure)
        ]
    )


def _statements(
    p: ParsedSentence,
    views: Sequence[View],
    names: Names,
    quotes: Sequence[tuple[Span, QuoteValue]],
    source: str,
) -> list[Statement]:
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
            made = made.model_copy(update=update) if update else made
            found.append(made if made.speaker else _spoken(made, quotes))
    if not found:
        return _whole(p, source)
    return sorted(found, key=lambda s: (s.span.start, s.span.end))


def _spoken(made: Statement, quotes: Sequence[tuple[Span, QuoteValue]]) -> Statement:
    """A statement that lies within somebody's words is hers, whatever the parser made of the sentence."""
    holding = [(span, value) for span, value in quotes if span.contains(made.span)]
    if not holding:
        return made
    _, value = min(holding, key=lambda q: len(q[0]))
    return made.model_copy(update={"speaker": value.speaker, "cue": made.cue or value.cue})


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
    """Who speaks in the quotations, by the sentence's frame: subject and lemma of its reporting verb."""
    for v in views:
        if not v.piece.frame:
            continue
        for token in v.doc:
            if lemma(token) in QUOTING and token.pos_ == "VERB":
                doer = token.head if token.tag_ == "VBG" and token.dep_ == "advcl" else token
                subject = subject_of(token) or subject_of(doer) or inverted_subject(token)
                if subject:
                    return _speaker(subject, v, names), lemma(token)
        for sent in v.doc.sents:
            if subject := subject_of(sent.root):
                return _speaker(subject, v, names), ""
    return "", ""


def _speaker(subject: list["Token"], v: View, names: Names) -> str:
    """The entity of the subject, or its words; of "his response was" he is it whose response it was."""
    head = head_of(subject)
    owners = [t for t in subject if t.dep_ == "poss" and t.head.i == head.i and t.pos_ == "PROPN"]
    if owners and head.pos_ == "NOUN" and not names.entity(v, head):
        inside = {t.i for t in owners[0].subtree if t.dep_ != "case"}
        subject, head = [t for t in subject if t.i in inside], owners[0]
    return names.entity(v, head) or trimmed(join(subject, v)).lower()


def _whole(p: ParsedSentence, source: str) -> list[Statement]:
    """A sentence without any clause of its own gives its whole text as a fragment."""
    words = p.sentence.span.of(source)
    text = words.strip()
    if not any(ch.isalnum() for ch in text):
        return []
    start = p.sentence.span.start + len(words) - len(words.lstrip())
    span = Span(start=start, end=start + len(text))
    return [Statement(index=0, sentence=p.sentence.index, span=span, text=trimmed(text), form="fragment")]
