"""OMIT and ADD: what an account leaves out that others carry, and what it alone has."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, Field

from checker import Flag, flag, rule
from checker.rules.services import Embed, Nli
from checker.rules.vocabulary import GapView, StatementView, StoryView
from checker_rules.borne_out import borne_out
from checker_rules.joined import Joined, joined, tied
from checker_rules.newsworth import centrality, novelty, prominence, substance
from checker_rules.quoted_lacks import QuotedLack, quoted_lacks
from checker_rules.speakers import speaker_name

SPARE = 3  # candidates that may take the place of what another account bears out
NEXT = 0.85  # so much each further thing weighs that the same account lacks
SAME_WORDING = 0.8  # cosine of two sentences that report one thing, whatever else each of them says
FULL = 20  # words; a statement that is longer tells no more at a glance
_LEANING = frozenset(
    "he she it they we i you his her its their our my this that these those others some another both such "
    "there one".split()
)


class Options(BaseModel):
    """What a desk can set."""

    most: int = Field(default=12, ge=1, description="findings a story at most, the weightiest first")
    borne_out: float = Field(
        default=0.8,
        ge=0,
        le=1,
        description="entailment probability from which an account says it in other words",
    )
    weight: float = Field(
        default=0.2, ge=0, le=1, description="statements that matter less than this are left out"
    )


@dataclass(frozen=True)
class Lack:
    """One thing said: the statements that say it, and where each other account lacks it.

    ``near``: for what accounts tell in ways too different to be matched, how near their sentences are; 1 else.
    """

    says: tuple[StatementView, ...]
    gaps: tuple[GapView, ...]
    weight: float
    near: float = 1.0

    @property
    def best(self) -> StatementView:
        """The statement to quote: one that stands by itself, the fullest of those."""
        return max(
            self.says,
            key=lambda s: (
                s.form == "main",
                not _leans(s),
                _has_verb(s),
                min(FULL, len(s.text.split())),
                -s.index,
            ),
        )


@rule(
    "OMIT",
    category="omission",
    severity="warning",
    verdict="review",
    messages={
        "lacks": "{who} {leave} out what {others} {report}: {what}",
        "touches": "{who} {leave} out what {others} tell in their own ways: {what}",
        "quotation": "{who} {leave} out words of {speaker} that {others} {report}: “{what}”",
    },
    options=Options,
)
def omit(story: StoryView, embed: Embed, options: Options, nli: Nli | None = None) -> Iterator[Flag]:
    """An account leaves out a statement that other accounts carry.

    Flags a statement that at least two independent accounts carry (against sources: at least one) and that this
    account makes nowhere, not in other words and not spread over several sentences. Accounts that tell one thing in
    ways too different to be matched carry it too; the message says "in their own ways". The weightiest come first: how
    many accounts carry it, how prominently, how central its names are to the story, and how little else the same
    account leaves out.

    Why: what is left out can change a story more than what is wrong.

    Example: two accounts say that the text passed only after it was amended; the third only that it passed.

    Not flagged: headline or teaser-only accounts, background, wire copies of one text counted as one account; what
    the account bears out in other words, by the inference model where there is one.
    """
    quoted = list(quoted_lacks(story))
    lacks = [
        lack
        for lack in _lacks(story, embed)
        if _carried(story, lack) and lack.weight >= options.weight and not _is_quoted(lack, quoted)
    ]
    flags = [_quotation(story, one) for one in quoted]
    flags += [_omission(story, lack) for lack in _weightiest(lacks, nli, options)]
    # of a draft everything that is lacking is asked for
    yield from flags if story.draft else _spread(flags)


def _spread(flags: Sequence[Flag]) -> Iterator[Flag]:
    """Of many things that the same account lacks each next one matters less: it is another kind of article."""
    before: Counter[str] = Counter()
    for one in sorted(flags, key=lambda f: -float(f.confidence or 0) * float(f.data["weight"])):
        who = str(one.arguments["who"])
        yield replace(one, data={**one.data, "weight": round(one.data["weight"] * NEXT ** before[who], 3)})
        before[who] += 1


def _omission(story: StoryView, lack: Lack) -> Flag:
    who = [g.other for g in lack.gaps]
    return flag(
        "lacks" if lack.near >= SAME_WORDING else "touches",
        at=lack.gaps[0].place,
        absent=[g.place for g in lack.gaps[1:]],
        support=lack.says,
        confidence=_sure(story, lack),
        data={
            "weight": round(lack.weight, 3),
            "carried": story.independent(s.document for s in lack.says),
        },
        who=_listed([d.name for d in who]),
        leave="leaves" if len(who) == 1 else "leave",
        others=_listed([s.document.name for s in lack.says]),
        report="reports" if len(lack.says) == 1 else "report",
        what=_what(lack.best),
    )


def _is_quoted(lack: Lack, quoted: Sequence[QuotedLack]) -> bool:
    """Whether what is lacking is part of a quotation that is reported as lacking already, or of its sentence."""
    places = [(q.document, q.span, q.sentence) for one in quoted for q in one.quotes]
    if any(d == s.document and span.overlaps(s.span) for d, span, _ in places for s in lack.says):
        return True
    lackers = {g.other.id for g in lack.gaps}
    told = {
        sentence
        for one in quoted
        if lackers <= {p.document.id for p in one.places}
        for q in one.quotes
        if (sentence := q.sentence)
    }
    return all(s.sentence in told for s in lack.says)


def _quotation(story: StoryView, lack: QuotedLack) -> Flag:
    carried = story.independent(q.document for q in lack.quotes)
    length = min(1.0, len(lack.quotes[0].text.split()) / 15)
    place = max(1.0 - 0.8 * q.sentence.index / max(1, len(q.document.sentences)) for q in lack.quotes)
    weight = (0.45 + 0.25 * length + 0.3 * place) * min(1.0, 0.45 + carried / len(story.documents) * 0.5)
    return flag(
        "quotation",
        at=lack.places[0],
        absent=lack.places[1:],
        support=lack.quotes,
        confidence=0.85,
        data={"weight": round(weight, 3), "carried": carried, "kind": "quotation"},
        who=_listed([p.document.name for p in lack.places]),
        leave="leaves" if len(lack.places) == 1 else "leave",
        others=_listed([q.document.name for q in lack.quotes]),
        report="reports" if len(lack.quotes) == 1 else "report",
        speaker=speaker_name(*lack.quotes).replace("The speaker", "a speaker"),
        what=_shortened(lack.quotes[0].value.exact.rstrip(",.")),
    )


@rule(
    "ADD",
    category="addition",
    severity="info",
    verdict="review",
    messages={"only": "Only {who} says: {what}"},
    options=Options,
)
def add(story: StoryView, embed: Embed, options: Options, nli: Nli | None = None) -> Iterator[Flag]:
    """A statement that only one account has.

    Flags a statement of one account that no other account of the story makes in any words. The weightiest come
    first: how prominently it stands and how central its names are to the story.

    Why: what nobody else has is either the scoop or the slip.

    Example: one account adds that China abstained.

    Not flagged: background without any of the story's names, opinion and description; what another account bears
    out in other words, by the inference model where there is one.
    """
    lacks = [
        lack for lack in _lacks(story, embed) if not _carried(story, lack) and lack.weight >= options.weight
    ]
    for lack in _weightiest(lacks, nli, options, alone=True):
        yield flag(
            "only",
            at=lack.best,
            absent=[g.place for g in lack.gaps],
            confidence=_sure(story, lack),
            data={"weight": round(lack.weight, 3), "carried": 1},
            who=lack.best.document.name,
            what=_what(lack.best),
        )


def _weightiest(lacks: Sequence[Lack], nli: Nli | None, options: Options, alone: bool = False) -> list[Lack]:
    """The weightiest, in order, without the accounts that bear a statement out in other words.

    What is said to stand ``alone`` in one account does not once a single other one bears it out.
    """
    # the model is asked of what may be shown, not of all
    asked = sorted(lacks, key=_order)[: options.most + SPARE]
    sure = iter(borne_out([(lack.best, gap) for lack in asked for gap in lack.gaps], nli))
    kept = []
    for lack in asked:
        gaps = tuple(gap for gap in lack.gaps if next(sure) < options.borne_out)
        if gaps == lack.gaps or (gaps and not alone):
            kept.append(replace(lack, gaps=gaps))
    return kept[: options.most]


def _carried(story: StoryView, lack: Lack) -> bool:
    """Whether enough independent accounts say it to call its lack an omission, not an addition."""
    documents = [s.document for s in lack.says]
    if story.draft:
        return all(d.id != story.draft for d in documents) and any(
            g.other.id == story.draft for g in lack.gaps
        )
    return story.independent(documents) >= 2


def _lacks(story: StoryView, embed: Embed) -> list[Lack]:
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
    for lack in sorted(lacks, key=lambda x: (not _carried(story, x), *_order(x))):
        places = {(s.document.id, s.sentence.index) for s in lack.says}
        if not places & taken:
            kept.append(lack)
        taken |= places
    return kept


def _order(lack: Lack) -> tuple[float, str, int]:
    return (-lack.weight, lack.says[0].document.id, lack.says[0].index)


def _sure(story: StoryView, lack: Lack) -> float:
    """The farther the nearest thing in the other account, the surer that it is lacking.

    Surest when the statement is about somebody whom the accounts that lack it never name.
    """
    if len(lack.says) == 1 and novelty(story, lack.best) == 1.0:
        return 0.88
    nearest = max(g.similarity for g in lack.gaps)
    if lack.near < 1:
        # what is joined across accounts is the surer the more alike they tell it
        return round(min(0.85, max(0.3, 0.35 + 1.4 * (lack.near - 0.6))), 4)
    return round(min(0.92, max(0.3, 1.05 - 0.7 * nearest)), 4)


def _leans(statement: StatementView) -> bool:
    """Whether it begins with a word that stands for something told before: he, its, others."""
    return statement.text.split(" ", 1)[0].lower() in _LEANING


def _has_verb(statement: StatementView) -> bool:
    """Whether the word that says what happened is among those shown."""
    place = statement.predicate_span
    return place is not None and place.of(statement.document.text) in statement.text


def _what(statement: StatementView) -> str:
    words = _shortened(statement.text.rstrip("."))
    shown = f"“{words}”" if statement.quoted else words[:1].upper() + words[1:]
    return shown if shown.endswith("…") else shown + "."


def _shortened(words: str) -> str:
    return words if len(words) <= 160 else words[:157].rsplit(" ", 1)[0] + " …"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
