"""Whether two versions of what was said are two utterances: the speaker repeated himself in other words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.models.language import QuoteValue
from checker.rules.vocabulary import DocumentView, MentionView, StoryView
from checker_rules.quote_alignment import QuoteAlignment, Token, keys_of, stands_in, tokens
from checker_rules.quote_change import Change
from checker_rules.quote_words import SMALL
from checker_rules.speakers import same_speaker

Quote = MentionView[QuoteValue]
Keys = Sequence[str]
# so many weighty words that one side has more are no stock phrase
_WEIGHTY = 2
# so many words beside a change tell that it is the same place
_BESIDE = 2
# a version has as many words beside the change as that
_CONTEXT = 3
# who runs along the other for so many words around the change is hardly quoted from a passage of which the other
# account has less than this share
_ALONG = 10
_PASSAGE = 2 / 3
# a slip changes so many words at most, in so many that are equal
_SLIP, _COPIED = 2, 12
# two sentences that part before or after what they share have so many weighty words each of their own there, and more
# than this share (0-1) of the words is changed
_OWN, _APART = 2, 0.38
_QUOTED = frozenset('"“”„«»')
_CLOSES = re.compile(r"[,.?!]?[\"”“»](?!\w)")


def spoken(document: DocumentView) -> Iterator[Quote]:
    """The quotations of an account.

    Where a mark is missing earlier in the paragraph the marks are paired wrongly, and what stands between two of them
    is taken for reported speech.
    """
    for quote in document.quotes:
        if quote.value.direct or _marked(quote):
            yield quote


def _marked(quote: Quote) -> bool:
    """Whether a mark stands right before reported words and one right after them, and none between them."""
    text, span = quote.document.text, quote.span
    before = text[max(0, span.start - 1) : span.start]
    return before in _QUOTED and _CLOSES.match(text, span.end) is not None and not _QUOTED & {*quote.text}


def known(
    change: Change, quoted: tuple[Sequence[Token], Sequence[Token]], accounts: tuple[Keys, Keys]
) -> bool:
    """Whether an account has both versions: then the speaker said it twice, and each account quotes one of them.

    ``quoted`` are the words of the two quotations, ``accounts`` all words of the two accounts.
    """
    mine, theirs = change.versions
    if min(len(mine) - len(change.left), len(theirs) - len(change.right)) < _CONTEXT:
        return False
    return any(
        stands_in(version, account) and not _elsewhere(change, side, quoted, account)
        for side, (version, account) in enumerate(zip((mine, theirs), accounts[::-1], strict=True))
    )


def _elsewhere(
    change: Change, side: int, quoted: tuple[Sequence[Token], Sequence[Token]], account: Keys
) -> bool:
    """Whether the other account has the version of one side only in a passage that is another one.

    Where the two quotations run alike for long around the change, and that passage shares little of it, it is not what
    was quoted: it tells of it in short, or says the like in another place.
    """
    here, there = _around(change, side, quoted), _around(change, 1 - side, quoted)
    equal = _run(here[0][::-1], there[0][::-1]) + _run(here[1], there[1])
    if equal < _ALONG:
        return False
    words = [t.key for t in (change.left, change.right)[side]]
    near = [*here[0][-1:], *words, *here[1][:1]]
    longest = 0
    for at in range(len(account) - len(near) + 1):
        if account[at] == near[0] and list(account[at : at + len(near)]) == near:
            start = at + len(here[0][-1:])
            end = start + len(words)
            before = account[max(0, start - len(here[0])) : start]
            after = account[end : end + len(here[1])]
            longest = max(longest, _run(here[0][::-1], before[::-1]) + _run(here[1], after))
    return longest < _PASSAGE * equal


def _around(
    change: Change, side: int, quoted: tuple[Sequence[Token], Sequence[Token]]
) -> tuple[list[str], list[str]]:
    """The words of one quotation before and after the change."""
    words, changed = [t for t in quoted[side] if not t.mark], (change.left, change.right)[side]
    beside = change.beside[side]
    if changed:
        start, end = words.index(changed[0]), words.index(changed[-1]) + 1
    else:
        # nothing stands there: between the two words beside it
        start = end = words.index(beside[-1])
    return [t.key for t in words[:start]], [t.key for t in words[end:]]


def _run(one: Keys, other: Keys) -> int:
    """How many words are equal from the beginning on."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def miscopied(alignment: QuoteAlignment, quote: Quote, account: DocumentView) -> bool:
    """Whether an account that gives a quotation's words without marks, as a post it shows, has them otherwise in marks.

    Nobody says so many words twice and changes a single place.
    """
    changes = [c for c in alignment.changes if not c.fair]
    if len(changes) != 1 or not changes[0].inner or changes[0].size > _SLIP or alignment.matched < _COPIED:
        return False
    if not (changes[0].left and changes[0].right):
        return False
    words = keys_of(tokens(quote.text, quote.span.start))
    return not any(stands_in(words, keys_of(tokens(q.text, q.span.start))) for q in spoken(account))


def two_sentences(alignment: QuoteAlignment) -> bool:
    """Whether the sentences in which two quotations meet are two, which share no more than a part.

    "Our friends in the north will vote against the tax", "Anybody who owns a farm will vote against the tax": each
    has words of its own before or after what it shares, and these are no small part. Where only one quotation goes on
    the other was shortened.
    """
    changed = sum(c.size for c in alignment.changes if not c.fair)
    known_changes = {t for c in alignment.changes for t in (*c.left, *c.right)}
    parted = 0
    for own in (_before(alignment), _after(alignment)):
        if any(t in known_changes for side in own for t in side):
            continue
        if min(sum(t.key not in SMALL for t in side) for side in own) >= _OWN:
            parted += max(map(len, own))
    return bool(parted) and (changed + parted) > _APART * (alignment.matched + changed + parted)


def _before(alignment: QuoteAlignment) -> list[list[Token]]:
    """What the sentence of either side has before the first equal word."""
    sides = zip((alignment.left, alignment.right), alignment.along, strict=True)
    return [_up_to_a_mark(side[: side.index(along[0])][::-1]) for side, along in sides]


def _after(alignment: QuoteAlignment) -> list[list[Token]]:
    """What the sentence of either side has after the last equal word."""
    sides = zip((alignment.left, alignment.right), alignment.along, strict=True)
    return [_up_to_a_mark(side[side.index(along[-1]) + 1 :]) for side, along in sides]


def _up_to_a_mark(side: Sequence[Token]) -> list[Token]:
    """The words up to the end of the sentence, or to where an ellipsis or a bracket stands for others."""
    end = next((n for n, t in enumerate(side) if t.mark and t.key != ","), len(side))
    return [t for t in side[:end] if not t.mark]


def said_twice(changes: Sequence[Change], left: Quote, right: Quote, story: StoryView) -> bool:
    """Whether all that differs may be of two utterances, by what else is quoted of the same speaker.

    An account quotes both versions, or what one side has more the other account quotes elsewhere.
    """
    if all(_again(c, (left, right)) for c in changes):
        return True
    return any(all(_quotes(d, c, side, left) for c in changes for side in (0, 1)) for d in story.documents)


def _again(change: Change, sides: tuple[Quote, Quote]) -> bool:
    """Whether the words that one side has more stand in another quotation of the other account."""
    more, mine, theirs = (change.left, *sides) if change.left else (change.right, *sides[::-1])
    if (change.left and change.right) or change.turns or sum(t.key not in SMALL for t in more) < _WEIGHTY:
        return False
    return any(stands_in(more, keys) for q, keys in _quoted(theirs.document, mine) if q != theirs)


def _quotes(document: DocumentView, change: Change, side: int, like: Quote) -> bool:
    """Whether a quotation of an account has the version of one side: its words with two before or two after them.

    One of the words beside carries meaning: "am not going" stands anywhere.
    """
    words, version = (change.left, change.right)[side], change.versions[side]
    size = len(words) + _BESIDE
    ends = [e for e in (version[:size], version[-size:]) if len(e) == size]
    beside = Counter(version) - Counter(t.key for t in words)
    if not (change.left and change.right) or not any(k not in SMALL for k in beside):
        return False
    return any(stands_in(end, keys) for end in ends for _, keys in _quoted(document, like))


def _quoted(document: DocumentView, like: Quote) -> Iterator[tuple[Quote, list[str]]]:
    """The quotations of an account that may be of the speaker of ``like``, with their words."""
    for quote in spoken(document):
        if same_speaker(quote, like) is not False:
            yield quote, keys_of(tokens(quote.text, quote.span.start))
