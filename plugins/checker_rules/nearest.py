"""Sentences of two short accounts that are each other's nearest: what is likely told twice, however it is worded."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.rules.services import Embed
from checker.rules.vocabulary import DocumentView, SentenceView, StoryView
from checker_rules.asserted import asks

# of a longer account the nearest sentence is often of another thing
LONGEST = 15  # sentences
LEAST_WORDS = 4
_TITLES = ("headline", "heading", "caption")


@dataclass(frozen=True)
class Nearest:
    """Two sentences, each the other's nearest, with the cosine of their vectors (0-1)."""

    left: SentenceView
    right: SentenceView
    near: float


def short(*documents: DocumentView) -> bool:
    """Whether all of these accounts are short, headlines and captions counted."""
    return all(len(d.sentences) <= LONGEST for d in documents)


def nearest_sentences(story: StoryView, embed: Embed, least: float) -> Iterator[Nearest]:
    """The mutually nearest sentences of every two short accounts, those at least as near as ``least``."""
    told = [_told(d) for d in story.documents]
    for n, one in enumerate(told):
        for other in told[n + 1 :]:
            if not one or not other:
                continue
            # rounded, so that the last digits of a processor's arithmetic decide nothing
            near = (embed.encode(one) @ embed.encode(other).T).round(4)
            for i, left in enumerate(one):
                j = int(near[i].argmax())
                if int(near[:, j].argmax()) == i and near[i, j] >= least:
                    yield Nearest(left, other[j], float(near[i, j]))


def _told(document: DocumentView) -> list[SentenceView]:
    """The sentences of a short account that tell something; none of a long one."""
    body = [s for s in document.sentences if s.kind not in _TITLES]
    if len(body) > LONGEST:
        return []
    return [s for s in body if len(s.text.split()) >= LEAST_WORDS and not asks(s)]
