"""Second reading of a sentence whose main verb was missed because of a phrase between commas."""

import itertools
import warnings
from dataclasses import replace
from typing import Any

from checker.models.text import Span
from checker.parse import load_pipeline
from checker.propositions import grammar
from checker.propositions.views import Edit, Piece, View, view


def without_parentheses(first: View, pipeline: str = "") -> list[View]:
    """The view itself, or, when its root is a noun, a reading without the phrase between commas and that
    phrase.

    "China, one of its closest allies, abstained": the parser makes China the root; without the phrase it
    finds the verb. The first view is kept for what lies between the commas.
    """
    roots = [s.root for s in first.doc.sents]
    if len(roots) != 1 or grammar.is_verb(roots[0]) or not first.doc[-1].is_punct or len(first.doc) > 60:
        return [first]
    noun = roots[0]
    taken = [
        c for c in noun.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") and not grammar.loose(c)
    ]
    if taken and noun.i < taken[0].i and noun.doc[-1].text == ".":
        # "The chief called on both sides": after a pronoun the verb is no participle
        at = first.starts[taken[0].left_edge.i]
        rest = tuple(e for e in first.piece.edits if e.start >= at)
        edited = replace(first.piece, edits=(Edit(first.piece.start, at, "He "), *rest))
        found = _read(edited, first, pipeline)
        if found is not None and "by" not in {c.lower_ for c in taken[0].children}:
            return [found]
    commas = [t for t in first.doc if t.text == ","]
    for left, right in itertools.pairwise(commas):
        if left.i == 0 or right.i - left.i < 2:
            continue
        start, end = first.starts[left.i], first.ends[right.i]
        edits = [e for e in first.piece.edits if e.end <= start or e.start >= end]
        subject = Edit(first.piece.start, start, "He")
        others = [e for e in edits if e.start >= end]
        attempts = [(*edits, Edit(start, end))]
        if left.i <= 6 and first.doc[0].text[:1].isupper() and right is commas[1]:
            # "Oxfam, the charity, advocates for ...": a noun after a name, but a verb after a pronoun
            attempts.append((subject, Edit(start, end, " "), *others))
        for attempt in attempts:
            found = _read(replace(first.piece, edits=attempt), first, pipeline)
            if found is not None:
                inner = Span(start=first.ends[left.i], end=first.starts[right.i])
                return [found, replace(first, only=inner)]
    return [first]


def _read(piece: Piece, first: View, pipeline: str) -> View | None:
    """The piece parsed again, when it has a finite verb with a subject for its root."""
    text, places = piece.rewrite(first.source)
    nlp: Any = load_pipeline(pipeline)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        doc = nlp(text)
    root = next(iter(doc.sents)).root
    if grammar.is_verb(root) and grammar.is_finite(root) and grammar.subject_of(root):
        return view(piece, doc, places, first.source)
    return None
