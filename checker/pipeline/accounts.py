"""Every document of a run becomes an account; one that cannot be analysed is named, and the others go on."""

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.errors import CheckerError, PluginError
from checker.models.findings import RuleFailure
from checker.models.language import Account
from checker.models.text import Document
from checker.pipeline.account_cache import AccountCache
from checker.pipeline.analyse import analyse
from checker.pipeline.collect import Collected
from checker.plugin_guard import said

if TYPE_CHECKING:
    from checker.protocols import Annotator

# whose failure it is in the report
_OURS = "checker"


def analyse_all(
    collected: Collected,
    *,
    pipeline: str = "",
    annotators: "Sequence[Annotator]" = (),
    cache: AccountCache | None = None,
) -> tuple[Collected, list[Account]]:
    """What is left of ``collected``, and the account of each document in it.

    A document on which the analysis crashes is left out, with a failure that names it: one sentence that we cannot
    take must not cost the whole comparison. With CHECKER_TRACEBACK set the crash goes up as it is.

    Raises:
        PluginError: without the documents on which it crashed there is nothing to compare.
        CheckerError: as for ``analyse``.
    """
    accounts: list[Account] = []
    failures: list[RuleFailure] = []
    for document in collected.documents:
        try:
            account = analyse(document, pipeline=pipeline, annotators=annotators, cache=cache)
        except CheckerError:
            raise
        except Exception as error:
            if os.environ.get("CHECKER_TRACEBACK"):
                raise
            failures.append(_crashed(document, error))
            continue
        accounts.append(account)
    if not failures:
        return collected, accounts
    left = _without(collected, {f.target for f in failures})
    of_drafts = len(left.drafts)
    enough = len(accounts) > 1 and (not collected.drafts or 0 < of_drafts < len(accounts))
    if not enough:
        raise PluginError(f"{failures[0].error} Without it there is nothing to compare.", _OURS)
    return replace(left, failures=(*collected.failures, *failures)), accounts


def _without(collected: Collected, crashed: set[str]) -> Collected:
    return replace(
        collected,
        documents=tuple(d for d in collected.documents if d.id not in crashed),
        sources=tuple(s for s in collected.sources if s.id not in crashed),
        drafts=collected.drafts - crashed,
    )


def _crashed(document: Document, error: Exception) -> RuleFailure:
    return RuleFailure(
        plugin=_OURS,
        target=document.id,
        error=f"{document.uri} could not be analysed and was not compared: {said(error)} "
        "(CHECKER_TRACEBACK=1 shows where).",
    )
