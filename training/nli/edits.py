"""Changes that make a sentence say something else: figure, date, name, polarity, antonym, roles."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from lexicon import ANTONYMS, HEDGES, MONTHS, NUMBER_WORDS, NUMBERS, ORDINALS, SCALES, WEEKDAYS
from spacy.tokens import Doc, Span, Token

DIGITS = re.compile(r"^\d{1,3}(,\d{3})+$|^\d+(\.\d+)?$")
NAMES = {"PERSON", "GPE", "ORG", "NORP"}
NOT_FIGURES = set("DATE TIME PERSON ORG GPE LAW PRODUCT EVENT FAC WORK_OF_ART".split())
UNCLEAR = set("for with up all first most more many both last left".split())


@dataclass(frozen=True)
class Edit:
    """A changed sentence: what kind, its text, the words taken out and put in."""

    kind: str
    text: str
    old: str
    new: str


def quoted(doc: Doc, start: int) -> bool:
    """Whether a place in the text stands inside double quotation marks."""
    before = doc.text[:start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _put(doc: Doc, start: int, end: int, new: str, kind: str) -> Edit:
    text = doc.text[:start] + new + doc.text[end:]
    kind = "quotation" if quoted(doc, start) and kind != "name" else kind
    return Edit(kind, text, doc.text[start:end], new)


def _figure(text: str, rng: random.Random) -> str | None:
    plain = text.replace(",", "")
    if "." in plain:
        value = float(plain)
        places = len(plain.split(".")[1])
        new = max(0.1, round(value * rng.choice([0.4, 0.6, 0.75, 1.3, 1.6, 2.2]), places))
        return f"{new:.{places}f}" if abs(new - value) > 0.01 else None
    number = int(plain)
    if number > 10**12:
        return None
    if number <= 12:
        new = rng.choice([n for n in range(2, 16) if n != number])
    else:
        near = [number - rng.randint(1, 9), number + rng.randint(1, 9)]
        far = [round(number * f) for f in (0.3, 0.5, 0.7, 1.4, 1.8, 2.5)]
        new = rng.choice(near + far + far)
        if number % 10 == 0 and number > 100:
            step = 10 ** (len(plain.rstrip("0")) and len(plain) - len(plain.rstrip("0")))
            new = max(step, round(new / step) * step)
    if new == number or new <= 0:
        return None
    return f"{new:,}" if "," in text else str(new)


def numbers(doc: Doc, rng: random.Random) -> list[Edit]:
    """Figures in digits or words, not hedged, not part of a name or a date."""
    out = []
    for token in doc:
        day = token.ent_type_ == "DATE" and token.text.isdigit() and len(token.text) != 4
        if token.ent_type_ in NOT_FIGURES and not day:
            continue
        low = token.lower_
        if token.i and doc[token.i - 1].lower_ in HEDGES:
            continue
        new = None
        if DIGITS.match(token.text):
            if re.fullmatch(r"(19|20)\d\d", token.text) or (token.i and doc[token.i - 1].text in MONTHS):
                continue
            new = _figure(token.text, rng)
        elif low in NUMBERS and low not in ("one", "zero") and token.pos_ == "NUM":
            new = NUMBER_WORDS[rng.choice([n for n in range(2, 13) if n != NUMBERS[low]])]
        elif (
            low in SCALES
            and token.ent_type_ in {"MONEY", "CARDINAL", "QUANTITY"}
            and low in ("million", "billion")
        ):
            new = {"million": "billion", "billion": "million"}[low]
        elif low in ORDINALS and token.ent_type_ == "ORDINAL":
            new = rng.choice([o for o in ORDINALS if o != low])
        if new:
            new = new.capitalize() if token.text[0].isupper() else new
            out.append(_put(doc, token.idx, token.idx + len(token), new, "number"))
    return out


def dates(doc: Doc, rng: random.Random) -> list[Edit]:
    """Weekdays, months, years and days of a month."""
    out = []
    for token in doc:
        text, new = token.text, None
        if text in WEEKDAYS:
            new = rng.choice([d for d in WEEKDAYS if d != text])
        elif text in MONTHS and token.ent_type_ == "DATE":
            new = rng.choice([m for m in MONTHS if m != text])
        elif re.fullmatch(r"(19|20)\d\d", text) and token.ent_type_ in ("DATE", "CARDINAL"):
            new = str(int(text) + rng.choice([-12, -7, -4, -3, -2, -1, 1, 2, 3, 5]))
        elif text.isdigit() and token.i and doc[token.i - 1].text in MONTHS and 0 < int(text) < 32:
            new = str(rng.choice([d for d in range(1, 29) if d != int(text)]))
        if new:
            out.append(_put(doc, token.idx, token.idx + len(token), new, "date"))
    return out


def _bare(ent: Span) -> tuple[int, int]:
    text = ent.text
    start = ent.start_char + (4 if text.lower().startswith("the ") else 0)
    end = ent.end_char - (2 if text.endswith(("'s", "’s")) else 0)
    return start, end


def names(doc: Doc, rng: random.Random, pool: dict[str, list[str]]) -> list[Edit]:
    """A person, place, body or nationality replaced by another; names inside longer names stay."""
    out = []
    for ent in doc.ents:
        if ent.label_ not in NAMES or not ent.text[0].isupper():
            continue
        after = doc[ent.end] if ent.end < len(doc) else None
        if after is not None and (
            after.pos_ == "PROPN" or (ent.label_ == "ORG" and ent.root.dep_ == "compound")
        ):
            continue
        if ent.start and doc[ent.start - 1].pos_ == "PROPN" and doc[ent.start - 1].ent_type_:
            continue
        start, end = _bare(ent)
        old = doc.text[start:end]
        have = set(doc.text.lower().split())
        choices = [
            n
            for n in pool.get(ent.label_, [])
            if not (set(n.lower().split()) & (set(old.lower().split()) | have))
            and (len(n.split()) > 1) == (len(old.split()) > 1)
            and (ent.label_ != "NORP" or n.endswith("s") == old.endswith("s"))
        ]
        if choices:
            out.append(_put(doc, start, end, rng.choice(choices), "name"))
    return out


def antonyms(doc: Doc, rng: random.Random) -> list[Edit]:
    """A content word replaced by its opposite."""
    out = []
    for token in doc:
        new = ANTONYMS.get(token.text) or ANTONYMS.get(token.lower_)
        if not new or token.ent_type_ in {"PERSON", "ORG", "WORK_OF_ART", "LAW", "GPE", "FAC"}:
            continue
        stance = token.lower_ == "for" and token.head.lemma_ in {"vote", "argue", "campaign"}
        if token.lower_ in UNCLEAR and not stance:
            continue
        if token.dep_ in {"compound", "prt"} and token.pos_ not in {"ADJ", "NOUN"}:
            continue
        word = rng.choice(new)
        word = word.capitalize() if token.text[0].isupper() else word
        out.append(_put(doc, token.idx, token.idx + len(token), word, "antonym"))
    return out


def _negated(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "neg" or c.lower_ in {"n't", "not", "never"}), None)


def polarity(doc: Doc, rng: random.Random) -> list[Edit]:
    """The main clause negated, or its negation taken away."""
    out = []
    for token in doc:
        if token.dep_ not in {"ROOT", "ccomp", "conj"} or token.pos_ not in {"VERB", "AUX"}:
            continue
        negation = _negated(token)
        helpers = [c for c in token.children if c.dep_ in {"aux", "auxpass"} and c.i < token.i]
        if negation is not None:
            if negation.i + 1 < len(doc) and negation.lower_ in {"n't", "n’t", "not"}:
                out.append(_unnegated(doc, token, negation))
            continue
        if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children):
            continue
        first = helpers[0] if helpers else token
        if first.lower_ in {"'s", "'ve", "'re", "'ll", "'d", "’s", "’ve", "’re", "’ll", "’d", "to"}:
            continue
        if helpers or token.lemma_ == "be":
            new = doc.text[first.idx : first.idx + len(first)]
            new = "cannot" if new == "can" else f"{new} not"
        elif token.tag_ == "VBD" and token.lemma_ != "be":
            new = rng.choice(["did not ", "did not ", "never "]) + token.lemma_
            new = new if not new.startswith("never") else "never " + token.text
        elif token.tag_ == "VBZ":
            new = f"does not {token.lemma_}"
        elif token.tag_ == "VBP":
            new = f"do not {token.lemma_}"
        else:
            continue
        out.append(_put(doc, first.idx, first.idx + len(first), new, "polarity"))
    return [e for e in out if e is not None]


def _unnegated(doc: Doc, verb: Token, negation: Token) -> Edit:
    before = doc[negation.i - 1] if negation.i else None
    start, end = negation.idx, negation.idx + len(negation)
    if before is not None and before.lower_ in {"did", "do", "does"} and verb.i == negation.i + 1:
        shape = {"did": _past(verb.lemma_), "do": verb.lemma_, "does": verb.lemma_ + "s"}[before.lower_]
        return _put(doc, before.idx, verb.idx + len(verb), shape, "polarity")
    if before is not None and before.lower_ in {"ca", "wo"}:
        return _put(doc, before.idx, end, {"ca": "can", "wo": "will"}[before.lower_], "polarity")
    start = before.idx + len(before) if before is not None else start
    return _put(doc, start, end, "", "polarity")


IRREGULAR = {
    "know": "knew",
    "see": "saw",
    "have": "had",
    "go": "went",
    "take": "took",
    "give": "gave",
    "get": "got",
    "make": "made",
    "say": "said",
    "come": "came",
    "think": "thought",
    "want": "wanted",
    "find": "found",
    "meet": "met",
    "do": "did",
    "tell": "told",
    "speak": "spoke",
    "leave": "left",
    "hold": "held",
}


def _past(lemma: str) -> str:
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def roles(doc: Doc) -> list[Edit]:
    """Subject and object of a verb, both named, change places."""
    out = []
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_ in {"meet", "marry", "join", "be", "fight"}:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.ent_type_ in NAMES), None)
        target = next((c for c in verb.children if c.dep_ == "dobj" and c.ent_type_ in NAMES), None)
        if subject is None or target is None or subject.i > verb.i:
            continue
        one = next(e for e in doc.ents if e.start <= subject.i < e.end)
        two = next(e for e in doc.ents if e.start <= target.i < e.end)
        if one.start == two.start or two.start < one.end or one.text == two.text:
            continue
        text = doc.text
        text = (
            text[: one.start_char]
            + two.text
            + text[one.end_char : two.start_char]
            + one.text
            + text[two.end_char :]
        )
        out.append(Edit("roles", text, one.text, two.text))
    return out


def edits(doc: Doc, rng: random.Random, pool: dict[str, list[str]]) -> list[Edit]:
    """Every change this sentence offers, at most one a place."""
    found = [
        *numbers(doc, rng),
        *dates(doc, rng),
        *names(doc, rng, pool),
        *antonyms(doc, rng),
        *polarity(doc, rng),
        *roles(doc),
    ]
    return [e for e in found if e.text != doc.text]
