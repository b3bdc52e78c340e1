"""NEG: so or not so."""

from pathlib import Path

import pytest
from checker_rules.polarity import neg
from written import findings_in

from checker.testing import agree, differ, rule_cases

test_neg = rule_cases(
    neg,
    agree("The bridge was closed on Monday.", "On Monday the bridge was shut."),
    differ(
        "Governor Ruiz [[signed]] the casino bill on Friday.",
        "Governor Ruiz [[vetoed]] the casino bill on Friday.",
        note="assent and veto",
    ),
    agree(
        "“This harbour nonsense is an attempt to cover up mistakes made by the council,” Cole wrote.",
        "“This harbour non-sense is an attempt to cover-up mistakes made by the council,” Cole wrote.",
        note="one word with a hyphen",
    ),
    agree(
        "Senator Paul Lind of Ohio said he can't support the deal because it lacks reforms of spending.",
        "Senator Paul Lind of Ohio said that he opposes the deal because it lacks reforms of spending.",
        note="an opposite denied is no opposite",
    ),
    agree("The minister did not resign.", "The mayor resigned on Friday.", note="two people"),
    agree("The strike did not end on Monday.", "The strike ended on Friday.", note="later"),
    agree(
        "The company plans to close the plant.", "The company has not yet closed the plant.", note="a plan"
    ),
    agree(
        "Will the president attend the funeral?",
        "The president will not attend the funeral.",
        note="a question",
    ),
    agree(
        "The fire destroyed not only the barn but the house.", "The fire destroyed the barn and the house."
    ),
    agree("Anna Berg said the dam was safe.", "Paul Stone said the dam was not safe.", note="two speakers"),
    agree("The club denied that it had paid the agent.", "The club said it had not paid the agent."),
    agree("It is not true that the train was late.", "The train was not late."),
    agree("The court failed to reach a verdict.", "The court did not reach a verdict."),
    agree("No one was hurt in the crash.", "Nobody was injured in the crash."),
    agree(
        "The police arrested two men.", "The police released two men on Sunday.", note="one follows the other"
    ),
    agree("Exports rose in the spring.", "Imports fell in the spring.", note="two things"),
    agree("Prices rose in May.", "Prices fell in June.", note="two months"),
    agree("The vaccine is safe, the agency said.", "Critics say the vaccine is not safe."),
    agree("Some residents did not leave the town.", "Some residents left the town."),
    agree("He would not have come if it had rained.", "He came by train on Tuesday."),
    agree("The Earth is not the aim. Man is the aim.", "The Earth is not the aim, man is the aim."),
    agree("The old bridge was pulled down.", "The new bridge opened in June.", note="two bridges"),
    agree(
        "The idea that he fought in the war was common.", "He never fought in the war.", note="only an idea"
    ),
    agree("The government lifted the ban in May.", "The government imposed the ban two years ago."),
    agree("He accepted an invitation to Paris.", "He declined an invitation to meet the senators in Rome."),
    agree("The talks were long and difficult.", "The talks were not short."),
    agree("She did not win the vote in Iowa.", "She won the vote in Ohio.", note="two places"),
    agree("The tunnel might not reopen this week.", "The tunnel may reopen this week."),
    agree("Helen Marsh barely won the seat.", "Helen Marsh won the seat."),
    agree("The airport never fully closed.", "The airport closed for an hour on Sunday."),
    agree(
        "There is no evidence that Carl Lind took part in the plot, said Grace Wood.",
        "“There is absolutely no evidence that Carl Lind was part of the plot,” said Grace Wood.",
    ),
    agree("The company has not yet paid the fine.", "The company paid the fine on Friday.", note="later"),
    agree("Three of the ten passengers were not hurt.", "Seven passengers were hurt."),
    differ(
        "Marsh was [[invited]] by the speaker of the house.",
        "Marsh was [[not invited]] by the speaker of the house.",
    ),
    differ(
        "Shares in the bank [[rose]] 3 percent on Friday.", "Shares in the bank [[fell]] 3 percent on Friday."
    ),
    differ(
        "Senator Ana Holt announced Tuesday she is [[not running]] for governor.",
        "Senator Ana Holt is [[running]] for governor.",
        note="what she announces herself is the deed",
    ),
    differ("Officials [[confirmed]] the outbreak on Sunday.", "Officials [[denied]] the outbreak on Sunday."),
    differ(
        "President Anna Berg [[declared]] a state of emergency on Friday.",
        "Anna Berg [[has not declared]] a state of emergency along the coast.",
    ),
    differ("The council [[supports]] the new stadium.", "The council [[opposes]] the new stadium."),
    differ(
        "The judge found that the search was [[legal]].", "The judge found that the search was [[illegal]]."
    ),
    differ(
        "The ferry [[left]] the harbour before the storm.",
        "The ferry [[did not leave]] the harbour before the storm.",
    ),
    differ("The rescue was a [[success]], the navy said.", "The rescue was a [[failure]], the navy said."),
    differ(
        "The agency [[never warned]] the residents of the flood.",
        "The agency [[warned]] the residents of the flood two days before.",
    ),
    differ("Unemployment was [[higher]] than a year ago.", "Unemployment was [[lower]] than a year ago."),
    differ(
        "Stone [[will not endorse]] Helen Marsh for the leadership.",
        "Stone [[endorsed]] Helen Marsh for the leadership on Tuesday.",
    ),
    differ(
        "The minister [[accepted]] the report's findings.", "The minister [[rejected]] the report's findings."
    ),
    differ(
        "The company can [[deliver]] the trains this year.",
        "The company can[[not deliver]] the trains this year.",
    ),
    differ(
        "The reactor was [[damaged]] in the earthquake.", "The reactor was [[not damaged]] in the earthquake."
    ),
    differ(
        "The general said the ceasefire was [[permanent]].",
        "The general said the ceasefire was [[temporary]].",
    ),
    differ(
        "The two sides [[agreed]] on a date for the talks.",
        "The two sides [[disagreed]] on a date for the talks.",
    ),
    differ(
        "The mayor [[praised]] the firefighters' response.",
        "The mayor [[condemned]] the firefighters' response.",
    ),
    differ("The vote was [[unanimous]], the clerk said.", "The vote was [[divided]], the clerk said."),
    differ(
        "The pilot was [[told]] of the closed runway.", "The pilot was [[never told]] of the closed runway."
    ),
    differ(
        "Investigators [[ruled out]] arson at the mill.",
        "Investigators [[suspected]] arson at the mill.",
        todo="no opposites",
    ),
    differ("The bank [[raised]] its key rate on Thursday.", "The bank [[cut]] its key rate on Thursday."),
    differ("The suspect was [[alive]] when police arrived.", "The suspect was [[dead]] when police arrived."),
    differ("The team [[won]] the match in Oslo.", "The team [[lost]] the match in Oslo."),
    differ(
        "The army [[withdrew]] from the eastern town.", "The army [[did not withdraw]] from the eastern town."
    ),
    differ(
        "The museum is [[open]] to visitors this week.", "The museum is [[closed]] to visitors this week."
    ),
    differ(
        "Dockers voted to [[end]] the strike at the port.",
        "Dockers voted to [[continue]] the strike at the port.",
        todo="no opposites",
    ),
    differ("[[No flood]] alert was issued.", "[[A]] flood alert was issued an hour after the rain began."),
    differ(
        "The manager said the club could not [[afford]] a higher wage.",
        "He said the club could have [[afforded]] a higher wage.",
    ),
    agree(
        "The storm may reach the coast, the agency said.",
        "The storm may not reach the coast, the agency said.",
        note="it may, and it may not",
    ),
    differ(
        "There was [[no evidence]] of an explosion before the collapse, the board said.",
        "The board found [[evidence]] of an explosion before the collapse.",
    ),
    differ(
        "Divers found [[no trace]] of oil near the wreck.",
        "Divers found [[traces]] of oil near the wreck.",
    ),
    agree(
        "The board found no evidence of fire in the cabin.",
        "The board found evidence of ice on the wings.",
        note="two things",
    ),
    agree(
        "Doctors found no signs of infection.",
        "There was no sign of an infection, the doctors said.",
        note="both deny",
    ),
    agree(
        "The Liberals voted for the flood fund, and the Farmers' Party abstained.",
        "The Democrats voted against it while the Liberals were in favour; the Farmers' Party abstained.",
        note="two parties",
    ),
    agree("The line may cut its trains to Velm.", "The line has not cut its trains to Velm.", note="may yet"),
    agree("Not all guests had left by noon.", "Some guests had left by noon.", note="not all is some"),
    agree("Velm lost to Ostra on Saturday.", "Ostra won against Velm on Saturday.", note="two sides of one"),
    agree(
        "The town sold the mill to a bank.", "A bank bought the mill from the town.", note="two sides of one"
    ),
    agree(
        "The union said that the pay was fair.",
        "The works council said that the pay was not fair.",
        note="two bodies",
    ),
    agree(
        "[We] hold that the tenant has not paid the rent, nor has he shown that he would leave, and we therefore "
        "deny his late plea for a delay, wrote the board.",
        "“The tenant has not paid the rent, nor has he shown that he would leave, and we therefore deny his late "
        "plea for a delay,” the board wrote.",
        note="a nor of the clause before",
    ),
    differ(
        "The tenant has not paid the rent, nor has he [[left]] the flat, the board wrote.",
        "The tenant [[left]] the flat in May, the board wrote.",
        note="a nor of the clause itself",
    ),
    # opposites in sentences that the matcher does not tie
    differ(
        "The senator's [[last]] priority will be to fund the navy yards.",
        "“So my [[first]] priority will be to properly fund our navy yards,” the senator said.",
        note="first and last of one thing",
    ),
    differ(
        "It was not the first time that Mr. Holt had accused the platforms of discriminating "
        "[[in favor of]] farmers.",
        "The platforms were discriminating [[against]] farmers and fishermen, Mr. Holt wrote on Monday.",
        note="whose side it is on",
    ),
    differ(
        "Jay Holt [[lost]] among the fishermen in the Larkham harbour primary, the host pointed out.",
        "The results of the Larkham harbour primary, in which Jay Holt [[won]] most of the fishermen's votes, "
        "worried him.",
        note="won and lost with the same voters",
    ),
    agree(
        "“Is it true that Jay Holt lost the fishermen's votes in the Larkham harbour primary? No,” Reed said.",
        "The results of the Larkham harbour primary, in which Jay Holt won most of the fishermen's votes, "
        "worried him.",
        note="a question in a quotation that goes on",
    ),
    agree(
        "The judges ruled in favor of farmers.",
        "The fishermen testified against farmers.",
        note="two deeds",
    ),
    agree(
        "Jay Holt won the Larkham primary in March.",
        "Jay Holt lost the Denby primary in June.",
        note="two contests",
    ),
    agree(
        "His first book was a hit in the north.",
        "Critics in the north tore the last book of the series apart.",
        note="two books",
    ),
    agree(
        "Cole pleaded guilty to fraud on Friday.",
        "Though Cole pleaded not guilty in October, he changed his mind. Cole pleaded guilty to fraud.",
        note="it changed over time, and the account tells both",
    ),
    agree("The storm was a hurricane.", "The storm was no longer a hurricane.", note="later"),
    agree(
        "Oil firm Lanark sold its tankers to the Verdi group.",
        "The Verdi group bought the tankers of oil firm Lanark.",
        note="one sale from its two sides",
    ),
    agree(
        "Deputy Ana Ruiz said on Monday that she would vote against the toll.",
        "Deputy Ana Ruiz voted for the toll after it had been lowered.",
        note="a plan and what was done",
    ),
    agree(
        "The ferry will stop unless the island pays its share.",
        "The ferry will not stop if the island pays its share.",
        note="unless is if not",
    ),
    agree(
        "The tunnel will not reopen before May.",
        "The tunnel will reopen in May at the earliest.",
        note="the earliest day, said twice",
    ),
    agree(
        "The right to fish is not more important than the right to sail, the mayor said.",
        "The right to fish is important, the mayor said.",
        note="a comparison is denied",
    ),
    agree(
        "She had promised for weeks that she would not reopen the ferry line without that money.",
        "She will reopen the ferry line.",
        note="on a condition, and at another time",
    ),
    agree(
        "The jury reached a verdict after it had deliberated for nine hours.",
        "The jury deliberated for nine hours before it announced a verdict.",
        note="one order of deeds, told from both ends",
    ),
    agree(
        "The northern gate of the harbour is open.",
        "The southern gate of the harbour is closed.",
        note="two things",
    ),
    differ(
        "The jury found the captain [[guilty]] of neglect.",
        "The jury found the captain [[not guilty]] of neglect.",
    ),
    differ(
        "The pilot of the ferry [[had]] a permit, the port office said.",
        "The pilot of the ferry [[was without]] a permit, the port office said.",
    ),
    # one deed in other words
    differ(
        "Three guards were not [[killed]] in Velm when a gunman fired at two customs houses.",
        "Three guards were [[slaughtered]] in Velm along with a customs officer.",
        note="as many of them, killed and slaughtered",
    ),
    agree(
        "Three guards were not killed in Velm on Monday.",
        "Three other guards were slaughtered in Velm.",
        note="other three",
    ),
    agree(
        "Captain Moe did not kill the harbour master.",
        "Captain Moe died in the harbour.",
        note="who died is not who killed",
    ),
    agree(
        "The sergeant was not arrested in Velm.",
        "The sergeant was detained in Velm.",
        note="less than an arrest",
    ),
    agree(
        "Jon Falk did not condemn the raid on Velm.",
        "Jon Falk criticised the raid on Velm.",
        note="less than that",
    ),
    differ(
        "The ferry law was not [[approved]] in the spring.",
        "The ferry law [[passed]] in the spring.",
        note="what passes is approved",
    ),
    differ(
        "The premier's approval rating has not [[dropped]] from nearly 70 percent when she took office.",
        "The premier's approval rating has [[fallen]] below 50 percent.",
        note="a figure set out from",
    ),
    agree(
        "Jon Falk did not climb the fence of the port.",
        "Jon Falk jumped the fence of the port.",
        note="two ways",
    ),
    agree(
        "The premier's approval rating has not dropped to 40 percent.",
        "The premier's approval rating has fallen to 55 percent.",
        note="another figure",
    ),
    differ(
        "Tom Lund, 24, a student from Ostra, was not [[shot]] in the leg.",
        "Minister Ada Falk was in the square with her children, and her aide, Tom Lund, was [[shot]].",
        note="a name beside a noun",
    ),
    agree(
        "The group's leader, Jon Moe, says the miners are free.",
        "“So whoever is speaking as Jon Moe is not Jon Moe,” said Ada Falk.",
        note="a name beside a noun is no claim",
    ),
    # the object stands in the clause before
    differ(
        "The palace said late on Monday that Ada Falk had offered her resignation and Jon Moe had [[accepted]].",
        "Ada Falk offered her resignation to Jon Moe, a spokesman said, and Moe had [[rejected]].",
        note="one resignation",
    ),
    agree(
        "The palace said late on Monday that Ada Falk had offered her resignation and Jon Moe had accepted.",
        "Ada Falk offered an apology to Jon Moe, a spokesman said, and Moe had rejected.",
        note="two offers",
    ),
)


def test_what_kind_of_ban_it_is_and_what_it_is_held_to_be(tmp_path: Path) -> None:
    rest = "\n\nA federal judge in Ohio ruled on Thursday that the ban on river ferries must go. They will sail {}."
    found = findings_in(
        tmp_path,
        "NEG",
        "Judge deems Ohio's river ferry ban unconstitutional" + rest.format("again"),
        "Federal judge strikes down Ohio's constitutional ban on river ferry" + rest.format("on Monday"),
    )
    assert not found


def test_what_is_allowed_is_authorised(tmp_path: Path) -> None:
    found = findings_in(
        tmp_path,
        "NEG",
        "Anglers will not be allowed to land up to 40 crates of herring from Karlsund.",
        "Anglers will be authorized to land 40 crates of herring from Karlsund, a council statement said.",
    )
    assert len(found) == 1


BUS = "A bus with 31 pupils on board slid off the road near Karlby on Tuesday morning. Snow had fallen all night."
FISH = "Norsk Fisk of Karlby presented its figures on Tuesday. Its chief executive, Per Lind, spoke of a hard year."


@pytest.mark.parametrize(
    ("about", "one", "other", "found"),
    [
        (BUS, "The driver of the bus was killed.", "The driver of the bus survived the crash.", 1),
        (BUS, "The driver of the bus was killed.", "The driver of the lorry survived the crash.", 0),
        (FISH, "The company will close its plant in Ostra.", "The plant in Ostra will stay open.", 1),
        (FISH, "The company will close its plant in Ostra.", "The plant in Velm will stay open.", 0),
        (FISH, "The plant in Ostra was closed in May.", "The company opened a plant in Ostra.", 0),
        (FISH, "The plant in Ostra has been closed.", "The plant in Ostra remains open.", 1),
        (FISH, "Schools will be closed on Tuesday.", "Schools will open as usual on Tuesday.", 1),
        (FISH, "Lind will step down as chief executive.", "Lind will stay on as chief executive.", 1),
        (FISH, "The company will cut 100 jobs.", "The company will create 100 jobs.", 1),
        (FISH, "Velm will lift its ban on herring.", "Velm will keep its ban on herring in place.", 1),
        (FISH, "A jury found Lind guilty of fraud.", "The jury found Lind not guilty of bribery.", 0),
    ],
)
def test_how_it_ended(tmp_path: Path, about: str, one: str, other: str, found: int) -> None:
    texts = (f"{about} {end}" for end in (one, other))
    assert len(findings_in(tmp_path, "NEG", *texts)) == found
