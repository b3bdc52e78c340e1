"""NLI: the inference model's opinion that two statements contradict each other."""

import re
from collections.abc import Iterator

from pydantic import BaseModel, Field

from checker import Flag, flag, rule
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.services import Embed, Nli
from checker.rules.vocabulary import MatchView, StatementView, StoryView, marked
from checker_rules.contradicted import Said, contradicted
from checker_rules.one_utterance import one_utterance
from checker_rules.shown import shortened

_WORD = re.compile(r"[\w']+")
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "ADV", "NUM"})
# letters of a statement that a message shows
_SHOWN = 160
# how much of the model's probability an editor may believe; of twelve such pairs of wires nine clashed
_BELIEVED = 0.7


class Options(BaseModel):
    """What a desk can set."""

    threshold: float = Field(
        default=0.85, ge=0, le=1, description="contradiction probability, in both directions"
    )
    match_score: float = Field(
        default=0.55, ge=0, le=1, description="how surely both are about the same thing"
    )
    shared_words: float = Field(
        default=0.6, ge=0, le=1, description="share of the words of both that they have in common"
    )


@rule(
    "NLI",
    severity="warning",
    verdict="review",
    messages={
        "contradicts": "The inference model reads {left_outlet} and {right_outlet} as contradicting each other.",
        "clash": "The inference model finds that both cannot be so: {left_outlet} says “{left}”, "
        "{right_outlet} says “{right}”.",
    },
    options=Options,
)
def nli_contradiction(
    story: StoryView, nli: Nli, options: Options, embed: Embed | None = None
) -> Iterator[Flag]:
    """The inference model finds that two statements about the same thing contradict each other.

    Flags two statements that are each other's best counterpart, in nearly the same words, share a participant and
    are told with the same certainty, and that the model calls a contradiction in both directions. Of short accounts
    (15 sentences at most) it is enough that two sentences, one of which denies something, are each other's nearest in
    meaning: there is little else that they could be about. It is a second opinion, never sure enough to stop a
    publication.

    Why: it sees what no typed comparison covers.

    Example: "The council kept the bridge closed in May" against "The council kept the bridge open in May".

    Not flagged: statements about different facts, however alike; words that stand in the other sentence as well;
    headlines, which leave out what would tell; figures, dates and words of one quotation that differ, which have rules
    of their own. The gate is narrow because the model knows what cannot both be true far better than whether two
    statements are about one fact: without the gate it was sure of 18 pairs in 24 news events, and none of them was a
    contradiction.
    """
    matches = [
        m
        for m in story.matches
        if m.mutual
        and m.score >= options.match_score
        and _shared(m.left, m.right) >= options.shared_words
        and _same_thing(m)
        and not _repeated(m)
        and not one_utterance(m.left, m.right)
        and not _only_more(m.left, m.right)
    ]
    forward = nli.judge_many([(m.left, m.right) for m in matches])
    backward = nli.judge_many([(m.right, m.left) for m in matches])
    told: set[frozenset[tuple[str | int, ...]]] = set()
    for match, one, other in zip(matches, forward, backward, strict=True):
        probability = min(one.contradiction, other.contradiction)
        if probability >= options.threshold:
            told.add(frozenset((match.left.sentence.key, match.right.sentence.key)))
            yield flag(
                "contradicts",
                at=match.left,
                against=[match.right],
                confidence=round(0.5 * probability * match.score, 4),
                data={"contradiction": round(probability, 3)},
                left_outlet=match.left.document.name,
                right_outlet=match.right.document.name,
            )
    for found in contradicted(story, embed, nli) if embed is not None else ():
        if frozenset(found.sentences) in told:
            continue
        yield flag(
            "clash",
            at=marked(found.left, found.left.span),
            against=[marked(found.right, found.right.span)],
            confidence=round(_BELIEVED * found.sure, 4),
            # each is the other's only counterpart, so that how differently they are worded does not matter
            data={"contradiction": round(found.sure, 3), "sole": True},
            left=_shown(found.left),
            right=_shown(found.right),
            left_outlet=found.left.document.name,
            right_outlet=found.right.document.name,
        )


def _shown(said: Said) -> str:
    text = " ".join(said.span.of(said.document.text).split())
    return shortened(text.strip("“”\"'. "), _SHOWN)


def _shared(a: StatementView, b: StatementView) -> float:
    """Of all their words that mean something by themselves, the share that both have, 0-1."""
    left, right = (
        {w.lemma.casefold() for w in words_in(s.document, s.span) if w.pos in _CONTENT} for s in (a, b)
    )
    return len(left & right) / max(1, len(left | right))


def _only_more(a: StatementView, b: StatementView) -> bool:
    """Whether both say so, or both deny it, and one has no word that the other lacks: it only says more.

    "The top Republican on the panel" against "the top Republican on the Senate panel": nothing stands there instead.
    """
    left, right = (
        {w.lemma.casefold() for w in words_in(s.document, s.span) if w.pos in _CONTENT or w.pos == "ADP"}
        for s in (a, b)
    )
    return a.negated == b.negated and (left <= right or right <= left)


def _repeated(match: MatchView) -> bool:
    """Whether one statement's words stand in the other's sentence, one after the other.

    Its words as printed, too: who "she" is may have been read wrongly in one of the accounts.
    """
    for one, other in ((match.left, match.right), (match.right, match.left)):
        around = _spaced(other.sentence.text)
        if any(_spaced(said) in around for said in (one.text, one.exact)):
            return True
    return False


def _spaced(text: str) -> str:
    """The words without marks, each between two spaces."""
    return f" {' '.join(_WORD.findall(text.casefold().replace('’', chr(39))))} "


def _same_thing(match: MatchView) -> bool:
    """Shared participants and certainty, and whole sentences: two facts about one person are not one fact."""
    a, b = match.left, match.right
    if not (a.predicate and b.predicate) or a.modality != b.modality:
        return False
    if any(s.sentence.kind in ("headline", "heading", "caption") for s in (a, b)):
        return False
    # what differs in a figure or a date is judged by rules that know their values
    told = [{m.text.casefold() for m in (*s.numbers, *s.dates)} for s in (a, b)]
    if told[0] != told[1]:
        return False
    heads = [{spelling(x.head) for x in s.arguments if x.head} for s in (a, b)]
    return bool(a.entities & b.entities or heads[0] & heads[1])
