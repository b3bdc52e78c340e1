"""Any sentence-transformers CrossEncoder with three inference labels, by name or path, on CPU or GPU."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import ModelError
from checker.infer.labels import UNREAD, blank, label_columns, labels_of, probabilities_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


LONGEST = 200_000  # characters of a pair


class CrossEncoderInferer:
    """A ``CrossEncoder``; the order of its labels is read from its own config, never assumed."""

    def __init__(self, name: str, device: str | None = None) -> None:
        if name.startswith((".", "/", "~")) and not Path(name).exists():
            raise ModelError(f"There is no inference model at {name}.")
        try:
            from sentence_transformers import CrossEncoder
        except ImportError:
            raise ModelError(
                f"The inference model {name!r} needs sentence-transformers: install it with "
                "'pip install fact-consistency-checker[models]'."
            ) from None
        self.name = name
        # the library raises errors of many kinds (hub, file, format, device): all mean that it cannot be used
        try:
            self._model: Any = CrossEncoder(name, device=device)
        except Exception as error:
            first = str(error).strip().splitlines() or [type(error).__name__]
            raise ModelError(f"The inference model {name!r} cannot be loaded: {first[0]}") from None
        self._columns = label_columns(labels_of(self._model.config.id2label or {}), name)
        self.sha256 = _digest(self._model)

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> "NDArray[numpy.float32]":
        """float32 [n, 3], rows sum to 1: contradiction, entailment, neutral.

        A pair that cannot be read whole gets (0.25, 0.25, 0.5), neutral with no confidence: an empty text, or
        more tokens than the model takes, which the library would cut in silence.
        """
        import numpy
        import torch

        out = numpy.tile(numpy.array(UNREAD, dtype=numpy.float32), (len(pairs), 1))
        texts = [tuple(t.encode("utf-8", "replace").decode() for t in pair) for pair in pairs]
        todo = [index for index, pair in enumerate(pairs) if not blank(pair) and self._fits(*texts[index])]
        if todo:
            clean = [texts[index] for index in todo]
            logits = self._model.predict(
                clean, batch_size=16, show_progress_bar=False, activation_fn=torch.nn.Identity()
            )
            out[todo] = probabilities_of(logits, self._columns, 1.0)
        return out

    def _fits(self, premise: str, hypothesis: str) -> bool:
        tokenizer = self._model.tokenizer
        # what has this many characters has too many tokens for any model, and takes long to count
        if len(premise) + len(hypothesis) > LONGEST:
            return False
        most: int = min(
            tokenizer.model_max_length, getattr(self._model.config, "max_position_embeddings", LONGEST)
        )
        tokens: list[int] = tokenizer(premise, hypothesis, truncation=False, verbose=False)["input_ids"]
        return len(tokens) <= most


def _digest(model: Any) -> str:
    """sha256 over parameters, labels and vocabulary: what decides the output."""
    import hashlib

    import torch

    total = hashlib.sha256(repr(sorted((model.config.id2label or {}).items())).encode())
    for name, tensor in sorted(model.state_dict().items()):
        total.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        raw = tensor.detach().cpu().contiguous().reshape(-1).view(dtype=torch.uint8)
        total.update(memoryview(raw.numpy()))
    fast = getattr(model.tokenizer, "backend_tokenizer", None)
    total.update((fast.to_str() if fast is not None else repr(model.tokenizer)).encode())
    return total.hexdigest()
