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
    agree(
        "The council of Osk backed the pool on Monday, though the vote was not unanimous.",
        "The council of Osk backed the pool on Monday by 14 votes to 5.",
        note="not unanimous",
    ),
    agree(
        "The council of Osk voted on Monday to cut the number of schools from 12 to 9.",
        "The council of Osk met on Monday. Its plan for the schools was passed by 14 votes to 5.",
        note="from 12 to 9 is no count of hands",
    ),
    agree(
        "The council of Osk met on Monday. Police arrested 12 for blocking the road.",
        "The council of Osk met on Monday. It was passed by 14 votes to 5.",
        note="arrested for something",
    ),
    agree(
        "The council of Osk voted for the pool. The bill, written by Ivo Brandt, passed with one vote against.",
        "The council of Osk voted for the pool. The only vote against came from Rita Holm.",
        note="whose bill it was",
    ),
    agree(
        "The pool was backed with only one vote against, Ivo Brandt said.",
        "The only vote against the pool came from Rita Holm.",
        note="who tells of it",
    ),
    agree(
        "The council of Osk voted on a pool. Ivo Brandt, one of the three who voted no, wants a tax.",
        "The only vote against came from Rita Holm.",
        note="one of three",
    ),
    agree(
        "The council of Osk voted 14-5 for the pool. It rejected criticism that the pool was too dear.",
        "The council of Osk approved the pool on Monday, after a vote.",
        note="rejected criticism",
    ),
    agree(
        "Farmers blocked the road to the port on Monday before the council of Osk voted.",
        "The council of Osk approved the budget on Monday after a vote.",
        note="blocked a road",
    ),
    agree(
        "The council of Osk, where the Liberals hold a 12-7 majority, passed the budget on Friday.",
        "The council of Osk passed the budget on Friday in a 10-9 vote.",
        note="how the seats are divided",
    ),
    agree(
        "The council of Osk, which the Liberals control by 12-7, passed the budget on Friday.",
        "The council of Osk passed the budget on Friday in a 10-9 vote.",
        note="who controls it",
    ),
    differ(
        "The council of Osk passed the budget on Friday with a [[12-7]] majority.",
        "The council of Osk passed the budget on Friday in a [[10-9]] vote.",
        note="with a majority",
    ),
)
