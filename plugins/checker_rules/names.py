"""NAME: another person, place or organisation in the same role."""

from collections.abc import Iterator, Sequence

from checker import Embed, Flag, flag, rule
from checker.annotate.persons import same_entity
from checker.models.language import NameValue, Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import MentionView, SentenceView, StoryView, marked
from checker_rules.announced import announced
from checker_rules.blended_names import blended_names
from checker_rules.callings import callings_apart
from checker_rules.circumstances import (
    counted_apart,
    days_apart,
    denies,
    measured_apart,
    names_apart,
    ones_apart,
    statement_at,
)
from checker_rules.deed_words import MUTUAL
from checker_rules.events import elsewhere, parted
from checker_rules.homes import homes_apart
from checker_rules.identities import other_identities
from checker_rules.lone_names import lone_names
from checker_rules.lone_places import land_and_town
from checker_rules.name_places import different, names_in_place, one_slot, only_name, subject_name
from checker_rules.offices import holders, two_offices
from checker_rules.one_holder import other_holders, other_thing
from checker_rules.payments import payments_apart
from checker_rules.portfolios import titles_apart
from checker_rules.repeatable import done_by_many
from checker_rules.roles_apart import roles_apart
from checker_rules.slots import governors
from checker_rules.spellings import named_in
from checker_rules.story_slots import Told, shared_slots
from checker_rules.subjects import told_of
from checker_rules.twins import Twins

Name = MentionView[NameValue]

_SURE, _LIKELY = 0.7, 0.45
# what eight equal words around a name weigh beside two sentences that are equal but for it
_CLOSE = 0.9
_BLENDED = 0.85
# sentences as alike as this, names and all, tell of one thing
_FIRM = 0.6
# who says a thing is the attribution's business, and many say things
_SAYING = frozenset(
    "say tell add write tweet post ask call think want know be have do get go make take".split()
)


@rule(
    "NAME",
    severity="error",
    messages={
        "differs": "Where {left_outlet} names {left}, {right_outlet} names {right}.",
        "office": "{left_outlet} calls {left} “{office}”, {right_outlet} {right}.",
        "home": "{left_outlet} has {person} of {left}, {right_outlet} of {right}.",
        "party": "{left_outlet} gives the party of {person} as {left}, {right_outlet} as {right}.",
        "title": "{left_outlet} calls {person} “{left}”, {right_outlet} “{right}”.",
        "paid": "{left_outlet} and {right_outlet} do not agree on who pays {sum} and who gets it.",
        "swapped": "{left_outlet} and {right_outlet} have {left} and {right} in each other's role.",
    },
)
def name(story: StoryView, embed: Embed | None = None) -> Iterator[Flag]:
    """Another person, place or organisation stands in the same role.

    Flags two names that are not one entity and stand in the same slot of two sentences that otherwise run alike,
    two named people in one slot of reworded sentences that tell much the same (for review only), two doers of a deed
    that has one, two places of one event, two holders of one office, two names for the one gunman or for whom the
    police identified, the given name of one person with the surname of another, one office-holder from two states or
    of two parties, one person with two portfolios or ranks, and two names that have changed places (who did it to
    whom, who pays a sum and who gets it). In short accounts also two places, or two lands of a
    person, that each stand alone in the two sentences nearest to each other.

    Why: a wrong name harms a person, and a reader who knows better trusts nothing else.

    Example: "those who have stood by Israel" against "those who have stood by Jordan".

    Not flagged: aliases (the US, Washington), a surname and the full name, a name where the other account
    has a title or a pronoun, a list in another order, other people who did the same, whose words follow a
    colon, another distance from another place.
    """
    shown: set[tuple[object, ...]] = set()
    # accounts that were looked through for a deed told the other way round
    asked: set[tuple[str, str]] = set()
    twins = Twins(story)
    for pair in story.sentence_pairs:
        if twins.elsewhere(pair.left, pair.right) or ones_apart(pair) or _photographs(pair.left, pair.right):
            continue
        in_place = list(_replaced(pair)) or list(_in_role(pair)) or told_of(pair)
        for found in (*in_place, *(list(_exchanged(pair)) or roles_apart(pair, asked))):
            shown.add(_outlets(found))
            yield found
    identified = [_differs(o.left, o.right, o.sure, sole=o.alone) for o in other_identities(story)]
    lone = [_differs(o.left, o.right, o.sure, sole=True) for o in lone_names(story, embed)] if embed else []
    blended = [_differs(a, b, _BLENDED, sole=True) for a, b in blended_names(story)]
    for found in (*blended, *holders(story), *identified, *_in_one_slot(story), *_one_only(story), *lone):
        if _outlets(found) not in shown:
            shown.add(_outlets(found))
            yield found
    yield from homes_apart(story)
    yield from titles_apart(story)
    yield from callings_apart(story)
    yield from payments_apart(story)


def _photographs(left: SentenceView, right: SentenceView) -> bool:
    """Whether both are captions: two photographs show two people."""
    return left.kind == right.kind == "caption"


def _two_facts(a: Name, b: Name) -> bool:
    """Whether figures or offices tell that each did it for himself, or both places hold, a land and a town of it."""
    return counted_apart(a, b) or two_offices(a, b) or land_and_town(a, b)


def _in_one_slot(story: StoryView) -> Iterator[Flag]:
    """Another name in one slot of two reworded sentences, when neither sentence names both."""
    for found in shared_slots(story):
        a, b = found.left, found.right
        if named_in(a, b.sentence) or named_in(b, a.sentence) or _denied_once(a, b):
            continue
        if _photographs(a.sentence, b.sentence):
            continue
        if not different(a, b) or _named(a, b.sentence.names) or _named(b, a.sentence.names):
            continue
        pair = SentencePair(a.sentence, b.sentence, 0.0, False, ())
        if days_apart(a.sentence, b.sentence) or other_thing(Told(a.sentence), Told(b.sentence)):
            continue
        if _two_facts(a, b) or ones_apart(pair) or elsewhere(pair) or announced(a, b):
            continue
        if done_by_many(pair, a.span, b.span):
            continue
        yield _differs(a, b, min(_SURE - 0.01, 0.3 + 0.4 * found.likeness + 0.01 * found.weight))


def _one_only(story: StoryView) -> Iterator[Flag]:
    """Another doer of a deed with one doer, and another place of one event."""
    for found in other_holders(story):
        if counted_apart(found.left, found.right):
            continue
        yield _differs(found.left, found.right, 0.35 + 0.4 * found.likeness)


def _outlets(found: Flag) -> tuple[object, ...]:
    """The two names of a flag and who gives them, in one order."""
    words = found.arguments
    return tuple(
        sorted([(words["left_outlet"], words["left"]), (words["right_outlet"], words["right"])], key=str)
    )


def _replaced(pair: SentencePair) -> Iterator[Flag]:
    """Another name between equal words."""
    alignment = pair.alignment
    for swap in alignment.swaps:
        if not (swap.left and swap.right and swap.firm):
            continue
        alike = max(alignment.likeness, 0.75 * alignment.overlap, _CLOSE * (swap.before + swap.after) / 8)
        found = names_in_place(swap, pair)
        if found is None or alike < 0.3:
            continue
        a, b = found
        if _named(a, pair.right.names) and _named(b, pair.left.names):
            # a list in another order
            continue
        held = swap.before >= 3 and swap.after >= 3
        if not held and (_named(a, pair.right.names) or _named(b, pair.left.names)):
            continue
        around = min(1.0, (swap.before + swap.after) / 5)
        sure = 0.2 + 0.3 * around + 0.5 * alike
        if _said_of(a, pair.left_words, pair.right) or _said_of(b, pair.right_words, pair.left):
            # the account may tell the same of both; words that stay the same around the name speak against it
            if swap.before + swap.after < 4 or alike < 0.5:
                continue
            sure *= 0.85
        # words that stay the same around a name in sentences with much else to tell show less
        close = held and alignment.likeness >= _FIRM
        if measured_apart(a, b) or _two_facts(a, b):
            continue
        if not held and (named_in(a, pair.right) or named_in(b, pair.left)):
            continue
        if (not held and a.value.kind != b.value.kind and not one_slot(a, b)) or (
            not close and _other_people(pair, a, b)
        ):
            # "asked the Justice Department" is told of its head as well
            continue
        if (not close and days_apart(pair.left, pair.right)) or _interviews(pair, a, b) or _speakers(a, b):
            continue
        if a.value.kind != b.value.kind and not close and not one_slot(a, b):
            continue
        if not held and (done_by_many(pair, a.span, b.span) or names_apart(pair, a.span)):
            continue
        if swap.before < 4 and swap.after < 4 and parted(pair, a.span, b.span, _spelt(a, b)):
            # the leader of the Senate and the leader of the House
            continue
        if not held and a.value.kind in ("group", "other"):
            # a former Baptist minister may be a former Republican governor too
            continue
        if alignment.likeness < _FIRM and announced(a, b):
            continue
        if a.value.kind != b.value.kind:
            sure *= 0.85
        if sure >= _LIKELY:
            yield _differs(a, b, sure)


def _speakers(a: Name, b: Name) -> bool:
    """Whether both names say who spoke words that are not the same: two people, each with an opinion."""
    one, other = (
        {
            "".join(c for c in q.text.casefold() if c.isalnum())
            for q in n.sentence.quotes
            if q.value.direct and q.value.speaker_span and q.value.speaker_span.overlaps(n.span)
        }
        for n in (a, b)
    )
    return bool(one and other) and not one & other


def _denied_once(a: Name, b: Name) -> bool:
    """Whether one of two people is told not to have done it: one pleaded guilty and another did not."""
    one, other = statement_at(a.sentence, a.span), statement_at(b.sentence, b.span)
    return one is not None and other is not None and denies(one) != denies(other)


def _interviews(pair: SentencePair, a: Name, b: Name) -> bool:
    """Whether two bodies were told a thing in interviews: who gives one gives several."""
    sides = ((pair.left_words, a), (pair.right_words, b))
    return all(
        name.value.kind == "organisation"
        and next(iter(governors(words, name.span)), "") == "tell"
        and any(w.lemma.lower() == "interview" for w in words)
        for words, name in sides
    )


def _spelt(a: Name, b: Name) -> frozenset[str]:
    return frozenset(spelling(part) for n in (a, b) for part in n.text.split())


def _other_people(pair: SentencePair, a: Name, b: Name) -> bool:
    """Whether the sentences name other people and none in common: then they tell of different people."""
    left, right = (
        {n.value.entity for n in names if n.value.kind == "person" and n != own}
        for names, own in ((pair.left.names, a), (pair.right.names, b))
    )
    return bool(left and right) and not left & right


def _in_role(pair: SentencePair) -> Iterator[Flag]:
    """Another doer of the same deed: reworded statements with one verb and another named subject."""
    if max(pair.score, 0.0) < 0.6 or not pair.best:
        return
    for match in pair.matches:
        one, other = match.left.model.arguments, match.right.model.arguments
        verb = spelling(match.left.predicate)[:5]
        if match.score < 0.5 or not verb or verb != spelling(match.right.predicate)[:5]:
            continue
        if match.left.predicate in _SAYING or match.left.passive != match.right.passive:
            continue
        a = subject_name(one, pair.left.names)
        b = subject_name(other, pair.right.names)
        if a is None or b is None or not different(a, b) or a.value.kind != b.value.kind:
            continue
        if _named(a, pair.right.names) or _named(b, pair.left.names):
            continue
        if _said_of(a, pair.left_words, pair.right) and _said_of(b, pair.right_words, pair.left):
            continue
        if done_by_many(pair, a.span, b.span) or _two_facts(a, b):
            continue
        sure = 0.1 + 0.3 * match.score + 0.5 * pair.alignment.overlap
        if sure >= _LIKELY:
            yield _differs(a, b, min(sure, _SURE - 0.01))


def _differs(a: Name, b: Name, sure: float, *, sole: bool = False) -> Flag:
    return flag(
        "differs",
        at=marked(a.sentence, a),
        against=[marked(b.sentence, b)],
        verdict="fail" if sure >= _SURE else "review",
        confidence=min(0.95, sure),
        data={
            "kind": "name",
            "verb": ["names", "name"],
            "sides": {a.document.name: a.text, b.document.name: b.text},
            **({"sole": True} if sole else {}),
        },
        left=a.text,
        right=b.text,
        left_outlet=a.document.name,
        right_outlet=b.document.name,
    )


def _exchanged(pair: SentencePair) -> Iterator[Flag]:
    """Subject and object changed places: two swaps that mirror each other around the same verb."""
    alignment = pair.alignment
    if alignment.likeness < 0.5:
        return
    slots = [
        (a, b)
        for swap in alignment.swaps
        if swap.left
        and swap.right
        and (a := only_name(swap.left, pair.left.names)) is not None
        and (b := only_name(swap.right, pair.right.names)) is not None
        and different(a, b)
    ]
    for n, (a, b) in enumerate(slots):
        for c, d in slots[n + 1 :]:
            if not (_verb_between(pair.left_words, a, c) and _verb_between(pair.right_words, b, d)):
                # a list in another order
                continue
            if same_entity(a.value, d.value) and same_entity(c.value, b.value):
                yield flag(
                    "swapped",
                    at=marked(a.sentence, a, c),
                    against=[marked(b.sentence, b, d)],
                    confidence=0.85,
                    data={"kind": "name"},
                    left=a.text,
                    right=b.text,
                    left_outlet=a.document.name,
                    right_outlet=b.document.name,
                )


def _verb_between(words: Sequence[Word], a: Name, b: Name) -> bool:
    first, last = sorted((a.span, b.span), key=lambda s: s.start)
    between = [w for w in words if first.end <= w.span.start < last.start]
    return any(w.pos == "VERB" and w.lemma.lower() not in MUTUAL for w in between)


def _said_of(name: Name, words: Sequence[Word], sentence: SentenceView) -> bool:
    """Whether the other account says the same of that name too, elsewhere: then it tells of both."""
    verb = next((g for g in governors(words, name.span)), "")
    for other in sentence.document.named(name.value.entity):
        if (
            other.sentence != sentence
            and verb
            and verb in {spelling(w.lemma) for w in sentence_words(other.sentence)}
        ):
            return True
    return False


def _named(name: Name, others: Sequence[Name]) -> bool:
    return any(same_entity(name.value, o.value) for o in others)
