"""What an account lacks: statements of the other that nothing in it answers."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from checker.match.features import Features, Rarity, carried_by
from checker.match.scoring import Scored
from checker.match.thresholds import Thresholds
from checker.models.language import Account, DateValue, QuantityValue
from checker.models.pairing import Gap, StatementRef

FEWEST_KEYS = 2  # a statement with less content than this cannot be missed
NEAREST = 3  # sentences over which an answer may be spread
MUCH_BETTER = 0.15  # by so much another sentence has to fit a counterpart better to claim it
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
    carried = carried_by(other, other_features)
    everywhere = frozenset().union(*(c.keys for c in carried.values()))
    headlines = {s.index for s in account.sentences if s.kind in ("headline", "heading")}
    gaps = []
    place = _beginning(other)
    for f in features:
        ranked = sorted(near[f.index], key=lambda s: (-s.score, s.right))
        best = ranked[0] if ranked else None
        sure = best is not None and best.score >= scale.match
        if len(f.keys) + len(f.figures) >= FEWEST_KEYS:
            sentences = _nearest_sentences(ranked, other_features)
            window = frozenset().union(*(carried[s].keys for s in sentences))
            missing = f.keys - window
            answer = Answer(
                share=1 - rarity.sum(missing) / max(rarity.sum(f.keys), 1e-9),
                cosine=max((s.similarity for s in ranked), default=0.0),
                own=best is not None and _fits(f, best, rival[best.right], features, headlines),
                predicate=_predicate(f, window),
                figures=_met(f.figures, [v for s in sentences for v in carried[s].figures]),
            )
            same = best is not None and alike(f.tokens, other_features[best.right].tokens) >= REWORDED
            lacking = (
                f"@{f.subject}" in missing
                and f"@{f.subject}" not in everywhere
                and not (best is not None and _by_office(f, other_features[best.right]))
            )
            if not same and (lacking or answer.strength < scale.covered):
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


@dataclass(frozen=True)
class Answer:
    """What an account has that may answer a statement of another one.

    ``share``: of the statement's content, by weight, in the nearest sentences; ``cosine``: to the nearest statement;
    ``own``: no other sentence of the statement's account fits that one better; ``predicate``: whether what is said to
    have happened is said there too, None when the verb says nothing by itself; ``figures``: the share of its figures
    and dates that are met there, None when it has none.
    """

    share: float
    cosine: float
    own: bool
    predicate: bool | None
    figures: float | None

    @property
    def strength(self) -> float:
        """How much speaks for an answer; what counts as one is ``Thresholds.covered``."""
        near = self.cosine * (1.0 if self.own else 0.5)
        figures = 0.0 if self.figures is None else self.figures - 0.5
        deed = 0.0 if self.predicate is None else 0.35 if self.predicate else -0.35
        return 2.2 * self.share + 3.0 * near + deed + 1.2 * figures


def _by_office(f: Features, other: Features) -> bool:
    """Whether the other one names the actor by an office that this one gives him too: the prosecutor."""
    return not other.subject and other.actor in f.content | f.offices


def _predicate(f: Features, window: Collection[str]) -> bool | None:
    """Whether the verb, or a word for the same, is among the words; None for a verb that says nothing by itself."""
    return f.predicate in window if f.predicate in f.content else None


def _met(
    figures: Sequence[QuantityValue | DateValue], others: Sequence[QuantityValue | DateValue]
) -> float | None:
    """The share of the figures that some other figure may be."""
    if not figures:
        return None
    met = sum(any(_answers(f, o) for o in others) for f in figures)
    return met / len(figures)


def _answers(figure: QuantityValue | DateValue, other: QuantityValue | DateValue) -> bool:
    if isinstance(figure, QuantityValue) and isinstance(other, QuantityValue):
        return figure.unit == other.unit and figure.compatible(other)
    return isinstance(figure, DateValue) and isinstance(other, DateValue) and figure.compatible(other)


def alike(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of words that two texts have in common (Dice, with repetitions)."""
    common = Counter(a) & Counter(b)
    return 2 * common.total() / max(1, len(a) + len(b))


def _nearest_sentences(ranked: Sequence[Scored], other: Sequence[Features]) -> frozenset[int]:
    """The sentences that come closest."""
    return frozenset(list(dict.fromkeys(other[s.right].sentence for s in ranked))[:NEAREST])


def _fits(
    f: Features, best: Scored, rival: Scored, features: Sequence[Features], headlines: Collection[int]
) -> bool:
    """Whether the counterpart is this statement's rather than that of another sentence of its account.

    A headline says again what a sentence says, and is no rival to it.
    """
    sentence = features[rival.left].sentence
    return sentence == f.sentence or sentence in headlines or rival.score - best.score < MUCH_BETTER


def _beginning(account: Account) -> int:
    """Where a text begins, after its headline."""
    for sentence in account.sentences:
        if sentence.kind not in ("headline", "heading"):
            return sentence.span.start
    return account.sentences[0].span.start if account.sentences else 0
