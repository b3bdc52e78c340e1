"""Who voted how: for, against, or neither, as one statement tells it."""

from collections.abc import Iterator

from checker_rules.stance import Stance
from checker_rules.stance_words import AYES, BALLOT, DECIDE_TOGETHER, NOES, OPEN, PASSING, STRIKING
from checker_rules.voters import Voters

# nouns after "in" that only round off the sentence
_PHRASES = frozenset("end event protest silence disgust result response return turn case exchange".split())
_TIMES = frozenset("time year hour month week day".split())
# how a "yes" or a "no" may hang on the verb of voting
_SAID_SO = frozenset("dobj intj advmod npadvmod acomp det oprd xcomp dep".split())
# what those are called among whom somebody voted so
_THOSE = frozenset("those one member only deputy lawmaker senator country state councillor party nation two three "
                   "four five six seven first".split())  # fmt: skip


class Ballots(Voters):
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
            party, named = self.voter(voter)
            if not party and (party := self._together(voter)):
                yield Stance(
                    self.statement, party, "vote", stance, self.place(), *self.thing(thing), named=True
                )
                continue
            # what a body votes to do is its decision
            if party and (named or (party in BALLOT and not self.children(self.at, "xcomp", "advcl"))):
                about, marks = self.thing(thing)
                yield Stance(self.statement, party, "vote", stance, self.place(), about, marks, named=named)

    def among(self) -> Iterator[Stance]:
        """Of a clause that says who was among those that voted so: "the only member to abstain was Lund"."""
        be = self.at if self.lemma == "be" else self.words[self.at].head - self.base
        if not 0 <= be < len(self.words) or self.words[be].lemma != "be" or self.statement.negated:
            return
        sides = self.children(be, "nsubj", "attr", "nsubjpass")
        prep = [p for i in self.children(be, "prep") if self.words[i].lemma.lower() == "among"
                for p in self.children(i, "pobj")]  # fmt: skip
        for group in (*prep, *sides):
            verb = self._who_voted(group)
            if verb is None:
                continue
            stance, thing = self._ballot(verb)
            about, marks = self.thing(thing)
            voted = Ballots(self.statement, self.words, verb)
            for one in self.joined([i for i in sides if i != group and i != verb]):
                party, named = self.voter(one)
                if stance and named:
                    yield Stance(
                        self.statement, party, "vote", stance, voted.place(), about, marks, named=True
                    )

    def _who_voted(self, group: int) -> int | None:
        """The verb of "those who voted against", "one of three states to abstain"; None where there is none."""
        if self.words[group].lemma.lower() not in _THOSE:
            return None
        nouns = [group, *(p for i in self.children(group, "prep") if self.words[i].lemma.lower() in ("of", "among")
                          for p in self.children(i, "pobj"))]  # fmt: skip
        for verb in (v for n in nouns for v in self.children(n, "relcl", "acl")):
            below = self.children(verb, "aux", "neg")
            undone = [i for i in below if self.words[i].dep == "neg" or self.words[i].lemma.lower() in OPEN]
            if self.words[verb].lemma.lower() in ("vote", "abstain") and not undone:
                return verb
        return None

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
            on = self._undated(n, ("on", "from", "in"))
            # "abstained in the end" says nothing of what was voted on
            return "abstained", self._voted_on(on if on is None or self._is_voted_on(on) else None)
        if lemma == "veto":
            return "against", object_
        if lemma == "oppose" and self.is_text(object_) and n == self.at and self.subject_named():
            return "against", object_
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
            if text in AYES | NOES and self.words[i].dep in _SAID_SO:
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

    def _is_voted_on(self, n: int) -> bool:
        above = self.words[n].head - self.base
        return self.words[above].lemma.lower() != "in" or self.words[n].lemma.lower() not in _PHRASES

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
        return n is not None and self.words[n].lemma.lower() in _TIMES
