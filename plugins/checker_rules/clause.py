"""The grammar of one clause about a vote, a contest or a trial: who, whom, what, and in which words."""

from collections.abc import Sequence

from checker.models.language import NameValue, Word
from checker.models.text import Span
from checker.rules.alignment import spelling
from checker.rules.vocabulary import MentionView, StatementView
from checker_rules.stance_words import BALLOT, GROUPS, PLAIN, TEXTS

# words before a predicate in which it is denied
_REACH = 4
_DENIALS = frozenset({"fail", "refuse", "decline", "never"})
_OFF = frozenset({"away", "off", "down", "out"})
_SIDES = frozenset({"for", "against", "down"})


class Clause:
    """One statement with the words of its sentence; ``at`` is the predicate's place among them."""

    def __init__(self, statement: StatementView, words: Sequence[Word], at: int) -> None:
        self.statement, self.words, self.at = statement, words, at
        root = next((n for n, w in enumerate(words) if w.dep == "ROOT"), 0)
        self.base = words[root].head - root
        self.lemma = words[at].lemma.lower()
        following = words[at + 1].text.lower() if at + 1 < len(words) else ""
        if self.lemma == "back" and following in _OFF:
            # who backs away from it does not back it
            self.lemma = f"back_{following}"

    def children(self, n: int, *deps: str) -> list[int]:
        """The words that hang on a word, of these dependencies or of any."""
        return [
            i
            for i, w in enumerate(self.words)
            if w.head - self.base == n and i != n and (not deps or w.dep in deps)
        ]

    def subjects(self) -> list[int]:
        """Who does it, conjuncts included; a participle has the subject of the clause it hangs on."""
        n = self.at
        for _ in range(4):
            found = self.children(n, "nsubj", "nsubjpass")
            found = [self._antecedent(i, n) for i in found]
            if found:
                return self.joined(found)
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
        """For "which" and "who" the noun before the clause; of "X was among those that abstained" X."""
        if self.words[i].lemma.lower() not in ("who", "which", "that") or self.words[verb].dep != "relcl":
            return i
        noun = self.words[verb].head - self.base
        above = self.words[noun].head - self.base
        if 0 <= above < len(self.words) and self.words[above].lemma.lower() in ("among", "of"):
            top = self.words[above].head - self.base
            subject = self.children(top, "nsubj") if 0 <= top < len(self.words) else []
            return subject[0] if subject else noun
        return noun

    def joined(self, heads: list[int]) -> list[int]:
        """The words with all that is joined to them: "Greece, Malta and Cyprus"."""
        found = list(heads)
        for n in found:
            found += [i for i in self.children(n, "conj") if i not in found]
        return found

    def under(self, n: int, name: str) -> int | None:
        """The noun under a preposition of a word."""
        preps = [
            i for i in self.children(n, "prep", "agent", "dative") if self.words[i].lemma.lower() == name
        ]
        return next((i for p in preps for i in self.children(p, "pobj")), None)

    def by_or_in(self) -> int | None:
        """The body that decided, a name or one that votes as one: "by the council", "in the Senate"."""
        found = (self.under(self.at, name) for name in ("by", "in"))
        return next((n for n in found if n is not None and (self.party(n)[1] or self.is_body(n))), None)

    def is_body(self, n: int) -> bool:
        """Whether a word is a single body that can vote as one."""
        return spelling(self.words[n].lemma) in BALLOT and self.words[n].lemma.lower() not in GROUPS

    def name(self, n: int) -> MentionView[NameValue] | None:
        """The name that a word is part of, demonyms used as adjectives left out."""
        span = self.words[n].span
        return next(
            (m for m in self.statement.sentence.names if m.span.contains(span) and not m.value.adjective),
            None,
        )

    def party(self, n: int) -> tuple[str, bool]:
        """Entity key of a name, else the lemma of a single body; empty for a group that may be divided."""
        name = self.name(n)
        if name is None:
            # "her challenger, Tom Vale"
            name = next((m for i in self.children(n, "appos") if (m := self.name(i)) is not None), None)
        word = self.words[n]
        if name is not None and not (name.value.kind == "group" or (word.text.lower() in GROUPS)):
            return name.value.entity, True
        some = [self.words[i] for i in self.children(n, "nummod", "det", "amod", "advmod")]
        few = {w.text.lower() for w in some} != {"the"}
        if name is not None and word.text.lower() not in GROUPS and not few:
            # "the Greens" are one party, "Greens" and "two Greens" are some of them
            return name.value.entity, True
        if word.pos not in ("NOUN", "PROPN") or any(
            w.dep == "nummod" or w.lemma.lower() in GROUPS for w in some
        ):
            return "", False
        return (spelling(word.lemma) if spelling(word.lemma) in BALLOT else ""), False

    def party_of(self, n: int | None) -> str:
        """The party that a word names, as ``party``; empty for no word."""
        return self.party(n)[0] if n is not None else ""

    def subject_named(self) -> bool:
        """Whether a subject has a name."""
        return any(self.party(i)[1] for i in self.subjects())

    def is_text(self, n: int | None) -> bool:
        """Whether a word is something that is voted on."""
        return n is not None and self.words[n].lemma.lower() in TEXTS

    def thing(self, n: int | None) -> tuple[str, frozenset[str]]:
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
            elif word.dep == "acl" and (below := self.joined(self._under_preps(i))):
                # "calling for a referendum": what it calls for, not that it calls
                marks |= {spelling(self.words[p].lemma) for p in below}
            else:
                marks.add(spelling(word.lemma))
        return spelling(self.words[n].lemma), frozenset(marks - PLAIN)

    def _under_preps(self, n: int) -> list[int]:
        return [p for i in self.children(n, "prep") for p in self.children(i, "pobj")]

    def place(self) -> Span:
        """The predicate with its little words: "voted against", "found guilty"."""
        little = [i for i in self.children(self.at, "prep", "prt", "oprd", "acomp", "intj") if i > self.at]
        inside = [self.at, *self._denial()]
        inside += [
            i
            for i in little
            if i <= self.at + 2 and (self.words[i].dep != "prep" or self.words[i].text.lower() in _SIDES)
        ]
        if self.lemma in ("find", "plead"):
            guilt = [
                i
                for i, w in enumerate(self.words)
                if self.at < i < self.at + 8 and w.lemma.lower() in ("guilty", "innocent")
            ]
            inside += guilt[:1]
        return Span(start=self.words[min(inside)].span.start, end=self.words[max(inside)].span.end)

    def _denial(self) -> list[int]:
        """Where the words begin that deny the predicate: "failed to approve", "was not adopted"."""
        if not self.statement.negated:
            return []
        near = range(max(0, self.at - _REACH), self.at)
        return [i for i in near if self.words[i].lemma.lower() in _DENIALS or self.words[i].dep == "neg"][:1]
