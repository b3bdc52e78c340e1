"""A sentence as the grammar of numbers sees it: lexemes, the tokens they touch, and what is not to be
read."""

from typing import TYPE_CHECKING, NamedTuple

from checker.annotate.identifiers import identifier_places
from checker.annotate.lexer import lexemes
from checker.models.language import QuantityValue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Reading(NamedTuple):
    """A quantity as read: its value and the lexemes ``first`` to ``end`` that say it."""

    first: int
    end: int
    value: QuantityValue


class Words:
    """The lexemes of one sentence with its parse; ``closed`` are places that belong to a date."""

    def __init__(self, doc: "Doc", text: str, closed: list[tuple[int, int]]) -> None:
        self.doc = doc
        self.lex = lexemes(text)
        places = closed + identifier_places(text)
        self.shut = [any(x.start < end and start < x.end for start, end in places) for x in self.lex]
        self._token_at = {place: t.i for t in doc for place in range(t.idx, t.idx + len(t))}

    def low(self, i: int) -> str:
        """A lexeme's text in lower case; empty outside the sentence."""
        return self.lex[i].low if 0 <= i < len(self.lex) else ""

    def free(self, first: int, end: int) -> bool:
        """Whether no lexeme from ``first`` to ``end`` belongs to a date or to a name."""
        return not any(self.shut[first:end])

    def token(self, i: int) -> "Token":
        """The token at a lexeme's start."""
        return self.doc[self._token_at.get(self.lex[i].start, 0)]

    def tokens(self, first: int, end: int) -> tuple[int, int]:
        """The tokens that the lexemes ``first`` to ``end`` touch, half-open."""
        last = self._token_at.get(self.lex[end - 1].end - 1, 0)
        return self._token_at.get(self.lex[first].start, 0), last + 1

    def glued(self, i: int) -> bool:
        """Whether lexeme ``i`` follows the one before it without white space."""
        return 0 < i < len(self.lex) and self.lex[i].start == self.lex[i - 1].end
