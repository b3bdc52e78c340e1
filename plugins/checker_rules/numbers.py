"""NUM: quantities that cannot both be true of the same thing."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker import Embed, Flag, flag, rule
from checker.models.language import QuantityValue, Word
from checker.models.quantities import same_thing
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import DocumentView, StoryView, marked
from checker_rules import figures
from checker_rules.ages import one_person, with_ages
from checker_rules.both_told import both_told
from checker_rules.counts_alike import alike, left_over
from checker_rules.counts_apart import counts_apart
from checker_rules.events import (
    doer,
    elsewhere,
    other_doer,
    parted,
    shared_governor,
    shared_words,
    statement_match,
    teller,
    two_people,
    unmatched,
)
from checker_rules.fact_weights import FIGURES
from checker_rules.factors import factors
from checker_rules.facts import Differing, Kind, differing, surest
from checker_rules.figures import Quantity, alone, measured_otherwise, phrase, same_figure
from checker_rules.lone_figures import lone_figures, rest_of
from checker_rules.prison_terms import terms_apart
from checker_rules.same_fact import same_deed
from checker_rules.slots import slot
from checker_rules.sole import sole
from checker_rules.two_deeds import expected, planned
from checker_rules.unanswered import at_another_time, set_apart, years_apart

_SURE, _LIKELY = 0.7, 0.4
# by the whole story, whose surroundings tell less of one fact than the grammar of two sentences does
_STORY_SURE, _STORY_LIKELY = 0.9, 0.5
# what is left to a reader's judgement is never nearly certain
_DOUBT = 0.78
# an estimate and what came of it are two figures of one thing, both rightly told
_EXPECTED = 0.4
_ELSEWHERE = 0.3
# statements so near to each other tell one thing, if each has a single figure of the kind
_TOLD, _SAME = 0.75, 0.9
# one number before two units: how much else the sentences share, and how surely it is one figure then
_UNIT_APART, _OTHER_UNIT = 0.6, 0.8
# figures of one thing that are told wrongly are seldom further apart, unless a magnitude was mistaken
_FAR = 4.0


FIGURE_KIND = Kind(
    mentions=lambda document: document.numbers,
    comparable=figures.comparable,
    agree=figures.agree,
    conflict=figures.conflict,
    given=figures.given,
    inside=figures.inside,
    evidence=figures.evidence,
    weights=FIGURES,
    sole=sole,
)


@rule(
    "NUM",
    severity="error",
    messages={
        "differs": "{left_outlet} says {left}; {right_outlet} says {right}.",
        "moved": "{left_outlet} says {left}, {right_outlet} says {right}: "
        "the figure may have moved between the two accounts.",
    },
)
def num(story: StoryView, embed: Embed | None = None) -> Iterator[Flag]:
    """Two accounts give quantities that cannot both be true of the same thing.

    Flags two quantities when they have the same unit, count the same thing in statements that are about
    the same thing, and no reading of the hedges (at least, about, up to) or of fair rounding lets both be
    true. Figures are sought all over the accounts, also where no sentence matches, by the words, names and
    other figures around them, ages also by whose they are. "More than 480" and "800" let both be true, but
    nobody who means one says the other: for review. In short accounts two figures of a kind that each stand alone for
    it, in the two sentences nearest to each other, are for review too.

    Why: a wrong figure is the commonest slip and the easiest for a reader to check.

    Example: "Net profit rose to $412 million" against "net profit was $421 million".

    Not flagged: "more than 100" and 112, "3.2 million" and 3,214,000, dead and injured, figures of other places,
    days or people, an estimate and what came of it, first and second of a kind. Figures that two people
    dispute, and tolls that rise with the hours, are for review at most.
    """
    for one in _found(story, embed):
        a, b, pair = one.left, one.right, one.pair
        moved = _may_have_moved(a, b) and not figures.other_unit(a, b)
        left, right = _counted(pair.left_words, a), _counted(pair.right_words, b)
        yield flag(
            "moved" if moved else "differs",
            at=marked(a.sentence, a),
            against=[marked(b.sentence, b)],
            verdict="fail" if one.firm and not moved else "review",
            confidence=min(0.97 if one.firm else _DOUBT, one.sure) * (0.7 if moved else 1.0),
            data={
                "kind": "quantity",
                "uncertain": moved or one.doubtful,
                "verb": ["says", "say"],
                "sides": {a.document.name: left, b.document.name: right},
                **({"sole": True} if one.alone or sole(a, b) or one_person(a, b) else {}),
            },
            left=left,
            right=right,
            left_outlet=a.document.name,
            right_outlet=b.document.name,
        )
    yield from factors(story)


def _found(story: StoryView, embed: Embed | None) -> Iterator[Differing[QuantityValue]]:
    """Figures of one thing that cannot both be true, the surest first, one partner an account for each.

    Two sentences side by side and the whole story are asked, and the surer answer counts.
    """
    found = []
    for pair in (*story.sentence_pairs, *unmatched(story, "quantity")):
        for sure, a, b in _differences(pair):
            sure *= _one_state(pair, a, b)
            if sure < _LIKELY or figures.another_one(pair, a, b) or _apart(a, b):
                continue
            # two bounds can both be true, though nobody who means one says the other
            deed = same_deed(pair, a, b) and not a.value.compatible(b.value)
            found.append(Differing(sure, pair, a, b, firm=sure >= _SURE and deed, doubtful=not deed))
    for one in differing(story, FIGURE_KIND):
        sure = one.sure * _odds(one.left, one.right) * _one_state(one.pair, one.left, one.right)
        apart = figures.numbered_apart(one.pair, one.left, one.right)
        if (
            apart
            or counts_apart(one.pair, one.left, one.right)
            or figures.another_one(one.pair, one.left, one.right)
            or _apart(one.left, one.right)
        ):
            continue
        if sure >= _STORY_LIKELY:
            firm = sure >= _STORY_SURE and same_deed(one.pair, one.left, one.right)
            found.append(replace(one, sure=sure, firm=firm, doubtful=not firm))
    if embed is not None:
        found += _alone(story, embed)
    found += terms_apart(story)
    alone = {(one.left, one.right) for one in found if one.alone}
    # found in several ways, it stands alone all the same
    found = [
        replace(one, alone=(one.left, one.right) in alone)
        for one in found
        if not both_told(one.left, one.right)
    ]
    return surest(with_ages(story, found))


def _alone(story: StoryView, embed: Embed) -> Iterator[Differing[QuantityValue]]:
    """Figures that stand alone for their kind in sentences nearest to each other: short accounts in other words."""
    for one in lone_figures(story, embed):
        a, b, pair = one.left, one.right, one.pair
        apart = figures.numbered_apart(pair, a, b) or counts_apart(pair, a, b) or _apart(a, b)
        sure = one.sure * _odds(a, b) * _one_state(pair, a, b)
        if not (apart or _days_apart(pair)) and sure >= _STORY_LIKELY:
            yield replace(one, sure=sure)


def _apart(a: Quantity, b: Quantity) -> bool:
    """Whether the words by one figure tell that it is another: what it was before, an article's own list, an office."""
    told = figures.of_two_states(a, b) or figures.listed(a, b) or figures.of_office(a, b)
    return told or rest_of(a, b)


def _odds(a: Quantity, b: Quantity) -> float:
    """What speaks against a slip although both tell one fact, 0-1: a dispute, two people, another magnitude."""
    odds = 0.6 if _other_speaker(a, b) else 1.0
    odds *= 0.4 if two_people(a, b) else 1.0
    odds *= 0.4 if _far_apart(a.value, b.value) else 1.0
    return odds * (0.8 if figures.strained(a, b) else 1.0)


def _one_state(pair: SentencePair, a: Quantity, b: Quantity) -> float:
    """What speaks for one state of knowledge, 0-1: one may be what was expected, the other what came.

    Another place or day leaves little; a toll of another day has risen, which nobody got wrong.
    """
    if figures.moving(a, b) and _days_apart(pair):
        return 0.0
    if elsewhere(pair) or years_apart(pair) or at_another_time(pair) or set_apart(pair):
        return _ELSEWHERE
    # "will cut", and in reported speech "would cut": both are to come
    return _EXPECTED if expected(a) != expected(b) and planned(a) != planned(b) else 1.0


def _days_apart(pair: SentencePair) -> bool:
    """Whether each sentence names a day and none is the other's, also where one is only the last of several."""
    left, right = (
        [d.value.model_copy(update={"relation": ""}) for d in s.dates] for s in (pair.left, pair.right)
    )
    return bool(left and right) and not any(x.compatible(y) for x in left for y in right)


def _differences(pair: SentencePair) -> Iterator[tuple[float, Quantity, Quantity]]:
    """Pairs of quantities of the same thing that cannot both be true, the surest pairing first."""
    left, right = pair.left.numbers, pair.right.numbers
    agreed = [(a, b) for a in left for b in right if _agree(a, b) and _fits(pair, a, b)]
    agreed_left, agreed_right = {a for a, _ in agreed}, {b for _, b in agreed}
    candidates = []
    for a in left:
        for b in right:
            if a in agreed_left or b in agreed_right or _fits(pair, a, b):
                continue
            if (sure := _same(pair, a, b)) >= _LIKELY:
                candidates.append((-sure, a.span.start, b.span.start, a, b))
    used: set[Quantity] = set()
    for negative, _, _, a, b in sorted(candidates, key=lambda c: c[:3]):
        if a not in used and b not in used:
            used |= {a, b}
            yield -negative, a, b


_HYPHENATED = re.compile(r"-[a-z]+(?: [a-z]+)?")


def _counted(words: Sequence[Word], figure: Quantity) -> str:
    """The figure with what it counts, in the account's words: "221 passengers", "31 injured"."""
    end = figure.span.end
    noun = False
    for word in [w for w in words if w.span.start >= figure.span.end][:4]:
        if word.pos in ("NOUN", "PROPN"):
            noun, end = True, word.span.end
        elif noun or word.pos not in ("ADJ", "NUM", "VERB") or word.span.start > end + 1:
            break
        elif word.pos == "ADJ" or figure.value.counted == "person":
            end = word.span.end
    if (joined := _HYPHENATED.match(figure.document.text, end)) is not None:
        # "47" counts nothing without the rest of "47-page indictment"
        end = joined.end()
    words_said = Span(start=figure.span.start, end=end).of(figure.document.text)
    first = words_said.split(" ", 1)[0]
    # at the beginning of its sentence a number word has a capital that it loses in the middle of ours
    return words_said[0].lower() + words_said[1:] if first.isalpha() and not first.isupper() else words_said


def _fits(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether both can be true; two lower bounds of one thing at one place of one sentence hardly are."""
    if not a.value.compatible(b.value):
        return False
    bound = a.value.hedge == b.value.hedge in ("at least", "more than", "at most", "less than")
    return (
        not bound
        or a.value.number == b.value.number
        or slot(pair, a.span, b.span) < 0.6
        or _may_have_moved(a, b)
    )


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be true of one thing; who votes is counted as a vote or by name: "169 Republicans", twice."""
    one, other = a.value, b.value
    votes = one.form == other.form == "cardinal" and "vote" in (one.counted, other.counted)
    if votes and one.number == other.number >= figures.TELLING:
        return True
    return same_thing(one, other) > 0 and one.compatible(other)


def _same(pair: SentencePair, a: Quantity, b: Quantity) -> float:
    """How surely the two count the same thing of the same event, 0-1: a logistic sum of the evidence."""
    if a.value.form != b.value.form or a.value.unit != b.value.unit or measured_otherwise(a, b):
        return 0.0
    kind, told = alike(pair, a, b), statement_match(pair, a.span, b.span)
    rest = left_over(pair, a, b)
    # that both count states says nothing of what is said of the states
    counted = frozenset(
        spelling(w.lemma)
        for words, figure in ((pair.left_words, a), (pair.right_words, b))
        for w in phrase(words, figure)
    )
    same_verb = shared_governor(pair, a.span, b.span, counted)
    one_doer = doer(a) == doer(b) != ""
    if figures.other_unit(a, b) and shared_words(pair, counted) >= _UNIT_APART:
        return _OTHER_UNIT
    if kind < 0.3 or (
        not (pair.matches or rest) and not (same_verb and (one_doer or (kind >= 0.6 and a.value.counted)))
    ):
        return 0.0
    place = slot(pair, a.span, b.span, counted)
    # statements that match as a whole still count several things: a figure needs a place of its own
    common = shared_words(pair, counted)
    single = kind >= 0.6 and told >= _TOLD and alone(pair, a, b)
    if not (same_verb or place >= 0.35 or single or rest or (kind >= 0.8 and max(told, common) >= 0.6)):
        return 0.0
    total = -4.6 + 2.4 * kind
    total += 1.2 * told + 0.6 * pair.score + 0.5 * pair.best + 2.2 * place
    # where all other figures find their like, the last two belong together, however they are told
    free = same_verb is None or rest
    total += (0.7 if same_verb else 0.0 if free or place >= 0.3 else -0.6) + 0.6 * one_doer
    total += 1.2 * common - 2.5 * elsewhere(pair) - 5.0 * parted(pair, a.span, b.span, counted)
    total += (
        0.5 * alone(pair, a, b)
        + 4.2 * rest
        - 0.8 * (_given_elsewhere(b.document, a) + _given_elsewhere(a.document, b))
    )
    total -= 2.0 * (other_doer(a, b) and not rest) + 2.5 * _far_apart(a.value, b.value)
    total -= 0.8 * (_modality(a) != _modality(b) and told < _SAME)
    if figures.numbered_apart(pair, a, b) or counts_apart(pair, a, b):
        return 0.0
    total -= 1.8 * _other_speaker(a, b)
    return 1 / (1 + math.exp(-total))


def _modality(figure: Quantity) -> str:
    """What stands between the figure and a plain fact: needs to win, plans to cut; empty when nothing does."""
    return figure.statement.modality if figure.statement else ""


def _other_speaker(a: Quantity, b: Quantity) -> bool:
    """Whether two people give the two figures: that is a dispute, and each account may tell it rightly."""
    return bool(teller(a) and teller(b)) and teller(a) != teller(b)


def _far_apart(a: QuantityValue, b: QuantityValue) -> bool:
    low, high = sorted((abs(a.number), abs(b.number)))
    if low == 0:
        return high > _FAR
    times = high / low
    return times > _FAR and abs(math.log10(times) - round(math.log10(times))) > 1e-6


def _given_elsewhere(document: DocumentView, figure: Quantity) -> bool:
    """Whether the account gives that very figure too: then it knows both, of different things.

    A small count has to be of the same thing; a sum of money or a figure of three digits is hardly met by
    chance.
    """
    a = figure.value
    telling = a.form in ("money", "measure") or len(str(a.number).replace(".0", "").strip("0.")) >= 3
    return any(same_figure(q.value, a) and (telling or same_thing(q.value, a) > 0) for q in document.numbers)


def _may_have_moved(a: Quantity, b: Quantity) -> bool:
    """Whether the figure is one that rises with the hours and the accounts are not known to be of one hour."""
    if not figures.moving(a, b):
        return False
    times = [(d.published, d.account.document.published_time) for d in (a.document, b.document)]
    return times[0] != times[1] or not times[0][0]
