"""Headlines of other stories, links and prompts amid a story are set aside; its own lines stay."""

import pytest

from checker.clean import clean
from checker.models.raw import RawText
from checker.models.text import Block
from checker.read.html import HtmlReader
from checker.segment.boundaries import boundaries

STORY = (
    "A crane fell on the quay of the port of Velmoor on Wednesday, the port authority said.\n\n"
    "Nine dock workers were injured and two of them are in hospital, the harbour master said.\n\n"
    "{}\n\n"
    "The crane had passed its last inspection in November, according to the port authority.\n\n"
    "The minister of transport ordered an inquiry into the accident and its causes on Wednesday.\n"
)


def _block(text: str, line: str) -> Block:
    document = clean(RawText(text=text, uri="a.txt"))
    return next(b for b in document.blocks if line in b.span.of(document.text))


@pytest.mark.parametrize(
    "line",
    [
        "Senator resigns over school meals scandal",
        "OLD HARBOUR MASTER SPEAKS OUT ON CRANE",
        "( Also on THE COURIER: How the port grew)",
        "Send tips to newsroom@courier.example.org.",
        "This live blog is now closed. Our main story is here.",
        "Try unlimited digital access for 1€ for 4 weeks",
        "Then €39 per month. Cancel any time.",
    ],
)
def test_lines_that_are_not_the_story_are_set_aside(line: str) -> None:
    block = _block(STORY.format(line), line)
    assert block.kind == "furniture"
    assert block.reason


@pytest.mark.parametrize(
    "line",
    [
        "What the port authority knows about the crane",
        "Before the accident: €16 million in repairs, now: €40 million promised",
        "But critics called the promised repairs a cheap gesture towards voters",
        "The mayor told members to send objections to the council by Friday.",
        "He said that the live blog of the outlet was closed by its owner on Monday.",
    ],
)
def test_lines_of_the_story_stay(line: str) -> None:
    assert _block(STORY.format(line), line).compared


@pytest.mark.parametrize(
    "line",
    [
        "Facebook Twitter Pinterest The quay on Thursday. Photograph: Mia Dell/Courier",
        "Ana and her brother play on the quay Photograph by Angie Roe for the Courier",
    ],
)
def test_a_caption_that_ends_with_its_photographer(line: str) -> None:
    assert _block(STORY.format(line), line).kind == "caption"


PAGE = (
    '<html lang="en"><head><title>Crane falls</title><meta property="article:published_time" '
    'content="2025-03-12T14:30:00Z"></head><body><article><h1>Crane falls at the port</h1>'
    "<p>A crane fell on the quay of the port on Wednesday, the port authority said.</p>"
    "<p>Nine dock workers were injured and two of them are in hospital.</p>"
    '<h3><a href="/other">Port authority wins a prize for its crane</a></h3>'
    '<p><a href="/pay">Dock workers vote on pay</a></p>'
    '<h2><a href="#top">What the authority says</a></h2>'
    '<p>The crane had passed <a href="/i">its last inspection</a> in November, it said.</p>'
    "<p>The minister of transport ordered an inquiry into the accident on Wednesday.</p>"
    "</article></body></html>"
)


def test_a_title_that_is_a_link_is_another_story() -> None:
    raw = HtmlReader().read(PAGE.encode(), "a.html")
    kinds = {b.span.of(raw.text): b.kind for b in clean(raw).blocks}
    assert kinds["Port authority wins a prize for its crane"] == "furniture"
    assert kinds.get("Dock workers vote on pay", "furniture") == "furniture"
    assert kinds["What the authority says"] == "heading"
    assert kinds["The crane had passed its last inspection in November, it said."] == "paragraph"


def test_the_time_stands_beside_the_date_of_a_page() -> None:
    document = clean(HtmlReader().read(PAGE.encode(), "a.html"))
    assert (document.published, document.published_time) == ("2025-03-12", "14:30")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('He said "we go. The road is long. "We left," he added. They met.', 4),
        ("He said ‘we go. The road is long. Nobody knew. It rained. The dockers’ union met. They voted.", 6),
        ('He said: "We go. The road is long." Then he left.', 2),
        ("He said: ‘We go. The road is long’ and left. It rained.", 2),
    ],
)
def test_a_mark_that_was_never_closed_holds_nothing_together(text: str, sentences: int) -> None:
    assert len(boundaries(text)) + 1 == sentences


def test_the_head_of_a_table_is_no_row_of_it() -> None:
    table = (
        "<table><tr><th>Time</th><th>Event</th></tr><tr><td>7:40 a.m.</td><td>The crane falls on the quay</td></tr>"
        "<tr><th>8:05 a.m.</th><td>Ambulances arrive</td></tr></table><p>The minister"
    )
    raw = HtmlReader().read(PAGE.replace("<p>The minister", table).encode(), "a.html")
    kinds = {b.span.of(raw.text): b.kind for b in clean(raw).blocks}
    assert kinds["Time | Event"] == "heading"
    assert kinds["8:05 a.m. | Ambulances arrive"] == "bullet"
