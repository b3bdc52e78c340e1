"""What somebody confirmed by one account and denied by the other: "confirmed that troops had crossed", "denied it"."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.models.language import NameValue
from checker.models.text import Span
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import MentionView, StatementView, StoryView
from checker_rules.circumstances import days_apart, denies
from checker_rules.kin_verbs import same_deed
from checker_rules.one_deed import called
from checker_rules.story_slots import Told, root, roots_in

_DENYING = frozenset({"deny", "refute", "dispute", "reject"})
_CLAIMS = frozenset("report claim allegation accusation charge suggestion rumour rumor".split())
_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_SMALL = frozenset({"the", "a", "an", "of", "and", "'s", "his", "her", "its", "their"})
# what a claim and its denial share beside the verb
_SHARED = 2


@dataclass(frozen=True)
class ClaimDenied:
    """A statement that somebody made, the statement that he denied it, and the words that show each."""

    made: StatementView
    denied: StatementView
    places: tuple[Span, Span]


@dataclass(frozen=True)
class _Denied:
    statement: StatementView
    verb: str
    roots: frozenset[str]
    place: Span


def claims_denied(story: StoryView) -> Iterator[ClaimDenied]:
    """Claims that one speaker makes in one account and denies in another."""
    denied = [d for document in story.documents for s in document.statements if (d := _denied(s)) is not None]
    for d in denied:
        for document in story.documents:
            if document.id == d.statement.document.id:
                continue
            for s in document.statements:
                if not s.speaker or denies(s) or s.modality or s.predicate_span is None:
                    continue
                roots = roots_in(s, s.span)
                # "talks had been held" is "they had been talking": the noun of one is the verb of the other
                deed = same_deed(s.predicate, d.verb) or root(d.verb) in roots or root(s.predicate) in d.roots
                enough = len(roots & d.roots) >= _SHARED and deed
                if enough and _one_speaker(d.statement, s) and not days_apart(s, d.statement):
                    yield ClaimDenied(s, d.statement, (s.span, d.place))


def _denied(statement: StatementView) -> _Denied | None:
    """The claim that a statement tells its subject to deny: "denied that any of his troops had entered"."""
    if statement.predicate not in _DENYING or statement.negated or statement.modality or statement.passive:
        return None
    told, place = Told(statement.sentence), statement.predicate_span
    words = told.words
    at = next((i for i, w in enumerate(words) if place is not None and w.span.overlaps(place)), -1)
    for i, word in enumerate(words):
        above = told.heads[i]
        below = above == at or (0 <= above < len(words) and words[above].lemma in _CLAIMS)
        if (
            i > at >= 0
            and below
            and word.pos in ("VERB", "AUX")
            and word.dep in ("ccomp", "xcomp", "acl", "pcomp")
        ):
            end = max(w.span.end for n, w in enumerate(words) if w.pos != "PUNCT" and told.under(n, i))
            roots = roots_in(statement, Span(start=words[at].span.end, end=end))
            return _Denied(statement, word.lemma.lower(), roots, Span(start=words[at].span.start, end=end))
    return None


def _one_speaker(denial: StatementView, claim: StatementView) -> bool:
    """Whether who denies is who made the claim: one name, or one office with the same words around it."""
    subject = denial.argument("subject")
    # a pronoun that stands for nobody known may stand for anybody
    if subject is None or subject.head in _PRONOUNS:
        return False
    said = {*claim.speaker.replace("-", " ").split()} - _SMALL
    names = {subject.head, *called(denial, subject)}
    if claim.speaker in names:
        return True
    words = [w for w in sentence_words(denial.sentence) if subject.span.contains(w.span)]
    head = [w for w in words if w.lemma.lower() == subject.head]
    which = {w.text.lower() for w in words if w.dep in ("compound", "amod")}
    if not head or head[0].pos != "NOUN":
        return False
    # "Foreign Minister Dilek Arsoy", told by name only in the statement itself
    titles = [
        _title(n) for n in claim.document.names if n.value.entity == claim.speaker and not n.value.pronoun
    ]
    return any(head[0].text.lower() in t and which <= t for t in (said, *titles))


def _title(name: MentionView[NameValue]) -> set[str]:
    """The words right before a name that are its title."""
    words = sentence_words(name.sentence)
    at = next((i for i, w in enumerate(words) if name.span.overlaps(w.span)), 0)
    first = at
    while first > 0 and words[first - 1].pos in ("NOUN", "PROPN", "ADJ"):
        first -= 1
    return {w.text.lower() for w in words[first:at]}
