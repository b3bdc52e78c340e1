"""Who tells a thing in other words does not lack it, and who tells something like it does not report it."""

from typing import Literal

import pytest
from checker_rules.coverage import Options, add, omit, worthwhile
from checker_rules.lacks import Lack
from checker_rules.shown import what
from checker_rules.sifting import sifted
from checker_rules.telling import REPORTED, TOLD, Telling, Thing
from checker_rules.worth import Odds, Told, Worth

from checker import flag
from checker.embed import load_embedder
from checker.infer import load_inferer
from checker.models.findings import Finding
from checker.rules.engine import run_rules
from checker.rules.services import Embed, Nli, Services
from checker.rules.vocabulary import SentenceView, StoryView
from checker.testing.story import story_of

REST = (
    "The ferry terminal in Karlsund was closed again on Monday because of the ice. "
    "Commuters now cross the bay by bus, which takes an hour longer."
)
PILOTS = "The harbour pilots of Karlsund refused on Sunday to work until the port buys two new boats."


@pytest.fixture(scope="module")
def embed() -> Embed:
    return Embed(load_embedder(cache=False))


def sentence(story: StoryView, account: str, words: str) -> SentenceView:
    return next(s for s in story.document(account).sentences if words in s.text)


def told(embed: Embed, thing: str, account: str) -> float:
    story = story_of({"a": f"{thing} {REST}", "b": account})
    (first, *_) = story.document("a").sentences
    return Telling(story, embed).told(Thing(first.text, first, first.span), story.document("b"))


@pytest.mark.parametrize(
    "account",
    [
        # other words, and a headline's
        f"On Sunday the pilots of the harbour in Karlsund said no to work, and wanted two new boats bought. {REST}",
        # spread over sentences
        "The harbour pilots of Karlsund stopped work on Sunday. They refused to go back until the port bought "
        f"boats. Two new ones are what they want. {REST}",
    ],
)
def test_what_is_told_in_other_words_is_told(embed: Embed, account: str) -> None:
    assert told(embed, PILOTS, account) >= TOLD


@pytest.mark.parametrize(
    "account",
    [
        REST,
        f"The harbour of Karlsund was built in 1911 and has been deepened twice since. {REST}",
        f"A pilot boat ran aground off Sudmark in the storm of last week, and nobody was hurt. {REST}",
    ],
)
def test_a_topic_in_common_tells_nothing(embed: Embed, account: str) -> None:
    assert told(embed, PILOTS, account) < TOLD


LONG = (
    "The council of Karlsund knew on the first of May that the ice would hold until the end of the winter and that "
    "no boat could leave before Easter."
)


@pytest.mark.parametrize(
    ("account", "is_told"),
    [
        # the other half in other words, or not at all
        (
            f"“That the ice would hold until the end of the winter and that” nobody said, was clear. {REST}",
            True,
        ),
        # fewer words in a row than anybody would know it again by
        (
            f"Nobody in Sudmark thought the ice would hold until the end of the season, a baker says. {REST}",
            False,
        ),
    ],
)
def test_a_long_run_of_the_same_words_is_told(embed: Embed, account: str, is_told: bool) -> None:
    assert (told(embed, LONG, account) == 1) is is_told


def test_a_few_words_of_a_very_long_thing_are_not_all_of_it(embed: Embed) -> None:
    account = f"“The ice would hold until the end of the winter and that”, nobody said. {REST}"
    further = (
        " and nobody had told the crews of the six boats, who had been waiting since March for their wages"
    )
    assert told(embed, LONG, account) == 1
    assert told(embed, LONG.removesuffix(".") + further + ".", account) < 1


def test_what_somebody_did_is_not_told_by_who_never_names_him(embed: Embed) -> None:
    story = story_of(
        {
            "a": f"Sudmark abstained in the vote on the harbour. {REST}",
            "b": f"Norland abstained in the vote on the harbour. {REST}",
            "c": f"Norland and Sudmark abstained in the vote on the harbour. {REST}",
        }
    )
    statement = sentence(story, "a", "abstained").statements[0]
    telling = Telling(story, embed)
    assert telling.told(Thing.of(statement), story.document("b")) < TOLD
    assert telling.told(Thing.of(statement), story.document("c")) >= TOLD


@pytest.mark.parametrize(
    ("like", "reports"),
    [
        ("Until the port buys two new boats, harbour pilots in Karlsund refused on Sunday to work.", True),
        ("Pilots at the airport of Sudmark were praised by the mayor, who thanked them all.", False),
    ],
)
def test_a_sentence_reports_a_thing_when_it_has_what_it_is_made_of(
    embed: Embed, like: str, reports: bool
) -> None:
    story = story_of({"a": f"{PILOTS} {REST}", "b": f"{like} {REST}"})
    statement = sentence(story, "a", "pilots").statements[0]
    chance = Telling(story, embed).reported(Thing.of(statement), story.document("b").sentences[0])
    assert (chance >= REPORTED) is reports


@pytest.mark.parametrize(
    ("other", "near", "carry"),
    [
        # of one matter, but each tells its own: enough in common for a match, too little for what is only near
        (
            "Fewer people sit in jail today than ever since 2001, a study of the prison population found.",
            1.0,
            2,
        ),
        (
            "Fewer people sit in jail today than ever since 2001, a study of the prison population found.",
            0.7,
            0,
        ),
        (
            "In ten years the population of the prisons will shrink from 24,000 to 19,000, the service expects.",
            0.7,
            2,
        ),
    ],
)
def test_what_is_only_near_must_have_most_of_it_in_common(
    embed: Embed, other: str, near: float, carry: int
) -> None:
    expects = (
        "The prison service expects its population to shrink from 24,000 to 19,000 over the coming decade."
    )
    story = story_of(
        {"a": f"{REST} {expects}", "b": f"{REST} {other}", "c": f"{REST} The harbour master retired."}
    )
    says = tuple(story.document(d).sentences[-1].statements[0] for d in "ab")
    gap = next(g for g in story.gaps_of(says[0]) if g.other.id == "c")
    kept = sifted(story, [Lack(says, (gap,), 0.5, near)], Telling(story, embed), None, 12, 0.8)
    assert sum(len(one.says) for one in kept) == carry


def test_the_same_chance_twice(embed: Embed) -> None:
    assert told(embed, PILOTS, REST) == told(embed, PILOTS, REST)


def run(embed: Embed, *accounts: str) -> list[Finding]:
    services = Services(embed=embed, options={code: Options(worth=0) for code in ("OMIT", "ADD")})
    found, failures = run_rules([story_of(dict(zip("abcd", accounts, strict=False)))], [omit, add], services)
    assert not failures
    return found


FULL = "“The ice will be gone by Easter and the boats will run again before the schools reopen in April,” Holt said."
MORE = "“Nobody should pay for a ticket that cannot be used,” she added."
LEAD = "Port director Mira Holt spoke to the council of Karlsund about the ferries on Tuesday evening."


def test_quotations_of_one_statement_are_one_finding(embed: Embed) -> None:
    a = f"{LEAD} {FULL} {MORE} {REST}"
    b = f"The ferries were discussed. {FULL} {MORE} {REST}"
    found = [f for f in run(embed, a, b, f"{LEAD} {REST}") if f.data.get("kind") == "quotation"]
    (one,) = found
    # the fullest stands for them, and the other is there to be read
    assert "The ice will be gone" in one.message
    said = [e.exact for e in one.evidence if e.role == "support"]
    assert any("Easter" in s for s in said) and any("Nobody should pay" in s for s in said)


def test_quotations_that_different_accounts_lack_are_told_apart(embed: Embed) -> None:
    a = f"{LEAD} {FULL} {MORE} {REST}"
    found = run(embed, a, f"{LEAD} {FULL} {REST}", f"{LEAD} {MORE} {REST}", a)
    lacking = {
        (f.message.split("“")[1][:6], e.document)
        for f in found
        if f.data.get("kind") == "quotation"
        for e in f.evidence
        if e.role == "absent"
    }
    assert lacking == {("The ic", "c"), ("Nobody", "b")}


def test_a_quotation_told_in_indirect_speech_is_not_left_out(embed: Embed) -> None:
    a = f"{LEAD} {FULL} {REST}"
    b = f"The ferries were discussed. {FULL} {REST}"
    indirect = (
        "Holt said that the ice would be gone by Easter, and that boats would run again before schools reopen in "
        "April."
    )
    assert any("Easter" in f.message for f in run(embed, a, b, f"{LEAD} {REST}"))
    assert not any("Easter" in f.message for f in run(embed, a, b, f"{LEAD} {indirect} {REST}"))


def test_further_things_of_one_account_alone_weigh_less(embed: Embed) -> None:
    own = [
        "A brass band from Sudmark played on the north pier all afternoon.",
        "Inspectors found cracks in two of the five lock gates in April 2023.",
        "The museum on the hill lent its two oldest ship models to the town of Halden.",
    ]
    found = [f for f in run(embed, f"{LEAD} {' '.join(own)} {REST}", f"{LEAD} {REST}") if f.code == "ADD"]
    assert len(found) == len(own)
    alone = [
        f.data["weight"]
        for one in own
        for f in run(embed, f"{LEAD} {one} {REST}", f"{LEAD} {REST}")
        if f.code == "ADD"
    ]
    assert sum(f.data["weight"] for f in found) < sum(alone)


ROAD = "The state will pay for a new road to the harbour of Karlsund."
SHIP = "Two crews from Sudmark fell ill on the ferry to Halden last week."


@pytest.mark.parametrize(
    ("other", "sure", "kind", "is_vouched"),
    [
        (SHIP, 0.4, "omission", False),
        (SHIP, 0.6, "omission", True),
        (SHIP, 0.4, "quotation", True),
        ("Karlsund's harbour gets a new road, and the state pays for it.", 0.4, "omission", True),
    ],
)
def test_what_is_unsure_must_be_borne_out_by_one_who_reports_it(
    embed: Embed, other: str, sure: float, kind: Literal["quotation", "omission"], is_vouched: bool
) -> None:
    story = story_of({"a": f"{ROAD} {REST}", "b": f"{other} {REST}", "c": REST})
    says = tuple(story.document(d).sentences[0] for d in "ab")
    told = Told(kind, ROAD, says, None, (story.document("c"),), 1.0)
    worth = Worth(story, embed, Nli(load_inferer(cache=False)))
    assert worth.vouched(told, Odds(sure, 0.2)) is is_vouched
    assert Worth(story, embed).vouched(told, Odds(sure, 0.2))


class Unvouched(Worth):
    """Nobody who reports a thing bears out another."""

    def of(self, told: Told) -> Odds:
        return Odds(0.3, 0.3)

    def vouched(self, told: Told, odds: Odds) -> bool:
        return False


def test_what_nobody_vouches_for_is_shown_only_where_all_is_asked_for(embed: Embed) -> None:
    long = " ".join(f"The ferry of {n} o'clock did not leave." for n in range(1, 13))
    story = story_of({"a": long, "b": long})
    at = story.document("a").sentences[0]
    flags = [(flag("lacks", at=at, who="b"), Told("omission", "", (), None, (), 1.0))]
    shown = [len(list(worthwhile(story, flags, Unvouched(story, embed), least))) for least in (0.1, 0.0)]
    assert shown == [0, 1]


def test_the_title_of_a_book_is_nobody_s_words(embed: Embed) -> None:
    book = "Holt is the author of “The Long Way to Sudmark and Back Again” as everybody in the hall knew."
    shout = "Holt wrote in the evening: “THE LONG WAY TO SUDMARK AND BACK IS SAFE”."
    for words, flagged in ((book, False), (shout, True)):
        found = run(
            embed, f"{LEAD} {words} {REST}", f"The ferries were discussed. {words} {REST}", f"{LEAD} {REST}"
        )
        assert any(f.data.get("kind") == "quotation" for f in found) is flagged


def test_words_strewn_over_a_longer_quotation_are_not_its_own(embed: Embed) -> None:
    line = "The notice on the pier read: “Update: Nordic Volt claims the right to the harbour.”"
    letter = (
        "“These letters make clear that your council knew within hours that Nordic Volt, a small firm of no name with "
        "links to the mayor, had claimed, to our surprise, the right to the harbour,” the pilots' letter said."
    )
    short = "“Update: Nordic Volt claims its right to the harbour,” said a notice on the pier."
    for other, flagged in ((letter, False), (short, True)):
        found = run(
            embed, f"{LEAD} {line} {REST}", f"The ferries were discussed. {other} {REST}", f"{LEAD} {REST}"
        )
        assert any(f.data.get("kind") == "quotation" for f in found) is flagged


@pytest.mark.parametrize("lacks", [True, False])
def test_a_quotation_shown_whole_for_one_half_is_not_lacking_where_the_other_stands(
    embed: Embed, lacks: bool
) -> None:
    half = "I cannot think what this harbour would be like without the boats in the long winter"
    whole = f"“{half}. For the crews -- I do not even want to think of that,” Holt said."
    other = "She told the paper: “I do not even want to think of” the crews without the boats."
    account = "Holt said little." if lacks else f"“{half},” Holt said."
    story = story_of({"a": f"{REST} {whole}", "b": f"{REST} {other}", "c": f"{REST} {account}"})
    says = tuple(sentence(story, d, "do not even").statements[-1] for d in "ab")
    gap = next(g for g in story.gaps_of(says[0]) if g.other.id == "c")
    lack = Lack(says, (gap,), 0.5)
    assert half in what(lack.best)
    assert bool(sifted(story, [lack], Telling(story, embed), None, 12, 0.8)) is lacks
