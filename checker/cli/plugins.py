"""``checker plugins``: what is loaded, from where, and what is broken."""

import dataclasses
import json

import click

from checker.cli.options import config_options, make_config
from checker.cli.terminal import plain
from checker.plugin_manager import load_plugins


@click.command("plugins")
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
@config_options
def command(form: str, config: str | None, plugins: tuple[str, ...]) -> int:
    """List the plugins in load order: origin, version, rules, errors. Exit code 3 when one is broken."""
    loaded = load_plugins(make_config(config, plugins))
    if form == "json":
        click.echo(
            json.dumps([dataclasses.asdict(info) for info in loaded.infos], indent=2, ensure_ascii=False)
        )
    else:
        for info in loaded.infos:
            package = f" {info.distribution} {info.version}" if info.distribution else ""
            click.echo(plain(f"{info.name}  {info.origin}{package}  {info.file}"))
            if info.rules:
                click.echo(plain(f"  rules: {' '.join(info.rules)}"))
            if info.error:
                click.echo(plain(f"  BROKEN: {info.error}"))
    return 3 if loaded.failures else 0
