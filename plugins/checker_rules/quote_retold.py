"""Words that one account quotes and another one gives without marks: as a block, a post, a transcript."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.models.text import Span
from checker.rules.vocabulary import DocumentView, SentenceView
from checker_rules.quote_alignment import QuoteAlignment, Token, keys_of, stands_in, tokens
from checker_rules.quote_change import Change
from checker_rules.quote_gravity import Gravity, gravity
from checker_rules.quote_turns import another_doer
from checker_rules.quote_twice import Quote, known, spoken
from checker_rules.quote_words import DENIES

# so many equal words in a sentence, of which so many carry meaning, are nobody else's
_FEWEST = 10
_WEIGHT = 4
# so many words may stand for as many others; what is longer was written anew
_PLACE = 2
# the sentence beside it has to be given word for word as well, with so many words
_BESIDE = 5
_SPEAKER = frozenset("i me my mine we us our ours".split())
_ENDS = frozenset(".?!:…")
# the point after these ends no sentence
_TITLES = frozenset("mr mrs ms doctor number senator governor representative general saint".split())


@dataclass(frozen=True)
class Retold:
    """A quoted sentence and the same one without marks in another account, which differ in one place."""

    quote: Quote
    sentence: SentenceView
    change: Change


@dataclass(frozen=True)
class _Piece:
    """One sentence of what is quoted, or of what an account says itself."""

    words: tuple[Token, ...]
    quote: Quote | None = None
    sentence: SentenceView | None = None

    @cached_property
    def keys(self) -> list[str]:
        """The words alone, marks left out."""
        return keys_of(self.words)


def retold(
    one: DocumentView, other: DocumentView, keys: dict[str, list[str]], told: Container[Quote]
) -> Iterator[Retold]:
    """Sentences that the first account quotes and the second gives without marks, but for one grave place.

    A reporter may tell the same in words of his own, so the sentence has to be given as a citation: whole, in the
    speaker's own person or beside another sentence of the speech word for word. ``told`` are the quotations that stand
    against one of the second account already; ``keys`` are the words of both.
    """
    quoted, plain = _quoted(one), _plain(other)
    sizes = Counter(len(p.keys) for p in plain)
    for n, piece in enumerate(quoted):
        quote, size = piece.quote, len(piece.keys)
        if quote is None or quote in told or size < _FEWEST or stands_in(piece.keys, keys[other.id]):
            continue
        if not any(sizes[size + more] for more in range(-_PLACE, _PLACE + 1)):
            continue
        for m, against in enumerate(plain):
            change = _differing(piece, against, (keys[one.id], keys[other.id]))
            if change is None or against.sentence is None:
                continue
            own = _SPEAKER & {*piece.keys} & {*against.keys}
            if own or _beside(quoted, n, plain, m):
                yield Retold(quote, against.sentence, change)
                break


def _differing(
    piece: _Piece, against: _Piece, accounts: tuple[Sequence[str], Sequence[str]]
) -> Change | None:
    """The one grave place in which two sentences differ; None where they differ in more, in less or in nothing."""
    left, right = piece.keys, against.keys
    most = max(len(left), len(right))
    if abs(len(left) - len(right)) > _PLACE or (Counter(left) & Counter(right)).total() < most - _PLACE:
        return None
    alignment = QuoteAlignment(piece.words, against.words)
    if alignment.matched < max(_FEWEST, most - _PLACE) or alignment.shared_weight < _WEIGHT:
        return None
    changes = [c for c in alignment.changes if not c.joined and gravity(c, alignment) >= Gravity.GRAVE]
    if len(changes) != 1 or not changes[0].inner or changes[0].fair:
        return None
    change = changes[0]
    if another_doer(change.left, change.right, alignment.words) and not change.turns:
        # who tells it in words of his own says "they" for "we"
        return None
    replaced = bool(change.left and change.right)
    # what is only left out is a shortening, but for a denial
    denied = {t.key for t in (*change.left, *change.right)} & DENIES
    if not (replaced or denied):
        return None
    return None if known(change, alignment.words, accounts) else change


def _beside(quoted: Sequence[_Piece], n: int, plain: Sequence[_Piece], m: int) -> bool:
    """Whether the sentence before or after is the same in both, or the beginning or the end of the other's."""
    for step in (-1, 1):
        if not (0 <= n + step < len(quoted) and 0 <= m + step < len(plain)):
            continue
        short, long = sorted((quoted[n + step].keys, plain[m + step].keys), key=len)
        if len(short) >= _BESIDE and stands_in(short, long):
            return True
    return False


def _quoted(document: DocumentView) -> list[_Piece]:
    return [
        _Piece(words, quote=quote)
        for quote in spoken(document)
        for words in _sentences(tokens(quote.text, quote.span.start))
    ]


def _plain(document: DocumentView) -> list[_Piece]:
    marked = [q.span for q in document.quotes if q.value.direct]
    return [
        _Piece(words, sentence=sentence)
        for sentence in document.sentences
        for words in _sentences(tokens(sentence.text, sentence.span.start))
        if not any(_span(words).overlaps(m) for m in marked)
    ]


def _sentences(words: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The words of each sentence, without marks at its end."""
    start = 0
    for n, token in enumerate(words):
        title = n > 0 and words[n - 1].key in _TITLES
        if token.mark and token.key in _ENDS and not (token.key == "." and title):
            if any(not t.mark for t in words[start:n]):
                yield tuple(words[start:n])
            start = n + 1
    if any(not t.mark for t in words[start:]):
        yield tuple(words[start:])


def _span(words: Sequence[Token]) -> Span:
    return Span(start=words[0].span.start, end=words[-1].span.end)
