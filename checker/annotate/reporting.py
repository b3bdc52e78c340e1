"""Reporting verbs and the stance they take: said, claimed, denied, promised, asked, warned, confirmed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from checker.annotate.data import table

if TYPE_CHECKING:
    from spacy.tokens import Token

Stance = Literal["", "neutral", "claim", "deny", "promise", "ask", "warn", "confirm"]
_STANCES: tuple[Stance, ...] = ("neutral", "claim", "deny", "promise", "ask", "warn", "confirm")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_ARTICLES = frozenset({"a", "an", "the"})
_ZONE = re.compile(r"GMT|UTC|BST|IST|MSK|CES?T|EES?T|[ECMP][SD]?T|AE[SD]T|[JK]ST")


@dataclass(frozen=True)
class Verb:
    """A reporting verb; ``quiet`` ones report only beside a quotation or with a that-clause."""

    lemma: str
    stance: Stance
    quiet: bool


@lru_cache(maxsize=1)
def _verbs() -> dict[str, Verb]:
    data = table("reporting_verbs")
    quiet = frozenset(data["quiet"].split())
    found: dict[str, Verb] = {}
    for stance in reversed(_STANCES):
        for lemma in data[stance].split():
            found[lemma] = Verb(lemma, stance, lemma in quiet)
    return found


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(table("reporting_verbs")["nouns"].split())


def reporting_verb(token: "Token") -> Verb | None:
    """The reporting verb a token is a form of.

    The tagger's mistakes on 'said' and 'says' are seen through.
    """
    if token.lower_ in {"said", "says", "sez"}:
        return _verbs()["say"]
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass", "amod"}:
        return None
    return _verbs().get(token.lemma_.lower())


@lru_cache(maxsize=1)
def _prepositions() -> frozenset[tuple[str, str, str]]:
    """Lemma, particle and preposition of verbs that report what the preposition takes."""
    found = set()
    for entry in table("reporting_verbs")["with_preposition"].split():
        verb, preposition = entry.split(":")
        lemma, _, particle = verb.partition("(")
        found.add((lemma, particle.rstrip(")"), preposition))
    return frozenset(found)


def reports_by_preposition(token: "Token", between: "Sequence[Token]") -> Verb | None:
    """The verb, where the words between it and a quotation end with the preposition that makes it report.

    “put it 'down to'”, “spoke 'of'”, “attributed the deaths 'to'”; an article may stand before the mark.
    """
    if token.pos_ != "VERB" or token.dep_ in {"amod", "prep"}:
        # "compared to" is no deed
        return None
    words = [t.lower_ for t in between]
    while words and words[-1] in _ARTICLES:
        words.pop()
    lemma = token.lemma_.lower()
    for verb, particle, preposition in _prepositions():
        if verb != lemma or words[-1:] != [preposition]:
            continue
        if not particle or particle in words[:-1]:
            known = _verbs().get(lemma)
            return Verb(lemma, known.stance if known else "neutral", False)
    return None


def reporting_noun_form(token: "Token") -> Verb | None:
    """The verb of a form that the tagger took for a plural: “...,” the memo 'states'."""
    if token.tag_ == "NNS" and token.i > 0 and token.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"}:
        return _verbs().get(token.lower_.removesuffix("s"))
    return None


def is_reporting_noun(token: "Token") -> bool:
    """Whether the noun names something said: statement, remarks."""
    return token.pos_ == "NOUN" and token.lower_ in _nouns()


def _names_the_hour(token: "Token") -> bool:
    """Whether a word is the time zone behind an hour."""
    hour = token.i > 0 and token.nbor(-1).lower_ in {"a.m.", "p.m.", "am", "pm"}
    return hour and _ZONE.fullmatch(token.text) is not None


def subject_of(verb: "Token") -> "Token | None":
    """The word that is the speaker's head: the verb's subject, or that of the clause it hangs on.

    Participles ("..., adding that"), conjuncts ("smiled and said"), infinitives ("went on to say") and
    "was quoted as saying" take the subject of their governor; a relative "who" gives its antecedent;
    after "accused by X of" the agent speaks, and whoever an agency "quoted as saying" it.
    """
    if (
        verb.lemma_ in {"quote", "cite"}
        and not _is_passive(verb)
        and any(c.lower_ == "as" for c in verb.children)
    ):
        return next((c for c in verb.children if c.dep_ == "dobj"), None)
    own = [c for c in verb.children if c.dep_ in SUBJECTS] or _apposed_subject(verb)
    if own:
        # a dateline is often parsed as a second subject: the nearer one speaks
        subject = min(own, key=lambda c: (abs(c.i - verb.i), c.i))
        if _names_the_hour(subject):
            # "11:55 a.m. ET: The mayor confirms that ...", parsed as one person with a calling
            return next((c for c in subject.children if c.dep_ == "appos"), None)
        if subject.dep_ == "nsubjpass" or _is_passive(verb):
            return _agent(verb)
        if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
            return verb.head
        return subject
    if _is_passive(verb) or any(c.dep_ == "agent" for c in verb.children):
        return _agent(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        # "the temerity to observe": the noun does not speak
        return None
    if verb.dep_ in {"acl", "relcl"} and not (verb.tag_ == "VBG" and _comma_before(verb)):
        return verb.head if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
    return _inherited(verb)


def _apposed_subject(verb: "Token") -> "list[Token]":
    """The name before a long apposition, which the parser gives to a participle in it.

    "Anna Berg, head of a body made up of five towns, said"
    """
    if verb.i == 0 or verb.nbor(-1).text != ",":
        return []
    return [
        subject
        for clause in verb.children
        if clause.dep_ == "ccomp" and clause.tag_ in {"VBN", "VBD"} and clause.i < verb.i
        for subject in clause.children
        if subject.dep_ == "nsubj"
        and subject.pos_ == "PROPN"
        and subject.nbor(1).text == ","
        and subject.left_edge.i == verb.sent.start
    ]


def _inherited(verb: "Token") -> "Token | None":
    """The subject of the clause a participle, conjunct or infinitive hangs on.

    The parser often hangs a participle on the nearest verb ("said it was ready, adding that"): the
    subject of a reporting verb above goes before that of any other, and a subject has to stand before the
    verb.
    """
    first: Token | None = None
    token = verb
    while token.head.i != token.i:
        finite_clause = token.dep_ == "ccomp" and token.tag_ in {"VBD", "VBZ", "VBP"} and token.i == verb.i
        token = token.head
        if finite_clause:
            return None
        subjects = [c for c in token.children if c.dep_ in SUBJECTS and c.i < verb.i]
        if not subjects:
            continue
        subject = subjects[0]
        if subject.lower_ in {"who", "which", "that"} and token.dep_ == "relcl":
            subject = token.head
        if verb.tag_ != "VBG" or reporting_verb(token) is not None:
            return subject
        first = first or subject
    if first is not None and is_reporting_noun(first):
        # "the remarks came as Marsh turned down an invitation, saying": words do not say, the person does
        doc = verb.doc
        nearer = [t for t in doc[first.i + 1 : verb.i] if t.dep_ in SUBJECTS and t.head.dep_ == "advcl"]
        return next((t for t in reversed(nearer) if t.pos_ in {"PROPN", "PRON"}), first)
    return first


def _is_passive(verb: "Token") -> bool:
    """Whether the verb is a passive: 'was told', 'asked about it'."""
    if verb.tag_ != "VBN" or verb.lower_ == "said":
        return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    return not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children) and not any(
        c.dep_ == "nsubj" for c in verb.children
    )


def _agent(token: "Token") -> "Token | None":
    for child in token.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _comma_before(token: "Token") -> bool:
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text in {",", "—", "–", "-", "”", '"', "’"}
