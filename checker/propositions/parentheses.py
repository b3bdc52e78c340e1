"""Second reading of a sentence whose main verb was missed because of a phrase between commas."""

import warnings
from dataclasses import replace
from typing import Any

from checker.models.text import Span
from checker.parse import load_pipeline
from checker.propositions import grammar
from checker.propositions.views import Edit, View, view


def without_parentheses(first: View, pipeline: str = "") -> list[View]:
    """The view itself, or, when its root is a noun, a reading without the phrase between commas and that phrase.

    "China, one of its closest allies, abstained": the parser makes China the root; without the phrase it
    finds the verb. The first view is kept for what lies between the commas.
    """
    roots = [s.root for s in first.doc.sents]
    if len(roots) != 1 or grammar.is_verb(roots[0]) or not first.doc[-1].is_punct or len(first.doc) > 60:
        return [first]
    commas = [t for t in first.doc if t.text == ","]
    for left, right in zip(commas, commas[1:], strict=False):
        if left.i == 0 or right.i - left.i < 2:
            continue
        start, end = first.starts[left.i], first.ends[right.i]
        edits = [e for e in first.piece.edits if e.end <= start or e.start >= end]
        piece = replace(first.piece, edits=(*edits, Edit(start, end)))
        text, places = piece.rewrite(first.source)
        nlp: Any = load_pipeline(pipeline)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            doc = nlp(text)
        root = next(iter(doc.sents)).root
        if grammar.is_verb(root) and grammar.is_finite(root) and grammar.subject_of(root):
            inner = Span(start=first.ends[left.i], end=first.starts[right.i])
            return [view(piece, doc, places, first.source), replace(first, only=inner)]
    return [first]
