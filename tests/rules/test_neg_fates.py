"""NEG: fates of one holder, the way of one measure, goals met or missed, told in other words by two short accounts."""

from checker_rules.polarity import neg

from checker.testing import agree, differ, rule_cases

test_neg = rule_cases(
    neg,
    differ(
        "The pilot, Rosa Helm, [[died]] in a clinic in Ostra.",
        "Rosa Helm, who flew the glider, [[was breathing]] on her own in a clinic in Ostra.",
        note="a fate by name",
    ),
    differ(
        "A judge [[granted bail]] to the singer Udo Kell.",
        "Singer Udo Kell [[will stay in prison]] for another week.",
        note="freed and held",
    ),
    differ(
        "Police [[captured]] the escaped convict in a mill.",
        "The escaped convict [[remains at large]].",
        note="a fate by the noun",
    ),
    differ(
        "The dredger [[sank]] within minutes.", "The dredger [[was towed]] to Ostra by a tug.", note="a ship"
    ),
    differ(
        "The windmill [[burned to the ground]].",
        "Neighbours managed [[to save]] the windmill.",
        note="a building",
    ),
    agree(
        "A jury found Udo Kell guilty of theft.",
        "The jury acquitted Udo Kell of assault.",
        note="two charges",
    ),
    agree("The captain of the tug was killed.", "The captain of the barge survived.", note="two captains"),
    agree("Two of the five miners perished.", "Two miners survived.", note="some of them"),
    agree(
        "The singer was freed on bail but his manager was kept in custody.",
        "The assistant manager stays in custody.",
        note="one account tells of two",
    ),
    agree("Prosecutors asked that Udo Kell stay in jail.", "A court freed Udo Kell.", note="only wanted"),
    agree("His lawyer filed a request to free Udo Kell.", "Udo Kell stays in jail.", note="only requested"),
    differ(
        "Investors cheered: the [[shares rose 4 percent]].",
        "Halden [[stock lost 4 percent]].",
        note="one measure by two names",
    ),
    agree("Sales in Peru rose 4 percent.", "Revenue in Chile fell 4 percent.", note="two markets"),
    agree("Sales rose while profit fell.", "Earnings fell and revenue grew.", note="two measures"),
    agree(
        "The shares rose 4 percent.",
        "The stock has lost half its value since January.",
        note="another stretch of time",
    ),
    differ(
        "The carmaker [[missed its annual target]].",
        "The company [[achieved its goal]] for the year.",
        note="a goal",
    ),
    differ(
        "The lender [[pleaded guilty]] to a breach of the rules.",
        "The bank settled without [[admitting guilt]].",
        note="guilt",
    ),
    differ(
        "Foreign Minister Asta Lorn confirmed that [[secret talks had been held with the guerrillas]].",
        "The foreign minister [[denied that her government had been talking in secret to the guerrillas]].",
        note="the noun of one is the verb of the other",
    ),
)
