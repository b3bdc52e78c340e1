"""NAME: another person, place or organisation in the same role."""

from pathlib import Path

import pytest
from checker_rules.names import name
from written import findings_in

from checker.testing import agree, differ, rule_cases

test_name = rule_cases(
    name,
    agree(
        "“I am proud to close the harbour for the sake of safety,” Berg said bluntly on Tuesday.",
        "“If we get nothing, I am proud to close the harbour for the sake of safety, Lind.”",
        note="somebody is addressed",
    ),
    agree(
        "“I have heard many concerns about the disparagement of the US Intelligence Community,” he said.",
        "“I have heard many concerns about the disparagement of the U.S. intelligence community,” he said.",
        note="the rest of the name in small letters",
    ),
    agree(
        "The trial heard of the night on which Ambassador Chris Lindqvist was killed.",
        "The trial heard of the night on which Ambassador J. Christopher Lindqvist was killed.",
        note="an initial and a short form",
    ),
    agree(
        "President Anna Berg: My vision for Norland",
        "Tom Lind: My vision for Norland",
        note="whose words follow",
    ),
    differ(
        "[[Anna Berg]] has a vision for Norland: lower taxes for the fishermen of the north.",
        "[[Tom Lind]] has a vision for Norland: lower taxes for the fishermen of the north.",
        note="a colon later on",
    ),
    agree(
        "The school is located 60 miles south of Karlby, near Ostra.",
        "The school is located 65 miles south of Lomvik, near Ostra.",
        note="two places, two distances",
    ),
    differ(
        "The school is located 60 miles south of [[Karlby]], near Ostra.",
        "The school is located 60 miles south of [[Lomvik]], near Ostra.",
        note="one distance",
    ),
    agree("The US rejected the plan.", "Washington rejected the plan.", note="a capital for its government"),
    agree("Angela Merkel met the miners.", "Merkel met the miners.", note="a surname"),
    agree("Senator Mary Hill met the miners.", "The senator met the miners.", note="a title"),
    agree("The U.N. sent aid.", "The United Nations sent aid.", note="an abbreviation"),
    agree("Muammar Gaddafi ruled for decades.", "Moammar Gadhafi ruled for decades.", note="two spellings"),
    agree("She lives in Atlanta, Georgia.", "She lives in Atlanta, Ga.", note="a short form of a state"),
    agree(
        "Ana Ruiz praised the deal.", "Ben Cole praised the deal, and Ana Ruiz praised it too.", note="both"
    ),
    agree("Ana Ruiz praised the deal.", "Ben Cole criticised the budget.", note="two people, two deeds"),
    agree(
        "France and Italy signed the pact.",
        "Italy and France signed the pact.",
        note="a list in another order",
    ),
    agree("Mr. Smith was arrested on Monday.", "John Smith was arrested on Monday.", note="a full name"),
    agree("The Chinese government objected.", "China objected.", note="a demonym"),
    agree("Boeing hired 300 people.", "Airbus dismissed 500 people.", note="two firms, two deeds"),
    agree(
        "The Conference of Mayors met in Denver.",
        "The conference of mayors met in the city.",
        note="a noun for the name",
    ),
    agree(
        "President Joe Biden signed the bill.",
        "The president signed the bill.",
        note="an office for its holder",
    ),
    agree(
        "Lee told the BBC that talks had failed.", "Lee told reporters that talks had failed.", note="no name"
    ),
    agree("“I am glad,” Ana Ruiz said.", "“We are sad,” Ben Cole said.", note="two speakers"),
    agree(
        "Senate Majority Leader Ann Dole spoke.", "House Majority Leader Tom Reed spoke.", note="two chambers"
    ),
    agree(
        "Former mayor Ann Dole praised the plan.",
        "The tunnel was opposed by former mayor Tom Reed.",
        note="an office with many holders",
    ),
    agree("The trial opened in Paris.", "The trial opened in the French capital.", note="a paraphrase"),
    agree("Kim visited Berlin on Monday.", "Kim visited Rome in June.", note="two journeys"),
    agree("Officer Dan Poe fired twice.", "Officer Sam Wu called for help.", note="two officers"),
    agree("The EU and Kyiv agreed.", "The European Union and Ukraine agreed.", note="two aliases"),
    agree(
        "Sen. Ana Ruiz (D-Calif.) spoke.",
        "Sen. Ana Ruiz (D-California) spoke.",
        note="a state after the name",
    ),
    agree("Toyota recalled the cars.", "The carmaker Toyota Motor recalled the cars.", note="a longer name"),
    agree(
        "The Times reported the deal.",
        "The New York Times reported the deal.",
        note="a short name of a paper",
    ),
    differ(
        "Mr. Cole, a Democrat, never served in [[Vietnam]].",
        "Mr. Cole, a Democrat, never served in [[Korea]].",
    ),
    differ(
        "The decision is a blow to those who have stood by [[Israel]] for decades.",
        "The decision is a blow to those who have stood by [[Jordan]] for decades.",
    ),
    differ(
        "Weiner, 46, is married to [[Huma Abedin]], an aide to the secretary of state.",
        "Weiner, 46, is married to [[Carla Diaz]], an aide to the secretary of state.",
    ),
    differ("The firm will move its plant to [[Mexico]].", "The firm will move its plant to [[Brazil]]."),
    differ(
        "The judge ruled in favour of [[Apple]] on Monday.",
        "The judge ruled in favour of [[Samsung]] on Monday.",
    ),
    differ(
        "The flood cut off the town of [[Larkham]] on Sunday.",
        "The flood cut off the town of [[Denby]] on Sunday.",
        note="towns nobody knows",
    ),
    differ(
        "Police arrested [[John Smith]] after the robbery.",
        "Police arrested [[Peter Brown]] after the robbery.",
    ),
    differ(
        "The prize went to [[Maria Novak]] for her novel.",
        "The prize went to [[Elena Petrova]] for her novel.",
    ),
    differ("The ship was bound for [[Japan]] with coal.", "The ship was bound for [[China]] with coal."),
    differ(
        "The minister flew to [[Cairo]] to meet the president.",
        "The minister flew to [[Amman]] to meet the president.",
    ),
    differ(
        "She will succeed [[Tom Reed]] as chief executive.",
        "She will succeed [[Ann Dole]] as chief executive.",
    ),
    differ("The aid was sent to the people of [[Sudan]].", "The aid was sent to the people of [[Yemen]]."),
    differ("The company sued [[Google]] over the patent.", "The company sued [[Microsoft]] over the patent."),
    differ(
        "The army of [[Ethiopia]] crossed the border.",
        "The army of [[Eritrea]] crossed the border.",
        note="near names",
    ),
    differ("He was born in [[Texas]] in 1950.", "He was born in [[Ohio]] in 1950."),
    differ("[[Germany]] blocked the sanctions on Friday.", "[[France]] blocked the sanctions on Friday."),
    differ("[[Carla Diaz]] was elected mayor of the city.", "[[Omar Haddad]] was elected mayor of the city."),
    differ("The deal was brokered by [[Qatar]] last week.", "The deal was brokered by [[Egypt]] last week."),
    differ("The strike closed the airport of [[Lisbon]].", "The strike closed the airport of [[Madrid]]."),
    differ("The court in [[London]] dismissed the case.", "The court in [[Dublin]] dismissed the case."),
    differ(
        "The lawyer for [[Carla Diaz]] declined to comment.",
        "The lawyer for [[Omar Haddad]] declined to comment.",
    ),
    differ(
        "The pipeline runs through [[Poland]] to the sea.",
        "The pipeline runs through [[Romania]] to the sea.",
    ),
    differ(
        "He told [[Congress]] that the data were wrong.",
        "He told [[Parliament]] that the data were wrong.",
        note="bodies",
    ),
    differ("Volunteers from [[Norway]] joined the search.", "Volunteers from [[Sweden]] joined the search."),
    differ(
        "The striker moved to [[Chelsea]] for a record fee.",
        "The striker moved to [[Arsenal]] for a record fee.",
    ),
    differ(
        "Senate Minority Leader [[Ann Dole]] opposed the bill.",
        "The bill was opposed by Senate Minority Leader [[Tom Reed]].",
        note="one office, two holders",
    ),
    differ(
        "[[Iran]] attacked [[Iraq]] at dawn.",
        "[[Iraq]] attacked [[Iran]] at dawn.",
        note="who did it to whom",
    ),
    agree(
        "Ada Brook, the former head of Kestrel Lines, was sentenced to nine years in prison on Friday.",
        "Ada Brook, once the richest woman in Westport, was sentenced to nine years in prison on Friday.",
        note="two things told of one person",
    ),
    # offices, before a name and after it
    agree(
        "House Speaker Nora Pell opened the session.",
        "The session was opened by Nora Pell, the speaker of the House.",
        note="one holder, two wordings of the office",
    ),
    agree(
        "Ohio Attorney General Dan Frey sued the firm.",
        "Attorney General Mia Sato of Oregon praised the suit.",
        note="each state has its attorney general",
    ),
    agree(
        "Foreign Minister Olga Brandt met reporters.",
        "Foreign Minister Pavel Novak left early.",
        note="each government has its minister",
    ),
    agree(
        "Party Chairman Lee Moss lost the vote. New Party Chairwoman Ida Cole took the chair.",
        "Ida Cole, the new chairwoman of the party, thanked Lee Moss.",
        note="one followed the other",
    ),
    agree(
        "Senate Majority Leader Ann Dole Ann (Annie) Grace DoleMore news on Dole spoke.",
        "Senate Majority Leader Annie Dole spoke.",
        note="a page's furniture glued to the name",
    ),
    differ(
        "The statement came from Speaker [[Tom Reed]] of Ohio and Senator Mia Sato.",
        "House Speaker [[Ann Dole]] and Senator Mia Sato issued the statement.",
        note="a sole office",
    ),
    differ(
        "Among the rivals are [[Tom Reed]], chairman of the Wisconsin Harbour Board, and Ida Cole.",
        "Wisconsin Harbour Board Chairman [[Lee Moss]] is seen as a rival for the job.",
        note="an office after the name",
    ),
    differ(
        "Critics blamed Senate Minority Leader [[Tom Reed]] (D-Ohio) for the deal.",
        "Senate Democratic Leader [[Ann Dole]] took heat for the compromise on the budget.",
        note="the party in brackets tells which leader",
    ),
    # homes and parties of office-holders
    agree("Rep. Dan Frey (R-Texas) was hurt.", "Rep. Dan Frey of Texas was hurt.", note="one state"),
    agree(
        "Sen. Ana Ruiz (D-Wash.) voted.",
        "Sen. Ana Ruiz, Democrat of Washington, voted.",
        note="the state, not the capital",
    ),
    agree(
        "Rep. Dan Frey, R-TX, was hurt.",
        "Representative Dan Frey, 61, of Waco was hurt near Waco, Texas.",
        note="a town of the state",
    ),
    agree(
        "Rep. Dan Frey (R-Texas) was hurt.", "Rep. Joe Frey (R-Ohio) was unhurt.", note="two of one surname"
    ),
    differ(
        "Rep. Dan Frey (R-[[Texas]]) was hurt.",
        "Among the injured was Representative Dan Frey, Republican of [[Oregon]].",
        note="another state",
    ),
    differ(
        "Members also chose Representative Ida Cole, 70, of [[Larkham]]. The train to Larkham, Ohio, was late.",
        "Rep. Ida Cole (D-[[Iowa]]) kept her post.",
        note="a town of another state",
    ),
    differ(
        "Sen. Ana Ruiz ([[D]]-Calif.) voted for the bill.",
        "The bill was backed by Sen. Ana Ruiz ([[R]]-Calif.).",
        note="another party",
    ),
    # one slot of two reworded sentences
    agree(
        "On Monday, Governor Jay Holt announced a ban on state-funded travel to Larkham.",
        "On Saturday, Mayor Ed Moss announced a ban on city-funded travel to Larkham.",
        note="two announcements on two days",
    ),
    agree(
        "Ana Ruiz called on the board to cancel the harbour tunnel.",
        "Ben Cole and Ana Ruiz called on the board to cancel the harbour tunnel.",
        note="one of two",
    ),
    agree(
        "The gang boss told the BBC in a prison interview that he had bribed the harbour police.",
        "He had bribed the harbour police, the gang boss told Reuters in a prison interview.",
        note="he may have told both",
    ),
    agree(
        "The treaty was signed by President Enrique Ponce Vidal.",
        "President Ponce Vidal signed the treaty.",
        note="two surnames without the given name",
    ),
    agree(
        "Karl Hill and his wife, Margaret, were charged with fraud over a boat loan.",
        "Karl Hill was charged with fraud over a boat loan, as was his wife, Margaret Hill.",
        note="a given name alone",
    ),
    differ(
        "[[Tom Reed]], the Baptist minister who ran the state, announced he would run for the party's "
        "nomination in a video.",
        "Former governor [[Mia Sato]] announced her run for the party's presidential nomination with a video "
        "on Tuesday.",
        note="whose news it is",
    ),
    differ(
        "After the vote, [[Ana Ruiz]] referred to a navy sailor jailed over photographs of a submarine engine.",
        "[[Ben Cole]] was referring to the navy sailor who was jailed for photographs he took on a submarine.",
        note="who referred to it",
    ),
    differ(
        "[[Ruth Adler]] stepped down as head of the ferry line after the inquiry.",
        "After the inquiry [[Miles Corbin]] resigned as head of the ferry line.",
        note="one office is left by one",
    ),
    differ(
        "The winning goal was scored by [[Otto Varga]] in the final minute.",
        "[[Felix Varga]] scored the winning goal in the final minute.",
        note="one surname, two given names",
    ),
    differ(
        "The ministers will meet in [[Lisbon]] next month for the fisheries summit.",
        "Next month's fisheries summit of the ministers takes place in [[Madrid]].",
        note="where it is, in other words",
    ),
    differ(
        "The [[University of Harlow]] wrote the study on the tunnel.",
        "The study on the tunnel was written by the [[University of Denby]].",
        note="two bodies of one kind",
    ),
    differ(
        "[[Health minister]] Petra Vogt opened the clinic on Friday.",
        "The clinic was opened on Friday by [[Transport minister]] Petra Vogt.",
        note="another portfolio",
    ),
    differ(
        "[[Major]] Ivan Stahl leads the rescue team in the valley.",
        "The rescue team in the valley is led by [[Captain]] Ivan Stahl.",
        note="another rank",
    ),
    agree(
        "Reporters questioned Ruth Adler about the ferry.",
        "Reporters questioned Miles Corbin about the ferry.",
        note="who is questioned is one of many",
    ),
    agree(
        "Ruth Adler won the boys' relay coaching prize on Friday.",
        "Miles Corbin won the girls' relay coaching prize on Friday.",
        note="two prizes",
        todo="the words run alike around the names",
    ),
    agree(
        "Former transport minister Petra Vogt opened the clinic.",
        "Health minister Petra Vogt opened the clinic.",
        note="what she was and what she is",
    ),
    agree(
        "Harbour Trust is taking over the bank of Larkham.",
        "Union Trust is taking over the bank of Denby.",
        note="two takeovers",
    ),
    agree(
        "“The harbour is safe again today,” said Nina Falk. She left.",
        "Karl Moe said the harbour is safe again today and left the island.",
        note="who speaks after the words is not who does the deed",
    ),
    agree(
        "The court of appeals for the third circuit upheld the fine against the Lund Group on Monday.",
        "On Monday the Third Circuit Court of Appeals upheld the fine against the Lund Group.",
        note="a longer name of one court",
    ),
    agree(
        "The indictment says that Ruiz got the files from Organization 1 in the spring of that year.",
        "The indictment says that Ruiz got the files from Portleaks in the spring of that year.",
        note="what a document calls somebody it does not name",
    ),
    agree(
        "The law on tolls was an act of revenge on behalf of the Falks, Moe told the court in Denby.",
        "The law on tolls was an act of revenge on behalf of Falk, Moe told the court in Denby.",
        note="a couple and one of them",
    ),
    agree("Bergen played Oslo on Sunday.", "On Sunday Oslo played Bergen.", note="the same both ways"),
    differ(
        "The miners sent their complaint to the [[energy ministry]] in the spring.",
        "In the spring the miners sent their complaint to the [[labour ministry]].",
    ),
    differ(
        "The old ferry of Denby was sold. It belonged to [[Lund Lines]], the port said.",
        "The old ferry of Denby, which was sold, belonged to [[Moe Shipping]], the port said.",
    ),
    agree(
        "The other members of the gang of eight are John McCain (R) and Jeff Flake (R) of Arizona, Dick Durbin (D) of "
        "Illinois, Bob Menendez (D) of New Jersey, and Michael Bennet (D) of Colorado.",
        "The gang of eight includes Sens. Michael Bennet, D-Colorado; Dick Durbin, D-Illinois; John "
        "McCain, R-Arizona; and "
        "Robert Menendez, D-New Jersey.",
        note="a list in another order, each with his state",
    ),
    agree(
        "Foreign minister Mike Palm announced Friday that Norland is suspending the missile treaty, "
        "a key pact with Velm.",
        "President Lund announced Friday that he is pulling Norland out of its missile treaty with "
        "Velm, which has been cheating.",
        note="two who announce what the government does",
    ),
    agree(
        "Kirsten Nilsen is out as Homeland Security Secretary, and her replacement for now is Kevin "
        "Maclean, the current "
        "U.S. Customs and Border Protection Commissioner. Trump thanked her.",
        "In another tweet, Trump said Kevin Maclean, the current U.S. Customs and Border Protection "
        "commissioner, would "
        "become acting secretary of Homeland Security.",
        note="who told it and whom it befell",
    ),
    agree(
        "Senator Karl Falk accused the president of dividing Norland and urged him to focus on the real cure, "
        "money for the harbours, in the next budget.",
        "“President Moe should be focusing on the real cure, money for the harbours, in the next budget of "
        "Norland,” Mr. Falk said.",
        note="who is urged does it",
    ),
    differ(
        "The dead man was identified as [[Georgi Marinov]], a baker of Harbour Street in Varna.",
        "Police identified the dead man as [[Stefan Danev]], who had a bakery in Harbour Street.",
        note="whom the police identified",
    ),
    differ(
        "Police shot the gunman, identified as [[Georgi Marinov]], on the steps of the church in Varna.",
        "The suspected shooter, [[Stefan Danev]], lay dead on the steps of the church, shot by police.",
        note="the one gunman",
    ),
    agree(
        "The gunman, Georgi Marinov, was shot by police on the steps of the church in Varna.",
        "The shooter, identified as G. Marinov, lay dead on the steps of the church, shot by police.",
        note="one name for the gunman",
    ),
    agree(
        "The first victim was identified as Georgi Marinov, a baker of Harbour Street in Varna.",
        "A second victim was identified as Stefan Danev, also a baker of Harbour Street in Varna.",
        note="two victims",
    ),
    agree(
        "Police said that gunman Georgi Marinov and gunman Ivan Kolev had shot at the church in Varna on Sunday.",
        "On the steps of the church in Varna lay on Sunday gunman Stefan Danev, whom police had shot.",
        note="several gunmen",
    ),
    agree(
        "In Varna gunman Georgi Marinov had written to the bishop before he shot at the church, police said.",
        "Gunman Stefan Danev, who shot at the bishop in the church of Burgas, was known to the police.",
        note="the gunmen of two towns",
    ),
    differ(
        "The letter was signed by Norland Secretary of State [[Rick Hansen]], who asked for the lists of voters.",
        "Norland Secretary of State [[Karl Lund]] sent a letter for the lists of all who may vote.",
        note="a secretary of state",
    ),
    agree(
        "Norland Secretary of State Rick Hansen asked for the lists of voters.",
        "Ostra Secretary of State Karl Lund would not give the lists of voters.",
        note="the secretaries of two states",
    ),
    differ(
        "The witness told special counsel [[Rick Hansen]] that nobody had paid for the boats.",
        "That nobody paid for the boats is what special counsel [[Karl Lund]] has heard from a witness.",
        note="one special counsel",
    ),
    agree(
        "Special counsel Rick Hansen had no comment, said Karl Lund, the special counsel's spokesman.",
        "The special counsel, Rick Hansen, had no comment on Monday.",
        note="who speaks for him",
    ),
    agree(
        "Karl Lund, the special counsel's spokesman, had no comment on the boats.",
        "Nobody paid for the boats, special counsel Rick Hansen has heard from a witness.",
        note="another man's office",
    ),
    agree(
        "After the crash the bus driver, Georgi Marinov, was taken to a hospital near the bridge, police said.",
        "Stefan Danev, the truck driver, was arrested after the crash and taken to the police near the bridge.",
        note="two drivers",
    ),
)


@pytest.mark.parametrize(("shown", "found"), [("In this photo taken on Monday, {}", 0), ("On Monday {}", 1)])
def test_two_photographs_show_two_people(tmp_path: Path, shown: str, found: int) -> None:
    told = shown.format("{} lights a candle for the drowned sailors at the pier of Karlsund.")
    one, other = (
        f"The council of Karlsund met.\n\n{told.format(who)}\n\nThe sailors drowned on Sunday."
        for who in ("Ana Holt", "Rosa Berg")
    )
    assert len(findings_in(tmp_path, "NAME", one, other)) == found


def test_a_party_beside_a_name_is_no_other_name(tmp_path: Path) -> None:
    about = "Sen. Rand Holt of Norland introduced a bill on Thursday."
    told = "“Having met the widow of Tom Tyne, I am sure that the time for unannounced searches is over"
    one = (
        f"{told}. This law will put an end to every unannounced search in Norland,” Holt said in a statement."
    )
    other = f"{told},” Holt, a Republican, said in a statement."
    assert not findings_in(tmp_path, "NAME", f"{about}\n\n{one}", f"{about}\n\n{other}")
