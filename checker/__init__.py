"""Compares several accounts of one event, or a draft with its sources, and shows where they cannot both be
true.

The public names are loaded when they are first used (PEP 562), so that importing the package is quick and
loads no model library.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.api import check, load_embedder, load_inferer
    from checker.errors import CheckerError
    from checker.hookspecs import hookimpl
    from checker.models.findings import Evidence, Finding
    from checker.models.language import DateValue, Mention, NameValue, OtherValue, QuantityValue, QuoteValue
    from checker.models.raw import RawText
    from checker.models.report import Report
    from checker.models.text import Span
    from checker.rules.authoring import Flag, Rule, flag, rule
    from checker.rules.services import Embed, Nli
    from checker.rules.vocabulary import (
        ClaimView,
        DocumentView,
        GapView,
        MatchView,
        Mentions,
        MentionView,
        SentenceView,
        StatementView,
        StoryView,
        marked,
        place,
    )

__version__ = "0.1.0"
_HOMES = {
    "checker.api": ("check", "load_embedder", "load_inferer"),
    "checker.errors": ("CheckerError",),
    "checker.hookspecs": ("hookimpl",),
    "checker.models.findings": ("Evidence", "Finding"),
    # the values of mentions, for rules and annotators
    "checker.models.language": (
        "DateValue",
        "Mention",
        "NameValue",
        "OtherValue",
        "QuantityValue",
        "QuoteValue",
    ),
    "checker.models.raw": ("RawText",),
    "checker.models.report": ("Report",),
    "checker.models.text": ("Span",),
    "checker.rules.authoring": ("Flag", "Rule", "flag", "rule"),
    "checker.rules.services": ("Embed", "Nli"),
    "checker.rules.vocabulary": (
        "ClaimView",
        "DocumentView",
        "GapView",
        "MatchView",
        "MentionView",
        "Mentions",
        "SentenceView",
        "StatementView",
        "StoryView",
        "marked",
        "place",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
__all__ = [
    "CheckerError",
    "ClaimView",
    "DateValue",
    "DocumentView",
    "Embed",
    "Evidence",
    "Finding",
    "Flag",
    "GapView",
    "MatchView",
    "Mention",
    "MentionView",
    "Mentions",
    "NameValue",
    "Nli",
    "OtherValue",
    "QuantityValue",
    "QuoteValue",
    "RawText",
    "Report",
    "Rule",
    "SentenceView",
    "Span",
    "StatementView",
    "StoryView",
    "check",
    "flag",
    "hookimpl",
    "load_embedder",
    "load_inferer",
    "marked",
    "place",
    "rule",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'checker' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
