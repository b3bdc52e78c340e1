"""Finds quantities in parsed sentences: counts, money, percent, measures, durations, ages, ordinals, scores."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.annotate import people
from checker.annotate.amounts import owner_of
from checker.annotate.counted import Counted, count_of, lemma_of, noun_phrase
from checker.annotate.hedges import Hedge, bounds, hedge_after, hedge_before
from checker.annotate.identifiers import identifier_places, only_numbers
from checker.annotate.lexer import Lexeme, lexemes
from checker.annotate.numerals import Numeral, read_numeral
from checker.annotate.scores import read_score
from checker.annotate.units import SECONDS, Unit, currency_before, unit_after
from checker.models.language import Mention, QuantityValue
from checker.models.text import Document, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from checker.protocols import Parsed

NAME = "numbers"


class Reading(NamedTuple):
    """A quantity as read: lexemes ``first`` to ``end``, its core without hedge from ``core``, and its value."""

    first: int
    core: int
    end: int
    value: QuantityValue


def annotate_numbers(
    document: Document, parsed: "Sequence[Parsed]", found: Sequence[Mention] = ()
) -> list[Mention]:
    """Every quantity of the sentences, in order; words that a date of ``found`` covers are left to it."""
    dates: dict[int, list[Span]] = {}
    for mention in found:
        if mention.kind == "date":
            dates.setdefault(mention.sentence, []).append(mention.span)
    mentions: list[Mention] = []
    for one in parsed:
        sentence = one.sentence
        closed = [
            (s.start - sentence.span.start, s.end - sentence.span.start)
            for s in dates.get(sentence.index, ())
        ]
        for reading, lex in _Reader(one.doc, sentence.text, closed).readings():
            mentions.append(_mention(sentence, lex, reading))
    return mentions


def _mention(sentence: Sentence, lex: Sequence[Lexeme], reading: Reading) -> Mention:
    start, end = lex[reading.first].start, lex[reading.end - 1].end
    span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
    return Mention(
        kind="quantity",
        span=span,
        text=sentence.text[start:end],
        value=reading.value,
        sentence=sentence.index,
    )


class _Reader:
    """Walks over one sentence; the grammar works on lexemes, the question what is counted on the parse."""

    def __init__(self, doc: "Doc", text: str, closed: list[tuple[int, int]]) -> None:
        self.doc = doc
        self.lex = lexemes(text)
        places = closed + identifier_places(text)
        self.shut = [any(x.start < end and start < x.end for start, end in places) for x in self.lex]
        self.token_at: dict[int, int] = {}
        for token in doc:
            for place in range(token.idx, token.idx + len(token)):
                self.token_at[place] = token.i

    def readings(self) -> Iterator[tuple[Reading, list[Lexeme]]]:
        i = done = 0
        while i < len(self.lex):
            reading = None if self.shut[i] else self._read(i, done)
            if reading is None:
                i += 1
                continue
            yield reading, self.lex
            i = done = reading.end

    def tokens(self, first: int, end: int) -> tuple[int, int]:
        """The tokens that the lexemes ``first`` to ``end`` touch."""
        return self.token_at.get(self.lex[first].start, 0), self.token_at.get(
            self.lex[end - 1].end - 1, 0
        ) + 1

    def low(self, i: int) -> str:
        return self.lex[i].low if 0 <= i < len(self.lex) else ""

    def free(self, first: int, end: int) -> bool:
        return not any(self.shut[first:end])

    def _read(self, i: int, done: int) -> Reading | None:
        if self.low(i) in ("no", "nobody", "none"):
            return self._none(i)
        score = read_score(self.lex, i, self.doc)
        if score is not None and self.free(i, score[0]):
            return Reading(i, i, score[0], score[1])
        money = currency_before(self.lex, i)
        at = money[1] if money else i
        numeral = read_numeral(self.lex, at, letters=money is not None or self._million(at))
        if (
            numeral is None
            or not self.free(at, numeral.end)
            or not self._attached(numeral, money is not None)
        ):
            return None
        age = self._age(numeral) if money is None else None
        if age is not None:
            return age
        if numeral.kind == "ordinal":
            return self._ordinal(numeral)
        return self._amount(i, numeral, money[0] if money else "", done)

    def _million(self, at: int) -> bool:
        """ "40m people": a plural after the letter says that it stands for millions."""
        if self.low(at + 1) not in ("m", "k") or at + 2 >= len(self.lex):
            return False
        token = self.doc[self.token_at.get(self.lex[at + 2].start, 0)]
        return bool(token.tag_ == "NNS") and token.lower_ not in ("metres", "meters", "sprints")

    def _attached(self, numeral: Numeral, money: bool) -> bool:
        """Refuse figures glued to letters or other figures, and words that are pronouns or name no number."""
        first, end = numeral.first, numeral.end
        before = self.lex[first - 1] if first else None
        if before is not None and before.end == self.lex[first].start and not money:
            if before.low in (".", ":", "/", "_", "#", "@", "'", "’") or (
                before.text == "," and numeral.figures
            ):
                return False
            if before.text == "-" and first > 1 and self.lex[first - 2].end == before.start:
                return not numeral.figures and self.lex[first - 2].low not in ("twenty", "no", "one")
        if self.low(first) in ("one", "zero") and end == first + 1:
            return self._one_counts(first, end)
        if self.low(first) == "half" and numeral.kind == "fraction":
            return self._half_counts(first, end)
        if (
            numeral.kind == "vague"
            and self.low(first) in ("a", "several")
            and self.low(end) in ("times", "ways")
        ):
            return False
        return True

    def _one_counts(self, first: int, end: int) -> bool:
        """Whether "one" is a number and not a pronoun ("one of the", "no one", "one day", "one official said")."""
        if self.low(first - 1) in (
            "no",
            "any",
            "every",
            "each",
            "this",
            "that",
            "the",
            "which",
            "some",
            "day",
            "-",
            "another",
            "it",
            "only",
        ):
            return False
        if unit_after(self.lex, end) is not None and self.low(end) not in (
            "day",
            "night",
            "second",
            "minute",
        ):
            return True
        start, stop = self.tokens(first, end)
        phrase = noun_phrase(self.doc, stop)
        if self.low(end) == "of":
            return False
        counted = count_of(self.doc, start, start, stop)
        if (
            counted.noun == "vote"
            or set(counted.of) & set(people.NOUNS.values())
            or set(counted.of) & people._STATES.keys()
        ):
            return True
        token = self.doc[start]
        if phrase.head is None or token.dep_ != "nummod" or phrase.head.tag_ not in ("NN",):
            return False
        return lemma_of(phrase.head) not in people.PERSONS and lemma_of(phrase.head) not in _NOT_ONE

    def _half_counts(self, first: int, end: int) -> bool:
        before, after = self.low(first - 1), self.low(end)
        if before in (
            "first",
            "second",
            "other",
            "better",
            "final",
            "opening",
            "a",
            "last",
            "latter",
            "-",
        ) or after in ("-", "past", "time", "brother", "sister"):
            return (
                before == "a" and after in ("hour", "mile") or (after == "-" and self.low(end + 1) in SECONDS)
            )
        return before not in ("in",)

    def _none(self, i: int) -> Reading | None:
        """ "no survivors", "no one was hurt": nought of what is counted."""
        end = i + (2 if self.low(i) == "no" and self.low(i + 1) == "one" else 1)
        start, stop = self.tokens(i, end)
        if self.low(i) == "no" and end == i + 1:
            phrase = noun_phrase(self.doc, stop)
            noun = lemma_of(phrase.head) if phrase.head is not None else ""
            if noun not in people.NOUNS and noun not in ("victim", "abstention"):
                return None
        counted = count_of(self.doc, start, start, stop)
        if counted.noun not in ("person", "vote") or not counted.of:
            return None
        value = QuantityValue(number=0, low=0, high=0, counted=counted.noun, of=counted.of)
        return Reading(i, i, end, value)

    def _age(self, numeral: Numeral) -> Reading | None:
        """ "34-year-old", "34 years old", "aged 34", "Smith, 34,"."""
        first, end = numeral.first, numeral.end
        if numeral.kind != "cardinal" or not 0 < numeral.value < 125:
            return None
        words = [self.low(k) for k in range(end, end + 6)]
        size = 0
        for pattern in (
            ("-", "year", "-", "old"),
            ("-", "year", "-", "olds"),
            ("years", "old"),
            ("year", "old"),
            ("-", "year", "old"),
            ("years", "of", "age"),
            ("years", "-", "old"),
        ):
            if tuple(words[: len(pattern)]) == pattern:
                size = len(pattern)
                break
        start, stop = self.tokens(first, end + size)
        whose = ""
        if size:
            phrase = noun_phrase(self.doc, stop)
            whose = lemma_of(phrase.head) if phrase.head is not None else ""
        elif self.low(first - 1) in ("aged", "age") or (self.low(first - 1), self.low(first - 2)) == (
            "of",
            "age",
        ):
            pass
        elif (
            self.low(first - 1) == ","
            and numeral.figures
            and words[0] in (",", ".", "", ")", "and", ";")
            and start >= 2
            and self.doc[start - 2].pos_ == "PROPN"
            and self.doc[start - 2].ent_type_ in ("PERSON", "ORG", "GPE", "")
            and numeral.value >= 5
        ):
            whose = lemma_of(self.doc[start - 2])
        else:
            return None
        value = QuantityValue(
            number=numeral.value,
            low=numeral.value,
            high=numeral.value,
            unit="year",
            form="age",
            counted=whose,
        )
        return Reading(first, first, end + size, value)

    def _ordinal(self, numeral: Numeral) -> Reading | None:
        start, stop = self.tokens(numeral.first, numeral.end)
        if self.low(numeral.end) in ("-", ",") or self.low(numeral.first - 1) in ("at", ","):
            return None
        phrase = noun_phrase(self.doc, stop)
        if (
            phrase.head is None
            or self.low(numeral.first) in ("first", "second")
            and self.low(numeral.end) in ("time", "thing", "place", "lady", "name")
        ):
            return None
        noun = lemma_of(phrase.head)
        if self.doc[start].pos_ == "ADV" or noun in ("street", "avenue", "amendment", "floor"):
            return None
        number = numeral.value
        value = QuantityValue(
            number=number,
            low=number,
            high=number,
            form="ordinal",
            counted=noun,
            of=tuple(sorted(set(phrase.modifiers))),
        )
        return Reading(numeral.first, numeral.first, numeral.end, value)

    def _amount(self, i: int, numeral: Numeral, currency: str, done: int) -> Reading | None:
        second, end, currency = self._range(i, numeral, currency, done)
        last = second or numeral
        unit = None if currency else self._unit(last)
        scale = 1.0
        if numeral.kind == "fraction":
            inner = unit_after(
                self.lex, end + (self.low(end) in ("a", "an", "of")) + (self.low(end + 1) in ("a", "an"))
            )
            unit = (
                inner
                if inner is not None
                and inner.form in ("duration", "measure")
                and self.low(end) in ("a", "an", "of", "hour", "mile", "-")
                else None
            )
            scale = 0.01 if unit is not None else 1.0
        if unit is not None:
            end = unit.end
        first, hedge, narrow = self._hedge_before(i, numeral, done, second is not None)
        after = hedge_after(self.lex, last.end if unit is None else end)
        if after is None and unit is not None:
            after = hedge_after(self.lex, last.end)
            end = max(end, last.end)
        elif after is not None and self.free(end, end + after.size):
            end += after.size
        if after is not None:
            hedge = after.hedge
        start, stop = self.tokens(i, end)
        before = self.tokens(first, end)[0]
        form, name = self._form(numeral, unit, currency)
        if form == "cardinal" and numeral.figures and second is None:
            phrase = noun_phrase(self.doc, stop)
            if (
                hedge == ""
                and not numeral.magnitude
                and only_numbers(self.doc, start, stop, phrase.head is not None)
            ):
                return None
            if self._year(numeral, first):
                return None
        counted = self._counted(before, start, stop, form)
        value = _value(numeral, second, unit, scale, form, name, hedge, narrow, counted)
        return Reading(first, i, end, value)

    def _unit(self, numeral: Numeral) -> Unit | None:
        at = numeral.end
        if self.low(at) == "-" and at + 1 < len(self.lex) and self.lex[at].end == self.lex[at + 1].start:
            unit = unit_after(self.lex, at + 1, numeral.magnitude)
            if unit is not None:
                return unit
        if self.low(at) in ("+", "plus"):
            at += 1
        elif (self.low(at), self.low(at + 1)) in (("or", "so"), ("or", "more")):
            at += 2
        if self.low(at) in (
            "full",
            "more",
            "consecutive",
            "whole",
            "straight",
            "further",
            "additional",
            "long",
        ):
            at += 1
        unit = unit_after(self.lex, at, numeral.magnitude)
        return unit if unit is None or self.free(numeral.end, unit.end) else None

    def _year(self, numeral: Numeral, first: int) -> bool:
        lexeme = self.lex[numeral.first]
        return (
            numeral.end == numeral.first + 1 and len(lexeme.text) == 4 and lexeme.text.isdecimal()
            and 1500 <= numeral.value <= 2100 and first == numeral.first
            and self.doc[self.token_at.get(lexeme.start, 0)].dep_ != "nummod"
        )  # fmt: skip

    def _range(self, i: int, one: Numeral, currency: str, done: int) -> tuple[Numeral | None, int, str]:
        """The second figure of "10 to 15", "10-15", "between 10 and 15", "$10 to $15 billion"."""
        nothing = (None, one.end, currency)
        word = self.low(one.end)
        between = self.low(i - 1) == "between" and i > done
        if word not in ("to", "-", "–", "—", "or") and not (word == "and" and between):
            return nothing
        if word == "to" and self.low(i - 1) in ("from", "by"):
            return nothing
        money = currency_before(self.lex, one.end + 1)
        at = money[1] if money else one.end + 1
        two = read_numeral(self.lex, at, letters=bool(currency or money) or self._million(at))
        if (
            two is None
            or two.kind not in ("cardinal", "vague")
            or one.kind != "cardinal"
            or not self.free(one.end, two.end)
        ):
            return nothing
        if (
            not currency
            and money is None
            and word in ("-", "–", "—")
            and self.lex[one.end].start > self.lex[one.end - 1].end
        ):
            return nothing
        if bool(currency) < bool(money) or (word == "or" and two.value > one.value * 2 + 2):
            return nothing
        if two.magnitude and not one.magnitude and two.value > one.value * 1000:
            size = 10.0 ** (len(str(int(two.value / one.value))) // 3 * 3)
            one_value = one.value * size
        else:
            one_value = one.value
        if one_value >= two.value:
            return nothing
        return two, two.end, currency or (money[0] if money else "")

    def _hedge_before(self, i: int, numeral: Numeral, done: int, ranged: bool) -> tuple[int, Hedge, bool]:
        if ranged and self.low(i - 1) in ("between", "from") and i - 1 >= done:
            return i - 1, "range", False
        at = i
        if self.low(at - 1) in ("the", "another", "a", "an", "its", "his", "their") and hedge_before(
            self.lex, at - 1
        ):
            at -= 1
        found = hedge_before(self.lex, at)
        if found is None or at - found.size < done or not self.free(at - found.size, i):
            return i, "range" if ranged else "", False
        if found.hedge in ("more than", "less than", "about") and self._preposition(
            at - found.size, found.size
        ):
            return i, "range" if ranged else "", False
        return at - found.size, found.hedge, found.narrow

    def _preposition(self, at: int, size: int) -> bool:
        """Whether "over", "about", "around", "under" stand for a place or a topic: "a vote about 12 issues"."""
        if size > 1 or self.low(at) not in (
            "about",
            "over",
            "above",
            "below",
            "under",
            "around",
            "beyond",
            "some",
        ):
            return False
        token = self.doc[self.token_at.get(self.lex[at].start, 0)]
        return bool(
            self.low(at) == "about"
            and token.dep_ == "prep"
            and token.head.lemma_ in ("talk", "question", "ask", "speak", "concern")
        )

    def _form(self, numeral: Numeral, unit: Unit | None, currency: str) -> tuple[str, str]:
        if currency:
            return "money", currency
        if unit is not None:
            return unit.form, unit.name
        return ("fraction", "percent") if numeral.kind == "fraction" else ("cardinal", "")

    def _counted(self, before: int, start: int, stop: int, form: str) -> Counted:
        if form in ("cardinal",):
            return count_of(self.doc, before, start, stop)
        return owner_of(self.doc, before, start, stop, form)


def _value(
    one: Numeral, two: Numeral | None, unit: Unit | None, scale: float, form: str, name: str, hedge: Hedge, narrow: bool,
    counted: Counted,
) -> QuantityValue:  # fmt: skip
    factor, offset = (unit.factor, unit.offset) if unit is not None else (1.0, 0.0)

    def canonical(x: float | None) -> float | None:
        return None if x is None else round(x * scale * factor + offset, 6)

    number, step = one.value, one.step
    low: float | None
    high: float | None
    if two is not None:
        number = one.value
        if two.magnitude and not one.magnitude:
            while number * 1000 <= two.value:
                number *= 1000
        low, high, hedge = number, two.value, "range"
        step = min(one.step * (number / one.value if one.value else 1), two.step)
    elif one.low is not None or one.high is not None:
        low, high = one.low, one.high
        if hedge in ("at least", "more than"):
            high = None
        hedge = hedge or ("about" if one.kind == "vague" else "")
    else:
        low, high = bounds(number, hedge, narrow, count=form == "cardinal")
    if name == "gram" and unit is not None and 9e5 < unit.factor < 9.5e5:
        # a "ton" may be 907, 1,000 or 1,016 kg: the account does not say which
        low, high = (None if low is None else low), (None if high is None else high * 1.12)
    return QuantityValue.model_validate(
        {
            "number": canonical(number), "low": canonical(low), "high": canonical(high),
            "step": round(abs(step * scale * factor), 9) or 1.0, "unit": name, "form": form, "counted": counted.noun,
            "of": counted.of, "hedge": hedge,
        }
    )  # fmt: skip


_NOT_ONE = frozenset(
    "day thing way point reason side time hand other another moment night morning example part kind sort case word".split()
)
