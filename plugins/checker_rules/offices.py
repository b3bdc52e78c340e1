"""Two names for one office: "Senate Minority Leader X" in one account, "Senate Minority Leader Y" in another."""

from collections import defaultdict
from collections.abc import Iterator

from checker import Flag, flag
from checker.annotate.persons import same_entity
from checker.models.language import NameValue
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, StoryView, marked

Name = MentionView[NameValue]
# an office that several people hold at once, or one after the other, says nothing about who is meant
_SHARED = frozenset(
    "former ex then acting senior deputy assistant vice late fellow state representative rep senator "
    "senators sen sens reps gov govs mr mrs ms congressman "
    "congresswoman lawmaker judge justice officer detective agent analyst professor".split()
)
# the share of letters in common at which two names are one in two spellings
_ALIKE = 75
_HARD = str.maketrans("qgcz", "kkks")
_OFFICE = frozenset({"NOUN", "PROPN", "ADJ"})


def holders(story: StoryView) -> Iterator[Flag]:
    """Flag two people who are given one office of at least two words by two accounts that do not both name both."""
    offices = {d.id: _offices(d) for d in story.documents}
    documents = story.documents
    for n, one in enumerate(documents):
        for other in documents[n + 1 :]:
            for office in sorted(offices[one.id].keys() & offices[other.id].keys()):
                a, b = offices[one.id][office], offices[other.id][office]
                if (
                    len(a) == 1
                    and len(b) == 1
                    and not same_entity(a[0].value, b[0].value)
                    and not respelled(a[0].value, b[0].value)
                ):
                    yield from _flag(office, a[0], b[0])


def respelled(a: NameValue, b: NameValue) -> bool:
    """Whether two names are likely one: a foreign name in two spellings, or a short form (Ga., U.S. Army).

    Places of one look are often two (Iran and Iraq, Austria and Australia), so theirs must sound alike too.
    """
    from rapidfuzz.fuzz import ratio

    one, other = (_plain(v.entity) for v in (a, b))
    if one == other or _shortened(one, other) or _shortened(other, one):
        return True
    bones, alike = _skeleton(one), ratio(one, other)
    if len(bones) >= 3 and bones == _skeleton(other):
        return alike >= _ALIKE - 20
    return alike >= _ALIKE and "place" not in (a.kind, b.kind)


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


def _flag(office: tuple[str, ...], a: Name, b: Name) -> Iterator[Flag]:
    if a.value.kind != "person" or b.value.kind != "person":
        return
    known = [
        any(same_entity(x.value, y.value) for y in other.names)
        for x, other in ((a, b.document), (b, a.document))
    ]
    if any(known) and len(office) < 3:
        # each chamber has its majority leader
        return
    sure = 0.72 if not any(known) else 0.6 if not all(known) else 0.5
    yield flag(
        "office",
        at=marked(a.sentence, a),
        against=[marked(b.sentence, b)],
        verdict="review",
        confidence=sure,
        data={"kind": "name"},
        office=" ".join(office),
        left=a.text,
        right=b.text,
        left_outlet=a.document.name,
        right_outlet=b.document.name,
    )


def _offices(document: DocumentView) -> dict[tuple[str, ...], list[Name]]:
    """Office -> the people that the account gives it to, each once."""
    found: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in document.names:
        if name.value.pronoun or name.value.kind != "person":
            continue
        before = [w for w in sentence_words(name.sentence) if w.span.end <= name.span.start]
        office: list[str] = []
        start = name.span.start
        # the words right before the name, with nothing but a space between
        while before and before[-1].pos in _OFFICE and before[-1].span.end >= start - 1:
            start = before[-1].span.start
            office.insert(0, spelling(before.pop().lemma))
        held = tuple(office)
        if (
            len(held) >= 2
            and not _SHARED & set(held)
            and not any(same_entity(name.value, n.value) for n in found[held])
        ):
            found[held].append(name)
    return found
