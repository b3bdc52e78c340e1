"""How a rule is written: the ``rule`` decorator and ``flag``."""

import inspect
import re
import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import update_wrapper
from typing import Any, Literal, get_args

from pydantic import BaseModel, ValidationError

from checker.errors import ConfigError, RuleDefinitionError
from checker.hints import did_you_mean
from checker.models.findings import SEVERITIES, Category, RuleInfo, Scope, Severity, Verdict
from checker.rules.places import Marked, Shown

SCOPES: tuple[Scope, ...] = get_args(Scope)
SERVICES = ("nli", "embed", "options", "annotate")
CODE = re.compile(r"[A-Z]+[0-9]*")
Status = Literal["stable", "preview", "deprecated"]
_NOTES = "__checker_rules__"


@dataclass(frozen=True)
class Flag:
    """What a rule yields; the engine turns it into a Finding. Made by ``flag``."""

    message: str
    at: Shown
    against: tuple[Shown, ...] = ()
    support: tuple[Shown, ...] = ()
    absent: tuple[Shown, ...] = ()
    context: tuple[Shown, ...] = ()
    marks: tuple[Marked, ...] = ()
    verdict: Verdict | None = None
    confidence: float | None = None
    severity: Severity | None = None
    category: Category | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    arguments: Mapping[str, object] = field(default_factory=dict)


def flag(
    message: str,
    /,
    *,
    at: Shown,
    against: Iterable[Shown] = (),
    support: Iterable[Shown] = (),
    absent: Iterable[Shown] = (),
    context: Iterable[Shown] = (),
    marks: Iterable[Marked] = (),
    verdict: Verdict | None = None,
    confidence: float | None = None,
    severity: Severity | None = None,
    category: Category | None = None,
    data: Mapping[str, Any] | None = None,
    suggestions: Iterable[str] = (),
    **arguments: object,
) -> Flag:
    """Say that something was found, and where.

    A place is a mention, a statement or a sentence (shown in its whole sentence, itself marked),
    ``marked(...)`` for other marks, ``place(document, offset)`` for a point or stretch, or an Evidence.

    Args:
        message: a key of the rule's ``messages``, or the message itself when the rule has none.
        at: the place the finding is about (role ``primary``; ``absent`` when it is a point).
        against: the words it stands against (role ``counter``).
        support: the words that bear it out (role ``support``).
        absent: points of accounts that lack it (role ``absent``).
        context: words that help to understand it (role ``context``).
        marks: the exact differing words of ``at``, instead of the default.
        verdict: ``fail`` or ``review``; left out: the rule's own.
        confidence: 0-1; left out: the rule's own.
        severity: instead of the rule's; a severity that the user configured goes before both.
        category: instead of the rule's.
        data: values for programs, JSON only.
        suggestions: what an editor could do, a sentence each.
        **arguments: what fills the placeholders of the message.
    """
    return Flag(
        message=message,
        at=at,
        against=_several(against),
        support=_several(support),
        absent=_several(absent),
        context=_several(context),
        marks=_several(marks),
        verdict=verdict,
        confidence=confidence,
        severity=severity,
        category=category,
        data=dict(data or {}),
        suggestions=_several(suggestions),
        arguments=arguments,
    )


def _several(given: Any) -> tuple[Any, ...]:
    """Several as a tuple; one alone is taken for a list of one, which is what its writer meant."""
    return (
        tuple(given) if isinstance(given, Iterable) and not isinstance(given, str | BaseModel) else (given,)
    )


class Rule:
    """A rule: the function, still callable, with what is known of it in ``info``.

    ``scope`` is the first argument's name, ``services`` the names of the others, ``needs`` those of them without
    which it does not run; ``verdict`` and ``confidence`` are what a flag has that does not say otherwise.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        info: RuleInfo,
        services: tuple[str, ...],
        options: type[BaseModel] | None,
        verdict: Verdict,
        confidence: float,
    ) -> None:
        self.function = function
        self.info = info
        self.services = services
        self.needs = tuple(name for name in services if name not in _optional(function))
        self.options = options
        self.verdict = verdict
        self.confidence = confidence
        self.__name__ = info.name
        update_wrapper(self, function)

    def __call__(self, *arguments: Any, **services: Any) -> Any:
        """Call the rule's function as it was written."""
        return self.function(*arguments, **services)

    def __repr__(self) -> str:
        return f"<rule {self.info.code} {self.info.name}>"

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.info.code

    def of_plugin(self, plugin: str) -> "Rule":
        """The same rule, known to come from ``plugin``."""
        info = self.info.model_copy(update={"plugin": plugin})
        return Rule(self.function, info, self.services, self.options, self.verdict, self.confidence)

    def make_options(self, values: Mapping[str, Any] | None = None) -> BaseModel | None:
        """The rule's options with ``values`` over its defaults; None when the rule has no options.

        Raises:
            ConfigError: an unknown option or a wrong type, named with what would be right.
        """
        values = dict(values or {})
        if self.options is None:
            if values:
                raise ConfigError(
                    f"Rule {self.code} has no options, but {', '.join(sorted(values))} is set for it."
                )
            return None
        known = [f.alias or name for name, f in self.options.model_fields.items()]
        for key in values:
            if key not in known and key not in self.options.model_fields:
                raise ConfigError(f"Rule {self.code} has no option {key!r}{did_you_mean(key, known)}.")
        try:
            return self.options(**values)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise ConfigError(f"Option {where!r} of rule {self.code}: {first['msg']}.") from None


def rule(
    code: str,
    /,
    *,
    severity: Severity = "error",
    category: Category = "contradiction",
    messages: Mapping[str, str] | None = None,
    options: type[BaseModel] | None = None,
    status: Status = "stable",
    verdict: Verdict | None = None,
    confidence: float | None = None,
    url: str = "",
) -> Callable[[Callable[..., Any]], Rule]:
    """Make a function a rule.

    The function's first argument names its scope (``match``, ``gap``, ``claim``, ``story`` or ``document``),
    further arguments name services (``nli``, ``embed``, ``options``, ``annotate``); one that it can do without
    has the default None (``nli=None``) and is None where there is none. It yields ``flag(...)``, or asserts: a
    failing assert is a finding. The docstring's first sentence is the rule's summary.

    Args:
        code: capital letters, then digits: ``DESK101``. Unique among all loaded rules.
        severity: ``error``, ``warning`` or ``info``.
        category: what kind of discrepancy it finds.
        messages: the sentences it can say, with ``{placeholders}``.
        options: a pydantic model of what a desk can set; every field has a default.
        status: ``preview`` rules run only when selected by name.
        verdict: what a flag is that does not say; left out: ``fail`` for an error of a rule that does not ask
            for ``nli`` or can do without, else ``review``.
        confidence: what a flag has that does not say; left out: 0.9 for ``fail``, 0.5 for ``review``.
        url: a page about the rule.

    Raises:
        RuleDefinitionError: something of it is written wrongly; the message says what would be right.
    """

    if callable(code):
        name = getattr(code, "__name__", "the function")
        raise RuleDefinitionError(f'The rule {name} has no code: write @rule("CODE") before it.')

    def decorate(function: Callable[..., Any]) -> Rule:
        name = getattr(function, "__name__", "rule")
        who = f"Rule {code!r} ({name})"
        if not isinstance(code, str) or not CODE.fullmatch(code):
            raise RuleDefinitionError(f"{who}: a code is capital letters and then digits, such as DESK101.")
        for given, allowed, what in (
            (severity, SEVERITIES, "severity"),
            (category, get_args(Category), "category"),
            (status, get_args(Status), "status"),
            (verdict or "fail", get_args(Verdict), "verdict"),
        ):
            if given not in allowed:
                raise RuleDefinitionError(f"{who}: {what} {given!r} is not one of {', '.join(allowed)}.")
        if confidence is not None and not 0 <= confidence <= 1:
            raise RuleDefinitionError(f"{who}: confidence {confidence!r} does not lie between 0 and 1.")
        scope, services = _arguments(function, who)
        summary, explanation = _docstring(function, who)
        texts = dict(messages or {})
        for key, text in texts.items():
            _check_message(key, text, who)
        _check_options(options, services, who)
        asks = "nli" in services and "nli" not in _optional(function)
        sure = verdict or ("fail" if severity == "error" and not asks else "review")
        info = RuleInfo(
            code=code,
            name=name.replace("_", "-"),
            summary=summary,
            explanation=explanation,
            scope=scope,
            category=category,
            severity=severity,
            status=status,
            messages=texts,
            options=options.model_json_schema() if options else {},
            plugin=getattr(function, "__module__", None) or "",
            url=url,
        )
        likely = confidence if confidence is not None else (0.9 if sure == "fail" else 0.5)
        made = Rule(function, info, services, options, sure, likely)
        _note(made)
        return made

    return decorate


def noted(home: Mapping[str, object]) -> list[Rule]:
    """The rules that were written in a module (``home``: its ``vars``), also those whose name was taken since."""
    found = home.get(_NOTES)
    return list(found) if isinstance(found, list) else []


def home_of(rule: Rule) -> dict[str, Any]:
    """The ``vars`` of the module in which a rule's function was written."""
    found: dict[str, Any] = getattr(inspect.unwrap(rule.function), "__globals__", {})
    return found


def _note(made: Rule) -> None:
    # one made inside of a function has no name in the module that another could take
    name = getattr(made.function, "__name__", "")
    if not name or getattr(made.function, "__qualname__", "") != name:
        return
    # kept by the module itself, so that they go when it goes
    notes = home_of(made).setdefault(_NOTES, [])
    if isinstance(notes, list):
        notes.append(made)


def _arguments(function: Callable[..., Any], who: str) -> tuple[Scope, tuple[str, ...]]:
    parameters = list(inspect.signature(function).parameters.values())
    if not parameters:
        raise RuleDefinitionError(
            f"{who} takes no argument; the first one names its scope: {', '.join(SCOPES)}."
        )
    first, *others = (p.name for p in parameters)
    scope = next((s for s in SCOPES if s == first), None)
    if scope is None:
        raise RuleDefinitionError(
            f"{who}: {first!r} is not a scope{did_you_mean(first, SCOPES)}; "
            f"the first argument is one of {', '.join(SCOPES)}."
        )
    for parameter, name in zip(parameters[1:], others, strict=True):
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            raise RuleDefinitionError(
                f"{who} takes *{name}; name the services it needs: {', '.join(SERVICES)}."
            )
        if name not in SERVICES:
            raise RuleDefinitionError(
                f"{who}: {name!r} is not a service{did_you_mean(name, SERVICES)}; "
                f"the arguments after the first are among {', '.join(SERVICES)}."
            )
        if name != "options" and parameter.default not in (parameter.empty, None):
            raise RuleDefinitionError(
                f"{who}: a service that the rule can do without is written {name}=None."
            )
    return scope, tuple(others)


def _optional(function: Callable[..., Any]) -> frozenset[str]:
    """The services that have a default: the rule runs without them."""
    parameters = list(inspect.signature(function).parameters.values())[1:]
    return frozenset(p.name for p in parameters if p.default is not p.empty)


def _docstring(function: Callable[..., Any], who: str) -> tuple[str, str]:
    text = inspect.getdoc(function) or ""
    if not text.strip():
        raise RuleDefinitionError(
            f"{who} has no docstring; its first sentence is what 'checker rules' shows."
        )
    first, _, rest = text.partition("\n\n")
    return " ".join(first.split()), rest.strip()


def _check_message(key: str, text: str, who: str) -> None:
    try:
        fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise RuleDefinitionError(f"{who}: the message {key!r} is not a format string: {error}.") from None
    if any(not name or name.isdigit() for name in fields):
        raise RuleDefinitionError(
            f"{who}: the message {key!r} has a placeholder without a name; write {{name}}."
        )


def _check_options(options: type[BaseModel] | None, services: tuple[str, ...], who: str) -> None:
    if options is None:
        if "options" in services:
            raise RuleDefinitionError(f"{who} takes options, but has none; pass options=YourModel to rule().")
        return
    if not (isinstance(options, type) and issubclass(options, BaseModel)):
        raise RuleDefinitionError(f"{who}: options must be a pydantic model class, not {options!r}.")
    required = [name for name, f in options.model_fields.items() if f.is_required()]
    if required:
        raise RuleDefinitionError(
            f"{who}: option {required[0]!r} has no default; a rule runs without any setting."
        )
