"""Reading a report that was written before."""

import sys
from pathlib import Path

from checker.errors import ReadError
from checker.models.report import Report


def load_report(path: str) -> Report:
    """The report in a JSON file, or on standard input for ``-``.

    Raises:
        ReadError: missing, not JSON, or not a report of this format.
    """
    from checker.render.json_ import read_report

    if path == "-":
        return read_report(sys.stdin.read(), "standard input")
    try:
        text = Path(path).read_text("utf-8")
    except OSError as error:
        raise ReadError(f"Cannot read {path}: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise ReadError(f"{path} is not a report: it is not UTF-8 text.") from None
    return read_report(text, path)
