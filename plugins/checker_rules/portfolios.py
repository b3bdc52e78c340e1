"""The portfolio or the rank that an account gives a name: "Defence minister", "Colonel", "the interior minister"."""

from collections.abc import Iterator

from checker import Flag, flag
from checker.annotate.persons import same_entity
from checker.models.language import NameValue, Word
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, StoryView, marked
from checker_rules.callings import OTHERWISE, Calling, nouns_of
from checker_rules.slots import head_index

Name = MentionView[NameValue]

# nobody is two of these at once; an American form stands for the British one
_PORTFOLIOS = frozenset(
    "defence foreign finance health justice interior energy education transport labour agriculture environment "
    "culture housing trade tourism sport".split()
)
# one ministry is called the economy's and that of finance
_SAME = {
    "defense": "defence",
    "labor": "labour",
    "economic": "finance",
    "economy": "finance",
    "transportation": "transport",
}
_HEADS = frozenset({"minister", "secretary", "commissioner"})
_RANKS = frozenset("general colonel major captain lieutenant sergeant corporal admiral brigadier".split())
_NOT_NOW = OTHERWISE | {"deputy"}
_WORDS = _RANKS | _HEADS


def titles(document: DocumentView) -> Iterator[Calling]:
    """The portfolios and ranks right before the names of people, and the portfolios beside them."""
    for name in document.names:
        if name.value.pronoun or name.value.kind != "person":
            continue
        yield from _beside(name)
        before = [w for w in sentence_words(name.sentence) if w.span.start < name.span.end]
        while before and (before[-1].span.overlaps(name.span) and spelling(before[-1].text) not in _WORDS):
            before.pop()
        if (found := _title(name, before)) is not None:
            yield found


def _title(name: Name, before: list[Word]) -> Calling | None:
    """The title that the last of these words are, when nothing before it makes it another."""
    said = [spelling(w.text) for w in before[-3:]]
    if not said or (name.span.start - before[-1].span.end > 1 and not name.span.overlaps(before[-1].span)):
        return None
    if said[-1] in _RANKS and not (
        len(said) > 1 and (before[-2].pos in ("PROPN", "ADJ") or said[-2] in _NOT_NOW)
    ):
        return Calling(name, "rank", said[-1], before[-1].span)
    if len(said) > 1 and said[-1] in _HEADS and _SAME.get(said[-2], said[-2]) in _PORTFOLIOS:
        deputy = said[-3:-2] == ["deputy"]
        if (
            len(said) > 2
            and not deputy
            and (said[-3] in OTHERWISE | {"and"} or (before[-3].pos == "PUNCT" and said[-3] == "-"))
        ):
            return None
        value = "deputy " * deputy + _SAME.get(said[-2], said[-2])
        place = Span(start=before[-3 if deputy else -2].span.start, end=before[-1].span.end)
        return Calling(name, said[-1], value, place)
    return None


def _beside(name: Name) -> Iterator[Calling]:
    """The portfolios told in an apposition: "Anna Berg, the interior minister", "the minister of health, Anna Berg"."""
    words = sentence_words(name.sentence)
    for at in nouns_of(name, words):
        # right before the name it is read as it stands
        if spelling(words[at].lemma) not in _HEADS or words[at].span.end + 1 == name.span.start:
            continue
        own = [n for n in range(at) if head_index(words, n) == at]
        of = [n for n, w in enumerate(words) if w.lemma in ("of", "for") and head_index(words, n) == at]
        fields = [n for n in own if n == at - 1] + [
            n for n, w in enumerate(words) if w.dep == "pobj" and head_index(words, n) in of
        ]
        said = {spelling(words[n].text) for n in own}
        deputy = "deputy" in said
        values = [(n, _SAME.get(spelling(words[n].lemma), spelling(words[n].lemma))) for n in fields]
        found = [(n, value) for n, value in values if value in _PORTFOLIOS]
        if len(found) == 1 and not said & OTHERWISE:
            n, value = found[0]
            first = min([n, at] + [i for i in own if deputy and spelling(words[i].text) == "deputy"])
            place = Span(start=words[first].span.start, end=words[max(n, at)].span.end)
            yield Calling(name, spelling(words[at].lemma), "deputy " * deputy + value, place)


def titles_apart(story: StoryView) -> Iterator[Flag]:
    """Flag one person who has two portfolios, or two ranks, in two accounts."""
    told = [title for document in story.documents for title in titles(document)]
    shown: set[tuple[str, ...]] = set()
    for n, a in enumerate(told):
        for b in told[n + 1 :]:
            one, other = a.person.document, b.person.document
            key = (one.id, other.id, a.person.value.entity, a.kind, a.value, b.value)
            if one.id == other.id or a.kind != b.kind or a.value == b.value or key in shown:
                continue
            if not same_entity(a.person.value, b.person.value) and not _one_name(a.person, b.person):
                continue
            if _says_both(told, a, b):
                continue
            shown.add(key)
            left, right = a.place.of(one.text), b.place.of(other.text)
            yield flag(
                "title",
                at=marked(a.person.sentence, a.place),
                against=[marked(b.person.sentence, b.place)],
                verdict="fail",
                confidence=0.8,
                data={"kind": "name", "sole": True},
                person=a.person.value.full or a.person.text,
                left=left,
                right=right,
                left_outlet=one.name,
                right_outlet=other.name,
            )


def _one_name(a: Name, b: Name) -> bool:
    """Whether both are written with one given name and one surname; the titles may have kept them apart."""
    left, right = a.value.full.lower().split(), b.value.full.lower().split()
    return len(left) > 1 and left == right


def _says_both(told: list[Calling], a: Calling, b: Calling) -> bool:
    """Whether one of the accounts has the other's word for somebody of that surname too."""
    return any(
        t.kind == a.kind
        and t.person.value.full.split()[-1:] == a.person.value.full.split()[-1:]
        and (t.person.document.id, t.value)
        in ((a.person.document.id, b.value), (b.person.document.id, a.value))
        for t in told
    )
