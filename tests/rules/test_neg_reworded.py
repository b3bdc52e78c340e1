"""NEG in short accounts that word everything otherwise: who was there, what was denied, what escaped."""

from pathlib import Path

import pytest
from checker_rules.polarity import neg
from written import findings_in

from checker.testing import agree, differ, rule_cases

test_neg_reworded = rule_cases(
    neg,
    agree(
        "The club's owner confirmed that the stand was unsafe.",
        "The club's owner did not deny that the stand was unsafe.",
        note="an opposite under a not",
    ),
    differ(
        "Mayor Tilda Ferrow [[did not attend the hearing]] in Karlby.",
        "The hearing on the new quay lasted all day. Tilda Ferrow, the mayor, [[took part in the proceedings]].",
        note="there or not there",
    ),
    differ(
        "Archbishop Odo Marr [[stayed away from the burial]].",
        "Odo Marr, the archbishop, [[was present at the funeral]] and spoke to the widow.",
        note="stayed away",
    ),
    differ(
        "The summit [[was held without Prime Minister Ana Brandt]].",
        "Prime Minister Ana Brandt [[attended the talks]], her office said.",
        note="held without her",
    ),
    agree(
        "Mayor Tilda Ferrow did not attend the hearing on Monday.",
        "Tilda Ferrow, the mayor, took part in the hearing on Thursday.",
        note="two days",
    ),
    agree(
        "Mayor Tilda Ferrow did not attend the hearing on the quay.",
        "Tilda Ferrow, the mayor, took part in the funeral.",
        note="two occasions",
    ),
    agree(
        "Mayor Tilda Ferrow missed the hearing.",
        "Tilda Ferrow, the mayor, was not at the hearing. Her deputy took part in the proceedings.",
        note="absent in both",
    ),
    agree(
        "Tilda Ferrow missed the start of the talks. She joined the negotiations at noon.",
        "Tilda Ferrow sat in on the talks.",
        note="one account tells both",
    ),
    agree(
        "Odo Marr took the train to the talks.",
        "Odo Marr did not attend the talks.",
        note="to take is not to take part",
    ),
    # confirmed and denied by one speaker
    differ(
        "[[Patrol boats had crossed into Karland]], Admiral Ivo Stahl said in a speech.",
        "Asked about the reports, Ivo Stahl [[denied that any patrol boats had entered Karland]].",
        note="confirmed and denied",
    ),
    differ(
        "[[The alarm in the tower had failed]], the fire chief told the council.",
        "At the town hall the fire chief [[denied that the alarm in the tower had failed]].",
        note="an office",
    ),
    agree(
        "In a speech on Monday the foreign minister said that patrol boats had crossed into Karland.",
        "Asked about the reports, the transport minister denied that any patrol boats had entered Karland.",
        note="two ministers",
    ),
    agree(
        "Fishermen said that two patrol boats had crossed into Karland.",
        "Admiral Ivo Stahl denied that any patrol boats had entered Karland.",
        note="two speakers",
    ),
    agree(
        "Admiral Ivo Stahl confirmed that two patrol boats had crossed into Karland.",
        "Admiral Ivo Stahl did not deny that patrol boats had entered Karland.",
        note="not denied",
    ),
    agree(
        "Mayor Tilda Ferrow did not chair the hearing.",
        "Tilda Ferrow, the mayor, took part in the hearing.",
        note="not in the chair, but there",
    ),
    agree(
        "Ana Brandt, the prime minister, missed the meeting in Ostra.",
        "Ana Brandt attended the meeting in Velm.",
        note="two towns",
    ),
    agree(
        "Patrol boats had crossed into Karland, he said.",
        "He denied that any patrol boats had entered Karland.",
        note="two that nobody knows",
    ),
    # what escapes is released
    differ(
        "No ammonia [[escaped]] from the tank, the company said.",
        "A small quantity of ammonia was [[released]], according to the operator.",
        note="no gas and a little gas",
    ),
    agree(
        "No ammonia escaped from the tank, the company said.",
        "A small quantity of oil was released, according to the operator.",
        note="two things",
    ),
    agree(
        "No ammonia escaped from the tank.", "No ammonia was released, the operator said.", note="one in both"
    ),
    # what an event has one of
    differ(
        "Turnout [[rose]] slightly in the runoff, the commission said.",
        "Participation [[fell]], the commission said.",
        note="turnout",
    ),
    agree(
        "Turnout rose in 2021, the commission said.",
        "Participation fell in 2025, the commission said.",
        note="two votes",
    ),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Mayor Tilda Ferrow did not attend the match.",
            "Tilda Ferrow, who sat in on the game for an hour, is fond of the sport.",
        ),
        (
            "No ammonia escaped from the tank.",
            "Fire crews wore masks, and a small quantity of ammonia was released.",
        ),
    ],
)
def test_in_short_accounts_it_is_among_the_first(tmp_path: Path, one: str, other: str) -> None:
    rest = "The works band of Karlby played in the square on Tuesday. Some 300 people had come from Velm."
    (found,) = findings_in(tmp_path, "NEG", f"{rest} {one}", f"{rest} {other}")
    assert not found.data.get("lesser")
