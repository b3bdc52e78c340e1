"""Walks a dependency parse and cuts it into clauses, each with the subject it shares or inherits."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from checker.annotate.negation import is_negated, nor_before
from checker.propositions import antecedents, frames, grammar, splits
from checker.propositions.lexicon import FINDING, OPINION, QUOTING, REPORTING
from checker.propositions.splits import Split

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Form = Literal[
    "main", "conjunct", "subordinate", "relative", "participle", "apposition", "reported", "fragment"
]


@dataclass(frozen=True)
class Frame:
    """Who is given as the speaker: the noun phrase (empty: nobody is named) and the reporting verb."""

    speaker: tuple["Token", ...] = ()
    cue: str = ""


@dataclass(frozen=True)
class Clause:
    """A head with the tokens that are its own.

    ``subject`` are the tokens of its subject; ``restored`` says that they stand outside the clause (a shared
    subject, an antecedent). ``first`` is the clause whose auxiliaries a conjunct shares, ``host`` the
    clause it
    hangs on, ``tense`` the tense that a participle takes from there.
    """

    head: "Token"
    tokens: tuple["Token", ...]
    form: Form = "main"
    subject: tuple["Token", ...] = ()
    restored: bool = False
    first: "Clause | None" = None
    host: "Clause | None" = None
    tense: str = ""
    frame: Frame = field(default_factory=Frame)
    mark: str = ""
    conditional: bool = False
    hedged: bool = False
    antecedent: tuple["Token", ...] = ()
    negated: bool = False
    quoting: bool = False


def clauses(doc: "Doc", quoting: bool = False) -> list[Clause]:
    """The clauses of every grammatical sentence of ``doc``, in text order.

    ``quoting``: the doc is what is left of a sentence without its quotations ("he said on Monday").
    """
    found: list[Clause] = []
    for sent in doc.sents:
        found.extend(_walk(sent.root, Clause(sent.root, (), quoting=quoting)))
    return sorted(found, key=lambda c: (min(t.i for t in c.tokens), c.head.i))


def _walk(head: "Token", start: Clause) -> Iterator[Clause]:
    """The clause of ``head`` (``start`` carries what it inherits) and all that hang on it."""
    head = grammar.content_head(head)
    own, below = splits.gather(head)
    frame = start.frame
    attributed = frames.attribution(head)
    if attributed:
        frame = Frame(attributed.speaker, attributed.cue)
        own = [t for t in own if t.i not in attributed.tokens]
    own_subject = grammar.subject_of(head)
    relative = grammar.relative_pronoun(head) if start.form == "relative" else None
    subject, restored = tuple(own_subject), False
    if start.form == "relative" and relative is not None and own_subject and relative in own_subject:
        if relative.lower_ == "whose":
            subject = tuple(own_subject)
        else:
            subject, restored = start.antecedent, True
    elif not subject and start.subject and not grammar.has(head, "expl"):
        inside = {t.i for t in own}
        subject, restored = start.subject, any(t.i not in inside for t in start.subject)
    if not subject and start.quoting and grammar.lemma(head) in QUOTING:
        subject = tuple(grammar.inverted_subject(head))
    below, subject = _run_on_report(head, below, subject)
    below = _told_beside(head, below, own, subject)
    if (teller := _teller(below)) is not None and not frame.speaker:
        frame = Frame(tuple(grammar.subject_of(teller.head)), grammar.lemma(teller.head))
        below = [s for s in below if s is not teller]
    own = _without_link(_without_begun(own, head, below), head, start.form)
    clause = replace(
        start,
        head=head,
        tokens=tuple(own),
        subject=subject,
        restored=restored,
        frame=frame,
        tense=grammar.tense_of(head) or (start.first.tense if start.first else "") or start.tense,
        form="reported" if (attributed or teller is not None) and start.form == "main" else start.form,
        conditional=start.conditional or any(s.kind == "condition" for s in below),
    )
    reporting = [s for s in below if s.kind == "reported"]
    if clause.tokens and not (reporting or frames.is_bare_frame(clause.head, clause.tokens, clause.quoting)):
        yield clause
    for split in below:
        yield from _below(split, clause)


def _without_link(own: list["Token"], head: "Token", form: str) -> list["Token"]:
    """Without the conjunction in front, and the adverb before it: "shortly after", "and", "that", "when"."""
    links = [
        t
        for t in own
        if t.head.i == head.i
        and (
            t.dep_ in ("mark", "cc", "preconj") or (form in ("subordinate", "participle") and t.tag_ == "WRB")
        )
    ]
    if form == "main" and head.dep_ == "ROOT":
        # no conjunction opens a sentence of its own: "now that distinction is hers"
        links = [t for t in links if t.dep_ != "mark" or t.lower_ != "that"]
    drop: set[int] = set()
    positions = {t.i for t in own}
    for link in links:
        opens = all(t.pos_ in ("ADV", "PUNCT", "CCONJ", "SCONJ", "SPACE") for t in own if t.i < link.i)
        # a conjunction whose second part was cut off stands before a gap
        if opens or (link.dep_ != "mark" and link.i + 1 not in positions):
            drop.add(link.i)
    for link in links:
        if link.dep_ == "mark" and link.i in drop and form == "subordinate":
            drop |= {
                t.i
                for t in own
                if t.i < link.i and t.pos_ in ("ADV", "PUNCT") and t.head.i in (head.i, link.i)
            }
    return [t for t in own if t.i not in drop]


def _without_begun(own: list["Token"], head: "Token", below: list[Split]) -> list["Token"]:
    """ "fought troops and, at times, robbed villages": what stands between the "and" and the second verb is of that."""
    seconds = [s.head.left_edge.i for s in below if s.kind == "conjunct" and s.head.head.i == head.i]
    for link in [t for t in own if t.lower_ in ("and", "but", "or") and t.head.i == head.i and t.i > head.i]:
        second = min((i for i in seconds if i > link.i), default=-1)
        between = [t for t in own if link.i < t.i < second]
        set_off = len(between) > 2 and between[0].text == "," and between[-1].text == ","
        if set_off and all(t.is_punct for t in own if t.i > second):
            own = [t for t in own if t.i < link.i or t.i > second]
    return own


def _run_on_report(
    head: "Token", below: list[Split], subject: tuple["Token", ...]
) -> tuple[list[Split], tuple["Token", ...]]:
    """ "X upends policy, says he will talk": what stands before the subjectless "says" is told, not said."""
    before = [s for s in below if s.kind == "reported" and s.head.i < head.i and grammar.subject_of(s.head)]
    after = [s for s in below if s.kind == "reported" and s.head.i > head.i]
    if not before or not after:
        return below, subject
    told = replace(before[-1], kind="main")
    below = [told if s is before[-1] else s for s in below]
    return below, subject or tuple(grammar.subject_of(told.head))


def _told_beside(
    head: "Token", below: list[Split], own: list["Token"], subject: tuple["Token", ...]
) -> list[Split]:
    """ "The judge wrote in her ruling, the plan was lawful": what stands beside a verb of saying is what is said."""
    if (
        grammar.lemma(head) not in REPORTING | FINDING
        or not subject
        or any(s.kind == "reported" for s in below)
    ):
        return below
    inside = {t.i for t in own}
    if any(c.i in inside and c.dep_ in _SAID_THINGS for c in head.children):
        return below
    beside = [s for s in below if s.kind == "main" and s.head.dep_ in ("ccomp", "parataxis")]
    if len(beside) != 1 or not grammar.subject_of(beside[0].head):
        return below
    return [replace(s, kind="reported") if s is beside[0] else s for s in below]


def _teller(below: list[Split]) -> Split | None:
    """The bare verb of saying among what hangs on a clause: "The plan, the judge wrote, was lawful"."""
    found = [
        s
        for s in below
        if s.kind == "main"
        and s.head.dep_ in ("ccomp", "parataxis")
        and grammar.lemma(s.head) in (REPORTING | FINDING) - _AGREEING
        and grammar.subject_of(s.head)
        and not grammar.has(s.head, *_SAID_THINGS)
        and all(t.text != ";" for t in s.head.subtree)
    ]
    return found[0] if len(found) == 1 else None


# said of what somebody else said or did, so that a bare one may stand beside anything
_AGREEING = frozenset({"agree", "rule", "signal", "speculate", "joke", "fear", "count", "recount"})
_SAID_THINGS = ("dobj", "ccomp", "xcomp", "attr", "acomp", "prt", "neg", "agent", "nsubjpass")


def _below(split: Split, host: Clause) -> Iterator[Clause]:
    """The clauses of a subtree that was cut off ``host``."""
    child, kind = split.head, split.kind
    if split.kept and kind in ("relative", "participle") and _unreal(child, host):
        return
    inherits = Clause(child, (), frame=host.frame, tense=host.tense, host=host, quoting=host.quoting)
    if kind == "conjunct":
        shared = host.first or host
        reported = host.form if host.form == "reported" else "conjunct"
        mark = any(c.dep_ == "mark" for c in child.children)
        own = grammar.subject_of(child)
        if _speaks_on(child, host) and not own:
            yield from _walk(
                child, Clause(child, (), form="conjunct", subject=host.frame.speaker, tense="past")
            )
            return
        if host.form == "relative" and grammar.relative_pronoun(child) is not None and own:
            yield from _walk(child, replace(inherits, form="relative", antecedent=host.antecedent, host=None))
            return
        lacks_passive = (
            child.tag_ in ("VBN", "VBD")
            and grammar.has(shared.head, "auxpass")
            and not grammar.has(child, "aux", "auxpass", "dobj")
        )
        yield from _walk(
            child,
            replace(
                inherits,
                form=reported,
                subject=host.subject,
                first=None if mark or (own and not lacks_passive) else shared,
                antecedent=host.antecedent,
                conditional=host.conditional and host.mark != "",
                mark=host.mark,
                # "nor has it shown that, and we deny it": who begins anew says it by himself
                negated=bool(nor_before(child)) or (host.negated and not own),
            ),
        )
    elif kind == "reported":
        first_person = {t.lower_ for t in host.subject} & {"i", "we"}
        if first_person and grammar.lemma(host.head) in OPINION:
            yield from _walk(child, replace(inherits, form=host.form, hedged=True))
            return
        passive = grammar.is_passive(host.head)
        speaker = () if passive or {t.lower_ for t in host.subject} <= {"it", "there"} else host.subject
        frame = Frame(speaker, grammar.lemma(host.head))
        yield from _walk(child, replace(inherits, form="reported", frame=frame, hedged=passive))
    elif kind == "relative":
        antecedent = tuple(antecedents.antecedent(child))
        yield from _walk(child, replace(inherits, form="relative", antecedent=antecedent, host=None))
    elif kind == "participle" and _speaks_on(child, host):
        yield from _walk(
            child, Clause(child, (), form="participle", subject=host.frame.speaker, tense="past")
        )
    elif kind == "participle":
        subject = tuple(antecedents.participle_subject(child, _doer(child, host), split.of_noun))
        if (
            not split.of_noun
            and {t.lower_ for t in subject} <= {"it", "there"}
            and grammar.has(host.head, "acomp")
        ):
            subject = ()  # "listening to him, it is easy to think": nobody is named
        if subject:
            yield from _walk(
                child, replace(inherits, form="participle", subject=subject, negated=split.negated)
            )
        else:
            yield from _walk(child, replace(inherits, form="fragment"))
    elif kind == "apposition":
        words, deeper_splits = splits.gather(child)
        owner = tuple(antecedents.antecedent(child))
        one_of_several = child.lower_ == "one" and grammar.is_plural(owner)
        if words and owner and not one_of_several:
            yield replace(inherits, tokens=tuple(words), form="apposition", subject=owner, restored=True)
        for deeper in deeper_splits:
            yield from _below(deeper, host)
    else:  # a finite clause of its own: subordinate, condition, or run on
        form: Form = "main" if kind == "main" else "subordinate"
        yield from _walk(
            child,
            replace(
                inherits,
                form=form,
                mark=split.mark,
                conditional=kind == "condition",
                subject=split.subject or (host.subject if kind != "main" else ()),
                negated=split.negated,
            ),
        )


def _unreal(child: "Token", host: Clause) -> bool:
    """ "failed to agree on a statement condemning the war": no statement did condemn it."""
    indefinite = any(c.lower_ in ("a", "an") for c in child.head.children)
    heads = (host.head, *(c for c in host.head.children if c.dep_ == "xcomp"))
    return indefinite and any(is_negated(head) for head in heads)


def _doer(child: "Token", host: Clause) -> tuple["Token", ...]:
    """ "The minister's remarks, made while visiting Rome": who visited is the minister."""
    timed = any(c.lower_ in ("when", "while") for c in child.children) or grammar.lemma(child) in (
        "ask",
        "press",
    )
    if host.subject and (timed or (child.tag_ == "VBG" and grammar.is_passive(host.head))):
        for token in host.subject:
            if token.dep_ == "poss" and token.head in host.subject:
                return tuple(t for t in token.subtree if t.dep_ != "case")
    return host.subject


def _speaks_on(child: "Token", host: Clause) -> bool:
    """ "said it was unlawful, adding that ...": the speaker goes on, whatever the parser hung it on."""
    return (
        host.form == "reported"
        and bool(host.frame.speaker)
        and grammar.lemma(child) in REPORTING
        and child.tag_ in ("VBG", "VBD")
    )
