"""What tells that two places of a story are of two deeds, or of a plan and what came of it, not of one told twice."""

from collections.abc import Sequence

from checker.models.language import Value, Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import MentionView
from checker_rules.slots import head_index
from checker_rules.surroundings import root

_AGAIN = frozenset({"again", "anew", "afresh", "re-elect", "reelect", "reopen"})
# to announce or to declare a thing is often to do it
_SAYING = frozenset("say tell add state claim report".split())
_PLANNING = frozenset("plan schedule expect estimate forecast predict project budget slate hope aim".split())
_TOLD = frozenset({"ccomp", "xcomp"})
# "is due on Friday", "was set for May"
_DUE = frozenset({"due", "set", "bind", "slated"})


def repeated(pair: SentencePair, a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether one of the two deeds is done again and the other is not: "first elected" and "elected again"."""
    return _again(pair.left_words, a) != _again(pair.right_words, b)


def reported(pair: SentencePair, a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether one place belongs to words about the deed of the other: "said on Friday that he had found it"."""
    return _tells_of(pair.left_words, a, pair.right_words, b) or _tells_of(
        pair.right_words, b, pair.left_words, a
    )


def denied_once(pair: SentencePair, a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether one statement says that the other's deed was not done: what is told is the state of two moments."""
    one, other = _verb(pair.left_words, a), _verb(pair.right_words, b)
    if min(one, other) < 0 or root(pair.left_words[one].lemma) != root(pair.right_words[other].lemma):
        return False
    return bool(a.statement and b.statement) and _negated(a) != _negated(b)


def planned(mention: MentionView[Value]) -> bool:
    """Whether a place belongs to what is to come, planned or expected, not to what came of it."""
    told = mention.statement
    return expected(mention) or (
        told is not None and (told.tense == "future" or told.modality in ("future", "intended"))
    )


def expected(mention: MentionView[Value]) -> bool:
    """Whether the words themselves call it planned, expected or estimated: "was estimated to cost"."""
    words = sentence_words(mention.sentence)
    i = _verb(words, mention)
    # "was expected to cost": what is expected stands above what it costs
    above = head_index(words, i) if i >= 0 and words[i].dep in _TOLD else -1
    if any(0 <= n < len(words) and words[n].lemma in _PLANNING for n in (i, above)):
        return True
    # "was to cost", "would take place", "is due"
    to_come = 0 <= above < len(words) and words[above].lemma == "be" and words[i].dep == "xcomp"
    return to_come or any(
        head_index(words, n) == i != n
        and ((w.lemma in _DUE and w.dep in ("acomp", "oprd")) or (w.lemma == "would" and w.dep == "aux"))
        for n, w in enumerate(words)
    )


def _negated(mention: MentionView[Value]) -> bool:
    return mention.statement is not None and mention.statement.negated


def _verb(words: Sequence[Word], mention: MentionView[Value]) -> int:
    """The index of the nearest verb above a place; -1 when there is none."""
    i = next((n for n, w in enumerate(words) if mention.span.overlaps(w.span)), -1)
    seen: set[int] = set()
    while 0 <= i < len(words) and i not in seen:
        seen.add(i)
        if words[i].pos in ("VERB", "AUX") and not mention.span.overlaps(words[i].span):
            return i
        i = head_index(words, i)
    return -1


def _again(words: Sequence[Word], mention: MentionView[Value]) -> bool:
    verb = _verb(words, mention)
    return verb >= 0 and any(
        spelling(w.lemma) in _AGAIN and (n == verb or head_index(words, n) == verb)
        for n, w in enumerate(words)
    )


def _tells_of(
    saying: Sequence[Word], a: MentionView[Value], doing: Sequence[Word], b: MentionView[Value]
) -> bool:
    """Whether the verb above ``a`` says what the verb above ``b`` does."""
    one, other = _verb(saying, a), _verb(doing, b)
    if one < 0 or other < 0 or saying[one].lemma not in _SAYING or doing[other].lemma in _SAYING:
        return False
    deed = root(doing[other].lemma)
    return any(
        w.dep in _TOLD and head_index(saying, n) == one and root(w.lemma) == deed
        for n, w in enumerate(saying)
    )
