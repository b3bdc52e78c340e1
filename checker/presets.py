"""Presets: named settings that a plugin ships, for ``--preset NAME``; what the user sets herself wins."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ConfigDict, Field, ValidationError

from checker.config import Config
from checker.errors import PluginError, UsageError
from checker.hints import did_you_mean
from checker.models.base import Frozen
from checker.models.findings import Severity


class Preset(Frozen):
    """What a preset may set; the keys are those of the configuration, written with hyphens."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        populate_by_name=True,
    )

    description: str = Field(min_length=1, description="what it is for, in a few words")
    select: tuple[str, ...] = Field(default=(), description="codes or their beginnings to run; empty: all")
    ignore: tuple[str, ...] = Field(default=(), description="codes or their beginnings not to run")
    severity: dict[str, Severity] = Field(default={}, description="severity by code or its beginning")
    options: dict[str, dict[str, Any]] = Field(default={}, description="options of a rule, by its code")
    min_confidence: float | None = Field(
        default=None, ge=0, le=1, description="findings below are left out; left out: as configured"
    )

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, or beginning of one, that it names."""
        return (*self.select, *self.ignore, *self.severity, *self.options)


NOTHING = Preset(description="no preset")


def make_preset(name: object, values: object) -> Preset:
    """The preset that a plugin describes.

    Raises:
        PluginError: an unknown key or a wrong value, named.
    """
    if not isinstance(name, str) or not name.replace("-", "").isalnum() or name != name.lower():
        raise PluginError(f"the preset {name!r:.40} needs a name in small letters, such as 'gate'")
    if isinstance(values, Preset):
        return values
    if not isinstance(values, Mapping):
        raise PluginError(f"the preset {name!r} must be a dict, not {type(values).__name__}")
    known = [key.replace("_", "-") for key in Preset.model_fields]
    for key in values:
        if str(key).replace("_", "-") not in known:
            raise PluginError(f"the preset {name!r} has no key {key!r}{did_you_mean(str(key), known)}")
    try:
        return Preset(**values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise PluginError(f"the preset {name!r}: {where}: {first['msg']}") from None


def chosen(names: Sequence[str], known: Mapping[str, Preset]) -> Preset:
    """The presets of these names as one: codes add up, of tables and figures the last one counts.

    Raises:
        UsageError: there is no preset of a name; the message lists those there are.
    """
    made = NOTHING
    for name in names:
        if name not in known:
            have = ", ".join(sorted(known)) or "none; a plugin that has presets is not loaded"
            raise UsageError(f"There is no preset {name!r}{did_you_mean(name, known)}; there are: {have}.")
        one = known[name]
        made = Preset(
            description=one.description,
            select=(*made.select, *one.select),
            ignore=(*made.ignore, *one.ignore),
            severity=_over(made.severity, one.severity),
            options=_options_over(made.options, one.options),
            min_confidence=made.min_confidence if one.min_confidence is None else one.min_confidence,
        )
    return made


def with_preset(config: Config, preset: Preset) -> Config:
    """The configuration with the preset's severities, options and least confidence where it says nothing itself.

    What to select and ignore stays apart: see ``checker.rules.selection.Selection``.
    """
    if preset is NOTHING:
        return config
    update: dict[str, Any] = {
        "severity": _over(preset.severity, config.severity),
        "options": _options_over(preset.options, config.options),
    }
    origins = dict(config.origins)
    if preset.min_confidence is not None and not config.is_set("min-confidence"):
        update["min_confidence"] = preset.min_confidence
        origins["min-confidence"] = "preset"
    for key in ("severity", "options"):
        if getattr(preset, key):
            origins[key] = (
                f"{config.origins.get(key, 'set')} and preset" if getattr(config, key) else "preset"
            )
    return config.model_copy(update={**update, "origins": origins})


def _over(weak: Mapping[str, Severity], strong: Mapping[str, Severity]) -> dict[str, Severity]:
    """Both tables; a beginning of codes in ``strong`` also covers the longer ones of ``weak``."""
    kept = {
        code: of for code, of in weak.items() if not code.startswith(tuple(strong)) and "ALL" not in strong
    }
    return {**kept, **strong}


def _options_over(
    weak: Mapping[str, Mapping[str, Any]], strong: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    codes = dict.fromkeys((*weak, *strong))
    return {code: {**weak.get(code, {}), **strong.get(code, {})} for code in codes}
