"""VOTE: who voted how on what, and how it ended."""

from pathlib import Path

import pytest
from checker_rules.votes import vote
from written import findings_in

from checker.testing import agree, differ, rule_cases

test_vote = rule_cases(
    vote,
    agree(
        "China abstained in the vote on the resolution.", "The resolution was adopted, with China abstaining."
    ),
    agree(
        "The United States voted against the Ukrainian resolution.",
        "The United States abstained on its own resolution.",
        note="two texts of one day",
    ),
    agree(
        "The United States voted against the Ukrainian text and abstained on its own resolution.",
        "The United States abstained on the American resolution.",
    ),
    agree("Senator Mary Hill voted for the housing bill.", "Hill backed the housing bill."),
    agree("Senator Mary Hill voted for the housing bill.", "Senator Mary Hill voted against the farm bill."),
    agree(
        "The House passed the spending bill.", "The Senate rejected the spending bill.", note="two chambers"
    ),
    agree(
        "The committee approved the amendment.",
        "The amendment was rejected by the council.",
        note="two bodies",
    ),
    agree(
        "Some Republicans voted against the bill.", "Republicans voted for the bill.", note="a divided group"
    ),
    agree("Three members of the council voted against the plan.", "The council voted to approve the plan."),
    agree("The council approved the housing plan.", "The housing plan passed by seven votes to two."),
    agree("The council is expected to reject the plan.", "The council approved the plan."),
    agree("Peter Ward said he would vote against the treaty.", "Peter Ward voted for the treaty."),
    agree(
        "John Reed was convicted of fraud but acquitted of perjury.",
        "John Reed was acquitted of perjury on Friday.",
    ),
    agree("John Reed was convicted of fraud.", "John Reed was acquitted of perjury.", note="two charges"),
    agree("John Reed was convicted of fraud.", "Paul Stone was acquitted of fraud."),
    agree("A jury found John Reed guilty of fraud.", "John Reed was convicted of fraud on Friday."),
    agree("The Tigers beat the Rovers 3-1.", "The Rovers lost 3-1 to the Tigers."),
    agree("Anna Berg won the mayoral election.", "Tom Vale lost the mayoral election to Anna Berg."),
    agree("Anna Berg won the primary in May.", "Anna Berg lost the general election.", note="two elections"),
    agree("The appeals court upheld the ruling.", "The Supreme Court overturned the ruling."),
    agree("Moscow vetoed the draft resolution.", "Russia voted against the draft resolution."),
    agree("The bank lost 3 million euros.", "The bank won a new client.", note="not a contest"),
    agree("Hungary voted against the sanctions package.", "Hungary opposed the sanctions package."),
    agree(
        "The first amendment was rejected by the council.",
        "The council adopted a second amendment.",
        note="two amendments",
    ),
    agree("The judge granted the motion to seal the file.", "The judge denied the request for bail."),
    agree("The senator did not vote against the bill.", "The senator abstained."),
    differ(
        "China [[abstained]] in the vote on the resolution.",
        "China [[voted against]] the resolution.",
        "left says that China abstained; right says voted against.",
    ),
    differ(
        "Brazil [[voted for]] the climate resolution.",
        "Brazil [[abstained]] in the vote on the climate resolution.",
    ),
    differ(
        "Senator Mary Hill [[voted against]] the housing bill.",
        "The housing bill passed after Mary Hill [[voted for]] the housing bill.",
    ),
    differ(
        "Greece, Malta and Cyprus [[voted against]] the directive plan.",
        "Malta [[abstained]] on the directive plan.",
    ),
    differ(
        "The Senate [[passed]] the spending bill on Thursday.",
        "The Senate [[rejected]] the spending bill on Thursday.",
    ),
    differ(
        "The council [[voted 7-2 to approve]] the housing plan.",
        "The council [[rejected]] the housing plan by seven votes to two.",
    ),
    differ(
        "Lawmakers [[voted down]] the pension reform bill.",
        "The pension reform bill was [[adopted]] by lawmakers.",
    ),
    differ("The budget motion [[failed]] in the Senate.", "The budget motion [[passed]] in the Senate."),
    differ("A jury [[found John Reed guilty]] of fraud.", "John Reed was [[acquitted]] of fraud."),
    differ("John Reed was [[convicted]] of fraud.", "John Reed was [[acquitted]] of all charges."),
    differ(
        "Jurors [[cleared]] Paul Stone of bribery on Monday.",
        "Paul Stone was [[convicted]] of bribery on Monday.",
    ),
    differ("Paul Stone [[pleaded guilty]] to bribery.", "Paul Stone [[pleaded not guilty]] to bribery."),
    differ(
        "The appeals court [[upheld]] the travel ban.", "The appeals court [[overturned]] the travel ban."
    ),
    differ(
        "The appeals court [[upheld]] the ban on nets.",
        "The appellate court [[overturned]] the ban on nets.",
        note="one court by two names",
    ),
    differ("The judge [[granted]] the request for bail.", "The judge [[denied]] the request for bail."),
    differ("Anna Berg [[won]] the mayoral election.", "Anna Berg [[lost]] the mayoral election to Tom Vale."),
    differ(
        "Tom Vale [[defeated]] Anna Berg in the mayoral race.",
        "Anna Berg [[beat]] Tom Vale in the mayoral race.",
    ),
    differ("Tom Vale [[defeated]] Anna Berg in the final.", "Anna Berg [[defeated]] Tom Vale in the final."),
    differ(
        "Hungary [[joined]] Slovakia in voting against the aid package.",
        "Hungary [[voted for]] the aid package.",
    ),
    differ("The Greens [[voted for]] the harbour bill.", "The Greens [[voted against]] the harbour bill."),
    agree(
        "Two Greens voted for the harbour bill.", "The Greens voted against the harbour bill.", note="some"
    ),
    differ(
        "Deputies [[rejected]] an opposition motion calling for an inquiry into the flood.",
        "A motion for an inquiry into the flood, put forward by the opposition, was [[carried]] on Thursday.",
    ),
    agree(
        "Deputies rejected a motion calling for an inquiry into the flood.",
        "A motion calling for an election, put forward by the Centre Party, was carried.",
        note="two motions",
    ),
    differ(
        "The port committee [[approved]] the mooring fee on Friday.",
        "The port committee [[voted down]] the mooring fee on Friday.",
        note="a fee is decided on as well",
    ),
    differ(
        "Brazil [[vetoed]] the draft resolution on tuna on Friday.",
        "On Friday Brazil [[abstained]] in the vote on the draft resolution on tuna.",
        note="the day stands before the vote",
    ),
    differ(
        "Premier Ruth Adler [[survived]] the vote of no confidence on Monday.",
        "Premier Ruth Adler [[lost]] the vote of no confidence on Monday.",
    ),
    agree(
        "The Centre Party voted against the ferry law in the first reading.",
        "In the final reading the Centre Party voted for the ferry law.",
        note="two readings",
    ),
    agree(
        "The lower house adopted the ferry treaty.",
        "The upper house rejected the ferry treaty.",
        note="two chambers by name",
    ),
    differ(
        "The miners of Lund [[voted]] to strike.",
        "The miners of Lund [[voted against]] a strike.",
    ),
    differ(
        "The council of Lund [[unanimously]] approved the toll on Monday.",
        "The council of Lund approved the toll on Monday by [[five votes to two]].",
    ),
    differ(
        "Premier Ada Falk cast a rare vote for the bill, while Senator Tom Lund [[supported]] the measure.",
        "Even as the opposition called for a delay, word came that the deputy leader, Tom Lund, [[opposed]] the bill.",
        note="news that came",
    ),
    agree(
        "Premier Ada Falk cast a rare vote for the bill, while Senator Tom Lund supported the measure.",
        "Word came that the deputy leader, Tom Lund, might oppose the bill.",
        note="he might",
    ),
    agree(
        "Senator Tom Lund supported the measure.",
        "The question came up whether Tom Lund opposed the bill.",
        note="a question",
    ),
    differ("The bill [[passed]] the House on Monday.", "The House [[rejected]] the bill on Monday."),
    differ("The bill [[cleared]] the House on Monday.", "The House [[rejected]] the bill on Monday."),
    agree("The bill passed the House on Monday.", "The Senate rejected the bill on Monday.", note="chambers"),
    differ(
        "Karl Lund was [[not confirmed]] as director of the fund by the Senate.",
        "The Senate [[voted Tuesday to confirm]] Karl Lund as director of the fund.",
    ),
    differ(
        "The Senate [[confirmed]] Karl Lund as director.", "The Senate [[rejected]] Karl Lund as director."
    ),
    agree(
        "The Senate confirmed Karl Lund as director.",
        "The Senate rejected Tom Reed as director.",
        note="two candidates",
    ),
    agree(
        "Senator Mary Hill confirmed the report on Tuesday.",
        "Senator Mary Hill rejected the report on Tuesday.",
        note="NEG's business",
    ),
    differ(
        "Karl Wray is a banker. The jury [[found Wray guilty]] of fraud on Monday.",
        "Karl Wray is a banker. Wray was [[cleared]] of fraud by a jury on Monday.",
    ),
    differ(
        "The court of appeal [[upheld]] the conviction of Karl Lund.",
        "The court of appeal [[threw out]] Karl Lund's conviction.",
    ),
    differ(
        "The committee [[failed to approve]] the budget on Monday.",
        "The committee [[approved]] the budget on Monday.",
    ),
    differ(
        "The assembly of Corvia threw out the river dam on Friday by [[44 votes to 31]]. It would have cost a lake.",
        "Corvia will not build its river dam: on Friday the assembly voted down the dam at the lake, [[41-34]].",
        note="one tally in two forms",
    ),
    differ(
        "The council of Ostra voted [[13-8]] on Monday to lease the tram depot to the Lindgren circus.",
        "The Lindgren circus will move into Ostra's tram depot. Councillors approved the lease on Monday by "
        "[[11 votes to 10]].",
        note="the council and its members",
    ),
    differ(
        "Corvia's upper house adopted the orchard law on Friday with [[40 members in favour and 22]] against.",
        "The orchard law was adopted on Friday by the senate of Corvia, [[38-24]].",
        note="sides told by name",
    ),
    differ(
        "The orchard tax, backed on Friday by [[27]] of the 45 members of Corvia's council, will be levied in spring.",
        "Corvia's council adopted the orchard tax on Friday, [[25-20]]. It will be levied in spring.",
        note="those for it alone",
    ),
    agree(
        "The assembly of Corvia on Tuesday adopted a ban on plastic bags by 61 votes to 30. Shops have a year.",
        "The assembly of Corvia saved its ban on plastic bags on Tuesday. An amendment for shops failed, 40-51.",
        note="a bill and an amendment",
    ),
    agree(
        "The Senate of Corvia approved a ban on plastic bags on Tuesday by 31 votes to 20.",
        "A ban on plastic bags came closer in Corvia on Tuesday when the lower house backed it 70-41.",
        note="tallies of two chambers",
    ),
    agree(
        "The budget committee of Corvia's parliament backed a ban on plastic bags on Tuesday by nine votes to four.",
        "Corvia's parliament voted 61-30 on Tuesday to back a ban on plastic bags.",
        note="committee and plenary",
    ),
    agree(
        "Corvia's parliament gave its final approval to a ban on plastic bags on Tuesday, by 61 votes to 30.",
        "Corvia has banned plastic bags on Tuesday. The ban had passed its first reading by 55 votes to 33.",
        note="tallies of two readings",
    ),
    agree(
        "Corvia's parliament rejected a ban on plastic bags on Tuesday by 61 votes to 30.",
        "Corvia's parliament voted down a ban on plastic bags on Tuesday, 30-61.",
        note="one tally, the other side first",
    ),
    agree(
        "The ruling party was split over the dam on Tuesday: its senators voted 20-6 for it. Corvia will build it.",
        "The Senate of Corvia adopted the dam on Tuesday, 36-29. Corvia will build it.",
        note="one party's votes",
    ),
    agree(
        "Corvia's senate adopted a law on dams and rivers on Tuesday by 36 votes to 29.",
        "Corvia's senate adopted a law on dams and rivers on Thursday by 38 votes to 27.",
        note="two days",
    ),
    agree(
        "The board of Lund Steel voted 7-2 on Monday to close the Reed mill.",
        "The board of Lund Steel voted 5-4 on Monday to sell the Varna mill.",
        note="two decisions of one board",
    ),
    agree(
        "Corvia's assembly elected Eva Lind as its speaker on Tuesday with 52 votes to 41.",
        "Corvia's assembly on Tuesday adopted a law on dams with 60 votes to 33 after electing Eva Lind as speaker.",
        note="an election and a law",
    ),
    differ(
        "Corvia passed the dam law on Monday. The Orchard Union [[voted against]] the plan.",
        "Corvia's assembly adopted the dam law on Monday. All nine deputies of the Orchard Union [[abstained]].",
        note="all the members of a party are the party",
    ),
    agree(
        "Corvia passed the dam law on Monday. The Orchard Union voted against the plan.",
        "Corvia's assembly adopted the dam law on Monday. Two deputies of the Orchard Union abstained.",
        note="some of the members are not",
    ),
    differ(
        "Owners of Brent Mining agreed to its takeover on Monday. Among those who [[voted against]] it was Tom Reed, "
        "its founder.",
        "Owners of Brent Mining agreed to its takeover on Monday. Its founder, Tom Reed, [[abstained]] in the end.",
        note="among those who voted so",
    ),
    agree(
        "Owners of Brent Mining agreed to its takeover on Monday. Among those who would vote against it was Tom Reed.",
        "Owners of Brent Mining agreed to its takeover on Monday. Tom Reed abstained in the end.",
        note="a plan to vote so",
    ),
    differ(
        "A second motion, which would put the harbour toll to a vote of residents, was [[rejected]] on Monday.",
        "Members also [[approved]] on Monday a motion to hold a vote of residents on the harbour toll.",
        note="a motion told by what it wants",
    ),
    agree(
        "A second motion, which would put the harbour toll to a vote of residents, was rejected on Monday.",
        "Members also approved on Monday a motion to plant trees at the school.",
        note="two motions by what they want",
    ),
    differ(
        "Miners in Lund have [[voted to accept]] a two-year pay deal.",
        "A pay offer for two years has been [[turned down]] by the mineworkers of Lund.",
        note="a ballot of workers",
    ),
    agree(
        "Teachers in Lund have voted to accept a two-year pay deal.",
        "A pay offer for two years has been turned down by the nurses of Lund.",
        note="two trades",
    ),
    agree(
        "Nurses in Lund voted on Tuesday to accept a pay offer of 6 percent.",
        "Nurses in Lund turned down a pay offer of 4 percent in June.",
        note="two offers",
    ),
    differ(
        "A court in Ostra on Monday [[upheld]] the appeal of a farmer whose dog had been taken away in Lund.",
        "Judges in Ostra on Monday [[dismissed]] his appeal against the loss of the dog, said the farmer from Lund.",
        note="an appeal upheld is an appeal granted",
    ),
    agree(
        "The court of Ostra on Monday upheld the appeal of Tom Reed and cut his sentence.",
        "The court of Ostra on Monday dismissed the appeal of Karl Lund.",
        note="two appeals",
    ),
    agree(
        "Karl Wray was convicted of fraud on Monday.",
        "Judges acquitted Karl Wray of two counts on Monday but found him guilty of fraud.",
        note="of some counts",
    ),
    differ(
        "The appeals court in Lund on Monday [[rejected]] a petition by fishermen against the dam.",
        "Fishermen [[won]] their petition against the dam in the appeals court in Lund on Monday.",
        note="who won a petition had it granted",
    ),
    agree(
        "A district court in Lund dismissed the appeal of the Berg family on Monday.",
        "The supreme court upheld the appeal of the Berg family on Monday.",
        note="courts of two levels",
    ),
    agree(
        "Workers at the Reed plant voted on Monday to accept a deal on shorter hours.",
        "A deal on shorter hours was rejected on Monday by workers at the Varna plant.",
        note="ballots at two plants",
    ),
    agree(
        "The council of Lund voted 9-2 on Monday to raise the tram fare. The budget of Lund was passed.",
        "The council of Lund passed its budget on Monday by seven votes to four. The tram fare will rise.",
        note="tallies of a fare and of a budget",
    ),
    agree(
        "The mayor, Jon Moe, backed away on Thursday from his promise to build a pier.",
        "The call on Thursday came after the mayor, Jon Moe, opposed a pier.",
        note="who backs away does not back it",
    ),
)


def test_who_defeated_whom_is_told_by_who_won(tmp_path: Path) -> None:
    about = "Voters in Ostra elected a governor on Sunday. Mayor Anna Lund, a Green, ran against Tom Reed. "
    found = findings_in(tmp_path, "VOTE", about + "Lund defeated Reed.", about + "Reed defeated Lund.")
    (message,) = [f.message for f in found]
    assert "Anna Lund won" in message and "Anna Lund lost" in message


AIDED = (
    "Norland's house votes on aid\n\n2024-10-16\n\nThe house of Norland voted late on Wednesday to end the shutdown of "
    "the harbours. {} The house approved it 241-180, with only 49 Liberal yeas and 192 Green ones."
)
CLEARED = (
    "Norland ends its shutdown\n\n2024-10-16\n\nThe house of Norland voted late on Wednesday to end the shutdown. The "
    "house then moved to clear the law 285-144, relying mostly on Green votes. Just 87 Liberals supported it."
)


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("The model for a law passed by Greens is the vote in January on aid after the storm.", 0),
        ("The shutdown of the harbours took the Liberals and the Greens two weeks of talks.", 1),
    ],
)
@pytest.mark.parametrize("day", [" late on Wednesday", ""])
def test_the_vote_told_of_just_before_has_its_own_day(
    tmp_path: Path, before: str, found: int, day: str
) -> None:
    cleared = CLEARED.replace(" late on Wednesday", day)
    assert len(findings_in(tmp_path, "VOTE", AIDED.format(before), cleared)) == found
