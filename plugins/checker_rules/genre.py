"""What kind of text an account is: whether it reports the news, or comments, explains or tells of many things.

A column or an explainer leaves out most of what happened and says much that no report says, and nobody calls that an
omission or an addition. The chance comes from a logistic model over how the account is written, never over who
published it, fitted on accounts that readers had sorted (``benchmarks/audit/genres.py``).
"""

import re
from collections.abc import Sequence

from checker.rules.vocabulary import DocumentView, SentenceView
from checker_rules.genre_weights import REPORTS

TITLES = ("headline", "heading", "caption")
LEAD = 2
UNKNOWN = 0.5
FULL = 80  # sentences
LONG = 40  # words
_SHORT = 9
# what a sentence that reports, or one that comments, has outside of quotation marks
_WORDING = {
    "writer": r"\b(?:I|I['’]m|[Mm]y|[Ww]e|[Oo]ur|us)\b",
    "reader": r"\b[Yy]our?\b",
    "question": r"\?",
    "demand": r"\b(?:should|must|ought|needs? to)\b",
    "said": r"\b(?:said|told|announced|added|according to|stated)\b",
    "argues": r"\b(?:says|argues|writes|wrote)\b",
    "day": r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    "turn": r"^(?:But|And|So|Yet|Still|Of course|Indeed|In fact|Perhaps|Now|Then)\b",
    "exclamation": r"!",
    "spoken": r"\b(?:is|does|do|ca|wo)n['’]t\b|\b(?:[Ii]t|[Tt]hat)['’]s\b",
    "present": r"\b(?:is|are|has|have)\b",
    "past": r"\b(?:was|were|had)\b",
    "stress": r"\b(?:very|really|simply|clearly|obviously|perhaps|surely|certainly|merely|hardly|indeed|ever|"
    r"truth|fact)\b",
    "aside": r";|—| - ",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _WORDING.items()}
_QUESTION_WORD = re.compile(r"(?:why|how|what|the|is|can|will|should|here)\b", re.IGNORECASE)
_SECTION = re.compile(r"opinion|analysis|editorial|column|perspective|commentary|explain", re.IGNORECASE)
_NEWS = re.compile(r"day\b|\bsaid\b|\bannounced\b")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


def reports(document: DocumentView) -> float:
    """The chance, 0-1, that the account is a report of the news."""
    signs = genre_signs(document)
    if not signs:
        return UNKNOWN
    return round(REPORTS.chance(signs), 4)


def genre_signs(document: DocumentView) -> dict[str, float]:
    """How the account is written, each about 0-1: shares of its sentences, and what its title is like; {} if empty."""
    title = next((s.text for s in document.sentences if s.kind in TITLES), "")
    body = [s for s in document.sentences if s.kind not in TITLES and len(s.text.split()) > 3]
    if not body:
        return {}
    plain = [_QUOTED.sub(" ", s.text) for s in body]
    shares = {name: _share(pattern, plain) for name, pattern in _PATTERNS.items()}
    return {
        **shares,
        "quotes": sum(_quotes(s) for s in body) / len(body),
        "short": sum(len(s.text.split()) < _SHORT for s in body) / len(body),
        "words": min(LONG, sum(len(s.text.split()) for s in body) / len(body)) / LONG,
        "length": min(FULL, len(body)) / FULL,
        "title asks": float("?" in title),
        "title explains": float(bool(_QUESTION_WORD.match(title))),
        "title speaks": float(bool(_PATTERNS["writer"].search(title) or _PATTERNS["reader"].search(title))),
        "title of two parts": float(":" in title),
        "section": float(bool(_SECTION.search(" ".join([title, *plain[:LEAD]])))),
        "lead": float(bool(_NEWS.search(" ".join(plain[:LEAD])))),
    }


def _share(pattern: re.Pattern[str], sentences: Sequence[str]) -> float:
    return sum(bool(pattern.search(s)) for s in sentences) / len(sentences)


def _quotes(sentence: SentenceView) -> bool:
    return any(mark in sentence.text for mark in '"“')
