"""Two quotations laid side by side, word by word: what is equal, what differs, what was left out and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from checker_rules.quote_blocks import held
from checker_rules.quote_change import BRACKETED, Change
from checker_rules.quote_turns import another_doer, begins_a_measure, doubles, takes_up
from checker_rules.quote_words import (
    ASIDE,
    BRACKET,
    DENIES,
    ELLIPSIS,
    SMALL,
    TURNS,
    Token,
    found_at,
    keys_of,
    stands_in,
    tokens,
)

__all__ = ["QuoteAlignment", "Token", "keys_of", "stands_in", "tokens"]
# how many words of one side may stand for few of the other at the edge before they are only more of the speech
_EDGE = 6
# a gap between two words that is as wide as this holds a dash
_DASH = 3
# so many little words after an ellipsis may belong to what it stands for
_TAKEN_UP = 2
# so many words, of which at most one carries meaning, are equal in two other sentences by chance
_STRAY = 6
# so many equal words between two places in which quotations part hold neither of them
_HOLD = 2
# so many words a denial has: "lied", "did not lie"
_DENIAL = 3


@dataclass(frozen=True)
class QuoteAlignment:
    """The words of two quotations in their longest equal stretches (Ratcliff and Metzener 1988)."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The words of both sides without marks."""
        return tuple(t for t in self.left if not t.mark), tuple(t for t in self.right if not t.mark)

    @cached_property
    def _keys(self) -> tuple[list[str], list[str]]:
        a, b = self.words
        return [t.key for t in a], [t.key for t in b]

    @cached_property
    def common(self) -> int:
        """An upper bound of the equal words, quickly: the longest common subsequence."""
        from rapidfuzz.distance import LCSseq

        return int(LCSseq.similarity(*self._keys))

    @cached_property
    def _blocks(self) -> tuple[tuple[int, int, int], ...]:
        from difflib import SequenceMatcher

        a, b = self._keys
        # ties are broken by order, so the sides are put in one that does not depend on which is left
        turned = (len(b), b) < (len(a), a)
        first, second = (b, a) if turned else (a, b)
        found = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
        blocks = [(m.b, m.a, m.size) if turned else (m.a, m.b, m.size) for m in found if m.size]
        return tuple(held(blocks, a, (len(a), len(b))))

    @cached_property
    def _pairs(self) -> tuple[tuple[int, int], ...]:
        return tuple((i + n, j + n) for i, j, size in self._blocks for n in range(size))

    @cached_property
    def along(self) -> tuple[Sequence[Token], Sequence[Token]]:
        """The words of both sides from the first to the last equal one."""
        a, b = self.words
        if not self._pairs:
            return a, b
        (i, j), (k, m) = self._pairs[0], self._pairs[-1]
        return a[i : k + 1], b[j : m + 1]

    @cached_property
    def matched(self) -> int:
        """How many words are equal and in the same order."""
        return len(self._pairs)

    @cached_property
    def run(self) -> int:
        """The longest stretch of equal words."""
        return max((size for _, _, size in self._blocks), default=0)

    @cached_property
    def coverage(self) -> float:
        """Share of the shorter side's words that stand in the other in the same order, 0-1."""
        return self.matched / max(1, min(len(side) for side in self.words))

    @cached_property
    def overlap(self) -> float:
        """Share of equal words where one quotation ends with what the other begins with, 0-1; 0 where they do not.

        One account breaks off where another has only begun.
        """
        a, b = self.words
        if not self._pairs:
            return 0.0
        (i, j), (k, m) = self._pairs[0], self._pairs[-1]
        if (i, m) != (0, len(b) - 1) and (j, k) != (0, len(a) - 1):
            return 0.0
        return self.matched / max(1, min(len(side) for side in self.along))

    @cached_property
    def shared_weight(self) -> int:
        """How many of the equal words carry meaning by themselves."""
        return sum(self.words[0][i].key not in SMALL for i, _ in self._pairs)

    @cached_property
    def altered(self) -> float:
        """Share of words that were changed where the two run along each other, 0-1."""
        changed = sum(c.size for c in self.changes if not c.fair)
        return changed / max(1, self.matched + changed)

    @cached_property
    def contrary(self) -> bool:
        """Whether the two are equal throughout but for one place, where one says the contrary of the other."""
        if len(self.changes) != 1:
            return False
        (change,) = self.changes
        sides = zip(self.words, (change.left, change.right), strict=True)
        whole = all(len(words) == self.matched + len(changed) for words, changed in sides)
        denied = change.turns and change.size <= _DENIAL
        return whole and (denied or change.contrary or another_doer(change.left, change.right, self.words))

    @cached_property
    def contained(self) -> bool:
        """Whether the shorter stands in the longer word for word: the same, or a fair shortening at the edges."""
        a, b = self._keys
        short, long = (a, b) if len(a) <= len(b) else (b, a)
        return bool(short) and not begins_a_measure(*self.words) and found_at(short, long) is not None

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Where the two part, in order; what only one side goes on with before or after the other is no change."""
        a, b = self.words
        marks = [(-1, -1), *self._pairs, (len(a), len(b))]
        found: list[Change] = []
        places: list[int] = []
        for n, ((i, j), (k, m)) in enumerate(pairwise(marks)):
            left, right = a[i + 1 : k], b[j + 1 : m]
            if left and right and self._forks(n, (i, j), (k, m)):
                break
            inner = 0 < n < len(marks) - 2
            sizes = sorted((len(left), len(right)))
            further = not sizes[0] or sizes[1] > min(_EDGE, 2 * sizes[0] + 1)
            if not sizes[1] or (not inner and further and (n or not begins_a_measure(a, b))):
                continue
            versions = (
                tuple(t.key for t in a[max(0, i - 1) : k + 2]),
                tuple(t.key for t in b[max(0, j - 1) : m + 2]),
            )
            gaps = (_gap(self.left, a, i, k, ELLIPSIS), _gap(self.right, b, j, m, ELLIPSIS))
            editor = (_marks(self.left, a, i, k, BRACKET), _marks(self.right, b, j, m, BRACKET))
            elided = (not left and gaps[0]) or (not right and gaps[1]) or (all(sizes) and any(gaps) and inner)
            loose = inner and not all(sizes)
            elided = elided or (loose and self._slid((i, k), (j, m), ELLIPSIS))
            # "hurtful. ... I pledge" may lack "I want to apologize and" as well
            resumes = bool(found) and found[-1].ellipsis and inner and not all(sizes)
            side, words, at = (self.right, b, j) if left else (self.left, a, i)
            if resumes and _resumes(side, words, at):
                elided = not ({t.key for t in (*left, *right)} & (DENIES | TURNS))
            bracketed = (any(editor) and not _asides(*editor)) or (
                loose and self._slid((i, k), (j, m), BRACKET)
            )
            bracketed = bracketed and sizes[1] <= BRACKETED
            beside = (*a[max(0, i) : i + 1], *a[k : k + 1]), (*b[max(0, j) : j + 1], *b[m : m + 1])
            alone, whole = (left, self.left) if left else (right, self.right)
            again = loose and takes_up(alone, whole, a[k].key, (a[: i + 1], b[: j + 1]))
            again = again or (inner and doubles(left, right, (self.left, self.right)))
            found.append(Change(left, right, inner, elided, bracketed, versions, beside, again))
            places.append(n)
        return tuple(_held_by_words(found, places))

    def _forks(self, place: int, before: tuple[int, int], after: tuple[int, int]) -> bool:
        """Whether both sides go on with another sentence there, and little of what follows is the same.

        "I don't talk about it. I told you" against "I don't talk about it. The reason is": two occasions.
        """
        if not place or after[0] >= len(self.words[0]) or after[1] >= len(self.words[1]):
            return False
        rest = [self.words[0][i].key for i, _ in self._pairs if i >= after[0]]
        sides = zip((self.left, self.right), self.words, before, after, strict=True)
        begins = all(any(_gap(side, words, i, i + 1, mark) for mark in ".?!") for side, words, i, _ in sides)
        return begins and len(rest) <= _STRAY and sum(k not in SMALL | DENIES for k in rest) < 2

    def _slid(self, left: tuple[int, int], right: tuple[int, int], mark: str) -> bool:
        """Whether words left out can as well be taken from where the other side has an ellipsis or a bracket.

        "Bold, perhaps too bold, and I like it" lacks "bold, perhaps too" or "perhaps too bold".
        """
        a, b = self.words
        long, short = (a, b) if left[1] - left[0] > right[1] - right[0] else (b, a)
        side = self.right if long is a else self.left
        (i, k), (j, m) = (left, right) if long is a else (right, left)
        for _ in range(k - i - 1):
            if k >= len(long) or m >= len(short) or long[i + 1].key != long[k].key:
                return False
            i, k, j, m = i + 1, k + 1, j + 1, m + 1
            if _gap(side, short, j, m, mark):
                return True
        return False

    @cached_property
    def cut(self) -> tuple[Token, ...]:
        """Words next to a shortened quotation that the other side has and that turn its sense; empty when fair.

        A "not" before the words that were kept, or an "unless" right after them, in the same sentence.
        """
        short, long = (
            (self.left, self.right) if len(self.words[0]) <= len(self.words[1]) else (self.right, self.left)
        )
        keys, kept = keys_of(long), keys_of(short)
        at = found_at(kept, keys)
        if at is None or len(kept) < 3:
            return ()
        words = [t for t in long if not t.mark]
        first, last = long.index(words[at]), long.index(words[at + len(kept) - 1])
        before: list[Token] = []
        for at in range(first - 1, max(0, first - 5) - 1, -1):
            token = long[at]
            # another clause is another thought: "it is without merit and we will defend it", "no, I have not"
            if token.mark or token.key in ("and", "but", "because", "so", "or"):
                break
            if long[at + 1].span.start - token.span.end >= _DASH:
                break
            before.insert(0, token)
        after = list(long[last + 1 : last + 4])
        if any(t.key in DENIES for t in before):
            return tuple(t for t in before if not t.mark)
        nearest = next((n for n, t in enumerate(after) if t.mark and t.key != ","), len(after))
        # "or if" goes on to another case
        joined = any(t.key in ("and", "or") for t in after[:nearest])
        if not joined and any(t.key in ("unless", "if", "except", "provided") for t in after[:nearest]):
            return tuple(t for t in after if not t.mark)
        return ()


def _held_by_words(changes: Sequence[Change], places: Sequence[int]) -> Iterator[Change]:
    """The changes without those that too few equal words hold before an ellipsis: these are of two sentences.

    "They're not sending their best ... They're bringing drugs" against "They're sending people that have lots of
    problems": only "they're" and "sending" are the same. ``places``: how many equal words stand before each.
    """
    for n, change in enumerate(changes):
        before = places[n] - (places[n - 1] if n else 0)
        then = changes[n + 1] if n + 1 < len(changes) else None
        parted = then is not None and then.ellipsis and then.left and then.right
        if not (parted and before <= _HOLD and places[n + 1] - places[n] <= _HOLD):
            yield change


def _gap(side: Sequence[Token], words: Sequence[Token], i: int, k: int, key: str) -> bool:
    """Whether the mark stands between the equal words around a change."""
    return bool(_marks(side, words, i, k, key))


def _marks(side: Sequence[Token], words: Sequence[Token], i: int, k: int, key: str) -> list[Token]:
    # the two halves of a contraction have one span, and no room between them
    start = words[i].span.end if i >= 0 else (side[0].span.start if side else 0)
    end = words[k].span.start if k < len(words) else (side[-1].span.end if side else 0)
    keys = (key, ASIDE) if key == BRACKET else (key,)
    return [t for t in side if t.mark and t.key in keys and start <= t.span.start and t.span.end <= end]


def _asides(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether both sides have the same words in round brackets: the speaker's, "the board (as always) failed us"."""
    sizes = [len(t.span) for t in left], [len(t.span) for t in right]
    return sizes[0] == sizes[1] and all(t.key == ASIDE for t in (*left, *right))


def _resumes(side: Sequence[Token], words: Sequence[Token], at: int) -> bool:
    """Whether the words up to ``at`` are one or two little ones right after an ellipsis: "... I pledge".

    They may be the last of what was left out as well as the first of what was kept.
    """
    for start in range(at, max(0, at - _TAKEN_UP), -1):
        if words[start].key not in SMALL:
            return False
        if _gap(side, words, start - 1, start, ELLIPSIS):
            return True
    return False
