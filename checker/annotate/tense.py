"""Whether a word's clause tells of what has happened or of what is to come, for dates that need to know."""

from typing import TYPE_CHECKING

from checker.annotate.calendar_days import Tense
from checker.annotate.lexer import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

# "was scheduled for Friday": the day may lie on either side of the account's own
_AHEAD = word_set("set schedule plan slate expect due expire begin start postpone delay reschedule adjourn")
# "asked for time until Monday", "was due in court on Thursday": so may these
_LIMITS = word_set("until till")
_OWED = word_set("due")
_COMING = word_set(
    "expect plan schedule due set aim hope intend want prepare ready likely agree promise vow pledge poise "
    "slate "
    "threaten propose urge tell ask call need"
)


def tense_at(token: "Token") -> Tense:
    """ "past", "future", or empty where the clause does not say ("the vote on Monday")."""
    if token.dep_ == "pobj" and token.head.lower_ in _LIMITS:
        return ""
    seen = 0
    while seen < 12:
        seen += 1
        if token.pos_ in ("VERB", "AUX"):
            found = _of_verb(token)
            if found is not None:
                return found
        if token.head.i == token.i:
            return ""
        token = token.head
    return ""


def _of_verb(verb: "Token") -> Tense | None:
    """The tense of one verb; None: look at the word it hangs on."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "’ll", "shall", "wo"}:
        return "future"
    if helpers & {"would", "could", "might", "may", "can", "should", "must"}:
        return ""
    if "to" in helpers:
        head = verb.head
        if head.lemma_.lower() in (
            "fail",
            "manage",
            "refuse",
            "decline",
            "begin",
            "start",
            "continue",
            "use",
            "appear",
            "seem",
        ):
            return None
        if head.lemma_.lower() in _COMING or head.lemma_ in ("be", "go"):
            past = head.tag_ == "VBD" or any(
                c.tag_ == "VBD" for c in head.children if c.dep_ in ("aux", "auxpass")
            )
            return "" if past else "future"
        return ""
    if verb.lemma_.lower() in _AHEAD:
        return ""
    if any(c.lower_ in _OWED for c in verb.children):
        return ""
    if helpers & {"had", "has", "have", "'ve", "was", "were", "did", "been"}:
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        if helpers or verb.lemma_.lower() in _COMING:
            return ""
        return "past" if verb.dep_ in ("acl", "ROOT", "conj", "advcl", "ccomp", "relcl", "amod") else None
    if verb.tag_ == "VBG" and not helpers:
        return None if verb.dep_ != "ROOT" else ""
    return ""
