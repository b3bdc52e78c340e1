"""Which documents tell one story, and which are copies of one text."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from checker.models.language import Account, NameValue, QuantityValue

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Vectors = Mapping[str, NDArray[numpy.float32]]
    Matrix = NDArray[numpy.float64]

# a logistic model over the evidence of a pair, chosen by benchmarks/stories.py
EVIDENCE = ("whole", "lead", "nearest", "names", "wording", "near_in_time", "far_in_time")
WEIGHTS = (1.0, 3.0, 8.0, 5.0, 4.0, 1.0, -4.0)
BIAS = -10.0
TOGETHER = 0.1  # average-link: the least mean likelihood between two groups that are joined
# whoever names a handful of accounts says that they belong together; a pile says nothing. Among 50 news events the
# least likely pair of one event is .05, of two events nearly always below .013
HANDFUL, HANDFUL_TOGETHER = 12, 0.04
# two alone that give one figure belong together from here on: short accounts in quite other words are not likelier
PAIR_TOGETHER = 0.005
# figures that two events can have in common: a few of something, and spans of time that everybody speaks of
FEW, DAY = 12, 86400.0
USUAL_SPANS = frozenset(
    n * DAY for n in (0.5, 1, 2, 3, 7, 14, 30.4375, 60.875, 365.25, 730.5, 1095.75, 1461, 1826.25, 3652.5)
)
# an account that is left alone among a handful belongs to a group all the same if it is this likely of one event with
# an account of it and both say one thing in nearly the same words; of two events that holds of 1 pair in 250
RELATED, SAME_THING, TELLING_WORDS = 0.01, 0.75, 6
# two groups of several documents, each this much closer within itself than to the other (in log odds), tell
# two events, though the people and the places be the same: an earlier call and a later vote in one war
CONTRAST = 4.0
LEAD = 6  # statements: headline and first sentences
NEAR_DAYS, FAR_DAYS = 2, 6

COPY = 0.6  # the share of the shorter text's sentences that a copy has word for word
SHORTEST = 6  # words; a shorter sentence is no sign of copying
FEWEST = 4  # sentences that two copies share at least

_WORD = re.compile(r"[^\W_]+")


def group_stories(accounts: Sequence[Account], vectors: "Vectors") -> list[list[str]]:
    """Document ids by story, in the order of the accounts; a document alone is a story of one.

    ``vectors``: document id -> unit vectors of its statements, float32 [n_statements, d].
    """
    if not accounts:
        return []
    likely = _likelihoods(accounts, vectors)
    few = len(accounts) <= HANDFUL
    least = HANDFUL_TOGETHER if few else TOGETHER
    if len(accounts) == 2 and _figures(accounts[0]) & _figures(accounts[1]):
        least = PAIR_TOGETHER
    groups = _average_link(likely, least)
    if few:
        groups = _with_strays(groups, likely, accounts, vectors)
    return [[accounts[i].document.id for i in group] for group in groups]


def _figures(account: Account) -> frozenset[tuple[str, float]]:
    """The figures, with their units, that two events hardly have in common."""
    found = set()
    for value in (m.value for m in account.mentions):
        if not isinstance(value, QuantityValue) or value.form in ("ordinal", "year", "fraction", "score"):
            continue
        if value.form == "duration":
            telling = not any(math.isclose(value.number, span, rel_tol=0.02) for span in USUAL_SPANS)
        else:
            round_count = value.number % 50 == 0 and value.unit in ("", "percent")
            telling = value.form in ("money", "age") or (value.number > FEW and not round_count)
        if telling:
            found.add((value.unit, value.number))
    return frozenset(found)


def likelihood_of(draft: str, accounts: Sequence[Account], vectors: "Vectors") -> dict[str, float]:
    """How likely each other account tells the event that ``draft`` tells, 0-1, by document id."""
    ids = [account.document.id for account in accounts]
    likely = _likelihoods(accounts, vectors)[ids.index(draft)]
    return {i: float(p) for i, p in zip(ids, likely, strict=True) if i != draft}


def find_copies(accounts: Sequence[Account]) -> dict[str, str]:
    """Copy -> original, for documents most of whose sentences stand word for word in another (one wire text).

    The original is the longest of them, the first one given among equals; it is never itself a key.
    """
    told = [_sentence_keys(account) for account in accounts]
    order = sorted(range(len(accounts)), key=lambda i: (-len(told[i]), i))
    original: dict[int, int] = {}
    for place, i in enumerate(order):
        for j in order[:place]:
            if j in original:
                continue
            shared = len(told[i] & told[j])
            if shared >= FEWEST and shared >= COPY * len(told[i]):
                original[i] = j
                break
    ids = [account.document.id for account in accounts]
    return {ids[i]: ids[original[i]] for i in sorted(original)}


def _sentence_keys(account: Account) -> frozenset[str]:
    found = (" ".join(_WORD.findall(sentence.text.lower())) for sentence in account.sentences)
    return frozenset(key for key in found if key.count(" ") >= SHORTEST - 1)


@dataclass(frozen=True)
class _Told:
    """What one document tells, in the forms that are compared."""

    vectors: "Matrix"
    whole: "Matrix"
    lead: "Matrix"
    names: Mapping[str, float]
    shingles: frozenset[tuple[str, ...]]
    published: date | None


def pair_evidence(
    accounts: Sequence[Account], vectors: "Vectors"
) -> dict[tuple[int, int], tuple[float, ...]]:
    """The evidence, in the order of EVIDENCE, that each two documents tell one event."""
    told = [_told(account, vectors[account.document.id]) for account in accounts]
    documents = Counter(name for t in told for name in t.names)
    return {
        (i, j): _evidence(told[i], told[j], documents, len(told))
        for i, j in combinations(range(len(told)), 2)
    }


def _told(account: Account, vectors: "NDArray[numpy.float32]") -> _Told:
    import numpy

    rows = vectors.astype(numpy.float64)
    names = Counter(
        m.value.entity for m in account.mentions if isinstance(m.value, NameValue) and m.value.entity
    )
    words = [w.lower() for s in account.sentences for w in _WORD.findall(s.text)]
    return _Told(
        vectors=rows,
        whole=_unit(rows.sum(axis=0)) if len(rows) else numpy.zeros(vectors.shape[1]),
        lead=_unit(rows[:LEAD].sum(axis=0)) if len(rows) else numpy.zeros(vectors.shape[1]),
        names={name: 1 + math.log(count) for name, count in names.items()},
        shingles=frozenset(zip(*(words[i:] for i in range(6)), strict=False)),
        published=_day(account.document.published),
    )


def _evidence(a: _Told, b: _Told, documents: Counter[str], total: int) -> tuple[float, ...]:
    if not len(a.vectors) or not len(b.vectors):
        return (0.0,) * len(EVIDENCE)
    cosines = a.vectors @ b.vectors.T
    nearest = (float(cosines.max(axis=1).mean()) + float(cosines.max(axis=0).mean())) / 2
    shared = len(a.shingles & b.shingles)
    days = abs((a.published - b.published).days) if a.published and b.published else None
    return (
        float(a.whole @ b.whole),
        float(a.lead @ b.lead),
        nearest,
        _names(a.names, b.names, documents, total),
        min(1.0, math.log1p(shared) / math.log1p(60)),
        float(days is not None and days <= NEAR_DAYS),
        float(days is not None and days >= FAR_DAYS),
    )


def _names(a: Mapping[str, float], b: Mapping[str, float], documents: Counter[str], total: int) -> float:
    """Cosine of the documents' names, weighted by how often they are said and how rare they are."""

    def weight(name: str) -> float:
        return math.log(1 + (total + 2) / documents[name])

    dot = math.fsum(a[n] * b[n] * weight(n) ** 2 for n in sorted(a.keys() & b.keys()))
    of_a, of_b = (math.sqrt(math.fsum((x[n] * weight(n)) ** 2 for n in sorted(x))) for x in (a, b))
    return dot / (of_a * of_b) if of_a and of_b else 0.0


def _likelihoods(accounts: Sequence[Account], vectors: "Vectors") -> "Matrix":
    import numpy

    likely: Matrix = numpy.eye(len(accounts))
    for (i, j), evidence in pair_evidence(accounts, vectors).items():
        total = BIAS + math.fsum(w * x for w, x in zip(WEIGHTS, evidence, strict=True))
        likely[i, j] = likely[j, i] = 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))
    return likely


def _average_link(likely: "Matrix", least: float) -> list[list[int]]:
    """Groups of indices: the two groups most likely one are joined, until the mean falls below ``least``."""
    import numpy

    groups = [[i] for i in range(len(likely))]
    clipped = numpy.clip(likely, 1e-6, 1 - 1e-6)
    odds = numpy.log(clipped / (1 - clipped))
    sums = likely.copy()
    numpy.fill_diagonal(sums, -numpy.inf)
    while len(groups) > 1:
        sizes = numpy.array([len(group) for group in groups], dtype=float)
        # rounded, so that ties are broken by the order of the documents
        means = numpy.round(sums / numpy.outer(sizes, sizes), 9)
        best = int(means.argmax())
        i, j = sorted((best // len(groups), best % len(groups)))
        if not means[i, j] >= least:
            break
        if _apart(odds, groups[i], groups[j]):
            sums[i, j] = sums[j, i] = -numpy.inf
            continue
        groups[i] = sorted(groups[i] + groups[j])
        sums[i, :] += sums[j, :]
        sums[:, i] += sums[:, j]
        sums[i, i] = -numpy.inf
        del groups[j]
        sums = numpy.delete(numpy.delete(sums, j, axis=0), j, axis=1)
    return sorted(groups)


def _with_strays(
    groups: Sequence[Sequence[int]], likely: "Matrix", accounts: Sequence[Account], vectors: "Vectors"
) -> list[list[int]]:
    """Groups, each account that is left alone put to the group that tells one thing as it does, if there is one.

    Another article on an event (what it means for the town) is as a whole unlike the reports of it.
    """
    whole, alone = [list(g) for g in groups if len(g) > 1], list[list[int]]()
    for (stray,) in (g for g in groups if len(g) == 1):
        near = [
            (float(likely[stray, i]), number)
            for number, group in enumerate(whole)
            for i in group
            if likely[stray, i] >= RELATED
            and _says_the_same(accounts[stray], accounts[i], vectors) >= SAME_THING
        ]
        if near:
            whole[max(near, key=lambda x: (x[0], -x[1]))[1]].append(stray)
        else:
            alone.append([stray])
    return sorted(sorted(group) for group in [*whole, *alone])


def _says_the_same(one: Account, other: Account, vectors: "Vectors") -> float:
    """Cosine of the two nearest clauses that tell something; -1 without any. Who somebody is tells nothing."""
    rows = [
        vectors[a.document.id][
            [
                n
                for n, s in enumerate(a.statements)
                if s.form not in ("apposition", "fragment") and len(s.text.split()) >= TELLING_WORDS
            ]
        ]
        for a in (one, other)
    ]
    return float((rows[0] @ rows[1].T).max(initial=-1.0))


def _apart(odds: "Matrix", one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether both groups hold together far better than they do with each other."""
    import numpy

    if len(one) < 2 or len(other) < 2:
        return False
    within = min(float(numpy.mean([odds[i, j] for i, j in combinations(group, 2)])) for group in (one, other))
    return within - float(odds[numpy.ix_(one, other)].mean()) > CONTRAST


def _unit(vector: "Matrix") -> "Matrix":
    import numpy

    length = float(numpy.sqrt((vector * vector).sum()))
    return vector / max(length, 1e-12)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
