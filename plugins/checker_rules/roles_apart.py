"""What takes another's place without being another name: a nationality, an office, a ministry, who did it to whom."""

from collections.abc import Iterator
from itertools import islice

from checker import Flag, flag
from checker.models.language import Argument, NameValue, Word
from checker.models.text import Span
from checker.rules.alignment import Swap, spelling
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import MatchView, MentionView, Place, SentenceView, StatementView, marked
from checker_rules.circumstances import days_apart, denies
from checker_rules.deed_words import MUTUAL, POLLED
from checker_rules.exchanged_roles import exchanged_roles
from checker_rules.nearest import LONGEST
from checker_rules.offices import is_office
from checker_rules.turned_deeds import turned_deeds

Name = MentionView[NameValue]
# statements this likely to be of one fact
_SCORE = 0.6
# sentences so alike that what differs in them takes one place
_ALIKE = 0.6
_VERY_ALIKE = 0.7
# who answers whom changes from day to day
_BOTH_WAYS = MUTUAL | frozenset(
    "fight see love hate criticize criticise accuse blame like tell ask say attack follow help trust fear respect "
    "need want visit support back endorse oppose welcome host embrace consult interview phone telephone email contact "
    "mention warn sanction".split()
)
# bodies of which there are several, told apart by one word
_BODIES = frozenset(
    "ministry department committee court bureau agency directorate commission council faculty division union".split()
)
_WHICH = frozenset({"compound", "amod", "nmod"})


def roles_apart(pair: SentencePair, asked: set[tuple[str, str]]) -> Iterator[Flag]:
    """Flag another nationality, office or ministry of one subject, and a deed told the other way round.

    ``asked`` holds the ids of every two accounts that were looked through whole: that is done once.
    """
    if days_apart(pair.left, pair.right):
        return
    turned: list[Flag] = []
    for match in pair.matches:
        if match.score >= _SCORE and denies(match.left) == denies(match.right):
            yield from _nationalities(match)
            yield from _offices(match, pair)
            turned += _turned(match)
    documents = pair.left.document.id, pair.right.document.id
    turned = turned or list(_exchanged(pair))
    if not turned and documents not in asked:
        asked.add(documents)
        turned = list(_in_short(pair))
    yield from turned
    if pair.alignment.likeness >= _ALIKE:
        yield from _bodies(pair)


def _nationalities(match: MatchView) -> Iterator[Flag]:
    """Of one subject one account says that it is Norwegian, the other Danish."""
    one, other = (_demonym(s) for s in (match.left, match.right))
    if one is None or other is None or one.value.entity == other.value.entity:
        return
    if _heads(match, "subject") is None:
        return
    if any(
        n.value.entity == b.value.entity for a, b in ((one, other), (other, one)) for n in a.sentence.names
    ):
        return
    yield _differs(match.left, match.right, one.span, other.span, 0.3 + 0.4 * match.score)


def _demonym(statement: StatementView) -> Name | None:
    """The nationality that a statement gives its subject."""
    said = statement.argument("complement")
    if said is None or not statement.predicate.startswith("be_"):
        return None
    return next(
        (
            n
            for n in statement.sentence.names
            if n.value.kind == "group" and n.value.adjective and n.span.contains(said.span)
        ),
        None,
    )


def _offices(match: MatchView, pair: SentencePair) -> Iterator[Flag]:
    """One person holds two offices of one body, in sentences that otherwise run alike."""
    if pair.alignment.likeness < _VERY_ALIKE or not all(
        s.predicate.startswith("be_") for s in (match.left, match.right)
    ):
        return
    subject = _heads(match, "subject")
    if subject is None or subject not in match.left.entities & match.right.entities:
        return
    for swap in pair.alignment.swaps:
        sides = [[w for w in side if w.pos in ("NOUN", "PROPN", "ADJ")] for side in (swap.left, swap.right)]
        if not swap.firm or swap.before < 2 or not all(sides) or len(swap.left) > 3 or len(swap.right) > 3:
            continue
        last = [side[-1] for side in sides]
        if last[0].lemma != last[1].lemma and any(is_office(w) for w in last) and _complement(match, last):
            yield _differs(match.left, match.right, _around(sides[0]), _around(sides[1]), 0.5)


def _complement(match: MatchView, words: list[Word]) -> bool:
    """Whether the words are what the two statements say that their subjects are."""
    said = (match.left.argument("complement"), match.right.argument("complement"))
    return all(
        s is not None and spelling(s.head) == spelling(w.lemma) for s, w in zip(said, words, strict=True)
    )


def _turned(match: MatchView) -> Iterator[Flag]:
    """Who did it to whom is told the other way round: "Velm beat Torvik", "Torvik beat Velm"."""
    if match.left.predicate != match.right.predicate or match.left.predicate in _BOTH_WAYS:
        return
    if match.left.predicate in POLLED and match.left.entities != match.right.entities:
        return
    if match.left.modality != match.right.modality or match.left.speaker != match.right.speaker:
        return
    one, other = (_who_whom(s) for s in (match.left, match.right))
    if one is None or other is None:
        return
    (a, b), (c, d) = one, other
    if a.head == b.head or (a.head, b.head) != (d.head, c.head):
        return
    if not all(
        _named(s, x) for s, x in ((match.left, a), (match.left, b), (match.right, c), (match.right, d))
    ):
        return
    text = match.left.document.text
    yield _swapped(
        marked(match.left.sentence, a.span, b.span),
        marked(match.right.sentence, c.span, d.span),
        (a.span.of(text), b.span.of(text)),
        min(0.75, 0.3 + 0.45 * match.score),
    )


def _exchanged(pair: SentencePair) -> Iterator[Flag]:
    """The same where the deed is told in other words: "Reed shot Cole", "Cole fired at Reed"."""
    # of a short account each deed is told once, so that how else the sentences are worded does not matter
    short = all(len(s.document.sentences) <= LONGEST for s in (pair.left, pair.right))
    for one, other in islice(exchanged_roles(pair), 1):
        left, right = one.statement, other.statement
        called = (
            _called(left, one.who, one.doer & other.done_to),
            _called(left, one.whom, one.done_to & other.doer),
        )
        yield _swapped(
            marked(left.sentence, one.who, one.whom),
            marked(right.sentence, other.who, other.whom),
            called,
            0.6 if one.named else 0.5,
            sole=short,
        )


def _in_short(pair: SentencePair) -> Iterator[Flag]:
    """Of short accounts, whatever the two sentences are in which the deed is told."""
    text = pair.left.document.text
    for one, other in islice(turned_deeds(pair.left.document, pair.right.document), 1):
        yield _swapped(
            marked(one.sentence, one.who_at, one.whom_at),
            marked(other.sentence, other.who_at, other.whom_at),
            (one.who_at.of(text), one.whom_at.of(text)),
            0.55,
            sole=True,
        )


def _swapped(at: Place, against: Place, called: tuple[str, str], sure: float, *, sole: bool = False) -> Flag:
    return flag(
        "swapped",
        at=at,
        against=[against],
        verdict="review",
        confidence=sure,
        data={"kind": "name", **({"sole": True} if sole else {})},
        left=called[0],
        right=called[1],
        left_outlet=at.document.name,
        right_outlet=against.document.name,
    )


def _called(statement: StatementView, place: Span, entities: frozenset[str]) -> str:
    """The name of whoever stands at a place, also where a pronoun does; the words there when it has none."""
    names = [n for n in statement.sentence.names if n.value.entity in entities and not n.value.pronoun]
    return names[0].text if names else place.of(statement.document.text)


def _who_whom(statement: StatementView) -> tuple[Argument, Argument] | None:
    """Who does it and to whom, in that order; in the passive the other way round."""
    who, whom = (
        statement.argument(role)
        for role in (("agent", "subject") if statement.passive else ("subject", "object"))
    )
    return (who, whom) if who is not None and whom is not None else None


def _named(statement: StatementView, argument: Argument) -> bool:
    """Whether an argument is written with a capital."""
    words = argument.span.of(statement.document.text).split()
    return bool(words) and words[-1][:1].isupper()


def _bodies(pair: SentencePair) -> Iterator[Flag]:
    """The finance ministry in one account, the justice ministry in the other."""
    counterpart = dict(pair.alignment.equal)
    left, right = pair.alignment.left, pair.alignment.right
    for swap in pair.alignment.swaps:
        if not swap.firm or len(swap.left) != 1 or len(swap.right) != 1:
            continue
        a, b = swap.left[0], swap.right[0]
        after = left.index(a) + 1
        if after >= len(left) or after not in counterpart or left[after].lemma.lower() not in _BODIES:
            continue
        if a.dep not in _WHICH or b.dep not in _WHICH or {a.pos, b.pos} & {"NUM", "DET"}:
            continue
        ends = left[after], right[counterpart[after]]
        if _elsewhere(a, ends[0], pair.right) or _elsewhere(b, ends[1], pair.left):
            continue
        spans = [Span(start=w.span.start, end=end.span.end) for w, end in zip((a, b), ends, strict=True)]
        yield _differs(pair.left, pair.right, spans[0], spans[1], _around_sure(swap, pair))


def _elsewhere(which: Word, body: Word, sentence: SentenceView) -> bool:
    """Whether the other account names that body too."""
    return f"{which.text} {body.text}".lower() in sentence.document.text.lower()


def _around_sure(swap: Swap, pair: SentencePair) -> float:
    return min(0.69, 0.2 + 0.04 * min(6, swap.before + swap.after) + 0.35 * pair.alignment.likeness)


def _heads(match: MatchView, role: str) -> str | None:
    """The head that both statements have in a role, None when they do not share one."""
    one, other = match.left.argument(role), match.right.argument(role)
    if one is None or other is None or spelling(one.head) != spelling(other.head):
        return None
    return one.head


def _around(words: list[Word]) -> Span:
    return Span(start=words[0].span.start, end=words[-1].span.end)


def _differs(
    one: StatementView | SentenceView,
    other: StatementView | SentenceView,
    left: Span,
    right: Span,
    sure: float,
) -> Flag:
    names = left.of(one.document.text), right.of(other.document.text)
    return flag(
        "differs",
        at=marked(one, left),
        against=[marked(other, right)],
        verdict="review",
        confidence=min(0.69, sure),
        data={
            "kind": "name",
            "verb": ["names", "name"],
            "sides": {one.document.name: names[0], other.document.name: names[1]},
        },
        left=names[0],
        right=names[1],
        left_outlet=one.document.name,
        right_outlet=other.document.name,
    )
