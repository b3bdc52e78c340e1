"""OMIT and ADD: what an account leaves out that others carry, and what it alone has."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import BaseModel, Field

from checker import Flag, flag, rule
from checker.rules.services import Embed, Nli
from checker.rules.vocabulary import StoryView
from checker_rules.lacks import Lack, carried, lacks_of
from checker_rules.quoted_lacks import QuotedLack, quoted_lacks
from checker_rules.repeated import joined_quotations, without_repeated
from checker_rules.shown import shortened, what
from checker_rules.sifting import sifted, sifted_quotations
from checker_rules.speakers import speaker_name
from checker_rules.telling import Telling
from checker_rules.worth import Told, Worth

NEXT = 0.93  # so much each further thing weighs that the same account lacks
SHORT = 12  # sentences; of a shorter account everything is told
SAME_WORDING = 0.8  # cosine of two sentences that report one thing, whatever else each of them says


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
    worth: float = Field(
        default=0.1,
        ge=0,
        le=1,
        description="among equals, what an editor wants to read with less chance than this is left out; 0: all",
    )


class OfOneAccount(Options):
    """What a desk can set; what one account alone has is seldom worth a line."""

    worth: float = Field(
        default=0.3,
        ge=0,
        le=1,
        description="among equals, what an editor wants to read with less chance than this is left out; 0: all",
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
    telling = Telling(story, embed)
    every = list(quoted_lacks(story))
    quoted = joined_quotations(sifted_quotations(every, telling))
    lacks = [
        lack
        for lack in lacks_of(story, embed)
        if carried(story, lack) and lack.weight >= options.weight and not _is_quoted(lack, every)
    ]
    kept = sifted(story, lacks, telling, nli, options.most, options.borne_out)
    flags = [(_quotation(story, one), Told.quotation(one)) for one in quoted]
    flags += [
        (_omission(story, lack), Told.lack(lack, "omission"))
        for lack in without_repeated(kept, quoted, embed)
    ]
    yield from worthwhile(story, flags, Worth(story, embed, nli), options.worth)


def worthwhile(
    story: StoryView, flags: Sequence[tuple[Flag, Told]], worth: Worth, least: float
) -> Iterator[Flag]:
    """What an editor is likely to want, each with its chance; of a draft everything that is lacking is asked for.

    Of many things that the same account lacks, or has alone, each next one matters less: it is another kind of article.
    """
    if story.draft:
        yield from (one for one, _ in flags)
        return
    judged = [(one, told, worth.of(told)) for one, told in flags]
    # what was learned of articles says little of a few lines, where all that differs can be read at a glance
    short = any(len(d.sentences) < SHORT for d in story.documents if d.complete)
    before: Counter[str] = Counter()
    for one, told, odds in sorted(judged, key=lambda x: -x[2].worth):
        who = str(one.arguments["who"])
        chance = odds.worth * NEXT ** before[who]
        before[who] += 1
        if short or not least or (chance >= least and worth.vouched(told, odds)):
            data = {**one.data, "worth": round(chance, 3)}
            yield replace(one, confidence=round(odds.sure, 4), data=data)


def _omission(story: StoryView, lack: Lack) -> Flag:
    who = [g.other for g in lack.gaps]
    return flag(
        "lacks" if lack.near >= SAME_WORDING else "touches",
        at=lack.gaps[0].place,
        absent=[g.place for g in lack.gaps[1:]],
        support=(*lack.says, *lack.also),
        confidence=lack.sure,
        data={
            "weight": round(lack.weight, 3),
            "carried": story.independent(s.document for s in lack.says),
        },
        who=_listed([d.name for d in who]),
        leave="leaves" if len(who) == 1 else "leave",
        others=_listed([s.document.name for s in lack.says]),
        report="reports" if len(lack.says) == 1 else "report",
        what=what(lack.best),
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
        support=(*lack.quotes, *lack.also),
        confidence=lack.sure,
        data={"weight": round(weight, 3), "carried": carried, "kind": "quotation"},
        who=_listed([p.document.name for p in lack.places]),
        leave="leaves" if len(lack.places) == 1 else "leave",
        others=_listed([q.document.name for q in lack.quotes]),
        report="reports" if len(lack.quotes) == 1 else "report",
        speaker=speaker_name(*lack.quotes).replace("The speaker", "a speaker"),
        what=shortened(lack.quotes[0].value.exact.rstrip(",.")),
    )


@rule(
    "ADD",
    category="addition",
    severity="info",
    verdict="review",
    messages={"only": "Only {who} says: {what}"},
    options=OfOneAccount,
)
def add(story: StoryView, embed: Embed, options: OfOneAccount, nli: Nli | None = None) -> Iterator[Flag]:
    """A statement that only one account has.

    Flags a statement of one account that no other account of the story makes in any words. The weightiest come
    first: how prominently it stands and how central its names are to the story.

    Why: what nobody else has is either the scoop or the slip.

    Example: one account adds that China abstained.

    Not flagged: background without any of the story's names, opinion and description; what another account bears
    out in other words, by the inference model where there is one.
    """
    lacks = [
        lack for lack in lacks_of(story, embed) if not carried(story, lack) and lack.weight >= options.weight
    ]
    kept = sifted(story, lacks, Telling(story, embed), nli, options.most, options.borne_out, alone=True)
    flags = [
        (
            flag(
                "only",
                at=lack.best,
                absent=[g.place for g in lack.gaps],
                confidence=lack.sure,
                data={"weight": round(lack.weight, 3), "carried": 1},
                who=lack.best.document.name,
                what=what(lack.best),
            ),
            Told.lack(lack, "addition"),
        )
        for lack in kept
    ]
    yield from worthwhile(story, flags, Worth(story, embed, nli), options.worth)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
