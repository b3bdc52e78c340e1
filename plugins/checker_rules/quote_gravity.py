"""How grave a difference between two quotations is: another sense, a doubt, or only another way to write it down.

Speech is written down by ear: one reporter keeps a "you know", another leaves out a "that" or mends an ending. A
reading of real stories (``benchmarks/audit``) found such differences true and not worth an editor's time.
"""

from collections.abc import Sequence
from enum import IntEnum

from checker.annotate.persons import gender_of_given
from checker.rules.lexicon import is_spelt
from checker_rules.quote_alignment import QuoteAlignment, Token
from checker_rules.quote_change import Change
from checker_rules.quote_turns import another_doer
from checker_rules.quote_words import SMALL, VARIANT

# what is said by the way: to leave it out takes nothing from the sense
_FILLERS = frozenset(
    "well you know uh um oh i mean like look listen see actually really just so very too also then now today yeah "
    "okay please right again still why even quite already simply basically frankly folks hey here".split()
)
_ASIDES = ({"i", "think"}, {"i", "guess"}, {"i", "believe"}, {"i", "suppose"})
# to whom it is said: "Mr. Chairman", "madam speaker"
_ADDRESSES = (
    frozenset({"mr", "mister", "madam", "madame", "ms", "your"}),
    frozenset("chairman chairwoman chair president speaker secretary senator minister honor honour".split()),
)
_NAME = 2  # words
_SECOND = frozenset({"you", "you're", "you've", "your", "please", "let", "let's"})
# whose it is, by person: "our schools" against "your schools" is another thing, "the schools" hardly
_PERSONS = {
    word: person
    for person, words in enumerate(
        (
            "i me my mine myself",
            "we us our ours ourselves",
            "you your yours yourself yourselves",
            "he him his himself",
            "she her hers herself",
            "they them their theirs themselves",
        )
    )
    for word in words.split()
}
_POINTERS = frozenset({"it", "its", "this", "that", "these", "those", "them", "they", "which", "who"})
# "should he fail" and "if he fails" are one condition
_CONDITIONS = {"should", "if"}
# what the ear exchanges and the sense hardly feels
_NEARLY = (
    {"can", "could"},
    {"will", "would"},
    {"may", "might"},
    {"shall", "should"},
    {"not", "never"},
    {"with", "while"},
    {"as", "while"},
    {"when", "while"},
    {"when", "as"},
    {"regarding", "involving"},
    {"regarding", "concerning"},
    {"involving", "concerning"},
    {"on", "upon"},
    {"to", "into"},
    {"one", "of", "among"},
    {"if", "whether"},
    {"affect", "impact"},
    {"says", "said"},
)
# what joins two halves of what is said; "if" and "when" say more than that
_JOINING = frozenset("and but so where while as that which though although".split())
# what one paper masks and the other prints
_OATHS = frozenset(
    "fuck fucking fucked fucker motherfucker shit shitty bullshit damn damned goddamn goddamned ass asses asshole "
    "bitch bastard crap pussy dick cunt hell piss pissed".split()
)
_GOING_ON = frozenset({"and", "or"})
_MODALS = frozenset("will would can could shall should may might must".split())
_PRESENT, _PAST = (
    frozenset({"is", "are", "am", "has", "have", "does", "do"}),
    frozenset({"was", "were", "had", "did"}),
)
# little words that are heard or missed beside a verb and alter nothing, and ways to go between which the ear chooses;
# before a figure they say how much
_PARTICLES = frozenset("up along through out".split())
_WAYS = frozenset("over through across along around in on at by".split())
_AMOUNTS = frozenset(
    "a an one half dozen dozens hundred hundreds thousands million millions billions".split()
)
_STEM = 3
_SPELT = 5  # letters of a word in which one may be wrong
# what a word may have more than another form of it, and the endings that take another one's place
_ENDINGS = frozenset("s es d ed ing ly n en er".split())
_CHANGED = frozenset("e ing ed es y ies ied ion ition ation s".split())
# so many words more were heard or missed: readers of real stories seldom wanted to know ("either one of", "that came
# out"), unless they say how far or how surely the rest holds ("thus far"); one word alone is more often a "reckless"
_PASSING = (2, 3)
_LOOSE = frozenset("either one each both such other".split())
_LIMITS = frozenset(
    "about after ago alleged almost any apparent around at before between billion dozen dozens every far few fewer "
    "first former half hundred hundreds instead last least less likely many maybe million millions more most once "
    "over percent perhaps possible potential purpose rather some sometimes thousand thousands thus twice under until "
    "up yet".split()
)
# verbs that take back what they govern
_TURNING = (
    "avoid",
    "ceas",
    "declin",
    "deni",
    "deny",
    "fail",
    "pretend",
    "promis",
    "refus",
    "stop",
    "tried",
    "try",
)
# between two things: one comes before, or stands above, the other
_RANKING = frozenset("than instead before after not from to over against by into".split())
# marks after which a sentence begins
_ENDS = frozenset(".?!:…")
# what there is one of, and how soon after "one of" it stands
_MOST = frozenset("most least best worst only first last".split())
_NEAR = 3
# how far back the words that a speaker repeats may stand
_BACK = 16


class Gravity(IntEnum):
    """How much a difference matters: to nobody, perhaps, or to whoever is quoted."""

    WORDING = 0
    MILD = 1
    GRAVE = 2


def _unaddressed(words: Sequence[str]) -> list[str]:
    """The words without whom the speaker turns to."""
    kept = list(words)
    for n in range(len(kept) - 2, -1, -1):
        if all(w in kind for w, kind in zip(kept[n : n + 2], _ADDRESSES, strict=True)):
            del kept[n : n + 2]
    return kept


def _you_all(change: Change) -> bool:
    """Whether one side has "you all" and the other "you"."""
    words, beside = (change.left, change.beside[0]) if change.left else (change.right, change.beside[1])
    alone = not (change.left and change.right)
    return alone and [t.key for t in words] == ["all"] and bool(beside) and beside[0].key == "you"


def _called(change: Change, alignment: QuoteAlignment) -> bool:
    """Whether a name between commas, on one side only, is whom the speaker turns to: "last time, Karl, you left"."""
    words, whole = (change.left, alignment.left) if change.left else (change.right, alignment.right)
    if (change.left and change.right) or not words or len(words) > _NAME or not all(t.capital for t in words):
        return False
    first, last = whole.index(words[0]), whole.index(words[-1])
    marks = [whole[n].key if 0 <= n < len(whole) else "" for n in (first - 1, last + 1)]
    then = [t.key for t in whole[last + 1 : last + 2 + _NEAR] if not t.mark]
    return marks == [",", ","] and bool({*then[:1]} & _SECOND)


def gravity(change: Change, alignment: QuoteAlignment) -> Gravity:
    """How grave a place is in which two quotations part."""
    left, right = ([t.key for t in side] for side in (change.left, change.right))
    if (
        change.again
        or _respelled(change, alignment)
        or {*left, *right} == _CONDITIONS
        or _fuller_name(change)
    ):
        return Gravity.WORDING
    if sorted(left) == sorted(right) or _slip(change) or _begun_again(change, alignment):
        return Gravity.WORDING
    if {*left, *right} in _NEARLY or (len(left) == len(right) == 1 and {*left, *right} <= _JOINING):
        return Gravity.MILD
    if _one_of_the_most(change, alignment):
        return Gravity.GRAVE
    if _hardly_heard(left, right, change):
        return Gravity.MILD
    if change.turns or change.contrary or another_doer(change.left, change.right, alignment.words):
        return Gravity.GRAVE
    left, right = _unaddressed(left), _unaddressed(right)
    if (not left and not right) or _you_all(change) or _called(change, alignment):
        return Gravity.WORDING
    one, other = _weights(left), _weights(right)
    if not _alike(one, other):
        alone = left if not right else right if not left else []
        if not alone:
            return Gravity.GRAVE
        if {*alone} in _ASIDES:
            return Gravity.MILD
        if {*alone} & _MODALS and {*alone} <= SMALL | _FILLERS | _MODALS:
            return Gravity.MILD
        if not {*alone} <= SMALL | _FILLERS and not _repeated(change, alignment):
            passing = len(alone) in _PASSING and len([k for k in _weights(alone) if k not in _LOOSE]) != 1
            return Gravity.MILD if passing and not _limits(change) else Gravity.GRAVE
        return Gravity.WORDING
    return Gravity.MILD if _another_person(left, right) or _another_tense(left, right) else Gravity.WORDING


def _hardly_heard(left: Sequence[str], right: Sequence[str], change: Change) -> bool:
    """Whether one little word is there or not, or another: "up against", "over the details", "will" for "were"."""
    if len(left) + len(right) == 1:
        little = {*left, *right} <= _PARTICLES
    else:
        one, other = {*left}, {*right}
        timed = (one <= _MODALS and other <= _PRESENT | _PAST) or (
            other <= _MODALS and one <= _PRESENT | _PAST
        )
        little = len(left) == len(right) == 1 and (timed or one | other <= _WAYS)
    after = [words[-1].key for words in change.beside if words]
    return little and not any(key in _AMOUNTS or key[0].isdigit() for key in after)


def changed_places(alignment: QuoteAlignment) -> bool:
    """Whether two words have changed places around what sets one above the other: "days rather than weeks"."""
    if len(alignment.changes) != 2:
        return False
    first, second = alignment.changes
    pairs = [[t.key for t in side] for c in (first, second) for side in (c.left, c.right)]
    if any(len(p) != 1 or p[0] in SMALL for p in pairs) or pairs[:2] != [pairs[3], pairs[2]]:
        return False
    words = alignment.words[0]
    return any(t.key in _RANKING for t in words[words.index(first.left[0]) : words.index(second.left[0])])


def _limits(change: Change) -> bool:
    """Whether what one side has more says of whom, how many, how far, how surely or in what way the rest holds."""
    words = change.left or change.right
    named = any(t.capital and t.key not in SMALL and t.key not in _PERSONS for t in words)
    return named or any(
        t.key in _LIMITS
        or t.key.startswith(_TURNING)
        or t.key.endswith("ly")
        or any(c.isdigit() for c in t.key)
        for t in words
    )


def _one_of_the_most(change: Change, alignment: QuoteAlignment) -> bool:
    """Whether one side has one of several where the other has the only one: "one of the oldest", "the oldest"."""
    for mine, words in ((change.left, alignment.left), (change.right, alignment.right)):
        keys = [t.key for t in mine]
        if "one" in keys and keys[keys.index("one") + 1 : keys.index("one") + 2] == ["of"]:
            after = words[words.index(mine[-1]) + 1 :][:_NEAR]
            return any(t.key in _MOST or (t.key.endswith("est") and len(t.key) > _SPELT) for t in after)
    return False


def _weights(keys: Sequence[str]) -> list[str]:
    return [k for k in keys if k not in SMALL and k not in _POINTERS and k not in _PERSONS]


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the weighty words are the same but for their endings, forms and spaces."""
    if len(one) == len(other):
        return all(_same_word(a, b) for a, b in zip(one, other, strict=True))
    return bool(one and other) and "".join(one) == "".join(other)


def _same_word(a: str, b: str) -> bool:
    """Whether two words are one in two forms: everyone and everybody, take and taking, different and differently."""
    if a == b or (a in VARIANT and VARIANT[a] == VARIANT.get(b)):
        return True
    if a[0] == b[0] and "*" in (a[1:], b[1:]):
        return a in _OATHS or b in _OATHS
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if same < _STEM or a.isdigit() or b.isdigit():
        return False
    # "imposing" and "imposition" share a letter of their endings
    return any(_endings(a, b, stem) for stem in (same, same - 1) if stem >= _STEM)


def _slip(change: Change) -> bool:
    """Whether one word is none and the other was meant: "exsist" and "exist", as in a tweet typed in haste.

    A name is never a slip: nobody knows how it is spelt.
    """
    from rapidfuzz.distance import OSA

    if len(change.left) != 1 or len(change.right) != 1:
        return False
    one, other = change.left[0], change.right[0]
    a, b = one.key, other.key
    if one.capital or other.capital or a[0] != b[0] or min(len(a), len(b)) < _SPELT:
        return False
    if not (a.isalpha() and b.isalpha()) or OSA.distance(a, b, score_cutoff=1) != 1:
        return False
    return is_spelt(a) != is_spelt(b)


def _respelled(change: Change, alignment: QuoteAlignment) -> bool:
    """Whether one foreign name is only written another way; a word that begins a sentence need be no name."""
    if not change.respelled:
        return False
    a, b = change.left[0], change.right[0]
    begins = any(
        side.index(first) == 0 or side[side.index(first) - 1].key in _ENDS
        for side, first in ((alignment.left, a), (alignment.right, b))
    )
    # "Nobody came", "Somebody came"
    return not begins or not (is_spelt(a.key) and is_spelt(b.key)) or bool(gender_of_given(a.key))


def _endings(a: str, b: str, stem: int) -> bool:
    # "planned" has the ending of "plan" after a doubled letter
    rests = {w[stem:].removeprefix(w[stem - 1]) if len(w) > stem + 1 else w[stem:] for w in (a, b)}
    return ("" in rests and bool(rests & _ENDINGS)) or rests <= _CHANGED


def _repeated(change: Change, alignment: QuoteAlignment) -> bool:
    """Whether the side that has more only says again what both said just before: "my vote, and not her vote"."""
    here = 0 if change.left else 1
    words: Sequence[Token] = alignment.left if here == 0 else alignment.right
    mine = change.left or change.right
    at = words.index(mine[0])
    before = words[max(0, at - _BACK) : at]
    for n, token in enumerate(before):
        if token.mark and token.key in ".!?":
            before = before[n + 1 :]
    return {*_weights([t.key for t in mine])} <= {t.key for t in before if not t.mark}


def _begun_again(change: Change, alignment: QuoteAlignment) -> bool:
    """Whether one side begins a sentence again that the other goes on with: "I will not sell, I will not / or lend"."""
    sides = ((change.left, alignment.left), (change.right, alignment.right))
    (short, _), (long, whole) = sorted(sides, key=lambda x: len(x[0]))
    if len(short) != 1 or short[0].key not in _GOING_ON or len(long) < len(_GOING_ON):
        return False
    said = [t.key for t in whole[: whole.index(long[0])] if not t.mark][-_BACK:]
    again = [t.key for t in long]
    return any(said[n : n + len(again)] == again for n in range(len(said)))


def _fuller_name(change: Change) -> bool:
    """Whether one side only has more of a name: "President Ann Lee" and "President Lee"."""
    mine = change.left or change.right
    if change.left and change.right:
        return False
    beside = change.beside[0 if change.left else 1]
    return all(t.capital for t in mine) and len(beside) > 1 and beside[-1].capital


def _another_person(left: Sequence[str], right: Sequence[str]) -> bool:
    one, other = ({_PERSONS[k] for k in side if k in _PERSONS} for side in (left, right))
    return bool(one and other) and not one & other


def _another_tense(left: Sequence[str], right: Sequence[str]) -> bool:
    one, other = {*left}, {*right}
    return bool((one & _PRESENT and other & _PAST) or (one & _PAST and other & _PRESENT))
