"""How strongly the other accounts bear a statement out: 0-1, from .5 on it is borne out rather than not.

``passages`` finds where the others may say it, ``wording`` compares words, ``signs`` says what speaks for and
against it without any model, ``inference`` adds what the inference model says, ``scale`` makes one number of it.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from checker.models.findings import Finding
from checker.rules.services import Embed, Nli
from checker.rules.statement_views import StatementView
from checker.rules.story_views import StoryView
from checker.support.inference import Question, inferred
from checker.support.near import Near
from checker.support.scale import chance
from checker.support.signs import Signs

__all__ = ["signs_of", "support_of"]

# the most that a statement is borne out which every other account lacks
LACKING = 0.45
# the least that a statement is borne out among equals which another account answers, in whatever words
ANSWERED = 0.65
# a draft rewords, so what it tells is lacking in its sources only if no sentence has so much of its words
FAR = 0.35


def support_of(
    story: StoryView, findings: Sequence[Finding], nli: Nli | None = None, embed: Embed | None = None
) -> dict[StatementView, float]:
    """Statement -> how strongly the other accounts bear it out, for every statement of a story.

    A draft's statements are held against its sources; those of the sources against each other, by words alone.
    Equals tell one event in words of their own and none was written from another: what one of them answers is
    borne out, unless a finding sets words of the statement against an account.
    Without an inference model, or without an embedder, the same signs count but the model's own, with other weights.
    """
    lacks = Counter(gap.statement for gap in story.gaps)
    support = {}
    for statement, signs in signs_of(story, findings, nli, embed).items():
        value = chance(signs, "with_inference" if "entailed" in signs else "without_inference")
        nowhere = lacks[statement] >= len(story.documents) - 1
        if not (story.draft or nowhere or signs["disputed"]):
            value = max(value, ANSWERED)
        if nowhere and (statement.document.id != story.draft or signs["overlap"] < FAR):
            value = min(value, LACKING)
        support[statement] = value
    return support


def signs_of(
    story: StoryView, findings: Sequence[Finding], nli: Nli | None = None, embed: Embed | None = None
) -> dict[StatementView, dict[str, float]]:
    """Statement -> its signs (see ``SIGNS``); a statement that nobody could bear out has none but zeros.

    The inference model is asked where there is an embedder, too, which finds the passages that it reads.
    """
    read = Signs(story, findings)
    found = {s: read.of(s) for d in story.documents for s in d.statements}
    for document in story.documents:
        own = [found[s] for s in document.statements]
        unheld = math.fsum(signs["unheld"] for signs in own) / max(1, len(own))
        for signs in own:
            signs["unheld"] = unheld
    if nli is not None and embed is not None:
        asked = [s for s, signs in found.items() if _open(s, story, signs)]
        near = Near(read.passages, embed)
        questions = {
            s: Question(near.passages(s.sentence), read.rewording(s).set_back() if story.draft else ())
            for s in asked
        }
        for statement, signs in inferred(nli, questions).items():
            found[statement] |= signs
    return found


def _open(statement: StatementView, story: StoryView, signs: Mapping[str, float]) -> bool:
    """Whether an opinion on a statement could matter.

    It does for a draft. Among equals what no other account answers stays below ``LACKING`` and what one answers
    above ``ANSWERED`` whatever a model says, unless a finding disputes it.
    """
    if story.draft:
        return statement.document.id == story.draft
    return bool(signs["disputed"])
