"""Turns a short text into a document with sentences and parses, as the annotators get them."""

import re

from checker.models.text import Block, Document, Sentence, Span
from checker.parse import parse
from checker.segment import segment


def document_of(text):
    blocks = tuple(
        Block(kind="paragraph", span=Span(start=m.start(), end=m.end())) for m in re.finditer(r"[^\n]+", text)
    )
    return Document(id="d", source="s", uri="d.txt", text=text, blocks=blocks)


def parsed_of(text):
    document = document_of(text)
    sentences: list[Sentence] = segment(document)
    return document, parse(sentences)
