"""Finds direct and indirect speech with its speaker: who is said to have said what, in which words."""

from collections.abc import Sequence
from itertools import pairwise

from checker.annotate.indirect import reported_clauses
from checker.annotate.quotations import Quotation, find_quotations
from checker.annotate.speaker_descriptions import resolve_descriptions
from checker.annotate.speaker_phrases import Speaker
from checker.annotate.speakers import Cue, Speakers
from checker.models.language import Mention, NameValue, QuoteValue
from checker.models.text import Document, Span
from checker.parse import ParsedSentence

_PRONOUNS = {"he": "male", "she": "female", "they": "", "them": ""}


def annotate_speech(
    document: Document, parsed: Sequence[ParsedSentence], found: Sequence[Mention] = ()
) -> list[Mention]:
    """Mentions of kind ``quote``, in order: quotations in marks, and clauses and phrases that report speech.

    ``found`` holds the names. A quotation that runs over several sentences, or is split by its cue, gives a
    mention a piece, the later ones with ``continues``. A mention's span covers the words between the marks.
    """
    quotations = find_quotations(document.text, [p.sentence for p in parsed])
    speakers = Speakers(document.text, parsed, found, quotations)
    pieces = _pieces(parsed, quotations)
    direct = _direct(document, parsed, pieces, speakers)
    quoted: dict[int, list[Span]] = {}
    for piece in pieces:
        quoted.setdefault(piece.position, []).append(piece.span)
    indirect = [
        m
        for position, parse in enumerate(parsed)
        for m in reported_clauses(document, parse, speakers, position, quoted.get(position, ()))
    ]
    mentions = sorted([*direct, *indirect], key=lambda m: (m.span.start, m.span.end, not _value(m).direct))
    return resolve_descriptions(_resolve_pronouns(mentions, found), parsed, found, speakers)


def _resolve_pronouns(mentions: list[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Give 'he said', where the pronoun could not be resolved, to whoever spoke last and fits in gender."""
    genders = {
        m.value.entity: m.value.gender
        for m in found
        if isinstance(m.value, NameValue) and m.value.kind == "person"
    }
    resolved: list[Mention] = []
    for mention in mentions:
        value = _value(mention)
        pronoun = value.speaker_text.lower()
        if not value.speaker and pronoun in _PRONOUNS:
            for earlier in reversed(resolved):
                last = _value(earlier)
                if mention.sentence - earlier.sentence > 3:
                    break
                if not last.speaker or last.speaker_span == value.speaker_span:
                    continue
                if not _PRONOUNS[pronoun]:
                    fits = last.speaker not in genders and last.speaker.endswith("s")
                else:
                    fits = genders.get(last.speaker, "no") in {"", _PRONOUNS[pronoun]}
                if fits:
                    value = value.model_copy(update={"speaker": last.speaker})
                    mention = mention.model_copy(update={"value": value})
                break
        resolved.append(mention)
    return resolved


class _Piece:
    """The part of a quotation that lies in one sentence."""

    def __init__(self, position: int, span: Span, quotation: Quotation, first: bool) -> None:
        self.position = position
        self.span = span
        self.quotation = quotation
        self.first = first
        self.cue: Cue | None = None
        self.continues = not first or quotation.continues


def _pieces(parsed: Sequence[ParsedSentence], quotations: Sequence[Quotation]) -> list[_Piece]:
    pieces = []
    position = 0
    for quotation in quotations:
        first = True
        while position and parsed[position - 1].sentence.span.end > quotation.span.start:
            position -= 1
        while position < len(parsed) and parsed[position].sentence.span.start < quotation.span.end:
            sentence = parsed[position].sentence
            start = max(sentence.span.start, quotation.span.start)
            end = min(sentence.span.end, quotation.span.end)
            if start < end:
                pieces.append(_Piece(position, Span(start=start, end=end), quotation, first))
                first = False
            position += 1
    return pieces


def _direct(
    document: Document, parsed: Sequence[ParsedSentence], pieces: list[_Piece], speakers: Speakers
) -> list[Mention]:
    for piece in pieces:
        piece.cue = speakers.cue_for(piece.position, piece.span, piece.quotation.outer)
    spoken = [p for p in pieces if p.cue is not None or not speakers.is_label(p.span, p.quotation.outer)]
    _share(document, parsed, spoken, speakers)
    return [_mention(parsed, p) for p in pieces]


def _share(
    document: Document, parsed: Sequence[ParsedSentence], pieces: list[_Piece], speakers: Speakers
) -> None:
    """Give pieces without a cue of their own the speaker of the quotation they belong to or go on from."""
    for earlier, later in pairwise(pieces):
        # one quotation over several sentences or paragraphs has one speaker, wherever the cue stands
        if later.cue is None and (later.quotation is earlier.quotation or later.quotation.continues):
            later.cue = earlier.cue
    for earlier, later in zip(reversed(pieces[:-1]), reversed(pieces[1:]), strict=True):
        if (later.quotation is earlier.quotation or later.quotation.continues) and earlier.cue is None:
            earlier.cue = later.cue
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else None
        if piece.cue is not None:
            if before is not None and _split_by_cue(document, before, piece):
                piece.continues = True
            continue
        if not speakers.is_full(piece.position, piece.quotation):
            continue
        if before is not None and before.cue is not None and _goes_on(parsed, before, piece, speakers):
            piece.cue = before.cue
            piece.continues = True
            continue
        piece.cue = speakers.introduced(piece.position)
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if (
            piece.cue is None
            and after is not None
            and after.cue is not None
            and _adjacent(document, piece, after)
        ):
            piece.cue = after.cue


def _goes_on(parsed: Sequence[ParsedSentence], before: _Piece, piece: _Piece, speakers: Speakers) -> bool:
    """Whether a quotation without a cue goes on from the one before.

    Next in its paragraph or the next one.
    """
    if parsed[before.position].sentence.block != parsed[piece.position].sentence.block:
        sentence = parsed[before.position].sentence
        if (
            before.quotation.outer.start > sentence.span.start
            and before.quotation.outer.end < sentence.span.end - 1
        ):
            # a phrase within somebody's sentence does not go on in the next paragraph
            return False
    between = range(before.position + 1, piece.position)
    if any(speakers.mentions_other_speaker(p, before.cue) for p in between):
        return False
    gap = parsed[piece.position].sentence.block - parsed[before.position].sentence.block
    return len(between) == 0 if gap else len(between) <= 1


def _split_by_cue(document: Document, before: _Piece, piece: _Piece) -> bool:
    """“A,” he said, “B”: the same cue, with nothing but its clause between the two."""
    if before.position != piece.position or before.cue is None or piece.cue is None:
        return False
    between = document.text[before.quotation.outer.end : piece.quotation.outer.start]
    return (
        before.cue.key() == piece.cue.key()
        and len(between.split()) <= 12
        and before.cue.verb == piece.cue.verb
    )


def _adjacent(document: Document, piece: _Piece, after: _Piece) -> bool:
    return not document.text[piece.quotation.outer.end : after.quotation.outer.start].strip()


def _mention(parsed: Sequence[ParsedSentence], piece: _Piece) -> Mention:
    sentence = parsed[piece.position].sentence
    text = sentence.text[piece.span.start - sentence.span.start : piece.span.end - sentence.span.start]
    speaker = piece.cue.speaker if piece.cue else Speaker()
    value = QuoteValue(
        exact=text,
        direct=True,
        speaker=speaker.entity,
        speaker_text=speaker.text,
        speaker_span=speaker.span,
        cue=piece.cue.lemma if piece.cue else "",
        stance=piece.cue.stance if piece.cue else "",
        continues=piece.continues,
    )
    return Mention(kind="quote", span=piece.span, text=text, value=value, sentence=sentence.index)


def _value(mention: Mention) -> QuoteValue:
    assert isinstance(mention.value, QuoteValue)
    return mention.value
