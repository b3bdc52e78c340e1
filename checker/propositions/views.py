"""Readings of a sentence: the words are edited so that the parser understands them, their places are kept.

The small parser errs on hyphenated verbs ("co-sponsored"), quotation marks inside a sentence, Title Case
headlines and names that are also verbs ("Trump"). Each is edited away, the edited words are parsed, and every
token still knows the exact range of the document it stands for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.models.text import Span
from checker.propositions import grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Edit:
    """Replace document range [start, end) by other words."""

    start: int
    end: int
    words: str = ""


@dataclass(frozen=True)
class Piece:
    """A range of the document to be parsed on its own, with its edits and who speaks in it."""

    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    speaker: str = ""
    cue: str = ""
    quoted: bool = False
    frame: bool = field(default=False)

    def rewrite(self, source: str) -> tuple[str, list[int]]:
        """The edited text, and for each of its characters the place in the document it stands for."""
        text: list[str] = []
        places: list[int] = []
        at = self.start
        for edit in sorted(self.edits, key=lambda e: (e.start, e.end)):
            if edit.start < at or edit.end > self.end:
                continue
            text.append(source[at : edit.start])
            places.extend(range(at, edit.start))
            text.append(edit.words)
            if len(edit.words) == edit.end - edit.start:
                places.extend(range(edit.start, edit.end))
            else:
                # all but the first character stand for the end of what was replaced
                places.extend([edit.start, *[edit.end - 1] * (len(edit.words) - 1)][: len(edit.words)])
            at = edit.end
        text.append(source[at : self.end])
        places.extend(range(at, self.end))
        return "".join(text), places


@dataclass(frozen=True)
class View:
    """A parsed piece: ``starts`` and ``ends`` are the tokens' places in the document.

    ``only``: nothing but what lies in this range is to be taken from this view.
    """

    piece: Piece
    doc: "Doc"
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    source: str
    only: Span | None = None

    def word(self, token: "Token") -> str:
        """The token's words as they stand in the document, before any edit."""
        return self.source[self.starts[token.i] : self.ends[token.i]]

    def lemma(self, token: "Token") -> str:
        """The token's lemma in lower case, with a prefix that was edited away put back."""
        lemma = grammar.lemma(token)
        word = self.word(token)
        if token.pos_ in ("PROPN", "PRON") and word.lower() != token.text.lower():
            return word.lower()
        if "-" in word and "-" not in token.text and word.lower().endswith(token.text.lower()):
            return word[: len(word) - len(token.text)].lower() + lemma
        return lemma

    def span(self, tokens: Sequence["Token"]) -> Span:
        """The range from the first token's start to the last token's end."""
        return Span(start=min(self.starts[t.i] for t in tokens), end=max(self.ends[t.i] for t in tokens))


def view(piece: Piece, doc: "Doc", places: Sequence[int], source: str) -> View:
    """Bind a parse of ``piece.rewrite(source)`` to the document."""
    starts = tuple(places[t.idx] for t in doc)
    ends = tuple(places[t.idx + len(t.text) - 1] + 1 for t in doc)
    return View(piece, doc, starts, ends, source)
