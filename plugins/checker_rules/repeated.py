"""What the same accounts lack twice over, of one statement or of one matter: one finding stands for it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker_rules.lacks import Lack
from checker_rules.quoted_lacks import Quote, QuotedLack
from checker_rules.speakers import same_speaker

if TYPE_CHECKING:
    from checker.rules.services import Embed

# sentences between two quotations of one statement, at most
BESIDE = 3
# cosine of two statements, or of a statement and quoted words, from which on they are one matter to miss
SAME_MATTER, SAME_QUOTED = 0.75, 0.7


def joined_quotations(lacks: Sequence[QuotedLack]) -> list[QuotedLack]:
    """The fullest quotation of each statement, with the others of it in ``also``; the order of the first is kept.

    Two quotations are of one statement when an account has them close together as the words of one speaker. They are
    one finding when who lacks the one lacks the other: all of the accounts of either.
    """
    parent = list(range(len(lacks)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, one in enumerate(lacks):
        for j in range(i):
            if root(i) != root(j) and _one_statement(one, lacks[j]):
                parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[QuotedLack]] = defaultdict(list)
    for i, one in enumerate(lacks):
        groups[root(i)].append(one)
    return [_fullest(group) for _, group in sorted(groups.items())]


def _one_statement(one: QuotedLack, other: QuotedLack) -> bool:
    mine, theirs = ({p.document.id for p in x.places} for x in (one, other))
    if not (mine <= theirs or theirs <= mine):
        return False
    return any(_beside(a, b) for a in one.quotes for b in other.quotes)


def _beside(a: Quote, b: Quote) -> bool:
    return (
        a.document == b.document
        and abs(a.sentence.index - b.sentence.index) <= BESIDE
        # a speaker who is not known is whoever spoke just before
        and (a.value.speaker == b.value.speaker or same_speaker(a, b) is not False)
    )


def _fullest(group: Sequence[QuotedLack]) -> QuotedLack:
    head = max(group, key=lambda x: (len(x.quotes), min(30, len(x.quotes[0].text.split()))))
    return replace(head, also=tuple(q for x in group if x is not head for q in x.quotes))


def without_repeated(lacks: Sequence[Lack], quoted: Sequence[QuotedLack], embed: "Embed") -> list[Lack]:
    """The lacks, in order, without what is the matter of an earlier one or of a quotation that the same ones lack."""
    kept: list[Lack] = []
    for lack in lacks:
        lackers = {g.other.id for g in lack.gaps}
        if any(
            lackers <= {p.document.id for p in q.places}
            and embed.similarity(lack.best, q.quotes[0].value.exact) >= SAME_QUOTED
            for q in quoted
        ):
            continue
        same = next(
            (
                n
                for n, k in enumerate(kept)
                if lackers <= {g.other.id for g in k.gaps}
                and embed.similarity(lack.best, k.best) >= SAME_MATTER
            ),
            None,
        )
        if same is None:
            kept.append(lack)
        else:
            kept[same] = replace(kept[same], also=(*kept[same].also, *lack.says))
    return kept
