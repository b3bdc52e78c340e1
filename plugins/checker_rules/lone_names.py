"""Places, and where people come from, that stand alone in two short accounts: the plant in Trnava, or in Presov."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker import Embed
from checker.annotate.aliases import is_country
from checker.models.language import NameValue
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, StoryView
from checker_rules.circumstances import counted_apart, ones_apart
from checker_rules.one_holder import PLACES
from checker_rules.slots import head_index
from checker_rules.spellings import one_name, placeholder
from checker_rules.story_slots import Told, root
from checker_rules.unanswered import Sort, roots_in_common, two_things, unanswered

Name = MentionView[NameValue]

# how alike two sentences must be without the names (cosine, -1 to 1), and how surely these are of one fact then
_NEAR, _ALONE, _NEARER = 0.5, 0.45, 0.3
_NAMESAKES, _OTHERS = 0.35, 0.55
# how many roots two sentences share besides the names, and what share (0-1) of the shorter one's
_SHARED, _SHARE = 3, 0.3
_SAYING = frozenset(
    root(w)
    for w in "say tell add write note explain warn argue call speak state comment recall ask declare".split()
)
# "the town of Trnava", "the outskirts of Presov"
_AREAS = frozenset(
    "town city village port capital island district province region county municipality hamlet "
    "river lake valley state harbour harbor resort".split()
)
# what places a thing in or outside a place, nobody knows which: "near Trnava", "on the outskirts of Presov"
_AROUND = frozenset("near outside around suburb outskirt outskirts edge".split())
_SITES = frozenset(
    "street avenue airport road boulevard square park bridge tower house palace hall building station stadium base "
    "office room court church cathedral school university hospital hotel museum theatre theater arena centre center "
    "plant factory field garden terminal library mall club lane quarter yard headquarters".split()
)
_PEOPLE_WORDS = frozenset(
    "person man woman child boy girl baby teenager tourist student pupil teacher soldier officer pilot nurse doctor "
    "climber hiker diver fisherman driver visitor passenger migrant refugee prisoner suspect victim diplomat judge "
    "national citizen coach captain star champion player journalist businessman businesswoman chef priest "
    "bishop monk nun poet athlete pensioner".split()
)
_TRADES = ("ist", "er", "or", "man", "woman", "ian", "ant", "ent", "eer", "ess")


_STEPS = 6
_WITHIN = frozenset({"in", "at", "on"})
_ITSELF = frozenset({"nsubj", "nsubjpass", "appos"})


@dataclass(frozen=True)
class LoneNames:
    """Two names that may stand for one thing, and how surely (0-1)."""

    left: Name
    right: Name
    sure: float


def lone_names(story: StoryView, embed: Embed) -> Iterator[LoneNames]:
    """Two places of one event, or two lands of one person, that find no like in the other account."""
    for sort in (_PLACED, _FROM, _PEOPLE):
        for one in unanswered(story, embed, sort):
            pair = SentencePair(one.left.sentence, one.right.sentence, 0.0, False, ())
            apart = ones_apart(pair) or counted_apart(one.left, one.right)
            told = sort is _FROM or _namesakes(one.left, one.right) or _told_alike(one.left, one.right)
            if (
                told
                and not apart
                and not _years_apart(pair)
                and not two_things(pair, one.left, one.right, named=False)
            ):
                yield LoneNames(one.left, one.right, _ALONE + _NEARER * one.likeness)


def _told_alike(a: Name, b: Name) -> bool:
    """Whether the sentences of two names have words in common besides these, which all of one story are near without.

    Which vectors bring together two sentences of one story often share its subject only.
    """
    shared, share = roots_in_common(a, b)
    return shared >= _SHARED and share >= _SHARE


def _row(name: Name) -> str | None:
    """The preposition that places a name, with its row for the like; "around" for a loose place, None for no place.

    What happened near one town, or in a suburb of it, may well have happened in another; a road and a state
    ("on Interstate 9", "in Ohio") are no rivals.
    """
    words = sentence_words(name.sentence)
    at = next((n for n, w in enumerate(words) if name.span.overlaps(w.span)), -1)
    loose, known = False, name.value.kind != "organisation"
    for _ in range(_STEPS):
        if not 0 <= at < len(words):
            return None
        word, lemma = words[at], words[at].lemma.lower()
        loose, known = loose or lemma in _AROUND, known or lemma in _AREAS
        if word.pos == "ADP" and lemma in PLACES:
            # nothing happens in a body as it does in a town: "in Congress"; "on the Deal" is no island
            known = known and (lemma != "on" or name.value.kind == "place" or loose)
            row = "around" if loose else lemma if lemma in _WITHIN else str(PLACES[lemma])
            return row if known else None
        # "near the Slovak town of Trnava", "into the Wierca river"
        if not (name.span.overlaps(word.span) or lemma in _AREAS or lemma in _AROUND or lemma == "of"):
            return None
        at = head_index(words, at)
    return None


def _years_apart(pair: SentencePair) -> bool:
    """Whether one sentence alone is of a year that the other is not of: they first met in 2007."""
    return any(
        year.value.grain == "year" and not any(year.value.compatible(d.value) for d in other.dates)
        for one, other in ((pair.left, pair.right), (pair.right, pair.left))
        for year in one.dates
    )


def _land_of(name: Name) -> bool:
    """Whether a name says where one person comes from: "a Slovak climber", "is a Karelstani"."""
    if name.value.kind not in ("group", "place") or not (name.value.adjective or name.value.kind == "group"):
        return False
    words = sentence_words(name.sentence)
    last = max((n for n, w in enumerate(words) if name.span.overlaps(w.span)), default=-1)
    if last < 0:
        return False
    if words[last].dep == "attr" or (words[last].dep in _ITSELF and words[last].text[-1:] != "s"):
        # "is a Karelstani", "the 22-year-old Armenian won"
        return name.value.kind == "group"
    head = head_index(words, last)
    if not last < head < len(words) or words[last].dep not in ("amod", "compound", "nmod"):
        return False
    # "the Georgian pianist Nino Abuladze" has the trade between the land and the name
    nouns = [w for w in words[last + 1 : head + 1] if w.pos == "NOUN" and w.text.lower() == w.lemma.lower()]
    return any(spelling(w.lemma) in _PEOPLE_WORDS or w.lemma.lower().endswith(_TRADES) for w in nouns)


def _person(a: Name, b: Name) -> bool:
    """Whether both are full names of people who are not there to be quoted."""
    both = (a, b)
    # a bare "Judge" may be a title
    full = all(_full(n) and " " in n.text and n.text.casefold().split()[-1] not in _SITES for n in both)
    return full and not any(placeholder(n) or _quoted(n) or _common(n, both) for n in both)


def _common(name: Name, both: tuple[Name, Name]) -> bool:
    """Whether one of the accounts writes a name small: "the national anthem"."""
    return any(name.value.full.lower() in n.document.text for n in both)


def _full(name: Name) -> bool:
    """Whether a name has the form of a person's full one; the tagger takes small towns for people."""
    return name.value.kind == "person" and " " in name.value.full


def _quoted(name: Name) -> bool:
    """Whether a name is that of a speaker: several people say things of one event."""
    slots = Told(name.sentence).slots.get(name, frozenset())
    spoken = any(
        q.value.speaker_span and q.value.speaker_span.overlaps(name.span) for q in name.sentence.quotes
    )
    return spoken or any(role == "subject" and verb in _SAYING for role, verb in slots)


def _namesakes(a: Name, b: Name) -> bool:
    """Whether two full names have a given name or a surname in common: Soraya Wardak, Soraya Barakzai."""
    one, other = (n.value.full.casefold().split() for n in (a, b))
    return (one[0] == other[0]) != (one[-1] == other[-1])


def _agree(a: Name, b: Name) -> bool:
    return a.value.entity == b.value.entity or one_name(a, b)


def _placed(a: Name, b: Name) -> bool:
    if any(n.value.adjective or n.value.titles or placeholder(n) or _full(n) or _owned(n) for n in (a, b)):
        return False
    return not land_and_town(a, b) and _row(a) == _row(b) is not None and not _things_apart(a, b)


def _owned(name: Name) -> bool:
    """Whether a name is said to be somebody's, as no place is: "our Military"."""
    words = sentence_words(name.sentence)
    at = next((n for n, w in enumerate(words) if name.span.overlaps(w.span)), 0)
    return at > 0 and words[at - 1].dep == "poss" and words[at - 1].pos == "PRON"


def land_and_town(a: Name, b: Name) -> bool:
    """Whether one places a thing in a land or a town, the other in a part or a house of it: both may be right."""
    levels = [(is_country(n.value.entity), n.text.casefold().split()[-1] in _SITES) for n in (a, b)]
    return levels[0] != levels[1] and None not in (_row(a), _row(b))


def _of_lands(a: Name, b: Name) -> bool:
    """Whether both say where a person comes from; "the Republican" and "the Dane" say two things.

    "The Ohio senator" and "the Texas senator" are two people.
    """
    lands = {is_country(n.value.entity) for n in (a, b)}
    peoples = all(n.value.kind == "group" and _land_of(n) for n in (a, b))
    return peoples and len(lands) == 1


def _things_apart(a: Name, b: Name) -> bool:
    """Whether the places are those of two nouns: the bridge to Ostra and the road to Velm, one of two plants."""
    one, other = _thing(a), _thing(b)
    return bool(one and other) and one != other


def _thing(name: Name) -> str:
    """The noun that a place is said to be the place of, empty where it is a verb's."""
    words = sentence_words(name.sentence)
    at = next((n for n, w in enumerate(words) if name.span.overlaps(w.span)), -1)
    for _ in range(_STEPS):
        if not 0 <= at < len(words):
            return ""
        word = words[at]
        if (
            word.pos == "NOUN"
            and word.lemma.lower() not in _AREAS | _AROUND
            and not name.span.overlaps(word.span)
        ):
            return root(word.lemma)
        if word.pos in ("VERB", "AUX"):
            return ""
        at = head_index(words, at)
    return ""


def _names(document: DocumentView) -> Sequence[Name]:
    return [n for n in document.names if not n.value.pronoun]


_PLACED = Sort(
    mentions=_names, agree=_agree, kindred=_placed, least=lambda a, b: _NEAR, telling=lambda a, b: True
)
_PEOPLE = Sort(
    mentions=_names,
    agree=_agree,
    kindred=_person,
    least=lambda a, b: _NAMESAKES if _namesakes(a, b) else _OTHERS,
    telling=_namesakes,
)
_FROM = Sort(
    mentions=_names,
    agree=_agree,
    kindred=_of_lands,
    least=lambda a, b: _NEAR,
    telling=lambda a, b: True,
)
