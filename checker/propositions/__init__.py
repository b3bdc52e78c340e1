"""Cuts each sentence into the statements it makes, subjects restored and exact places kept.

A piece of a sentence (its frame, each quotation that stands alone) is edited so that the parser
understands it (``views``, ``repairs``, ``quotations``), parsed, cut into clauses (``clauses``, ``splits``)
and each clause is written as a sentence of its own (``wording``) with its arguments (``statements``).
"""

from collections.abc import Sequence

from checker.models.language import Mention, Statement
from checker.models.text import Document
from checker.parse import ParsedSentence
from checker.propositions.extract import extract

__all__ = ["propositions"]


def propositions(
    document: Document, parsed: Sequence[ParsedSentence], mentions: Sequence[Mention] = (), pipeline: str = ""
) -> list[Statement]:
    """The statements of every sentence, in text order, indexed from 0.

    ``mentions`` (names, quotes) are optional: they give entity keys, speakers and the names that pronouns
    stand for. Every sentence with a word gives at least one statement. ``predicate`` after a copula is
    ``be_`` and the lemma of the predicate noun or adjective; a verb that only modifies the infinitive below
    it ("refused to sign", "is likely to sign") gives way to it, and shows as ``negated``, ``modality`` or
    ``hedged``.
    """
    found = extract(document, parsed, mentions, pipeline)
    return [s.model_copy(update={"index": i}) for i, s in enumerate(found)]
