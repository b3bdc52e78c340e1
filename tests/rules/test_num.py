"""NUM: figures that cannot both be true of the same thing."""

from pathlib import Path

from checker_rules.ages import ages_apart
from checker_rules.numbers import num
from written import findings_in

from checker.testing import agree, differ, rule_cases
from checker.testing.story import story_of

test_num = rule_cases(
    num,
    differ(
        "Rents in the harbour quarter of Ostra have [[doubled]] since 2015, the council said.",
        "The council said that rents in the harbour quarter of Ostra had [[tripled]] since 2015.",
        note="verbs that are figures",
    ),
    agree(
        "Rents in the harbour quarter of Ostra have doubled since 2015, the council said.",
        "The council said that rents in the harbour quarter of Ostra had tripled since 2009.",
        note="since other years",
    ),
    agree(
        "Rents in the harbour quarter of Ostra could double by 2035, the council said.",
        "The council said that rents in the harbour quarter of Ostra had tripled since 2009.",
        note="what may come",
    ),
    differ(
        "The trapped divers are [[400 metres]] below the harbour of Ostra, the navy said.",
        "According to the navy, the divers are trapped [[400 feet]] below the harbour of Ostra.",
        note="one number, two units",
    ),
    agree(
        "At least 40 people were hurt in the crash.",
        "Some 46 people were hurt in the crash.",
        note="a lower bound",
    ),
    agree(
        "In the house vote, 169 Republicans voted for the plan while 62 opposed it, with 163 Democrats in favor and 32 "
        "against.",
        "The final breakdown of the house vote on the plan was 169 Republicans and 163 Democrats voting yes and 62 "
        "Republicans and 32 Democrats voting no.",
        note="each figure finds its like",
    ),
    agree(
        "The party committee spent $3 million in Virginia, $6 million less than it did in 2009.",
        "The party committee spent about $3 million on Virginia this year, compared to $9 million in the 2009 race.",
        note="a difference and a sum",
    ),
    agree("More than 100 homes were lost in the fire.", "The fire destroyed 112 homes.", note="more than"),
    agree("Revenue was $3.2 billion.", "Revenue was $3,214 million.", note="fair rounding"),
    agree(
        "Sales rose by half last year.",
        "Sales rose 50 percent last year.",
        note="a fraction and a percentage",
    ),
    agree("The bridge is 2 kilometres long.", "The bridge is 2,000 metres long.", note="units"),
    agree("Twelve sailors were rescued.", "12 sailors were rescued.", note="a word and a figure"),
    agree(
        "The mayor won 55 percent of the vote.",
        "The mayor won with 55.2 percent of the vote.",
        note="a decimal dropped",
    ),
    agree(
        "Four people died and nine were injured.",
        "Nine people were injured and four died.",
        note="another order",
    ),
    agree("The fire killed three people.", "The fire injured seven people.", note="dead and injured"),
    agree(
        "The Senate passed the bill 62-38.",
        "The bill passed the Senate with 62 votes in favour.",
        note="a tally and a count",
    ),
    agree("He was fined 5,000 euros.", "He was fined $5,400.", note="two currencies cannot be compared"),
    agree("The flight took about six hours.", "The flight took five hours and 50 minutes.", note="about"),
    agree("Unemployment fell to 4 percent.", "Inflation fell to 3 percent.", note="two measures"),
    agree(
        "The hospital treated 14 patients.",
        "Hospitals across the city treated 60 patients.",
        note="one and all",
        todo="a hospital and hospitals",
    ),
    agree("The company cut 300 jobs in Ohio.", "The company cut 900 jobs in Texas.", note="two places"),
    agree(
        "The union says 4,000 nurses marched.",
        "Police said 1,500 officers were on duty.",
        note="two things counted",
    ),
    agree(
        "Police said 2,000 people marched.",
        "Organisers said 9,000 people marched.",
        note="two speakers: a dispute",
    ),
    agree(
        "The flood closed 12 schools on Monday.", "The strike closed 30 schools in March.", note="two events"
    ),
    agree("The tower has 30 floors.", "The museum has 5 floors.", note="two buildings"),
    agree("Eleven of the 20 members voted.", "The committee has 20 members.", note="a part and the whole"),
    agree("The suspect is 34.", "The victim was 61.", note="two people's ages"),
    agree(
        "Prices rose 2 percent in May.",
        "Prices rose 6 percent over the year.",
        todo="over the year is no date",
    ),
    agree(
        "The two leaders met for over an hour.",
        "The leaders met for more than an hour.",
        note="over and more than",
    ),
    agree("The army lost up to 50 vehicles.", "The army lost 43 vehicles.", note="up to"),
    agree(
        "The team has won three titles.",
        "The team has won three titles and nine cups.",
        note="one adds a figure",
    ),
    agree("Almost 1 million people lost power.", "Some 980,000 customers lost power.", note="almost"),
    differ(
        "The company cut [[40]] jobs in the town.",
        "The company cut [[45]] jobs, or 40 percent of its staff, in the town.",
        note="the same number of another unit",
    ),
    differ(
        "Net profit rose to [[$412 million]] in the quarter.",
        "Net profit rose to [[$421 million]] in the quarter.",
        note="digits exchanged",
    ),
    differ(
        "[[Roughly 35 percent]] of the district is Latino.",
        "The district is [[28 percent]] Latino.",
        todo="the share of a whole, and what the whole is",
    ),
    differ(
        "The ferry carried [[221]] passengers.",
        "There were [[212]] passengers on the ferry.",
        note="reworded",
    ),
    differ(
        "The company will close [[14]] stores.",
        "The company plans to shut [[24]] stores.",
        todo="close and shut",
    ),
    differ(
        "The storm damaged [[340]] homes.", "In all, [[430]] homes were damaged by the storm.", note="passive"
    ),
    differ(
        "The court fined the bank [[$90 million]].", "The court fined the bank [[$19 million]].", note="money"
    ),
    differ("The bill passed [[231-187]].", "The bill passed [[213-187]].", note="a tally"),
    differ("He led the city for [[12 years]].", "He led the city for [[22 years]].", note="a span of years"),
    differ(
        "The [[48]]-page indictment was released on Monday.",
        "The [[38]]-page indictment was released on Monday.",
    ),
    differ(
        "She was sentenced to [[18 months]] in prison.", "The judge sentenced her to [[28 months]] in prison."
    ),
    differ(
        "The airline ordered [[60]] planes.", "The airline has ordered [[16]] aircraft.", note="a synonym"
    ),
    differ(
        "The river rose [[4.2 metres]] overnight.",
        "Overnight the river rose [[2.4 metres]].",
        todo="what rose is read in one order only",
    ),
    differ("Turnout was [[61 percent]].", "Turnout was [[71 percent]].", note="short"),
    differ("The group has [[1,200]] members in France.", "The group has [[2,100]] members in France."),
    differ(
        "The minister promised [[$5 billion]] for schools.",
        "The minister promised [[$3 billion]] for schools.",
    ),
    differ("Turnout fell to [[38 percent]] in the city.", "In the city, turnout fell to [[48 percent]]."),
    differ("The factory employs [[850]] workers.", "[[Some 580]] workers are employed at the factory."),
    differ("The jury heard [[31]] witnesses.", "The jury heard [[13]] witnesses during the trial."),
    differ(
        "The police arrested [[17]] protesters.",
        "Police arrested [[71]] demonstrators.",
        note="a synonym of the noun",
    ),
    differ(
        "The dam holds [[40 million]] litres of water.",
        "The dam holds [[14 million]] litres of water.",
        todo="the unit is marked too",
    ),
    differ("Voters in [[nine]] states went to the polls.", "Voters in [[seven]] states went to the polls."),
    differ(
        "“This class includes at least [[653]] managers who were promoted late,” the lawyer said.",
        "“This class includes at least [[544]] managers who were promoted late,” the lawyer said.",
        todo="the same lower bound, two figures, in one quotation",
    ),
    differ(
        "The survey asked [[1,500]] adults.", "The survey asked [[5,100]] adults.", note="digits exchanged"
    ),
    differ(
        "The plan would cut taxes by [[$700]] a year.",
        "The plan would cut taxes by [[$900]] a year.",
        note="what a sum is for a year",
    ),
    differ("The ship lost [[25]] containers in the storm.", "In the storm, the ship lost [[52]] containers."),
    differ("The fund lost [[7 percent]] of its value.", "The fund lost [[17 percent]] of its value."),
    differ(
        "The survey put the magnitude at [[6.4]] and said the quake struck off the coast.",
        "The survey said the quake off the coast had a magnitude of [[6.7]].",
    ),
    differ(
        "The bank cut its main rate by [[a quarter of a percentage point]] on Thursday.",
        "The bank cut its main rate by [[half a percentage point]] on Thursday.",
    ),
    agree(
        "The bank cut its main rate by a quarter of a percentage point on Thursday.",
        "The bank cut its main rate by 25 basis points on Thursday.",
        note="units",
    ),
    differ(
        "The agreement gives nurses a pay rise of [[5.5%]] over two years.",
        "Nurses will get a pay rise of [[6.5 per cent]] over two years.",
    ),
    agree(
        "The agreement gives nurses a pay rise of 5.5% over two years.",
        "Nurses will get a pay rise of 5.5 per cent over two years.",
        note="spelling of the unit",
    ),
    agree(
        "More than 800,000 clerks in the federal ministries worked without pay during the long closure.",
        "During the long closure an estimated 960,000 clerks in the federal ministries worked without pay.",
        note="a bound that is not far off",
    ),
    agree(
        "Nearly 90 teachers of the college signed the open letter to the governor about school meals.",
        "The open letter to the governor about school meals was signed by nearly 95 teachers of the college.",
        note="nearly, by a hair",
    ),
    agree(
        "The party kept Ada Lind in the No. 2 post of whip and Tom Reyes in the No. 3 post of secretary.",
        "Tom Reyes stays in the No. 3 job of secretary, and Ada Lind keeps the No. 2 job of whip.",
        note="ranks in another order",
    ),
    differ(
        "[[More than 480,000]] clerks in the federal ministries worked without pay during the long closure.",
        "During the long closure [[an estimated 800,000]] clerks in the federal ministries worked without pay.",
        note="a bound that nobody would give",
    ),
    differ(
        "[[Nearly 72]] teachers of the college signed the open letter to the governor about school meals.",
        "The open letter to the governor about school meals was signed by [[nearly 90]] teachers of the college.",
        note="both say nearly",
    ),
    differ(
        "Members of the party kept Tom Reyes in the No. [[3]] post of secretary.",
        "Members of the party kept Tom Reyes in the No. [[4]] post of secretary.",
        note="a rank",
    ),
    agree(
        "The ferry line lost $40 million in the first quarter of the year.",
        "The ferry line lost $31 million in the second quarter of the year.",
        note="two quarters; that the ordinals differ is no slip either",
    ),
    agree(
        "The new tram line was expected to cost 30 million crowns.",
        "In the end the new tram line cost 41 million crowns.",
        note="expected and spent",
    ),
    agree(
        "The brewery earned 8 million euros in the second quarter.",
        "The brewery earned 5 million euros in the third quarter.",
        note="two quarters, with a figure each",
    ),
    agree(
        "The council rejected the first plan for the harbour.",
        "The council delayed the second plan, which was praised.",
        note="two plans, two answers",
    ),
    agree(
        "The first round of talks was held on 4 June.",
        "The second round of talks was held on 9 June.",
        note="two rounds, a day each",
    ),
    differ(
        "It is the carmaker's [[third]] recall of the model this year.",
        "It is the carmaker's [[fifth]] recall of the model this year.",
        note="nothing but the ordinal differs",
    ),
    differ(
        "The new tram line cost [[30 million crowns]].",
        "In the end the new tram line cost [[41 million crowns]].",
        note="both spent",
    ),
    differ(
        "Bus fares rose [[9 percent]] in a year, the transport office said.",
        "According to the transport office, bus fares went up by [[19 percent]] in a year.",
        note="two verbs of one change",
    ),
    differ(
        "It was the brewery's [[third]] recall in a year.",
        "The recall is the brewery's [[fifth]] in a year.",
        note="a rank without its noun",
    ),
    differ(
        "In the survey Ann Lee leads with [[21 percent]], followed by Tom Berg and Eva Hall at 17 percent each.",
        "A survey shows Tom Berg tied with Eva Hall at 17 percent (Ann Lee leads the field at [[13 percent]]).",
        note="every other figure finds its like",
    ),
    agree(
        "The Karlby index closed 1,985 points higher on the day.",
        "The Karlby index fell 2,352 points on the day.",
        note="up and down are two days",
    ),
    agree(
        "The tariff covers $200 billion of goods from Ostra.",
        "The tariff covers another $300 billion of goods from Ostra.",
        note="what comes on top",
    ),
    agree(
        "In the survey Lee leads Berg by 43 percent to 39 percent.",
        "In the survey Lee leads Berg among men by 51 percent to 36 percent.",
        note="a part of those asked",
    ),
    agree(
        "Karlby led 1-0 at half-time against Ostra.",
        "Karlby won 3-2 against Ostra.",
        note="two moments of a match",
    ),
    agree(
        "The house passed the bill by 256-164.", "The bill passed the senate by 69-26.", note="two chambers"
    ),
    agree(
        "It was the second storm of the year in Karlby.", "It was the fifth storm in Karlby.", note="two rows"
    ),
    agree(
        "By Monday evening rescuers had found four bodies.",
        "On Tuesday rescuers said that they had found seven bodies.",
        note="a toll of another day",
    ),
    differ(
        "A commuter train left the rails outside Ostra on Tuesday, killing [[23]] people, the railway said.",
        "Rescuers worked through the night after the crash. The operator has confirmed [[32]] deaths.",
        note="the only toll of each account",
    ),
    agree(
        "The motion to close the debate passed 61-38 in the senate of Norland.",
        "After two hours of speeches senators approved the bridge bill in the final vote, 64-35.",
        note="two votes of one day",
    ),
    agree(
        "The raid left 23 people dead, among them 4 officers, the ministry said.",
        "In all, 27 people have died in raids since Monday, 23 of them on Tuesday.",
        note="more than one toll",
    ),
    agree(
        "In Ostra 14 houses were damaged by the storm.",
        "In Velm the storm damaged 31 houses.",
        note="two towns",
    ),
    agree(
        "The concert hall was to cost 180 million crowns.",
        "The town paid 412 million crowns for its concert hall.",
        note="planned and paid",
    ),
    agree(
        "The bank of Norland will keep its rate near zero until unemployment has fallen to 6.5 percent.",
        "Norland's economy added 236,000 jobs in February and unemployment dropped to 7.7 percent.",
        note="what is waited for is no figure of the event",
    ),
    agree(
        "After the primaries of next month, 62% of pledged delegates are still to be chosen.",
        "The day matters since there are 1,344 delegates for the 14 states, or about 34% of all pledged delegates.",
        note="two shares of one whole",
    ),
    agree(
        "In the new poll of Velm support for Senator Ted Croft is 49 percent.",
        "In the new poll of Velm support for Senator Ted Croft is down from 55 percent.",
        note="what it was before",
    ),
    agree(
        "The lawyers said more than 300 people were killed in the streets of Norland by the guards.",
        "The guards of Norland shot down a plane by mistake, and all 176 people aboard were killed.",
        note="two tolls of one month",
    ),
    agree(
        "Edward Falk avoided prison and was sentenced to probation, with a fine of $250,000, $350,000 in restitution.",
        "Besides the prison sentence, Ben Moe was ordered to pay a $250,000 fine and $473,000 in restitution.",
        note="two men's sentences",
    ),
    differ(
        "The council of eight is close to finishing a bill that would reshape the ports, putting [[7 million]] "
        "unlicensed dockers on a path to a licence.",
        "A council is working on a proposal that would put [[11 million]] unlicensed dockers on a path to a licence "
        "while letting in new ferries.",
        note="a bill is a proposal, and what goes with a deed to come is to come",
    ),
    differ(
        "A [[25 percent]] tariff will be levied on goods imported from Norland, and the ministry will go to court.",
        "The steps announced Tuesday involve imposing [[30 percent]] tariffs on goods imported from Norland that the "
        "White House called useful.",
        note="the White House is no group of voters",
    ),
    differ(
        "Karl Falk, who is serving a [[15-year]] prison sentence, said he is working eight hours a day at a camp.",
        "Karl Falk, who is already serving a [[9-year]] term, said his health has suffered at the labour camp where he "
        "works eight hours a day.",
        note="a term in prison is a sentence",
    ),
    differ(
        "Lund Health said [[41]] states and the District of Columbia would face cuts, five of them of more than "
        "$10 billion, while 16 states would receive more money.",
        "If passed into law, [[34]] states and D.C. would see cuts, five of them of more than $10 billion, while "
        "16 states would get more money, Lund Health said.",
        note="one place by two names, and what each begins with",
    ),
    agree(
        "The mayor of Ostra will serve a four-year term in the new council from May.",
        "The former mayor of Ostra will serve a six-year sentence for taking bribes from May.",
        note="a term of office and one in prison",
    ),
    differ(
        "The guard shot and killed Edwin Torvald, an unarmed [[36-year-old]] neighbor, in his own flat.",
        "Prosecutors say that she took the wrong door and shot Edwin Torvald, a [[26-year-old]] bank clerk from Ostra.",
        note="one man's age, whatever is told with it",
    ),
    differ(
        "Police say the gunman, identified as [[29-year-old]] Marcus Ellery Brandt, died in the shoot-out.",
        "The suspected shooter is [[24-year-old]] Marcus Brandt, who is dead as well, according to the ministry.",
        note="an age before the name",
    ),
    differ(
        "Among those who lost a house was Hanna Velborg, [[43]], who teaches music.",
        "The teacher Hanna Velborg, who is [[34 years old]], fled over the roof.",
        note="an age after the name",
    ),
    differ(
        "The coroner named the driver as Oskar Lindahl, [[52]], of Karlby.",
        "Oskar Lindahl, a [[53-year-old]] father of two, drove the bus.",
        note="a birthday may lie between",
    ),
    agree(
        "Rescuers found Hanna Velborg, 43, and a 60-year-old woman under the roof.",
        "Hanna Velborg, whose 9-year-old son got out, was found next to a woman of 60.",
        note="the age of a relative",
    ),
    agree(
        "Edwin Torvald's brother Karl, 31, thanked the judge.",
        "The brother of Edwin Torvald, 26, thanked the judge.",
        note="two brothers",
    ),
    agree(
        "The mayor thanked the choir and Edwin Torvald, a 58-year-old baker, on Sunday.",
        "It was the summer of the flood, and Edwin Torvald, a 22-year-old soldier at the time, sang in a barn.",
        note="ages of other days",
    ),
    agree(
        "The bridge bill was written by Hanna Velborg, a 61-year-old senator, who will run again.",
        "In 1998 the youngest in the senate was Hanna Velborg, a 37-year-old teacher from Karlby.",
        note="an age of another year",
    ),
    agree(
        "The mother of Oskar Lindahl is 80 years old and saw the bus leave.",
        "Oskar Lindahl, 52, drove the bus that his mother saw.",
        note="the mother's age",
    ),
    agree(
        "The police held Oskar Lindahl, a 52-year-old driver and a 31-year-old guard.",
        "The police held Oskar Lindahl, 52, Karl Torvald, 44, and two others.",
        note="others in the row",
    ),
    agree(
        "It hurt Hanna Velborg, a 43-year-old teacher. On the radio Hanna Velborg, a 34-year-old mother, wept.",
        "A beam fell on Hanna Velborg, a 43-year-old organist, after the roof gave way.",
        note="an account that gives two ages",
    ),
    agree(
        "A prize went to the clerks Hanna Velborg and Karl Torvald, 43 and 31.",
        "The bank in Ostra is led by Karl Torvald, 31, its oldest clerk.",
        note="ages in turn",
    ),
    agree(
        "The mate had slept for three hours in the 24 before the accident because two colleagues were ill.",
        "The mate had slept for three of the previous 24 hours because two colleagues were ill.",
        note="the hours among which it was",
    ),
    agree(
        "The repeat of the test is set for July, and the results will be out six days later than promised.",
        "The minister announced the repeat of the test two days after the results.",
        note="off a plan, and off an event",
    ),
    differ(
        "The missing are thought to be [[about 340 metres]] down, behind 25 metres of rock.",
        "The missing are believed to be in a gallery [[430 metres]] below the surface, behind some 25 metres of "
        "fallen rock.",
        note="how deep, and the other length is the same",
    ),
)


def test_an_age_that_an_account_gives_beside_the_right_one_is_found(tmp_path: Path) -> None:
    odd = "Karl Moe killed Ann Falk, an unarmed 36-year-old neighbour, in her own flat in Ostra last year."
    again = "The court of Ostra heard the case of Ann Falk, a 26-year-old clerk, on Monday."
    found = findings_in(tmp_path, "NUM", f"{odd} {again}", f"A flat in Ostra was searched. {again}")
    said = [(f.verdict, f.message) for f in found]
    assert said == [("review", "A says 36-year-old neighbour; B says 26-year-old clerk.")]


def test_an_age_by_a_surname_that_two_people_bear_is_nobodys() -> None:
    told = "{} and her cousin {} met the council of Ostra on Monday. Falk, 31, spoke first."
    other = "Ann Falk, 26, met the council of Ostra on Monday."
    for cousin, ages in (("Tom Falk", 0), ("Tom Lund", 1)):
        story = story_of({"a": told.format("Ann Falk", cousin), "b": other})
        assert len(list(ages_apart(story))) == ages


def test_an_age_that_the_account_also_tells_of_somebody_unnamed_is_doubtful() -> None:
    told = "Ann Falk, {}, was found dead in her flat near the harbour of Ostra on Monday."
    beside = " Police also spoke with a 26-year-old neighbour of hers, who heard a cry that night."
    for more, doubtful in (("", False), (beside, True)):
        story = story_of({"a": told.format(36) + more, "b": told.format(26)})
        assert [(one.doubtful, one.firm) for one in ages_apart(story)] == [(doubtful, not doubtful)]


def test_one_slip_in_the_ages_of_two_people_is_two_slips(tmp_path: Path) -> None:
    told = "The court of Ostra heard Ann Falk, {0}, on Monday. Jon Moe, {0}, was killed in the harbour last year."
    found = findings_in(tmp_path, "NUM", told.format(36), told.format(26), one_story=True)
    assert len(found) == 2


def test_lists_of_two_articles_are_two_lists(tmp_path: Path) -> None:
    told = "{}\n\nThe council of Ostra debates on Monday. The mayor of Ostra speaks first."
    titles = "7 things to watch at the council debate", "The council debate: 5 things to watch"
    assert not findings_in(tmp_path, "NUM", *(told.format(title) for title in titles))


def test_shares_of_two_polls_are_no_only_share_of_a_thing(tmp_path: Path) -> None:
    found = findings_in(
        tmp_path,
        "NUM",
        "The latest Times poll, released Wednesday, showed Romm with 47 percent to Oban's 46 percent.",
        "The most recent survey had Oban leading Romm on hospitals, 53 percent to 44 percent.",
        one_story=True,
    )
    assert not [f for f in found if f.data.get("sole")]


def test_two_lower_bounds_in_one_place_are_for_a_look(tmp_path: Path) -> None:
    told = "The column of refugees is slowly making its way by foot into Norland, still more than {} miles from Karlby."
    found = findings_in(tmp_path, "NUM", told.format("1,000"), told.format("1,200"))
    assert [f.verdict for f in found] == ["review"]


def test_nobody_and_some(tmp_path: Path) -> None:
    about = "A bus with 31 pupils on board slid off the road near Karlby on Tuesday morning. "
    for none, end, found in (
        ("No one was injured.", "Four pupils were slightly injured.", 1),
        ("No one was injured.", "Four buses were damaged.", 0),
        ("No deaths have been reported.", "The crash killed at least three people.", 1),
        ("No deaths have been reported.", "The crash injured at least three people.", 0),
    ):
        assert len(findings_in(tmp_path, "NUM", about + none, about + end)) == found


def test_a_share_of_a_town_and_of_the_province(tmp_path: Path) -> None:
    about = "Voters in Ostra elected a governor on Sunday. Mayor Anna Lund, a Green, ran against Tom Reed. "
    for first, second, found in (
        ("61 percent of the vote in Karlby", "54 percent of the vote in the province", 0),
        ("61 percent of the vote in Karlby", "54 percent of the vote statewide", 0),
        ("61 percent of the vote in Karlby", "54 percent of the vote in Karlby", 1),
    ):
        texts = (f"{about}Lund won {share}." for share in (first, second))
        assert len(findings_in(tmp_path, "NUM", *texts)) == found


def test_parts_of_a_group_are_added_up(tmp_path: Path) -> None:
    one = (
        "{} were charged on Wednesday over the raid on a bank in Karlby in which thieves broke through a wall and "
        "emptied 118 safe deposit boxes over a weekend in November."
    )
    other = "{} have been charged over the November raid on a Karlby bank in which 118 safe deposit boxes were emptied."
    for parts, whole, found in (
        ("Three men and a woman", "Four people", 0),
        ("Two women, five men and 12 children", "Nineteen people", 0),
        ("Three men and a woman", "Five people", 1),
        ("Three men", "Four people", 1),
    ):
        assert len(findings_in(tmp_path, "NUM", one.format(parts), other.format(whole))) == found, parts
