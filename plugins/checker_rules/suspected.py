"""What one account only says that somebody is suspected of, and another tells as done by him."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.rules.vocabulary import SentenceView, StatementView, StoryView
from checker_rules.circumstances import statement_at
from checker_rules.story_slots import Told, root_of, roots_in

_SUSPECTING = frozenset({"suspect", "accuse", "allege"})
_VERBS = re.compile(r"\b(?:suspect|accus|alleg)", re.IGNORECASE)
# what hangs on the verb: suspected of passing, suspect that he passed, is alleged to have passed
_OF = frozenset({"of"})
_SAID = frozenset({"ccomp", "xcomp"})
# a doubt, a source or a verdict in the sentence: then it is not told as a bare fact, or rightly so
_GUARDED = re.compile(
    r"\b(?:suspect(?:ed|ing|s? (?:that|of|him|her|them)\b)|suspicion|accus|alleg|charg|claim|reported|apparent|suppos"
    r"|believ|thought|accord|(?-i:may)|might|could|would|whether|if|possibl|probabl|likely|den(?:y|ie)|convict|guilty|admit"
    r"|confess|prove|found|rul(?:ed|ing)|said|say|told)",
    re.IGNORECASE,
)
# words of the deed that both have, and the share (0-1) of the shorter telling
_SHARED, _SHARE = 3, 0.6


@dataclass(frozen=True)
class Suspicion:
    """A deed told as done, and the same one that somebody is suspected of."""

    fact: StatementView
    claim: StatementView


@dataclass(frozen=True)
class _Deed:
    claim: StatementView
    verb: str
    roots: frozenset[str]
    people: frozenset[str]


def suspicions(story: StoryView) -> Iterator[Suspicion]:
    """Deeds of one account that another one tells as a suspicion, and nobody as proved; one a suspicion."""
    for document in story.documents:
        for deed in (d for s in document.sentences for d in _deeds(s)):
            if any(_done(s, deed) for s in document.statements):
                # the account itself tells it as done elsewhere
                continue
            for other in story.documents:
                facts = other.statements if other.id != document.id else ()
                fact = next((s for s in facts if _done(s, deed)), None)
                if fact is not None:
                    yield Suspicion(fact, deed.claim)


def _deeds(sentence: SentenceView) -> Iterator[_Deed]:
    if _VERBS.search(sentence.text) is None:
        return
    told = Told(sentence)
    words = told.words
    for at, word in enumerate(words):
        if word.lemma.lower() not in _SUSPECTING or word.pos != "VERB":
            continue
        for verb in _what(told, at):
            claim = statement_at(sentence, word.span) or statement_at(sentence, words[verb].span)
            if claim is None or words[verb].pos != "VERB":
                continue
            below = _tree(told, verb)
            whom = (i for i in told.children[at] if words[i].dep in ("dobj", "nsubjpass"))
            around = [words[i].span for i in (*below, *(j for top in whom for j in _tree(told, top)))]
            people = frozenset(
                n.value.entity
                for n in sentence.names
                if n.value.kind == "person" and any(n.span.overlaps(span) for span in around)
            )
            yield _Deed(claim, root_of(words[verb]), told.roots_of(below), people)


def _what(told: Told, at: int) -> Iterator[int]:
    """The verbs of the deed that hang on the one of suspecting."""
    # the parser may hang the "of" on the one who is suspected
    objects = [i for i in told.children[at] if told.words[i].dep == "dobj"]
    for i in (j for top in (at, *objects) for j in told.children[top]):
        word = told.words[i]
        if word.dep == "prep" and word.lemma in _OF:
            yield from (j for j in told.children[i] if told.words[j].dep == "pcomp")
        elif word.dep in _SAID:
            yield i


def _tree(told: Told, top: int) -> list[int]:
    return [i for i in range(len(told.words)) if told.under(i, top)]


def _done(statement: StatementView, deed: _Deed) -> bool:
    """Whether a statement tells the deed of one of those people, as a fact and in the outlet's own words."""
    if statement.speaker or statement.quoted or statement.hedged or statement.modality or statement.negated:
        return False
    if _GUARDED.search(statement.sentence.text) or statement.predicate_span is None:
        return False
    roots = roots_in(statement, statement.span)
    shared = roots & deed.roots
    verbs = roots_in(statement, statement.predicate_span)
    if (
        deed.verb not in verbs
        or len(shared) < _SHARED
        or len(shared) < _SHARE * min(len(roots), len(deed.roots))
    ):
        return False
    return bool(deed.people & statement.sentence.entities)
