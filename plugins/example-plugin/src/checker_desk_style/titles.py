"""STYLE102: one person with two offices."""

from collections import defaultdict
from collections.abc import Iterator

from checker import DocumentView, Flag, MentionView, OtherValue, StoryView, flag, rule

from checker_desk_style.offices import KIND

Office = MentionView[OtherValue]


@rule(
    "STYLE102",
    severity="warning",
    category="wording",
    messages={"differs": "{name} is {a} in {left}, {b} in {right}"},
)
def title_differs(story: StoryView) -> Iterator[Flag]:
    """A minister or other holder of an office has another title in another account.

    Flags a person to whom two accounts give offices that exclude each other: two ministries, the minister and the
    deputy, senator and representative. Reads the offices that the plugin's own annotator finds.

    Why: a wrong title is the error that its holder writes in about, and it is cheap to look up.

    Example: "Defence Minister Ana Silva said" against "the interior minister, Ana Silva, said".

    Not flagged: offices that are past or to come; one office in other words (foreign minister, minister of foreign
    affairs); an account that gives both, for somebody may hold two; a person without an office in one account.
    """
    held: dict[tuple[str, str], list[list[Office]]] = defaultdict(list)
    for document in story.documents:
        for key, offices in _held(document).items():
            held[key].append(offices)
    for (holder, _), accounts in sorted(held.items()):
        others = [[b for b in accounts if not _names(a) & _names(b)] for a in accounts]
        # who stands alone against most is shown first
        odd = max(range(len(accounts)), key=lambda n: (len(others[n]), -n))
        if not others[odd]:
            continue
        one, other = accounts[odd][0], others[odd][0][0]
        agreed = [b[0].document.name for b in others[odd] if _names(b) & _names(others[odd][0])]
        yield flag(
            "differs",
            at=one,
            against=[b[0] for b in others[odd]],
            confidence=0.6,
            suggestions=["Look the title up."],
            name=_full(one.document, holder),
            a=one.text,
            b=other.text,
            left=one.document.name,
            right=" and ".join(agreed),
        )


def _held(document: DocumentView) -> dict[tuple[str, str], list[Office]]:
    """(holder, bench) -> the places where the account gives the person such an office."""
    found: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for mention in document.of_kind(KIND):
        if isinstance(mention.value, OtherValue):
            found[mention.value.data["holder"], mention.value.data["bench"]].append(mention)  # type: ignore[arg-type]
    return found


def _names(offices: list[Office]) -> set[tuple[str, str]]:
    """Field and degree of every office: what two accounts must share to agree."""
    return {(field, o.value.data["degree"]) for o in offices for field in o.value.data["fields"]}


def _full(document: DocumentView, holder: str) -> str:
    named = document.named(holder)
    return (named[0].value.full or named[0].text) if named else holder.title()
