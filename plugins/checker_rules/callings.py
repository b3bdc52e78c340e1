"""What an account says a person is, wherever it says so: a director of finance, a mayor, of which party."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker import Flag, flag
from checker.annotate.persons import same_entity
from checker.models.language import NameValue, Word
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, StoryView, marked
from checker_rules.slots import head_index
from checker_rules.story_slots import root

Name = MentionView[NameValue]

# nobody holds two offices of one row at once: of a state, of a body
_ROWS = ("mayor governor senator ambassador bishop archbishop", "president treasurer")
_ROW = {word: row for row, words in enumerate(_ROWS) for word in words.split()}
# of these there are several, and a word beside them says which
_SEVERAL = frozenset({"director", "editor", "coach"})
_FIELDS = frozenset(
    "finance financial technology technical marketing sales operations operating research legal medical artistic music "
    "sporting sports communications personnel commercial creative executive scientific head assistant goalkeeping "
    "political foreign news managing planning security".split()
)
_SAME = {"financial": "finance", "technical": "technology", "sporting": "sports", "operating": "operations"}
_HEADS = frozenset({"head", "chief", "leader", "commander", "chairman", "chairwoman", "chair"})
_DEPUTIES = frozenset({"deputy", "vice", "lieutenant", "lt", "lt."})
# who was it, or will be, may be something else now
OTHERWISE = frozenset(
    "former ex then late acting shadow incoming outgoing designate next new future first".split()
)
_PARTY = (
    r"(?P<party>(?:[A-Z][\w’'-]+ ){1,3}"
    r"(?:Party|Alliance|Movement|League|Front|Bloc|Coalition|Accord|Union|Congress|Rally|Forum)\b"
    r"|(?:Social |Christian |Liberal |National )?(?:Democrats|Greens|Liberals|Conservatives|Socialists|Republicans)\b)"
)
_AFTER = re.compile(
    rf"(?:,? (?:aged )?\d\d,?)?,? ?\(?(?:an? [\w-]+(?: [\w-]+)? )?"
    rf"(?:of|from|for|a member of|(?:the )?leader of|head of) (?:the )?(?:[a-z][a-z-]+ )?{_PARTY}"
)
_SITS = re.compile(
    rf"[^.;]{{0,60}}?\bwho (?:sits for|represents|belongs to|is a member of|stood for|ran for) "
    rf"(?:the )?(?:[a-z][a-z-]+ )?{_PARTY}"
)
_STANDS = re.compile(
    rf"(?: (?:has|had|have))? (?:represented|represents|sat|sits|stood|stands|ran|runs) [^.;,]{{0,40}}?\bfor (?:the )?"
    rf"(?:[a-z][a-z-]+ )?{_PARTY}"
)
# "the vice-president, Idris Benali": a hyphen leads the parser astray
_BEFORE = re.compile(rf"\bthe (?P<deputy>(?:vice|deputy)[ -])?(?P<office>{'|'.join(_ROW)}), $")
# who acted as mayor was none
_SERVING = frozenset({"serve", "work"})
_STEPS = 4


@dataclass(frozen=True)
class Calling:
    """What an account calls a person: of which kind that is, its value, and where it says so."""

    person: Name
    kind: str
    value: str
    place: Span


def callings_apart(story: StoryView) -> Iterator[Flag]:
    """Flag one person of two parties, or in two offices that nobody has at once, by two accounts."""
    # a name that one account treats as a person's is one's, whatever the tagger says in another
    people = frozenset(n.value.full for d in story.documents for n in d.names if n.value.kind == "person")
    told = [list(callings(d, people)) for d in story.documents]
    for left, right in combinations(told, 2):
        shown: set[tuple[str, str]] = set()
        for a in left:
            for b in right:
                key = (a.person.value.entity, a.kind)
                if key in shown or not _one(a, b):
                    continue
                values = [{c.value for c in side if _one(c, a)} for side in (left, right)]
                if max(map(len, values)) > 1 or _agree(a, b):
                    continue
                shown.add(key)
                one, other = a.person.document, b.person.document
                yield flag(
                    "party" if a.kind == "party" else "title",
                    at=marked(a.person.sentence, a.place),
                    against=[marked(b.person.sentence, b.place)],
                    confidence=0.75,
                    data={"kind": "name", "sole": True},
                    person=a.person.value.full or a.person.text,
                    left=a.place.of(one.text),
                    right=b.place.of(other.text),
                    left_outlet=one.name,
                    right_outlet=other.name,
                )


def _one(a: Calling, b: Calling) -> bool:
    if a.kind != b.kind:
        return False
    # a title may have been taken for a part of the name
    one, other = (c.person.value.full.casefold().split()[-2:] for c in (a, b))
    return same_entity(a.person.value, b.person.value) or one == other


def _agree(a: Calling, b: Calling) -> bool:
    """Whether both say the same: a party's name in full and in short, or the rest of it translated otherwise."""
    if a.kind != "party":
        return a.value == b.value
    one, other = a.value.split(), b.value.split()
    return one[0] == other[0] or {*one} <= {*other} or {*other} <= {*one}


def callings(document: DocumentView, people: Collection[str] = ()) -> Iterator[Calling]:
    """The offices and parties of those whom an account names, if they are persons or among ``people``."""
    for name in document.names:
        if " " not in name.value.full or (name.value.kind != "person" and name.value.full not in people):
            continue
        if not name.value.pronoun:
            yield from _party(name)
        yield from _offices(name)


def _party(name: Name) -> Iterator[Calling]:
    text, end = name.document.text, name.sentence.span.end
    for pattern in (_AFTER, _SITS, _STANDS):
        if (found := pattern.match(text, name.span.end, end)) is not None:
            place = Span(start=found.start("party"), end=found.end("party"))
            yield Calling(name, "party", " ".join(_called(found["party"])), place)
            return


def _called(party: str) -> list[str]:
    """The roots of a party's own name: "Democrats", "Democratic Party", "Britain's Labour Party" without the owner."""
    words = [w for w in party.casefold().split() if w not in ("the", "party")]
    owners = [n for n, w in enumerate(words[:-1]) if w.endswith(("'s", "’s", "s'", "s’"))]
    return [root(w.rstrip("s")) for w in words[max(owners, default=-1) + 1 :]]


def _offices(name: Name) -> Iterator[Calling]:
    words = sentence_words(name.sentence)
    if (told := _BEFORE.search(name.document.text, name.sentence.span.start, name.span.start)) is not None:
        start = told.start("office") if told["deputy"] is None else told.start("deputy")
        value = "deputy " * (told["deputy"] is not None) + told["office"]
        place = Span(start=start, end=told.end("office"))
        yield Calling(name, _ROWS[_ROW[told["office"]]], value, place)
        return
    for at in nouns_of(name, words):
        office = spelling(words[at].lemma)
        if office not in _ROW and office not in _SEVERAL | _HEADS:
            continue
        own = [n for n in range(max(0, at - _STEPS), at) if head_index(words, n) == at]
        said = [spelling(words[n].text) for n in own]
        if OTHERWISE & {*said} or (at and spelling(words[at - 1].text) in OTHERWISE):
            continue
        if office in _HEADS:
            yield from _headship(name, words, at, own)
            continue
        if office in _ROW:
            # of "Vice-President" the parser hangs the parts anywhere
            beside = [n for n in range(max(0, at - 2), at) if spelling(words[n].text) in _DEPUTIES]
            deputies = [n for n in own if spelling(words[n].text) in _DEPUTIES] or beside
            first = words[deputies[0]] if deputies else words[at]
            place = Span(start=first.span.start, end=words[at].span.end)
            yield Calling(name, _ROWS[_ROW[office]], "deputy " * bool(deputies) + office, place)
        elif fields := [n for n in own if spelling(words[n].text) in _FIELDS]:
            field = spelling(words[fields[0]].text)
            place = Span(start=words[fields[0]].span.start, end=words[at].span.end)
            yield Calling(name, office, _SAME.get(field, field), place)


def _headship(name: Name, words: Sequence[Word], at: int, own: Sequence[int]) -> Iterator[Calling]:
    """Whether somebody is the head of a thing or the deputy, by what it is the head of."""
    of = [
        n for n, w in enumerate(words) if w.dep == "prep" and w.lemma == "of" and head_index(words, n) == at
    ]
    things = [root(w.lemma) for n, w in enumerate(words) if w.dep == "pobj" and head_index(words, n) in of]
    deputies = [n for n in own if spelling(words[n].text) in _DEPUTIES]
    first = words[deputies[0]] if deputies else words[at]
    for thing in things[:1]:
        place = Span(start=first.span.start, end=words[at].span.end)
        yield Calling(name, f"head of {thing}", "deputy" if deputies else "head", place)


def nouns_of(name: Name, words: Sequence[Word]) -> Iterator[int]:
    """The nouns that say what a person is: before the name, beside it, after "is" or "has been", "served as"."""
    inside = {n for n, w in enumerate(words) if name.span.overlaps(w.span)}
    for n, word in enumerate(words):
        above = head_index(words, n)
        if n in inside:
            if word.dep == "appos" and above not in inside and 0 <= above < len(words):
                # "the mayor, Jon Moe"
                yield above
            continue
        if word.pos not in ("NOUN", "PROPN"):
            continue
        is_it = word.dep == "attr" and any(
            words[i].dep == "nsubj" and head_index(words, i) == above for i in inside
        )
        if (
            is_it
            or _served(words, n, inside)
            or (above in inside and word.dep in ("appos", "compound", "nmod"))
        ):
            yield n


def _served(words: Sequence[Word], noun: int, inside: Collection[int]) -> bool:
    """Whether somebody served as it: "Anna Berg served as mayor", "Berg, a doctor who served as mayor"."""
    preposition = head_index(words, noun)
    if words[noun].dep != "pobj" or not 0 <= preposition < len(words) or words[preposition].lemma != "as":
        return False
    verb = head_index(words, preposition)
    if not 0 <= verb < len(words) or words[verb].lemma not in _SERVING:
        return False
    above = head_index(words, verb) if words[verb].dep == "relcl" else -1
    if 0 <= above < len(words) and words[above].dep == "appos":
        above = head_index(words, above)
    return above in inside or any(words[i].dep == "nsubj" and head_index(words, i) == verb for i in inside)
