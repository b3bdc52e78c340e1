"""Parts that plugins bring, guarded: what is not of the right kind is refused, what crashes is named."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError, PluginError
from checker.models.language import DateValue, Mention, NameValue, QuantityValue, QuoteValue
from checker.models.text import Document, Span
from checker.plugin_guard import Guard, GuestError, said

if TYPE_CHECKING:
    from checker.models.report import Report
    from checker.protocols import Floats, Parsed, ReadText

# what every rule may rely on: a mention of this kind has a value of that class
_KINDS: Mapping[str, type] = {
    "quantity": QuantityValue,
    "date": DateValue,
    "name": NameValue,
    "quote": QuoteValue,
}
_TOLD = ("title", "published", "language")


class GuardedAnnotator:
    """A plugin's annotator; when it crashes, or gives what is no mention of the text, it finds nothing there.

    Raises:
        PluginError: ``annotator`` cannot be called.
    """

    def __init__(self, guard: Guard, annotator: Any) -> None:
        if not callable(annotator):
            raise PluginError(f"{annotator!r:.60} is not an annotator: it cannot be called")
        self.name = str(
            getattr(annotator, "name", "") or getattr(annotator, "__name__", "") or type(annotator).__name__
        )
        self._annotator = annotator
        self._guard = guard

    def __call__(
        self, document: Document, parsed: "Sequence[Parsed]", found: Sequence[Mention]
    ) -> Iterable[Mention]:
        """The annotator's mentions; a crash is noted once. It is given copies, which it may spoil."""
        before = _written(document, parsed, found)
        given = (
            document.model_copy(deep=True),
            [_Copied(p) for p in parsed],
            tuple(m.model_copy(deep=True) for m in found),
        )
        who = f"annotator {self.name}"
        try:
            mentions = self._guard.call(who, lambda: list(self._annotator(*given)))
            for mention in mentions:
                _belongs(mention, document, {p.sentence.index: p.sentence.span for p in parsed})
            if _written(*given) != before:
                raise GuestError("changed what it was given; it finds nothing")
        except (CheckerError, GuestError, TypeError, ValueError) as error:
            self._guard.once(f"{who} failed: {said(error)}")
            return []
        return mentions


class _Copied:
    """A parsed sentence of an annotator's own."""

    def __init__(self, parsed: "Parsed") -> None:
        self.sentence = parsed.sentence
        self.doc = parsed.doc.copy()


def _written(document: Document, parsed: "Sequence[Any]", found: Sequence[Mention]) -> list[object]:
    # what the later stages read off the parse
    read_off = ["LEMMA", "POS", "DEP", "HEAD", "ENT_TYPE"]
    return [
        document.model_dump_json(),
        *(p.doc.to_array(read_off).tobytes() for p in parsed),
        *(m.model_dump_json() for m in found),
    ]


def _belongs(mention: object, document: Document, sentences: Mapping[int, Span]) -> None:
    if not isinstance(mention, Mention):
        raise TypeError(f"it must give mentions, not {type(mention).__name__}")
    around = sentences.get(mention.sentence)
    if mention.span.of(document.text) != mention.text or around is None or not around.contains(mention.span):
        raise ValueError(f"the mention {mention.text!r:.40} does not stand where it is said to")
    wanted = _KINDS.get(mention.kind)
    if wanted is not None and not isinstance(mention.value, wanted):
        raise TypeError(
            f"the value of a mention of kind {mention.kind!r} must be a {wanted.__name__}, "
            f"not {type(mention.value).__name__}; give the mention a kind of its own"
        )
    mention.model_dump_json()


class GuardedReader:
    """A plugin's reader; a crash of it becomes an error that names it.

    Raises:
        PluginError: ``reader`` has no suffixes, media types or ``read``.
    """

    def __init__(self, guard: Guard, reader: Any) -> None:
        for name in ("media_types", "suffixes"):
            value = getattr(reader, name, None)
            if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
                raise PluginError(f"{reader!r:.60} is not a reader: {name} must be a tuple of texts")
        if not callable(getattr(reader, "read", None)):
            raise PluginError(f"{reader!r:.60} is not a reader: it has no method read")
        if wrong := [s for s in reader.suffixes if not s.startswith(".") or s != s.lower()]:
            raise PluginError(
                f"{reader!r:.60} is not a reader: the suffix {wrong[0]!r} is not like '.rtf', in small letters"
            )
        self.media_types: tuple[str, ...] = tuple(reader.media_types)
        self.suffixes: tuple[str, ...] = tuple(reader.suffixes)
        self.plugin = guard.plugin
        self._reader = reader
        self._guard = guard
        self._name = f"reader {type(reader).__name__}"

    def read(self, raw: bytes, uri: str) -> "ReadText":
        """What the reader gives.

        Raises:
            PluginError: it crashed or gave no text.
            CheckerError: its own, about the file.
        """
        try:
            found: ReadText = self._guard.call(self._name, lambda: self._reader.read(raw, uri))
            if not isinstance(getattr(found, "text", None), str):
                raise TypeError(f"it must give a text, not {type(found).__name__}")
            for name in _TOLD:
                if not isinstance(getattr(found, name, None), str):
                    raise TypeError(f"it must give {name} as text, empty where it is not known")
        except (GuestError, TypeError) as error:
            raise PluginError(
                f"The {self._name} of plugin {self.plugin} failed on {uri}: {said(error)}.", self.plugin
            ) from None
        return found


def guarded_renderer(guard: Guard, name: object, renderer: Any) -> "Callable[[Report], str]":
    """A plugin's renderer; a crash of it becomes a PluginError that names it. It is given a copy of the report.

    Raises:
        PluginError: ``renderer`` cannot be called, or its format has no name.
    """
    if not isinstance(name, str) or not callable(renderer):
        raise PluginError(f"the output format {name!r:.40} needs a name and a function")

    def render(report: "Report") -> str:
        given = report.model_copy(deep=True)
        try:
            written = guard.call(f"the output format {name!r}", lambda: renderer(given))
            if not isinstance(written, str):
                raise TypeError(f"it must give a text, not {type(written).__name__}")
        except (GuestError, TypeError) as error:
            raise PluginError(
                f"The output format {name!r} of plugin {guard.plugin} failed: {said(error)}.", guard.plugin
            ) from None
        return written

    return render


class GuardedEmbedder:
    """A plugin's embedder; rows that are no vectors would compare as nothing, so they are refused.

    Raises:
        PluginError: ``embedder`` has no method ``encode``.
    """

    def __init__(self, guard: Guard, embedder: Any) -> None:
        if not callable(getattr(embedder, "encode", None)):
            raise PluginError(
                f"checker_make_embedder of {guard.plugin} must give an embedder, not {embedder!r:.60}."
            )
        self.name = str(getattr(embedder, "name", "") or type(embedder).__name__)
        self.sha256 = str(getattr(embedder, "sha256", ""))
        self._embedder = embedder
        self._guard = guard

    def encode(self, texts: Sequence[str]) -> "Floats":
        """float32 [n, d], unit length, one row a text, in order.

        Raises:
            PluginError: the embedder crashed, or its rows are not that.
        """
        import numpy

        try:
            given = self._guard.call(
                f"embedder {self.name}", lambda: self._embedder.encode([str(t) for t in texts])
            )
            rows = numpy.asarray(given, dtype=numpy.float32)
            if rows.ndim != 2 or len(rows) != len(texts):
                raise ValueError(f"it must give {len(texts)} rows, and gave the shape {rows.shape}")
            if not bool(numpy.isfinite(rows).all()):
                raise ValueError("it gave values that are not finite")
            if len(rows) and float(abs(numpy.linalg.norm(rows, axis=1) - 1).max()) > 0.01:
                raise ValueError("it gave rows that are not of unit length")
        except (GuestError, TypeError, ValueError) as error:
            raise PluginError(
                f"The embedder {self.name} of plugin {self._guard.plugin} failed: {said(error)}.",
                self._guard.plugin,
            ) from None
        return rows


class GuardedInferer:
    """A plugin's inference model; rows that are no probabilities are refused.

    Raises:
        PluginError: ``inferer`` has no method ``probabilities``.
    """

    def __init__(self, guard: Guard, inferer: Any) -> None:
        if not callable(getattr(inferer, "probabilities", None)):
            raise PluginError(
                f"checker_make_inferer of {guard.plugin} must give an inference model, not {inferer!r:.60}."
            )
        self.name = str(getattr(inferer, "name", "") or type(inferer).__name__)
        self.sha256 = str(getattr(inferer, "sha256", ""))
        self.languages: tuple[str, ...] = tuple(getattr(inferer, "languages", ()))
        self._inferer = inferer
        self._guard = guard

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> "Floats":
        """float32 [n, 3], rows sum to 1, columns contradiction, entailment, neutral.

        Raises:
            PluginError: the model crashed, or its rows are not that.
        """
        import numpy

        try:
            given = self._guard.call(
                f"inferer {self.name}", lambda: self._inferer.probabilities([(a, b) for a, b in pairs])
            )
            rows = numpy.asarray(given, dtype=numpy.float32)
            if rows.shape != (len(pairs), 3):
                raise ValueError(f"it must give the shape {(len(pairs), 3)}, and gave {rows.shape}")
            if (
                not bool(((rows >= 0) & (rows <= 1)).all())
                or float(abs(rows.sum(axis=1) - 1).max(initial=0)) > 0.01
            ):
                raise ValueError(
                    "it gave rows that are no probabilities: each from 0 to 1, three that sum to 1"
                )
        except (GuestError, TypeError, ValueError) as error:
            raise PluginError(
                f"The inferer {self.name} of plugin {self._guard.plugin} failed: {said(error)}.",
                self._guard.plugin,
            ) from None
        return rows
