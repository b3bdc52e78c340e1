"""Single stages on their own, to look at what they make of a text: ``checker show``, the rule tester."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.models.language import Account
from checker.models.text import Block, Document, Span
from checker.pipeline.analyse import analyse

if TYPE_CHECKING:
    from checker.config import Config
    from checker.protocols import Annotator, Reader
    from checker.rules.story_views import StoryView


def document_at(path: str, *, readers: "Sequence[Reader]" = ()) -> Document:
    """The document in a file, read and cleaned.

    Raises:
        ReadError: it cannot be read.
    """
    from checker.clean import clean
    from checker.read import find_paths, read_document, source_of

    (first, *_) = find_paths([path], readers=readers)
    raw = read_document(first, readers=readers)
    return clean(raw, source=source_of(first, raw.title, raw.outlet).id)


def account_of_text(
    text: str, *, id: str = "account", pipeline: str = "", annotators: "Sequence[Annotator]" = ()
) -> Account:
    """The account of a text in memory: every paragraph is news, nothing is cleaned away."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        if words := line.strip():
            at = start + line.index(words)
            blocks.append(Block(kind="paragraph", span=Span(start=at, end=at + len(words))))
        start += len(line)
    document = Document(id=id, source=id, uri=id, text=text, language="en", blocks=tuple(blocks))
    return analyse(document, pipeline=pipeline, annotators=annotators)


def stories_at(paths: Sequence[str], config: "Config") -> "list[StoryView]":
    """The stories that the accounts at ``paths`` tell, with their matches and gaps; no rule is run.

    Raises:
        CheckerError: as for ``run_check``.
    """
    from checker.pipeline.collect import collect
    from checker.pipeline.compare import embed_accounts, stories_of
    from checker.pipeline.models import make_embedder
    from checker.plugin_manager import load_plugins

    plugins = load_plugins(config)
    collected = collect(paths, None, readers=plugins.readers, pipeline=config.pipeline)
    embedder = make_embedder(config, plugins)
    accounts = [
        analyse(d, pipeline=config.pipeline, annotators=plugins.annotators) for d in collected.documents
    ]
    vectors = embed_accounts(accounts, embedder)
    return list(
        stories_of(accounts, vectors, collected.drafts, collected.sources, embedder.name, config.one_story)
    )
