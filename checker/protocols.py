"""The shapes of exchangeable parts: whoever has these methods can take the place of ours."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from checker.models.language import Mention
from checker.models.text import Document, Sentence

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[numpy.float32]


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of one media type into text with what the format knows of title, date and language."""

    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]

    def read(self, raw: bytes, uri: str) -> "ReadText":
        """Read ``raw``; raises ReadError with one clear sentence."""
        ...


class ReadText(Protocol):
    """What a reader returns: the text and what the format itself says of it (empty when it says nothing)."""

    @property
    def text(self) -> str:
        """The text, as the format gives it."""
        ...

    @property
    def title(self) -> str:
        """The headline."""
        ...

    @property
    def published(self) -> str:
        """ISO 8601 date."""
        ...

    @property
    def language(self) -> str:
        """Two-letter code."""
        ...


@runtime_checkable
class Segmenter(Protocol):
    """Cuts a document's compared blocks into sentences with exact spans."""

    def __call__(self, document: Document) -> Sequence[Sentence]:
        """The sentences in the order of the text; spans do not overlap."""
        ...


class Parsed(Protocol):
    """A sentence with its parse: ``doc[i].idx + sentence.span.start`` is a token's place in the document."""

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        ...

    @property
    def doc(self) -> "Doc":
        """Its parse."""
        ...


@runtime_checkable
class Annotator(Protocol):
    """Finds mentions of one kind in a parsed document. Mentions lie within one sentence, spans exact."""

    name: str

    def __call__(
        self, document: Document, parsed: Sequence[Parsed], found: Sequence[Mention]
    ) -> Iterable[Mention]:
        """``found``: the mentions of the annotators that ran before."""
        ...


@runtime_checkable
class Embedder(Protocol):
    """Turns texts into unit vectors."""

    name: str
    sha256: str

    def encode(self, texts: Sequence[str]) -> "Floats":
        """float32 [n, d], unit length, one row a text, in order."""
        ...


@runtime_checkable
class Inferer(Protocol):
    """Gives probabilities of contradiction, entailment and neutral for (premise, hypothesis) pairs."""

    name: str
    sha256: str

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> "Floats":
        """float32 [n, 3], rows sum to 1, columns contradiction, entailment, neutral."""
        ...
