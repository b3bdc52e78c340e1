"""Accounts written to a folder and checked by one rule, for what a pair of sentences cannot show."""

from pathlib import Path
from typing import Any

from checker import Finding, check


def findings_in(folder: Path, code: str, *texts: str, **settings: Any) -> tuple[Finding, ...]:
    """What the rule finds in these accounts, in the order of the report; ``settings`` as for ``check``."""
    paths = [folder / f"{name}.txt" for name, _ in zip("abcdef", texts, strict=False)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text + "\n", encoding="utf-8")
    return tuple(check(paths, select=[code], cache="off", **settings).findings)
