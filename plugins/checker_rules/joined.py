"""Sentences of several accounts that tell one thing in ways too different for their statements to be matched.

Statements are matched one by one and strictly, because a contradiction between things that are not the same is a
false alarm. For what a third account leaves out that is too strict: "the charges were announced by the deputy
attorney general" and "officials were furious that the indictments were announced on Friday" are one thing to miss.
So whole sentences are joined here, before it is decided who lacks what.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from checker.rules.vocabulary import DocumentView, SentenceView, StatementView, StoryView
from checker_rules.newsworth import substance

if TYPE_CHECKING:
    from checker.protocols import Floats
    from checker.rules.services import Embed

# cosine of two sentences from which on they tell one thing: see docs/decisions.md
ALIKE = 0.66
# an account that has a sentence as near as this, or nearly as near as the others are to each other, has it too
NEAR, NEARER = 0.6, 0.08
# statements matched one by one are said to be one thing when they and their sentences are together this near, or when
# the matcher is all but sure (a long stretch of words in common) and either is near
TOGETHER, SURE, EITHER = 1.2, 0.9, 0.6
FEWEST_WORDS = 5
_TITLES = ("headline", "heading", "caption")


@dataclass(frozen=True)
class Joined:
    """Sentences of different accounts that tell one thing, at most one an account, and who lacks it.

    ``cosine``: of the two that are farthest apart; ``says``: of each sentence the statement that is nearest to the
    others; ``lacking``: ids of the accounts that have nothing as near.
    """

    says: tuple[StatementView, ...]
    cosine: float
    lacking: tuple[str, ...]


def joined(story: StoryView, embed: "Embed") -> Iterator[Joined]:
    """What two or more accounts tell and at least one other has nothing near, in the order of the texts."""
    if len(story.documents) < 3:
        return
    vectors = {d.id: embed.encode(d.sentences) for d in story.documents if d.sentences}
    for group in _groups(story, vectors):
        rows = [vectors[s.document.id][_row(s)] for s in group]
        cosine = min(float(a @ b) for a, b in combinations(rows, 2))
        members = {s.document.id for s in group}
        lacking = tuple(
            d.id
            for d in story.documents
            if d.id not in members
            and d.complete
            and d.sentences
            and max(float((vectors[d.id] @ row).max()) for row in rows) <= min(NEAR, cosine - NEARER)
        )
        says = tuple(_told(s, [o for o in group if o is not s], embed) for s in group)
        if lacking and all(says):
            yield Joined(tuple(s for s in says if s), round(cosine, 4), lacking)


def tied(story: StoryView, says: Sequence[StatementView], embed: "Embed") -> tuple[StatementView, ...]:
    """Those of a claim's statements that tell the same as another one of them, not only something like it.

    A match may still contradict, which is what most rules look for; whoever is said to report a thing must report it.
    """
    kept = set()
    for a, b in combinations(says, 2):
        near = (embed.similarity(a, b), embed.similarity(a.sentence, b.sentence))
        score = next((m.score for m in story.matches_of(a) if m.right == b), 0.0)
        if sum(near) >= TOGETHER or (score >= SURE and max(near) >= EITHER):
            kept |= {a, b}
    return tuple(s for s in says if s in kept)


def _groups(story: StoryView, vectors: "dict[str, Floats]") -> list[list[SentenceView]]:
    """Sentences that are each other's nearest, joined from the nearest pair on."""
    pairs: list[tuple[float, SentenceView, SentenceView]] = []
    for left, right in combinations([d for d in story.documents if d.id in vectors], 2):
        cosines = vectors[left.id] @ vectors[right.id].T
        mine, theirs = _comparable(left), _comparable(right)
        for m in mine:
            n = max(theirs, key=lambda k: (float(cosines[m, k]), -k), default=None)
            if n is None or cosines[m, n] < ALIKE:
                continue
            if max(mine, key=lambda k: (float(cosines[k, n]), -k)) == m:
                one, other = left.sentences[m], right.sentences[n]
                if not _about_others(one, other):
                    pairs.append((round(float(cosines[m, n]), 6), one, other))
    group: dict[SentenceView, list[SentenceView]] = {}
    for _, one, other in sorted(pairs, key=lambda p: (-p[0], p[1].key, p[2].key)):
        a, b = group.setdefault(one, [one]), group.setdefault(other, [other])
        if a is b or {s.document.id for s in a} & {s.document.id for s in b}:
            continue
        a.extend(b)
        for sentence in b:
            group[sentence] = a
    order = {d.id: n for n, d in enumerate(story.documents)}
    found = {id(g): sorted(g, key=lambda s: (order[s.document.id], s.index)) for g in group.values()}
    return sorted(
        (g for g in found.values() if len(g) > 1), key=lambda g: (order[g[0].document.id], g[0].index)
    )


def _comparable(document: DocumentView) -> list[int]:
    """Rows of the sentences that tell something: a headline says again what the text says."""
    return [
        n
        for n, s in enumerate(document.sentences)
        if s.kind not in _TITLES and len(s.text.split()) >= FEWEST_WORDS
    ]


def _about_others(one: SentenceView, other: SentenceView) -> bool:
    """Whether each is about somebody whom the other one does not name: one vote of this senator, one of that."""
    subjects = [
        {a.head for s in x.statements for a in s.arguments if a.role in ("subject", "agent")} & x.entities
        for x in (one, other)
    ]
    return bool(
        subjects[0] and subjects[1] and not subjects[0] & other.entities and not subjects[1] & one.entities
    )


def _row(sentence: SentenceView) -> int:
    return next(n for n, s in enumerate(sentence.document.sentences) if s == sentence)


def _told(sentence: SentenceView, others: Sequence[SentenceView], embed: "Embed") -> StatementView | None:
    """The statement of the sentence that the others come nearest to; None when none says anything by itself."""
    telling = [s for s in sentence.statements if substance(s) > 0] or [
        s for s in sentence.statements if s.form != "fragment"
    ]
    return max(
        telling,
        key=lambda s: (round(sum(embed.similarity(s, o) for o in others), 6), -s.index),
        default=None,
    )
