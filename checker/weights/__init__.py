"""The bundled model files and how they are opened: every file's sha256 is pinned and checked.

``tokenizer.json`` (shared), ``embedder.onnx``, ``nli.onnx`` and ``nli.json``; ``training/pin.py`` writes the pins.
"""

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ModelError
from checker.weights.pins import PINS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent
REPAIR = "reinstall it with 'pip install --force-reinstall fact-consistency-checker'"


def verified(name: str, folder: Path = FOLDER, sha256: str | None = None) -> Path:
    """The path of a bundled file, after its digest was checked.

    Raises:
        ModelError: the file is missing, or its bytes are not the pinned ones.
    """
    path = folder / name
    expected = sha256 if sha256 is not None else PINS.get(name)
    if expected is None or not path.is_file():
        raise ModelError(f"The model file {path} is missing: {REPAIR}.")
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != expected:
        raise ModelError(
            f"The model file {path} was altered (sha256 {found[:12]}..., "
            f"expected {expected[:12]}...): {REPAIR}."
        )
    return path


@lru_cache(maxsize=4)
def open_session(path: Path, sha256: str = "") -> "InferenceSession":
    """An onnxruntime session on the CPU; one for all who open the file of these bytes in this process.

    Raises:
        ModelError: the file is not a model that onnxruntime can run.
    """
    # onnxruntime reports to its maker when it is imported, unless this stands in the environment: a newsroom's
    # drafts are nobody's business, and a machine without network must not wait
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # idle threads sleep: spinning takes half as much time again from whatever else the machine does
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    # onnxruntime's own exceptions have no common base but Exception
    except Exception as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelError(f"The model file {path} cannot be run by onnxruntime: {first}") from None


@lru_cache(maxsize=8)
def open_tokenizer(path: Path, max_tokens: int, pairs: bool = False) -> "Tokenizer":
    """The tokenizer, cutting at ``max_tokens``; of ``pairs``, the first text is cut.

    What is cut off is in ``overflowing``: further pieces, each beginning an eighth of ``max_tokens`` before the
    last one ended.
    """
    from tokenizers import Tokenizer

    tokenizer: Tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    if pairs:
        tokenizer.enable_truncation(max_tokens, stride=max_tokens // 8, strategy="only_first")
    else:
        tokenizer.enable_truncation(max_tokens)
    return tokenizer


def encodable(text: str) -> str:
    """The text with lone surrogates replaced, which no tokenizer accepts."""
    return text.encode("utf-8", "replace").decode("utf-8")
