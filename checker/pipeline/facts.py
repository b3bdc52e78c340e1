"""What a run was made with: versions, models, counts, seconds a stage. Clock and machine facts go nowhere else."""

import platform
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from checker.config import Config
from checker.models.language import Account
from checker.models.report import RunInfo
from checker.parse import PACKAGE, SHA256

if TYPE_CHECKING:
    from checker.rules.story_views import StoryView

_SHOWN = ("fact-consistency-checker", "spacy", "onnxruntime", "faiss-cpu", "tokenizers", "pydantic")


class Stages:
    """Names each stage to the user as it begins, and keeps how many seconds it took."""

    def __init__(self, progress: Callable[[str], None] | None = None) -> None:
        self.progress = progress
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Run the body as the stage ``name``."""
        if self.progress:
            self.progress(name)
        started = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - started, 4)


def run_info(config: Config, embedder: object, inferer: object) -> RunInfo:
    """Versions, effective configuration and models; counts and seconds come when the run is over."""
    versions = {"python": platform.python_version()}
    for name in _SHOWN:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    language = {"name": config.pipeline or PACKAGE, "sha256": "" if config.pipeline else SHA256}
    models = {"language": language}
    for role, model in (("embedder", embedder), ("inferer", inferer)):
        if model is not None:
            models[role] = {
                "name": str(getattr(model, "name", "")),
                "sha256": str(getattr(model, "sha256", "")),
            }
    return RunInfo(versions=versions, config=config.described(), models=models)


def counts_of(accounts: Sequence[Account], stories: "Sequence[StoryView]") -> dict[str, int]:
    """How much was compared."""
    return {
        "documents": len(accounts),
        "sentences": sum(len(a.sentences) for a in accounts),
        "statements": sum(len(a.statements) for a in accounts),
        "stories": len(stories),
        "matches": sum(len(s.matches) for s in stories),
        "gaps": sum(len(s.gaps) for s in stories),
    }
