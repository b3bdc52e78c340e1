"""One document becomes an account: sentences, mentions and statements, kept in the cache once they were found."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ReadError
from checker.models.language import Account, Mention
from checker.models.text import Document
from checker.pipeline.account_cache import AccountCache

if TYPE_CHECKING:
    from checker.protocols import Annotator

# the longest of 3,156 news articles has 520; what is longer is a book, or no text
MAX_SENTENCES = 3000
# the code that decides what an account holds: a change of it makes cached accounts stale
_CODE = ("annotate", "propositions", "segment", "models", "parse.py", "words.py")
_LIBRARIES = ("spacy", "pint")


def analyse(
    document: Document,
    *,
    pipeline: str = "",
    annotators: "Sequence[Annotator]" = (),
    cache: AccountCache | None = None,
) -> Account:
    """The account of a document; built-in annotators first, then ``annotators`` of plugins, in their order.

    Accounts come from ``cache`` when the same document was analysed by the same code before; never when a plugin's
    annotators take part, whose code is not known.

    Raises:
        ModelError: the language pipeline is missing or altered.
        ReadError: more than 3,000 sentences.
    """
    key = "" if cache is None or annotators else _key(document, pipeline)
    if cache is not None and key and (known := cache.get(key)) is not None:
        return known.model_copy(update={"document": document})
    account = _analysed(document, pipeline, annotators)
    if cache is not None and key:
        cache.put(key, account)
    return account


def _analysed(document: Document, pipeline: str, annotators: "Sequence[Annotator]") -> Account:
    from checker.annotate.dates import annotate_dates
    from checker.annotate.names import annotate_names
    from checker.annotate.numbers import annotate_numbers
    from checker.annotate.speech import annotate_speech
    from checker.parse import parse
    from checker.propositions import propositions
    from checker.segment import segment
    from checker.words import words_of

    sentences = segment(document)
    if len(sentences) > MAX_SENTENCES:
        raise ReadError(
            f"{document.uri} is too long for an account: {len(sentences):,} sentences, and {MAX_SENTENCES:,} "
            "are the most; split it."
        )
    parsed = parse(sentences, pipeline)
    found: list[Mention] = []
    for annotate in (annotate_dates, annotate_numbers, annotate_names, annotate_speech):
        found += annotate(document, parsed, tuple(found))
    for annotator in annotators:
        found += annotator(document, parsed, tuple(found))
    return Account(
        document=document,
        sentences=tuple(sentences),
        statements=tuple(propositions(document, parsed, tuple(found), pipeline)),
        mentions=tuple(found),
        words=words_of(parsed),
    )


def _key(document: Document, pipeline: str) -> str:
    # where a text came from does not change what it says
    told = document.model_copy(update={"id": "", "source": "", "uri": "", "raw_sha256": ""}).model_dump_json()
    return hashlib.sha256("\n".join((_code_digest(), pipeline, told)).encode()).hexdigest()


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """Digest of what makes accounts: modules, their data, the pinned language pipeline, the libraries' versions."""
    from importlib.metadata import version

    from checker.parse import SHA256

    total = hashlib.sha256("\n".join((SHA256, *map(version, _LIBRARIES))).encode())
    root = Path(__file__).parent.parent
    for part in _CODE:
        path = root / part
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            if "__pycache__" not in file.parts:
                total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
