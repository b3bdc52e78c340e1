"""Writes a clause as a sentence that can stand alone: subject put back, participles made finite."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from checker.propositions import grammar
from checker.propositions.clauses import Clause
from checker.propositions.inflection import finite
from checker.propositions.lexicon import INTENDING
from checker.propositions.soundness import own_words
from checker.propositions.views import View

if TYPE_CHECKING:
    from spacy.tokens import Token

Part = "Token | str"
_DASHES = ("—", "–", "--", "-")
_TRIM = ' \t\r\n,;:—–-.…"“”«»'


def join(parts: Sequence["Token | str"], view: View) -> str:
    """Tokens and words as running text, spaced as in the document where the tokens were neighbours."""
    text = ""
    last: Token | str = ""
    for part in _without_gap_commas(parts):
        word = part if isinstance(part, str) else view.word(part)
        if text and not isinstance(part, str) and part.is_sent_start and not _keeps_capital(part, word):
            word = word[:1].lower() + word[1:]
        if not isinstance(last, str) and not isinstance(part, str) and part.i == last.i + 1:
            text += "" if not last.whitespace_ else " "
        elif text:
            text += " "
        text += word
        last = part
    text = re.sub(r"\s+", " ", re.sub(r"\(\s*\)", " ", text))
    text = re.sub(r"\s+([,.;:!?’”)]|n't|n’t|'s\b|’s\b)", r"\1", text)
    text = re.sub(r"([,;:—–])(?:\s*[,;:])+", r"\1", text)
    return _paired(text).strip()


def _paired(text: str) -> str:
    """Without a bracket or a quotation mark whose other half was cut away."""
    for opening, closing in ("()", "[]", "“”", '""'):
        if opening == closing:
            lonely = text.count(opening) % 2 == 1
        else:
            lonely = text.count(opening) != text.count(closing)
        if lonely and text.count(opening) + text.count(closing) == 1:
            text = text.replace(opening, "").replace(closing, "")
    return text


def _keeps_capital(token: "Token", word: str) -> bool:
    edited = word.lower() != token.text.lower()
    return edited or token.pos_ == "PROPN" or word == "I" or not word.istitle() or bool(token.ent_type_)


def _without_gap_commas(parts: Sequence["Token | str"]) -> list["Token | str"]:
    """Commas and dashes around words that were taken out go with them."""
    result: list[Token | str] = []
    for part in parts:
        if not isinstance(part, str) and part.is_space:
            continue
        last = result[-1] if result else ""
        if (
            not isinstance(last, str)
            and not isinstance(part, str)
            and not all(t.is_space for t in part.doc[last.i + 1 : part.i])
        ):
            if last.text == "," and not (_opened(result[:-1]) and part.text != ","):
                result.pop()
            if part.text == "," and not _opened(result):
                continue
            if last.text in _DASHES and part.text in _DASHES:
                result.pop()
                continue
        result.append(part)
    return result


def _opened(parts: Sequence["Token | str"]) -> bool:
    """ "Karl Moe, 67": whether the parts end in an age that a comma set off, and that one is to close."""
    age, comma = parts[-1:], parts[-2:-1]
    if not age or not comma or isinstance(age[0], str) or isinstance(comma[0], str):
        return False
    return (
        age[0].like_num
        and age[0].dep_ in ("appos", "nummod")
        and comma[0].text == ","
        and age[0].i == comma[0].i + 1
    )


def trimmed(text: str) -> str:
    """Without punctuation and conjunctions at the edges; a question mark or abbreviation's dot stays."""
    result = re.sub(r"^(?:and|but|or|nor|yet)\b[,\s]+", "", text.strip(_TRIM), flags=re.IGNORECASE).strip(
        _TRIM
    )
    result = re.sub(r"[,\s]+(?:and|but|or|nor)(?: also)?$", "", result)
    if (
        re.search(r"\b(?:[A-Z]\.)+[A-Z]$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|[ap]\.m)$", result)
        and result + "." in text
    ):
        result += "."
    return result or text.strip()


def render(clause: Clause, view: View, name: Callable[["Token"], str]) -> str:
    """The stand-alone text. ``name`` gives the full name a pronoun stands for, or an empty string."""
    subject = named(clause, view, name)
    whole = own_words(clause)
    tokens = [t for t in whole or clause.tokens if not _not_only(t)]
    parts: list[Token | str]
    if clause.restored and whole and {t.i for t in clause.subject} <= {t.i for t in whole}:
        parts = [*tokens]
    elif clause.form == "apposition":
        verb = "are" if grammar.is_plural(clause.subject) else "is"
        parts = [*subject, verb, *tokens]
    elif clause.form == "relative":
        parts = _relative(clause, tokens, subject)
    elif needs_finite_verb(clause):
        parts = _finite(clause, tokens, subject)
    elif clause.restored:
        rest = _unled(tokens)
        parts = [*subject, *(_full_verb(t) for t in rest[:1]), *rest[1:]]
    else:
        parts = _with_name(clause, tokens, subject)
    return trimmed(join(_do_so(parts, clause), view))


def named(clause: Clause, view: View, name: Callable[["Token"], str]) -> list["Token | str"]:
    """The subject, a pronoun replaced by the name or the noun phrase it stands for where that is known."""
    subject = clause.subject
    if clause.form == "relative" and clause.antecedent and any(t.lower_ == "whose" for t in subject):
        at = next(i for i, t in enumerate(subject) if t.lower_ == "whose")
        return [*subject[:at], *clause.antecedent, "'s", *subject[at + 1 :]]
    if len(subject) == 1 and subject[0].tag_ == "PRP" and (full := name(subject[0])):
        return [full]
    return list(subject)


def _full_verb(token: "Token") -> "Token | str":
    """ "she'll", "he's": after a name the verb is written out; the other tokens as they are."""
    if token.text[:1] not in ("'", "’") or token.pos_ not in grammar.VERBAL:
        return token
    ending = token.lower_[1:]
    if ending == "s":
        return "has" if token.dep_ == "aux" and token.head.tag_ == "VBN" else "is"
    if ending == "d":
        return "had" if token.head.tag_ == "VBN" else "would"
    return {"ll": "will", "re": "are", "ve": "have", "m": "am"}.get(ending, token)


def needs_finite_verb(clause: Clause) -> bool:
    """Whether the verb of the clause must be put into another form to stand alone."""
    head = clause.head
    if not clause.subject or not grammar.is_verb(head):
        return False
    if shares_passive(clause) or _mistagged(clause):
        return True
    if grammar.is_finite(head):
        return False
    if clause.form == "subordinate" and head.tag_ == "VBN" and grammar.has(head, "mark", "prt", "dobj"):
        # "as thousands filed in": a past tense that was taken for a participle
        return False
    if clause.form in ("participle", "subordinate"):
        return head.tag_ in ("VBG", "VBN") or bool(grammar.auxiliaries(head))
    return clause.first is not None and (
        head.tag_ != "VB" or clause.first.form == "participle" or bool(grammar.auxiliaries(clause.first.head))
    )


def _mistagged(clause: Clause) -> bool:
    """ "young people often called dreamers": a participle of a noun, tagged as a past tense."""
    head = clause.head
    return (
        clause.form == "participle"
        and head.dep_ == "acl"
        and head.tag_ == "VBD"
        and not grammar.has(head, "aux")
    )


def shares_passive(clause: Clause) -> bool:
    """ "was convicted and sentenced": tagged as an active past, but it shares the passive auxiliary."""
    head, first = clause.head, clause.first
    return (
        first is not None
        and grammar.has(first.head, "auxpass")
        and head.tag_ in ("VBN", "VBD")
        and not grammar.has(head, "aux", "auxpass", "dobj")
        and not (grammar.has(head, "xcomp") and grammar.lemma(head) in INTENDING)
    )


def _with_name(
    clause: Clause, tokens: Sequence["Token"], subject: Sequence["Token | str"]
) -> list["Token | str"]:
    aux = grammar.auxiliaries(clause.head)
    nor = [c for c in clause.head.children if c.lower_ in ("nor", "neither") and aux and c.i < aux[0].i]
    if (clause.negated or nor) and aux and clause.subject and aux[0].i < clause.subject[0].i:
        # "nor did he name her": he did not name her
        inside = {t.i for t in (*aux, *clause.subject, *nor)}
        return [*subject, *aux, "not", *_unled([t for t in tokens if t.i not in inside])]
    if not any(isinstance(part, str) for part in subject):
        return list(tokens)
    own = {t.i for t in clause.subject}
    result: list[Token | str] = []
    for token in tokens:
        if token.i in own:
            if token.i == min(own):
                result.extend(subject)
        else:
            result.append(_full_verb(token) if token.i == max(own) + 1 else token)
    return result


def _unled(tokens: Sequence["Token"]) -> list["Token"]:
    """Without conjunctions and punctuation in front."""
    kept = list(tokens)
    while kept and (kept[0].is_punct or kept[0].dep_ in ("cc", "mark") or kept[0].is_space):
        kept.pop(0)
    return kept


def _finite(
    clause: Clause, tokens: Sequence["Token"], subject: Sequence["Token | str"]
) -> list["Token | str"]:
    """Subject, auxiliaries, what stands before the verb, the verb, the rest."""
    head = clause.head
    own = {t.i for t in clause.subject}
    group = {t.i for t in head.children if t.dep_ in ("aux", "auxpass", "neg", "mark")} | {head.i}
    rest = [t for t in tokens if t.i not in group and (clause.restored or t.i not in own)]
    before = _unled([t for t in rest if t.i < head.i])
    after = [t for t in rest if t.i > head.i]
    aux, verb = verb_group(clause)
    if any(t.is_punct for t in before) or len(before) > 3:
        # a long phrase in front goes before the subject, as it stood
        return [*before, *subject, *aux, verb, *after]
    return [*subject, *aux, *before, verb, *after]


def verb_group(clause: Clause) -> tuple[list["Token | str"], "Token | str"]:
    """The auxiliaries and the verb of a clause that has no finite verb of its own."""
    head, first = clause.head, clause.first
    if first is not None and first.form != "participle" and grammar.is_finite(first.head):
        shared = [c for c in first.head.children if c.dep_ in ("aux", "auxpass", "neg") and not _not_only(c)]
        if (
            shared
            and (head.tag_ != "VBD" or shares_passive(clause))
            and head.tag_ in ("VB", "VBN", "VBG", "VBD", "VBP")
        ):
            return [*shared], head
        if head.tag_ == "VBN":
            return [], head
    plural = grammar.is_plural(clause.subject)
    tense = participle_tense(clause)
    base = grammar.lemma(head)
    words = [a.lower_ for a in grammar.auxiliaries(head)]
    negated = clause.negated or grammar.has(head, "neg")
    no: list[Token | str] = ["not"] if negated else []
    if "having" in words:
        been: list[Token | str] = ["been"] if "been" in words else []
        return ["had", *no, *been], head
    if head.tag_ == "VBN" or "being" in words or _mistagged(clause):
        return [finite("be", tense, plural), *no], head
    if base == "be":
        return [finite("be", tense, plural)], "not" if negated else ""
    if negated:
        return [finite("do", tense, plural) if tense != "future" else "will", "not"], base
    return [], finite(base, tense, plural)


def participle_tense(clause: Clause) -> str:
    """The tense a participle takes: that of its host; what a noun has undergone is past."""
    if clause.head.dep_ == "acl" or (clause.first is not None and clause.first.head.dep_ == "acl"):
        if clause.head.tag_ in ("VBN", "VBD"):
            return "past"
        return "present" if clause.tense == "future" else clause.tense or "present"
    return clause.tense or "past"


def _relative(
    clause: Clause, tokens: Sequence["Token"], subject: Sequence["Token | str"]
) -> list["Token | str"]:
    head = clause.head
    pronoun = grammar.relative_pronoun(head)
    if pronoun is not None and not any(t.i == pronoun.i for t in tokens):
        pronoun = None
    rest = [t for t in tokens if pronoun is None or t.i != pronoun.i]
    antecedent = list(clause.antecedent)
    if clause.restored:
        inside = {t.i for t in subject if not isinstance(t, str)}
        return [*subject, *(t for t in rest if t.i not in inside)]
    if pronoun is not None and pronoun.lower_ == "whose":
        inside = {t.i for t in clause.subject}
        if pronoun.i in inside:
            return [*subject, *(t for t in rest if t.i not in inside)]
        return _with_string(rest, pronoun.i, [*antecedent, "'s"])
    if pronoun is not None and pronoun.head.dep_ == "prep":
        phrase = [t for t in rest if t.i == pronoun.head.i]
        others = [t for t in rest if t.i != pronoun.head.i]
        return [*_unled(others), *phrase, *antecedent]
    if pronoun is not None and pronoun.tag_ == "WRB":
        placed = pronoun.lower_ == "where" and not grammar.loose(head)
        return [*rest, *(["in", *antecedent] if placed else [])]
    open_prepositions = [t for t in rest if t.dep_ == "prep" and not list(t.children) and t.i > head.i]
    if open_prepositions:
        at = open_prepositions[0].i
    else:
        verbs = [
            t
            for t in (head, *head.subtree)
            if t.dep_ in ("xcomp", "ccomp") and t.i > head.i and not grammar.has(t, "dobj", "acomp", "attr")
        ]
        at = max([head.i, *(c.i for c in head.children if c.dep_ == "prt"), *(v.i for v in verbs)])
        if pronoun is not None and pronoun.dep_ == "dobj" and grammar.is_verb(pronoun.head):
            at = pronoun.head.i
        if grammar.has(head, "dobj", "attr", "acomp") and (
            pronoun is None or pronoun.dep_ not in ("dobj", "attr")
        ):
            return list(rest)
    return _with_string(rest, at, antecedent, after=True)


def _with_string(
    tokens: Sequence["Token"], at: int, words: Sequence["Token | str"], after: bool = False
) -> list["Token | str"]:
    """``words`` put in at (or after) the token position ``at``."""
    result: list[Token | str] = []
    done = False
    for token in tokens:
        if not done and token.i >= at and not (after and token.i == at):
            result.extend(words)
            done = True
        result.append(token)
    return result if done else [*result, *words]


def _not_only(token: "Token") -> bool:
    """ "not only", "not just" and "but also" assert; they are left away."""
    doc = token.doc
    if token.lower_ == "not" and token.i + 1 < len(doc):
        return doc[token.i + 1].lower_ in _ONLY and _verb_follows(token)
    if token.lower_ in _ONLY and token.i > 0:
        return bool(doc[token.i - 1].lower_ == "not") and _verb_follows(doc[token.i - 1])
    return False


_ONLY = ("only", "just", "merely", "simply")


def _verb_follows(token: "Token") -> bool:
    return any(t.pos_ in grammar.VERBAL for t in token.doc[token.i + 2 : token.i + 4])


def _do_so(parts: Sequence["Token | str"], clause: Clause) -> list["Token | str"]:
    """ "to do so" becomes what it stands for: the verb phrase that the clause continues or hangs on."""
    result: list[Token | str] = []
    skip = False
    for here, following in zip(parts, [*parts[1:], ""], strict=True):
        if skip:
            skip = False
            continue
        if (
            not isinstance(here, str)
            and not isinstance(following, str)
            and grammar.lemma(here) == "do"
            and following.lower_ == "so"
            and following.i == here.i + 1
            and (phrase := _verb_phrase(clause, here))
        ):
            result.extend(phrase)
            skip = True
        else:
            result.append(here)
    return result


def _verb_phrase(clause: Clause, do: "Token") -> list["Token | str"]:
    first = clause.first or clause.host
    if first is None or not grammar.is_verb(first.head) or grammar.lemma(first.head) in ("do", "be", "have"):
        return []
    head = first.head
    base = grammar.lemma(head)
    if do.tag_ == "VBD":
        base = finite(base, "past", False)
    elif do.tag_ == "VBZ":
        base = finite(base, "present", False)
    return [
        base,
        *(t for t in first.tokens if t.i > head.i and not (t.i >= do.left_edge.i and t.i >= clause.head.i)),
    ]
