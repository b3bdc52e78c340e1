"""``checker explain CODE``: what a rule flags, why it matters, what can be set."""

import json
import textwrap

import click

from checker.cli import complete
from checker.cli.options import config_options, make_config
from checker.cli.terminal import plain
from checker.models.findings import RuleInfo
from checker.plugin_manager import load_plugins


@click.command("explain")
@click.argument("code", shell_complete=complete.codes)
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
@config_options
def command(code: str, form: str, config: str | None, plugins: tuple[str, ...]) -> int:
    """Explain the rule with this CODE or name."""
    info = load_plugins(make_config(config, plugins)).rules.get(code).info
    if form == "json":
        click.echo(json.dumps(info.model_dump(mode="json"), indent=2, ensure_ascii=False))
    else:
        click.echo(explained(info))
    return 0


def explained(info: RuleInfo) -> str:
    """The rule's page as plain text."""
    status = "" if info.status == "stable" else f" · {info.status}"
    parts = [
        plain(f"{info.code} {info.name}"),
        textwrap.fill(plain(info.summary), 88),
        plain(f"{info.severity} · {info.category} · one {info.scope} at a time · from {info.plugin}{status}"),
    ]
    if info.explanation:
        parts.append("\n".join(plain(line) for line in info.explanation.splitlines()))
    if info.messages:
        width = max(len(key) for key in info.messages)
        lines = [f"  {key:<{width}}  {text}" for key, text in info.messages.items()]
        parts.append("Messages\n" + "\n".join(plain(line) for line in lines))
    if properties := info.options.get("properties"):
        values = {name: json.dumps(of.get("default"), ensure_ascii=False) for name, of in properties.items()}
        lines = [
            f"  {name} = {values[name]}  {of.get('description', '')}".rstrip()
            for name, of in properties.items()
        ]
        parts.append(
            f"Options ([tool.checker.options.{info.code}])\n" + "\n".join(plain(line) for line in lines)
        )
    if info.url:
        parts.append(plain(info.url))
    return "\n\n".join(parts)
