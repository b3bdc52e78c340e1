"""The configuration: found, read, validated, and every value with where it came from."""

import tomllib
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field, ValidationError, field_validator

from checker.errors import ConfigError
from checker.hints import did_you_mean
from checker.models.base import Frozen
from checker.models.findings import Severity
from checker.toml_lines import line_of, read_toml

FailOn = Literal["error", "warning", "never"]
NAMES = ("checker.toml", "pyproject.toml")


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Config(Frozen):
    """Everything a desk can set; in a file the keys are written with hyphens (``fail-on``)."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_kebab, populate_by_name=True)

    select: tuple[str, ...] = Field(default=(), description="codes or their beginnings to run; empty: all")
    ignore: tuple[str, ...] = Field(default=(), description="codes or their beginnings not to run")
    extend_select: tuple[str, ...] = Field(default=(), description="added to select")
    extend_ignore: tuple[str, ...] = Field(default=(), description="added to ignore")
    presets: tuple[str, ...] = Field(
        default=(), description="presets of plugins; the settings beside them win"
    )
    keyword: str = Field(default="", description="expression over rule names, as -k")
    fail_on: FailOn = Field(default="error", description="what makes the exit code 1")
    one_story: bool = Field(
        default=False, description="all accounts tell one event, however little they have in common"
    )
    min_confidence: float = Field(default=0.0, ge=0, le=1, description="findings below are left out")
    severity: dict[str, Severity] = Field(default={}, description="severity by code or its beginning")
    options: dict[str, dict[str, Any]] = Field(default={}, description="options of a rule, by its code")
    embedder: str = Field(
        default="", description="sentence-transformers name or path; empty: the bundled model"
    )
    inferer: str = Field(
        default="", description="CrossEncoder name or path; empty or bundled: the bundled model; off: none"
    )
    device: str = Field(default="", description="cpu, cuda, cuda:1; empty: the model's own choice")
    pipeline: str = Field(default="", description="spaCy pipeline; empty: the bundled one")
    plugins: tuple[str, ...] = Field(default=(), description="modules to load, or no:NAME to leave one out")
    rules_folder: str = Field(
        default="", description="folder with a desk's own rule_*.py or checker_rules.py"
    )
    required_plugins: tuple[str, ...] = Field(
        default=(), description="plugins without which nothing is checked"
    )
    cache: str = Field(default="", description="cache folder; empty: the user's own; off: none")
    per_source_ignores: dict[str, tuple[str, ...]] = Field(
        default={}, description="codes to ignore for accounts whose path or source matches a pattern"
    )
    time_limit: float = Field(default=60.0, gt=0, description="seconds a rule may take in all")
    baseline: str = Field(default="", description="file of fingerprints that are known and left out")
    suppressions: str = Field(default=".checker-suppressions.toml", description="file of findings put aside")
    origins: dict[str, str] = Field(
        default={}, exclude=True, description="key -> default, file:line or option"
    )

    @field_validator("select", "ignore", "extend_select", "extend_ignore", "presets", mode="before")
    @classmethod
    def _commas(cls, value: object) -> object:
        """``"NUM,DATE"`` is the same as ``["NUM", "DATE"]``."""
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @classmethod
    def of(cls, values: Mapping[str, Any], origin: str) -> "Config":
        """A configuration of these values alone; see ``load_config`` for the errors."""
        return _validated(dict(values), dict.fromkeys(values, origin))

    def described(self) -> dict[str, dict[str, Any]]:
        """Key -> its value and origin, in the order of the documentation; for reports and ``doctor``."""
        values = self.model_dump(mode="json", by_alias=True)
        return {k: {"value": v, "origin": self.origins.get(k, "default")} for k, v in values.items()}

    def is_set(self, key: str) -> bool:
        """Whether a file, an option or an argument says it, rather than the default."""
        return self.origins.get(key, "default") != "default" or key.replace("-", "_") in self.model_fields_set

    @property
    def cache_folder(self) -> Path | None:
        """Where accounts, vectors and judgements are kept; None when the cache is off; the environment may say."""
        from checker.rowcache import cache_folder

        return cache_folder(None if self.cache == "off" else Path(self.cache) if self.cache else True)


def load_config(
    path: str | PathLike[str] | None = None,
    *,
    overrides: Mapping[str, Any] | None = None,
    origin: str = "command line",
    start: Path | None = None,
) -> Config:
    """The configuration of a file (``path``, or the one found upward from ``start``) with ``overrides`` on
    top.

    Args:
        path: ``checker.toml`` or a ``pyproject.toml`` with ``[tool.checker]``.
        overrides: keys as in the file; they win, and their origin is ``origin``.
        origin: what to call the overrides.
        start: where to search; the working folder.

    Raises:
        ConfigError: unreadable, an unknown key or a wrong value, with file and line and what would be right.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    file = Path(path) if path is not None else find_config(start or Path.cwd())
    if file is not None:
        text, data = read_toml(file)
        table = ("tool", "checker") if file.name == "pyproject.toml" or _has_table(data) else ()
        for depth, part in enumerate(table, 1):
            data = data.get(part, {})
            if not isinstance(data, dict):
                raise ConfigError(f"{file}: {'.'.join(table[:depth])} must be a table.")
        for key, value in data.items():
            line = line_of(text, (*table, key))
            origins[key] = f"{_shown(file)}:{line}" if line else _shown(file)
            values[key] = value
        _resolve_paths(values, file.parent)
    for key, value in (overrides or {}).items():
        values[key] = value
        origins[key] = origin
    return _validated(values, origins)


def find_config(start: Path) -> Path | None:
    """The nearest ``checker.toml``, or ``pyproject.toml`` with ``[tool.checker]``, from ``start`` upward."""
    for folder in (start.absolute(), *start.absolute().parents):
        for name in NAMES:
            file = folder / name
            if not file.is_file():
                continue
            if name == "checker.toml" or _is_ours(file):
                return file
    return None


def _is_ours(pyproject: Path) -> bool:
    """Whether it has our table; one that is not ours and cannot be read is not our business."""
    try:
        text = pyproject.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    try:
        return _has_table(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError):
        # it is read as ours only to say what is wrong with it
        return "[tool.checker" in text or line_of(text, ("tool", "checker")) > 0


def _has_table(data: Mapping[str, Any]) -> bool:
    tool = data.get("tool")
    return isinstance(tool, dict) and "checker" in tool


def _validated(values: dict[str, Any], origins: dict[str, str]) -> Config:
    known = [_kebab(name) for name in Config.model_fields if name != "origins"]
    for key in values:
        if key not in known:
            raise ConfigError(f"{_where(origins, key)}unknown setting {key!r}{did_you_mean(key, known)}.")
    try:
        return Config(**values, origins={k: origins.get(k, "default") for k in known})
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0])
        path = ".".join(str(part) for part in first["loc"] if part != "[key]")
        message = first["msg"].removeprefix("Value error, ")
        raise ConfigError(
            f"{_where(origins, key)}setting {path!r}: {message} (got {first['input']!r:.60})."
        ) from None


def _where(origins: Mapping[str, str], key: str) -> str:
    return f"{origins[key]}: " if key in origins else ""


def _resolve_paths(values: dict[str, Any], folder: Path) -> None:
    """Paths in a file are relative to that file, wherever the command is run."""
    for key in ("rules-folder", "baseline", "suppressions", "cache"):
        value = values.get(key)
        if isinstance(value, str) and value and not (key == "cache" and value == "off"):
            values[key] = str(folder / Path(value).expanduser())
    plugins = values.get("plugins")
    if isinstance(plugins, list) and all(isinstance(name, str) for name in plugins):
        values["plugins"] = [
            _shown(folder / name) if name.endswith(".py") and not name.startswith("no:") else name
            for name in plugins
        ]


def _shown(file: Path) -> str:
    """The path as a user would write it: below the working folder without the way to it."""
    try:
        return str(file.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(file)
