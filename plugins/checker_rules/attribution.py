"""ATTR: the same words given to another speaker, or a claim told as fact."""

import re
from collections.abc import Iterator

from checker import Flag, flag, rule
from checker.models.language import NameValue, QuoteValue
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import MatchView, MentionView, Place, SentenceView, StatementView, StoryView
from checker_rules.quote_alignment import QuoteAlignment, Token, tokens
from checker_rules.slots import head_index
from checker_rules.speakers import same_speaker
from checker_rules.suspected import suspicions

FEWEST = 5  # words of a quotation that one can know it by
ALIKE = 0.85  # the share of the shorter one's words that both have
# words of a quotation without any change, of whatever weight, that nobody else says by chance
_LONG = 7
# what is said after every death and every victory, and the words of weight that such a phrase has at most
_STOCK = frozenset(
    "thoughts prayers hearts condolences sympathies proud pride thank thanks grateful gratitude congratulations "
    "congratulate saddened shocked honoured honored sorry apologise apologize delighted disappointed".split()
)
_STOCK_PHRASE = 6
# words of weight that a piece of a longer quotation has at least
_PIECE = 6
# verbs that keep a distance: what is claimed is not told as so
_CLAIMS = frozenset(
    "claim allege accuse insist suggest suspect speculate boast contend purport assert".split()
)

# roles that say when, and clauses
_WHEN = frozenset("prep:on prep:in prep:at prep:after prep:before prep:during prep:since complement".split())
_SEVERAL = re.compile(
    # "both sides" and "both houses" are others than the two who are named
    r"\b(?:they|both(?! (?:sides|parties|houses|chambers|countries|nations|teams|clubs|companies|cases)\b)"
    r"|the two|together|joint(?:ly)?|couple|pair)\b",
    re.IGNORECASE,
)
_TELLING = frozenset({"tell", "ask", "warn", "remind", "inform", "assure"})
_HEARER = frozenset({"dobj", "dative", "iobj"})
_RELAYING = frozenset({"report", "quote", "cite"})
_AS_SAID = re.compile(
    r"\W*(?:like|as)\s+(?:\S+\s+){1,5}?(?:said|says|put it|puts it|told|noted|likes to say)\b", re.IGNORECASE
)
_AND = re.compile(r"\band\b")
_PRONOUNS = frozenset({"he", "she", "who"})
# how sure a suspicion told as fact is
_SUSPECTED = 0.7
# what a court or an inquiry found is told as fact rightly
_FINDING = frozenset("find rule conclude determine establish hold decide convict".split())


@rule(
    "ATTR",
    category="attribution",
    severity="error",
    messages={
        "speaker": "{left_outlet} gives these words to {left}, {right_outlet} to {right}.",
        "fact": "{left_outlet} tells as fact what {right_outlet} gives as a claim by {right}.",
        "suspected": "{left_outlet} tells as fact what {right_outlet} gives as a suspicion.",
    },
)
def attr(story: StoryView) -> Iterator[Flag]:
    """The same words are given to another speaker, or what somebody claimed is told as fact.

    Flags equal quotations whose speakers are two named people, and a plain statement in one account that another
    account only reports as somebody's claim, or as what somebody is suspected of.

    Why: words in the wrong mouth are a correction at best.

    Example: “The families deserve answers,” said the minister, against the same words by the mayor.

    Not flagged: a speaker named in one account and described in the other, a spokesman and whom he speaks for.
    """
    yield from _speakers(story)
    for match in story.matches:
        for told in (match, match.swapped):
            yield from _told_as_fact(told)
    for one in suspicions(story):
        yield flag(
            "suspected",
            at=one.fact,
            against=[one.claim],
            verdict="review",
            severity="warning",
            confidence=_SUSPECTED,
            data={"kind": "fact", "sole": True},
            left_outlet=one.fact.document.name,
            right_outlet=one.claim.document.name,
        )


def _speakers(story: StoryView) -> Iterator[Flag]:
    documents = story.documents
    spoken = {
        d.id: [(q, tokens(q.text, q.span.start)) for q in d.quotes if q.value.direct] for d in documents
    }
    for n, one in enumerate(documents):
        for other in documents[n + 1 :]:
            for a, a_words in spoken[one.id]:
                for b, b_words in spoken[other.id]:
                    if same_speaker(a, b) is not False or {a.value.cue, b.value.cue} & _RELAYING:
                        # who reports words did not say them
                        continue
                    alignment = QuoteAlignment(a_words, b_words)
                    fewest = min(len(side) for side in alignment.words)
                    # the common words, which are quickly counted, are never fewer than those that coverage counts
                    if fewest < FEWEST or alignment.common / fewest < ALIKE or alignment.coverage < ALIKE:
                        continue
                    exchanged = _tells(a, b) and _tells(b, a)
                    if _repeats(a) or _repeats(b) or not (exchanged or _apart(a, b)):
                        # a joint statement: each account shortens the list of those who made it
                        continue
                    others = (words for quotes in spoken.values() for words in quotes)
                    if any(_echoed(a, b, alignment, *third) for third in others):
                        continue
                    yield flag(
                        "speaker",
                        at=_with_speaker(a),
                        against=[_with_speaker(b)],
                        confidence=min(
                            0.95, 0.6 + 0.02 * alignment.shared_weight + 0.2 * (alignment.coverage - 0.5)
                        ),
                        verdict="fail" if _unmistakable(alignment) and _of_one_kind(a, b) else "review",
                        data={"kind": "speaker"},
                        left=_called(a),
                        right=_called(b),
                        left_outlet=one.name,
                        right_outlet=other.name,
                    )


def _unmistakable(common: QuoteAlignment) -> bool:
    """Whether nobody else would say it by chance: words of weight, fewer where no word at all differs."""
    keys = {t.key for t in common.words[0]}
    if keys & _STOCK and common.shared_weight <= _STOCK_PHRASE:
        # "our thoughts and prayers are with the families": whoever is asked says so
        return False
    whole = [len(side) for side in common.words] == [common.matched] * 2
    if whole:
        return common.shared_weight >= 3 or common.matched >= _LONG
    # a senator takes up a few words of the speech that he praises: a piece proves less than most of what was said
    piece = 2 * common.matched < max(len(side) for side in common.words)
    return common.shared_weight >= (_PIECE if piece else 4)


def _echoed(
    a: MentionView[QuoteValue],
    b: MentionView[QuoteValue],
    common: QuoteAlignment,
    third: MentionView[QuoteValue],
    words: tuple[Token, ...],
) -> bool:
    """Whether others say the words too: two critics throw one man's sentence back at him.

    So does a third speaker in one of the two accounts, or, in the account of one of the two, the other one.
    """
    if third.document not in (a.document, b.document):
        return False
    same = [same_speaker(quote, third) for quote in (a, b)]
    twice = (same[0] and third.document == b.document) or (same[1] and third.document == a.document)
    if not twice and same != [False, False]:
        return False
    shorter = min(common.words, key=len)
    echo = QuoteAlignment(shorter, words)
    return echo.common >= ALIKE * len(shorter) and echo.matched >= ALIKE * len(shorter)


def _apart(a: MentionView[QuoteValue], b: MentionView[QuoteValue]) -> bool:
    """Whether neither account has the other's speaker where it gives the words."""
    return not _names_speaker(a, b) and not _names_speaker(b, a)


def _tells(quote: MentionView[QuoteValue], other: MentionView[QuoteValue]) -> bool:
    """Whether a quotation is what its speaker told the other one: "...," Ann Lee told Bob Hill."""
    words = sentence_words(quote.sentence)
    hearers = [n.span for n in quote.sentence.names if n.value.entity == other.value.speaker]
    return quote.value.cue in _TELLING and any(
        w.dep in _HEARER and words[head_index(words, n)].lemma.lower() == quote.value.cue
        for n, w in enumerate(words)
        if any(h.overlaps(w.span) for h in hearers) and 0 <= head_index(words, n) < len(words)
    )


def _names_speaker(quote: MentionView[QuoteValue], other: MentionView[QuoteValue]) -> bool:
    """Whether a quotation is the other speaker's too: he is named in its sentence, or beside it as one of several.

    Whose words are given to somebody else mostly stands beside him, so being named there is not enough.
    """
    sentence, said = quote.sentence, other.value.speaker
    if _has(sentence, said):
        return True
    beside = [s for s in (sentence.previous, sentence.next) if s is not None and _has(s, said)]
    # whoever a pronoun stands for may be the other one, if he was named before it
    pronoun = quote.value.speaker_text.lower() in _PRONOUNS
    several = quote.value.speaker_text.lower() in ("they", "we")
    return any(
        several
        or (pronoun and s == sentence.previous)
        or _SEVERAL.search(s.text)
        or (_has(s, quote.value.speaker) and _AND.search(s.text))
        for s in beside
    )


def _of_one_kind(a: MentionView[QuoteValue], b: MentionView[QuoteValue]) -> bool:
    """Whether both are people or both bodies: who speaks for a body is both."""
    kinds = [{n.value.kind == "person" for n in q.document.named(q.value.speaker)} for q in (a, b)]
    return kinds[0] == kinds[1]


def _repeats(quote: MentionView[QuoteValue]) -> bool:
    """Whether the words begin by giving themselves to somebody else: "As the Speaker said today, we wait"."""
    return _AS_SAID.match(quote.text) is not None


def _has(sentence: SentenceView, person: str) -> bool:
    surname = person.split()[-1:]
    return person in sentence.entities or any(w in sentence.text.lower().split() for w in surname)


def _antecedent(quote: MentionView[QuoteValue]) -> MentionView[NameValue] | None:
    """The name that stands nearest before a quotation whose speaker is a pronoun; None where it is none."""
    if quote.value.speaker_text.lower() not in _PRONOUNS:
        return None
    before = [
        n
        for n in quote.document.named(quote.value.speaker)
        if not n.value.pronoun and n.span.start < quote.span.end
    ]
    return max(before, key=lambda n: n.span.start, default=None)


def _called(quote: MentionView[QuoteValue]) -> str:
    named = _antecedent(quote)
    return named.text if named is not None else quote.value.speaker_text or quote.value.speaker


def _with_speaker(quote: MentionView[QuoteValue]) -> Place:
    document = quote.document
    named = _antecedent(quote)
    who = named.span if named is not None else quote.value.speaker_span
    spans = [quote.span, *([who] if who else [])]
    around = [document.enclosing(s) for s in spans]
    start, end = min(s.start for s in around), max(s.end for s in around)
    if end - start > 800:
        start, end = around[0].start, around[0].end
    marks = (who,) if who and start <= who.start < end else (quote.span,)
    return Place(document, start, end, marks)


def _told_as_fact(match: MatchView) -> Iterator[Flag]:
    fact, claim = match.left, match.right
    if (
        fact.speaker
        or fact.quoted
        or fact.hedged
        or fact.modality
        or claim.cue not in _CLAIMS
        or claim.quoted
    ):
        return
    if (
        not match.mutual
        or match.score < 0.7
        or fact.predicate != claim.predicate
        or fact.negated != claim.negated
    ):
        return
    if any(q.value.speaker for q in fact.sentence.quotes) or _found_out(fact) or _of_others(fact, claim):
        return
    yield _as_fact(match, claim.speaker or "somebody")


def _found_out(fact: StatementView) -> bool:
    """Whether a court or an inquiry is said in the sentence to have found it so."""
    return any(s.predicate in _FINDING for s in fact.sentence.statements if s != fact)


def _of_others(fact: StatementView, claim: StatementView) -> bool:
    """Whether the two statements are of other people or things."""
    said = {x.role: spelling(x.head) for x in claim.arguments if x.role not in _WHEN}
    return any(said.get(x.role, spelling(x.head)) != spelling(x.head) for x in fact.arguments)


def _as_fact(match: MatchView, right: str) -> Flag:
    fact, claim = match.left, match.right
    return flag(
        "fact",
        at=fact,
        against=[claim],
        verdict="review",
        severity="warning",
        confidence=round(0.25 + 0.35 * match.score, 4),
        data={"kind": "fact"},
        left_outlet=fact.document.name,
        right_outlet=claim.document.name,
        right=right,
    )
