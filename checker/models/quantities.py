"""Whether two quantities count the same thing, so that a difference between their figures means something."""

from checker.models.language import QuantityValue


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# words that news uses for one another; the first stands for all
_SYNONYMS = {
    word: words.split()[0]
    for words in (
        "person people individual human victim",
        "lawmaker legislator deputy mp parliamentarian congressman congresswoman representative",
        "officer policeman policewoman police cop constable",
        "soldier troop serviceman servicewoman",
        "militant fighter insurgent rebel gunman combatant",
        "worker employee staff staffer job",
        "child kid youngster minor",
        "pupil student schoolchild",
        "country nation state",
        "home house residence",
        "protester demonstrator marcher",
        "car vehicle automobile",
        "government federal",
        "faculty professor lecturer academic",
        "position spot job post slot role",
        "firm company business corporation",
        "revenue sale turnover",
        "profit earnings earning income",
        "plane aircraft airplane aeroplane jet",
        "ship vessel boat",
        "woman female",
        "man male",
        "resident inhabitant citizen civilian population",
        "refugee migrant asylum-seeker",
        "prisoner inmate detainee",
        "film movie",
        "attack strike assault",
        "missile rocket",
        "sentence term imprisonment",
    )
    for word in words.split()
}
# labels that change what is counted altogether: a figure with one of them never stands against one without
STATES = _set(
    "dead injured casualty missing arrested charged convicted acquitted displaced evacuated rescued survived "
    "trapped "
    "abducted released infected dismissed deported vaccinated"
)
SIDES = frozenset({"for", "against", "abstain"})
_DECISIVE = STATES | SIDES | {"change", "before", "among"}
_EMPTY_IS_WEAK = 0.4


def same_thing(a: QuantityValue, b: QuantityValue) -> float:
    """How likely two quantities count the same thing, 0 to 1, by their units, nouns and restrictions alone.

    0.5 and above: their figures may be compared. 1.0: unit, noun and restrictions agree. Restrictions on
    both sides
    that differ (dead and injured, for and against, Ukrainian and Russian) and a state on one side alone mean
    two
    things; another restriction on one side alone leaves a doubt. Symmetric.
    """
    if a.parts or b.parts:
        return _scores(a, b)
    if a.unit != b.unit or _family(a) != _family(b):
        return 0.0
    mine, theirs = ({canonical(x) for x in q.of if not (_measures(q) and x in STATES)} for q in (a, b))
    if _decisive(mine) != _decisive(theirs):
        # "won 93 votes" says no side and means the votes in favour
        unsaid = a.counted == b.counted == "vote" and _decisive(mine) ^ _decisive(theirs) == {"for"}
        return 0.6 if unsaid and not (mine | theirs) - {"for"} else 0.0
    only_mine, only_theirs = mine - theirs, theirs - mine
    if only_mine and only_theirs:
        return 0.1
    score = 1.0 if mine == theirs else 0.6
    if a.counted and b.counted:
        return score if canonical(a.counted) == canonical(b.counted) else 0.0
    if a.counted or b.counted:
        return _EMPTY_IS_WEAK * score
    # durations, measures and money often stand for themselves; a bare count says nothing of what it counts
    return 0.6 * score if a.unit else _EMPTY_IS_WEAK * score


def _scores(a: QuantityValue, b: QuantityValue) -> float:
    if a.parts and b.parts:
        return 0.9 if a.counted == b.counted else 0.6
    count = b if a.parts else a
    score = a if a.parts else b
    if count.counted != "vote" or score.counted != "vote" or not set(count.of) & SIDES:
        return 0.0
    return 0.8 if "abstain" not in count.of or len(score.parts) > 2 else 0.0


def _family(value: QuantityValue) -> str:
    return "percent" if value.form == "fraction" else value.form


def _measures(value: QuantityValue) -> bool:
    """Whether it is no count: what befell the miners says nothing of how deep they are."""
    return value.form in ("measure", "money", "duration")


def canonical(word: str) -> str:
    """The word that stands for all that news uses for one thing, "officer" for "police"; else the word itself."""
    return _SYNONYMS.get(word, word)


def _decisive(labels: set[str]) -> set[str]:
    return {label for label in labels if label in _DECISIVE or label.startswith("per:")}
