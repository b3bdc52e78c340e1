"""Which thing of its sentence a date belongs to: a noun it stands before, one of several phrases, a part of a whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.models.language import DateValue, Word
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import MentionView, SentenceView
from checker.synonyms import canonical
from checker_rules.slots import head_index
from checker_rules.surroundings import root

When = MentionView[DateValue]
# days before a noun mostly date what is told: "Tuesday's vote"; a year or a month says which one: "the 2012 law"
_WHICH = frozenset({"year", "month"})
_RACE = "election"
_RACES = frozenset("election campaign race bid contest run primary cycle ballot".split())
_THINGS = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
# what joins phrases: "and", "as well as"
_JOINS = frozenset({"and", "but", "or", "plus", "then"})
_FILLS = frozenset({",", "as", "well", "also", "again", "later"})
_PREPOSITIONS = frozenset({"in", "on", "during", "since"})
_AT = frozenset({"in", "at", "on", "during"})
_APART = frozenset({"after", "before", "follow", "following", "since", "until"})
_OF_A_PART = re.compile(
    r"[,;:–—-]\s*(?:and\s+|with\s+|but\s+)?"
    r"(?:the\s+(?:latter|former|second|third|last|other)|(?:one|two|three|some|most|many|both)\s+of\s+(?:which|whom|them))"
    r"\b[^,;:]*$",
    re.IGNORECASE,
)


def of_other_things(pair: SentencePair, a: When, b: When) -> bool:
    """Whether the two dates belong to two things, whatever else their sentences have in common.

    "The party's 2008 nominee" and "the 2016 race"; "held for theft in 2010 and for arson in 2008" and "for theft in
    2004", where 2008 is not the year of the theft.
    """
    things = _said_of(a), _said_of(b)
    if all(things):
        if not things[0] & things[1]:
            return True
    elif any(things):
        one, other = (a, b) if things[0] else (b, a)
        # the noun may be what the other sentence says in a verb: "the 2012 election", "was elected in 2008"
        said = _roots(sentence_words(other.sentence))
        thing = things[0] or things[1]
        if not thing & said and not _tells_when(one):
            return True
        # "after the 2012 fire he was fined", "he was fined over the fire in 2015": the year of the fine
        if _apart_in_time(one) and not thing & _governors(other):
            return True
    return _of_other_phrase(a, b) or _of_other_phrase(b, a)


def of_a_part(when: When) -> bool:
    """Whether a date is that of a part: "passed both chambers, the latter on Friday", "one of whom left in May"."""
    return _OF_A_PART.search(when.document.text[when.sentence.span.start : when.span.start]) is not None


def _said_of(when: When) -> frozenset[str]:
    """The roots of the noun that a year or a month stands before, and says which one it is; empty without one."""
    if when.value.grain not in _WHICH:
        return frozenset()
    words = sentence_words(when.sentence)
    inside = [n for n, w in enumerate(words) if when.span.overlaps(w.span)]
    for n in inside:
        above = head_index(words, n)
        if above > inside[-1] and words[n].dep in _BEFORE and words[above].pos in _THINGS:
            found = [words[above]]
            # "the 2012 election campaign"
            while words[above].dep == "compound" and head_index(words, above) > above:
                above = head_index(words, above)
                found.append(words[above])
            return _roots(found) | ({_RACE} if any(_race(w) for w in found) else frozenset())
    return frozenset()


def _race(word: Word) -> bool:
    """Whether a year before the word names an election: "a 2016 bid", "the 2016 candidates"; a nominee is of any."""
    return word.lemma.lower() in _RACES or word.text.lower() == "candidates"


def _tells_when(when: When) -> bool:
    """Whether the noun after a year tells when something was done: "said in a 2012 interview"."""
    words = sentence_words(when.sentence)
    n = next((n for n, w in enumerate(words) if when.span.overlaps(w.span)), -1)
    while n >= 0 and words[n].dep in _BEFORE and head_index(words, n) > n:
        n = head_index(words, n)
    above = head_index(words, n)
    if not 0 <= above < len(words) or words[above].lemma.lower() not in _AT:
        return False
    return words[head_index(words, above)].pos in ("VERB", "AUX")


def _apart_in_time(when: When) -> bool:
    """Whether what the year says which it is came before or after what is told: "following the 2012 fire"."""
    words = sentence_words(when.sentence)
    n = next((n for n, w in enumerate(words) if when.span.overlaps(w.span)), -1)
    while n >= 0 and words[n].dep in (*_BEFORE, "pobj", "dobj") and words[n].lemma.lower() not in _APART:
        n = head_index(words, n)
    return n >= 0 and words[n].lemma.lower() in _APART


def _governors(when: When) -> frozenset[str]:
    """The roots of whatever a date hangs on, up to a verb: "fined in 2012", "after the fire of 2012"."""
    words = sentence_words(when.sentence)
    n = next((n for n, w in enumerate(words) if when.span.overlaps(w.span)), -1)
    above = []
    while n >= 0 and words[n].dep in (*_BEFORE, "pobj", "prep"):
        n = head_index(words, n)
        above.append(words[n])
    return _roots(above)


def _of_other_phrase(one: When, other: When) -> bool:
    """Whether the other tells of the phrase beside the date's own: "for theft in 2010 and for arson in 2008"."""
    for own, beside in _phrases(one):
        mine, theirs = _roots(own) - _roots(beside), _roots(beside) - _roots(own)
        # what two phrases of one kind differ in is what is said of their nouns: "a gun charge", "a traffic charge"
        narrow = _roots(_modifying(own)) & mine, _roots(_modifying(beside)) & theirs
        mine, theirs = narrow if all(narrow) else (mine, theirs)
        told = [o for o, _ in _phrases(other)] or [sentence_words(other.sentence)]
        if not mine or not theirs:
            continue
        there = frozenset[str]().union(*(_roots(t) for t in told))
        if len(mine & there) / len(mine) < len(theirs & there) / len(theirs):
            return True
    return False


def _phrases(when: When) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """The words of the phrase that a date belongs to and of one joined to it that has a date of its own.

    Only phrases without a verb: a clause is told apart by its verb.
    """
    words = sentence_words(when.sentence)
    dates = sorted(_alike(when.sentence, when), key=lambda d: d.span.start)
    for first, second in pairwise(dates):
        if when not in (first, second):
            continue
        one, other = _around(words, first, second)
        if one and other and not any(_verbal(w) for w in (*one, *other)):
            yield (one, other) if when == first else (other, one)


def _alike(sentence: SentenceView, when: When) -> list[When]:
    return [d for d in sentence.dates if d.value.grain == when.value.grain]


def _around(words: Sequence[Word], first: When, second: When) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of two dated phrases that are joined: each before its date, or each after it; else empty."""
    between = [w for w in words if first.span.end <= w.span.start and w.span.end <= second.span.start]
    start = _skipped(between)
    if start:
        before = [w for w in words if w.span.end <= first.span.start]
        last = max((n for n, w in enumerate(before) if _verbal(w)), default=-1)
        return _content(before[last + 1 :]), _content(between[start:])
    if between and between[-1].lemma.lower() in _PREPOSITIONS:
        between = between[:-1]
    end = _skipped(between[::-1])
    if end:
        after = [w for w in words if second.span.end <= w.span.start]
        stop = next((n for n, w in enumerate(after) if w.pos == "PUNCT" and w.text != "-"), len(after))
        return _content(between[: len(between) - end]), _content(after[:stop])
    return (), ()


def _skipped(words: Sequence[Word]) -> int:
    """How many words at the beginning join phrases; 0 where none does."""
    found = 0
    for word in words:
        if word.lemma.lower() not in _JOINS | _FILLS:
            break
        found += 1
    joining = {w.lemma.lower() for w in words[:found]}
    return found if joining & _JOINS or "well" in joining else 0


def _content(words: Sequence[Word]) -> list[Word]:
    return [w for w in words if w.pos in _CONTENT]


def _verbal(word: Word) -> bool:
    """Whether it is a verb of its own, not a part of a word: "gun-related"."""
    return word.pos == "VERB" and word.dep not in _MODIFIERS


def _modifying(words: Sequence[Word]) -> list[Word]:
    return [w for w in words if w.dep in _MODIFIERS or w.pos == "ADJ"]


def _roots(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(root(canonical(w.lemma.lower())) for w in words if w.pos in _CONTENT)
