"""A place in which two quotations part, and what is no alteration of what was said."""

from dataclasses import dataclass

from checker.annotate.aliases import known_entity
from checker_rules.quote_turns import turns_sense
from checker_rules.quote_words import DENIES, SMALL, TURNS, Token, masked

# so many words an editor's bracket stands for
BRACKETED = 6
# what a contraction may stand for: "I'd" is heard as "I would" and as "I had"
_SHORT_FOR = ({"would", "had"}, {"is", "has"})
# names that are spelt alike and never stand for one another
_APART = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december north south east west northern southern eastern western".split()
)


@dataclass(frozen=True)
class Change:
    """A place where the quotations part; one side may be empty. ``inner``: equal words stand on both sides of it.

    ``ellipsis``: the side that lacks the words owns up to it; ``bracketed``: an editor's bracket stands for them;
    ``again``: a "not" that only says once more what both deny before or after.
    """

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    inner: bool
    ellipsis: bool
    bracketed: bool = False
    # the version of either side with up to two words before and after it
    versions: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    # the words next to the place, left's and right's: what can be shown of a side that has nothing there
    beside: tuple[tuple[Token, ...], tuple[Token, ...]] = ((), ())
    again: bool = False

    @property
    def at_an_edge(self) -> bool:
        """Whether it stands where a quotation begins or ends and is not word for word."""
        return not self.inner and len(self.left) != len(self.right) and not self.contrary

    @property
    def size(self) -> int:
        """How many words the longer side has."""
        return max(len(self.left), len(self.right))

    @property
    def joined(self) -> bool:
        """Whether only the spaces between the words differ: workforce, work force."""
        return "".join(t.key for t in self.left) == "".join(t.key for t in self.right)

    @property
    def abbreviated(self) -> bool:
        """Whether one side has the initials of the other's words: HB, House Bill."""
        short, long = sorted((self.left, self.right), key=len)
        initials = "".join(t.key[0] for t in long if t.key not in SMALL)
        if len(short) != 1 or not short[0].capital or short[0].key in SMALL:
            # "it" is not short for "Israel today"
            return False
        return len(initials) > 1 and short[0].key.replace(".", "") == initials

    @property
    def contracted(self) -> bool:
        """Whether one side has in full what the other shortens: I'd, I had; it's, it has."""
        if {t.key for t in (*self.left, *self.right)} not in _SHORT_FOR:
            return False
        sides = zip((self.left, self.right), self.beside, strict=True)
        # the two halves of a contraction have one span
        return any(side and near and side[0].span == near[0].span for side, near in sides)

    @property
    def fair(self) -> bool:
        """Whether it is no alteration: spaces, an ellipsis, a bracket; never where a denial comes or goes."""
        # of many words left out a denial somewhere among them says nothing of what was kept
        turned = self.turns and self.size <= BRACKETED
        return (
            self.joined
            or self.abbreviated
            or self.contracted
            or masked(self.left, self.right)
            or ((self.ellipsis or self.bracketed) and not turned)
        )

    @property
    def respelled(self) -> bool:
        """Whether one foreign name is only written another way: Gadhafi, al-Qaddafi."""
        from rapidfuzz.fuzz import ratio

        if not 0 < len(self.left) <= 2 or not 0 < len(self.right) <= 2:
            return False
        a, b = self.left[-1], self.right[-1]
        return a.capital and b.capital and not _two_things(a.key, b.key) and ratio(a.key, b.key) >= 70

    @property
    def turns(self) -> bool:
        """Whether what stands on one side only denies or restricts the rest."""
        words = [{t.key for t in side} for side in (self.left, self.right)]
        return not self.again and bool((words[0] ^ words[1]) & (DENIES | TURNS))

    @property
    def contrary(self) -> bool:
        """Whether one side says the contrary of the other: avoidable, unavoidable; few, a few."""
        return turns_sense(self.left, self.right, *(t.key for t in self.beside[0][-1:]))


def _two_things(a: str, b: str) -> bool:
    """Whether two names alike are known to be of two things: Iran and Iraq, Tuesday and Thursday."""
    lands = [known_entity(word.title()) for word in (a, b)]
    one, other = (land.entity if land else "" for land in lands)
    return bool(one and other and one != other) or (a != b and {a, b} <= _APART)
