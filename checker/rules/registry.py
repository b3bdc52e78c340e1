"""All loaded rules by their code, each code once."""

from collections.abc import Iterator

from checker.errors import RuleDefinitionError, UnknownRuleError
from checker.hints import did_you_mean
from checker.models.findings import RuleInfo
from checker.rules.authoring import Rule


class RuleTable:
    """Rules by code, in the order of the codes."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}

    def add(self, rule: object, plugin: str) -> Rule:
        """Take a rule of ``plugin``.

        Raises:
            RuleDefinitionError: it is not a rule, or its code belongs to another rule.
        """
        if not isinstance(rule, Rule):
            raise RuleDefinitionError(f"{rule!r:.80} is not a rule: put @rule(code) before the function.")
        if (other := self._rules.get(rule.code)) is not None:
            taken = f"{other.info.name!r} of {other.info.plugin}"
            raise RuleDefinitionError(f"The code {rule.code} of rule {rule.info.name!r} is taken by {taken}.")
        self._rules[rule.code] = rule.of_plugin(plugin)
        return self._rules[rule.code]

    def get(self, code: str) -> Rule:
        """The rule with that code, or with that name.

        Raises:
            UnknownRuleError: there is none; the message says which one is near.
        """
        found = self._rules.get(code.upper())
        if found is None:
            found = next(
                (r for r in self._rules.values() if r.info.name == code.lower().replace("_", "-")), None
            )
        if found is None:
            names = [*self._rules, *(r.info.name for r in self._rules.values())]
            hint = did_you_mean(code.upper(), names) or did_you_mean(code.lower(), names)
            raise UnknownRuleError(
                f"No loaded rule has the code {code!r}{hint}; 'checker rules' lists them all."
            )
        return found

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules[code] for code in sorted(self._rules))

    def __len__(self) -> int:
        return len(self._rules)

    def __contains__(self, code: object) -> bool:
        return code in self._rules

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, sorted."""
        return tuple(sorted(self._rules))

    @property
    def infos(self) -> tuple[RuleInfo, ...]:
        """What is known of every rule, in the order of the codes."""
        return tuple(rule.info for rule in self)
