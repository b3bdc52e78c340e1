"""What goes wrong in a draft: one thing changed in a sentence, with what the change does to its truth.

``edits.py`` changes a fact; here stand the slips that a summary makes besides: another's deed, another object,
a plan told as done, a detail that nobody reported.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass

from edits import NAMES, Edit, antonyms, dates, names, numbers, polarity, quoted
from lexicon import ANTONYMS, SYNONYMS, WORDS
from rewording import safe, sentence, tidy
from spacy.tokens import Doc, Token
from stock import LISTS, Stock, Verbs, doc_after, ending, object_of, span_of

CLOCK = {"DATE", "TIME"}


@dataclass(frozen=True)
class Slip:
    """A sentence with one thing changed.

    ``way`` tells what follows: "both" (neither follows from the other), "weaker" (the changed one says less),
    "stronger" (it says more). ``label`` is that of original and changed text where they do not follow.
    """

    kind: str
    label: str
    text: str
    old: str
    new: str
    way: str = "both"


def _article(match: re.Match[str]) -> str:
    return match[1] + ("n" if match[2].lower() in "aeio" else "")


def tidy_keeping(text: str) -> str:
    """``tidy`` that leaves the end of the text alone."""
    end = re.search(r"[\"”'’.!?]*$", text)
    return tidy(text) + (end[0] if end and not tidy(text).endswith(end[0]) else "")


def facts(doc: Doc, stock: Stock, rng: random.Random) -> list[Slip]:
    """A figure, date or name of the same article in another's place; an opposite word; a negation."""
    found: list[Edit] = [*names(doc, rng, stock.names), *dates(doc, rng)]
    for edit in numbers(doc, rng):
        if edit.old.lower() in LISTS["unsure"]:
            continue
        pools = [p for p in stock.figures.values() if edit.old in p]
        like = [f for p in pools for f in p if f != edit.old and f not in doc.text and len(f) < 9]
        fits = like and edit.text.count(edit.new) == 1 and rng.random() < 0.5
        new = rng.choice(like) if fits else edit.new
        found.append(Edit(edit.kind, edit.text.replace(edit.new, new), edit.old, new) if fits else edit)
    found += [e for e in antonyms(doc, rng) if e.old.lower() not in LISTS["unsure"]]
    if "?" not in doc.text:
        found += [
            e for e in polarity(doc, rng) if not re.search(r"\b(say|said)$", f"{e.old} {e.new}".strip())
        ]
    out = [Slip(e.kind, "contradiction", e.text, e.old, e.new) for e in found if e.text != doc.text]
    return [Slip("speaker", s.label, s.text, s.old, s.new) if _speaks(doc, s) else s for s in out]


def _speaks(doc: Doc, slip: Slip) -> bool:
    return slip.kind == "name" and any(
        t.dep_ == "nsubj" and t.head.lemma_ in LISTS["saying"] and t.text in slip.old for t in doc
    )


def roles(doc: Doc) -> list[Slip]:
    """Who did it and who had it done to them change places, under a verb that is not mutual."""
    out = []
    for verb in doc:
        if verb.tag_ not in {"VBD", "VBZ"} or verb.lemma_ in LISTS["mutual"] | LISTS["light"]:
            continue
        thing = object_of(verb)
        subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
        if (
            thing is None
            and (other := next((c for c in verb.children if c.dep_ == "dobj"), None)) is not None
        ):
            thing = span_of(other) if other.pos_ == "PROPN" and len(span_of(other)) == 1 else None
        if thing is None or not subjects or not (_actor(subjects[0]) and _actor(thing.root)):
            continue
        who = span_of(subjects[0])
        if (
            len(who) > 7
            or any(t.is_punct or t.dep_ in {"relcl", "conj"} for t in who)
            or who.end > thing.start
        ):
            continue
        if verb.tag_ == "VBZ" and {subjects[0].tag_, thing.root.tag_} & {"NNS", "NNPS"}:
            continue
        if {"poss"} & {t.dep_ for t in thing} or subjects[0].lower_ == thing.root.lower_:
            continue
        low = who.text if who[0].ent_type_ or who[0].pos_ == "PROPN" else who.text[0].lower() + who.text[1:]
        high = thing.text[0].upper() + thing.text[1:] if who.start_char == 0 else thing.text
        text = doc.text[: who.start_char] + high + doc.text[who.end_char : thing.start_char]
        text += low + doc.text[thing.end_char :]
        old = doc.text[who.start_char : thing.end_char]
        new = high + doc.text[who.end_char : thing.start_char] + low
        out.append(Slip("roles", "contradiction", text, old, new))
    return out


def _actor(token: Token) -> bool:
    return token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or token.lemma_.lower() in LISTS["actors"]


def predicates(doc: Doc, verbs: Verbs, rng: random.Random) -> list[Slip]:
    """Another deed with the same object: whether it happened, nobody said."""
    out = []
    for verb in doc:
        thing = object_of(verb)
        if thing is None or verb.tag_ != "VBD" or verb.lemma_ in LISTS["light"]:
            continue
        near = {w for t in (SYNONYMS, ANTONYMS) for w in t.get(verb.text, [])}
        kind = "PERSON" if thing.root.ent_type_ == "PERSON" else "thing"
        known = [v for v in verbs.objects.get(kind, []) if v != verb.text and v not in near]
        known = [v for v in known if v[:4] != verb.text[:4]]
        if known:
            new = rng.choice(known)
            text = doc.text[: verb.idx] + new + doc.text[verb.idx + len(verb) :]
            kind = "quotation" if quoted(doc, verb.idx) else "predicate"
            out.append(Slip(kind, "neutral", text, verb.text, new))
    return [s for s in out if s.kind == "predicate"]


def objects(doc: Doc, stock: Stock, rng: random.Random) -> list[Slip]:
    """The deed done to another object of the article; and its opposite done to that, which is no contradiction."""
    out = []
    for verb in doc:
        part = object_of(verb)
        if part is None or verb.tag_ != "VBD" or verb.lemma_ in LISTS["light"] or quoted(doc, verb.idx):
            continue
        if part.root.ent_type_ in NAMES or part[-1].i + 1 >= len(doc):
            continue
        own = {t.lower_ for t in doc}
        others = [o for o in stock.objects if o.split()[-1].lower() not in own and o[0].islower()]
        if not others:
            continue
        other = rng.choice(others)
        old, between = doc.text[verb.idx : part.end_char], doc.text[verb.idx + len(verb) : part.start_char]
        turned = ANTONYMS.get(verb.text, [])
        for word in [verb.text, *([rng.choice(turned)] if turned else [])]:
            new = word + between + other
            text = doc.text[: verb.idx] + new + doc.text[part.end_char :]
            out.append(Slip("object" if word == verb.text else "object-opposite", "neutral", text, old, new))
    return out


def hedged(doc: Doc, verbs: Verbs, rng: random.Random) -> list[Slip]:
    """A plain deed told as planned, possible or alleged: the plain one does not follow from it."""
    root = next((t for t in doc if t.dep_ == "ROOT" and t.tag_ == "VBD" and t.pos_ == "VERB"), None)
    if root is None or root.lemma_ in LISTS["saying"] | {"have", "do", "be"} or quoted(doc, root.idx):
        return []
    kinds = {c.dep_ for c in root.children}
    if "neg" in kinds or "aux" in kinds or not {"nsubj"} & kinds or root.lemma_ in LISTS["mental"]:
        return []
    shapes = WORDS["hedges"]["deeds"] if "nsubj" in kinds and _person(root) else WORDS["hedges"]["events"]
    new = rng.choice(shapes).format(v=root.lemma_, d=root.text)
    text = doc.text[: root.idx] + new + doc.text[root.idx + len(root) :]
    return [Slip("modality", "neutral", text, root.text, new, "weaker")]


def _person(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" and _actor(c) for c in verb.children)


def unhedged(doc: Doc, verbs: Verbs, rng: random.Random) -> list[Slip]:
    """What may be, is planned or alleged, told as a plain fact."""
    out = []
    for token in doc:
        if quoted(doc, token.idx):
            continue
        low, after = token.lower_, doc[token.i + 1] if token.i + 1 < len(doc) else None
        if (
            after is None
            or any(c.dep_ == "neg" for c in token.head.children)
            or after.lower_ in {"not", "n't"}
        ):
            continue
        start, end, new = token.idx, after.idx + len(after), ""
        if (
            low in {"may", "might", "could"}
            and token.tag_ == "MD"
            and after.tag_ == "VB"
            and after.lemma_ != "be"
        ):
            if token.head.i != after.i or any(c.lower_ == "if" for t in doc for c in [t]):
                continue
            new = rng.choice(["will " + after.text, verbs.past.get(after.lemma_, "")])
        elif low in LISTS["planning"] and after.lower_ == "to" and after.i + 1 < len(doc):
            deed = doc[after.i + 1]
            if deed.tag_ != "VB" or deed.head.i != token.i or deed.lemma_ == "be":
                continue
            end = deed.idx + len(deed)
            new = "will " + deed.text if token.tag_ == "VBZ" else verbs.past.get(deed.lemma_, "")
        elif low in LISTS["doubt"] and token.dep_ in {"advmod", "amod"}:
            end = after.idx
            text = without(doc, [(start, end)])
            out.append(Slip("modality", "neutral", text, doc.text[start:end], "", "stronger"))
            continue
        if new:
            text = doc.text[:start] + new + doc.text[end:]
            out.append(Slip("modality", "neutral", text, doc.text[start:end], new, "stronger"))
    return out


def bare_claims(doc: Doc) -> list[Slip]:
    """What somebody claims, alleges or believes, told as a fact."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or root.lemma_ not in LISTS["claiming"] or root.tag_ not in {"VBD", "VBZ", "VBP"}:
        return []
    content = next((c for c in root.children if c.dep_ == "ccomp" and c.i > root.i), None)
    if content is None or quoted(doc, content.idx) or any(c.dep_ in {"neg", "aux"} for c in root.children):
        return []
    words = [t for t in span_of(content) if not (t.dep_ == "mark" and t.i < content.i)]
    text = tidy("".join(t.text_with_ws for t in words))
    opens = words[0].tag_ if words and words[0].lower_ != "the" else ""
    if len(words) < 6 or opens in {"PRP", "DT", "PRP$", "CC", "WRB"}:
        return []
    subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in content.children)
    return (
        [Slip("claim", "neutral", sentence(text), doc.text, "", "stronger")]
        if subject and '"' not in text
        else []
    )


def details(doc: Doc) -> list[tuple[int, int]]:
    """Where a detail stands that can go without a change of what is left: adjective, circumstance, apposition."""
    out = []
    for token in doc:
        if quoted(doc, token.idx) or not safe(token):
            continue
        if (
            token.dep_ == "amod"
            and token.tag_ == "JJ"
            and token.i < token.head.i
            and not list(token.children)
        ):
            if token.lower_ in LISTS["bound"] or token.ent_type_ or token.head.ent_type_:
                continue
            out.append((token.idx, doc[token.i + 1].idx))
        elif ending(token):
            part = span_of(token)
            out.append((part.start_char, part.end_char))
        elif token.dep_ in {"relcl", "appos"} and doc[token.left_edge.i - 1].text == ",":
            part = span_of(token)
            after = doc_after(part)
            if after is None or after.text not in {",", "."} or not 3 <= len(part) <= 16:
                continue
            out.append((doc[part.start - 1].idx, part.end_char + (after.text == ",")))
    return out


def without(doc: Doc, places: Iterable[tuple[int, int]]) -> str:
    """The sentence without some of its details."""
    text, last = "", 0
    for start, end in sorted(places):
        text, last = text + doc.text[last : max(start, last)], max(end, last)
    text = tidy_keeping(text + doc.text[last:])
    return re.sub(r"\b([Aa])n?(?= +(\w))", _article, text) if text != doc.text else text


def less(doc: Doc) -> list[Slip]:
    """The sentence without one detail; what holds the detail does not follow from it."""
    out = []
    for start, end in details(doc):
        text = without(doc, [(start, end)])
        if len(text.split()) > 5:
            out.append(Slip("detail", "neutral", text, doc.text[start:end].strip(" ,"), "", "weaker"))
    return out


def more(doc: Doc, stock: Stock, rng: random.Random) -> list[Slip]:
    """The sentence with a place, time or reason that the article tells of something else."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or root.lemma_ in LISTS["saying"] or doc.text[-1] != "." or root.pos_ != "VERB":
        return []
    if any(c.dep_ in {"ccomp", "conj", "advcl"} for c in root.children) or any(t.is_quote for t in doc):
        return []
    have = {t.lower_ for t in doc}
    timed = any(e.label_ in CLOCK for e in doc.ents)
    fits = [d for d in stock.details if not {w.lower() for w in d.split() if len(w) > 3} & have]
    fits = [
        d for d in fits if d.split()[0].lower() not in have and not (timed and re.search(r"day\b|\d{4}", d))
    ]
    if not fits:
        return []
    new = " " + rng.choice(fits) + "."
    return [Slip("added", "neutral", doc.text[:-1] + new, doc.text[-12:], doc.text[-12:-1] + new, "stronger")]
