"""One case of a rule: the texts, with the expected places in ``[[ ]]``, and what is expected of them."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from checker.errors import RuleDefinitionError
from checker.models.text import Span

Texts = str | Mapping[str, str]
Kind = Literal["agree", "differ", "omits"]
Places = frozenset[tuple[str, int, int]]
NAMES = ("left", "right")
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_EDGE = " \t\n.,;:!?"
_LONGEST = 80
_PLACEHOLDER = re.compile(r"\{[A-Za-z_]\w*\}")


@dataclass(frozen=True)
class Case:
    """A case as it was written; made by ``agree``, ``differ`` and ``omits``."""

    kind: Kind
    given: tuple[Texts, ...]
    message: str = ""
    note: str = ""
    todo: str = ""
    where: str = ""

    def read(self, scope: str) -> "ReadCase":
        """The case for a rule of that scope: a document rule takes one text, others two (or a mapping of
        more).

        Raises:
            RuleDefinitionError: too few or too many texts, marks that are not closed or missing, a
            placeholder.
        """
        texts, rest = _texts(self.given, 1 if scope == "document" else 2, self.kind)
        message = self.message
        if rest and not message:
            message, *rest = rest
        if found := _PLACEHOLDER.search(message):
            raise RuleDefinitionError(
                f"{self.kind}(): the placeholder {found[0]} is not filled in the message {message!r:.60}."
            )
        if rest:
            raise RuleDefinitionError(
                f"{self.kind}(): {len(rest)} more texts than expected; give three as a mapping."
            )
        if scope != "document" and len(texts) < 2:
            raise RuleDefinitionError(f"{self.kind}() takes at least two accounts for this rule.")
        plain, places = {}, set()
        for name, text in texts.items():
            if found := _PLACEHOLDER.search(text):
                raise RuleDefinitionError(
                    f"{self.kind}(): the placeholder {found[0]} is not filled in {text!r:.60}."
                )
            plain[name], spans = parse_marks(text)
            if not plain[name].strip():
                raise RuleDefinitionError(f"{self.kind}(): the text of {name!r} is empty.")
            places |= {(name, *trimmed(plain[name], span)) for span in spans}
        if self.kind == "agree" and (places or message):
            raise RuleDefinitionError("agree() expects nothing: it takes no [[ ]] and no message.")
        if self.kind != "agree" and not places:
            raise RuleDefinitionError(f"{self.kind}() needs the expected places in [[ ]].")
        return ReadCase(self.kind, plain, frozenset(places), message, self.note, self.where)


@dataclass(frozen=True)
class ReadCase:
    """A case ready to run: account name -> text without marks, and where findings are expected."""

    kind: Kind
    texts: dict[str, str]
    places: Places
    message: str
    note: str = ""
    where: str = ""

    @property
    def id(self) -> str:
        """A short name for the list of tests: the note, or how each text begins."""
        each = _LONGEST // len(self.texts)
        words = self.note or " | ".join(
            " ".join(text.split())[:each].rstrip() for text in self.texts.values()
        )
        return f"{self.kind}: {' '.join(words.split())}"


def agree(*texts: Texts, note: str = "", todo: str = "") -> Case:
    """Texts in which the rule must find nothing.

    Args:
        *texts: two texts (one for a document rule), or a mapping of account names to texts.
        note: why, in a few words; the case is listed under it.
        todo: why it does not hold yet: the case must then fail.
    """
    return Case("agree", texts, note=note, todo=todo, where=_caller())


def differ(*texts: Texts, message: str = "", note: str = "", todo: str = "") -> Case:
    """Texts in which the rule must find exactly the places marked ``[[so]]``.

    Args:
        *texts: two texts (one for a document rule), or a mapping of account names to texts; then, if you
            like, the expected message.
        message: the expected message.
        note: why, in a few words.
        todo: why it does not hold yet: the case must then fail.
    """
    return Case("differ", texts, message, note, todo, _caller())


def omits(*texts: Texts, message: str = "", note: str = "", todo: str = "") -> Case:
    """Texts of which one lacks what is marked ``[[so]]`` in the others.

    Args:
        *texts: the full text and the one that lacks it, or a mapping of account names to texts; then, if you
            like, the expected message. Where the lacking text would say it can be marked with an empty
            ``[[]]``.
        message: the expected message.
        note: why, in a few words.
        todo: why it does not hold yet: the case must then fail.
    """
    return Case("omits", texts, message, note, todo, _caller())


def _caller() -> str:
    """File and line of whoever called the function that asks."""
    frame = sys._getframe(2)
    file = Path(frame.f_code.co_filename)
    here = Path.cwd()
    return f"{file.relative_to(here) if file.is_relative_to(here) else file}:{frame.f_lineno}"


def parse_marks(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the spans they stood around.

    Raises:
        RuleDefinitionError: a mark is not closed, or not opened.
    """
    plain, spans, end = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        spans.append(Span(start=len(plain), end=len(plain) + len(mark[1])))
        plain += mark[1]
        end = mark.end()
    plain += text[end:]
    if "[[" in plain or "]]" in plain:
        raise RuleDefinitionError(f"A mark is not closed in {text!r:.60}.")
    return plain, spans


def trimmed(text: str, span: Span) -> tuple[int, int]:
    """Start and end without spaces and punctuation at the edges: a statement ends before its full stop."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if start < end else (span.start, span.end)


def _texts(given: tuple[Texts, ...], number: int, kind: str) -> tuple[dict[str, str], list[str]]:
    if given and isinstance(given[0], Mapping):
        return dict(given[0]), [str(rest) for rest in given[1:]]
    strings = [text for text in given if isinstance(text, str)]
    if len(strings) < number:
        raise RuleDefinitionError(
            f"{kind}() takes {number} text{'s' * (number > 1)} for this rule, not {len(strings)}."
        )
    return dict(zip(NAMES, strings[:number], strict=False)), strings[number:]
