"""``checker new-plugin NAME``: a package with a rule, its cases and all it needs, to begin with."""

import shlex
from pathlib import Path

import click

from checker.cli import complete
from checker.cli.options import config_options, make_config
from checker.cli.terminal import plain
from checker.new_plugin import names_of, write_plugin
from checker.plugin_manager import load_plugins


@click.command("new-plugin")
@click.argument("name")
@click.option(
    "--into",
    metavar="FOLDER",
    default=".",
    shell_complete=complete.files,
    help="Where its folder goes; the working folder when left out.",
)
@click.option("--code", metavar="LETTERS", help="What its codes begin with; made of NAME when left out.")
@config_options
def command(name: str, into: str, code: str | None, config: str | None, plugins: tuple[str, ...]) -> int:
    """Write a complete plugin package into the new folder NAME: a rule, its tests, README and CI."""
    loaded = load_plugins(make_config(config, plugins))
    names = names_of(name, code, loaded.rules.infos)
    folder = write_plugin(names, Path(into))
    click.echo(plain(f"{folder}: the rule {names.code}101, its cases, and all that a package needs. Next:"))
    where = shlex.quote(str(folder))
    for step in (f"cd {where}", "pip install -e .", "pytest", f"checker explain {names.code}101"):
        click.echo(plain(f"  {step}"))
    return 0
