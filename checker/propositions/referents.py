"""Whether the "it" of what somebody says may be taken for the one who says it.

"Norrline said it would close" is of Norrline. Where the sentence has spoken of another single thing before ("as the
rate falls, the agency says it could ..."), nobody knows without understanding it, and no name is put in its place.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.propositions import grammar
from checker.propositions.lexicon import FINDING, OFFICES, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = REPORTING | FINDING
_SUBJECTS = ("nsubj", "nsubjpass")
# names of what no "it" stands for
_NO_THING = frozenset(
    {"PERSON", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL", "NORP"}
)


def doubtful(pronoun: "Token") -> bool:
    """Whether the pronoun is an "it" that its sayer, and another thing named before, may both be."""
    if pronoun.lower_ != "it" or pronoun.dep_ not in _SUBJECTS:
        return False
    saying = next(
        (t for t in grammar.ancestors(pronoun) if t.i < pronoun.i and grammar.lemma(t) in _SAYING), None
    )
    teller = next((c for c in saying.children if c.dep_ in _SUBJECTS), None) if saying is not None else None
    return teller is not None and teller.i < pronoun.i and any(_things_before(teller))


def _things_before(teller: "Token") -> Iterator["Token"]:
    """The single things of which a clause before the teller's tells something."""
    doc, edge = teller.doc, teller.left_edge.i
    for token in doc[teller.sent.start : edge]:
        verb = token.head
        if (
            token.dep_ in _SUBJECTS
            and token.tag_ in ("NN", "NNP")
            and token.ent_type_ not in _NO_THING
            and token.i < verb.i < edge
            and grammar.is_verb(verb)
            and grammar.lemma(verb) not in _SAYING
            and not any(c.dep_ == "conj" for c in token.children)
            and token.lower_ not in OFFICES
        ):
            yield token
