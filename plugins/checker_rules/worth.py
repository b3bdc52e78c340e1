"""How likely it is that an editor wants to know of something left out or added: true, and worth her time.

Fitted on findings about real stories that readers had judged (``benchmarks/audit``): what most accounts carry, news
of the day rather than background, reports rather than columns, and what an account that tells of the same event
could have told.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import permutations
from typing import TYPE_CHECKING, Literal

from checker.rules.services import Embed, Nli
from checker.rules.vocabulary import DocumentView, SentenceView, StatementView, StoryView
from checker_rules.genre import TITLES, reports
from checker_rules.lacks import Lack
from checker_rules.matter import LEAD, Matter
from checker_rules.newsworth import voters
from checker_rules.quoted_lacks import QuotedLack
from checker_rules.told_in_words import ToldInWords
from checker_rules.worth_weights import SURE, WORTH

if TYPE_CHECKING:
    from checker.protocols import Floats as Vector

VOTE = 0.5  # at least so much is it worth to know who voted how
# enough to be read among the first (checker.findings.lesser)
UNVOTED = 0.8  # so sure is it at least that an account lacks a vote, if the voter votes nowhere in it
# statements matched so well are in common; with a smaller share of the shorter side's in common two accounts tell of
# two events. Of the omissions to be read first 5 in 40 stories were so, none worth it; in 40 others none was.
ALIKE, SHARED = 0.5, 0.03
# each other's best match at least so well: surely one thing. Of the additions of two accounts without any, in 14 of 58
# stories of two, 11 in 31 were true and worth it and 11 of other events; of the rest 40 in 76
FIRM = 0.8
ANOTHER_EVENT = 0.5  # what is left of the chance then
# less sure than this, what is left out must be said by one of those who report it in words that bear out another's at
# all, by the inference model: of 13 in 77 stories that were not, twelve were false (different things)
UNSURE, BORNE_OUT = 0.5, 0.03
RECENT, LONG_AGO = 3, 45  # days between what is told and the account's own date
MANY = 3  # accounts that lack it: they tell of something else, or tell it otherwise
FULL, MANY_NAMES, LONG_ACCOUNT = 30, 6, 60
FEW = 5  # words that are a scrap of a sentence more often than news
_WRITER = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me|[Yy]ou|[Yy]our)\b")
_LEANING = re.compile(
    r"(?:he|she|it|they|we|i|this|that|these|those|his|her|its|their|there)\b", re.IGNORECASE
)
# what stands before it says what is meant: half of such lacks were not right, one in seven was wanted
_POINTING = re.compile(
    r"(?:it|this|that|they|these|those|such)\b(?! (?:year|month|week|weekend|morning|evening|time|summer|fall)\b)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?!(?:during|(?:some|any|every|no)thing|morning|evening|spring|according|beijing|boeing|king|sterling)\b)"
    r"(?:[a-z]{3,}ing|which|who|whose|where|while|although|though|because|if|since|when|(?:after|before|by) \w+ing) ",
    re.IGNORECASE,
)
_SILENCE = re.compile(
    r"\bdeclin\w+ to (?:comment|say)|not (?:immediately )?respond|\bno comment|for comment\b"
    r"|\bcondition of anonymity|n(?:o|['’])t authori[sz]ed to (?:speak|talk|discuss|comment)"
)


@dataclass(frozen=True)
class Told:
    """What some accounts tell and others lack.

    ``words``: as the finding shows them; ``sentences``: of the accounts that tell it; ``statement``: the one shown,
    None for a quotation; ``likely``: the chance, 0-1, that those report it and the others do not, by words and vectors.
    """

    kind: Literal["quotation", "omission", "addition"]
    words: str
    sentences: tuple[SentenceView, ...]
    statement: StatementView | None
    lacking: tuple[DocumentView, ...]
    likely: float

    @property
    def shown(self) -> SentenceView:
        """The sentence that the words are of."""
        return self.statement.sentence if self.statement else self.sentences[0]

    @classmethod
    def lack(cls, lack: Lack, kind: Literal["omission", "addition"]) -> "Told":
        """A statement that is lacking."""
        sentences = tuple(s.sentence for s in lack.says)
        return cls(kind, lack.best.text, sentences, lack.best, tuple(g.other for g in lack.gaps), lack.sure)

    @classmethod
    def quotation(cls, lack: QuotedLack) -> "Told":
        """A quotation that is lacking."""
        sentences = tuple(q.sentence for q in lack.quotes)
        lacking = tuple(p.document for p in lack.places)
        return cls("quotation", lack.quotes[0].text, sentences, None, lacking, lack.sure)


@dataclass(frozen=True)
class Odds:
    """``sure``: the chance, 0-1, that the finding is not false; ``worth``: that an editor wants to read it, too."""

    sure: float
    worth: float


class Worth:
    """The chances, for one story; what is said of its accounts is worked out once."""

    def __init__(self, story: StoryView, embed: Embed, nli: Nli | None = None) -> None:
        self.story = story
        self.embed = embed
        self.nli = nli
        self.told_in_words = ToldInWords(embed, nli)
        self.matter = Matter(story, embed)
        self._accounts: dict[str, _Account] = {}

    def of(self, told: Told) -> Odds:
        """How sure it is that the finding is right, and how likely that it is worth an editor's time."""
        signs = self.signs(told)
        sure = SURE.chance(signs) * (ANOTHER_EVENT if self._apart(told) else 1)
        worth = sure * WORTH.chance(signs)
        if told.statement and (who := voters(told.statement)):
            worth = max(worth, VOTE)
            if not any(who & voters(s) for d in told.lacking for s in d.statements):
                sure = max(sure, UNVOTED)
        return Odds(sure, min(sure, worth))

    def vouched(self, told: Told, odds: Odds) -> bool:
        """Whether those who report what is left out surely report one thing; true without an inference model."""
        if self.nli is None or told.kind != "omission" or odds.sure >= UNSURE or len(told.sentences) < 2:
            return True
        pairs = [(a.text, b.text) for a, b in permutations(told.sentences, 2)]
        return any(judgement.entailment >= BORNE_OUT for judgement in self.nli.judge_many(pairs))

    def _apart(self, told: Told) -> bool:
        """Whether an account that is said to leave it out has next to nothing in common with those that tell it.

        Such an account tells of another event, or of another side of this one, and leaves nothing out. What one account
        adds may be news for all, unless it has nothing at all that is surely told in any of the others, too.
        """
        tellers = {s.document.id: s.document for s in told.sentences}
        if told.kind == "addition":
            return not any(self._firm[t, d.id] for t in tellers for d in told.lacking)
        told_there = sum(len(d.statements) for d in tellers.values())
        return any(
            sum(self._common[t, d.id] for t in tellers) < SHARED * max(1, min(len(d.statements), told_there))
            for d in told.lacking
        )

    @cached_property
    def _common(self) -> Counter[tuple[str, str]]:
        """How many statements two accounts have in common, either way round."""
        count: Counter[tuple[str, str]] = Counter()
        for match in self.story.matches:
            if match.score >= ALIKE:
                one, other = match.left.document.id, match.right.document.id
                count.update([(one, other), (other, one)])
        return count

    @cached_property
    def _firm(self) -> Counter[tuple[str, str]]:
        """How many statements two accounts surely have in common, either way round."""
        count: Counter[tuple[str, str]] = Counter()
        for match in self.story.matches:
            if match.mutual and match.score >= FIRM:
                one, other = match.left.document.id, match.right.document.id
                count.update([(one, other), (other, one)])
        return count

    def signs(self, told: Told) -> dict[str, float]:
        """What speaks for it or against it, each about 0-1."""
        tellers = {s.document.id: s.document for s in told.sentences}
        accounts = len(self.story.documents)
        own = self.embed.encode([told.words])[0]
        rows = self.embed.encode([s.text for s in told.sentences])
        of_tellers = [self._of(d) for d in tellers.values()]
        of_lacking = [self._of(d) for d in told.lacking]
        statement = told.statement
        quoted = told.kind == "quotation"
        signs = {
            "quotation": float(quoted),
            "addition": float(told.kind == "addition"),
            "told by": self.story.independent(tellers.values()) / accounts,
            "lacked by": len(told.lacking) / accounts,
            "many lack it": float(told.kind == "omission" and len(told.lacking) >= MANY),
            "words": min(FULL, len(told.words.split())) / FULL,
            "few words": float(len(told.words.split()) <= FEW and not quoted),
            "figure": float(any(c.isdigit() for c in told.words)),
            "names": min(MANY_NAMES, sum(w[:1].isupper() for w in told.words.split()[1:])) / MANY_NAMES,
            "leans": float(bool(_LEANING.match(told.words))),
            "points": float(bool(_POINTING.match(told.words)) and not quoted),
            "dangles": float(bool(_DANGLING.match(told.words)) and not quoted),
            "place": min(s.index / max(1, len(s.document.sentences)) for s in told.sentences),
            "reported": float(bool(statement and statement.speaker)),
            "subordinate": float(bool(statement and statement.form not in ("main", "conjunct", "reported"))),
            "future": float(bool(statement and statement.tense == "future")),
            "modal": float(bool(statement and statement.modality)),
            "negated": float(bool(statement and statement.negated)),
            "no comment": float(bool(_SILENCE.search(told.words))),
            "writer": float(bool(_WRITER.search(told.words)) and not quoted),
            "recent": float(any(_days(s) <= RECENT for s in told.sentences)),
            "long ago": float(any(LONG_AGO <= _days(s) < math.inf for s in told.sentences)),
            "tellers are reports": _mean([a.is_report for a in of_tellers]),
            "lacking are reports": max(a.is_report for a in of_lacking),
            "tellers report": _mean([a.reports for a in of_tellers]),
            "tellers date": _mean([a.dates for a in of_tellers]),
            "tellers opine": max(a.opines for a in of_tellers),
            "lacking report": _mean([a.reports for a in of_lacking]),
            "lacking date": _mean([a.dates for a in of_lacking]),
            "lacking opine": _mean([a.opines for a in of_lacking]),
            "lacking length": min(a.length for a in of_lacking),
            "near their lead": _mean([a.near_lead(own) for a in of_lacking]),
            "near a lead": _mean([self._of(d).near_lead(own) for d in self.story.documents]),
            "likely": told.likely,
            "agree": min(float(own @ row) for row in rows) if len(rows) > 1 else 1.0,
            "tellers near": float((rows @ rows.T).min()),
            **self.told_in_words.signs(told.words, told.shown, told.sentences, told.lacking),
        }
        matters = self.matter.rating(told.words, told.shown, signs)
        # what matters most is seldom told by one account alone
        return {**signs, "matters": matters, "matters alone": matters * signs["addition"]}

    def _of(self, document: DocumentView) -> "_Account":
        return self._accounts.setdefault(document.id, _Account(document, self.embed))


@dataclass
class _Account:
    """What kind of account it is."""

    document: DocumentView
    embed: Embed

    @cached_property
    def _body(self) -> tuple[SentenceView, ...]:
        return tuple(s for s in self.document.sentences if s.kind not in TITLES) or self.document.sentences

    @cached_property
    def is_report(self) -> float:
        """The chance that it is a report, not a column or an explainer."""
        return reports(self.document)

    @cached_property
    def reports(self) -> float:
        """The share of its sentences that give somebody's words."""
        return _mean([float(bool(s.quotes) or any(t.speaker for t in s.statements)) for s in self._body])

    @cached_property
    def dates(self) -> float:
        """The share of its sentences that name a day near its own."""
        return _mean([float(_days(s) <= RECENT) for s in self._body])

    @cached_property
    def opines(self) -> float:
        """The share of its sentences in which the writer speaks of himself, of us or to the reader."""
        return _mean([float(bool(_WRITER.search(_unquoted(s)))) for s in self._body])

    @cached_property
    def length(self) -> float:
        return min(LONG_ACCOUNT, len(self._body)) / LONG_ACCOUNT

    def near_lead(self, row: "Vector") -> float:
        """Cosine to the nearest of its first sentences."""
        lead = self.document.sentences[:LEAD]
        if not lead:
            return 0.0
        return float((self.embed.encode([s.text for s in lead]) @ row).max())


def _days(sentence: SentenceView) -> float:
    """Days from the nearest day it names to the account's own date; infinite where either is not known."""
    try:
        own = date.fromisoformat(sentence.document.published[:10])
    except ValueError:
        return math.inf
    days = []
    for mention in sentence.dates:
        first, last = mention.value.first, mention.value.last
        if first and last:
            a, b = date.fromisoformat(first), date.fromisoformat(last)
            days.append(0 if a <= own <= b else min(abs((a - own).days), abs((b - own).days)))
    return float(min(days)) if days else math.inf


def _unquoted(sentence: SentenceView) -> str:
    """The sentence without what it quotes."""
    text, start = sentence.text, sentence.span.start
    for quote in sorted(sentence.quotes, key=lambda q: -q.span.start):
        text = text[: max(0, quote.span.start - start)] + " " + text[max(0, quote.span.end - start) :]
    return text


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
