"""Cuts a sentence into words, figures and signs with their exact places, for the grammars of numbers."""

import re
from dataclasses import dataclass

_LEXEME = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|[^\W\d_]+(?:['’](?=[a-z])[^\W\d_]+)?|[^\w\s]|_"
)


@dataclass(frozen=True)
class Lexeme:
    """A word, figure or sign: its text, lower-cased, and its half-open place in the sentence (code
    points)."""

    text: str
    low: str
    start: int
    end: int

    @property
    def figure(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdecimal() and self.text[0].isascii()

    @property
    def word(self) -> bool:
        """Whether it is a word."""
        return self.text[0].isalpha()


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a sentence, in order; white space lies between them."""
    return [Lexeme(m.group(), m.group().lower(), m.start(), m.end()) for m in _LEXEME.finditer(text)]


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set, in lower case: a list of words that can be read."""
    return frozenset(text.lower().split())
