"""Places, people and their lands that stand alone in two short accounts: in Trnava, in Presov; a Slovak, a Slovene."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker import Embed
from checker.annotate.aliases import is_country
from checker.models.language import NameValue
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import DocumentView, MentionView, StoryView
from checker_rules.circumstances import counted_apart, ones_apart
from checker_rules.common_roots import told_alike
from checker_rules.lone_places import SITES, rival_places
from checker_rules.slots import head_index
from checker_rules.spellings import full_name, one_name, placeholder
from checker_rules.story_slots import Told, root
from checker_rules.unanswered import Sort, two_things, unanswered, years_apart

Name = MentionView[NameValue]

# how alike two sentences must be without the names (cosine, -1 to 1), and how surely these are of one fact then
_NEAR, _ALONE, _NEARER = 0.5, 0.45, 0.3
_NAMESAKES, _OTHERS = 0.35, 0.55
_SAYING = frozenset(
    root(w)
    for w in "say tell add write note explain warn argue call speak state comment recall ask declare".split()
)
_PEOPLE_WORDS = frozenset(
    "person man woman child boy girl baby teenager tourist student pupil teacher soldier officer pilot nurse doctor "
    "climber hiker diver fisherman driver visitor passenger migrant refugee prisoner suspect victim diplomat judge "
    "national citizen coach captain star champion player journalist businessman businesswoman chef priest "
    "bishop monk nun poet athlete pensioner".split()
)
_TRADES = ("ist", "er", "or", "man", "woman", "ian", "ant", "ent", "eer", "ess")
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
            sides = one.left.sentence, one.right.sentence
            pair = SentencePair(*sides, 0.0, False, ())
            apart = ones_apart(pair) or counted_apart(one.left, one.right)
            apart = apart or years_apart(pair, anywhere=True)
            # "San Pedro" and "San Marco" are no namesakes
            known = sort is _FROM or (sort is _PEOPLE and _namesakes(one.left, one.right))
            told = known or told_alike(*sides, one.left, one.right)
            if told and not apart and not two_things(pair, one.left, one.right, named=False):
                yield LoneNames(one.left, one.right, _ALONE + _NEARER * one.likeness)


def _land_of(name: Name) -> bool:
    """Whether a name says where one person comes from: "a Slovak climber", "is a Karelstani"."""
    if name.value.kind != "group":
        return False
    words = sentence_words(name.sentence)
    last = max((n for n, w in enumerate(words) if name.span.overlaps(w.span)), default=-1)
    if last < 0:
        return False
    if words[last].dep == "attr" or (words[last].dep in _ITSELF and words[last].text[-1:] != "s"):
        # "is a Karelstani", "the 22-year-old Armenian won"
        return True
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
    full = all(full_name(n) and " " in n.text and n.text.casefold().split()[-1] not in SITES for n in both)
    return full and not any(placeholder(n) or _quoted(n) or _common(n, both) for n in both)


def _common(name: Name, both: tuple[Name, Name]) -> bool:
    """Whether one of the accounts writes a name small: "the national anthem"."""
    return any(name.value.full.lower() in n.document.text for n in both)


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


def _of_lands(a: Name, b: Name) -> bool:
    """Whether both say where a person comes from; "the Republican" and "the Dane" say two things.

    "The Ohio senator" and "the Texas senator" are two people.
    """
    return _land_of(a) and _land_of(b) and is_country(a.value.entity) == is_country(b.value.entity)


def _names(document: DocumentView) -> Sequence[Name]:
    return [n for n in document.names if not n.value.pronoun]


_PLACED = Sort(
    mentions=_names, agree=_agree, kindred=rival_places, least=lambda a, b: _NEAR, telling=lambda a, b: True
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
