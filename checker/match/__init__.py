"""Which statements of two accounts belong together, and which have no counterpart.

``features`` says what a statement is about, ``neighbours`` finds candidates (faiss, both ways), ``scoring``
turns a pair into a number from 0 to 1, ``gaps`` says what an account lacks; thresholds and weights of each
embedding model stand in ``thresholds``.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from checker.match.features import Rarity, features_of
from checker.match.gaps import gaps_between
from checker.match.neighbours import candidates
from checker.match.scoring import PairScorer, Scored
from checker.match.thresholds import thresholds_for
from checker.models.language import Account
from checker.models.pairing import Gap, Match, StatementRef

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Vectors = Mapping[str, NDArray[numpy.float32]]

__all__ = ["match_accounts"]


def match_accounts(
    accounts: Sequence[Account], vectors: "Vectors", *, embedder_name: str
) -> tuple[list[Match], list[Gap]]:
    """Matches and gaps between every two accounts of a story, at statement level.

    ``vectors``: document id -> unit vectors of its statements, float32 [n_statements, d], made by the
    embedder called ``embedder_name``, whose thresholds are used. Matches come in the order of the accounts
    and of their statements; ``left`` belongs to the account that was given first. An account that is not
    complete (a headline or a teaser) lacks nothing.
    """
    scale = thresholds_for(embedder_name)
    features = [features_of(account) for account in accounts]
    rarity = Rarity([f for of_account in features for f in of_account])
    matches: list[Match] = []
    gaps: list[Gap] = []
    for i, j in combinations(range(len(accounts)), 2):
        left, right = accounts[i], accounts[j]
        if not left.statements or not right.statements:
            continue
        a, b = vectors[left.document.id], vectors[right.document.id]
        scorer = PairScorer(features[i], features[j], a, b, rarity, scale)
        scored = [scorer(m, n) for m, n in candidates(a, b, features[i], features[j])]
        matches += _matches(left, right, scored, scale.match)
        gaps += gaps_between(left, right, features[i], features[j], scored, rarity, scale)
        flipped = [s.flipped() for s in scored]
        gaps += gaps_between(right, left, features[j], features[i], flipped, rarity, scale)
    return matches, gaps


def _matches(left: Account, right: Account, scored: Sequence[Scored], least: float) -> list[Match]:
    best_of_left = best([(s.left, s.right, s.score) for s in scored])
    best_of_right = best([(s.right, s.left, s.score) for s in scored])
    return [
        Match(
            left=StatementRef(document=left.document.id, statement=s.left),
            right=StatementRef(document=right.document.id, statement=s.right),
            similarity=s.similarity,
            score=s.score,
            mutual=best_of_left[s.left] == s.right and best_of_right[s.right] == s.left,
        )
        for s in sorted(scored, key=lambda s: (s.left, s.right))
        if s.score >= least
    ]


def best(pairs: Sequence[tuple[int, int, float]]) -> dict[int, int]:
    """For every first index its counterpart of the highest score; the earlier one among equals."""
    found: dict[int, tuple[float, int]] = {}
    for one, other, score in pairs:
        rank = (-score, other)
        if one not in found or rank < found[one]:
            found[one] = rank
    return {one: rank[1] for one, rank in found.items()}
