"""DATE: dates and times of one event that cannot both be right."""

from pathlib import Path

import pytest
from checker_rules.dates import date
from written import findings_in

from checker.testing import agree, differ, rule_cases

test_date = rule_cases(
    date,
    agree(
        "The deputies put off the vote on the harbour fees on Monday.",
        "The deputies adopted the harbour fees on Tuesday with a narrow majority.",
        note="put off on one day, done on another",
    ),
    differ(
        "The deputies postponed the vote on the harbour fees on [[Monday]].",
        "The deputies put off the vote on the harbour fees on [[Tuesday]].",
        note="put off once",
    ),
    agree(
        "The crews voted on Monday to strike.", "The crews began the strike on Thursday.", note="two steps"
    ),
    agree(
        "On Wednesday the rescuers counted nine dead in the valley.",
        "The number of dead in the valley rose to 15 on Thursday.",
        note="two days of a count",
    ),
    differ(
        "Parliament will vote on the budget on [[Tuesday]].",
        "The vote on the budget in parliament is due on [[Thursday]].",
        note="what is due is to come",
    ),
    differ(
        "The earthquake struck the coast at [[4:15 a.m. on Sunday]].",
        "The quake hit the coast at [[2:15 a.m. on Sunday]].",
        note="quake and earthquake",
    ),
    agree("The minister resigned on Tuesday.", "The minister resigned Tuesday evening.", note="finer"),
    agree(
        "The treaty was signed in March 2021.",
        "The treaty was signed on 4 March 2021.",
        note="a day in the month",
    ),
    agree("She was born in 1984.", "She was born in May 1984.", note="a month in the year"),
    agree("The talks began on Monday.", "The talks ended on Friday.", note="begin and end"),
    agree("He was arrested on Sunday.", "He was charged on Wednesday.", note="two steps of a case"),
    agree(
        "The governor signed the law on Thursday.",
        "The governor told a newspaper on Saturday that he signed the law on Thursday.",
        note="the day of the deed and of the words",
    ),
    agree("The vote is due on 3 May.", "The vote is due on May 3.", note="another order"),
    agree(
        "The envoy and three of his staff were killed in an attack on the mission, "
        "the ministry confirmed on Wednesday.",
        "The envoy and three others were killed after armed men stormed the mission on Tuesday.",
        note="the day on which it was confirmed",
    ),
    agree(
        "Governor Ann Cole announced her resignation on Tuesday.",
        "Governor Ann Cole announced her resignation, effective Friday.",
        note="from when it holds",
    ),
    agree(
        "The shop opened at 9 a.m.", "The shop opened at 9 o'clock in the morning.", note="a time in words"
    ),
    agree("The quake struck at about 5:30 p.m.", "The quake struck at 5:34 p.m.", note="about"),
    agree("Ana Ruiz spoke on Monday.", "Ben Cole spoke on Wednesday.", note="two speakers"),
    agree(
        "The company was founded in 1998.", "The company went public in 2006.", note="two events of a life"
    ),
    agree(
        "The match was played on Saturday night.",
        "The match was played late on Saturday.",
        note="parts of a day",
    ),
    agree("The bridge closed in 2019.", "The tunnel closed in 2021.", note="two things"),
    agree(
        "The court ruled on 12 June.", "The court ruled on Wednesday.", note="a weekday that may be the date"
    ),
    agree("The law took effect after 2015.", "The law took effect in 2017.", note="after"),
    agree("The strike lasted until Friday.", "The strike began on Wednesday.", note="until"),
    agree(
        "He led the party from 2004 to 2010.", "He led the party from 2004 until 2010.", note="the same span"
    ),
    agree(
        "The storm hit on Tuesday.",
        "On Tuesday, the storm hit; aid arrived on Thursday.",
        note="one adds a day",
    ),
    agree("The president met Lee on Monday.", "The president met Sato on Thursday.", note="two meetings"),
    agree(
        "The mayor spoke in the early hours of Sunday.",
        "The mayor spoke late Saturday night.",
        todo="the early hours are no part of the date",
    ),
    agree("The report came out this week.", "The report came out on Wednesday.", note="this week"),
    agree("The film opens in spring.", "The film opens in April.", note="a season"),
    agree("The plant shut in the 1990s.", "The plant shut in 1994.", note="a decade"),
    agree("The jury met on Monday.", "The board meets on Thursday.", note="two bodies"),
    agree("Exports fell in 2020.", "Imports fell in 2022.", note="two measures"),
    agree(
        "The airline ordered the jets in 2011.",
        "The airline flew the jets first in 2014.",
        note="ordered and flown",
    ),
    differ("The congressman was indicted on [[Tuesday]].", "The congressman was indicted on [[Thursday]]."),
    differ(
        "Maria Novak pleaded guilty on [[Friday]] to lying to the police.",
        "Novak pleaded guilty [[Monday]] in a federal court to lying to the police.",
        note="reworded",
    ),
    differ(
        "Colorado voters approved the measure in [[2012]].",
        "The measure, which Colorado voters approved in [[2010]], allows sales.",
        note="in a relative clause",
    ),
    differ("He was president from [[2006]] to 2012.", "He was president from [[2008]] until 2012."),
    differ(
        "The election is scheduled for mid-[[March]].",
        "The election is scheduled for mid-November.",
        todo="mid is marked too",
    ),
    differ(
        "The election is scheduled for [[March]].",
        "The election is scheduled for [[November]].",
        note="months",
    ),
    differ(
        "The White House released the e-mails on [[Wednesday]].",
        "The e-mails were released by the White House on [[Thursday]].",
        note="passive",
    ),
    differ(
        "The company was founded in [[1987]].",
        "Founded in [[1978]], the company is based in Leeds.",
        note="a participle",
    ),
    differ("The company was founded in [[1987]].", "The company was founded by two brothers in [[1978]]."),
    differ("The bill was signed in [[1993]].", "The governor signed the bill in [[1995]]."),
    differ(
        "The plane took off at [[9:15 a.m.]]",
        "The plane took off at [[11:15 a.m.]] local time.",
        todo="the zone is marked too",
    ),
    differ(
        "The plane took off at [[9:15 a.m]].",
        "The plane took off at [[11:40 a.m]].",
        note="the point is marked too",
    ),
    differ(
        "The board will meet in [[October]].",
        "The board's meeting will be held in [[November]].",
        todo="a noun and its verb, future",
    ),
    differ("The board will meet in [[October]].", "The board will meet in [[November]]."),
    differ("Voters go to the polls on [[May 3]].", "Voters go to the polls on [[May 13]]."),
    differ("The trial opened on [[4 June 2018]].", "The trial opened on [[14 June 2018]]."),
    differ("The tower was completed in [[1931]].", "Workers completed the tower in [[1913]]."),
    differ(
        "The prime minister resigned [[Monday evening]].", "The prime minister resigned on [[Wednesday]]."
    ),
    differ(
        "Carla Diaz announced [[Tuesday]] that she is running.",
        "Carla Diaz announced on [[Thursday]] that she would run.",
    ),
    differ(
        "The hospital was bombed on [[Saturday]].", "The hospital was bombed in an air raid on [[Wednesday]]."
    ),
    differ(
        "The newspaper first reported the deal [[Friday]].",
        "The deal was first reported on [[Tuesday]] by the newspaper.",
    ),
    differ("The pop star died on [[Sunday]] in Paris.", "The pop star died in Paris on [[Friday]]."),
    differ(
        "The union called the strike in [[April]].",
        "It was in [[August]] that the union called the strike.",
        note="a cleft sentence",
    ),
    differ(
        "The union called the strike in [[April]].",
        "The union called the strike in [[August]], after talks failed.",
    ),
    differ("The museum reopened in [[2016]].", "After a fire, the museum reopened in [[2017]]."),
    differ("Omar Haddad was freed on [[Monday]].", "On [[Friday]], Omar Haddad was freed from prison."),
    differ(
        "The ceasefire began on [[Sunday]].",
        "The ceasefire began at dawn on [[Tuesday]].",
        note="dawn on Tuesday is one time",
    ),
    differ("The ceasefire began on [[Sunday]].", "The ceasefire in the valley began on [[Tuesday]]."),
    differ("She won the prize in [[2009]].", "She won the prize in [[2019]] for her first novel."),
    agree(
        "The striker has signed a contract after passing a medical on Friday.",
        "The striker signed a contract on Saturday.",
        note="the day of another deed",
    ),
    agree(
        "The man was arrested after a shop was robbed on Monday.",
        "The man was arrested on Tuesday.",
        note="the day of another deed",
    ),
    differ(
        "The striker signed a contract with the club on [[Friday]] after passing a medical.",
        "The striker signed a contract with the club on [[Saturday]].",
    ),
    agree(
        "The mayor of Arden announced on Monday that the city would no longer pay for trips to the coast.",
        "The mayor of Selby announced on Saturday that the city would no longer pay for trips to the coast.",
        note="two mayors",
    ),
    agree(
        "Lena Ortiz told the broadcaster on Sunday that the harbour plan would be dropped this year.",
        "Karl Brandt told the broadcaster on Tuesday that the harbour plan would be dropped this year.",
        note="two people of one mind",
    ),
    differ(
        "“It is time for me to move along and to look for new ways to serve,” Mr. Hale said in a "
        "statement on [[Monday]], thanking his staff, his family and the voters who elected him.",
        "“It is time for me to move along and to look for new ways to serve,” Hale wrote in a "
        "statement [[Friday]], noting that a letter had gone to the governor of the state.",
        note="one quotation, two days of saying it",
    ),
    differ(
        "Anna Weller, who wants to be governor, urged President Duarte on [[Saturday]] to listen to the "
        "dockers and to change the harbour treaty with Norland.",
        "Weller encouraged President Duarte on [[Sunday]] to listen to the dockers about the harbour treaty.",
        note="another verb",
    ),
    differ(
        "The network’s report of [[Tuesday]], which cited two officials of the ministry, claimed that the "
        "banker told his driver to lie about the tower in Riga.",
        "The network published the story on [[Thursday]], citing two officials of the ministry who said that "
        "the banker told his driver to lie about the tower in Riga.",
        note="a noun with a day and a verb with a day",
    ),
    agree(
        "The second hearing on the bridge took place on 17 May in the town hall.",
        "The first hearing on the bridge took place on 3 May in the town hall.",
        note="two hearings",
    ),
    agree(
        "The opening of the museum had been planned for Tuesday.",
        "The museum opened on Friday after a strike of the painters.",
        note="a plan and what came of it",
    ),
    agree(
        "Marta Holm was first chosen as chair in 2011.",
        "Marta Holm was chosen again as chair in 2016.",
        note="once and again",
    ),
    agree(
        "Rescuers did not reach the cave on Sunday.",
        "On Monday rescuers reached the cave.",
        note="not yet and at last",
    ),
    agree(
        "A farmer spotted the missing boat on Tuesday.",
        "The coast guard said on Wednesday that a farmer had spotted the missing boat.",
        note="the day of the deed and of telling it",
    ),
    agree(
        "Mr. Vance has chaired the fund since 2015.",
        "Mr. Vance entered the fund in 2003.",
        note="since and in",
    ),
    differ(
        "Rescuers reached the cave on [[Monday]].",
        "On [[Thursday]] rescuers reached the cave.",
        note="the same deed in another order",
    ),
    differ(
        "The list of taxed goods will be released by [[15 June]], the ministry of Norland said.",
        "The list of targeted goods will be announced by [[15 March]] and the tax set soon after, the ministry said.",
        note="what is released is announced",
    ),
    agree(
        "The council of Ostra will vote on the bridge bill on Monday.",
        "The mayor of Ostra will sign the bridge bill on Thursday.",
        note="a vote and a signature",
    ),
    agree(
        "Judges ruled that the mayor broke the law when he closed the council for five weeks, "
        "from early September to mid-October.",
        "Judges ruled that the mayor broke the law when he closed the council in August for five weeks.",
        note="the beginning of a stretch of time is not the day of the decision",
    ),
    agree(
        "The results will now come on October 10, and the University of Osk is starting its year three weeks late.",
        "The University of Osk said that it would move the start of its year by three weeks, to November 3.",
        note="the day belongs to the clause beside",
    ),
)


def test_this_morning_in_somebodys_words_is_counted_from_the_day_of_speaking(tmp_path: Path) -> None:
    written = "Suspect is named\n\n4 April 2018\n\n"
    told = (
        "Police confirmed that officers found a woman by that name asleep in a car in Ostra Tuesday morning."
    )
    spoken = "Officers found a woman by that name asleep in a car in Ostra early this morning"
    for words, wanted in ((f"“{spoken},” police said.", 0), (f"{spoken}, police said.", 1)):
        assert len(findings_in(tmp_path, "DATE", written + told, written + words, one_story=True)) == wanted


def test_a_day_that_is_left_open_stops_nothing(tmp_path: Path) -> None:
    told = "Leaders of the council of Ostra scheduled a vote {} on the bridge bill of Anna Berg."
    verdicts = [
        f.verdict
        for day in ("Friday", "likely for Friday")
        for f in findings_in(tmp_path, "DATE", told.format(day), told.format("Thursday"))
    ]
    assert verdicts == ["fail", "review"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Aug. 16-20", "Aug. 16-28", 1),
        ("Aug. 16-20", "Aug. 16 to 20", 0),
        ("Aug. 16-20", "August 16-20", 0),
        ("Aug. 16-20", "Aug. 17", 0),
        ("2001-2005", "2001-2006", 1),
        ("2010-2014", "2010-14", 0),
        ("Aug. 6-8", "Aug. 06-08", 0),
    ],
)
def test_two_stretches_of_days(tmp_path: Path, one: str, other: str, found: int) -> None:
    texts = (f"The Karlby poll of 800 fishermen was held {when}. Anna Berg led it." for when in (one, other))
    assert len(findings_in(tmp_path, "DATE", *texts)) == found
