"""The report: all that was compared, found and measured in one run."""

import math
from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Any, Literal

from pydantic import Field

from checker.models.base import Frozen
from checker.models.findings import Evidence, Finding, RuleFailure, RuleInfo
from checker.models.text import Document, Source

FORMAT = 1
# nothing is surer than this, so that log odds stay finite
_SURE = 0.0001


class Claim(Frozen):
    """One thing that accounts of a story say: a row of the claims x sources table."""

    id: str
    text: str
    statements: tuple[Evidence, ...] = ()
    standing: dict[str, Literal["states", "differs", "absent"]] = {}
    independent: int = 1
    support: float = Field(default=0.0, ge=0, le=1)


class Story(Frozen):
    """Documents that tell one event, and what they claim."""

    id: str
    title: str
    documents: tuple[str, ...]
    claims: tuple[Claim, ...] = ()


class RunInfo(Frozen):
    """How the report came about; clock and machine facts stand here and nowhere else.

    ``skipped``: code of a rule that was selected but could not run -> why, such as that no inference model is there.
    """

    versions: dict[str, str] = {}
    config: dict[str, Any] = {}
    models: dict[str, dict[str, str]] = {}
    seconds: dict[str, float] = {}
    counts: dict[str, int] = {}
    skipped: dict[str, str] = {}
    incomplete: bool = False


class Report(Frozen):
    """The consistency report: the product of a check and the contract with other tools."""

    format: int = FORMAT
    run: RunInfo = RunInfo()
    sources: tuple[Source, ...] = ()
    documents: tuple[Document, ...] = ()
    stories: tuple[Story, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    findings: tuple[Finding, ...] = ()
    failures: tuple[RuleFailure, ...] = ()

    def to_html(self) -> str:
        """The report as one self-contained HTML file, to be written as UTF-8."""
        # by name: the nouns import nothing of ours, whoever asks for a page has the renderer
        written: str = import_module("checker.render").to_html(self)
        return written

    def support(self, document: str) -> float:
        """How strongly the other accounts bear one account out, 0-1; from .5 on it is borne out rather than not.

        The least supported of its claims decides, and how well the rest is borne out counts a little beside it
        (log odds, four parts to one), so that of two drafts with the same weakest claim the sounder one is above.
        ``document`` is the account's id, its path or address as it was given, or its file name.

        Raises:
            LookupError: no account is called so, several are, or none of its statements was compared.
        """
        found = self._find(document)
        supports = [
            claim.support
            for story in self.stories
            for claim in story.claims
            if claim.standing.get(found.id) in ("states", "differs")
            or any(e.document == found.id for e in claim.statements)
        ]
        if not supports:
            raise LookupError(f"No statement of {document!r} was compared with another account.")
        return _together(supports)

    def _find(self, name: str) -> Document:
        """The one document with this id, else this uri, else this file name."""
        for known in (lambda d: d.id, lambda d: d.uri, lambda d: PurePath(d.uri).name):
            found = [d for d in self.documents if known(d) == name]
            if len(found) == 1:
                return found[0]
            if found:
                ids = ", ".join(d.id for d in found)
                raise LookupError(f"Several accounts are called {name!r}: use one of {ids}.")
        have = ", ".join(d.uri or d.id for d in self.documents) or "none"
        raise LookupError(f"No account of this report is called {name!r}: it has {have}.")


def _together(supports: Sequence[float]) -> float:
    """Four parts of the lowest and one part of the mean, in log odds."""
    odds = [math.log(p / (1 - p)) for p in (min(max(s, _SURE), 1 - _SURE) for s in supports)]
    total = (4 * min(odds) + math.fsum(odds) / len(odds)) / 5
    return round(1 / (1 + math.exp(-total)), 4)
