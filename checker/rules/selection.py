"""Which rules run: select and ignore by the beginnings of codes, the longest one wins."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from checker.errors import UnknownRuleError
from checker.hints import did_you_mean
from checker.models.findings import RuleInfo, Severity
from checker.rules.authoring import Rule
from checker.rules.expression import matcher

if TYPE_CHECKING:
    from checker.config import Config
    from checker.presets import Preset

ALL = "ALL"
T = TypeVar("T")


class Selection:
    """Decides for each rule; the decisions are remembered.

    A rule runs when the longest beginning of its code in ``select`` is longer than the longest in ``ignore``,
    and the expression is true of it. A preview rule must be selected by its whole code. Of a rule that neither
    names, presets decide in the same way; a ``select`` of one's own leaves them nothing to decide.

    Args:
        select: beginnings of codes, or ``ALL``; empty means all, or what presets select.
        ignore: beginnings of codes, or ``ALL``.
        extend_select: added to select, which then still means all when it is empty.
        extend_ignore: added to ignore.
        expression: words joined by and, or, not, as pytest's ``-k``.
        preset_select: what presets select.
        preset_ignore: what presets ignore.

    Raises:
        UsageError: the expression cannot be read.
    """

    def __init__(
        self,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        *,
        extend_select: Sequence[str] = (),
        extend_ignore: Sequence[str] = (),
        expression: str = "",
        preset_select: Sequence[str] = (),
        preset_ignore: Sequence[str] = (),
    ) -> None:
        self.select = (*select, *extend_select)
        self.ignore = (*ignore, *extend_ignore)
        # an own select says all there is to run
        below = ((), ()) if select else (preset_select, preset_ignore)
        self._layers = (
            (self.select, self.ignore, bool(select)),
            (*below, bool(below[0])),
        )
        self._matches = matcher(expression)
        self._decided: dict[str, bool] = {}

    @classmethod
    def of_config(cls, config: "Config", codes: Sequence[str], preset: "Preset | None" = None) -> "Selection":
        """The selection a configuration asks for, among rules with these codes, with a preset below it.

        Raises:
            UnknownRuleError: a code in it that no loaded rule begins with.
            UsageError: its expression cannot be read.
        """
        selection = cls(
            config.select,
            config.ignore,
            extend_select=config.extend_select,
            extend_ignore=config.extend_ignore,
            expression=config.keyword,
            preset_select=preset.select if preset else (),
            preset_ignore=preset.ignore if preset else (),
        )
        ignored = (code for many in config.per_source_ignores.values() for code in many)
        in_preset = preset.codes if preset else ()
        selection.check_known(codes, *config.severity, *config.options, *ignored, *in_preset)
        return selection

    def check_known(self, codes: Sequence[str], *others: str) -> None:
        """Refuse beginnings that no loaded rule has (``others``: further ones, of the severity table and so
        on).

        Raises:
            UnknownRuleError: with the nearest that there is.
        """
        for prefix in (*self.select, *self.ignore, *others):
            if prefix == ALL or any(code.startswith(prefix) for code in codes):
                continue
            families = {code.rstrip("0123456789") for code in codes}
            hint = did_you_mean(prefix.upper(), [*codes, *families])
            raise UnknownRuleError(
                f"No loaded rule has a code that begins with {prefix!r}{hint}; 'checker rules' lists all."
            )

    def runs(self, info: RuleInfo) -> bool:
        """Whether the rule is to run."""
        if info.code not in self._decided:
            self._decided[info.code] = self._decide(info)
        return self._decided[info.code]

    def of(self, rules: Iterable[Rule]) -> list[Rule]:
        """Those of the rules that are to run, in their order."""
        return [rule for rule in rules if self.runs(rule.info)]

    def _decide(self, info: RuleInfo) -> bool:
        if info.status == "preview" and info.code not in self._whole:
            return False
        return self._selects(info.code) and self._matches(info)

    def _selects(self, code: str) -> bool:
        for select, ignore, closed in self._layers:
            yes, no = longest(code, select), longest(code, ignore)
            if closed or max(yes, no) >= 0:
                return yes > no
        return True

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(code for select, _, _ in self._layers for code in select)


def longest(code: str, prefixes: Iterable[str]) -> int:
    """Length of the longest beginning of ``code`` among ``prefixes``: 0 for ALL, -1 for none."""
    return max((0 if p == ALL else len(p) for p in prefixes if p == ALL or code.startswith(p)), default=-1)


def by_prefix(codes: Iterable[str], table: Mapping[str, T]) -> dict[str, T]:
    """Code -> the value of the longest beginning of it in ``table``; codes without one are left out."""
    found = {}
    for code in codes:
        prefix = max(
            (p for p in table if p == ALL or code.startswith(p)),
            key=lambda p: longest(code, [p]),
            default=None,
        )
        if prefix is not None:
            found[code] = table[prefix]
    return found


def severities(rules: Iterable[Rule], table: Mapping[str, Severity]) -> dict[str, Severity]:
    """Code -> the severity a desk configured for it by code or beginning."""
    return by_prefix((rule.code for rule in rules), table)
