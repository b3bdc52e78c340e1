"""Names of persons: the key they share in all spellings, their gender, whether two names are one person's."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from checker.annotate.data import table, words
from checker.models.language import NameValue

Gender = Literal["", "male", "female"]

_SUFFIX = {
    "jr": "jr",
    "jr.": "jr",
    "junior": "jr",
    "sr": "sr",
    "sr.": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
}
_PARTICLES = words(
    "de da del della di du dos van von der den bin bint ibn al el la le abu ben ter ten st st. mac"
)
_PLAIN_TITLES = words("mr. mrs. ms. miss sir lord lady dame doctor professor")


@lru_cache(maxsize=1 << 13)
def fold(text: str) -> str:
    """Lower case without accents, apostrophes straight, hyphens as spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", re.sub(r"[-‐-–]", " ", bare.replace("’", "'"))).strip().lower()


def split_name(full: str) -> tuple[list[str], str]:
    """The words of a name, folded, and its suffix ('jr') apart."""
    parts = [p.strip(",") for p in fold(full).split()]
    suffix = ""
    while len(parts) > 1 and parts[-1] in _SUFFIX:
        suffix = _SUFFIX[parts.pop()]
    return parts, suffix


def person_key(full: str) -> str:
    """The entity key of a person: given name, surname, suffix; middle names and initials are left out.

    Names whose first word is not a known given name keep all words, since it is not known which are
    middle names ("Kim Jong Un"); initials go in any case.
    """
    parts, suffix = split_name(full)
    if len(parts) > 2:
        parts = [
            parts[0],
            *(p for p in parts[1:-1] if not re.fullmatch(r"[a-z]\.?|(?:[a-z]\.){2,}", p)),
            parts[-1],
        ]
    if len(parts) > 2 and gender_of_given(parts[0]):
        tail = 1
        while tail < len(parts) - 1 and parts[-tail - 1] in _PARTICLES:
            tail += 1
        parts = [parts[0], *parts[-tail:]]
    return " ".join([*parts, suffix] if suffix else parts)


@lru_cache(maxsize=1)
def _given() -> tuple[frozenset[str], frozenset[str]]:
    names = table("given_names")
    return frozenset(names["male"].split()), frozenset(names["female"].split())


def gender_of_given(name: str) -> Gender:
    """'male', 'female', or empty when the given name is not known."""
    male, female = _given()
    bare = fold(name).split(" ")[0] if name else ""
    # of the names that English gives to women, "Jean" in front of another is a man's: Jean-Luc
    if bare in male or re.match(r"jean[-‐‑]\w", name.casefold()):
        return "male"
    return "female" if bare in female else ""


def gender_of_titles(titles: tuple[str, ...]) -> Gender:
    """'male' or 'female' where a title tells."""
    names = table("titles")
    for title in titles:
        for word in (title, title.split()[-1] if title else ""):
            if word in names["male"]:
                return "male"
            if word in names["female"]:
                return "female"
    return ""


def canonical_title(title: str) -> str:
    """One form for titles that mean the same office: 'sen.' and 'senator', British and American spelling."""
    same: dict[str, str] = table("titles")["same"]
    low = title.lower()
    return same.get(low, low)


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(table("given_names")["short"]):
        for name in group:
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def same_given(a: str, b: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, a short form, one spelling apart."""
    from rapidfuzz.distance import DamerauLevenshtein

    if a == b:
        return True
    x, y = a.rstrip("."), b.rstrip(".")
    if len(x) == 1 or len(y) == 1:
        return x[:1] == y[:1]
    forms = _short_forms()
    if forms.get(x, frozenset()) & forms.get(y, frozenset()):
        return True
    both_known = bool(gender_of_given(x)) and bool(gender_of_given(y))
    return not both_known and min(len(x), len(y)) >= 5 and DamerauLevenshtein.distance(x, y) <= 1


def same_surname(a: str, b: str) -> bool:
    """Whether two surnames are spellings of one.

    Zelenskyy and Zelensky, Gaddafi and Kadafi, but not Brown, Braun.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    if a == b:
        return True
    x, y = _sound(a), _sound(b)
    if min(len(x), len(y)) < 4:
        return False
    if x == y:
        return min(len(a), len(b)) >= 6
    return min(len(x), len(y)) >= 7 and x[0] == y[0] and DamerauLevenshtein.distance(x, y) <= 1


def _sound(surname: str) -> str:
    """A rough common form of transliterations: doubled letters, -yy/-iy/-y/-i, q/k/g/kh, w/v, ts/z, ou/u."""
    text = re.sub(r"[^a-z]", "", surname)
    for old, new in (
        ("kh", "h"),
        ("gh", "g"),
        ("q", "g"),
        ("dh", "d"),
        ("th", "d"),
        ("ck", "k"),
        ("ph", "f"),
    ):
        text = text.replace(old, new)
    for old, new in (
        ("ou", "u"),
        ("w", "v"),
        ("ie", "i"),
        ("ey", "y"),
        ("iy", "y"),
        ("ij", "y"),
        ("ii", "y"),
    ):
        text = text.replace(old, new)
    text = re.sub(r"(.)\1+", r"\1", text)
    text = re.sub(r"[iy]+$", "y", text)
    return re.sub(r"^[kgc](?=ad|h)", "g", text)


def same_entity(a: NameValue, b: NameValue) -> bool:
    """Whether two names, of one account or of two, are the same person, place or body; unsure is no.

    Persons of one surname are the same when their given names agree, and, where one account gives the surname
    alone, when nothing else of what is known (title, gender, state) speaks against it.
    """
    if a.entity and a.entity == b.entity:
        return True
    if not a.entity or not b.entity or {a.kind, b.kind} - {"person"}:
        return False
    if a.gender and b.gender and a.gender != b.gender:
        return False
    (left, left_suffix), (right, right_suffix) = (
        split_name(a.full or a.entity),
        split_name(b.full or b.entity),
    )
    if not left or not right or not same_surname(left[-1], right[-1]):
        return False
    if left_suffix and right_suffix and left_suffix != right_suffix:
        return False
    if len(left) > 1 and len(right) > 1:
        if left_suffix != right_suffix:
            # "Jesse Jackson" and "Jesse Jackson Jr." are father and son unless their titles agree
            return same_given(left[0], right[0]) and bool(_offices(a) & _offices(b))
        short, long = sorted((left, right), key=len)
        # "Peña Nieto" is Enrique Peña Nieto
        return same_given(left[0], right[0]) or (len(short) < len(long) and long[-len(short) :] == short)
    return _titles_agree(a, b) and left[-1] == right[-1]


def _offices(value: NameValue) -> set[str]:
    return {canonical_title(t) for t in value.titles} - _PLAIN_TITLES


def _titles_agree(a: NameValue, b: NameValue) -> bool:
    mine, theirs = _offices(a), _offices(b)
    return not mine or not theirs or bool(mine & theirs)


def link_entities(names: Iterable[NameValue]) -> dict[str, str]:
    """For the names of all accounts of a story.

    The entity keys of persons that are another key's person.

    "trump", where an account gives the surname alone, maps to "donald trump" when no other full name of
    the story fits it; spellings of one name map to the one that comes first in the alphabet. Keys that
    stay are not listed.
    """
    values: dict[str, NameValue] = {}
    for value in names:
        if value.kind == "person" and not value.pronoun and value.entity:
            held = values.get(value.entity)
            titles = tuple(sorted({*value.titles, *(held.titles if held else ())}))
            longest = max(value, held or value, key=lambda v: (len(v.full), v.full))
            values[value.entity] = longest.model_copy(update={"titles": titles})
    full = [values[k] for k in sorted(values) if len(split_name(k)[0]) > 1]
    links: dict[str, str] = {}
    for number, value in enumerate(full):
        first = next((v for v in full[:number] if v.entity not in links and same_entity(v, value)), None)
        if first is not None:
            links[value.entity] = first.entity
    for key in sorted(values):
        if len(split_name(key)[0]) == 1:
            fitting = {links.get(v.entity, v.entity) for v in full if same_entity(values[key], v)}
            if not fitting and gender_of_given(key):
                # "his wife, Margaret" where another account has Margaret Hill
                fitting = {links.get(v.entity, v.entity) for v in full if split_name(v.full)[0][0] == key}
            if len(fitting) == 1:
                links[key] = fitting.pop()
    return links
