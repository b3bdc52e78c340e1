"""Fills the template of a plugin and puts it in place in one step."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from checker.errors import OutputError, UsageError
from checker.new_plugin.names import PluginNames

TEMPLATE = Path(__file__).parent / "template"
# a file's name in the template: the module's name stands for this
_MODULE = "MODULE"
# a name that begins with a dot would be hidden in our own tree
_HIDDEN = "dot-"


def write_plugin(names: PluginNames, into: Path) -> Path:
    """Write the package into a new folder below ``into``, named as the distribution; that folder.

    The files are written beside it and moved there when all are complete.

    Raises:
        UsageError: ``into`` is no folder, or the new folder is there already.
        OutputError: it cannot be written.
    """
    target = into / names.distribution
    if not into.is_dir():
        raise UsageError(f"{into} is not a folder; make it first, or name another with --into.")
    if os.path.lexists(target):
        raise UsageError(f"{target} is there already; take another name or remove it.")
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{names.distribution}-", dir=into))
        try:
            whole = beside / names.distribution
            for path, text in files(names):
                file = whole / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
            whole.rename(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror or error}.") from None
    return target


def files(names: PluginNames) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the package, in the order of the paths."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    # Python and TOML, not HTML: the names have been looked over
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(TEMPLATE), undefined=StrictUndefined, keep_trailing_newline=True
    )
    for name in sorted(environment.list_templates(extensions=["jinja"])):
        text = environment.get_template(name).render(
            name=names.distribution, module=names.module, code=f"{names.code}101", letters=names.code
        )
        parts = name.removesuffix(".jinja").replace(_MODULE, names.module).split("/")
        yield "/".join(p.replace(_HIDDEN, ".", 1) if p.startswith(_HIDDEN) else p for p in parts), text
