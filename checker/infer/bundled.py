"""The bundled inference model: an ONNX cross-encoder with its metadata, run by onnxruntime, without torch.

``nli.json`` beside ``nli.onnx``: ``labels`` (in the order of the output columns), ``sha256`` of the ONNX
file, ``temperature`` (default 1), ``max_tokens`` (default 256), ``unshared`` (what ``unshared.py`` takes from a
contradiction; default nothing), ``batch_invariant`` (default false: the activations are quantised a batch at a time, so
a pair's answer would depend on its neighbours, and each pair runs alone).
"""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import ModelError
from checker.infer.english import reads_as_english
from checker.infer.labels import UNREAD, blank, label_columns, probabilities_of
from checker.infer.unshared import Unshared
from checker.weights import FOLDER, encodable, open_session, open_tokenizer, verified

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

BUCKET = 8  # lengths are padded up to a multiple of this, so that a pair's length alone decides
TOKENS_AT_ONCE = 1024
# characters; a premise is an account at most, a hypothesis a statement: what is longer is not read
LONGEST_PREMISE = 40_000
LONGEST_HYPOTHESIS = 4_000
VERSION = 4  # of what is made of a pair before and after the model: a cache does not mix two of them


class BundledInferer:
    """The cross-encoder of ``folder`` (default: the wheel's); it reads English, and long premises in pieces.

    The files are checked at once, but opened when the first pair comes: behind a cache there may be none.
    """

    name = "bundled:nli"
    languages = ("en",)

    def __init__(self, folder: Path = FOLDER) -> None:
        meta = read_metadata(folder)
        self.sha256: str = meta["sha256"]
        self._columns = label_columns(meta["labels"], self.name)
        self._temperature = float(meta.get("temperature", 1.0))
        self._unshared = Unshared.of(meta.get("unshared", {}))
        self._alone = not meta.get("batch_invariant", False)
        self._max_tokens = int(meta.get("max_tokens", 256))
        self._vocabulary = verified("tokenizer.json")
        self._model = verified("nli.onnx", folder, self.sha256)
        self.answers = f"{self.sha256}:{self._temperature}:{self._max_tokens}:{self._unshared}:{VERSION}"

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        return open_tokenizer(self._vocabulary, self._max_tokens, pairs=True)

    @cached_property
    def _pieces(self) -> "Tokenizer":
        """For premises too long to be read at once: of little text the model judges better than of much."""
        return open_tokenizer(self._vocabulary, self._max_tokens // 2, pairs=True)

    @cached_property
    def _single(self) -> "Tokenizer":
        return open_tokenizer(self._vocabulary, self._max_tokens)

    @cached_property
    def _session(self) -> "InferenceSession":
        return open_session(self._model, self.sha256)

    @cached_property
    def _inputs(self) -> frozenset[str]:
        return frozenset(node.name for node in self._session.get_inputs())

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> "NDArray[numpy.float32]":
        """float32 [n, 3], rows sum to 1: contradiction, entailment, neutral.

        A premise that is longer than the model reads at once is read in overlapping pieces, and the piece that
        entails or contradicts most clearly decides. What cannot be read gets (0.25, 0.25, 0.5), neutral with
        no confidence: an empty text, one that is not English, a premise of more than 40,000 characters, a
        hypothesis that leaves less than a quarter of the model's tokens to the premise.
        """
        import numpy

        out = numpy.tile(numpy.array(UNREAD, dtype=numpy.float32), (len(pairs), 1))
        pieces = [(index, piece) for index, pair in enumerate(pairs) for piece in self._encode(*pair)]
        rows = self._rows([piece for _, piece in pieces])
        clearest = numpy.full(len(pairs), -1.0)
        for (index, _), row in zip(pieces, rows, strict=True):
            if (clear := float(row[:2].max())) > clearest[index]:
                clearest[index] = clear
                out[index] = row
        return out

    def _rows(self, encoded: Sequence[Any]) -> "NDArray[numpy.float32]":
        """Probabilities of encoded pairs, float32 [n, 3]; those of one padded length run together."""
        import numpy

        out = numpy.zeros((len(encoded), 3), dtype=numpy.float32)
        groups: dict[int, list[int]] = {}
        for index, item in enumerate(encoded):
            groups.setdefault(-(-len(item.ids) // BUCKET) * BUCKET, []).append(index)
        for length in sorted(groups):
            size = 1 if self._alone else max(1, TOKENS_AT_ONCE // length)
            members = groups[length]
            for start in range(0, len(members), size):
                batch = members[start : start + size]
                logits = self._run([encoded[index] for index in batch], length)
                for row, index in enumerate(batch):
                    logits[row, self._columns[0]] -= self._lost(encoded[index])
                out[batch] = probabilities_of(logits, self._columns, self._temperature)
        return out

    def _lost(self, pair: Any) -> float:
        """What is taken from the logit of contradiction, because an encoded pair has little in common."""
        sides: tuple[list[int], list[int]] = ([], [])
        for piece, side in zip(pair.ids, pair.type_ids, strict=True):
            sides[side].append(piece)
        return self._unshared.lost(*sides)

    def _encode(self, premise: str, hypothesis: str) -> list[Any]:
        """The pair in tokens, a long premise in several pieces; empty when it cannot be read."""
        if blank((premise, hypothesis)):
            return []
        first, second = (encodable(" ".join(text.split())) for text in (premise, hypothesis))
        if len(first) > LONGEST_PREMISE or len(second) > LONGEST_HYPOTHESIS:
            return []
        if not (reads_as_english(first) and reads_as_english(second)):
            return []
        length = len(self._single.encode(second, add_special_tokens=False).ids) + 3
        if length > self._max_tokens * 3 // 4:
            return []
        whole = self._tokenizer.encode(first, second)
        if whole.overflowing and length <= self._max_tokens * 3 // 8:
            whole = self._pieces.encode(first, second)
        return [whole, *whole.overflowing]

    def _run(self, encoded: Sequence[Any], length: int) -> Any:
        import numpy

        feed = {name: numpy.zeros((len(encoded), length), dtype=numpy.int64) for name in self._inputs}
        for row, item in enumerate(encoded):
            size = len(item.ids)
            feed["input_ids"][row, :size] = item.ids
            if "attention_mask" in feed:
                feed["attention_mask"][row, :size] = 1
            if "token_type_ids" in feed:
                feed["token_type_ids"][row, :size] = item.type_ids
        return self._session.run(None, feed)[0]


def read_metadata(folder: Path) -> dict[str, Any]:
    """``nli.json``, checked.

    Raises:
        ModelError: it is missing, altered or cannot be read.
    """
    path = verified("nli.json") if folder == FOLDER else folder / "nli.json"
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
        wanted = {"labels": list, "sha256": str}
        if not isinstance(meta, dict) or any(not isinstance(meta.get(k), t) for k, t in wanted.items()):
            raise ValueError("labels and sha256 are needed")
        Unshared.of(meta.get("unshared", {}))
        if not float(meta.get("temperature", 1.0)) > 0 or int(meta.get("max_tokens", 256)) < 16:
            raise ValueError("temperature must be above 0 and max_tokens at least 16")
    except OSError as error:
        raise ModelError(f"The inference model's metadata {path} cannot be read: {error.strerror}.") from None
    except (ValueError, TypeError) as error:
        raise ModelError(f"The inference model's metadata {path} cannot be used: {error}") from None
    return meta
