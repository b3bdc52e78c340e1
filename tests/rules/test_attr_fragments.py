"""ATTR: who speaks, in short accounts: a phrase within a clause, a name behind an office, a pronoun before a name."""

from pathlib import Path

import pytest
from checker_rules.attribution import attr
from written import findings_in

from checker.testing import agree, differ, rule_cases

PHRASE = "a lock that any schoolboy would have opened"

test_attr = rule_cases(
    attr,
    differ(
        f"[[Inspector Anna Berg]] blamed the loss on “{PHRASE}.”",
        f"The director, [[Paul Stone]], put it down to “{PHRASE}” and resigned.",
    ),
    differ(
        f"[[Inspector Anna Berg]] spoke of “{PHRASE}.”",
        f"Director [[Paul Stone]] attributed the loss to “{PHRASE}.”",
    ),
    differ(
        f"[[Inspector Anna Berg]] likened it to “{PHRASE}.”",
        f"The museum had relied on “{PHRASE},” according to [[Paul Stone]].",
    ),
    differ(
        "“The gate was never locked in all my years here,” said the keeper of the park, [[Anna Berg]].",
        "“The gate was never locked in all my years here,” [[Paul Stone]] told reporters.",
        note="the name behind an office",
    ),
    differ(
        "According to the chief of police, [[Anna Berg]], the thieves “carried a plan of every single room.”",
        "The thieves “carried a plan of every single room,” director [[Paul Stone]] said.",
        note="what follows a name behind an office is another clause",
    ),
    differ(
        "Bishop [[Tom Lind]] came to the harbour. “No child in this town slept last night,” he said. "
        "Mayor Ruth Palm opened a hall.",
        "“No child in this town slept last night,” Mayor [[Ruth Palm]] said.",
        note="a pronoun does not stand for a name that comes after it",
    ),
    differ(
        "[[Anna Berg]] accused the line of “a cold contempt for the lives of its crews.” Captain Paul Stone asked both "
        "sides for patience.",
        "Captain [[Paul Stone]] spoke of “a cold contempt for the lives of its crews.”",
        note="both sides are others",
    ),
    agree(
        f"Inspector Anna Berg spoke of “{PHRASE}.”",
        f"Anna Berg, the inspector, blamed the loss on “{PHRASE}.”",
    ),
    agree(
        f"The keeper of the park, Anna Berg, put the loss down to “{PHRASE}.”",
        f"The loss was due to “{PHRASE},” Anna Berg said.",
    ),
    agree(
        "Bishop Tom Lind said: “No child in this town slept last night.”",
        "“No child in this town slept last night,” Tom Lind told reporters.",
        note="an office in capitals",
    ),
    agree(
        f"A loss compared to “{PHRASE}” by Anna Berg was made good by Paul Stone.",
        f"Anna Berg compared the loss to “{PHRASE}.”",
    ),
)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("We are too cold to be angry", "fail"),
        ("Our thoughts and prayers are with the crew and their families", "review"),
    ],
)
def test_what_anybody_says_is_for_a_look(tmp_path: Path, words: str, verdict: str) -> None:
    said = (
        f"A trawler was lost off Ostra on Monday. “{words},” Anna Berg said.",
        f"Ostra lost a trawler on Monday. “{words},” Paul Stone told reporters.",
    )
    assert [f.verdict for f in findings_in(tmp_path, "ATTR", *said)] == [verdict]


def test_a_few_words_of_a_speech_taken_up_are_for_a_look(tmp_path: Path) -> None:
    speech = "We will rebuild the harbour wall and every single boat shed behind it before the autumn storms"
    heads = "Norland heard a speech on Monday. ", "A speech was given in Norland on Monday. "
    whole = f"{heads[0]}“{speech},” Anna Berg said."
    taken = f"{heads[1]}His “harbour wall and every single boat” are brave, Senator Paul Stone said."
    most = f"{heads[1]}“{speech.removeprefix('We will ')},” said Senator Paul Stone."
    assert [f.verdict for f in findings_in(tmp_path, "ATTR", whole, taken)] == ["review"]
    assert [f.verdict for f in findings_in(tmp_path, "ATTR", whole, most)] == ["fail"]
