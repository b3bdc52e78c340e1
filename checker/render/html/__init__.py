"""The report as one HTML page that needs nothing else: no script, font or picture from elsewhere."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from checker.models.report import Report
from checker.render.html.page import page
from checker.render.safe import unobeyed_markup, visible

if TYPE_CHECKING:
    from jinja2 import Template


def render(report: Report) -> str:
    """The page: what was compared and the verdict, then story by story findings, claims and full texts."""
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    # style and script, which the policy names by their digest, hold nothing that this changes
    return unobeyed_markup(_template().render(page(report), style=style, script=script, policy=policy))


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def finalize(value: Any) -> Any:
        # everything that a template prints comes through here, before it is escaped
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["asset"] = lambda text: Markup(text)  # noqa: S704 -- our own style and script
    return environment.get_template("page.html.jinja")


def _asset(name: str) -> str:
    return files("checker.render.html").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
