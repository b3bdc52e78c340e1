"""How much a statement matters to its story: by its place, its names and its substance."""

import re

from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import StatementView, StoryView

_BALLOTS = ("abstain", "vote", "veto")
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
_FORMS = {
    "main": 1.0,
    "conjunct": 0.95,
    "reported": 0.9,
    "subordinate": 0.75,
    "relative": 0.7,
    "participle": 0.7,
    "apposition": 0.5,
    "fragment": 0.6,
}


# verbs of the writer's own judgement, and subjects that sum up what was told before: analysis, not event
_JUDGES = frozenset(
    "threaten stun shake signal spark fuel underscore underline highlight reflect mark coincide represent "
    "blindside reshape downplay surprise echo contrast suggest indicate remain seem appear mean "
    "illustrate show raise weaken strengthen undermine overshadow complicate".split()
)
_SUMS_UP = frozenset(
    "move shift reversal remark comment development decision step twist turn approach question concern "
    "issue situation episode eye fact moment future outcome analyst observer critic this that it which "
    "what".split()
)


_DEPENDENT = ("subordinate", "relative", "participle")


def _comments(statement: StatementView) -> bool:
    subject = next((a.head for a in statement.arguments if a.role == "subject"), "")
    return statement.predicate in _JUDGES or subject in _SUMS_UP


_TELLING = frozenset(
    "say tell add write tweet reply answer post remark continue conclude declare joke".split()
)
_WORDS_GIVEN = 4  # a quotation of so many words is what a clause of saying introduces


_INTRODUCES = re.compile(r"\b(?:saying|asking|adding|writing|stating|telling \w+)$")


def _only_introduces(statement: StatementView) -> bool:
    """Whether it is the frame of words quoted beside it: "he said on a visit to the base", "began by asking"."""
    if _INTRODUCES.search(statement.text):
        return True
    return statement.predicate in _TELLING and any(
        q.value.direct and len(q.text.split()) >= _WORDS_GIVEN and not q.span.overlaps(statement.span)
        for q in statement.sentence.quotes
    )


def prominence(statement: StatementView) -> float:
    """1 for the first sentence of an account, falling to 0.2 at its end: news is told from the top."""
    total = max(1, len(statement.document.sentences))
    return 1.0 - 0.8 * statement.sentence.index / total


def centrality(story: StoryView, statement: StatementView) -> float:
    """How many of the story's accounts name what the statement names, 0-1; 0 without a name."""
    if not statement.entities:
        return 0.0
    counts = story.entity_counts
    return max(counts.get(e, 0) for e in statement.entities) / max(1, len(story.documents))


def novelty(story: StoryView, statement: StatementView) -> float:
    """1 when the statement's subject is named by no other account, 0.5 when another of its names is, else 0."""
    fresh = {e for e in statement.entities if story.entity_counts.get(e, 0) == 1}
    if not fresh:
        return 0.0
    return (
        1.0 if any(a.role in ("subject", "agent") and a.head in fresh for a in statement.arguments) else 0.5
    )


def voters(statement: StatementView) -> frozenset[str]:
    """Who votes in it, by name: how somebody voted matters, however shortly it is told."""
    if statement.predicate.split("_")[0] not in _BALLOTS:
        return frozenset()
    heads = {a.head for a in statement.arguments if a.role in ("subject", "agent")}
    return frozenset(heads & statement.entities)


def substance(statement: StatementView) -> float:
    """0 for a statement that says nothing by itself, up to 1 for a full statement of fact."""
    content = sum(w.pos in _CONTENT for w in words_in(statement.document, statement.span))
    if statement.sentence.kind in ("headline", "heading", "caption"):
        # a headline says what the text says again, in fewer words
        return 0.0
    # who somebody is: the first, the second of his kind is no figure
    figures = [n for n in statement.numbers if n.value.form != "ordinal"]
    if statement.form == "apposition" and not statement.dates and not figures:
        return 0.0
    if _only_introduces(statement) or (statement.quoted and statement.form in _DEPENDENT):
        # half of what somebody said is no news without the other half
        return 0.0
    if (content < 3 and not voters(statement)) or statement.modality in ("conditional", "asked"):
        return 0.0
    concrete = bool(statement.numbers or statement.dates or statement.names)
    if _comments(statement):
        content -= 2
        concrete = False
    return (
        _FORMS.get(statement.form, 0.7)
        * min(1.0, 0.4 + 0.1 * content)
        * (1.0 if concrete else 0.75)
        * (0.8 if statement.quoted else 1.0)
    )
