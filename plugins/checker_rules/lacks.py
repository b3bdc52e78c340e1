"""What is said somewhere in a story and lacking somewhere else, each thing once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.rules.services import Embed
from checker.rules.vocabulary import GapView, StatementView, StoryView
from checker_rules.joined import Joined, joined, tied
from checker_rules.newsworth import centrality, novelty, prominence, substance

FULL = 20  # words; a statement that is longer tells no more at a glance
_LEANING = frozenset(
    "he she it they we i you his her its their our my this that these those others some another both such "
    "there one".split()
)


@dataclass(frozen=True)
class Lack:
    """One thing said: the statements that say it, and where each other account lacks it.

    ``near``: for what accounts tell in ways too different to be matched, how near their sentences are; 1 else.
    ``shown``: the statement to quote where that is settled; ``sure``: the chance, 0-1, that it is reported by who says
    it and told by nobody who lacks it; ``also``: statements of other lacks that are the same matter.
    """

    says: tuple[StatementView, ...]
    gaps: tuple[GapView, ...]
    weight: float
    near: float = 1.0
    shown: StatementView | None = None
    sure: float = 1.0
    also: tuple[StatementView, ...] = ()

    @property
    def best(self) -> StatementView:
        """The statement to quote: one that stands by itself, the fullest of those."""
        return self.shown or max(self.says, key=lambda s: (*stands_alone(s), *fullness(s)))


def stands_alone(statement: StatementView) -> tuple[bool, ...]:
    """How well a statement can be understood without its neighbours, to be compared."""
    return statement.form == "main", not _leans(statement), _has_verb(statement), not _entangled(statement)


def fullness(statement: StatementView) -> tuple[int, int]:
    """How much it tells at a glance; of two that tell as much, the first."""
    return min(FULL, len(statement.text.split())), -statement.index


def carried(story: StoryView, lack: Lack) -> bool:
    """Whether enough independent accounts say it to call its lack an omission, not an addition."""
    documents = [s.document for s in lack.says]
    if story.draft:
        return all(d.id != story.draft for d in documents) and any(
            g.other.id == story.draft for g in lack.gaps
        )
    return story.independent(documents) >= 2


def lacks_of(story: StoryView, embed: Embed) -> list[Lack]:
    """What is said somewhere and lacking somewhere, each thing once, a sentence's statements joined."""
    gaps: dict[StatementView, list[GapView]] = defaultdict(list)
    for gap in story.gaps:
        if gap.other.complete:
            gaps[gap.statement].append(gap)
    found: list[Lack] = []
    for claim in story.claims:
        # a headline says again what the text says, and is matched with whatever is near it
        says = tuple(s for s in claim.statements if s.sentence.kind not in ("headline", "heading"))
        if not says:
            continue
        if len(says) > 1 and not story.draft:
            says = tied(story, says, embed)
            if not says:
                continue
        holders = {s.document.id for s in claim.statements}
        lacking: dict[str, list[GapView]] = defaultdict(list)
        for statement in says:
            for gap in gaps.get(statement, ()):
                lacking[gap.other.id].append(gap)
        # the accounts that say it must miss it there; one of two that finds it again in other words settles the matter
        enough = len(says) if len(says) < 3 else len(says) - 1
        missing = tuple(
            min(g, key=lambda x: x.similarity)
            for other, g in sorted(lacking.items())
            if other not in holders and len(g) >= enough
            # against sources, what one source lacks of another is not the editor's question
            if not story.draft or story.draft in (other, *holders)
        )
        if not missing:
            continue
        alone = story.draft in holders if story.draft else story.independent(s.document for s in says) < 2
        if alone and (_others_say(story, says, missing) or (story.draft and holders != {story.draft})):
            continue
        weight = _weight(story, says, len(missing))
        if weight > 0:
            found.append(Lack(says, missing, weight))
    if not story.draft:
        found += [lack for one in joined(story, embed) if (lack := _lack_of(story, one))]
    return _one_a_sentence(story, found)


def _lack_of(story: StoryView, one: Joined) -> Lack | None:
    """The lack of what accounts tell in different ways; None when no statement of it is lacking anywhere."""
    missing = []
    for other in one.lacking:
        gaps = [g for s in one.says for g in story.gaps_of(s) if g.other.id == other]
        if gaps:
            missing.append(min(gaps, key=lambda g: (g.similarity, g.key)))
    if not missing:
        return None
    weight = _weight(story, one.says, len(missing))
    return Lack(one.says, tuple(missing), weight, one.cosine) if weight > 0 else None


def _others_say(story: StoryView, says: Sequence[StatementView], missing: Sequence[GapView]) -> bool:
    """Whether some account beside those that say it does not lack it; a teaser cannot lack what it does not touch."""
    settled = {s.document.id for s in says} | {g.other.id for g in missing}
    near = {m.right.document.id for s in says for m in story.matches_of(s)}
    return any(d.id not in settled and (d.complete or d.id in near) for d in story.documents)


def _weight(story: StoryView, says: tuple[StatementView, ...], lacking: int) -> float:
    """How much it matters, 0-1: what is said, by or against how many accounts, how prominently, and of whom."""
    best = max(substance(s) for s in says)
    if best == 0:
        return 0.0
    saying = story.independent(s.document for s in says)
    # two accounts that report it weigh against the third; so do two that do not know what the third reports
    share = max(saying, lacking) / len(story.documents)
    names = max(max(centrality(story, s), novelty(story, s)) for s in says)
    return min(
        1.0, best * (0.25 + 0.35 * min(1.0, share) + 0.2 * max(prominence(s) for s in says) + 0.2 * names)
    )


def _one_a_sentence(story: StoryView, lacks: list[Lack]) -> list[Lack]:
    """Of several things one sentence says and another account lacks, keep the weightiest; the rest goes with it."""
    kept: list[Lack] = []
    taken: set[tuple[str, int]] = set()
    # what several accounts carry goes before what one alone has
    for lack in sorted(lacks, key=lambda x: (not carried(story, x), *order(x))):
        places = {(s.document.id, s.sentence.index) for s in lack.says}
        if not places & taken:
            kept.append(lack)
        taken |= places
    return kept


def order(lack: Lack) -> tuple[float, str, int]:
    """The weightiest first; ties by place, so that the order never varies."""
    return (-lack.weight, lack.says[0].document.id, lack.says[0].index)


def _leans(statement: StatementView) -> bool:
    """Whether it begins with a word that stands for something told before: he, its, others."""
    return statement.text.split(" ", 1)[0].lower() in _LEANING


def _has_verb(statement: StatementView) -> bool:
    """Whether the word that says what happened is among those shown."""
    place = statement.predicate_span
    return place is not None and place.of(statement.document.text) in statement.text


def _entangled(statement: StatementView) -> bool:
    """Whether the verb is told within an aside: "the bid by Lund, who vowed to sell, came late" is not of his vow."""
    place = statement.predicate_span
    if place is None:
        return False
    before = statement.text.partition(place.of(statement.document.text))[0]
    return any(f"{mark} {who} " in before for mark in (",", "—", "–") for who in ("who", "which"))
