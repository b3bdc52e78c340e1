"""Makes a Statement of a clause: predicate, arguments in roles, negation, tense, speaker."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from checker.annotate.negation import is_hedged, is_negated, modality_of
from checker.models.language import Argument, Statement
from checker.models.text import Span
from checker.propositions import grammar
from checker.propositions.clauses import Clause
from checker.propositions.lexicon import INTENDING, NEGATIVE_IMPLICATIVE, SEEMING, TRANSPARENT
from checker.propositions.views import View
from checker.propositions.wording import (
    join,
    named,
    needs_finite_verb,
    participle_tense,
    render,
    shares_passive,
    trimmed,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_MERGED = TRANSPARENT | INTENDING | NEGATIVE_IMPLICATIVE | SEEMING
_MERGED_ADJECTIVES = frozenset(
    [
        "able",
        "unable",
        "likely",
        "unlikely",
        "ready",
        "set",
        "due",
        "willing",
        "unwilling",
        "bound",
        "poised",
        "certain",
        "sure",
        "prepared",
        "expected",
    ]
)
_EXPECTED = frozenset(
    [
        "expect",
        "schedule",
        "set",
        "plan",
        "intend",
        "suppose",
        "prepare",
        "force",
        "require",
        "oblige",
        "allow",
        "permit",
        "authorize",
        "authorise",
        "say",
        "report",
        "believe",
        "think",
        "allege",
    ]
)


_PARTICLES = frozenset({"down", "up", "out", "off", "aside", "away"})


class Names:
    """The entity keys and full names of the name mentions, by place in the document."""

    def __init__(self, entries: Sequence[tuple[Span, str, str, bool, bool]]) -> None:
        """``entries``: span, entity, full name, pronoun, adjective; of one sentence."""
        self._entries = sorted(entries, key=lambda e: (e[0].start, -e[0].end))

    def entity(self, view: View, token: "Token") -> str:
        """The entity of the name that covers the token, or an empty string."""
        at = view.starts[token.i]
        for span, entity, _full, _pronoun, adjective in self._entries:
            if span.start <= at < span.end and not adjective:
                return entity
        return ""

    def full(self, view: View, token: "Token") -> str:
        """The full name that the pronoun stands for, or an empty string."""
        at = view.starts[token.i]
        for span, _entity, full, pronoun, _adjective in self._entries:
            if pronoun and span.start == at and span.end == view.ends[token.i]:
                return full
        return ""


def meaning_head(head: "Token") -> "Token":
    """The verb that carries the meaning: "refused to sign" and "is likely to sign" give "sign"."""
    seen = {head.i}
    while True:
        below = _infinitive_below(head)
        if below is None or below.i in seen:
            return head
        seen.add(below.i)
        head = below


def _infinitive_below(head: "Token") -> "Token | None":
    adjectives = (
        [c for c in head.children if c.dep_ in ("acomp", "oprd")] if grammar.lemma(head) == "be" else []
    )
    for governor in (head, *adjectives):
        for child in governor.children:
            if (
                child.dep_ != "xcomp"
                or not grammar.is_verb(child)
                or grammar.has(child, "nsubj", "nsubjpass")
            ):
                continue
            if not (grammar.is_infinitive(child) or child.tag_ == "VBG") or grammar.has(governor, "dobj"):
                continue
            word = grammar.lemma(governor)
            if governor is head and grammar.has(head, "acomp", "attr", "expl"):
                continue
            merged = word in _MERGED or (grammar.is_passive(governor) and word in _EXPECTED)
            if (governor is head and merged) or (
                governor is not head and governor.lower_ in _MERGED_ADJECTIVES
            ):
                return child
    return None


def predicate_of(head: "Token", view: View) -> tuple[str, "Token"]:
    """The predicate and its word: "sign", "carry_out", after a copula "be_ally", "be_constructive"."""
    word = view.lemma(head)
    if not grammar.is_verb(head):
        kind = kind_noun(head)
        return f"be_{view.lemma(kind)}", kind
    if word == "be":
        for child in head.children:
            if child.dep_ in ("acomp", "attr", "oprd"):
                kind = kind_noun(child)
                return f"be_{view.lemma(kind)}", kind
    for child in head.children:
        # the parser hangs a particle as an adverb as often as not
        # "will stay on": nothing that it is on
        alone = child.lower_ == "on" and child.dep_ in ("advmod", "prep") and not list(child.children)
        next_to_it = child.i == head.i + 1 and (
            alone or (child.dep_ == "advmod" and child.lower_ in _PARTICLES)
        )
        if child.dep_ == "prt" or next_to_it:
            word += f"_{child.lower_}"
    return word, head


def kind_noun(noun: "Token") -> "Token":
    """ "one of the closest allies": the noun that says what it is."""
    if noun.lower_ in ("one", "some", "part", "most", "many", "all", "two", "three", "member"):
        for child in noun.children:
            if child.lower_ == "of":
                return next((c for c in child.children if c.dep_ == "pobj"), noun)
    return noun


def _argument(role: str, noun: "Token", view: View, names: Names, tokens: Sequence["Token"] = ()) -> Argument:
    phrase = list(tokens) or grammar.noun_phrase(noun)
    return Argument(
        role=role,
        text=trimmed(join(phrase, view)),
        head=names.entity(view, noun) or view.lemma(noun),
        span=view.span(phrase),
    )


def head_of(tokens: Sequence["Token"]) -> "Token":
    """The word of a phrase on which the others hang."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i == t.i or t.head.i not in inside), tokens[0])


def arguments_of(clause: Clause, view: View, names: Names) -> tuple[Argument, ...]:
    """Subject, objects, agent, complements and prepositional phrases, those of merged verbs included."""
    found: list[Argument] = []
    if clause.subject:
        found.append(_argument("subject", head_of(clause.subject), view, names, clause.subject))
    if clause.form == "apposition" or not grammar.is_verb(clause.head):
        return (
            (*found, _argument("complement", clause.head, view, names, clause.tokens))
            if clause.form == "apposition"
            else tuple(found)
        )
    allowed = {t.i for t in clause.tokens}
    meaning = meaning_head(clause.head)
    for verb in dict.fromkeys((clause.head, meaning)):
        for child in verb.children:
            if child.i not in allowed or child.i == meaning.i:
                continue
            dep = child.dep_
            if dep == "dobj" and child.tag_ not in ("WDT", "WP"):
                found.append(_argument("object", child, view, names))
            elif dep == "dative" and child.pos_ != "ADP":
                found.append(_argument("indirect", child, view, names))
            elif dep in ("acomp", "attr", "oprd", "xcomp", "ccomp"):
                found.append(_argument("complement", child, view, names))
            elif dep in ("prep", "agent", "dative"):
                for noun in child.children:
                    if noun.dep_ in ("pobj", "pcomp") and noun.tag_ not in ("WDT", "WP"):
                        role = {"agent": "agent", "dative": "indirect"}.get(dep, f"prep:{child.lower_}")
                        found.append(_argument(role, noun, view, names))
    if clause.form == "relative" and clause.antecedent and not clause.restored:
        pronoun = grammar.relative_pronoun(clause.head)
        if (pronoun is None and not any(a.role == "object" for a in found)) or (
            pronoun is not None and pronoun.dep_ == "dobj"
        ):
            found.append(_argument("object", head_of(clause.antecedent), view, names, clause.antecedent))
        elif pronoun is not None and pronoun.head.dep_ == "prep":
            role = f"prep:{pronoun.head.lower_}"
            found.append(_argument(role, head_of(clause.antecedent), view, names, clause.antecedent))
    unique = {(a.role, a.span.start, a.span.end): a for a in found}
    return tuple(unique.values())


def _speaker(clause: Clause, view: View, names: Names) -> str:
    if not clause.frame.speaker:
        return ""
    return (
        names.entity(view, head_of(clause.frame.speaker)) or trimmed(join(clause.frame.speaker, view)).lower()
    )


def _nor(head: "Token") -> bool:
    """ "neither armed nor known", "did not say when, nor did he ...": two negations that do not cancel."""
    near = [c for c in head.children if c.dep_ in ("acomp", "attr", "dobj", "cc", "preconj", "neg")]
    words = {t.lower_ for c in near for t in (c, *c.children)}
    return "nor" in words and bool(words & {"neither", "not", "n't", "n’t"})


def _negated(clause: Clause, meaning: "Token") -> bool:
    if _nor(meaning) or _nor(clause.head):
        return True
    if clause.form == "main" and meaning.dep_ == "ccomp":
        # "X signed; Y refused": read as what was refused, but it stands beside it
        return any(c.dep_ == "neg" for c in meaning.children)
    negated = is_negated(meaning)
    if clause.negated and not negated:
        return True
    if clause.first is not None and needs_finite_verb(clause) and not grammar.auxiliaries(clause.head):
        shared = any(c.dep_ == "neg" for c in clause.first.head.children) and grammar.auxiliaries(
            clause.first.head
        )
        return negated or (bool(shared) and is_negated(clause.first.head))
    return negated


def _passive(clause: Clause, meaning: "Token") -> bool:
    if meaning.i != clause.head.i:
        return grammar.has(meaning, "auxpass")
    if grammar.has(clause.head, "dobj") and any(
        a.lower_ in ("'s", "’s") for a in grammar.auxiliaries(clause.head)
    ):
        return False  # "he's signed the bill" is taken for "he is signed"
    if clause.form == "participle" or clause.first is not None:
        first = clause.first
        if first is not None and first.form != "participle":
            return grammar.has(clause.head, "auxpass", "nsubjpass") or (shares_passive(clause))
        return clause.head.tag_ == "VBN" and not any(
            a.lower_ == "having" for a in grammar.auxiliaries(clause.head)
        )
    return grammar.is_passive(clause.head)


def statement(
    clause: Clause, view: View, names: Names, sentence: int, span: Span, full: Callable[["Token"], str]
) -> Statement:
    """The statement of a clause; ``span`` is its place, the index is given by the caller afterwards."""
    head = clause.head
    verbal = grammar.is_verb(head)
    text = render(clause, view, full)
    base = {"index": 0, "sentence": sentence, "span": span, "text": text}
    speaker = _speaker(clause, view, names) or view.piece.speaker
    cue = clause.frame.cue or view.piece.cue
    form = "reported" if view.piece.quoted and clause.form == "main" else clause.form
    if clause.form == "apposition":
        return Statement(
            **base,
            subject=_subject(clause, view, full),
            predicate=f"be_{view.lemma(kind_noun(head))}",
            predicate_span=view.span([kind_noun(head)]),
            arguments=arguments_of(clause, view, names),
            tense="present",
            speaker=speaker,
            cue=cue,
            quoted=view.piece.quoted,
            form="apposition",
        )
    if not verbal and not clause.subject:
        return Statement(**base, speaker=speaker, cue=cue, quoted=view.piece.quoted, form="fragment")
    meaning = meaning_head(head)
    predicate, word = predicate_of(meaning, view)
    tense = participle_tense(clause) if _converted(clause) else clause.tense
    modality = modality_of(meaning) or (modality_of(clause.first.head) if clause.first is not None else "")
    if grammar.is_infinitive(head) and clause.form in ("main", "reported") and clause.subject:
        # a headline's "Minister to visit Rome"
        tense, modality = "future", modality or "future"
    return Statement(
        **base,
        subject=_subject(clause, view, full),
        predicate=predicate,
        predicate_span=view.span([word]),
        arguments=arguments_of(clause, view, names),
        negated=_negated(clause, meaning),
        modality="conditional" if clause.conditional and modality in ("", "future", "possible") else modality,
        hedged=clause.hedged or is_hedged(meaning),
        tense=tense,
        passive=_passive(clause, meaning),
        speaker=speaker,
        cue=cue,
        quoted=view.piece.quoted,
        form=form,
    )


def _converted(clause: Clause) -> bool:
    return needs_finite_verb(clause) and (clause.first is None or clause.first.form == "participle")


def _subject(clause: Clause, view: View, full: Callable[["Token"], str]) -> str:
    return trimmed(join(named(clause, view, full), view)) if clause.subject else ""
