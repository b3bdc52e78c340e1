"""Two quotations laid side by side, word by word: what is equal, what differs, what was left out and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from checker.models.text import Span
from checker.rules.alignment import spelling

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|\d[\d,.]*\d|\w+(?:[’']\w+)*|[…]|\.\.\.+|[?!]|[.;:](?=\s|$)|,")
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
# contractions in full, so that "we've" and "we have" are the same words; speech is written down either way
_CONTRACTED = (
    (re.compile(r"^(ca)n't$"), ("can", "not")), (re.compile(r"^won't$"), ("will", "not")), (re.compile(r"^cannot$"), ("can", "not")),
    (re.compile(r"^gonna$"), ("going", "to")), (re.compile(r"^wanna$"), ("want", "to")), (re.compile(r"^gotta$"), ("got", "to")),
)
_ENDINGS = (("n't", "not"), ("'ve", "have"), ("'re", "are"), ("'ll", "will"), ("'m", "am"))
_PRONOUNS_IS = frozenset({"it", "he", "she", "that", "there", "what", "who", "here", "where", "let"})
_NUMERALS = {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_NUMERALS.pop("one")
# words that carry little by themselves: a change among them alone is a slip of transcription
_SMALL = frozenset(
    "a an the and or of to in on at for by with from that this these those it its is are was were be been being am have has had do does did "
    "so very well just really you know uh um i mean too also then there as we they he she his her their our my your who which".split()
)
_DENIES = frozenset({"not", "never", "no", "nobody", "nothing", "hardly", "without", "neither"})
_TURNS = frozenset({"but", "unless", "if", "except", "provided", "however", "although"})


@dataclass(frozen=True)
class Token:
    """A word of a quotation (or a mark that ends a sentence), with its span in the account."""

    key: str
    span: Span
    mark: bool = False
    capital: bool = False


def tokens(text: str, start: int) -> tuple[Token, ...]:
    """The words of a quotation that begins at ``start``; an editor's brackets are not the speaker's words."""
    return tuple(
        Token(k, Span(start=start + a, end=start + b), m, text[a].isupper() or text[b - 1 :].isupper())
        for k, a, b, m in _tokens(text)
    )


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[tuple[str, int, int, bool], ...]:
    hidden = [m.span() for m in _BRACKETS.finditer(text)]
    found: list[tuple[str, int, int, bool]] = []
    for match in _WORD.finditer(text):
        a, b = match.span()
        if any(x <= a < y for x, y in hidden):
            continue
        word = spelling(match.group())
        if not any(c.isalnum() for c in word):
            found.append(("…" if word.startswith(("…", "..")) else word, a, b, True))
            continue
        if re.match(r"[a-z]\.", word):
            word = word.replace(".", "")
        found += ((key, a, b, False) for key in _full(word.replace(",", "")))
    return tuple(found)


def _full(word: str) -> tuple[str, ...]:
    for pattern, full in _CONTRACTED:
        if pattern.match(word):
            return full
    for ending, full_word in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], full_word
    if word.endswith("'s") and word[:-2] in _PRONOUNS_IS:
        return word[:-2], "is"
    return (_NUMERALS.get(word, word),)


@dataclass(frozen=True)
class Change:
    """A place where the quotations part; one side may be empty. ``inner``: equal words stand on both sides of it."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    inner: bool
    ellipsis: bool

    @property
    def weighty(self) -> bool:
        """Whether more than little words differ."""
        words = {t.key for t in (*self.left, *self.right)}
        return bool(words - _SMALL)

    @property
    def respelled(self) -> bool:
        """Whether one foreign name is only written another way: Gadhafi, al-Qaddafi."""
        from rapidfuzz.fuzz import ratio

        if not 0 < len(self.left) <= 2 or not 0 < len(self.right) <= 2:
            return False
        a, b = self.left[-1], self.right[-1]
        return a.capital and b.capital and ratio(a.key, b.key) >= 55

    @property
    def turns(self) -> bool:
        """Whether what stands on one side only denies or restricts the rest."""
        words = [{t.key for t in side} for side in (self.left, self.right)]
        return bool((words[0] ^ words[1]) & (_DENIES | _TURNS))


@dataclass(frozen=True)
class QuoteAlignment:
    """The words of two quotations with their longest common subsequence (Hunt and Szymanski 1977)."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The words of both sides without marks."""
        return tuple(t for t in self.left if not t.mark), tuple(t for t in self.right if not t.mark)

    @cached_property
    def _pairs(self) -> tuple[tuple[int, int], ...]:
        from rapidfuzz.distance import Indel

        a, b = self.words
        pairs: list[tuple[int, int]] = []
        for op in Indel.opcodes([t.key for t in a], [t.key for t in b]):
            if op.tag == "equal":
                pairs += zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)
        return tuple(pairs)

    @cached_property
    def coverage(self) -> float:
        """Share of the shorter side's words that stand in the other in the same order, 0-1."""
        a, b = self.words
        return len(self._pairs) / max(1, min(len(a), len(b)))

    @cached_property
    def shared_weight(self) -> int:
        """How many of the equal words carry meaning by themselves."""
        a, _ = self.words
        return sum(a[i].key not in _SMALL for i, _ in self._pairs)

    @cached_property
    def contained(self) -> bool:
        """Whether the shorter stands in the longer word for word: the same, or a fair shortening at the edges."""
        a, b = self.words
        short, long = (a, b) if len(a) <= len(b) else (b, a)
        return bool(short) and _find([t.key for t in short], [t.key for t in long]) is not None

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Where the two part, in order; what only one side goes on with before or after the other is no change."""
        a, b = self.words
        marks = [(-1, -1), *self._pairs, (len(a), len(b))]
        found = []
        for n, ((i, j), (k, m)) in enumerate(zip(marks, marks[1:], strict=False)):
            left, right = a[i + 1 : k], b[j + 1 : m]
            inner = 0 < n < len(marks) - 2
            if not left and not right or not inner and not (left and right):
                continue
            if not inner and (max(len(left), len(right)) > 6 + 2 * min(len(left), len(right))):
                continue
            found.append(Change(left, right, inner, self._elided(left, right, a, b, i, j)))
        return tuple(found)

    def _elided(self, left: Sequence[Token], right: Sequence[Token], a: Sequence[Token], b: Sequence[Token], i: int, j: int) -> bool:
        """Whether an ellipsis stands on the side that lacks the words."""
        side, words, at = (self.left, a, i) if not left else (self.right, b, j)
        if left and right or at < 0 or at + 1 >= len(words):
            return False
        # the two halves of a contraction have one span, and no room between them
        gap = Span(start=words[at].span.end, end=max(words[at].span.end, words[at + 1].span.start))
        return any(t.mark and t.key == "…" and gap.overlaps(t.span) for t in side)

    @cached_property
    def cut(self) -> tuple[Token, ...]:
        """Words next to a shortened quotation that the other side has and that turn its sense; empty when fair.

        A "not" before the words that were kept, or an "unless" right after them, in the same sentence.
        """
        short, long = (self.left, self.right) if len(self.words[0]) <= len(self.words[1]) else (self.right, self.left)
        keys, kept = [t.key for t in long if not t.mark], [t.key for t in short if not t.mark]
        at = _find(kept, keys)
        if at is None or len(kept) < 3:
            return ()
        words = [t for t in long if not t.mark]
        first, last = long.index(words[at]), long.index(words[at + len(kept) - 1])
        before: list[Token] = []
        for token in reversed(long[max(0, first - 5) : first]):
            if token.mark and token.key != ",":
                break
            before.insert(0, token)
        after = [t for t in long[last + 1 : last + 4]]
        if any(t.key in _DENIES for t in before):
            return tuple(t for t in before if not t.mark)
        nearest = next((n for n, t in enumerate(after) if t.mark and t.key != ","), len(after))
        if any(t.key in ("unless", "if", "except", "provided") for t in after[:nearest]):
            return tuple(t for t in after if not t.mark)
        return ()


def _find(needle: Sequence[str], hay: Sequence[str]) -> int | None:
    n = len(needle)
    return next((i for i in range(len(hay) - n + 1) if hay[i : i + n] == needle), None)


def stands_in(words: Sequence[Token], document_keys: Sequence[str]) -> bool:
    """Whether the words stand in a whole account, word for word, between quotation marks or not."""
    return _find([t.key for t in words if not t.mark], document_keys) is not None
