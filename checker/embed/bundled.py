"""The bundled embedder: all-MiniLM-L6-v2 with 8-bit weights, run by onnxruntime, without torch.

A text's vector is the same, bit for bit, whatever texts stand beside it and however many threads run: the
padded length depends on the text alone, the network treats each row by itself, and pooling is done here, a
text at a time in float64, not in the graph, whose sums over a batch depend on its shape.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.weights import encodable, open_session, open_tokenizer, verified
from checker.weights.pins import PINS

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MAX_TOKENS = 256  # what the model was trained and published with
WIDTH = 384
BUCKET = 8  # lengths are padded up to a multiple of this
TOKENS_AT_ONCE = 1024  # bounds memory, and larger batches are no faster on a CPU


class BundledEmbedder:
    """all-MiniLM-L6-v2; texts are cut at 256 tokens; ``embedded`` counts them. Weights: Apache-2.0, see NOTICE.

    The files are checked at once, but opened when the first text comes: behind a cache there may be none.
    """

    name = "bundled:all-MiniLM-L6-v2"

    def __init__(self) -> None:
        self._model, self._vocabulary = verified("embedder.onnx"), verified("tokenizer.json")
        self.sha256 = PINS["embedder.onnx"]
        self.embedded = 0

    @cached_property
    def _session(self) -> "InferenceSession":
        return open_session(self._model, self.sha256)

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        return open_tokenizer(self._vocabulary, MAX_TOKENS)

    def encode(self, texts: Sequence[str]) -> "NDArray[numpy.float32]":
        """float32 [n, 384], unit length, one row a text, in order."""
        import numpy

        ids = [e.ids for e in self._tokenizer.encode_batch([encodable(text) for text in texts])]
        self.embedded += len(ids)
        vectors = numpy.zeros((len(ids), WIDTH), dtype=numpy.float32)
        for batch, length in batches([len(row) for row in ids]):
            tokens = numpy.zeros((len(batch), length), dtype=numpy.int64)
            mask = numpy.zeros((len(batch), length), dtype=numpy.int64)
            for place, index in enumerate(batch):
                tokens[place, : len(ids[index])] = ids[index]
                mask[place, : len(ids[index])] = 1
            hidden: Any = self._session.run(None, {"input_ids": tokens, "attention_mask": mask})[0]
            for place, index in enumerate(batch):
                mean = hidden[place, : len(ids[index])].astype(numpy.float64).mean(axis=0)
                vectors[index] = mean / max(float(numpy.sqrt((mean * mean).sum())), 1e-12)
        return vectors


def batches(lengths: Sequence[int]) -> list[tuple[list[int], int]]:
    """Indices grouped by padded length: (indices, padded length), no more than TOKENS_AT_ONCE a batch."""
    groups: dict[int, list[int]] = {}
    for index, length in enumerate(lengths):
        groups.setdefault(-(-length // BUCKET) * BUCKET, []).append(index)
    out = []
    for padded in sorted(groups):
        size = max(1, TOKENS_AT_ONCE // padded)
        members = groups[padded]
        out += [(members[start : start + size], padded) for start in range(0, len(members), size)]
    return out
