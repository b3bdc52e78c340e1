"""What an account lacks: statements of the other that nothing in it answers."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from checker.match.features import Features, Rarity
from checker.match.scoring import Scored
from checker.match.thresholds import Thresholds
from checker.models.language import Account
from checker.models.pairing import Gap, StatementRef

FEWEST_KEYS = 2  # a statement with less content than this cannot be missed
REWORDED = 0.75  # of the words in common: the same statement with another name in it


def gaps_between(
    account: Account,
    other: Account,
    features: Sequence[Features],
    other_features: Sequence[Features],
    scored: Sequence[Scored],
    rarity: Rarity,
    scale: Thresholds,
) -> list[Gap]:
    """Statements of ``account`` that ``other`` lacks; ``scored`` has ``account`` on the left.

    A statement may be covered without a match: by clauses spread over a sentence or two, with other subjects.
    And a good match need not cover it: when another sentence fits the counterpart better, or when it is about
    someone whom the other account never names, it is lacking.
    """
    if not other.document.complete:
        return []
    near: dict[int, list[Scored]] = defaultdict(list)
    rival: dict[int, Scored] = {}
    for s in scored:
        near[s.left].append(s)
        if s.right not in rival or (-s.score, s.left) < (-rival[s.right].score, rival[s.right].left):
            rival[s.right] = s
    carried = _carried(other_features)
    everywhere = frozenset().union(*carried.values()) if carried else frozenset()
    gaps = []
    place = _beginning(other)
    for f in features:
        ranked = sorted(near[f.index], key=lambda s: (-s.score, s.right))
        best = ranked[0] if ranked else None
        sure = best is not None and best.score >= scale.match
        if len(f.keys) >= FEWEST_KEYS:
            window = _window(ranked, other_features, carried)
            missing = f.keys - window
            share = 1 - rarity.sum(missing) / max(rarity.sum(f.keys), 1e-9)
            own = best is not None and features[rival[best.right].left].sentence == f.sentence
            same = best is not None and alike(f.tokens, other_features[best.right].tokens) >= REWORDED
            lacking = f"@{f.subject}" in missing and f"@{f.subject}" not in everywhere
            if not same and (lacking or not _covered(share, best, own, scale)):
                gaps.append(
                    Gap(
                        statement=StatementRef(document=account.document.id, statement=f.index),
                        other=other.document.id,
                        place=place,
                        nearest=None
                        if best is None
                        else StatementRef(document=other.document.id, statement=best.right),
                        similarity=0.0 if best is None else best.similarity,
                        missing=tuple(sorted(key.removeprefix("@") for key in missing)),
                    )
                )
        if sure and best is not None:
            sentence = other_features[best.right].sentence
            place = other.sentences[sentence].span.end
    return gaps


def _covered(share: float, best: Scored | None, own: bool, scale: Thresholds) -> bool:
    """Whether the words are there, or a counterpart that fits no other sentence better says it otherwise."""
    if best is None:
        return False
    return share >= scale.covered or (own and best.score >= scale.absent)


def alike(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of words that two texts have in common (Dice, with repetitions)."""
    common = Counter(a) & Counter(b)
    return 2 * common.total() / max(1, len(a) + len(b))


def _carried(features: Sequence[Features]) -> dict[int, frozenset[str]]:
    """Sentence number -> all keys of its statements."""
    keys: dict[int, set[str]] = defaultdict(set)
    for f in features:
        keys[f.sentence] |= f.keys
    return {sentence: frozenset(found) for sentence, found in keys.items()}


def _window(
    ranked: Sequence[Scored], other: Sequence[Features], carried: dict[int, frozenset[str]]
) -> frozenset[str]:
    """The keys of the two sentences that come closest."""
    sentences = list(dict.fromkeys(other[s.right].sentence for s in ranked))[:2]
    return frozenset().union(*(carried[s] for s in sentences))


def _beginning(account: Account) -> int:
    """Where a text begins, after its headline."""
    for sentence in account.sentences:
        if sentence.kind not in ("headline", "heading"):
            return sentence.span.start
    return account.sentences[0].span.start if account.sentences else 0
