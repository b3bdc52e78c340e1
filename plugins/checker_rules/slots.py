"""Whether two places of two sentences are the same slot: what is said there is said of the same thing."""

from collections.abc import Iterator, Sequence

from checker.models.language import Word
from checker.models.text import Span
from checker.rules.alignment import CONTENT, spelling
from checker.rules.sentence_pairs import SentencePair

# words that hold a sentence together without saying what it is about
LIGHT = frozenset(
    {
        "be",
        "have",
        "do",
        "say",
        "tell",
        "make",
        "get",
        "go",
        "take",
        "come",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "by",
        "with",
        "from",
    }
)


def slot(pair: SentencePair, left: Span, right: Span, besides: frozenset[str] = frozenset()) -> float:
    """How surely two spans stand in the same slot, 0-1: by the words around or above them.

    1.0 is the same place of two nearly equal sentences; 0.5 the same governing word in sentences that share
    half of their content; 0 no sign of it. ``besides`` are governing words that say nothing, such as the
    noun that both figures count.
    """
    return max(_aligned(pair, left, right, besides), _governed(pair, left, right, besides))


def _aligned(pair: SentencePair, left: Span, right: Span, besides: frozenset[str]) -> float:
    alignment = pair.alignment
    swap = alignment.swap_of(left, right)
    if swap is None or not swap.firm:
        return 0.0
    if max(len(swap.left), len(swap.right)) > 8:
        return 0.0
    around = min(1.0, (swap.before + swap.after) / 5)
    if _rest(swap.left, left, besides) and _rest(swap.right, right, besides):
        # "began on Monday" against "ended on Friday": what the two belong to parts as well
        return 0.0
    neat = 1.0 if max(len(swap.left), len(swap.right)) <= 4 else 0.8
    return neat * (0.25 + 0.35 * around + 0.4 * max(alignment.likeness, 0.8 * alignment.overlap))


def _rest(words: Sequence[Word], span: Span, besides: frozenset[str]) -> bool:
    """Whether a place holds content beside the span."""
    return any(
        w.pos in CONTENT and not w.span.overlaps(span) and spelling(w.lemma) not in besides for w in words
    )


def _governed(pair: SentencePair, left: Span, right: Span, besides: frozenset[str]) -> float:
    a = [w for w in governors(pair.left_words, left) if w not in besides]
    b = [w for w in governors(pair.right_words, right) if w not in besides]
    if not a or not b:
        return 0.0
    shared = [w for w in a[:3] if w in b[:3] and w not in LIGHT]
    if not shared:
        return 0.0
    first = 1.0 if a[0] == b[0] and a[0] not in LIGHT else 0.7
    return first * (0.3 + 0.15 * min(2, len(shared)) + 0.3 * pair.alignment.overlap)


def governors(words: Sequence[Word], span: Span) -> Iterator[str]:
    """Lemmas of the words that govern a span, nearest first, prepositions left out."""
    if not words:
        return
    inside = [i for i, w in enumerate(words) if span.overlaps(w.span)]
    tops = [i for i in inside if head_index(words, i) not in inside or head_index(words, i) == i]
    if not tops:
        return
    i, seen = tops[0], set()
    while 0 <= (head := head_index(words, i)) < len(words) and head != i and head not in seen:
        seen.add(head)
        i = head
        if words[i].pos not in ("ADP", "PART", "DET", "PUNCT", "SYM", "CCONJ", "SCONJ"):
            yield spelling(words[i].lemma)


def head_index(words: Sequence[Word], i: int) -> int:
    """The index of a word's governor among the words of its sentence; itself for the root.

    Heads count from the account's first word; a sentence's own words start at some later one.
    """
    root = next((n for n, w in enumerate(words) if w.dep == "ROOT"), 0)
    return words[i].head - words[root].head + root
