"""Whether two statements can be of one moment, place and party: what else may set them apart."""

import re
from collections.abc import Sequence

from checker.models.language import NameValue, QuantityValue, Word
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, words_in
from checker.rules.vocabulary import MentionView, SentenceView, StatementView
from checker_rules.asserted import UNDONE
from checker_rules.slots import head_index
from checker_rules.stance_words import COURTS

Quantity = MentionView[QuantityValue]
# of a group of which part may and part may not
_SOME = frozenset(
    "some many several few other another certain part half third most much both one two three four "
    "five dozen "
    "hundred various different".split()
)
# words that deny
NOT = frozenset({"not", "n't", "never", "no", "cannot", "nor", "neither", "none", "nobody", "nothing"})
# a speaker of whom only a pronoun is known may be anybody, the other account's speaker too
_UNKNOWN = frozenset({"he", "she", "they", "it", "who"})
# one party by several words: who runs a business, who is under arms
FIRMS = frozenset(
    "firm company group bank airline processor maker manufacturer operator retailer carrier producer utility chain "
    "giant startup lender insurer carmaker drugmaker developer business corporation supermarket broker "
    "platform".split()
)
# a group that speaks may be one of campaigners
_RUNNING = FIRMS - {"group"} | {"owner"}
_FORCES = frozenset("military army force navy forces".split())
_ROUND = re.compile(r"\b(first|second|third|final|last|lower|upper)\s+(reading|round|house|chamber)\b")
# what says which of several is meant
_WHICH = frozenset("first second third fourth fifth one another other".split())
# what one person does alone
_ONCE = frozenset("elect become appoint kill shoot resign step_down marry found".split())
_DENIALS = frozenset({"deny", "refute", "dispute"})
# what is told of the beginning only
_AT_FIRST = re.compile(r"\b(?:at first|initially)\b", re.IGNORECASE)
# every word by which a sentence may deny
_DENYING = NOT | _DENIALS | UNDONE | frozenset("hardly barely lack absence stop prevent false untrue".split())
# what stands between a distance and the place it is taken from: "miles south of", "hours' drive from"
_FROM = re.compile(r"[^.;:,]{1,24}\b(?:of|from)\s+(?:the\s+)?")


def disputed(a: StatementView, b: StatementView) -> bool:
    """Whether two people say it: that they disagree is the story, not a slip in it."""
    if not (a.speaker and b.speaker) or a.speaker == b.speaker or _UNKNOWN & {a.speaker, b.speaker}:
        return False
    return not (({*a.speaker.split()} & {*b.speaker.split()}) - {"the", "a", "an"}) and not _one_party(a, b)


def _one_party(a: StatementView, b: StatementView) -> bool:
    """Whether two speakers may be one by what they are: a firm and its name, "the military" and "the air force"."""
    for one, other in ((a, b), (b, a)):
        *which, last = one.speaker.removeprefix("the ").split() or [""]
        if last in _RUNNING:
            named = {n.value.entity for n in other.document.names if n.value.kind == "organisation"}
            return other.speaker in named or other.speaker.split()[-1] in _RUNNING
        if last in _FORCES and not which:
            return other.speaker.split()[-1] in _FORCES
    return False


def statement_at(sentence: SentenceView, span: Span) -> StatementView | None:
    """The smallest statement of a sentence around a place."""
    around = [s for s in sentence.statements if s.span.contains(span)]
    return min(around, key=lambda s: (len(s.span), s.index), default=None)


def days_apart(a: StatementView | SentenceView, b: StatementView | SentenceView) -> bool:
    """Whether each names a day and no two of them can be the same."""
    left, right = ([m.value for m in s.dates] for s in (a, b))
    return bool(left and right) and not any(x.compatible(y) for x in left for y in right)


def at_first(told: StatementView | SentenceView) -> bool:
    """Whether it is told of the beginning, so that the end may be otherwise: "survived at first"."""
    return _AT_FIRST.search(told.text) is not None


def turned_round(a: SentenceView, b: SentenceView) -> bool:
    """Whether another small word makes up for a "not": unless and if not, at the earliest and not before."""
    left, right = ({*re.findall(r"[a-z]+", s.text.lower())} for s in (a, b))
    return ("unless" in left) != ("unless" in right) or ("earliest" in left) != ("earliest" in right)


def rounds_apart(a: SentenceView, b: SentenceView) -> bool:
    """Whether they speak of two readings or rounds, or of two chambers of a parliament."""
    left, right = ({m[2]: m[1] for m in _ROUND.finditer(s.text.lower())} for s in (a, b))
    return any(left[what] != right[what] for what in left.keys() & right.keys())


def ones_apart(pair: SentencePair) -> bool:
    """Whether two sentences tell of two of a kind: the first victim and a second one."""
    left, right = _which(pair.left_words), _which(pair.right_words)
    return any(not left[noun] & right[noun] for noun in left.keys() & right.keys())


def _which(words: Sequence[Word]) -> dict[str, frozenset[str]]:
    """Lemma of a noun -> the words before it that say which one of its kind is meant; nouns without any left out."""
    found: dict[str, frozenset[str]] = {}
    for i, word in enumerate(words):
        above = head_index(words, i)
        if word.lemma.lower() in _WHICH and i < above < len(words) and words[above].pos == "NOUN":
            noun = spelling(words[above].lemma)
            found[noun] = found.get(noun, frozenset()) | {word.lemma.lower()}
    return found


def figures_apart(a: StatementView, b: StatementView) -> bool:
    """Whether the figures show two things: no statement on one figure denies one on another."""
    # "none of the hostages" is no figure that another one could not deny
    left, right = ([n.value for n in s.numbers if n.text.lower() not in NOT] for s in (a, b))
    return bool(left and right) and not any(x.unit == y.unit and x.compatible(y) for x in left for y in right)


def counted_apart(a: MentionView[NameValue], b: MentionView[NameValue]) -> bool:
    """Whether the clauses of two names have a figure each that the other has not: Lund won 12 districts, Reed eight."""
    # "Lund said she would build 500 flats": the figure may stand in the clause below
    told = [(statement_at(n.sentence, n.span), n.sentence) for n in (a, b)]
    if any(s is not None and _done_once(s) for s, _ in told):
        # who won the election is one, with whatever share
        return False
    left, right = ((s.numbers if s is not None else ()) or sentence.numbers for s, sentence in told)
    return _clash(left, right)


def _done_once(statement: StatementView) -> bool:
    """Whether one person alone did it: was elected, won the election, shot somebody."""
    won = statement.argument("object") if statement.predicate == "win" else None
    return statement.predicate in _ONCE or (won is not None and won.head in COURTS)


def figures_clash(a: StatementView, b: StatementView) -> bool:
    """Whether who does it or what it is done to has another figure: a first offer of 250 million, one of 300."""
    return _clash(_of_deed(a), _of_deed(b))


def _clash(left: Sequence[Quantity], right: Sequence[Quantity]) -> bool:
    one, other = ([n.value for n in side if n.text.lower() not in NOT] for side in (left, right))
    mine = [x for x in one if not any(x.unit == y.unit and x.compatible(y) for y in other)]
    theirs = [y for y in other if not any(x.unit == y.unit and x.compatible(y) for x in one)]
    return any(x.unit == y.unit and x.form == y.form for x in mine for y in theirs)


def _of_deed(statement: StatementView) -> list[Quantity]:
    """The figures of a statement's subject and object; those of a clause below say nothing of the deed."""
    verb, object_ = statement.predicate_span, statement.argument("object")
    return [
        n
        for n in statement.numbers
        if n.statement == statement
        and (
            # "the youngest was 12", "the oldest was 71"
            statement.predicate.startswith("be_")
            or (verb is not None and n.span.end <= verb.start)
            or (object_ is not None and object_.span.contains(n.span))
        )
    ]


def measured_apart(a: MentionView[NameValue], b: MentionView[NameValue]) -> bool:
    """Whether another distance is told from each of two places: 60 miles south of Boston, 65 of Cambridge."""
    one, other = _distance(a), _distance(b)
    return one is not None and other is not None and not one.compatible(other)


def _distance(place: MentionView[NameValue]) -> QuantityValue | None:
    """The measure that is taken from a named place; None where there is none."""
    text = place.document.text
    return next(
        (
            n.value
            for n in place.sentence.numbers
            if n.value.form in ("measure", "duration") and _FROM.fullmatch(text, n.span.end, place.span.start)
        ),
        None,
    )


def names_apart(pair: SentencePair, place: Span) -> bool:
    """Whether names were swapped elsewhere in the sentences: one did it in Ohio, not in Iowa."""
    for swap in pair.alignment.swaps:
        sides = [[w for w in side if w.pos == "PROPN"] for side in (swap.left, swap.right)]
        if not all(sides) or any(w.span.overlaps(place) for side in sides for w in side):
            continue
        entities = [
            {n.value.entity for n in s.names if any(n.span.overlaps(w.span) for w in side)}
            for s, side in zip((pair.left, pair.right), sides, strict=True)
        ]
        if all(entities) and not entities[0] & entities[1]:
            return True
    return False


def other_party(a: StatementView, b: StatementView) -> bool:
    """Whether two names that are not one are the subjects: the Liberals voted for it, the Democrats against it."""
    one, other = ({x.head for x in s.arguments if x.role == "subject"} & s.entities for s in (a, b))
    same_deed = a.predicate == b.predicate and a.passive == b.passive
    return same_deed and bool(one and other) and not one & other


def converse(a: StatementView, b: StatementView) -> bool:
    """Whether two deeds are one, told from its two sides: the state sold to a fund, the fund bought from the state."""
    one, other = a.argument("subject"), b.argument("subject")
    if one is None or other is None or one.head == other.head:
        return False
    said = [{spelling(w.lemma) for w in words_in(s.document, s.span)} | s.entities for s in (a, b)]
    return spelling(one.head) in said[1] and spelling(other.head) in said[0]


def of_some(statement: StatementView) -> bool:
    """Whether the statement is of a part of a group: some residents left, and some did not."""
    subject = statement.argument("subject")
    if subject is None:
        return False
    # the words of a subject that is a name may stand before it: "nine Conservatives"
    sentence = words_in(statement.document, statement.sentence.span)
    before = [w for w in sentence if w.span.end <= subject.span.start][-1:]
    first = [
        *(w for w in before if w.dep in ("nummod", "amod", "det")),
        *words_in(statement.document, subject.span),
    ][:2]
    words = [spelling(w.lemma) for w in first]
    some = bool(_SOME & {*words}) or any(w.pos == "NUM" for w in first)
    return bool(words) and words[0] not in ("the", "all", "both") and some


def denies(statement: StatementView, place: Span | None = None) -> bool:
    """Whether what stands at ``place`` is said not to be so, by a negation or by who denies it."""
    said = statement.cue in _DENIALS and not statement.quoted
    verb = statement.predicate_span
    if place is not None and verb is not None and statement.predicate in _DENIALS:
        said = said or verb.end <= place.start
    return statement.negated != said


def one_reading(a: StatementView, b: StatementView) -> bool:
    """Whether two statements have the very same words in sentences that deny with the same words.

    That one alone is read as denied comes from the parser: no reader sees a difference.
    """
    said = [[spelling(w.text) for w in words_in(s.document, s.span) if w.pos != "PUNCT"] for s in (a, b)]
    if said[0] != said[1]:
        return False
    left, right = (
        sorted(x for w in words_in(s.document, s.sentence.span) for x in _denying(w)) for s in (a, b)
    )
    return left == right


def _denying(word: Word) -> set[str]:
    return {spelling(word.text), spelling(word.lemma)} & _DENYING
