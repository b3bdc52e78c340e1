"""Cleaning: what is set aside, what stays, and what the page says of itself."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.clean import clean
from checker.clean.datelines import dateline_end, entry_end
from checker.clean.dates import any_date, date_line
from checker.models.raw import RawText
from checker.models.text import COMPARED, Block, Span, spans_in_order
from checker.read import read_document

STORY = [
    "The council closed the old bridge on Monday after divers found a crack in one of its piers, it said.",
    "About 12,000 cars cross the bridge each day. Traffic was sent to the tunnel.",
    "“We had no choice,” Mayor Ana Lind said. “Safety comes first.”",
    "The works will cost 4.5 million euros and take two years, the city said in a statement.",
    "Shops near the bridge fear for their trade. Some have asked the city for help.",
]
HEADLINE = "Council closes old bridge after crack is found in pier"


def kinds(text):
    document = clean(RawText(text=text))
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def compared(text):
    return [words for kind, words in kinds(text) if kind in COMPARED]


def page(top=(), bottom=(), middle=()):
    half = len(STORY) // 2
    story = "\n\n".join([*STORY[:half], *middle, *STORY[half:]])
    return "\n".join(top) + "\n\n" + story + "\n\n" + "\n".join(bottom)


TOPS = {
    "crawl date and breadcrumb": [
        "Tuesday, March 11, 2025",
        "Tuesday, March 11, 2025",
        f"Home Local {HEADLINE}",
        "",
        HEADLINE,
        "",
        "by Jo Reyes",
        "0 comments",
        HEADLINE,
    ],
    "section label": ["Local", "", HEADLINE],
    "menus and share buttons": [
        "Skip to content",
        "Menu",
        "Latest:",
        "Port strike enters second week",
        "Storm shuts schools in the north",
        "Home / News / Local",
        HEADLINE,
        "By Jo Reyes, staff writer",
        "Reading time: 3 mins read",
        "Share on Facebook",
        "12",
        "Listen to this article",
    ],
    "links in a row": ["World | Local | Sport | Opinion", HEADLINE, "Photo: A. Berg / City of Harbour"],
}
BOTTOMS = {
    "shelves": [
        "Share this:",
        "Click to share on X (Opens in new window)",
        "Related Posts",
        "Port strike enters second week",
        "Storm shuts schools in the north",
        "Leave a Comment",
        "Your email address will not be published. Required fields are marked *",
    ],
    "the outlet about itself": [
        "Follow us on X, Facebook and LinkedIn for more stories and updates",
        "You may also like",
        "Welcome to The Harbour Lantern, your trusted source. We are dedicated to telling you what matters.",
        "Editor's Picks",
        "Latest Articles",
        "We use cookies to make your visit better. You may opt out at any time. Accept Reject All",
        "Privacy & Cookies Policy",
    ],
    "links": [
        "Check out more local news below:",
        "World News || Local News || Sport",
        "Source link",
        "Back to top button",
    ],
    "rights": ["Additional reporting by Kim Oduya", "© 2025 The Harbour Lantern. All rights reserved."],
    "the author": ["Jo Reyes is a reporter for The Harbour Lantern. Follow her on Twitter @joreyes."],
}
MIDDLES = {
    "advertisement": ["ADVERTISEMENT"],
    "newsletter": ["Sign up for our morning newsletter and get the news in your inbox."],
    "other stories": ["Read more: Ferry company adds boats", "RELATED: School meals to be free"],
    "credit": ["Ana Berg/Getty Images"],
    "gallery": ["Slideshow (13 Images)", "Gallery (4)"],
}


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("bottom", BOTTOMS)
def test_furniture_around_a_story_is_set_aside(top, bottom):
    assert compared(page(TOPS[top], BOTTOMS[bottom])) == [HEADLINE, *STORY]


@pytest.mark.parametrize("middle", MIDDLES)
def test_furniture_amid_a_story_is_set_aside(middle):
    assert compared(page([HEADLINE], middle=MIDDLES[middle])) == [HEADLINE, *STORY]


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents may share their views at a meeting on Friday and follow it online.",
        "The company said users should sign in to their accounts and change the password.",
        "Shares of the newspaper fell 4 percent after subscribers left, its website said.",
        "“Click here, subscribe, follow us on Facebook – that is all they say,” Lind told reporters.",
        "The regulator fined the firm over cookies that track readers of its website.",
        "By Friday, 12 people had died, the ministry said.",
        "Read the text, the judge told the lawyers, before you comment on it.",
        "We will not close it, the mayor wrote in an email to her voters.",
        "Related cases were found in two other towns, doctors said.",
        "Watch groups say the vote was fair.",
        "Photos showed smoke over the harbour on Tuesday evening.",
        "Kim Oduya is a reporter for the Lantern who was detained at the bridge on Monday.",
        "He resigned.",
        "Why now?",
        "On 24 February 2025 the council voted for the first time.",
    ],
)
def test_news_is_never_lost(sentence):
    assert sentence in compared(page([HEADLINE], middle=[sentence]))


def test_a_short_last_sentence_of_the_story_stays():
    assert compared(page([HEADLINE], ["“I am glad,” he said.", "", "Share"]))[-1] == "“I am glad,” he said."


def test_what_is_set_aside_has_a_reason():
    document = clean(RawText(text=page(TOPS["menus and share buttons"], BOTTOMS["shelves"])))
    assert all(block.reason for block in document.blocks if block.kind == "furniture")
    assert document.title == HEADLINE


def test_headings_and_bullets_within_a_story():
    text = page(
        [HEADLINE], middle=["What happens next", "🔹 The tunnel stays open at night.", "• Buses are free."]
    )
    found = kinds(text)
    assert ("heading", "What happens next") in found
    assert ("bullet", "🔹 The tunnel stays open at night.") in found and (
        "bullet",
        "• Buses are free.",
    ) in found


def test_points_between_headline_and_story_are_bullets():
    found = kinds(page([HEADLINE, "", "• The bridge was closed on Monday.", "• Works take two years."]))
    assert [kind for kind, _ in found[:4]] == ["headline", "bullet", "bullet", "paragraph"]


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("WASHINGTON (AP) — The vote failed.", "The vote failed."),
        ("GENEVA, Feb 24 (Reuters) - The vote failed.", "The vote failed."),
        ("Geneva, 24 February 2025 - The vote failed.", "The vote failed."),
        ("DES MOINES, Iowa -- The vote failed.", "The vote failed."),
        ("NEW YORK – “No,” he said.", "“No,” he said."),
        ("(Reuters) - The vote failed.", "The vote failed."),
        ("Paris — a city of two million — voted.", "Paris — a city of two million — voted."),
        ("JO REYES: The vote failed.", "JO REYES: The vote failed."),
        ("The U.N. - a body of 193 states - voted.", "The U.N. - a body of 193 states - voted."),
        ("Lind (Labour) said the vote failed.", "Lind (Labour) said the vote failed."),
        ("NATO members met.", "NATO members met."),
    ],
)
def test_datelines(paragraph, rest):
    assert paragraph[dateline_end(paragraph) :] == rest
    found = kinds("\n\n".join([paragraph, *STORY]))
    assert ("paragraph", rest) in found
    assert (found[0][0] == "dateline") is (rest != paragraph)


@pytest.mark.parametrize(
    ("label", "rest"),
    [
        ("12:10 a.m. ET: ", "Police in Sull have made ten arrests since the curfew began."),
        ("[Updated at 11:05 p.m. ET] ", "Officers fired pellets at a crowd on the quay."),
        ("Update 3:15 p.m. — ", "Two of the men were released."),
        ("22.40 GMT: ", "“The ferry is safe,” the harbour master said."),
        ("12:10 AM ET: ", "Two boats are still at sea."),
        ("", "9:03 a.m.: The ferry caught fire off Sull, the coast guard said."),
        ("", "99.75: The closing price of the ferry company was its lowest in years."),
        ("", "24.12: Christmas came early for the town of Sull, the mayor said."),
        ("", "[John 3:16] The bishop read from the pulpit on Sunday."),
        ("", "12:10 trains to Sull were cancelled, the operator said."),
        ("", "At 10:35 p.m. the crowd left the quay."),
        ("", "7-2: the court ruled for the ferry company."),
    ],
)
def test_the_hour_of_an_entry_in_a_live_report_is_no_part_of_it(label, rest):
    assert entry_end(label + rest) == len(label)
    assert ("paragraph", rest) in kinds(page(middle=[label + rest]))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Published: 24 February 2025 18:05", ("2025-02-24", "published")),
        ("Monday, 24 February 2025", ("2025-02-24", "")),
        ("February 24, 2025 at 6:05 p.m. EST", ("2025-02-24", "")),
        ("2025-02-24T18:05:00Z", ("2025-02-24", "")),
        ("24.02.2025", ("2025-02-24", "")),
        ("Last updated: 24 Feb 2025, 18:05 GMT", ("2025-02-24", "updated")),
        ("03/04/2025", ("", "")),
        ("31 February 2025", ("", "")),
        ("On 24 February 2025 the council voted.", None),
        ("The year 2025", None),
    ],
)
def test_date_lines(line, found):
    assert date_line(line) == found


def test_any_date():
    assert any_date("By Jo Reyes | March 3, 2025 | Local") == "2025-03-03"
    assert any_date("By Jo Reyes") == ""


@pytest.mark.parametrize(
    ("top", "bottom", "date"),
    [
        (TOPS["crawl date and breadcrumb"], [], ""),
        (["Menu", "Monday, 24 February 2025", HEADLINE], [], ""),
        ([HEADLINE, "Monday, 24 February 2025"], [], "2025-02-24"),
        ([HEADLINE, "Published: 24 February 2025 18:05", "Updated: 1 March 2025"], [], "2025-02-24"),
        (["Menu", "1 March 2025", HEADLINE, "Posted on February 24, 2025 by Jo Reyes"], [], "2025-02-24"),
        ([HEADLINE], ["Published 24 February 2025"], "2025-02-24"),
        (
            [HEADLINE, "", "Geneva, 24 February 2025 - The council met in the old hall of the town."],
            [],
            "2025-02-24",
        ),
        ([HEADLINE, "", "On 24 February 2025 the council met in the old hall of the town."], [], ""),
    ],
)
def test_publication_date(top, bottom, date):
    assert clean(RawText(text=page(top, bottom))).published == date


def test_a_date_without_letters_below_the_headline_is_the_date_of_publication() -> None:
    document = clean(RawText(text="Council adopts budget\n\n2025-02-24\n\n" + page("", "")))
    assert document.published == "2025-02-24"
    assert [b.kind for b in document.blocks[:2]] == ["headline", "dateline"]


def test_wrapped_text_is_one_paragraph_again():
    wrapped = (
        "\n\n".join(textwrap.fill(" ".join(STORY[:4]), 72) for _ in range(1))
        + "\n\n"
        + textwrap.fill(STORY[4], 72)
    )
    document = clean(RawText(text=HEADLINE + "\n\n" + wrapped))
    assert [block.span.of(document.text) for block in document.blocks] == [
        HEADLINE,
        " ".join(STORY[:4]),
        STORY[4],
    ]
    assert len(document.text) == len(HEADLINE + "\n\n" + wrapped)


def test_a_sentence_broken_over_two_paragraphs_is_joined():
    text = page(
        [HEADLINE],
        middle=["The engineer, Kim Oduya, who runs the office for", "bridges and tunnels, said so."],
    )
    joined = next(words for words in compared(text) if words.startswith("The engineer"))
    assert " ".join(joined.split()) == (
        "The engineer, Kim Oduya, who runs the office for bridges and tunnels, said so."
    )


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        (HEADLINE, False),
        (HEADLINE + "\n\n" + STORY[0], False),
        ("\n\n".join(STORY), True),
        ("\n\n".join([*STORY, "The ferry company said it would ..."]), False),
        ("\n\n".join([*STORY, "Continue reading"]), False),
        ("\n\n".join([*STORY, "Share", "Read more: Ferry company adds boats"]), True),
    ],
)
def test_complete(text, complete):
    assert clean(RawText(text=text)).complete is complete


def test_language():
    german = (
        "Der Rat hat am Montag die alte Brücke gesperrt, nachdem Taucher einen Riss in einem Pfeiler fanden. "
        * 3
    )
    assert clean(RawText(text="\n\n".join(STORY))).language == "en"
    assert clean(RawText(text=german)).language == "de"
    assert clean(RawText(text=HEADLINE)).language == ""
    assert clean(RawText(text=HEADLINE, language="en")).language == "en"


def test_blocks_of_a_format_are_kept():
    raw = RawText(
        text="Bridge closed\n\nYes | 12 | 14\n\nShare",
        blocks=(
            Block(kind="headline", span=Span(start=0, end=13)),
            Block(kind="bullet", span=Span(start=15, end=28)),
            Block(kind="paragraph", span=Span(start=30, end=35)),
        ),
    )
    assert [b.kind for b in clean(raw).blocks] == ["headline", "bullet", "furniture"]


def test_from_bytes_to_document():
    raw = read_document("-", stdin=("\ufeff" + page([HEADLINE])).encode())
    document = clean(raw, source="lantern")
    assert (document.id, document.source, document.uri, document.raw_sha256) == (
        "lantern",
        "lantern",
        "-",
        raw.raw_sha256,
    )


LINES = [
    "Share",
    "By Jo Reyes",
    HEADLINE,
    *STORY,
    "24 February 2025",
    "• One",
    "World || Local",
    "",
    "a\nb",
    "...",
    "“",
]


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=40))).map("\n".join),
    )
)
def test_blocks_cover_any_text_in_order(text):
    document = clean(RawText(text=text))
    assert len(document.text) == len(text)
    spans = [block.span for block in document.blocks]
    assert spans_in_order(spans)
    held = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in held for at, c in enumerate(document.text) if not c.isspace())
    assert clean(RawText(text=text)) == document


@pytest.mark.parametrize(
    ("news", "tail"),
    [
        (
            "The council closed the old bridge on Monday. Divers had found a crack in a pier.",
            "For your guide to detours, click here.",
        ),
        (
            "Mr. Lind said on Monday that the old bridge was closed.",
            "Click here to sign up for our newsletter.",
        ),
    ],
)
def test_a_text_of_one_paragraph_is_not_emptied_by_its_last_words(news: str, tail: str) -> None:
    assert compared(f"{news} {tail}") == [news]
    assert ("furniture", tail) in kinds(f"{news} {tail}")


@pytest.mark.parametrize(
    "headline",
    ["Is the old bridge safe?", "The old bridge is not safe.", "Divers find a crack in the old bridge"],
)
def test_the_first_line_right_above_the_date_is_the_headline(headline: str) -> None:
    text = (
        f"{headline}\n\n2025-03-11\n\nThe council closed the old bridge on Monday. Divers had found a crack."
    )
    document = clean(RawText(text=text))
    assert (document.title, document.published) == (headline, "2025-03-11")


def test_what_speaks_to_the_reader_throughout_is_spared_nothing() -> None:
    assert not compared(
        "We use cookies to make your visit better. You may opt out at any time. Click here to accept."
    )
    # where there is news besides, such a paragraph stays set aside whole
    line = "The council asks its readers for help on Monday. For your guide to detours, click here."
    assert line not in compared(page(bottom=[line]))
