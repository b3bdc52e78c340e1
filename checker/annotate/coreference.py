"""Finds whom pronouns and descriptions ('the US president') stand for, where that is safe.

Unsure ones are left out.

Walks the account in order and keeps the names mentioned of late. A pronoun takes the one candidate that
fits in gender and number; where several fit, only the subject of the clause it depends on or of the
sentence before, and nothing when that does not decide.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Literal

from checker.annotate.aliases import find_aliases, is_country
from checker.annotate.data import words
from checker.annotate.quotations import Places, quoted_spans
from checker.annotate.titles import title_at
from checker.models.language import Mention, NameValue
from checker.models.text import Document, Span
from checker.parse import ParsedSentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from checker.annotate.roles import Role

_GENDER: dict[str, Literal["male", "female"]] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_THINGS = words("it its itself")
_GROUPS = words("they them their themselves")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAYING = words(
    "say tell add claim insist argue announce declare deny warn promise vow state write report note "
    "believe think hope"
)
_LOOK_BACK = 2
_MOST = 100  # mentions looked at; no three sentences of an article have as many


@dataclass
class _Seen:
    """A name as seen in passing: where, and whether as a subject."""

    mention: Mention
    sentence: int
    token: int
    subject: bool
    root_subject: bool

    @property
    def value(self) -> NameValue:
        assert isinstance(self.mention.value, NameValue)
        return self.mention.value


def resolve_references(
    document: Document,
    parsed: Sequence[ParsedSentence],
    names: Sequence[Mention],
    roles: "Mapping[str, Iterable[Role]]",
) -> list[Mention]:
    """Mentions (``pronoun=True``) for pronouns and descriptions.

    ``names`` are the account's resolved names.
    """
    quoted = quoted_spans(document.text, [p.sentence for p in parsed])
    walk = _Walk(parsed, names, roles, quoted)
    return [m for i in range(len(parsed)) for m in walk.sentence(i)]


class _Walk:
    def __init__(
        self,
        parsed: Sequence[ParsedSentence],
        names: Sequence[Mention],
        roles: "Mapping[str, Iterable[Role]]",
        quoted: Sequence[Span],
    ) -> None:
        self.parsed = parsed
        self.roles = {e: sorted(r, key=lambda x: (x.title, x.country)) for e, r in roles.items()}
        self.quoted = Places(quoted)
        self.by_sentence: dict[int, list[Mention]] = {}
        for mention in names:
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
        self.seen: list[_Seen] = []
        # a pronoun that a gender was given to tells the gender of an unknown given name later on
        self.genders: dict[str, str] = {}
        for mention in names:
            if isinstance(mention.value, NameValue) and mention.value.gender:
                self.genders.setdefault(mention.value.entity, mention.value.gender)

    def sentence(self, position: int) -> list[Mention]:
        parse = self.parsed[position]
        doc, base = parse.doc, parse.sentence.span.start
        starts = {m.span.start - base: m for m in self.by_sentence.get(parse.sentence.index, ())}
        found: list[Mention] = []
        taken_to = -1
        for token in doc:
            if token.idx in starts:
                self._see(starts[token.idx], position, doc)
                taken_to = max(taken_to, starts[token.idx].span.end - base)
                continue
            if token.idx < taken_to or self._in_quotation(base + token.idx):
                continue
            mention = self._pronoun(token, position) or self._description(token, position)
            if mention is not None:
                found.append(mention)
                self._see(mention, position, doc)
                taken_to = mention.span.end - base
        return found

    def _in_quotation(self, place: int) -> bool:
        return place in self.quoted

    def _see(self, mention: Mention, position: int, doc: "Doc") -> None:
        base = self.parsed[position].sentence.span.start
        span = doc.char_span(mention.span.start - base, mention.span.end - base, alignment_mode="expand")
        if span is None or self._in_quotation(mention.span.start):
            return
        root = span.root
        subject = root.dep_ in _SUBJECTS
        top = subject and root.head.dep_ in {"ROOT", "conj", "parataxis"}
        self.seen.append(_Seen(mention, position, root.i, subject, top))

    def _candidates(self, position: int, back: int = _LOOK_BACK) -> list[_Seen]:
        recent = takewhile(lambda s: s.sentence >= position - back, reversed(self.seen))
        return [s for s in islice(recent, _MOST) if not s.value.adjective][::-1]

    # -- pronouns

    def _pronoun(self, token: "Token", position: int) -> Mention | None:
        low = token.lower_
        if low in _GENDER:
            entity = self._person_for(token, position, _GENDER[low])
        elif low in _THINGS and token.dep_ != "expl":
            entity = self._thing_for(token, position)
        else:
            entity = ""
        if not entity:
            return None
        return self._mention(token.doc, token.i, token.i + 1, position, entity)

    def _fits(self, seen: _Seen, gender: str) -> bool:
        if seen.value.kind != "person":
            return False
        known = self.genders.get(seen.value.entity, "")
        return not known or known == gender

    def _person_for(self, token: "Token", position: int, gender: str) -> str:
        ahead = self._subject_ahead(token, position, gender)
        if ahead is not None:
            return ahead
        not_it = {(position, i) for i in (token.i, *_doers_of(token))}
        fitting = [
            s
            for s in self._candidates(position)
            if self._fits(s, gender) and (s.sentence, s.token) not in not_it
        ]
        if not fitting:
            return ""
        here = [s for s in fitting if s.sentence == position and s.token < token.i]
        chosen = self._governing_subject(token, here)
        if chosen is not None:
            return chosen
        if len(_entities(fitting)) == 1:
            return fitting[0].value.entity
        subjects_here = _entities(s for s in here if s.root_subject)
        if len(subjects_here) == 1 and token.dep_ in _SUBJECTS | {"poss"}:
            return subjects_here[0]
        if here:
            only = _entities(here)
            return only[0] if len(only) == 1 else ""
        latest = max(s.sentence for s in fitting)
        before = [s for s in fitting if s.sentence == latest]
        subjects = _entities(s for s in before if s.root_subject)
        if len(subjects) == 1 and token.dep_ in _SUBJECTS | {"poss"}:
            return subjects[0]
        only = _entities(before)
        return only[0] if len(only) == 1 else ""

    def _subject_ahead(self, token: "Token", position: int, gender: str) -> str | None:
        """The main subject behind a fronted clause.

        'As he left, Trump said'; empty when it is not a known name.
        """
        verb = token.head
        while (
            verb.dep_ in {"aux", "auxpass", "xcomp", "poss", "dobj", "pobj", "prep", "pcomp"}
            and verb.head.i != verb.i
        ):
            verb = verb.head
        main = verb.head
        if verb.dep_ not in {"advcl", "prep"} or main.i <= token.i:
            return None
        subject = next((c for c in main.children if c.dep_ in _SUBJECTS), None)
        if subject is None or subject.i < token.i or subject.pos_ == "PRON":
            return None
        parse = self.parsed[position]
        place = parse.sentence.span.start + subject.idx
        for mention in self.by_sentence.get(parse.sentence.index, ()):
            value = mention.value
            if mention.span.start <= place < mention.span.end and isinstance(value, NameValue):
                fits = value.kind == "person" and self.genders.get(value.entity, gender) == gender
                return value.entity if fits else None
        return "" if _personal(subject) else None

    def _governing_subject(self, token: "Token", here: list[_Seen]) -> str | None:
        """The subject of the verb whose clause the pronoun's clause is: 'Trump said he ...'.

        ``None`` when nothing governs; empty when it is somebody unknown ('the officer said he ...').
        """
        verb = token.head
        while (
            verb.dep_ in {"aux", "auxpass", "conj", "xcomp", "poss", "dobj", "pobj", "prep"}
            and verb.head.i != verb.i
        ):
            verb = verb.head
        if verb.dep_ not in {"ccomp", "advcl", "relcl"}:
            return None
        subjects = [c for c in verb.head.children if c.dep_ in _SUBJECTS]
        for subject in subjects:
            for seen in here:
                if seen.token == subject.i:
                    return seen.value.entity
            if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _SAYING and _personal(subject):
                return ""
        return None

    def _thing_for(self, token: "Token", position: int) -> str:
        """'It' for a state or body.

        Only the subject of the verb that governs the clause ('Israel said it ...').
        """
        here = [
            s
            for s in self._candidates(position, 0)
            if s.token < token.i and (s.value.kind == "organisation" or is_country(s.value.entity))
        ]
        if token.lower_ == "its" or token.dep_ in _SUBJECTS:
            chosen = self._governing_subject(token, here)
            if chosen:
                return chosen
        subjects = _entities(s for s in here if s.root_subject)
        if token.lower_ == "its" and len(subjects) == 1 and len(_entities(here)) == 1:
            return subjects[0]
        return ""

    # -- descriptions

    def _description(self, token: "Token", position: int) -> Mention | None:
        """'the president', 'the Russian leader', 'Russia's president', 'the spokesman'.

        One fitting role in reach.
        """
        doc = token.doc
        if token.lower_ not in {"the", "that", "this"}:
            return None
        at, country = token.i + 1, ""
        for hit in find_aliases(doc.text[token.idx + len(token.text) + 1 :]):
            if hit.start == 0:
                length = token.idx + len(token.text) + 1 + hit.end
                span = doc.char_span(token.idx + len(token.text) + 1, length, alignment_mode="expand")
                if span is not None:
                    at, country = span.end, hit.alias.entity
            break
        if at < len(doc) and doc[at].text in {"'s", "’s"}:
            return None
        end, title = title_at(doc, at, min(len(doc), at + 5))
        if not title or end > len(doc) or self._goes_on(doc, end):
            return None
        entity = self._holder(title, country, position)
        return self._mention(doc, token.i, end, position, entity) if entity else None

    def _goes_on(self, doc: "Doc", end: int) -> bool:
        """Whether a name or another noun follows.

        'the president's office' is fine, 'the press secretary Jay' not.
        """
        if end >= len(doc):
            return False
        nxt = doc[end]
        if nxt.lower_ in {"of", "for"} and any(t.tag_ == "VBG" or t.is_quote for t in doc[end + 1 : end + 2]):
            # "accused the president of lying"
            return False
        return nxt.pos_ in {"PROPN", "NOUN"} or nxt.lower_ in {"of", "-", "for", "who"} or nxt.tag_ == "NNS"

    def _holder(self, title: str, country: str, position: int) -> str:
        office = _office(title)
        holders = [
            e
            for e, rs in self.roles.items()
            if any(_office(r.title) == office and _same_state(r.country, country) for r in rs)
        ]
        exact = [
            e
            for e, rs in self.roles.items()
            if any(_office(r.title) == office and r.country == country and country for r in rs)
        ]
        if len(exact) == 1:
            return exact[0]
        near = _entities(s for s in self._candidates(position, 6) if s.value.entity in holders)
        if len(holders) == 1 and near:
            return holders[0]
        recent = _entities(s for s in self._candidates(position, 1) if s.value.entity in holders)
        return recent[0] if len(recent) == 1 and len(near) == 1 else ""

    def _mention(self, doc: "Doc", start: int, end: int, position: int, entity: str) -> Mention:
        sentence = self.parsed[position].sentence
        tokens = doc[start:end]
        full = next((s.value for s in reversed(self.seen) if s.value.entity == entity), None)
        value = NameValue(
            entity=entity,
            kind=full.kind if full else "person",
            full=full.full if full else "",
            gender=full.gender if full else "",
            pronoun=True,
        )
        begin = sentence.span.start + tokens.start_char
        span = Span(start=begin, end=begin + len(tokens.text))
        return Mention(kind="name", span=span, text=tokens.text, value=value, sentence=sentence.index)


def _doers_of(token: "Token") -> list[int]:
    """The subjects of the verb that a plain object stands under, itself left out: 'he urged him' is of two people."""
    if token.dep_ not in {"dobj", "dative"} or token.lower_.endswith("self"):
        return []
    verb = token.head
    while verb.dep_ == "conj" and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head
    return [c.i for c in verb.children if c.dep_ in _SUBJECTS]


def _personal(subject: "Token") -> bool:
    """Whether a subject that is no known name may still be a person: 'the officer', 'the president'."""
    return bool(subject.pos_ in {"NOUN", "PROPN"})


def _entities(seen: Iterable[_Seen]) -> list[str]:
    """Their entities, each once, in order."""
    return list(dict.fromkeys(s.value.entity for s in seen))


def _office(title: str) -> str:
    return {"leader": "president"}.get(title, title)


def _same_state(a: str, b: str) -> bool:
    return not a or not b or a == b
