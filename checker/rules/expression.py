"""Expressions over rules, as pytest's ``-k``: words joined by and, or, not and parentheses."""

import re
from collections.abc import Callable

from checker.errors import UsageError
from checker.models.findings import RuleInfo

Test = Callable[[str], bool]
_TOKEN = re.compile(r"\s*(?:([()])|([^\s()]+))")


def matcher(expression: str) -> Callable[[RuleInfo], bool]:
    """A test of a rule's code, name, category, scope and plugin; a word is true when it is part of one of
    them.

    Raises:
        UsageError: the expression cannot be read.
    """
    if not expression.strip():
        return lambda info: True
    test = _Parser(expression).parse()
    return lambda info: test(
        f"{info.code}\n{info.name}\n{info.category}\n{info.scope}\n{info.plugin}".lower()
    )


class _Parser:
    """Recursive descent: or < and < not < word, parentheses."""

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.tokens = [a or b for a, b in _TOKEN.findall(expression)]

    def parse(self) -> Test:
        """The whole expression as a test of a lower-case text."""
        test = self._or()
        if self.tokens:
            raise self._wrong(f"unexpected {self.tokens[0]!r}")
        return test

    def _or(self) -> Test:
        left = self._and()
        while self._takes("or"):
            left = _either(left, self._and())
        return left

    def _and(self) -> Test:
        left = self._not()
        while self._takes("and"):
            left = _both(left, self._not())
        return left

    def _not(self) -> Test:
        if self._takes("not"):
            inner = self._not()
            return lambda text: not inner(text)
        if self._takes("("):
            inner = self._or()
            if not self._takes(")"):
                raise self._wrong("a parenthesis is not closed")
            return inner
        if not self.tokens or self.tokens[0].lower() in ("and", "or", ")"):
            raise self._wrong(
                f"a word is missing before {self.tokens[0]!r}" if self.tokens else "a word is missing"
            )
        word = self.tokens.pop(0).lower()
        return lambda text: word in text

    def _takes(self, token: str) -> bool:
        if self.tokens and self.tokens[0].lower() == token:
            self.tokens.pop(0)
            return True
        return False

    def _wrong(self, what: str) -> UsageError:
        return UsageError(f"The expression {self.expression!r} cannot be read: {what}.")


def _either(left: Test, right: Test) -> Test:
    return lambda text: left(text) or right(text)


def _both(left: Test, right: Test) -> Test:
    return lambda text: left(text) and right(text)
