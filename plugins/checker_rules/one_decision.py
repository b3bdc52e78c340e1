"""What speaks for two sentences telling of one decision: its day, and the words for what was decided."""

import re
from collections.abc import Collection
from itertools import pairwise

from checker.models.language import DateValue
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words, words_in
from checker.rules.vocabulary import SentenceView, StatementView
from checker_rules.stance_words import BALLOT, DECIDE_TOGETHER, GROUPS, JUDGES, OFFERS, OUTCOMES, TEXTS

# every vote is told with these: they do not say which it is
_VOTING = frozenset(
    "vote voter ballot favour favor support opposition abstention majority minority member deputy lawmaker "
    "senator legislator councillor councilor mp judge justice director decision session meeting day night "
    "morning afternoon evening week month year hour president minister mayor chair chairman leader opponent "
    "party government people percent debate result margin tally prime city town state country house senate "
    "lower upper time".split()
)
_PLAIN_WORDS = _VOTING | BALLOT | GROUPS | DECIDE_TOGETHER | JUDGES | OUTCOMES.keys()
_COURT = re.compile(
    r"\b(supreme|high|appeals?|appellate|district|county|lower|regional|constitutional|administrative|trial|crown|"
    r"magistrates['’]?|labou?r|municipal|circuit)\s+(?:court|tribunal|judges?)|\bcourt of (appeal|cassation)",
    re.IGNORECASE,
)
# so many letters tell the kinds: an appeals court is an appellate court, a labour court a labor court
_COURT_LETTERS = 4
# what may stand for any text
_ANY_TEXT = frozenset(
    "it they this that he she measure text bill law legislation proposal plan package motion draft rule deal "
    "change decision move idea step which "
    # a deed by its noun: to lease a depot is a lease
    "sale lease closure purchase loan rise increase cut ban expansion construction project scheme merger demolition "
    "grant subsidy contract permit".split()
)
# the subjects of a tally that does not say of what it is
_BARE = frozenset({"vote", "tally", "count", "margin", "result"})
_VOTES = frozenset({"vote", "ballot"})
# as exact as a day
_DAYS = frozenset({"day", "part", "minute"})
# how many sentences before it are asked for the day on which it was decided
_BACK = 2
_WHICH_ROUND = re.compile(
    r"\b(first|second|third|final|last|procedural|preliminary|test)\s+(?:reading|round|vote|ballot|approval|passage)\b"
)
_THIRD = re.compile(r"\b(committee|subcommittee|panel|plenary)\b")
# an amendment is not the bill, a motion not the law, a nominee no text
_KINDS = (
    re.compile(r"\bamend(?:ment|ing)s?\b"),
    re.compile(r"\bmotions?\b"),
    re.compile(r"\b(?:veto\w*|overrid\w+)\b"),
    re.compile(r"\b(?:nominat\w+|nominees?|confirm(?:ed|s|ing|ation)?|appoint\w*)\b"),
    re.compile(r"\b(?:impeach\w*|oust\w*|expel\w*|censur\w+|confidence)\b"),
    re.compile(r"\b(?:cloture|adjourn\w*|filibuster|debate rules?)\b"),
)


def context(sentence: SentenceView) -> tuple[SentenceView, ...]:
    """The sentence with those beside it, which name what "it" and "the measure" stand for."""
    return tuple(s for s in (sentence.previous, sentence, sentence.next) if s is not None)


def _dates(sentence: SentenceView) -> tuple[list[DateValue], bool]:
    """When it was: the dates of the sentence, of the nearest before it or the one after; whether they are its own."""
    at: SentenceView | None = sentence
    for back in range(_BACK + 1):
        if at is None:
            break
        if told := [d.value for d in at.dates if not d.value.relation]:
            return told, back == 0 or _taken_up(sentence)
        at = at.previous
    following = sentence.next
    return (
        [d.value for d in following.dates if not d.value.relation] if following is not None else []
    ), False


def _taken_up(sentence: SentenceView) -> bool:
    """Whether it goes on about a vote just dated: "there was a vote in January on aid. The House approved it"."""
    before = sentence.previous
    if before is None or sentence.dates or not before.dates:
        return False
    told = any(w.lemma.lower() in _VOTES and w.pos == "NOUN" for w in sentence_words(before))
    return told and any(
        a.role == "object" and a.head == "it" for s in sentence.statements for a in s.arguments
    )


def one_day(a: SentenceView, b: SentenceView) -> float:
    """1: both name one day; 0.5: nothing sets the days apart; 0: they are of two days."""
    (left, own), (right, other) = _dates(a), _dates(b)
    if not left or not right:
        # a vote that is told with its own day is another one than the day's
        return 0.0 if _taken_up(a) or _taken_up(b) else 0.5
    if not any(x.compatible(y) for x in left for y in right):
        # the day of a sentence before it may be of something else
        return 0.0 if own or other else 0.25
    days = [[d for d in side if d.grain in _DAYS] for side in (left, right)]
    if all(days):
        return 1.0 if any(x.compatible(y) for x in days[0] for y in days[1]) else 0.25
    # "in June" and "on Tuesday"; the month of a sentence beside it is of anything
    wide = (own and not days[0]) or (other and not days[1])
    return 0.25 if any(days) and wide else 0.5


def shared_terms(a: SentenceView, b: SentenceView, but: Collection[str] = ()) -> frozenset[str]:
    """The nouns, names and figures for what was decided that both have, with the sentences beside them."""
    return (_terms(a) & _terms(b)) - {*but}


def _terms(sentence: SentenceView) -> frozenset[str]:
    return frozenset[str]().union(*(_of_one(s) for s in context(sentence)))


def _of_one(sentence: SentenceView) -> frozenset[str]:
    dated = [d.span for d in sentence.dates]
    found: set[str] = set()
    for word in sentence_words(sentence):
        named = word.pos == "PROPN" or word.text[:1].isupper()
        if word.pos not in ("NOUN", "PROPN", "ADJ") or (word.pos == "ADJ" and not named):
            continue
        lemma = spelling(word.lemma.lower())
        if len(lemma) > 2 and lemma not in _PLAIN_WORDS and not any(s.overlaps(word.span) for s in dated):
            found.add("text" if lemma in TEXTS | OFFERS else lemma)
    found |= {
        str(n.value.number) for n in sentence.numbers if n.value.form in ("money", "measure", "percent")
    }
    return frozenset(found)


def named_apart(a: StatementView, b: StatementView) -> bool:
    """Whether each says itself what was decided, and they share no word for it: a fare and a budget."""
    for s in (a, b):
        things = [x.head for x in s.arguments if x.role == "object" or (x.role == "subject" and s.passive)]
        generic = not things or any(head in _ANY_TEXT for head in things)
        if generic and not to_be_done(s):
            return False
    return not (_of_one(a.sentence) & _of_one(b.sentence)) - _heads(a) - _heads(b)


def decided(statement: StatementView) -> StatementView:
    """The statement that says what was decided: of a bare "the vote was 9-4" the vote that was told of just before."""
    subject, before = statement.argument("subject"), statement.sentence.previous
    bare = subject is not None and subject.head in _BARE | _ANY_TEXT
    if before is None or not bare or _of_one(statement.sentence) - _ANY_TEXT - {"text"}:
        return statement
    return next((s for s in before.statements if s.predicate == "vote" or s.predicate in OUTCOMES), statement)


def to_be_done(statement: StatementView) -> str:
    """The verb of what was voted to be done: "voted 9-2 on Monday to close the mill"; empty where there is none."""
    if statement.predicate != "vote":
        return ""
    words = words_in(statement.document, statement.span)
    return next(
        (
            v.lemma.lower()
            for to, v in pairwise(words)
            if to.text.lower() == "to" and v.pos in ("VERB", "AUX")
        ),
        "",
    )


def _heads(statement: StatementView) -> frozenset[str]:
    subject = None if statement.passive else statement.argument("subject")
    words = subject.span.of(statement.document.text).lower().split() if subject is not None else []
    return frozenset(spelling(w) for w in words)


def courts_apart(a: SentenceView, b: SentenceView) -> bool:
    """Whether they are of two courts by what kind of court it is: a district court and the supreme court."""
    left, right = ({(m[1] or m[2]).lower()[:_COURT_LETTERS] for m in _COURT.finditer(s.text)} for s in (a, b))
    return bool(left and right) and not left & right


def kinds_apart(a: SentenceView, b: SentenceView, *, panels: bool = True) -> bool:
    """Whether only one of them is of an amendment, of a first reading, or of a committee.

    Without ``panels`` that is no reason: a panel may be what was voted on.
    """
    for one, other in ((a, b), (b, a)):
        said = one.text.lower()
        around = " ".join(s.text for s in context(other)).lower()
        found = [m[1] for pattern in (_WHICH_ROUND, _THIRD) for m in pattern.finditer(said)]
        if any(which not in around and (panels or which != "panel") for which in found):
            return True
        if any(kind.search(said) and not kind.search(around) for kind in _KINDS):
            return True
    return False
