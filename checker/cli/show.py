"""``checker show``: what a stage makes of a file, for whoever wonders why something was found or was not."""

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from checker.cli import complete
from checker.cli.options import config_options, make_config
from checker.cli.terminal import plain, warn
from checker.errors import UsageError
from checker.render.safe import harmless_json

if TYPE_CHECKING:
    from checker.config import Config
    from checker.models.language import Account
    from checker.models.text import Document
    from checker.plugin_manager import Plugins

STAGES = ("blocks", "sentences", "statements", "mentions", "matches")


@click.command("show")
@click.argument("stage", type=click.Choice(STAGES))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=complete.files)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with every field.")
@config_options
def command(
    stage: str, paths: tuple[str, ...], as_json: bool, config: str | None, plugins: tuple[str, ...]
) -> int:
    """Show what STAGE makes of each PATH; 'matches' takes at least two."""
    settings = make_config(config, plugins)
    if stage == "matches":
        if len(paths) < 2:
            raise UsageError("Matches lie between accounts: give at least two paths.")
        return _matches(paths, as_json, settings)
    from checker.pipeline.analyse import analyse
    from checker.pipeline.stages import document_at
    from checker.plugin_manager import load_plugins

    loaded = load_plugins(settings)
    for path in paths:
        document = document_at(path, readers=loaded.readers)
        if len(paths) > 1:
            click.echo(plain(f"== {path}"))
        if stage == "blocks":
            rows = _blocks(document)
        else:
            rows = _ROWS[stage](analyse(document, pipeline=settings.pipeline, annotators=loaded.annotators))
        for line, model in rows:
            click.echo(harmless_json(model) if as_json else plain(line))
    return _warn(loaded)


def _warn(loaded: "Plugins") -> int:
    for failure in loaded.failures:
        warn(f"plugin {failure.plugin}: {failure.error}")
    return 3 if loaded.failures else 0


Rows = Iterator[tuple[str, str]]


def _blocks(document: "Document") -> Rows:
    for block in document.blocks:
        words = block.span.of(document.text)
        why = f" ({block.reason})" if block.reason else ""
        yield f"{block.span.start}-{block.span.end} {block.kind}{why}: {words}", block.model_dump_json()


def _sentences(account: "Account") -> Rows:
    for s in account.sentences:
        yield f"{s.index} {s.span.start}-{s.span.end} {s.kind}: {s.text}", s.model_dump_json()


def _statements(account: "Account") -> Rows:
    for s in account.statements:
        said = f" said by {s.speaker}" if s.speaker else ""
        signs = " ".join(
            w for w in (s.form, "not" if s.negated else "", s.modality, "quoted" if s.quoted else "") if w
        )
        yield (
            f"{s.index} (sentence {s.sentence}) [{signs}{said}] {s.predicate}: {s.text}",
            s.model_dump_json(),
        )


def _mentions(account: "Account") -> Rows:
    for m in sorted(account.mentions, key=lambda m: (m.span.start, m.span.end, m.kind)):
        value = m.value.model_dump(mode="json", exclude_defaults=True, exclude={"type"})
        shown = json.dumps(value, ensure_ascii=False)
        yield f"{m.span.start}-{m.span.end} {m.kind} {m.text!r} {shown}", m.model_dump_json()


_ROWS: "dict[str, Callable[[Account], Rows]]" = {
    "sentences": _sentences,
    "statements": _statements,
    "mentions": _mentions,
}


def _matches(paths: tuple[str, ...], as_json: bool, config: "Config") -> int:
    from checker.pipeline.stages import stories_at
    from checker.plugin_manager import load_plugins

    for story in stories_at(paths, config):
        for match in story.matches:
            if as_json:
                click.echo(harmless_json(match.model.model_dump_json()))
                continue
            sign = "<->" if match.mutual else "-->"
            click.echo(
                plain(f"{match.score:.2f} ({match.similarity:.2f}) {match.left.document.id}: {match.left}")
            )
            click.echo(plain(f"  {sign} {match.right.document.id}: {match.right}"))
        for gap in () if as_json else story.gaps:
            click.echo(plain(f"not in {gap.other.id}: {gap.statement.document.id}: {gap.statement}"))
    # the stage keeps its plugins to itself, so they are asked again whether something is wrong with them
    loaded = load_plugins(config)
    _ = loaded.annotators, loaded.readers
    return _warn(loaded)
