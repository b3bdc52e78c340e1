"""Quantities in sentences of our own: figures, words, units, hedges and what is counted."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.annotate.dates import annotate_dates
from checker.annotate.lexer import lexemes
from checker.annotate.numbers import annotate_numbers
from checker.annotate.numerals import TENS, UNITS, read_numeral
from checker.models.language import Mention, QuantityValue
from checker.models.text import Document, Sentence, Span
from checker.parse import parse

_ONES = {n: w for w, n in UNITS.items()}
_TENS = {n: w for w, n in TENS.items()}


def quantities(text: str) -> list[Mention]:
    sentence = Sentence(index=0, span=Span(start=3, end=3 + len(text)), text=text, block=0)
    document = Document(id="d", source="s", uri="d.txt", text=f"-- {text}")
    parsed = parse([sentence])
    found = annotate_numbers(document, parsed, annotate_dates(document, parsed))
    for mention in found:
        assert mention.span.of(document.text) == mention.text
    return found


def values(text: str) -> list[QuantityValue]:
    return [m.value for m in quantities(text) if isinstance(m.value, QuantityValue)]


def in_words(number: int) -> str:
    """A whole number below a billion in English words, by a way of its own."""
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if size == 100 else " "
            return f"{in_words(head)} {name}" + (joint + in_words(rest) if rest else "")
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens * 10] + (f"-{_ONES[ones]}" if ones else "")


@given(st.integers(min_value=1, max_value=10**9 - 1))
def test_every_whole_number_is_read_from_its_words(number: int) -> None:
    lex = lexemes(in_words(number))
    numeral = read_numeral(lex, 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (number, len(lex))


@given(st.integers(min_value=0, max_value=10**12))
def test_every_whole_number_is_read_from_its_digits(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        numeral = read_numeral(lexemes(text), 0)
        assert numeral is not None
        assert (numeral.value, numeral.end, numeral.figures) == (number, 1, True)
        assert number == 0 or number % numeral.step == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["12", "people", "over", "$", "3.5", "-", "half", "a", "dozen", "%", "to",
    "between", "and",
                                 "one", "years", "old", ",", "killed", "no", "third", "m", "°", "(", "½",
                                 "x"]), min_size=1, max_size=9))  # fmt: skip
def test_spans_are_exact_in_any_jumble(words: list[str]) -> None:
    found = quantities(" ".join(words))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "A ticket for the ferry now costs $20 -",
        "It costs 5 euros -",
        "She ran 20 km -",
        "They took 1/2 -",
        "A 130 hour -",
    ],
)
def test_a_dash_may_end_the_sentence_after_an_amount(text: str) -> None:
    (mention,) = quantities(text)
    assert mention.text in text


@pytest.mark.parametrize("size", [61, 309, 310, 5000])
def test_a_number_that_no_computer_holds_is_none(size: int) -> None:
    digits = "9" * size
    for text in (
        "{} people came.",
        "It cost ${}.",
        "It took 1/{} hours.",
        "The {}th man ran {} km.",
        "{}-3 votes",
    ):
        assert all(v.number < 10 for v in values(text.replace("{}", digits)))
    assert not values(f"He paid ${digits[:300]} million million.")
    assert not values(f"He paid 5{' hundred' * size} euros.")


@pytest.mark.parametrize(
    ("text", "number", "counted", "of"),
    [
        ("The blast killed at least 12 people.", 12, "person", ("dead",)),
        ("Twelve people were killed in the blast.", 12, "person", ("dead",)),
        ("The fire left 12 dead.", 12, "person", ("dead",)),
        ("The death toll rose to 12.", 12, "person", ("dead",)),
        ("The flood claimed 12 lives.", 12, "person", ("dead",)),
        ("Doctors said 30 others were hospitalised.", 30, "person", ("injured",)),
        ("Five are still missing.", 5, "person", ("missing",)),
        ("Police arrested 40 demonstrators.", 40, "person", ("arrested", "demonstrator")),
        ("There were no survivors.", 0, "person", ("survived",)),
        ("No one was hurt.", 0, "person", ("injured",)),
        ("Of the states, 93 voted in favour.", 93, "vote", ("for",)),
        ("It drew 93 votes in favor.", 93, "vote", ("for",)),
        ("Eighteen countries voted against the text.", 18, "vote", ("against",)),
        ("The text passed with 65 abstentions.", 65, "vote", ("abstain",)),
        ("Some 40 Ukrainian soldiers took part.", 40, "soldier", ("ukrainian",)),
    ],
)
def test_what_is_counted(text: str, number: float, counted: str, of: tuple[str, ...]) -> None:
    (value,) = values(text)
    assert (value.number, value.counted, value.of) == (number, counted, of)


def test_both_halves_of_a_coordination_have_their_state() -> None:
    assert [(v.number, v.of) for v in values("The raid killed 12 people and injured 30.")] == [
        (12, ("dead",)),
        (30, ("injured",)),
    ]
    assert [v.of for v in values("Four nurses and 11 drivers were killed.")] == [
        ("dead", "nurse"),
        ("dead", "driver"),
    ]


def test_whoever_kills_is_not_dead() -> None:
    assert [v.of for v in values("Twelve gunmen killed 30 people.")] == [(), ("dead",)]


@pytest.mark.parametrize(
    ("text", "exact", "form", "unit", "low", "high"),
    [
        ("They waited over an hour.", "over an hour", "duration", "second", 3600, None),
        ("The ban passed by a single vote.", "a single", "cardinal", "", 1, 1),
        ("It was a two-hour meeting.", "two-hour", "duration", "second", 7200, 7200),
        ("The fund gave $1.2bn.", "$1.2bn", "money", "USD", 1.2e9, 1.2e9),
        ("It cost about 40 million euros.", "about 40 million euros", "money", "EUR", 34e6, 46e6),
        ("The firm is owed 270 million shillings.", "270 million shillings", "money", "shilling", 270e6, 270e6),
        ("He was fined 600,000 cedis.", "600,000 cedis", "money", "GHS", 600e3, 600e3),
        ("The fee is £10 to £15.", "£10 to £15", "money", "GBP", 10, 15),
        ("Prices rose 5 percent.", "5 percent", "percent", "percent", 5, 5),
        ("Rates fell by 25 basis points.", "25 basis points", "percent", "percentage point", 0.25, 0.25),
        ("They walked 10 km.", "10 km", "measure", "metre", 10000, 10000),
        ("They walked five miles.", "five miles", "measure", "metre", 8046.72, 8046.72),
        ("It was 50 degrees Fahrenheit.", "50 degrees Fahrenheit", "measure", "degree Celsius", 10, 10),
        ("Two-thirds of voters agreed.", "Two-thirds", "fraction", "percent", 66.666667, 66.666667),
        ("Between 10 and 15 buses came.", "Between 10 and 15", "cardinal", "", 10, 15),
        ("They sent 10-15 trucks.", "10-15", "cardinal", "", 10, 15),
        ("As many as 40 houses burned.", "As many as 40", "cardinal", "", None, 40),
        ("Nearly 200 houses burned.", "Nearly 200", "cardinal", "", 160, 200),
        ("They lost 40-odd trucks.", "40-odd", "cardinal", "", 34, 46),
        ("They lost 50-plus trucks.", "50-plus", "cardinal", "", 50, None),
        ("A 34-year-old man came.", "34-year-old", "age", "year", 34, 34),
        ("Jane Miller, 34, was there.", "34", "age", "year", 34, 34),
        ("It is the third anniversary.", "third", "ordinal", "", 3, 3),
        ("The war lasted for 3½ years.", "3½ years", "duration", "second", 110451600, 110451600),
    ],
)  # fmt: skip
def test_forms_and_bounds(
    text: str, exact: str, form: str, unit: str, low: float | None, high: float | None
) -> None:
    (mention,) = quantities(text)
    value = mention.value
    assert isinstance(value, QuantityValue)
    assert (mention.text, value.form, value.unit, value.low, value.high) == (exact, form, unit, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "G7 leaders spoke about COVID-19 and Formula 1.",
        "The Boeing 737 landed.",
        "They cited Article 5 and Resolution 2774.",
        "It is open 24/7.",
        "Call 555-1234 for help.",
        "He lives at 221 Baker Street.",
        "One of them left; one day she will return.",
        "No one came.",
        "He wrote it in 1999.",
        "She met her better half.",
        "See the note.[5]",
        "He was raised by a single mother.",
        "The Second Amendment protects it.",
    ],
)
def test_names_pronouns_and_years_are_no_quantities(text: str) -> None:
    assert [m.text for m in quantities(text)] == []


def test_scores_and_ranges() -> None:
    (score,) = values("The assembly adopted it by 93-18.")
    assert (score.form, score.parts, score.counted) == ("score", (93, 18), "vote")
    (spoken,) = values("Lawmakers approved the bill 93 to 18.")
    assert spoken.parts == (93, 18)
    assert score.compatible(spoken)


def test_what_an_amount_belongs_to() -> None:
    change, level, before = values("Revenue rose 5% to $1.2 billion from $1.1 billion.")
    assert (change.counted, change.of) == ("revenue", ("change",))
    assert (level.counted, level.of) == ("revenue", ())
    assert before.of == ("before",)


def test_from_to_is_a_change_and_no_range() -> None:
    assert [v.hedge for v in values("The toll went from 10 to 15.")] == ["", ""]


def test_less_than_three_dozen_may_be_any_number_below() -> None:
    (value,) = values("Less than three dozen members voted for the bill.")
    assert value.low is None and value.high is not None and value.high >= 36


def test_a_plus_that_ends_the_text_is_one_word() -> None:
    (value,) = values("Her net worth is put at $1.89 million to $6M+")
    assert value.high is None or value.high >= 6_000_000


@pytest.mark.parametrize(
    ("text", "rank", "noun"),
    [
        ("He kept the No. 2 job of party whip.", 2, "job"),
        ("She remained in No. 3 position of the party.", 3, "position"),
        ("He is the number four Democrat in the House.", 4, "democrat"),
    ],
)
def test_a_number_before_what_is_ranked_is_a_rank(text: str, rank: int, noun: str) -> None:
    (value,) = values(text)
    assert (value.number, value.form, value.counted) == (rank, "ordinal", noun)


@pytest.mark.parametrize(
    "text", ["He took the No. 7 train.", "Resolution No. 5 passed.", "Bus No. 12 stops there."]
)
def test_a_number_that_names_a_thing_is_no_rank(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At 17, Mei Tanaka won the open.", [("17", "age", 17.0)]),
        ("At 17, the road ends.", [("17", "cardinal", 17.0)]),
        ("The recall is the brewery's fifth in a year.", [("fifth", "ordinal", 5.0)]),
        ("He took the A, L and 1 lines.", []),
        ("He took the train and 3 buses.", [("3", "cardinal", 3.0)]),
    ],
)
def test_ages_ranks_and_names_by_what_stands_around_them(
    text: str, found: list[tuple[str, str, float]]
) -> None:
    told = [
        (m.text, m.value.form, m.value.number) for m in quantities(text) if isinstance(m.value, QuantityValue)
    ]
    assert [t for t in told if t[1] != "duration"] == found


@pytest.mark.parametrize("verb", ["went up by", "rose", "is up", "went down"])
def test_what_goes_up_changes(verb: str) -> None:
    (value,) = values(f"The price of bread {verb} 9 percent.")
    assert "change" in value.of


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The storm closed two of the school's gyms.", "gym"),
        ("It reached 116 of the state's 120 counties.", "county"),
        ("She sold two of the school's.", "school"),
    ],
)
def test_of_what_somebody_has_the_thing_is_counted(text: str, counted: str) -> None:
    assert values(text)[0].counted == counted


def test_a_range_from_nought_has_a_lower_bound() -> None:
    (value,) = values("0 to 15 million people came.")
    assert (value.low, value.high) == (0, 15_000_000)


def test_one_in_five_people_is_a_share() -> None:
    (value,) = values("One in five adults has a fever.")
    assert (value.number, value.form, value.counted) == (20, "fraction", "adult")
    assert values("She won one in five games.")[0].form == "cardinal"
