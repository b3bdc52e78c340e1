"""How many voted for and against, as an account tells it: "by 36 votes to 29", "34-31", "92 in favour, 71 against"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.models.language import QuantityValue
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import DocumentView, MentionView, SentenceView, StatementView
from checker_rules.bodies import DECIDING, body_of
from checker_rules.circumstances import statement_at
from checker_rules.one_decision import to_be_done
from checker_rules.stance_words import OUTCOMES, PASSING, STRIKING

Figure = MentionView[QuantityValue]

MEMBERS = (
    r"(?:members?|deputies|lawmakers|senators|legislators|councill?ors|commissioners|delegates|representatives|mps|judges|justices"
    r"|directors|countries|states|nations|jurors|votes?|ballots)"
)
# "36 votes to 29"
_TO = re.compile(r"\s+votes?\s+to\s+", re.IGNORECASE)
# "36 votes for", "29 of the members were against"
_SIDE = re.compile(
    rf"\s+(?:of\s+(?:the\s+)?)?(?:{MEMBERS}\s+)?(?:(?:had|were|was|have|who|being)\s+)?"
    r"(?:(?:voted|voting|cast|came out)\s+)?(?:a\s+)?"
    r"(?P<side>for|in favou?r|in support|yes|yeas?|ayes?|against|no|noes|nays?|opposed|in opposition)\b",
    re.IGNORECASE,
)
# "27 of the 45 members backed it", "backed by 27 of the 45 members"
_OF = re.compile(r"\s+of\s+(?:the|its|their)\s+(?:[\w'’]+\s+)?", re.IGNORECASE)
_EVERY = re.compile(rf"\s+{MEMBERS}\b", re.IGNORECASE)
_BACKED = re.compile(
    r"\b(?:back(?:ed|ing)|support(?:ed|ing)|approv(?:ed|ing)|endors(?:ed|ing)|voted (?:for|in favou?r)|in favou?r)\b",
    re.IGNORECASE,
)
_AGAINST = frozenset({"against", "no", "noes", "nay", "nays", "opposed", "in opposition"})
# of an earlier vote, or of none yet
_BEFORE = re.compile(
    r"\b(?:earlier|previous(?:ly)?|last (?:year|month|week|time)|ago|in (?:19|20)\d\d|initially|originally|would|"
    r"expected|needs?|needed|require[sd]?|could|poll|projected|predicted|if)\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:had|having)\s+(?:\w+ly\s+)?(?:been\s+)?\w+")
_GAME = re.compile(r"\b(?:match|game|goals?|scored|playoffs?|cup|innings|tournament)\b", re.IGNORECASE)
# how the seats are divided is no vote: "hold a 53-47 majority", "which they control by 53-47"
_SEATS = re.compile(
    r"(?:\b(?:h[oe]ld|ha[vsd]|enjoy|command)\w*\s+(?:\w+\s+)?(?:an?|its|their|the)\s+(?:\w+\s+)?"
    r"|\bcontrol\w*\s+(?:\w+\s+){0,3}|\b(?:is|are|evenly|closely)\s+(?:split|divided)\s+"
    r"|\bwith\s+(?:its|their)\s+(?:\w+\s+)?|['’]s?\s+)$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*(?:percent|%|\$)")
_VOTE = re.compile(r"[\s-]*votes?\b", re.IGNORECASE)
# the vote of one party among its own
_FACTION = re.compile(
    r"\b(?:its|their|his|her|own|ruling|opposition|party|coalition|caucus|bloc|faction|group|republican|democratic|"
    r"democrat|labou?r|conservative|liberal|socialist|green|left|right|cent(?:re|er))(?:['’]s)?\s+(?:own\s+)?"
    rf"{MEMBERS}\b",
    re.IGNORECASE,
)
_LOWER = re.compile(r"\b(lower|upper)\s+(?:house|chamber)\b", re.IGNORECASE)
# of persons, not of texts
_CHOOSING = frozenset({"elect", "re-elect", "reelect", "choose", "name", "pick", "appoint"})


@dataclass(frozen=True)
class Tally:
    """A count of hands: for and against in any order (``sides``), or those for alone (one figure)."""

    sentence: SentenceView
    place: Span
    sides: tuple[float, ...]
    statement: StatementView | None = None
    bodies: frozenset[str] = frozenset()
    outcome: str = ""
    before: bool = False
    deed: str = ""
    by: frozenset[str] = frozenset()

    def fits(self, other: "Tally") -> bool:
        """Whether both can be the tally of one vote."""
        if len(self.sides) == len(other.sides):
            return sorted(self.sides) == sorted(other.sides)
        one, two = (self, other) if len(self.sides) == 1 else (other, self)
        return one.sides[0] in two.sides


def tallies(document: DocumentView) -> Iterator[Tally]:
    """Every count of hands that an account gives, in the order of its text."""
    for sentence in document.sentences:
        for sides, place in _read(sentence):
            clause = statement_at(sentence, place)
            if clause is None or not _FACTION.search(clause.exact):
                yield _tally(sentence, place, sides)


def _read(sentence: SentenceView) -> Iterator[tuple[tuple[float, ...], Span]]:
    text, figures = sentence.document.text, sentence.numbers
    if _GAME.search(sentence.text) or any(q.span.contains(n.span) for q in sentence.quotes for n in figures):
        return
    done = -1
    yes: Figure | None = None
    no: Figure | None = None
    for i, figure in enumerate(figures):
        value, following = figure.value, figures[i + 1] if i + 1 < len(figures) else None
        if value.form == "score" and len(value.parts) in (2, 3) and _is_vote(sentence, figure):
            seats = _SEATS.search(text, sentence.span.start, figure.span.start)
            if not _UNIT.match(text, figure.span.end) and (not seats or _VOTE.match(text, figure.span.end)):
                yield value.parts[:2], figure.span
            continue
        if value.form != "cardinal" or value.hedge or i == done:
            continue
        if following is not None and _TO.fullmatch(text, figure.span.end, following.span.start):
            done = i + 1
            yield (
                (value.number, following.value.number),
                Span(start=figure.span.start, end=following.span.end),
            )
            continue
        side = _SIDE.match(text, figure.span.end, sentence.span.end)
        if side is None:
            continue
        if side["side"].lower() in _AGAINST:
            no = no or figure
        else:
            yes = yes or figure
    if yes is not None and no is not None:
        yield (
            (yes.value.number, no.value.number),
            Span(start=min(yes.span.start, no.span.start), end=max(yes.span.end, no.span.end)),
        )
        return
    yield from _of_all(sentence, figures)


def _is_vote(sentence: SentenceView, figure: Figure) -> bool:
    """Whether a score is one of votes: it says so, or a body decides in its clause: "the house backed it 81-62"."""
    clause = statement_at(sentence, figure.span)
    return figure.value.counted == "vote" or (
        clause is not None and bool(outcome_of(clause) and _bodies(clause))
    )


def _of_all(sentence: SentenceView, figures: tuple[Figure, ...]) -> Iterator[tuple[tuple[float, ...], Span]]:
    """Those for it alone, out of all the members: "backed by 27 of the 45 members"."""
    text = sentence.document.text
    for one, every in pairwise(figures):
        if not _OF.fullmatch(text, one.span.end, every.span.start):
            continue
        after = _EVERY.match(text, every.span.end)
        clause = statement_at(sentence, one.span)
        if after is None or clause is None or clause.negated or not _BACKED.search(clause.text):
            continue
        # fewer than half are a faction
        if one.value.number * 2 > every.value.number and not one.value.hedge:
            yield (one.value.number,), one.span


def _tally(sentence: SentenceView, place: Span, sides: tuple[float, ...]) -> Tally:
    clause = statement_at(sentence, place)
    told = clause.exact if clause is not None else sentence.text
    before = bool(_BEFORE.search(told) or _PERFECT.search(told)) or (
        clause is not None and bool(clause.modality)
    )
    bodies = _bodies(clause) if clause is not None else frozenset()
    at: SentenceView | None = sentence
    while not bodies and at is not None and at.index >= sentence.index - 1:
        bodies = frozenset(b for s in at.statements for b in _bodies(s))
        at = at.previous
    deed, by = _deed(clause)
    return Tally(sentence, place, sides, clause, bodies, outcome_of(clause), before, deed, by)


def _deed(clause: StatementView | None) -> tuple[str, frozenset[str]]:
    """What was voted to be done ("to close"), and the words for who voted."""
    if clause is None:
        return "", frozenset()
    subject = clause.argument("subject")
    deed = to_be_done(clause)
    if deed in PASSING | STRIKING:
        deed = ""
    # "the measure" as subject is what was decided
    if subject is None or body_of(subject.head.split()[-1]) not in DECIDING:
        return deed, frozenset()
    return deed, frozenset(spelling(w.lemma) for w in words_in(clause.document, subject.span))


def _bodies(statement: StatementView) -> frozenset[str]:
    """Who decides, as far as a statement says: its subject, agent or object, or where it was."""
    words = words_in(statement.document, statement.span)
    found = set()
    for word in words:
        body = body_of(word.lemma)
        if word.pos in ("NOUN", "PROPN") and (body in DECIDING or word.lemma.lower() in DECIDING):
            found.add(body)
    which = _LOWER.search(statement.text)
    if which is not None:
        found = {b for b in found if b not in ("house", "parliament")} | {which[1].lower()}
    # "council members": the council's
    return frozenset(found - {"members"} or found)


def bodies_around(sentence: SentenceView) -> frozenset[str]:
    """Who decides, as the statements of a sentence say."""
    return frozenset(b for s in sentence.statements for b in _bodies(s))


def outcome_of(statement: StatementView | None) -> str:
    """Passed or failed, as the verbs of a statement say, or chosen of persons; empty where both or none."""
    if statement is None:
        return ""
    lemmas = {w.lemma.lower() for w in words_in(statement.document, statement.span)}
    if "vote" in lemmas and "down" in lemmas:
        lemmas.add("reject")
    said = {OUTCOMES[w][1] for w in lemmas if OUTCOMES.get(w, ("", ""))[0] == "passage"}
    if lemmas & _CHOOSING:
        return "chosen"
    said |= {"passed" for w in lemmas if w in PASSING} | {"failed" for w in lemmas if w in STRIKING}
    return said.pop() if len(said) == 1 else ""
