"""A source sentence as a summary tells it: shorter, in other words, two in one, or with the pronoun resolved."""

from __future__ import annotations

import random
import re

from lexicon import WORDS
from rewording import clauses, moved_attribution, other_words, passives, sentence, short_names
from slips import details, without
from spacy.tokens import Doc

_FRAGMENT = re.compile(
    r"(?i)\b(the|a|an|of|to|in|on|at|and|or|but|that|which|who|with|by|for|from|as|is|was)[.!?]$"
)
_BROKEN = re.compile(r"\b(\w+) \1\b|[,;] [.,;]|^\W*[a-z]|\(\)|-[.,]|\w- ")
_DATELINE = re.compile(r"^(?:[A-Z][A-Za-z., ]{2,30})?(?:\([A-Za-z]+\))? ?[—–-]{1,2} ")
_UNSURE = frozenset(WORDS["slips"]["unlike"].split())
_OPENING = re.compile(r"(?i)^(but|and|so|or|yet|still|meanwhile|however|also|instead|then|now|indeed),? ")


def shorter(doc: Doc, rng: random.Random) -> list[str]:
    """Shorter or reordered forms, without those that a cut left in pieces; none changes a word but names."""
    out = []
    places = details(doc)
    cut = [without(doc, rng.sample(places, n)) for n in (1, 2, 3, 4) if n <= len(places)]
    for form in [*cut, *clauses(doc), *moved_attribution(doc), *passives(doc)]:
        form = opened(spaced(form))
        if rng.random() < 0.4:
            form = short_names(doc, form, rng)
        if whole(form) and 5 <= len(form.split()) <= 34 and form != doc.text:
            out.append(form)
    return out


def whole(text: str) -> bool:
    """Whether a cut left no pieces: doubled words, empty brackets, an odd quotation mark, a lost end."""
    even = (
        text.count('"') % 2 == 0 and text.count("“") == text.count("”") and text.count("(") == text.count(")")
    )
    return even and not _FRAGMENT.search(text) and not _BROKEN.search(text)


def spaced(text: str) -> str:
    """A space after each closing straight quotation mark."""
    parts = text.split('"')
    for n in range(2, len(parts), 2):
        if parts[n][:1].isalnum():
            parts[n] = " " + parts[n]
    return '"'.join(parts)


def opened(text: str) -> str:
    """Without a dateline and an opening conjunction, first letter large."""
    text = _OPENING.sub("", _DATELINE.sub("", text))
    return text[:1].upper() + text[1:]


def plain(doc: Doc, rng: random.Random) -> str:
    """The sentence without its opening conjunction, persons by their last names now and then."""
    return short_names(doc, opened(doc.text), rng)


def retold(text: str, rng: random.Random) -> str:
    """Some words for their like, more often than not."""
    return spaced(
        sentence(other_words(opened(text), rng, 3, _UNSURE) if rng.random() < 0.6 else opened(text))
    )


def merged(first: str, second: str, low: bool, rng: random.Random) -> str:
    """Two statements as one sentence; ``low``: the second one's first letter is small inside of a sentence."""
    second = second[0].lower() + second[1:] if low else second
    joint = rng.choice([", and ", ", while ", "; ", ", and "])
    return first.rstrip(".") + joint + second


def mergeable(text: str) -> bool:
    """Whether a statement can be joined to another: one short sentence without quotation marks."""
    return text.endswith(".") and len(text.split()) <= 18 and not re.search(r"[\"“”;:?!]", text)


def named(before: Doc, doc: Doc) -> tuple[str, str] | None:
    """The sentence with the pronoun it opens with as the name it stands for, and that name.

    Only where the sentence before has that one person, as its subject, and nobody else is in either sentence.
    """
    if doc[0].text not in {"He", "She"} or doc[0].dep_ not in {"nsubj", "nsubjpass"}:
        return None
    people = [e for e in before.ents if e.label_ == "PERSON"]
    if len(people) != 1 or any(e.label_ == "PERSON" for e in doc.ents):
        return None
    person = people[0]
    if person.root.dep_ != "nsubj" or person.root.head.dep_ != "ROOT" or not person.text.istitle():
        return None
    if sum(t.dep_ in {"nsubj", "nsubjpass"} for t in before) > 2 or person.text.endswith(("'s", "’s")):
        return None
    return person.text + doc.text[len(doc[0]) :], person.text
