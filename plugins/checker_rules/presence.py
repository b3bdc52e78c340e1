"""Who was there and who was not: sat in on the talks, took no part in the meeting, stayed away from the funeral."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.models.language import Argument, Word
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import StatementView, StoryView
from checker_rules.circumstances import days_apart, denies, disputed
from checker_rules.nearest import short
from checker_rules.shown import verb_start
from checker_rules.slots import head_index
from checker_rules.unanswered import others_named

# nouns for one occasion
_OCCASIONS = """
meeting talk talks discussion negotiation summit session gathering conference consultation round
funeral burial service ceremony mass memorial
trial hearing proceeding
match game final
debate sitting
wedding marriage
parade march rally demonstration
inauguration
opening launch
vote ballot
"""
_OCCASION = {word: n for n, row in enumerate(_OCCASIONS.split("\n")) for word in row.split()}
# predicate -> roles of the occasion
_THERE = {
    "attend": ("object",),
    "join": ("object", "prep:in", "prep:for"),
    "participate": ("prep:in",),
    "take": ("prep:in",),
    "take_part": ("prep:in",),
    "sit_in": ("prep:on", "object", "prep:in"),
    "sit": ("prep:on", "prep:in"),
    "be_present": ("prep:at", "prep:in", "prep:during", "prep:for"),
    "appear": ("prep:at", "prep:in"),
    "come": ("prep:to",),
    "go": ("prep:to",),
    "be": ("prep:at",),
    "turn_up": ("prep:at", "prep:to", "prep:for"),
    "show_up": ("prep:at", "prep:to", "prep:for"),
    "host": ("object",),
    "chair": ("object",),
}
_AWAY = {
    "miss": ("object",),
    "skip": ("object",),
    "boycott": ("object",),
    "shun": ("object",),
    "stay_away": ("prep:from",),
    "stay": ("prep:from",),
    "be_absent": ("prep:from", "prep:at", "prep:during"),
}
_LEADS = frozenset({"host", "chair"})
# of these verbs another word makes one of presence: sat in, stayed away
_WITH = {"sit": "in", "stay": "away"}
_NEAR = 9  # words after the verb
# where the occasion was held without somebody
_WITHOUT = "prep:without"


@dataclass(frozen=True)
class Presence:
    """A statement of whether a named person was at an occasion."""

    statement: StatementView
    who: str
    occasion: int
    there: bool
    place: Span


def presence_apart(story: StoryView) -> Iterator[tuple[Presence, Presence]]:
    """Somebody was at an occasion by one short account and was not by another one."""
    told = [p for d in story.documents if short(d) for s in d.statements for p in _read(s)]
    for n, a in enumerate(told):
        for b in told[n + 1 :]:
            one, other = a.statement, b.statement
            if one.document.id == other.document.id or a.there == b.there:
                continue
            if a.who != b.who or a.occasion != b.occasion or one.modality != other.modality:
                continue
            if days_apart(one, other) or days_apart(one.sentence, other.sentence) or disputed(one, other):
                continue
            # the summit in one town, the talks in another
            if others_named(one.sentence, other.sentence):
                continue
            # who missed the first meeting and came to the second one is told of both
            if not any(
                x.who == a.who and x.occasion == a.occasion and x.there != y.there
                for x in told
                for y in (a, b)
                if x.statement.document.id == y.statement.document.id
            ):
                yield a, b


def _read(statement: StatementView) -> Iterator[Presence]:
    if statement.modality not in ("", "future") or statement.hedged or statement.predicate_span is None:
        return
    names = {n.value.entity for n in statement.document.names if n.value.kind == "person"}
    away = statement.argument(_WITHOUT)
    held = [x for x in statement.arguments if x.role in ("subject", "object") and _occasion(x) >= 0]
    if away is not None and away.head in names and held and not denies(statement):
        yield Presence(statement, away.head, _occasion(held[0]), False, _stretch(statement, away))
    subject = statement.argument("subject")
    if subject is None or subject.head not in names or statement.passive:
        return
    for predicates, there in ((_THERE, True), (_AWAY, False)):
        found = _named_occasion(statement, predicates.get(statement.predicate, ()))
        if found is not None and _whole(statement):
            denied = denies(statement) or _no_part(statement)
            if denied and statement.predicate in _LEADS:
                # who did not chair it may have been there
                return
            so = there != denied
            yield Presence(
                statement, subject.head, _OCCASION[spelling(found.lemma)], so, _stretch(statement, found)
            )
            return


def _named_occasion(statement: StatementView, roles: Sequence[str]) -> Word | None:
    """The noun of an occasion soon after the verb, in one of these roles."""
    words = sentence_words(statement.sentence)
    verb = statement.predicate_span or statement.span
    last = max((n for n, w in enumerate(words) if w.span.overlaps(verb)), default=-1)
    for n, word in enumerate(words[last + 1 : last + 1 + _NEAR], start=last + 1):
        if spelling(word.lemma) not in _OCCASION or word.pos not in ("NOUN", "PROPN"):
            continue
        above = head_index(words, n)
        role = "object" if word.dep == "dobj" else f"prep:{words[above].lemma.lower()}"
        if role in roles and word.dep in ("dobj", "pobj"):
            return word
    return None


def _occasion(argument: Argument) -> int:
    return _OCCASION.get(spelling(argument.head), -1)


def _whole(statement: StatementView) -> bool:
    """Whether a verb that says little has the noun that makes it one of presence: took part, stayed away."""
    object_ = statement.argument("object")
    if statement.predicate == "take":
        return object_ is not None and object_.head == "part"
    word = _WITH.get(statement.predicate)
    return word is None or word in statement.span.of(statement.document.text).lower().split()


def _no_part(statement: StatementView) -> bool:
    """Whether he took no part."""
    object_ = statement.argument("object")
    said = object_.span.of(statement.document.text).lower().split() if object_ is not None else []
    return said[:1] == ["no"] and not statement.negated


def _stretch(statement: StatementView, argument: Argument | Word) -> Span:
    """From the verb, with its auxiliaries and its "not", to the end of what it is told of."""
    verb = statement.predicate_span or statement.span
    words = sentence_words(statement.sentence)
    at = next((n for n, w in enumerate(words) if w.span.overlaps(verb)), 0)
    start = min(words[verb_start(words, at)].span.start, verb.start, argument.span.start)
    return Span(start=start, end=max(verb.end, argument.span.end))
