"""The rules we ship, through the same door as anybody's."""

from collections.abc import Mapping, Sequence
from typing import Any

import pluggy

from checker.rules.authoring import Rule

hookimpl = pluggy.HookimplMarker("checker")


@hookimpl
def checker_register_rules() -> Sequence[Rule]:
    """Contradictions, quotations, attributions, omissions and additions."""
    from checker_rules import (
        attribution,
        coverage,
        dates,
        inference,
        names,
        numbers,
        polarity,
        quotations,
        votes,
    )

    return (
        numbers.num,
        dates.date,
        names.name,
        votes.vote,
        polarity.neg,
        inference.nli_contradiction,
        quotations.quot,
        attribution.attr,
        coverage.omit,
        coverage.add,
    )


@hookimpl
def checker_register_presets() -> Mapping[str, Mapping[str, Any]]:
    """A pipeline's gate, an editor's desk, quotations alone."""
    return {
        "gate": {
            "description": "for a pipeline: only rules that can stop a publication, and only what is likely",
            "select": ["NUM", "DATE", "NAME", "VOTE", "NEG", "QUOT", "ATTR"],
            "min-confidence": 0.5,
        },
        "desk": {
            "description": "for an editor: all but what only one account has, and no guesses",
            "ignore": ["ADD"],
            "min-confidence": 0.3,
        },
        "quotes": {
            "description": "only quotations and who is given their words",
            "select": ["QUOT", "ATTR"],
        },
    }
