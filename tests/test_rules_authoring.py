"""Writing a rule: what the decorator takes, and what it says about what it does not take."""

import pytest
from pydantic import BaseModel, Field

from checker import flag, rule
from checker.errors import ConfigError, RuleDefinitionError
from checker.rules.authoring import Rule


class Limits(BaseModel):
    least: float = Field(default=0.5, description="least share")


def test_a_rule_is_still_a_function_and_knows_itself() -> None:
    @rule("DESK7", severity="warning", messages={"x": "{a}"}, options=Limits)
    def tolls_differ(match, nli, options):  # type: ignore[no-untyped-def]
        """Two accounts differ
        in their tolls.

        Why: it matters.
        """
        return (match, nli, options)

    assert isinstance(tolls_differ, Rule)
    assert tolls_differ(1, 2, options=3) == (1, 2, 3)
    info = tolls_differ.info
    assert (info.code, info.name, info.scope, info.severity) == ("DESK7", "tolls-differ", "match", "warning")
    assert info.summary == "Two accounts differ in their tolls."
    assert info.explanation == "Why: it matters."
    assert info.options["properties"]["least"]["description"] == "least share"
    assert tolls_differ.services == ("nli", "options")


def test_a_rule_that_asks_the_model_is_never_sure_by_itself() -> None:
    @rule("A1")
    def sure(match):  # type: ignore[no-untyped-def]
        """S."""

    @rule("A2")
    def unsure(match, nli):  # type: ignore[no-untyped-def]
        """S."""

    assert (sure.verdict, unsure.verdict) == ("fail", "review")
    assert sure.confidence > unsure.confidence


def test_a_service_that_a_rule_can_do_without_has_the_default_none() -> None:
    @rule("A1")
    def asks(match, nli=None, embed=None):  # type: ignore[no-untyped-def]
        """S."""

    @rule("A2")
    def needs(match, nli, embed=None):  # type: ignore[no-untyped-def]
        """S."""

    assert (asks.services, asks.needs, asks.verdict) == (("nli", "embed"), (), "fail")
    assert (needs.services, needs.needs, needs.verdict) == (("nli", "embed"), ("nli",), "review")
    assert asks.of_plugin("p").needs == ()

    def wrong(match, nli=False):  # type: ignore[no-untyped-def]
        """S."""

    with pytest.raises(RuleDefinitionError, match="is written nli=None"):
        rule("A3")(wrong)


def one(mtach):  # type: ignore[no-untyped-def]
    """S."""


def two(match, nil):  # type: ignore[no-untyped-def]
    """S."""


def three():  # type: ignore[no-untyped-def]
    """S."""


def four(match):  # type: ignore[no-untyped-def]
    pass


def five(match, *services):  # type: ignore[no-untyped-def]
    """S."""


def six(match, options):  # type: ignore[no-untyped-def]
    """S."""


def good(match):  # type: ignore[no-untyped-def]
    """S."""


class Needs(BaseModel):
    least: float


@pytest.mark.parametrize(
    ("function", "arguments", "parts"),
    [
        (one, {}, ["'mtach' is not a scope", "did you mean 'match'", "match, gap, claim, story, document"]),
        (two, {}, ["'nil' is not a service", "did you mean 'nli'", "nli, embed, options, annotate"]),
        (three, {}, ["takes no argument", "scope"]),
        (four, {}, ["no docstring"]),
        (five, {}, ["*services", "nli"]),
        (six, {}, ["options=YourModel"]),
        (good, {"severity": "fatal"}, ["severity 'fatal'", "error, warning, info"]),
        (good, {"category": "style"}, ["category 'style'", "contradiction"]),
        (good, {"messages": {"x": "{}"}}, ["placeholder without a name"]),
        (good, {"messages": {"x": "{a"}}, ["not a format string"]),
        (good, {"options": Needs}, ["'least' has no default"]),
        (good, {"confidence": 2}, ["confidence 2"]),
    ],
)
def test_what_is_wrong_is_said_with_what_is_right(function, arguments, parts) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(RuleDefinitionError) as error:
        rule("A1", **arguments)(function)
    for part in parts:
        assert part in str(error.value)


@pytest.mark.parametrize("code", ["", "desk1", "1A", "A-1", "A1B", "Ä1"])
def test_codes_are_capitals_then_digits(code: str) -> None:
    with pytest.raises(RuleDefinitionError, match="capital letters"):
        rule(code)(good)


def test_options_are_checked_by_name_and_type() -> None:
    made = rule("A1", options=Limits)(lambda_with_options := _with_options)
    assert lambda_with_options is _with_options
    assert made.make_options({"least": 0.7}) == Limits(least=0.7)
    with pytest.raises(ConfigError, match=r"no option 'lest' .did you mean 'least'"):
        made.make_options({"lest": 1})
    with pytest.raises(ConfigError, match="'least' of rule A1"):
        made.make_options({"least": "much"})
    with pytest.raises(ConfigError, match="has no options"):
        rule("A2")(good).make_options({"least": 1})


def _with_options(match, options):  # type: ignore[no-untyped-def]
    """S."""


def test_a_flag_cannot_be_changed() -> None:
    flagged = flag("m", at=None, a=1)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        flagged.message = "n"  # type: ignore[misc]
