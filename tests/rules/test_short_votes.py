"""VOTE: short accounts of one vote, whatever their words for what was voted on."""

from checker_rules.votes import vote

from checker.testing import agree, differ, rule_cases

test_short_votes = rule_cases(
    vote,
    differ(
        "The harbour board met on Monday. Members voted [[9 to 4]] to set up a pilots' school.",
        "A school for pilots is to be set up. The board approved it by [[seven votes to six]].",
        note="one tally in each account",
    ),
    differ(
        "The town council of Osk backed the new pool [[unanimously]], after a vote at midnight.",
        "The pool was approved by the town council of Osk by [[14 votes to 5]].",
        note="all of them, and not all",
    ),
    differ(
        "The council of Osk voted on a pool. [[Ivo Brandt abstained]].",
        "Osk is to get a pool. Among those who [[opposed it was Ivo Brandt]].",
        note="abstained, among those who opposed it",
    ),
    differ(
        "The council of Osk voted on a pool. The [[only vote against came from Ivo Brandt]].",
        "Osk is to get a pool. The [[lone dissenter was Rita Holm]].",
        note="who stood alone",
    ),
    agree(
        "The council of Osk approved the pool by 14 votes to 5.",
        "The council of Osk voted 14-5 for the pool, with 14 members in favour.",
        note="the same figures",
    ),
    agree(
        "The council of Osk voted on a pool. Ivo Brandt had opposed it at first.",
        "The council of Osk voted on a pool. Ivo Brandt voted for it.",
        note="changed his mind",
    ),
    agree(
        "An amendment was rejected by 12 votes to 7, then the council approved the pool.",
        "The council approved the pool by 14 votes to 5.",
        note="the amendment and the text",
    ),
)
