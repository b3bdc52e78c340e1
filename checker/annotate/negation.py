"""Negation, modality and hedging of one clause, read from spaCy's dependency parse.

``head`` is always the word that carries the clause: its verb, or the predicate noun or adjective. A clause is
what hangs on the head without another finite clause in between, so that "He said it was not true" is not
negated at "said" but is at "was".
"""

from typing import TYPE_CHECKING, Literal

from checker.annotate.data import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

Modality = Literal["", "possible", "necessary", "intended", "future", "conditional", "asked"]

NEGATORS = words("not n't n’t never neither nor hardly scarcely barely nowhere")
NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
_PAUSES = frozenset({",", ";", "-", "--", "–", "—"})
NEGATIVE_PRONOUNS = frozenset({"nobody", "none", "nothing", "neither", "no-one", "noone"})
# verbs that say their complement is not so
NEGATIVE_VERBS = words("fail refuse decline deny avoid refrain cease neglect forget stop prevent")
# of these the complement is a noun phrase or a gerund as often as an infinitive
NEGATIVE_NOUNS = words("lack absence failure refusal denial")
WITHOUT = frozenset({"without", "instead", "lest"})
# "not only ... but also", "not just": the words assert, they do not deny
_ASSERTIVE_AFTER = words("only just merely simply least")

_POSSIBLE = words("may might could can ca")
_NECESSARY = words("must should ought shall need")
_FUTURE = words("will wo 'll ’ll gonna")
_INTENDED_VERBS = words(
    "plan want intend agree aim hope seek wish propose vow pledge promise offer prepare try attempt "
    "threaten  decide resolve mean expect urge ask call order demand invite encourage tell advise request "
    "instruct"
)
_INTENDED_NOUNS = words("plan decision intention promise pledge proposal bid effort attempt offer call vow")
# verbs whose complement is only said, thought or likely to be so
_HEDGING_VERBS = words("say believe think report allege suspect expect rumour rumor claim suppose presume")
_SEEMING = words("seem appear tend")
_HEDGING_WORDS = words(
    "reportedly allegedly apparently supposedly purportedly seemingly presumably probably possibly "
    "perhaps  maybe likely unlikely potentially ostensibly conceivably arguably"
)
_IF_WORDS = words("if unless whether provided providing assuming")
_TRUE = frozenset({"true", "correct", "certain"})
_FALSE = frozenset({"false", "untrue", "incorrect"})
# "I do not think that it is" says that it is not
_RAISING = words("think believe expect suppose")
_CLAUSE_DEPS = words("ROOT ccomp xcomp advcl acl relcl parataxis csubj csubjpass pcomp")


def is_negated(head: "Token") -> bool:
    """Whether the clause of ``head`` is negated; an even number is none ("did not deny going")."""
    count = sum(1 for _ in _negations(head))
    return count % 2 == 1


def modality_of(head: "Token") -> Modality:
    """The modality of the clause of ``head``, as in ``Statement.modality``; empty for a plain fact."""
    modals = _auxiliaries(head)
    if _is_asked(head):
        return "asked"
    if _is_conditional(head):
        return "conditional"
    for modal in modals:
        if modal in _FUTURE or modal == "going":
            return "future"
        if modal == "would":
            return "conditional" if _has_condition(head) else "future"
        if modal in _POSSIBLE:
            return "possible"
        if modal in _NECESSARY or modal == "have":
            return "necessary"
    return _governed_modality(head)


def is_hedged(head: "Token") -> bool:
    """Whether the clause is told with reserve: allegedly, is said to, seems to, is likely to, may have."""
    if any(c.lower_ in _HEDGING_WORDS for c in _modifiers(head)):
        return True
    modals = _auxiliaries(head)
    if any(m in _POSSIBLE - {"can", "ca", "could"} for m in modals):
        return True
    if "could" in modals and any(c.lemma_ == "have" and c.dep_ == "aux" for c in head.children):
        return True
    governor = _governor(head)
    if governor is None:
        return False
    if governor.lemma_ in _SEEMING or governor.lower_ in {
        "likely",
        "unlikely",
        "alleged",
        "rumoured",
        "rumored",
    }:
        return True
    return governor.lemma_ in _HEDGING_VERBS and _is_passive(governor)


def _negations(head: "Token") -> "Iterator[Token]":
    """The words that negate the clause of ``head``, each once."""
    seen: set[int] = set()
    for token in _candidates(head):
        if token.i not in seen:
            seen.add(token.i)
            yield token


def _candidates(head: "Token") -> "Iterator[Token]":
    for child in (
        *head.children,
        *(c for a in head.children if a.dep_ in {"aux", "auxpass"} for c in a.children),
    ):
        if _contrasts(child, head):
            continue
        if _negates(child):
            yield child
        elif child.dep_ in {"nsubj", "nsubjpass", "dobj", "obj", "attr", "expl", "dative", "oprd"}:
            yield from _negative_phrase(child)
        elif child.dep_ in {"prep", "agent"}:
            # "under no circumstances", "in no way", "by none of the states"
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from _negative_phrase(noun)
        elif child.dep_ == "acomp":
            yield from (c for c in child.children if _negates(c))
    yield from _negative_phrase(head) if head.pos_ in {"NOUN", "PROPN", "PRON"} else ()
    yield from _outer(head)
    yield from _denied_clause(head)


def _contrasts(token: "Token", head: "Token") -> bool:
    """ "on skills, not issues": behind a comma or a dash after the predicate it denies what follows it alone."""
    if token.lower_ not in ("not", "never") or token.i <= head.i + 1:
        return False
    before = token.nbor(-1)
    return before.text in _PAUSES or (
        token.lower_ == "not" and before.lower_ in ("but", "and") and before.nbor(-1).is_punct
    )


def _negates(token: "Token") -> bool:
    if token.lower_ not in NEGATORS:
        return bool(token.lower_ == "longer" and token.i > 0 and token.nbor(-1).lower_ == "no")
    if token.lower_ == "nor" and token.i > token.head.i:
        # it negates the verb after it
        return False
    following = str(token.nbor(1).lower_) if token.i + 1 < len(token.doc) else ""
    return following not in _ASSERTIVE_AFTER and token.dep_ in {
        "neg",
        "advmod",
        "preconj",
        "cc",
        "intj",
        "aux",
        "dep",
    }


def _negative_phrase(noun: "Token") -> "Iterator[Token]":
    """ "no state", "none of them", "nobody", "not one state", "neither side"."""
    if noun.lower_ in NEGATIVE_PRONOUNS:
        # "none other than", "nothing but" say that it is so
        but = noun.lower_ == "nothing" and any(c.lower_ in {"but", "less"} for c in noun.children)
        if not but and noun.doc[noun.i : noun.i + 2].text.lower() != "none other":
            yield noun
        return
    for child in noun.children:
        if child.lower_ in NEGATIVE_DETERMINERS and child.dep_ in {"det", "advmod", "neg"}:
            if noun.lower_ not in {"doubt", "wonder", "matter", "way", "longer"} or noun.dep_ == "pobj":
                yield child
        elif child.dep_ == "neg" or (child.dep_ == "preconj" and child.lower_ == "neither"):
            # "the coach, not the players": behind the noun it denies what follows it
            if child.lower_ in NEGATORS and (child.dep_ != "neg" or child.i < noun.i):
                yield child
        elif child.dep_ == "nummod" and child.i > 0 and child.nbor(-1).lower_ == "not":
            yield child.nbor(-1)
        elif child.dep_ == "compound" and child.i < noun.i:
            # "no tsunami warning": the parser may hang the "no" on the first noun
            yield from (c for c in child.children if c.lower_ in NEGATIVE_DETERMINERS and c.dep_ == "det")


def _outer(head: "Token") -> "Iterator[Token]":
    """Negation from the word that governs the clause: failed to, without -ing, lack of, did not want to."""
    governor = _governor(head)
    if head.dep_ in {"pcomp", "pobj"} and head.head.lower_ in WITHOUT:
        yield head.head
    if head.dep_ == "pcomp" and head.head.lower_ == "from" and head.head.head.lemma_ in NEGATIVE_VERBS:
        # prevented from going, refrained from going
        yield head.head.head
    if governor is None or governor.i == head.i:
        return
    if governor.lemma_ in NEGATIVE_VERBS and not (governor.lemma_ in {"stop", "forget"} and _has_to(head)):
        yield governor
        if governor.pos_ in {"VERB", "AUX"}:
            yield from (c for c in governor.children if _negates(c))
            yield from (t for c in governor.children if c.dep_ == "nsubj" for t in _negative_phrase(c))
    elif governor.lemma_ in NEGATIVE_NOUNS:
        yield governor
    elif (
        head.dep_ == "xcomp"
        and governor.pos_ in {"VERB", "AUX", "ADJ"}
        and governor.lemma_ not in {"say", "tell"}
    ):
        # "did not want to go", "is not expected to pass": what is not wanted is not so either
        yield from (c for c in governor.children if _negates(c))
    if governor.lower_ == "unlikely" or (governor.lower_ in {"unable", "unwilling"}):
        yield governor


def _denied_clause(head: "Token") -> "Iterator[Token]":
    """What says of the clause that it is not so: it is not true that, I do not think that, have yet to."""
    above = head.head
    if head.dep_ in {"ccomp", "csubj", "acl"}:
        if above.lower_ in _FALSE or any(c.dep_ == "acomp" and c.lower_ in _FALSE for c in above.children):
            yield above
        true = above.lower_ in _TRUE or any(c.dep_ == "acomp" and c.lower_ in _TRUE for c in above.children)
        if true or above.lemma_ in _RAISING:
            clause = above.head if above.dep_ == "acomp" else above
            yield from (c for c in clause.children if _negates(c))
    if head.dep_ == "xcomp" and above.lemma_ == "have" and any(c.lower_ == "yet" for c in above.children):
        yield above
    if head.dep_ == "pcomp" and head.i > 1 and above.lower_ in {"of", "than"}:
        before = head.doc[above.i - 1]
        if before.lower_ in {"instead", "rather"}:
            yield before
    yield from nor_before(head)
    yield from (
        c for c in head.children if c.lower_ == "neither" and c.dep_ not in {"nsubj", "det", "preconj"}
    )


def nor_before(head: "Token") -> "list[Token]":
    """The "nor" that joins a clause to the one before; it reaches no further than the next "and"."""
    links = [c for c in head.head.children if c.dep_ == "cc" and head.head.i < c.i < head.i]
    nearest = [c for c in links if c.lower_ != "or"][-1:]
    return [c for c in nearest if c.lower_ == "nor" and head.dep_ == "conj"]


def _governor(head: "Token") -> "Token | None":
    """The verb, adjective or noun whose complement the clause of ``head`` is, coordination seen through."""
    token = head
    while token.dep_ == "conj" and token.head.pos_ == token.pos_ and not _has_subject(token):
        token = token.head
    if token.dep_ in {"xcomp", "ccomp", "acl", "oprd"}:
        if token.dep_ == "acl" and not _has_to(token):
            return None
        if token.dep_ == "ccomp" and token.head.lemma_ not in NEGATIVE_VERBS and not _has_to(token):
            return None
        return token.head
    if token.dep_ == "pcomp" and token.head.dep_ == "prep" and token.head.head.lemma_ in NEGATIVE_NOUNS:
        return token.head.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in {"lack", "absence"}:
        return token.head.head
    return None


def _has_subject(token: "Token") -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in token.children)


def _has_to(token: "Token") -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def _is_passive(token: "Token") -> bool:
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children) or (
        token.tag_ == "VBN" and not any(c.dep_ in {"aux", "nsubj"} for c in token.children)
    )


def _auxiliaries(head: "Token") -> list[str]:
    """Modal auxiliaries of the clause, those a conjunct shares with the first verb included."""
    token = head
    found = _own_modals(token)
    while not found and token.dep_ == "conj" and not _has_subject(token) and token.tag_ in {"VB", "VBN"}:
        token = token.head
        found = _own_modals(token)
    if not found and head.dep_ == "xcomp":
        governor = head.head
        if governor.lower_ == "going" and _has_to(head) and any(c.dep_ == "aux" for c in governor.children):
            found = ["going"]
        elif any(c.lower_ == "yet" for c in governor.children):
            found = []
        elif governor.lemma_ == "have" and _has_to(head) and governor.pos_ in {"VERB", "AUX"}:
            found = ["have"]
    return found


def _own_modals(token: "Token") -> list[str]:
    return [
        c.lower_
        for c in token.children
        if c.dep_ in {"aux", "auxpass"} and (c.tag_ == "MD" or c.lower_ in {"ought", "gonna"})
    ]


def _modifiers(head: "Token") -> "Iterator[Token]":
    """Adverbs of the clause, its auxiliaries' included."""
    for child in head.children:
        if child.dep_ in {"advmod", "npadvmod", "amod", "acomp"}:
            yield child
        elif child.dep_ in {"aux", "auxpass", "attr"}:
            yield from (c for c in child.children if c.dep_ in {"advmod", "amod"})


def _is_asked(head: "Token") -> bool:
    """Whether the clause is a question, direct or by 'whether' and a wh-word after ask."""
    token = head
    while token.dep_ == "conj":
        token = token.head
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in token.children):
        return True
    if token.dep_ == "ccomp" and token.head.lemma_ in {"ask", "wonder", "question", "inquire", "enquire"}:
        return any(c.lower_ in _WH or c.lower_ == "if" for c in token.children)
    if token.dep_ not in {"ROOT", "ccomp", "parataxis"}:
        return False
    # the question mark must close this very clause
    for later in token.doc[token.i :]:
        if later.text == "?":
            return all(_closest_clause(t).i >= token.left_edge.i for t in (later,)) and _looks_asked(token)
        if later.text in {".", "!", ";"} and later.dep_ == "punct":
            return False
    return False


_WH = words("who what when where why how which whom whose")


def _looks_asked(token: "Token") -> bool:
    """Subject after the auxiliary, a wh-word, or no subject before: "Did he go?", "Why go?"."""
    first = next((t for t in token.subtree if not t.is_punct and not t.is_space), token)
    if any(t.lower_ in _WH for t in token.subtree if t.i <= token.i + 1):
        return True
    return first.pos_ in {"AUX"} or first.tag_ == "MD" or first.lemma_ in {"do", "be", "have"}


def _closest_clause(token: "Token") -> "Token":
    while token.dep_ not in _CLAUSE_DEPS and token.head.i != token.i:
        token = token.head
    return token


def _is_conditional(head: "Token") -> bool:
    token = head
    while token.dep_ == "conj" and not any(c.dep_ == "mark" for c in token.children):
        token = token.head
    if any(c.dep_ == "mark" and c.lower_ in _IF_WORDS - {"whether"} for c in token.children):
        # "if" after ask or wonder is a question, which was seen before
        return True
    return (
        any(c.dep_ == "mark" and c.lower_ == "in" for c in token.children)
        and "in case" in token.doc.text.lower()
    )


def _has_condition(head: "Token") -> bool:
    return any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in _IF_WORDS for m in c.children)
        for c in head.children
    )


def _governed_modality(head: "Token") -> Modality:
    """Modality that an infinitive takes from its governor: plans to go, is expected to go, is able to go."""
    governor = _governor(head)
    if governor is None or not (_has_to(head) or head.dep_ == "xcomp" or head.dep_ == "conj"):
        return ""
    if head.dep_ == "conj" and not _has_to(head):
        # "agreed to meet and sign": the second verb shares the first one's "to"
        head = head.head
    lemma, lower = governor.lemma_, governor.lower_
    if lower in {"likely", "unlikely", "set", "due", "bound", "scheduled", "poised"} or (
        lemma in {"expect", "schedule", "forecast", "predict"} and _is_passive(governor)
    ):
        return "future"
    if lower in {"able", "unable", "free"}:
        return "possible"
    if lemma in {"require", "need", "oblige", "force", "compel"} and (
        lemma == "need" or _is_passive(governor)
    ):
        return "" if lemma in {"force", "compel"} else "necessary"
    if lemma in _INTENDED_VERBS and _has_to(head):
        return "intended"
    if lower in {"ready", "willing", "eager", "keen", "determined", "unwilling", "prepared"}:
        return "intended"
    if lemma in _INTENDED_NOUNS:
        return "intended"
    return ""
