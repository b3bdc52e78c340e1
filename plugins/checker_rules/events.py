"""What a place in a sentence is told of: who does it, under which verb, and whether two places tell of one event."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from checker.models.language import Value, Word
from checker.models.quantities import canonical
from checker.models.text import Span
from checker.rules.alignment import CONTENT, spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import MentionView, SentenceView, StoryView
from checker.synonyms import canonical as synonym
from checker_rules.slots import LIGHT, governors, head_index

V = TypeVar("V", bound=Value, covariant=True)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAYING = frozenset("say tell add state claim report estimate put announce argue write insist".split())
# two words of one root: release and released, endorse and endorsement
_ROOT = 5
_LEDE = 3
# what goes with a deed: "after passing a test", "who was hurt"
_ASIDE = frozenset({"advcl", "pcomp", "relcl", "acl"})
# a bill is called so many things; not all that may be voted on (stance_words.TEXTS): a treaty is no contract
_DRAFTS = frozenset(
    "bill proposal measure plan legislation package deal compromise agreement act law".split()
)
_WHERE = frozenset({"in", "near", "outside"})
# a place of more words is a rewording
_SHORT = 4


def doer(mention: MentionView[V]) -> str:
    """Who or what the clause around a mention is about: an entity key when it is a name, else a lemma, else empty."""
    return _doer(mention)[0]


def other_doer(a: MentionView[V], b: MentionView[V]) -> bool:
    """Whether two named people or bodies, not one, do what the two mentions belong to."""
    (one, one_named), (other, other_named) = _doer(a), _doer(b)
    return one_named and other_named and one != other


def two_people(a: MentionView[V], b: MentionView[V]) -> bool:
    """Whether two persons do what the mentions belong to, and neither is named in the other's sentence."""
    one, other = doer(a), doer(b)
    return other_doer(a, b) and all(
        who not in theirs.entities
        and any(n.value.kind == "person" for n in own.names if n.value.entity == who)
        for who, own, theirs in ((one, a.sentence, b.sentence), (other, b.sentence, a.sentence))
    )


def teller(mention: MentionView[V]) -> str:
    """Who is said to have said the clause around a mention; empty when the account tells it itself."""
    if mention.statement is not None and mention.statement.speaker:
        return mention.statement.speaker
    words = sentence_words(mention.sentence)
    inside = {i for i, w in enumerate(words) if mention.span.overlaps(w.span)}
    seen: set[int] = set()
    i = min(inside, default=-1)
    while 0 <= i < len(words) and i not in seen:
        seen.add(i)
        above = head_index(words, i)
        if words[i].dep == "ccomp" and 0 <= above < len(words) and words[above].lemma in _SAYING:
            if any(w.dep == "nsubjpass" and head_index(words, n) == above for n, w in enumerate(words)):
                # "the workers were told that": they did not say it
                return ""
            found = _subject(mention, words, above)
            return found[0] if found else ""
        i = above
    return ""


def elsewhere(pair: SentencePair) -> bool:
    """Whether the sentences name different places, or different days, and none in common."""
    places = [_places(s) for s in (pair.left, pair.right)]
    if places[0] and places[1] and not places[0] & places[1]:
        return True
    left, right = pair.left.dates, pair.right.dates
    return bool(left and right) and not any(a.value.compatible(b.value) for a in left for b in right)


def _places(sentence: SentenceView) -> set[str]:
    """Entities of a sentence's places; a name of no known kind is one where it stands after "in" or "near"."""
    words = sentence_words(sentence)
    found = set()
    for name in sentence.names:
        first = next((n for n, w in enumerate(words) if name.span.overlaps(w.span)), 0)
        within = first > 0 and words[first - 1].lemma.lower() in _WHERE
        if name.value.kind == "place" or (name.value.kind == "other" and within):
            found.add(name.value.entity)
    return found


def parted(pair: SentencePair, left: Span, right: Span, besides: frozenset[str] = frozenset()) -> bool:
    """Whether sentences that otherwise run alike have another noun or name in one place: another thing is meant."""
    alignment = pair.alignment
    if alignment.likeness < 0.4:
        return False
    swaps = [
        swap
        for swap in alignment.swaps
        if swap.before + swap.after >= 1
        and max(len(swap.left), len(swap.right)) <= _SHORT
        # "Falk said" and "if passed" are clauses of their own
        and not any(w.pos == "VERB" for w in (*swap.left, *swap.right))
    ]
    if not swaps:
        return False
    there = _words_of(alignment.right) | besides, _words_of(alignment.left) | besides
    return any(
        _thing(swap.left, left, there[0])
        and _thing(swap.right, right, there[1])
        and not _named_there(pair.left, swap.left) & _named_there(pair.right, swap.right)
        for swap in swaps
    )


def _words_of(words: Sequence[Word]) -> frozenset[str]:
    """The lemmas of a sentence, and those that stand for their synonyms."""
    lemmas = {spelling(w.lemma) for w in words}
    return frozenset(lemmas | {canonical(w) for w in lemmas} | {synonym(w) for w in lemmas})


def _named_there(sentence: SentenceView, words: Sequence[Word]) -> set[str]:
    """Whom or what the words of a place name: the District of Columbia and D.C. are one."""
    return {n.value.entity for n in sentence.names if any(n.span.overlaps(w.span) for w in words)}


def _thing(words: Sequence[Word], span: Span, known: frozenset[str]) -> bool:
    return any(
        w.pos in ("NOUN", "PROPN")
        and not w.span.overlaps(span)
        and not _known(spelling(w.lemma), known)
        and canonical(spelling(w.lemma)) not in known
        for w in words
    )


def _known(word: str, words: Collection[str]) -> bool:
    """Whether a word or one for the same thing stands among others, also as the last part of one: quake, earthquake."""
    if word in words or synonym(word) in words or (word in _DRAFTS and not _DRAFTS.isdisjoint(words)):
        return True
    return any(
        min(len(word), len(other)) > _ROOT - 1 and (word.endswith(other) or other.endswith(word))
        for other in words
    )


def shared_roots(pair: SentencePair, besides: frozenset[str] = frozenset()) -> int:
    """How many content words the sentences share, by root."""
    one, other = _roots(pair.left_words, besides), _roots(pair.right_words, besides)
    return len(one & other)


def shared_words(pair: SentencePair, besides: frozenset[str]) -> float:
    """Share of the shorter sentence's content words, by root, that the other has too, 0-1."""
    one, other = _roots(pair.left_words, besides), _roots(pair.right_words, besides)
    return len(one & other) / max(1, min(len(one), len(other)))


def _roots(words: Sequence[Word], besides: frozenset[str]) -> set[str]:
    return {
        root[:_ROOT]
        for w in words
        if w.pos in CONTENT
        and w.pos != "NUM"
        and (root := spelling(w.lemma)) not in besides
        and root not in LIGHT
    }


def _doer(mention: MentionView[V]) -> tuple[str, bool]:
    words = sentence_words(mention.sentence)
    inside = {i for i, w in enumerate(words) if mention.span.overlaps(w.span)}
    seen: set[int] = set()
    i = min(inside, default=-1)
    while 0 <= i < len(words) and i not in seen:
        seen.add(i)
        if words[i].pos in ("VERB", "AUX") and i not in inside and (found := _subject(mention, words, i)):
            return found
        i = head_index(words, i)
    return "", False


def _subject(mention: MentionView[V], words: tuple[Word, ...], verb: int) -> tuple[str, bool] | None:
    for i, word in enumerate(words):
        if word.dep in _SUBJECTS and head_index(words, i) == verb:
            if word.lemma.lower() not in _RELATIVE:
                return _called(mention.sentence, word)
            break
    head = head_index(words, verb)
    if words[verb].dep in ("relcl", "acl") and 0 <= head < len(words):
        return _called(mention.sentence, words[head])
    return None


def _called(sentence: SentenceView, word: Word) -> tuple[str, bool]:
    for name in sentence.names:
        if name.span.overlaps(word.span):
            return name.value.entity, name.value.kind in ("person", "organisation", "group")
    return spelling(word.lemma), False


def shared_governor(
    pair: SentencePair, left: Span, right: Span, besides: frozenset[str] = frozenset()
) -> bool | None:
    """Whether one of the next three words that govern the two places is of one root.

    None when either has none. ``besides`` are words that say nothing here, such as the noun both figures
    count.
    """
    a = [w for w in governors(pair.left_words, left) if w not in besides][:3]
    b = [w for w in governors(pair.right_words, right) if w not in besides][:3]
    if not a or not b:
        return None
    roots = {w[:_ROOT] for w in a if w not in LIGHT}
    return any(w[:_ROOT] in roots for w in b if w not in LIGHT)


def aside(pair: SentencePair, left: Span, right: Span) -> bool:
    """Whether one place belongs to a deed that only goes with the other's: "signed after a test on Friday"."""
    (one, one_above), (other, other_above) = (
        _deeds(words, span) for words, span in ((pair.left_words, left), (pair.right_words, right))
    )
    if not one or not other or one == other:
        return False
    return other in one_above or one in other_above


def _deeds(words: Sequence[Word], span: Span) -> tuple[str, frozenset[str]]:
    """Root of the verb that governs a place, and of the verbs whose deed that verb's only goes with."""
    first, above, under = "", set(), False
    i = next((n for n, w in enumerate(words) if span.overlaps(w.span)), -1)
    seen: set[int] = set()
    while 0 <= i < len(words) and i not in seen:
        seen.add(i)
        if words[i].pos == "VERB" and not span.overlaps(words[i].span):
            root = spelling(words[i].lemma)[:_ROOT]
            if not first:
                first = root
            elif under:
                above.add(root)
            under = under or words[i].dep in _ASIDE
        i = head_index(words, i)
    return first, frozenset(above)


def statement_match(pair: SentencePair, left: Span, right: Span) -> float:
    """The best score of two matched statements that hold the two places, 0-1."""
    return max(
        (m.score for m in pair.matches if m.left.span.contains(left) and m.right.span.contains(right)),
        default=0.0,
    )


def both_open(pair: SentencePair) -> bool:
    """Whether both sentences stand at the head of their accounts, where the news itself is told."""
    return pair.left.index < _LEDE and pair.right.index < _LEDE


def unmatched(story: StoryView, kind: str) -> Iterator[SentencePair]:
    """Pairs of sentences that no match ties, hold mentions of ``kind`` and name somebody in common.

    The matcher keeps a sentence's best counterparts only; an account may tell the same thing in a second
    place.
    """
    tied = {(p.left, p.right) for p in story.sentence_pairs}
    documents = story.documents
    for n, one in enumerate(documents):
        left = [s for s in one.sentences if s.of_kind(kind)]
        for other in documents[n + 1 :]:
            for t in (s for s in other.sentences if s.of_kind(kind)):
                for s in left:
                    if (s, t) not in tied and s.entities & t.entities:
                        yield SentencePair(s, t, 0.0, False, ())
