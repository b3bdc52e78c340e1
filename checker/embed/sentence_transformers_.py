"""Any sentence-transformers model as embedder, by name or path, on CPU or GPU."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import ModelError

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


class SentenceTransformerEmbedder:
    """A ``SentenceTransformer``; ``sha256`` covers parameters, tokenizer and modules, ``embedded`` counts texts."""

    def __init__(self, name: str, device: str | None = None) -> None:
        if looks_like_path(name) and not Path(name).exists():
            raise ModelError(f"There is no embedding model at {name}.")
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError:
            raise ModelError(
                f"The embedding model {name!r} needs sentence-transformers: install it with "
                "'pip install fact-consistency-checker[models]'."
            ) from None
        quiet()
        self.name, self.embedded = name, 0
        # the library raises errors of many kinds (hub, file, format, device): all mean that it cannot be used
        try:
            self._model: Any = SentenceTransformer(name, device=device)
        except Exception as error:
            raise ModelError(f"The embedding model {name!r} cannot be loaded: {first_line(error)}") from None
        self.sha256 = model_digest(self._model, self._model.tokenizer)

    def encode(self, texts: Sequence[str]) -> "NDArray[numpy.float32]":
        """float32 [n, d], unit length, one row a text, in order."""
        import numpy

        if not texts:
            return numpy.zeros((0, self._model.get_embedding_dimension()), dtype=numpy.float32)
        self.embedded += len(texts)
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        vectors = self._model.encode(
            clean, batch_size=32, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return numpy.asarray(vectors, dtype=numpy.float32)


def quiet() -> None:
    """Keep the libraries' progress bars and the hub's retries off the terminal: the error says it in one sentence."""
    import logging
    from importlib import import_module

    bars: Any = import_module("transformers.utils.logging")
    bars.disable_progress_bar()
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)


def looks_like_path(name: str) -> bool:
    """Whether a model's name can only be a path, so that no hub need be asked."""
    return name.startswith((".", "/", "~")) or (os.sep != "/" and os.sep in name) or name.count("/") > 1


def first_line(error: Exception) -> str:
    """The first line of an error's text, or its class."""
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__


def model_digest(model: Any, tokenizer: Any) -> str:
    """sha256 over all that decides the output: parameters, their names, the modules, the vocabulary."""
    import torch

    total = hashlib.sha256(repr(model).encode())
    for name, tensor in sorted(model.state_dict().items()):
        total.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        # viewed as bytes, because numpy has no bfloat16
        raw: Any = tensor.detach().cpu().contiguous().reshape(-1).view(dtype=torch.uint8).numpy()
        total.update(memoryview(raw))
    fast = getattr(tokenizer, "backend_tokenizer", None)
    total.update((fast.to_str() if fast is not None else repr(tokenizer)).encode())
    return total.hexdigest()
