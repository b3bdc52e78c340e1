"""Short forms of an organisation's name across accounts: "Halden" is "Halden Semiconductor"."""

from collections.abc import Iterable

from checker.models.language import NameValue

# what the rest of a full name may be for its beginning to be a short form of it
_KIND_WORDS = frozenset(
    "group inc corp corporation company co ltd plc ag sa nv gmbh holdings holding industries "
    "international technologies technology systems semiconductor semiconductors electronics motors motor "
    "airlines airways air lines line railways energy oil gas petroleum steel bank financial capital "
    "partners insurance pharmaceuticals pharma biotech foods stores retail media entertainment studios "
    "pictures records press times post news network networks university college institute foundation "
    "trust association union federation league club city united hospital clinic church museum theatre "
    "theater council agency authority commission committee department ministry office police court party "
    "labs laboratories software solutions services logistics shipping construction properties resorts "
    "hotels".split()
)
_NOT_PLACES = frozenset(
    {
        "post",
        "times",
        "news",
        "press",
        "university",
        "college",
        "police",
        "city",
        "united",
        "court",
        "council",
        "party",
    }
)


def link_organisations(names: Iterable[NameValue]) -> dict[str, str]:
    """Entity key -> the fuller key of the same organisation, for the names of all accounts of a story.

    A key is a short form when exactly one fuller key begins with it and goes on with the kind of an organisation
    ("semiconductor", "airlines"); a place is never short for what is named after it ("Washington", "Washington Post").
    A key with one word before a known one of two words or more ("chipmaker halden semiconductor") is that one.
    """
    kinds: dict[str, str] = {}
    for name in names:
        if not name.pronoun and name.entity and name.kind in ("organisation", "other", "place"):
            kinds.setdefault(name.entity, name.kind)
            if name.kind == "organisation":
                kinds[name.entity] = "organisation"
    links: dict[str, str] = {}
    for key in sorted(kinds):
        words = key.split()
        if (
            len(words) > 2
            and " ".join(words[1:]) in kinds
            and kinds[key] == kinds[" ".join(words[1:])] == "organisation"
        ):
            links[key] = " ".join(words[1:])
            continue
        if len(words) > 1 and kinds[key] == "place":
            # San Diego is no theatre
            continue
        longer = [
            k
            for k in kinds
            if k.startswith(key + " ") and k not in links and _goes_on(k[len(key) :].split(), kinds[key])
        ]
        if len(longer) == 1:
            links[key] = longer[0]
    return {key: links.get(target, target) for key, target in links.items()}


def _goes_on(rest: list[str], kind: str) -> bool:
    last = rest[-1].strip(".,")
    return len(rest) <= 2 and last in _KIND_WORDS and not (kind == "place" and last in _NOT_PLACES)
