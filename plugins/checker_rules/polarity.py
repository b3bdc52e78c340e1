"""NEG: so or not so: one account denies what the other states, or says the opposite."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker import Flag, flag, rule
from checker.models.language import Word
from checker.models.text import Span
from checker.rules.alignment import CONTENT, Swap, is_word, spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words, words_in
from checker.rules.vocabulary import Place, SentenceView, StatementView, StoryView, marked
from checker_rules.antonyms import antonyms, in_turn
from checker_rules.asserted import asks
from checker_rules.circumstances import (
    NOT,
    at_first,
    converse,
    days_apart,
    denies,
    disputed,
    figures_clash,
    names_apart,
    other_party,
    rounds_apart,
    statement_at,
    turned_round,
)
from checker_rules.denials import Denial
from checker_rules.denied_otherwise import denied_otherwise
from checker_rules.figures import one_percentage
from checker_rules.one_deed import two_parts
from checker_rules.opposites import opposites
from checker_rules.qualified import qualified
from checker_rules.quote_alignment import keys_of, stands_in, tokens
from checker_rules.shown import shortened, verb_start
from checker_rules.story_opposites import story_opposites
from checker_rules.twins import Twins

# what comes with a "not" without changing anything else
_WITH_NOT = frozenset(
    "do be have will would can could should may might must shall ca wo any ever a an the 'll 'd".split()
)
# "not only", "not all": a "not" before these denies nothing
_NO_DENIAL = frozenset("only just merely simply least surprisingly matter all every everyone both".split())
_SHIFTS = frozenset({"VERB", "NOUN", "ADJ", "ADV", "ADP", "PROPN"})
# letters of a statement that a message shows
_SHOWN = 80
# sentences as alike as this are of one moment
_EQUAL = 0.9


@dataclass(frozen=True)
class Found:
    """A flag with the two places it shows."""

    flag: Flag
    places: tuple[Place, Place]


@rule(
    "NEG",
    severity="error",
    messages={
        "denied": "{yes_outlet} says it is so; {no_outlet} says it is not: “{left}” against “{right}”.",
        "opposite": "{left_outlet} says “{left}”; {right_outlet} says the opposite, “{right}”.",
    },
)
def neg(story: StoryView) -> Iterator[Flag]:
    """One account says that something is so, another that it is not, or says the opposite.

    Flags a negation that stands on one side only of two statements that otherwise run alike or have the same subject
    and verb, and opposites (rose, fell; passed, failed) in the same place.

    Why: a dropped "not" turns a report round, and no spell checker sees it.

    Example: "He was invited by the speaker" against "He was not invited by the speaker".

    Not flagged: different events, days, places and figures, two speakers who disagree, a plan and its outcome, deeds
    that follow each other (arrested, released), a denial of degree ("not yet", "never fully"), a question, "not only".
    """
    told: list[tuple[Place, Place]] = []
    twins = Twins(story)
    for pair in story.sentence_pairs:
        if rounds_apart(pair.left, pair.right) or twins.elsewhere(pair.left, pair.right):
            continue
        for found in (*_in_place(pair), *_in_other_words(pair)):
            told.append(found.places)
            yield found.flag
    for denial in denied_otherwise(story):
        sentences = denial.left.sentence, denial.right.sentence
        if not (rounds_apart(*sentences) or turned_round(*sentences)):
            yield from _once(_of_statements(denial), told)
    for said in story_opposites(story):
        if not rounds_apart(said.left, said.right):
            yield from _once(_found(said.left, said.right, "opposite", *said.places, said.sure), told)


def _once(found: Found, told: list[tuple[Place, Place]]) -> Iterator[Flag]:
    """What is found, unless its places were shown before."""
    if not any(_meets(x, y) for x in told for y in (found.places, found.places[::-1])):
        told.append(found.places)
        yield found.flag


def _in_place(pair: SentencePair) -> Iterator[Found]:
    alignment = pair.alignment
    strength = max(alignment.likeness, 0.85 * alignment.overlap)
    common = sum(alignment.left[i].pos in CONTENT for i, _ in alignment.equal)
    # of two short sentences a few words meet by chance
    if strength < 0.45 or common < (2 if alignment.likeness >= 0.7 else 3):
        return
    if asks(pair.left) != asks(pair.right):
        return
    if sum(_opposed(swap) is not None for swap in alignment.swaps) > 1:
        # the northern gate is open, the southern one closed
        return
    for swap in alignment.swaps:
        if not swap.firm:
            continue
        if (found := _negation(swap)) is not None:
            here, _ = found
            left_denies = here is swap.left
            near = _near(pair, swap, left=left_denies)
            sure = strength * (0.75 + 0.06 * min(4, swap.before + swap.after))
            if sure < 0.5 or near is None or not _same_deed(pair, here, left=left_denies):
                continue
            if _told_too(pair, swap, left=left_denies) or _of_other(pair, here, left=left_denies):
                continue
            yes, no = (pair.right, pair.left) if left_denies else (pair.left, pair.right)
            shown = _with_next(pair, here, left=left_denies)
            left, right = (shown, near) if left_denies else (near, shown)
            if _elsewhere(pair, _place(left), _place(right), denied=True):
                continue
            clauses: tuple[str, str] | None = None
            if all(w.pos == "DET" for w in near):
                # "no warning was issued": the place alone tells a reader nothing
                clauses = (_clause(pair.left, _place(left)), _clause(pair.right, _place(right)))
            yield _found(
                pair.left,
                pair.right,
                "denied",
                _place(left),
                _place(right),
                sure,
                yes.document.name,
                no.document.name,
                clauses,
            )
        elif (opposed := _opposed(swap)) is not None:
            sure = strength * (0.72 + 0.06 * min(4, swap.before + swap.after))
            spans = opposed[0].span, opposed[1].span
            deeds = all(w.pos == "VERB" for w in opposed) and in_turn(opposed[0].lemma, opposed[1].lemma)
            follows = deeds and alignment.likeness < _EQUAL
            if sure >= 0.45 and not follows and not _elsewhere(pair, *spans, denied=False):
                yield _found(pair.left, pair.right, "opposite", *spans, sure)


def _elsewhere(pair: SentencePair, left: Span, right: Span, *, denied: bool) -> bool:
    """Whether speakers, days, names or a double negation show that nobody contradicts anybody."""
    a, b = statement_at(pair.left, left), statement_at(pair.right, right)
    if names_apart(pair, left) or names_apart(pair, right) or days_apart(pair.left, pair.right):
        return True
    if a is None or b is None:
        return False
    if figures_clash(a, b) or at_first(a) != at_first(b):
        return True
    said = denies(a, left), denies(b, right)
    if (denied and said[0] == said[1] and (said[0] or not _quality(pair, left, right))) or other_party(a, b):
        return True
    if denied and said[0] != said[1] and qualified(*((b, a) if said[0] else (a, b))):
        return True
    # "cannot support it" and "opposes it" say the same
    if not denied and (said[0] != said[1] or converse(a, b) or _planned_one(a, b)):
        return True
    if denied and "possible" in (a.modality, b.modality) and a.modality != b.modality:
        # what has not happened may happen yet
        return True
    if denied and turned_round(pair.left, pair.right):
        return True
    maybe = denied and a.modality == b.modality == "possible" and (a.hedged or b.hedged)
    return maybe or disputed(a, b) or two_parts(a, b)


def _quality(pair: SentencePair, left: Span, right: Span) -> bool:
    """Whether the "not" belongs to an adjective inside of the statement, or is a "without": "found her not guilty"."""
    sides = [
        [w for w in words if w.span.overlaps(place)]
        for words, place in ((pair.left_words, left), (pair.right_words, right))
    ]
    return any(
        (len(side) == 2 and spelling(side[0].text) == "not" and side[1].pos == "ADJ")
        or (bool(side) and side[-1].lemma == "without")
        for side in sides
    )


def _planned_one(a: StatementView, b: StatementView) -> bool:
    """Whether one is a plan and the other what was done in the end."""
    to_come = {"future", "intended"} & {a.modality, b.modality}
    return bool(to_come) and a.modality != b.modality and not (a.quoted or b.quoted)


def _with_next(pair: SentencePair, words: Sequence[Word], *, left: bool) -> Sequence[Word]:
    """The denial with the word it denies: "not invited"."""
    sentence = [w for w in (pair.left_words if left else pair.right_words) if is_word(w)]
    at = sentence.index(words[-1])
    following = sentence[at + 1 : at + 2]
    return (*words, *following) if spelling(words[-1].text) in NOT else words


def _negation(swap: Swap) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """The side that says not, and the other, when that is all the difference there is."""
    left, right = (
        [w for w in side if spelling(w.text) in NOT or _lacks(w, others)]
        for side, others in ((swap.left, swap.right), (swap.right, swap.left))
    )
    if bool(left) == bool(right) or len(left) + len(right) != 1:
        return None
    rest = [w for w in (*swap.left, *swap.right) if w not in left and w not in right]
    if any(w.lemma.lower() in ("all", "every", "both") for w in rest):
        # not all of them is some of them
        return None
    if any(w.lemma not in _WITH_NOT and w.pos in _SHIFTS for w in rest) or len(rest) > 4:
        return None
    return (swap.left, swap.right) if left else (swap.right, swap.left)


def _lacks(word: Word, others: Sequence[Word]) -> bool:
    """Whether a "without" stands against a "had" or a "with"."""
    return word.lemma == "without" and any(w.lemma in ("have", "with") for w in others)


def _same_deed(pair: SentencePair, here: Sequence[Word], *, left: bool) -> bool:
    """Whether what is denied is what the other sentence has: a word of weight soon after the "not" is equal."""
    own = pair.alignment.left if left else pair.alignment.right
    equal = {(i if left else j) for i, j in pair.alignment.equal}
    at = own.index(here[-1])
    after = range(at + 1, min(len(own), at + 4))
    return any(i in equal and own[i].pos in CONTENT for i in after) or at + 1 >= len(own)


def _of_other(pair: SentencePair, here: Sequence[Word], *, left: bool) -> bool:
    """Whether what is denied is of another thing: "no evidence of fire" against "evidence of ice"."""
    own = pair.alignment.left if left else pair.alignment.right
    after = own.index(here[-1]) + 1
    if len(own) <= after + 2 or own[after].pos not in ("NOUN", "ADJ") or own[after + 1].pos != "ADP":
        return False
    things = own[after + 2 : after + 5]
    for swap in pair.alignment.swaps:
        side, other = (swap.left, swap.right) if left else (swap.right, swap.left)
        mine = {spelling(w.lemma) for w in side if w in things and w.pos in ("NOUN", "PROPN")}
        theirs = {spelling(w.lemma) for w in other if w.pos in ("NOUN", "PROPN")}
        if mine and theirs and not mine & theirs:
            return True
    return False


def _told_too(pair: SentencePair, swap: Swap, *, left: bool) -> bool:
    """Whether the account that affirms has the denied words as well, in another place: it tells both."""
    words, side = (pair.left_words, swap.left) if left else (pair.right_words, swap.right)
    other = (pair.right if left else pair.left).document
    first, last = words.index(side[0]), words.index(side[-1])
    around = [w for w in words[max(0, first - 2) : last + 3] if is_word(w)]
    keys = keys_of(tokens(other.text, 0))
    return len(around) >= 4 and stands_in([spelling(w.text) for w in around], keys)


def _near(pair: SentencePair, swap: Swap, *, left: bool) -> Sequence[Word] | None:
    """What stands in the other sentence at the place of the "not": the swapped words, or the word after it.

    None for "not only" and the like, where the word denies nothing.
    """
    side, other = (swap.left, swap.right) if left else (swap.right, swap.left)
    words = pair.left_words if left else pair.right_words
    at = words.index(side[-1])
    following = words[at + 1 : at + 2]
    if following and following[0].lemma in _NO_DENIAL:
        return None
    if other:
        return other
    counterpart = dict(pair.alignment.equal) if left else {j: i for i, j in pair.alignment.equal}
    own = pair.alignment.left if left else pair.alignment.right
    opposite = pair.alignment.right if left else pair.alignment.left
    index = own.index(side[-1]) + 1
    return (opposite[counterpart[index]],) if index in counterpart else None


def _opposed(swap: Swap) -> tuple[Word, Word] | None:
    """Two opposites in one slot, none under a "not" ("did not deny"); nothing else of weight may differ there."""
    left, right = (
        [w for w in side if w.pos in _SHIFTS or w.pos in ("DET", "PRON")] for side in (swap.left, swap.right)
    )
    if len(left) > 3 or len(right) > 3 or _letters(swap.left) == _letters(swap.right):
        return None
    hits = [(a, b) for a in left for b in right if antonyms(a.lemma, b.lemma) or antonyms(a.text, b.text)]
    turned = [
        w for w in (*swap.left, *swap.right) if spelling(w.text) in NOT and not any(w in h for h in hits)
    ]
    return hits[0] if len(hits) == 1 and not turned else None


def _letters(words: Sequence[Word]) -> str:
    """What the words are spelled with: "non-sense" is "nonsense"."""
    return "".join(c for w in words for c in w.text.casefold() if c.isalnum())


def _in_other_words(pair: SentencePair) -> Iterator[Found]:
    if max(pair.alignment.likeness, 0.85 * pair.alignment.overlap) >= 0.75:
        # nearly the same words: what differs was seen in its place
        return
    several = list(opposites(pair))
    if len({f.left.span for f in several}) > 1 or sum(map(bool, map(_opposed, pair.alignment.swaps))) > 1:
        return
    for found in several:
        told = statement_at(pair.left, found.left.span), statement_at(pair.right, found.right.span)
        if told[0] is not None and told[1] is not None:
            a, b = told[0], told[1]
            if denies(a, found.left.span) != denies(b, found.right.span):
                continue
            unlike = other_party(a, b) or converse(a, b) or _planned_one(a, b) or disputed(a, b)
            if unlike or figures_clash(a, b) or two_parts(a, b) or at_first(a) != at_first(b):
                continue
        if found.sure >= 0.5:
            spans, once = (found.left.span, found.right.span), one_percentage(pair.left, pair.right)
            yield _found(pair.left, pair.right, "opposite", *spans, min(found.sure, 0.6), sole=once)


def _of_statements(denial: Denial) -> Found:
    a, b = denial.left, denial.right
    left, right = denial.places or (a.predicate_span or a.span, b.predicate_span or b.span)
    if denial.opposite:
        return _found(a, b, "opposite", left, right, denial.sure, sole=denial.sole)
    no, yes = (a, b) if denies(a) else (b, a)
    words = (_said(a), _said(b))
    if not NOT & {spelling(w.text) for w in words_in(no.document, words[a is not no])}:
        # what denies it stands elsewhere: "no warning was issued", "refused to rule out"
        words = (a.span, b.span)
    shown = (_short(words[0].of(a.document.text)), _short(words[1].of(b.document.text)))
    names = yes.document.name, no.document.name
    return _found(a, b, "denied", left, right, denial.sure, *names, shown, sole=denial.sole)


def _clause(sentence: SentenceView, place: Span) -> str:
    told = statement_at(sentence, place)
    return _short((told or sentence).text)


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), _SHOWN)


def _said(statement: StatementView) -> Span:
    """The predicate with its auxiliaries and its "not": "would not appeal"."""
    words = sentence_words(statement.sentence)
    span = statement.predicate_span or statement.span
    at = next((n for n, w in enumerate(words) if w.span.overlaps(span)), 0)
    return Span(start=words[verb_start(words, at)].span.start, end=span.end)


def _meets(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    return all(
        x.document == y.document and x.start < y.end and y.start < x.end
        for x, y in zip(one, other, strict=True)
    )


def _found(
    one: SentenceView | StatementView,
    other: SentenceView | StatementView,
    message: str,
    left: Span,
    right: Span,
    sure: float,
    yes: str = "",
    no: str = "",
    shown: tuple[str, str] | None = None,
    *,
    sole: bool = False,
) -> Found:
    at, against = marked(one, left), marked(other, right)
    made = flag(
        message,
        at=at,
        against=[against],
        verdict="fail" if sure >= 0.7 else "review",
        confidence=min(0.95, sure),
        data={"kind": "polarity", **({"sole": True} if sole else {})},
        left=shown[0] if shown else left.of(one.document.text),
        right=shown[1] if shown else right.of(other.document.text),
        left_outlet=one.document.name,
        right_outlet=other.document.name,
        yes_outlet=yes,
        no_outlet=no,
    )
    return Found(made, (at, against))


def _place(words: Sequence[Word]) -> Span:
    return Span(start=min(w.span.start for w in words), end=max(w.span.end for w in words))
