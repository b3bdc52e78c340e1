"""Sentences that follow from a sentence: clauses of it, shorter forms, passives, other words for the same."""

from __future__ import annotations

import random
import re
from collections.abc import Collection

from lexicon import NUMBER_WORDS, NUMBERS, SYNONYMS
from spacy.tokens import Doc, Token

CONDITIONS = {
    "if",
    "unless",
    "until",
    "without",
    "whether",
    "except",
    "lest",
    "till",
    "when",
    "once",
    "before",
    "like",
}
DROPPED = {"relcl", "appos", "advcl", "acl", "npadvmod", "parataxis"}
SAYING = {
    "say",
    "tell",
    "add",
    "claim",
    "argue",
    "announce",
    "report",
    "state",
    "note",
    "warn",
    "write",
    "insist",
    "declare",
}
BE_PAST = {"NNS": "were", "NNPS": "were"}


def _phrase(token: Token, without: set[int] | None = None) -> str:
    skip = without or set()
    return tidy("".join(t.text_with_ws for t in token.subtree if t.i not in skip))


def tidy(text: str) -> str:
    """Repair what a cut leaves: doubled commas, spaces before marks, stray ends."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r",(\s*,)+", ",", text)
    text = re.sub(r",\s*([.!?])", r"\1", text)
    text = re.sub(r"([(\"“])\s+", r"\1", text)
    return text.strip(" ,;:-–—")


def sentence(text: str) -> str:
    """First letter large, full stop at the end."""
    text = tidy(text)
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in '.!?"”' else text + "."


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}


def safe(token: Token) -> bool:
    """No condition, negation or quantifier makes the part count the other way."""
    words = {t.lower_ for t in token.head.children} | {t.lower_ for t in token.subtree}
    heads = {t.lower_ for t in token.head.subtree if t.i < token.i}
    bad = {
        "no",
        "every",
        "all",
        "any",
        "few",
        "only",
        "not",
        "n't",
        "never",
        "each",
        "most",
        "nobody",
        "fewer",
    }
    return not (words & CONDITIONS) and not (heads & bad)


def cuts(doc: Doc, rng: random.Random) -> list[str]:
    """The sentence without one or more of its side clauses."""
    places = [t for t in doc if t.dep_ in DROPPED and safe(t) and len(_subtree(t)) >= 2]
    places += [
        t
        for t in doc
        if t.dep_ == "prep"
        and t.head.dep_ == "ROOT"
        and t.i > t.head.i
        and len(_subtree(t)) >= 3
        and safe(t)
        and t.head.pos_ == "VERB"
        and t.lower_ in {"in", "on", "at", "during", "after", "by", "for", "with", "from"}
        and any(c.dep_ in {"dobj", "ccomp", "xcomp", "prep"} and c.i < t.i for c in t.head.children)
    ]
    out = []
    for count in (1, 2, 3):
        if len(places) >= count:
            gone = set().union(*(_subtree(t) for t in rng.sample(places, count)))
            text = "".join(t.text_with_ws for t in doc if t.i not in gone)
            if (
                text.count('"') % 2 == 0
                and text.count("“") == text.count("”")
                and text.count("(") == text.count(")")
            ):
                out.append(sentence(text))
    return out


def clauses(doc: Doc) -> list[str]:
    """What is told in passing, as sentences: appositions, relative clauses, one of two joined predicates."""
    out = []
    for token in doc:
        head = token.head
        if (
            token.dep_ == "appos"
            and head.pos_ == "PROPN"
            and head.ent_type_ == "PERSON"
            and token.pos_ == "NOUN"
        ):
            name = next((e.text for e in doc.ents if e.start <= head.i < e.end), head.text)
            if any(c.dep_ == "det" for c in token.children):
                out.append(f"{name} is {_phrase(token)}.")
        elif (
            token.dep_ == "relcl"
            and head.ent_type_ in {"PERSON", "ORG", "GPE"}
            and token.tag_ in {"VBD", "VBZ"}
        ):
            subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if subject is not None and subject.lower_ in {"who", "which"}:
                name = next((e.text for e in doc.ents if e.start <= head.i < e.end), head.text)
                out.append(sentence(f"{name} {_phrase(token, {subject.i})}"))
        elif (
            token.dep_ == "conj" and head.dep_ == "ROOT" and token.pos_ == "VERB" and token.tag_ == head.tag_
        ):
            subject = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
            if (
                subject is not None
                and subject.i < head.i
                and not any(c.dep_ in {"aux", "auxpass", "neg"} for c in head.children)
            ):
                second = _phrase(token)
                out.append(sentence(second if own else f"{_phrase(subject)} {second}"))
                rest = _subtree(token) | {
                    c.i for c in head.children if c.dep_ in {"cc", "punct"} and c.i < token.i and c.i > head.i
                }
                out.append(sentence(_phrase(head, rest)))
    return out


def moved_attribution(doc: Doc) -> list[str]:
    """``P, X said`` as ``X said P`` or ``According to X, P``; a quotation keeps its marks."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or root.lemma_ not in SAYING:
        return []
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    content = next((c for c in root.children if c.dep_ == "ccomp"), None)
    if subject is None or content is None or content.i > root.i or len(_subtree(subject)) > 10:
        return []
    who, what = _phrase(subject), _phrase(content)
    if what.count('"') % 2 or what.count("“") != what.count("”") or len(what.split()) < 4:
        return []
    if '"' in doc.text or "“" in doc.text:
        return [] if '"' in what or "“" in what else [sentence(f'{who} {root.text}, "{what}"')]
    low = what[0].lower() + what[1:] if not content.doc[min(_subtree(content))].ent_type_ else what
    return [sentence(f"{who} {root.text} that {low}"), sentence(f"According to {who}, {low}")]


def passives(doc: Doc) -> list[str]:
    """``A praised B`` as ``B was praised by A`` for regular verbs and full nouns."""
    out = []
    for verb in doc:
        if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or not verb.text.endswith("ed"):
            continue
        kinds = {c.dep_: c for c in verb.children}
        subject, target = kinds.get("nsubj"), kinds.get("dobj")
        if subject is None or target is None or {"aux", "neg", "prt", "conj", "dative"} & set(kinds):
            continue
        if (
            subject.pos_ == "PRON"
            or target.pos_ == "PRON"
            or subject.i > verb.i
            or len(_subtree(target)) > 14
        ):
            continue
        rest = [c for c in verb.children if c.i > max(_subtree(target)) and c.dep_ in {"prep", "npadvmod"}]
        tail = " ".join(_phrase(c) for c in rest)
        who = _phrase(subject)
        who = (
            who
            if subject.ent_type_ or subject.doc[min(_subtree(subject))].ent_type_
            else who[0].lower() + who[1:]
        )
        out.append(
            sentence(f"{_phrase(target)} {BE_PAST.get(target.tag_, 'was')} {verb.text} by {who} {tail}")
        )
    return out


def other_words(text: str, rng: random.Random, most: int = 3, but: Collection[str] = ()) -> str:
    """A few words exchanged for their like, outside quotation marks; small numbers in words or digits.

    The words of ``but`` stay.
    """
    pieces = re.split(r"(\"[^\"]*\"|“[^”]*”)", text)
    changes = 0
    for n, piece in enumerate(pieces):
        if n % 2:
            continue
        words = re.split(r"(\W+)", piece)
        order = [i for i, w in enumerate(words) if (w in SYNONYMS or w in NUMBERS) and w not in but]
        rng.shuffle(order)
        for i in order[: max(0, most - changes)]:
            if words[i] in SYNONYMS:
                words[i] = rng.choice(SYNONYMS[words[i]])
                changes += 1
            elif NUMBERS.get(words[i], 0) > 1 and rng.random() < 0.3:
                words[i] = str(NUMBERS[words[i]])
        pieces[n] = "".join(words)
    text = "".join(pieces)
    if rng.random() < 0.15:
        text = re.sub(r"(\d) percent\b", r"\1%", text)
    if rng.random() < 0.15:
        text = re.sub(r"(?<![\d.,$])([2-9])(?![\d.,%:-])", lambda m: NUMBER_WORDS[int(m[1])], text)
    return text


def short_names(doc: Doc, text: str, rng: random.Random) -> str:
    """A person's full name as the last name alone, titles dropped."""
    for ent in doc.ents:
        words = ent.text.split()
        if (
            ent.label_ == "PERSON"
            and 2 <= len(words) <= 3
            and not ent.text.endswith(("'s", "’s"))
            and rng.random() < 0.5
        ):
            last = words[-1] if words[-1] not in {"Jr.", "Sr.", "III"} else words[-2]
            text = text.replace(ent.text, last)
    return text


def rewordings(doc: Doc, rng: random.Random) -> list[str]:
    """Everything that follows from this sentence, each in changed words now and then."""
    found = [*cuts(doc, rng), *clauses(doc), *moved_attribution(doc), *passives(doc)]
    out = []
    for text in found:
        if 4 <= len(text.split()) <= 45 and text != doc.text:
            if rng.random() < 0.5:
                text = short_names(doc, text, rng)
            out.append(other_words(text, rng) if rng.random() < 0.6 else text)
    return out
