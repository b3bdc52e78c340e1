"""Two sentences that tell much the same of two people: whose news is it?"""

from collections.abc import Iterator, Sequence

from checker import Flag, flag
from checker.models.language import NameValue, Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import MentionView, SentenceView, marked
from checker_rules.circumstances import days_apart
from checker_rules.events import shared_roots, shared_words
from checker_rules.slots import head_index
from checker_rules.spellings import named_in, one_name, placeholder

Name = MentionView[NameValue]
# chosen on three-outlet news events: of the pairs of sentences with another named subject that pass, none of 50
# events as published told of two people rightly
_SCORE, _ROOTS, _SHARE = 0.6, 7, 0.45
_SAYING = frozenset("say tell add write tweet post ask".split())


def told_of(pair: SentencePair) -> Iterator[Flag]:
    """Flag the named subjects of two sentences that share much and name another person each.

    Whom the same quotation is given to is the attribution's business.
    """
    if not pair.best or pair.score < _SCORE:
        return
    left, right = _subject(pair.left), _subject(pair.right)
    if left is None or right is None:
        return
    (a, one), (b, other) = left, right
    if {one, other} <= _SAYING and pair.left.quotes and pair.right.quotes:
        return
    if (one in _SAYING) != (other in _SAYING) and _of_others(pair.left if one in _SAYING else pair.right):
        # who told it is not whom it befell
        return
    if _told_before(pair.left_words) != _told_before(pair.right_words):
        # "..., said the doctor" against who did it
        return
    if one_name(a, b) or placeholder(a) or placeholder(b):
        return
    if any(one_name(a, n) for n in pair.right.names) or any(one_name(b, n) for n in pair.left.names):
        return
    if named_in(a, pair.right) or named_in(b, pair.left) or days_apart(pair.left, pair.right):
        return
    # one of the two is known to the other account too, or the sentences are of two strangers
    if not (b.document.named(a.value.entity) or a.document.named(b.value.entity)):
        return
    share = shared_words(pair, frozenset())
    if shared_roots(pair) < _ROOTS or share < _SHARE:
        return
    yield flag(
        "differs",
        at=marked(a.sentence, a),
        against=[marked(b.sentence, b)],
        verdict="review",
        confidence=min(0.65, 0.35 + 0.35 * share),
        data={
            "kind": "name",
            "verb": ["names", "name"],
            "sides": {a.document.name: a.text, b.document.name: b.text},
        },
        left=a.text,
        right=b.text,
        left_outlet=a.document.name,
        right_outlet=b.document.name,
    )


def _subject(sentence: SentenceView) -> tuple[Name, str] | None:
    """The person that a sentence's main verb has for its subject, with the verb's lemma."""
    words = sentence_words(sentence)
    root = next((i for i, w in enumerate(words) if w.dep == "ROOT"), -1)
    for i, word in enumerate(words):
        if word.dep in ("nsubj", "nsubjpass") and head_index(words, i) == root:
            for name in sentence.names:
                if name.span.overlaps(word.span) and name.value.kind == "person" and not name.value.pronoun:
                    return name, spelling(words[root].lemma)
    return None


def _of_others(sentence: SentenceView) -> bool:
    """Whether what is said there is of somebody named: "Lund said Holm would become secretary"."""
    words = sentence_words(sentence)
    heads = [head_index(words, i) for i in range(len(words))]
    root = next((i for i, w in enumerate(words) if w.dep == "ROOT"), -1)
    told = {i for i, w in enumerate(words) if w.dep == "ccomp" and heads[i] == root}
    doers = [w for i, w in enumerate(words) if w.dep in ("nsubj", "nsubjpass") and heads[i] in told]
    people = [n for n in sentence.names if n.value.kind == "person" and not n.value.pronoun]
    return any(n.span.overlaps(w.span) for n in people for w in doers)


def _told_before(words: Sequence[Word]) -> bool:
    """Whether the main verb says who said what stands before it."""
    root = next((i for i, w in enumerate(words) if w.dep == "ROOT"), -1)
    return any(w.dep == "ccomp" and i < root and head_index(words, i) == root for i, w in enumerate(words))
