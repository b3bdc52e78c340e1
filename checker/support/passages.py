"""Where in the other accounts a statement may be borne out, by words: their sentences, nearest first."""

import math
from collections import Counter
from dataclasses import dataclass

from checker.rules.statement_views import StatementView
from checker.rules.story_views import StoryView
from checker.rules.text_views import DocumentView, SentenceView
from checker.support.wording import stems_of

NEAREST = 3
# how much the matcher's opinion counts beside the words in common
MATCHED = 0.7


@dataclass(frozen=True)
class Nearest:
    """The sentences of other accounts nearest to a statement's sentence, best first.

    ``overlap``: the share of the sentence's content words, weighted by how rare they are, that the best one has;
    ``stems``: of all content words in them together.
    """

    sentences: tuple[SentenceView, ...]
    overlap: float
    stems: frozenset[str]


class Passages:
    """The sentences of a story's accounts, to be searched from any one of them; copies of a text are no witness."""

    def __init__(self, story: StoryView) -> None:
        self._story = story
        self._stems = {s: frozenset(stems_of(s)) for d in story.documents for s in d.sentences}
        self._count = Counter(stem for stems in self._stems.values() for stem in stems)
        self._where: dict[str, set[SentenceView]] = {}
        for sentence, stems in self._stems.items():
            for stem in stems:
                self._where.setdefault(stem, set()).add(sentence)
        self._witnesses = {d.id: self._others(d) for d in story.documents}
        self._nearest: dict[tuple[str, int], Nearest] = {}
        self.said = {
            d.id: frozenset().union(*(self._stems[s] for o in self._witnesses[d.id] for s in o.sentences))
            for d in story.documents
        }

    def witnesses(self, document: DocumentView) -> tuple[DocumentView, ...]:
        """The accounts that may bear ``document`` out: the sources of a draft, else all others but its copies."""
        return self._witnesses[document.id]

    def together(self, document: DocumentView, first: str, second: str) -> bool:
        """Whether one sentence of a witness has both stems."""
        both = self._where.get(first, set()) & self._where.get(second, set())
        witnesses = {d.id for d in self._witnesses[document.id]}
        return any(s.document.id in witnesses for s in both)

    def nearest(self, statement: StatementView) -> Nearest:
        """What comes nearest to the sentence of ``statement``."""
        sentence = statement.sentence
        if (known := self._nearest.get(key := (sentence.document.id, sentence.index))) is not None:
            return known
        own = self._stems[sentence]
        total = math.fsum(self.rarity(stem) for stem in sorted(own)) or 1.0
        matched: dict[SentenceView, float] = {}
        for one in sentence.statements:
            for match in self._story.matches_of(one):
                place = match.right.sentence
                matched[place] = max(matched.get(place, 0.0), match.similarity)
        shares: dict[SentenceView, float] = dict.fromkeys(matched, 0.0)
        for stem in sorted(own):
            weight = self.rarity(stem) / total
            for other in self._where[stem]:
                shares[other] = shares.get(other, 0.0) + weight
        order = {d.id: number for number, d in enumerate(self._witnesses[sentence.document.id])}
        ranked = [
            (-share - MATCHED * matched.get(other, 0.0), order[other.document.id], other.index, other, share)
            for other, share in shares.items()
            if other.document.id in order
        ]
        ranked.sort(key=lambda r: r[:3])
        best = tuple(r[3] for r in ranked[:NEAREST])
        found = Nearest(
            best,
            max((r[4] for r in ranked), default=0.0),
            frozenset().union(*(self._stems[s] for s in best)),
        )
        self._nearest[key] = found
        return found

    def rarity(self, stem: str) -> float:
        """How rare a stem is among the sentences of all accounts: the natural logarithm of one to so many, plus one."""
        return math.log(1 + len(self._stems) / self._count.get(stem, 1))

    def _others(self, document: DocumentView) -> tuple[DocumentView, ...]:
        copies = next((c for c in self._story.copies if document.id in c), frozenset())
        draft = self._story.draft
        return tuple(
            d
            for d in self._story.documents
            if d.id != document.id and d.id not in copies and (draft in ("", document.id) or d.id != draft)
        )
