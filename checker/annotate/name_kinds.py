"""Of what kind a name is: person, place, body or group, from its words and spaCy's label."""

from typing import TYPE_CHECKING

from checker.annotate.aliases import Kind
from checker.annotate.data import words
from checker.annotate.persons import gender_of_given

if TYPE_CHECKING:
    from spacy.tokens import Doc

ORGANISATION_WORDS = words(
    "inc inc. corp corp. ltd ltd. llc plc co co. company corporation party committee university college "
    "school department  agency council ministry court bank group association institute institution "
    "foundation administration bureau  commission federation union authority parliament congress senate "
    "assembly army navy police force church times post  journal news network airlines airways motors "
    "league club service office board center centre coalition alliance front  society fund trust "
    "organization organisation team caucus conference guard corps hospital"
)
PLACE_WORDS = words(
    "county city river island islands street avenue airport mountain mountains valley lake sea ocean bay "
    "beach road  boulevard square park province region district state territory peninsula strait gulf "
    "coast desert village town bridge  tower house palace hall building station stadium base"
)
KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "NORP": "group",
}


def kind_of(doc: "Doc", left: int, right: int, titled: bool) -> Kind:
    """The kind of the name at tokens ``left:right``; ``titled``: a person's title stands before it."""
    first, last = doc[left], doc[right - 1]
    if titled:
        return "person"
    labels = [t.ent_type_ for t in doc[left:right] if t.ent_type_ in KINDS]
    if right - left == 2 and gender_of_given(first.text) and not set(labels) & {"GPE", "LOC", "FAC", "ORG"}:
        # surnames that are words of places and bodies too: Robert Hall, Susan Banks
        return "person"
    if last.lower_ in ORGANISATION_WORDS or (first.lower_ in ORGANISATION_WORDS and right - left > 1):
        return "organisation"
    if right - left > 1 and last.lower_ in PLACE_WORDS:
        return "place"
    if (
        right - left > 1
        and gender_of_given(first.text)
        and not any(t.lower_ in {"of", "and", "&"} for t in doc[left:right])
    ):
        return "person"
    if (
        right - left == 1
        and left
        and "PERSON" in labels
        and doc[left - 1].lower_ in {"from", "in", "near", "at"}
    ):
        return "place"
    if labels:
        return KINDS[max(sorted(set(labels)), key=labels.count)]
    return "other"
