"""Who stood how in a vote, a contest or a trial: read from statements, with what it was about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import DocumentView, StatementView
from checker_rules.clause import Clause
from checker_rules.stance_words import (
    APPOINTING,
    AYES,
    BALLOT,
    CHARGES,
    COURTS,
    DECIDE_TOGETHER,
    DECIDED,
    NOES,
    OUTCOMES,
    PASSING,
    STRIKING,
)
from checker_rules.untold import untold

# a stance of these statements is no fact: plans, questions, what would be
_OPEN_VERBS = frozenset({"claim", "allege", "expect", "predict", "hope", "boast", "insist", "urge", "demand"})


@dataclass(frozen=True)
class Stance:
    """One party's stance, or the outcome for it: ``row`` says on which scale, ``stance`` where on it.

    ``about`` is the head noun of what was decided, ``marks`` the words that tell it from others of its kind, ``body``
    who decided, ``rival`` the other side.
    """

    statement: StatementView
    party: str
    row: str
    stance: str
    place: Span
    about: str = ""
    marks: frozenset[str] = frozenset()
    body: str = ""
    rival: str = ""
    named: bool = False


def stances(document: DocumentView) -> Iterator[Stance]:
    """Every stance and outcome that an account tells as done."""
    for statement in document.statements:
        if statement.predicate_span is None or statement.quoted or statement.modality or statement.hedged:
            continue
        if statement.cue in _OPEN_VERBS:
            continue
        words = words_in(document, statement.sentence.span)
        at = next((n for n, w in enumerate(words) if w.span.overlaps(statement.predicate_span)), None)
        if at is None or any(w.pos == "PUNCT" and w.text == "?" for w in words[at:]):
            continue
        for verb in (at, *untold(statement, words, at)):
            yield from _Ballots(statement, words, verb).read()
        yield from _Outcomes(statement, words, at).read()


class _Ballots(Clause):
    """Who voted how."""

    def read(self) -> Iterator[Stance]:
        """For, against, abstained: of named parties and single bodies."""
        stance, thing = self._ballot(self.at)
        voters = self.subjects()
        if not stance and self.lemma in ("join", "side", "accompany"):
            voting = next(
                (
                    i
                    for i, w in enumerate(self.words)
                    if i > self.at and w.lemma in ("vote", "abstain", "oppose") and w.dep == "pcomp"
                ),
                None,
            )
            if voting is not None:
                stance, thing = self._ballot(voting)
                voters = [*voters, *(n for n in self.joined(self.children(self.at, "dobj")))]
        if not stance or self.statement.negated:
            return
        for voter in voters:
            party, named = self.party(voter)
            if not party and (party := self._together(voter)):
                yield Stance(
                    self.statement, party, "vote", stance, self.place(), *self.thing(thing), named=True
                )
                continue
            # what a body votes to do is its decision
            if party and (named or (party in BALLOT and not self.children(self.at, "xcomp", "advcl"))):
                about, marks = self.thing(thing)
                yield Stance(self.statement, party, "vote", stance, self.place(), about, marks, named=named)

    def _together(self, voter: int) -> str:
        """The lemma of those who decide by a ballot among themselves: "the nurses voted to strike"; else empty."""
        lemma = self.words[voter].lemma.lower()
        some = {self.words[i].text.lower() for i in self.children(voter, "nummod", "det", "amod", "advmod")}
        return lemma if lemma in DECIDE_TOGETHER and some == {"the"} else ""

    def _ballot(self, n: int) -> tuple[str, int | None]:
        """The stance of a voting verb, and what was voted on."""
        lemma = self.words[n].lemma.lower()
        preps = {self.words[i].lemma.lower(): i for i in self.children(n, "prep", "prt", "advmod")}
        object_ = next(iter(self.children(n, "dobj", "nsubjpass")), None)

        def under(name: str) -> int | None:
            return next(iter(self.children(preps[name], "pobj")), None) if name in preps else None

        if lemma == "abstain":
            return "abstained", self._voted_on(self._undated(n, ("on", "from", "in")))
        if lemma == "veto":
            return "against", object_
        if lemma in ("oppose", "reject") and self.is_text(object_) and n == self.at and self.subject_named():
            return ("against", object_) if lemma == "oppose" else ("", None)
        if lemma in ("support", "back", "endorse") and self.is_text(object_) and self.subject_named():
            return "for", object_
        if lemma not in ("vote", "cast"):
            return "", None
        if "against" in preps:
            return "against", under("against")
        if "for" in preps and not self._is_time(under("for")):
            return "for", under("for")
        if "in" in preps:
            favor = under("in")
            if favor is not None and self.words[favor].lemma.lower() in ("favor", "favour", "support"):
                of = self.children(favor, "prep")
                return "for", next((i for p in of for i in self.children(p, "pobj")), under("on"))
        for i in self.children(n):
            text = self.words[i].text.lower().strip("“”\"'‘’")
            if text in AYES | NOES and self.words[i].dep in (
                "dobj",
                "intj",
                "advmod",
                "npadvmod",
                "acomp",
                "det",
                "oprd",
                "xcomp",
                "dep",
            ):
                return ("for" if text in AYES else "against"), under("on")
        for i in self.children(n, "xcomp", "advcl"):
            verb = self.words[i].lemma.lower()
            if verb in PASSING | STRIKING:
                return ("for" if verb in PASSING else "against"), next(iter(self.children(i, "dobj")), None)
            if not self.children(i, "dobj") and any(self._together(v) for v in self.subjects()):
                # "voted to strike" is a vote for the strike
                return "for", i
        return "", None

    def _voted_on(self, n: int | None) -> int | None:
        """For "in the vote on the text" the text."""
        if n is None or self.words[n].lemma.lower() not in ("vote", "voting", "ballot", "session"):
            return n
        return self.under(n, "on")

    def _undated(self, n: int, names: tuple[str, ...]) -> int | None:
        """The first noun under one of these prepositions that is no day: "on Friday ... in the vote"."""
        found = {
            name: i
            for p in self.children(n, "prep")
            for i in self.children(p, "pobj")
            if (name := self.words[p].lemma.lower()) in names
            and not any(d.span.overlaps(self.words[i].span) for d in self.statement.sentence.dates)
        }
        return next((found[name] for name in names if name in found), None)

    def _is_time(self, n: int | None) -> bool:
        return n is not None and self.words[n].lemma.lower() in (
            "time",
            "year",
            "hour",
            "month",
            "week",
            "day",
        )


class _Outcomes(Clause):
    """How it ended."""

    def read(self) -> Iterator[Stance]:
        """What passed or failed, who won or lost, was convicted or cleared, what was upheld or struck down."""
        if self.statement.negated and self.lemma not in (
            "pass",
            "convict",
            "adopt",
            "approve",
            "confirm",
            "win",
            "plead",
        ):
            return
        predicate = self.statement.predicate.removeprefix("be_")
        particle = next(
            (
                self.words[i].text.lower()
                for i in self.children(self.at, "prt", "prep")
                if self.words[i].text.lower() in ("down", "out")
            ),
            "",
        )
        word = (
            f"{self.lemma}_{particle}" if particle and f"{self.lemma}_{particle}" in OUTCOMES else self.lemma
        )
        word = word if word in OUTCOMES else predicate
        if self.lemma == "find" and (verdict := self._verdict()):
            word = verdict
        if self.lemma == "plead" and (verdict := self._verdict()):
            for n in self.subjects():
                party, named = self.party(n)
                if named:
                    yield Stance(self.statement, party, "plea", verdict, self.place(), named=True)
            return
        if self.lemma == "defeat" and not self.is_text(
            next(iter(self.children(self.at, "dobj", "nsubjpass")), None)
        ):
            word = "beat"
        if self.lemma == "vote" and (body := self._body_vote()) is not None:
            yield body
            return
        if self.lemma == "clear" and any(map(self.is_body, self.children(self.at, "dobj"))):
            word = "pass"
        if word not in OUTCOMES:
            return
        row, stance = OUTCOMES[word]
        if self.statement.negated:
            stance = {"passed": "failed", "convicted": "acquitted", "won": "lost"}.get(stance, "")
        passive = self.statement.passive
        subjects = self.subjects()
        objects = self.children(self.at, "dobj") if not passive else []
        intransitive = word in ("pass", "fail", "carry", "lose", "win", "prevail") and not passive
        if row == "passage":
            things = objects or (subjects if passive or intransitive else [])
            body = next(iter(subjects), None) if objects else self.by_or_in()
            if word == "pass" and objects and subjects and self.is_text(subjects[0]):
                # "the bill passed the House"
                things, body = subjects, objects[0]
            chamber = self.party_of(body)
            decides = body is not None and self.is_body(body)
            office = decides or self.under(self.at, "as") is not None
            yield from (
                self._of_thing(row, stance, t, chamber)
                for t in things
                if self.is_text(t) or (decides and objects) or (office and self._appoints(self.at, t))
            )
        elif row == "verdict":
            # who finds and who is found: "the jury found him guilty", "he was found guilty"
            people = (
                [p for t in objects for p in self._found(t)]
                or self._inside_find()
                or (subjects if passive or predicate in ("guilty", "innocent") else [])
            )
            for t in people:
                party, named = self.party(t)
                if named:
                    about, marks = self._charge()
                    yield Stance(self.statement, party, row, stance, self.place(), about, marks, named=True)
        elif row == "ruling":
            things = objects or (subjects if passive else [])
            chamber = self.party_of(next(iter(subjects), None) if objects else self.by_or_in())
            yield from (
                self._of_thing(row, stance, t, chamber)
                for t in things
                if self.words[t].lemma.lower() in DECIDED
            )
        elif row == "contest" and stance:
            yield from self._contest(stance, subjects, objects)

    def _contest(self, stance: str, subjects: list[int], objects: list[int]) -> Iterator[Stance]:
        passive = self.statement.passive
        winner_first = self.lemma in ("beat", "defeat", "oust", "unseat", "edge", "thrash")
        rival = (
            objects[0]
            if winner_first and objects
            else self.under(self.at, "to" if stance == "lost" else "against")
        )
        if rival is None and not passive:
            rival = self._against()
        if passive:
            if not winner_first:
                return
            stance, rival = "lost", self.under(self.at, "by")
        # "lost 43 votes" is no defeat
        if (
            not winner_first
            and objects
            and (self.words[objects[0]].lemma.lower() not in COURTS or self.children(objects[0], "nummod"))
        ):
            return
        race = objects[0] if objects and not winner_first else self.under(self.at, "in")
        about, marks = self.thing(race)
        if race is not None and about not in COURTS:
            about, marks = "", frozenset()
        other = self.party(rival)[0] if rival is not None else ""
        for s in subjects:
            party, named = self.party(s)
            if named:
                made = Stance(
                    self.statement,
                    party,
                    "contest",
                    stance,
                    self.place(),
                    about,
                    marks,
                    rival=other,
                    named=True,
                )
                yield made
                if rival is not None and self.party(rival)[1] and other != party:
                    opposite = "lost" if stance == "won" else "won"
                    yield replace(made, party=other, stance=opposite, rival=party)

    def _against(self) -> int | None:
        """The noun under an "against" after the verb, whatever the parser hangs it on."""
        at = next((i for i, w in enumerate(self.words) if i > self.at and w.lemma == "against"), None)
        return next(iter(self.children(at, "pobj")), None) if at is not None else None

    def _body_vote(self) -> Stance | None:
        """A body's vote to pass or reject a text decides it: "the council voted 7-2 to approve the plan"."""
        down = next(
            (i for i in self.children(self.at, "prep", "prt") if self.words[i].text.lower() == "down"), None
        )
        subjects = self.subjects()
        if not subjects or self.statement.negated:
            return None
        party, named = self.party(subjects[0])
        if down is not None:
            thing = next(iter(self.children(down, "pobj")), None)
            thing = (
                thing
                if thing is not None
                else next(
                    iter([*self.children(self.at, "dobj"), *(subjects if self.statement.passive else [])]),
                    None,
                )
            )
            body = self.party_of(self.by_or_in()) if self.statement.passive else party
            return (
                self._of_thing("passage", "failed", thing, body)
                if thing is not None and (self.is_text(thing) or body in BALLOT)
                else None
            )
        if party not in BALLOT and not named:
            return None
        for i in self.children(self.at, "xcomp", "advcl"):
            verb = self.words[i].lemma.lower()
            thing = next(iter(self.children(i, "dobj")), None)
            if thing is None or verb not in PASSING | STRIKING:
                continue
            if self.is_text(thing) or self._appoints(i, thing):
                made = self._of_thing("passage", "passed" if verb in PASSING else "failed", thing, party)
                return replace(made, place=Span(start=made.place.start, end=self.words[i].span.end))
        return None

    def _of_thing(self, row: str, stance: str, thing: int, body: str) -> Stance:
        about, marks = self.thing(thing)
        return Stance(self.statement, "", row, stance, self.place(), about, marks, body=body)

    def _verdict(self) -> str:
        near = [w.lemma.lower() for w in self.words[self.at : self.at + 8]]
        if "guilty" in near:
            return "acquit" if "not" in near[: near.index("guilty")] else "convict"
        return "acquit" if "innocent" in near else ""

    def _appoints(self, verb: int, whom: int) -> bool:
        """Whether a person is confirmed in an office, or not."""
        name = self.name(whom)
        person = name is not None and name.value.kind == "person" and not name.value.pronoun
        return person and self.words[verb].lemma.lower() in APPOINTING

    def _found(self, n: int) -> list[int]:
        """Who is found guilty, where the parser takes "guilty" for the object."""
        guilt = self.words[n].lemma.lower() in ("guilty", "innocent")
        return self.children(n, "nsubj", "compound", "nmod") if guilt else [n]

    def _inside_find(self) -> list[int]:
        """Whom a jury finds guilty stands as subject of the small clause."""
        below = self.children(self.at, "ccomp", "xcomp", "oprd", "acomp")
        return [i for n in below for i in self.children(n, "nsubj")]

    def _charge(self) -> tuple[str, frozenset[str]]:
        """What somebody was convicted or cleared of."""
        found = [
            i
            for i, w in enumerate(self.words)
            if i > self.at and w.lemma.lower() in ("of", "on") and i - self.at <= 6
        ]
        heads = [j for i in found[:1] for j in self.joined(self.children(i, "pobj", "pcomp"))]
        charges = frozenset(spelling(self.words[j].lemma) for j in heads)
        return ("" if charges & CHARGES or not charges else "charge"), charges - CHARGES
