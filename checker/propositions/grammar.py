"""Small questions to spaCy's dependency parse: subject, tense, passive, the verb that carries the meaning."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
VERBAL = frozenset({"VERB", "AUX"})
_CLOSED = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
_CLITICS = {
    "’re": "be",
    "'re": "be",
    "’m": "be",
    "'m": "be",
    "’ve": "have",
    "'ve": "have",
    "’s": "be",
    "'s": "be",
}


def lemma(token: "Token") -> str:
    """The lemma in lower case; the lemmatiser leaves some clitics as they are."""
    word = str(token.lemma_).lower()
    if token.pos_ not in VERBAL:
        return word
    if _CLOSED.fullmatch(word) and token.lower_ in (word + "ed", word + "ing"):
        # "fined" is of "fine": "fin" would double its consonant
        return word + "e"
    return _CLITICS.get(word, word)


def is_verb(token: "Token") -> bool:
    """Whether the token can carry a clause: a verb, or an auxiliary that stands as one."""
    return token.pos_ in VERBAL and token.dep_ not in AUXILIARIES


def has(token: "Token", *deps: str) -> bool:
    """Whether the token has a child with one of the relations."""
    return any(c.dep_ in deps for c in token.children)


def is_finite(verb: "Token") -> bool:
    """Whether the verb or one of its auxiliaries is finite."""
    return verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(
        c.dep_ in AUXILIARIES and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children
    )


def is_infinitive(verb: "Token") -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def is_passive(verb: "Token") -> bool:
    """Whether the verb is in the passive; a bare participle without an auxiliary is, too."""
    if has(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    return bool(verb.tag_ == "VBN") and not has(verb, "aux", "nsubj", "dobj")


def content_head(head: "Token") -> "Token":
    """The token itself; kept as one door for parses whose root is an auxiliary."""
    if head.dep_ in AUXILIARIES and head.head.i != head.i:
        return head.head
    return head


def subject_of(verb: "Token") -> list["Token"]:
    """The tokens of the verb's own subject, without clauses that hang on it."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass"):
            phrase = noun_phrase(child)
            # one subject is sometimes read as two that touch
            if not found or phrase[0].i == found[-1].i + 1:
                found += phrase
    return found


def inverted_subject(verb: "Token") -> list["Token"]:
    """ "said the minister": parsed as an object where the quotation before it was taken out."""
    return next((noun_phrase(c) for c in verb.children if c.dep_ in ("dobj", "attr") and c.i > verb.i), [])


def _left_open(phrase: list["Token"]) -> bool:
    """Whether the phrase ends in a preposition whose noun was left away."""
    last, inside = phrase[-1], {t.i for t in phrase}
    return bool(last.dep_ == "prep") and last.pos_ == "ADP" and not any(c.i in inside for c in last.children)


def noun_phrase(noun: "Token", before: int | None = None) -> list["Token"]:
    """The noun with what belongs to it; loose relative clauses, participles and appositions are left away."""
    found: list[Token] = []

    def add(token: "Token") -> None:
        if before is not None and token.i >= before:
            return
        found.append(token)
        for child in token.children:
            if child.dep_ in ("relcl", "acl", "appos", "advcl") and (loose(child) or child.dep_ == "appos"):
                continue
            if (
                child.dep_ in ("punct",)
                and token.i == noun.i
                and child.text in (",", "—", "–", "-", "--", "(", ")")
            ):
                continue
            add(child)

    add(noun)
    if not found:
        return [noun]
    inside = {t.i for t in found}
    doc = noun.doc
    # the commas of a list belong to it
    found += [t for t in doc[min(inside) : max(inside)] if t.text == "," and {t.i - 1, t.i + 1} <= inside]
    found = sorted(dict.fromkeys(found), key=lambda t: t.i)
    while found and (found[-1].is_punct or found[-1].dep_ == "cc" or _left_open(found)):
        found.pop()
    return found or [noun]


def loose(child: "Token") -> bool:
    """Whether a comma or dash stands before the subtree of ``child``."""
    edge = child.left_edge.i
    return edge > 0 and child.doc[edge - 1].text in (",", "—", "–", "--", "(", "-", ";", ":")


def relative_pronoun(verb: "Token") -> "Token | None":
    """The relative pronoun or adverb of a relative clause, if it has one."""
    for token in sorted(verb.subtree, key=lambda t: t.i):
        if token.i >= verb.i:
            return None
        if token.tag_ in ("WDT", "WP", "WP$", "WRB"):
            return token
    return None


def auxiliaries(verb: "Token") -> list["Token"]:
    """The auxiliaries of the verb in order, "to" left out."""
    return [c for c in verb.children if c.dep_ in AUXILIARIES and c.tag_ != "TO"]


def tense_of(verb: "Token") -> str:
    """past, present or future by the finite word of the verb group; empty for a participle or infinitive."""
    group = [*auxiliaries(verb), verb]
    words = [t.lower_ for t in group]
    if any(w in ("will", "'ll", "’ll", "wo", "shall") for w in words[:-1]):
        return "future"
    if any(t.tag_ == "VBD" for t in group):
        return "past"
    if "would" in words[:-1] and "have" not in words[:-1]:
        return "future"
    if any(t.tag_ == "MD" for t in group):
        return "past" if "have" in words[:-1] else "present"
    if words[0] in ("has", "have", "'ve", "’ve", "'s", "’s") and len(group) > 1 and verb.tag_ == "VBN":
        return "past" if not has(verb, "auxpass") or len(group) > 2 else "present"
    if verb.tag_ == "VBN" and len(group) == 1 and has(verb, "nsubj"):
        return "past"
    if any(t.tag_ in ("VBZ", "VBP") for t in group):
        return "present"
    return ""


def is_plural(subject: list["Token"] | tuple["Token", ...]) -> bool:
    """Whether a verb after the subject takes the plural form."""
    inside = {t.i for t in subject}
    heads = [t for t in subject if t.head.i not in inside or t.head.i == t.i]
    if not heads:
        return False
    head = heads[0]
    if any(c.dep_ == "conj" and c.i in inside for c in head.children):
        return True
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in (
        "we",
        "they",
        "you",
        "i",
        "these",
        "those",
        "many",
        "some",
    )


def ancestors(token: "Token") -> Iterator["Token"]:
    """The token's governors, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token
