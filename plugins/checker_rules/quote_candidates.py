"""Two quotations that differ: whether they are of one utterance, and how surely."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.models.text import Span
from checker.rules.services import Embed
from checker_rules.quote_alignment import QuoteAlignment, tokens
from checker_rules.quote_change import Change
from checker_rules.quote_gravity import changed_places
from checker_rules.quote_twice import Quote, known
from checker_rules.quote_words import SMALL
from checker_rules.speakers import same_speaker

# one speaker, unknown, two speakers -> equal words of weight needed, share of changed words allowed, doubt
_NEEDED: dict[bool | None, tuple[int, float, float]] = {
    True: (2, 0.38, 0.0),
    None: (3, 0.3, 0.12),
    False: (6, 0.2, 0.2),
}
# two speakers of whom one is named where the other is quoted: a company's words are given to its owners
_BY_WAY_OF = (4, 0.15, 0.2)
# so many equal words with which one quotation ends and the other begins are one place of a speech
_HANDED_OVER = 8
_FOR_A_LOOK = 0.69
# so many equal words a quotation has of which one place says the contrary
_CONTRARY = 3
# of fewer ("perfectly safe", "perfectly unsafe") the sentences have to be as alike as this, or have so many words of
# weight in common; and how sure it is where they have, and where not
_SAME_PLACE, _TOPIC = 0.4, 2
_OF_ONE_THING, _OF_WHAT = 0.72, 0.6
# words a short quoted phrase has at most, and the share of them (0-1) in common at which two are one
PHRASE, _SAME_PHRASE = 6, 0.6
# to whom it was said; up to this share of the words changed (0-1) it was noted down twice, or reported once more
_HEARD = re.compile(
    r"\b(?:interview (?:with|to|on)|told|tells|spoke (?:to|with)|speaking (?:to|with|on)|appear\w* on) "
    r"(?:the )?(?P<whom>[A-Z][\w’']+(?: [A-Z][\w’']+)*)"
)
_SLIP = 0.15


@dataclass(frozen=True)
class Candidate:
    """Two quotations that may be of the same words."""

    left: Quote
    right: Quote
    alignment: QuoteAlignment
    changes: tuple[Change, ...]
    sure: float
    kind: str
    twice: bool = False  # the speaker may have said both

    def stretch(self, side: int) -> Span:
        """From the first to the last word of one side that runs along the other."""
        words = self.alignment.along[side]
        return Span(start=words[0].span.start, end=words[-1].span.end)


def judge(
    a: Quote,
    b: Quote,
    alignment: QuoteAlignment,
    accounts: tuple[Sequence[str], Sequence[str]],
    score: float,
    embed: Embed,
) -> Candidate | None:
    """The two as one utterance, and how surely; None where they are likely two.

    ``accounts`` are the words of the two accounts, ``score`` is how alike (0-1) the sentences of the quotations are.
    """
    sizes = sorted(len(side) for side in alignment.words)
    together = same_speaker(a, b)
    if alignment.common < 2 and (sizes[1] > PHRASE or not alignment.common):
        return None
    # a quick bound of the coverage, below which none of the cases holds
    reach = alignment.common / max(1, sizes[0])
    if reach < 0.25 and not (sizes[1] <= PHRASE and score >= 0.45):
        return None
    changes = tuple(c for c in alignment.changes if not c.fair and not known(c, alignment.words, accounts))
    if not changes:
        return None
    changed = sum(c.size for c in changes)
    ratio, weight = changed / (alignment.matched + changed), alignment.shared_weight
    if ratio > _SLIP and _told_to_two(a, b):
        return None
    needed, most, doubt = _BY_WAY_OF if together is False and _through(a, b) else _NEEDED[together]
    coverage = alignment.coverage
    if together is not False and coverage < 0.5 and alignment.matched >= _HANDED_OVER:
        coverage = alignment.overlap
    # "I am guilty", "I am innocent" have no word of weight in common
    same = weight or (together and (score >= _SAME_PLACE or _of_one_thing(a, b)))
    if together is not False and same and (alignment.contrary or changed_places(alignment)):
        # words that are equal throughout, but for one that turns the sense, are no second utterance; of an unknown
        # speaker they may be: "I couldn't vote for him", "Get out and vote for him"
        if alignment.matched >= _CONTRARY and (together or any(c.inner for c in changes)):
            return Candidate(
                a, b, alignment, changes, min(0.97, 0.74 + 0.03 * min(8, weight) - doubt), "altered"
            )
        if together:
            sure = _OF_ONE_THING if score >= _SAME_PLACE or _of_one_thing(a, b) else _OF_WHAT
            return Candidate(a, b, alignment, changes, sure, "altered")
    if sizes[0] >= 4 and weight >= needed and ratio <= most and coverage >= 0.5 and alignment.run >= 3:
        # many equal words in order are hardly chance, whoever the accounts think is speaking
        sure = 0.62 + 0.03 * min(8, weight) + 0.02 * min(6, alignment.run) - doubt
        sure -= 0.9 * max(0.0, ratio - 0.15) + 0.4 * max(0.0, 0.8 - coverage)
        if coverage > alignment.coverage and not any(c.turns for c in changes):
            # he may as well have come back to it
            sure = min(_FOR_A_LOOK, sure)
        return Candidate(a, b, alignment, changes, min(0.97, sure), "altered")
    if together is False or (together is None and (sizes[1] > PHRASE or score < 0.75)):
        return None
    if sizes[1] <= PHRASE and score >= 0.45 and alignment.matched:
        likeness = embed.similarity(a.value.exact, b.value.exact)
        if likeness >= 0.4 or (alignment.coverage >= 0.33 and score >= 0.7):
            # of two short sentences that share half their words each may have been said
            most = 0.75 if alignment.coverage >= _SAME_PHRASE else 0.69
            sure = min(most, 0.3 + 0.3 * likeness + 0.2 * score + 0.1 * alignment.coverage)
            return Candidate(a, b, alignment, changes, sure, "altered")
    # without a weighty word in common the frame has to be the same: "he has no problem with it"
    framed = weight >= 3 or (alignment.coverage >= 0.6 and sizes[1] <= 2 * PHRASE and score >= 0.5)
    if sizes[0] >= 5 and alignment.coverage >= 0.25 and sizes[1] <= 1.8 * sizes[0] and framed:
        # a politician says the same thing twice in other words: it takes more than likeness
        likeness = embed.similarity(a.value.exact, b.value.exact)
        if likeness >= 0.6 and (score >= 0.5 or likeness >= 0.75 or alignment.coverage >= 0.5):
            sure = 0.1 + 0.4 * likeness + 0.35 * alignment.coverage + 0.1 * score
            return Candidate(a, b, alignment, changes, min(0.8, sure), "reworded")
    return None


def _told_to_two(a: Quote, b: Quote) -> bool:
    """Whether each was said to a listener with a name, and not to one: in an interview with the Star, to Channel 5."""
    heard = []
    for quote in (a, b):
        sentence, outside = quote.sentence, quote.span
        names = list(_HEARD.finditer(sentence.document.text, sentence.span.start, sentence.span.end))
        heard.append(
            {re.split(r"[ ’']", m["whom"])[0] for m in names if not outside.start <= m.start() < outside.end}
        )
    return bool(heard[0] and heard[1]) and not heard[0] & heard[1]


def _of_one_thing(a: Quote, b: Quote) -> bool:
    """Whether the sentences have words in common that are neither quoted nor name the speaker."""
    said = []
    for quote in (a, b):
        hidden = [
            quote.span,
            *(n.span for n in quote.sentence.names if n.value.entity == quote.value.speaker),
        ]
        words = tokens(quote.sentence.text, quote.sentence.span.start)
        said.append(
            {
                t.key
                for t in words
                if not t.mark and t.key not in SMALL and not any(t.span.overlaps(h) for h in hidden)
            }
        )
    return len((said[0] & said[1]) - {quote.value.cue for quote in (a, b)}) >= _TOPIC


def _through(a: Quote, b: Quote) -> bool:
    """Whether the sentence of one quotation also names, outside of the marks, to whom the other account gives it."""
    return any(
        name.value.entity == other.value.speaker and not name.span.overlaps(quote.span)
        for quote, other in ((a, b), (b, a))
        for name in quote.sentence.names
    )
