"""The accounts as they were before a guest's rule saw them: has it changed one?"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from checker.models.language import Account
from checker.rules.story_views import StoryView


class Originals:
    """Keeps what stories hold as JSON, to compare with later and to make copies of."""

    def __init__(self, stories: Sequence[StoryView]) -> None:
        self.stories = stories
        self._copies: list[StoryView] | None = None

    @cached_property
    def _kept(self) -> list[list[str]]:
        return [_written(story) for story in self.stories]

    def remember(self) -> None:
        """Take down what is there now."""
        _ = self._kept

    def copies(self) -> Sequence[StoryView]:
        """The stories made anew, for a rule that runs in this process; the same copies until one is changed."""
        if self._copies is None:
            self._copies = [
                replace(
                    story,
                    accounts=tuple(Account.model_validate_json(text) for text in kept[: len(story.accounts)]),
                    match_models=tuple(m.model_copy(deep=True) for m in story.match_models),
                    gap_models=tuple(g.model_copy(deep=True) for g in story.gap_models),
                )
                for story, kept in zip(self.stories, self._kept, strict=True)
            ]
        return self._copies

    def changed(self, stories: Sequence[StoryView]) -> bool:
        """Whether something in ``stories`` is not as it was; copies that were changed are not given again."""
        same = all(_written(story) == kept for story, kept in zip(stories, self._kept, strict=True))
        if not same:
            self._copies = None
        return not same


def _written(story: StoryView) -> list[str]:
    """Accounts first, then all that ties them, as JSON."""
    models = (*story.accounts, *story.match_models, *story.gap_models)
    return [model.model_dump_json() for model in models]
