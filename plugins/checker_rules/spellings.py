"""Whether two names may be one in two spellings: a transliteration, a short form, a name within a name."""

import re

from checker.annotate.aliases import is_country
from checker.annotate.persons import same_entity, same_given
from checker.models.language import NameValue
from checker.rules.vocabulary import MentionView, SentenceView

# the share of letters in common at which two names are one in two spellings
_ALIKE = 75
_HARD = str.maketrans("qgcz", "kkks")
# words that a body or a town is called with or without
_WITHOUT = frozenset(
    "the of for and us u.s. united states national city county state select district".split()
)
# what a document calls somebody it does not name: "Organization 1", "Individual-1"
_STANDS_FOR_ANOTHER = re.compile(r"(?:Organi[sz]ation|Individual|Person|Company|Candidate|Victim|Witness)\b")


def one_name(a: MentionView[NameValue], b: MentionView[NameValue]) -> bool:
    """Whether two mentions are likely of one person, place or body, however each account writes it."""
    one, other = a.value, b.value
    if is_country(one.entity) and is_country(other.entity):
        # Slovak and Slovenian are spelt much alike
        return one.entity == other.entity
    if same_entity(one, other) or same_entity(other, one) or respelled(one, other):
        return True
    if _goes_on(a, b) or _goes_on(b, a):
        return True
    left, right = (_written(n) for n in (a, b))
    if not left or not right:
        return False
    people = one.kind == other.kind == "person"
    if left[-1] == right[-1] and (1 in (len(left), len(right)) or (people and len({*left} & {*right}) > 1)):
        # which of two Bidens it is was our own guess; "Libya Anna Berg" is Anna Berg
        return True
    if people and left[-1] == right[-1] and any(same_given(x, y) for x in left[:-1] for y in right[:-1]):
        # J. Christopher Stevens and Chris Stevens
        return True
    if _one_family(left, right) or (
        people and len(left) == len(right) == 1 and same_given(left[0], right[0])
    ):
        # a couple and one of them; Mike and Michael
        return True
    if people:
        return False
    if {one.kind, other.kind} & {"organisation", "place"}:
        short, long = sorted(({*left} - _WITHOUT, {*right} - _WITHOUT), key=len)
        # "Court of Appeals" and "11th Circuit Court of Appeals": a longer name may only say which
        return bool(short) and short <= long and (len(short) > 1 or len(long - short) == 0)
    return False


def named_in(name: MentionView[NameValue], sentence: SentenceView) -> bool:
    """Whether the last word of a name stands in a sentence, whoever is meant there or glued to it."""
    last = _bare(name.text).split()[-1:]
    return bool(last) and re.search(rf"\b{re.escape(last[0])}", sentence.text) is not None


def addressed(name: MentionView[NameValue]) -> bool:
    """Whether a speaker calls somebody by one name as his words end: "for border security, Chuck."."""
    text = name.document.text
    before, after = text[: name.span.start].rstrip(" "), text[name.span.end :][:1]
    quoted = any(q.value.direct and q.span.overlaps(name.span) for q in name.sentence.quotes)
    return quoted and " " not in name.text and before.endswith(",") and after in (".", "?", "!", "”", '"')


def heads_words(name: MentionView[NameValue]) -> bool:
    """Whether a sentence begins with a name and a colon, which say whose words follow: "Ann Cole: My plan"."""
    text = name.document.text
    before = text[name.sentence.span.start : name.span.start].split()
    return len(before) <= 1 and text[name.span.end :][:1] == ":"


def full_name(name: MentionView[NameValue]) -> bool:
    """Whether a name has the form of a person's full one; the tagger takes small towns for people."""
    return name.value.kind == "person" and " " in name.value.full


def placeholder(name: MentionView[NameValue]) -> bool:
    """Whether a name stands for somebody whom a document does not name: "Organization 1", "[the firm]"."""
    text = name.document.text
    before, after = text[: name.span.start].rstrip(" "), text[name.span.end :].lstrip(" ")
    if before.endswith("[") or after.startswith("]"):
        return True
    if before.endswith("”") and after.startswith("“"):
        # between two pieces of a quotation an account puts its own word
        return True
    if re.search(r"\b(?:this|that|these|those)$", before, re.IGNORECASE):
        # "this Great Hoax" is what somebody calls a thing
        return True
    return bool(_STANDS_FOR_ANOTHER.match(name.text)) and re.match(r"[-‐-―]?[A-Z\d]\b", after) is not None


def _bare(text: str) -> str:
    return text.removesuffix("'s").removesuffix("’s").rstrip("'’.")


def _written(name: MentionView[NameValue]) -> list[str]:
    return _bare(name.text).lower().replace(".", "").split()


def _goes_on(short: MentionView[NameValue], long: MentionView[NameValue]) -> bool:
    """Whether an account has the rest of a name in small letters: "the U.S. intelligence community"."""
    text = short.document.text[short.span.start :][: 2 * len(long.text)]
    return len(short.text) < len(long.text) and _letters(text).startswith(_letters(long.text))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _one_family(left: list[str], right: list[str]) -> bool:
    """Whether one name is the plural of the other's surname: the Falks, Falk."""
    return left[-1] + "s" == right[-1] or right[-1] + "s" == left[-1]


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
