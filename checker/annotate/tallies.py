"""Sides of a count of hands: how many for, how many against, how many abstained; and scores ("93-18")."""

from typing import TYPE_CHECKING

from checker.annotate.lexer import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ABSTAIN = word_set("abstain abstained abstaining abstention abstentions abstains")
_SIDES: dict[tuple[str, ...], str] = {
    ("in", "favour"): "for", ("in", "favor"): "for", ("in", "support"): "for", ("yes",): "for",
    ("yea",): "for",
    ("yeas",): "for", ("aye",): "for", ("ayes",): "for", ("for",): "for", ("against",): "against",
    ("no",): "against",
    ("nay",): "against", ("nays",): "against", ("noes",): "against", ("opposed",): "against", ("in",
    "opposition"): "against",
}  # fmt: skip
_VOTES = word_set("vote voted voting votes ballot ballots cast")
_CONTEST = word_set(
    "vote voted votes voting passed approved adopted rejected defeated beat won win wins lost lose loses "
    "lead led leading "
    "trailed tally margin decision ruling ruled victory defeat draw drew score scored match game majority "
    "final tie "
    "tied beating winning losing thrashed edged result split record series upheld"
)
_HANDS = word_set(
    "vote voted votes voting passed approved adopted rejected tally majority resolution bill amendment "
    "senate ruling "
    "ruled council assembly committee parliament court motion upheld ballot confirmed"
)


def side_of(doc: "Doc", start: int, end: int, head: "Token | None") -> str | None:
    """The side that a count of hands is on: for, against, abstain, "" for votes of no side; None: no such
    count.

    ``end`` is the place after the noun phrase that follows the figure, ``head`` that phrase's noun.
    """
    noun = head.lower_ if head is not None else ""
    if noun in _ABSTAIN:
        return "abstain"
    words = [t.lower_ for t in doc[end : end + 5]]
    while words and words[0] in (
        "have",
        "has",
        "had",
        "who",
        "of",
        "countries",
        "nations",
        "members",
        "states",
        "also",
    ):
        words.pop(0)
    if words and words[0] in _ABSTAIN:
        return "abstain"
    votes = noun in ("vote", "votes")
    if votes and head is not None:
        before = doc[head.i - 1].lower_ if head.i else ""
        if (before,) in _SIDES and before != "for":
            return _SIDES[before,]
    if noun in ("ayes", "nays", "yeas", "noes"):
        return _SIDES[noun,]
    cast = bool(words) and words[0] in _VOTES
    if cast:
        words.pop(0)
    for size in (2, 1):
        side = _SIDES.get(tuple(words[:size]))
        if side is None:
            continue
        if side == "for" and words[0] == "for" and len(words) > 1 and _is_candidate(doc, words[1], end):
            return ""
        following = words[size] if len(words) > size else ""
        if cast or votes or (size == 2 and head is None):
            # "12 votes for the party" are votes of its side, not of a side of a question
            return (
                ""
                if votes and not cast and side == "for" and following not in ("", ",", ".", "and", ";")
                else side
            )
        ends = following in ("", ",", ".", "and", ";", ")", "with")
        if head is None and ends and words[0] in ("for", "against") and _near_votes(doc, start, end):
            return side
    return "" if votes else None


def _is_candidate(doc: "Doc", word: str, end: int) -> bool:
    """Whether "for" is followed by who was voted for, and not by what: "voted for him"."""
    if word in ("him", "her", "them", "me", "us", "you"):
        return True
    return any(t.lower_ == word and t.ent_type_ == "PERSON" for t in doc[end : end + 6])


def _near_votes(doc: "Doc", start: int, end: int) -> bool:
    return any(t.lower_ in _VOTES or t.lower_ in _ABSTAIN or t.lower_ in _HANDS for t in doc)


def is_contest(doc: "Doc") -> bool:
    """Whether the sentence tells of a vote, a match or the like, so that "93-18" in it is a score."""
    return any(t.lower_ in _CONTEST for t in doc)


def is_vote(doc: "Doc") -> bool:
    """Whether the sentence tells of a vote."""
    return any(t.lower_ in _HANDS for t in doc)
