"""Words of a quotation that turn its sense: their contrary stands in the same place of another account."""

from collections.abc import Sequence
from itertools import chain

from checker_rules.antonyms import antonyms
from checker_rules.quote_words import DENIES, SMALL, Token

# of each row one word at most is true of one thing; words of one group say the same
_ROWS = (
    "all every everybody everyone everything each|some somebody someone something|no none nobody nothing",
    "always ever|often frequently|sometimes|seldom rarely|never",
    "must should|may might can could",
    "many much|few little",
    "before|after",
    "more|less fewer",
    "most|least fewest",
    "here|there",
    "to|from",
    "for|against",
    "with|without",
    "in|out",
    "up|down",
    "gladly willingly|unwillingly reluctantly never",
)
_GROUPS = [[frozenset(group.split()) for group in row.split("|")] for row in _ROWS]
_SAME_GROUP = frozenset(
    frozenset((a, b)) for row in _GROUPS for group in row for a in group for b in group if a != b
)
_CONTRARY = (
    frozenset(
        frozenset((a, b))
        for row in _GROUPS
        for n, group in enumerate(row)
        for other in row[n + 1 :]
        for a in group
        for b in other
    )
    - _SAME_GROUP
)
# who acts, the speaker or others: "we are shooting", "they are shooting"
_OURS = frozenset("i we me us my mine our ours".split())
_OTHERS = frozenset("he she they him her them his their theirs".split())
# what binds, in two words: "have to" against "may"
_BINDING = ({"have", "to"}, {"has", "to"}, {"had", "to"})
_FREE = frozenset("may might can could".split())
# "little hope" is hardly any, "a little hope" is some
_MEASURES = frozenset({"little", "few"})
_DENYING = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
_STEM = 3
# what a "not" that only takes up a denial stands before, and how many words back that may stand
_TAKEN_UP = frozenset("at by during even ever for from in of on once to under with".split())
_BACK = 12
# of what a double denial is said, and with what: "there ain't no hurry"
_SUBJECTS = _OURS | _OTHERS | frozenset("it there this that these those you who".split())
_HELPERS = frozenset("is are am was were have has had".split())


def turns_sense(left: tuple[Token, ...], right: tuple[Token, ...], behind: str = "") -> bool:
    """Whether one side says the contrary of what the other says there; ``behind`` is the word that follows."""
    one, other = ([t.key for t in side] for side in (left, right))
    if sorted((one, other)) == [[], ["a"]]:
        return behind in _MEASURES
    if not one or not other:
        return False
    if {*one} in _BINDING or {*other} in _BINDING:
        return {*chain(one, other)} & _FREE != set() and min(len(one), len(other)) == 1
    if len(one) != 1 or len(other) != 1:
        return False
    a, b = one[0], other[0]
    if frozenset((a, b)) in _CONTRARY:
        return True
    if (a[0].isdigit() and b[0].isdigit()) or left[0].capital != right[0].capital:
        return False
    return contrary(a, b)


def takes_up(
    alone: Sequence[Token],
    side: Sequence[Token],
    behind: str,
    before: tuple[Sequence[Token], Sequence[Token]],
) -> bool:
    """Whether a "not" that one side has more says a denial again: "I never paid. Not in cash", "never paid, in cash".

    ``side`` has the marks as well; ``behind`` is the word that follows, ``before`` what stands before it on both sides.
    """
    if [t.key for t in alone] not in (["not"], ["never"]) or behind not in _TAKEN_UP:
        return False
    at = side.index(alone[0])
    return at > 0 and side[at - 1].mark and all(any(t.key in DENIES for t in b[-_BACK:]) for b in before)


def doubles(
    left: Sequence[Token], right: Sequence[Token], sides: tuple[Sequence[Token], Sequence[Token]]
) -> bool:
    """Whether one side denies twice, as people speak, what the other denies once: "it ain't no joke", "it's no joke".

    Only of a contraction after a pronoun: "not no small matter" is a great one, and of an answer that is no the
    contrary "isn't no". ``sides`` have the marks as well.
    """
    turned = len(right) > len(left)
    more, less, side = (right, left, sides[1]) if turned else (left, right, sides[0])
    if not more or more[-1].key != "not" or not {t.key for t in (*more[:-1], *less)} <= _HELPERS:
        return False
    if len(more) - len(less) != 1 or len(less) > 1:
        return False
    at = side.index(more[-1])
    subject, helper, after = side[max(0, at - 2) : at - 1], side[at - 1], side[at + 1 : at + 3]
    if helper.key not in _HELPERS or helper.span != more[-1].span or [t.key for t in after[:1]] != ["no"]:
        return False
    named = len(after) == 2 and not after[1].mark and after[1].key not in SMALL
    return named and [t.key in _SUBJECTS for t in subject] == [True]


def begins_a_measure(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether one quotation begins with "a few" and the other, a sentence of its own, with "few"."""
    for long, short in ((one, other), (other, one)):
        if len(long) > 1 and short and short[0].capital and long[0].key == "a":
            return long[1].key in _MEASURES and long[1].key == short[0].key
    return False


def another_doer(
    left: Sequence[Token], right: Sequence[Token], words: tuple[Sequence[Token], Sequence[Token]]
) -> bool:
    """Whether the speaker does on one side what others do on the other: "we are shooting", "they are shooting".

    A reporter who fits a phrase into his own sentence may write "she" for "I": so it counts where a sentence begins
    with the word, or both sides speak in the first person elsewhere.
    """
    if len(left) != 1 or len(right) != 1:
        return False
    keys = left[0].key, right[0].key
    if not any(a in _OURS and b in _OTHERS for a, b in (keys, keys[::-1])):
        return False
    sides = list(zip((left, right), words, strict=True))
    begins = all(side[0] == said[0] and side[0].capital for side, said in sides)
    own = all(any(t.key in _OURS and t not in side for t in said) for side, said in sides)
    return begins or own


def contrary(a: str, b: str) -> bool:
    """Whether one word denies the other by what it begins or ends with, or is its opposite: avoidable, unavoidable."""
    for x, y in ((a, b), (b, a)):
        if len(x) > _STEM and any(y == prefix + x for prefix in _DENYING):
            return True
        if x.endswith("less") and y == x.removesuffix("less") + "ful":
            return True
    return a not in SMALL and b not in SMALL and antonyms(a, b)
