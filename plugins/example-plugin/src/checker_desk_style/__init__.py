"""Desk style: three rules, an annotator they need and a preset, as a plugin of its own.

The hooks are functions of this module, found by their names.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker import Rule

if TYPE_CHECKING:
    from checker.protocols import Annotator


def checker_register_rules() -> Sequence[Rule]:
    """The rules; imported when they are asked for."""
    from checker_desk_style import casualties, currency, titles

    return [casualties.toll_without_source, titles.title_differs, currency.sum_not_converted]


def checker_register_annotators() -> "Sequence[Annotator]":
    """What finds offices of named people."""
    from checker_desk_style.offices import annotate_offices

    return [annotate_offices]


def checker_register_presets() -> Mapping[str, Mapping[str, Any]]:
    """``--preset desk-style``: these rules alone, and ``--fail-on warning`` stops at any of their findings."""
    return {
        "desk-style": {
            "description": "the rules of this plugin alone, all of them warnings",
            "select": ["STYLE"],
            "severity": {"STYLE": "warning"},
        }
    }
