"""The words of a quotation as they were spoken: contractions in full, spelling and numerals reduced to one form."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker_rules.quote_figures import CURRENCIES, as_spoken

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORD = re.compile(
    # a word that is masked by dashes: p—y, f---ing
    r"\b(?![IiAa][—–-])[A-Za-z](?:[—–]|--+|__+)[-—–_]*[A-Za-z]{0,4}(?!\w)"
    # and one that is broken off: bull----
    r"|\b[A-Za-z]{2,7}(?:-{3,}|—{2,}|_{3,})(?!\w)"
    rf"|\b(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])})\b"
    # money: $5, US$5m
    r"|(?:\bUS)?[$€£¥](?=\d)|\d[\d,.]*(?=(?:k|m|bn|tn)\b)"
    r"|\d+(?:st|nd|rd|th)\b|(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|\d[\d,.]*\d|\[\w{1,3}\]\w+(?:[’']\w+)*|\w[\w*]*\*+\w*|\w+(?:[’']\w+)*"
    r"|[&%]|[…]|\.\s?\.\s?\.[.\s]*|[?!]|[.;:](?=\s|$)|,",
    re.IGNORECASE,
)
# an editor's words: [the mayor], (Libyan strongman); a bracket that only sets a letter is the speaker's: [t]he
_BRACKETS = re.compile(r"\[[^\]]*\](?!\w)|\[[^\]]{4,}\]|\([^)]*\)")
ELLIPSIS, BRACKET, ASIDE = "…", "[]", "()"
# contractions in full, so that "we've" and "we have" are the same words; speech is written down either way
_CONTRACTED = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "cannot": ("can", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "ain't": ("is", "not"),
    "dunno": ("do", "not", "know"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
    "y'all": ("you", "all"),
    "em": ("them",),
    "alright": ("all", "right"),
    "mph": ("miles", "per", "hour"),
    "&": ("and",),
    "ok": ("okay",),
    "%": ("percent",),
    "t.v": ("tv",),
}
_ENDINGS = (
    ("n't", "not"),
    ("'ve", "have"),
    ("'re", "are"),
    ("'ll", "will"),
    ("'m", "am"),
    ("'d", "would"),
)
# "one" stands for more than a number
_NUMERALS = {w: str(n) for n, w in enumerate(_UNITS) if w != "one"} | {"1": "one"}
_NUMERALS |= {w: str(20 + 10 * n) for n, w in enumerate(_TENS)}
_NUMERALS |= {
    f"{ten}-{unit}": str(20 + 10 * n + m)
    for n, ten in enumerate(_TENS)
    for m, unit in enumerate(_UNITS[:10])
    if m
}
# "the 2nd", "the second" and "2" after a month are heard alike
_NUMERALS |= {
    w: str(n) for n, w in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}
# "No. 1", "No 1" is a number, "no 20 boats" a denial
_NUMBER = re.compile(r"(?:No\.?|no\.)\s?\d")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
# titles before a name, short and in full
_SHORT = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "dr": "doctor",
    "mister": "mr",
    "st": "saint",
    "dept": "department",
    "vs": "versus",
    **dict(
        zip(
            "jan feb aug sept sep oct nov dec".split(),
            "january february august september september october november december".split(),
            strict=True,
        )
    ),
}
# words that carry little by themselves: a change among them alone is a slip of transcription
SMALL = frozenset(
    "a an any the and or of to in on at for by with from that this these those it its is are was "
    "were be been being am have has had do does did "
    "so very well just really you know uh um oh i mean too also then there as we they he she his her "
    "their our my your who which s but".split()
)
# forms of one word between which the ear chooses: to write one for the other alters nothing
_VARIANTS = (
    "everyone everybody|anyone anybody|someone somebody|toward towards|until till til|while whilst|among amongst|"
    "yes yeah yep|though although|got have|around round|afterward afterwards|backward backwards|forward forwards|"
    "through throughout|another other"
)
VARIANT = {word: group.split()[0] for group in _VARIANTS.split("|") for word in group.split()}
DENIES = frozenset(
    {"not", "never", "no", "nobody", "nothing", "hardly", "without", "neither", "nor", "none", "barely"}
)
TURNS = frozenset({"unless", "if", "except", "provided", "only"})


@dataclass(frozen=True)
class Token:
    """A word of a quotation (or a mark that ends a sentence or leaves words out), with its span in the account."""

    key: str
    span: Span
    mark: bool = False
    capital: bool = False


def tokens(text: str, start: int) -> tuple[Token, ...]:
    """The words of a quotation that begins at ``start``; an editor's brackets are not the speaker's words."""
    return tuple(
        Token(k, Span(start=start + a, end=start + b), m, text[a].isupper() or text[b - 1].isupper())
        for k, a, b, m in _tokens(text)
    )


def keys_of(words: Sequence[Token]) -> list[str]:
    """The words alone, marks left out."""
    return [t.key for t in words if not t.mark]


def found_at(needle: Sequence[str], hay: Sequence[str]) -> int | None:
    """Where the words stand in a row among others; None where they do not."""
    n, words = len(needle), list(needle)
    if not n or n > len(hay):
        return None
    at = -1
    while True:
        try:
            at = hay.index(words[0], at + 1, len(hay) - n + 1)
        except ValueError:
            return None
        if list(hay[at : at + n]) == words:
            return at


def stands_in(words: Sequence[Token] | Sequence[str], document_keys: Sequence[str]) -> bool:
    """Whether the words stand in a whole account, word for word, between quotation marks or not."""
    keys = [t if isinstance(t, str) else t.key for t in words if isinstance(t, str) or not t.mark]
    return found_at(keys, document_keys) is not None


def masked(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether one word only has its letters hidden on one side: f---, in full."""
    if len(left) != 1 or len(right) != 1:
        return False
    a, b = left[0].key, right[0].key
    return "*" in (a[-1:], b[-1:]) and a[:1] == b[:1]


def _plain(word: str) -> str:
    """A word without accents, which outlets drop: éminence, eminence."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[tuple[str, int, int, bool], ...]:
    hidden = [m.span() for m in _BRACKETS.finditer(text)]
    found = [(ASIDE if text[a] == "(" else BRACKET, a, b, True) for a, b in hidden]
    for match in _WORD.finditer(text):
        a, b = match.span()
        if any(x <= a < y for x, y in hidden):
            continue
        word = spelling(_plain(match.group())).strip()
        if word not in ("&", "%") and word not in CURRENCIES and not any(c.isalnum() for c in word):
            found.append((ELLIPSIS if word.startswith(("…", "..", ". .")) else word, a, b, True))
            continue
        if re.match(r"[a-z]\.", word):
            word = word.replace(".", "")
        if word == "no" and _NUMBER.match(text, a):
            word = "number"
        elif word == "cause" and text[a - 1 : a] in ("'", "’", "‘"):
            word = "because"
        if "*" in word or re.match(r"[a-z](?:[—–_]|--)", word) or word.endswith(("---", "——", "___")):
            # a word that is masked, however many letters are left
            word = word[0] + "*"
        found += ((key, a, b, False) for key in _full(re.sub(r"[,\[\]]", "", word)))
    return tuple(as_spoken(sorted(found, key=lambda t: t[1])))


def _full(word: str) -> tuple[str, ...]:
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    for ending, full_word in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], full_word
    if word.endswith("'s") and len(word) > 2:
        # "America's essential" is heard as "America is essential"; of an owner the same is said in every account
        return spelling(word[:-2]), "us" if word == "let's" else "is"
    if (ordinal := _ORDINAL.fullmatch(word)) is not None:
        return ("first" if ordinal.group(1) == "1" else ordinal.group(1),)
    word = _SHORT.get(word, word)
    return (_NUMERALS.get(word, word),)
