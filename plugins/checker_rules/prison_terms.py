"""How long somebody is to go to prison, by whose sentence it is: "seven years in prison", "11 years behind bars"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from checker.annotate.persons import same_entity
from checker.models.language import NameValue, QuantityValue, Word
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, StoryView
from checker_rules.events import elsewhere
from checker_rules.facts import Differing
from checker_rules.figures import Quantity
from checker_rules.slots import head_index

Name = MentionView[NameValue]

_SURE, _LIKELY = 0.88, 0.74
_INSIDE = re.compile(
    r"[ -]?(?:each |apiece )?(?:in (?:an? |the )?(?:[\w-]+ )?(?:prison|jail|gaol|custody|camp|colony|penitentiary)"
    r"|behind bars|(?:of )?(?:imprisonment|incarceration|detention)|(?:prison|jail) (?:sentence|term)|jail\b"
    r"|(?:sentence|term) (?:in|behind))",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:(?:sentenc|condemn)\w* (?:[^.;]{0,90} )?to|jail\w* (?:[^.;]{0,60} )?for|imprison\w* (?:[^.;]{0,60} )?for"
    r"|(?:to|in|into) (?:prison|jail) for|(?:sentence|imprisonment|prison term|jail term|term) of) $",
    re.IGNORECASE,
)
# a term that is not the court's: asked for, threatened, served already, changed, or not to be served
_NOT_IT = re.compile(
    r"\b(?:ask\w*|s(?:eek|ought)\w*|argu\w+|plead\w*|defen[cs]e|prosecut\w+|lawyers?"
    r"|demand\w*|want\w*|fac(?:e|es|ed|ing)|up to|could|may|might|would|maximum|minimum"
    r"|carr(?:y|ies|ied)|call\w* for|recommend\w*|suspend\w*|probation|serv(?:e|ed|ing)|already|reduc\w+|cut|from"
    r"|instead|earlier|previous\w*|at least|after|propos\w*|plea|parole|first|for the past|spent|risk\w*)\b",
    re.IGNORECASE,
)
_SUSPENDED = re.compile(r"[^.;,]{0,30}\b(?:suspend\w*|on probation|on parole|at most)", re.IGNORECASE)
_BEFORE, _AFTER = 60, 60  # characters
# whose object, or whose subject, it is that goes to prison
_SENDS = frozenset("sentence jail imprison give hand order send condemn put lock".split())
_GETS = frozenset("get receive draw spend face".split())
# who is called by what he is to another one is not the one whom the other account names
_KIN = frozenset(
    "wife husband brother sister son daughter father mother partner accomplice co-defendant codefendant".split()
)
_COURT = re.compile(r"\b(?:sentenc|prison|jail|convict|guilty|court|judge|imprison)", re.IGNORECASE)
_PASSIVE, _OBJECTS = frozenset({"nsubjpass"}), frozenset({"dobj", "dative", "iobj"})


@dataclass(frozen=True)
class Term:
    """A term in prison and who goes there, if a name or a pronoun says it."""

    figure: Quantity
    convict: Name | None


def terms_apart(story: StoryView) -> Iterator[Differing[QuantityValue]]:
    """Two terms that two accounts give one convict, or the only one each of them tells of."""
    told = [list(terms(d)) for d in story.documents]
    for left, right in combinations(told, 2):
        shown: set[str] = set()
        # to whom an account gives two terms, one of them may have been changed
        sides = [[t for t in side if len(_of(side, t)) == 1] for side in (left, right)]
        for a, b in product(*sides):
            key = a.convict.value.entity if a.convict is not None else ""
            if key in shown or a.figure.value.compatible(b.figure.value):
                continue
            known = a.convict is not None and b.convict is not None
            if known and not _one(a, b):
                continue
            if not known and (_several(left) or _several(right)):
                continue
            pair = SentencePair(a.figure.sentence, b.figure.sentence, 0.0, False, ())
            if not elsewhere(pair):
                shown.add(key)
                sure = _SURE if known else _LIKELY
                yield Differing(sure, pair, a.figure, b.figure, known, not known, alone=True)


def terms(document: DocumentView) -> Iterator[Term]:
    """The terms in prison that an account tells a court has given."""
    for figure in document.numbers:
        if figure.value.form == "duration" and _in_prison(figure):
            heads = _sent(figure)
            words = sentence_words(figure.sentence)
            convict = next((n for head in heads if (n := _name_of(figure, head)) is not None), None)
            if convict is not None or not any(words[n].lemma.lower() in _KIN for n in heads):
                yield Term(figure, convict)


def _of(told: Sequence[Term], one: Term) -> set[float]:
    """The terms that an account gives the convict of one of its terms, in seconds."""
    return {t.figure.value.number for t in told if t is one or _one(t, one)}


def _one(a: Term, b: Term) -> bool:
    if a.convict is None or b.convict is None:
        return False
    return same_entity(a.convict.value, b.convict.value)


def _several(told: Sequence[Term]) -> bool:
    return len({t.figure.value.number for t in told}) > 1


def _in_prison(figure: Quantity) -> bool:
    """Whether the words by a length of time say that somebody is to spend it in prison."""
    text = figure.document.text
    before = text[max(figure.sentence.span.start, figure.span.start - _BEFORE) : figure.span.start]
    after = text[figure.span.end : min(figure.sentence.span.end, figure.span.end + _AFTER)]
    clause = re.split(r"[,;:]", before)[-1]
    if _NOT_IT.search(clause) or _SUSPENDED.match(after):
        return False
    if _INSIDE.match(after.removeprefix(" ")) or _SENT.search(before):
        return True
    value = figure.value
    if value.counted in ("sentence", "imprisonment", "term"):
        return bool({"jail", "prison"} & {*value.of}) or bool(_COURT.search(figure.sentence.text))
    words = sentence_words(figure.sentence)
    verb = _verb(words, figure)
    # "the builder got three years"
    alone = not value.counted and verb >= 0 and words[verb].lemma in _GETS
    return alone and bool(_COURT.search(_near(figure)))


def _near(figure: Quantity) -> str:
    """The sentence of a figure with the two before it."""
    at = figure.sentence.index
    return " ".join(s.text for s in figure.document.sentences if at - 2 <= s.index <= at)


def _verb(words: Sequence[Word], figure: Quantity) -> int:
    """The place of the first verb above a figure that sends somebody to prison, or gets a term; -1 without one."""
    i = next((n for n, w in enumerate(words) if figure.span.overlaps(w.span)), -1)
    seen: set[int] = set()
    while 0 <= i < len(words) and i not in seen:
        seen.add(i)
        if words[i].pos == "VERB" and words[i].lemma in _SENDS | _GETS:
            return i
        i = head_index(words, i)
    return -1


def _sent(figure: Quantity) -> list[int]:
    """The places of the words in a figure's sentence for who is to go to prison."""
    words = sentence_words(figure.sentence)
    verb = _verb(words, figure)
    if verb < 0:
        return []
    below = [(n, w) for n, w in enumerate(words) if head_index(words, n) == verb and n != verb]
    if words[verb].lemma in _GETS:
        roles = frozenset({"nsubj"})
    elif any(w.dep in ("nsubjpass", "auxpass") for _, w in below):
        roles = _PASSIVE
    else:
        roles = _OBJECTS
    heads = [n for n, w in below if w.dep in roles]
    if roles == _OBJECTS:
        # "handed a sentence of eleven years to the former mayor, Jon Moe"
        to = [n for n, w in below if w.dep in ("prep", "dative") and w.lemma.lower() == "to"]
        heads += [n for n, w in enumerate(words) if w.dep == "pobj" and head_index(words, n) in to]
    return heads


def _name_of(figure: Quantity, head: int) -> Name | None:
    """The name or the pronoun for a person that a word is, or is said of: "the former mayor Jon Moe"."""
    words = sentence_words(figure.sentence)
    near = [head, *(n for n, w in enumerate(words) if w.dep == "appos" and head_index(words, n) == head)]
    for name in figure.sentence.names:
        if name.value.kind == "person" and any(name.span.overlaps(words[n].span) for n in near):
            return name
    return None
