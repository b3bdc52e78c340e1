"""How far accounts bear each other out, also where a plugin's inference model fails."""

from collections.abc import Sequence

from checker.errors import PluginError
from checker.models.findings import Finding, RuleFailure
from checker.rules.services import Services
from checker.rules.statement_views import StatementView
from checker.rules.story_views import StoryView


def bear_out(
    story: StoryView, findings: Sequence[Finding], services: Services, failures: list[RuleFailure]
) -> dict[StatementView, float]:
    """Statement -> support, 0-1; where a plugin's model fails, by words alone, and ``failures`` gets to know it."""
    from checker.support import support_of

    try:
        return support_of(story, findings, services.nli, services.embed)
    except PluginError as error:
        failures.append(RuleFailure(plugin=error.plugin, target=story.id, error=str(error)))
        return support_of(story, findings)
