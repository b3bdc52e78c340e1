"""Finds where names stand in a sentence: known names, runs of capitalised words, titles before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.annotate.aliases import Alias, AliasHit, Kind, find_aliases, is_capitals, stands_for_government
from checker.annotate.data import words
from checker.annotate.name_kinds import KINDS, ORGANISATION_WORDS, PLACE_WORDS, kind_of
from checker.annotate.persons import gender_of_given
from checker.annotate.titles import is_title_word, title_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINERS = words("of de da del della di du dos van von der den bin bint ibn al el la le & ' d")
_TIME_WORDS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august  september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug "
    "sep sept oct nov dec  gmt est edt utc pst am pm bc ad christmas easter thanksgiving"
)
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_NEVER_NAMES = words("i i'm i’m mr mr. mrs mrs. ms ms. ok tv dna covid covid-19 internet god am pm")
# prepositions that the tagger takes for a part of the name after them: "Near Oslo a barge sank"
_FIRST_WORDS = words("near after before under over inside outside across around behind beyond")
# "R-Wis": a party and a state, which is no name
_PARTY_AND_STATE = re.compile(r"[RDI][-‐-―][A-Z][a-z]+\.?")
_FRONT_ONLY = words(
    "king queen prince princess lord lady sir dame major private general chief coach manager principal"
)


@dataclass
class RawName:
    """A name as it stands in a sentence (tokens ``start:end``), before it is known whose name it is."""

    sentence: int
    start: int
    end: int
    text: str
    kind: Kind
    titles: tuple[str, ...] = ()
    country: str = ""
    alias: Alias | None = None
    entity: str = ""
    adjective: bool = False


def is_title_case(doc: "Doc") -> bool:
    """Whether most words begin with a capital, as in a headline, so that capitals show no names."""
    long = [t for t in doc if t.is_alpha and len(t.text) >= 4]
    # a short sentence with several names is no headline: headlines end without a full stop
    share = 0.95 if doc.text.rstrip().endswith((".", "”", '"')) else 0.75
    return len(long) >= 5 and sum(t.text[0].isupper() for t in long) >= share * len(long)


def raw_names(doc: "Doc", sentence: int, headline: bool = False) -> list[RawName]:
    """The names of one sentence in order; in a headline only those that capitals do not have to show."""
    hits = _alias_hits(doc)
    found: list[RawName] = []
    if headline or is_title_case(doc) or is_capitals(doc.text):
        taken = {i for s, e, _ in hits for i in range(s, e)}
        found += [_from_alias(doc, sentence, *hit) for hit in hits]
        for ent in doc.ents:
            parts = [t for t in ent if t.is_alpha]
            free = not taken & set(range(ent.start, ent.end)) and not is_capitals(doc.text)
            if free and ent.label_ == "PERSON" and len(parts) == 2 and gender_of_given(parts[0].text):
                found.append(RawName(sentence, ent.start, ent.end, ent.text, "person"))
        return sorted(found, key=lambda n: n.start)
    covered: set[int] = set()
    for start, end in _runs(doc, hits):
        for name in _split_run(doc, sentence, start, end, hits):
            found.append(name)
            covered.update(range(name.start, name.end))
    for start, end, hit in hits:
        if not covered & set(range(start, end)):
            found.append(_from_alias(doc, sentence, start, end, hit))
    return sorted(found, key=lambda n: n.start)


def _alias_hits(doc: "Doc") -> list[tuple[int, int, AliasHit]]:
    found = []
    for hit in find_aliases(doc.text):
        span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if span is not None and len(span):
            found.append((span.start, span.end, hit))
    return found


def _from_alias(doc: "Doc", sentence: int, start: int, end: int, hit: AliasHit) -> RawName:
    alias = hit.alias
    entity = alias.entity
    kind = alias.kind
    if alias.government and stands_for_government(doc, start, end):
        entity = alias.government
    text = doc.text[hit.start : hit.end]
    adjective = alias.adjective or (kind in {"place", "organisation"} and _premodifies(doc, start, end))
    return RawName(sentence, start, end, text, kind, (), "", alias, entity, adjective)


def _premodifies(doc: "Doc", start: int, end: int) -> bool:
    """Whether the name stands before a noun as an adjective would: the US president, UK ministers."""
    root: Token = doc[start:end].root
    return bool(root.dep_ in {"compound", "amod", "nmod"} and root.head.i >= end)


def _is_cap(token: "Token") -> bool:
    return bool(token.text[:1].isupper() or (token.text[:1].isdigit() and token.pos_ == "PROPN"))


def _nameish(token: "Token") -> bool:
    if not _is_cap(token) or token.lower_ in _NEVER_NAMES:
        return False
    if token.lower_ in _TIME_WORDS:
        # Theresa May, Frederic March
        before = token.nbor(-1) if token.i else None
        named = before is not None and _is_cap(before) and gender_of_given(before.text) != ""
        if token.lower_ in _WEEKDAYS and not (named and (token.i < 2 or not _is_cap(token.nbor(-2)))):
            # "endorsed Anna Berg Wednesday" is no surname, "Joe Friday" is one
            return False
        return token.pos_ == "PROPN" and (named or token.ent_type_ == "PERSON")
    if token.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}:
        return _surname(token)
    if token.i == 0 and token.lower_ in _FIRST_WORDS:
        return False
    if token.pos_ == "PROPN":
        return True
    first = token.i == 0 or token.nbor(-1).text in {'"', "“", "‘", ":", "—", "–", "-", "(", "’", "'"}
    if token.ent_type_ in KINDS and not first:
        return True
    return not first and token.pos_ in {"NOUN", "ADJ"} and _neighbours_name(token)


def _surname(token: "Token") -> bool:
    """Whether the tagger takes a rare surname right after a given name for a date or a figure."""
    if token.i == 0 or token.pos_ != "PROPN" or not token.is_alpha:
        return False
    before = token.nbor(-1)
    alone = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor(1).ent_iob_ != "I")
    given = before.pos_ == "PROPN" and _is_cap(before) and before.head == token and before.ent_type_ == ""
    return bool(alone and given)


def _neighbours_name(token: "Token") -> bool:
    near = [token.nbor(d) for d in (-1, 1) if 0 <= token.i + d < len(token.doc)]
    return any(t.pos_ == "PROPN" and _is_cap(t) for t in near)


def _runs(doc: "Doc", hits: list[tuple[int, int, AliasHit]]) -> Iterator[tuple[int, int]]:
    """Longest stretches of capitalised words that may be one name with its titles."""
    alias_at = {i for s, e, _ in hits for i in range(s, e)}
    at = 0
    while at < len(doc):
        if not (_nameish(doc[at]) or at in alias_at):
            at += 1
            continue
        end = at + 1
        while end < len(doc):
            token = doc[end]
            if _nameish(token) or end in alias_at:
                end += 1
            elif (
                _given_syllable(doc, end)
                or (
                    end + 1 < len(doc)
                    and _joins(doc, end)
                    and (_nameish(doc[end + 1]) or end + 1 in alias_at)
                )
                or (
                    token.text == ","
                    and end + 1 < len(doc)
                    and doc[end + 1].lower_ in {"jr", "jr.", "sr", "sr."}
                )
            ):
                end += 2
            else:
                break
        yield at, end
        at = end


def _given_syllable(doc: "Doc", at: int) -> bool:
    """Whether a hyphen and a small syllable go on with a given name: Moon Jae-in, Kim Jong-un."""
    if doc[at].text != "-" or at + 1 >= len(doc) or doc[at - 1].whitespace_ or doc[at].whitespace_:
        return False
    syllable = doc[at + 1]
    return bool(
        syllable.is_lower
        and len(syllable.text) <= 5
        and syllable.ent_type_ == doc[at - 1].ent_type_ == "PERSON"
    )


def _joins(doc: "Doc", at: int) -> bool:
    token = doc[at]
    if token.text in {"-", "–"}:
        return not token.whitespace_ and not doc[at - 1].whitespace_ and at - 1 >= 0
    if token.lower_ == "and":
        return bool(
            token.ent_type_ == "ORG" and doc[at - 1].ent_type_ == "ORG" and doc[at + 1].ent_type_ == "ORG"
        )
    if token.lower_ == "of":
        return doc[at - 1].lower_ not in {
            "president",
            "leader",
            "minister",
            "chief",
            "head",
            "king",
            "queen",
            "mayor",
        }
    return token.lower_ in _JOINERS and token.lower_ != "'"


def _split_run(
    doc: "Doc", sentence: int, start: int, end: int, hits: list[tuple[int, int, AliasHit]]
) -> Iterator[RawName]:
    """Names of one run: known names apart, titles taken off, a title in the middle parts two names."""
    inside = [h for h in hits if h[0] >= start and h[1] <= end]
    protected = {i for s, e, _ in inside for i in range(s, e)}
    pieces: list[tuple[int, int]] = []
    titles: dict[int, tuple[int, str]] = {}
    at = begin = start
    while at < end:
        stop, title = (at, "") if at in protected else title_at(doc, at, end)
        if (
            title
            and stop <= end
            and (at == begin or stop < end)
            and not (at > begin and doc[at].lower_ in _FRONT_ONLY)
        ):
            if at > begin:
                pieces.append((begin, at))
            titles[stop] = (at, title)
            begin = at = stop
        else:
            at += 1
    if begin < end:
        pieces.append((begin, end))
    for left, right in pieces:
        before = titles.get(left)
        yield from _names_of_piece(doc, sentence, left, right, inside, before[1] if before else "")


def _names_of_piece(
    doc: "Doc", sentence: int, left: int, right: int, hits: list[tuple[int, int, AliasHit]], title: str
) -> Iterator[RawName]:
    inside = [h for h in hits if left <= h[0] and h[1] <= right]
    at = left
    for start, end, hit in inside:
        if end <= at:
            continue
        rest_is_person = _person_ent(doc, left, right)
        whole = _whole_is_one(doc, left, right, start, end, hit, rest_is_person)
        if whole:
            break
        if start > at:
            yield from _plain(doc, sentence, at, start, title)
        yield _from_alias(doc, sentence, start, end, hit)
        title = ""
        at = end
    if at < right:
        yield from _plain(doc, sentence, at, right, title)


def _person_ent(doc: "Doc", left: int, right: int) -> bool:
    return bool(sum(t.ent_type_ == "PERSON" for t in doc[left:right]) > (right - left) / 2)


def _whole_is_one(
    doc: "Doc", left: int, right: int, start: int, end: int, hit: AliasHit, person: bool
) -> bool:
    """Whether a known name is only a part of a longer one.

    Paris Hilton, Bank of America, American Airlines.
    """
    if right - left == end - start:
        return False
    if any(t.text in {"-", "–", "/"} for t in doc[left:right]):
        return False
    if person and not hit.alias.adjective and hit.alias.kind == "place" and right - left <= 3:
        if start == left and right - end == 2 and gender_of_given(doc[end].text):
            # "the ambassador to Libya Anna Berg"
            return False
        return gender_of_given(doc[left].text) != "" or start == left
    last = doc[right - 1].lower_
    if right > end and (last in ORGANISATION_WORDS or last in PLACE_WORDS):
        return not any(doc[i].text == "," for i in range(left, right))
    ents = {(t.ent_type_, t.ent_iob_) for t in doc[left:right]}
    labels = {label for label, _ in ents}
    return (
        len(labels) == 1
        and labels <= {"ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW"}
        and hit.alias.kind != "organisation"
    )


def _plain(doc: "Doc", sentence: int, left: int, right: int, title: str) -> Iterator[RawName]:
    """A name that is in no table; bare joiners and articles at its edges are left off."""
    while left < right and (doc[left].is_punct or doc[left].lower_ in _JOINERS | {"the", "and"}):
        left += 1
    while right > left and (
        (doc[right - 1].is_punct and doc[right - 1].text not in {"."})
        or doc[right - 1].lower_ in _JOINERS | {"the", "and"}
    ):
        right -= 1
    if left >= right:
        return
    span = doc[left:right]
    if _PARTY_AND_STATE.fullmatch(span.text):
        return
    if sum(c.isalpha() for c in span.text) < 2 or (right - left == 1 and doc[left].is_stop and not title):
        return
    if not title and left == right - 1 and doc[left].ent_type_ == "" and _common_word(doc[left]):
        return
    kind = kind_of(doc, left, right, bool(title))
    of = next((t.i for t in doc[left:right] if t.lower_ == "of"), 0)
    if kind == "person" and of:
        # "Joe Arpaio of Maricopa County"
        yield RawName(sentence, left, of, doc[left:of].text, "person", (title,) if title else ())
        yield from _plain(doc, sentence, of + 1, right, "")
        return
    yield RawName(
        sentence, left, right, span.text, kind_of(doc, left, right, bool(title)), (title,) if title else ()
    )


def _common_word(token: "Token") -> bool:
    """A capitalised word that is no name: first in its sentence, or a title alone.

    An unlabelled plural at the beginning is a common noun, whatever its tag: "Evacuees were housed in schools".
    """
    plural = len(token.text) > 4 and re.search(r"[^sui]s$", token.lower_) is not None
    return (token.i == 0 and (token.pos_ != "PROPN" or plural)) or is_title_word(token.lower_)
