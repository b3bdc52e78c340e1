"""How old a person is, by the words that tie an age to a name: "Falk, 26,", "26-year-old Ann Falk".

What an age stands with differs ("a 26-year-old clerk", "an unarmed 26-year-old"): the person is compared.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.annotate.persons import same_entity
from checker.models.language import NameValue, QuantityValue
from checker.models.text import Span
from checker.rules.sentence_pairs import SentencePair, sentence_words, words_in
from checker.rules.vocabulary import MentionView, StoryView
from checker_rules.facts import Differing
from checker_rules.figures import Quantity
from checker_rules.slots import head_index

Name = MentionView[NameValue]
Found = Differing[QuantityValue]

# how surely two ages of one person are a slip; so many years apart, a birthday may lie between
_SURE, _LIKELY, _BIRTHDAY = 0.85, 0.5, 1
_OF_KIN = re.compile(
    r"\b(?:sons?|daughters?|brothers?|sisters?|mother|father|parents?|wife|husband|widow(?:er)?|child|children|twins?"
    r"|(?:girl|boy)?friends?|fianc[eé]e?|cousin|nephew|niece|uncle|aunt|partner|(?:grand|step)\w+)"
    r"(?:,? \d+,?)? (?:of|to) (?:[A-Z][\w.]* )*$"
)
# between a name and the age after it
_BARE = re.compile(r",? (?:(?:age|aged) )?$")
_WHO_IS = re.compile(r"(?:, who)? is (?:(?:now|just|only) )?(?:(?:an?|the) )?$")
_APPOSED = re.compile(r"(?:,| [-–—]+) (?:an?|the) (?:[\w'’-]+ )*$")
# between an age and the name after it
_NAMED = re.compile(
    r"(?P<words>(?: [\w’'-]+)*?)(?:,| named| called| known as| (?:who was )?identified as)? $"
)
_KIND_OF, _MOST = frozenset({"NOUN", "ADJ", "PROPN", "ADV"}), 4
_AFTER_NAME = re.compile(r"\s*(?:[,.;)—–]|\band\b|$)")
_OLD = re.compile(r"[- ]years?[- ]old$", re.IGNORECASE)
# what leads up from an age to the noun it describes
_PARTS = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod"})
# an age of another day
_BACK_THEN = re.compile(r"\b(?:then|as an?|be(?: an?)?)[ -]$", re.IGNORECASE)
_THAT_DAY = re.compile(r",?(?: [\w’'-]+){0,3},? (?:at th(?:e|at) time|when|then)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:1[89]|20)\d\d\b")
# "Falk and Moe, 26 and 31"
_IN_TURN = re.compile(r",? (?:(?:and|or) )?\d")


@dataclass(frozen=True)
class Age:
    """An age, the person it is told of, and whether it stands right beside the name."""

    person: Name
    figure: Quantity
    direct: bool


def with_ages(story: StoryView, found: Sequence[Found]) -> Sequence[Found]:
    """The differences found and those between ages of one person; of two ages of two accounts the surest one."""
    known: dict[object, Found] = {}
    for one in sorted((*found, *ages_apart(story)), key=lambda d: (not d.firm, -d.sure)):
        known.setdefault(_key(one), one)
    return list(known.values())


def _key(one: Found) -> object:
    """What two differences share that tell one person's age otherwise: the person and the two ages."""
    if one.left.value.form != "age":
        return one
    who = age_of(one.left) or age_of(one.right)
    sides = frozenset((m.document.id, m.value.number) for m in (one.left, one.right))
    return sides, who.person.value.entity if who is not None else ""


def one_person(a: Quantity, b: Quantity) -> bool:
    """Whether both are ages of one person, too far apart for a birthday."""
    one, other = age_of(a), age_of(b)
    if one is None or other is None or abs(a.value.number - b.value.number) <= _BIRTHDAY:
        return False
    return same_entity(one.person.value, other.person.value)


def ages_apart(story: StoryView) -> Iterator[Found]:
    """Two ages that two accounts give one person; an account with both has one of them from somewhere."""
    told = [[x for q in d.numbers if (x := age_of(q)) is not None] for d in story.documents]
    for left, right in combinations(told, 2):
        shown: set[str] = set()
        for one in left:
            sides = _of(left, one), _of(right, one)
            if one.person.value.entity in shown or not sides[1]:
                continue
            shown.add(one.person.value.entity)
            numbers = [{x.figure.value.number for x in side} for side in sides]
            torn = sorted(map(len, numbers)) == [1, 2] and bool(numbers[0] & numbers[1])
            # of an account that gives two ages, the one that the other account has is right more likely
            a, b = (
                next((x for x in side if x.figure.value.number not in others), side[0])
                for side, others in zip(sides, reversed(numbers), strict=True)
            )
            apart = abs(a.figure.value.number - b.figure.value.number)
            if not apart or (not torn and any(len(n) > 1 for n in numbers)):
                continue
            doubtful = torn or apart <= _BIRTHDAY or _loose(right, b, a) or _loose(left, a, b)
            pair = SentencePair(a.figure.sentence, b.figure.sentence, 0.0, False, ())
            firm = a.direct and b.direct and not doubtful
            yield Differing(_LIKELY if doubtful else _SURE, pair, a.figure, b.figure, firm, doubtful)


def _of(told: Sequence[Age], one: Age) -> list[Age]:
    """The ages of a person in an account, those right beside the name first."""
    mine = [x for x in told if same_entity(x.person.value, one.person.value)]
    return sorted(mine, key=lambda x: (not x.direct, x.figure.span.start))


def _loose(told: Sequence[Age], own: Age, other: Age) -> bool:
    """Whether the account has the other's age too, told of nobody by name: it may be that person's."""
    named, number = {x.figure for x in told}, other.figure.value.number
    ages = [q for q in own.figure.document.numbers if q.value.form == "age" and q not in named]
    return any(q.value.number == number for q in ages)


def age_of(figure: Quantity) -> Age | None:
    """The person that an age is told of, when its sentence says so and means the age of today."""
    text = figure.document.text
    if figure.value.form != "age" or figure.value.hedge or _other_day(figure):
        return None
    names = [n for n in figure.sentence.names if n.value.kind == "person" and not n.value.adjective]
    after = [(n, _before_name) for n in names if n.span.start >= figure.span.end]
    before = [(n, _after_name) for n in reversed(names) if n.span.end <= figure.span.start]
    for name, stands in (*after, *before):
        if (direct := stands(figure, name)) is not None:
            return (
                Age(name, figure, direct)
                if _known(name) and not _IN_TURN.match(text, figure.span.end)
                else None
            )
    return None


def _before_name(figure: Quantity, name: Name) -> bool | None:
    """Whether an age stands right before the name it is told of: "26-year-old Ann Falk"; None: not told of it.

    Words that say who that is may stand between: "the 26-year-old bank clerk, Ann Falk,".
    """
    text, place = figure.document.text, Span(start=figure.span.end, end=name.span.start)
    gap = _NAMED.fullmatch(place.of(text)) if place.start < place.end else None
    if gap is None or not _OLD.search(figure.text) or name.value.pronoun:
        return None
    between = [w for w in words_in(figure.document, place) if w.span.end <= place.start + gap.end("words")]
    if len(between) > _MOST or any(w.pos not in _KIND_OF for w in between):
        return None
    if "," in gap[0] and not _AFTER_NAME.match(text, name.span.end):
        # "the 26-year-old clerk, Ann Falk said"
        return None
    after = next((w for w in sentence_words(figure.sentence) if w.span.start >= name.span.end), None)
    # "the 26-year-old Falk museum", "26-year-old Falk's brother"
    other = after is not None and (after.pos in ("NOUN", "PROPN") or after.dep == "case")
    return None if other else gap[0] == " "


def _after_name(figure: Quantity, name: Name) -> bool | None:
    """Whether an age stands right after the name it is told of: "Ann Falk, 26,"; None: not told of it."""
    text = figure.document.text
    gap = text[name.span.end : figure.span.start]
    if _OF_KIN.search(text[figure.sentence.span.start : name.span.start]):
        # "the brother of Ann Falk, 26,"
        return None
    if _WHO_IS.fullmatch(gap):
        return False if _subject(figure, name) else None
    if name.value.pronoun:
        return None
    if _BARE.fullmatch(gap):
        return True if _OLD.search(figure.text) is None or " years old" in figure.text else None
    return False if _APPOSED.fullmatch(gap) and _appositive(figure, name) else None


def _appositive(figure: Quantity, name: Name) -> bool:
    """Whether what the age describes stands for the name: "Falk, a 26-year-old clerk", not one more in a row."""
    words = sentence_words(figure.sentence)
    i = max((n for n, w in enumerate(words) if w.span.overlaps(figure.span)), default=0)
    for _ in words:
        if words[i].dep not in _PARTS:
            break
        i = head_index(words, i)
    return words[i].dep == "appos" and words[head_index(words, i)].span.overlaps(name.span)


def _subject(figure: Quantity, name: Name) -> bool:
    """Whether the name is what "is" tells of: not in "the mother of Falk is 80 years old"."""
    words = sentence_words(figure.sentence)
    own = [n for n, w in enumerate(words) if w.span.overlaps(name.span)]
    between = [n for n, w in enumerate(words) if name.span.end <= w.span.start < figure.span.start]
    verb = next((n for n in between if words[n].text == "is"), -1)
    relative = words[verb].dep == "relcl" and head_index(words, verb) in own
    return relative or any(words[n].dep == "nsubj" and head_index(words, n) == verb for n in own)


def _known(name: Name) -> bool:
    """Whether the account leaves no doubt who is meant: a surname alone may be another's, or one of two people's."""
    people = [n for n in name.document.names if n.value.kind == "person" and not n.value.pronoun]
    own = {n.value.entity for n in people if n.value.full.casefold().split()[-1:] == [name.text.casefold()]}
    return " " in name.value.full and (name.value.pronoun or " " in name.text or len(own) < 2)


def _other_day(figure: Quantity) -> bool:
    """Whether the words around tell of another day: "then 22", "17 when he ran", another year than the account's."""
    text, year = figure.document.text, figure.document.published[:4]
    before = text[figure.sentence.span.start : figure.span.start]
    if _BACK_THEN.search(before) or _THAT_DAY.match(text, figure.span.end):
        return True
    return any(said != year for said in _YEARS.findall(figure.sentence.text))
