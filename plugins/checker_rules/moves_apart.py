"""One measure that rose by one short account and fell by the other: shares gained, the stock lost; up, down."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.vocabulary import StatementView, StoryView
from checker_rules.asserted import MODALS, UNDONE, WANTED, asks
from checker_rules.circumstances import NOT, days_apart, disputed, statement_at
from checker_rules.figures import one_percentage
from checker_rules.holders import Holders
from checker_rules.nearest import short
from checker_rules.story_slots import Told
from checker_rules.told_places import Where, places_apart, places_told

# each row is one measure by its names
_MEASURES = """
share stock
turnout participation
sale revenue turnover taking
profit earning
loss
lake water river level reservoir flood sea creek stream tide
unemployment joblessness unemployment_rate jobless_rate
price cost tariff fare
inflation
production output
export shipment
import
attendance visitor audience
emission
crime offence
wage salary pay
population
temperature
index
rent
demand
popularity approval support
"""
_ROW = {word: n for n, row in enumerate(_MEASURES.strip().split("\n")) for word in row.split()}
_RATES = frozenset({"rate", "level", "number", "figure", "value", "amount", "volume"})
_UP = frozenset(
    "rise climb grow increase gain jump surge soar advance rally rebound rocket swell leap spike mount edge_up "
    "strengthen recover".split()
)
_DOWN = frozenset(
    "fall drop decline decrease shrink slip slide sink tumble plunge plummet slump recede ebb ease dip lose shed "
    "retreat crash contract dwindle weaken subside".split()
)
_UP_OBJECT = frozenset("raise boost lift increase".split())
_DOWN_OBJECT = frozenset("lower cut reduce slash trim".split())
_NOUNS_UP = frozenset("rise increase gain growth jump surge climb advance rally".split())
_NOUNS_DOWN = frozenset("fall drop decline decrease loss slump plunge slide dip reduction".split())
_ADVERBS = {
    "up": 1,
    "higher": 1,
    "down": -1,
    "lower": -1,
    "upward": 1,
    "upwards": 1,
    "downward": -1,
    "downwards": -1,
}
_MAYBE = MODALS | {"if", "unless", "whether", "will"}
# what is only wanted or expected, and what did not come about
_UNREAL = WANTED | UNDONE | frozenset("reject oppose block avoid prevent avert against".split())
# whether a word is so depends on the word above
_CLIMBED = frozenset({"xcomp", "ccomp", "pcomp", "conj", "prep", "pobj", "dobj", "amod", "attr"})
# other stretches of time than that of the news
_SINCE = frozenset("since year january quarter month week decade earlier previous so".split())
# up or down is told with these by another word: "went up", "ended lower"
_GOES = frozenset("be edge go end close finish move stand trade open head come inch tick creep turn".split())
_ENDS = frozenset("be edge go end close finish".split())
# "lost ground", not "lost its way"
_AMOUNTS = frozenset("percent % ground point value half third quarter metre cent".split())
# what does not tell one measure from another
_PLAIN = frozenset(
    "total overall annual quarterly net the its average company group own online first second".split()
)


@dataclass(frozen=True)
class Move:
    """What a measure did by one statement, with the words that show it."""

    statement: StatementView
    row: int
    up: bool
    which: frozenset[str]
    entities: frozenset[str]
    when: frozenset[str]
    where: Where
    place: Span


def moves_apart(story: StoryView) -> Iterator[tuple[Move, Move]]:
    """A measure that rose by one account and fell by another, where each account has it move one way only."""
    told: dict[int, dict[str, list[Move]]] = defaultdict(dict)
    for document in story.documents:
        if short(document):
            holders = Holders(document)
            for sentence in holders.told:
                for move in _read(holders, sentence):
                    told[move.row].setdefault(document.id, []).append(move)
    for row in sorted(told):
        for one, other in combinations((told[row][d] for d in sorted(told[row])), 2):
            yield from islice(((a, b) for a, b in product(one, other) if _clash(a, b, one, other)), 1)


def _clash(a: Move, b: Move, one: list[Move], other: list[Move]) -> bool:
    if a.up == b.up or days_apart(a.statement, b.statement):
        return False
    if a.when != b.when and not one_percentage(a.statement, b.statement):
        return False
    if not _one_thing(a, b) or disputed(a.statement, b.statement):
        return False
    return not any(x.up != a.up for x in one) and not any(x.up != b.up for x in other)


def _one_thing(a: Move, b: Move) -> bool:
    """Whether nothing says that two measures of one name are meant: sales in Europe, sales in Asia."""
    if (a.entities and b.entities and not a.entities & b.entities) or places_apart(a.where, b.where):
        return False
    # the shares of Halden and tech stocks
    if any(x.entities and not x.which and y.which and not y.entities for x, y in ((a, b), (b, a))):
        return False
    return not (a.which and b.which and not a.which & b.which) and len(a.which ^ b.which) <= 2


def _read(holders: Holders, told: Told) -> Iterator[Move]:
    words = told.words
    for at, word in enumerate(words):
        lemma = word.lemma.lower()
        if word.pos in ("VERB", "AUX"):
            objects = [i for i in told.children[at] if words[i].dep == "dobj"]
            passive = any(words[i].dep == "auxpass" for i in told.children[at])
            way = _way(told, at, lemma, objects)
            # "rising costs" tells of the costs
            subjects = [told.heads[at]] if word.dep == "amod" else holders.subjects(told, at)
            if way and not passive:
                yield from _moves(told, at, way, subjects)
            way = (lemma in _UP_OBJECT) - (lemma in _DOWN_OBJECT)
            if way:
                yield from _moves(told, at, way, subjects if passive else objects)
        elif word.pos == "NOUN" and lemma in _NOUNS_UP | _NOUNS_DOWN:
            of = [
                j
                for i in told.children[at]
                if words[i].lemma in ("of", "in") and words[i].dep == "prep"
                for j in told.children[i]
            ]
            of += [i for i in told.children[at] if words[i].dep == "compound"]
            yield from _moves(told, at, 1 if lemma in _NOUNS_UP else -1, of)
        elif word.text.lower() in ("more", "fewer", "higher", "lower") and word.dep == "amod":
            yield from _moves(
                told, at, 1 if word.text.lower() in ("more", "higher") else -1, [told.heads[at]]
            )
        elif lemma in ("up", "down") and word.pos in ("ADV", "ADP", "ADJ"):
            before = max(
                (i for i in range(at) if words[i].pos == "NOUN" and _row(told, i) is not None), default=-1
            )
            figure = any(words[i].pos == "NUM" for i in range(at + 1, min(at + 5, len(words))))
            # what a boat picks up is no rise of the river, nor is "up to 15 million"
            most = words[at + 1 : at + 2] and words[at + 1].lemma == "to"
            alone = not most and word.dep != "prt" and words[told.heads[at]].lemma not in _ENDS
            if before >= 0 and figure and alone:
                yield from _moves(told, at, _ADVERBS[lemma], [before])


def _way(told: Told, at: int, lemma: str, objects: list[int]) -> int:
    """1 for up, -1 for down, 0 for neither."""
    words = told.words
    adverbs = [
        _ADVERBS.get(words[i].text.lower(), 0)
        for i in told.children[at]
        if words[i].dep in ("advmod", "acomp", "prt", "prep", "advcl", "oprd")
    ]
    if any(adverbs) and lemma in _GOES:
        return next(w for w in adverbs if w)
    if any(not _amount(told, i) for i in objects):
        return 0
    return (lemma in _UP) - (lemma in _DOWN)


def _amount(told: Told, at: int) -> bool:
    """Whether an object says by how much: "rose 4 percent"; visitors that climb a tower are no more than before."""
    return told.words[at].lemma.lower() in _AMOUNTS or any(
        told.words[i].dep == "nummod" for i in told.children[at]
    )


def _moves(told: Told, at: int, way: int, things: list[int]) -> Iterator[Move]:
    words = told.words
    span = words[at].span
    statement = statement_at(told.sentence, span)
    if statement is None or asks(told.sentence, span) or _not_so(told, at):
        return
    clause = {words[i].lemma.lower() for i in told.clause(at)}
    perfect = any(
        words[i].lemma == "have" and words[i].dep == "aux" and words[i].text.lower() in ("have", "has")
        for i in told.children[at]
    )
    when = frozenset(clause & _SINCE) | (frozenset({"since"}) if perfect and clause & _SINCE else frozenset())
    for thing in things:
        row = _row(told, thing)
        if row is None:
            continue
        below = list(told.children[thing])
        below += [
            j
            for i in below
            if words[i].dep == "prep" and words[i].lemma in ("of", "in", "at", "for", "to")
            for j in told.children[i]
        ]
        names = told.sentence.names
        which: set[str] = set()
        # "in Europe alone sales slipped"
        where = places_told(told, statement)
        entities = {entity for kind, entity in where if kind == "in"}
        for i in below:
            name = [n.value.entity for n in names if n.span.overlaps(words[i].span)]
            entities.update(name)
            if not name and (
                words[i].dep in ("compound", "nmod")
                or (words[i].dep == "amod" and words[i].pos == "ADJ")
                or words[i].dep == "pobj"
            ):
                which.add(spelling(words[i].lemma.lower()))
        which = {w for w in which if w not in _PLAIN and w not in _ROW and w not in _SINCE}
        end = max(
            i
            for i in range(at, min(at + 4, len(words)))
            if i == at or words[i].lemma.lower() in ("percent", "%", "metre", "centimetre", "up", "down")
        )
        start = thing if at - 4 <= thing < at else at
        yield Move(
            statement,
            row,
            way > 0,
            frozenset(which),
            frozenset(entities),
            when,
            where,
            Span(start=min(words[start].span.start, span.start), end=words[end].span.end),
        )


def _row(told: Told, at: int) -> int | None:
    """Which measure a noun names: the level of the lake is the lake's."""
    words = told.words
    lemma = spelling(words[at].lemma.lower())
    if lemma in _RATES:
        inner = [i for i in told.children[at] if words[i].dep in ("compound", "amod", "nmod")]
        inner += [j for i in told.children[at] if words[i].lemma == "of" for j in told.children[i]]
        found = [r for i in inner if (r := _ROW.get(spelling(words[i].lemma.lower()))) is not None]
        if any(words[i].lemma.lower() == "jobless" for i in inner):
            return _ROW["unemployment"]
        return found[0] if found else _ROW.get(lemma)
    return _ROW.get(lemma) if words[at].pos in ("NOUN", "PROPN") else None


def _not_so(told: Told, at: int) -> bool:
    """Whether it is denied, only possible, expected or wanted, or was left undone: "rejected a plan to raise fares"."""
    words, seen = told.words, set()
    while at not in seen and 0 <= at < len(words):
        seen.add(at)
        below = [words[i] for i in told.children[at]]
        lemmas = {w.lemma.lower() for w in below if w.dep in ("aux", "mark")}
        if lemmas & _MAYBE or any(w.dep == "neg" or w.lemma.lower() in NOT for w in below):
            return True
        if any(w.dep == "amod" and w.lemma.lower() in WANTED for w in below):
            return True
        if words[at].dep == "acl" and "to" in lemmas:
            return True
        if words[at].dep not in _CLIMBED or told.heads[at] == at:
            return False
        at = told.heads[at]
        if 0 <= at < len(words) and words[at].lemma.lower() in _UNREAL:
            return True
    return False
