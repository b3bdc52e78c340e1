"""How strongly the other accounts bear a statement out: 0-1, from .5 on it is borne out rather than not.

``passages`` finds where the others may say it, ``wording`` compares words, ``signs`` says what speaks for and
against it without any model, ``inference`` adds what the inference model says, ``scale`` makes one number of it.
"""

from collections import Counter
from collections.abc import Sequence

from checker.models.findings import Finding
from checker.rules.services import Nli
from checker.rules.statement_views import StatementView
from checker.rules.story_views import StoryView
from checker.support.inference import inferred
from checker.support.scale import chance
from checker.support.signs import Signs

__all__ = ["signs_of", "support_of"]

# passages of the sources that are held against each statement of a draft, and of an account among equals
PASSAGES, FEWER_PASSAGES = 4, 1
# the most that a statement is borne out which every other account lacks
LACKING = 0.45
# the least that a statement is borne out among equals which another account answers, in whatever words
ANSWERED = 0.65
# a draft rewords, so what it tells is lacking in its sources only if no sentence has so much of its words
FAR = 0.35


def support_of(
    story: StoryView, findings: Sequence[Finding], nli: Nli | None = None
) -> dict[StatementView, float]:
    """Statement -> how strongly the other accounts bear it out, for every statement of a story.

    A draft's statements are held against its sources; those of the sources against each other, by words alone.
    Equals tell one event in words of their own and none was written from another: what one of them answers is
    borne out, unless a finding sets words of the statement against an account.
    Without an inference model the same signs count but its own, with other weights.
    """
    lacks = Counter(gap.statement for gap in story.gaps)
    support = {}
    for statement, signs in signs_of(story, findings, nli).items():
        value = chance(signs, "with_inference" if "entailed" in signs else "without_inference")
        nowhere = lacks[statement] >= len(story.documents) - 1
        if not (story.draft or nowhere or signs["disputed"]):
            value = max(value, ANSWERED)
        if nowhere and (statement.document.id != story.draft or signs["overlap"] < FAR):
            value = min(value, LACKING)
        support[statement] = value
    return support


def signs_of(
    story: StoryView, findings: Sequence[Finding], nli: Nli | None = None
) -> dict[StatementView, dict[str, float]]:
    """Statement -> its signs (see ``SIGNS``); a statement that nobody could bear out has none but zeros."""
    read = Signs(story, findings)
    found = {s: read.of(s) for d in story.documents for s in d.statements}
    if nli is not None:
        asked = [s for s in found if story.draft in ("", s.document.id)]
        most = PASSAGES if story.draft else FEWER_PASSAGES
        passages = {s: read.passages.nearest(s).passages(most) for s in asked}
        for statement, signs in inferred(nli, passages).items():
            found[statement] |= signs
    return found
