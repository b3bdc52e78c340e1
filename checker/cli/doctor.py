"""``checker doctor``: is everything here that a check needs, and is it what it should be."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from checker import __version__
from checker.cli.options import config_options, make_config
from checker.cli.terminal import plain
from checker.config import Config
from checker.errors import CheckerError

PACKAGES = ("numpy", "onnxruntime", "tokenizers", "faiss-cpu", "spacy", "pydantic", "trafilatura", "pluggy")
OPTIONAL = ("torch", "sentence-transformers")
Line = tuple[bool, str]


@click.command("doctor")
@config_options
def command(config: str | None, plugins: tuple[str, ...]) -> int:
    """Show versions, models, cache, plugins and settings. Exit code 1 when something is broken."""
    sound = True
    settings = Config()
    try:
        settings = make_config(config, plugins)
    except CheckerError as error:
        sound = _print([(False, f"configuration: {error}")])
    for part in (_versions, _models, _cache, _plugins, _settings):
        sound = _print(part(settings)) and sound
    return 0 if sound else 1


def _print(lines: "Iterator[Line] | list[Line]") -> bool:
    sound = True
    for good, line in lines:
        click.echo(f"{'ok    ' if good else 'BROKEN'} {plain(line)}")
        sound = sound and good
    return sound


def _versions(config: Config) -> Iterator[Line]:
    yield True, f"checker {__version__}, Python {sys.version.split()[0]} at {sys.executable}"
    for name in PACKAGES:
        found = _version(name)
        yield found is not None, f"{name} {found or f'is missing: install it with pip install {name}'}"
    for name in OPTIONAL:
        yield True, f"{name} {_version(name) or 'is not installed (only needed for models of your own)'}"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _models(config: Config) -> Iterator[Line]:
    # digests are read from the files: no model library is imported
    from checker.pipeline.weights import check_language, check_weights

    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        *check_weights(),
        ("language pipeline", check_language),
    )
    for name, check in checks:
        try:
            yield True, f"{name}: {check()}"
        except (CheckerError, OSError) as error:
            yield False, f"{name}: {error}"


def _cache(config: Config) -> Iterator[Line]:
    folder = config.cache_folder
    if folder is None:
        yield True, "cache: off"
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
        yield True, f"cache: {folder}, {size / 1e6:.1f} MB"
    except OSError as error:
        # a check runs without it, only slower: worth knowing, and broken all the same
        yield False, f"cache: {folder} cannot be written: {error.strerror or error}"


def _plugins(config: Config) -> Iterator[Line]:
    from checker.plugin_manager import NO_AUTOLOAD, load_plugins

    if os.environ.get(NO_AUTOLOAD):
        yield True, f"plugins: installed ones are not loaded ({NO_AUTOLOAD} is set)"
    try:
        loaded = load_plugins(config)
    except CheckerError as error:
        yield False, f"plugins: {error}"
        return
    for info in loaded.infos:
        brings = f"{info.origin}, rules: {' '.join(info.rules) or 'none'}"
        yield not info.error, f"plugin {info.name}: {info.error or brings}"
    if not loaded.rules:
        yield False, "rules: none is loaded, so nothing can be found"


def _settings(config: Config) -> Iterator[Line]:
    for key, of in config.described().items():
        if of["origin"] != "default":
            yield True, f"setting {key} = {of['value']!r} ({of['origin']})"
    for path in (config.baseline, config.suppressions if Path(config.suppressions).exists() else ""):
        if path and not Path(path).is_file():
            yield False, f"file {path} is not there"
