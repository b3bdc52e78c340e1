"""The whole way from paths to a report."""

from collections.abc import Callable, Sequence

from checker.config import Config
from checker.errors import ReadError
from checker.models.language import Account
from checker.models.report import Report, Story
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
    from checker.pipeline.accounts import analyse_all
    from checker.pipeline.analyse import analyse
    from checker.pipeline.bear_out import bear_out
    from checker.pipeline.collect import collect
    from checker.pipeline.compare import embed_accounts, stories_of, unchecked_drafts
    from checker.pipeline.facts import Stages, counts_of, run_info
    from checker.pipeline.judge import judge, put_aside, refuse_idle, selected_rules
    from checker.pipeline.models import inferer_for, make_embedder
    from checker.plugin_manager import load_plugins, rule_options
    from checker.rules.services import Embed, Nli, Services
    from checker.rules.text_views import DocumentView

    config = config or Config()
    stage = Stages(progress)
    with stage("plugins"):
        plugins = load_plugins(config)
        config = plugins.effective(config)
        rules = selected_rules(config, plugins)
        aside = put_aside(config)
        options = rule_options(rules, config.options)
    with stage("read"):
        collected = collect(paths, against, readers=plugins.readers, pipeline=config.pipeline)
    with stage("models"):
        embedder = make_embedder(config, plugins)
        inferer, why_not = inferer_for(config, plugins, collected.documents)
        nli, embed = Nli(inferer) if inferer else None, Embed(embedder)
        refuse_idle(rules, Services(nli=nli, embed=embed), why_not)
    with stage("analyse"):
        cache = AccountCache(config.cache_folder) if config.cache_folder else None
        collected, accounts = analyse_all(
            collected, pipeline=config.pipeline, annotators=plugins.annotators, cache=cache
        )
        _refuse_empty(accounts)
    with stage("embed"):
        vectors = embed_accounts(accounts, embedder)
    with stage("match"):
        stories = stories_of(
            accounts, vectors, collected.drafts, collected.sources, embedder.name, config.one_story
        )
    services = Services(
        nli=nli,
        embed=embed,
        annotate=lambda text: DocumentView(
            analyse(_unnamed(text), pipeline=config.pipeline, annotators=plugins.annotators)
        ),
        options=options,
    )
    run = run_info(config, embedder, inferer)
    with stage("rules"):
        findings, failures = judge(stories, rules, collected.documents, config, plugins, services, aside, run)
    with stage("claims"):
        told = [
            Story(
                id=s.id,
                title=s.title,
                documents=tuple(d.id for d in s.documents),
                claims=claims_of(s, findings, bear_out(s, findings, services, failures)),
            )
            for s in stories
        ]
    failures = [
        *plugins.failures,
        *collected.failures,
        *unchecked_drafts(collected.drafts, stories, accounts),
        *failures,
    ]
    # the embedding model and the language pipeline are always there
    skipped = {r.code: why_not for r in rules if services.lacks(r.needs)}
    counts = {
        **counts_of(accounts, stories),
        "accounts_from_cache": cache.hits if cache else 0,
        "texts_embedded": int(getattr(embedder, "embedded", 0)),
        "pairs_judged": services.nli.judged if services.nli else 0,
        "pairs_unread": services.nli.unread if services.nli else 0,
        "pairs_inferred": int(getattr(inferer, "inferred", 0)),
    }
    return Report(
        run=run.model_copy(
            update={
                "skipped": skipped,
                "seconds": stage.seconds,
                "counts": counts,
                "incomplete": bool(failures),
            }
        ),
        sources=collected.sources,
        documents=collected.documents,
        stories=tuple(told),
        rules=tuple(r.info for r in rules if not services.lacks(r.needs)),
        findings=tuple(findings),
        failures=tuple(failures),
    )


def _refuse_empty(accounts: Sequence[Account]) -> None:
    """An account without a sentence to compare is an error, not a silent agreement."""
    for account in accounts:
        if not account.statements:
            raise ReadError(
                f"{account.document.uri} holds no sentence to compare, only page furniture; check the file."
            )


def _unnamed(text: str) -> Document:
    block = Block(kind="paragraph", span=Span(start=0, end=len(text)))
    return Document(id="text", source="text", uri="", text=text, blocks=(block,))
