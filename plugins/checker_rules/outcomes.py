"""How a vote, a contest or a trial ended, as one statement tells it."""

from collections.abc import Iterator
from dataclasses import replace

from checker.models.text import Span
from checker.rules.alignment import spelling
from checker_rules.bodies import body_of
from checker_rules.stance import Stance
from checker_rules.stance_words import (
    APPOINTING,
    BALLOT,
    CHARGES,
    COURT_PLEAS,
    COURTS,
    DECIDED,
    DECIDES_PLEA,
    JUDGES,
    OFFERS,
    OUTCOMES,
    PASSING,
    PLEAS,
    STRIKING,
)
from checker_rules.voters import Voters

# decides only where those do who vote
_BY_BALLOT = {"accept": ("passage", "passed")}
_PRONOUNS = frozenset({"their", "his", "her", "its", "our", "my", "your", "they", "he", "she", "it"})


class Outcomes(Voters):
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
        if self.lemma == "vote" and (voted := self._body_vote()) is not None:
            yield voted
            return
        if self.lemma == "clear" and any(map(self.is_body, self.children(self.at, "dobj"))):
            word = "pass"
        plea = list(self._pleas(word))
        yield from plea
        if plea or word not in OUTCOMES | _BY_BALLOT:
            return
        row, stance = (OUTCOMES | _BY_BALLOT)[word]
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
            if not chamber and body is not None and self.workers(body):
                yield from (
                    replace(
                        self._of_thing(row, stance, t, body_of(self.words[body].lemma)),
                        owners=self.owned(body),
                    )
                    for t in things
                    if self.is_text(t) or self.words[t].lemma.lower() in OFFERS
                )
                return
            if word in _BY_BALLOT and not decides:
                return
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
        workers = not party and self.workers(subjects[0])
        if workers:
            party = body_of(self.words[subjects[0]].lemma)
        if party not in BALLOT and not named and not workers:
            return None
        for i in self.children(self.at, "xcomp", "advcl"):
            verb = self.words[i].lemma.lower()
            thing = next(iter(self.children(i, "dobj")), None)
            if thing is None or verb not in PASSING | STRIKING:
                continue
            offer = workers and self.words[thing].lemma.lower() in OFFERS
            if self.is_text(thing) or offer or self._appoints(i, thing):
                made = self._of_thing("passage", "passed" if verb in PASSING else "failed", thing, party)
                made = replace(made, owners=self.owned(subjects[0])) if workers else made
                return replace(made, place=Span(start=made.place.start, end=self.words[i].span.end))
        return None

    def _of_thing(self, row: str, stance: str, thing: int, body: str) -> Stance:
        about, marks = self.thing(thing)
        content = self.content(thing)
        return Stance(self.statement, "", row, stance, self.place(), about, marks, body=body, content=content)

    def by_or_in(self) -> int | None:
        """As for any clause, and workers who decide by a ballot: "turned down by the dockers"."""
        found = super().by_or_in()
        by = self.under(self.at, "by")
        return by if found is None and self.workers(by) else found

    def _pleas(self, word: str) -> Iterator[Stance]:
        """What a court or an authority made of an appeal or a request, or what became of it for whoever made it."""
        passive = self.statement.passive
        subjects = self.subjects()
        things = subjects if passive else self.children(self.at, "dobj")
        pleas = [t for t in things if self.words[t].lemma.lower() in PLEAS]
        if word in ("win", "lose") and pleas and not passive and not self.statement.negated:
            for party in dict.fromkeys(self.party(s)[0] or spelling(self.words[s].lemma) for s in subjects):
                stance = "granted" if word == "win" else "denied"
                yield from (self._of_plea(stance, t, "", frozenset({party})) for t in pleas)
            return
        judge = self.under(self.at, "by") if passive else next(iter(subjects), None)
        known = judge is not None and self.words[judge].lemma.lower() in JUDGES
        if self.statement.negated or word not in DECIDES_PLEA or not (known or (passive and judge is None)):
            return
        if judge is None:
            # without a judge a claim may be anybody's, and a bid one for a company
            pleas = [t for t in pleas if self.words[t].lemma.lower() in COURT_PLEAS]
        body = self.party_of(judge)
        yield from (self._of_plea(DECIDES_PLEA[word], t, body, self._whose(t)) for t in pleas)

    def _of_plea(self, stance: str, thing: int, body: str, owners: frozenset[str]) -> Stance:
        made = self._of_thing("ruling", stance, thing, body)
        return replace(made, marks=(made.marks | owners) - _PRONOUNS, owners=owners - _PRONOUNS)

    def _whose(self, plea: int) -> frozenset[str]:
        """Whose appeal it is: keys of names, lemmas of nouns."""
        whose = self.children(plea, "poss") + [
            p for i in self.children(plea, "prep", "agent") if self.words[i].lemma in ("of", "by", "from")
            for p in self.children(i, "pobj")
        ]  # fmt: skip
        return frozenset(
            name.value.entity if (name := self.name(i)) is not None else spelling(self.words[i].lemma)
            for i in whose
        )

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
