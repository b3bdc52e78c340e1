"""Cards of links, galleries, notes, authors and signatures of posts: what runs into a story without being of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.clean import clean
from checker.clean.link_cards import without_link_cards
from checker.models.raw import RawText
from checker.models.text import COMPARED
from checker.segment import segment

STORY = [
    "The council met on Monday and voted on the harbour plan after a long debate.",
    "The plan was adopted by 30 votes to 12, the council said in a statement on Monday evening.",
    "“We had no choice,” Mayor Ana Lind said. “Safety comes first.”",
    "The works at the harbour will cost 4.5 million euros and take two years, the council said.",
    "Shops near the harbour fear for their trade, and some have asked the council for help.",
    "The plan goes to the county next, where it needs a majority as well, the mayor said.",
    "Builders are to begin in May if the county agrees to the plan, the council said.",
]
HEADLINE = "Council adopts harbour plan"
CARD = (
    " Ana (Annie) Maria LindHarbour vote put off again Storm shuts schools in 'the north' | Ferries stop MORE"
)


def page(*middle: str, at: int = 3) -> str:
    return "\n\n".join([HEADLINE, *STORY[:at], *middle, *STORY[at:]])


def told(text: str) -> list[str]:
    document = clean(RawText(text=text))
    return [b.span.of(document.text) for b in document.blocks if b.kind in COMPARED and b.kind != "caption"]


def kind_of(line: str, at: int = 3) -> str:
    document = clean(RawText(text=page(line, at=at)))
    start = document.text.index(line)
    return next(b.kind for b in document.blocks if b.span.start <= start < b.span.end)


@pytest.mark.parametrize(
    ("before", "card", "after"),
    [
        ("Mayor Ana Lind", CARD, " said on Friday that she would sign it."),
        ("He spoke against Ana Lind", CARD, "’s plan to widen the harbour."),
        ("Ana Lind", " Ana LindFerries stop MORE", ", the mayor, signed it."),
        (
            "Tom Vale Jr.",
            " Thomas (Tom) Vale Jr.Vale Jr.'s book is out Storm shuts schools MORE",
            " denied it.",
        ),
        ("Jo van Berg", " Johanna (Jo) van Berg2030 plans for the port: report Ferries stop MORE", " left."),
        ("Paul Reyes", " Paul Adam Reyes Shops should say 'no' to the port plan Ferries stop MORE", " left."),
        ("Kim Oduya", "Kimberly OduyaFerries stop at night MORE", " left."),
    ],
)
def test_a_card_of_links_at_a_name_is_taken_out(before: str, card: str, after: str) -> None:
    assert without_link_cards(before + card + after) == before + " " * len(card) + after


def test_every_card_of_a_sentence_is_taken_out() -> None:
    text = f"Ana Lind{CARD} and Jo Reyes Johanna ReyesFerries stop MORE voted for, Tom Vale Thomas ValeStorm MORE no."
    assert " ".join(without_link_cards(text).split()) == "Ana Lind and Jo Reyes voted for, Tom Vale no."


@pytest.mark.parametrize(
    "text",
    [
        "The mayor wants MORE money for the port, and Ana Lind agrees that MORE is needed.",
        "Ana Lind said so. Ana Lind Park was closed, and FAR MORE shameful is what came next.",
        "ANA LIND MARIA LIND PARK WILL BE CLOSED FOR MUCH MORE THAN A WEEK.",
        "READ MORE: What Ana Lind said",
        "Ana Lind met Ana Maria Lind Berg. They talked for hours. MORE was said later.",
    ],
)
def test_news_with_the_button_s_word_stays(text: str) -> None:
    assert without_link_cards(text) == text


def test_a_sentence_with_a_card_is_one_sentence_with_its_place() -> None:
    text = page(f"Mayor Ana Lind{CARD} said on Friday that she would sign the plan.")
    document = clean(RawText(text=text))
    assert len(document.text) == len(text)
    found = next(s for s in segment(document) if s.text.startswith("Mayor Ana Lind"))
    assert " ".join(found.text.split()) == "Mayor Ana Lind said on Friday that she would sign the plan."
    assert document.text[found.span.start : found.span.end] == found.text
    assert text[found.span.start : found.span.end].endswith("sign the plan.")


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=200))
def test_taking_cards_out_only_ever_blanks(before: str, middle: str, after: str) -> None:
    text = f"{before} Ana Lind{CARD}{middle} Jo Reyes Jo ReyesFerries MORE {after}"
    out = without_link_cards(text)
    assert len(out) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, out, strict=True))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "Photos: Storm at the harbour Photos: Storm at the harbour Men clear a road. Hide Caption 1 of 9",
            "furniture",
        ),
        ("A woman lights a candle at the quay on Sunday, June 1. Hide Caption 2 of 9", "furniture"),
        ("Embed Mayor speaks on the plan 2:48 autoplay autoplay Copy this code to your website", "furniture"),
        (
            "FILE PHOTO: The mayor speaks at the harbour in Karlsund, May 3, 2025, ahead of the vote.",
            "caption",
        ),
        ("The mayor speaks at the harbour of Karlsund, May 3, 2025. REUTERS/Mira Holt/File Photo", "caption"),
        ("Ships wait at the quay of Karlsund for the storm to end. (Mira Holt/The Lantern)", "caption"),
        ("Media playback is unsupported on your device Media caption The mayor on the plan", "caption"),
        ("A diver takes a photo of the pier during the mayor's visit to the harbour, April 17.", "caption"),
        ("Ships wait at the quay on Sunday, June 1, in Karlsund.", "caption"),
        ("The council will hold a hearing on the plan on Sunday, June 1.", "paragraph"),
        ("The mayor takes over the port on April 17, and shops fear for their trade.", "paragraph"),
        ("The mayor holds a hearing on the plan on April 17.", "paragraph"),
        ("The harbour plan (Part A/Part B) was sent to the county on Monday, the council said.", "paragraph"),
        ("Photos of the crack were shown to the council on Monday, the mayor said.", "paragraph"),
    ],
)
def test_captions_and_galleries(line: str, kind: str) -> None:
    assert kind_of(line) == kind


def test_a_caption_with_the_headline_behind_it_at_the_top() -> None:
    line = "The mayor at the quay before the vote. | AP Photo Harbour plan adopted Council votes after long debate"
    assert kind_of(line, at=0) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Editor's note: An earlier version of this column appeared in another newspaper on Sunday.",
        "Correction, July 2: This article initially said, incorrectly, that the plan costs 5 million euros.",
        "Corrections and clarifications: An earlier version misstated the length of the quay.",
        "The opinions expressed by columnists are their own and do not represent the views of the Lantern.",
        "For more on the harbour plan, see our full explainer.",
        "- Check out our map of the harbour and plan your own detour for May.",
        "Click for more from the council.",
    ],
)
def test_notes_and_invitations_are_no_news(line: str) -> None:
    assert told(page(line)) == [HEADLINE, *STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Kim Oduya is a lecturer in history at the University of Karlsund and the editor of Quay Notes.",
        "Kim Oduya, a political commentator, was an adviser to two mayors and teaches at the university.",
        'Kim Oduya is the host of "Quay Hour" on Channel Four.',
    ],
)
def test_who_wrote_it_is_no_news_at_the_head_or_foot(line: str) -> None:
    assert told(page(line, at=0)) == [HEADLINE, *STORY]
    assert told(page(line, at=len(STORY))) == [HEADLINE, *STORY]
    assert line in told(page(line))


def test_writers_of_parts_are_known_by_the_name_above_their_part() -> None:
    line = "Kim Oduya is an attorney and advised two mayors on the harbour."
    part = ["Kim Oduya: The plan is a good one", "The plan will bring work to the harbour for years to come."]
    assert line not in told(page(*part, line))
    # a profile tells of somebody right under the name
    assert line in told(page("Kim Oduya", line))


def test_somebody_of_the_trade_in_the_news_stays() -> None:
    line = "Kim Oduya is a reporter for the Lantern who was held at the quay on Monday."
    assert line in told(page(line, "Oduya was let go an hour later, the council said.", at=1))


@pytest.mark.parametrize(
    ("news", "tail"),
    [
        ("The plan is a shame for the harbour, sad", "https://t.co/IYAQ — Ana Lind (@analind) March 2, 2016"),
        ("We will not close the quay.", "— Ana Lind (@analind) March 2, 2016"),
        ("The mayor posted a map of the detours.", "pic.twitter.com/TPu7kk"),
        ("He hoped that it was the last time.", "(Reporting by Jo Reyes; Editing by Kim Oduya)"),
        ("He hoped that it was the last time.", "Additional reporting by Jo Reyes in Karlsund."),
        ("The plan is a good one for all.", "The opinions expressed in this commentary are hers."),
    ],
)
def test_a_strange_tail_is_cut_off(news: str, tail: str) -> None:
    document = clean(RawText(text=page(f"{news} {tail}")))
    found = {b.span.of(document.text): b.kind for b in document.blocks}
    assert found[news] == "paragraph"
    assert found[tail] not in COMPARED


def test_a_label_glued_to_the_first_words_is_cut_off() -> None:
    document = clean(RawText(text=page("Story highlights The mayor says that safety comes first")))
    found = [b.span.of(document.text) for b in document.blocks]
    assert "Story highlights" in found and "The mayor says that safety comes first" in found


def test_a_link_that_is_asked_for_goes_with_its_sentence() -> None:
    assert all(
        "full list" not in words for words in told(page("The full list: https://t.co/IYAQ", at=len(STORY)))
    )
