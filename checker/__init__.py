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
    from checker.models.findings import Finding
    from checker.models.report import Report
    from checker.rules.authoring import Flag, flag, rule

__version__ = "0.1.0"
__all__ = [
    "CheckerError",
    "Finding",
    "Flag",
    "Report",
    "check",
    "flag",
    "hookimpl",
    "load_embedder",
    "load_inferer",
    "rule",
]

_HOMES = {
    "CheckerError": "checker.errors",
    "Finding": "checker.models.findings",
    "Flag": "checker.rules.authoring",
    "Report": "checker.models.report",
    "check": "checker.api",
    "flag": "checker.rules.authoring",
    "hookimpl": "checker.hookspecs",
    "load_embedder": "checker.api",
    "load_inferer": "checker.api",
    "rule": "checker.rules.authoring",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'checker' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
