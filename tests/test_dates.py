"""Dates in sentences of our own, resolved against the account's date, and when two can name one moment."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.annotate.calendar_days import weekday_near, year_of
from checker.annotate.dates import annotate_dates
from checker.models.language import DateValue, Mention
from checker.models.text import Document, Sentence, Span
from checker.parse import parse


def mentions(text: str, published: str = "2025-02-25") -> list[Mention]:
    sentence = Sentence(index=0, span=Span(start=2, end=2 + len(text)), text=text, block=0)
    document = Document(id="d", source="s", uri="d.txt", text=f"  {text}", published=published)
    found = annotate_dates(document, parse([sentence]))
    for mention in found:
        assert mention.span.of(document.text) == mention.text
    return found


def one(text: str, published: str = "2025-02-25") -> DateValue:
    (mention,) = mentions(text, published)
    assert isinstance(mention.value, DateValue)
    return mention.value


@pytest.mark.parametrize(
    ("text", "exact", "first", "last"),
    [
        ("They met on Monday, 24 February 2025.", "Monday, 24 February 2025", "2025-02-24", "2025-02-24"),
        ("They met on Monday.", "Monday", "2025-02-24", "2025-02-24"),
        ("They will meet on Thursday.", "Thursday", "2025-02-27", "2025-02-27"),
        ("On Monday they met.", "Monday", "2025-02-24", "2025-02-24"),
        ("They met on 2 July. It rained.", "2 July", "2024-07-02", "2024-07-02"),
        ("They met on Feb. 24.", "Feb. 24", "2025-02-24", "2025-02-24"),
        ("They met last November.", "last November", "2024-11-01", "2024-11-30"),
        ("They met in February 2022.", "February 2022", "2022-02-01", "2022-02-28"),
        ("They met in 2014.", "2014", "2014-01-01", "2014-12-31"),
        ("They met in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31"),
        ("They met in mid-2014.", "mid-2014", "2014-03-22", "2014-10-12"),
        ("They met on 2025-02-24.", "2025-02-24", "2025-02-24", "2025-02-24"),
        ("They met yesterday.", "yesterday", "2025-02-24", "2025-02-24"),
        ("They meet tomorrow.", "tomorrow", "2025-02-26", "2025-02-26"),
        ("They met three days ago.", "three days ago", "2025-02-22", "2025-02-22"),
        ("They met earlier this month.", "earlier this month", "2025-02-01", "2025-02-25"),
        ("They met last year.", "last year", "2024-01-01", "2024-12-31"),
    ],
)
def test_resolved(text: str, exact: str, first: str, last: str) -> None:
    (mention,) = mentions(text)
    assert isinstance(mention.value, DateValue)
    assert (mention.text, mention.value.first, mention.value.last) == (exact, first, last)


def test_what_is_kept_without_the_accounts_date() -> None:
    assert (one("They met on Monday.", "").first, one("They met on Monday.", "").weekday) == ("", 0)
    assert one("They met on 24 February.", "").month_day == "02-24"
    assert one("They have fought since 2014.").relation == "since"


@pytest.mark.parametrize(
    ("text", "minutes", "zone"),
    [
        ("It began at 8 p.m.", 1200, ""),
        ("It began at 18:05 GMT.", 1085, "GMT"),
        ("It began at 1430 GMT.", 870, "GMT"),
        ("It began at noon.", 720, ""),
        ("It began shortly after 3am local time.", 180, "LOCAL"),
        ("It began at 9:30 a.m. Eastern Time.", 570, "ET"),
    ],
)
def test_times_of_day(text: str, minutes: int, zone: str) -> None:
    value = one(text)
    assert (value.minutes, value.zone) == (minutes, zone)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the city.",
        "Theresa May spoke to June Smith.",
        "He sat in the sun for a second.",
        "The past 80 years were good.",
        "Some 2000 people came.",
        "They cited Resolution 2014.",
        "Black Friday sales were good.",
        "It was a Monday.",
    ],
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert [m.text for m in mentions(text)] == []


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("They met on Monday.", "They met on 24 February.", True),
        ("They met on Monday.", "They met on Tuesday.", False),
        ("They met in February 2025.", "They met on 24 February 2025.", True),
        ("They met in 2014.", "They met in 2015.", False),
        ("It began at about 8 p.m.", "It began at 8:05 p.m.", True),
        ("It began at 8:15 p.m.", "It began at 9:40 p.m.", False),
        ("It began at 9:30 a.m. EST.", "It began at 14:30 GMT.", True),
        ("It began on Monday evening.", "It began on Monday morning.", False),
        ("It began on Monday night.", "It began early on Tuesday.", True),
        ("It began on Monday night.", "It began on Wednesday morning.", False),
        ("They fought since 2014.", "They fought in 2020.", True),
    ],
)
@pytest.mark.parametrize("published", ["", "2025-02-25"])
def test_compatible(a: str, b: str, agree: bool, published: str) -> None:
    assert one(a, published).compatible(one(b, published)) is agree


_DATES = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1))


@given(_DATES, st.integers(0, 6))
def test_a_bare_weekday_lies_within_six_days(published: date, weekday: int) -> None:
    past, future = weekday_near(published, weekday, "past"), weekday_near(published, weekday, "future")
    assert past is not None
    assert future is not None
    assert past[0].weekday() == future[0].weekday() == weekday
    assert timedelta(0) <= published - past[0] <= timedelta(days=6)
    assert timedelta(0) <= future[0] - published <= timedelta(days=6)


@given(_DATES, _DATES)
def test_the_year_of_a_day_keeps_month_and_day(published: date, other: date) -> None:
    found = year_of(published, other.month, other.day, "past")
    assert found is None or (
        (found.month, found.day) == (other.month, other.day) and found <= published + timedelta(days=1)
    )


@st.composite
def date_value(draw: st.DrawFn) -> DateValue:
    first = draw(_DATES)
    known = draw(st.booleans())
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 1, 30, 365])))
    return DateValue(
        first=first.isoformat() if known else "",
        last=last.isoformat() if known else "",
        weekday=draw(st.none() | st.integers(0, 6)),
        month_day=draw(st.sampled_from(["", "02-24", "03-01"])),
        month=draw(st.none() | st.integers(1, 12)),
        minutes=draw(st.none() | st.integers(0, 1439)),
        slack=draw(st.integers(0, 30)),
        zone=draw(st.sampled_from(["", "LOCAL", "GMT", "ET", "XYZ"])),
        part=draw(st.sampled_from(["", "morning", "night", "early"])),
        relation=draw(st.sampled_from(["", "since", "before"])),
        anchored=draw(st.booleans()),
    )


@given(date_value(), date_value())
def test_compatible_is_symmetric_and_reflexive(a: DateValue, b: DateValue) -> None:
    assert a.compatible(a)
    assert a.compatible(b) == b.compatible(a)


@pytest.mark.parametrize(
    "text",
    [
        "He told the party shortly before the 2014 election.",
        "Prices have risen since the 2008 crash.",
        "They left after Monday's vote.",
    ],
)
def test_a_date_that_says_which_event_does_not_say_when_the_rest_was(text: str) -> None:
    assert one(text).relation == ""
    assert one("They left before 2014.").relation == "before"
    assert one("They left after Monday.").relation == "after"


def test_a_paper_is_no_day_and_a_part_of_a_number_no_count() -> None:
    assert mentions("Her lawyer told USA TODAY.") == []
    assert mentions("Twenty-five years ago they met.") == []
    assert mentions("It was 15-20 years ago.") == []
    assert mentions("He told “Fox News Sunday” in his first interview.") == []
    assert len(mentions("He told the “Morning Show” on Sunday.")) == 1
    assert len(mentions("“On Sunday,” he said, “we leave.”")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They asked for time until Thursday.",
        "He was due in court on Thursday.",
        "The vote was postponed to Thursday.",
    ],
)
def test_what_was_put_off_or_owed_may_lie_ahead(text: str) -> None:
    value = one(text)
    assert not value.first and value.weekday == 3


def test_a_date_alone_between_quotation_marks_is_a_name() -> None:
    assert mentions("She was asked about it on the “Today” show.") == []
    assert [m.text for m in mentions("She said: “Today we leave.”")] == ["Today"]


def test_a_month_or_day_whose_year_was_guessed_agrees_with_the_same_one_of_any_year() -> None:
    guessed, told = one("They met in April.", "2018-05-09"), one("They met in April 2017.", "2018-05-09")
    assert guessed.anchored and guessed.first != told.first
    assert guessed.compatible(told) and told.compatible(guessed)
    assert not guessed.compatible(one("They met in May 2017.", "2018-05-09"))
    assert not told.compatible(one("They met in April 2016.", "2018-05-09")), "both years are told"
    assert one("They met on 6 November.", "2018-12-09").compatible(one("They met on 6 November 2016.", ""))
