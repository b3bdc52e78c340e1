"""Reporting verbs and the stance they take: said, claimed, denied, promised, asked, warned, confirmed."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from checker.annotate.data import table

if TYPE_CHECKING:
    from spacy.tokens import Token

Stance = Literal["", "neutral", "claim", "deny", "promise", "ask", "warn", "confirm"]
_STANCES: tuple[Stance, ...] = ("neutral", "claim", "deny", "promise", "ask", "warn", "confirm")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


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
    """The reporting verb a token is a form of; the tagger's mistakes on 'said' and 'says' are seen through."""
    if token.lower_ in {"said", "says", "sez"}:
        return _verbs()["say"]
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass", "amod"}:
        return None
    return _verbs().get(token.lemma_.lower())


def is_reporting_noun(token: "Token") -> bool:
    """Whether the noun names something said: statement, remarks."""
    return token.pos_ == "NOUN" and token.lower_ in _nouns()


def subject_of(verb: "Token") -> "Token | None":
    """The word that is the speaker's head: the verb's subject, or that of the clause it hangs on.

    Participles ("..., adding that"), conjuncts ("smiled and said"), infinitives ("went on to say") and "was quoted
    as saying" take the subject of their governor; a relative "who" gives its antecedent; after "accused by X of"
    the agent speaks.
    """
    seen: set[int] = set()
    token = verb
    while token.i not in seen:
        seen.add(token.i)
        own = [c for c in token.children if c.dep_ in SUBJECTS]
        if own:
            subject = own[-1] if token.i == verb.i and len(own) > 1 and own[-1].i > verb.i else own[0]
            if subject.dep_ == "nsubjpass" and token.i == verb.i:
                return _agent(token)
            if subject.lower_ in {"who", "which", "that"} and token.dep_ == "relcl":
                return token.head
            return subject
        if token.i == verb.i and any(c.dep_ == "agent" for c in token.children):
            return _agent(token)
        if token.dep_ in {"acl", "relcl"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            if token.i == verb.i and token.dep_ == "acl" and token.tag_ == "VBG":
                # the parser hangs a sentence's participle on the nearest noun: "signed the deal, saying"
                governor = _verb_above(token.head)
                if governor is not None and _comma_before(token):
                    token = governor
                    continue
            return token.head
        if (
            token.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "parataxis", "dep"}
            and token.head.i != token.i
        ):
            if token.dep_ == "ccomp" and token.tag_ in {"VBD", "VBZ", "VBP"}:
                return None
            token = token.head
            continue
        return None
    return None


def _agent(token: "Token") -> "Token | None":
    for child in token.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _verb_above(token: "Token") -> "Token | None":
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def _comma_before(token: "Token") -> bool:
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text in {",", "—", "–", "-", "”", '"', "’"}
