"""Finds dates and times of day in parsed sentences and resolves them against the account's own date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checker.annotate.date_grammar import EDGE, LINK, PIECES, RELATION, RELATIONS
from checker.annotate.date_guards import is_date
from checker.annotate.date_pieces import Piece, read_piece, value_of
from checker.annotate.tense import tense_at
from checker.models.language import Mention
from checker.models.text import Document, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parse import ParsedSentence

_DAYS = frozenset({"day", "weekday", "today", "iso", "slashes"})
# which pieces make up one date when they stand side by side
_TOGETHER: dict[str, frozenset[str]] = {
    "clock": _DAYS | {"part", "week"},
    "part": _DAYS | {"clock"},
    "weekday": frozenset({"day", "iso", "slashes", "clock", "part", "week", "ago"}),
    "day": frozenset({"weekday", "clock", "part"}),
    "iso": frozenset({"weekday", "clock", "part"}),
    "slashes": frozenset({"weekday", "clock", "part"}),
    "today": frozenset({"clock", "part"}),
    "week": frozenset({"weekday", "clock"}),
    "ago": frozenset({"weekday"}),
}


_MODIFIERS = frozenset({"compound", "nummod", "amod", "poss", "nmod"})


def annotate_dates(
    document: Document, parsed: "Sequence[ParsedSentence]", found: Sequence[Mention] = ()
) -> list[Mention]:
    """Every date and time of day of the sentences, in order.

    They are resolved against ``document.published`` where that is a date; what cannot be resolved keeps what
    the
    words say (a weekday, a day of a month).
    """
    try:
        published = date.fromisoformat(document.published[:10])
    except ValueError:
        published = None
    mentions: list[Mention] = []
    for one in parsed:
        text, sentence = one.sentence.text, one.sentence
        tokens: dict[int, Token] = {p: t for t in one.doc for p in range(t.idx, t.idx + len(t))}
        for group in _groups([p for p in _pieces(text) if is_date(p, text, tokens)], text):
            if all(p.name == "part" for p in group):
                continue
            start, end = group[0].start, group[-1].end
            edge = EDGE.search(text[:start]) if not any(p.name == "clock" for p in group[:1]) else None
            if edge:
                start = edge.start()
            # in "before the 2014 election" the year says which election, and what came before is another matter
            relation = None if _modifies(tokens.get(end - 1)) else RELATION.search(text[:start])
            word = re.sub(r"\s+", " ", relation.group(1).lower()) if relation else ""
            token = tokens.get(group[0].start)
            value = value_of(
                group,
                published,
                tense_at(token) if token is not None else "",
                edge.group("edge").lower() if edge else "",
                RELATIONS.get(word, ""),
            )
            span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            mentions.append(
                Mention(kind="date", span=span, text=text[start:end], value=value, sentence=sentence.index)
            )
    return mentions


def _modifies(token: "Token | None") -> bool:
    """Whether a date says which of its kind a noun after it is: "the 2014 election", "Monday's vote"."""
    if token is not None and token.lower_ in ("'s", "’s", "'", "’"):
        token = token.head
    if token is None:
        return False
    return token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN") and token.dep_ in _MODIFIERS


def _pieces(text: str) -> Iterator[Piece]:
    """The pieces of dates in a sentence, left to right, the longest where several begin."""
    at = 0
    ways = [(name, pattern.finditer(text)) for name, pattern in PIECES]
    found = sorted(
        ((m.start(), -m.end(), order, name, m) for order, (name, ms) in enumerate(ways) for m in ms),
        key=lambda x: x[:3],
    )
    for start, _, _, name, match in found:
        if start < at:
            continue
        piece = read_piece(name, match)
        if piece is not None:
            yield piece
            at = piece.end


def _groups(pieces: Sequence[Piece], text: str) -> Iterator[list[Piece]]:
    """Pieces that stand side by side and name one moment together: "8 p.m. on Monday, 24 February"."""
    group: list[Piece] = []
    for piece in pieces:
        if group and not (
            LINK.match(text[group[-1].end : piece.start])
            and all(piece.name in _TOGETHER.get(p.name, ()) for p in group)
        ):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group
