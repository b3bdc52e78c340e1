"""Which rules run: longest beginning wins, expressions, severities, unknown codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import RuleDefinitionError, UnknownRuleError, UsageError
from checker.models.findings import RuleInfo
from checker.rules.authoring import Rule, rule
from checker.rules.expression import matcher
from checker.rules.registry import RuleTable
from checker.rules.selection import Selection, by_prefix, longest


def make(code: str, status: str = "stable") -> Rule:
    def function(match):  # type: ignore[no-untyped-def]
        """S."""

    return rule(code, status=status)(function)  # type: ignore[arg-type]


def runs(selection: Selection, code: str, status: str = "stable") -> bool:
    return selection.runs(make(code, status).info)


@pytest.mark.parametrize(
    ("select", "ignore", "code", "expected"),
    [
        ((), (), "NUM1", True),
        (("NUM",), (), "NUM1", True),
        (("NUM",), (), "DATE1", False),
        ((), ("NUM",), "NUM1", False),
        (("NUM1",), ("NUM",), "NUM1", True),
        (("NUM",), ("NUM1",), "NUM1", False),
        (("NUM",), ("NUM",), "NUM1", False),
        (("ALL",), ("NUM",), "DATE1", True),
        (("NUM",), ("ALL",), "NUM1", True),
    ],
)
def test_longest_beginning_wins(select, ignore, code, expected) -> None:  # type: ignore[no-untyped-def]
    assert runs(Selection(select, ignore), code) is expected


def test_extensions_add_to_what_is_there() -> None:
    assert runs(Selection(("NUM",), extend_select=("DATE",)), "DATE1")
    assert not runs(Selection(("NUM",), extend_ignore=("NUM2",)), "NUM2")
    assert runs(Selection(extend_select=("NUM1",), ignore=("NUM",)), "NUM1")


def test_a_preview_rule_runs_only_by_its_whole_code() -> None:
    assert not runs(Selection(), "NEW1", "preview")
    assert not runs(Selection(("NEW",)), "NEW1", "preview")
    assert runs(Selection(("NEW1",)), "NEW1", "preview")


@given(
    st.from_regex(r"[A-C]{1,3}[0-9]{0,2}", fullmatch=True), st.lists(st.text("ABC01", min_size=1, max_size=4))
)
def test_longest_is_the_longest(code: str, prefixes: list[str]) -> None:
    found = longest(code, prefixes)
    assert found == max((len(p) for p in prefixes if code[: len(p)] == p), default=-1)


def test_unknown_codes_are_refused_with_a_hint() -> None:
    selection = Selection(("NMU",))
    with pytest.raises(UnknownRuleError, match=r"'NMU' .did you mean 'NUM'"):
        selection.check_known(["NUM1", "DATE1"])
    Selection(("NU", "ALL"), ("DATE1",)).check_known(["NUM1", "DATE1"])
    with pytest.raises(UnknownRuleError):
        Selection().check_known(["NUM1"], "X")


INFO = RuleInfo(code="NUM1", name="death-toll", summary="S", scope="match", severity="error", plugin="desk")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("", True),
        ("toll", True),
        ("TOLL", True),
        ("num1 and desk", True),
        ("num1 and not desk", False),
        ("name or toll", True),
        ("not (name or toll)", False),
        ("not name and not date", True),
        ("contradiction", True),
        ("not not toll", True),
        ("name or date and toll", False),
    ],
)
def test_expressions(expression: str, expected: bool) -> None:
    assert matcher(expression)(INFO) is expected


@pytest.mark.parametrize("expression", ["(a", "a)", "and a", "a and", "not", "a b", "()", "or"])
def test_expressions_that_cannot_be_read(expression: str) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        matcher(expression)


def test_the_table_holds_each_code_once() -> None:
    table = RuleTable()
    table.add(make("NUM1"), "ours")
    with pytest.raises(RuleDefinitionError, match=r"NUM1 .* is taken by .* of ours"):
        table.add(make("NUM1"), "theirs")
    with pytest.raises(RuleDefinitionError, match="is not a rule"):
        table.add(len, "theirs")
    assert table.codes == ("NUM1",) and table.get("num1").info.plugin == "ours"
    assert table.get("function").code == "NUM1"
    with pytest.raises(UnknownRuleError, match="did you mean 'NUM1'"):
        table.get("NUM2")


def test_values_by_beginning() -> None:
    assert by_prefix(["NUM1", "NUM2", "X1"], {"NUM": "a", "NUM2": "b"}) == {"NUM1": "a", "NUM2": "b"}
    assert by_prefix(["NUM1", "X1"], {"ALL": "a", "NUM": "b"}) == {"NUM1": "b", "X1": "a"}
