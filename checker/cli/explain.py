"""``checker explain CODE``: what a rule flags, why it matters, what can be set."""

import inspect
import json
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

import click

from checker.cli import complete
from checker.cli.options import FORM, config_options, make_config
from checker.cli.terminal import plain, warn
from checker.errors import UnknownRuleError
from checker.models.findings import RuleInfo
from checker.plugin_manager import PluginInfo, Plugins, load_plugins
from checker.render.safe import harmless_json
from checker.rules.authoring import Rule

# how a JSON schema says what a value may be, and how we do
_BOUNDS = (
    ("minimum", "at least {}"),
    ("exclusiveMinimum", "more than {}"),
    ("maximum", "at most {}"),
    ("exclusiveMaximum", "less than {}"),
    ("enum", "one of {}"),
)


@click.command("explain")
@click.argument("code", shell_complete=complete.codes)
@FORM
@config_options
def command(code: str, form: str, config: str | None, plugins: tuple[str, ...]) -> int:
    """Explain the rule with this CODE or name."""
    loaded = load_plugins(make_config(config, plugins))
    try:
        rule = loaded.rules.get(code)
    except UnknownRuleError:
        # it may be a rule of a plugin that is broken
        _warn(loaded)
        raise
    if form == "json":
        click.echo(harmless_json(json.dumps(rule.info.model_dump(mode="json"), indent=2, ensure_ascii=False)))
    else:
        click.echo(explained(rule, loaded.infos))
    return _warn(loaded)


def _warn(loaded: Plugins) -> int:
    for failure in loaded.failures:
        warn(f"plugin {failure.plugin}: {failure.error}")
    return 3 if loaded.failures else 0


def explained(rule: Rule, plugins: Iterable[PluginInfo]) -> str:
    """The rule's page as plain text: what it flags, why, an example, messages, options, where to read on."""
    info = rule.info
    status = "" if info.status == "stable" else f" · {info.status}"
    parts = [
        plain(f"{info.code} {info.name}"),
        textwrap.fill(plain(info.summary), 88),
        plain(f"{info.severity} · {info.category} · one {info.scope} at a time{status}"),
    ]
    if info.explanation:
        # the docstring's code marks are for the page in docs/
        parts.append("\n".join(plain(line.replace("``", "'")) for line in info.explanation.splitlines()))
    if info.messages:
        width = max(len(key) for key in info.messages)
        lines = [f"  {key:<{width}}  {text}" for key, text in info.messages.items()]
        parts.append("Messages\n" + "\n".join(plain(line) for line in lines))
    if properties := info.options.get("properties"):
        parts.append(f"Options (checker.toml, [options.{info.code}])\n" + "\n".join(_options(properties)))
    parts.append("References\n" + "\n".join(f"  {plain(line)}" for line in _references(rule, info, plugins)))
    return "\n\n".join(parts)


def _options(properties: Mapping[str, Any]) -> list[str]:
    """Name, default, what it is and what it may be, in columns."""
    shown = {
        name: f"{name} = {json.dumps(of.get('default'), ensure_ascii=False)}"
        for name, of in properties.items()
    }
    width = max(len(text) for text in shown.values())
    lines = []
    for name, of in properties.items():
        bounds = [said.format(_told(of[key])) for key, said in _BOUNDS if key in of]
        allowed = f" ({', '.join(bounds)})" if bounds else ""
        lines.append(plain(f"  {shown[name]:<{width}}  {of.get('description', '')}{allowed}".rstrip()))
    return lines


def _told(value: object) -> str:
    return ", ".join(str(v) for v in value) if isinstance(value, list) else f"{value:g}"


def _references(rule: Rule, info: RuleInfo, plugins: Iterable[PluginInfo]) -> Iterable[str]:
    if info.url:
        yield info.url
    plugin = next((p for p in plugins if p.name == info.plugin), None)
    package = f" ({plugin.distribution} {plugin.version})" if plugin and plugin.distribution else ""
    yield f"plugin {info.plugin}{package}"
    code = getattr(inspect.unwrap(rule.function), "__code__", None)
    if code is not None:
        yield f"{code.co_filename}:{code.co_firstlineno}"
