"""Who a noun phrase beside a reporting verb is: a name, or the noun itself."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.annotate.people import PERSONS
from checker.annotate.quotations import Places, Quotation
from checker.annotate.reporting import is_reporting_noun
from checker.annotate.titles import is_office
from checker.models.language import Mention, NameValue
from checker.models.text import Span
from checker.parse import ParsedSentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST_SECOND = frozenset({"i", "we", "you", "it", "that", "this", "there", "what", "which"})


@dataclass(frozen=True)
class Speaker:
    """Who speaks: an entity key or lower-cased head noun, the words that say so, and their place."""

    entity: str = ""
    text: str = ""
    span: Span | None = None


# who speaks for one of these bears a name, they do not
_GROUPS = frozenset({"family", "crew", "body"})
# so many words an office has up to the comma before a name: "the head of the city's fire service, Anna Berg"
_OFFICE = 10


class SpeakerPhrases:
    """Resolves noun phrases of one account to speakers; knows what stands within quotation marks."""

    def __init__(
        self,
        text: str,
        parsed: Sequence[ParsedSentence],
        found: Sequence[Mention],
        quotations: Sequence[Quotation],
    ) -> None:
        self.text = text
        self.parsed = parsed
        self.quotations = quotations
        self._marked = Places(q.outer for q in quotations)
        self._begins: dict[int, list[int]] = {}
        self.names: dict[int, list[Mention]] = {}
        for mention in found:
            if isinstance(mention.value, NameValue):
                self.names.setdefault(mention.sentence, []).append(mention)
        self.entities = {_value(m).entity for row in self.names.values() for m in row}

    # -- where words stand

    def quoted(self, place: int) -> bool:
        """Whether a place of the document lies within quotation marks."""
        return place in self._marked

    def _token_at(self, position: int, place: int) -> int:
        """The index of the sentence's first token that begins at or after a place of the document."""
        if position not in self._begins:
            self._begins[position] = [token.idx for token in self.parsed[position].doc]
        return bisect_left(self._begins[position], place - self.parsed[position].sentence.span.start)

    def _place(self, token: "Token", position: int) -> int:
        return self.parsed[position].sentence.span.start + int(token.idx)

    def _outside(self, token: "Token", position: int) -> bool:
        return not self.quoted(self._place(token, position))

    def _near(self, subject: "Token | None", row: "list[Token]") -> bool:
        return subject is not None and row[0].i <= subject.i <= row[-1].i

    def _beside(self, row: "list[Token]", number: int) -> "Token | None":
        """The noun right before the verb, or right after it.

        The parser often loses subjects beside quotations.
        """
        before = row[:number]
        if len(before) > 2 and before[-1].text == ",":
            # “...,” Peskov, the spokesman, said: what stands before the first comma
            first = next(n for n, t in enumerate(before) if t.text == ",")
            nouns = [t for t in before[:first] if t.pos_ in {"NOUN", "PROPN"}]
            named = [t for t in nouns if t.ent_type_ == "PERSON"]
            if nouns:
                return (named or nouns)[-1]
        for token in reversed(before):
            if token.text in {",", ":"} and token is not before[-1]:
                break
            if token.pos_ in {"NOUN", "PROPN", "PRON"}:
                return _head_of_phrase(token, before)
        for token in row[number + 1 : number + 8]:
            if token.pos_ in {"NOUN", "PROPN"} or (
                token.pos_ == "PRON" and token.lower_ in {"he", "she", "they"}
            ):
                return token
            if token.text == "," or token.pos_ in {"VERB", "ADP", "SCONJ"}:
                break
        return None

    def _speaker(self, head: "Token | None", position: int) -> Speaker | None:
        """Who the noun phrase of ``head`` is: a name in it or in its apposition, else the noun itself."""
        if head is None or head.lower_ in _FIRST_SECOND:
            return None
        base = self.parsed[position].sentence.span.start
        place = base + head.idx
        names = self.names.get(self.parsed[position].sentence.index, ())
        for mention in names:
            if mention.span.start <= place < mention.span.end and not _value(mention).adjective:
                return Speaker(_value(mention).entity, mention.text, mention.span)
        if head.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"}:
            return None
        if head.pos_ == "PRON" and head.lower_ in {"who", "whom"}:
            return None
        if head.lower_ in {"one", "some", "many", "most", "several", "two", "three", "both"}:
            # "one of the agency's sources"
            of = next((c for c in head.children if c.lower_ == "of"), None)
            inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
            if inner is not None:
                return self._speaker(inner, position)
        if is_reporting_noun(head):
            # "Trump's response was: ..."
            owner = next((c for c in head.children if c.dep_ == "poss"), None)
            if owner is not None:
                return self._speaker(owner, position)
        apposed = [
            c for c in head.children if c.dep_ == "appos" or (c.dep_ in {"compound", "nmod"} and c.i > head.i)
        ]
        for child in sorted(apposed, key=lambda c: c.dep_ != "appos"):
            if _of_a_person(head, child.i):
                continue
            for mention in names:
                value = _value(mention)
                inside = mention.span.start <= base + child.idx < mention.span.end
                if inside and value.kind == "person" and not value.pronoun:
                    return Speaker(value.entity, mention.text, mention.span)
        if (behind := self._named_behind(head, position)) is not None:
            return behind
        if (shared := _shared_name(head)) is not None:
            for mention in names:
                value = _value(mention)
                if mention.span.start <= base + shared.idx < mention.span.end and value.kind == "person":
                    return Speaker(value.entity, mention.text, mention.span)
        phrase = _phrase(head)
        span = Span(start=base + phrase[0].idx, end=base + phrase[-1].idx + len(phrase[-1].text))
        if head.pos_ == "PRON":
            return Speaker("", head.text, Span(start=place, end=place + len(head.text)))
        return Speaker(
            head.lower_, self.parsed[position].sentence.text[span.start - base : span.end - base], span
        )

    def _named_behind(self, head: "Token", position: int) -> Speaker | None:
        """The name set behind an office between commas: 'the manager of the mine, Anna Berg, said'.

        The parser often hangs such a name on the verb, or takes it for the subject of what follows.
        """
        if head.tag_ != "NN":
            return None
        doc, base = head.doc, self.parsed[position].sentence.span.start
        for token in doc[head.i + 1 : head.i + _OFFICE]:
            if token.text != ",":
                if token.pos_ in {"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"}:
                    return None
                continue
            if _of_a_person(head, token.i):
                return None
            for mention in self.names.get(self.parsed[position].sentence.index, ()):
                value = _value(mention)
                if token.i + 1 == len(doc) or mention.span.start != base + doc[token.i + 1].idx:
                    continue
                end = self._token_at(position, mention.span.end)
                closed = end == len(doc) or doc[end].text in {",", ".", ";"}
                if closed and value.kind == "person" and not value.pronoun:
                    return Speaker(value.entity, mention.text, mention.span)
            return None
        return None

    def name_at(self, token: "Token", position: int) -> str:
        """The entity of the name that a token is part of; empty where it is none or an adjective."""
        sentence = self.parsed[position].sentence
        place = sentence.span.start + token.idx
        for mention in self.names.get(sentence.index, ()):
            if mention.span.start <= place < mention.span.end and not _value(mention).adjective:
                return _value(mention).entity
        return ""

    def owner_of(self, noun: "Token", position: int) -> Speaker | None:
        """Whose statement it is: 'the senator’s statement', 'a statement by / from the company'."""
        for child in noun.children:
            if child.dep_ == "poss":
                return self._speaker(child, position)
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
                return self._speaker(next((c for c in child.children if c.dep_ == "pobj"), None), position)
        return None


def _of_a_person(head: "Token", end: int) -> bool:
    """Whether one more person stands between a noun and the name at ``end``: 'the lawyer of the victim, Anna Berg'.

    Nobody knows which of the two the name is of.
    """
    nouns = (t.lemma_.lower() for t in head.doc[head.i + 1 : end] if t.tag_ == "NN" and t.dep_ == "pobj")
    return any((noun in PERSONS and noun not in _GROUPS) or is_office(noun) for noun in nouns)


def _shared_name(head: "Token") -> "Token | None":
    """The name behind two bare nouns, which are one person's: 'survivor and campaigner Anna Berg'."""
    if head.tag_ != "NN" or any(c.dep_ in {"det", "poss"} for c in head.children):
        return None
    for name in head.children:
        if name.dep_ == "conj" and name.pos_ == "PROPN" and not any(c.text == "," for c in head.children):
            before = [c for c in name.children if c.i < name.i]
            if before and before[0].pos_ == "NOUN" and before[0].nbor(-1).lower_ == "and":
                return name
    return None


def _phrase(head: "Token") -> "list[Token]":
    """The head with the words before it that belong to it."""
    left = min(
        (
            c.i
            for c in head.children
            if c.i < head.i and c.dep_ in {"compound", "amod", "det", "poss", "nummod", "nmod"}
        ),
        default=head.i,
    )
    words = list(head.doc[head.doc[left].left_edge.i : head.i + 1])
    # the mark that ends the quotation before it is none of them
    while len(words) > 1 and words[0].is_quote:
        words.pop(0)
    return words


def _head_of_phrase(token: "Token", row: "list[Token]") -> "Token":
    """The head of the noun phrase that ends at ``token``: 'the leader of the party' said."""
    while token.dep_ in {"pobj", "appos", "compound"} and token.head in row and token.head.pos_ != "VERB":
        token = token.head
        if token.pos_ == "ADP" and token.head in row:
            token = token.head
    return token


def _value(mention: Mention) -> NameValue:
    assert isinstance(mention.value, NameValue)
    return mention.value
