"""VOTE: who voted how on what, and how it ended."""

from pathlib import Path

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
)


def test_who_defeated_whom_is_told_by_who_won(tmp_path: Path) -> None:
    about = "Voters in Ostra elected a governor on Sunday. Mayor Anna Lund, a Green, ran against Tom Reed. "
    found = findings_in(tmp_path, "VOTE", about + "Lund defeated Reed.", about + "Reed defeated Lund.")
    (message,) = [f.message for f in found]
    assert "Anna Lund won" in message and "Anna Lund lost" in message
