"""Two people in one office: "Senate Minority Leader X" in one account, "Y, the Senate minority leader" in another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker import Flag, flag
from checker.annotate.persons import same_entity
from checker.models.language import NameValue, Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, StoryView, marked
from checker_rules.homes import homes
from checker_rules.slots import governors
from checker_rules.spellings import one_name

Name = MentionView[NameValue]
# an office that several people hold at once, or one after the other, says nothing about who is meant
_SHARED = frozenset(
    "former ex then acting senior deputy assistant associate vice late fellow state representative rep senator "
    "senators sen sens reps gov govs mr mrs ms congressman congresswoman lawmaker judge justice officer "
    "detective agent analyst professor incoming outgoing next new interim elect designate longtime onetime "
    "past previous first second co regional".split()
)
# heads of offices that one person holds at a time, with the one form of them
_HEADS = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "chair": "chair", "leader": "leader",
    "whip": "whip", "speaker": "speaker", "governor": "governor", "mayor": "mayor", "minister": "minister",
    "secretary": "secretary", "president": "president", "chancellor": "chancellor", "premier": "premier",
    "director": "director", "commissioner": "commissioner", "chief": "chief", "head": "chief",
    "executive": "executive", "treasurer": "treasurer", "superintendent": "superintendent",
    "sheriff": "sheriff", "general": "general", "archbishop": "archbishop", "bishop": "bishop", "coach": "coach",
    "captain": "captain", "ambassador": "ambassador", "counsel": "counsel",
    "champion": "champion", "founder": "founder",
}  # fmt: skip
_SAME = {
    "gop": "republican",
    "republicans": "republican",
    "democrats": "democratic",
    "democrat": "democratic",
}
_PARTY = {"Democrat": "democratic", "Republican": "republican"}
# words of an office that do not tell whose it is: each chamber has a majority leader, each state an attorney general
_PLAIN = frozenset(
    "majority minority democratic republican opposition party u.s. us american executive attorney solicitor surgeon "
    "inspector prime foreign defense defence finance interior health justice energy trade home state press chief "
    "police fire budget education environment transport labor labour agriculture commerce supreme spiritual national "
    "general crown political communications campaign legislative deputy federal city county local".split()
)
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_BOTH_MAY = frozenset("speak warn condemn praise welcome visit attend mourn thank promise call urge".split())
_OWNERS = frozenset({"'s", "’s", "'", "’"})
_OF = frozenset({"of", "for", "at"})
# words of an apposition that are looked at
_REACH = 12


@dataclass(frozen=True)
class Post:
    """The office that an account gives a person: its head, what tells it from others of its kind, and the words."""

    person: Name
    head: str
    of: frozenset[str]
    words: str


def is_office(word: Word) -> bool:
    """Whether a noun is an office that one person holds at a time: governor, chair, minister."""
    return word.lemma.lower() in _HEADS


def posts(document: DocumentView) -> list[Post]:
    """The offices that an account gives people, before their names or after a comma; shared ones are left out."""
    parties = {h.person: _PARTY[h.value] for h in homes(document) if h.fact == "party" and h.value in _PARTY}
    found: list[Post] = []
    for name in document.names:
        if name.value.pronoun or name.value.kind != "person":
            continue
        words = sentence_words(name.sentence)
        said = (_before(words, name), _after(words, name))
        found += [post for s in said if (post := _post(name, s, parties.get(name, ""))) is not None]
    return found


def two_offices(a: Name, b: Name) -> bool:
    """Whether the words before two names give them two offices: governors of two states, a minister and a mayor."""
    one, other = (_post(n, _before(sentence_words(n.sentence), n), "") for n in (a, b))
    if one is None or other is None:
        return False
    if one.head != other.head:
        # both may well have said it; who opened the bridge is one of them
        return any({*governors(sentence_words(n.sentence), n.span)} & _BOTH_MAY for n in (a, b))
    return bool(one.of - other.of) and bool(other.of - one.of)


def _before(words: Sequence[Word], name: Name) -> list[Word]:
    """The words right before a name, with nothing but a space between: "House Majority Leader".

    Of "Kansas Secretary of State" the head goes last.
    """
    said: list[Word] = []
    start = name.span.start
    before = [w for w in words if w.span.end <= start]
    if len(before) > 2 and before[-2].text == "of" and before[-3].lemma.lower() == "secretary":
        said, start, before = [before[-1], before[-3]], before[-3].span.start, before[:-3]
    for word in reversed(before):
        if word.pos not in _NOUNS or word.span.end < start - 1:
            break
        start = word.span.start
        said.insert(0, word)
    return said


def _after(words: Sequence[Word], name: Name) -> list[Word]:
    """The apposition after a name and its comma: "the chairman of the harbour board"."""
    rest = [w for w in words if w.span.start >= name.span.end][:_REACH]
    while rest and rest[0].text in {"of", "("} and len(rest) > 2:
        # "of Ohio, the", "(R-Ohio), the"
        end = next((i for i, w in enumerate(rest) if w.text in {",", ")"}), None)
        if end is None:
            return []
        rest = rest[end + (rest[end].text == ")") :]
    if not rest or rest[0].text != ",":
        return []
    rest = rest[1:]
    if rest and rest[0].text.lower() == "the":
        rest = rest[1:]
    before: list[Word] = []
    while rest and rest[0].pos in _NOUNS:
        before.append(rest.pop(0))
    if not before or before[-1].lemma.lower() not in _HEADS:
        return []
    if rest and rest[0].text.lower() in _OWNERS:
        # "the mayor's wife"
        return []
    whose: list[Word] = []
    if len(rest) > 1 and rest[0].lemma.lower() in _OF:
        rest = rest[2:] if rest[1].text.lower() == "the" else rest[1:]
        while rest and rest[0].pos in _NOUNS:
            whose.append(rest.pop(0))
    return [*whose, *before]


def _post(name: Name, said: Sequence[Word], party: str) -> Post | None:
    if not said:
        return None
    *others, last = (spelling(w.lemma).strip(".") for w in said)
    head = _HEADS.get(last)
    shared = _SHARED - {"state"} if head == "secretary" else _SHARED
    if head is None or shared & {*others}:
        return None
    of = {_SAME.get(word, word) for word in others} | ({party} if party else set())
    return Post(name, head, frozenset(of), _called(name, said))


def _called(name: Name, said: Sequence[Word]) -> str:
    """The words of an office: as they stand where they stand together, else the head last."""
    first, last = min(w.span.start for w in said), max(w.span.end for w in said)
    words = name.document.text[first:last]
    return (
        words if len(words.split()) <= len(said) + 1 and "," not in words else " ".join(w.text for w in said)
    )


def holders(story: StoryView) -> Iterator[Flag]:
    """Flag two people whom two accounts give one office; neither may give it to both."""
    given = {d.id: posts(d) for d in story.documents}
    documents = story.documents
    for n, one in enumerate(documents):
        for other in documents[n + 1 :]:
            shown: list[tuple[Post, Post]] = []
            for a in given[one.id]:
                for b in given[other.id]:
                    if not _one_office(a, b) or _one_person(a, b) or any(_known(a, b, *s) for s in shown):
                        continue
                    if any(_one_office(a, p) and _one_person(b, p) for p in given[one.id]):
                        continue
                    if any(_one_office(b, p) and _one_person(a, p) for p in given[other.id]):
                        continue
                    shown.append((a, b))
                    yield _flag(a, b, [p for ps in given.values() for p in ps])


def _one_office(a: Post, b: Post) -> bool:
    """Whether the words of one office are all among the other's, and tell whose it is."""
    if a.head != b.head or not (a.of <= b.of or b.of <= a.of):
        return False
    if a.head == "speaker" and (a.of | b.of) <= {"house", "democratic", "republican"}:
        return True
    return bool((a.of & b.of) - _PLAIN)


def _one_person(a: Post, b: Post) -> bool:
    return one_name(a.person, b.person)


def _known(a: Post, b: Post, c: Post, d: Post) -> bool:
    return _one_person(a, c) and _one_person(b, d)


def _flag(a: Post, b: Post, given: Sequence[Post]) -> Flag:
    named = [
        any(same_entity(x.person.value, n.value) for n in y.person.document.names)
        for x, y in ((a, b), (b, a))
    ]
    # somebody who has another office elsewhere, or of whom nobody else has heard, is the likelier slip
    otherwise = any(
        _one_person(x, p) and not _one_office(x, p) and p.head != x.head for x in (a, b) for p in given
    )
    sure = 0.72 if not any(named) or otherwise else 0.64 if not all(named) else 0.55
    return flag(
        "office",
        at=marked(a.person.sentence, a.person),
        against=[marked(b.person.sentence, b.person)],
        verdict="review",
        confidence=sure,
        data={"kind": "name"},
        office=min((a.words, b.words), key=len),
        left=a.person.text,
        right=b.person.text,
        left_outlet=a.person.document.name,
        right_outlet=b.person.document.name,
    )
