"""What a sentence says a person is.

Titles before the name, appositions after it, and of which state or body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.annotate.name_runs import RawName
from checker.annotate.titles import title_at

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Role:
    """An office and the key of the state or body it belongs to (empty when not said)."""

    title: str
    country: str = ""


def role_before(doc: "Doc", name: RawName, others: Sequence[RawName]) -> tuple[int, Role] | None:
    """The title that stands right before a name and its first token: 'Kremlin spokesman' Dmitry Peskov."""
    start = name.start
    closed = name.end >= len(doc) or doc[name.end].text in {",", ".", ")"}
    if start > 1 and doc[start - 1].text == "," and closed:
        # "the prime minister, Gareth Lowe, ..."
        start -= 1
    for begin in range(max(0, start - 5), start):
        stop, title = title_at(doc, begin, start)
        if title and stop == start:
            return begin, Role(title, _owner(doc, begin, others))
    return None


def role_after(doc: "Doc", name: RawName, others: Sequence[RawName]) -> Role | None:
    """The title in an apposition.

    Dmitry Peskov, 'the Kremlin spokesman'; Emmanuel Macron, 'president of France'.
    """
    at = name.end
    if at >= len(doc) or doc[at].text not in {",", "("}:
        return None
    at += 1
    stop_at = min(len(doc), at + 8)
    owner = ""
    while at < stop_at:
        known = next((o for o in others if o.start == at), None)
        if known is not None:
            owner = known.entity or known.text.lower()
            at = known.end
            continue
        token = doc[at]
        end, title = title_at(doc, at, min(len(doc), at + 5))
        if title and (named := next((o for o in others if o.start == end), None)) is not None:
            # "Rice, President Obama's adviser": the title is another's
            owner = named.entity or named.text.lower()
            at = named.end
            continue
        if title:
            if end + 1 < len(doc) and doc[end].lower_ in {"of", "for"}:
                after = end + 1 + (doc[end + 1].lower_ == "the")
                named = next((o for o in others if o.start == after), None)
                owner = (named.entity or named.text.lower()) if named else owner
            return Role(title, owner)
        if token.pos_ not in {"DET", "ADJ", "PART", "NUM", "NOUN", "PROPN"} and token.text not in {
            "'s",
            "’s",
        }:
            return None
        at += 1
    return None


def _owner(doc: "Doc", at: int, others: Sequence[RawName]) -> str:
    """The state or body named right before token ``at``: 'Russian' president, 'Hawaii' governor."""
    end = at
    while end > 0 and doc[end - 1].text in {"'s", "’s"}:
        end -= 1
    named = next((o for o in others if o.end == end), None)
    return (named.entity or named.text.lower()) if named is not None and named.kind != "person" else ""
