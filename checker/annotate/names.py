"""Finds the names of an account and resolves them.

Every mention of one person, place or body has one entity.
"""

import re
from collections import Counter
from collections.abc import Sequence

from checker.annotate.aliases import known_entity
from checker.annotate.coreference import resolve_references
from checker.annotate.name_runs import RawName, raw_names
from checker.annotate.person_context import people_by_context
from checker.annotate.persons import (
    Gender,
    fold,
    gender_of_given,
    gender_of_titles,
    person_key,
    same_entity,
    same_given,
    split_name,
)
from checker.annotate.roles import Role, role_after, role_before
from checker.models.language import Mention, NameValue
from checker.models.text import Document, Span
from checker.parse import ParsedSentence

__all__ = ["annotate_names", "same_entity"]

_COMPANY = re.compile(r",? (?:inc|corp|co|ltd|llc|plc|company|corporation)\.?$")
_PARTY = re.compile(r"^democrat (?=\w)")
_KIN = frozenset(
    "wife husband spouse partner widow widower son daughter brother sister father mother nephew niece cousin "
    "grandson granddaughter uncle aunt ex-wife ex-husband fiancee fiancé fiancée "
    "children twins sons daughters brothers sisters parents siblings grandchildren".split()
)
_NEARBY = 4  # sentences in which a surname goes on meaning whoever was last named with it in full
_SMALL = {"of", "and", "the", "for", "in", "on", "to", "&"}


class _Account:
    """What is known of the names of one account while it is read."""

    def __init__(self, parsed: Sequence[ParsedSentence]) -> None:
        self.parsed = parsed
        self.people: dict[str, str] = {}  # key -> longest form
        # (running number of mention, key, number of its sentence) of full person names
        self.order: list[tuple[int, str, int]] = []
        self.genders: dict[str, Gender] = {}
        self.roles: dict[str, set[Role]] = {}
        self.bodies: dict[str, str] = {}
        self.acronyms: dict[str, str] = {}
        self.relatives: set[str] = set()  # introduced by kinship: the bare surname goes on meaning the other

    def add_person(self, name: RawName, number: int, sentence: int) -> None:
        key = person_key(name.text)
        key = next((k for k in self.people if _one_person(k, key)), key)
        if len(name.text) > len(self.people.get(key, "")):
            self.people[key] = name.text
        self.order.append((number, key, sentence))

    def person(self, name: RawName, number: int, sentence: int) -> str | None:
        """The key of a person's name that may be short: the full name that fits and stands nearest before."""
        parts, suffix = split_name(name.text)
        key = person_key(name.text)
        if key in self.people:
            return key
        if len(parts) > 1 and (same := next((k for k in self.people if _one_person(k, key)), None)):
            return same
        gender = gender_of_titles(name.titles)
        fitting = [
            k
            for k in self.people
            if _short_for(key, k) and (not gender or self.genders.get(k, gender) == gender)
        ]
        if not fitting and len(parts) == 1 and (name.kind == "person" or gender_of_given(key)):
            fitting = [k for k in self.people if split_name(k)[0][0] == key]
        if not fitting:
            return None
        if suffix and (suffixed := [k for k in fitting if k.endswith(" " + suffix)]):
            fitting = suffixed
        # "Mrs. Obama" is the president's wife, and "Mrs. Thatcher" her daughter only where she herself is not spoken of
        principals = [k for k in fitting if k not in self.relatives]
        fitting = [k for k in principals if not name.titles or self.genders.get(k) == gender] or fitting
        named = [(n, k, at) for n, k, at in self.order if k in fitting]
        before = [(k, at) for n, k, at in named if n <= number]
        if not before:
            return named[0][1]
        nearest, at = before[-1]
        if sentence - at <= _NEARBY:
            return nearest
        # named in passing, a namesake does not take it over for the rest of the text: who was named first goes before
        full = Counter(k for k, _ in before)
        return max(full, key=lambda k: full[k])


def annotate_names(
    document: Document, parsed: Sequence[ParsedSentence], found: Sequence[Mention] = ()
) -> list[Mention]:
    """Mentions of kind ``name``, pronouns and definite descriptions that stand for one included, in order.

    ``found`` is not used: names are found first.
    """
    account = _Account(parsed)
    names = [raw_names(p.doc, i, p.sentence.kind in {"headline", "heading"}) for i, p in enumerate(parsed)]
    _titles_before(account, names)
    people_by_context(parsed, names)
    _learn(account, names)
    _add_known(account, names)
    _resolve(account, names)
    mentions = [_mention(account, n) for row in names for n in row if n.entity]
    mentions = _one_kind(mentions)
    references = resolve_references(document, parsed, mentions, account.roles)
    return sorted([*mentions, *references], key=lambda m: (m.span.start, m.span.end))


def _titles_before(account: _Account, names: list[list[RawName]]) -> None:
    """Give persons the titles that stand before them, and the state or body these go with."""
    for row, parse in zip(names, account.parsed, strict=True):
        for name in row:
            if name.alias is not None and name.kind != "other":
                continue
            role = role_before(parse.doc, name, row)
            if role is not None:
                name.titles = (role[1].title,)
                name.country = role[1].country
                name.kind = "person"


def _learn(account: _Account, names: list[list[RawName]]) -> None:
    """Collect full names of persons, bodies, and acronyms that the text introduces."""
    number = 0
    for at, (row, parse) in enumerate(zip(names, account.parsed, strict=True)):
        for name in row:
            number += 1
            if name.alias is not None:
                continue
            if name.kind == "person" and len(split_name(name.text)[0]) > 1:
                known = len(account.people)
                account.add_person(name, number, at)
                key = account.order[-1][1]
                if len(account.people) > known and _after_kinship(parse, name):
                    account.relatives.add(key)
                gender = gender_of_titles(name.titles) or gender_of_given(name.text)
                if gender:
                    account.genders.setdefault(key, gender)
            elif name.kind == "organisation":
                account.bodies.setdefault(_body_key(name.text), name.text)
            _learn_acronym(account, parse, name)


def _after_kinship(parse: ParsedSentence, name: RawName) -> bool:
    """Whether the name is given to somebody's relative: "his wife, Anna Berg", "their twins Karl and Eva Berg"."""
    before = [t for t in parse.doc[max(0, name.start - 5) : name.start] if not t.is_punct]
    if len(before) > 2 and before[-1].lower_ == "and" and before[-2].is_title:
        # the other one's given name
        before = before[:-2]
    return bool(before) and before[-1].lower_ in _KIN


def _learn_acronym(account: _Account, parse: ParsedSentence, name: RawName) -> None:
    doc = parse.doc
    if name.end + 2 < len(doc) and doc[name.end].text == "(":
        at = name.end + 1 + (doc[name.end + 1].lower_ == "the")
        if (
            at + 1 < len(doc)
            and doc[at + 1].text == ")"
            and re.fullmatch(r"[A-Z][A-Za-z&.]*[A-Z.]", doc[at].text)
        ):
            acronym = doc[at].text.replace(".", "")
            if name.text[0] == acronym[0] and name.kind != "person":
                account.acronyms[acronym] = name.entity or _body_key(name.text)


def _add_known(account: _Account, names: list[list[RawName]]) -> None:
    """Find surnames and full names of known persons where the tagger or a headline's capitals hid them."""
    surnames = {split_name(k)[0][-1]: k for k in account.people}
    lower_words = {t.text for p in account.parsed for t in p.doc if t.is_lower}
    for number, (row, parse) in enumerate(zip(names, account.parsed, strict=True)):
        covered = {i for n in row for i in range(n.start, n.end)}
        at = 0
        doc = parse.doc
        while at < len(doc):
            token = doc[at]
            folded = fold(token.text)
            if (
                at in covered
                or not token.text[:1].isupper()
                or folded not in surnames
                or folded in lower_words
            ):
                at += 1
                continue
            start = at
            given = split_name(surnames[folded])[0][0]
            if at and at - 1 not in covered and fold(doc[at - 1].text) == given:
                start = at - 1
            row.append(RawName(number, start, at + 1, doc[start : at + 1].text, "person"))
            at += 1
        row.sort(key=lambda n: n.start)


def _resolve(account: _Account, names: list[list[RawName]]) -> None:
    number = 0
    for at, (row, parse) in enumerate(zip(names, account.parsed, strict=True)):
        for name in row:
            number += 1
            _resolve_one(account, name, number, at)
        for name in row:
            if name.kind == "person":
                _learn_roles(account, parse, row, name)


def _resolve_one(account: _Account, name: RawName, number: int, at: int) -> None:
    bare = name.text.replace(".", "")
    if bare in account.acronyms:
        # what the text introduces goes before what everybody knows
        name.entity, name.kind = account.acronyms[bare], "organisation"
        return
    if name.entity:
        return
    person = account.person(name, number, at) if name.kind != "organisation" or " " not in name.text else None
    if person is not None and (name.kind == "person" or " " not in name.text):
        name.entity, name.kind = person, "person"
        return
    if name.kind == "person":
        name.entity = person_key(name.text)
        account.people.setdefault(name.entity, name.text)
        account.order.append((number, name.entity, at))
        gender = gender_of_titles(name.titles)
        if gender:
            account.genders.setdefault(name.entity, gender)
        return
    name.entity = _body_entity(account, name.text)


def _body_entity(account: _Account, text: str) -> str:
    key = _body_key(text)
    if re.fullmatch(r"[A-Z]{2,6}", text.replace(".", "")):
        initials = text.replace(".", "")
        full = next((k for k, t in account.bodies.items() if _initials(t) == initials), None)
        return full or key
    if key in account.bodies or " " in key:
        return key
    longer = [k for k in account.bodies if k.startswith(key + " ")]
    return longer[0] if len(longer) == 1 else key


def _initials(text: str) -> str:
    return "".join(
        w[0] for w in re.split(r"[\s-]+", text) if w and w.lower() not in _SMALL and w[0].isalpha()
    ).upper()


def _body_key(text: str) -> str:
    # what its opponents call it is the same party: "the Democrat House"
    return _PARTY.sub("democratic ", _COMPANY.sub("", fold(text).removeprefix("the ")))


def _learn_roles(account: _Account, parse: ParsedSentence, row: list[RawName], name: RawName) -> None:
    roles = account.roles.setdefault(name.entity, set())
    country = next((n.entity for n in row if n.entity and _names_country(n, name.country)), name.country)
    roles.update(Role(t, country) for t in name.titles)
    after = role_after(parse.doc, name, row)
    if after is not None:
        roles.add(after)
    gender = gender_of_titles(tuple(r.title for r in roles))
    if gender:
        account.genders.setdefault(name.entity, gender)


def _names_country(name: RawName, country: str) -> bool:
    return bool(country) and name.text.lower() == country


def _one_person(a: str, b: str) -> bool:
    """Whether two keys of full names in one account are one person's: Joe and Joseph Biden."""
    (x, x_suffix), (y, y_suffix) = split_name(a), split_name(b)
    return len(x) > 1 and len(y) > 1 and x_suffix == y_suffix and x[1:] == y[1:] and same_given(x[0], y[0])


def _short_for(key: str, full: str) -> bool:
    """Whether ``key`` is the surname (or the last words) of ``full``."""
    parts, _ = split_name(full)
    short, _ = split_name(key)
    return len(parts) > len(short) and parts[-len(short) :] == short


def _mention(account: _Account, name: RawName) -> Mention:
    parse = account.parsed[name.sentence]
    tokens = parse.doc[name.start : name.end]
    start = parse.sentence.span.start + tokens.start_char
    end = start + len(tokens.text)
    full = (
        account.people.get(name.entity, "") if name.kind == "person" else account.bodies.get(name.entity, "")
    )
    value = NameValue(
        entity=name.entity,
        kind=name.kind,
        full=full or tokens.text,
        titles=name.titles,
        adjective=name.adjective,
        country=name.country,
        gender=_gender(account, name),
    )
    return Mention(
        kind="name",
        span=Span(start=start, end=end),
        text=tokens.text,
        value=value,
        sentence=parse.sentence.index,
    )


def _one_kind(mentions: list[Mention]) -> list[Mention]:
    """Give all mentions of an entity that is in no table the kind most of them have."""
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        if isinstance(mention.value, NameValue):
            counts.setdefault(mention.value.entity, Counter())[mention.value.kind] += 1
    return [_with_kind(m, counts) for m in mentions]


def _with_kind(mention: Mention, counts: dict[str, Counter[str]]) -> Mention:
    value = mention.value
    if not isinstance(value, NameValue) or known_entity(mention.text) is not None:
        return mention
    kinds = Counter({k: n for k, n in counts[value.entity].items() if k != "other"}) or counts[value.entity]
    best = max(sorted(kinds), key=lambda k: kinds[k])
    if best == value.kind:
        return mention
    return mention.model_copy(update={"value": value.model_copy(update={"kind": best})})


def _gender(account: _Account, name: RawName) -> Gender:
    return account.genders.get(name.entity, "") if name.kind == "person" else ""
