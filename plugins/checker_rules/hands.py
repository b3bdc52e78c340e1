"""How many hands were raised for something and against it, wherever a short account of one vote says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.models.text import Span
from checker.rules.vocabulary import DocumentView, SentenceView
from checker_rules.bodies import DECIDING, body_of
from checker_rules.circumstances import statement_at
from checker_rules.tallies import MEMBERS, Tally, bodies_around, outcome_of

_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|abstain\w*|abstentions?|unanimous\w*|dissent\w*)\b", re.IGNORECASE
)
_DECIDED = re.compile(
    r"\b(?:council|board|assembly|parliament|senate|congress|chamber|committee|panel|court|shareholders|deputies|"
    r"lawmakers|councill?ors|house)\b.{0,120}?\b(?:approv|adopt|pass|reject|ratif|back|support|oppos|agree)\w*",
    re.IGNORECASE | re.DOTALL,
)
_TWO = re.compile(r"(?:\s+votes?)?\s*(?:to|[-‐-―]|against)\s*", re.IGNORECASE)
# "cut the number of schools from 12 to 9"
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_FOR_WORDS = (
    r"in favou?r|for\b|in support|yes\b|ayes?\b|supported|backed|approved|endorsed|"
    r"voted (?:for|yes|in favou?r)"
)
_NO_WORDS = r"against|opposed|objected|no\b|noes\b|nays?\b|dissent\w*|voted (?:against|no)|rejected"
_WHO = (
    rf"(?:\s+of\s+(?:the|its|their)\s+[\w-]+)?(?:\s+of\s+them)?(?:\s+(?:{MEMBERS}))?"
    r"(?:\s+(?:cast|were|was|voted|voting|had|who))*\s+(?:it\s+|them\s+)?"
)
_AFTER = (
    ("for", re.compile(rf"{_WHO}(?:{_FOR_WORDS})", re.IGNORECASE)),
    ("against", re.compile(rf"{_WHO}(?:{_NO_WORDS})", re.IGNORECASE)),
    ("abstained", re.compile(rf"{_WHO}(?:abstained|abstentions?|abstaining)", re.IGNORECASE)),
)
# "arrested 12 for theft", "12 rejected applicants": of no vote unless the sentence says so
_BARE = re.compile(
    r"\s+(?:for|yes|no|supported|backed|approved|endorsed|rejected)\b(?!\s+(?:it|them)\b)", re.IGNORECASE
)
_ALL = re.compile(
    r"\bunanimous(?:ly)?\b|\bwithout (?:a (?:single )?)?(?:dissent(?:ing vote)?|opposition|vote against)\b",
    re.IGNORECASE,
)
# "far from unanimous", "all but unanimous": there were others
_NOT_ALL = re.compile(
    r"(?:\b(?:not|never|near|nearly|almost|from|but)|n['’]t)[\s-]+(?:(?:an?|been?)\s+)?$", re.IGNORECASE
)
_BY = re.compile(r"(?:\s+\w+){0,2}\s+(?:by|in|from)\s+(?:the\s+)?(?:[A-Z][\w.]*\s+)?(?P<body>\w+)")
# of another vote, or of none yet
_BEFORE = re.compile(
    r"\b(?:earlier|previous(?:ly)?|last (?:year|month|week|time)|years? ago|in (?:19|20)\d\d|initially|originally|"
    r"would|expected|needs?|needed|require[sd]?|polls?|projected|committee|had (?:been )?\w+ed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hands:
    """How many are on a side ("for", "against", "abstained") or on both ("both"); no value: all of them."""

    sentence: SentenceView
    place: Span
    side: str
    values: tuple[float, ...]
    bodies: frozenset[str] = frozenset()
    outcome: str = ""

    def comparable(self, other: "Hands") -> bool:
        """Whether both count the same side, or one of them both sides."""
        if self.side == other.side:
            return True
        return {self.side, other.side} in ({"both", "for"}, {"both", "against"}) and not (
            # all of them are any number of them
            {self.side, other.side} == {"both", "for"} and not (self.values and other.values)
        )

    def within(self, other: "Hands") -> bool:
        """Whether the figures of one are among those of the other."""
        if not self.values or not other.values:
            return False
        return {*self.values} <= {*other.values} or {*other.values} <= {*self.values}


def of_a_vote(document: DocumentView) -> bool:
    """Whether an account tells of a vote, or of what a body decided that decides by one."""
    return bool(_VOTE.search(document.text) or _DECIDED.search(document.text))


def hands_of(document: DocumentView, told: Sequence[Tally]) -> tuple[Hands, ...]:
    """Every count of hands of an account; ``told`` are its tallies, which count both sides."""
    return tuple(_read(document, told))


def _read(document: DocumentView, told: Sequence[Tally]) -> Iterator[Hands]:
    text = document.text
    for tally in told:
        if not tally.before and len(tally.sides) == 2:
            yield from _both(tally.sentence, tally.place, tally.sides)
    for sentence in document.sentences:
        if _BEFORE.search(sentence.text):
            continue
        votes = _VOTE.search(sentence.text) is not None
        found = _ALL.search(text, sentence.span.start, sentence.span.end)
        if found is not None and votes and not _NOT_ALL.search(text, sentence.span.start, found.start()):
            place = Span(start=found.start(), end=found.end())
            if not _of_a_party(sentence, place):
                yield _made(sentence, place, "both", ())
        numbers = [
            n
            for n in sentence.numbers
            if n.value.form == "cardinal"
            and not n.value.hedge
            and not any(q.value.direct and q.span.contains(n.span) for q in sentence.quotes)
        ]
        if not numbers:
            continue
        voting = votes or bool(bodies_around(sentence))
        done = {n.span for t in told for n in numbers if t.place.contains(n.span)}
        for i, number in enumerate(numbers):
            following = numbers[i + 1] if i + 1 < len(numbers) else None
            if number.span in done:
                continue
            if following is not None and _TWO.fullmatch(text, number.span.end, following.span.start):
                if voting and not _FROM.search(text, sentence.span.start, number.span.start):
                    done |= {number.span, following.span}
                    place = Span(start=number.span.start, end=following.span.end)
                    yield from _both(sentence, place, (number.value.number, following.value.number))
                continue
            side = next((s for s, p in _AFTER if p.match(text, number.span.end, sentence.span.end)), None)
            if not voting and _BARE.match(text, number.span.end):
                continue
            if side is not None and number.value.number > 1:
                yield _made(sentence, number.span, side, (number.value.number,))


def _of_a_party(sentence: SentenceView, place: Span) -> bool:
    """Whether one side alone was of one mind: "Liberals unanimously supported it"."""
    clause = statement_at(sentence, place)
    subject = clause.argument("subject") if clause is not None else None
    return subject is not None and any(
        n.value.kind == "group" and not n.value.adjective and n.span.overlaps(subject.span)
        for n in sentence.names
    )


def _both(sentence: SentenceView, place: Span, sides: tuple[float, ...]) -> Iterator[Hands]:
    # what was carried had the greater number for it, however the two are ordered
    yield _made(sentence, place, "both", () if 0 in sides else tuple(sorted(sides)))


def _made(sentence: SentenceView, place: Span, side: str, values: tuple[float, ...]) -> Hands:
    clause = statement_at(sentence, place)
    body = _whose(sentence, place)
    bodies = frozenset({body}) if body else bodies_around(sentence)
    return Hands(sentence, place, side, values, bodies, outcome_of(clause) if side == "both" else "")


def _whose(sentence: SentenceView, place: Span) -> str:
    """The one body whose vote it is, as the words beside it or the subject say; empty where they do not.

    "The House vote came a day after unanimous approval by the Senate" tells of the Senate's.
    """
    beside = _BY.match(sentence.document.text, place.end, sentence.span.end)
    clause = statement_at(sentence, place)
    doer = clause.argument("subject") if clause is not None else None
    said = [beside["body"]] if beside is not None else []
    said += [doer.head] if doer is not None and doer.head else []
    found = (body_of(word) for word in said)
    # "members" says nothing of whose they are
    return next((body for body in found if body in DECIDING and body != "members"), "")
