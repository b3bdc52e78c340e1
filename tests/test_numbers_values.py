"""When two quantities can both be true, and when they count the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_numbers import values

from checker.models.language import QuantityValue
from checker.models.quantities import same_thing

_NUMBERS = st.integers(min_value=0, max_value=5000).map(float)


@st.composite
def quantity(draw: st.DrawFn) -> QuantityValue:
    number = draw(_NUMBERS)
    below, above = draw(st.none() | _NUMBERS), draw(st.none() | _NUMBERS)
    return QuantityValue(
        number=number,
        low=None if below is None else number - below,
        high=None if above is None else number + above,
        step=draw(st.sampled_from([0.1, 1.0, 10.0, 100.0, 1000.0])),
        unit=draw(st.sampled_from(["", "percent", "USD"])),
        form=draw(st.sampled_from(["cardinal", "duration", "score"])),
        counted=draw(st.sampled_from(["", "person", "vote"])),
        of=draw(st.sampled_from([(), ("dead",), ("injured",), ("for",), ("change",)])),
        hedge=draw(st.sampled_from(["", "about", "range"])),
        parts=draw(st.sampled_from([(), (93.0, 18.0), (18.0, 93.0, 65.0)])),
    )


@given(quantity(), quantity())
def test_compatible_and_same_thing_are_symmetric_and_reflexive(a: QuantityValue, b: QuantityValue) -> None:
    assert a.compatible(a)
    assert a.compatible(b) == b.compatible(a)
    assert same_thing(a, b) == same_thing(b, a)
    assert 0 <= same_thing(a, b) <= 1


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("3.2 million people came", "3,214,000 people came", True),
        ("More than 100 people came", "112 people came", True),
        ("12 people came", "13 people came", False),
        ("About 40 people came", "42 people came", True),
        ("At least 12 people came", "15 people came", True),
        ("At least 15 people came", "12 people came", False),
        ("Nearly 200 people came", "196 people came", True),
        ("200 people came", "196 people came", True),
        ("1 million people came", "1.4 million people came", False),
        ("1,250 people came", "1,246 people came", False),
        ("It lasted over an hour", "It lasted for 90 minutes", True),
        ("It lasted over an hour", "It lasted more than an hour", True),
        ("It lasted two hours", "It lasted five hours", False),
        ("They walked 10 miles", "They walked 16 km", True),
        ("They walked 10 miles", "They walked 10 km", False),
        ("It cost $40", "It cost €50", True),
        ("It rose 5 percent", "It rose 7 percent", False),
        ("It rose 5 percent", "It rose 5.2%", True),
        ("Half of them left", "50 percent of them left", True),
        ("Dozens of people came", "40 people came", True),
        ("Dozens of people came", "3,000 people came", False),
        ("Between 10 and 15 people came", "12 people came", True),
        ("Between 10 and 15 people came", "17 people came", False),
    ],
)
def test_compatible(one: str, other: str, agree: bool) -> None:
    (a,), (b,) = values(one + "."), values(other + ".")
    assert a.compatible(b) is agree


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12 people were killed", "The attack killed 13", True),
        ("12 people were killed", "13 were injured", False),
        ("93 voted in favour", "18 voted against", False),
        ("12 Ukrainian soldiers left", "15 Russian soldiers left", False),
        ("12 deputies left", "15 lawmakers left", True),
        ("Revenue rose 5%", "Revenue fell to 5%", False),
        ("Profit was $3m", "Profit was 3 percent", False),
        ("12 lawmakers left", "15 tanks left", False),
    ],
)
def test_same_thing(one: str, other: str, same: bool) -> None:
    (a,), (b,) = values(one + "."), values(other + ".")
    assert (same_thing(a, b) >= 0.5) is same


@pytest.mark.parametrize(
    ("above", "below", "agree"),
    [
        ("more than", "less than", False),
        ("at least", "less than", False),
        ("more than", "at most", False),
        ("at least", "at most", True),
    ],
)
def test_bounds_that_meet_at_one_figure(above, below, agree):
    more = QuantityValue(number=250, low=250, hedge=above)
    fewer = QuantityValue(number=250, high=250, hedge=below)
    assert more.compatible(fewer) is fewer.compatible(more) is agree
