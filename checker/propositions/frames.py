"""Who is given as the source of a clause: "according to X", and clauses that only introduce words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.propositions import grammar
from checker.propositions.grammar import is_verb, lemma
from checker.propositions.lexicon import ADDRESSED, QUOTING, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Attribution:
    """ "according to X": the speaker's tokens and the positions of the whole phrase."""

    speaker: tuple["Token", ...]
    cue: str
    tokens: frozenset[int]


def is_attribution(prep: "Token") -> bool:
    """Whether the preposition is that of "according to X"."""
    return prep.lower_ == "according" and any(c.lower_ == "to" for c in prep.children)


def attribution(head: "Token") -> Attribution | None:
    """The "according to X" or "as X notes" of the clause, if it has one."""
    for child in head.children:
        if reports_as(child):
            inside = frozenset(t.i for t in child.subtree)
            return Attribution(tuple(grammar.subject_of(child)), lemma(child), inside)
        if child.dep_ == "prep" and is_attribution(child):
            for to in child.children:
                for noun in to.children:
                    if noun.dep_ == "pobj":
                        inside = frozenset(t.i for t in child.subtree)
                        return Attribution(tuple(grammar.noun_phrase(noun)), "according", inside)
    return None


# verbs of saying that tell nothing without what is said, and what would tell it
_EMPTY = frozenset({"ask", "say", "add", "reply", "retort", "quip", "exclaim", "tweet", "explain"})
_CONTENT = (
    "dobj",
    "ccomp",
    "xcomp",
    "attr",
    "acomp",
    "oprd",
    "nsubjpass",
    "auxpass",
    "prt",
    "dative",
    "agent",
    "neg",
)


def is_bare_frame(head: "Token", tokens: tuple["Token", ...], quoting: bool) -> bool:
    """Whether a clause only introduces words that stand elsewhere: "he said on Monday", "stating:"."""
    last = next((t for t in reversed(tokens) if not t.is_punct and not t.is_space), head)
    if quoting and lemma(head) == "be" and last.i == head.i:
        return True  # "the motto has been" before a quotation
    if not is_verb(head):
        return False
    if lemma(head) in _EMPTY and not grammar.has(head, *_CONTENT):
        return True  # "the mayor asked after the vote", the question beside it
    if lemma(head) not in (QUOTING if quoting else REPORTING):
        return False
    if last.lower_ == "that" and last.head.i == head.i and last.i > head.i:
        return True  # "the paper adds that:"
    if not quoting and head.tag_ != "VBG":
        return False
    inside = {t.i for t in tokens}
    own = [c for c in head.children if c.i in inside]
    if lemma(head) in ADDRESSED or (quoting and not grammar.subject_of(head)):
        own = [c for c in own if c.dep_ != "dobj" or c.pos_ == "NUM"]
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "attr", "acomp", "advcl", "nsubjpass") for c in own):
        return False
    return all(
        c.dep_ != "prep"
        or c.lower_ in ("to", "on", "in", "at", "during", "after", "from", "before", "of", "about")
        for c in own
    )


def reports_as(clause: "Token") -> bool:
    """Whether the clause only names the source of the one it hangs on: "as the agency notes"."""
    return (
        clause.dep_ == "advcl"
        and lemma(clause) in REPORTING
        and any(c.dep_ == "mark" and c.lower_ == "as" for c in clause.children)
        and not grammar.has(clause, "dobj", "ccomp", "xcomp", "neg")
        and bool(grammar.subject_of(clause))
    )
