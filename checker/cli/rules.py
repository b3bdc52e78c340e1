"""``checker rules``: what can be found, by which rules, and which of them run here."""

import json
from typing import Any

import click

from checker.cli.options import FORM, config_options, make_config, selection_options
from checker.cli.terminal import plain, warn
from checker.models.findings import RuleInfo
from checker.plugin_manager import load_plugins
from checker.render.safe import harmless_json
from checker.rules.selection import severities


@click.command("rules")
@FORM
@selection_options
@config_options
def command(form: str, config: str | None, plugins: tuple[str, ...], **given: Any) -> int:
    """List the rules that run with the configuration found here; options of 'check' narrow the list."""
    settings = make_config(config, plugins, **given)
    loaded = load_plugins(settings)
    selection = loaded.selection(settings)
    settings = loaded.effective(settings)
    rules = selection.of(loaded.rules)
    set_here = severities(rules, settings.severity)
    infos = [r.info.model_copy(update={"severity": set_here.get(r.code, r.info.severity)}) for r in rules]
    if form == "json":
        rows = [i.model_dump(mode="json") for i in infos]
        click.echo(harmless_json(json.dumps(rows, indent=2, ensure_ascii=False)))
    else:
        _table(infos)
    if not infos:
        warn("no rule is left; change --select, --ignore or -k ('checker rules --select ALL' lists all)")
    for failure in loaded.failures:
        warn(f"plugin {failure.plugin}: {failure.error}")
    return 3 if loaded.failures else 0


def _table(infos: list[RuleInfo]) -> None:
    code = max((len(i.code) for i in infos), default=0)
    name = max((len(i.name) for i in infos), default=0)
    for info in infos:
        status = "" if info.status == "stable" else f" ({info.status})"
        click.echo(
            plain(f"{info.code:<{code}}  {info.severity:<7}  {info.name:<{name}}  {info.summary}{status}")
        )
