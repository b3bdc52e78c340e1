"""What speaks for and against a statement's being borne out, as a dozen numbers; each is documented in SIGNS."""

import re
from collections.abc import Sequence

from checker.models.findings import Finding
from checker.models.language import DateValue, QuantityValue, Word
from checker.rules.sentence_pairs import sentence_words
from checker.rules.statement_views import StatementView
from checker.rules.story_views import StoryView
from checker.rules.text_views import DocumentView, SentenceView
from checker.support.facts import Told, facts_of
from checker.support.passages import Nearest, Passages
from checker.support.rewording import Rewording
from checker.support.wording import TURNING, content, key, ties, told_in

# name -> +1 when more of it speaks for the statement, -1 when it speaks against it
SIGNS: dict[str, int] = {
    # what needs no model
    "overlap": 1,  # the share of its sentence's content words, by rarity, that the nearest sentence has
    "match": 1,  # the matcher's score of its best match
    "disputed": -1,  # the confidence of the surest finding that sets its words against another account
    "strange_names": -1,  # names that no other account has, in whole or in part
    "moved_names": -1,  # names that others have, but not where they tell this
    "strange_figures": -1,  # figures and dates that no other account has, roundings allowed for
    "moved_figures": -1,  # figures and dates that others have, but not where they tell this
    "strange_quotes": -1,  # quotations that no other account has word for word
    "strange_words": -1,  # content words, verbs aside, that no other account has: what was done is reworded freely
    "turned": -1,  # small words that turn a statement and that the nearest sentences lack: not, only, before
    "polarity": -1,  # the nearest statements with its predicate are denied where it is affirmed, or the reverse
    "untied": -1,  # the share of its pairs of words that others have, but never both in one sentence
    "opposed": -1,  # words strange to the nearest sentences where those have the opposite
    "unheld": -1,  # the share of the content words, by rarity, that no nearest sentence has, synonyms aside; the
    # mean over its account, so that any word more that nobody has moves the account down a little
    # what the inference model says of the passages nearest to it; absent without one
    "entailed": 1,  # log odds of entailment against contradiction, the mean over the passages, of its sentence
    "entailed_alone": 1,  # the same of the statement by itself
    "contradicted": -1,  # the greatest probability that a passage contradicts its sentence
    "changed": -1,  # the same of its sentence with one of its own wordings set back to what the source has there
}
INFERRED = ("entailed", "entailed_alone", "contradicted", "changed")
_DIFFER = ("contradiction", "quotation", "attribution")
_WORD = re.compile(r"[^\W_]+")


class Signs:
    """Reads the signs of every statement of a story that need no model."""

    def __init__(self, story: StoryView, findings: Sequence[Finding]) -> None:
        self.passages = Passages(story)
        self._story = story
        self._disputed = _disputed(story, findings)
        self._told_by: dict[tuple[tuple[str | int, ...], ...], Told] = {}
        self._rewordings: dict[tuple[str, int], Rewording] = {}

    def of(self, statement: StatementView) -> dict[str, float]:
        """The signs of one statement, by name, without those of the inference model."""
        nearest = self.passages.nearest(statement)
        witnesses = self.passages.witnesses(statement.document)
        matches = self._story.matches_of(statement)
        allowed = {w.id for w in witnesses}
        words = told_in(statement, sentence_words(statement.sentence))
        telling = [w for w in words if content(w)]
        said = self.passages.said[statement.document.id]
        return {
            "overlap": nearest.overlap,
            "match": max((m.score for m in matches if m.right.document.id in allowed), default=0.0),
            "disputed": self._disputed.get(statement, 0.0),
            **facts_of(statement, self._near(nearest), self._told(statement.document)),
            "strange_words": float(sum(w.pos != "VERB" and key(w) not in said for w in telling)),
            "turned": float(_turned(statement, words, nearest)),
            "polarity": float(_polarity(statement, nearest)),
            "untied": self._untied(statement),
            **self.rewording(statement).signs_of(statement),
        }

    def rewording(self, statement: StatementView) -> Rewording:
        """How the sentence of a statement words what its nearest sentences tell."""
        sentence = statement.sentence
        if (found := self._rewordings.get(at := (sentence.document.id, sentence.index))) is None:
            found = Rewording(sentence, self.passages.nearest(statement), self.passages)
            self._rewordings[at] = found
        return found

    def _told(self, document: DocumentView) -> Told:
        return self._known(self.passages.witnesses(document))

    def _near(self, nearest: Nearest) -> Told:
        return self._known(nearest.sentences)

    def _known(self, places: tuple[DocumentView, ...] | tuple[SentenceView, ...]) -> Told:
        which = tuple(p.key for p in places)
        if which not in self._told_by:
            self._told_by[which] = Told.by(places)
        return self._told_by[which]

    def _untied(self, statement: StatementView) -> float:
        own = [(a, b) for a, b, w in ties(statement.sentence) if statement.span.contains(w.span)]
        said = self.passages.said[statement.document.id]
        apart = [
            (a, b)
            for a, b in own
            if a in said and b in said and not self.passages.together(statement.document, a, b)
        ]
        return len(apart) / max(1, len(own))


def _turned(statement: StatementView, words: Sequence[Word], nearest: Nearest) -> int:
    """How many turning words the nearest sentences lack; "more than 50" and the like are compared as figures."""
    there = {w.lower() for s in nearest.sentences for w in _WORD.findall(s.text)}
    there |= {"not"} if any(s.negated for n in nearest.sentences for s in n.statements) else set()
    figures = [m.span for m in statement.sentence.mentions if isinstance(m.value, QuantityValue | DateValue)]
    own = {w.lemma for w in words if w.lemma in TURNING and not any(f.contains(w.span) for f in figures)}
    return len(own - there)


def _polarity(statement: StatementView, nearest: Nearest) -> bool:
    """Whether all near statements with the same predicate are denied where this one is affirmed, or the reverse."""
    same = [
        s.negated
        for sentence in nearest.sentences
        for s in sentence.statements
        if statement.predicate and s.predicate == statement.predicate
    ]
    return bool(same) and all(negated != statement.negated for negated in same)


def _disputed(story: StoryView, findings: Sequence[Finding]) -> dict[StatementView, float]:
    """Statement -> the confidence of the surest finding that sets its words against another account."""
    surest: dict[StatementView, float] = {}
    for finding in findings:
        if finding.category not in _DIFFER or finding.story != story.id:
            continue
        for e in finding.evidence:
            if e.role not in ("primary", "counter"):
                continue
            marks = e.marks or (e.span,)
            for statement in story.document(e.document).statements:
                start, end = statement.span.start, statement.span.end
                if any(m.start < end and start < m.end for m in marks):
                    surest[statement] = max(surest.get(statement, 0.0), finding.confidence)
    return surest
