"""Which noun phrase a relative clause, a participle or an apposition belongs to."""

import itertools
from typing import TYPE_CHECKING

from checker.propositions import grammar
from checker.propositions.grammar import has, loose

if TYPE_CHECKING:
    from spacy.tokens import Token


def antecedent(child: "Token") -> list["Token"]:
    """The noun phrase that a relative clause, participle or apposition belongs to."""
    noun, edge = child.head, child.left_edge.i
    if child.dep_ == "relcl" and loose(child) and noun.dep_ == "appos" and loose(noun):
        noun, edge = noun.head, noun.left_edge.i
    if child.dep_ == "relcl" and noun.dep_ == "poss":
        noun = noun.head
    phrase = grammar.noun_phrase(noun, before=edge)
    wanted = _number(child) if child.dep_ == "relcl" else None
    pronoun = grammar.relative_pronoun(child) if child.dep_ == "relcl" else None
    if (
        pronoun is not None
        and pronoun.lower_ == "that"
        and noun.pos_ == "PROPN"
        and not has(noun, "det", "poss")
    ):
        # "a conversation with Lund that included ...": no bare name takes a "that"
        wider = next((t for t in itertools.islice(grammar.ancestors(noun), 3) if t.pos_ == "NOUN"), None)
        if wider is not None:
            return grammar.noun_phrase(wider, before=edge)
    if wanted is None or grammar.is_plural(phrase) == wanted:
        return phrase
    # "four people, including the whip, who were there": the verb tells which noun is meant
    for farther in itertools.islice(grammar.ancestors(noun), 3):
        wider = grammar.noun_phrase(farther, before=phrase[0].i if loose(child) else edge)
        if farther.pos_ in ("NOUN", "PROPN") and grammar.is_plural(wider) == wanted:
            return wider
    for nearer in reversed(list(child.doc[child.sent.start : phrase[0].i])):
        if nearer.pos_ == "NOUN" and (nearer.tag_ == "NNS") == wanted and nearer.dep_ != "compound":
            return grammar.noun_phrase(nearer, before=phrase[0].i)
    return phrase


def _number(verb: "Token") -> bool | None:
    """Whether the relative pronoun that is the verb's subject is plural, where the verb shows it."""
    pronoun = grammar.relative_pronoun(verb)
    if pronoun is None or pronoun.dep_ not in grammar.SUBJECTS:
        return None
    first = next(iter([*grammar.auxiliaries(verb), verb]))
    if first.lower_ in ("were", "are", "have") or (first.tag_ == "VBP" and first.lower_ != "am"):
        return True
    return False if first.lower_ in ("was", "is", "has") or first.tag_ == "VBZ" else None


def participle_subject(child: "Token", host: tuple["Token", ...], of_noun: bool) -> list["Token"]:
    """Who does, or undergoes, what a participle says."""
    if of_noun:
        return antecedent(child)
    if child.tag_ == "VBN" and loose(child) and has(child, "agent", "prep"):
        # "passed a resolution, sponsored by ...": a thing just brought in is what it goes on about
        edge = child.left_edge.i
        for token in reversed(list(child.doc[child.sent.start : edge])):
            if token.dep_ == "dobj" and any(c.lower_ in ("a", "an", "another") for c in token.children):
                return grammar.noun_phrase(token, before=edge)
    return list(host)
