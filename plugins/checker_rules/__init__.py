"""The rules we ship, through the same door as anybody's."""

from collections.abc import Sequence

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
