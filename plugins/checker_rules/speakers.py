"""Whether two quotations are given to one speaker."""

import re
from collections.abc import Sequence

from checker.annotate.persons import same_given, same_surname
from checker.models.language import QuoteValue
from checker.rules.vocabulary import MentionView

# who speaks without a name: another account may well name the person
_NAMELESS = frozenset(
    {
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "source",
        "statement",
        "police",
        "report",
        "company",
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
        "who",
        "witness",
        "aide",
        "lawyer",
        "letter",
    }
)

# what speaks for whoever wrote it
_DOCUMENTS = frozenset(
    "report letter memo document filing indictment complaint motion resolution statement book article transcript "
    "readout email e-mail tweet post message bill text lawsuit suit ruling opinion".split()
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
_CAPITALISED = re.compile(r"(?:\b[A-Z][\w.’']* ){1,4}$")


def same_speaker(a: MentionView[QuoteValue], b: MentionView[QuoteValue]) -> bool | None:
    """True for one speaker, False for two, None when it is not known."""
    left, right = a.value.speaker, b.value.speaker
    unnamed = [q for q in (a, b) if q.value.speaker_text.lower() in _NAMELESS]
    if left != right and not all(_only_person(q) for q in unnamed):
        # whom a pronoun stands for is our own guess, not the account's word, where it could be several
        return None
    if not left or not right or left in _NAMELESS or right in _NAMELESS:
        return None
    if left == right:
        return True
    if _document(a) or _document(b):
        # whoever wrote it may have said it too
        return None
    one, other = _bare(left), _bare(right)
    if not one or not other:
        return None
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and long[-len(short) :] == short:
        # an office in capitals was taken for a part of the name: "Bishop Tom Lind"
        return True
    if one[-1] == other[-1] and (
        len(one) == 1 or len(other) == 1 or one[0] == other[0] or one[0][0] == other[0][0]
    ):
        return True
    if same_given(one[-1], other[-1]) or same_surname(one[-1], other[-1]) or _typed(one[-1], other[-1]):
        # a name in two spellings, or with a slip of the pen
        return None
    told = [[w for w in q.value.speaker_text.replace(".", "").split() if w[:1].isupper()] for q in (a, b)]
    if all(told) and told[0][-1] == told[1][-1] and min(len(t) for t in told) <= 2:
        # "Ben Smith" and "Mr. Smith": which Smith he is was our own guess
        return None
    if one[0] == other[-1] or other[0] == one[-1]:
        # "Little Marco" and Marco Holm
        return None
    named = [bool(q.document.named(q.value.speaker)) for q in (a, b)]
    return False if all(named) else None


def _bare(name: str) -> list[str]:
    """The words of a name without points and without what tells father from son."""
    words = name.replace(".", "").replace(",", "").split()
    return [w for w in words if w not in _GENERATIONS] or words


def _document(quote: MentionView[QuoteValue]) -> bool:
    """Whether a piece of writing is said to say it: "the report", "the motion"."""
    # in small letters: "Bill" is a name
    return quote.value.speaker_text.rpartition(" ")[2] in _DOCUMENTS


def _only_person(quote: MentionView[QuoteValue]) -> bool:
    """Whether a pronoun can stand for one person only: nobody else is named before it, in its sentence or at all."""
    people = [n for n in quote.document.names if n.value.kind == "person" and not n.value.pronoun]
    before = {n.value.entity for n in people if n.span.start < quote.span.end}
    said = quote.value.speaker_span
    near = {n.value.entity for n in quote.sentence.names if n in people and said and n.span.end <= said.start}
    return {quote.value.speaker} in (before, near)


def _typed(a: str, b: str) -> bool:
    """Whether two long surnames are a slip of the pen apart."""
    from rapidfuzz.distance import DamerauLevenshtein

    return min(len(a), len(b)) >= 6 and DamerauLevenshtein.distance(a, b) <= 1


def speaker_name(*quotes: MentionView[QuoteValue]) -> str:
    """What to call the speaker in a sentence: by name where one account names the person."""
    return _name_of(quotes).removesuffix("’s").removesuffix("'s").rstrip("’'")


def _name_of(quotes: Sequence[MentionView[QuoteValue]]) -> str:
    for quote in quotes:
        words = quote.value.speaker_text.split()
        named = quote.document.named(quote.value.speaker)
        if (
            words
            and quote.value.speaker_text.lower() not in _NAMELESS
            and words[-1][:1].isupper()
            and named
            and named[0].value.kind == "person"
        ):
            # "Royce" in one account goes before "the committee chairman" in another
            return " ".join([words[0][0].upper() + words[0][1:], *words[1:]])
    for quote in quotes:
        if (text := quote.value.speaker_text) and text.lower() not in _NAMELESS:
            text = _in_full(quote)
            return text[0].upper() + text[1:]
    for quote in quotes:
        if (key := quote.value.speaker) and key not in _NAMELESS:
            named = quote.document.named(key)
            return named[0].value.full or named[0].text if named else key[0].upper() + key[1:]
    return "The speaker"


def _in_full(quote: MentionView[QuoteValue]) -> str:
    """A speaker that is no person, with the capitalised words before it: "U.S. Attorney's Office", not "Office"."""
    span, text = quote.value.speaker_span, quote.value.speaker_text
    if span is None or not text[:1].isupper():
        return text
    before = _CAPITALISED.search(quote.document.text[: span.start])
    return before.group() + text if before else text
