"""Whom a description of a speaker means: 'the Ohio Republican said', 'the memo states'."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from checker.annotate.reporting import reporting_verb, subject_of
from checker.annotate.speakers import Speakers
from checker.models.language import Mention, NameValue, QuoteValue
from checker.parse import ParsedSentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOCUMENTS = frozenset({"statement", "memo", "memorandum", "letter", "email", "report"})
_NEW = ("a ", "an ", "another ")
_ISSUING = frozenset({"issue", "release", "publish", "write", "send", "post"})
_PARTIES = frozenset({"republican", "democrat", "lawmaker", "legislator"})
_OFFICES = {
    "senator": frozenset({"senator"}),
    "governor": frozenset({"governor"}),
    "mayor": frozenset({"mayor"}),
    "congressman": frozenset({"representative", "congressman"}),
    "congresswoman": frozenset({"representative", "congresswoman"}),
}
_ELECTED = frozenset(
    {"senator", "governor", "mayor", "representative", "congressman", "congresswoman", "leader"}
)
_BACK = 2  # sentences in which the one described was mentioned


def resolve_descriptions(
    mentions: Sequence[Mention],
    parsed: Sequence[ParsedSentence],
    found: Sequence[Mention],
    speakers: Speakers,
) -> list[Mention]:
    """The quotations, those said by 'the Ohio Republican' or 'the memo' given to whom the account named for it.

    A description takes the only person of that office mentioned in the sentences right before it; a document takes
    whoever the account said wrote it, where that is one person or body.
    """
    persons = _Persons(found, speakers)
    documents: dict[str, list[tuple[int, str]]] | None = None
    resolved = []
    for mention in mentions:
        value = mention.value
        assert isinstance(value, QuoteValue)
        entity = ""
        # "a White House statement" is one that the account has not told of before
        if value.speaker in _DOCUMENTS and not value.speaker_text.lower().startswith(_NEW):
            documents = _authors(parsed, speakers) if documents is None else documents
            authors = {e for at, e in documents.get(value.speaker, ()) if at <= mention.sentence}
            entity = authors.pop() if len(authors) == 1 else ""
        elif value.speaker in _PARTIES or value.speaker in _OFFICES:
            entity = persons.described(value, mention.sentence)
        if entity:
            mention = mention.model_copy(update={"value": value.model_copy(update={"speaker": entity})})
        resolved.append(mention)
    return resolved


class _Persons:
    """The persons of an account that hold an office, and where they are mentioned outside quotation marks."""

    def __init__(self, found: Iterable[Mention], speakers: Speakers) -> None:
        self.offices: dict[str, set[str]] = {}
        self.places: list[tuple[int, int, str]] = []
        for mention in found:
            value = mention.value
            if not isinstance(value, NameValue) or value.kind != "person":
                continue
            words = {title.split()[-1].lower() for title in value.titles if title}
            self.offices.setdefault(value.entity, set()).update(words)
            if not speakers.quoted(mention.span.start):
                self.places.append((mention.sentence, mention.span.start, value.entity))

    def described(self, quote: QuoteValue, sentence: int) -> str:
        """The entity that 'the two-term senator' means; empty when none or several fit."""
        if quote.speaker_span is None or not quote.speaker_text.lower().startswith("the "):
            return ""
        wanted = _OFFICES.get(quote.speaker, _ELECTED)
        near = {
            entity
            for at, start, entity in self.places
            if sentence - _BACK <= at <= sentence and start < quote.speaker_span.start
        }
        fitting = [entity for entity in near if self.offices[entity] & wanted]
        return fitting[0] if len(fitting) == 1 else ""


def _authors(parsed: Sequence[ParsedSentence], speakers: Speakers) -> dict[str, list[tuple[int, str]]]:
    """By kind of document: the sentence that tells whose it is, and the entity."""
    authors: dict[str, list[tuple[int, str]]] = {}
    for position, parse in enumerate(parsed):
        for token in parse.doc:
            noun = token.lemma_.lower()
            if noun not in _DOCUMENTS or speakers.quoted(parse.sentence.span.start + token.idx):
                continue
            entity = _author(token, position, speakers)
            if entity in speakers.entities:
                authors.setdefault(noun, []).append((parse.sentence.index, entity))
    return authors


def _author(noun: "Token", position: int, speakers: Speakers) -> str:
    """Whose it is, in 'an Acme statement', 'Berg's letter', 'Berg wrote in a memo' or sent one: an entity."""
    for child in noun.children:
        if child.dep_ == "compound" and (name := speakers.name_at(child, position)):
            return name
    if (owner := speakers.owner_of(noun, position)) is not None:
        return owner.entity
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and reporting_verb(noun.head.head) is not None:
        cue = speakers.cue_of(noun.head.head, position)
        return cue.speaker.entity if cue is not None else ""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _ISSUING:
        subject = subject_of(noun.head)
        return speakers.name_at(subject, position) if subject is not None else ""
    return ""
