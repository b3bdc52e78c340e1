"""Finds the cue of a quotation ('Trump said', 'according to police') and who it says is speaking."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.annotate.data import words
from checker.annotate.quotations import Quotation
from checker.annotate.reporting import (
    Stance,
    Verb,
    is_reporting_noun,
    reporting_noun_form,
    reporting_verb,
    reports_by_preposition,
    subject_of,
)
from checker.annotate.speaker_phrases import Speaker, SpeakerPhrases
from checker.models.language import Mention, NameValue
from checker.models.text import Span
from checker.parse import ParsedSentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = 120  # words or letters looked at before a quotation
_OFTEN = 3  # times that a word stands in marks in one account
_SMALL_WORDS = words("of the a an and in on to for")
_SIGNATURE = re.compile(r"\s*(?:[—–―]|--?)\s*")
_UNDER = re.compile(r"(?:\s*[,(/]\s*\W?\w+(?:[\s.’'&-]+\w+){0,6}[).”\"]*)?\s*")


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


class Speakers(SpeakerPhrases):
    """Looks up cues and speakers in one account."""

    def __init__(
        self,
        text: str,
        parsed: Sequence[ParsedSentence],
        found: Sequence[Mention],
        quotations: Sequence[Quotation],
    ) -> None:
        super().__init__(text, parsed, found, quotations)
        self._uses = Counter(_bare(q.span.of(text)) for q in quotations)
        self._counts: dict[int, tuple[int, int]] = {}
        self._sources: dict[int, Cue | None] = {}

    def is_full(self, position: int, quotation: Quotation) -> bool:
        """Whether the quotation is a sentence of its own and not a phrase in somebody else's sentence."""
        words, unquoted = self._words(position)
        first = self._token_at(position, quotation.outer.start)
        inside = self.parsed[position].doc[first : self._token_at(position, quotation.outer.end)]
        return not unquoted or words - sum(1 for t in inside if t.is_alpha) <= 2

    def _words(self, position: int) -> tuple[int, int]:
        """How many words the sentence has, and how many of them outside all marks."""
        if position not in self._counts:
            words = [t for t in self.parsed[position].doc if t.is_alpha]
            self._counts[position] = (len(words), sum(1 for t in words if self._outside(t, position)))
        return self._counts[position]

    def is_label(self, span: Span, outer: Span) -> bool:
        """Whether the quoted words are a programme, a nickname, a label given to something."""
        return words_are_label(span.of(self.text), self.text[max(0, outer.start - _BEFORE) : outer.start])

    # -- cues

    def cue_for(self, position: int, span: Span, outer: Span) -> Cue | None:
        """The cue of the words at ``span``, looked for in their own sentence."""
        parse = self.parsed[position]
        base = parse.sentence.span.start
        if self.is_label(span, outer):
            return None
        after = self._after(parse, position, outer.end - base)
        if after is not None:
            told = self._told(parse, position, outer.start - base) if after.lemma == "according" else None
            return told or after
        if self._set_apart(span):
            return None
        before = self._before(parse, position, outer.start - base) or self._signed(position, outer)
        if before is not None:
            return before
        return self._above(parse, position, span.start - base, outer)

    def _told(self, parse: ParsedSentence, position: int, start: int) -> Cue | None:
        """The cue right before words that 'according to' an agency were said: Berg said “...,” according to X."""
        before = [
            t for t in parse.doc[: self._token_at(position, parse.sentence.span.start + start)] if t.is_alpha
        ]
        while before and before[-1].lower_ == "that":
            before.pop()
        if not before or not self._outside(before[-1], position):
            return None
        return self._cue_at(before[-1], position)

    def _set_apart(self, span: Span) -> bool:
        """Whether a word or two stand in marks so often that nobody is quoted: the votes for “leave”."""
        return self._uses[_bare(span.of(self.text))] >= _OFTEN and len(span.of(self.text).split()) <= 2

    def _signed(self, position: int, outer: Span) -> Cue | None:
        """The name under a paragraph that is a quotation: “...” — Anna Berg, Daily Post."""
        last = next((n for n, p in enumerate(self.parsed[position:]) if p.sentence.span.end >= outer.end), 0)
        block = self.parsed[position].sentence.block
        first = position
        while first and self.parsed[first - 1].sentence.block == block:
            first -= 1
        stop = position + last + 1
        while stop < len(self.parsed) and self.parsed[stop].sentence.block == block:
            stop += 1
        end = self.parsed[stop - 1].sentence.span.end
        dash = _SIGNATURE.match(self.text, outer.end, end)
        if dash is None or self.text[self.parsed[first].sentence.span.start : outer.start].strip():
            return None
        for parse in self.parsed[position:stop]:
            for mention in self.names.get(parse.sentence.index, ()):
                if mention.span.start == dash.end() and _UNDER.fullmatch(self.text, mention.span.end, end):
                    assert isinstance(mention.value, NameValue)
                    speaker = Speaker(mention.value.entity, mention.text, mention.span)
                    return Cue(speaker, "say", "neutral", mention.span.start)
        return None

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
        return self._colon(list(previous.doc), position - 1)

    def mentions_other_speaker(self, position: int, cue: Cue | None) -> bool:
        """Whether the sentence gives words to somebody else than the cue's speaker."""
        for token in self.parsed[position].doc:
            other = self._cue_at(token, position)
            if other is not None and cue is not None and other.key() != cue.key():
                return True
        return False

    def _after(self, parse: ParsedSentence, position: int, end: int) -> Cue | None:
        """A cue right behind the closing mark.

        “...,” Trump said / said the minister / according to police.
        """
        doc, base = parse.doc, parse.sentence.span.start
        row: list[Token] = []
        for token in doc[self._token_at(position, base + end) :]:
            if token.is_space:
                continue
            if self.quoted(base + token.idx) or token.text in {".", ";", ":", "?", "!"}:
                break
            row.append(token)
        while row and row[0].text in {",", "—", "–", "-", "--"}:
            row = row[1:]
        if not row or (row[0].pos_ in {"CCONJ", "SCONJ", "PART", "AUX"} and row[0].lower_ != "as"):
            return None
        if row[0].pos_ == "ADP" and row[0].lower_ not in {"as", "according"}:
            return None
        if row[0].lower_ == "according" or (row[0].lower_ == "as" and len(row) > 1):
            return self._according(row[0], position)
        clause_end = next((n for n, t in enumerate(row) if t.text == "," and n > 0), len(row))
        for number, token in enumerate(row):
            verb = reporting_verb(token) or (reporting_noun_form(token) if number == len(row) - 1 else None)
            if verb is None or _has_complement(token, row) or _quoted_as(row, number):
                continue
            if token.tag_ in {"VB", "VBG"} and not _quoted_as(row, number - 2):
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
        stop = self._token_at(position, base + start)
        for token in doc[max(0, stop - _BEFORE) : stop]:
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
            told = reports_by_preposition(token, row[len(row) - distance :])
            verb = told or reporting_verb(token)
            if verb is None or (verb.quiet and not (direct and distance <= 4)):
                continue
            if not direct and token.tag_ == "VBN" and token.dep_ == "acl":
                # "the deal announced by Marsh": she announced a deal, not these words
                continue
            if distance > 25:
                return None
            if (cue := self._cue_at(token, position, beside=direct, row=row, verb=verb)) is not None:
                return cue
        if row[-1].text == ":":
            return self._colon(row, position)
        return None

    def _colon(self, row: "list[Token]", position: int) -> Cue | None:
        """'Trump’s response was noncommittal: “...”', 'From the senator’s statement: “...”'."""
        for token in row:
            if is_reporting_noun(token):
                speaker = self.owner_of(token, position)
                if speaker is None and token.dep_ == "dobj":
                    # "gave a short answer:"
                    speaker = self._speaker(subject_of(token.head), position)
                if speaker is not None:
                    return Cue(speaker, token.lemma_.lower(), "neutral", self._place(token, position))
        return None

    def _above(self, parse: ParsedSentence, position: int, start: int, outer: Span) -> Cue | None:
        """The nearest reporting verb that governs a quoted phrase, outside any marks."""
        doc, base = parse.doc, parse.sentence.span.start
        first, stop = self._token_at(position, outer.start), self._token_at(position, outer.end)
        inside = [t for t in doc[first:stop] if not t.is_punct]
        if not inside:
            return None
        roots = [t for t in inside if not outer.start <= base + t.head.idx < outer.end or t.head.i == t.i]
        for root in roots:
            token = root
            for _ in range(12):
                if token.head.i == token.i:
                    break
                token = token.head
                if is_reporting_noun(token) and self._outside(token, position):
                    speaker = self.owner_of(token, position)
                    if speaker is not None:
                        return Cue(speaker, token.lemma_.lower(), "neutral", self._place(token, position))
                if self._outside(token, position) and not self._quiet(token):
                    cue = self._cue_at(token, position)
                    if cue is not None:
                        return cue
        return self._according_in(position)

    def _according_in(self, position: int) -> Cue | None:
        if position not in self._sources:
            unquoted = (
                t for t in self.parsed[position].doc if t.lower_ == "according" and self._outside(t, position)
            )
            token = next(unquoted, None)
            self._sources[position] = self._according(token, position) if token is not None else None
        return self._sources[position]

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
        self,
        token: "Token",
        position: int,
        beside: bool = False,
        row: "list[Token] | None" = None,
        verb: Verb | None = None,
    ) -> Cue | None:
        """The cue of a reporting verb at ``token`` with its speaker, or none."""
        verb = verb or reporting_verb(token)
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


def _bare(words: str) -> str:
    """Quoted words without the marks at their end, to count them."""
    return words.casefold().strip(" .,!?;:")


def _has_complement(token: "Token", row: "list[Token]") -> bool:
    """Whether the verb takes a that-clause behind it, and so does not belong to the quotation before it."""
    return any(
        c.dep_ == "ccomp" and c.i > token.i and any(m.dep_ == "mark" for m in c.children) and c in row
        for c in token.children
    )


def _apposed(row: "list[Token]", number: int) -> bool:
    """“...,” Peskov, the spokesman, said: the verb behind an apposition."""
    while number > 1 and (row[number - 1].pos_ == "AUX" or row[number - 1].lower_ in {"quoted", "as"}):
        number -= 1
    return bool(row[number - 1].text == ",") and sum(t.text == "," for t in row[:number]) <= 3


def _quoted_as(row: "list[Token]", number: int) -> bool:
    """Whether the verb is passed on, as in “...,” Peskov was 'quoted' as saying by an agency."""
    following = [t.lower_ for t in row[number + 1 : number + 3]]
    return number >= 0 and row[number].lower_ in {"quoted", "cited"} and following == ["as", "saying"]


def words_are_label(words: str, before: str) -> bool:
    """Whether quoted words are a title, nickname or label and not speech.

    Every word of weight is capitalised, no punctuation ends them, no comma or colon stands before them.
    """
    if before.rstrip().endswith((":", ",")) or words.endswith((",", "!", "?")):
        return False
    long = [w for w in words.split() if w[:1].isalpha() and w.lower() not in _SMALL_WORDS]
    return (
        0 < len(long) <= 6
        and all(w[0].isupper() for w in long)
        and not (words.endswith(".") and len(long) < 2)
    )
