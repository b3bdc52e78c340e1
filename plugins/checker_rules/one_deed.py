"""Whether two predicates tell one deed in other words: killed and slaughtered, dropped and fell."""

import re
from itertools import pairwise

from checker.models.language import Argument
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import StatementView
from checker.synonyms import canonical
from checker_rules.antonyms import antonyms
from checker_rules.circumstances import NOT, denies, figures_apart, of_some
from checker_rules.slots import head_index

Roles = dict[str, set[str]]

# The groups of synonyms also hold nouns and looser kin (detain and arrest, condemn and criticise), which one account
# may deny and another state. As verbs with the same subject and object only these hold.
_VERBS = frozenset(
    spelling(word)
    for word in (
        "rise climb grow increase jump surge soar fall drop decline decrease slip slide plunge tumble slump "
        "raise boost hike cut reduce slash trim adopt pass approve kill die perish slay slaughter injure wound "
        "ban prohibit forbid bar allow permit buy purchase acquire resign quit dismiss sack oust "
        "reveal disclose unveil end conclude cease destroy demolish raze repair fix renovate "
        "promise vow pledge welcome praise hail applaud condemn denounce jail imprison recruit hire vanish disappear "
        "send dispatch deploy modify amend alter change help aid assist discover detect investigate probe close shut "
        "finance fund reinforce strengthen abduct kidnap cancel scrap postpone delay defer seize confiscate"
    ).split()
)
# who dies is who is killed, and what passes is what is adopted: without an object the subject undergoes the deed
_UNDERGOES = frozenset(
    {"die", "perish", "pass", "close", "shut", "open", "reopen", "end", "conclude", "cease"}
)
# a denial of degree or of time leaves room for the rest: it never fully closed, she barely won, not yet
_DEGREES = frozenset(
    "fully entirely completely totally always necessarily exactly barely hardly scarcely nearly quite yet longer "
    "anymore only just wholly merely particularly especially".split()
)
_ALL = frozenset({"all", "every", "everyone", "everybody", "both", "many"})
# four of the seven, four others: another four than those before
_OTHERS = frozenset({"of", "other", "others", "another", "more"})
# of figures these are one, of people they are not
_GOES = frozenset({"rise", "fall"})
_FROM = re.compile(r"\bfrom\s+\Z")


def one_verb(left: str, right: str) -> bool:
    """Whether two predicates are one verb or two that news uses for one another."""
    if left == right:
        return True
    return (
        {spelling(left), spelling(right)} <= _VERBS
        and canonical(left) == canonical(right)
        and not antonyms(left, right)
    )


def moves_otherwise(a: StatementView, b: StatementView, left: Roles, right: Roles) -> bool:
    """Whether two verbs of going up or down may be two deeds: somebody did not climb the fence but jumped it."""
    if canonical(spelling(a.predicate)) not in _GOES:
        return False
    return any(
        "object" in roles or roles.get("subject", set()) & s.entities for s, roles in ((a, left), (b, right))
    )


def undergone(statement: StatementView, roles: Roles, verbs: frozenset[str] = _UNDERGOES) -> Roles:
    """The roles, with what undergoes one of these deeds as the object: the bill passed, the council passed the bill."""
    alone = not statement.passive and "object" not in roles and "subject" in roles
    if not alone or spelling(statement.predicate) not in verbs:
        return roles
    return {("object" if role == "subject" else role): heads for role, heads in roles.items()}


def called(statement: StatementView, argument: Argument) -> set[str]:
    """The names beside the noun of an argument: "whose aide Anna Falk", "the mayor, Jon Moe"."""
    if statement.form == "apposition":
        # "the leader, Jon Moe" itself says that he is Moe
        return set()
    words = words_in(statement.document, statement.sentence.span)
    beside = [
        word
        for i, word in enumerate(words)
        if word.dep == "appos"
        and 0 <= (above := head_index(words, i)) < len(words)
        and argument.span.contains(words[above].span)
        and words[above].lemma.lower() == argument.head
    ]
    names = statement.sentence.names
    return {n.value.entity for n in names if any(n.span.overlaps(word.span) for word in beside)}


def figures_differ(a: StatementView, b: StatementView) -> bool:
    """Whether the figures show two things; where one set out from does not: "dropped from 70 percent to 45"."""
    if not figures_apart(a, b):
        return False
    began = [_begun_at(s) for s in (a, b)]
    if all(began) or not any(began):
        return True
    one, other = (
        [n.value for n in s.numbers if n.span not in spans] for s, spans in zip((a, b), began, strict=True)
    )
    return bool(one and other) and not any(x.unit == y.unit and x.compatible(y) for x in one for y in other)


def denied_in_part(a: StatementView, b: StatementView) -> bool:
    """Whether the denial is only of degree, or both have the words of one and the parser saw it on one side."""
    if any(_degrees(s) for s in (a, b) if denies(s)):
        return True
    sides = [[spelling(w.text) for w in words_in(s.document, s.span)] for s in (a, b)]
    if any(x == "not" and y in _ALL for words in sides for x, y in pairwise(words)):
        # not all of them is some of them
        return True
    counts = [sum(w in NOT for w in words) for words in sides]
    return counts[0] == counts[1] > 0


def _degrees(statement: StatementView) -> bool:
    """Whether a word of degree stands in a statement; the "nearly" of "nearly 70 percent" is the figure's own."""
    words = words_in(statement.document, statement.span)
    return any(
        spelling(w.text) in _DEGREES and not any(n.span.contains(w.span) for n in statement.numbers)
        for w in words
    )


def two_parts(a: StatementView, b: StatementView) -> bool:
    """Whether both are of a part of a group, which may be two parts: some left, and some did not."""
    return of_some(a) and of_some(b) and not _one_count(a, b)


def _one_count(a: StatementView, b: StatementView) -> bool:
    """Whether both parts are as many: four marines were killed, four marines were not."""
    counts = []
    for statement in (a, b):
        subject = statement.argument("subject")
        if subject is None or _OTHERS & {
            spelling(w.text) for w in words_in(statement.document, subject.span)
        }:
            return False
        counts.append([n.value.number for n in statement.numbers if subject.span.contains(n.span)])
    return len(counts[0]) == 1 and counts[0] == counts[1] and counts[0][0] > 1


def _begun_at(statement: StatementView) -> list[Span]:
    """Places of the figures from which a deed is told to have set out."""
    text = statement.document.text
    return [n.span for n in statement.numbers if _FROM.search(text[max(0, n.span.start - 20) : n.span.start])]
