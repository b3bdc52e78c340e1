"""Pairs by template: who did what to which of two things, who to whom, who denied and who admitted.

Two acts on two objects are neutral, on one object they exclude each other; the same act of one relation can be
told from either side; a denial and an admission of one deed contradict each other, of two deeds they do not.
Names come from the articles, and sentences of them stand before or after a statement now and then.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from votes import ADVERBS, DAYS, FRAMES

Row = tuple[str, str, str, str]
C, E, N = "contradiction", "entailment", "neutral"
with (Path(__file__).parent / "acts.toml").open("rb") as _file:
    WORDS: dict[str, Any] = tomllib.load(_file)
_OBJECTS = WORDS["objects"]
BODIES = [
    "the government",
    "the committee",
    "the company",
    "the union",
    "the council",
    "the board",
    "the agency",
]
COURTS = [
    "the court",
    "the appeals court",
    "the judge",
    "the Supreme Court",
    "the tribunal",
    "a federal judge",
]
ROLES = ["", "", "", "the mayor, ", "the senator, ", "the minister, ", "the former coach, "]


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


def _split(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(";")]


class Teller:
    """Makes the pairs; ``fillers`` are whole sentences of articles."""

    def __init__(self, people: list[str], bodies: list[str], fillers: list[str], rng: random.Random) -> None:
        self.people, self.bodies, self.fillers, self.rng = people, bodies, fillers, rng
        self.day = ""

    def person(self) -> str:
        """A name from the articles."""
        return self.rng.choice(self.people)

    def body(self) -> str:
        """An organisation: from the articles, or a plain one."""
        return self.rng.choice(self.bodies if self.rng.random() < 0.5 else BODIES)

    def two(self, who: str) -> tuple[str, str]:
        """Two different actors of a kind."""
        if who == "person":
            return tuple(self.rng.sample(self.people, 2))  # type: ignore[return-value]
        return tuple(self.rng.sample(self.bodies, 2))  # type: ignore[return-value]

    def premise(self, text: str) -> str:
        """A clause as a sentence, alone or among sentences of an article; when and who says so now and then."""
        rng = self.rng
        shape = "{s}" if rng.random() < 0.5 else rng.choice(FRAMES)
        self.day = rng.choice(DAYS) if "{d}" in shape else ""
        parts = [_sentence(shape.format(s=text, d=self.day))]
        if rng.random() < 0.35:
            parts.insert(rng.randrange(2), rng.choice(self.fillers))
            if rng.random() < 0.3:
                parts.append(rng.choice(self.fillers))
        return " ".join(parts)

    def statement(self, text: str) -> str:
        """A clause as a sentence that tells nothing besides which the last premise does not."""
        shape = self.rng.choice(["{s}", "{s}", "{s}", "In the end, {s}", "{s} on {d}", "On {d}, {s}"])
        return _sentence((shape if self.day or "{d}" not in shape else "{s}").format(s=text, d=self.day))

    def objects(self, heads: list[str], person: bool) -> tuple[str, str, str]:
        """Two different objects of one kind, and the first one's short name."""
        rng, head = self.rng, self.rng.choice(heads)
        other = head if rng.random() < 0.7 else rng.choice(heads)
        makers = rng.sample(_OBJECTS["makers"], 2)
        names = rng.sample(self.bodies + self.people, 2)
        ways = [
            [f"the {{h}} on {t}" for t in rng.sample(_split(_OBJECTS["topics"]), 2)],
            [f"the {{h}} {m.format(n=n)}" for m, n in zip(makers, names, strict=True)],
            [f"the {k} {{h}}" for k in rng.sample(_split(_OBJECTS["kinds"]), 2)],
            [f"the {k} {{h}}" for k in rng.sample(["first", "second", "third", "final"], 2)],
            [f"the {{h}} in {k}" for k in rng.sample(_split(_OBJECTS["places"]), 2)],
            [f"{n}'s {{h}}" for n in names],
            [rng.choice(_OBJECTS["own"]), f"the {{h}} {makers[0].format(n=names[0])}"],
        ]
        one, two = rng.choice(ways[2:6] if person else ways)
        if rng.random() < 0.5:
            one, two = two, one
        return one.format(h=head), two.format(h=other), f"the {head}"

    def acts(self) -> Iterator[Row]:
        """Act and opposite on one object and on two."""
        rng = self.rng
        domain = rng.choice(WORDS["domains"])
        kind = domain["actor"]
        actor = {"person": self.person, "body": self.body, "court": lambda: rng.choice(COURTS)}[kind]()
        one, two, short = self.objects(domain["heads"], kind != "body")
        groups = rng.sample(domain["acts"], 2)
        did, again = (a.format(x=one) for a in rng.sample(groups[0], 2))
        turned, else_turned = rng.choice(groups[1]), rng.choice(groups[1])
        adverb = rng.choice(ADVERBS[:6]) + " " if rng.random() < 0.4 else ""
        if rng.random() < 0.4:
            link = rng.choice(
                [" and ", " but ", ", but ", ", while it " if kind == "body" else " and later "]
            )
            both = f"{actor} {did}{link}{turned.format(x=two)}"
            both = f"{actor} not only {did}, but also {turned.format(x=two)}" if rng.random() < 0.2 else both
            premise = self.premise(both)
            rows = [
                (again, E), (else_turned.format(x=two), E),
                (else_turned.format(x=one), C), (rng.choice(groups[0]).format(x=two), C),
            ]  # fmt: skip
            chosen = [rng.choice(rows[:2]), rng.choice(rows[2:])]
        else:
            premise = self.premise(f"{actor} {adverb}{did}")
            same = short if rng.random() < 0.2 else one
            chosen = [(turned.format(x=two), N), (else_turned.format(x=same), C)]
            chosen += [(again, E)] if rng.random() < 0.6 else []
            chosen += [(rng.choice(groups[0]).format(x=two), N)] if rng.random() < 0.4 else []
        for text, label in chosen:
            adverb = rng.choice(ADVERBS[:6]) + " " if rng.random() < 0.3 else ""
            yield premise, self.statement(f"{actor} {adverb}{text}"), label, "acts"

    def relations(self) -> Iterator[Row]:
        """A relation told from either side, and with the two exchanged."""
        rng = self.rng
        relation = rng.choice(WORDS["relations"])
        a, b = self.two(relation["who"])
        told, right, wrong = (rng.choice(relation["forms"]) for _ in range(3))
        premise = self.premise(told.format(a=a, b=b))
        if right != told:
            yield premise, self.statement(right.format(a=a, b=b)), E, "relations"
        yield premise, self.statement(wrong.format(a=b, b=a)), C, "relations"

    def stances(self) -> Iterator[Row]:
        """Admitted or denied, agreed or refused: one deed, two deeds, nobody saying which."""
        rng = self.rng
        time = rng.choice(["past", "future"])
        stance = WORDS["stances"][time]
        one, two = (d.split(";") for d in rng.sample(WORDS["deeds"][time], 2))
        who, other = self.two("person")
        role = rng.choice(ROLES)

        def tell(form: str, deed: list[str], name: str = who) -> str:
            said = form.format(g=deed[0], d=deed[1], b=deed[2], p=name.split()[-1])
            return f"{role}{name}, {said}" if role and rng.random() < 0.3 else f"{name} {said}"

        mine, theirs = rng.sample(["yes", "no"], 2)
        same, opposite = rng.choice(stance[mine]), rng.choice(stance[theirs])
        told = rng.choice([f for f in stance[mine] if f != same])
        choice = rng.random()
        if choice < 0.25:
            premise = self.premise(tell(rng.choice(stance["open"]), one))
            rows = [(tell(told, one), N), (tell(opposite, one), N)]
        elif choice < 0.45:
            last = rng.choice(stance[theirs]).format(g=two[0], d=two[1], b=two[2], p=who.split()[-1])
            premise = self.premise(f"{tell(told, one)} but {last}")
            rows = [(tell(same, one), E), (tell(opposite, one), C)]
            rows += [(tell(opposite, two), E), (tell(same, two), C)]
            rows = rng.sample(rows[:2], 2) if rng.random() < 0.5 else rows[2:]
        else:
            premise = self.premise(tell(told, one))
            rows = [(tell(same, one), E), (tell(opposite, one), C)]
            rows.append((tell(opposite, two) if rng.random() < 0.6 else tell(opposite, one, other), N))
        for text, label in rows:
            yield premise, self.statement(text), label, "stances"

    def passage(self) -> Iterator[Row]:
        """What passed, failed, or is still to come."""
        rng, words = self.rng, WORDS["passage"]
        things, places = rng.sample(_split(words["things"]), 2), rng.sample(_split(words["places"]), 2)
        mine, theirs = rng.sample(["yes", "no"], 2)

        def tell(stance: str, thing: int, place: int) -> str:
            return rng.choice(words[stance]).format(t=things[thing], w=places[place])

        if rng.random() < 0.25:
            premise = self.premise(tell("open", 0, 0))
            rows = [(tell(mine, 0, 0), N), (tell(theirs, 0, 0), N)]
        else:
            premise = self.premise(tell(mine, 0, 0))
            rows = [(tell(mine, 0, 0), E), (tell(theirs, 0, 0), C)]
            rows.append((tell(theirs, 1, 0) if rng.random() < 0.6 else tell(theirs, 0, 1), N))
        for text, label in rows:
            yield premise, self.statement(text), label, "passage"

    def rows(self) -> Iterator[Row]:
        """Without end."""
        makers = [self.acts, self.acts, self.acts, self.relations, self.relations, self.stances, self.stances]
        while True:
            yield from self.rng.choice([*makers, self.passage])()


def told_of(
    count: int, people: list[str], bodies: list[str], fillers: list[str], rng: random.Random
) -> list[Row]:
    """So many pairs; a statement is never the premise itself."""
    people = [n for n in people if re.fullmatch(r"[A-Z][a-z]+ [A-Z][A-Za-z]+", n)]
    bodies = [n for n in bodies if re.fullmatch(r"[A-Z][A-Za-z]+( [A-Z][a-z]+)*", n)]
    rows = (row for row in Teller(people, bodies, fillers, rng).rows() if row[0] != row[1])
    return list(islice(rows, count))
