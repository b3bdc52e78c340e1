"""From paths to documents: every account read and cleaned, named apart, and fit to be compared."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.errors import NothingToCompareError, PluginError, UsageError
from checker.models.findings import RuleFailure
from checker.models.text import Document, Source
from checker.pipeline.naming import told_apart

if TYPE_CHECKING:
    from checker.protocols import Reader

# languages the pinned pipeline can parse; another pipeline is taken to be chosen for the texts at hand
LANGUAGES = ("en", "")


@dataclass(frozen=True)
class Collected:
    """The documents of a run: ``drafts`` are those checked against the others, empty among equals."""

    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    drafts: frozenset[str]
    failures: tuple[RuleFailure, ...] = ()


def collect(
    paths: Sequence[str],
    against: Sequence[str] | None,
    *,
    readers: "Sequence[Reader]" = (),
    pipeline: str = "",
) -> Collected:
    """Read every account; ids are the file names, with folder or ending where two are the same.

    Raises:
        ReadError: a path cannot be read.
        UsageError: no path was given, or one file is both draft and source.
        NothingToCompareError: there are not two accounts.
        PluginError: without a file that a plugin's reader failed on there is nothing to compare.
    """
    from checker.clean import clean
    from checker.read import find_paths, read_document, slug, source_of

    if not paths:
        raise UsageError("No account was given: name at least two files, or a folder that holds them.")
    drafts = _once(find_paths(paths, readers=readers))
    sources = _once(find_paths(against, readers=readers)) if against is not None else []
    if both := [p for p in drafts if os.path.realpath(p) in {os.path.realpath(s) for s in sources}]:
        raise UsageError(f"{both[0]} is given both as a draft and as a source; give it once.")
    if len(drafts) + len(sources) < 2:
        only = (drafts + sources)[0]
        twice = " (the same file given more than once is one account)" if len(paths) > 1 else ""
        raise NothingToCompareError(f"{only} is the only account{twice}; give at least two to compare.")
    documents, failures, read = [], [], []
    broken: list[PluginError] = []
    for path in (*drafts, *sources):
        try:
            raw = read_document(path, readers=readers)
        except PluginError as error:
            failures.append(RuleFailure(plugin=error.plugin, target=path, error=str(error)))
            broken.append(error)
            continue
        source = source_of(path, raw.title, raw.outlet)
        if against is not None:
            source = source.model_copy(update={"kind": "draft" if path in drafts else "wire"})
        read.append((path, raw, source))
    published = told_apart([path for path, _, _ in read], [source for _, _, source in read], slug)
    for (_, raw, _), source in zip(read, published, strict=True):
        document = clean(raw, source=source.id)
        if document.language not in LANGUAGES and not pipeline:
            failures.append(_foreign(document))
            continue
        documents.append(document)
    if broken and (len(documents) < 2 or not any(d.uri in drafts for d in documents)):
        raise broken[0]
    if len(documents) < 2:
        raise NothingToCompareError(
            failures[0].error if failures else "There are not two accounts to compare."
        )
    kept = {d.id for d in documents}
    of_drafts = (
        frozenset(d.id for d in documents[: len(drafts)] if d.uri in drafts)
        if against is not None
        else frozenset()
    )
    return Collected(
        tuple(documents), tuple(s for s in published if s.id in kept), of_drafts, tuple(failures)
    )


def _once(paths: Sequence[str]) -> list[str]:
    """Each file once, whatever ways lead to it."""
    seen: dict[str, str] = {}
    for path in paths:
        seen.setdefault(path if path == "-" else os.path.realpath(path), path)
    return list(seen.values())


def _foreign(document: Document) -> RuleFailure:
    return RuleFailure(
        plugin="checker",
        target=document.id,
        error=f"{document.uri} is in the language {document.language!r} and was not compared: the bundled pipeline "
        "reads English; set 'pipeline' to a spaCy pipeline of that language.",
    )
