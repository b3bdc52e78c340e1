"""Finds the cue of a quotation ('Trump said', 'according to police') and who it says is speaking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.annotate.quotations import Quotation
from checker.annotate.reporting import Stance, is_reporting_noun, reporting_verb, subject_of
from checker.models.language import Mention, NameValue
from checker.models.text import Span
from checker.parse import ParsedSentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FIRST_SECOND = frozenset({"i", "we", "you", "it", "that", "this", "there", "what", "which", "one"})


@dataclass(frozen=True)
class Speaker:
    """Who speaks: an entity key or lower-cased head noun, the words that say so, and their place."""

    entity: str = ""
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True)
class Cue:
    """What gives words to a speaker; ``verb`` is the place of the reporting verb in the document."""

    speaker: Speaker
    lemma: str
    stance: Stance
    verb: int

    def key(self) -> str:
        """What two cues of one speaker share."""
        return self.speaker.entity or self.speaker.text.lower()


class Speakers:
    """Looks up cues and speakers in one account."""

    def __init__(
        self, parsed: Sequence[ParsedSentence], found: Sequence[Mention], quotations: Sequence[Quotation]
    ) -> None:
        self.parsed = parsed
        self.quotations = quotations
        self.names: dict[int, list[Mention]] = {}
        for mention in found:
            if isinstance(mention.value, NameValue):
                self.names.setdefault(mention.sentence, []).append(mention)

    # -- where words stand

    def quoted(self, place: int) -> bool:
        """Whether a place of the document lies within quotation marks."""
        return any(q.outer.start <= place < q.outer.end for q in self.quotations)

    def is_full(self, position: int, quotation: Quotation) -> bool:
        """Whether the quotation is a sentence of its own and not a phrase in somebody else's sentence."""
        sentence = self.parsed[position].sentence
        outside = [
            t
            for t in self.parsed[position].doc
            if t.is_alpha and not quotation.outer.start <= sentence.span.start + t.idx < quotation.outer.end
        ]
        return len(outside) <= 2 or all(self.quoted(sentence.span.start + t.idx) for t in outside)

    # -- cues

    def cue_for(self, position: int, span: Span, outer: Span) -> Cue | None:
        """The cue of the words at ``span``, looked for in their own sentence."""
        parse = self.parsed[position]
        base = parse.sentence.span.start
        after = self._after(parse, position, outer.end - base)
        if after is not None:
            return after
        before = self._before(parse, position, outer.start - base)
        if before is not None:
            return before
        return self._above(parse, position, span.start - base, outer)

    def introduced(self, position: int) -> Cue | None:
        """The cue of the sentence before that ends with a colon or comma: 'Macron, however, stated:'."""
        if position == 0:
            return None
        previous = self.parsed[position - 1]
        stripped = previous.sentence.text.rstrip()
        if not stripped.endswith((":", ",")):
            return None
        for token in reversed(list(previous.doc)):
            if (cue := self._cue_at(token, position - 1)) is not None:
                return cue
        return None

    def mentions_other_speaker(self, position: int, cue: Cue | None) -> bool:
        """Whether the sentence gives words to somebody else than the cue's speaker."""
        for token in self.parsed[position].doc:
            other = self._cue_at(token, position)
            if other is not None and cue is not None and other.key() != cue.key():
                return True
        return False

    def _after(self, parse: ParsedSentence, position: int, end: int) -> Cue | None:
        """A cue right behind the closing mark: “...,” Trump said / said the minister / according to police."""
        doc, base = parse.doc, parse.sentence.span.start
        row: list[Token] = []
        for token in doc:
            if token.idx < end or token.is_space:
                continue
            if self.quoted(base + token.idx) or token.text in {".", ";", ":", "?", "!"}:
                break
            row.append(token)
        while row and row[0].text in {",", "—", "–", "-", "--"}:
            row = row[1:]
        if not row:
            return None
        if row[0].lower_ == "according" or (row[0].lower_ == "as" and len(row) > 1):
            return self._according(row[0], position)
        clause_end = next((n for n, t in enumerate(row) if t.text == "," and n > 0), len(row))
        for number, token in enumerate(row):
            verb = reporting_verb(token)
            if verb is None or token.tag_ in {"VB", "VBG"} or _has_complement(token, row):
                continue
            if number > max(clause_end, 1) and not _apposed(row, number):
                break
            if number > 14:
                break
            if verb.quiet and number > 6:
                continue
            subject = subject_of(token)
            speaker = (
                self._speaker(subject, position)
                if subject is not None and self._outside(subject, position)
                else None
            )
            if speaker is None or not self._near(subject, row):
                speaker = self._speaker(self._beside(row, number), position)
            if speaker is not None:
                return Cue(speaker, verb.lemma, verb.stance, base + token.idx)
            return None
        return None

    def _before(self, parse: ParsedSentence, position: int, start: int) -> Cue | None:
        """A cue right before the opening mark: Macron said: “..., stating, “..., he called it “...”."""
        doc = parse.doc
        row: list[Token] = []
        base = parse.sentence.span.start
        for token in doc:
            if token.idx >= start:
                break
            if self.quoted(base + token.idx):
                if token.text in {".", "?", "!"}:
                    row = []
                continue
            if token.text in {".", ";", "?", "!"} and token.i + 1 < len(doc):
                row = []
                continue
            row.append(token)
        if not row:
            return None
        direct = row[-1].text in {":", ","} or reporting_verb(row[-1]) is not None
        for distance, token in enumerate(reversed(row)):
            if token.lower_ == "according":
                return self._according(token, position)
            verb = reporting_verb(token)
            if verb is None or (verb.quiet and not (direct and distance <= 4)):
                continue
            if distance > 25:
                return None
            if (cue := self._cue_at(token, position, beside=direct, row=row)) is not None:
                return cue
        if row[-1].text == ":":
            return self._colon(row, position)
        return None

    def _colon(self, row: "list[Token]", position: int) -> Cue | None:
        """'Trump’s response was noncommittal: “...”', 'From the senator’s statement: “...”'."""
        for token in row:
            if is_reporting_noun(token):
                owner = next((c for c in token.children if c.dep_ == "poss"), None)
                if owner is not None and (speaker := self._speaker(owner, position)) is not None:
                    return Cue(speaker, token.lemma_.lower(), "neutral", self._place(token, position))
        return None

    def _above(self, parse: ParsedSentence, position: int, start: int, outer: Span) -> Cue | None:
        """The nearest reporting verb that governs a quoted phrase, outside any marks."""
        doc, base = parse.doc, parse.sentence.span.start
        inside = [t for t in doc if outer.start <= base + t.idx < outer.end and not t.is_punct]
        if not inside:
            return None
        roots = [t for t in inside if not outer.start <= base + t.head.idx < outer.end or t.head.i == t.i]
        for root in roots:
            token = root
            for _ in range(12):
                if token.head.i == token.i:
                    break
                token = token.head
                if self._outside(token, position) and not self._quiet(token):
                    cue = self._cue_at(token, position)
                    if cue is not None:
                        return cue
        return self._according_in(doc, position)

    def _according_in(self, doc: "Doc", position: int) -> Cue | None:
        for token in doc:
            if token.lower_ == "according" and self._outside(token, position):
                return self._according(token, position)
        return None

    def _quiet(self, token: "Token") -> bool:
        verb = reporting_verb(token)
        return verb is None or verb.quiet

    def _according(self, token: "Token", position: int) -> Cue | None:
        """'according to X' or 'as X put it'."""
        doc = token.doc
        if token.lower_ == "as":
            for later in doc[token.i + 1 : token.i + 8]:
                verb = reporting_verb(later)
                if (verb is not None or later.lower_ == "put") and (subject := subject_of(later)) is not None:
                    speaker = self._speaker(subject, position)
                    lemma = verb.lemma if verb else "put"
                    return Cue(speaker, lemma, "neutral", self._place(later, position)) if speaker else None
            return None
        if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
            return None
        preposition = doc[token.i + 1]
        noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        if noun is None:
            noun = next(
                (t for t in doc[token.i + 2 : token.i + 8] if t.pos_ in {"NOUN", "PROPN", "PRON"}), None
            )
        speaker = self._speaker(noun, position)
        return Cue(speaker, "according", "neutral", self._place(token, position)) if speaker else None

    def _cue_at(
        self, token: "Token", position: int, beside: bool = False, row: "list[Token] | None" = None
    ) -> Cue | None:
        """The cue of a reporting verb at ``token`` with its speaker, or none."""
        verb = reporting_verb(token)
        if verb is None or not self._outside(token, position):
            return None
        subject = subject_of(token)
        if subject is not None and not self._outside(subject, position):
            subject = None
        speaker = self._speaker(subject, position)
        if speaker is None and beside and row is not None and token in row:
            speaker = self._speaker(self._beside(row, row.index(token)), position)
        if speaker is None:
            return None
        return Cue(speaker, verb.lemma, verb.stance, self._place(token, position))

    def cue_of(self, token: "Token", position: int) -> Cue | None:
        """The cue of the reporting verb ``token``, for indirect speech."""
        return self._cue_at(token, position)

    def according_at(self, token: "Token", position: int) -> Cue | None:
        """The cue of an 'according' at ``token``."""
        return self._according(token, position)

    # -- speakers

    def _place(self, token: "Token", position: int) -> int:
        return self.parsed[position].sentence.span.start + token.idx

    def _outside(self, token: "Token", position: int) -> bool:
        return not self.quoted(self._place(token, position))

    def _near(self, subject: "Token | None", row: "list[Token]") -> bool:
        return subject is not None and row[0].i <= subject.i <= row[-1].i

    def _beside(self, row: "list[Token]", number: int) -> "Token | None":
        """The noun right before the verb, or right after it: the parser often loses subjects beside quotations."""
        before = row[:number]
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
        if (
            head is None
            or head.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"}
            or head.lower_ in _FIRST_SECOND
        ):
            return None
        base = self.parsed[position].sentence.span.start
        place = base + head.idx
        names = self.names.get(self.parsed[position].sentence.index, ())
        for mention in names:
            if mention.span.start <= place < mention.span.end and not _value(mention).adjective:
                return Speaker(_value(mention).entity, mention.text, mention.span)
        if head.pos_ == "PRON" and head.lower_ in {"who", "whom"}:
            return None
        apposed = [
            c
            for c in head.children
            if c.dep_ in {"appos", "compound", "nmod"}
        ]
        for child in sorted(apposed, key=lambda c: c.dep_ != "appos"):
            for mention in names:
                value = _value(mention)
                inside = mention.span.start <= base + child.idx < mention.span.end
                if inside and value.kind == "person" and not value.pronoun:
                    return Speaker(value.entity, mention.text, mention.span)
        phrase = _phrase(head)
        span = Span(start=base + phrase[0].idx, end=base + phrase[-1].idx + len(phrase[-1].text))
        if head.pos_ == "PRON":
            return Speaker("", head.text, Span(start=place, end=place + len(head.text)))
        return Speaker(
            head.lower_, self.parsed[position].sentence.text[span.start - base : span.end - base], span
        )


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
    return list(head.doc[head.doc[left].left_edge.i : head.i + 1])


def _has_complement(token: "Token", row: "list[Token]") -> bool:
    """Whether the verb takes a that-clause behind it, and so does not belong to the quotation before it."""
    return any(
        c.dep_ == "ccomp" and c.i > token.i and any(m.dep_ == "mark" for m in c.children) and c in row
        for c in token.children
    )


def _apposed(row: "list[Token]", number: int) -> bool:
    """“...,” Peskov, the spokesman, said: the verb behind an apposition."""
    return row[number - 1].text == "," and sum(t.text == "," for t in row[:number]) <= 3


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
