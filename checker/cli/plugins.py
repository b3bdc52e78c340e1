"""``checker plugins``: what is loaded, from where, and what is broken."""

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import replace

import click

from checker.cli.options import FORM, config_options, make_config
from checker.cli.terminal import plain
from checker.models.findings import RuleFailure
from checker.plugin_manager import PluginInfo, load_plugins
from checker.render.safe import harmless_json


@click.command("plugins")
@FORM
@config_options
def command(form: str, config: str | None, plugins: tuple[str, ...]) -> int:
    """List the plugins in load order: origin, version, rules, presets, errors. Exit code 3 when one is broken."""
    loaded = load_plugins(make_config(config, plugins))
    # asked only now: what is wrong with them stands in the failures
    _ = loaded.annotators, loaded.readers, loaded.renderers
    told = {info.name: _errors(info, loaded.failures) for info in loaded.infos}
    if form == "json":
        rows = [dataclasses.asdict(replace(info, error="; ".join(told[info.name]))) for info in loaded.infos]
        click.echo(harmless_json(json.dumps(rows, indent=2, ensure_ascii=False)))
    else:
        for info in loaded.infos:
            package = f" {info.distribution} {info.version}" if info.distribution else ""
            click.echo(plain(f"{info.name}  {info.origin}{package}  {info.file}"))
            if info.rules:
                click.echo(plain(f"  rules: {' '.join(info.rules)}"))
            for name in info.presets:
                click.echo(plain(f"  preset {name}: {loaded.presets[name].description}"))
            for error in told[info.name]:
                click.echo(plain(f"  BROKEN: {error}"))
    return 3 if loaded.failures else 0


def _errors(info: PluginInfo, failures: Iterable[RuleFailure]) -> list[str]:
    """Everything that went wrong with a plugin, each thing once."""
    found = [f.error.removeprefix("cannot be loaded: ") for f in failures if f.plugin == info.name]
    return found or ([info.error] if info.error else [])
