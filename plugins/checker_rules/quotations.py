"""QUOT: the same speaker's words differ between accounts."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from operator import attrgetter

from checker import Flag, flag, rule
from checker.models.text import Span
from checker.rules.sentence_pairs import words_in
from checker.rules.services import Embed
from checker.rules.vocabulary import DocumentView, Place, SentenceView, StoryView
from checker_rules.quote_alignment import QuoteAlignment, Token, keys_of, stands_in, tokens
from checker_rules.quote_candidates import PHRASE, Candidate, judge
from checker_rules.quote_gravity import Gravity, changed_places, gravity
from checker_rules.quote_places import joined, place_of, words_of
from checker_rules.quote_retold import Retold, retold
from checker_rules.quote_turns import begins_a_measure
from checker_rules.quote_twice import Quote, miscopied, said_twice, spoken, two_sentences
from checker_rules.quote_words import DENIES, TURNS
from checker_rules.speakers import same_speaker, speaker_name

_MANY = 2  # so many differing places fit into a sentence
# what is left of the likelihood by how grave the difference is
_CREDIT = {Gravity.WORDING: 0.4, Gravity.MILD: 0.7, Gravity.GRAVE: 1.0}
_LONG = ("month", "year")
# what is left of the likelihood where the speaker seems to have said it twice, in two ways
_TWICE = 0.6
# how sure it is of words that one account gives without marks
_RETOLD = 0.6


@rule(
    "QUOT",
    category="quotation",
    severity="error",
    messages={
        "altered": "{speaker} is quoted as saying “{left}” by {left_outlet}, “{right}” by {right_outlet}.",
        "added": "{speaker}'s words differ: “{left}” stands in {left_outlet} and not in {right_outlet}.",
        "cut": "{speaker}'s words are cut so that the sense may change: “{left}” is left out in one account.",
        "throughout": "{speaker} is quoted in other words by {left_outlet} than by {right_outlet}.",
        "reworded": "{speaker} is quoted in other words: “{left}” in {left_outlet}, “{right}” in {right_outlet}.",
        "retold": "{speaker} is quoted as saying “{left}” by {left_outlet}; the same words, without quotation marks, "
        "have “{right}” in {right_outlet}.",
    },
)
def quot(story: StoryView, embed: Embed) -> Iterator[Flag]:
    """The same speaker's words differ between accounts.

    Flags words between quotation marks that were altered, spliced, cut so that the sense may change, or paraphrased,
    with the differing words marked. Short quoted phrases count too. A dropped "you know", another ending or article,
    words in another order are a matter of wording, told last.

    Why: what stands between quotation marks is a promise that these words were said.

    Example: “very good talks” against “very constructive discussions”.

    Not flagged: typography, punctuation, contractions, British or American spelling, masked words, an editor's
    brackets, an ellipsis where words are left out, a shortening at the edges that keeps the sense, and two versions of
    which one account has both: the speaker repeated himself. Less sure: two versions that a third account quotes both,
    words that the other account quotes elsewhere or gives without marks, two or three words in passing.
    """
    documents = story.documents
    keys = {d.id: keys_of(tokens(d.text, 0)) for d in documents}
    scores = {frozenset((p.left, p.right)): p.score for p in story.sentence_pairs}
    every = [
        candidate
        for one, other in combinations(documents, 2)
        for candidate in _candidates(story, (one, other), keys, scores, embed)
    ]
    flagged = {(q, r.document) for c in every for q, r in ((c.left, c.right), (c.right, c.left))}
    for candidate in every:
        left, right = candidate.left, candidate.right
        with_right, with_left = (
            _agreeing(right, left, story, flagged),
            _agreeing(left, right, story, flagged),
        )
        # what two accounts have word for word the third may have reworded; of three versions each may have been said
        if candidate.kind == "reworded" and not (
            _agreeing(right, left, story, ()) or _agreeing(left, right, story, ())
        ):
            candidate = replace(candidate, twice=True)
        yield _flag(candidate, with_right, with_left)
    for one, other in permutations(documents, 2):
        told = {q for q, document in flagged if document is other}
        yield from (_retold(found) for found in retold(one, other, keys, told))


def _retold(found: Retold) -> Flag:
    """The flag of a quotation that another account gives without marks: for a look, as it may be a paraphrase."""
    quote, sentence, change = found.quote, found.sentence, found.change
    left, right = (
        [*side] or [*beside] for side, beside in zip((change.left, change.right), change.beside, strict=True)
    )
    span = sentence.span
    return flag(
        "retold",
        at=place_of(quote, left),
        against=[Place(sentence.document, span.start, span.end, tuple(joined(right)))],
        verdict="review",
        confidence=_RETOLD,
        data={"kind": "retold", "speaker": quote.value.speaker, "uncertain": True},
        speaker=speaker_name(quote),
        left=words_of(quote.document, left),
        right=words_of(sentence.document, right),
        left_outlet=quote.document.name,
        right_outlet=sentence.document.name,
    )


def _agreeing(
    quote: Quote, opponent: Quote, story: StoryView, flagged: Container[tuple[Quote, DocumentView]]
) -> list[Quote]:
    """The same words in further accounts, those left out that stand against the opponent in a flag of their own."""
    said = tokens(quote.text, quote.span.start)
    found = []
    for document in story.documents:
        if document in (quote.document, opponent.document) or (opponent, document) in flagged:
            continue
        for other in spoken(document):
            alignment = QuoteAlignment(said, tokens(other.text, other.span.start))
            sizes = [len(side) for side in alignment.words]
            if alignment.contained and min(sizes) >= 0.8 * max(sizes):
                found.append(other)
                break
    return found


def _candidates(
    story: StoryView,
    accounts: tuple[DocumentView, DocumentView],
    keys: Mapping[str, Sequence[str]],
    scores: Mapping[frozenset[SentenceView], float],
    embed: Embed,
) -> Iterator[Candidate]:
    """The best differing counterpart of each quotation that has no equal one.

    ``keys`` are the words of each account, ``scores`` how alike (0-1) two sentences are.
    """
    one, other = accounts
    left = [(q, tokens(q.text, q.span.start)) for q in spoken(one)]
    right = [(q, tokens(q.text, q.span.start)) for q in spoken(other)]
    equal = {q for q, words in left if stands_in(words, keys[other.id])}
    equal |= {q for q, words in right if stands_in(words, keys[one.id])}
    found: list[Candidate] = []
    for a, a_words in left:
        for b, b_words in right:
            alignment = QuoteAlignment(a_words, b_words)
            if not all(alignment.words) or not alignment.common:
                continue
            if alignment.contained:
                # the words that turn the sense may stand outside of the quotation marks in the shorter account
                if (
                    alignment.cut
                    and same_speaker(a, b)
                    and _says(a, b)
                    and not _told_outside(a, b, alignment)
                ):
                    found.append(Candidate(a, b, alignment, (), 0.45, "cut"))
                continue
            copied = (b in equal and a not in equal and miscopied(alignment, b, one)) or (
                a in equal and b not in equal and miscopied(alignment, a, other)
            )
            if not copied and (a in equal or b in equal) and not begins_a_measure(*alignment.words):
                continue
            if _of_other_days(a, b):
                continue
            score = scores.get(frozenset((a.sentence, b.sentence)), 0.0)
            # what an account shows without marks is no second time that it was said
            said = ((), ()) if copied else (keys[one.id], keys[other.id])
            candidate = judge(a, b, alignment, said, score, embed)
            if candidate is not None:
                twice = candidate.kind == "altered" and (
                    two_sentences(alignment) or said_twice(candidate.changes, a, b, story)
                )
                found.append(
                    replace(candidate, sure=_TWICE * candidate.sure, twice=True) if twice else candidate
                )
    used: list[tuple[Quote, Span]] = []
    for candidate in sorted(found, key=lambda c: (-c.sure, c.left.span.start, c.right.span.start)):
        stretches = [(candidate.left, candidate.stretch(0)), (candidate.right, candidate.stretch(1))]
        if not any(q == u and s.overlaps(v) for q, s in stretches for u, v in used):
            used += stretches
            yield candidate


def _of_other_days(a: Quote, b: Quote) -> bool:
    """Whether the accounts date the words months apart: a promise of March is not that of September."""
    said = [
        [d.value for d in q.sentence.dates if d.value.grain in _LONG and not q.span.overlaps(d.span)]
        for q in (a, b)
    ]
    return all(said) and not any(x.compatible(y) for x in said[0] for y in said[1])


def _says(a: Quote, b: Quote) -> bool:
    """Whether the shorter quotation is a statement: a phrase alone affirms nothing."""
    short = min((a, b), key=lambda q: len(q.text))
    return any(w.pos in ("VERB", "AUX") for w in words_in(short.document, short.span))


def _told_outside(a: Quote, b: Quote, alignment: QuoteAlignment) -> bool:
    """Whether the account of the shorter quotation says the turning words itself: he does not “ask ...”."""
    short = a if len(alignment.words[0]) <= len(alignment.words[1]) else b
    around = short.document.enclosing(short.span)
    outside = (
        short.document.text[around.start : short.span.start]
        + " | "
        + short.document.text[short.span.end : around.end]
    )
    said = {t.key for t in tokens(outside, 0)}
    return bool(said & (DENIES | TURNS))


def _flag(candidate: Candidate, with_right: Sequence[Quote], with_left: Sequence[Quote]) -> Flag:
    a, b, kind, alignment = candidate.left, candidate.right, candidate.kind, candidate.alignment
    grave = _gravity(candidate)
    left, right, message = _differing(candidate)
    changes = candidate.changes
    sure, slight = candidate.sure * _CREDIT[grave], grave < Gravity.GRAVE or candidate.twice
    if kind == "altered" and len(changes) == 1 and changes[0].at_an_edge:
        # one account may only have begun, or stopped, at another word
        sure, slight = 0.85 * sure, True
    loose = any(not c.inner for c in changes) and not alignment.contrary
    if kind == "altered" and loose and min(map(len, alignment.words)) <= PHRASE:
        # a phrase is cut from wherever it suits: "tens of billions", "out of the billions"
        sure, slight = 0.7 * sure, True
    first, second = (a, b) if left or message != "added" else (b, a)
    shown, against = (left, right) if first is a else (right, left)
    beside = [t for c in changes for t in c.beside[first is a]]
    return flag(
        message,
        at=place_of(first, shown),
        against=[
            place_of(second, against or beside),
            *(place_of(q, []) for q in (with_right if second is b else with_left)),
        ],
        support=[place_of(q, []) for q in (with_left if second is b else with_right)],
        verdict="fail" if kind == "altered" and not slight and sure >= 0.7 else "review",
        confidence=min(0.97, sure),
        category="quotation" if grave else "wording",
        # several accounts against one do not make a slip of transcription grave
        severity=("info", "warning", "error")[grave],
        data={
            "kind": kind,
            "speaker": a.value.speaker or b.value.speaker,
            **({"uncertain": True} if slight else {}),
        },
        speaker=speaker_name(a, b),
        left=words_of(first.document, shown) or first.value.exact,
        right=words_of(second.document, against) or second.value.exact,
        left_outlet=first.document.name,
        right_outlet=second.document.name,
    )


def _gravity(candidate: Candidate) -> Gravity:
    """How grave the gravest place is; words that were only put in another order are a matter of wording."""
    if candidate.kind != "altered":
        return Gravity.GRAVE
    left, right = (
        sorted(t.key for c in candidate.changes for t in side(c))
        for side in (attrgetter("left"), attrgetter("right"))
    )
    if left == right:
        return Gravity.GRAVE if changed_places(candidate.alignment) else Gravity.WORDING
    return max(gravity(c, candidate.alignment) for c in candidate.changes)


def _differing(candidate: Candidate) -> tuple[list[Token], list[Token], str]:
    alignment = candidate.alignment
    if candidate.kind == "cut":
        cut = list(alignment.cut)
        ours = cut[0].span.overlaps(candidate.left.span) and cut[0] in alignment.left
        return (cut, [], "cut") if ours else ([], cut, "cut")
    # beside a word that matters nobody needs to hear of an article
    weighty = [c for c in candidate.changes if gravity(c, alignment)]
    changes = weighty or candidate.changes
    left = [t for c in changes for t in c.left]
    right = [t for c in changes for t in c.right]
    if len(changes) > _MANY:
        return left, right, "throughout"
    if len(changes) > 1 and left and right:
        return left, right, "reworded"
    return left, right, "altered" if left and right else "added"
