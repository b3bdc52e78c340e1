"""When two outlets' sentences are close enough to label a pair, and when a change then matters."""

from __future__ import annotations

import re

from edits import Edit
from news_text import stems

NEGATIVE = re.compile(r"(?i)\b(not|no|never|nor|neither|without|cannot|nobody|none)\b|n['’]t\b")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
CAPITAL = re.compile(r"(?<!^)(?<![.!?\"“] )\b[A-Z][a-zA-Z]{2,}")


def _negative(text: str) -> bool:
    return bool(NEGATIVE.search(text))


def follows(premise: str, hypothesis: str, share: float, cosine: float) -> bool:
    """Nearly all of the hypothesis stands in the premise: its words, figures, names and polarity."""
    low = premise.lower()
    return (
        share >= 0.82
        and 0.3 <= cosine < 0.96
        and len(hypothesis.split()) <= 1.25 * len(premise.split()) + 3
        and _negative(premise) == _negative(hypothesis)
        and all(n in premise for n in NUMBER.findall(hypothesis))
        and all(c.lower() in low for c in CAPITAL.findall(hypothesis))
    )


def contradicts(premise: str, edit: Edit, share: float, cosine: float) -> bool:
    """The words stood in the premise as they were, in like surroundings, and the new ones do not."""
    old, new = edit.old.strip(), edit.new.strip()
    if edit.kind == "roles":
        return share >= 0.72 and cosine >= 0.4
    if edit.kind == "polarity" or (edit.kind == "quotation" and "not" in new):
        return share >= 0.75 and cosine >= 0.42 and not _negative(premise) and bool(old) and bool(new)
    if share < 0.55 or cosine < 0.38 or not old or not re.search(rf"\b{re.escape(old)}\b", premise):
        return False
    if new and re.search(rf"(?i)\b{re.escape(new)}\b", premise):
        return False
    return len(stems(premise) & stems(edit.text)) >= 4
