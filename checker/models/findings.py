"""What a rule finds and how it is shown: evidence with exact words, findings, failures, what is known of a rule."""

from typing import Any, Literal

from pydantic import Field

from checker.models.base import Frozen
from checker.models.text import Span

Role = Literal["primary", "counter", "support", "absent", "context"]
Category = Literal["contradiction", "quotation", "attribution", "omission", "addition", "wording"]
Verdict = Literal["fail", "review"]
Severity = Literal["error", "warning", "info"]
Scope = Literal["match", "gap", "claim", "story", "document"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Evidence(Frozen):
    """The exact words of one side, with a little of what stands around them."""

    document: str
    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""
    role: Role
    marks: tuple[Span, ...] = Field(
        default=(), description="the differing words, in code points of Document.text"
    )
    note: str = ""


class Finding(Frozen):
    """One discrepancy, as an editor reads it: a sentence, the words of every side, how sure and how grave."""

    code: str
    rule: str
    category: Category
    verdict: Verdict
    severity: Severity
    confidence: float = Field(ge=0, le=1)
    message: str
    data: dict[str, Any] = {}
    primary: Evidence
    related: tuple[Evidence, ...] = ()
    story: str = ""
    fingerprint: str = ""
    suppressed: str = Field(default="", description="the reason, when an editor has put the finding aside")
    suggestions: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every side, the primary one first."""
        return (self.primary, *self.related)


class RuleFailure(Frozen):
    """A rule, plugin or stage that failed; the rest of the report stands without it."""

    code: str = ""
    plugin: str = ""
    target: str = ""
    error: str


class RuleInfo(Frozen):
    """What is known of a rule without running it."""

    code: str
    name: str
    summary: str
    explanation: str = ""
    scope: Scope
    category: Category = "contradiction"
    severity: Severity
    status: Literal["stable", "preview", "deprecated"] = "stable"
    messages: dict[str, str] = {}
    options: dict[str, Any] = Field(default={}, description="JSON schema of the rule's options")
    plugin: str = ""
    url: str = ""
