"""Decides where a clause ends and another one that hangs on it begins."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.propositions import grammar
from checker.propositions.grammar import has, is_finite, is_infinitive, is_verb, lemma, loose
from checker.propositions.lexicon import (
    ABSOLUTE_PREPOSITIONS,
    ADDRESSED,
    CONDITIONAL_MARKS,
    FACTIVE_PREPOSITIONS,
    KEPT_MARKS,
    NO_ANTECEDENT,
    PREPOSITIONAL_PARTICIPLES,
    QUOTING,
    REPORTING,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal[
    "conjunct", "reported", "relative", "participle", "apposition", "subordinate", "condition", "main"
]


@dataclass(frozen=True)
class Split:
    """A clause cut off its host: its head, why, and whether its words stay in the host's text as well.

    ``detached`` is the topmost token of what leaves the host (the preposition of "despite the US voting").
    """

    head: "Token"
    kind: Kind
    detached: "Token"
    kept: bool = False
    mark: str = ""
    of_noun: bool = False
    negated: bool = False
    subject: tuple["Token", ...] = ()


@dataclass(frozen=True)
class Attribution:
    """ "according to X": the speaker's tokens and the positions of the whole phrase."""

    speaker: tuple["Token", ...]
    cue: str
    tokens: frozenset[int]


def gather(head: "Token") -> tuple[list["Token"], list[Split]]:
    """The tokens that belong to the clause of ``head``, in order, and the clauses cut off it."""
    own: list[Token] = []
    below: list[Split] = []
    kept_from: dict[int, bool] = {}

    def add(token: "Token", inside_kept: bool) -> None:
        own.append(token)
        kept_from[token.i] = inside_kept
        for child in token.children:
            # what hangs on a clause that was kept whole is found again when that clause is walked
            split = None if inside_kept else split_at(child, head)
            if split is None:
                add(child, inside_kept)
                continue
            below.append(split)
            if split.kept:
                add(child, True)

    add(head, False)
    own.sort(key=lambda t: t.i)
    _keep_time_of_short_host(head, own, below)
    return own, sorted(below, key=lambda s: s.head.i)


def _keep_time_of_short_host(head: "Token", own: list["Token"], below: list[Split]) -> None:
    """ "The comments came shortly after ..." says nothing without its time, so the clause stays in it as well."""
    if any(t.i > head.i and t.pos_ in ("NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM") for t in own):
        return
    for i, split in enumerate(below):
        if split.kind == "subordinate" and split.head.i > head.i and split.mark in _TIMES:
            first = gather(split.head)[0]
            own.extend(t for t in first if t not in own)
            own.sort(key=lambda t: t.i)
            below[i] = Split(split.head, split.kind, split.detached, True, split.mark)
            return


_TIMES = ("after", "before", "as", "when", "since", "until")


def split_at(child: "Token", head: "Token") -> Split | None:
    """Whether the subtree of ``child`` is a clause of its own below the clause of ``head``."""
    dep, parent = child.dep_, child.head
    if dep == "conj" and parent.i == head.i:
        return _conjunct(child, head)
    if dep in ("ccomp", "parataxis") and parent.i == head.i:
        return _complement(child, head)
    if dep == "relcl":
        return _relative(child)
    if dep == "acl":
        return _participle_of_noun(child)
    if dep == "advcl":
        return _adverbial(child)
    if dep == "appos":
        return _apposition(child)
    if dep == "prep" and not is_attribution(child):
        return _absolute(child)
    if dep == "dep" and is_verb(child) and has(child, "nsubj", "nsubjpass") and is_finite(child):
        return Split(child, "main", child)
    return None


def _length(token: "Token") -> int:
    return sum(1 for t in token.subtree if not t.is_punct and not t.is_space)


def _conjunct(child: "Token", head: "Token") -> Split | None:
    if not is_verb(child):
        return None
    if child.tag_ == "VBG" and head.tag_ != "VBG" and not has(child, "aux", "nsubj"):
        # "could do something in terms of trade and getting ...": hung on the wrong word
        return None
    if is_verb(head) or has(child, "nsubj", "nsubjpass") or child.tag_ in ("VBD", "VBZ"):
        return Split(child, "conjunct", child)
    return None


def _complement(child: "Token", head: "Token") -> Split | None:
    if not is_verb(child) and not has(child, "nsubj", "cop"):
        return None
    marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
    if child.dep_ == "ccomp" and (marks & {"whether", "if"} or _is_question_word_first(child)):
        return None
    if lemma(head) in REPORTING:
        if has(head, "neg") or is_infinitive(head) or any(c.tag_ == "MD" for c in grammar.auxiliaries(head)):
            return None
        if has(child, "nsubj", "nsubjpass", "expl", "csubj") or child.i < head.i:
            return Split(child, "reported", child)
        return None
    if child.dep_ == "parataxis" or (child.dep_ == "ccomp" and child.i < head.i and not marks):
        return Split(child, "main", child) if is_finite(child) else None
    return None


def _is_question_word_first(child: "Token") -> bool:
    return child.left_edge.tag_ in ("WP", "WRB", "WDT", "WP$")


def _relative(child: "Token") -> Split | None:
    if not is_verb(child) or not is_finite(child):
        return None
    noun = child.head
    if noun.lower_ in NO_ANTECEDENT or any(
        c.lower_ in ("no", "any", "every", "whatever") for c in noun.children
    ):
        return None
    if noun.pos_ not in grammar.NOMINAL:
        return None
    pronoun = grammar.relative_pronoun(child)
    subject = grammar.subject_of(child)
    if (
        (pronoun is None or pronoun.lower_ == "that")
        and subject
        and (pronoun is None or pronoun not in subject)
    ):
        marked = has(child, "mark") or (pronoun is not None and pronoun.dep_ not in ("dobj", "pobj", "attr"))
        if marked and (has(child, "dobj", "acomp", "attr", "mark") or grammar.is_passive(child)):
            # "the concern that it may weaken the alliance" is the content of a concern, not a fact
            return None
    return Split(child, "relative", child, kept=not loose(child))


def _participle_of_noun(child: "Token") -> Split | None:
    if child.tag_ not in ("VBG", "VBN", "VBD") or is_infinitive(child) or has(child, "mark"):
        return None
    if child.tag_ == "VBG" and child.lower_ in PREPOSITIONAL_PARTICIPLES:
        return None
    if child.tag_ == "VBG" and lemma(child) in QUOTING and not has(child, "dobj", "nsubj", "prep", "ccomp"):
        return Split(child, "participle", child)
    noun = child.head
    if noun.lower_ in NO_ANTECEDENT or noun.pos_ not in grammar.NOMINAL:
        return None
    if any(c.lower_ in ("no", "any", "every") for c in noun.children):
        return None
    if loose(child) and child.tag_ in ("VBN", "VBD") and has(child, "dobj") and not has(child, "agent"):
        # "killed twelve people, injured dozens": a second verb, taken for a participle
        return Split(child, "conjunct", child)
    if _length(child) < 3:
        return None
    return Split(child, "participle", child, kept=not loose(child), of_noun=True)


def _adverbial(child: "Token") -> Split | None:
    if not is_verb(child):
        return None
    marks = [c.lower_ for c in child.children if c.dep_ == "mark" or (c.dep_ == "advmod" and c.tag_ == "WRB")]
    mark = marks[0] if marks else ""
    if child.tag_ == "VBG" and lemma(child) in QUOTING and not marks and not has(child, "dobj", "nsubj", "prep", "ccomp"):
        return Split(child, "participle", child)
    if mark in KEPT_MARKS or _length(child) < 3:
        return None
    if mark == "as" and any(c.lower_ == "just" for c in (*child.children, *child.head.children)):
        return None
    if mark in CONDITIONAL_MARKS:
        return (
            Split(child, "condition", child, kept=True, mark=mark)
            if has(child, "nsubj", "nsubjpass")
            else None
        )
    if has(child, "nsubj", "nsubjpass", "expl", "csubj"):
        if is_finite(child):
            return Split(child, "subordinate", child, mark=mark)
        if child.tag_ in ("VBG", "VBN"):
            return Split(child, "subordinate", child, mark=mark)
        return None
    if is_infinitive(child):
        return None
    if child.tag_ in ("VBG", "VBN") and mark not in ("as", "until", "before"):
        return Split(child, "participle", child, mark=mark)
    return None


def _apposition(child: "Token") -> Split | None:
    noun = child.head
    if child.pos_ not in ("NOUN", "PROPN", "NUM") or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if not loose(child) or child.i < noun.i:
        return None
    if any(c.dep_ in ("conj", "cc") for c in (*child.children, *noun.children)) and not has(
        child, "det", "poss", "prep"
    ):
        return None
    if child.ent_type_ in ("DATE", "TIME", "GPE") and child.ent_type_ == noun.ent_type_:
        return None
    if child.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY") or noun.ent_type_ in ("DATE", "TIME"):
        return None
    if child.pos_ == "PROPN" and noun.pos_ == "PROPN" and not has(child, "det", "poss", "prep"):
        return None
    if child.pos_ == "NUM" and not has(child, "prep"):
        return None
    if "PROPN" not in (noun.pos_, child.pos_) and noun.dep_ not in grammar.SUBJECTS:
        # "raised concerns over the deal, a stark contrast to ...": it may go on about all that was said
        return None
    return Split(child, "apposition", child)


def _absolute(prep: "Token") -> Split | None:
    """ "despite the US voting against it", "after voting against it", parsed in one of several ways."""
    word = prep.lower_
    for child in prep.children:
        if child.dep_ == "pcomp" and child.tag_ in ("VBG", "VBN") and is_verb(child):
            if has(child, "nsubj", "nsubjpass") and word in ABSOLUTE_PREPOSITIONS:
                return Split(child, "subordinate", prep, mark=word, negated=word == "without")
            if word in FACTIVE_PREPOSITIONS and _length(child) > 1:
                return Split(child, "participle", prep, mark=word)
        if child.dep_ == "pobj" and word in ABSOLUTE_PREPOSITIONS and child.tag_ == "VBG":
            doer = [
                t
                for c in child.lefts
                if c.dep_ in ("compound", "det", "poss", "amod", "nsubj")
                for t in c.subtree
            ]
            if any(t.pos_ in ("PROPN", "NOUN", "PRON") for t in doer):
                return Split(
                    child, "subordinate", prep, mark=word, subject=tuple(sorted(doer, key=lambda t: t.i))
                )
        if child.dep_ == "pobj" and word in ABSOLUTE_PREPOSITIONS:
            named = child.pos_ in ("PROPN", "PRON")
            for verb in child.children:
                if (
                    verb.dep_ == "acl"
                    and verb.tag_ in ("VBG", "VBN")
                    and not loose(verb)
                    and (named or word in ("with", "without"))
                ):
                    return Split(verb, "participle", prep, mark=word, of_noun=True, negated=word == "without")
    return None


def is_attribution(prep: "Token") -> bool:
    """Whether the preposition is that of "according to X"."""
    return prep.lower_ == "according" and any(c.lower_ == "to" for c in prep.children)


def attribution(head: "Token") -> Attribution | None:
    """The "according to X" of the clause, if it has one."""
    for child in head.children:
        if child.dep_ == "prep" and is_attribution(child):
            for to in child.children:
                for noun in to.children:
                    if noun.dep_ == "pobj":
                        inside = frozenset(t.i for t in child.subtree)
                        return Attribution(tuple(grammar.noun_phrase(noun)), "according to", inside)
    return None


def is_bare_frame(head: "Token", tokens: tuple["Token", ...], quoting: bool) -> bool:
    """Whether a clause only introduces words that stand elsewhere: "he said on Monday", "stating:"."""
    if lemma(head) not in (QUOTING if quoting else REPORTING) or not is_verb(head):
        return False
    if not quoting and head.tag_ != "VBG":
        return False
    inside = {t.i for t in tokens}
    own = [c for c in head.children if c.i in inside]
    if lemma(head) in ADDRESSED:
        own = [c for c in own if c.dep_ != "dobj" or c.pos_ == "NUM"]
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "attr", "acomp", "advcl", "nsubjpass") for c in own):
        return False
    return all(
        c.dep_ != "prep" or c.lower_ in ("to", "on", "in", "at", "during", "after", "from") for c in own
    )


def antecedent(child: "Token") -> list["Token"]:
    """The noun phrase that a relative clause, participle or apposition belongs to, up to where that begins."""
    return grammar.noun_phrase(child.head, before=child.left_edge.i)


def participle_subject(child: "Token", host: tuple["Token", ...], of_noun: bool) -> list["Token"]:
    """Who does, or undergoes, what a participle says."""
    if of_noun:
        return antecedent(child)
    if child.tag_ == "VBN" and loose(child) and has(child, "agent", "prep"):
        # "passed a resolution, sponsored by ...": a thing just brought in is what the participle goes on about
        edge = child.left_edge.i
        for token in reversed(list(child.doc[:edge])):
            if token.dep_ in ("dobj", "pobj") and token.sent.start == child.sent.start:
                if token.dep_ == "dobj" and any(c.lower_ in ("a", "an", "another") for c in token.children):
                    return grammar.noun_phrase(token, before=edge)
    return list(host)
