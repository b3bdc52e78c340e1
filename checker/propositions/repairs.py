"""Edits that make a sentence parsable for the small parser: each a general habit of news text."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.models.text import Document, Sentence
from checker.parse import load_pipeline
from checker.propositions.lexicon import HYPHEN_PREFIXES
from checker.propositions.views import Edit, Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_HYPHENATED = re.compile(r"\b([A-Za-z]{2,7})-([a-z]{4,}(?:ed|ing))\b")
_BULLET = re.compile(r"\s*[^\w\s\"'“‘«(\[$€£¥#@&+\-−]+\s+|\s*[-–—*•]\s+")
# "GENEVA (Agency) -- ", "Paris, 3 May - "
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’\- ]{2,30}(?:, [A-Z][\w. ]{1,20})?|[A-Z]\w+)"
    r"(?: ?\([\w .,/]{2,30}\))? ?(?:--|—|–|―| - )\s*(?=[A-Z“\"])"
)


_TAG = re.compile(r"(?<=\w) ?\([A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,2}\)(?=[\s,.;:]|$)")
_RARE_MARKS = re.compile(
    r"(?<=[nN])’(?=t\b)|’(?=(?:re|ve|m|ll|d)\b)|(?i:(?<=\bit)|(?<=\bhe)|(?<=\bthat)|(?<=\bthere)|(?<=\bwhat)"
    r"|(?<=\bwho))’(?=s\b)|―"
)


@dataclass(frozen=True)
class Casing:
    """How often each word (lower case) is written with a capital or without in running text."""

    upper: Counter[str]
    lower: Counter[str]

    def is_name(self, word: str) -> bool:
        """Whether running text writes the word with a capital where none is due."""
        key = word.lower()
        return self.upper[key] > self.lower[key]


def casing(sentences: Iterable[Sentence]) -> Casing:
    """Count capitals inside sentences that are written in sentence case."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in sentences:
        words = _WORD.findall(sentence.text)
        if sentence.kind in ("headline", "heading") or _is_title_case(words):
            continue
        for word in words[1:]:
            (upper if word[0].isupper() else lower)[word.lower()] += 1
    return Casing(upper, lower)


def _is_title_case(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 3]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.75 * len(long)


def repaired(piece: Piece, sentence: Sentence, document: Document, case: Casing, doc: "Doc | None") -> Piece:
    """The piece with the edits that its words call for added."""
    source = document.text
    edits = list(piece.edits)
    text = source[piece.start : piece.end]
    if not piece.quoted:
        edits += _front(text, piece.start)
    edits += _tags(text, piece.start) + _hyphens(text, piece.start) + _plain_marks(text, piece.start)
    gone = [(e.start, e.end) for e in edits if e.end - e.start > 2]
    words = [m for m in _WORD.finditer(text) if not any(a <= piece.start + m.start() < b for a, b in gone)]
    if _is_title_case([m.group() for m in words]):
        edits += _sentence_case(words, piece.start, case)
        edits += _headline_names(words, text, piece.start, case)
    elif sentence.kind in ("headline", "heading"):
        edits += _headline_names(words, text, piece.start, case)
    if words:
        edits += _first_name(words, piece.start, case, doc)
    taken: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not taken or edit.start >= taken[-1].end:
            taken.append(edit)
    return replace(piece, edits=tuple(taken))


def _front(text: str, offset: int) -> list[Edit]:
    """A bullet sign or a dateline in front of the sentence says nothing of its grammar."""
    for pattern in (_BULLET, _DATELINE):
        if (found := pattern.match(text)) and len(text) - found.end() > 10:
            return [Edit(offset, offset + found.end())]
    return []


def _tags(text: str, offset: int) -> list[Edit]:
    """ "(D-Calif.)", "(NATO)": a short tag after a name; longer brackets are read with the sentence."""
    return [Edit(offset + m.start(), offset + m.end()) for m in _TAG.finditer(text)]


def _plain_marks(text: str, offset: int) -> list[Edit]:
    """Contractions with a curly apostrophe and rare dashes are not in the tokeniser's tables."""
    return [
        Edit(offset + m.start(), offset + m.end(), "'" if m.group() == "’" else "—")
        for m in _RARE_MARKS.finditer(text)
    ]


def _hyphens(text: str, offset: int) -> list[Edit]:
    """ "co-sponsored" is cut in three by the tokeniser; without its prefix it is a verb like any other."""
    return [
        Edit(offset + m.start(), offset + m.end(), m.group(2))
        for m in _HYPHENATED.finditer(text)
        if m.group(1).lower() in HYPHEN_PREFIXES
    ]


def _sentence_case(words: list[re.Match[str]], offset: int, case: Casing) -> list[Edit]:
    """In Title Case every word looks like a name: those that running text writes small are put down."""
    edits = []
    for position, match in enumerate(words):
        word = match.group()
        plain = word[1:].replace("’", "").replace("'", "").islower()
        if not (position and word[0].isupper() and plain) or case.is_name(word):
            continue
        if case.lower[word.lower()] or word.lower() in _SMALL or _is_verb_form(word.lower()):
            edits.append(Edit(offset + match.start(), offset + match.end(), word.lower()))
    return edits


def _headline_names(words: list[re.Match[str]], text: str, offset: int, case: Casing) -> list[Edit]:
    """ "Trump Signals Shift": a noun to the parser, but after a pronoun it can only be a verb."""
    edits = []
    for match, following in itertools.pairwise(words):
        before = "" if match is words[0] else text[: match.start()].rstrip()
        word, verb = match.group(), following.group().lower()
        starts = not before or before[-1] in ",;:–—|"
        singular = verb.endswith("s") and not verb.endswith("ss") and _is_verb_form(verb) and len(verb) > 3
        if starts and singular and case.is_name(word) and not word.isupper():
            edits.append(Edit(offset + match.start(), offset + match.end(), "he" if before else "He"))
    return edits


_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "at",
        "by",
        "to",
        "for",
        "from",
        "with",
        "and",
        "or",
        "but",
        "as",
        "over",
        "after",
        "before",
        "into",
        "about",
        "amid",
        "against",
        "not",
        "no",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "won't",
        "won’t",
        "can't",
        "can’t",
        "don't",
        "don’t",
        "isn't",
        "isn’t",
        "it",
        "its",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "this",
        "that",
        "than",
        "new",
        "down",
        "up",
        "out",
        "off",
        "who",
        "what",
        "how",
        "why",
        "when",
        "where",
    ]
)


@lru_cache(maxsize=8192)
def _is_verb_form(word: str) -> bool:
    """Whether the pipeline's lemmatiser knows the word as a form of a verb."""
    lookups = load_pipeline().get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_index"):
        return False
    verbs, exceptions = lookups.get_table("lemma_index")["verb"], lookups.get_table("lemma_exc")["verb"]
    if word in verbs or word in exceptions:
        return True
    rules = lookups.get_table("lemma_rules")["verb"]
    return any(word.endswith(old) and word[: len(word) - len(old)] + new in verbs for old, new in rules)


def _first_name(words: list[re.Match[str]], offset: int, case: Casing, doc: "Doc | None") -> list[Edit]:
    """A name that is also a verb ("Trump", "Grant") is taken for an order when it opens the sentence."""
    first = words[0]
    start = offset + first.start()
    if doc is None or not case.is_name(first.group()):
        return []
    token = next((t for t in doc if t.text == first.group()), None)
    if token is None or token.pos_ in ("PROPN", "PRON", "DET"):
        return []
    return [Edit(start, start + len(first.group()), _PLAIN_NAME)]


# a surname that the tagger always takes for one
_PLAIN_NAME = "Johnson"
