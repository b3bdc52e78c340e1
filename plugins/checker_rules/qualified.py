"""Denials that leave room for what the other account says: of a degree, on a condition, of another time, of oneself."""

from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import StatementView
from checker_rules.slots import head_index

# "is not more important", "is not as large": what is denied is the comparison
_COMPARES = frozenset({"more", "less", "as", "so", "too", "such", "than"})
# "would not reopen it without the money", "did not leave until Friday": so it was, on a condition
_ON_CONDITION = frozenset({"without", "until", "till", "unless"})
_SAYING = frozenset("say tell vow promise pledge insist declare maintain announce claim warn".split())


def qualified(yes: StatementView, no: StatementView) -> bool:
    """Whether a denial ``no`` may be true beside ``yes``: each says something else."""
    return (
        _compared(no) != _compared(yes)
        or (_conditions(no) - _conditions(yes) != set())
        or _certain_one(no, yes)
        or _of_oneself(no, yes)
        or _earlier_word(no) != _earlier_word(yes)
    )


def _compared(statement: StatementView) -> bool:
    """Whether the predicate is compared with another: "more important", "larger than"."""
    place = statement.predicate_span
    if place is None:
        return False
    words = words_in(statement.document, statement.sentence.span)
    inside = {i for i, w in enumerate(words) if w.span.overlaps(place)}
    return any(
        w.text.lower() in _COMPARES
        and head_index(words, i) in inside
        and w.dep in ("advmod", "prep", "predet")
        for i, w in enumerate(words)
        if i not in inside
    )


def _conditions(statement: StatementView) -> set[str]:
    """The words that set a condition or an end in a statement."""
    words = words_in(statement.document, statement.span)
    return {w.text.lower() for w in words} & _ON_CONDITION


def _certain_one(no: StatementView, yes: StatementView) -> bool:
    """Whether a particular one is denied: "is not the fiery speaker that his brother was"."""
    words = words_in(no.document, no.sentence.span)
    place = no.predicate_span
    if place is None or not no.predicate.startswith("be_"):
        return False
    said = {spelling(w.lemma) for w in words_in(yes.document, yes.sentence.span)}
    for i, word in enumerate(words):
        if word.pos not in ("NOUN", "PROPN") or word.dep != "attr" or not word.span.overlaps(place):
            continue
        below = [w for n, w in enumerate(words) if head_index(words, n) == i and n != i]
        article = any(w.text.lower() == "the" for w in below)
        narrow = any(w.dep == "relcl" for w in below) or any(
            w.dep in ("amod", "compound") and spelling(w.lemma) not in said for w in below
        )
        if narrow and (article or any(w.dep == "relcl" for w in below)):
            return True
    return False


def _of_oneself(no: StatementView, yes: StatementView) -> bool:
    """Whether somebody denies a deed of his own that others only report: "he said that he had not paid"."""
    if not no.speaker or yes.speaker == no.speaker or no.modality:
        return False
    # "announced that he is not running" is the deed itself
    if no.tense == "present":
        return False
    subject = no.argument("subject")
    if subject is None or subject.head not in (no.speaker, *no.speaker.split()[-1:]):
        return False
    return subject.head in no.entities and no.predicate not in ("be", "have")


def _earlier_word(statement: StatementView) -> bool:
    """Whether it is what somebody had said, promised or vowed before: words of an earlier time, since overtaken."""
    if statement.modality not in ("future", "intended"):
        return False
    words = words_in(statement.document, statement.sentence.span)
    place = statement.predicate_span
    at = next((i for i, w in enumerate(words) if place is not None and w.span.overlaps(place)), -1)
    seen: set[int] = set()
    while 0 <= at < len(words) and at not in seen:
        seen.add(at)
        if words[at].lemma in _SAYING:
            return any(
                w.text.lower() in ("had", "previously", "earlier", "once") and head_index(words, i) == at
                for i, w in enumerate(words)
            )
        at = head_index(words, at)
    return False
