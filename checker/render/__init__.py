"""From a report to something to read: one door, a module a format, loaded when it is asked for."""

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.models.report import Report

_MODULES = {
    "text": "checker.render.text",
    "json": "checker.render.json_",
    "html": "checker.render.html",
    "sarif": "checker.render.sarif",
    "junit": "checker.render.junit",
    "github": "checker.render.github",
    "gitlab": "checker.render.gitlab",
    "markdown": "checker.render.markdown",
}
FORMATS: tuple[str, ...] = tuple(_MODULES)


def render(report: "Report", format: str, *, color: bool = False, width: int | None = None) -> str:
    """Write ``report`` in one of ``FORMATS``; the same report gives the same text.

    ``color`` and ``width`` (columns) concern ``text`` alone. Whatever the accounts contain, no control or
    bidirectional character reaches the output as itself.

    Raises:
        UsageError: there is no such format.
    """
    if format not in _MODULES:
        raise UsageError(f"There is no output format {format!r}: choose one of {', '.join(FORMATS)}.")
    module = importlib.import_module(_MODULES[format])
    if format == "text":
        written: str = module.render_text(report, color=color, width=width)
        return written
    renderer: Callable[[Report], str] = module.render
    return renderer(report)


def to_html(report: "Report") -> str:
    """The report as one self-contained HTML file."""
    return render(report, "html")
