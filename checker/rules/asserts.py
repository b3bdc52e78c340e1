"""What a plain ``assert`` in a rule says when it fails: its own message, or the values it compared."""

import ast
import linecache
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import FrameType, TracebackType
from typing import Any

from checker.models.language import DateValue, NameValue, OtherValue, QuantityValue, QuoteValue
from checker.rules.statement_views import Mentions, MentionView, View


def told(error: AssertionError, file: str) -> str | None:
    """The message of an assert that failed in the rule's own ``file``; None when it failed elsewhere.

    An assert of a library is a bug, not a finding. Without a message, what it compared is looked up once more
    in the place where it failed, as pytest's plain mode did.

    Raises:
        TypeError: it compared a place of one account with a place of another, which are never the same.
    """
    found = _innermost(error.__traceback__)
    if found is None or found[0].f_code.co_filename != file:
        return None
    frame, line = found
    node = _assert_at(file, line, frame.f_globals)
    sides = _compared(node.test, frame) if node else []
    if node is not None and isinstance(node.test, ast.Compare):
        _refuse_places(sides, ast.unparse(node.test))
    # pytest puts the compared values below the message in files it rewrites; without a message they stand alone
    given = str(error.args[0]).split("\nassert ")[0] if error.args else ""
    if given.strip() and not (node is not None and node.msg is None):
        return " ".join(given.split())
    if len(sides) > 1:
        return " against ".join(said for _, said in sides)
    return f"not so: {ast.unparse(node.test)}" if node else "the two accounts differ"


def _innermost(traceback: TracebackType | None) -> tuple[FrameType, int] | None:
    found = None
    while traceback is not None:
        found = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def _assert_at(file: str, line: int, names: dict[str, Any]) -> ast.Assert | None:
    linecache.checkcache(file)
    source = "".join(linecache.getlines(file, names))
    around = [n for n in _asserts(source) if n.lineno <= line <= (n.end_lineno or 0)]
    return around[0] if around else None


@lru_cache(maxsize=64)
def _asserts(source: str) -> tuple[ast.Assert, ...]:
    try:
        return tuple(n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Assert))
    except SyntaxError:
        return ()


def _compared(test: ast.expr, frame: FrameType) -> list[tuple[object, str]]:
    """Each side of a comparison with how to say it; of ``a.compatible(b)`` the two; else nothing."""
    if isinstance(test, ast.Compare):
        sides = [test.left, *test.comparators]
    elif isinstance(test, ast.Call) and isinstance(test.func, ast.Attribute) and len(test.args) == 1:
        sides = [test.func.value, test.args[0]]
    else:
        return []
    try:
        values = [_value(side, frame) for side in sides]
    except Exception:
        return []
    return [(value, _said_by(side, value, values, frame)) for side, value in zip(sides, values, strict=True)]


def _value(side: ast.expr, frame: FrameType) -> Any:
    code = compile(ast.Expression(side), "<assert>", "eval")
    # the rule's own expression in its own frame: nothing that did not run a moment ago
    return eval(code, frame.f_globals, frame.f_locals)  # noqa: S307


def _said_by(side: ast.expr, value: object, values: list[Any], frame: FrameType) -> str:
    """A side for an editor's eyes: the words of the mention whose value it is, else the value itself."""
    if isinstance(value, bool) or value is None:
        return f"{ast.unparse(side)} is {value}"
    inner = side
    while isinstance(inner, ast.Attribute):
        inner = inner.value
        try:
            owner = _value(inner, frame)
        except Exception:
            break
        if isinstance(owner, MentionView) and not isinstance(value, MentionView):
            return owner.text
    return said(value)


def _refuse_places(sides: list[tuple[object, str]], test: str) -> None:
    views = [view for value, _ in sides for view in _views(value)]
    documents = {getattr(getattr(view, "document", None), "id", "") for view in views}
    if len(views) > 1 and len(documents) > 1:
        raise TypeError(
            f"{test!r:.60} compares places, and those of two accounts are never the same: compare a.text, "
            "or a.value.compatible(b.value)"
        )


def _views(value: object) -> list[View]:
    """What is compared by its place: a view, or those in a list; mentions of one kind are compared by value."""
    if isinstance(value, View):
        return [value]
    if isinstance(value, Mentions) or not isinstance(value, list | tuple | set | frozenset):
        return []
    return [part for part in value if isinstance(part, View)]


def said(value: object) -> str:
    """A value in words: mentions by their text, figures as they are written, sets and lists one after the other."""
    if isinstance(value, View) and hasattr(value, "text"):
        return str(value.text)
    if isinstance(value, float):
        return f"{value:,.10g}"
    if isinstance(value, QuantityValue):
        return " ".join(word for word in (said(value.number), value.unit, *value.of, value.counted) if word)
    if isinstance(value, DateValue):
        return " to ".join(dict.fromkeys(d for d in (value.first, value.last) if d)) or value.model_dump_json(
            exclude_defaults=True
        )
    if isinstance(value, NameValue):
        return value.full or value.entity
    if isinstance(value, QuoteValue):
        return f"“{value.exact}”"
    if isinstance(value, OtherValue):
        return said(value.data)
    if isinstance(value, Mapping):
        return _listed(f"{said(key)}: {said(of)}" for key, of in value.items())
    if isinstance(value, set | frozenset):
        # the order of a set is not the same in every process
        return _listed(sorted(said(part) for part in value))
    if isinstance(value, list | tuple):
        return _listed(said(part) for part in value)
    text = str(value)
    # an address would make two runs of the same input differ
    return type(value).__name__ if " at 0x" in text else text or "nothing"


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts) or "nothing"
