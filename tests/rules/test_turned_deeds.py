"""NAME: in short accounts a deed told the other way round, by its converse, its noun or a light verb."""

from checker_rules.names import name

from checker.testing import agree, differ, rule_cases

test_turned_deeds = rule_cases(
    name,
    differ(
        "[[Orvane]] is buying its rival [[Halden Steel]] for 2 billion crowns. Osk talks of it.",
        "[[Halden Steel]] has agreed to buy [[Orvane]] in a deal worth 2 billion crowns. Osk talks of it.",
        note="a rival with its name",
    ),
    differ(
        "[[Dora Lind]] is suing her former employer, [[Halden Steel]], over a bonus. Osk talks of it.",
        "[[Halden Steel]] has filed a suit against [[Dora Lind]] over a bonus. Osk talks of it.",
        note="a suit filed",
    ),
    differ(
        "[[Dora Lind]] hurled a plate at [[Tom Karr]] in the canteen at noon. Osk talks of it.",
        "In the canteen [[Tom Karr]] threw a plate at [[Dora Lind]] at noon. Osk talks of it.",
        note="thrown at whom",
    ),
    differ(
        "The treasurer, [[Dora Lind]], accused [[Tom Karr]] of hiding gifts from the auditors. Osk talks of it.",
        "[[Tom Karr]] accused the treasurer, [[Dora Lind]], of concealing gifts from the auditors. Osk talks of it.",
        note="who accused whom of one thing",
    ),
    agree(
        "Dora Lind accused Tom Karr of hiding gifts from the auditors. Osk talks of it.",
        "Tom Karr accused Dora Lind of lying to win an election. Osk talks of it.",
        note="two charges",
    ),
    agree(
        "Orvane lent Halden Steel 30 million crowns. Osk talks of it.",
        "Halden Steel borrowed 30 million crowns from Orvane. Osk talks of it.",
        note="the converse",
    ),
    agree(
        "Orvane is to take over Halden Steel. Osk talks of it.",
        "Halden Steel, which tried to buy Orvane last year, is to be bought by Orvane. Osk talks of it.",
        note="tried to",
    ),
    differ(
        "[[Orvane]] merged into [[Halden Steel]] last year. Osk talks of it.",
        "[[Orvane]] absorbed [[Halden Steel]]. Osk talks of it.",
        note="merged into whom",
    ),
    agree(
        "Orvane merged into Halden Steel last year. Osk talks of it.",
        "Halden Steel absorbed Orvane. Osk talks of it.",
        note="merged into is the converse",
    ),
    agree(
        "Halden collided with Orvane at noon off Osk.",
        "Orvane collided with Halden at noon off Osk.",
        note="who collided with whom is the same both ways",
    ),
    agree(
        "Jon Moe mentioned Ada Falk in his speech.",
        "Ada Falk mentioned Jon Moe in her speech.",
        note="each mentioned the other",
    ),
    agree(
        "Israel killed three Hezbollah fighters in the south on Monday.",
        "Hezbollah killed two Israeli soldiers in the south on Monday.",
        note="two sides of a war",
    ),
)
