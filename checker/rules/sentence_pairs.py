"""Sentences of two accounts that are likely about the same thing, with their word alignment."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from checker.models.language import Word
from checker.models.text import Span
from checker.rules.alignment import Alignment, align
from checker.rules.text_views import DocumentView, SentenceView

if TYPE_CHECKING:
    from checker.rules.story_views import MatchView, StoryView


@dataclass(frozen=True, eq=False)
class SentencePair:
    """Two sentences of different accounts with at least one match between their statements.

    ``score`` is the best match's, 0-1; ``best`` says that neither sentence has a clearly better partner.
    """

    left: SentenceView
    right: SentenceView
    score: float
    best: bool
    matches: "tuple[MatchView, ...]"

    @cached_property
    def left_words(self) -> tuple[Word, ...]:
        """The left sentence's words with their grammar."""
        return sentence_words(self.left)

    @cached_property
    def right_words(self) -> tuple[Word, ...]:
        """The right sentence's words with their grammar."""
        return sentence_words(self.right)

    @cached_property
    def alignment(self) -> Alignment:
        """Where the sentences run alike and where they part."""
        return align(self.left_words, self.right_words)


def words_in(document: DocumentView, span: Span) -> tuple[Word, ...]:
    """The words of an account that lie within a span."""
    words = document.account.words
    starts = _starts(document)
    if starts is None:
        return tuple(w for w in words if span.contains(w.span))
    first, last = bisect_left(starts, span.start), bisect_right(starts, span.end)
    return tuple(w for w in words[first:last] if w.span.end <= span.end)


def sentence_words(sentence: SentenceView) -> tuple[Word, ...]:
    """The words of one sentence."""
    return tuple(_by_sentence(sentence.document).get(sentence.index, ()))


def _starts(document: DocumentView) -> list[int] | None:
    """Where the words start, None when they are not in the order of the text."""
    if "_word_starts" not in document.__dict__:
        starts = [w.span.start for w in document.account.words]
        document.__dict__["_word_starts"] = starts if starts == sorted(starts) else None
    found: list[int] | None = document.__dict__["_word_starts"]
    return found


def _by_sentence(document: DocumentView) -> dict[int, list[Word]]:
    cached = document.__dict__.get("_words_by_sentence")
    if cached is None:
        cached = defaultdict(list)
        for word in document.account.words:
            cached[word.sentence].append(word)
        # the view is frozen to rules; this is its own cache, as functools.cached_property keeps it
        document.__dict__["_words_by_sentence"] = cached
    return cached


def pair_sentences(story: "StoryView") -> tuple[SentencePair, ...]:
    """Every pair of sentences that a match connects, in the order of the texts."""
    found: dict[tuple[SentenceView, SentenceView], list[MatchView]] = defaultdict(list)
    for match in story.matches:
        found[match.left.sentence, match.right.sentence].append(match)
    scores = {pair: max(m.score for m in matches) for pair, matches in found.items()}
    top: dict[tuple[SentenceView, str], float] = defaultdict(float)
    for (left, right), score in scores.items():
        top[left, right.document.id] = max(top[left, right.document.id], score)
        top[right, left.document.id] = max(top[right, left.document.id], score)
    return tuple(
        SentencePair(
            left,
            right,
            scores[left, right],
            scores[left, right] >= max(top[left, right.document.id], top[right, left.document.id]) - 0.05,
            tuple(matches),
        )
        for (left, right), matches in found.items()
    )
