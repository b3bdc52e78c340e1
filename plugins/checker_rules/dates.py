"""DATE: dates, weekdays, times and durations that cannot both be right."""

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from checker import Embed, Flag, flag, rule
from checker.models.language import DateValue
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import StoryView, marked
from checker_rules import moments
from checker_rules.circumstances import figures_clash, ones_apart
from checker_rules.dated_things import of_a_part, of_other_things
from checker_rules.deeds import two_deeds_named
from checker_rules.events import (
    aside,
    both_open,
    doer,
    other_doer,
    parted,
    shared_governor,
    shared_roots,
    statement_match,
    unmatched,
)
from checker_rules.fact_weights import DATES
from checker_rules.facts import Differing, Kind, differing, surest
from checker_rules.figures import moving, numbered_apart
from checker_rules.lone_dates import lone_dates
from checker_rules.moments import (
    When,
    agree,
    ahead,
    another_day,
    by_the_speaker,
    comparable_values,
    given,
    guessed,
    of_what_follows,
    pictured,
)
from checker_rules.same_fact import one_quotation, same_deed
from checker_rules.slots import slot
from checker_rules.story_slots import roots_in
from checker_rules.surroundings import Surroundings
from checker_rules.two_deeds import (
    denied_once,
    of_earlier_one,
    planned,
    put_off,
    repeated,
    reported,
    takes_effect,
    told_by_two,
)
from checker_rules.unanswered import asked_apart

MOMENT_KIND = Kind(
    mentions=lambda document: document.dates,
    comparable=moments.comparable,
    agree=moments.agree,
    conflict=moments.conflict,
    given=moments.given,
    inside=moments.inside,
    evidence=moments.evidence,
    weights=DATES,
)
_SURE, _LIKELY = 0.72, 0.45
# by the whole story, where two people's deeds of one kind look like one
_STORY_SURE, _STORY_LIKELY = 0.9, 0.62
# what is left to a reader's judgement is never nearly certain
_DOUBT = 0.78
# how much of the likelihood another doer, the present tense or a wholly other day leaves
_OTHERS = 0.7
# how much of it two steps of one affair leave: a plan and what came of it, a deed and its telling
_STEPS = 0.5
# sentences that have less in common tell two things that happen to stand in one story
_THIN = 0.16
_SAME = 0.9
# sentences that share so many names are of one affair
_NAMES, _NAMED_LIKELY = 4, 0.5
# words that tell that a clause is of one thing with another
_CLAUSE = 4
_UPDATED = re.compile(
    r"(?:(?:last|latest) )?(?:updated?|updates|posted|published|corrected)\b", re.IGNORECASE
)


@rule(
    "DATE",
    severity="error",
    messages={"differs": "{left_outlet} dates it {left}; {right_outlet} dates it {right}."},
)
def date(story: StoryView, embed: Embed | None = None) -> Iterator[Flag]:
    """Two accounts date the same event differently.

    Flags two dates, weekdays or times of day of one event that cannot name the same moment, each read
    against the date of its own account where that is known. They are sought all over the accounts, by the
    words, names, quotations and other dates around them; only one deed dated twice is a ``fail``. In short accounts
    two hours, days or years that each stand alone, in the two sentences nearest to each other, are for review too.

    Why: "on Friday" is easily carried over from another day's report.

    Example: "was indicted on Tuesday" against "was indicted on Thursday".

    Not flagged: a weekday and the date it fell on, a month and a day in it, the day of an event and the
    day on which somebody spoke of it, a deed done again, a day on which it was not yet done,
    the day in a photograph's caption.
    """
    for one in _found(story, embed):
        a, b = one.left, one.right
        yield flag(
            "differs",
            at=marked(a.sentence, a),
            against=[marked(b.sentence, b)],
            verdict="fail" if one.firm else "review",
            confidence=min(0.95 if one.firm else _DOUBT, one.sure),
            data={
                "kind": "date",
                "uncertain": not one.firm,
                "verb": ["dates it", "date it"],
                "sides": {a.document.name: a.text, b.document.name: b.text},
                **({"sole": True} if one.alone else {}),
            },
            left=a.text,
            right=b.text,
            left_outlet=a.document.name,
            right_outlet=b.document.name,
        )


def _found(story: StoryView, embed: Embed | None) -> Iterator[Differing[DateValue]]:
    """Dates of one event that cannot both be right, the surest first, one partner an account for each.

    Two sentences side by side and the whole story are asked, and the surer answer counts.
    """
    around = Surroundings(story)
    found = []
    for pair in (*story.sentence_pairs, *unmatched(story, "date")):
        for sure, a, b in _differences(story, pair):
            sure *= _one_step(pair, a, b)
            if sure >= _LIKELY and not _thin(around, pair, a, b):
                found.append(Differing(sure, pair, a, b, firm=sure >= _SURE and _firm(pair, a, b)))
    for one in differing(story, MOMENT_KIND):
        sure = one.sure * _odds(one.left, one.right) * _one_step(one.pair, one.left, one.right)
        if numbered_apart(one.pair):
            continue
        names = one.pair.left.entities & one.pair.right.entities
        if sure >= (_NAMED_LIKELY if len(names) >= _NAMES else _STORY_LIKELY):
            firm = sure >= _STORY_SURE and _firm(one.pair, one.left, one.right)
            found.append(replace(one, sure=sure, firm=firm))
    if embed is not None:
        found += (
            one
            for one in lone_dates(story, embed)
            if not numbered_apart(one.pair)
            and not (_of_another_clause(one.left, one.right) or _of_another_clause(one.right, one.left))
            and (_one_step(one.pair, one.left, one.right) or (planned(one.left) and planned(one.right)))
        )
    alone = {(one.left, one.right) for one in found if one.alone}
    return surest([replace(one, alone=(one.left, one.right) in alone) for one in found])


def _odds(a: When, b: When) -> float:
    """What speaks against a slip although the surroundings are of one fact, 0-1."""
    odds = _OTHERS if other_doer(a, b) else 1.0
    odds *= _OTHERS if pictured(a) or pictured(b) else 1.0
    return odds * (_OTHERS if another_day(a, b) else 1.0)


def _one_step(pair: SentencePair, a: When, b: When) -> float:
    """What speaks for two steps of one affair, each with its own day, 0-1: 0 for two steps without a doubt."""
    if "caption" in (a.sentence.kind, b.sentence.kind):
        # the day of a photograph is not the event's
        return 0.0
    if repeated(pair, a, b) or denied_once(pair, a, b) or two_deeds_named(pair, a, b):
        return 0.0
    if _of_another_clause(a, b) or _of_another_clause(b, a) or of_other_things(pair, a, b):
        return 0.0
    if (
        of_what_follows(a) != of_what_follows(b)
        or put_off(a) != put_off(b)
        or told_by_two(a, b)
        or of_earlier_one(a, b)
    ):
        return 0.0
    if _of_update(a) and _of_update(b):
        return 0.0
    if takes_effect(a) != takes_effect(b) or by_the_speaker(a) != by_the_speaker(b):
        return 0.0
    if _other_state(pair) or ones_apart(pair) or _another_one(pair):
        return 0.0
    if asked_apart(pair) and not shared_governor(pair, a.span, b.span):
        return 0.0
    if a.statement is not None and b.statement is not None and figures_clash(a.statement, b.statement):
        # two of them on Saturday, four on Sunday
        return 0.0
    # a timetable may stand in the present tense: "takes the oath on Sunday"
    steps = planned(a) != planned(b) and not (_present(a) or _present(b))
    # words quoted alike are of one moment, however the day is joined to them
    steps = steps or (reported(a, b) and not one_quotation(a.sentence, b.sentence))
    # "passed by both chambers, the latter on Friday" may well date the whole
    steps = steps or of_a_part(a) != of_a_part(b)
    steps = steps or (a.value.relation != b.value.relation and not shared_governor(pair, a.span, b.span))
    return _STEPS if steps else 1.0


def _of_another_clause(one: When, other: When) -> bool:
    """Whether the other's statement is told beside the day: "results come on May 3, and term begins a week late"."""
    if one.statement is None or other.statement is None:
        return False
    said = roots_in(other.statement, other.statement.span)
    if roots_in(one.statement, one.statement.span) & said:
        return False
    beside = (s for s in one.sentence.statements if not s.span.overlaps(one.span) and s.predicate)
    return any(len(roots_in(s, s.span) & said) >= _CLAUSE for s in beside)


def _of_update(when: When) -> bool:
    """Whether it is the hour of a page: "Update at 8:30 a.m."."""
    return _UPDATED.match(when.sentence.text) is not None


def _present(when: When) -> bool:
    return when.statement is not None and when.statement.tense == "present"


def _another_one(pair: SentencePair) -> bool:
    """Whether one tells of one more of a kind: "three workers fell ill in May", "a fourth worker in June"."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        next_ones = {(n.value.counted, n.value.number) for n in one.numbers if n.value.form == "ordinal"}
        counts = {(n.value.counted, n.value.number + 1) for n in other.numbers if n.value.form == "cardinal"}
        if any(counted for counted, _ in next_ones & counts):
            return True
    return False


def _other_state(pair: SentencePair) -> bool:
    """Whether figures that rise with the days set the sentences apart: nine dead on Wednesday, 15 on Thursday."""
    left, right = pair.left.numbers, pair.right.numbers
    return any(moving(a, b) and not a.value.compatible(b.value) for a in left for b in right) and not any(
        moving(a, b) and a.value.compatible(b.value) for a in left for b in right
    )


def _thin(around: Surroundings, pair: SentencePair, a: When, b: When) -> bool:
    """Whether the two sentences have so little in common that nothing ties their days."""
    if statement_match(pair, a.span, b.span) >= _SAME:
        # in wholly other words: "the quake hit", "the earthquake struck"
        return False
    one, other = around.of(a.sentence, [a.span]), around.of(b.sentence, [b.span])
    return around.share(one, other) < _THIN


def _firm(pair: SentencePair, a: When, b: When) -> bool:
    """Whether nothing leaves a doubt that one deed is dated twice."""
    open_day = any(pictured(when) or guessed(when) for when in (a, b))
    return same_deed(pair, a, b) and not (open_day or another_day(a, b))


def _differences(story: StoryView, pair: SentencePair) -> Iterator[tuple[float, When, When]]:
    """Pairs of dates of one event that cannot both be right, with how sure it is that they are of one event."""
    left, right = pair.left.dates, pair.right.dates
    found = []
    for a in left:
        for b in right:
            if not comparable_values(a.value, b.value) or not moments.conflict(a, b):
                continue
            paired = any(agree(a, o) for o in right) + any(agree(o, b) for o in left)
            if paired < 2 and (sure := _one_event(story, pair, a, b, paired)) >= _LIKELY:
                found.append((-sure, a.span.start, b.span.start, a, b))
    used: set[When] = set()
    # "from 2006 to 2012" against "from 2008 to 2012": each date has one partner, the surest
    for negative, _, _, a, b in sorted(found, key=lambda c: c[:3]):
        if a not in used and b not in used:
            used |= {a, b}
            yield -negative, a, b


def _one_event(story: StoryView, pair: SentencePair, a: When, b: When, paired: int) -> float:
    """How surely two dates that differ are told of one event, 0-1.

    A logistic sum of the evidence; the weights were fitted to 240 pairs of differing dates in 50 news
    events told by three outlets each (80 of them planted), then rounded.
    """
    same_verb = shared_governor(pair, a.span, b.span)
    place = slot(pair, a.span, b.span)
    known = given(b.document, a) + given(a.document, b)
    total = -1.2
    total += 0.8 * statement_match(pair, a.span, b.span) + 0.6 * pair.score + 0.7 * pair.best
    total += 0.6 * place + (0.8 if same_verb else -0.8 if same_verb is not None and place < 0.3 else 0.0)
    total += 1.2 * both_open(pair) + 0.8 * (len(pair.left.dates) == len(pair.right.dates) == 1)
    total += 0.5 * bool(doer(a) and doer(a) == doer(b)) - 1.3 * other_doer(a, b)
    total += 1.2 * _borne_out(story, a, b)
    total -= (0.0, 0.5, 1.4)[known] + 1.3 * paired
    total -= 0.8 * _same_day(a.value, b.value) + 0.7 * (ahead(a) != ahead(b))
    # where the matcher saw nothing in common, only the news itself or one deed of one doer is told twice
    deed = same_verb and doer(a) == doer(b)
    if not (pair.matches or deed or (both_open(pair) and not other_doer(a, b))):
        return 0.0
    if numbered_apart(pair):
        return 0.0
    total -= 5.0 * parted(pair, a.span, b.span) + 5.0 * aside(pair, a.span, b.span)
    if same_verb is False and place < 0.3 and shared_roots(pair) < 3:
        # little but the date in common, under another verb
        total -= 2.0
    sure = 1 / (1 + math.exp(-total))
    alike = same_verb or place >= 0.5 or statement_match(pair, a.span, b.span) >= 0.5
    # two deeds of one affair ("apologised on Friday", "resigned on Monday") look as alike as one deed told twice
    return sure if alike or doer(a) == doer(b) != "" else min(sure, _SURE - 0.02)


def _same_day(a: DateValue, b: DateValue) -> bool:
    """Whether only the time of day differs, which accounts of different hours tell differently."""
    loose = {"minutes": None, "part": "", "slack": 0}
    return a.model_copy(update=loose).compatible(b.model_copy(update=loose))


def _borne_out(story: StoryView, a: When, b: When) -> float:
    """How firmly a third account dates the same event as one of the two does, 0-1: then the other is alone."""
    best = 0.0
    for one, other in ((a, b), (b, a)):
        for match in story.sentence_pairs:
            for mine, theirs in ((match.left, match.right), (match.right, match.left)):
                if mine != one.sentence or theirs.document in (a.document, b.document):
                    continue
                for when in theirs.dates:
                    if comparable_values(when.value, other.value) and when.value.compatible(other.value):
                        first, second = (one.span, when.span) if mine == match.left else (when.span, one.span)
                        told = shared_governor(match, first, second) or doer(when) == doer(one) != ""
                        best = max(best, match.score if told else 0.0)
    return best
