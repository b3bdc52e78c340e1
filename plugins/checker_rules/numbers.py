"""NUM: quantities that cannot both be true of the same thing."""

from collections.abc import Iterator, Sequence

from checker import Flag, flag, rule
from checker.models.language import QuantityValue, Word
from checker.models.quantities import same_thing
from checker.models.text import Span
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import DocumentView, MentionView, StoryView, marked
from checker_rules.slots import slot

Quantity = MentionView[QuantityValue]

# what a disaster's figures count: they rise with the hours, so accounts of different hours may both be right
_MOVING = frozenset({"dead", "injured", "missing", "arrested", "displaced", "evacuated", "rescued", "infected", "detained", "hospitalised", "trapped", "homeless"})


@rule(
    "NUM",
    severity="error",
    messages={
        "differs": "{left_outlet} says {left}; {right_outlet} says {right}.",
        "moved": "{left_outlet} says {left}, {right_outlet} says {right}: the figure may have moved between the two accounts.",
    },
)
def num(story: StoryView) -> Iterator[Flag]:
    """Two accounts give quantities that cannot both be true of the same thing.

    Flags two quantities when they have the same unit, count the same thing in statements that are about the same
    thing, and no reading of the hedges (at least, about, up to) or of fair rounding lets both be true.

    Why: a wrong figure is the commonest slip and the easiest for a reader to check.

    Example: "Net profit rose to $412 million" against "net profit was $421 million".

    Not flagged: "more than 100" and 112, "3.2 million" and 3,214,000, dead and injured, one hospital's count and all
    hospitals' together.
    """
    for pair in story.sentence_pairs:
        for sure, a, b in _differences(pair):
            if _given_elsewhere(b.document, a) or _given_elsewhere(a.document, b):
                sure *= 0.55
            if sure < 0.4:
                continue
            moved = _may_have_moved(a, b)
            left, right = _counted(pair.left_words, a), _counted(pair.right_words, b)
            yield flag(
                "moved" if moved else "differs",
                at=marked(a.sentence, a),
                against=[marked(b.sentence, b)],
                verdict="fail" if sure >= 0.62 and not moved else "review",
                confidence=min(0.97, sure) * (0.7 if moved else 1.0),
                data={"kind": "quantity", "uncertain": moved, "verb": ["says", "say"], "sides": {a.document.name: left, b.document.name: right}},
                left=left,
                right=right,
                left_outlet=a.document.name,
                right_outlet=b.document.name,
            )


def _differences(pair: SentencePair) -> Iterator[tuple[float, Quantity, Quantity]]:
    """Pairs of quantities of the same thing that cannot both be true, the surest pairing first."""
    left, right = pair.left.numbers, pair.right.numbers
    agreed_left = {a for a in left if any(_agree(a, b) for b in right)}
    agreed_right = {b for b in right if any(_agree(a, b) for a in left)}
    candidates = []
    for a in left:
        for b in right:
            if a in agreed_left or b in agreed_right or a.value.compatible(b.value):
                continue
            if (sure := _same(pair, a, b)) > 0:
                candidates.append((-sure, a.span.start, b.span.start, a, b))
    used: set[Quantity] = set()
    for negative, _, _, a, b in sorted(candidates, key=lambda c: c[:3]):
        if a not in used and b not in used:
            used |= {a, b}
            yield -negative, a, b


def _counted(words: Sequence[Word], figure: Quantity) -> str:
    """The figure with what it counts, in the account's words: "221 passengers", "31 injured"."""
    end = figure.span.end
    noun = False
    for word in [w for w in words if w.span.start >= figure.span.end][:4]:
        if word.pos in ("NOUN", "PROPN"):
            noun, end = True, word.span.end
        elif noun or word.pos not in ("ADJ", "NUM", "VERB") or word.span.start > end + 1:
            break
        elif word.pos == "ADJ" or figure.value.counted == "person":
            end = word.span.end
    return Span(start=figure.span.start, end=end).of(figure.document.text)


def _agree(a: Quantity, b: Quantity) -> bool:
    return same_thing(a.value, b.value) > 0 and a.value.compatible(b.value)


def _same(pair: SentencePair, a: Quantity, b: Quantity) -> float:
    """How surely the two count the same thing of the same event, 0-1."""
    if a.value.form != b.value.form or a.value.unit != b.value.unit:
        return 0.0
    kind = float(same_thing(a.value, b.value))
    if kind <= 0:
        return 0.0
    place = slot(pair, a.span, b.span)
    matched = max((m.score for m in pair.matches if m.left.span.contains(a.span) and m.right.span.contains(b.span)), default=0.0)
    return max(place * (0.55 + 0.45 * kind), 0.8 * kind * matched if kind >= 0.8 else 0.0)


def _given_elsewhere(document: DocumentView, figure: Quantity) -> bool:
    """Whether the account gives that very figure too: then it knows both, of different things.

    A small count has to be of the same thing; a sum of money or a figure of three digits is hardly met by chance.
    """
    a = figure.value
    telling = a.form in ("money", "measure") or len(str(a.number).replace(".0", "").strip("0.")) >= 3
    return any(
        q.value.number == a.number and q.value.unit == a.unit and (telling or same_thing(q.value, a) > 0) for q in document.numbers
    )


def _may_have_moved(a: Quantity, b: Quantity) -> bool:
    """Whether the figure is one that rises with the hours and the accounts are not known to be of one hour."""
    if not _MOVING & {*a.value.of, *b.value.of}:
        return False
    times = [(d.published, d.account.document.published_time) for d in (a.document, b.document)]
    return times[0] != times[1] or not times[0][0]
