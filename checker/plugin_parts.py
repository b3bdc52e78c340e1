"""Parts that plugins bring, guarded: what is not of the right kind is refused, what crashes is named."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError, PluginError
from checker.models.language import Mention
from checker.models.text import Document

if TYPE_CHECKING:
    from checker.models.report import Report
    from checker.protocols import Floats, Parsed, ReadText

Failed = Callable[[str], None]


class GuardedAnnotator:
    """A plugin's annotator; when it crashes, or gives what is no mention of the text, it finds nothing there.

    Raises:
        PluginError: ``annotator`` cannot be called.
    """

    def __init__(self, plugin: str, annotator: Any, failed: Failed) -> None:
        if not callable(annotator):
            raise PluginError(f"{annotator!r:.60} is not an annotator: it cannot be called")
        self.name = str(getattr(annotator, "name", "") or type(annotator).__name__)
        self._annotator = annotator
        self._failed = failed
        self._silent = False

    def __call__(
        self, document: Document, parsed: "Sequence[Parsed]", found: Sequence[Mention]
    ) -> Iterable[Mention]:
        """The annotator's mentions; a crash is noted once."""
        try:
            mentions = list(self._annotator(document, parsed, found))
            for mention in mentions:
                _belongs(mention, document, len(parsed))
        except (Exception, SystemExit) as error:
            if not self._silent:
                self._failed(f"annotator {self.name} failed on {document.id}: {said(error)}")
            self._silent = True
            return []
        return mentions


def _belongs(mention: object, document: Document, sentences: int) -> None:
    if not isinstance(mention, Mention):
        raise TypeError(f"it must give mentions, not {type(mention).__name__}")
    if mention.span.of(document.text) != mention.text or not 0 <= mention.sentence < sentences:
        raise ValueError(f"the mention {mention.text!r:.40} does not stand where it is said to")


class GuardedReader:
    """A plugin's reader; a crash of it becomes an error that names it.

    Raises:
        PluginError: ``reader`` has no suffixes, media types or ``read``.
    """

    def __init__(self, plugin: str, reader: Any, failed: Failed) -> None:
        for name in ("media_types", "suffixes"):
            value = getattr(reader, name, None)
            if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
                raise PluginError(f"{reader!r:.60} is not a reader: {name} must be a tuple of texts")
        if not callable(getattr(reader, "read", None)):
            raise PluginError(f"{reader!r:.60} is not a reader: it has no method read")
        self.media_types: tuple[str, ...] = tuple(reader.media_types)
        self.suffixes: tuple[str, ...] = tuple(reader.suffixes)
        self._reader = reader
        self._named = f"The reader {type(reader).__name__} of plugin {plugin}"

    def read(self, raw: bytes, uri: str) -> "ReadText":
        """What the reader gives.

        Raises:
            PluginError: it crashed or gave no text.
            CheckerError: its own, about the file.
        """
        try:
            found: ReadText = self._reader.read(raw, uri)
            if not isinstance(getattr(found, "text", None), str):
                raise TypeError(f"it must give a text, not {type(found).__name__}")
        except CheckerError:
            raise
        except (Exception, SystemExit) as error:
            raise PluginError(f"{self._named} failed on {uri}: {said(error)}.") from None
        return found


def guarded_renderer(plugin: str, name: object, renderer: Any) -> "Callable[[Report], str]":
    """A plugin's renderer; a crash of it becomes a PluginError that names it.

    Raises:
        PluginError: ``renderer`` cannot be called, or its format has no name.
    """
    if not isinstance(name, str) or not callable(renderer):
        raise PluginError(f"the output format {name!r:.40} needs a name and a function")

    def render(report: "Report") -> str:
        try:
            written = renderer(report)
            if not isinstance(written, str):
                raise TypeError(f"it must give a text, not {type(written).__name__}")
        except CheckerError:
            raise
        except (Exception, SystemExit) as error:
            raise PluginError(
                f"The output format {name!r} of plugin {plugin} failed: {said(error)}."
            ) from None
        return written

    return render


class GuardedEmbedder:
    """A plugin's embedder; rows that are no vectors would compare as nothing, so they are refused.

    Raises:
        PluginError: ``embedder`` has no method ``encode``.
    """

    def __init__(self, plugin: str, embedder: Any) -> None:
        if not callable(getattr(embedder, "encode", None)):
            raise PluginError(
                f"checker_make_embedder of {plugin} must give an embedder, not {embedder!r:.60}."
            )
        self.name = str(getattr(embedder, "name", "") or type(embedder).__name__)
        self.sha256 = str(getattr(embedder, "sha256", ""))
        self._embedder = embedder
        self._named = f"The embedder {self.name} of plugin {plugin}"

    def encode(self, texts: Sequence[str]) -> "Floats":
        """float32 [n, d], unit length, one row a text, in order.

        Raises:
            PluginError: the embedder crashed, or its rows are not that.
        """
        import numpy

        try:
            rows = numpy.asarray(self._embedder.encode(texts), dtype=numpy.float32)
            if rows.ndim != 2 or len(rows) != len(texts):
                raise ValueError(f"it must give {len(texts)} rows, and gave the shape {rows.shape}")
            if not bool(numpy.isfinite(rows).all()):
                raise ValueError("it gave values that are not finite")
            if len(rows) and float(abs(numpy.linalg.norm(rows, axis=1) - 1).max()) > 0.01:
                raise ValueError("it gave rows that are not of unit length")
        except CheckerError:
            raise
        except (Exception, SystemExit) as error:
            raise PluginError(f"{self._named} failed: {said(error)}.") from None
        return rows


def said(error: BaseException) -> str:
    """An error on one line, with its kind unless it is one of ours."""
    text = " ".join(str(error).split())[:300].rstrip(".")
    return text if isinstance(error, CheckerError) else f"{type(error).__name__}: {text}"
