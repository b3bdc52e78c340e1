"""NEG: so or not so: one account denies what the other states, or says the opposite."""

from collections.abc import Iterator, Sequence

from checker import Flag, flag, rule
from checker.models.language import Word
from checker.models.text import Span
from checker.rules.alignment import Swap, spelling
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import MatchView, StatementView, StoryView, marked
from checker_rules.antonyms import antonyms

_NOT = frozenset({"not", "n't", "never", "no", "cannot", "nor", "neither", "none", "nobody", "nothing"})
# what comes with a "not" without changing anything else
_WITH_NOT = frozenset({"do", "be", "have", "will", "would", "can", "could", "should", "may", "might", "must", "shall", "ca", "wo", "any", "ever", "a", "an", "the", "'ll", "'d"})
# verbs that say nothing without the words around them: "no one has done more" denies no deed
_LIGHT = frozenset({"do", "have", "make", "get", "take", "give", "go", "come", "be", "say", "tell"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you", "i", "that", "this", "who", "which", "what"})
_SHIFTS = frozenset({"VERB", "NOUN", "ADJ", "ADV", "ADP", "PROPN"})


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

    Not flagged: different events, a plan and its outcome, a question, "not only".
    """
    for pair in story.sentence_pairs:
        found = list(_in_place(pair))
        yield from found
        if not found:
            for match in pair.matches:
                yield from _in_statements(pair, match)


def _in_place(pair: SentencePair) -> Iterator[Flag]:
    alignment = pair.alignment
    strength = max(alignment.likeness, 0.85 * alignment.overlap)
    if strength < 0.45:
        return
    for swap in alignment.swaps:
        if not swap.firm:
            continue
        if (found := _negation(swap)) is not None:
            here, there = found
            near = _near(pair, swap, left=here is swap.left)
            sure = strength * (0.75 + 0.06 * min(4, swap.before + swap.after))
            if sure < 0.5 or near is None:
                continue
            yes, no = (pair.right, pair.left) if here is swap.left else (pair.left, pair.right)
            left, right = (here, near) if here is swap.left else (near, here)
            yield _flag(pair, "denied", left, right, sure, yes.document.name, no.document.name)
        elif (opposed := _opposed(swap)) is not None:
            sure = strength * (0.72 + 0.06 * min(4, swap.before + swap.after))
            if sure >= 0.45:
                yield _flag(pair, "opposite", [opposed[0]], [opposed[1]], sure)


def _negation(swap: Swap) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """The side that says not, and the other, when that is all the difference there is."""
    left, right = ([w for w in side if spelling(w.text) in _NOT] for side in (swap.left, swap.right))
    if bool(left) == bool(right) or len(left) + len(right) != 1:
        return None
    rest = [w for w in (*swap.left, *swap.right) if w not in left and w not in right]
    if any(w.lemma not in _WITH_NOT and w.pos in _SHIFTS for w in rest) or len(rest) > 4:
        return None
    return (swap.left, swap.right) if left else (swap.right, swap.left)


def _near(pair: SentencePair, swap: Swap, *, left: bool) -> Sequence[Word] | None:
    """What stands in the other sentence at the place of the "not": the swapped words, or the word after it.

    None for "not only" and the like, where the word denies nothing.
    """
    side, other = (swap.left, swap.right) if left else (swap.right, swap.left)
    words = pair.left_words if left else pair.right_words
    at = words.index(side[-1])
    following = words[at + 1 : at + 2]
    if following and following[0].lemma in ("only", "just", "merely", "simply", "least", "surprisingly", "matter"):
        return None
    if other:
        return other
    counterpart = {i: j for i, j in pair.alignment.equal} if left else {j: i for i, j in pair.alignment.equal}
    own = pair.alignment.left if left else pair.alignment.right
    opposite = pair.alignment.right if left else pair.alignment.left
    index = own.index(side[-1]) + 1
    return (opposite[counterpart[index]],) if index in counterpart else None


def _opposed(swap: Swap) -> tuple[Word, Word] | None:
    """Two opposites in one slot; nothing else of weight may differ there."""
    left, right = ([w for w in side if w.pos in _SHIFTS or w.pos in ("DET", "PRON")] for side in (swap.left, swap.right))
    if len(left) > 3 or len(right) > 3:
        return None
    hits = [(a, b) for a in left for b in right if antonyms(a.lemma, b.lemma) or antonyms(a.text, b.text)]
    return hits[0] if len(hits) == 1 else None


def _in_statements(pair: SentencePair, match: MatchView) -> Iterator[Flag]:
    a, b = match.left, match.right
    if a.modality != b.modality or a.predicate_span is None or b.predicate_span is None:
        return
    if _disputed(a, b) or match.score < 0.45 or a.predicate in _LIGHT:
        return
    left, right = _roles(a), _roles(b)
    shared = sum(bool(heads & right.get(role, set())) for role, heads in left.items())
    # the same subject does many things: where there is an object it has to be the same one
    if not shared or ("object" in left or "object" in right) and not left.get("object", set()) & right.get("object", set()):
        return
    sure = 0.25 + 0.35 * match.score + 0.25 * min(1.0, shared / 2) + 0.15 * pair.alignment.overlap
    if a.quoted != b.quoted:
        sure *= 0.9
    if a.negated != b.negated and spelling(a.predicate) == spelling(b.predicate):
        no, yes = (a, b) if a.negated else (b, a)
        yield _flag(pair, "denied", a, b, sure, yes.document.name, no.document.name)
    elif a.negated == b.negated and antonyms(a.predicate.removeprefix("be_"), b.predicate.removeprefix("be_")):
        yield _flag(pair, "opposite", [a.predicate_span], [b.predicate_span], sure)


def _disputed(a: StatementView, b: StatementView) -> bool:
    """Whether two people say it: that they disagree is the story, not a slip in it."""
    return bool(a.speaker and b.speaker) and a.speaker != b.speaker and not ({*a.speaker.split()} & {*b.speaker.split()})


def _roles(statement: StatementView) -> dict[str, set[str]]:
    roles: dict[str, set[str]] = {}
    for argument in statement.arguments:
        role = argument.role
        if statement.passive:
            role = {"subject": "object", "agent": "subject"}.get(role, role)
        if argument.head and argument.head not in _PRONOUNS:
            roles.setdefault(role, set()).add(spelling(argument.head))
    return roles


def _flag(
    pair: SentencePair,
    message: str,
    left: Sequence[Word] | Sequence[Span] | StatementView,
    right: Sequence[Word] | Sequence[Span] | StatementView,
    sure: float,
    yes: str = "",
    no: str = "",
) -> Flag:
    a, b = (_place(side) for side in (left, right))
    return flag(
        message,
        at=marked(pair.left, a),
        against=[marked(pair.right, b)],
        verdict="fail" if sure >= 0.62 else "review",
        confidence=min(0.95, sure),
        data={"kind": "polarity"},
        left=a.of(pair.left.document.text),
        right=b.of(pair.right.document.text),
        left_outlet=pair.left.document.name,
        right_outlet=pair.right.document.name,
        yes_outlet=yes,
        no_outlet=no,
    )


def _place(side: Sequence[Word] | Sequence[Span] | StatementView) -> Span:
    if isinstance(side, StatementView):
        return side.predicate_span or side.span
    spans = [s if isinstance(s, Span) else s.span for s in side]
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
