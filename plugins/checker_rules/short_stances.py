"""How each named voter voted, who stood alone, and how it ended, as a short account of one vote tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import sentence_words
from checker.rules.vocabulary import DocumentView, SentenceView
from checker_rules.bodies import DECIDING, body_of
from checker_rules.slots import head_index
from checker_rules.stance_words import (
    AYES,
    BALLOT,
    BESIDE,
    COURT_PLEAS,
    DECIDE_TOGETHER,
    NOES,
    OFFERS,
    OPEN,
    TEXTS,
)
from checker_rules.voters import Voters

ENDED, LONE = "ended", "lone"
_FOR = frozenset("support back endorse favour favor".split())
_AGAINST = frozenset("oppose reject dissent object".split())
# of another moment than the vote's, or of an amendment, a motion or a committee
_ELSEWHERE = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initially|originally|at first|until|for (?:years|months|decades)|long|always|"
    r"would|amendments?|motions?|committee)\b",
    re.IGNORECASE,
)
# the names in it have capitals, so that case counts; "one of three who voted against" was not alone
_ALONE = re.compile(
    r"\b(?:only|lone|sole|(?<!not a )(?<!without a )single|one(?!\s+of\b))\s+(?:\w+[,\s]+){0,2}?"
    r"(?:(?P<against>(?:no\b[\w\s]{0,12}|dissenting|opposing)\s*votes?|votes? against|dissent\w*|opponent|"
    r"\w+ (?:to vote|who voted|voting) (?:against|no)|against)|"
    r"(?P<abstained>abstention|abstainer|\w+ (?:to abstain|who abstained|abstaining|abstained)|abstained))\b"
    r"|\b(?:only|lone|sole|one)\s+\w+,\s+[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*,\s+"
    r"(?:(?P<no>voted (?:against|no)|dissented|opposed)|(?P<out>abstained))",
)
_PASSING = frozenset("approve adopt pass carry ratify endorse back accept confirm".split())
_FAILING = frozenset(
    "reject defeat fail vote_down turn_down throw_out block sink kill refuse strike_down".split()
)
# what a body rejects or accepts without a vote
_NO_MATTER = frozenset(
    "criticism accusation allegation claim suggestion argument concern fear doubt notion blame responsibility "
    "rumour rumor comment report".split()
)
_THROUGH = frozenset("vote get go squeak sail scrape push wave sweep squeeze".split())
_BACKING = frozenset({"back", "endorse"})
_VOTING = frozenset("vote session ballot roll-call".split())
_BODIES = DECIDING | {"majority", "vote", "it", "they"}
# of these a deed is often none of a vote: farmers block a road, a ministry confirms a figure
_OTHERS = (BALLOT | DECIDE_TOGETHER) - _BODIES


@dataclass(frozen=True)
class Told:
    """A value of a key: of a voter, of the end, of who stood alone on a side."""

    key: tuple[str, str]
    value: str
    sentence: SentenceView
    place: Span
    marks: frozenset[str] = frozenset()
    # whether it is told of a whole year
    year: bool = False


def told_votes(document: DocumentView) -> Iterator[Told]:
    """Every stance of a named voter, every lone one, and every end of the vote."""
    before = ""
    for sentence in document.sentences:
        # "rejected an amendment. It failed by 39 votes to 44"
        told = sentence.text if not sentence.text.startswith("It ") else f"{before} {sentence.text}"
        before = sentence.text
        # what a headline leaves out is read wrongly
        if sentence.kind in ("headline", "heading") or not sentence.statements:
            continue
        if sentence.text.rstrip("”\"'").endswith("?"):
            continue
        yield from _alone(sentence)
        if _ELSEWHERE.search(told):
            continue
        words = sentence_words(sentence)
        for at, word in enumerate(words):
            if word.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
                continue
            if any(q.value.direct and q.span.contains(word.span) for q in sentence.quotes):
                continue
            # any statement will do: what is asked of it here is its sentence
            clause = Voters(sentence.statements[0], words, at)
            yield from _voters(clause, sentence)
            yield from _end(clause, sentence)


# "once the bill fails": nobody knows yet; "when the law first passed" was long ago
_UNDONE = frozenset("if unless once until whether never not first".split())


def _undone(clause: Voters) -> bool:
    """Whether what the clause tells is denied, open, or was so before."""
    below = [clause.words[i] for i in clause.children(clause.at, "aux", "neg", "mark", "auxpass", "advmod")]
    if any(w.dep == "neg" or w.lemma.lower() in _UNDONE for w in below):
        return True
    # "has voted" is done, "had voted" was before
    return any(
        w.dep == "aux" and w.lemma.lower() in OPEN | {"to", "have"} and w.text.lower() not in ("has", "have")
        for w in below
    )


def _voters(clause: Voters, sentence: SentenceView) -> Iterator[Told]:
    stance = _stance(clause)
    if not stance or _undone(clause):
        return
    for n in _who(clause):
        party, named = clause.voter(n)
        party = party if named else _faction(clause, n)
        if party:
            word = clause.words[clause.at]
            name = clause.name(n)
            whole = name.span if name is not None else clause.words[n].span
            start, end = min(word.span.start, whole.start), max(word.span.end, whole.end)
            yield Told(
                ("voter", party),
                stance,
                sentence,
                Span(start=start, end=end),
                _about(clause),
                _of_a_year(clause),
            )


def _stance(clause: Voters) -> str:
    lemma, at = clause.lemma, clause.at
    words = clause.words
    near = [w.text.lower().strip("“”\"'‘’,") for w in words[at + 1 : at + 7]]
    if lemma == "abstain":
        return "abstained"
    if lemma in ("miss", "skip", "boycott") and _VOTING & {*near}:
        return "absent"
    if lemma == "be" and near[:1] == ["absent"]:
        return "absent"
    if lemma in _FOR | _AGAINST and words[at].pos == "VERB":
        things = clause.children(at, "dobj", "nsubjpass", "pobj") or [
            p for i in clause.children(at, "prep") for p in clause.children(i, "pobj")
        ]
        if any((name := clause.name(i)) is not None and name.value.kind == "person" for i in things):
            return ""
        if lemma != "dissent" and not things and words[at].dep != "relcl":
            return ""
        return "for" if lemma in _FOR else "against"
    if lemma in ("vote", "cast", "come", "be", "side"):
        for i, text in enumerate(near):
            if text == "against":
                return "against" if lemma != "be" or i <= 1 else ""
            if lemma == "be":
                continue
            if text in AYES or (text == "for" and lemma in ("vote", "cast")):
                return "for"
            if text in NOES:
                return "against"
            if text == "in" and near[i + 1 : i + 2] in (["favour"], ["favor"], ["support"]):
                return "for"
            if text in ("and", "but", "to", "on", "by", "while") or "." in text:
                break
    return ""


def _of_a_year(clause: Voters) -> bool:
    """Whether the verb is told with a year: "failed in 2017"; of a pool "to open in 2026" the vote is not."""
    under = [p for i in clause.children(clause.at, "prep") for p in clause.children(i, "pobj")]
    years = [d.span for d in clause.statement.sentence.dates if d.value.grain == "year"]
    return any(y.overlaps(clause.words[i].span) for i in under for y in years)


def _about(clause: Voters) -> frozenset[str]:
    """The words that tell what was voted on from other texts."""
    nouns = clause.children(clause.at, "dobj", "nsubjpass")
    nouns += [p for i in clause.children(clause.at, "prep") for p in clause.children(i, "pobj")
              if clause.words[i].lemma.lower() in ("for", "against", "on", "in")]  # fmt: skip
    marks: set[str] = set()
    for n in nouns:
        if any(d.span.overlaps(clause.words[n].span) for d in clause.statement.sentence.dates):
            continue
        head, said = clause.thing(n)
        marks |= said | ({head} - TEXTS)
    return frozenset(marks - {"vote", "favor", "favour", "project", "scheme", ""})


def _who(clause: Voters) -> list[int]:
    """Who votes; for "one of those who opposed it" who is said to be one of them."""
    found = clause.subjects() or (
        [p for i in clause.children(clause.at, "agent") for p in clause.children(i, "pobj")]
    )
    if clause.words[clause.at].dep == "nsubjpass":
        found = []
    if any(w.dep == "nsubjpass" for w in (clause.words[i] for i in clause.children(clause.at))):
        found = [p for i in clause.children(clause.at, "agent", "prep") for p in clause.children(i, "pobj")]
    named = [n for n in found if clause.voter(n)[1]]
    if named or clause.words[clause.at].dep not in ("relcl", "acl"):
        return found
    at, seen = clause.at, 0
    while seen < 6:
        above = head_index(clause.words, at)
        if above == at or not 0 <= above < len(clause.words):
            return found
        at, seen = above, seen + 1
        if clause.words[at].lemma.lower() == "be":
            around = clause.children(at, "nsubj", "attr", "nsubjpass")
            return [n for i in around for n in clause.joined([i]) if clause.voter(n)[1]]
    return found


def _faction(clause: Voters, n: int) -> str:
    """The party whose members all did it, where no list has its name: "all five Labour members"."""
    text = {clause.words[i].text.lower() for i in clause.children(n, "det", "predet", "nummod", "amod")}
    whole = "all" in text or "the" in text or "both" in text
    if not whole or body_of(clause.words[n].lemma) not in ("members", "council", "senate", "house"):
        return ""
    for i in clause.children(n, "compound", "amod", "nmod"):
        word = clause.words[i]
        if word.text[:1].isupper():
            name = clause.name(i)
            return name.value.entity if name is not None else word.text.lower()
    return ""


def _alone(sentence: SentenceView) -> Iterator[Told]:
    """Who alone voted against it or abstained, where one person is named in the sentence."""
    found = _ALONE.search(sentence.text)
    if found is None:
        return
    kind = "abstained" if found["abstained"] or found["out"] else "against"
    people = {
        n.value.entity: n for n in sentence.names if n.value.kind in ("person", "organisation", "other")
    }
    if len(people) != 1:
        return
    ((entity, name),) = people.items()
    start, end = (sentence.span.start + n for n in found.span())
    told_by = {q.value.speaker for q in sentence.quotes if q.span.contains(Span(start=start, end=end))}
    # "with only one vote against, Rita Holm said"; "the plan of Rita Holm passed with one vote against"
    if entity not in told_by and not (found[0].startswith("one") and name.span.start < start):
        place = Span(start=min(start, name.span.start), end=max(end, name.span.end))
        yield Told((LONE, kind), entity, sentence, place)


def _end(clause: Voters, sentence: SentenceView) -> Iterator[Told]:
    stance = _ended(clause)
    if stance and not _undone(clause) and _of_the_vote(clause):
        place = clause.words[clause.at].span
        yield Told((ENDED, ""), stance, sentence, place, year=_of_a_year(clause))


def _ended(clause: Voters) -> str:
    word = clause.words[clause.at]
    if word.pos != "VERB":
        return ""
    following = {w.text.lower() for w in clause.words[clause.at + 1 : clause.at + 3]}
    for particle in ("down", "out"):
        if f"{clause.lemma}_{particle}" in _FAILING and particle in following:
            return "failed"
    if clause.lemma in _THROUGH and "through" in following:
        return "passed"
    return "passed" if clause.lemma in _PASSING else "failed" if clause.lemma in _FAILING else ""


def _of_the_vote(clause: Voters) -> bool:
    """Whether a body does it, or it befalls what is voted on."""
    at = clause.at
    passive = clause.children(at, "nsubjpass")
    subjects = passive or clause.subjects()
    things = passive or clause.children(at, "dobj")
    matter = {clause.words[i].lemma.lower() for i in things}
    if matter & _NO_MATTER or (clause.lemma in _BACKING and matter & COURT_PLEAS):
        return False
    if clause.lemma in _BACKING and any(body_of(m) in DECIDING for m in matter):
        # the union backs the board
        return False
    particles = [p for i in clause.children(at, "prep", "prt") for p in clause.children(i, "pobj")]
    voted_down = clause.lemma in ("vote", "throw", "turn", "strike") and bool(particles)
    if any(_beside(clause, i) for i in things or (particles if voted_down else subjects)):
        # "a similar plan failed": not the one that the news is of
        return False
    lemmas = [clause.words[i].lemma.lower() for i in subjects]
    by = [p for i in clause.children(at, "agent") for p in clause.children(i, "pobj")]
    if (passive or things or voted_down) and any(
        clause.children(i, "nummod") for i in (by if passive else subjects)
    ):
        # "backed by 26 states"
        return False
    if passive:
        texts = _on_offer(clause, passive)
        deciders = [clause.words[i].lemma.lower() for i in by]
        return any(_decides(b, texts=texts) for b in deciders) if by else _texts(clause, passive)
    if things or voted_down:
        texts = _on_offer(clause, things or particles)
        return any(_decides(lemma, texts=texts) for lemma in lemmas)
    return clause.lemma in _THROUGH | {"pass", "fail", "carry", "vote", "throw"} and _texts(clause, subjects)


def _decides(lemma: str, *, texts: bool = True) -> bool:
    """Whether those of this name decide by a vote; without ``texts`` what they did it to is nothing voted on."""
    who = {spelling(lemma), body_of(lemma)}
    return bool(who & _BODIES) or (texts and bool(who & _OTHERS))


def _beside(clause: Voters, thing: int) -> bool:
    """Whether what is decided is called another, a rival or a similar one."""
    below = clause.children(thing, "amod", "det", "compound", "nmod")
    return any(clause.words[i].lemma.lower() in BESIDE for i in below)


def _on_offer(clause: Voters, things: Sequence[int]) -> bool:
    """Whether it befalls a text, or what those decide on who vote among themselves."""
    return _texts(clause, things) or any(clause.words[i].lemma.lower() in OFFERS for i in things)


def _texts(clause: Voters, subjects: Sequence[int]) -> bool:
    return any(
        clause.is_text(i) or clause.words[i].lemma.lower() in TEXTS | {"project", "scheme"} or _it(clause, i)
        for i in subjects
    )


def _it(clause: Voters, n: int) -> bool:
    """Whether it is an "it" that does something; "efforts to replace it failed" tells what became of the efforts."""
    word, before = clause.words[n], clause.words[n - 1] if n else None
    return word.lemma.lower() == "it" and (before is None or before.pos != "VERB")
