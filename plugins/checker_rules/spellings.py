"""Whether two names may be one in two spellings: a transliteration, a short form."""

from checker.models.language import NameValue

# the share of letters in common at which two names are one in two spellings
_ALIKE = 75
_HARD = str.maketrans("qgcz", "kkks")


def respelled(a: NameValue, b: NameValue) -> bool:
    """Whether two names are likely one: a foreign name in two spellings, or a short form (Ga., U.S. Army).

    Places of one look are often two (Iran and Iraq, Austria and Australia), so theirs must sound alike too.
    """
    from rapidfuzz.fuzz import ratio

    one, other = (_plain(v.entity) for v in (a, b))
    if one == other or _shortened(one, other) or _shortened(other, one):
        return True
    if a.kind == b.kind == "person" and (_run_on(a.full, other) or _run_on(b.full, one)):
        return True
    one, other = _apart(one, other)
    bones, alike = _skeleton(one), ratio(one, other)
    if len(bones) >= 3 and bones == _skeleton(other):
        return alike >= _ALIKE - 20
    return alike >= _ALIKE and "place" not in (a.kind, b.kind)


def _apart(one: str, other: str) -> tuple[str, str]:
    """What two names do not share, when each has words of its own: Peter and Anders Lindqvist are two people."""
    left, right = one.split(), other.split()
    rests = [w for w in left if w not in right], [w for w in right if w not in left]
    return (" ".join(rests[0]), " ".join(rests[1])) if all(rests) else (one, other)


def _run_on(long: str, other: str) -> bool:
    """Whether words that are no name were glued to one by a page: "Ann Cole Ann (Annie)" is still Ann Cole."""
    words, short = long.lower().split(), other.split()
    return (
        len(words) > 2
        and len(words) > len(short) > 1
        and short[-1] in (words[:-1] if len(words) < 4 else words)
    )


def _skeleton(name: str) -> str:
    """The consonants that transliterations of a name keep: Qaddafi and Gadhafi are both k-d-f."""
    bones = ""
    for c in name.translate(_HARD):
        if c.isalpha() and c not in "aeiouyhw" and c != bones[-1:]:
            bones += c
    return bones


def _plain(entity: str) -> str:
    return entity.replace(".", "").replace("u s ", "us ").replace("united states ", "us ").strip()


def _shortened(short: str, long: str) -> bool:
    """Whether the letters of a short form stand in the long one in their order: "ga" for "georgia"."""
    if len(short) > 5 or len(short) >= len(long) or short[:1] != long[:1]:
        return False
    letters = iter(long)
    return len(short) <= 2 + short.count(" ") and all(c in letters for c in short)
