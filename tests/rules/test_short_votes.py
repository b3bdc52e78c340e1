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
        "The council of Osk approved the bill on a vote of 14 to 5 on Monday.",
        "Once the bill fails in the council of Osk, talks will begin again.",
        note="nobody knows yet",
    ),
    agree(
        "The council of Osk voted 14 to 5 for the pool.",
        "Republicans unanimously supported the pool in the council's vote; four Greens joined them.",
        note="one party of one mind",
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
    differ(
        "The house of Corvia voted on Monday to honour the poet Rita Holm. The vote was [[240-187]].",
        "Members of the house of Corvia voted on Monday to honour the poet Rita Holm in a [[232-190]] vote.",
        note="a bare tally of the vote told of before it",
    ),
    agree(
        "The house of Corvia voted on Monday to honour the poet Rita Holm. The vote was 240-187.",
        "Members of the house of Corvia voted to keep the mill in the budget in a 232-190 vote on Monday.",
        note="a bare tally of another vote of that day",
    ),
    agree(
        "A court in Osk, in a 2-1 vote, struck down the toll on Monday.",
        "The court in Osk ruled on Monday. The lawsuit behind the ruling is backed by nine states.",
        note="who backs a lawsuit decides nothing",
    ),
    agree(
        "The law was struck down on Monday in a 2-1 vote.",
        "The lawsuit that led to the ruling is backed by the council of Osk.",
        note="a council backs a lawsuit",
    ),
    agree(
        "The council of Osk rejected the pool on Monday after a vote.",
        "The council of Osk voted on Monday. The plan was backed by nine states.",
        note="so many of those who back it",
    ),
    differ(
        "The union of tram drivers [[rejected]] the pay offer in a ballot on Monday.",
        "The pay offer was [[accepted]] by the union of tram drivers in a ballot on Monday.",
        note="who decides stands at the end",
    ),
    agree(
        "The ministers of Corvia want a toll on trams. A similar plan failed.",
        "The assembly of Corvia passed a toll on trams on Friday by 61 votes to 30.",
        note="a similar plan",
    ),
    agree(
        "The ministers of Corvia proposed a toll on trams on Monday. A plan for it failed in 2017.",
        "The assembly of Corvia passed a toll on trams on Friday by 61 votes to 30.",
        note="in a year long gone",
    ),
    differ(
        "The council of Osk [[rejected]] a plan to open a pool in 2031 after a vote on Monday.",
        "The council of Osk voted on Monday. It [[backed]] the plan.",
        note="the year of what is planned",
    ),
    agree(
        "The House voted 361-41 to approve the bill on pilots that the Senate passed without objection on Thursday.",
        "The House vote on the bill on pilots came a day after unanimous approval by the Senate.",
        note="whose vote it was stands beside it",
    ),
    agree(
        "The bakers' union met on Monday over the offer for Velm Mills. It is backing the board.",
        "The board of Velm Mills turned down an offer on Monday. The bakers' union met over it.",
        note="who backs a board has passed nothing",
    ),
    agree(
        "The council of Osk voted on Monday. Support is what it was when the law first passed.",
        "The council of Osk voted on the harbour bill on Monday. The harbour bill failed after two hours.",
        note="when it first passed was long ago",
    ),
    agree(
        "The senate of Corvia voted on Monday. Many opposition efforts to repeal and replace it failed this year.",
        "The senate of Corvia voted on the toll bill on Monday. The senate passed the toll bill after two hours.",
        note="the efforts failed, not what they were to replace",
    ),
)
