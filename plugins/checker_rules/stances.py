"""Who stood how in a vote, a contest or a trial: read from statements, with what it was about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.models.language import NameValue, Word
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import words_in
from checker.rules.vocabulary import DocumentView, MentionView, StatementView
from checker_rules.stance_words import (
    AYES,
    BALLOT,
    CHARGES,
    COURTS,
    DECIDED,
    GROUPS,
    NOES,
    OUTCOMES,
    PASSING,
    PLAIN,
    STRIKING,
    TEXTS,
)

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
        reader = _Reader(statement, words, at)
        yield from reader.ballots()
        yield from reader.outcomes()


class _Reader:
    """Reads one statement with its words; ``at`` is the predicate's place among them."""

    def __init__(self, statement: StatementView, words: Sequence[Word], at: int) -> None:
        self.statement, self.words, self.at = statement, words, at
        root = next((n for n, w in enumerate(words) if w.dep == "ROOT"), 0)
        self.base = words[root].head - root
        self.lemma = words[at].lemma.lower()

    def children(self, n: int, *deps: str) -> list[int]:
        return [
            i
            for i, w in enumerate(self.words)
            if w.head - self.base == n and i != n and (not deps or w.dep in deps)
        ]

    def ballots(self) -> Iterator[Stance]:
        """For, against, abstained: of named parties and single bodies."""
        stance, thing = self._ballot(self.at)
        voters = self._subjects()
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
                voters = [*voters, *(n for n in self._joined(self.children(self.at, "dobj")))]
        if not stance or self.statement.negated:
            return
        for voter in voters:
            party, named = self._party(voter)
            # what a body votes to do is its decision
            if party and (named or (party in BALLOT and not self.children(self.at, "xcomp", "advcl"))):
                about, marks = self._thing(thing)
                yield Stance(self.statement, party, "vote", stance, self._place(), about, marks, named=named)

    def _ballot(self, n: int) -> tuple[str, int | None]:
        """The stance of a voting verb, and what was voted on."""
        lemma = self.words[n].lemma.lower()
        preps = {self.words[i].lemma.lower(): i for i in self.children(n, "prep", "prt", "advmod")}
        object_ = next(iter(self.children(n, "dobj", "nsubjpass")), None)

        def under(name: str) -> int | None:
            return next(iter(self.children(preps[name], "pobj")), None) if name in preps else None

        if lemma == "abstain":
            return "abstained", self._voted_on(
                next((t for t in (under("on"), under("from"), under("in")) if t is not None), None)
            )
        if lemma == "veto":
            return "against", object_
        if (
            lemma in ("oppose", "reject")
            and self._is_text(object_)
            and n == self.at
            and self._subject_named()
        ):
            return ("against", object_) if lemma == "oppose" else ("", None)
        if lemma in ("support", "back", "endorse") and self._is_text(object_) and self._subject_named():
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
        return "", None

    def outcomes(self) -> Iterator[Stance]:
        """What passed or failed, who won or lost, was convicted or cleared, what was upheld or struck down."""
        if self.statement.negated and self.lemma not in (
            "pass",
            "convict",
            "adopt",
            "approve",
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
            for n in self._subjects():
                party, named = self._party(n)
                if named:
                    yield Stance(self.statement, party, "plea", verdict, self._place(), named=True)
            return
        if self.lemma == "defeat" and not self._is_text(
            next(iter(self.children(self.at, "dobj", "nsubjpass")), None)
        ):
            word = "beat"
        if self.lemma == "vote" and (body := self._body_vote()) is not None:
            yield body
            return
        if word not in OUTCOMES:
            return
        row, stance = OUTCOMES[word]
        if self.statement.negated:
            stance = {"passed": "failed", "convicted": "acquitted", "won": "lost"}.get(stance, "")
        passive = self.statement.passive
        subjects = self._subjects()
        objects = self.children(self.at, "dobj") if not passive else []
        intransitive = word in ("pass", "fail", "carry", "lose", "win", "prevail") and not passive
        if row == "passage":
            things = objects or (subjects if passive or intransitive else [])
            chamber = self._party(subjects[0])[0] if objects and subjects else self._by_or_in()
            yield from (self._of_thing(row, stance, t, chamber) for t in things if self._is_text(t))
        elif row == "verdict":
            # who finds and who is found: "the jury found him guilty", "he was found guilty"
            people = (
                objects
                or self._inside_find()
                or (subjects if passive or predicate in ("guilty", "innocent") else [])
            )
            for t in people:
                party, named = self._party(t)
                if named:
                    about, marks = self._charge()
                    yield Stance(self.statement, party, row, stance, self._place(), about, marks, named=True)
        elif row == "ruling":
            things = objects or (subjects if passive else [])
            chamber = self._party(subjects[0])[0] if objects and subjects else self._by_or_in()
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
            else self._under(self.at, "to" if stance == "lost" else "against")
        )
        if passive:
            if not winner_first:
                return
            stance, rival = "lost", self._under(self.at, "by")
        if not winner_first and objects:
            # "lost 43 votes" is no defeat
            if self.words[objects[0]].lemma.lower() not in COURTS or self.children(objects[0], "nummod"):
                return
        race = objects[0] if objects and not winner_first else self._under(self.at, "in")
        about, marks = self._thing(race)
        if race is not None and about not in COURTS:
            about, marks = "", frozenset()
        other = self._party(rival)[0] if rival is not None else ""
        for s in subjects:
            party, named = self._party(s)
            if named:
                made = Stance(
                    self.statement,
                    party,
                    "contest",
                    stance,
                    self._place(),
                    about,
                    marks,
                    rival=other,
                    named=True,
                )
                yield made
                if rival is not None and self._party(rival)[1] and other != party:
                    opposite = "lost" if stance == "won" else "won"
                    yield replace(made, party=other, stance=opposite, rival=party)

    def _body_vote(self) -> Stance | None:
        """A body's vote to pass or reject a text decides it: "the council voted 7-2 to approve the plan"."""
        down = next(
            (i for i in self.children(self.at, "prep", "prt") if self.words[i].text.lower() == "down"), None
        )
        subjects = self._subjects()
        if not subjects or self.statement.negated:
            return None
        party, named = self._party(subjects[0])
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
            body = self._by_or_in() if self.statement.passive else party
            return (
                self._of_thing("passage", "failed", thing, body)
                if self._is_text(thing) and thing is not None
                else None
            )
        if party not in BALLOT and not named:
            return None
        for i in self.children(self.at, "xcomp", "advcl"):
            verb = self.words[i].lemma.lower()
            thing = next(iter(self.children(i, "dobj")), None)
            if verb in PASSING | STRIKING and thing is not None and self._is_text(thing):
                return self._of_thing("passage", "passed" if verb in PASSING else "failed", thing, party)
        return None

    def _of_thing(self, row: str, stance: str, thing: int, body: str) -> Stance:
        about, marks = self._thing(thing)
        return Stance(self.statement, "", row, stance, self._place(), about, marks, body=body)

    def _place(self) -> Span:
        """The predicate with its little words: "voted against", "found guilty"."""
        inside = [self.at]
        for i in self.children(self.at, "prep", "prt", "oprd", "acomp", "intj"):
            if self.at < i <= self.at + 2 and (
                self.words[i].dep != "prep" or self.words[i].text.lower() in ("for", "against", "down")
            ):
                inside.append(i)
        if self.lemma in ("find", "plead"):
            guilt = [
                i
                for i, w in enumerate(self.words)
                if self.at < i < self.at + 8 and w.lemma.lower() in ("guilty", "innocent")
            ]
            inside += guilt[:1]
        return Span(start=self.words[min(inside)].span.start, end=self.words[max(inside)].span.end)

    def _subjects(self) -> list[int]:
        n = self.at
        for _ in range(4):
            found = self.children(n, "nsubj", "nsubjpass")
            found = [self._antecedent(i, n) for i in found]
            if found:
                return self._joined(found)
            above = self.words[n].head - self.base
            if (
                above == n
                or not 0 <= above < len(self.words)
                or self.words[n].dep not in ("conj", "xcomp", "advcl")
            ):
                return []
            n = above
        return []

    def _antecedent(self, i: int, verb: int) -> int:
        """For "which" and "who" the noun before the clause; "Greece was among the countries that abstained" is Greece's."""
        if self.words[i].lemma.lower() not in ("who", "which", "that") or self.words[verb].dep != "relcl":
            return i
        noun = self.words[verb].head - self.base
        above = self.words[noun].head - self.base
        if 0 <= above < len(self.words) and self.words[above].lemma.lower() in ("among", "of"):
            top = self.words[above].head - self.base
            subject = self.children(top, "nsubj") if 0 <= top < len(self.words) else []
            return subject[0] if subject else noun
        return noun

    def _joined(self, heads: list[int]) -> list[int]:
        found = list(heads)
        for n in found:
            found += [i for i in self.children(n, "conj") if i not in found]
        return found

    def _under(self, n: int, name: str) -> int | None:
        preps = [
            i for i in self.children(n, "prep", "agent", "dative") if self.words[i].lemma.lower() == name
        ]
        return next((i for p in preps for i in self.children(p, "pobj")), None)

    def _by_or_in(self) -> str:
        for name in ("by", "in"):
            if (n := self._under(self.at, name)) is not None:
                party, named = self._party(n)
                if named or party in BALLOT:
                    return party
        return ""

    def _name(self, n: int) -> MentionView[NameValue] | None:
        span = self.words[n].span
        return next(
            (m for m in self.statement.sentence.names if m.span.contains(span) and not m.value.adjective),
            None,
        )

    def _party(self, n: int) -> tuple[str, bool]:
        """Entity key of a name, else the lemma of a single body; empty for a group that may be divided."""
        name = self._name(n)
        if name is None:
            # "her challenger, Tom Vale"
            name = next((m for i in self.children(n, "appos") if (m := self._name(i)) is not None), None)
        word = self.words[n]
        if name is not None and not (name.value.kind == "group" or (word.text.lower() in GROUPS)):
            return name.value.entity, True
        some = [self.words[i] for i in self.children(n, "nummod", "det", "amod", "advmod")]
        if word.pos not in ("NOUN", "PROPN") or any(
            w.dep == "nummod" or w.lemma.lower() in GROUPS for w in some
        ):
            return "", False
        return (spelling(word.lemma) if spelling(word.lemma) in BALLOT else ""), False

    def _subject_named(self) -> bool:
        return any(self._party(i)[1] for i in self._subjects())

    def _voted_on(self, n: int | None) -> int | None:
        """For "in the vote on the text" the text."""
        if n is None or self.words[n].lemma.lower() not in ("vote", "voting", "ballot", "session"):
            return n
        return self._under(n, "on")

    def _is_text(self, n: int | None) -> bool:
        return n is not None and self.words[n].lemma.lower() in TEXTS

    def _is_time(self, n: int | None) -> bool:
        return n is not None and self.words[n].lemma.lower() in (
            "time",
            "year",
            "hour",
            "month",
            "week",
            "day",
        )

    def _thing(self, n: int | None) -> tuple[str, frozenset[str]]:
        """Head lemma of what was decided and the words that tell it from others: adjectives, names, what it is on."""
        if n is None or self.words[n].pos == "PRON":
            return "", frozenset()
        marks: set[str] = set()
        for i in self.children(n, "amod", "compound", "poss", "nmod", "prep", "acl"):
            word = self.words[i]
            name = next((m for m in self.statement.sentence.names if m.span.contains(word.span)), None)
            if word.dep == "prep":
                for p in self.children(i, "pobj"):
                    under = next(
                        (m for m in self.statement.sentence.names if m.span.contains(self.words[p].span)),
                        None,
                    )
                    marks.add(under.value.entity if under else spelling(self.words[p].lemma))
            elif name is not None:
                marks.add(name.value.entity)
                marks |= {"own" for j in self.children(i, "amod", "case") if self.words[j].lemma == "own"}
            else:
                marks.add(spelling(word.lemma))
        return spelling(self.words[n].lemma), frozenset(marks - PLAIN)

    def _verdict(self) -> str:
        near = [w.lemma.lower() for w in self.words[self.at : self.at + 8]]
        if "guilty" in near:
            return "acquit" if "not" in near[: near.index("guilty")] else "convict"
        return "acquit" if "innocent" in near else ""

    def _inside_find(self) -> list[int]:
        """Whom a jury finds guilty stands as subject of the small clause."""
        below = [i for i in self.children(self.at, "ccomp", "xcomp", "oprd", "acomp")]
        return [i for n in below for i in self.children(n, "nsubj")]

    def _charge(self) -> tuple[str, frozenset[str]]:
        """What somebody was convicted or cleared of."""
        found = [
            i
            for i, w in enumerate(self.words)
            if i > self.at and w.lemma.lower() in ("of", "on") and i - self.at <= 6
        ]
        heads = [j for i in found[:1] for j in self._joined(self.children(i, "pobj", "pcomp"))]
        charges = frozenset(spelling(self.words[j].lemma) for j in heads)
        return ("" if charges & CHARGES or not charges else "charge"), charges - CHARGES
