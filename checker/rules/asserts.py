"""What a plain ``assert`` in a rule says when it fails: its own message, or the values it compared."""

import ast
import linecache
from types import FrameType, TracebackType


def told(error: AssertionError, file: str) -> str | None:
    """The message of an assert that failed in the rule's own ``file``; None when it failed elsewhere.

    An assert of a library is a bug, not a finding. Without a message, the two sides of a comparison are
    evaluated once more in the place where it failed, as pytest's plain mode did.
    """
    frame = _innermost(error.__traceback__)
    if frame is None or frame[0].f_code.co_filename != file:
        return None
    if error.args and str(error.args[0]).strip():
        # pytest adds the compared values below the message in files it rewrites
        return " ".join(str(error.args[0]).split("\nassert ")[0].split())
    return _compared(*frame) or "the two accounts differ"


def _innermost(traceback: TracebackType | None) -> tuple[FrameType, int] | None:
    found = None
    while traceback is not None:
        found = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def _compared(frame: FrameType, line: int) -> str:
    try:
        tree = ast.parse("".join(linecache.getlines(frame.f_code.co_filename, frame.f_globals)))
    except SyntaxError:
        return ""
    node = next(
        (n for n in ast.walk(tree) if isinstance(n, ast.Assert) and n.lineno <= line <= (n.end_lineno or 0)),
        None,
    )
    if node is None:
        return ""
    if not isinstance(node.test, ast.Compare):
        return f"not so: {ast.unparse(node.test)}"
    sides = []
    for side in (node.test.left, *node.test.comparators):
        code = compile(ast.Expression(side), "<assert>", "eval")
        try:
            # the rule's own expression in its own frame: nothing that did not run a moment ago
            value = eval(code, frame.f_globals, frame.f_locals)  # noqa: S307
        except Exception:
            return f"not so: {ast.unparse(node.test)}"
        sides.append(str(value))
    return " against ".join(sides)
