"""The whole way from paths to a report."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from checker.config import Config
from checker.models.language import Account
from checker.models.report import Report, RunInfo, Story
from checker.models.text import Block, Document, Span


def run_check(
    paths: Sequence[str],
    *,
    against: Sequence[str] | None = None,
    config: Config | None = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Compare accounts as equals, or drafts ``against`` their sources.

    Args:
        paths: files, folders or ``-``; the drafts when ``against`` is given.
        against: the sources.
        config: what is configured; the defaults when left out.
        progress: called with the name of each stage as it begins.

    Raises:
        CheckerError: bad input, a missing model, nothing to compare; see ``checker.errors``.
    """
    from checker.claims import claims_of
    from checker.pipeline.account_cache import AccountCache
    from checker.pipeline.analyse import analyse
    from checker.pipeline.collect import collect
    from checker.pipeline.compare import embed_accounts, stories_of
    from checker.pipeline.judge import judge, selected_rules
    from checker.pipeline.models import make_embedder, optional_inferer
    from checker.plugin_manager import load_plugins, rule_options
    from checker.rules.services import Embed, Nli, Services
    from checker.rules.text_views import DocumentView

    config = config or Config()
    stage = _Stages(progress)
    with stage("plugins"):
        plugins = load_plugins(config)
        rules = selected_rules(config, plugins)
    with stage("read"):
        collected = collect(paths, against, readers=plugins.readers, pipeline=config.pipeline)
    with stage("models"):
        embedder = make_embedder(config, plugins)
        inferer = optional_inferer(config, plugins)
    with stage("analyse"):
        cache = AccountCache(config.cache_folder) if config.cache_folder else None
        accounts = [
            analyse(d, pipeline=config.pipeline, annotators=plugins.annotators, cache=cache) for d in collected.documents
        ]
        _refuse_empty(accounts)
    with stage("embed"):
        vectors = embed_accounts(accounts, embedder)
    with stage("match"):
        stories = stories_of(accounts, vectors, collected.drafts, collected.sources, embedder.name)
    with stage("rules"):
        services = Services(
            nli=Nli(inferer) if inferer else None,
            embed=Embed(embedder),
            annotate=lambda text: DocumentView(analyse(_unnamed(text), pipeline=config.pipeline)),
            options=rule_options(rules, config.options),
        )
        findings, failures = judge(stories, rules, collected.documents, config, plugins, services)
    failures = [*plugins.failures, *collected.failures, *failures]
    counts = {
        "documents": len(accounts),
        "sentences": sum(len(a.sentences) for a in accounts),
        "statements": sum(len(a.statements) for a in accounts),
        "stories": len(stories),
        "matches": sum(len(s.matches) for s in stories),
        "gaps": sum(len(s.gaps) for s in stories),
        "accounts_from_cache": cache.hits if cache else 0,
        "texts_embedded": int(getattr(embedder, "embedded", 0)),
        "pairs_judged": services.nli.judged if services.nli else 0,
    }
    ran = [r.info for r in rules if not services.lacks(r.services)]
    return Report(
        run=RunInfo(
            versions=_versions(),
            config=config.described(),
            models=_models(embedder, inferer),
            seconds=stage.seconds,
            counts=counts,
            incomplete=bool(failures),
        ),
        sources=collected.sources,
        documents=tuple(collected.documents),
        stories=tuple(
            Story(id=s.id, title=s.title, documents=tuple(d.id for d in s.documents), claims=claims_of(s, findings))
            for s in stories
        ),
        rules=tuple(ran),
        findings=tuple(findings),
        failures=tuple(failures),
    )


class _Stages:
    """Names each stage to the user and keeps how long it took."""

    def __init__(self, progress: Callable[[str], None] | None) -> None:
        self.progress = progress
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        if self.progress:
            self.progress(name)
        started = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - started, 4)


def _refuse_empty(accounts: Sequence[Account]) -> None:
    """An account without a sentence to compare is an error, not a silent agreement."""
    from checker.errors import ReadError

    for account in accounts:
        if not account.statements:
            raise ReadError(f"{account.document.uri} holds no sentence to compare, only page furniture; check the file.")


def _unnamed(text: str) -> Document:
    return Document(id="text", source="text", uri="", text=text, blocks=(Block(kind="paragraph", span=Span(start=0, end=len(text))),))


def _versions() -> dict[str, str]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    found = {"python": platform.python_version()}
    for name in ("fact-consistency-checker", "spacy", "onnxruntime", "faiss-cpu", "tokenizers", "pydantic"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _models(embedder: object, inferer: object) -> dict[str, dict[str, str]]:
    from checker.parse import PACKAGE, SHA256

    shown = {"language": {"name": PACKAGE, "sha256": SHA256}}
    for role, model in (("embedder", embedder), ("inferer", inferer)):
        if model is not None:
            shown[role] = {"name": str(getattr(model, "name", "")), "sha256": str(getattr(model, "sha256", ""))}
    return shown
