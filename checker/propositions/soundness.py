"""Whether what is left of a sentence, once its other clauses are cut off, still reads as a sentence.

Where it does not, the parse was wrong or the cut took what the clause cannot do without; the sentence's own words
are then the better statement.
"""

import itertools
from typing import TYPE_CHECKING

from checker.propositions import grammar
from checker.propositions.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST_OR_THIRD = ("VBD", "VBZ")
_EACH = frozenset({"each", "both"})
# a plural name may be of one body: the United Nations, the Los Angeles Times
_NAMED = frozenset({"ORG", "GPE", "FAC", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
_BELOW = frozenset({"relcl", "advcl", "ccomp", "pcomp", "csubj", "acl"})


def own_words(clause: Clause) -> list["Token"]:
    """The unbroken words to tell the clause with; empty where the clause's own tokens do as they are."""
    tokens = [t for t in clause.tokens if not t.is_space]
    if clause.restored and clause.form not in ("conjunct", "subordinate"):
        return []  # written anew around an antecedent
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc"):
        tokens.pop()
    if not tokens:
        return []
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    if _lacks_subject(clause) or _denied_with_another(clause) or _torn_subject(clause):
        return [t for t in clause.head.sent if not t.is_space]
    if _left_open(tokens, clause) or _takes_a_subject(tokens[-1]) or _half_relative(tokens, clause):
        end = tokens[-1].sent.end
        return [t for t in doc[first:end] if not t.is_space] if end > last + 1 else []
    if _broken(tokens) or _loose_pronoun(tokens):
        return [t for t in doc[first : last + 1] if not t.is_space]
    return []


def _lacks_subject(clause: Clause) -> bool:
    """ "Katherine, who had ..., was working": the verb of a clause that tells something has somebody who does it."""
    head = clause.head
    return (
        not clause.subject
        and not clause.quoting
        and clause.form in ("main", "conjunct", "reported")
        and grammar.is_verb(head)
        and head.tag_ in (*_PAST_OR_THIRD, "VBN", "VBG")
        and grammar.is_finite(head)
        and not grammar.has(head, "expl", "csubj", "nsubj", "nsubjpass")
        and len(head.sent) > len(clause.tokens) + 1
    )


def _denied_with_another(clause: Clause) -> bool:
    """ "neither cleared her nor concluded that ...": what comes second is denied by words that stand before it."""
    head = clause.head
    nor = any(c.dep_ == "cc" and c.lower_ == "nor" for c in head.head.children)
    return clause.form == "conjunct" and nor and not grammar.auxiliaries(head)


def _left_open(tokens: list["Token"], clause: Clause) -> bool:
    """Whether the clause ends in a word that announces another: "adds that", "has been", "the house of"."""
    last = tokens[-1]
    if last.dep_ == "mark" or last.tag_ in ("WDT", "WP$"):
        return True
    if last.dep_ == "prep":
        return any(c.i > last.i for c in last.children)
    return (
        last.i == clause.head.i and grammar.lemma(last) == "be" and any(c.i > last.i for c in last.children)
    )


def _takes_a_subject(last: "Token") -> bool:
    """ "lost the vote and spending fell": a verb without a subject follows a noun that was taken for an object."""
    following = next(
        (t for t in last.doc[last.i + 1 :] if t.dep_ not in ("advmod", "neg", "aux", "auxpass")), None
    )
    return (
        following is not None
        and last.pos_ in ("NOUN", "PROPN")
        and grammar.is_verb(following)
        and grammar.is_finite(following)
        and following.dep_ in ("conj", "ROOT", "ccomp", "advcl")
        and not grammar.subject_of(following)
        and not grammar.has(following, "expl")
        and following.i <= last.i + 3
    )


def _torn_subject(clause: Clause) -> bool:
    """ "met as the mayor, who resigned, and the union were at odds": a verb that does not agree with its subject.

    The other half of what it agrees with was then taken for a part of the clause before; neither stands as it is.
    """
    if clause.form not in ("main", "conjunct", "reported"):
        return False
    conjuncts = [c for c in clause.head.children if c.dep_ == "conj" and grammar.is_verb(c)]
    return any(_disagrees(c, clause.subject) for c in conjuncts) or (
        clause.head.dep_ == "conj"
        and grammar.is_verb(clause.head)
        and _disagrees(clause.head, clause.subject)
    )


def _disagrees(verb: "Token", shared: tuple["Token", ...]) -> bool:
    """Whether a second verb has not the number of its subject, be it its own or that of the verb before."""
    finite = next(iter([*grammar.auxiliaries(verb), verb]))
    own = grammar.subject_of(verb)
    heads = [t for t in own or shared if t.dep_ in ("nsubj", "nsubjpass") and t.lower_ not in _EACH]
    turned = any(c.dep_ == "cc" and c.lower_ == "nor" for c in verb.head.children)
    if len(heads) != 1 or turned or grammar.has(verb, "expl"):
        return False
    if own and verb.i > heads[0].i and any(c.lower_ in _EACH for c in verb.children if c.i < verb.i):
        return heads[0].tag_ in ("NN", "NNP") and not grammar.is_plural(own)
    singular = finite.tag_ == "VBZ" or finite.lower_ == "was"
    return not own and singular and heads[0].tag_ in ("NNS", "NNPS") and heads[0].ent_type_ not in _NAMED


def _half_relative(tokens: list["Token"], clause: Clause) -> bool:
    """ "The bid by Lund, who last year vowed to sell": the only verb is that of a relative clause.

    The parser took it for the sentence's own, and the one that tells what the bid did was cut off as another.
    """
    if clause.form not in ("main", "conjunct", "reported"):
        return False
    return any(
        t.tag_ in ("WP", "WDT")
        and t.lower_ in ("who", "which")
        and t.i > tokens[0].i + 1
        and t.nbor(-1).text in (",", "—", "–")
        and t.i < clause.head.i
        and not any(
            a.dep_ in _BELOW for a in (t, *grammar.ancestors(t)) if a.i != clause.head.i and a in tokens
        )
        for t in tokens
    )


def _broken(tokens: list["Token"]) -> bool:
    """Whether a cut in the middle begins at a mark but does not end at one, or leaves half of a list."""
    for before, after in itertools.pairwise(tokens):
        if after.i == before.i + 1:
            continue
        removed = [t for t in before.doc[before.i + 1 : after.i] if not t.is_space]
        if not removed:
            continue
        opens = removed[0].is_punct or before.is_punct
        closes = removed[-1].is_punct or (after.is_punct and after.tag_ != "POS")
        if opens != closes or (removed[-1].dep_ == "cc" and len(removed) > 1):
            return True
    return False


def _loose_pronoun(tokens: list["Token"]) -> bool:
    """Whether a relative pronoun stands there without its verb: "a graduate who like Lind"."""
    inside = {t.i for t in tokens}
    return any(
        t.tag_ in ("WP", "WDT") and t.dep_ in ("nsubj", "nsubjpass") and t.head.i not in inside
        for t in tokens
    )
