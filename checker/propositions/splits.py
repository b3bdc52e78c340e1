"""Decides where a clause ends and another one that hangs on it begins."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.propositions import antecedents, frames, grammar
from checker.propositions.grammar import has, is_finite, is_infinitive, is_verb, lemma, loose
from checker.propositions.lexicon import (
    ABSOLUTE_PREPOSITIONS,
    CONDITIONAL_MARKS,
    EVENT_NOUNS,
    FACTIVE_PREPOSITIONS,
    GIVING,
    KEPT_MARKS,
    NO_ANTECEDENT,
    OPINION,
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
    """ "The comments came shortly after ..." says nothing without its time: the clause stays in it."""
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
    if dep == "prep" and not frames.is_attribution(child):
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
        nor = head.dep_ == "conj" and any(c.lower_ == "nor" for c in head.head.children)
        if (
            nor
            or has(head, "neg")
            or is_infinitive(head)
            or any(c.tag_ == "MD" for c in grammar.auxiliaries(head))
        ):
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
        whole = has(child, "dobj", "acomp", "attr") or grammar.is_passive(child)
        if has(child, "mark") or (marked and whole):
            # "the concern that it may weaken the alliance" is the content of a concern, not a fact
            return None
    thought = lemma(child) in OPINION or (lemma(child) in REPORTING and has(child, "ccomp"))
    if thought and (pronoun is None or pronoun not in subject):
        # "a man who they believe set the fire" is what they believe
        return None
    found = antecedents.antecedent(child)
    inside = {t.i for t in found}
    if any(t.lower_ in ("no", "any", "every", "whatever") and t.head.i in inside for t in found):
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
    if (
        child.tag_ == "VBG"
        and lemma(child) in QUOTING
        and not marks
        and not has(child, "dobj", "nsubj", "prep", "ccomp")
    ):
        return Split(child, "participle", child)
    if child.left_edge.tag_ in ("WP", "WDT", "WP$"):
        return None
    if child.tag_ == "VBN" and lemma(child) in REPORTING and has(child, "agent") and child.i > child.head.i:
        # "..., first reported by the paper": all of it was reported
        return None
    if frames.reports_as(child):
        return None
    if mark in KEPT_MARKS or _length(child) < 3:
        return None
    if mark == "as" and any(c.lower_ == "just" for c in (*child.children, *child.head.children)):
        return None
    # "once the bill fails" is to come, "once the bill had failed" was so
    if mark in CONDITIONAL_MARKS or (mark == "once" and child.tag_ in ("VBZ", "VBP")):
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
        if (
            child.tag_ == "VBN"
            and has(child, "dobj")
            and not has(child, "aux")
            and lemma(child) not in GIVING
            and not loose(child)
        ):
            # "that she smiled too much, earned too much": a past tense that was taken for a participle
            return None
        # "blasted releases questioning their motives" may be said of the noun: the words stay with it
        after_noun = child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].pos_ in ("NOUN", "PROPN")
        return Split(
            child, "participle", child, kept=after_noun and not mark and child.i > child.head.i, mark=mark
        )
    return None


def _apposition(child: "Token") -> Split | None:
    noun = child.head
    if child.pos_ not in ("NOUN", "PROPN", "NUM") or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if not loose(child) or child.i < noun.i or child.doc[child.left_edge.i - 1].text == ";":
        return None
    inside = {t.i for t in noun.subtree}
    if any(i not in inside and not child.doc[i].is_punct for i in range(noun.i, child.left_edge.i)):
        return None
    if any(c.dep_ in ("conj", "cc") for c in (*child.children, *noun.children)) and not has(
        child, "det", "poss", "prep"
    ):
        return None
    if has(child, "conj") and not grammar.is_plural(grammar.noun_phrase(noun, before=child.left_edge.i)):
        # "the president, his lawyers or his staff" is a list
        return None
    if child.ent_type_ in ("DATE", "TIME", "GPE") and child.ent_type_ == noun.ent_type_:
        return None
    if child.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY") or noun.ent_type_ in ("DATE", "TIME"):
        return None
    if child.pos_ == "PROPN" and noun.pos_ == "PROPN" and not has(child, "det", "poss", "prep"):
        return None
    if child.pos_ == "NUM" and not has(child, "prep"):
        return None
    if lemma(child) in EVENT_NOUNS and noun.dep_ not in grammar.SUBJECTS:
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
            # "passed despite the UK voting": the parser may hang the doer beside the verb
            if not doer and child.nbor(-1).head == prep and child.nbor(-1).dep_ == "pobj":
                doer = list(child.nbor(-1).subtree)
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
                    and (
                        named or word in ("with", "without") or (word == "despite" and verb.i == child.i + 1)
                    )
                ):
                    return Split(verb, "participle", prep, mark=word, of_noun=True, negated=word == "without")
    return None
