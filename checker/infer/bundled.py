"""The bundled inference model: an ONNX cross-encoder with its metadata, run by onnxruntime, without torch.

``nli.json`` beside ``nli.onnx``: ``labels`` (in the order of the output columns), ``sha256`` of the ONNX
file, ``temperature`` (default 1), ``max_tokens`` (default 256), ``batch_invariant`` (default false: the
activations are quantised a batch at a time, so a pair's answer would depend on its neighbours, and each
pair runs alone).
"""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import ModelError
from checker.infer.labels import EMPTY, blank, label_columns, probabilities_of
from checker.weights import FOLDER, encodable, open_session, open_tokenizer, verified

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

BUCKET = 8  # lengths are padded up to a multiple of this, so that a pair's length alone decides
TOKENS_AT_ONCE = 1024


class BundledInferer:
    """The cross-encoder of ``folder`` (default: the wheel's); the end of a long premise is cut.

    The files are checked at once, but opened when the first pair comes: behind a cache there may be none.
    """

    name = "bundled:nli"

    def __init__(self, folder: Path = FOLDER) -> None:
        meta = read_metadata(folder)
        self.sha256: str = meta["sha256"]
        self._columns = label_columns(meta["labels"], self.name)
        self._temperature = float(meta.get("temperature", 1.0))
        self._alone = not meta.get("batch_invariant", False)
        self._max_tokens = int(meta.get("max_tokens", 256))
        self._vocabulary = verified("tokenizer.json")
        self._model = verified("nli.onnx", folder, self.sha256)

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        return open_tokenizer(self._vocabulary, self._max_tokens, pairs=True)

    @cached_property
    def _both(self) -> "Tokenizer":
        """The fallback for a hypothesis that alone is too long: both are cut."""
        return open_tokenizer(self._vocabulary, self._max_tokens)

    @cached_property
    def _session(self) -> "InferenceSession":
        return open_session(self._model, self.sha256)

    @cached_property
    def _inputs(self) -> frozenset[str]:
        return frozenset(node.name for node in self._session.get_inputs())

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> "NDArray[numpy.float32]":
        """float32 [n, 3], rows sum to 1; an empty text gives (0.25, 0.25, 0.5): neutral, barely."""
        import numpy

        out = numpy.tile(numpy.array(EMPTY, dtype=numpy.float32), (len(pairs), 1))
        todo = [index for index, pair in enumerate(pairs) if not blank(pair)]
        encoded = {index: self._encode(*pairs[index]) for index in todo}
        groups: dict[int, list[int]] = {}
        for index in todo:
            groups.setdefault(-(-len(encoded[index].ids) // BUCKET) * BUCKET, []).append(index)
        for length in sorted(groups):
            size = 1 if self._alone else max(1, TOKENS_AT_ONCE // length)
            members = groups[length]
            for start in range(0, len(members), size):
                batch = members[start : start + size]
                logits = self._run([encoded[index] for index in batch], length)
                out[batch] = probabilities_of(logits, self._columns, self._temperature)
        return out

    def _encode(self, premise: str, hypothesis: str) -> Any:
        first, second = encodable(premise), encodable(hypothesis)
        if len(self._both.encode(second).ids) + 8 > self._max_tokens:
            return self._both.encode(first, second)
        return self._tokenizer.encode(first, second)

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
        ModelError: the weights are not in the wheel, or the metadata cannot be read.
    """
    if not (folder / "nli.json").is_file() or not (folder / "nli.onnx").is_file():
        raise ModelError(
            f"The bundled inference model is not part of this installation (no nli.onnx in {folder}): "
            "name a CrossEncoder model, or install a wheel that holds the weights."
        )
    path = verified("nli.json") if folder == FOLDER else folder / "nli.json"
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
        wanted = {"labels": list, "sha256": str}
        if not isinstance(meta, dict) or any(not isinstance(meta.get(k), t) for k, t in wanted.items()):
            raise ValueError("labels and sha256 are needed")
        if not float(meta.get("temperature", 1.0)) > 0 or int(meta.get("max_tokens", 256)) < 16:
            raise ValueError("temperature must be above 0 and max_tokens at least 16")
    except (ValueError, TypeError) as error:
        raise ModelError(f"The inference model's metadata {path} cannot be used: {error}") from None
    return meta
