"""The report: all that was compared, found and measured in one run."""

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from checker.models.base import Frozen
from checker.models.findings import Evidence, Finding, RuleFailure, RuleInfo
from checker.models.text import Document, Source

if TYPE_CHECKING:
    from checker.models.language import Account

FORMAT = 1


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
    """How the report came about; clock and machine facts stand here and nowhere else."""

    versions: dict[str, str] = {}
    config: dict[str, Any] = {}
    models: dict[str, dict[str, str]] = {}
    seconds: dict[str, float] = {}
    counts: dict[str, int] = {}
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
