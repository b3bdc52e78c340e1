"""Quantities of a form of their own: nought ("no survivors"), ages, ordinals, and "an hour"."""

from checker.annotate import people
from checker.annotate.counted import count_of, lemma_of, noun_phrase
from checker.annotate.hedges import hedge_before
from checker.annotate.lexer import word_set
from checker.annotate.number_words import Reading, Words
from checker.annotate.numerals import Numeral
from checker.annotate.units import unit_after
from checker.models.language import QuantityValue

_OLD = (
    ("-", "year", "-", "old"), ("-", "year", "-", "olds"), ("-", "year", "old"), ("years", "-", "old"),
    ("years", "of", "age"), ("years", "old"), ("year", "old"), ("year", "-", "old"),
)  # fmt: skip
_NO_RANK = word_set(
    "time thing place lady name street avenue amendment floor hand glance sight step century centuries"
)
# what stands in an order, so that "the No. 2 post" is a rank; "the No. 7 train" is a name
_RANKED = word_set(
    "position post spot job slot place role seat seed rank ranking leader official executive officer "
    "democrat republican player team single song priority issue cause concern choice pick "
    "commander diplomat suspect target contender country nation city"
)
# what is won or lost by
_MARGINS = frozenset("vote seat point goal run stroke".split())
_LASTING = word_set("for lasted lasting took takes take last within spent during after in")


def read_none(words: Words, i: int) -> Reading | None:
    """ "no survivors", "no one was hurt", "none died": nought of what is counted."""
    if words.low(i) not in ("no", "nobody", "none"):
        return None
    pronoun = words.low(i) != "no" or words.low(i + 1) == "one"
    end = i + (2 if words.low(i) == "no" and pronoun else 1)
    start, stop = words.tokens(i, end)
    if not pronoun:
        phrase = noun_phrase(words.doc, stop)
        noun = lemma_of(phrase.head) if phrase.head is not None else ""
        if noun not in people.NOUNS and noun not in ("victim", "abstention"):
            return None
    counted = count_of(words.doc, start, stop)
    if counted.noun not in ("person", "vote") or not counted.of:
        return None
    of = tuple(label for label in counted.of if label != "among")
    return Reading(i, end, QuantityValue(number=0, low=0, high=0, counted=counted.noun, of=of))


def read_one_unit(words: Words, i: int) -> Numeral | None:
    """ "an hour", "a year" where it tells how long: after a hedge, or after "for", "lasted" and the like.

    "By a single vote" tells how many.
    """
    if words.low(i) not in ("a", "an"):
        return None
    if (words.low(i - 1), words.low(i + 1)) == ("by", "single"):
        return Numeral(1.0, 1.0, i, i + 2) if words.token(i + 1).head.lemma_ in _MARGINS else None
    unit = unit_after(words.lex, i + 1)
    if unit is None or unit.form != "duration" or words.low(i + 1).endswith("s"):
        return None
    hedged = hedge_before(words.lex, i) is not None
    lasting = words.low(i - 1) in _LASTING and words.low(i + 1) not in (
        "second",
        "minute",
        "moment",
        "day",
        "night",
    )
    half = [words.low(k) for k in range(unit.end, unit.end + 3)] == ["and", "a", "half"]
    long = words.low(unit.end) == "-" and words.low(unit.end + 1) == "long"
    if not (hedged or lasting or half or long):
        return None
    return Numeral(1.5 if half else 1.0, 0.5 if half else 1.0, i, i + 1)


def read_age(words: Words, numeral: Numeral) -> Reading | None:
    """ "34-year-old", "34 years old", "aged 34", "Smith, 34,"; what is counted is whose age it is."""
    first, end = numeral.first, numeral.end
    if numeral.kind != "cardinal" or not 0 < numeral.value < 125:
        return None
    after = tuple(words.low(k) for k in range(end, end + 4))
    size = next((len(p) for p in _OLD if after[: len(p)] == p), 0)
    start, stop = words.tokens(first, end + size)
    whose = ""
    if size:
        phrase = noun_phrase(words.doc, stop)
        if phrase.head is not None and phrase.head.i - stop < 4 and phrase.head.tag_ != "NNP":
            whose = lemma_of(phrase.head)
    elif words.low(first - 1) in ("aged", "age") or (words.low(first - 2), words.low(first - 1)) == (
        "age",
        "of",
    ):
        pass
    elif words.low(first - 1) == "," and numeral.figures and after[0] in (",", ".", "", ")", "and", ";"):
        name = words.doc[start - 2] if start >= 2 else None
        if (
            name is None
            or name.pos_ != "PROPN"
            or name.ent_type_ in ("DATE", "GPE", "LOC", "MONEY")
            or numeral.value < 2
        ):
            return None
        whose = lemma_of(name)
    elif words.low(first - 1) == "at" and first == 1 and numeral.figures and words.low(end) == ",":
        # "At 17, Ann Lee became": whose age it is stands right after it, and it begins the sentence
        name = words.doc[stop + 1] if stop + 1 < len(words.doc) else None
        if name is None or name.pos_ not in ("PROPN", "PRON") or numeral.value < 2:
            return None
        whose = lemma_of(name) if name.pos_ == "PROPN" else ""
    else:
        return None
    age = numeral.value
    value = QuantityValue(number=age, low=age, high=age, unit="year", form="age", counted=whose)
    return Reading(first, end + size, value)


def read_ordinal(words: Words, numeral: Numeral) -> Reading | None:
    """ "the third anniversary": a rank and what has it; None for names ("Second Amendment") and adverbs."""
    first, end = numeral.first, numeral.end
    _, stop = words.tokens(first, end)
    if (
        words.low(end) in ("-", ",", ".")
        or words.low(first - 1) in ("at", ",", "-")
        or words.token(first).pos_ == "ADV"
    ):
        return None
    phrase = noun_phrase(words.doc, stop)
    if phrase.head is None:
        return _rank_alone(words, numeral)
    name = words.lex[end].text[0].isupper() and (
        words.lex[first].text[0].isupper() or words.token(end).pos_ == "PROPN"
    )
    if name or phrase.head.tag_ in ("NNS", "NNPS") or lemma_of(phrase.head) in _NO_RANK:
        return None
    value = QuantityValue(
        number=numeral.value,
        low=numeral.value,
        high=numeral.value,
        form="ordinal",
        counted=lemma_of(phrase.head),
        of=tuple(sorted(set(phrase.modifiers))),
    )
    return Reading(first, end, value)


def _rank_alone(words: Words, numeral: Numeral) -> Reading | None:
    """ "The recall is the company's fifth in a year": a rank of what the sentence is about."""
    start, stop = words.tokens(numeral.first, numeral.end)
    token = words.doc[start]
    owned = start > 0 and (words.doc[start - 1].tag_ in ("POS", "PRP$"))
    if not owned or token.dep_ != "attr" or token.head.lemma_ != "be":
        return None
    about = next((c for c in token.head.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if about is None or (
        stop < len(words.doc) and words.doc[stop].pos_ not in ("ADP", "PUNCT", "ADV", "SCONJ", "DET")
    ):
        return None
    rank = numeral.value
    value = QuantityValue(number=rank, low=rank, high=rank, form="ordinal", counted=lemma_of(about))
    return Reading(numeral.first, numeral.end, value)


def read_rank(words: Words, numeral: Numeral) -> Reading | None:
    """ "the No. 2 position", "the number three job": a rank, when what stands in it is known to be ranked."""
    first = numeral.first
    label = first - 2 if words.low(first - 1) == "." else first - 1
    if numeral.kind != "cardinal" or numeral.step < 1 or not 0 < numeral.value < 1000:
        return None
    if words.low(label) not in ("no", "number") or (words.low(label) == "no") != (label == first - 2):
        return None
    _, stop = words.tokens(first, numeral.end)
    phrase = noun_phrase(words.doc, stop)
    if phrase.head is None or phrase.head.tag_ == "NNS" or lemma_of(phrase.head) not in _RANKED:
        return None
    rank = numeral.value
    value = QuantityValue(number=rank, low=rank, high=rank, form="ordinal", counted=lemma_of(phrase.head))
    return Reading(first, numeral.end, value)
