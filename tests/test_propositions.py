"""Sentences of our own and the statements they make."""

import itertools
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.models.language import Mention, NameValue, QuoteValue, Statement
from checker.models.text import Document, Sentence, Span
from checker.parse import parse
from checker.propositions import propositions


def read(*texts: str, mentions: tuple[Mention, ...] = ()) -> tuple[Document, list[Sentence], list[Statement]]:
    sentences, at = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index=index, span=Span(start=at, end=at + len(text)), text=text, block=0))
        at += len(text) + 1
    document = Document(id="d", source="s", uri="u", text="\n".join(texts))
    return document, sentences, propositions(document, parse(sentences), mentions)


@lru_cache(maxsize=256)
def statements(text: str) -> tuple[Statement, ...]:
    return tuple(read(text)[2])


def row(statement: Statement) -> tuple[str, str, bool, str, str]:
    return (
        statement.subject,
        statement.predicate,
        statement.negated,
        statement.modality,
        statement.speaker,
    )


RESOLUTION = (
    "The remarks came shortly after the General Assembly passed a motion condemning France's annexation of "
    "Monaco, co-sponsored by Oslo and Nordic members, despite China voting against it and urging other "
    "members to do so."
)

# sentence -> (subject, predicate, negated, modality, speaker), each of which must be among the statements
TABLE: dict[str, list[tuple[str, str, bool, str, str]]] = {
    RESOLUTION: [
        ("The remarks", "come", False, "", ""),
        ("the General Assembly", "pass", False, "", ""),
        ("a motion", "condemn", False, "", ""),
        ("a motion condemning France's annexation of Monaco", "co-sponsor", False, "", ""),
        ("China", "vote", False, "", ""),
        ("China", "urge", False, "", ""),
    ],
    "China, one of Moscow's closest allies, abstained in the vote.": [
        ("China", "be_ally", False, "", ""),
        ("China", "abstain", False, "", ""),
    ],
    "Oakfield, the wildlife charity, advocates for wetlands.": [
        ("Oakfield", "be_charity", False, "", ""),
        ("Oakfield", "advocate", False, "", ""),
    ],
    '"We had a very good talk. It was constructive," the envoy said on Monday.': [
        ("We", "have", False, "", "the envoy"),
        ("It", "be_constructive", False, "", "the envoy"),
    ],
    "The minister, who resigned on Friday, said the plan had failed and that he would not return.": [
        ("The minister", "resign", False, "", ""),
        ("the plan", "fail", False, "", "the minister"),
        ("he", "return", True, "future", "the minister"),
    ],
    "He refused to sign the deal, calling it a disgrace.": [
        ("He", "sign", True, "", ""),
        ("He", "call", False, "", ""),
    ],
    "The union not only rejected the offer but urged others to oppose it, signaling a long strike.": [
        ("The union", "reject", False, "", ""),
        ("The union", "urge", False, "", ""),
        ("The union", "signal", False, "", ""),
    ],
    "Emmanuel Macron, the French president, told reporters that Europe was ready to send troops.": [
        ("Emmanuel Macron", "be_president", False, "", ""),
        ("Europe", "send", False, "intended", "emmanuel macron"),
    ],
    "According to the ministry, 12 people were killed and 30 injured when a train derailed near Larissa.": [
        ("12 people", "kill", False, "", "the ministry"),
        ("30", "injure", False, "", "the ministry"),
        ("a train", "derail", False, "", "the ministry"),
    ],
    "The bill, which passed the Senate by 51 votes to 49, now goes to the House.": [
        ("The bill", "go", False, "", ""),
        ("The bill", "pass", False, "", ""),
    ],
    "Officials denied that the plane had been shot down.": [("Officials", "deny", False, "", "")],
    "If the deal fails, prices will rise.": [
        ("prices", "rise", False, "conditional", ""),
        ("the deal", "fail", False, "conditional", ""),
    ],
    '"We will not leave," said the mayor, who has held the post since 2019.': [
        ("We", "leave", True, "future", "the mayor"),
        ("the mayor", "hold", False, "", ""),
    ],
    "Speaking in Geneva on Tuesday, the minister warned that the talks could collapse.": [
        ("the minister", "speak", False, "", ""),
        ("the talks", "collapse", False, "possible", "the minister"),
    ],
    "With talks stalling, the union is threatening to strike.": [
        ("talks", "stall", False, "", ""),
        ("the union", "strike", False, "intended", ""),
    ],
    "The company did not publish its results or comment on the report.": [
        ("The company", "publish", True, "", ""),
        ("The company", "comment", True, "", ""),
    ],
    "The storm killed 12 people, injured dozens and left thousands without power.": [
        ("The storm", "kill", False, "", ""),
        ("The storm", "injure", False, "", ""),
        ("The storm", "leave", False, "", ""),
    ],
    "She was convicted of fraud and sentenced to six years in prison.": [
        ("She", "convict", False, "", ""),
        ("She", "sentence", False, "", ""),
    ],
    "The president has signed the order and will meet congressional leaders on Friday.": [
        ("The president", "sign", False, "", ""),
        ("The president", "meet", False, "future", ""),
    ],
    "The court, however, ruled that the ban was unlawful, saying it breached the constitution.": [
        ("the ban", "be_unlawful", False, "", "the court"),
        ("it", "breach", False, "", "the court"),
    ],
    '"I think we made progress," he said, "but there is more to do."': [("we", "make", False, "", "he")],
    "The man accused of the attack was freed after being held for two days.": [
        ("The man accused of the attack", "free", False, "", ""),
        ("The man", "accuse", False, "", ""),
        ("The man accused of the attack", "hold", False, "", ""),
    ],
    'He said the offer was "very generous" but insisted it would be rejected.': [
        ("the offer", "be_generous", False, "", "he"),
        ("it", "reject", False, "future", "he"),
    ],
    "The firm, whose shares fell 8%, said it expected to return to profit next year.": [
        ("The firm's shares", "fall", False, "", ""),
        ("it", "return", False, "intended", "the firm"),
    ],
    "The town where the bomb exploded lies 40 km from the border.": [
        ("The town where the bomb exploded", "lie", False, "", ""),
        ("the bomb", "explode", False, "", ""),
    ],
    "Norway's foreign minister, Kari Dahl, is likely to attend.": [
        ("Norway's foreign minister", "attend", False, "future", ""),
    ],
    "Neither side has commented.": [("Neither side", "comment", True, "", "")],
    "Turkey opposed the motion while Greece abstained.": [
        ("Turkey", "oppose", False, "", ""),
        ("Greece", "abstain", False, "", ""),
    ],
    "The vaccine, developed in Oxford, was approved in December.": [
        ("The vaccine", "approve", False, "", ""),
        ("The vaccine", "develop", False, "", ""),
    ],
    "It was reported that two soldiers had died.": [("two soldiers", "die", False, "", "")],
    "The dam will break because it has not been repaired.": [
        ("The dam", "break", False, "future", ""),
        ("it", "repair", True, "", ""),
    ],
    "The United States voted against the text, siding with Russia and North Korea.": [
        ("The United States", "vote", False, "", ""),
        ("The United States", "side", False, "", ""),
    ],
    "• Rescuers pulled six survivors from the rubble": [("Rescuers", "pull", False, "", "")],
    'Asked whether he would resign, Smith said: "No."': [
        ("Smith", "ask", False, "", ""),
        ("", "", False, "", "smith"),
    ],
    "The ship, carrying 300 migrants, sank before help arrived.": [
        ("The ship", "sink", False, "", ""),
        ("The ship", "carry", False, "", ""),
        ("help", "arrive", False, "", ""),
    ],
    "GENEVA -- The two sides failed to agree on a date.": [("The two sides", "agree", True, "", "")],
    "The minister's remarks, made while visiting Rome, angered the opposition.": [
        ("The minister's remarks", "anger", False, "", ""),
        ("The minister", "visit", False, "", ""),
    ],
    "This has raised concerns that the army may act without orders.": [("This", "raise", False, "", "")],
    "Workers who joined the strike will not be paid.": [
        ("Workers who joined the strike", "pay", True, "future", ""),
        ("Workers", "join", False, "", ""),
    ],
    "The bank, which the state rescued in 2009, has repaid its debt.": [
        ("The bank", "repay", False, "", ""),
        ("the state", "rescue", False, "", ""),
    ],
    "Having lost the election, the premier stepped down.": [
        ("the premier", "lose", False, "", ""),
        ("the premier", "step_down", False, "", ""),
    ],
    "It’s official: the bridge won’t reopen.": [("the bridge", "reopen", True, "future", "")],
    "The president did not say when the troops would leave, nor did he name a successor.": [
        ("The president", "say", True, "", ""),
        ("he", "name", True, "", ""),
    ],
    "The suspect was neither armed nor known to police.": [("The suspect", "be_armed", True, "", "")],
    "Germany, France and Poland signed the letter; Hungary and Slovakia refused.": [
        ("Germany, France and Poland", "sign", False, "", ""),
        ("Hungary and Slovakia", "refuse", False, "", ""),
    ],
    "The UN's human rights chief called on both sides to stop fighting.": [
        ("The UN's human rights chief", "call", False, "", ""),
    ],
    "The judge fined him 500 euros but spared him prison.": [
        ("The judge", "fine", False, "", ""),
        ("The judge", "spare", False, "", ""),
    ],
    "It lets officials deport migrants who have been convicted or who are a threat to the public.": [
        ("migrants", "convict", False, "", ""),
        ("migrants", "be_threat", False, "", ""),
    ],
    "Minister to visit Rome next week": [("Minister", "visit", False, "future", "")],
    "No one was injured in the fire, which broke out shortly before midnight.": [
        ("No one", "injure", True, "", ""),
        ("the fire", "break_out", False, "", ""),
    ],
    "Police arrested a man who they believe set fire to the warehouse.": [
        ("Police", "arrest", False, "", "")
    ],
    "The bank must not give the president, his lawyers or his staff any data.": [
        ("The bank", "give", True, "necessary", ""),
    ],
    "Three dead after ferry fire": [("", "", False, "", "")],
}


@pytest.mark.parametrize("text", TABLE, ids=lambda t: t[:40])
def test_a_sentence_makes_these_statements(text: str) -> None:
    found = [row(s) for s in statements(text)]
    for expected in TABLE[text]:
        assert expected in found


TEXTS = [
    (RESOLUTION, "China voted against it"),
    (RESOLUTION, "China urged other members to vote against it"),
    (
        RESOLUTION,
        "a motion condemning France's annexation of Monaco was co-sponsored by Oslo and Nordic members",
    ),
    ("China, one of Moscow's closest allies, abstained in the vote.", "China abstained in the vote"),
    (
        "China, one of Moscow's closest allies, abstained in the vote.",
        "China is one of Moscow's closest allies",
    ),
    ("The bill, which passed on Monday, now goes to the House.", "The bill now goes to the House"),
    ("He refused to sign the deal, calling it a disgrace.", "He called it a disgrace"),
    ("The firm, whose shares fell 8%, made a loss.", "The firm's shares fell 8%"),
    ("She was convicted of fraud and sentenced to six years.", "She was sentenced to six years"),
    ("The bank, which the state rescued in 2009, has repaid its debt.", "the state rescued the bank in 2009"),
    ("The company did not publish its results or comment on them.", "The company did not comment on them"),
    ("Having lost the election, the premier stepped down.", "the premier had lost the election"),
    (
        "The president did not say when the troops would leave, nor did he name a successor.",
        "he did not name a successor",
    ),
    ("Sen. Ann Lee (D-Calif.), who is running for president, met voters.", "Sen. Ann Lee met voters"),
    ("The city condemned the attack (which killed 12 people).", "The city condemned the attack"),
    ("The vote was postponed, the speaker said.", "The vote was postponed"),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_the_text_stands_alone(text: str, expected: str) -> None:
    assert expected in [s.text for s in statements(text)]


def test_a_reporting_frame_is_no_statement() -> None:
    assert [s.text for s in statements('"We are ready," the envoy told reporters on Monday.')] == [
        "We are ready"
    ]


def test_what_did_not_come_about_did_nothing() -> None:
    found = statements("The ministers failed to agree on a common text condemning the war.")
    assert [(s.predicate, s.negated) for s in found] == [("agree", True)]


def test_forms_passive_and_quoted() -> None:
    by_predicate = {s.predicate: s for s in statements(RESOLUTION)}
    sponsored = by_predicate["co-sponsor"]
    assert sponsored.passive and sponsored.form == "participle"
    assert [a.text for a in sponsored.arguments if a.role == "agent"] == ["Oslo and Nordic members"]
    assert [(a.role, a.text) for a in by_predicate["vote"].arguments] == [
        ("subject", "China"),
        ("prep:against", "it"),
    ]
    quoted = statements('"We are ready to talk about it," the envoy said.')[0]
    assert quoted.quoted and quoted.form == "reported" and quoted.cue == "say"
    assert statements("Sales rose.")[0].form == "main"
    assert statements("Three dead after ferry fire")[0].form == "fragment"


def test_title_case_is_read_with_the_help_of_the_text_below() -> None:
    *_, found = read(
        "Grant Signals Shift in Tax Policy, Says Banks Must Pay",
        "On Monday Grant spoke to the banks, and on Tuesday Grant met the unions.",
    )
    assert [row(s) for s in found if s.sentence == 0] == [
        ("Grant", "signal", False, "", ""),
        ("Banks", "pay", False, "necessary", "grant"),
    ]


def mention(text: str, words: str, value: NameValue | QuoteValue) -> Mention:
    at = text.index(words)
    kind = "name" if isinstance(value, NameValue) else "quote"
    return Mention(kind=kind, span=Span(start=at, end=at + len(words)), text=words, value=value, sentence=0)


def test_names_give_speakers_subjects_and_heads() -> None:
    text = "Dahl said she spent over an hour with Lund on the phone."
    found = read(
        text,
        mentions=(
            mention(text, "Dahl", NameValue(entity="kari dahl", kind="person", full="Kari Dahl")),
            mention(
                text, "she", NameValue(entity="kari dahl", kind="person", full="Kari Dahl", pronoun=True)
            ),
            mention(text, "Lund", NameValue(entity="per lund", kind="person", full="Per Lund")),
        ),
    )[2]
    assert [s.text for s in found] == ["Kari Dahl spent over an hour with Lund on the phone"]
    assert (found[0].speaker, found[0].cue, found[0].form) == ("kari dahl", "say", "reported")
    assert [(a.role, a.head) for a in found[0].arguments if a.head.endswith(("dahl", "lund"))] == [
        ("subject", "kari dahl"),
        ("prep:with", "per lund"),
    ]


def test_a_quote_mention_gives_the_speaker_of_a_quotation_without_a_frame() -> None:
    text = '"The plan has failed and nobody will say so."'
    value = QuoteValue(exact=text[1:-1], direct=True, speaker="kari dahl", cue="say")
    found = read(text, mentions=(mention(text, text, value),))[2]
    assert {s.speaker for s in found} == {"kari dahl"}


def check_invariants(document: Document, sentences: list[Sentence], found: list[Statement]) -> None:
    assert [s.index for s in found] == list(range(len(found)))
    assert [s.sentence for s in found] == sorted(s.sentence for s in found)
    for statement in found:
        home = sentences[statement.sentence].span
        assert home.contains(statement.span) and len(statement.span) > 0
        assert statement.text.strip()
        words = statement.span.of(document.text)
        assert words == words.strip()
        for argument in statement.arguments:
            assert argument.head and argument.text and home.contains(argument.span)
        if statement.predicate_span is not None:
            assert home.contains(statement.predicate_span)
    for a, b in itertools.pairwise(found):
        assert (a.sentence, a.span.start) <= (b.sentence, b.span.start)


def test_invariants_and_coverage_on_the_table() -> None:
    document, sentences, found = read(*TABLE)
    check_invariants(document, sentences, found)
    assert {s.sentence for s in found} == set(range(len(sentences)))
    frames = {"say", "tell", "warn", "rule", "insist", "report", "accord"}
    for parsed in parse(sentences):
        spans = [s.span for s in found if s.sentence == parsed.sentence.index]
        speakers = {s.speaker for s in found if s.sentence == parsed.sentence.index}
        for token in parsed.doc:
            content = token.pos_ in ("NOUN", "VERB", "NUM") and token.text.isalnum()
            if content and token.lemma_ not in frames and not any(speakers):
                at = token.idx + parsed.sentence.span.start
                assert any(s.start <= at < s.end for s in spans), token.text


def test_the_same_input_gives_the_same_statements() -> None:
    assert read(*TABLE)[2] == read(*TABLE)[2]


WORDS = st.sampled_from(
    [
        *[
            "the",
            "minister",
            "said",
            "that",
            "he",
            "would",
            "not",
            '"we',
            "“we",
            "talks”",
            'failed."',
            "who",
            ",",
        ],
        *[
            ".",
            ";",
            "—",
            "voted",
            "against",
            "it",
            "despite",
            "co-sponsored",
            "by",
            "US",
            "urging",
            "to",
            "do",
        ],
        *["so", "China", "one", "of", "and", "or", "but", "only", "which", "were,", "’", "'", "(", ")", "12"],
        *["%", "•", "\n", "…", "?", ":", "if", "Trump’s", "it’s", "(NATO)", "according", "GENEVA", "--"],
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=18).map(" ".join) | st.text(min_size=1, max_size=40))
def test_spans_hold_for_any_text(text: str) -> None:
    document, sentences, found = read(text)
    check_invariants(document, sentences, found)
    if any(ch.isalnum() for ch in text):
        assert found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The resolution passed despite the UK voting against it.", "the UK voted against it"),
        ("The plan went ahead despite residents opposing it.", "residents opposed it"),
        ("The text was adopted, despite France abstaining.", "France abstained"),
    ],
)
def test_what_happened_despite_it_is_told_apart(text: str, told: str) -> None:
    assert told in [s.text for s in statements(text)]


def test_despite_a_thing_tells_no_deed() -> None:
    assert len(statements("The plan went ahead despite the opposition of residents.")) == 1
