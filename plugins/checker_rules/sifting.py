"""What stays of the lacks without accounts that tell a thing after all and accounts that do not report it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from checker.rules.services import Nli
from checker.rules.vocabulary import StatementView, StoryView
from checker_rules.borne_out import borne_out
from checker_rules.lacks import Lack, carried, fullness, order, stands_alone
from checker_rules.quoted_lacks import QuotedLack
from checker_rules.shown import what
from checker_rules.surroundings import root
from checker_rules.telling import OWN_WAYS, REPORTED, TOLD, TOUCHED, Telling, Thing

SPARE = 3  # candidates that may take the place of what another account bears out
SUREST = 0.95  # the most that is said to be sure
ENTAILED = 0.6  # entailment, either way, from which two sentences report one thing in whatever words


def sifted(
    story: StoryView,
    lacks: Sequence[Lack],
    telling: Telling,
    nli: Nli | None,
    most: int,
    sure: float,
    alone: bool = False,
) -> list[Lack]:
    """The weightiest, ``most`` of them, in order, each with the accounts that report it and those that lack it.

    What is said to stand ``alone`` in one account does not once a single other one tells it. The inference model,
    which bears a thing out from ``sure`` on, is asked only of what may be shown.
    """
    asked = list(islice(_doubted(story, lacks, telling, nli, alone), most + SPARE))
    answers = iter(borne_out([(lack.best, gap) for lack in asked for gap in lack.gaps], nli))
    kept = []
    for lack in asked:
        gaps = tuple(gap for gap in lack.gaps if next(answers) < sure)
        if gaps == lack.gaps or (gaps and not alone):
            kept.append(replace(lack, gaps=gaps))
    return kept[:most]


def _doubted(
    story: StoryView, lacks: Sequence[Lack], telling: Telling, nli: Nli | None, alone: bool
) -> Iterator[Lack]:
    """The lacks in order, without whoever does not report or does tell it by words and vectors."""
    for lack in sorted(lacks, key=order):
        one = _reported(lack, telling, nli)
        if len(one.says) < len(lack.says) and not carried(story, one):
            continue
        roots = {root(s.predicate) for s in one.says}
        thing = replace(Thing.of(one.best), deed=roots.pop() if len(roots) == 1 < len(one.says) else "")
        told = {g: telling.told(thing, g.other) for g in one.gaps}
        # a quotation that is shown whole for the sake of one half is not lacking where the other half stands
        words = what(one.best) if _spoken(one.best) else ""
        gaps = tuple(g for g in one.gaps if told[g] < TOLD and not telling.has(words, g.other))
        if gaps and (gaps == one.gaps or not alone):
            sure = one.sure * (1 - max(told[g] for g in gaps))
            yield replace(one, gaps=gaps, sure=round(min(SUREST, sure), 4))


def _spoken(statement: StatementView) -> bool:
    """Whether some of it is in quotation marks."""
    return any(q.value.direct and q.span.overlaps(statement.span) for q in statement.sentence.quotes)


def _reported(lack: Lack, telling: Telling, nli: Nli | None) -> Lack:
    """The lack with the statement to quote that the others report most surely, and those who report it."""
    if len(lack.says) == 1:
        return lack
    chances = {
        s: {o: telling.reported(Thing.of(s), o.sentence) for o in lack.says if o is not s} for s in lack.says
    }

    def worth(s: StatementView) -> tuple[object, ...]:
        return *stands_alone(s), round(min(chances[s].values()), 1), *fullness(s)

    shown = max(lack.says, key=worth)
    least = REPORTED if lack.near == 1 else TOUCHED
    says = tuple(s for s in lack.says if s is shown or chances[shown][s] >= least)
    if lack.near < 1:
        # sentences that are no more than near may be of two matters of one kind: these must share most of it
        says = tuple(
            s
            for s in says
            if s is shown or chances[shown][s] >= OWN_WAYS or _one_says_the_other(s, shown, nli)
        )
    sure = min((chances[shown][s] for s in says if s is not shown), default=1.0)
    return replace(lack, says=says, shown=shown, sure=sure)


def _one_says_the_other(a: StatementView, b: StatementView, nli: Nli | None) -> bool:
    """Whether the inference model finds either statement in the sentence of the other."""
    if nli is None:
        return False
    judgements = nli.judge_many([(a.sentence.text, b), (b.sentence.text, a)])
    return any(j.entailment >= ENTAILED for j in judgements)


def sifted_quotations(lacks: Sequence[QuotedLack], telling: Telling) -> list[QuotedLack]:
    """Quotations without the accounts that tell in words of their own what is quoted."""
    kept = []
    for lack in lacks:
        quote = lack.quotes[0]
        thing = Thing(quote.value.exact, quote.sentence, quote.span)
        told = {p: telling.told(thing, p.document) for p in lack.places}
        places = tuple(p for p in lack.places if told[p] < TOLD)
        if places:
            sure = 1 - max(told[p] for p in places)
            kept.append(replace(lack, places=places, sure=round(min(SUREST, sure), 4)))
    return kept
