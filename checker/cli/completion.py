"""``checker completion``: the script that lets a shell complete commands and options."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print a completion script for SHELL.

    \b
    bash   checker completion bash >> ~/.bashrc
    zsh    checker completion zsh >> ~/.zshrc
    fish   checker completion fish > ~/.config/fish/completions/checker.fish
    """
    from checker.cli import COMPLETE
    from checker.cli import command as root

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    click.echo(made(root, {}, "checker", COMPLETE).source())
    return 0
