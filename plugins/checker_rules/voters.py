"""Voters that are told by their members, and by names that no list has: "all 11 deputies of the League"."""

from checker.rules.alignment import spelling
from checker_rules.clause import Clause
from checker_rules.stance_words import BALLOT, DECIDE_TOGETHER, GROUPS

_MEMBERS = frozenset(
    "member deputy lawmaker senator legislator councillor councilor representative delegate mp "
    "parliamentarian mep".split()
)
# of some of them only, or of none
_PART = frozenset("some most many several few half no two-thirds none rebel dissident other another".split())


class Voters(Clause):
    """A clause whose voters may be told by all the members of a party."""

    def party(self, n: int) -> tuple[str, bool]:
        """Entity key or lemma as for any clause; all the members of a named party are the party."""
        found = super().party(n)
        if found[0]:
            return found
        name = self.name(n)
        if name is not None and not name.value.pronoun and name.text[:1].isupper():
            said = {self.words[i].text.lower() for i in self.children(n, "det", "predet", "amod", "advmod")}
            if said in ({"all"}, {"all", "the"}):
                # "all 14 Liberals"
                return name.value.entity, True
        whole = self._whole(n)
        if whole is not None:
            return super().party(whole)
        return found

    def voter(self, n: int) -> tuple[str, bool]:
        """``party``, and names that the annotators did not see or took for those of a group."""
        found = self.party(n)
        if found[0]:
            return found
        name = self.name(n)
        below = self.children(n, "det", "amod", "nummod", "advmod")
        if name is not None and name.value.kind == "group" and not name.text.endswith("s") and not below:
            # what has no plural is one
            return name.value.entity, True
        unlisted = self._unlisted(n)
        return unlisted, bool(unlisted)

    def _whole(self, n: int) -> int | None:
        """Whose members all do it: "all 11 deputies of the League", "the League's 11 deputies"."""
        if self.words[n].lemma.lower() not in _MEMBERS:
            return None
        below = self.children(n, "det", "predet", "nummod", "amod", "advmod", "quantmod", "poss")
        said = {self.words[i].text.lower() for i in below}
        counted = any(self.words[i].dep == "nummod" for i in below)
        if said & _PART or any(self.words[i].dep == "amod" for i in below):
            return None
        owners = [i for i in below if self.words[i].dep == "poss"]
        if "all" in said or "both" in said or "the" in said:
            owners += [
                p
                for i in self.children(n, "prep")
                if self.words[i].lemma == "of"
                for p in self.children(i, "pobj")
            ]
            owners += self.children(n, "compound", "nmod")
        elif not (owners and counted):
            return None
        for owner in owners:
            name = self.name(owner)
            if name is not None and not name.value.pronoun and super().party(owner)[1]:
                return owner
        return None

    def _unlisted(self, n: int) -> str:
        """A name that the annotators did not see: a noun with a capital, in the singular, without an article."""
        word = self.words[n]
        if word.pos not in ("NOUN", "PROPN") or not word.text[:1].isupper() or self.name(n) is not None:
            return ""
        low = word.text.lower()
        plural = low.endswith("s") and not low.endswith("ss")
        if plural or low != word.lemma.lower() or word.lemma.lower() in GROUPS | BALLOT | DECIDE_TOGETHER:
            return ""
        bare = {"amod", "compound", "det", "poss", "nummod"}
        if n == 0 and any(self.words[i].dep in bare for i in self.children(n)):
            return ""
        # a common noun stands somewhere with a small letter
        elsewhere = any(w.text == low for w in self.statement.document.account.words)
        return "" if elsewhere or spelling(low) in BALLOT else low

    def workers(self, n: int | None) -> bool:
        """Whether a word is of those who decide by a ballot among themselves, all of them: "the dockers"."""
        if n is None or self.words[n].lemma.lower() not in DECIDE_TOGETHER or self.name(n) is not None:
            return False
        some = {self.words[i].text.lower() for i in self.children(n, "nummod", "det", "amod", "advmod")}
        return not some & _PART and not self.children(n, "nummod")

    def owned(self, n: int) -> frozenset[str]:
        """The names around a noun that say of which place or company it is: workers "at the Reed plant"."""
        inside, todo = set[int](), [n]
        while todo:
            below = self.children(todo.pop(), "prep", "pobj", "compound", "poss", "nmod")
            todo += [i for i in below if i not in inside]
            inside |= {*below}
        return frozenset(
            w.text.lower()
            for w in (self.words[i] for i in inside)
            if w.text[:1].isupper() and w.text.isalpha()
        )

    def content(self, n: int | None) -> frozenset[str]:
        """The nouns and names of all that is said of what was decided: a motion "to hold a vote on the port"."""
        if n is None:
            return frozenset()
        inside, todo = set[int](), [n]
        while todo:
            below = [i for i in self.children(todo.pop()) if i not in inside and i != self.at]
            inside |= {*below}
            todo += below
        nouns = {i for i in inside if self.words[i].pos in ("NOUN", "PROPN") and not self._dated(i)}
        return frozenset(spelling(self.words[i].lemma) for i in nouns)

    def _dated(self, i: int) -> bool:
        return any(d.span.overlaps(self.words[i].span) for d in self.statement.sentence.dates)
