"""What an amount of money, a percentage, a measure or a duration belongs to: "a profit of $3m" (profit)."""

from typing import TYPE_CHECKING

from checker.annotate.counted import Counted, lemma_of, noun_phrase, rate_at
from checker.annotate.lexer import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CHANGES = word_set(
    "rise fall grow drop increase decrease decline climb jump slip surge plunge gain lose soar tumble slide "
    "shrink "
    "expand dip ease edge add rebound slump sink advance retreat widen narrow cut raise reduce lift lower "
    "boost"
)
_LEVELS = _CHANGES | word_set(
    "be total reach hit exceed stand remain become average amount come stay top surpass equal cost weigh "
    "measure "
    "last take run post report record earn make see"
)
_READINGS = word_set("put estimate measure value set peg calculate gauge")
_CHANGE_NOUNS = word_set(
    "rise fall increase decrease decline drop jump gain loss growth surge plunge hike cut reduction slump "
    "dip "
    "swing climb uptick rebound raise slide"
)


def owner_of(doc: "Doc", start: int, first: int, end: int, form: str) -> Counted:
    """What the amount in tokens ``first`` to ``end`` is the amount of; ``start`` is where its hedge
    begins."""
    of: set[str] = set()
    rate, after = rate_at(doc, end)
    if rate:
        of.add(f"per:{rate}")
    noun = _after(doc, after, form, of)
    if not noun:
        noun = _before(doc, start, first, end, form, of)
    return Counted(noun, tuple(sorted(of)))


def _after(doc: "Doc", at: int, form: str, of: set[str]) -> str:
    """ "5% of voters", "a $40m deal", "a three-hour meeting", "$40m in aid", "five years in prison"."""
    if at >= len(doc):
        return ""
    word = doc[at].lower_
    if word == "-":
        at += 1
        if at >= len(doc):
            return ""
        word = doc[at].lower_
    if (
        word in ("worth", "more", "less", "higher", "lower")
        and at + 1 < len(doc)
        and doc[at + 1].lower_ in ("of", "in", "on")
    ):
        at, word = at + 1, doc[at + 1].lower_
    if word in ("of", "in") and at + 1 < len(doc):
        inner = at + 1
        while inner < len(doc) and doc[inner].pos_ in ("DET", "PRON"):
            inner += 1
        phrase = noun_phrase(doc, inner)
        head = phrase.head
        if head is None or head.ent_type_ in ("GPE", "LOC", "DATE", "PERSON"):
            return ""
        if word == "in" and (head.ent_type_ or inner > at + 1 or form in ("measure", "percent")):
            return ""
        if form == "duration":
            of.add(lemma_of(head))
            return ""
        of.update(phrase.modifiers)
        return lemma_of(head)
    if doc[at].pos_ == "ADV" or word in ("a", "an", "the"):
        return ""
    phrase = noun_phrase(doc, at)
    head = phrase.head
    if head is None or (form == "duration" and head.pos_ == "PROPN"):
        return ""
    if doc[at - 1].whitespace_ and form in ("duration", "measure") and doc[at - 1].tag_ == "NNS":
        return ""
    noun = lemma_of(head)
    of.update(phrase.modifiers)
    if noun in _CHANGE_NOUNS:
        of.clear()
        of.add("change")
        return _complement(head)
    return noun


def _complement(noun: "Token", first: int = 0, end: int = 0) -> str:
    """What changes, by a noun of change: "a rise in rents"; the amount itself (``first`` to ``end``) is not it."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "of", "for", "to"):
            for inner in child.children:
                if inner.dep_ == "pobj" and not first <= inner.i < end:
                    return lemma_of(inner)
    return ""


def _before(doc: "Doc", start: int, first: int, end: int, form: str, of: set[str]) -> str:
    token = _top(doc, first, end)
    head = token.head
    prep = ""
    if token.dep_ == "pobj" and head.pos_ == "ADP":
        prep, head = head.lower_, head.head
    elif start > 0 and doc[start - 1].lower_ in ("to", "from", "by", "at"):
        prep = doc[start - 1].lower_
    if head.i == token.i:
        return ""
    if prep == "from":
        of.add("before")
    while head.pos_ == "ADP" and head.lower_ not in ("up", "down") and head.head.i != head.i:
        head = head.head
    if head.lower_ in ("up", "down") and head.head.pos_ in ("VERB", "AUX"):
        prep, head = "", head.head
    if head.pos_ in ("NOUN", "PROPN"):
        if form == "duration":
            return ""
        noun = lemma_of(head)
        if noun in _CHANGE_NOUNS:
            if prep not in ("to", "from"):
                of.add("change")
            return _complement(head, first, end)
        if prep in ("of", "at", "worth", "with", "to", "for") or token.dep_ == "appos" or form == "cardinal":
            of.update(
                lemma_of(c) for c in head.children if c.dep_ in ("amod", "compound") and c.text.isalpha()
            )
            return noun
        return ""
    if head.pos_ not in ("VERB", "AUX"):
        return ""
    verb = head.lemma_.lower()
    ways = [c for c in head.children if c.lower_ in ("up", "down") and not (form == "measure" and c.i >= end)]
    if verb in ("go", "be", "come") and ways:
        # "went up by 19 percent", "is down 4 percent"; "are 340 metres down" tells how deep
        verb = "rise"
    if verb in _READINGS and prep == "at":
        # "put the cost at $4m", "the magnitude was measured at 6.4"
        for child in head.children:
            if child.dep_ in ("dobj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN"):
                return lemma_of(child)
    if verb in _CHANGES and prep in ("", "by") and not token.dep_.startswith("nsubj"):
        of.add("change")
    if verb in _CHANGES:
        # "the plan cuts spending by $8 billion": it is the object that changes
        for child in head.children:
            if child.dep_ == "dobj" and child.pos_ in ("NOUN", "PROPN") and not first <= child.i < end:
                return lemma_of(child)
    if (verb in _LEVELS and form != "duration") or verb in ("last", "take"):
        for child in head.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN") and child.i < first:
                if verb in ("post", "report", "record", "earn", "make", "see"):
                    return ""
                if child.pos_ == "PROPN" and verb not in _CHANGES:
                    # "Moe took 66 percent" is no percentage of Moe
                    return ""
                of.update(
                    lemma_of(c) for c in child.children if c.dep_ in ("amod", "compound") and c.text.isalpha()
                )
                return lemma_of(child)
        return ""
    return verb if form == "money" and token.dep_ in ("dobj", "attr", "npadvmod") else ""


def _top(doc: "Doc", first: int, end: int) -> "Token":
    """The token of the amount that hangs on a word outside it."""
    for token in doc[first:end]:
        if not first <= token.head.i < end:
            return token
    return doc[first:end].root
