"""Where an office-holder is from and of which party, as news tells it: "(R-Texas)", "Democrat of Ohio"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker import Flag, flag
from checker.models.language import NameValue
from checker.models.text import Span
from checker.rules.vocabulary import DocumentView, MentionView, Place, StoryView, marked

Name = MentionView[NameValue]

_POSTAL = {
    entry[:2]: entry[3:]
    for entry in (
        "AL alabama|AK alaska|AZ arizona|AR arkansas|CA california|CO colorado|CT connecticut|DE delaware|"
        "FL florida|GA georgia|HI hawaii|ID idaho|IL illinois|IN indiana|IA iowa|KS kansas|KY kentucky|"
        "LA louisiana|ME maine|MD maryland|MA massachusetts|MI michigan|MN minnesota|MS mississippi|"
        "MO missouri|MT montana|NE nebraska|NV nevada|NH new hampshire|NJ new jersey|NM new mexico|"
        "NY new york|NC north carolina|ND north dakota|OH ohio|OK oklahoma|OR oregon|PA pennsylvania|"
        "RI rhode island|SC south carolina|SD south dakota|TN tennessee|TX texas|UT utah|VT vermont|"
        "VA virginia|WA washington state|WV west virginia|WI wisconsin|WY wyoming"
    ).split("|")
}
# the state is meant, not the capital or the land of that name
_STATES = {state.removesuffix(" state"): state for state in _POSTAL.values()}
# as news agencies shorten them
_SHORT = {
    short: state
    for entry in (
        "ala alabama|ariz arizona|ark arkansas|cal california|calif california|colo colorado|conn connecticut|"
        "del delaware|fla florida|ga georgia|ill illinois|ind indiana|kan kansas|kans kansas|ky kentucky|"
        "la louisiana|md maryland|mass massachusetts|mich michigan|minn minnesota|miss mississippi|mo missouri|"
        "mont montana|neb nebraska|nev nevada|okla oklahoma|ore oregon|pa pennsylvania|penn pennsylvania|"
        "tenn tennessee|tex texas|vt vermont|va virginia|wash washington state|wis wisconsin|wyo wyoming"
    ).split("|")
    for short, state in [entry.split(" ", 1)]
}
# what makes a town or a house of a state's name, in whatever state it stands
_TOWNS = frozenset({"City", "County", "State", "University", "Street", "Avenue"})
_PARTIES = {"R": "Republican", "D": "Democrat", "DEM": "Democrat", "REP": "Republican", "I": "independent"}
_PLACE = r"(?P<home>[A-Z][\w.]*(?:[ ](?:[A-Z][\w.]*))*)"
# what may follow a name, and what of it is a home or a party
_AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:,? \d\d,)? of {_PLACE}",
        rf",? ?\(?(?P<party>[RDI]|Rep|Dem)[.]?[-‐-―,] ?{_PLACE}",
        rf", (?:an? |the )?(?P<party>Republican|Democrat|Democratic|independent)(?: \w+)? (?:of|from) {_PLACE}",
        rf" \({_PLACE}\)",
    )
)
_BEFORE = re.compile(
    r"\b(?:Sen|Senator|Rep|Representative|Gov|Governor|Congress(?:wo)?man|Senate|House|Leader|Whip|Speaker)\b"
    r"[^,.;]*\.? $"
)


@dataclass(frozen=True)
class Home:
    """What an account says of a person: the state or the party, and the words that say so."""

    person: Name
    fact: str
    value: str
    place: Span


def homes(document: DocumentView, texts: Sequence[str] = ()) -> Iterator[Home]:
    """Homes and parties that stand right after the names of an account; ``texts`` tell in which state a town lies."""
    text = document.text
    for name in document.names:
        if name.value.pronoun or name.value.kind != "person":
            continue
        for n, pattern in enumerate(_AFTER):
            if (found := pattern.match(text, name.span.end)) is None:
                continue
            before = text[max(0, name.span.start - 40) : name.span.start]
            if n in (0, 3) and not _BEFORE.search(before) and not name.value.titles:
                # "Anna of Denmark", "Smith (Boston)" may be anything
                continue
            yield from _read(name, found, texts)
            break


def _read(name: Name, found: "re.Match[str]", texts: Sequence[str]) -> Iterator[Home]:
    state, end = _state(found["home"])
    if not state and name.value.titles:
        town = found["home"].split(". ")[0].rstrip(".")
        state, end = _lies_in(town, texts), len(town)
    if state:
        start = found.start("home")
        yield Home(name, "home", state, Span(start=start, end=start + end))
    if (party := found.groupdict().get("party")) and state:
        said = _PARTIES.get(party.upper(), "Democrat" if party == "Democratic" else party)
        yield Home(name, "party", said, Span(start=found.start("party"), end=found.end("party")))


def _state(words: str) -> tuple[str, int]:
    """The state that the words begin with and how many letters of them name it; empty for any other place."""
    parts = words.split(" ")
    for n in range(min(3, len(parts)), 0, -1):
        said = " ".join(parts[:n])
        bare = said.rstrip(".")
        if parts[n : n + 1] and parts[n].rstrip(".") in _TOWNS and said == bare:
            # "Kansas City" lies in Missouri
            return "", 0
        # "La Crosse" is no Louisiana, "Penn State" no Pennsylvania
        shortened = said != bare or n == len(parts)
        for table, key in (
            (_STATES, bare.lower()),
            (_SHORT, bare.lower() if shortened else ""),
            (_POSTAL, said.replace(".", "").replace(" ", "") if said.isupper() else ""),
        ):
            if key in table:
                return table[key], len(said if table is not _STATES else bare)
    return "", 0


def _lies_in(town: str, texts: Sequence[str]) -> str:
    """The one state that the accounts name after a town: "Youngstown, Ohio"."""
    after = re.compile(rf"\b{re.escape(town)}, ([A-Z][\w.]*(?: [A-Z][\w.]*)?)")
    states = {_state(m[1])[0] for text in texts for m in after.finditer(text)} - {""}
    return states.pop() if len(states) == 1 else ""


def homes_apart(story: StoryView) -> Iterator[Flag]:
    """Flag one person whom two accounts place in two states, or in two parties."""
    texts = [document.text for document in story.documents]
    told = [home for document in story.documents for home in homes(document, texts)]
    for n, a in enumerate(told):
        for b in told[n + 1 :]:
            if a.person.document.id == b.person.document.id or a.person.value.entity != b.person.value.entity:
                continue
            if a.fact != b.fact or a.value == b.value or _says_both(told, a, b):
                continue
            yield flag(
                a.fact,
                at=_shown(a),
                against=[_shown(b)],
                verdict="fail",
                confidence=0.85,
                data={"kind": "name"},
                person=a.person.value.full or a.person.text,
                left=a.place.of(a.person.document.text),
                right=b.place.of(b.person.document.text),
                left_outlet=a.person.document.name,
                right_outlet=b.person.document.name,
            )


def _says_both(told: list[Home], a: Home, b: Home) -> bool:
    """Whether one of the accounts has the other's word for the same person too."""
    return any(
        home.fact == a.fact
        and home.person.value.entity == a.person.value.entity
        and (home.person.document.id, home.value)
        in ((a.person.document.id, b.value), (b.person.document.id, a.value))
        for home in told
    )


def _shown(home: Home) -> Place:
    return marked(home.person.sentence, home.place)
