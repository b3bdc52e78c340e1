"""Quotations and reported speech with their speakers, on short accounts in our own words."""

import pytest
from account_texts import parsed_of

from checker.annotate.names import annotate_names
from checker.annotate.speech import annotate_speech


def quotes_of(text):
    document, parsed = parsed_of(text)
    found = annotate_speech(document, parsed, annotate_names(document, parsed))
    for mention in found:
        assert mention.span.of(document.text) == mention.text == mention.value.exact
        if mention.value.speaker_span is not None:
            assert mention.value.speaker_span.of(document.text) == mention.value.speaker_text
    return found


def direct(text):
    return [(m.value.speaker, m.text) for m in quotes_of(text) if m.value.direct]


def indirect(text):
    return [(m.value.speaker, m.value.cue, m.text) for m in quotes_of(text) if not m.value.direct]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is safe,” Anna Berg said on Monday.",
        "“The bridge is safe,” said Anna Berg, the city's engineer.",
        '"The bridge is safe," Anna Berg told reporters.',
        "Anna Berg said: “The bridge is safe,”",
        "Anna Berg wrote to the mayor, stating, “The bridge is safe,”",
        "Anna Berg met the mayor on Monday. “The bridge is safe,” she said.",
        "‘The bridge is safe,’ said Anna Berg.",
        "“The bridge is safe,” Anna Berg, who leads the survey, told reporters.",
        "“The bridge is safe,” according to Anna Berg.",
        "Anna Berg gave a short answer:\n“The bridge is safe,”",
    ],
)
def test_speaker_of_a_whole_quotation(text):
    assert direct(text) == [("anna berg", "The bridge is safe,")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Berg said the talks had been “very good”.", "very good"),
        ("Anna Berg told the council she saw an “economic” gain for the town.", "economic"),
        ("Anna Berg called the vote “regrettable” on Monday.", "regrettable"),
        ("Anna Berg said the town was ready, adding that it had “no fear” of the flood.", "no fear"),
    ],
)
def test_speaker_of_a_quoted_phrase(text, words):
    assert direct(text) == [("anna berg", words)]


def test_split_quotation_continues():
    found = [m for m in quotes_of("“We will pay,” Anna Berg said, “but not today.”") if m.value.direct]
    assert [(m.text, m.value.continues) for m in found] == [("We will pay,", False), ("but not today.", True)]
    assert {m.value.speaker for m in found} == {"anna berg"}


def test_second_sentence_of_the_speaker_continues():
    found = [m for m in quotes_of("“We will pay,” Anna Berg said. “We always do.”") if m.value.direct]
    assert [(m.value.speaker, m.value.continues) for m in found] == [
        ("anna berg", False),
        ("anna berg", True),
    ]


def test_quotation_over_two_paragraphs_has_one_speaker():
    found = direct("“The first part is long,” Anna Berg said. “It goes on.\n“It ends here.”")
    assert [s for s, _ in found] == ["anna berg"] * 3


def test_next_speaker_is_not_taken_for_the_last():
    found = direct("“It is safe,” Anna Berg said.\n“It is not,” Peter Holt said.")
    assert found == [("anna berg", "It is safe,"), ("peter holt", "It is not,")]


def test_title_has_no_speaker():
    assert direct("Anna Berg told the programme “Morning News” that she would stay.") == [
        ("", "Morning News")
    ]


def test_speaker_without_a_name_is_the_noun():
    assert direct("“We found nothing,” a police spokesman said.") == [("spokesman", "We found nothing,")]


def test_possessive_of_a_cue_noun_speaks():
    assert direct("Anna Berg's answer was short: “Never again.”") == [("anna berg", "Never again.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg said the bridge was safe.", ("anna berg", "say", "the bridge was safe")),
        ("Anna Berg denied that the bridge was old.", ("anna berg", "deny", "the bridge was old")),
        ("The bridge was safe, Anna Berg said.", ("anna berg", "say", "The bridge was safe")),
        ("The bridge was safe, according to police.", ("police", "according", "The bridge was safe")),
        ("Police warned that the river could rise.", ("police", "warn", "the river could rise")),
    ],
)
def test_indirect_speech(text, expected):
    assert indirect(text) == [expected]


def test_stance_of_the_verb():
    stances = {
        m.value.cue: m.value.stance
        for m in quotes_of("Ann Lee denied it was late. Bo Lund claimed it was early.")
    }
    assert stances == {"deny": "deny", "claim": "claim"}


def test_plain_statements_are_no_speech():
    assert quotes_of("The bridge opened in May. It cost four million euros.") == []


def test_a_name_under_a_quotation_speaks():
    text = (
        "The survey took a year.\n“The bridge is safe. Nobody doubts it.” — Anna Berg, Daily Post\n"
        "The council met on Monday."
    )
    assert direct(text) == [("anna berg", "The bridge is safe. Nobody doubts it.")]


def test_a_dash_before_another_sentence_is_no_signature():
    assert direct("The mayor wanted “a safe bridge” — Anna Berg, an engineer, had left.") == [
        ("", "a safe bridge")
    ]


def test_the_one_quoted_by_others_speaks():
    text = (
        "Norland welcomed “a safe bridge,” the country's transport minister, Karl Lund, was quoted as "
        "saying by state media."
    )
    assert direct(text) == [("karl lund", "a safe bridge,")]


def test_the_name_before_a_long_apposition_speaks():
    text = (
        "Karl Berg, head of the Bridge Council made up of mayors of five towns, said the pillars "
        "need “to be mended soon.”"
    )
    assert direct(text) == [("karl berg", "to be mended soon.")]


def test_he_is_a_man_called_jean():
    text = "Jean-Luc Moreau opened the bridge on Monday and said it was safe.\n“We are proud,” he said."
    assert direct(text) == [("jean moreau", "We are proud,")]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Karl Berg opened the bridge on Monday.\n“It is safe,” the Ohio Republican said.",
        "Sen. Karl Berg opened the bridge on Monday.\n“It is safe,” the two-term senator said.",
        "Karl Berg wrote in a memo on Monday that the bridge was open.\n“It is safe,” the memo states.",
        "The council read a letter from Karl Berg on Monday.\n“It is safe,” the letter states.",
    ],
)
def test_who_is_described_speaks(text):
    assert direct(text) == [("karl berg", "It is safe,")]


def test_a_description_that_fits_two_is_left_alone():
    text = "Sen. Karl Berg and Sen. Anna Lund opened the bridge.\n“It is safe,” the Ohio Republican said."
    assert direct(text) == [("republican", "It is safe,")]
    text = (
        "Karl Berg wrote in a letter that it was open. Anna Lund wrote in a letter that it was not.\n"
        "“It is safe,” the letter states."
    )
    assert direct(text) == [("letter", "It is safe,")]


def test_a_word_set_apart_again_and_again_is_said_by_nobody():
    text = (
        "The towns voted “stay” in May.\nAnna Berg said she was ready to leave after the valley voted “stay”.\n"
        "The votes for “stay” came from the old."
    )
    assert direct(text) == [("", "stay"), ("", "stay"), ("", "stay")]
    once = "Anna Berg said the towns would never vote “stay”."
    assert direct(once) == [("anna berg", "stay")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge is safe,” the Herald quoted Anna Berg as saying.", "anna berg"),
        ("Anna Berg said that “the bridge is safe,” according to the Herald.", "anna berg"),
        ("Anna Berg said no, but “the bridge is safe,” according to Karl Lund.", "karl lund"),
        ("“The bridge is safe,” engineer and campaigner Anna Berg said of the plan.", "anna berg"),
        ("The council issued a report on Monday. “The bridge is safe,” the report said.", "report"),
        ("Karl Lund issued a report on Monday. “The bridge is safe,” the report said.", "karl lund"),
        ("Karl Lund issued a report on Monday. “The bridge is safe,” a White House report said.", "report"),
    ],
)
def test_the_one_who_spoke_goes_before_the_one_who_passed_it_on(text, speaker):
    assert [who for who, _ in direct(text)] == [speaker]


def test_the_mark_before_the_speaker_is_not_the_speakers():
    text = (
        "The panel may proceed — by considering whether to recommend new articles of impeachment,” lawyers for the "
        "council-led panel wrote. “The vote on the articles underscores the need for haste,” lawyers for it wrote."
    )
    assert {m.value.speaker_text for m in quotes_of(text)} == {"lawyers"}
