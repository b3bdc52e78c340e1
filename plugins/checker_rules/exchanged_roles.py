"""A deed told the other way round in other words: who shot at whom, who urged whom, whose envoy was sent home."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.models.language import Argument, NameValue
from checker.models.text import Span
from checker.rules.alignment import CONTENT, spelling
from checker.rules.sentence_pairs import SentencePair, words_in
from checker.rules.vocabulary import MentionView, StatementView
from checker_rules.circumstances import days_apart, denies, disputed, figures_clash
from checker_rules.deed_words import ENVOYS
from checker_rules.one_deed import called
from checker_rules.slots import LIGHT
from checker_rules.story_slots import root_of

# verbs for one deed, the prepositions that bring in to whom it is done, and words that must follow: "order out"
_DEEDS = """
shoot shoot_down gun_down shoot:at fire:at open_fire:on
stab knife
kill murder slay shoot_dead
expel deport banish throw_out kick_out order>out order>leave tell>leave give>leave
urge press push exhort implore beg pressure lobby entreat call_on call:on appeal:to plead:with ask>to
beat defeat overcome thrash rout edge outplay overpower knock_out
rescue save
hit strike ram run_into crash:into
overtake
sue
arrest detain
dismiss sack fire oust
appoint name nominate
succeed replace
buy acquire purchase take_over
lend
carry
drive
push_down
"""
_Key = tuple[str, str, str]


def _key(word: str) -> _Key:
    verb, _, then = word.partition(">")
    verb, _, preposition = verb.partition(":")
    return spelling(verb), preposition, then


_DEED = {_key(word): n for n, row in enumerate(_DEEDS.strip().split("\n")) for word in row.split()}
_VERBS = frozenset(verb for verb, _, _ in _DEED)
# deeds that two may do to each other on one day, about two things
_ABOUT = {_DEED["urge", "", ""]}
# words for a person that stand for whoever else was named: the nephew is the boy
_ANYBODY = frozenset("boy girl man woman child teenager youth youngster person victim other".split())
# the bar stands for the name
_OWNED = re.compile(r"\bof (?:the )?\||\|['’]")
_WORD = re.compile(r"[\w’']+")
_FOLLOWING = 40  # letters after the object in which "out" or "to leave" stands


@dataclass(frozen=True)
class Deed:
    """A statement of a deed with who did it and to whom: the places, and what each is called."""

    statement: StatementView
    group: int
    who: Span
    whom: Span
    doer: frozenset[str]
    done_to: frozenset[str]
    named: bool


def exchanged_roles(pair: SentencePair) -> Iterator[tuple[Deed, Deed]]:
    """Deeds of two sentences in which who does it in one account has it done to him in the other."""
    for a in deeds_of(pair.left.statements):
        for b in deeds_of(pair.right.statements):
            if a.group == b.group and a.named == b.named and _one_told(a, b) and _turned(a, b):
                if not a.named and not any(
                    m.left == a.statement and m.right == b.statement and m.score >= 0.6 for m in pair.matches
                ):
                    # of nouns it must be plain that one deed is told
                    continue
                if not _both_ways(a) and not _both_ways(b):
                    yield a, b


def deeds_of(statements: Sequence[StatementView]) -> Iterator[Deed]:
    """The deeds that statements tell of which it is known who does them to whom."""
    for statement in statements:
        if (found := _whom(statement)) is not None:
            group, whom = found
            who = statement.argument("agent" if statement.passive else "subject")
            if who is None:
                continue
            names = [_names(statement, x) for x in (who, whom)]
            if names[0] & names[1]:
                continue
            named = all(names)
            doer, done_to = names if named else (frozenset({spelling(x.head)}) for x in (who, whom))
            if named or all(_one(statement, x) for x in (who, whom)):
                yield Deed(statement, group, who.span, whom.span, doer, done_to, named)


def _whom(statement: StatementView) -> tuple[int, Argument] | None:
    """The group of the deed, and to whom it is done."""
    verb = spelling(statement.predicate)
    object_ = statement.argument("subject" if statement.passive else "object")
    if object_ is not None and f"{verb}_{object_.head}" in _VERBS:
        # "opened fire on"
        verb = f"{verb}_{object_.head}"
    if verb not in _VERBS:
        return None
    for argument in statement.arguments:
        preposition = argument.role.removeprefix("prep:") if argument.role.startswith("prep:") else ""
        if preposition and (group := _DEED.get((verb, preposition, ""))) is not None:
            return group, argument
    if object_ is None:
        return None
    if (group := _DEED.get((verb, "", ""))) is not None:
        return group, object_
    after = _WORD.findall(statement.document.text, object_.span.end, object_.span.end + _FOLLOWING)
    return next(
        (
            (_DEED[verb, "", word], object_)
            for n, word in enumerate(after)
            # "told him to leave", not "told him he would leave"; "ordered him out", not "ordered him to carry out"
            if (verb, "", word) in _DEED and ("to" in after[:n]) == (word == "leave")
        ),
        None,
    )


def _names(statement: StatementView, argument: Argument) -> frozenset[str]:
    """Whom an argument names: its own names, the state of "the ambassador of Velm", the name beside "the mayor"."""
    text = statement.document.text
    inside = {
        n.value.entity
        for n in statement.sentence.names
        if argument.span.contains(n.span)
        and not n.value.pronoun
        and (argument.head in ENVOYS or not _owns(text, argument.span, n))
    }
    below = {
        n.value.entity
        for n in statement.sentence.names
        if n.value.kind != "person"
        and 0 <= n.span.start - argument.span.end <= 8
        and text[argument.span.end : n.span.start].split() in (["of"], ["of", "the"])
    }
    own = {argument.head} & {n.value.entity for n in statement.document.names}
    return frozenset(inside | below | own | called(statement, argument))


def _owns(text: str, around: Span, name: MentionView[NameValue]) -> bool:
    """Whether a person is named of whom somebody else is: "the brother of Anna Falk", "Falk's brother"."""
    before, after = text[around.start : name.span.start], text[name.span.end : name.span.end + 2]
    return name.value.kind == "person" and bool(_OWNED.search(f"{before}|{after}"))


def _one(statement: StatementView, argument: Argument) -> bool:
    """Whether an argument is one common noun: many police and many protesters may both have fired."""
    words = words_in(statement.document, argument.span)
    return any(w.pos == "NOUN" and w.text.lower() == w.lemma.lower() == argument.head for w in words)


def _one_told(a: Deed, b: Deed) -> bool:
    """Whether both may be one deed, told by nobody who contests it."""
    one, other = a.statement, b.statement
    if one.modality != other.modality or denies(one) != denies(other) or disputed(one, other):
        return False
    if days_apart(one, other) or days_apart(one.sentence, other.sentence) or figures_clash(one, other):
        return False
    return a.group not in _ABOUT or bool(_roots(a) & _roots(b))


def _roots(deed: Deed) -> set[str]:
    """What else is told of a deed: the roots of its words without who and whom."""
    words = words_in(deed.statement.document, deed.statement.span)
    verb = deed.statement.predicate_span
    return {
        root_of(w)
        for w in words
        if w.pos in CONTENT
        and spelling(w.lemma) not in LIGHT
        and not any(span is not None and w.span.overlaps(span) for span in (deed.who, deed.whom, verb))
        and not any(d.span.overlaps(w.span) for d in deed.statement.sentence.dates)
    }


def _turned(a: Deed, b: Deed) -> bool:
    if a.doer & b.doer or a.done_to & b.done_to:
        return False
    meets = (bool(a.doer & b.done_to), bool(a.done_to & b.doer))
    if a.named:
        return all(meets)
    # one of the two may be called otherwise: the uncle carried the boy, the nephew carried the uncle
    left = (a.doer, b.done_to) if not meets[0] else (a.done_to, b.doer)
    return any(meets) and (all(meets) or any(side & _ANYBODY for side in left))


def _both_ways(deed: Deed) -> bool:
    """Whether the account tells that it was done the other way round as well."""
    return any(
        other.group == deed.group and _turned(deed, other) and not denies(other.statement)
        for other in deeds_of(deed.statement.document.statements)
    )
