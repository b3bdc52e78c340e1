"""What an article has to put in another's place: its names, figures, objects and details; verbs of all articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from edits import NAMES
from lexicon import WORDS
from rewording import tidy
from spacy.tokens import Doc, Span, Token

LISTS = {key: set(value.split()) for key, value in WORDS["slips"].items()}


@dataclass
class Stock:
    """Words of one article, or of all, that a slip may put in."""

    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    figures: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    objects: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, docs: Iterable[Doc]) -> Stock:
        """What some sentences offer."""
        stock = cls()
        for doc in docs:
            for ent in doc.ents:
                name = re.sub(r"^[Tt]he |['’]s$", "", ent.text)
                if ent.label_ in NAMES and 2 < len(name) < 30 and re.fullmatch(r"[A-Z][A-Za-z.'’ -]+", name):
                    stock.names[ent.label_].append(name)
                elif ent.label_ in {"CARDINAL", "MONEY", "PERCENT", "QUANTITY"}:
                    stock.figures[ent.label_] += [t.text for t in ent if t.text[0].isdigit()]
            stock.objects += [part.text for part in map(object_of, doc) if part is not None]
            stock.details += [text for text in map(ending, doc) if text]
        for pool in (stock.names, stock.figures):
            for key in pool:
                pool[key] = sorted(set(pool[key]))
        return stock


@dataclass
class Verbs:
    """Verbs of the articles: the past form of a lemma, and what takes a person or a thing as its object."""

    past: dict[str, str]
    objects: dict[str, list[str]]

    @classmethod
    def of(cls, docs: Iterable[Doc]) -> Verbs:
        """The forms seen most often; only verbs common enough to be no slip of the parser."""
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        takes: dict[str, Counter[str]] = defaultdict(Counter)
        for doc in docs:
            for token in doc:
                if token.tag_ != "VBD" or not token.text.islower() or token.text[0] in "'’":
                    continue
                seen[token.lemma_][token.text] += 1
                thing = object_of(token)
                if thing is not None and token.lemma_ not in LISTS["light"]:
                    takes["PERSON" if thing.root.ent_type_ == "PERSON" else "thing"][token.text] += 1
        return cls(
            {lemma: forms.most_common(1)[0][0] for lemma, forms in seen.items() if sum(forms.values()) > 1},
            {key: [verb for verb, n in sorted(count.items()) if n > 3] for key, count in takes.items()},
        )


def span_of(token: Token) -> Span:
    """A word with all that hangs on it."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def doc_after(part: Span) -> Token | None:
    """The token that follows, if any."""
    return part.doc[part.end] if part.end < len(part.doc) else None


def _hyphened(token: Token) -> bool:
    return "-" in token.doc.text[max(0, token.idx - 1) : token.idx + len(token) + 1]


def object_of(verb: Token) -> Span | None:
    """The full noun phrase that is a past verb's direct object, if it is short and has no clause in it."""
    if verb.tag_ not in {"VBD", "VBN", "VBZ"} or _hyphened(verb):
        return None
    found = [c for c in verb.children if c.dep_ == "dobj"]
    if len(found) != 1 or found[0].pos_ not in {"NOUN", "PROPN"} or found[0].i < verb.i:
        return None
    part = span_of(found[0])
    fine = all(t.dep_ not in {"relcl", "acl", "conj", "appos", "neg"} and not t.is_punct for t in part)
    fine = fine and not any(t.pos_ == "PRON" and t.dep_ != "poss" for t in part)
    return part if fine and 2 <= len(part) <= 9 and not any(c.dep_ == "prt" for c in verb.children) else None


def ending(token: Token) -> str:
    """A place, time, manner or reason told at the end of a main clause; empty where the word begins none."""
    if token.dep_ not in {"prep", "advcl"} or token.head.dep_ != "ROOT" or token.i < token.head.i:
        return ""
    part = span_of(token)
    first = part[0].lower_
    if first not in (LISTS["circumstance"] if token.dep_ == "prep" else LISTS["clause"]):
        return ""
    after = doc_after(part)
    if after is not None and not (after.is_punct or after.pos_ in {"ADP", "SCONJ", "CCONJ"}):
        return ""
    if not 3 <= len(part) <= 12 or any(t.is_quote or t.text in "():;—–" for t in part):
        return ""
    if token.dep_ == "prep" and any(t.pos_ in {"PRON", "VERB"} for t in part):
        return ""
    if token.dep_ == "advcl" and not any(t.dep_ in {"nsubj", "nsubjpass"} for t in token.children):
        return ""
    return tidy(part.text)
