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
    agree(
        "No passengers were killed when the ferry ran aground.",
        "All the passengers survived.",
        note="nobody of them",
    ),
    agree(
        "Rosa Helm lived in Ostra with her two daughters.",
        "Rosa Helm died in the crash.",
        note="to live in a place is no survival",
    ),
    agree("The divers recovered the wreck.", "The diver drowned.", note="to recover a wreck is no survival"),
    agree(
        "The suspect was released from hospital.",
        "The suspect stays in custody.",
        note="out of hospital, not out of jail",
    ),
    agree("Udo Kell walked out of the hearing.", "Udo Kell remains in jail.", note="a hearing is no jail"),
    agree("The driver broke a lap record.", "The driver escaped unhurt.", note="a record, not a leg"),
    agree(
        "Police searched for weapons in a flat in Ostra.",
        "Police seized weapons in Ostra.",
        note="looked for and seized",
    ),
    agree(
        "Police arrested a suspect in the robbery.",
        "Police are looking for a second suspect.",
        note="two suspects",
    ),
    agree(
        "The mayor went on television on Monday evening.",
        "The mayor resigned.",
        note="on television, not on in office",
    ),
    agree(
        "The president rejected calls for an inquiry into the crash.",
        "The president stepped down.",
        note="another call",
    ),
    agree(
        "A jury found the mayor of Ostra guilty of theft.",
        "The jury acquitted the mayor of Ostra of assault.",
        note="two charges against the mayor of a town",
    ),
    agree(
        "The church held a service on Sunday.",
        "The church was destroyed.",
        note="to hold a service is not to hold",
    ),
    agree(
        "The airport was closed for three hours after the storm.",
        "The airport reopened at noon.",
        note="first closed and then open",
    ),
    agree(
        "The convict was on the run for three weeks.",
        "Police captured the convict.",
        note="first at large and then caught",
    ),
    agree(
        "The boy remained missing for two days.",
        "The boy was found in a barn.",
        note="first missing and then found",
    ),
    agree(
        "Kell worked at the mill for 20 years.",
        "Kell failed to appear in court.",
        note="to fail to do it is not to fail",
    ),
    agree(
        "The driver works for a bus company in Ostra.",
        "The driver crashed into a wall.",
        note="two meanings of to work",
    ),
    agree("The company met its sales target.", "The company missed its profit target.", note="two targets"),
    agree(
        "The summit ended without incident.",
        "Leaders signed a declaration.",
        note="without incident is not without a deal",
    ),
    agree(
        "The team went out to thank the fans.",
        "The team won the final.",
        note="out of the cabin, not out of the cup",
    ),
    agree(
        "Rescuers found no body of the missing skier.", "The missing skier survived.", note="no body of his"
    ),
    agree(
        "The bomb killed two soldiers, General Moe said.",
        "General Moe survived.",
        note="who tells it is not whom it befell",
    ),
    agree("There was no rise in prices.", "Prices fell 4 percent.", note="no rise"),
    agree("Profit failed to grow.", "Profit fell.", note="no growth"),
    agree(
        "Sales suffered from rising costs.",
        "Sales fell 4 percent, the company said.",
        note="what rises is the costs",
    ),
    agree("Unions demanded higher wages.", "Wages fell 2 percent.", note="only demanded"),
    agree("The council rejected a plan to raise fares.", "The council lowered fares.", note="only planned"),
    agree("The council voted against raising fares.", "The council lowered fares.", note="voted down"),
    agree("Visitors climbed the tower.", "Attendance fell 4 percent.", note="to climb a tower is no rise"),
    agree("Halden shares rose 4 percent.", "Tech stocks fell 1 percent.", note="a company and a market"),
    agree(
        "A boat on the river picked up 12 passengers.", "The river fell.", note="what is picked up is no rise"
    ),
    differ(
        "The lender [[accepted no responsibility]].",
        "The bank [[accepted responsibility]] for the leak.",
        note="none and some",
    ),
    differ(
        "The president [[rejected calls to step down]].",
        "The president [[stepped down]].",
        note="calls to go, rejected",
    ),
    differ("[[No trace]] of the girl was seen.", "The girl [[was found]] in a barn.", note="no trace of her"),
    agree("The gate may be closed next week.", "The gate reopened.", note="only possible"),
    agree(
        "The bill cleared a first hurdle in the upper house on Monday.",
        "An alternative bill of two deputies failed.",
        note="a bill and an alternative one",
    ),
    agree("The bill passed.", "A competing bill failed by nine votes.", note="a bill that competes"),
    differ("The motor [[passed]] the test.", "The motor [[failed]] on Monday.", note="one motor"),
    differ(
        "The alternative bill [[cleared]] a first hurdle.",
        "The alternative bill of two deputies [[failed]].",
        note="alternative in both",
    ),
    agree(
        "In Ostra, schools remain closed after the storm.",
        "In Halden, schools reopened after the storm.",
        note="two towns before the comma",
    ),
    agree(
        "In Ostra the power is out, and the museum there remains closed.",
        "Many fled to Halden, where the museum reopened on Monday.",
        note="where, and there",
    ),
    differ(
        "In Ostra the power is out, and the museum there [[remains closed]].",
        "Many fled to Ostra, where the museum [[reopened]] on Monday.",
        note="one town, where and there",
    ),
    agree("In Ostra the bridge collapsed.", "In Halden the bridge held.", note="two bridges"),
    differ(
        "In Ostra, the museum [[remains closed]] after the storm.",
        "The museum on Halden Street [[reopened]] after the storm.",
        note="a street of the town",
    ),
    agree(
        "The price of milk in the shops rose 4 percent in the town of Ostra.",
        "In the town of Halden the price of milk fell.",
        note="rose in one town and fell in another",
    ),
    agree(
        "The singer Rosa Helm survived the crash at first.",
        "Rosa Helm, a singer, died of her injuries.",
        note="at first",
    ),
    agree(
        "The glider pilot initially survived the fall, the clinic said.",
        "The glider pilot did not survive the fall, the clinic said.",
        note="initially, against a not",
    ),
    differ(
        "The singer Rosa Helm [[survived]] the crash.",
        "Rosa Helm, a singer, [[died]] of her injuries.",
        note="survived, without an at first",
    ),
    agree(
        "The singer Rosa Helm was rescued from the lake alive.",
        "The singer Rosa Helm died later in a clinic.",
        note="rescued, and died later",
    ),
    agree(
        "The trial of Udo Kell resumed in Ostra on Monday.",
        "The trial of Udo Kell is closed to the public.",
        note="behind closed doors",
    ),
    differ(
        "The museum [[reopened]] after the flood.",
        "The museum [[remains closed]] to the public after the flood.",
        note="closed to the public, a museum",
    ),
    agree(
        "Asta Lorn succeeded Udo Kell as mayor of Ostra.",
        "Asta Lorn failed to win a seat in the assembly.",
        note="to succeed somebody is no success",
    ),
    agree(
        "The convict Udo Kell, who had eluded capture for weeks, was seen in Ostra.",
        "Udo Kell, a convict, was captured.",
        note="had eluded, before he was captured",
    ),
    agree(
        "Mayor Asta Lorn had said that she would stay in office.",
        "Mayor Asta Lorn resigned on Monday.",
        note="had said so before",
    ),
    differ(
        "The singer Rosa Helm had [[died]] in the crash.",
        "Rosa Helm, a singer, [[survived]] the crash.",
        note="who had died is dead",
    ),
    agree(
        "Ostra and Halden have yet to reach a deal on the river.",
        "Ostra and Halden parted without a deal on the river.",
        note="have yet to",
    ),
    agree(
        "Ostra and Halden parted without a deal.",
        "The mediators are hoping to get Ostra to agree to a deal with Halden.",
        note="what is hoped for",
    ),
    agree(
        "A broker said that his associate sought stolen papers.",
        "His associate was arrested on Monday.",
        note="seeking, not sought",
    ),
    agree(
        "Output of oil was cut on Monday.",
        "The cut in the output of oil could be up to 15 million barrels.",
        note="up to",
    ),
    agree(
        "“Did the police capture the convict? That is what all of Ostra wants to know,” Reed said.",
        "The convict remains at large.",
        note="a question in a quotation that goes on",
    ),
    differ(
        "“Did he come far? No, the police [[captured]] the convict in a mill,” Reed said.",
        "The convict [[remains at large]].",
        note="what follows a question",
    ),
    agree(
        "Reed will tell the council in May whether or not they managed to save the windmill.",
        "The neighbours saved the windmill.",
        note="whether or not denies nothing",
    ),
    agree(
        "Reed will tell the council in May whether they managed to save the windmill.",
        "The windmill burned to the ground.",
        note="whether it is so is open",
    ),
    agree(
        "“Is it true that the shares rose 4 percent? Nobody can tell,” Reed said.",
        "Halden stock lost 4 percent.",
        note="asked of a measure",
    ),
    differ(
        "Velm Bakeries said that net profit for the year to June [[rose 12 percent]] to 3.1 million crowns.",
        "Annual net [[profit at Velm Bakeries dropped by 12 percent]] to 3.1 million crowns, the retailer said.",
        note="one percentage, up and down, by a firm and its name",
    ),
    agree(
        "Profit rose 12 percent in the first half, Velm Bakeries said.",
        "Profit fell 9 percent in the third quarter, the retailer said.",
        note="two stretches of time and two percentages",
    ),
    differ(
        "A glider crashed south of Osk and its pilot [[was killed]], the military said.",
        "The pilot of a glider that crashed near Osk [[escaped with a broken wrist]], the air force said.",
        note="killed and hardly hurt",
    ),
    agree(
        "The Greens have 15 seats, short of the 17 needed for a majority.",
        "The Greens do not have the 17 seats needed for a majority.",
        note="short of is not",
    ),
)
