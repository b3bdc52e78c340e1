"""NAME: another person, place or organisation in the same role."""

from checker_rules.names import name

from checker.testing import agree, differ, rule_cases

test_name = rule_cases(
    name,
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
)
