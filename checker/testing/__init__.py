"""What rule authors test with: cases for one rule, a whole check of a few texts, a look over a plugin."""

from checker.testing.case import Case, agree, differ, omits
from checker.testing.plugin_check import plugin_problems
from checker.testing.runner import rule_cases
from checker.testing.story import story_of
from checker.testing.texts import check_texts

__all__ = ["Case", "agree", "check_texts", "differ", "omits", "plugin_problems", "rule_cases", "story_of"]
